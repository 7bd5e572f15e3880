//! Read the value of a bar: a line from its top meets the axis at it.

use vthinker_core::think::Task;

use super::bars::chart;
use crate::flywheel::draft::{Draft, Family};
use crate::flywheel::geometry::segment;
use crate::flywheel::scene::Scene;

pub(super) const FAMILY: Family =
    Family { name: "bar_value", task: Task::Reasoning, domain: "statistics", weight: 4, draft };

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
