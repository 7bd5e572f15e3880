//! The gamma function and its logarithm by Lanczos's approximation, with the coefficients of CPython.

use super::{exp, log, pow, sin};

const PI: f64 = std::f64::consts::PI;
const LOG_PI: f64 = 1.144_729_885_849_400_2;
const G: f64 = 6.024_680_040_776_73;
const G_MINUS_HALF: f64 = 5.524_680_040_776_73;

/// Coefficients of numerator and denominator, from the constant term.
const LANCZOS: [(f64, f64); 13] = [
    (23_531_376_880.410_76, 0.0),
    (42_919_803_642.649_1, 39_916_800.0),
    (35_711_959_237.355_67, 120_543_840.0),
    (17_921_034_426.037_21, 150_917_976.0),
    (6_039_542_586.352_028, 105_258_076.0),
    (1_439_720_407.311_721_6, 45_995_730.0),
    (248_874_557.862_054_17, 13_339_535.0),
    (31_426_415.585_400_194, 2_637_558.0),
    (2_876_370.628_935_372_5, 357_423.0),
    (186_056.265_395_223_48, 32_670.0),
    (8_071.672_002_365_816, 1_925.0),
    (210.824_277_751_579_36, 66.0),
    (2.506_628_274_631_000_2, 1.0),
];

fn lanczos_sum(x: f64) -> f64 {
    let (mut above, mut below) = (0.0, 0.0);
    if x < 5.0 {
        for (p, q) in LANCZOS.iter().rev() {
            above = above * x + p;
            below = below * x + q;
        }
    } else {
        for (p, q) in &LANCZOS {
            above = above / x + p;
            below = below / x + q;
        }
    }
    above / below
}

/// `sin(pi * x)` without losing digits near whole numbers.
fn sin_pi(x: f64) -> f64 {
    let y = libm::fmod(x.abs(), 2.0);
    let value = match libm::round(2.0 * y) as i32 {
        0 => sin(PI * y),
        1 => super::cos(PI * (y - 0.5)),
        2 => sin(PI * (1.0 - y)),
        3 => -super::cos(PI * (y - 1.5)),
        _ => sin(PI * (y - 2.0)),
    };
    if x < 0.0 { -value } else { value }
}

/// The gamma function; NaN or infinite where it has none or a pole.
pub(crate) fn gamma(x: f64) -> f64 {
    if !x.is_finite() {
        return if x > 0.0 { x } else { f64::NAN };
    }
    if x == 0.0 {
        return f64::INFINITY.copysign(x);
    }
    if x == libm::floor(x) {
        if x < 0.0 {
            return f64::NAN;
        }
        if x <= 23.0 {
            return (1..x as u64).fold(1.0, |product, n| product * n as f64);
        }
    }
    let size = x.abs();
    if size < 1e-20 {
        return 1.0 / x;
    }
    if size > 200.0 {
        return if x < 0.0 { 0.0 / sin_pi(x) } else { f64::INFINITY };
    }
    let y = size + G_MINUS_HALF;
    let z = if size > G_MINUS_HALF { (y - size) - G_MINUS_HALF } else { (y - G_MINUS_HALF) - size };
    let z = z * G / y;
    if x < 0.0 {
        let mut value = -PI / sin_pi(size) / size * exp(y) / lanczos_sum(size);
        value -= z * value;
        if size < 140.0 {
            value / pow(y, size - 0.5)
        } else {
            let root = pow(y, size / 2.0 - 0.25);
            value / root / root
        }
    } else {
        let mut value = lanczos_sum(size) / exp(y);
        value += z * value;
        if size < 140.0 {
            value * pow(y, size - 0.5)
        } else {
            let root = pow(y, size / 2.0 - 0.25);
            value * root * root
        }
    }
}

/// The logarithm of the size of the gamma function; infinite at its poles.
pub(crate) fn lgamma(x: f64) -> f64 {
    if !x.is_finite() {
        return if x.is_nan() { x } else { f64::INFINITY };
    }
    if x == libm::floor(x) && x <= 2.0 {
        return if x <= 0.0 { f64::INFINITY } else { 0.0 };
    }
    let size = x.abs();
    if size < 1e-20 {
        return -log(size);
    }
    let value = log(lanczos_sum(size)) - G + (size - 0.5) * (log(size + G - 0.5) - 1.0);
    if x > 0.0 { value } else { LOG_PI - log(sin_pi(size).abs()) - log(size) - value }
}
