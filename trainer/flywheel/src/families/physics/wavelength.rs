//! A wavelength read between two crests.

use vthinker_core::think::Task;

use super::writing::{width, write};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::point_mark;
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "wavelength",
    task: Task::Reasoning,
    domain: "Physics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Wavelength reading"],
    tools: &["point_mark", "distance_between"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: the first crest lies on a number; level 2: anywhere; level 3: the frequency is asked for.
    let size = scene.letter_size();
    let step = scene.pick(&[1, 2, 5, 10]);
    let ticks = scene.int(8, 16);
    let left = size * 2;
    let tick = (scene.width() - left - size * 2) / ticks;
    let (long, first) = (scene.int(2, 6), scene.int(0, 2 * step));
    let wavelength = if scene.level == 1 { long * step } else { long * step - scene.int(0, step / 2) };
    let first = if scene.level == 1 { first / step * step } else { first };
    let end = step * ticks;
    let per = f64::from(tick) / f64::from(step);
    if first >= wavelength
        || first + wavelength > end - 1
        || wavelength < 2
        || per * f64::from(wavelength) < 36.0
        || per < 2.0
    {
        return None;
    }
    let ruler = scene.height() - size * 4;
    let rest = scene.height() * 2 / 5;
    let swing = f64::from(scene.int(scene.height() / 8, scene.height() / 4));
    let (ink, grey, hue) =
        (scene.figure.ink, scene.figure.style().background.map(|c| c - 60), scene.hues(1)[0]);
    let x = |v: f64| f64::from(left) + v * per;
    scene.figure.dashed((left, rest), (left + ticks * tick, rest), 1, grey, "line of rest");
    let places: Vec<_> = (left..=left + ticks * tick)
        .step_by(2)
        .map(|px| {
            let phase = (f64::from(px - left) / per - f64::from(first)) / f64::from(wavelength);
            let y = f64::from(rest) - swing * (phase * std::f64::consts::TAU).cos();
            (px, y.round() as i32)
        })
        .collect();
    let (color, pen) = (scene.shade(hue), scene.int(2, 3));
    scene.figure.polyline(&places, pen, color, "wave");
    scene.figure.line((left, ruler), (left + ticks * tick, ruler), 2, ink, "ruler");
    let every = if tick >= width(&end.to_string(), size) + 4 { 1 } else { 2 };
    for i in 0..=ticks {
        let at = (left + i * tick, ruler);
        scene.figure.line(at, (at.0, ruler + 6), 1, ink, "tick of the ruler");
        if i % every == 0 {
            write(scene, (at.0, ruler + 8 + size / 2), &(i * step).to_string(), "number on the ruler")?;
        }
    }
    write(scene, (scene.width() / 2, ruler + size * 2 + 6), "cm", "unit of the ruler")?;
    let crests = [first, first + wavelength].map(|v| [x(f64::from(v)), f64::from(rest) - swing]);
    let frequency = scene.int(2, 9);
    let (question, answer, last) = if scene.level == 3 {
        let speed = frequency * wavelength;
        (
            format!(
                "The picture shows a wave on a rope at one moment; it travels at {speed} cm/s. What is its frequency?"
            ),
            format!("{frequency} Hz"),
            format!("With {speed} cm/s that is {speed} / {wavelength} = {frequency} Hz."),
        )
    } else {
        let question = scene.pick(&[
            "The picture shows a wave on a rope at one moment. How long is one wave?",
            "What is the wavelength of the wave above the ruler?",
        ]);
        (question.to_owned(), format!("{wavelength} cm"), format!("So the wavelength is {wavelength} cm."))
    };
    let (value, unit) = if scene.level == 3 { (frequency, "Hz") } else { (wavelength, "cm") };
    Some(
        Draft::reasoning(
            question,
            crests.map(point_mark).to_vec(),
            "One wave reaches from a crest to the next, so I mark the first two crests.",
            format!(
                "They stand above {first} cm and {} cm, {wavelength} cm apart. {last}",
                first + wavelength
            ),
            answer,
        )?
        .wrong([value * 2, value + 1, (value + 1) / 2, value + 3].map(|n| format!("{n} {unit}"))),
    )
}

/// By the crossings with the line of rest; a crest lies half-way between two of them.
fn solve(seen: &Seen) -> Option<Solved> {
    let rest = seen.lines("line of rest").first()?[0][1];
    let wave = seen.lines("wave");
    let ups: Vec<(f64, bool)> = wave
        .iter()
        .filter(|[a, b]| (a[1] - rest) * (b[1] - rest) <= 0.0 && a[1] != b[1] && a[1] != rest)
        .map(|[a, b]| (a[0] + (rest - a[1]) / (b[1] - a[1]) * (b[0] - a[0]), b[1] < a[1]))
        .collect();
    // Half a wave lies between neighbours; a crest lies a quarter after each rise and before each fall.
    let gaps = ups.len().checked_sub(1).filter(|n| *n > 0)?;
    let half = (ups.last()?.0 - ups[0].0) / gaps as f64;
    let start = wave.first()?[0];
    let mut first = if ups[0].1 { ups[0].0 + half / 2.0 } else { ups[0].0 - half / 2.0 };
    if first < start[0] - 1.5 {
        first += 2.0 * half;
    }
    let top = wave.iter().flatten().map(|p| p[1]).min_by(f64::total_cmp)?;
    let crests: [Point; 2] = [[first, top], [first + 2.0 * half, top]];
    let numbers = seen.texts("number on the ruler");
    let ((zero, from), (last, to)) = (*numbers.first()?, *numbers.last()?);
    let unit = (to[0] - from[0]) / (last.parse::<f64>().ok()? - zero.parse::<f64>().ok()?);
    let wavelength = (2.0 * half / unit).round();
    let answer = match seen.numbers().first() {
        Some(speed) => format!("{} Hz", (speed / wavelength).round()),
        None => format!("{wavelength} cm"),
    };
    Solved::reasoning(answer, crests.map(point_mark).to_vec())
}
