//! The slope of a line by a right triangle under it.

use vthinker_core::think::Task;

use super::axes::Axes;
use super::wording::fraction;
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{minus, norm, segment_mark, unit, whole};
use crate::palette::Hue;
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "line_slope",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Slope triangle"],
    tools: &["slope_triangle"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: a whole slope on squared paper; level 2: a fraction; level 3: a second line, no paper.
    let level = i32::from(scene.level);
    let share = f64::from(scene.int(0, 45)) / 100.0;
    let cells = scene.int(9, 11);
    let axes = Axes::lay(scene, cells, share, share)?;
    axes.draw(scene, level < 3);
    let hues = scene.hues(2);
    let (left, right) = line(scene, &axes, hues[0], level == 1)?;
    if level == 3 {
        let other = line(scene, &axes, hues[1], false)?;
        let apart = [(left, other.0), (left, other.1), (right, other.0), (right, other.1)]
            .iter()
            .all(|(p, q)| norm(minus(axes.at(p[0], p[1]), axes.at(q[0], q[1]))) > 24.0);
        if !apart {
            return None;
        }
    }
    let (run, rise) = ((right[0] - left[0]) as i32, (right[1] - left[1]) as i32);
    let answer = fraction(rise, run);
    let which = if level == 3 { format!("{} line", hues[0]) } else { "line".into() };
    let question = match scene.int(0, 2) {
        0 => format!("What is the slope of the {which}?"),
        1 => format!("How steep is the {which}? Give its slope."),
        _ => format!("Find m for the {which} with the equation y = mx + b."),
    };
    let corner = axes.at(right[0], left[1]);
    let (start, end) = (axes.at(left[0], left[1]), axes.at(right[0], right[1]));
    let way = if rise > 0 { "up" } else { "down" };
    Draft::reasoning(
        question,
        vec![segment_mark(start, corner), segment_mark(corner, end)],
        format!("I draw a right triangle under the {which} between its two dots, from the left one."),
        format!(
            "It goes {run} to the right and {} {way}, so the slope is {rise} / {run} = {answer}.",
            rise.abs()
        ),
        &answer,
    )
    .map(|d| {
        d.wrong([
            fraction(run, rise),
            fraction(-rise, run),
            fraction(rise + run, run),
            fraction(rise, run + 1),
        ])
    })
}

/// Draws a line with two dots on it and returns them, left one first.
fn line(scene: &mut Scene, axes: &Axes, hue: Hue, whole_slope: bool) -> Option<([f64; 2], [f64; 2])> {
    let mut end = || [scene.int(axes.x[0], axes.x[1]), scene.int(axes.y[0], axes.y[1])];
    let (a, b) = (end(), end());
    let (left, right) = if a[0] < b[0] { (a, b) } else { (b, a) };
    let (run, rise) = (right[0] - left[0], right[1] - left[1]);
    if run < 2 || rise.abs() < 2 || (rise % run == 0) != whole_slope || rise.abs() > 4 * run {
        return None;
    }
    let m = f64::from(rise) / f64::from(run);
    let (left, right) = (left.map(f64::from), right.map(f64::from));
    let [from, to] = axes.clip(m, left[1] - m * left[0])?;
    let color = scene.shade(hue);
    let width = scene.int(2, 3);
    let (from, to) = (axes.place(from[0], from[1]), axes.place(to[0], to[1]));
    scene.figure.line(from, to, width, color, &format!("{hue} line"));
    for p in [left, right] {
        scene.figure.dot(axes.place(p[0], p[1]), 4, color, &format!("dot on the {hue} line"));
    }
    Some((left, right))
}

/// By the direction of the line on the screen and its two dots.
fn solve(seen: &Seen) -> Option<Solved> {
    let axes = Axes::read(seen)?;
    let hue = match seen.hues().first() {
        Some(hue) => *hue,
        None => Hue::ALL.into_iter().find(|hue| !seen.lines(&format!("{hue} line")).is_empty())?,
    };
    let mut dots = seen.points(&format!("dot on the {hue} line"));
    dots.sort_by(|a, b| a[0].total_cmp(&b[0]));
    let [start, end] = dots[..] else { return None };
    let corner = [end[0], start[1]];
    let step = minus(axes.value(end), axes.value(start));
    // The line itself must go the way of its dots.
    let [from, to] = *seen.lines(&format!("{hue} line")).first()?;
    if norm(minus(unit(minus(to, from)), unit(minus(end, start)))) > 0.03 {
        return None;
    }
    let (run, rise) = whole(step);
    let marks = vec![segment_mark(start, corner), segment_mark(corner, end)];
    Solved::reasoning(fraction(rise, run), marks)
}
