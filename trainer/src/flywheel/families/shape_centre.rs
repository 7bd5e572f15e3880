//! Mark the centre of a named circle or square.

use vthinker_core::think::Task;

use super::shapes::shapes;
use crate::flywheel::draft::{Draft, Family};
use crate::flywheel::geometry::point;
use crate::flywheel::scene::Scene;

pub(super) const FAMILY: Family =
    Family { name: "shape_centre", task: Task::Perception, domain: "geometry", weight: 6, draft };

fn draft(scene: &mut Scene) -> Option<Draft> {
    let shape = shapes(scene)?[0];
    Draft::drawing(format!("Mark the centre of the {}.", shape.name()), vec![point(shape.centre)])
}
