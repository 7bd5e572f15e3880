//! Plane geometry on pixel places.

use vthinker_core::judge::Mark;

use crate::figure::Place;
use crate::seen::Point;

/// The place between two others.
pub fn midpoint(a: Place, b: Place) -> Place {
    (half(a.0 + b.0), half(a.1 + b.1))
}

fn half(sum: i32) -> i32 {
    (f64::from(sum) / 2.0).round() as i32
}

/// The foot of the perpendicular from `p` on the line through `a` and `b`, and where it lies from `a` (0) to
/// `b` (1).
pub fn foot(p: Place, a: Place, b: Place) -> Option<(Place, f64)> {
    let (dx, dy) = (f64::from(b.0 - a.0), f64::from(b.1 - a.1));
    let square = dx * dx + dy * dy;
    if square == 0.0 {
        return None;
    }
    let t = (f64::from(p.0 - a.0) * dx + f64::from(p.1 - a.1) * dy) / square;
    let foot = (f64::from(a.0) + t * dx, f64::from(a.1) + t * dy);
    Some(((foot.0.round() as i32, foot.1.round() as i32), t))
}

/// Where two segments cross, if they do away from their ends.
pub fn crossing([a, b]: [Place; 2], [c, d]: [Place; 2]) -> Option<Place> {
    let cross = |u: (f64, f64), v: (f64, f64)| u.0 * v.1 - u.1 * v.0;
    let to = |p: Place, q: Place| (f64::from(q.0 - p.0), f64::from(q.1 - p.1));
    let (r, s) = (to(a, b), to(c, d));
    let denominator = cross(r, s);
    if denominator.abs() < 1e-9 {
        return None;
    }
    let (t, u) = (cross(to(a, c), s) / denominator, cross(to(a, c), r) / denominator);
    let inner = 0.15..=0.85;
    (inner.contains(&t) && inner.contains(&u))
        .then(|| ((f64::from(a.0) + t * r.0).round() as i32, (f64::from(a.1) + t * r.1).round() as i32))
}

/// The smaller angle between two segments in degrees.
pub fn angle([a, b]: [Place; 2], [c, d]: [Place; 2]) -> f64 {
    let direction = |p: Place, q: Place| f64::from(q.1 - p.1).atan2(f64::from(q.0 - p.0)).to_degrees();
    let turn = (direction(a, b) - direction(c, d)).rem_euclid(180.0);
    turn.min(180.0 - turn)
}

/// A point mark.
pub fn point((x, y): Place) -> Mark {
    Mark::Point { x: x as f32, y: y as f32 }
}

/// A segment mark.
pub fn segment(a: Place, b: Place) -> Mark {
    Mark::Segment { x0: a.0 as f32, y0: a.1 as f32, x1: b.0 as f32, y1: b.1 as f32 }
}

/// A line mark, its ends free.
pub fn line(a: Place, b: Place) -> Mark {
    Mark::Line { x0: a.0 as f32, y0: a.1 as f32, x1: b.0 as f32, y1: b.1 as f32 }
}

/// The place at a share of the way from `a` (0) to `b` (1).
pub fn at(a: Point, b: Point, t: f64) -> Point {
    [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]
}

/// `a + b`
pub fn plus(a: Point, b: Point) -> Point {
    [a[0] + b[0], a[1] + b[1]]
}

/// `a - b`
pub fn minus(a: Point, b: Point) -> Point {
    [a[0] - b[0], a[1] - b[1]]
}

/// `s a`
pub fn times(a: Point, s: f64) -> Point {
    [s * a[0], s * a[1]]
}

/// The inner product.
pub fn dot(a: Point, b: Point) -> f64 {
    a[0] * b[0] + a[1] * b[1]
}

/// The length of a vector.
pub fn norm(a: Point) -> f64 {
    a[0].hypot(a[1])
}

/// The vector of length 1 in the same direction; zero stays zero.
pub fn unit(a: Point) -> Point {
    let length = norm(a);
    if length == 0.0 { a } else { times(a, 1.0 / length) }
}

/// The foot of the perpendicular from `p` on the line through `a` and `b`.
pub fn foot_of(p: Point, [a, b]: [Point; 2]) -> Point {
    let way = minus(b, a);
    let square = dot(way, way);
    if square == 0.0 { a } else { plus(a, times(way, dot(minus(p, a), way) / square)) }
}

/// Where two lines, given by two points each, cross; `None` if they are parallel.
pub fn crossing_of_lines([a, b]: [Point; 2], [c, d]: [Point; 2]) -> Option<Point> {
    let cross = |u: Point, v: Point| u[0] * v[1] - u[1] * v[0];
    let (r, s) = (minus(b, a), minus(d, c));
    let denominator = cross(r, s);
    (denominator.abs() > 1e-9).then(|| plus(a, times(r, cross(minus(c, a), s) / denominator)))
}

/// The nearest whole place.
pub fn whole([x, y]: Point) -> Place {
    (x.round() as i32, y.round() as i32)
}

/// A point mark.
pub fn point_mark([x, y]: Point) -> Mark {
    Mark::Point { x: x as f32, y: y as f32 }
}

/// A segment mark.
pub fn segment_mark(a: Point, b: Point) -> Mark {
    Mark::Segment { x0: a[0] as f32, y0: a[1] as f32, x1: b[0] as f32, y1: b[1] as f32 }
}

/// A line mark, its ends free.
pub fn line_mark(a: Point, b: Point) -> Mark {
    Mark::Line { x0: a[0] as f32, y0: a[1] as f32, x1: b[0] as f32, y1: b[1] as f32 }
}
