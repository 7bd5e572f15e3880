//! Ellipses and their arcs, which OpenCV draws as polygons.

use super::surface::Surface;
use super::{HALF, Line, ONE, P, SHIFT, convex, polygon, stroke};

/// The sine of whole degrees, as a table of seven decimals in single precision gives it.
fn sine(degrees: i64) -> f64 {
    let sine = libm::sin((degrees.rem_euclid(360) as f64).to_radians());
    f64::from(((sine * 1e7).round() / 1e7) as f32)
}

fn cosine(degrees: i64) -> f64 {
    sine(degrees + 90)
}

/// The start and end of an arc as OpenCV brings them into order.
fn ordered(start: i64, end: i64) -> (i64, i64) {
    let (mut start, mut end) = (start.min(end), start.max(end));
    if start < 0 {
        let turns = (359 - start) / 360;
        (start, end) = (start + 360 * turns, end + 360 * turns);
    }
    if end > 360 {
        let turns = (end - 1) / 360;
        (start, end) = (start - 360 * turns, end - 360 * turns);
    }
    if end - start > 360 { (0, 360) } else { (start, end) }
}

/// The vertices of an elliptic arc: axes turned by `angle`, a vertex every `step` degrees.
pub(crate) fn arc(
    center: [f64; 2],
    axes: [f64; 2],
    angle: i64,
    (start, end): (i64, i64),
    step: i64,
) -> Vec<[f64; 2]> {
    let (start, end) = ordered(start, end);
    let (cos, sin) = (cosine(angle), sine(angle));
    let mut points = Vec::new();
    let mut at = start;
    while at < end + step {
        let degrees = at.min(end);
        let (x, y) = (axes[0] * cosine(degrees), axes[1] * sine(degrees));
        points.push([center[0] + x * cos - y * sin, center[1] + x * sin + y * cos]);
        at += step;
    }
    if points.len() == 1 {
        points = vec![center; 2];
    }
    points
}

/// An ellipse in fixed point.
pub(super) struct Ellipse {
    pub center: P,
    pub axes: P,
    pub angle: i64,
    pub start: i64,
    pub end: i64,
}

/// Draws an ellipse or a part of it; no thickness fills it.
pub(super) fn draw(surface: &mut dyn Surface, ellipse: &Ellipse, thickness: Option<i64>, kind: Line) {
    let Ellipse { center, axes, angle, start, end } = *ellipse;
    let axes = axes.map(i64::abs);
    let step = match (axes[0].max(axes[1]) + HALF) >> SHIFT {
        ..3 => 90,
        3..10 => 30,
        10..15 => 18,
        _ => 5,
    };
    let exact = arc(center.map(|side| side as f64), axes.map(|side| side as f64), angle, (start, end), step);
    let mut points: Vec<P> = Vec::with_capacity(exact.len());
    for point in exact {
        // Whole pixels and the rest are rounded each for itself.
        let point = point.map(|side| {
            let whole = (round(side / ONE as f64)) << SHIFT;
            whole + round(side - whole as f64)
        });
        if points.last() != Some(&point) {
            points.push(point);
        }
    }
    if points.len() <= 1 {
        points = vec![center; 2];
    }
    match thickness {
        Some(thickness) => stroke::polyline(surface, &points, false, thickness, kind, SHIFT),
        None if end - start >= 360 => convex::fill(surface, &points, kind, SHIFT),
        None => {
            points.push(center);
            polygon::fill(surface, std::iter::once(&points[..]), kind, SHIFT);
        }
    }
}

/// Rounds to the nearest `i32`, halves to even.
pub(super) fn round(value: f64) -> i64 {
    value.round_ties_even().clamp(f64::from(i32::MIN), f64::from(i32::MAX)) as i64
}
