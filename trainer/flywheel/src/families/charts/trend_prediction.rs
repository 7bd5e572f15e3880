//! What a scatter plot lets one expect beyond its points: a fitted line carried on.

use vthinker_core::think::Task;

use super::axes::{Scale, axes, plot};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{line, line_mark, segment, segment_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "trend_prediction",
    task: Task::Reasoning,
    domain: "Statistics",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Line of best fit", "Direction of a relation"],
    tools: &["trend_line", "level_line"],
    draft,
    solve,
};

const STORIES: [(&str, &str); 4] = [
    ("number of ice creams sold", "hours of sunshine"),
    ("number of visitors", "posters put up"),
    ("height of a plant in millimetres", "weeks since sowing"),
    ("number of words learnt", "lessons taken"),
];

fn draft(scene: &mut Scene) -> Option<Draft> {
    let size = scene.letter_size();
    let ticks = scene.int(4, 7);
    let plot = plot(scene, ticks, 0)?;
    let slot = (plot.right - plot.left - size) / 10;
    let ink = scene.figure.ink;
    for i in 0..=10 {
        let x = plot.left + i * slot;
        scene.figure.line((x, plot.bottom), (x, plot.bottom + 4), 1, ink, "tick");
        if slot > size * 3 / 2 || i % 2 == 0 {
            scene.figure.text((x, plot.bottom + size), &i.to_string(), size - 1, "x label");
        }
    }
    axes(scene, &plot);
    // The line passes through a tick's height at the place asked for, so that the nearest tick is beyond doubt.
    let far = if slot > size * 3 / 2 { scene.pick(&[9, 10]) } else { 10 };
    let (first, aim) = (scene.int(1, plot.ticks - 1), scene.int(1, plot.ticks));
    if (first - aim).abs() < 2 {
        return None;
    }
    let (start, end) = (f64::from(plot.y(2 * first)), f64::from(plot.y(2 * aim)));
    let on = |i: f64| start + (end - start) * i / f64::from(far);
    // Eight residuals with no sum and no trend, so the line is the least-squares line of the points.
    let spread = plot.tick * [10, 22, 34][usize::from(scene.level) - 1] / 100;
    let mut signs = [1, -1, -1, 1, 1, -1, -1, 1];
    if scene.chance(0.5) {
        signs = [-1, 1, 1, -1, -1, 1, 1, -1];
    }
    let near = scene.int(spread / 2, spread).max(1);
    let sizes = [spread, spread, spread, spread, near, near, near, near];
    let (hue, r) = (scene.hues(1)[0], scene.int(3, 4) + (size - 13) / 4);
    let color = scene.shade(hue);
    for i in 0..8 {
        let place =
            (plot.left + (i as i32 + 1) * slot, on(i as f64 + 1.0).round() as i32 + signs[i] * sizes[i]);
        if place.1 > plot.bottom - 4 || place.1 < plot.top - 4 {
            return None;
        }
        scene.figure.dot(place, r, color, "data point");
    }
    let (from, to) = ((plot.left + slot, on(1.0).round() as i32), (plot.left + far * slot, plot.y(2 * aim)));
    let (what, along) = scene.pick(&STORIES);
    let (answer, step) = (plot.value(2 * aim), plot.step);
    Draft::reasoning(
        format!(
            "The base of the plot counts the {along}. If things go on like this, which {what} is to be expected \
             at {far}? Give the nearest labelled value of the upright axis."
        ),
        vec![line(from, to), segment((plot.left, to.1), to)],
        format!(
            "I draw a straight line through the middle of the points as far as {far}, and from its end a level \
             segment to the value axis."
        ),
        format!("Above {far} the line is at about {answer} on the value axis."),
        answer,
    )
    .map(|draft| draft.wrong([answer + step, answer - step, plot.value(2 * first), answer + 2 * step]))
}

/// The least-squares line of the points.
fn solve(seen: &Seen) -> Option<Solved> {
    let scale = Scale::of(seen)?;
    let points = seen.points("data point");
    let labels = seen.texts("x label");
    let (zero, ten) = (labels.first()?.1[0], labels.last()?.1[0]);
    let x = zero + (ten - zero) * seen.numbers().first()? / 10.0;
    let n = points.len() as f64;
    let mean = |k: usize| points.iter().map(|p| p[k]).sum::<f64>() / n;
    let (mx, my) = (mean(0), mean(1));
    let slope = points.iter().map(|p| (p[0] - mx) * (p[1] - my)).sum::<f64>()
        / points.iter().map(|p| (p[0] - mx).powi(2)).sum::<f64>();
    let on = |x: f64| [x, my + slope * (x - mx)];
    let end = on(x);
    let step = seen.texts("value label").get(1)?.0.parse::<f64>().ok()?;
    let answer = (scale.value(end[1]) / step).round() * step;
    let left = points.first()?[0];
    Solved::reasoning(answer, vec![line_mark(on(left), end), segment_mark([scale.x, end[1]], end)])
}
