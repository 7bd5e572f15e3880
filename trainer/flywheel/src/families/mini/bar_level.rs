//! Draw the horizontal line from the top of a bar to the value axis.

use vthinker_core::think::Task;

use super::bars::chart;
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::segment;
use crate::scene::Scene;
use crate::seen::unsolved;

pub(in crate::families) const FAMILY: Family = Family {
    name: "bar_level",
    task: Task::Instruction,
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
    let units = scene.chance(0.5);
    let chart = chart(scene, n, units)?;
    let bar = scene.pick(&chart.bars);
    let (x, y) = bar.top_centre();
    let question = format!("Draw a line from the top of the {} bar to the axis.", bar.hue);
    Draft::drawing(question, vec![segment((x, y), (chart.origin.0, y))])
}
