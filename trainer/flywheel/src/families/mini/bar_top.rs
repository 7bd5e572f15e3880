//! Mark the top of a bar, named by colour or as the tallest.

use vthinker_core::think::Task;

use super::bars::{SeenChart, chart};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{point, point_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "bar_top",
    task: Task::Perception,
    domain: "Statistics",
    weight: 5,
    canvas: Canvas::Mini,
    knowledge: &["Bar height", "Highest and lowest bar"],
    tools: &["point_mark"],
    draft,
    solve,
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

fn solve(seen: &Seen) -> Option<Solved> {
    let chart = SeenChart::of(seen)?;
    let bar = match seen.hues().first() {
        Some(hue) => chart.bar(*hue)?,
        None => chart.tallest()?,
    };
    Solved::drawing(vec![point_mark(bar.top)])
}
