//! The mean rate of change over an interval, by a secant.

use vthinker_core::think::Task;

use super::axes::Axes;
use super::bends::Bends;
use super::wording::quotient;
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::segment_mark;
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "secant_rate",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Mean rate as secant slope"],
    tools: &["segment", "slope_triangle"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: whole rates on paper; level 2: any; level 3: more bends, no paper, dots as distraction.
    let level = i32::from(scene.level);
    let (left, below) = (scene.pick(&[0.0, 0.2, 0.4]), scene.pick(&[0.0, 0.3, 0.45]));
    let cells = scene.int(8, 12);
    let axes = Axes::lay(scene, cells, left, below)?;
    axes.draw(scene, level < 3);
    let pieces = scene.int(level, level + 1) as usize;
    let graph = Bends::throw(scene, &axes, pieces)?;
    let mut places = graph.turns.clone();
    places.extend(graph.turns.windows(2).map(|w| [(w[0][0] + w[1][0]) / 2.0, (w[0][1] + w[1][1]) / 2.0]));
    places.retain(|p| p[0].fract() == 0.0 && p[1].fract() == 0.0);
    scene.shuffle(&mut places);
    let [p, q] = [*places.first()?, *places.get(1)?];
    let [p, q] = if p[0] < q[0] { [p, q] } else { [q, p] };
    let (run, rise) = (q[0] - p[0], q[1] - p[1]);
    if run < 2.0 || rise == 0.0 || level == 1 && rise % run != 0.0 {
        return None;
    }
    let hues = scene.hues(2);
    let color = scene.shade(hues[0]);
    graph.draw(scene, &axes, color);
    if level == 3 {
        for turn in graph.turns.iter().skip(1).take(2) {
            scene.dot(axes.place(turn[0], turn[1]), hues[1], 4);
        }
    }
    let question = match scene.int(0, 2) {
        0 => format!("What is the mean rate of change of the function from x = {} to x = {}?", p[0], q[0]),
        1 => format!("How fast does the function change on average between x = {} and x = {}?", p[0], q[0]),
        _ => format!("Find the average slope of the graph from x = {} to x = {}.", p[0], q[0]),
    };
    let answer = quotient(rise, run);
    Draft::reasoning(
        question,
        vec![segment_mark(axes.at(p[0], p[1]), axes.at(q[0], q[1]))],
        format!(
            "I join the points of the graph at x = {} and x = {}: the mean rate is the slope of that secant.",
            p[0], q[0]
        ),
        format!(
            "It goes from ({}, {}) to ({}, {}), so the rate is {rise} / {run} = {answer}.",
            p[0], p[1], q[0], q[1]
        ),
        &answer,
    )
    .map(|d| {
        d.wrong([quotient(run, rise), quotient(-rise, run), quotient(rise, 1.0), quotient(rise + run, run)])
    })
}

/// By the heights that the cubic pieces have at the two places.
fn solve(seen: &Seen) -> Option<Solved> {
    let axes = Axes::read(seen)?;
    let graph = Bends::read(seen, &axes)?;
    let [from, to] = seen.numbers()[..] else { return None };
    let heights = [graph.value(from)?.round(), graph.value(to)?.round()];
    let marks = vec![segment_mark(axes.at(from, heights[0]), axes.at(to, heights[1]))];
    Solved::reasoning(quotient(heights[1] - heights[0], to - from), marks)
}
