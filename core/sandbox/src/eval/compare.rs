//! Equality and order.

use super::value::Value;

/// Equality of values without parts; `None` for anything else.
pub(crate) fn scalars_equal(a: &Value, b: &Value) -> Option<bool> {
    Some(match (a, b) {
        (Value::Str(a), Value::Str(b)) => std::rc::Rc::ptr_eq(a, b) || **a == **b,
        (Value::Int(a), Value::Int(b)) => a == b,
        (Value::None, Value::None) => true,
        (Value::Big(a), Value::Big(b)) => a.number == b.number,
        (Value::Float(a), Value::Float(b)) => a == b,
        (Value::Bool(a), Value::Bool(b)) => a == b,
        (Value::Bool(_) | Value::Int(_), Value::Bool(_) | Value::Int(_)) => a.as_i64() == b.as_i64(),
        (Value::Float(f), Value::Bool(_) | Value::Int(_))
        | (Value::Bool(_) | Value::Int(_), Value::Float(f)) => {
            let i = a.as_i64().or(b.as_i64())?;
            *f == i as f64 && *f as i128 == i128::from(i)
        }
        (Value::Float(f), Value::Big(big)) | (Value::Big(big), Value::Float(f)) => {
            num_traits::FromPrimitive::from_f64(*f)
                .is_some_and(|n: num_bigint::BigInt| f.fract() == 0.0 && n == big.number)
        }
        (Value::Range(a), Value::Range(b)) => {
            a.len() == b.len() && (a.is_empty() || (a.start == b.start && (a.len() == 1 || a.step == b.step)))
        }
        _ => return None,
    })
}
