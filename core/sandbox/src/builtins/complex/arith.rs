//! Arithmetic of complex numbers, in the steps of C's Annex G that CPython takes.

use super::Complex;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::BinaryOp;
use crate::stdlib::precise;

/// Exponents up to this size are powers by multiplication.
const SMALL_POWER: f64 = 100.0;

pub(super) fn binary(op: BinaryOp, a: Complex, b: Complex) -> PyResult<Option<Complex>> {
    Ok(Some(match op {
        BinaryOp::Add => Complex { re: a.re + b.re, im: a.im + b.im },
        BinaryOp::Sub => Complex { re: a.re - b.re, im: a.im - b.im },
        BinaryOp::Mul => product(a, b),
        BinaryOp::Div => quotient(a, b)?,
        BinaryOp::Pow => pow(a, b)?,
        _ => return Ok(None),
    }))
}

fn product(a: Complex, b: Complex) -> Complex {
    Complex { re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re }
}

fn quotient(a: Complex, b: Complex) -> PyResult<Complex> {
    // The larger part divides, so that nothing overflows without need.
    if b.re.abs() >= b.im.abs() {
        if b.re == 0.0 {
            return Err(Fault::new(ExcKind::ZeroDivisionError, "complex division by zero"));
        }
        let ratio = b.im / b.re;
        let scale = b.re + b.im * ratio;
        Ok(Complex { re: (a.re + a.im * ratio) / scale, im: (a.im - a.re * ratio) / scale })
    } else if b.im.abs() >= b.re.abs() {
        let ratio = b.re / b.im;
        let scale = b.re * ratio + b.im;
        Ok(Complex { re: (a.re * ratio + a.im) / scale, im: (a.im * ratio - a.re) / scale })
    } else {
        Ok(Complex { re: f64::NAN, im: f64::NAN })
    }
}

pub(super) fn pow(base: Complex, exponent: Complex) -> PyResult<Complex> {
    let whole =
        exponent.im == 0.0 && exponent.re == libm::floor(exponent.re) && exponent.re.abs() <= SMALL_POWER;
    let zero = base.re == 0.0 && base.im == 0.0;
    if zero && (exponent.im != 0.0 || exponent.re < 0.0) {
        return Err(Fault::new(ExcKind::ZeroDivisionError, "0.0 to a negative or complex power"));
    }
    let power = if whole {
        let times = exponent.re as i32;
        let power = repeated(base, times.unsigned_abs());
        if times > 0 { power } else { quotient(Complex { re: 1.0, im: 0.0 }, power)? }
    } else if zero {
        base
    } else {
        let size = precise::norm(&[base.re, base.im]);
        let angle = precise::atan2(base.im, base.re);
        let mut length = precise::pow(size, exponent.re);
        let mut phase = angle * exponent.re;
        if exponent.im != 0.0 {
            length *= precise::exp(-angle * exponent.im);
            phase += exponent.im * precise::log(size);
        }
        Complex { re: length * precise::cos(phase), im: length * precise::sin(phase) }
    };
    let finite = [base.re, base.im, exponent.re, exponent.im].iter().all(|part| part.is_finite());
    if finite && !(power.re.is_finite() && power.im.is_finite()) {
        return Err(Fault::new(ExcKind::OverflowError, "complex exponentiation"));
    }
    Ok(power)
}

/// A power by squaring.
fn repeated(base: Complex, times: u32) -> Complex {
    let mut result = Complex { re: 1.0, im: 0.0 };
    let mut square = base;
    let mut left = times;
    while left > 0 {
        if left & 1 == 1 {
            result = product(result, square);
        }
        left >>= 1;
        square = product(square, square);
    }
    result
}
