//! Read the value of a bar: a line from its top meets the axis at it.

use vthinker_core::think::Task;

use super::bars::{SeenChart, chart};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{segment, segment_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "bar_value",
    task: Task::Reasoning,
    domain: "Statistics",
    weight: 4,
    canvas: Canvas::Mini,
    knowledge: &["Bar height"],
    tools: &["level_line"],
    draft,
    solve,
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

/// By the label whose height is the bar's.
fn solve(seen: &Seen) -> Option<Solved> {
    let chart = SeenChart::of(seen)?;
    let bar = chart.bar(*seen.hues().first()?)?;
    let off = |at: [f64; 2]| (at[1] - bar.top[1]).abs();
    let labels = seen.texts("tick label");
    let (value, _) = labels.into_iter().min_by(|a, b| off(a.1).total_cmp(&off(b.1)))?;
    Solved::reasoning(value, vec![segment_mark(bar.top, [chart.origin[0], bar.top[1]])])
}
