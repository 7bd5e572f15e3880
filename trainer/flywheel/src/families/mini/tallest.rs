//! Which bar is the tallest? A level line at the greatest height shows it.

use vthinker_core::think::Task;

use super::bars::{SeenChart, chart};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{line, line_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "tallest",
    task: Task::Reasoning,
    domain: "Statistics",
    weight: 4,
    canvas: Canvas::Mini,
    knowledge: &["Highest and lowest bar"],
    tools: &["level_line"],
    draft,
    solve,
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

fn solve(seen: &Seen) -> Option<Solved> {
    let chart = SeenChart::of(seen)?;
    let bar = chart.tallest()?;
    let y = bar.top[1];
    Solved::reasoning(bar.hue, vec![line_mark([chart.origin[0], y], [chart.right, y])])
}
