//! What takes part in arithmetic: arrays, numpy's scalars, and Python's numbers, which adapt to the
//! others.

use super::array::Array;
use super::data::LaneNum;
use super::dtype::DType;
use super::ndarray::NdArray;
use super::scalar::{Num, Scalar};
use super::walk::Walk;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// One side of an operation.
pub(super) enum Operand {
    /// An array of at least one dimension.
    Array(Array),
    /// A numpy scalar, or a Python `bool`, which is as definite.
    Scalar(DType, Num),
    /// A Python `int`.
    Int(i64),
    /// A Python `float`.
    Float(f64),
}

impl Operand {
    /// The operand that a value is; `None` if it is no number and no array.
    pub fn of(ctx: &mut Ctx, value: &Value) -> PyResult<Option<Self>> {
        Ok(Some(match value {
            Value::Int(int) => Self::Int(*int),
            Value::Float(float) => Self::Float(*float),
            Value::Bool(truth) => Self::Scalar(DType::Bool, Num::Int(i64::from(*truth))),
            Value::Big(_) => {
                return Err(Fault::new(ExcKind::OverflowError, "Python int too large to convert to C long"));
            }
            Value::Host(_) => {
                if let Some(scalar) = value.host::<Scalar>() {
                    Self::Scalar(scalar.dtype, scalar.num)
                } else if let Some(array) = value.host::<NdArray>() {
                    Self::from_array(array.array.clone())
                } else if crate::pil::is_image(value) {
                    Self::from_array(super::from_value::array(ctx, value, None)?)
                } else {
                    return Ok(None);
                }
            }
            Value::List(_) | Value::Tuple(_) | Value::Range(_) => {
                Self::from_array(super::from_value::array(ctx, value, None)?)
            }
            _ => return Ok(None),
        }))
    }

    /// The operand that an argument is.
    pub fn need(ctx: &mut Ctx, value: &Value, function: &str) -> PyResult<Self> {
        Self::of(ctx, value)?.ok_or_else(|| {
            Fault::type_error(format!(
                "ufunc '{function}' not supported for the input types: '{}' is neither a number nor an array",
                value.type_name()
            ))
        })
    }

    /// An array; without dimensions it counts as a scalar.
    pub fn from_array(array: Array) -> Self {
        if array.shape.is_empty() {
            return Self::Scalar(array.dtype, array.first());
        }
        Self::Array(array)
    }

    /// The element type, if it is definite.
    fn strong(&self) -> Option<DType> {
        match self {
            Self::Array(array) => Some(array.dtype),
            Self::Scalar(dtype, _) => Some(*dtype),
            Self::Int(_) | Self::Float(_) => None,
        }
    }

    /// The element type when nothing else decides.
    pub fn dtype(&self) -> DType {
        match self {
            Self::Int(_) => DType::Int64,
            Self::Float(_) => DType::Float64,
            Self::Array(Array { dtype, .. }) | Self::Scalar(dtype, _) => *dtype,
        }
    }

    /// The element type beside a definite one.
    fn beside(&self, other: DType) -> DType {
        match self {
            Self::Int(_) if other == DType::Bool => DType::Int64,
            Self::Int(_) => other,
            Self::Float(_) if other.is_float() => other,
            Self::Float(_) => DType::Float64,
            definite => definite.dtype().promote(other),
        }
    }

    /// The element type that both sides become.
    pub fn common(&self, other: &Self) -> DType {
        match (self.strong(), other.strong()) {
            (Some(a), Some(b)) => a.promote(b),
            (Some(a), None) => other.beside(a),
            (None, Some(b)) => self.beside(b),
            (None, None) => self.dtype().promote(other.dtype()),
        }
    }

    /// Python integers must fit the type that they become.
    pub fn check(&self, dtype: DType) -> PyResult<()> {
        match self {
            Self::Int(int) => check_int(*int, dtype),
            _ => Ok(()),
        }
    }

    pub fn shape(&self) -> &[usize] {
        match self {
            Self::Array(array) => &array.shape,
            _ => &[],
        }
    }

    /// The number, if there is only one.
    pub fn num(&self) -> Option<Num> {
        match self {
            Self::Array(_) => None,
            Self::Scalar(_, num) => Some(*num),
            Self::Int(int) => Some(Num::Int(*int)),
            Self::Float(float) => Some(Num::Float(*float)),
        }
    }

    /// As an array, a number as one without dimensions.
    pub fn into_array(self, ctx: &mut Ctx) -> PyResult<Array> {
        let dtype = self.dtype();
        match self {
            Self::Array(array) => Ok(array),
            Self::Scalar(_, num) => Array::of_num(ctx, dtype, num),
            Self::Int(int) => Array::of_num(ctx, dtype, Num::Int(int)),
            Self::Float(float) => Array::of_num(ctx, dtype, Num::Float(float)),
        }
    }

    /// A reader of the operand stretched to `shape`, as elements of `common`.
    pub fn reader(&self, shape: &[usize], common: DType) -> PyResult<Reader> {
        match self {
            Self::Array(array) => {
                let array = array
                    .broadcast(shape)
                    .ok_or_else(|| Fault::value_error("operands could not be broadcast together"))?;
                Ok(Reader::Array(array.walk(), array))
            }
            other => {
                let num = other.num().unwrap_or(Num::Int(0));
                // A float beside single precision is rounded before it takes part.
                let num =
                    if common.is_float() { common.fit(Num::Float(num.float(other.dtype()))) } else { num };
                Ok(Reader::Number(num))
            }
        }
    }
}

/// Whether a Python integer fits an element type.
pub(super) fn check_int(int: i64, dtype: DType) -> PyResult<()> {
    if !dtype.is_int() {
        return Ok(());
    }
    let (low, high) = dtype.range();
    if (low..=high).contains(&i128::from(int)) {
        return Ok(());
    }
    let name = dtype.name();
    Err(Fault::new(ExcKind::OverflowError, format!("Python integer {int} out of bounds for {name}")))
}

/// Gives an operand's elements block by block.
pub(super) enum Reader {
    Array(Walk, Array),
    Number(Num),
}

impl Reader {
    /// The next elements.
    pub fn fill<T: LaneNum>(&mut self, out: &mut [T]) {
        match self {
            Self::Array(walk, array) => array.read(walk, out),
            Self::Number(num) => out.fill(T::of(*num, DType::Int64)),
        }
    }
}

/// An array from an argument: arrays as they are, everything else converted.
pub(super) fn array(ctx: &mut Ctx, value: &Value) -> PyResult<Array> {
    match value.host::<NdArray>() {
        Some(array) => Ok(array.array.clone()),
        None => super::from_value::array(ctx, value, None),
    }
}
