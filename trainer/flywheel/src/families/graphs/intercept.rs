//! Where a line meets the vertical axis of which only a distant part is drawn.

use vthinker_core::think::Task;

use super::axes::Axes;
use super::wording::number;
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{at, segment_mark};
use crate::palette::Hue;
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "line_intercept",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Intercept reading"],
    tools: &["extended_line"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: slope 1 or -1 on paper; level 2: any simple slope; level 3: two lines, no paper.
    let level = i32::from(scene.level);
    let shares = [0.15, 0.3, 0.5];
    let (left, below) = (scene.pick(&shares), scene.pick(&shares));
    let cells = scene.int(9, 12);
    let axes = Axes::lay(scene, cells, left, below)?;
    axes.draw(scene, level < 3);
    let hues = scene.hues(2);
    let (b, near, m) = piece(scene, &axes, hues[0], level == 1)?;
    if level == 3 {
        let other = piece(scene, &axes, hues[1], false)?;
        if other.0 == b {
            return None;
        }
    }
    let which = if level == 3 { format!("{} line", hues[0]) } else { "line".into() };
    let question = match scene.int(0, 2) {
        0 => format!("A part of a straight line is shown. What is the y intercept of the {which}?"),
        1 => format!(
            "The {which} belongs to an equation y = mx + b, and only a part of it is shown. What is b?"
        ),
        _ => format!("Only a part of the {which} is drawn. What value does its function have at x = 0?"),
    };
    let answer = number(b);
    Draft::reasoning(
        question,
        vec![segment_mark(axes.at(near[0], near[1]), axes.at(0.0, b))],
        format!("I extend the {which} straight on from its nearer end to the y axis."),
        format!("The extension meets the y axis at y = {answer}."),
        &answer,
    )
    .map(|d| {
        let zero = (-b / m).round();
        d.wrong([b + 1.0, b - 1.0, near[1], zero, -b, b + 2.0].map(number))
    })
}

/// Draws a piece of a line away from the vertical axis; returns its intercept, nearer end and slope.
fn piece(scene: &mut Scene, axes: &Axes, hue: Hue, plain: bool) -> Option<(f64, [f64; 2], f64)> {
    let slopes: &[f64] = if plain { &[1.0, -1.0] } else { &[2.0, -2.0, 0.5, -0.5, 1.5, -1.5, 1.0, -1.0] };
    let m = scene.pick(slopes);
    let b = f64::from(scene.int(axes.y[0], axes.y[1]));
    let [from, to] = axes.clip(m, b)?;
    // The longer side of the axis.
    let far = if to[0] > -from[0] { to[0] } else { from[0] };
    let near = far.signum() * f64::from(scene.int(2, 4));
    if far.abs() < near.abs() + 2.5 {
        return None;
    }
    let ends = [near, far].map(|x| [x, m * x + b]);
    let color = scene.shade(hue);
    let width = scene.int(2, 3);
    let [from, to] = ends.map(|p| axes.place(p[0], p[1]));
    scene.figure.line(from, to, width, color, &format!("part of the {hue} line"));
    Some((b, ends[0], m))
}

/// By following the line on the screen to the axis.
fn solve(seen: &Seen) -> Option<Solved> {
    let axes = Axes::read(seen)?;
    let hues = seen.hues();
    let hue = hues.first().copied();
    let hue = hue.or_else(|| {
        Hue::ALL.into_iter().find(|hue| !seen.lines(&format!("part of the {hue} line")).is_empty())
    })?;
    let [p, q] = *seen.lines(&format!("part of the {hue} line")).first()?;
    let zero = axes.at(0.0, 0.0)[0];
    let (near, far) = if (p[0] - zero).abs() < (q[0] - zero).abs() { (p, q) } else { (q, p) };
    let met = at(far, near, (zero - far[0]) / (near[0] - far[0]));
    let height = axes.value(met)[1].round();
    Solved::reasoning(number(height), vec![segment_mark(near, axes.at(0.0, height))])
}
