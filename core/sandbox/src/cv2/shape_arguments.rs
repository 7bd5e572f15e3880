//! Arguments of the drawing functions: whole numbers only, and colours.

use super::arguments::{Call, number};
use super::arrays::{self, DType};
use super::fault::{assertion, unparsable};
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// The thickest line.
pub(super) const MOST: i64 = 32_767;

/// How a shape is drawn: the arguments that all functions share.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub color: [f64; 4],
    pub thickness: i64,
    pub line_type: i64,
    pub shift: i64,
}

impl Style {
    /// Raises unless lines of this type can be drawn.
    pub fn check(&self, function: &str, thick: bool) -> PyResult<()> {
        if !(0..=16).contains(&self.shift) {
            return Err(assertion(function, "0 <= shift && shift <= XY_SHIFT"));
        }
        if !matches!(self.line_type, 0 | 1 | 4 | 8) && self.line_type < 16 && !thick {
            return Err(assertion("init", "connectivity == 8 || connectivity == 4"));
        }
        Ok(())
    }

    /// Raises unless the thickness is that of a line.
    pub fn check_line(&self, function: &str, least: i64) -> PyResult<()> {
        if !(least..=MOST).contains(&self.thickness) {
            let least = if least > 0 { "0 < thickness" } else { "0 <= thickness" };
            return Err(assertion(function, &format!("{least} && thickness <= MAX_THICKNESS")));
        }
        self.check(function, self.thickness > 1)
    }
}

impl<const N: usize> Call<N> {
    /// Whole numbers, as many as `C`: a point, a size or a rectangle.
    pub fn whole<const C: usize>(&self, ctx: &mut Ctx, at: usize) -> PyResult<[i64; C]> {
        let name = self.name(at);
        let wrong = |what: &str| unparsable(self.function, &format!("Can't parse '{name}'. {what}"));
        let value = self.need(at)?;
        let items = match value {
            Value::List(_) | Value::Tuple(_) | Value::Range(_) => ctx.collect(value)?,
            value => match arrays::given(value) {
                Some(array) if array.ndim() == 1 && array.size() <= 64 => {
                    let fraction = array.dtype.is_float() || array.dtype == DType::Bool;
                    let lane = array.lane::<i64>(ctx)?;
                    let wrap = |v: &i64| if fraction { Value::None } else { Value::Int(*v) };
                    lane.iter().map(wrap).collect()
                }
                Some(_) => return Err(wrong("Sequence item with index 0 has a wrong type")),
                None if value.as_str().is_some() => {
                    return Err(wrong("Sequence item with index 0 has a wrong type"));
                }
                None => return Err(wrong("Input argument doesn't provide sequence protocol")),
            },
        };
        if items.len() != C {
            return Err(wrong(&format!("Expected sequence length {C}, got {}", items.len())));
        }
        let mut found = [0; C];
        for (index, (slot, item)) in found.iter_mut().zip(&items).enumerate() {
            *slot = whole(item)
                .ok_or_else(|| wrong(&format!("Sequence item with index {index} has a wrong type")))?;
        }
        Ok(found)
    }

    /// A colour or the like.
    pub fn color(&self, ctx: &mut Ctx, at: usize) -> PyResult<[f64; 4]> {
        let name = self.name(at);
        let wrong =
            |what: &str| unparsable(self.function, &format!("Scalar value for argument '{name}' {what}"));
        let value = self.need(at)?;
        let items = match value {
            Value::List(_) | Value::Tuple(_) => {
                ctx.collect(value)?.iter().map(plain).collect::<Option<Vec<f64>>>()
            }
            value => match arrays::given(value) {
                // Integers of numpy's are no numbers to OpenCV here.
                Some(array) if array.dtype == DType::Float64 && array.ndim() == 1 && array.size() <= 64 => {
                    Some(array.lane::<f64>(ctx)?.to_vec())
                }
                Some(_) => None,
                None => plain(value).map(|number| vec![number]),
            },
        };
        let items = items.ok_or_else(|| wrong("is not numeric"))?;
        if items.len() > 4 {
            return Err(wrong("is longer than 4"));
        }
        let mut color = [0.0; 4];
        color[..items.len()].copy_from_slice(&items);
        Ok(color)
    }
}

