//! Draw the horizontal line from the top of a bar to the value axis.

use vthinker_core::think::Task;

use super::bars::{SeenChart, chart};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{segment, segment_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "bar_level",
    task: Task::Instruction,
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
    let units = scene.chance(0.5);
    let chart = chart(scene, n, units)?;
    let bar = scene.pick(&chart.bars);
    let (x, y) = bar.top_centre();
    let question = format!("Draw a line from the top of the {} bar to the axis.", bar.hue);
    Draft::drawing(question, vec![segment((x, y), (chart.origin.0, y))])
}

fn solve(seen: &Seen) -> Option<Solved> {
    let chart = SeenChart::of(seen)?;
    let bar = chart.bar(*seen.hues().first()?)?;
    Solved::drawing(vec![segment_mark(bar.top, [chart.origin[0], bar.top[1]])])
}
