//! `int` and `float` of text and bytes.

use num_bigint::BigInt;

use super::{Bytes, integer};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// Digits that a text of an integer may have.
const MAX_DIGITS: usize = 4300;

pub(super) fn no_integer(value: &Value) -> Fault {
    if value.type_name() == "numpy.ndarray" {
        return Fault::type_error("only 0-dimensional arrays can be converted to Python scalars");
    }
    Fault::type_error(format!(
        "int() argument must be a string, a bytes-like object or a real number, not '{}'",
        value.type_name()
    ))
}

/// The text of a `str` or of `bytes`.
fn text_of(ctx: &mut Ctx, value: &Value) -> PyResult<Option<String>> {
    if let Some(text) = crate::eval::instance::plain(value).as_str() {
        ctx.burn(text.len() as u64 / 16)?;
        drop(ctx.charge(text.len())?);
        return Ok(Some(text.to_owned()));
    }
    let Some(bytes) = Bytes::of(value) else { return Ok(None) };
    ctx.burn(bytes.len() as u64 / 16)?;
    drop(ctx.charge(2 * bytes.len())?);
    Ok(Some(bytes.iter().map(|byte| char::from(*byte)).collect()))
}

pub(super) fn int_new(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [value, base] = args.bind("int", ["x", "base"], 0)?;
    let Some(value) = value else {
        if base.is_some() {
            return Err(Fault::type_error("int() missing string argument"));
        }
        return Ok(Value::Int(0));
    };
    let Some(text) = text_of(ctx, &value)? else {
        if base.is_some() {
            return Err(Fault::type_error("int() can't convert non-string with explicit base"));
        }
        return ctx.truncate(&value);
    };
    let base = base.map_or(Ok(10), |base| integer(&base))?;
    if base != 0 && !(2..=36).contains(&base) {
        return Err(Fault::value_error("int() base must be >= 2 and <= 36, or 0"));
    }
    match parsed_integer(ctx, text.trim(), base as u32)? {
        Some(number) => ctx.integer(number),
        None => {
            let shown: String = ctx.repr(&value)?.chars().take(200).collect();
            Err(Fault::value_error(format!("invalid literal for int() with base {base}: {shown}")))
        }
    }
}

fn parsed_integer(ctx: &mut Ctx, text: &str, base: u32) -> PyResult<Option<BigInt>> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let lower = unsigned.to_ascii_lowercase();
    let prefix = match lower.get(..2) {
        Some("0x") => Some(16),
        Some("0o") => Some(8),
        Some("0b") => Some(2),
        _ => None,
    };
    let (radix, digits) = match prefix {
        // One underscore may follow the prefix.
        Some(prefix) if base == 0 || base == prefix => {
            (prefix, lower[2..].strip_prefix('_').unwrap_or(&lower[2..]))
        }
        _ => (if base == 0 { 10 } else { base }, &*lower),
    };
    // Underscores stand between digits.
    if digits.starts_with('_') || digits.ends_with('_') || digits.contains("__") {
        return Ok(None);
    }
    let digits = digits.replace('_', "");
    let leading_zero = base == 0 && prefix.is_none() && digits.starts_with('0');
    if digits.is_empty()
        || digits.starts_with(['-', '+'])
        || (leading_zero && digits.bytes().any(|digit| digit != b'0'))
    {
        return Ok(None);
    }
    if digits.len() > MAX_DIGITS {
        return Err(Fault::value_error(format!(
            "Exceeds the limit ({MAX_DIGITS} digits) for integer string conversion: value has {} digits; \
             use sys.set_int_max_str_digits() to increase the limit",
            digits.len()
        )));
    }
    ctx.burn((digits.len() * digits.len() / 256) as u64)?;
    let number = BigInt::parse_bytes(digits.as_bytes(), radix);
    Ok(number.map(|number| if text.starts_with('-') { -number } else { number }))
}

pub(super) fn float_new(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [value] = args.between("float", 0)?;
    let Some(value) = value else { return Ok(Value::Float(0.0)) };
    let Some(text) = text_of(ctx, &value)? else {
        return match super::real(ctx, &value) {
            Ok(f) => Ok(Value::Float(f)),
            Err(_) if value.type_name() == "numpy.ndarray" => Err(no_integer(&value)),
            Err(fault) if fault.is(ExcKind::TypeError) => Err(Fault::type_error(format!(
                "float() argument must be a string or a real number, not '{}'",
                value.type_name()
            ))),
            Err(fault) => Err(fault),
        };
    };
    match parsed_float(text.trim()) {
        Some(f) => Ok(Value::Float(f)),
        None => {
            let shown = ctx.repr(&value)?;
            Err(Fault::value_error(format!("could not convert string to float: {shown}")))
        }
    }
}

/// The float that a text writes.
pub(super) fn parsed_float(text: &str) -> Option<f64> {
    let plain = text.strip_prefix(['+', '-']).unwrap_or(text);
    let value = match plain.to_ascii_lowercase().as_str() {
        "inf" | "infinity" => f64::INFINITY,
        "nan" => f64::NAN,
        _ => plain_float(plain)?,
    };
    Some(if text.starts_with('-') { -value } else { value })
}

/// The float that digits write; underscores stand between digits only.
pub(crate) fn plain_float(text: &str) -> Option<f64> {
    if !text.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    if !text.contains('_') {
        return text.parse().ok();
    }
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let between = (1..bytes.len()).filter(|at| bytes[*at] == b'_').all(|at| digit(at - 1) && digit(at + 1));
    if between { text.replace('_', "").parse().ok() } else { None }
}
