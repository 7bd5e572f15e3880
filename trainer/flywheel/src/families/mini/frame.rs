//! Draw a box around a named circle or square.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use super::shapes::{asked, shapes};
use crate::draft::{Canvas, Draft, Family};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "frame",
    task: Task::Instruction,
    domain: "Mathematics",
    weight: 5,
    canvas: Canvas::Mini,
    knowledge: &["Projection to the axes"],
    tools: &["box_outline"],
    draft,
    solve,
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

fn solve(seen: &Seen) -> Option<Solved> {
    let ([x, y], half) = asked(seen)?;
    let reach = half + f64::from(MARGIN);
    let [x0, y0, x1, y1] = [x - reach, y - reach, x + reach, y + reach].map(|v| v as f32);
    Solved::drawing(vec![Mark::Box { x0, y0, x1, y1 }])
}
