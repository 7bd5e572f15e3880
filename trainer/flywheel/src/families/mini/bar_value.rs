//! Read the value of a bar: a line from its top meets the axis at it.

use vthinker_core::think::Task;

use super::bars::chart;
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::segment;
use crate::scene::Scene;
use crate::seen::unsolved;

pub(in crate::families) const FAMILY: Family = Family {
    name: "bar_value",
    task: Task::Reasoning,
    domain: "statistics",
    weight: 4,
    canvas: Canvas::Mini,
    knowledge: &[],
    tools: &[],
    draft,
    solve: unsolved,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let n = usize::from(scene.level);
    let chart = chart(scene, n, true)?;
    let bar = scene.pick(&chart.bars);
    let (x, y) = bar.top_centre();
    Draft::reasoning(
        format!("What is the value of the {} bar?", bar.hue),
        vec![segment((x, y), (chart.origin.0, y))],
        "I draw a line from its top to the axis.",
        format!("It meets {}.", bar.value),
        bar.value,
    )
}
