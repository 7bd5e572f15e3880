//! Which bar is the tallest? A level line at the greatest height shows it.

use vthinker_core::think::Task;

use super::bars::chart;
use crate::flywheel::draft::{Draft, Family};
use crate::flywheel::geometry::line;
use crate::flywheel::scene::Scene;

pub(super) const FAMILY: Family =
    Family { name: "tallest", task: Task::Reasoning, domain: "statistics", weight: 4, draft };

fn draft(scene: &mut Scene) -> Option<Draft> {
    let n = usize::from(scene.level) + 1;
    let units = scene.chance(0.3);
    let chart = chart(scene, n, units)?;
    let bar = chart.bars.iter().min_by_key(|bar| bar.top)?;
    Draft::reasoning(
        "Which bar is the tallest?",
        vec![line((chart.origin.0, bar.top), (chart.right, bar.top))],
        "I draw a level line at the greatest height.",
        format!("It touches the {} bar.", bar.hue),
        bar.hue,
    )
}
