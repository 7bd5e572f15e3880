//! Draw the bisector of a triangle's angle as far as the opposite side.

use vthinker_core::think::Task;

use super::triangle::triangle;
use crate::draft::{Canvas, Draft, Family};
use crate::families::lettering::name_places;
use crate::geometry::{at, crossing_of_lines, minus, plus, segment_mark, unit};
use crate::scene::{Scene, distance};
use crate::seen::{Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "angle_bisector",
    task: Task::Instruction,
    domain: "Mathematics",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Bisector ratio"],
    tools: &["angle_bisector"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: the two sides are equal within a tenth; level 3: any angle, and a point that distracts.
    let [a, b, c] = triangle(scene)?;
    let ratio = distance(a, b) / distance(a, c);
    if scene.level == 1 && !(0.9..1.1).contains(&ratio) || scene.level > 1 && (0.8..1.25).contains(&ratio) {
        return None;
    }
    let width = scene.int(1, 3);
    scene.figure.sides(&[a, b, c], width);
    let names = name_places(scene, &[a, b, c], "ABCDEFGHKLMPQRST")?;
    if scene.level == 3 {
        let (hue, spot) = (scene.hues(1)[0], at(point(b), point(c), 0.5));
        scene.dot((spot[0].round() as i32, spot[1].round() as i32), hue, 4);
    }
    // The bisector divides the opposite side as the sides that meet in the corner.
    let t = distance(a, b) / (distance(a, b) + distance(a, c));
    let foot = at(point(b), point(c), t);
    Draft::drawing(
        format!("Draw the bisector of the angle at {} as far as the opposite side.", names[0]),
        vec![segment_mark(point(a), foot)],
    )
}

/// By the direction between the unit vectors along the two sides.
fn solve(seen: &Seen) -> Option<Solved> {
    let apex = seen.named(seen.letters().first()?)?;
    let others: Vec<_> = seen.all_named().into_iter().filter(|(_, p)| *p != apex).map(|(_, p)| p).collect();
    let [b, c] = others[..] else { return None };
    let way = plus(unit(minus(b, apex)), unit(minus(c, apex)));
    let foot = crossing_of_lines([apex, plus(apex, way)], [b, c])?;
    Solved::drawing(vec![segment_mark(apex, foot)])
}
