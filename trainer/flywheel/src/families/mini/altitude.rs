//! Draw the altitude of a triangle from a named corner.

use vthinker_core::think::Task;

use super::polygons::{asked_corner, color, letter, other_corners, triangle};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{foot, foot_of, segment, segment_mark};
use crate::scene::{Scene, distance};
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "altitude",
    task: Task::Instruction,
    domain: "Mathematics",
    weight: 3,
    canvas: Canvas::Mini,
    knowledge: &["Nearest point of a line"],
    tools: &["altitude"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let [apex, mut left, mut right] = triangle(scene)?;
    // Level 1: a level base; level 2: a level or an upright one; level 3: any.
    if scene.level == 1 || (scene.level == 2 && scene.chance(0.5)) {
        right.1 = left.1;
    } else if scene.level == 2 {
        left.0 = right.0;
    }
    let corners = [apex, left, right];
    let (base, along) = foot(apex, left, right)?;
    let height = distance(apex, base);
    let wide = distance(left, right) >= 45.0;
    if !(0.15..=0.85).contains(&along) || height < 35.0 || !wide {
        return None;
    }
    let width = scene.int(1, 3);
    scene.figure.sides(&corners, width);
    let names =
        if scene.level == 3 && scene.chance(0.6) { letter(scene, &corners) } else { color(scene, &corners) };
    Draft::drawing(format!("Draw the altitude from {}.", names.of(0)), vec![segment(apex, base)])
}

fn solve(seen: &Seen) -> Option<Solved> {
    let apex = asked_corner(seen)?;
    let [b, c] = other_corners(seen, apex)[..] else { return None };
    Solved::drawing(vec![segment_mark(apex, foot_of(apex, [b, c]))])
}
