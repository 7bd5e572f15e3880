//! Draw the midline of a triangle or of a trapezium.

use vthinker_core::think::Task;

use super::side_label::inside;
use super::triangle::triangle;
use crate::draft::{Canvas, Draft, Family};
use crate::families::lettering::name_places;
use crate::geometry::{at, minus, norm, plus, segment_mark, times, unit, whole};
use crate::scene::{Scene, distance};
use crate::seen::{Point, Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "midline",
    task: Task::Instruction,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Midline theorem", "Midline of a trapezium"],
    tools: &["midpoint", "segment"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: a triangle, by its side; level 2: a triangle, by what the midline joins; level 3: a trapezium.
    let level = scene.level;
    let corners = if level == 3 { trapezium(scene)? } else { triangle(scene)?.to_vec() };
    let width = scene.int(1, 3);
    scene.figure.sides(&corners, width);
    let names = name_places(scene, &corners, "ABCDEFGHKLMPQRST")?;
    let middle = |i: usize, k: usize| at(point(corners[i]), point(corners[k]), 0.5);
    let name = |i: usize| &names[i];
    let (question, mark) = match level {
        1 => (
            format!(
                "Draw the midline of the triangle that is parallel to the side from {} to {}.",
                name(1),
                name(2)
            ),
            segment_mark(middle(0, 1), middle(0, 2)),
        ),
        2 => (
            format!(
                "Join the middle of the side from {a} to {} with the middle of the side from {a} to {}.",
                name(1),
                name(2),
                a = name(0)
            ),
            segment_mark(middle(0, 1), middle(0, 2)),
        ),
        _ => (
            scene
                .pick(&[
                    "Draw the midline of the trapezium between its two legs.",
                    "Join the middles of the two sides of the trapezium that are not parallel.",
                ])
                .to_owned(),
            segment_mark(middle(1, 2), middle(3, 0)),
        ),
    };
    Draft::drawing(question, vec![mark])
}

/// Corners in order; the first two and the last two end the parallel sides.
fn trapezium(scene: &mut Scene) -> Option<Vec<(i32, i32)>> {
    let margin = 2 * scene.letter_size();
    let (a, b) = (scene.place(margin), scene.place(margin));
    let side = f64::from(scene.side());
    let long = distance(a, b);
    if long < side * 0.45 {
        return None;
    }
    let way = unit(minus(point(b), point(a)));
    let up = [way[1], -way[0]];
    let height = side * f64::from(scene.int(25, 45)) / 100.0;
    let short = long * f64::from(scene.int(35, 70)) / 100.0;
    let start = (long - short) * f64::from(scene.int(10, 90)) / 100.0;
    let d = plus(point(a), plus(times(way, start), times(up, height)));
    let c = plus(d, times(way, short));
    let fits = [c, d].iter().all(|p| inside(scene, *p, f64::from(margin)));
    fits.then(|| vec![a, b, whole(c), whole(d)])
}

/// With the legs of a trapezium known as the sides whose directions differ most from those opposite.
fn solve(seen: &Seen) -> Option<Solved> {
    let letters = seen.letters();
    if letters.is_empty() {
        let corners: Vec<Point> = seen.all_named().into_iter().map(|(_, p)| p).collect();
        let [a, b, c, d] = corners[..] else { return None };
        let cross = |u: Point, v: Point| (u[0] * v[1] - u[1] * v[0]).abs() / (norm(u) * norm(v)).max(1.0);
        let first = cross(minus(b, a), minus(d, c)) < cross(minus(c, b), minus(a, d));
        let legs = if first { [[b, c], [d, a]] } else { [[a, b], [c, d]] };
        let [p, q] = legs.map(|[p, q]| times(plus(p, q), 0.5));
        return Solved::drawing(vec![segment_mark(p, q)]);
    }
    // The side that is named is the midline's double; the third corner is the one not on it.
    let named: Vec<&str> = match letters[..] {
        [b, c] => vec![b, c],
        [_, b, _, c] => vec![b, c],
        _ => return None,
    };
    let apex = seen.all_named().into_iter().find(|(name, _)| !named.contains(name))?.1;
    let ends: Option<Vec<Point>> = named.iter().map(|name| seen.named(name)).collect();
    let ends: Vec<Point> = ends?.into_iter().map(|p| plus(apex, times(minus(p, apex), 0.5))).collect();
    Solved::drawing(vec![segment_mark(*ends.first()?, *ends.last()?)])
}
