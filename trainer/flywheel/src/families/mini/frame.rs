//! Draw a box around a named circle or square.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use super::shapes::shapes;
use crate::draft::{Canvas, Draft, Family};
use crate::scene::Scene;
use crate::seen::unsolved;

pub(in crate::families) const FAMILY: Family = Family {
    name: "frame",
    task: Task::Instruction,
    domain: "geometry",
    weight: 5,
    canvas: Canvas::Mini,
    knowledge: &[],
    tools: &[],
    draft,
    solve: unsolved,
};

/// Pixels between shape and box.
const MARGIN: i32 = 4;

fn draft(scene: &mut Scene) -> Option<Draft> {
    let shape = shapes(scene)?[0];
    let ((x, y), reach) = (shape.centre, shape.half + MARGIN);
    let mark = Mark::Box {
        x0: (x - reach) as f32,
        y0: (y - reach) as f32,
        x1: (x + reach) as f32,
        y1: (y + reach) as f32,
    };
    Draft::drawing(format!("Draw a box around the {}.", shape.name()), vec![mark])
}
