//! Where a thing lies on the board, to keep others off it.

use crate::geometry::{at, dot, minus, norm};
use crate::seen::Point;

/// The place of a thing.
#[derive(Debug, Clone)]
pub(super) enum Feature {
    /// A small thing around a place, with its radius.
    Spot(Point, f64),
    /// A segment.
    Stroke(Point, Point),
    /// The outline of a circle.
    Ring(Point, f64),
    /// A curve as many places.
    Path(Vec<Point>),
}

impl Feature {
    /// Pixels from a place to the outline of the thing.
    pub(super) fn distance(&self, p: Point) -> f64 {
        match self {
            Feature::Spot(c, r) => (norm(minus(p, *c)) - r).max(0.0),
            Feature::Stroke(a, b) => to_segment(p, *a, *b),
            Feature::Ring(c, r) => (norm(minus(p, *c)) - r).abs(),
            Feature::Path(places) => {
                places.windows(2).map(|w| to_segment(p, w[0], w[1])).fold(f64::INFINITY, f64::min)
            }
        }
    }

    /// Whether a segment keeps off the thing or crosses it clearly.
    pub(super) fn clear_of_segment(&self, a: Point, b: Point, gap: f64) -> bool {
        let ends = self.distance(a).min(self.distance(b)) >= gap;
        ends && match self {
            Feature::Spot(c, r) => to_segment(*c, a, b) >= r + gap,
            Feature::Stroke(c, d) => to_segment(*c, a, b).min(to_segment(*d, a, b)) >= gap,
            Feature::Ring(c, r) => (to_segment(*c, a, b) - r).abs() >= gap,
            Feature::Path(_) => true,
        }
    }

    /// Whether the outline of a circle keeps off the thing or crosses it clearly.
    pub(super) fn clear_of_ring(&self, centre: Point, radius: f64, gap: f64) -> bool {
        let off = |p: Point| (norm(minus(p, centre)) - radius).abs();
        match self {
            Feature::Spot(c, r) => off(*c) >= r + gap,
            Feature::Stroke(a, b) => {
                off(*a).min(off(*b)).min((to_segment(centre, *a, *b) - radius).abs()) >= gap
            }
            Feature::Ring(c, r) => {
                let apart = norm(minus(*c, centre));
                (apart - r - radius).abs().min((apart - (r - radius).abs()).abs()) >= gap
            }
            Feature::Path(_) => true,
        }
    }
}

/// Pixels from a place to a segment.
pub(super) fn to_segment(p: Point, a: Point, b: Point) -> f64 {
    let way = minus(b, a);
    let square = dot(way, way);
    let t = if square == 0.0 { 0.0 } else { (dot(minus(p, a), way) / square).clamp(0.0, 1.0) };
    norm(minus(p, at(a, b, t)))
}
