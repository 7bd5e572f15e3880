//! The outline of a shape and the axis that it is symmetric about.

use crate::Element;
use crate::figure::{Figure, Place};
use crate::geometry::{at, dot, foot_of, minus, norm};
use crate::seen::{Point, Seen};

/// The meaning of a noted side.
const EDGE: &str = "edge of the shape";
/// Pixels by which corners may be off their mirror images.
const PRECISION: f64 = 1.0;

/// Notes the sides of a closed shape, whose one symbol says no more than where its middle is.
pub(super) fn note_edges(figure: &mut Figure, corners: &[Place]) {
    for (i, (x1, y1)) in corners.iter().copied().enumerate() {
        let (x2, y2) = corners[(i + 1) % corners.len()];
        if (x1, y1) != (x2, y2) {
            figure.note(Element::Line { x1, y1, x2, y2, meaning: EDGE.to_owned() });
        }
    }
}

/// The corners of the shape whose sides are noted, in order.
pub(super) fn noted_corners(seen: &Seen) -> Vec<Point> {
    seen.lines(EDGE).into_iter().map(|[from, _]| from).collect()
}

/// The ends, within the shape, of an axis of symmetry.
///
/// A reflection pairs the corners in turned order: the `i`-th with the `(k - i)`-th for some `k`. The pairing is a
/// reflection if one line halves the segments of all pairs at right angles.
pub(super) fn axis(corners: &[Point]) -> Option<[Point; 2]> {
    let n = corners.len();
    let mirrors = |k: usize| {
        let pairs: Vec<[Point; 2]> = (0..n).map(|i| [corners[i], corners[(k + n - i) % n]]).collect();
        let middles: Vec<Point> = pairs.iter().map(|[a, b]| at(*a, *b, 0.5)).collect();
        let from = middles[0];
        let to =
            middles.iter().copied().max_by(|a, b| norm(minus(*a, from)).total_cmp(&norm(minus(*b, from))))?;
        let way = minus(to, from);
        let length = norm(way);
        let halves = |middle: &Point| norm(minus(*middle, foot_of(*middle, [from, to]))) <= PRECISION;
        let upright = |[a, b]: &[Point; 2]| (dot(minus(*b, *a), way) / length).abs() <= PRECISION;
        (length > PRECISION && middles.iter().all(halves) && pairs.iter().all(upright)).then(|| {
            let along = |p: &Point| dot(minus(*p, from), way) / (length * length);
            let reach = |pick: fn(f64, f64) -> f64| corners.iter().map(along).fold(along(&from), pick);
            [at(from, to, reach(f64::min)), at(from, to, reach(f64::max))]
        })
    };
    (0..n).find_map(mirrors)
}
