//! Floats of 16 bits.

/// The nearest float of 16 bits, ties to even; `None` beyond their range.
pub(super) fn from_f64(f: f64) -> Option<u16> {
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
pub(super) fn to_f64(bits: u16) -> f64 {
    let fraction = f64::from(bits & 0x3ff);
    let size = match (bits >> 10) & 0x1f {
        0 => libm::ldexp(fraction, -24),
        0x1f if bits & 0x3ff == 0 => f64::INFINITY,
        0x1f => f64::NAN,
        exponent => libm::ldexp(fraction + 1024.0, i32::from(exponent) - 25),
    };
    if bits & 0x8000 == 0 { size } else { -size }
}
