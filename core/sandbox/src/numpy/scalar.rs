//! numpy's scalars: what `a[0]` and `a.sum()` give.

use super::array::Array;
use super::binary::{self, Op2};
use super::dtype::DType;
use super::operand::Operand;
use super::{methods, print};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::heap::Charge;
use crate::eval::host::{BinaryOp, CompareOp, Host, NativeType, UnaryOp};
use crate::eval::value::Value;

/// A number of an array's element, integers of 64 unsigned bits by their bits.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Num {
    Int(i64),
    Float(f64),
}

impl Num {
    /// As an integer, cut off towards zero.
    pub fn int(self) -> i64 {
        match self {
            Self::Int(int) => int,
            Self::Float(float) => super::data::truncate(float),
        }
    }

    /// As a float; `dtype` is the type that the number came from.
    pub fn float(self, dtype: DType) -> f64 {
        match self {
            Self::Int(int) if dtype == DType::UInt64 => int as u64 as f64,
            Self::Int(int) => int as f64,
            Self::Float(float) => float,
        }
    }

    /// Whether it is not zero.
    pub fn truth(self) -> bool {
        match self {
            Self::Int(int) => int != 0,
            Self::Float(float) => float != 0.0,
        }
    }
}

/// A numpy scalar.
pub(crate) struct Scalar {
    pub dtype: DType,
    pub num: Num,
    #[allow(dead_code)] // held for its drop
    charge: Charge,
}

/// A numpy scalar as a value.
pub(super) fn value(ctx: &Ctx, dtype: DType, num: Num) -> PyResult<Value> {
    let charge = ctx.charge(96)?;
    Ok(Value::from_host(Scalar { dtype, num: dtype.fit(num), charge }))
}

/// The Python number of an element.
pub(super) fn python(ctx: &Ctx, dtype: DType, num: Num) -> PyResult<Value> {
    match (dtype, num) {
        (DType::Bool, num) => Ok(Value::Bool(num.truth())),
        (DType::UInt64, Num::Int(int)) => ctx.integer((int as u64).into()),
        (_, Num::Int(int)) => Ok(Value::Int(int)),
        (_, Num::Float(float)) => Ok(Value::Float(float)),
    }
}

impl Host for Scalar {
    fn type_name(&self) -> &'static str {
        super::types::class(self.dtype).name
    }

    fn class(&self) -> Option<&'static NativeType> {
        Some(super::types::class(self.dtype))
    }

    fn get_attr(&self, ctx: &mut Ctx, this: &Value, name: &str) -> PyResult<Option<Value>> {
        match name {
            "real" | "T" => Ok(Some(this.clone())),
            "shape" | "ndim" | "size" | "dtype" | "itemsize" | "nbytes" | "imag" => {
                let array = Array::of_num(ctx, self.dtype, self.num)?;
                methods::attribute(ctx, &array, name)
            }
            _ => Ok(None),
        }
    }

    fn has_method(&self, name: &str) -> bool {
        methods::known(name) || name == "is_integer"
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        match name {
            "item" | "tolist" => python(ctx, self.dtype, self.num),
            "is_integer" => Ok(Value::Bool(self.num.float(self.dtype).fract() == 0.0)),
            _ if methods::known(name) => {
                let array = Array::of_num(ctx, self.dtype, self.num)?;
                methods::call(ctx, &array, name, args)
            }
            _ => Err(Fault::no_attribute(self.type_name(), name)),
        }
    }

    fn binary(
        &self,
        ctx: &mut Ctx,
        this: &Value,
        op: BinaryOp,
        other: &Value,
        reflected: bool,
    ) -> PyResult<Option<Value>> {
        // `[0] * np.int64(3)` repeats the list.
        if op == BinaryOp::Mul
            && let (Value::List(_) | Value::Tuple(_) | Value::Str(_), DType::Int64) = (other, self.dtype)
        {
            let times = Value::Int(self.num.int());
            return ctx.binary(op, other, &times).map(Some);
        }
        binary::operator(ctx, this, op, other, reflected)
    }

    fn unary(&self, ctx: &mut Ctx, this: &Value, op: UnaryOp) -> PyResult<Option<Value>> {
        super::unary::operator(ctx, this, op).map(Some)
    }

    fn compare(&self, ctx: &mut Ctx, this: &Value, op: CompareOp, other: &Value) -> PyResult<Option<Value>> {
        let left = Operand::Scalar(self.dtype, self.num);
        let right = match other {
            // A plain number needs no conversion.
            Value::Int(_) | Value::Float(_) | Value::Host(_) => Operand::of(ctx, other)?,
            _ => return binary::comparison(ctx, this, op, other),
        };
        match right {
            Some(right) => binary::apply(ctx, Op2::from_compare(op), left, right).map(Some),
            None => Ok(None),
        }
    }

    fn get_item(&self, ctx: &mut Ctx, key: &Value) -> PyResult<Value> {
        if matches!(key, Value::Tuple(_) | Value::Ellipsis | Value::None) {
            let array = Array::of_num(ctx, self.dtype, self.num)?;
            return super::index::get(ctx, &array, key);
        }
        Err(Fault::new(
            crate::eval::exception::ExcKind::IndexError,
            "invalid index to scalar variable.".to_owned(),
        ))
    }

    fn truthy(&self, _: &mut Ctx) -> PyResult<bool> {
        Ok(self.num.truth())
    }

    fn repr(&self, _: &mut Ctx) -> PyResult<String> {
        let text = print::scalar(self.dtype, self.num);
        Ok(match self.dtype {
            DType::Bool => format!("np.{text}_"),
            dtype => format!("np.{}({text})", dtype.name()),
        })
    }

    fn str(&self, _: &mut Ctx) -> PyResult<String> {
        Ok(print::scalar(self.dtype, self.num))
    }

    fn number(&self) -> Option<Value> {
        Some(match (self.dtype, self.num) {
            (DType::Bool, num) => Value::Bool(num.truth()),
            (DType::UInt64, Num::Int(int)) if int < 0 => Value::Float(int as u64 as f64),
            (_, Num::Int(int)) => Value::Int(int),
            (_, Num::Float(float)) => Value::Float(float),
        })
    }
}
