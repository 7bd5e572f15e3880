//! By how much one bar of a chart is higher than another: both tops carried over to the value axis.

use vthinker_core::think::Task;

use super::axes::{Plot, Scale, axes, bar, columns, named_columns, plot};
use super::legend::{legend, named_series};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{segment, segment_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "bar_difference",
    task: Task::Reasoning,
    domain: "Statistics",
    weight: 4,
    canvas: Canvas::Full,
    knowledge: &["Bar height", "Grouped bars"],
    tools: &["level_line", "segment"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let series_count = usize::from(scene.level);
    let n = if scene.level == 1 { 4 } else { scene.int(2, 4) as usize };
    let ticks = scene.int(4, 8);
    let head = 2 * scene.letter_size();
    let plot: Plot = plot(scene, ticks, head)?;
    let columns = columns(scene, &plot, n)?;
    let series = legend(scene, series_count)?;
    let slot = (plot.right - plot.left) / n as i32;
    let width = (slot * 4 / 5 / series_count as i32).min(plot.tick * 3 / 2);
    if width < 8 {
        return None;
    }
    let colors: Vec<_> = series.iter().map(|(hue, _)| scene.shade(*hue)).collect();
    let mut bars = Vec::new();
    for (name, x) in &columns {
        for (i, (hue, thing)) in series.iter().enumerate() {
            let halves = scene.int(1, 2 * plot.ticks);
            let left = x - width * series_count as i32 / 2 + i as i32 * width;
            let (from, to) = ((left, plot.y(halves)), (left + width - 2, plot.bottom));
            bar(scene, from, to, colors[i], &format!("{hue} bar of {name}"));
            bars.push((*name, *thing, halves, (to.0, from.1)));
        }
    }
    axes(scene, &plot);
    // Two bars of one column if there are several series, else of two columns.
    let a = scene.int(0, bars.len() as i32 - 1) as usize;
    let b = scene.int(0, bars.len() as i32 - 1) as usize;
    let ((day, thing, high, p), (other_day, other_thing, low, q)) = (bars[a], bars[b]);
    if high <= low || (series_count > 1) != (day == other_day) {
        return None;
    }
    let question = if series_count > 1 {
        scene
            .pick(&[
                format!("How many more {thing} than {other_thing} were counted for {day}?").as_str(),
                format!("For {day}, by how much does the number of {thing} exceed that of {other_thing}?")
                    .as_str(),
            ])
            .to_owned()
    } else {
        scene
            .pick(&[
                format!("How many more {thing} were counted for {day} than for {other_day}?").as_str(),
                format!("By how much does the number of {thing} for {day} exceed that for {other_day}?")
                    .as_str(),
            ])
            .to_owned()
    };
    let [more, less, answer] = [high, low, high - low].map(|halves| plot.value(halves));
    Draft::reasoning(
        question,
        vec![segment((plot.left, p.1), p), segment((plot.left, q.1), q)],
        "I carry the tops of the two bars over to the value axis with level segments.",
        format!("They meet the axis at {more} and {less}, and {more} - {less} = {answer}."),
        answer,
    )
    .map(|draft| {
        draft.wrong([more, less, answer + plot.step / 2, answer - plot.step / 2, answer + plot.step])
    })
}

/// From the tops of the bars named and the labels of the axis.
fn solve(seen: &Seen) -> Option<Solved> {
    let scale = Scale::of(seen)?;
    let (days, series) = (named_columns(seen), named_series(seen));
    let top = |hue, day: &str| seen.lines(&format!("top of the {hue} bar of {day}")).first().copied();
    let tops = match (&days[..], &series[..]) {
        ([day], [first, second]) => [top(first.0, day.0)?, top(second.0, day.0)?],
        ([first, second], [series]) => [top(series.0, first.0)?, top(series.0, second.0)?],
        _ => return None,
    };
    let marks = tops.map(|[_, end]| segment_mark([scale.x, end[1]], end));
    Solved::reasoning(scale.whole(tops[0][0][1]) - scale.whole(tops[1][0][1]), marks.to_vec())
}
