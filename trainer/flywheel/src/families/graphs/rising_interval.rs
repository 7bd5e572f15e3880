//! The interval on which a function rises or falls.

use vthinker_core::think::Task;

use super::axes::Axes;
use super::bends::Bends;
use super::wording::pair;
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::segment_mark;
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "rising_interval",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Flat tangent at extremes"],
    tools: &["upright_line"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: one interval of its kind, on paper; level 2: no paper; level 3: the widest of several.
    let level = i32::from(scene.level);
    let (left, below) = (scene.pick(&[0.1, 0.4, 0.5]), scene.pick(&[0.2, 0.4, 0.5]));
    let cells = scene.int(9, 12) + if level == 3 { 2 } else { 0 };
    let axes = Axes::lay(scene, cells, left, below)?;
    axes.draw(scene, level == 1);
    let graph = Bends::throw(scene, &axes, if level == 3 { 5 } else { 3 })?;
    // The middle piece of three is the only one of its kind; of five the widest inner one of a kind is meant.
    let rising = graph.turns[2][1] > graph.turns[1][1];
    let rising = if level == 3 { !rising } else { rising };
    let kind: Vec<[Point; 2]> = pieces(&graph, rising);
    let mut wide = kind.clone();
    wide.sort_by(|a, b| width(b).total_cmp(&width(a)));
    if wide.len() > 1 && width(&wide[0]) < width(&wide[1]) + 1.0 {
        return None;
    }
    let [from, to] = *wide.first()?;
    // A turning point on the axis needs no line.
    if from[1].abs() < 0.9 || to[1].abs() < 0.9 {
        return None;
    }
    let hue = scene.hues(1)[0];
    let color = scene.shade(hue);
    graph.draw(scene, &axes, color);
    let verb = if rising { "increasing" } else { "decreasing" };
    let question = match level {
        3 => format!("What is the widest interval on which the function is {verb}? Answer (start, end)."),
        _ => format!("On which interval is the function of the graph {verb}? Answer (start, end)."),
    };
    let answer = pair([from[0], to[0]]);
    let marks = [from, to].map(|p| segment_mark(axes.at(p[0], p[1]), axes.at(p[0], 0.0))).to_vec();
    let turn = if rising { "lowest to its highest" } else { "highest to its lowest" };
    Draft::reasoning(
        question,
        marks,
        "The function changes between rising and falling where the graph turns, so I draw upright lines from the turning points to the x axis.",
        format!(
            "Between x = {} and x = {} the graph goes from its {turn} point of that part, so the interval is {answer}.",
            from[0], to[0]
        ),
        &answer,
    )
    .map(|d| {
        let others = pieces(&graph, !rising).into_iter().map(|[a, b]| pair([a[0], b[0]]));
        let near = [pair([from[1], to[1]]), pair([from[0] + 1.0, to[0]]), pair([from[0], to[0] + 1.0])];
        d.wrong(near.into_iter().chain(others).collect::<Vec<_>>())
    })
}

fn pieces(graph: &Bends, rising: bool) -> Vec<[Point; 2]> {
    graph.turns.windows(2).filter(|w| (w[1][1] > w[0][1]) == rising).map(|w| [w[0], w[1]]).collect()
}

fn width(piece: &[Point; 2]) -> f64 {
    piece[1][0] - piece[0][0]
}

/// By walking along the graph in small steps.
fn solve(seen: &Seen) -> Option<Solved> {
    let axes = Axes::read(seen)?;
    let graph = Bends::read(seen, &axes)?;
    let sign = if seen.words().any(|word| word == "increasing") { 1.0 } else { -1.0 };
    let [low, high] = graph.domain();
    let step = 1.0 / 64.0;
    let (mut best, mut start): (Option<[f64; 2]>, Option<f64>) = (None, None);
    let mut x = low;
    while x < high {
        let goes = sign * (graph.value(x + step)? - graph.value(x)?) > 0.0;
        let end = if goes { x + step } else { x };
        start = if goes { start.or(Some(x)) } else { start };
        if let Some(from) = start
            && (!goes || end >= high)
        {
            if best.is_none_or(|[a, b]| b - a < end - from) {
                best = Some([from, end]);
            }
            start = None;
        }
        x += step;
    }
    let ends = best?.map(f64::round);
    let marks = ends.iter().map(|x| Some(segment_mark(axes.at(*x, graph.value(*x)?), axes.at(*x, 0.0))));
    Solved::reasoning(pair(ends), marks.collect::<Option<Vec<_>>>()?)
}
