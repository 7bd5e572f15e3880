//! Arrays from Python values: numbers, nested sequences, other arrays, images.

use super::array::{Array, Lane, MAX_DIMS, tuple_text};
use super::dtype::DType;
use super::ndarray::NdArray;
use super::operand::check_int;
use super::scalar::{Num, Scalar};
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::heap::Charge;
use crate::eval::value::Value;
use crate::raster::Transform;

/// What is found while a nested sequence is read.
struct Found {
    shape: Vec<usize>,
    /// Depth at which numbers stand.
    depth: Option<usize>,
    dtype: Option<DType>,
    wanted: Option<DType>,
    floats: Vec<f64>,
    ints: Vec<i64>,
    /// Whether a float was seen, so that `floats` counts.
    fractional: bool,
    charge: Charge,
}

/// The array that a value means, of a given type or the type that its numbers need.
pub(super) fn array(ctx: &mut Ctx, value: &Value, wanted: Option<DType>) -> PyResult<Array> {
    if let Some(array) = value.host::<NdArray>() {
        let copy = array.array.cast(ctx, wanted.unwrap_or(array.array.dtype))?;
        super::picture_link::inherit(ctx, &array.array, &copy, Transform::Copy, false)?;
        return Ok(copy);
    }
    if crate::pil::is_image(value) {
        let pixels = super::image::array_of(ctx, value)?;
        return match wanted {
            Some(dtype) if dtype != pixels.dtype => pixels.cast(ctx, dtype),
            _ => Ok(pixels),
        };
    }
    let charge = ctx.charge(0)?;
    let mut found = Found {
        shape: Vec::new(),
        depth: None,
        dtype: None,
        wanted,
        floats: Vec::new(),
        ints: Vec::new(),
        fractional: false,
        charge,
    };
    found.read(ctx, value, 0)?;
    let dtype = wanted.or(found.dtype).unwrap_or(DType::Float64);
    if found.fractional {
        Array::from_lane(ctx, dtype, &found.shape, &found.floats)
    } else {
        Array::from_lane(ctx, dtype, &found.shape, &found.ints)
    }
}

impl Found {
    fn read(&mut self, ctx: &mut Ctx, value: &Value, depth: usize) -> PyResult<()> {
        match value {
            Value::List(list) => {
                let items = list.0.borrow().clone();
                self.sequence(ctx, &items, depth)
            }
            Value::Tuple(tuple) => self.sequence(ctx, &tuple.0, depth),
            Value::Range(range) => {
                self.side(range.len(), depth)?;
                ctx.burn(range.count() as u64 / 4)?;
                self.reserve(range.len())?;
                (0..range.count())
                    .try_for_each(|index| self.number(DType::Int64, Num::Int(range.get(index)), depth + 1))
            }
            Value::Bool(truth) => self.number(DType::Bool, Num::Int(i64::from(*truth)), depth),
            Value::Int(int) => {
                if let Some(wanted) = self.wanted {
                    check_int(*int, wanted)?;
                }
                self.number(DType::Int64, Num::Int(*int), depth)
            }
            Value::Big(_) if self.wanted.is_some_and(DType::is_float) => {
                self.number(DType::Float64, Num::Float(value.as_f64().unwrap_or(f64::INFINITY)), depth)
            }
            Value::Big(_) => {
                Err(Fault::new(ExcKind::OverflowError, "Python int too large to convert to C long"))
            }
            Value::Float(float) => {
                if self.wanted.is_some_and(DType::is_int) && !float.is_finite() {
                    return Err(if float.is_nan() {
                        Fault::value_error("cannot convert float NaN to integer")
                    } else {
                        Fault::new(ExcKind::OverflowError, "cannot convert float infinity to integer")
                    });
                }
                self.number(DType::Float64, Num::Float(*float), depth)
            }
            Value::Host(_) => self.host(ctx, value, depth),
            Value::None if self.wanted.is_some_and(DType::is_float) => {
                self.number(DType::Float64, Num::Float(f64::NAN), depth)
            }
            Value::Str(_) => Err(Fault::not_provided("a numpy array of texts")),
            other => {
                Err(Fault::not_provided(format!("a numpy array of objects such as '{}'", other.type_name())))
            }
        }
    }

