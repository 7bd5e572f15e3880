//! Which bar is the tallest? A level line at the greatest height shows it.

use vthinker_core::think::Task;

use super::bars::chart;
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::line;
use crate::scene::Scene;
use crate::seen::unsolved;

pub(in crate::families) const FAMILY: Family = Family {
    name: "tallest",
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
