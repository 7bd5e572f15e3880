//! The loops over blocks of numbers behind [`binary`](super::binary).

use super::binary::Op2;
use super::data::LaneNum;
use crate::eval::arith::float_divmod;
use crate::eval::fault::{Fault, PyResult};

fn zip<T: Copy>(a: &[T], b: &[T], out: &mut [T], f: impl Fn(T, T) -> T) {
    for ((value, x), y) in out.iter_mut().zip(a).zip(b) {
        *value = f(*x, *y);
    }
}

fn floor_div(x: i64, y: i64) -> i64 {
    match y {
        0 => 0,
        -1 => x.wrapping_neg(),
        _ => {
            let quotient = x / y;
            if x % y != 0 && (x < 0) != (y < 0) { quotient - 1 } else { quotient }
        }
    }
}

fn modulo(x: i64, y: i64) -> i64 {
    if y == 0 || y == -1 { 0 } else { x.wrapping_sub(floor_div(x, y).wrapping_mul(y)) }
}

/// Integers; wider than the result, which wraps when it is stored.
pub(super) fn ints(op: Op2, a: &[i64], b: &[i64], out: &mut [i64]) -> PyResult<()> {
    match op {
        Op2::Add => zip(a, b, out, i64::wrapping_add),
        Op2::Sub => zip(a, b, out, i64::wrapping_sub),
        Op2::Mul => zip(a, b, out, i64::wrapping_mul),
        Op2::FloorDiv => zip(a, b, out, floor_div),
        Op2::Mod => zip(a, b, out, modulo),
        Op2::FMod => zip(a, b, out, |x, y| if y == 0 || y == -1 { 0 } else { x % y }),
        Op2::Pow => {
            if b.iter().any(|exponent| *exponent < 0) {
                return Err(Fault::value_error("Integers to negative integer powers are not allowed."));
            }
            zip(a, b, out, power);
        }
        Op2::LShift => zip(a, b, out, |x, y| if (0..64).contains(&y) { x << y } else { 0 }),
        Op2::RShift => zip(a, b, out, |x, y| if (0..64).contains(&y) { x >> y } else { x >> 63 }),
        Op2::And => zip(a, b, out, |x, y| x & y),
        Op2::Or => zip(a, b, out, |x, y| x | y),
        Op2::Xor => zip(a, b, out, |x, y| x ^ y),
        Op2::Maximum | Op2::FMax => zip(a, b, out, i64::max),
        Op2::Minimum | Op2::FMin => zip(a, b, out, i64::min),
        _ => out.fill(0),
    }
    Ok(())
}

fn power(mut base: i64, mut exponent: i64) -> i64 {
    let mut result = 1_i64;
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = result.wrapping_mul(base);
        }
        base = base.wrapping_mul(base);
        exponent >>= 1;
    }
    result
}

/// Floats; rounded to single precision when they are stored so.
pub(super) fn floats(op: Op2, a: &[f64], b: &[f64], out: &mut [f64]) {
    match op {
        Op2::Add => zip(a, b, out, |x, y| x + y),
        Op2::Sub => zip(a, b, out, |x, y| x - y),
        Op2::Mul => zip(a, b, out, |x, y| x * y),
        Op2::Div => zip(a, b, out, |x, y| x / y),
        Op2::FloorDiv => zip(a, b, out, |x, y| if y == 0.0 { x / y } else { float_divmod(x, y).0 }),
        Op2::Mod => zip(a, b, out, |x, y| if y == 0.0 { f64::NAN } else { float_divmod(x, y).1 }),
        Op2::FMod => zip(a, b, out, libm::fmod),
        Op2::Pow => zip(a, b, out, |x, y| match y {
            2.0 => x * x,
            1.0 => x,
            0.5 => libm::sqrt(x),
            _ => libm::pow(x, y),
        }),
        Op2::Maximum => {
            zip(a, b, out, |x, y| if x.is_nan() || x >= y { x } else { y });
        }
        Op2::Minimum => {
            zip(a, b, out, |x, y| if x.is_nan() || x <= y { x } else { y });
        }
        Op2::FMax => zip(a, b, out, |x, y| if y.is_nan() || x >= y { x } else { y }),
        Op2::FMin => zip(a, b, out, |x, y| if y.is_nan() || x <= y { x } else { y }),
        Op2::Hypot => zip(a, b, out, libm::hypot),
        Op2::Arctan2 => zip(a, b, out, libm::atan2),
        Op2::Copysign => zip(a, b, out, f64::copysign),
        _ => out.fill(0.0),
    }
}

/// Comparisons and logic: 1 for true.
pub(super) fn truths<T: LaneNum>(op: Op2, a: &[T], b: &[T], out: &mut [i64]) {
    fn test<T: Copy>(a: &[T], b: &[T], out: &mut [i64], f: impl Fn(T, T) -> bool) {
        for ((value, x), y) in out.iter_mut().zip(a).zip(b) {
            *value = i64::from(f(*x, *y));
        }
    }
    let zero = T::default();
    match op {
        Op2::Eq => test(a, b, out, |x, y| x == y),
        Op2::Ne => test(a, b, out, |x, y| x != y),
        Op2::Lt => test(a, b, out, |x, y| x < y),
        Op2::Le => test(a, b, out, |x, y| x <= y),
        Op2::Gt => test(a, b, out, |x, y| x > y),
        Op2::Ge => test(a, b, out, |x, y| x >= y),
        Op2::LogicalAnd => test(a, b, out, |x, y| x != zero && y != zero),
        Op2::LogicalOr => test(a, b, out, |x, y| x != zero || y != zero),
        Op2::LogicalXor => test(a, b, out, |x, y| (x != zero) != (y != zero)),
        _ => out.fill(0),
    }
}
