//! Methods of numbers.

use num_traits::Signed;

use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::value::Value;

pub(super) const INT_METHODS: &[&str] =
    &["bit_length", "bit_count", "conjugate", "is_integer", "as_integer_ratio"];
pub(super) const FLOAT_METHODS: &[&str] = &["is_integer", "conjugate", "as_integer_ratio", "hex"];

/// Calls a method; gives the arguments back if there is none of this name.
pub(super) fn call(ctx: &mut Ctx, number: &Value, name: &str, args: Args) -> PyResult<Result<Value, Args>> {
    let value = match (number, name) {
        (Value::Float(f), "is_integer") => Value::Bool(f.is_finite() && f.fract() == 0.0),
        (_, "is_integer") => Value::Bool(true),
        (_, "conjugate") => number.clone(),
        (Value::Float(f), "as_integer_ratio") if f.is_finite() => {
            let mut denominator = 1.0;
            let mut numerator = *f;
            while numerator.fract() != 0.0 {
                numerator *= 2.0;
                denominator *= 2.0;
            }
            let (a, b) = (ctx.float_to_integer(numerator)?, ctx.float_to_integer(denominator)?);
            ctx.tuple(vec![a, b])?
        }
        (Value::Int(_) | Value::Big(_) | Value::Bool(_), "as_integer_ratio") => {
            ctx.tuple(vec![number.clone(), Value::Int(1)])?
        }
        (Value::Int(_) | Value::Big(_) | Value::Bool(_), "bit_length") => {
            Value::Int(ctx.big(number).map_or(0, |n| n.bits() as i64))
        }
        (Value::Int(_) | Value::Big(_) | Value::Bool(_), "bit_count") => Value::Int(
            ctx.big(number)
                .map_or(0, |n| n.abs().to_u64_digits().1.iter().map(|d| i64::from(d.count_ones())).sum()),
        ),
        _ => return Ok(Err(args)),
    };
    Ok(Ok(value))
}
