//! Floats as bytes, for `struct`.

use crate::builtins::integer;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// The bytes of a float of 2, 4 or 8 bytes, the least significant first.
pub(super) fn float_bytes(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [value, size] = args.exactly("float_bytes")?;
    let f = crate::builtins::real(ctx, &value)?;
    let overflow = || Fault::new(ExcKind::OverflowError, "float too large to pack");
    let bytes = match integer(&size)? {
        2 => {
            let half = half_from_f64(f).ok_or_else(overflow)?;
            half.to_le_bytes().to_vec()
        }
        4 if (f as f32).is_infinite() && f.is_finite() => return Err(overflow()),
        4 => (f as f32).to_le_bytes().to_vec(),
        _ => f.to_le_bytes().to_vec(),
    };
    ctx.bytes(bytes)
}

/// The float of 2, 4 or 8 bytes, the least significant first.
pub(super) fn bytes_float(_: &mut Ctx, args: Args) -> PyResult<Value> {
    let [bytes] = args.exactly("bytes_float")?;
    let bytes = crate::builtins::Bytes::expect(&bytes)?;
    Ok(Value::Float(match *bytes {
        [a, b] => half_to_f64(u16::from_le_bytes([a, b])),
        [a, b, c, d] => f32::from_le_bytes([a, b, c, d]).into(),
        [a, b, c, d, e, f, g, h] => f64::from_le_bytes([a, b, c, d, e, f, g, h]),
        _ => return Err(Fault::value_error("a float has 2, 4 or 8 bytes")),
    }))
}

/// The nearest float of 16 bits, ties to even; `None` beyond their range.
fn half_from_f64(f: f64) -> Option<u16> {
    let sign = if f.is_sign_negative() { 0x8000 } else { 0 };
    if f.is_nan() {
        return Some(sign | 0x7e00);
    }
    let size = f.abs();
    if size.is_infinite() {
        return Some(sign | 0x7c00);
    }
    let (_, exponent) = libm::frexp(size);
    // The place of the last digit: ten behind the first, and no smaller than the smallest number.
    let last = (exponent - 11).max(-24);
    let digits = libm::rint(libm::ldexp(size, -last)) as u32;
    let bits = if last == -24 { digits } else { digits + (((last + 24) as u32) << 10) };
    (bits < 0x7c00).then_some(sign | bits as u16)
}

/// The value of a float of 16 bits.
fn half_to_f64(bits: u16) -> f64 {
    let fraction = f64::from(bits & 0x3ff);
    let size = match (bits >> 10) & 0x1f {
        0 => libm::ldexp(fraction, -24),
        0x1f if bits & 0x3ff == 0 => f64::INFINITY,
        0x1f => f64::NAN,
        exponent => libm::ldexp(fraction + 1024.0, i32::from(exponent) - 25),
    };
    if bits & 0x8000 == 0 { size } else { -size }
}
