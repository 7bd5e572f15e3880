//! Draw the level line at the mean height of some bars.

use vthinker_core::think::Task;

use super::axes::{Scale, axes, bar, columns, plot};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{line, line_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "mean_level",
    task: Task::Instruction,
    domain: "Statistics",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Mean by levelling"],
    tools: &["level_line"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let n = [2, 4, 5][usize::from(scene.level) - 1];
    let ticks = scene.int(4, 8);
    let plot = plot(scene, ticks, 0)?;
    let columns = columns(scene, &plot, n)?;
    let heights: Vec<i32> = (0..n).map(|_| scene.int(1, 2 * plot.ticks)).collect();
    let sum: i32 = heights.iter().sum();
    let mean = sum / n as i32;
    if sum % n as i32 != 0 || heights.contains(&mean) {
        return None;
    }
    let width = ((plot.right - plot.left) / n as i32 * 3 / 5).min(plot.tick * 2);
    let (hue, many) = (scene.hues(1)[0], scene.chance(0.4));
    let color = scene.shade(hue);
    for ((name, x), h) in columns.iter().zip(&heights) {
        let hue = if many { scene.hues(1)[0] } else { hue };
        let color = if many { scene.shade(hue) } else { color };
        let (from, to) = ((x - width / 2, plot.y(*h)), (x + width / 2, plot.bottom));
        bar(scene, from, to, color, &format!("{hue} bar of {name}"));
    }
    axes(scene, &plot);
    let question = scene.pick(&[
        "Draw a level line across the chart at the mean of its bars.",
        "All bars are to be made equally high without changing their sum. Draw a level line at that height.",
        "Draw the level line that shows the average value of the columns.",
    ]);
    Draft::drawing(question, vec![line((plot.left, plot.y(mean)), (plot.right, plot.y(mean)))])
}

/// From the values of the bars, summed and divided, and put back on the scale.
fn solve(seen: &Seen) -> Option<Solved> {
    let scale = Scale::of(seen)?;
    let tops: Vec<f64> = seen
        .elements
        .iter()
        .filter_map(|element| match element {
            crate::Element::Line { y1, .. } if element.meaning().starts_with("top of") => {
                Some(f64::from(*y1))
            }
            _ => None,
        })
        .collect();
    if tops.is_empty() {
        return None;
    }
    let mean = tops.iter().map(|y| scale.value(*y)).sum::<f64>() / tops.len() as f64;
    let [left, right] = *seen.lines("base line").first()?;
    let y = left[1]
        + (right[1] - left[1])
        + (mean - scale.value(left[1])) / (scale.value(left[1] + 1.0) - scale.value(left[1]));
    Solved::drawing(vec![line_mark([left[0], y], [right[0], y])])
}