/// A limit stays; another fault becomes `other`.
pub(super) fn keep(fault: Fault, other: impl FnOnce() -> Fault) -> Fault {
    if fault.is_limit() { fault } else { other() }
}

/// A Python or numpy integer that fits 32 bits; not a bool, not a float.
fn whole(value: &Value) -> Option<i64> {
    let number = match value {
        Value::Int(int) => Some(*int),
        Value::Host(host) => match host.number() {
            Some(Value::Int(int)) => Some(int),
            _ => None,
        },
        _ => None,
    };
    number.filter(|int| i32::try_from(*int).is_ok())
}

/// A Python number, or numpy's `float64`, which is one.
fn plain(value: &Value) -> Option<f64> {
    match value {
        Value::Host(host) if value.type_name() == "numpy.float64" => host.number()?.as_f64(),
        Value::Host(_) => None,
        value => value.as_f64(),
    }
}

/// A list of point lists, such as contours.
pub(super) fn contours<const N: usize>(
    ctx: &mut Ctx,
    call: &Call<N>,
    at: usize,
    condition: &str,
) -> PyResult<Vec<Vec<[i64; 2]>>> {
    let name = call.name(at);
    let wrong = |what: &str| unparsable(call.function, &format!("Can't parse '{name}'. {what}"));
    let value = call.need(at)?;
    let items = match value {
        Value::List(_) | Value::Tuple(_) => ctx.collect(value)?,
        value => match arrays::given(value) {
            Some(array) if array.ndim() > 0 => {
                // Each of the parts along the first side is one.
                let rows = array.shape[0];
                let _parts = ctx.charge(rows * 256)?;
                ctx.burn(rows as u64 * 4)?;
                let mut parts = Vec::with_capacity(rows);
                for row in 0..rows {
                    let offset = array.offset.wrapping_add_signed(row as isize * array.strides[0]);
                    let part = array.view(offset, array.shape[1..].to_vec(), array.strides[1..].to_vec());
                    parts.push(part.object(ctx)?);
                }
                parts
            }
            _ => return Err(wrong("Input argument doesn't provide sequence protocol")),
        },
    };
    let mut found = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        let Some(array) = arrays::given(item) else {
            return Err(wrong(&format!("Sequence item with index {index} has a wrong type")));
        };
        found.push(points(ctx, &array, call.function, condition)?);
    }
    Ok(found)
}

/// The points of an array of shape `(n, 2)`, `(n, 1, 2)` or `(1, n, 2)`; empty arrays have none.
pub(super) fn points(
    ctx: &mut Ctx,
    array: &arrays::Array,
    function: &str,
    condition: &str,
) -> PyResult<Vec<[i64; 2]>> {
    let wrong = || assertion(function, condition);
    let integer = matches!(array.dtype, DType::Int32 | DType::Int64 | DType::UInt64);
    let shaped = match array.shape[..] {
        [_, 2] => true,
        [rows, cols, 2] => rows == 1 || cols == 1,
        _ => false,
    };
    if array.size() > 0 && !(integer && shaped) {
        return Err(wrong());
    }
    let _points = ctx.charge(array.size().saturating_mul(16))?;
    let lane = array.lane::<i64>(ctx)?;
    // What does not fit 32 bits is cut, as numpy casts.
    Ok(lane.chunks_exact(2).map(|pair| [pair[0], pair[1]].map(|side| i64::from(side as i32))).collect())
}

/// Two numbers, floats too.
pub(super) fn pair(ctx: &mut Ctx, value: &Value) -> PyResult<Option<[f64; 2]>> {
    let items = match value {
        Value::List(_) | Value::Tuple(_) => ctx.collect(value)?,
        value => match arrays::given(value) {
            Some(array) if array.shape[..] == [2] => {
                let lane = array.lane::<f64>(ctx)?;
                return Ok(Some([lane[0], lane[1]]));
            }
            _ => return Ok(None),
        },
    };
    Ok(match &items[..] {
        [a, b] => number(a).zip(number(b)).map(|(a, b)| [a, b]),
        _ => None,
    })
}
