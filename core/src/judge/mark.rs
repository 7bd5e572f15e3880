//! What a task expects to be drawn, and how far a drawn mark is from it.

use serde::{Deserialize, Serialize};

/// A point in pixels, origin at the top left.
pub(super) type Xy = [f32; 2];

/// A mark in pixels of the picture: expected by a problem, or found in what a script drew.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "mark", rename_all = "snake_case")]
#[allow(missing_docs)] // the fields are coordinates in pixels
pub enum Mark {
    /// A dot, cross or other small mark.
    Point { x: f32, y: f32 },
    /// A straight stroke between two ends; either end may come first.
    Segment { x0: f32, y0: f32, x1: f32, y1: f32 },
    /// A straight stroke whose direction and place count while its ends are free: an axis, an extension.
    /// The two points say which part must be covered for the most part. Only expected, never found.
    Line { x0: f32, y0: f32, x1: f32, y1: f32 },
    /// A circle that is drawn around something.
    Circle { x: f32, y: f32, r: f32 },
    /// An upright box, left and top first.
    Box { x0: f32, y0: f32, x1: f32, y1: f32 },
    /// A path through three or more points; closed if the last equals the first.
    Polyline { points: Vec<[f32; 2]> },
}

/// An expected segment may be drawn longer than it is by this share of its length.
const OVERSHOOT: f32 = 0.25;
/// A line with free ends must cover this share of the expected part.
const COVERAGE: f32 = 0.6;

impl Mark {
    /// The points that define the mark: ends, corners, or the four extreme points of a circle.
    pub fn points(&self) -> Vec<[f32; 2]> {
        match *self {
            Mark::Point { x, y } => vec![[x, y]],
            Mark::Segment { x0, y0, x1, y1 } | Mark::Line { x0, y0, x1, y1 } => vec![[x0, y0], [x1, y1]],
            Mark::Circle { x, y, r } => vec![[x - r, y], [x, y - r], [x + r, y], [x, y + r]],
            Mark::Box { x0, y0, x1, y1 } => vec![[x0, y0], [x1, y0], [x1, y1], [x0, y1]],
            Mark::Polyline { ref points } => points.clone(),
        }
    }

    /// Whether every defining point lies at least `margin` pixels inside a picture of this size.
    pub fn inside(&self, width: u32, height: u32, margin: f32) -> bool {
        let (right, bottom) = (width as f32 - 1.0 - margin, height as f32 - 1.0 - margin);
        self.points().iter().all(|[x, y]| (margin..=right).contains(x) && (margin..=bottom).contains(y))
    }

    /// Pixels between this expected mark and a drawn one, or `None` where they cannot be compared.
    ///
    /// It is the largest deviation of the defining points, so one tolerance serves all kinds.
    pub fn distance(&self, found: &Mark) -> Option<f32> {
        match (self, found) {
            (&Mark::Point { x, y }, &Mark::Point { x: fx, y: fy }) => Some(gap([x, y], [fx, fy])),
            // A small ring is a point marked in another style.
            (&Mark::Point { x, y }, &Mark::Circle { x: fx, y: fy, r }) if r <= RING => {
                Some(gap([x, y], [fx, fy]))
            }
            (&Mark::Segment { x0, y0, x1, y1 }, &Mark::Segment { x0: a, y0: b, x1: c, y1: d }) => {
                Some(segment_distance([[x0, y0], [x1, y1]], [[a, b], [c, d]]))
            }
            (&Mark::Line { x0, y0, x1, y1 }, &Mark::Segment { x0: a, y0: b, x1: c, y1: d }) => {
                line_distance([[x0, y0], [x1, y1]], [[a, b], [c, d]])
            }
            (&Mark::Circle { x, y, r }, &Mark::Circle { x: fx, y: fy, r: fr }) => {
                Some(gap([x, y], [fx, fy]).max((r - fr).abs()))
            }
            (&Mark::Box { x0, y0, x1, y1 }, &Mark::Box { x0: a, y0: b, x1: c, y1: d }) => Some(
                [x0 - a, y0 - b, x1 - c, y1 - d].iter().fold(0.0, |worst: f32, gap| worst.max(gap.abs())),
            ),
            (Mark::Polyline { points }, Mark::Polyline { points: found }) => {
                Some(one_sided(points, found).max(one_sided(found, points)))
            }
            _ => None,
        }
    }

    /// Pixels from a point to the nearest place of the mark's outline.
    pub(super) fn nearest(&self, p: Xy) -> f32 {
        match *self {
            Mark::Point { x, y } => gap(p, [x, y]),
            Mark::Segment { x0, y0, x1, y1 } | Mark::Line { x0, y0, x1, y1 } => {
                to_segment(p, [x0, y0], [x1, y1])
            }
            Mark::Circle { x, y, r } => (gap(p, [x, y]) - r).abs(),
            Mark::Box { .. } => {
                let mut corners = self.points();
                corners.push(corners[0]);
                to_path(p, &corners)
            }
            Mark::Polyline { ref points } => to_path(p, points),
        }
    }

