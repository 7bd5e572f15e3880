//! Sine, cosine and their inverses.

use super::double::{Double, INVERSE_FACTORIALS, product};

/// Half of pi in four parts.
const HALF_PI: [f64; 4] = [
    std::f64::consts::FRAC_PI_2,
    6.123_233_995_736_766e-17,
    -1.497_384_904_859_169_8e-33,
    5.562_271_104_316_826e-50,
];
/// Angles beyond this are left to the portable library, which reduces them with many digits.
const LARGEST: f64 = 1e9;

/// Sine and cosine of an angle of at most 1e9.
fn sin_cos(angle: Double) -> (Double, Double) {
    let quarters = libm::rint(angle.high / HALF_PI[0]);
    let mut rest = angle;
    for part in HALF_PI {
        rest = rest - product(quarters, part);
    }
    let square = rest * rest;
    let series = |first: usize| {
        let mut sum = Double::ZERO;
        for n in (0..13).rev() {
            let factor = INVERSE_FACTORIALS[2 * n + first];
            sum = (if n % 2 == 0 { factor } else { -factor }) + sum * square;
        }
        sum
    };
    let (sin, cos) = (series(1) * rest, series(0));
    match (quarters as i64).rem_euclid(4) {
        0 => (sin, cos),
        1 => (cos, -sin),
        2 => (-sin, -cos),
        _ => (-cos, sin),
    }
}

/// Whether an angle is worth the work: neither so small that it is its own sine, nor too large.
fn ordinary(x: f64) -> bool {
    (1e-8..=LARGEST).contains(&x.abs())
}

/// The sine.
pub(crate) fn sin(x: f64) -> f64 {
    if ordinary(x) { sin_cos(Double::new(x)).0.value() } else { libm::sin(x) }
}

/// The cosine.
pub(crate) fn cos(x: f64) -> f64 {
    if ordinary(x) { sin_cos(Double::new(x)).1.value() } else { libm::cos(x) }
}

/// The tangent.
pub(crate) fn tan(x: f64) -> f64 {
    if !ordinary(x) {
        return libm::tan(x);
    }
    let (sin, cos) = sin_cos(Double::new(x));
    (sin / cos).value()
}

/// The angle whose sine is `x`.
pub(crate) fn asin(x: f64) -> f64 {
    let near = libm::asin(x);
    if !(1e-8..0.999_999).contains(&x.abs()) {
        return near;
    }
    let (sin, cos) = sin_cos(Double::new(near));
    (Double::new(near) + (Double::new(x) - sin) / cos).value()
}

/// The angle whose cosine is `x`.
pub(crate) fn acos(x: f64) -> f64 {
    let near = libm::acos(x);
    if x.abs() >= 0.999_999 || x.is_nan() {
        return near;
    }
    let (sin, cos) = sin_cos(Double::new(near));
    (Double::new(near) + (cos - Double::new(x)) / sin).value()
}

/// The angle whose tangent is `x`.
pub(crate) fn atan(x: f64) -> f64 {
    atan2(x, 1.0)
}

/// The angle of the point (`x`, `y`).
pub(crate) fn atan2(y: f64, x: f64) -> f64 {
    let near = libm::atan2(y, x);
    let sized = |v: f64| (1e-140..1e140).contains(&v.abs());
    if !sized(x) || !sized(y) || near.abs() < 1e-8 {
        return near;
    }
    let (sin, cos) = sin_cos(Double::new(near));
    // How far the point is off the ray, over how far out it is.
    let off = Double::new(y) * cos - Double::new(x) * sin;
    let out = Double::new(x) * cos + Double::new(y) * sin;
    (Double::new(near) + off / out).value()
}
