//! Arrows that are one filled shape along a bend.

use super::route::{crossing, split_bend};
use crate::mpl::geometry::Point;
use crate::mpl::path::{Path, Step};

type Bend = [Point; 3];

/// Cosine and sine of the way from one point to another.
fn direction(from: Point, to: Point) -> (f64, f64) {
    let (dx, dy) = (to[0] - from[0], to[1] - from[1]);
    let distance = libm::hypot(dx, dy);
    if distance == 0.0 { (0.0, 0.0) } else { (dx / distance, dy / distance) }
}

/// The points beside a point on a way: on its right and on its left.
fn beside(at: Point, (cos, sin): (f64, f64), by: f64) -> [Point; 2] {
    [[at[0] + by * sin, at[1] - by * cos], [at[0] - by * sin, at[1] + by * cos]]
}

fn middle(a: Point, b: Point) -> Point {
    [(a[0] + b[0]) / 2.0, (a[1] + b[1]) / 2.0]
}

/// Two bends beside one, whose distances at start, middle and end are shares of `width`.
fn wedged([a, b, c]: Bend, width: f64, shares: [f64; 3]) -> [Bend; 2] {
    let (ab, bc) = (middle(a, b), middle(b, c));
    let starts = beside(a, direction(a, b), width * shares[0]);
    let middles = beside(middle(ab, bc), direction(ab, bc), width * shares[1]);
    let ends = beside(c, direction(b, c), width * shares[2]);
    [0, 1].map(|side| {
        let (start, on, end): (Point, Point, Point) = (starts[side], middles[side], ends[side]);
        let control = [0, 1].map(|axis| 0.5 * (4.0 * on[axis] - (start[axis] + end[axis])));
        [start, control, end]
    })
}

/// Two bends in the same distance beside one.
fn parallel([a, b, c]: Bend, width: f64) -> [Bend; 2] {
    let (first, second) = (direction(a, b), direction(b, c));
    let (starts, ends) = (beside(a, first, width), beside(c, second, width));
    let det = first.0 * second.1 - first.1 * second.0;
    [0, 1].map(|side| {
        let (start, end): (Point, Point) = (starts[side], ends[side]);
        let control = if det.abs() < 1.0e-9 {
            middle(start, end)
        } else {
            let t = ((end[0] - start[0]) * second.1 - (end[1] - start[1]) * second.0) / det;
            [start[0] + t * first.0, start[1] + t * first.1]
        };
        [start, control, end]
    })
}

/// Splits at the circle around the end: what is outside, if anything, and the head.
fn head_of(bend: Bend, length: f64) -> (Option<Bend>, Bend) {
    let [from, control, tip] = bend;
    let inside = |[x, y]: Point| libm::hypot(x - tip[0], y - tip[1]) < length;
    match crossing(bend, &inside) {
        Some(t) => {
            let (tail, head) = split_bend(bend, t);
            (Some(tail), head)
        }
        None => {
            // The arrow is shorter than its head, which reaches beyond its start.
            let back = if control == tip { from } else { control };
            let (cos, sin) = direction(tip, back);
            let start = [tip[0] + length * cos, tip[1] + length * sin];
            (None, [start, middle(start, tip), tip])
        }
    }
}

/// A tail of one width and a head.
pub(super) fn simple(bend: Bend, head_length: f64, head_width: f64, tail_width: f64) -> Path {
    let (tail, head) = head_of(bend, head_length);
    let [left, right] = wedged(head, head_width / 2.0, [1.0, 0.5, 0.0]);
    let mut steps = Vec::new();
    let tails = tail.map(|tail| parallel(tail, tail_width / 2.0));
    match &tails {
        Some([_, tail_right]) => {
            steps.extend([
                Step::Move(tail_right[0]),
                Step::Quad(tail_right[1], tail_right[2]),
                Step::Line(right[0]),
            ]);
        }
        None => steps.push(Step::Move(right[0])),
    }
    steps.extend([Step::Quad(right[1], right[2]), Step::Quad(left[1], left[0])]);
    if let Some([tail_left, tail_right]) = &tails {
        steps.extend([
            Step::Line(tail_left[2]),
            Step::Quad(tail_left[1], tail_left[0]),
            Step::Line(tail_right[0]),
        ]);
    }
    steps.push(Step::Close);
    Path { steps }
}

/// A tail that grows thin, with a notch at its start, and a head.
pub(super) fn fancy(bend: Bend, head_length: f64, head_width: f64, tail_width: f64) -> Path {
    let (outside, head) = head_of(bend, head_length);
    let whole = if outside.is_some() { bend } else { head };
    let tail = head_of(whole, head_length * 0.8).0.unwrap_or(whole);
    let [left, right] = wedged(head, head_width / 2.0, [1.0, 0.6, 0.0]);
    let [tail_left, tail_right] = wedged(tail, tail_width / 2.0, [1.0, 0.6, 0.3]);
    let start = whole[0];
    let near = |[x, y]: Point| libm::hypot(x - start[0], y - start[1]) < tail_width * 0.3;
    let notch = crossing(whole, &near).map_or(start, |t| split_bend(whole, t).0[2]);
    let steps = vec![
        Step::Move(notch),
        Step::Line(tail_right[0]),
        Step::Quad(tail_right[1], tail_right[2]),
        Step::Line(right[0]),
        Step::Quad(right[1], right[2]),
        Step::Quad(left[1], left[0]),
        Step::Line(tail_left[2]),
        Step::Quad(tail_left[1], tail_left[0]),
        Step::Line(notch),
        Step::Close,
    ];
    Path { steps }
}

/// A shape that is wide at its start and ends in a point.
pub(super) fn wedge(bend: Bend, tail_width: f64, shrink: f64) -> Path {
    let [plus, minus] = wedged(bend, tail_width / 2.0, [1.0, shrink, 0.0]);
    let steps = vec![
        Step::Move(plus[0]),
        Step::Quad(plus[1], plus[2]),
        Step::Line(minus[2]),
        Step::Quad(minus[1], minus[0]),
        Step::Close,
    ];
    Path { steps }
}
