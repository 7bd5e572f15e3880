//! Triangles that leave room for letters.

use crate::figure::Place;
use crate::geometry::angle;
use crate::scene::{Scene, distance};

/// A triangle with no angle small, on a circle whose radius is a share of the picture's shorter side, in hundredths.
pub(super) fn small_triangle(scene: &mut Scene, [least, most]: [i32; 2]) -> [Place; 3] {
    let r = scene.side() * scene.int(least, most) / 100;
    let (x, y) = scene.place(r + 6);
    let start = scene.int(0, 359);
    [0, 120, 240].map(|turn| {
        let t = f64::from(start + turn + scene.int(-25, 25)).to_radians();
        (x + (f64::from(r) * t.cos()).round() as i32, y + (f64::from(r) * t.sin()).round() as i32)
    })
}

/// A triangle with no side short and no angle small, in random order of corners.
pub(super) fn triangle(scene: &mut Scene) -> Option<[Place; 3]> {
    let margin = 2 * scene.letter_size();
    let corners = [scene.place(margin), scene.place(margin), scene.place(margin)];
    let [a, b, c] = corners;
    let least = f64::from(scene.side()) * 0.35;
    let long = [(a, b), (b, c), (c, a)].iter().all(|(p, q)| distance(*p, *q) >= least);
    let open = [(a, b, c), (b, c, a), (c, a, b)].iter().all(|(p, q, r)| angle([*p, *q], [*p, *r]) >= 28.0);
    (long && open).then_some(corners)
}
