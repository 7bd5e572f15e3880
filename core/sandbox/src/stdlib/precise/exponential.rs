//! Powers, logarithms and what is made of them.

use super::double::{Double, INVERSE_FACTORIALS, product};

const LN_2: Double = Double { high: std::f64::consts::LN_2, low: 2.319_046_813_846_299_6e-17 };
/// `1 / ln 2`.
const LOG2_E: Double = Double { high: std::f64::consts::LOG2_E, low: 2.035_527_374_093_103_3e-17 };
/// Results beyond these powers of e are left to the portable library.
const LARGEST: f64 = 708.0;
/// How often the argument is halved before the series, and the result squared after it.
const HALVINGS: i32 = 6;

/// `exp(x)` as a number below 2 and a power of two.
fn exp_parts(x: Double) -> (Double, i32) {
    let power = libm::rint(x.high / LN_2.high);
    let rest = x - product(power, LN_2.high) - product(power, LN_2.low);
    let rest = rest.scale(1.0 / f64::from(1 << HALVINGS));
    // exp(r) - 1, which keeps its digits when it is squared: (1 + s)^2 - 1 = 2s + s^2.
    let mut series = Double::ZERO;
    for factor in INVERSE_FACTORIALS[1..=11].iter().rev() {
        series = (series + *factor) * rest;
    }
    for _ in 0..HALVINGS {
        series = series.scale(2.0) + series * series;
    }
    (series + Double::new(1.0), power as i32)
}

fn exp_double(x: Double) -> Double {
    let (value, power) = exp_parts(x);
    value.scale(libm::ldexp(1.0, power))
}

/// The logarithm of a positive, normal number.
fn log_double(x: f64) -> Double {
    let offset = x - 1.0;
    if offset.abs() < 1e-5 {
        // The series of log(1 + f).
        let f = Double::new(offset);
        let mut series = Double::ZERO;
        for n in (1..=8).rev() {
            let sign = if n % 2 == 0 { -1.0 } else { 1.0 };
            series = series * f + Double::new(sign) / Double::new(f64::from(n));
        }
        return series * f;
    }
    // One step of Newton's from a good value.
    let (m, power) = libm::frexp(x);
    let near = libm::log(m);
    let error = exp_double(Double::new(-near)) * Double::new(m) - Double::new(1.0);
    let log = Double::new(near) + error - (error * error).scale(0.5);
    log + product(f64::from(power), LN_2.high) + product(f64::from(power), LN_2.low)
}

fn ordinary(x: f64) -> bool {
    x.is_normal() && x > 0.0
}

/// e to the power of `x`.
pub(crate) fn exp(x: f64) -> f64 {
    if x.abs() > LARGEST || x.is_nan() {
        return libm::exp(x);
    }
    exp_double(Double::new(x)).value()
}

/// 2 to the power of `x`.
pub(crate) fn exp2(x: f64) -> f64 {
    if x.abs() > 1000.0 || x.is_nan() {
        return libm::exp2(x);
    }
    exp_double(LN_2 * Double::new(x)).value()
}

/// The natural logarithm.
pub(crate) fn log(x: f64) -> f64 {
    if ordinary(x) { log_double(x).value() } else { libm::log(x) }
}

/// The logarithm to base 2.
pub(crate) fn log2(x: f64) -> f64 {
    if ordinary(x) { (log_double(x) * LOG2_E).value() } else { libm::log2(x) }
}

/// The logarithm to base 10, in the steps of glibc, which rounds it more than once.
#[allow(clippy::approx_constant, clippy::excessive_precision)] // parts of log10(2) and log10(e), written out
pub(crate) fn log10(x: f64) -> f64 {
    if !ordinary(x) {
        return libm::log10(x);
    }
    let (mantissa, exponent) = libm::frexp(x);
    // Below 1 the mantissa is in [1, 2) before it is moved, above it in [0.5, 1).
    let exponent = f64::from(exponent - 1);
    let (mantissa, power) =
        if exponent < 0.0 { (mantissa, exponent + 1.0) } else { (mantissa * 2.0, exponent) };
    let low = power * 3.694_239_077_158_930_786_16e-13 + 4.342_944_819_032_518_166_68e-1 * log(mantissa);
    low + power * 3.010_299_956_636_117_713_06e-1
}

