//! Mark the centre of a named circle or square.

use vthinker_core::think::Task;

use super::shapes::{asked, shapes};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{point, point_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "shape_centre",
    task: Task::Perception,
    domain: "Mathematics",
    weight: 6,
    canvas: Canvas::Mini,
    knowledge: &["Point symmetry"],
    tools: &["point_mark"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let shape = shapes(scene)?[0];
    Draft::drawing(format!("Mark the centre of the {}.", shape.name()), vec![point(shape.centre)])
}

fn solve(seen: &Seen) -> Option<Solved> {
    let (centre, _) = asked(seen)?;
    Solved::drawing(vec![point_mark(centre)])
}
