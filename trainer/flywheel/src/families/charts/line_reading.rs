//! The value of a line chart at a place: up to the line, then over to the value axis.

use vthinker_core::think::Task;

use super::axes::{Scale, axes, plot};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{segment, segment_mark};
use crate::palette::Hue;
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "line_reading",
    task: Task::Reasoning,
    domain: "Statistics",
    weight: 4,
    canvas: Canvas::Full,
    knowledge: &["Reading between marks", "Value at a place"],
    tools: &["upright_line", "level_line"],
    draft,
    solve,
};

const STORIES: [(&str, &str); 4] = [
    ("litres of water were in the tank", "hours"),
    ("visitors were in the hall", "hours"),
    ("plants stood on the field", "weeks"),
    ("bottles were in store", "days"),
];

fn draft(scene: &mut Scene) -> Option<Draft> {
    let size = scene.letter_size();
    let (ticks, n) = (scene.int(4, 7), scene.int(4, 6));
    let plot = plot(scene, ticks, 0)?;
    let slot = (plot.right - plot.left - size) / n / 2 * 2;
    let ink = scene.figure.ink;
    for i in 0..=n {
        let x = plot.left + i * slot;
        scene.figure.line((x, plot.bottom), (x, plot.bottom + 4), 1, ink, "tick");
        scene.figure.text((x, plot.bottom + size), &i.to_string(), size - 1, "x label");
    }
    axes(scene, &plot);
    let lines = if scene.level == 3 { 2 } else { 1 };
    let hues = scene.hues(lines);
    let dots = scene.chance(0.5);
    let width = scene.int(2, 3);
    let mut heights: Vec<Vec<i32>> = Vec::new();
    for hue in &hues {
        let mut row: Vec<i32> = Vec::new();
        for _ in 0..=n {
            let h = scene.int(1, 2 * plot.ticks);
            // No jump over the whole chart, and no level piece.
            let calm = row.last().is_none_or(|last| *last != h && (last - h).abs() <= plot.ticks + 1);
            row.push(if calm {
                h
            } else {
                (row.last()? + scene.pick(&[-2, -1, 1, 2])).clamp(1, 2 * plot.ticks)
            });
        }
        let places: Vec<_> = row.iter().zip(0..).map(|(h, i)| (plot.left + i * slot, plot.y(*h))).collect();
        let color = scene.shade(*hue);
        scene.figure.polyline(&places, width, color, &format!("{hue} line"));
        if dots {
            for place in &places {
                scene.figure.dot(*place, width + 1, color, &format!("reading of the {hue} line"));
            }
        }
        heights.push(row);
    }
    let i = scene.int(1, n - 1);
    let half = scene.level > 1;
    let row = &heights[0];
    let (from, to) = (row[i as usize], row[i as usize + 1]);
    // A reading on a tick needs no help; a mean of two readings should lie on a half of a tick.
    if if half { (from + to) % 2 != 0 } else { from % 2 == 0 && scene.chance(0.7) } {
        return None;
    }
    let (h, x) =
        if half { ((from + to) / 2, plot.left + i * slot + slot / 2) } else { (from, plot.left + i * slot) };
    let at = (x, plot.y(h));
    let place = if half { format!("{i}.5") } else { i.to_string() };
    let (what, unit) = scene.pick(&STORIES);
    let which = if lines == 2 { format!(" according to the {} line", hues[0]) } else { String::new() };
    let answer = plot.value(h);
    Draft::reasoning(
        format!("The chart counts the {unit} along its base. How many {what} after {place} {unit}{which}?"),
        vec![segment((x, plot.bottom), at), segment(at, (plot.left, at.1))],
        format!("I go up from {place} on the base to the line, and from there level to the value axis."),
        format!("The level segment meets the value axis at {answer}."),
        answer,
    )
    .map(|draft| draft.wrong([from, to, h + 1, h - 1, h + 2].map(|h| plot.value(h))))
}

/// By the place between two x labels, and where the line's piece over it crosses.
fn solve(seen: &Seen) -> Option<Solved> {
    let scale = Scale::of(seen)?;
    let wanted = *seen.numbers().first()?;
    let labels = seen.texts("x label");
    let (first, last) = (labels.first()?, labels.last()?);
    let x = first.1[0] + wanted / last.0.parse::<f64>().ok()? * (last.1[0] - first.1[0]);
    let hue = seen.hues().first().copied();
    let pieces = Hue::ALL
        .into_iter()
        .filter(|h| hue.is_none_or(|wanted| wanted == *h))
        .flat_map(|h| seen.lines(&format!("{h} line")))
        .collect::<Vec<_>>();
    let [a, b] = *pieces.iter().find(|[a, b]| a[0] <= x && x <= b[0])?;
    let y = a[1] + (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0]);
    let at: Point = [x, y];
    let base = seen.lines("base line").first()?[0][1];
    Solved::reasoning(scale.whole(y), vec![segment_mark([x, base], at), segment_mark(at, [scale.x, y])])
}