/// `base` to the power of `exponent`.
pub(crate) fn pow(base: f64, exponent: f64) -> f64 {
    let magnitude = base.abs();
    if !ordinary(magnitude) || !exponent.is_finite() || exponent == 0.0 || magnitude == 1.0 {
        return libm::pow(base, exponent);
    }
    let whole = libm::floor(exponent) == exponent;
    if base < 0.0 && !whole {
        return f64::NAN;
    }
    let rough = exponent * libm::log(magnitude);
    if rough.abs() > LARGEST || exponent.abs() > 1e15 {
        return libm::pow(base, exponent);
    }
    let power = if exponent == 1.0 {
        magnitude
    } else if exponent == 2.0 {
        magnitude * magnitude
    } else if exponent == 0.5 {
        magnitude.sqrt()
    } else {
        let (log, power) = (log_double(magnitude), Double::new(exponent));
        exp_double(log * power).value()
    };
    let odd = whole && libm::fmod(exponent, 2.0) != 0.0;
    if base < 0.0 && odd { -power } else { power }
}

/// The size from which the smaller of the two exponentials does not count.
const LOPSIDED: f64 = 22.0;

/// The hyperbolic sine, in the steps of glibc.
pub(crate) fn sinh(x: f64) -> f64 {
    let size = x.abs();
    let half = 0.5_f64.copysign(x);
    if !(1e-8..=LARGEST).contains(&size) {
        return libm::sinh(x);
    }
    if size >= LOPSIDED {
        return half * exp(size);
    }
    let t = libm::expm1(size);
    if size < 1.0 { half * (2.0 * t - t * t / (t + 1.0)) } else { half * (t + t / (t + 1.0)) }
}

/// The hyperbolic cosine, in the steps of glibc.
pub(crate) fn cosh(x: f64) -> f64 {
    let size = x.abs();
    if size > LARGEST || x.is_nan() {
        return libm::cosh(x);
    }
    if size >= LOPSIDED {
        return 0.5 * exp(size);
    }
    if size < 0.5 * std::f64::consts::LN_2 {
        let t = libm::expm1(size);
        let w = 1.0 + t;
        return if size < 1e-17 { w } else { 1.0 + t * t / (w + w) };
    }
    let t = exp(size);
    0.5 * t + 0.5 / t
}

/// The hyperbolic tangent, in the steps of glibc.
pub(crate) fn tanh(x: f64) -> f64 {
    let size = x.abs();
    if !(1e-16..LOPSIDED).contains(&size) {
        return libm::tanh(x);
    }
    let value = if size >= 1.0 {
        1.0 - 2.0 / (libm::expm1(2.0 * size) + 2.0)
    } else {
        let t = libm::expm1(-2.0 * size);
        -t / (t + 2.0)
    };
    value.copysign(x)
}

/// The inverse of the hyperbolic sine, in the steps of glibc.
pub(crate) fn asinh(x: f64) -> f64 {
    let size = x.abs();
    if !(1e-8..1e8).contains(&size) {
        return libm::asinh(x);
    }
    let value = if size > 2.0 {
        log(2.0 * size + 1.0 / ((x * x + 1.0).sqrt() + size))
    } else {
        let t = x * x;
        libm::log1p(size + t / (1.0 + (1.0 + t).sqrt()))
    };
    value.copysign(x)
}

/// The inverse of the hyperbolic cosine, in the steps of glibc.
pub(crate) fn acosh(x: f64) -> f64 {
    if !(1.0..1e8).contains(&x) {
        return libm::acosh(x);
    }
    if x > 2.0 {
        let t = x * x;
        return log(2.0 * x - 1.0 / (x + (t - 1.0).sqrt()));
    }
    let t = x - 1.0;
    libm::log1p(t + (2.0 * t + t * t).sqrt())
}
