//! Whole numbers that make relations exact: points on circles, feet, crossings.

use crate::figure::Place;
use crate::scene::Scene;

/// Legs and hypotenuse of right triangles with whole sides.
const TRIPLES: [(i32, i32, i32); 6] =
    [(0, 1, 1), (3, 4, 5), (5, 12, 13), (8, 15, 17), (7, 24, 25), (20, 21, 29)];
/// Directions of few pixels.
const STEPS: [Place; 10] = [(1, 0), (1, 1), (2, 1), (3, 1), (3, 2), (4, 1), (4, 3), (5, 2), (5, 3), (5, 4)];

/// A direction with whole length: `(x, y, length)`, turned and mirrored at random.
pub(super) fn whole_direction(scene: &mut Scene) -> (i32, i32, i32) {
    let (a, b, h) = scene.pick(&TRIPLES);
    let (x, y) = turned(scene, (a, b));
    (x, y, h)
}

/// A direction of small whole steps.
pub(super) fn step(scene: &mut Scene) -> Place {
    let step = scene.pick(&STEPS);
    turned(scene, step)
}

fn turned(scene: &mut Scene, (a, b): Place) -> Place {
    let (a, b) = if scene.chance(0.5) { (a, b) } else { (b, a) };
    (a * scene.pick(&[-1, 1]), b * scene.pick(&[-1, 1]))
}

/// `p + k d`
pub(super) fn along(p: Place, d: Place, k: i32) -> Place {
    (p.0 + k * d.0, p.1 + k * d.1)
}

/// How often a direction fits into a length, at least once.
pub(super) fn times_in(length: f64, (x, y): Place) -> i32 {
    ((length / f64::from(x).hypot(f64::from(y))).round() as i32).max(1)
}

/// The greatest common divisor.
pub(super) fn common_divisor(a: i32, b: i32) -> i32 {
    if b == 0 { a.abs().max(1) } else { common_divisor(b, a % b) }
}
