//! Between which neighbours a line chart climbs most: the rise of each climbing piece drawn upright.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use super::axes::{axes, columns, plot};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{segment, segment_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "steepest_rise",
    task: Task::Reasoning,
    domain: "Statistics",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Steepest rise"],
    tools: &["slope_triangle", "segment"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let n = usize::from(scene.level) + 3;
    let ticks = scene.int(4, 7);
    let plot = plot(scene, ticks, 0)?;
    let columns = columns(scene, &plot, n)?;
    let mut heights: Vec<i32> = vec![];
    for _ in 0..n {
        heights.push(scene.int(1, 2 * plot.ticks));
    }
    let mut rises: Vec<(i32, usize)> =
        heights.windows(2).enumerate().map(|(i, pair)| (pair[1] - pair[0], i)).filter(|r| r.0 > 0).collect();
    rises.sort_unstable();
    let [.., second, first] = rises[..] else { return None };
    // The harder, the closer the two greatest rises.
    let most = [9, 3, 1][usize::from(scene.level) - 1];
    if heights.windows(2).any(|pair| pair[0] == pair[1]) || !(1..=most).contains(&(first.0 - second.0)) {
        return None;
    }
    let places: Vec<_> = columns.iter().zip(&heights).map(|((_, x), h)| (*x, plot.y(*h))).collect();
    let hue = scene.hues(1)[0];
    let (color, width) = (scene.shade(hue), scene.int(2, 3));
    scene.figure.polyline(&places, width, color, "chart line");
    for place in &places {
        scene.figure.dot(*place, width + 2, color, "reading");
    }
    axes(scene, &plot);
    let marks = places
        .windows(2)
        .filter(|pair| pair[1].1 < pair[0].1)
        .map(|pair| segment((pair[1].0, pair[0].1), pair[1]))
        .collect();
    let name = |i: usize| format!("{} to {}", columns[i].0, columns[i + 1].0);
    let answer = name(first.1);
    let thing = scene.pick(&["sales", "membership", "number of readers", "water level", "number of guests"]);
    Draft::reasoning(
        format!("From which reading to the next did the {thing} grow most?"),
        marks,
        "At the end of each climbing piece I draw its rise as an upright segment from the height before.",
        format!(
            "The longest of these segments, {} high, stands at the end of {answer}; the next longest is {}.",
            plot.value(first.0),
            plot.value(second.0)
        ),
        answer,
    )
    .map(|draft| draft.wrong((0..n - 1).map(name)))
}

/// From the slopes of the pieces, which are all of one width.
fn solve(seen: &Seen) -> Option<Solved> {
    let pieces = seen.lines("chart line");
    let slope = |[a, b]: &[[f64; 2]; 2]| (a[1] - b[1]) / (b[0] - a[0]);
    let steepest = pieces.iter().max_by(|p, q| slope(p).total_cmp(&slope(q)))?;
    let labels = seen.texts("column label");
    let name = |x: f64| labels.iter().find(|label| (label.1[0] - x).abs() < 2.0).map(|label| label.0);
    let marks: Vec<Mark> = pieces
        .iter()
        .filter(|piece| slope(piece) > 0.0)
        .map(|[a, b]| segment_mark([b[0], a[1]], *b))
        .collect();
    Solved::reasoning(format!("{} to {}", name(steepest[0][0])?, name(steepest[1][0])?), marks)
}
