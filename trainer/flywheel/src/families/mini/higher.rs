//! Which of two dots is higher? A level line through one of them shows it.

use vthinker_core::think::Task;

use super::dots::dot;
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{line, line_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "higher",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 4,
    canvas: Canvas::Mini,
    knowledge: &["Projection to the axes"],
    tools: &["level_line"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let n = usize::from(scene.level) + 1;
    let places = scene.scatter(n, 12, 26)?;
    let difference = places[0].1 - places[1].1;
    if difference.abs() < 14 {
        return None;
    }
    let hues = scene.hues(n);
    for (place, hue) in places.iter().zip(&hues) {
        let r = scene.int(4, 6);
        scene.dot(*place, *hue, r);
    }
    let (first, second) = (hues[0], hues[1]);
    let y = places[0].1;
    let (side, answer) = if difference < 0 { ("below", first) } else { ("above", second) };
    Draft::reasoning(
        format!("Which dot is higher, {first} or {second}?"),
        vec![line((0, y), (scene.width() - 1, y))],
        format!("I draw a level line through {first}."),
        format!("The {second} dot is {side} it."),
        answer,
    )
}

fn solve(seen: &Seen) -> Option<Solved> {
    let [first, second] = seen.hues()[..] else { return None };
    let (y, other) = (dot(seen, first)?[1], dot(seen, second)?[1]);
    let answer = if y < other { first } else { second };
    let right = f64::from(seen.width) - 1.0;
    Solved::reasoning(answer, vec![line_mark([0.0, y], [right, y])])
}
