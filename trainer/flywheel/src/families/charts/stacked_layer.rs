//! The value of a layer of a stacked bar: its top and bottom carried over to the value axis.

use vthinker_core::think::Task;

use super::axes::{Scale, axes, bar, columns, named_columns, plot};
use super::legend::{legend, named_series};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{segment, segment_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "stacked_layer",
    task: Task::Reasoning,
    domain: "Statistics",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Stacked bars"],
    tools: &["level_line", "segment"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let n = usize::from(scene.level) + 1;
    let layers = if scene.level == 1 { 2 } else { 3 };
    let (ticks, head) = (scene.int(5, 8), 2 * scene.letter_size());
    let plot = plot(scene, ticks, head)?;
    let columns = columns(scene, &plot, n)?;
    let series = legend(scene, layers)?;
    let width = ((plot.right - plot.left) / n as i32 * 3 / 5).min(plot.tick * 2);
    let colors: Vec<_> = series.iter().map(|(hue, _)| scene.shade(*hue)).collect();
    let mut parts = Vec::new();
    for (name, x) in &columns {
        let mut low = 0;
        for ((hue, thing), color) in series.iter().zip(&colors) {
            let high = low + scene.int(1, 2 * plot.ticks / layers as i32 + 1);
            if high > 2 * plot.ticks {
                return None;
            }
            let (from, to) = ((x - width / 2, plot.y(high)), (x + width / 2, plot.y(low)));
            bar(scene, from, to, *color, &format!("{hue} layer of {name}"));
            parts.push((*name, *thing, low, high, to.0));
            low = high;
        }
    }
    axes(scene, &plot);
    let (name, thing, low, high, right) = parts[scene.int(0, parts.len() as i32 - 1) as usize];
    // The lowest layer is read like a plain bar.
    if low == 0 {
        return None;
    }
    let [top, bottom, answer] = [high, low, high - low].map(|halves| plot.value(halves));
    let ask = scene.pick(&[
        "How many {thing} does the chart show for {name}?",
        "How many {thing} were counted for {name}?",
    ]);
    let unit = plot.step / 2;
    Draft::reasoning(
        ask.replace("{thing}", thing).replace("{name}", name),
        [high, low].map(|h| segment((plot.left, plot.y(h)), (right, plot.y(h)))).to_vec(),
        format!("I carry the top and the bottom of the layer of {thing} for {name} over to the value axis."),
        format!("The layer reaches from {bottom} to {top}, and {top} - {bottom} = {answer}."),
        answer,
    )
    .map(|draft| draft.wrong([top, bottom, answer + unit, answer - unit, answer + 2 * unit]))
}

/// The layer's height less that of the layers whose tops lie below it in the same column.
fn solve(seen: &Seen) -> Option<Solved> {
    let scale = Scale::of(seen)?;
    let (day, hue) = (*named_columns(seen).first()?, named_series(seen).first()?.0);
    let [_, top] = *seen.lines(&format!("top of the {hue} layer of {}", day.0)).first()?;
    let below = crate::Hue::ALL
        .into_iter()
        .flat_map(|other| seen.lines(&format!("top of the {other} layer of {}", day.0)))
        .map(|[_, end]| end[1])
        .filter(|y| *y > top[1])
        .fold(f64::INFINITY, f64::min);
    let marks = [top[1], below].map(|y| segment_mark([scale.x, y], [top[0], y]));
    Solved::reasoning(scale.whole(top[1]) - scale.whole(below), marks.to_vec())
}
