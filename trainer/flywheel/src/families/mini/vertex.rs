//! Mark the corner of a polygon that a letter names.

use vthinker_core::think::Task;

use super::polygons::{asked_corner, letter, ring, triangle};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{point, point_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "vertex",
    task: Task::Perception,
    domain: "Mathematics",
    weight: 4,
    canvas: Canvas::Mini,
    knowledge: &["Projection to the axes"],
    tools: &["point_mark"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let corners = match scene.level {
        1 => triangle(scene)?.to_vec(),
        2 => ring(scene, 4)?,
        _ => ring(scene, 5)?,
    };
    let width = scene.int(1, 3);
    scene.figure.sides(&corners, width);
    let names = letter(scene, &corners);
    let asked = scene.int(0, corners.len() as i32 - 1) as usize;
    Draft::drawing(format!("Mark {}.", names.of(asked)), vec![point(corners[asked])])
}

fn solve(seen: &Seen) -> Option<Solved> {
    Solved::drawing(vec![point_mark(asked_corner(seen)?)])
}
