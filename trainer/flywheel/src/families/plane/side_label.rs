//! Words beside sides and in angles.

use crate::Element;
use crate::figure::Place;
use crate::geometry::{at, minus, plus, times, unit, whole};
use crate::scene::Scene;
use crate::seen::Point;

/// What the size of an angle is called among the elements.
pub(in crate::families) const ANGLE: &str = "size of an angle";

/// Half the width and half the height of a text, at most.
fn half(scene: &Scene, text: &str) -> [f64; 2] {
    let size = f64::from(scene.letter_size());
    [0.35 * size * text.chars().count() as f64, 0.55 * size]
}

/// Writes a text centred on a place; `None` if it would leave the picture.
pub(in crate::families) fn write(scene: &mut Scene, place: Point, text: &str, meaning: &str) -> Option<()> {
    let [w, h] = half(scene, text);
    let [right, bottom] = [f64::from(scene.width()), f64::from(scene.height())];
    let inside = place[0] >= w + 2.0
        && place[0] + w + 2.0 <= right
        && place[1] >= h + 2.0
        && place[1] + h + 2.0 <= bottom;
    let size = scene.letter_size();
    inside.then(|| scene.figure.text(whole(place), text, size, meaning))
}

/// Writes a text beside the middle of a side, on the side away from another place.
pub(in crate::families) fn side_label(
    scene: &mut Scene,
    [a, b]: [Point; 2],
    away: Point,
    text: &str,
    meaning: &str,
) -> Option<()> {
    let middle = at(a, b, 0.5);
    let [x, y] = unit(minus(b, a));
    let normal = [-y, x];
    let outward = minus(middle, away);
    let normal =
        if outward[0] * normal[0] + outward[1] * normal[1] < 0.0 { times(normal, -1.0) } else { normal };
    let [w, h] = half(scene, text);
    let reach = normal[0].abs() * w + normal[1].abs() * h + 5.0;
    write(scene, plus(middle, times(normal, reach)), text, meaning)
}

/// Draws an arc between two sides of an angle and writes a text in it.
pub(in crate::families) fn angle_label(
    scene: &mut Scene,
    vertex: Place,
    sides: [Point; 2],
    text: &str,
    meaning: &str,
) -> Option<()> {
    let from = [f64::from(vertex.0), f64::from(vertex.1)];
    let ways = sides.map(|side| unit(minus(side, from)));
    let mut ends = ways.map(|[x, y]| y.atan2(x).to_degrees());
    // The smaller turn, clockwise on the screen.
    if (ends[1] - ends[0]).rem_euclid(360.0) > 180.0 {
        ends.swap(0, 1);
    }
    let turn = (ends[1] - ends[0]).rem_euclid(360.0);
    let middle = (ends[0] + turn / 2.0).to_radians();
    let size = f64::from(scene.letter_size());
    let radius = 1.5 * size;
    let start = ends[0].round() as i32;
    let (ink, r) = (scene.figure.ink, radius.round() as i32);
    scene.figure.arc(vertex, r, (start, start + turn.round() as i32), 1, ink);
    let [dir1, dir2] = ends;
    scene.figure.note(Element::Angle { vertex: [vertex.0, vertex.1], dir1, dir2, meaning: meaning.into() });
    let way = [middle.cos(), middle.sin()];
    let [w, h] = half(scene, text);
    // Far enough in for the text to clear the arc, and both sides of a narrow angle.
    let clear = radius + way[0].abs() * w + way[1].abs() * h + 1.0;
    let narrow = (w.min(1.3 * h) + 3.0) / (turn / 2.0).to_radians().sin().max(0.2);
    write(scene, plus(from, times(way, clear.max(narrow))), text, meaning)
}

/// A length of a vector at an angle in degrees, upwards positive.
pub(in crate::families) fn polar(from: Point, length: f64, degrees: f64) -> Point {
    let t = degrees.to_radians();
    [from[0] + length * t.cos(), from[1] - length * t.sin()]
}

/// Whether a place keeps a distance from every border.
pub(in crate::families) fn inside(scene: &Scene, p: Point, margin: f64) -> bool {
    let [w, h] = [f64::from(scene.width()), f64::from(scene.height())];
    p[0] >= margin && p[1] >= margin && p[0] < w - margin && p[1] < h - margin
}
