//! Methods of numbers.

use num_traits::Signed;

use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

pub(super) const INT_METHODS: &[&str] =
    &["bit_length", "bit_count", "conjugate", "is_integer", "as_integer_ratio", "to_bytes"];
pub(super) const FLOAT_METHODS: &[&str] = &["is_integer", "conjugate", "as_integer_ratio", "hex"];

/// Calls a method; gives the arguments back if there is none of this name.
pub(super) fn call(ctx: &mut Ctx, number: &Value, name: &str, args: Args) -> PyResult<Result<Value, Args>> {
    let value = match (number, name) {
        (Value::Float(f), "is_integer") => Value::Bool(f.is_finite() && f.fract() == 0.0),
        (_, "is_integer") => Value::Bool(true),
        (Value::Bool(b), "conjugate") => Value::Int(i64::from(*b)),
        (_, "conjugate") => number.clone(),
        (Value::Float(f), "hex") => {
            let [] = args.exactly("float.hex")?;
            ctx.str(super::float_hex::hex(*f))?
        }
        (Value::Int(_) | Value::Big(_) | Value::Bool(_), "to_bytes") => {
            return super::int_bytes::to_bytes(ctx, number, args).map(Ok);
        }
        (Value::Float(f), "as_integer_ratio") if !f.is_finite() => {
            let what = if f.is_nan() { "NaN" } else { "Infinity" };
            let message = format!("cannot convert {what} to integer ratio");
            return Err(if f.is_nan() {
                Fault::value_error(message)
            } else {
                Fault::new(ExcKind::OverflowError, message)
            });
        }
        (Value::Float(f), "as_integer_ratio") => {
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
            let whole = ctx.truncate(number)?;
            ctx.tuple(vec![whole, Value::Int(1)])?
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
