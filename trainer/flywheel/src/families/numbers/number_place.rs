//! Mark the place of a number on a number line.

use vthinker_core::think::Task;

use super::number_line::{Labels, decimal, number_line};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{point, point_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "number_place",
    task: Task::Perception,
    domain: "Mathematics",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Unit of a scale", "Order on a number line"],
    tools: &["point_mark"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let last = scene.int(8, 14);
    let units: &[i32] = match scene.level {
        1 => &[100, 200, 1000],
        2 => &[200, 400, 500, 2000, 50],
        _ => &[20, 60, 200, 400, 1000, 3000],
    };
    let unit = scene.pick(units);
    let start = unit * scene.int(if scene.level == 3 { -6 } else { 0 }, 6);
    let first = scene.int(0, last - 4);
    let second = scene.int(first + 4, last);
    let tick = scene.int(0, last - 1);
    let between = (first..=second).contains(&tick);
    if tick == first || tick == second || (scene.level == 1 && !between) || (scene.level == 2 && between) {
        return None;
    }
    let line = number_line(scene, last, (start, unit), [first, second])?;
    // Level 3: halfway between two ticks.
    let (mut at, mut value) = (line.place(tick), line.value(tick));
    if scene.level == 3 {
        at.0 += line.per / 2;
        value += line.unit / 2;
    }
    let value = decimal(value);
    let question = scene.pick(&[
        "Mark the place of {} on the number line.",
        "Mark the point of the number line that belongs to {}.",
        "Where on the number line is {}? Mark the place.",
    ]);
    Draft::drawing(question.replace("{}", &value), vec![point(at)])
}

/// By proportion between the two labels.
fn solve(seen: &Seen) -> Option<Solved> {
    let labels = Labels::of(seen)?;
    Solved::drawing(vec![point_mark(labels.place(*seen.numbers().first()?))])
}
