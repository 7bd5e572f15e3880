//! The hidden vertex of a parabola of which only the arms are drawn.

use vthinker_core::think::Task;

use super::axes::Axes;
use super::parabola::Parabola;
use super::wording::number;
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{at, point_mark, segment_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "parabola_turning",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Vertex on the axis"],
    tools: &["level_line", "midpoint"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: whole answers on paper; level 2: halves; level 3: other dots on the arms, no paper.
    let level = i32::from(scene.level);
    let (left, below) = (scene.pick(&[0.2, 0.4, 0.5]), scene.pick(&[0.0, 0.3, 0.5]));
    let cells = scene.int(9, 12);
    let axes = Axes::lay(scene, cells, left, below)?;
    axes.draw(scene, level < 3);
    let a = scene.pick(&[0.25, 0.5, 1.0, -0.25, -0.5, -1.0]);
    let p = f64::from(scene.int(2 * axes.x[0] + 4, 2 * axes.x[1] - 4)) / 2.0;
    let q = f64::from(scene.int(axes.y[0] - 2, axes.y[1] + 2));
    let curve = Parabola { a, p, q };
    let [low, high] = curve.domain(&axes);
    // Dots at whole places, so that the vertex is at a half if they are an odd number apart.
    let half = f64::from(scene.int(2, 8)) / 2.0;
    let ends = [p - half, p + half];
    let on_paper = ends.iter().all(|x| x.fract() == 0.0 && axes.shows(*x, curve.value(*x), 0.0));
    if !on_paper
        || half < 1.0
        || level == 1 && p.fract() != 0.0
        || level == 2 && p.fract() == 0.0
        || p - low < half + 0.5
        || high - p < half + 0.5
    {
        return None;
    }
    // The arms begin somewhere between the vertex and the dots.
    let hidden = half * f64::from(scene.int(50, 85)) / 100.0;
    if !axes.shows(p, curve.value(p + hidden), 0.0) {
        return None;
    }
    let hues = scene.hues(2);
    let color = scene.shade(hues[0]);
    curve.draw(scene, &axes, [low, p - hidden], color);
    curve.draw(scene, &axes, [p + hidden, high], color);
    if level == 3 {
        for _ in 0..2 {
            let x = scene.pick(&[low + 0.3, high - 0.3, p + half * 1.3, p - half * 1.3]);
            if x > low && x < high {
                scene.dot(axes.place(x, curve.value(x)), hues[1], 4);
            }
        }
    }
    let height = curve.value(ends[0]);
    for x in ends {
        scene.figure.dot(axes.place(x, height), 4, color, "dot in the colour of the parabola");
    }
    let extreme = if a > 0.0 { "smallest" } else { "greatest" };
    let question = match scene.int(0, 1) {
        0 => format!("The arms of an upright parabola are shown. At which x is its {extreme} value?"),
        _ => "Two arms of one upright parabola are shown. What is the x coordinate of its vertex?".into(),
    };
    let [start, end] = ends.map(|x| axes.at(x, height));
    let answer = number(p);
    Draft::reasoning(
        question,
        vec![segment_mark(start, end), point_mark(at(start, end, 0.5))],
        format!("The {} dots are at one height, so I join them and mark the middle.", hues[0]),
        format!(
            "They are at x = {} and x = {}. The axis passes midway between them, and with it the vertex, at x = {answer}.",
            number(ends[0]),
            number(ends[1])
        ),
        &answer,
    )
    .map(|d| d.wrong([p + 0.5, p - 0.5, p + 1.0, p - 1.0, height].map(number)))
}

/// By the middle of the dots, read on the axis.
fn solve(seen: &Seen) -> Option<Solved> {
    let axes = Axes::read(seen)?;
    let dots = seen.points("dot in the colour of the parabola");
    let [start, end] = dots[..] else { return None };
    let middle = [(start[0] + end[0]) / 2.0, start[1]];
    if (start[1] - end[1]).abs() > 1.0 {
        return None;
    }
    Solved::reasoning(number(axes.halves(middle)[0]), vec![segment_mark(start, end), point_mark(middle)])
}
