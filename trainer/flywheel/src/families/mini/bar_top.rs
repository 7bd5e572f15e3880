//! Mark the top of a bar, named by colour or as the tallest.

use vthinker_core::think::Task;

use super::bars::chart;
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::point;
use crate::scene::Scene;
use crate::seen::unsolved;

pub(in crate::families) const FAMILY: Family = Family {
    name: "bar_top",
    task: Task::Perception,
    domain: "statistics",
    weight: 5,
    canvas: Canvas::Mini,
    knowledge: &[],
    tools: &[],
    draft,
    solve: unsolved,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let n = match scene.level {
        1 => 1,
        2 => 2,
        _ => scene.int(3, 4),
    };
    let units = scene.chance(0.3);
    let chart = chart(scene, n as usize, units)?;
    let (bar, name) = if scene.level == 3 && scene.chance(0.5) {
        (*chart.bars.iter().min_by_key(|bar| bar.top)?, "tallest".to_owned())
    } else {
        let bar = scene.pick(&chart.bars);
        (bar, bar.hue.to_string())
    };
    Draft::drawing(format!("Mark the top of the {name} bar."), vec![point(bar.top_centre())])
}