    fn host(&mut self, ctx: &mut Ctx, value: &Value, depth: usize) -> PyResult<()> {
        if let Some(scalar) = value.host::<Scalar>() {
            return self.number(scalar.dtype, scalar.num, depth);
        }
        let part = match value.host::<NdArray>() {
            Some(array) => array.array.clone(),
            None if crate::pil::is_image(value) => super::image::array_of(ctx, value)?,
            None => {
                let name = value.type_name();
                return Err(Fault::not_provided(format!("a numpy array of objects such as '{name}'")));
            }
        };
        for (axis, side) in part.shape.iter().enumerate() {
            self.side(*side, depth + axis)?;
        }
        let inner = depth + part.ndim();
        self.reserve(part.size())?;
        if part.dtype.is_float() {
            let lane: Lane<f64> = part.lane(ctx)?;
            lane.iter().try_for_each(|v| self.number(part.dtype, Num::Float(*v), inner))
        } else {
            let lane: Lane<i64> = part.lane(ctx)?;
            lane.iter().try_for_each(|v| self.number(part.dtype, Num::Int(*v), inner))
        }
    }

    fn sequence(&mut self, ctx: &mut Ctx, items: &[Value], depth: usize) -> PyResult<()> {
        if depth >= MAX_DIMS {
            return Err(Fault::value_error(format!(
                "setting an array element with a sequence. The requested array would exceed the maximum \
                 number of dimension of {MAX_DIMS}."
            )));
        }
        self.side(items.len(), depth)?;
        ctx.burn(items.len() as u64)?;
        // Not counted as native depth of the evaluator, whose limit is lower than numpy's.
        items.iter().try_for_each(|item| self.read(ctx, item, depth + 1))
    }

    /// Notes the number of elements at a depth.
    fn side(&mut self, len: usize, depth: usize) -> PyResult<()> {
        if self.depth.is_some_and(|numbers| depth >= numbers) {
            return Err(self.ragged(depth));
        }
        match self.shape.get(depth) {
            Some(side) if *side == len => Ok(()),
            Some(_) => Err(self.ragged(depth)),
            // Below an empty side nothing is known.
            None if self.shape.len() == depth && !self.shape.contains(&0) => {
                self.shape.push(len);
                Ok(())
            }
            None => Err(self.ragged(depth)),
        }
    }

    fn ragged(&self, depth: usize) -> Fault {
        let depth = depth.min(self.shape.len());
        let shape = tuple_text(&self.shape[..depth]);
        Fault::value_error(format!(
            "setting an array element with a sequence. The requested array has an inhomogeneous shape after \
             {depth} dimensions. The detected shape was {shape} + inhomogeneous part."
        ))
    }

    fn reserve(&mut self, more: usize) -> PyResult<()> {
        self.charge.grow_to((self.ints.len() + self.floats.len() + more).saturating_mul(16))
    }

    fn number(&mut self, dtype: DType, num: Num, depth: usize) -> PyResult<()> {
        if *self.depth.get_or_insert(depth) != depth || self.shape.len() != depth {
            return Err(self.ragged(depth));
        }
        self.dtype = Some(match self.dtype {
            Some(held) if held == dtype => held,
            Some(held) => held.promote(dtype),
            None => dtype,
        });
        self.reserve(1)?;
        if dtype.is_float() && !self.fractional {
            self.fractional = true;
            self.floats = self.ints.iter().map(|int| *int as f64).collect();
            self.ints = Vec::new();
        }
        if self.fractional {
            self.floats.push(num.float(dtype));
        } else {
            self.ints.push(num.int());
        }
        Ok(())
    }
}
