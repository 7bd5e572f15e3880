//! Moments of polygons and pictures, and what is made of them.

use super::polygon::Point;

/// Spatial moments: m00, m10, m01, m20, m11, m02, m30, m21, m12, m03.
pub type Spatial = [f64; 10];

/// The moments of the area in a polygon.
pub fn of_polygon(points: &[Point]) -> Spatial {
    let Some(mut before) = points.last().copied() else { return [0.0; 10] };
    let mut sums = [0.0; 10];
    for point in points {
        let ([x0, y0], [x, y]) = (before, *point);
        let (xx0, yy0, xx, yy) = (x0 * x0, y0 * y0, x * x, y * y);
        let cross = x0 * y - x * y0;
        let (x_sum, y_sum) = (x0 + x, y0 + y);
        let parts = [
            1.0,
            x_sum,
            y_sum,
            x0 * x_sum + xx,
            x0 * (y_sum + y0) + x * (y_sum + y),
            y0 * y_sum + yy,
            x_sum * (xx0 + xx),
            xx0 * (3.0 * y0 + y) + 2.0 * x * x0 * y_sum + xx * (y0 + 3.0 * y),
            yy0 * (3.0 * x0 + x) + 2.0 * y * y0 * x_sum + yy * (x0 + 3.0 * x),
            y_sum * (yy0 + yy),
        ];
        for (sum, part) in sums.iter_mut().zip(parts) {
            *sum += cross * part;
        }
        before = *point;
    }
    if sums[0].abs() <= f64::from(f32::EPSILON) {
        return [0.0; 10];
    }
    let sign = if sums[0] > 0.0 { 1.0 } else { -1.0 };
    const SHARES: [f64; 10] = [2.0, 6.0, 6.0, 12.0, 24.0, 12.0, 20.0, 60.0, 60.0, 20.0];
    let mut out = [0.0; 10];
    for (value, (sum, share)) in out.iter_mut().zip(sums.iter().zip(SHARES)) {
        *value = sum * (sign / share);
    }
    out
}

/// The moments of a picture's values, given row by row.
pub fn of_picture<'a>(rows: impl Iterator<Item = &'a [f64]>) -> Spatial {
    let mut out = [0.0; 10];
    for (y, row) in rows.enumerate() {
        let y = y as f64;
        let mut sums = [0.0; 4];
        for (x, value) in row.iter().enumerate() {
            let x = x as f64;
            sums[0] += value;
            sums[1] += value * x;
            sums[2] += value * x * x;
            sums[3] += value * x * x * x;
        }
        let [a, b, c, d] = sums;
        for (value, part) in
            out.iter_mut().zip([a, b, a * y, c, b * y, a * y * y, d, c * y, b * y * y, a * y * y * y])
        {
            *value += part;
        }
    }
    out
}

/// Central moments mu20, mu11, mu02, mu30, mu21, mu12, mu03 and the same normalised.
pub fn central(m: &Spatial) -> ([f64; 7], [f64; 7]) {
    let [m00, m10, m01, m20, m11, m02, m30, m21, m12, m03] = *m;
    let (mut cx, mut cy, mut inverse) = (0.0, 0.0, 0.0);
    if m00.abs() > f64::EPSILON {
        inverse = 1.0 / m00;
        cx = m10 * inverse;
        cy = m01 * inverse;
    }
    let (mu20, mu11, mu02) = (m20 - m10 * cx, m11 - m10 * cy, m02 - m01 * cy);
    let mu30 = m30 - cx * (3.0 * mu20 + cx * m10);
    let mu21 = m21 - cx * (2.0 * mu11 + cx * m01) - cy * mu20;
    let mu12 = m12 - cy * (2.0 * mu11 + cy * m10) - cx * mu02;
    let mu03 = m03 - cy * (3.0 * mu02 + cy * m01);
    let second = inverse * inverse;
    let third = second * libm::sqrt(inverse.abs());
    let mu = [mu20, mu11, mu02, mu30, mu21, mu12, mu03];
    let mut nu = mu;
    for (at, value) in nu.iter_mut().enumerate() {
        *value *= if at < 3 { second } else { third };
    }
    (mu, nu)
}

/// Hu's seven invariants of normalised moments.
pub fn hu([nu20, nu11, nu02, nu30, nu21, nu12, nu03]: [f64; 7]) -> [f64; 7] {
    let (t0, t1) = (nu30 + nu12, nu21 + nu03);
    let (q0, q1) = (t0 * t0, t1 * t1);
    let (n4, s, d) = (4.0 * nu11, nu20 + nu02, nu20 - nu02);
    let (a, b) = (nu30 - 3.0 * nu12, 3.0 * nu21 - nu03);
    let (u, v) = (q0 - 3.0 * q1, 3.0 * q0 - q1);
    [
        s,
        d * d + n4 * nu11,
        a * a + b * b,
        q0 + q1,
        a * t0 * u + b * t1 * v,
        d * (q0 - q1) + n4 * t0 * t1,
        b * t0 * u - a * t1 * v,
    ]
}

/// How unlike two shapes are by their invariants; `method` 1 to 3 as in OpenCV.
pub fn unlike(a: [f64; 7], b: [f64; 7], method: i64) -> f64 {
    let (mut sum, mut most) = (0.0, 0.0_f64);
    let mut any = [false; 2];
    for (a, b) in a.into_iter().zip(b) {
        any = [any[0] || a.abs() > 0.0, any[1] || b.abs() > 0.0];
        if a.abs() <= 1e-5 || b.abs() <= 1e-5 {
            continue;
        }
        let scale = |value: f64| value.signum() * libm::log10(value.abs());
        let (p, q) = (scale(a), scale(b));
        match method {
            1 => sum += (1.0 / q - 1.0 / p).abs(),
            2 => sum += (q - p).abs(),
            _ => most = most.max(((p - q) / p).abs()),
        }
    }
    if any[0] != any[1] {
        return f64::MAX;
    }
    if method == 3 { most } else { sum }
}
