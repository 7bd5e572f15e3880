//! The number at a place of a number line: the ticks from the nearest label counted.

use vthinker_core::think::Task;

use super::number_line::{Labels, decimal, number_line, ticks};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{point, point_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "scale_reading",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 4,
    canvas: Canvas::Full,
    knowledge: &["Unit of a scale", "Order on a number line"],
    tools: &["point_mark", "count_marks"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let last = scene.int(9, 14);
    let units: &[i32] = match scene.level {
        1 => &[100, 200, 500, 1000],
        2 => &[200, 300, 400, 500, 2000, 2500],
        _ => &[10, 20, 25, 50, 400, 1500],
    };
    let unit = scene.pick(units);
    let start = unit * scene.int(if scene.level == 3 { -8 } else { 0 }, 8);
    let first = scene.int(0, last - 4);
    let second = scene.int(first + 4, last);
    let target = scene.int(0, last);
    // Level 1: between the labels; above, outside of them or nearer to the right one.
    let inside = (first..=second).contains(&target);
    let (near_first, near_second) = ((target - first).abs(), (target - second).abs());
    let steps = near_first.min(near_second);
    if near_first == near_second || steps < 2 || (scene.level == 1) != inside && scene.level != 3 {
        return None;
    }
    let line = number_line(scene, last, (start, unit), [first, second])?;
    let (size, at) = (scene.letter_size(), line.place(target));
    let letter = scene.pick(&["P", "Q", "K", "M", "S"]);
    let color = {
        let hue = scene.hues(1)[0];
        scene.shade(hue)
    };
    let up = size * 2;
    scene.figure.arrow((at.0, at.1 - up), (at.0, at.1 - size * 2 / 3), 2, color, "pointer");
    scene.figure.name(at, (at.0, at.1 - up - size * 3 / 4), letter, size);
    let from = if near_first < near_second { first } else { second };
    let way = if target > from { 1 } else { -1 };
    let marks = (1..=steps).map(|i| point(line.place(from + way * i))).collect();
    let [a, b, known, answer] = [first, second, from, target].map(|tick| line.value(tick));
    let gaps = second - first;
    let side = if way > 0 { "right" } else { "left" };
    Draft::reasoning(
        format!("Which number belongs to the place {letter} on the number line?"),
        marks,
        format!("I mark the ticks from {} to {letter} one by one to count them.", decimal(known)),
        format!(
            "From {} to {} are {gaps} gaps, so one is worth {}. {letter} lies {steps} gaps to the {side} of {}, \
             at {}.",
            decimal(a),
            decimal(b),
            decimal(unit),
            decimal(known),
            decimal(answer)
        ),
        decimal(answer),
    )
    .map(|draft| draft.wrong([unit, -unit, 2 * unit, -2 * unit].map(|d| decimal(answer + d))))
}

/// By proportion between the two labels; the marks are the ticks between the nearer label and the place.
fn solve(seen: &Seen) -> Option<Solved> {
    let labels = Labels::of(seen)?;
    let target = seen.all_named().first()?.1;
    let [p, q] = labels.ends.map(|end| end.1);
    let near = if (p[0] - target[0]).abs() < (q[0] - target[0]).abs() { p } else { q };
    let (low, high) = (near[0].min(target[0]), near[0].max(target[0]));
    let marks = ticks(seen)
        .into_iter()
        .filter(|x| (low..=high).contains(x) && (x - near[0]).abs() > 2.0)
        .map(|x| point_mark([x, target[1]]))
        .collect();
    Solved::reasoning(decimal(labels.value(target[0])), marks)
}
