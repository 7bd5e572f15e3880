//! Draw the median of a triangle from a named corner.

use vthinker_core::think::Task;

use super::polygons::{asked_corner, color, letter, other_corners, triangle};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{at, midpoint, segment, segment_mark};
use crate::scene::{Scene, distance};
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "median",
    task: Task::Instruction,
    domain: "Mathematics",
    weight: 3,
    canvas: Canvas::Mini,
    knowledge: &["Midpoint by means", "Median halves the area"],
    tools: &["median_line"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let corners = triangle(scene)?;
    let [apex, b, c] = corners;
    let middle = midpoint(b, c);
    if distance(apex, middle) < 35.0 {
        return None;
    }
    let width = scene.int(1, 3);
    scene.figure.sides(&corners, width);
    // Level 1: one coloured corner; level 2: three; level 3: letters.
    let name = match scene.level {
        1 => color(scene, &corners[..1]),
        2 => color(scene, &corners),
        _ => letter(scene, &corners),
    };
    Draft::drawing(format!("Draw the median from {}.", name.of(0)), vec![segment(apex, middle)])
}

fn solve(seen: &Seen) -> Option<Solved> {
    let apex = asked_corner(seen)?;
    let [b, c] = other_corners(seen, apex)[..] else { return None };
    Solved::drawing(vec![segment_mark(apex, at(b, c, 0.5))])
}