    /// The diagonal of the box around the mark; 0 for a point.
    pub(super) fn extent(&self) -> f32 {
        let points = self.points();
        let fold = |pick: fn(f32, f32) -> f32, from: f32| {
            points.iter().fold([from; 2], |m, p| [pick(m[0], p[0]), pick(m[1], p[1])])
        };
        gap(fold(f32::min, f32::INFINITY), fold(f32::max, f32::NEG_INFINITY))
    }

    /// Whether all numbers are finite: scripts may compute anything.
    pub(super) fn is_finite(&self) -> bool {
        self.points().iter().flatten().all(|v| v.is_finite())
    }
}

/// The largest radius at which a ring still marks a point rather than a region.
const RING: f32 = 16.0;

/// Distance of two points.
pub(super) fn gap(a: Xy, b: Xy) -> f32 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

/// Distance of a point from a segment.
pub(super) fn to_segment(p: Xy, a: Xy, b: Xy) -> f32 {
    let t = along(p, a, b).clamp(0.0, 1.0);
    gap(p, [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])])
}

/// Distance of a point from the endless line through two points.
pub(super) fn to_line(p: Xy, a: Xy, b: Xy) -> f32 {
    let length = gap(a, b);
    if length < 1e-6 {
        return gap(p, a);
    }
    ((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])).abs() / length
}

/// Where the foot of the perpendicular from `p` lies: 0 at `a`, 1 at `b`.
fn along(p: Xy, a: Xy, b: Xy) -> f32 {
    let d = [b[0] - a[0], b[1] - a[1]];
    let square = d[0] * d[0] + d[1] * d[1];
    if square < 1e-12 { 0.0 } else { ((p[0] - a[0]) * d[0] + (p[1] - a[1]) * d[1]) / square }
}

fn to_path(p: Xy, path: &[Xy]) -> f32 {
    match path {
        [] => f32::INFINITY,
        [only] => gap(p, *only),
        _ => path.windows(2).map(|w| to_segment(p, w[0], w[1])).fold(f32::INFINITY, f32::min),
    }
}

fn one_sided(points: &[Xy], path: &[Xy]) -> f32 {
    points.iter().map(|p| to_path(*p, path)).fold(0.0, f32::max)
}

fn segment_distance([a, b]: [Xy; 2], [c, d]: [Xy; 2]) -> f32 {
    let ends = gap(a, c).max(gap(b, d)).min(gap(a, d).max(gap(b, c)));
    if gap(c, d) <= gap(a, b) * (1.0 + OVERSHOOT) {
        ends.min(to_segment(a, c, d).max(to_segment(b, c, d)))
    } else {
        ends
    }
}

fn line_distance([a, b]: [Xy; 2], [c, d]: [Xy; 2]) -> Option<f32> {
    let (s, t) = (along(c, a, b), along(d, a, b));
    let covered = s.max(t).min(1.0) - s.min(t).max(0.0);
    (covered >= COVERAGE).then(|| to_line(a, c, d).max(to_line(b, c, d)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(x0: f32, y0: f32, x1: f32, y1: f32) -> Mark {
        Mark::Segment { x0, y0, x1, y1 }
    }

    #[test]
    fn a_segment_has_no_direction() {
        let expected = segment(10.0, 10.0, 50.0, 40.0);
        assert_eq!(expected.distance(&segment(50.0, 40.0, 10.0, 10.0)), Some(0.0));
        assert_eq!(expected.distance(&segment(10.0, 10.0, 50.0, 37.0)), Some(3.0));
    }

    #[test]
    fn a_segment_may_be_a_little_long_but_not_half_the_picture() {
        let expected = segment(20.0, 20.0, 60.0, 20.0);
        assert_eq!(expected.distance(&segment(16.0, 20.0, 64.0, 20.0)), Some(0.0));
        assert_eq!(expected.distance(&segment(20.0, 20.0, 120.0, 20.0)), Some(60.0));
    }

    #[test]
    fn a_line_has_free_ends_but_covers_its_part() {
        let axis = Mark::Line { x0: 50.0, y0: 10.0, x1: 50.0, y1: 90.0 };
        assert_eq!(axis.distance(&segment(50.0, 0.0, 50.0, 119.0)), Some(0.0));
        assert_eq!(axis.distance(&segment(52.0, 20.0, 52.0, 80.0)), Some(2.0));
        assert_eq!(axis.distance(&segment(50.0, 10.0, 50.0, 30.0)), None, "too short");
        assert_eq!(axis.distance(&segment(10.0, 50.0, 90.0, 50.0)), None, "the other way");
    }

    #[test]
    fn unlike_kinds_do_not_compare() {
        assert_eq!(Mark::Point { x: 1.0, y: 1.0 }.distance(&segment(1.0, 1.0, 1.0, 1.0)), None);
    }
}
