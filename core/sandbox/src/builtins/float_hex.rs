//! `float.hex` and `float.fromhex`.

use super::text;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// Bits of a float's fraction.
const FRACTION: u32 = 52;

/// The exact value in hexadecimal digits.
pub(super) fn hex(f: f64) -> String {
    let sign = if f.is_sign_negative() && !f.is_nan() { "-" } else { "" };
    if f.is_nan() {
        return "nan".to_owned();
    }
    if f.is_infinite() {
        return format!("{sign}inf");
    }
    if f == 0.0 {
        return format!("{sign}0x0.0p+0");
    }
    let bits = f.to_bits();
    let fraction = bits & ((1 << FRACTION) - 1);
    let biased = (bits >> FRACTION) & 0x7ff;
    let (lead, exponent) = if biased == 0 { (0, -1022) } else { (1, biased as i64 - 1023) };
    format!("{sign}0x{lead}.{fraction:013x}p{exponent:+}")
}

pub(super) fn from_hex(_: &mut Ctx, args: Args) -> PyResult<Value> {
    let [source] = args.exactly("fromhex")?;
    let source = text(&source, "fromhex")?;
    let invalid = || Fault::value_error("invalid hexadecimal floating-point string");
    // Longer texts say nothing more than digits that do not count.
    let trimmed = source.trim().to_ascii_lowercase();
    let plain = trimmed.strip_prefix(['+', '-']).unwrap_or(&trimmed);
    let sign = if trimmed.starts_with('-') { -1.0 } else { 1.0 };
    match plain {
        "inf" | "infinity" => return Ok(Value::Float(sign * f64::INFINITY)),
        "nan" => return Ok(Value::Float(f64::NAN)),
        _ => {}
    }
    let digits = plain.strip_prefix("0x").unwrap_or(plain);
    let (digits, exponent) = match digits.split_once('p') {
        Some((digits, exponent)) => (digits, exponent.parse::<i64>().map_err(|_| invalid())?),
        None => (digits, 0),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() && part.is_empty() {
        return Err(invalid());
    }
    // The leading 64 bits, and whether anything follows them: enough to round once.
    let (mut bits, mut sticky, mut dropped) = (0u64, false, 0i64);
    for c in whole.chars().chain(part.chars()) {
        let digit = u64::from(c.to_digit(16).ok_or_else(invalid)?);
        if bits >> 60 == 0 {
            bits = bits << 4 | digit;
        } else {
            sticky |= digit != 0;
            dropped += 4;
        }
    }
    let exponent = exponent.saturating_sub(4 * part.len() as i64).saturating_add(dropped);
    let value = scaled(bits, sticky, exponent.clamp(-5000, 5000) as i32);
    if value.is_infinite() {
        return Err(Fault::new(
            ExcKind::OverflowError,
            "hexadecimal value too large to represent as a float",
        ));
    }
    Ok(Value::Float(sign * value))
}

/// `bits * 2 ** exponent`, rounded once.
fn scaled(bits: u64, sticky: bool, exponent: i32) -> f64 {
    if bits == 0 {
        return 0.0;
    }
    let length = 64 - bits.leading_zeros() as i32;
    // The last place that a float of this size has.
    let last = (exponent + length - 53).max(-1074);
    let drop = last - exponent;
    if drop <= 0 {
        return libm::ldexp(bits as f64, exponent);
    }
    if drop > 64 {
        return 0.0;
    }
    let wide = u128::from(bits);
    let (kept, rest) = (wide >> drop, wide & ((1 << drop) - 1));
    let half = 1u128 << (drop - 1);
    let up = rest > half || (rest == half && (sticky || kept & 1 == 1));
    libm::ldexp((kept as u64 + u64::from(up)) as f64, last)
}
