//! Mark the centre of a named circle or square.

use vthinker_core::think::Task;

use super::shapes::shapes;
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::point;
use crate::scene::Scene;
use crate::seen::unsolved;

pub(in crate::families) const FAMILY: Family = Family {
    name: "shape_centre",
    task: Task::Perception,
    domain: "geometry",
    weight: 6,
    canvas: Canvas::Mini,
    knowledge: &[],
    tools: &[],
    draft,
    solve: unsolved,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let shape = shapes(scene)?[0];
    Draft::drawing(format!("Mark the centre of the {}.", shape.name()), vec![point(shape.centre)])
}
