//! Where equal jumps on a number line end, of which the figure shows the first.

use vthinker_core::think::Task;

use super::number_line::{Labels, decimal, number_line};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{point, point_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "frog_jumps",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Jumps on a number line", "Unit of a scale"],
    tools: &["number_line_jumps", "point_mark"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let last = scene.int(10, 16);
    let units: &[i32] = match scene.level {
        1 => &[100],
        2 => &[200, 500, 1000],
        _ => &[50, 300, 400, 2500],
    };
    let unit = scene.pick(units);
    let jump = scene.int(2, 4);
    let way = if scene.level > 1 && scene.chance(0.5) { -1 } else { 1 };
    let count = scene.int(3, 6);
    let start = scene.int(0, last);
    let end = start + way * jump * count;
    if !(0..=last).contains(&end) {
        return None;
    }
    let first = if scene.level == 1 { 0 } else { scene.int(0, last - 5) };
    let second = first + if scene.level == 1 { 5 } else { scene.int(4, 5) };
    let zero = if scene.level == 1 { 0 } else { unit * scene.int(0, 6) };
    if end == first || end == second || second > last {
        return None;
    }
    let line = number_line(scene, last, (zero, unit), [first, second])?;
    let hue = scene.hues(1)[0];
    let (color, from, to) = (scene.shade(hue), line.place(start), line.place(start + way * jump));
    // The jump is a half circle over its ends, with a head where it lands.
    let radius = (to.0 - from.0).abs() / 2;
    if from.1 - radius < scene.letter_size() {
        return None;
    }
    scene.figure.arc(((from.0 + to.0) / 2, from.1), radius, (180, 360), 2, color);
    scene.figure.arrow((to.0 - way, to.1 - 9), to, 1, color, "head of the jump");
    scene.figure.dot(from, scene.letter_size() / 4 + 2, color, "start of the jump");
    scene.figure.note(crate::Element::Line {
        x1: from.0,
        y1: from.1,
        x2: to.0,
        y2: to.1,
        meaning: "first jump".to_owned(),
    });
    let marks = (2..=count).map(|i| point(line.place(start + way * jump * i))).collect();
    let answer = line.value(end);
    let (step, begin) = (jump * unit, line.value(start));
    let who = scene.pick(&["frog", "grasshopper", "kangaroo", "robot"]);
    Draft::reasoning(
        format!(
            "A {who} starts at the {hue} dot, and its first jump is drawn. It goes on with jumps of the same \
             length and direction. On which number is it after {count} jumps in all?"
        ),
        marks,
        "I mark where each further jump lands, always the same number of ticks on.",
        format!(
            "The {who} starts at {}, and one jump is worth {}. The last mark lies at {}.",
            decimal(begin),
            decimal(step),
            decimal(answer)
        ),
        decimal(answer),
    )
    .map(|draft| draft.wrong([step, -step, unit, -unit].map(|d| decimal(answer + d))))
}

/// By multiplication: the start plus so many times the signed length of the first jump.
fn solve(seen: &Seen) -> Option<Solved> {
    let labels = Labels::of(seen)?;
    let [from, to] = *seen.lines("first jump").first()?;
    let count = *seen.numbers().first()? as i32;
    let (start, step) = (labels.value(from[0]), labels.value(to[0]) - labels.value(from[0]));
    let at = |i: i32| [from[0] + f64::from(i) * (to[0] - from[0]), from[1]];
    Solved::reasoning(decimal(start + count * step), (2..=count).map(|i| point_mark(at(i))).collect())
}
