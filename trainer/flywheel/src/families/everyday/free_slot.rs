//! The hour at which all of some people are free.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{line, line_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "free_slot",
    task: Task::Reasoning,
    domain: "Calendar and Time",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Free common slot", "Overlap of spans"],
    tools: &["upright_line"],
    draft,
    solve,
};

const NAMES: [&str; 8] = ["Ana", "Ben", "Cleo", "Dan", "Eva", "Finn", "Gia", "Hugo"];

fn draft(scene: &mut Scene) -> Option<Draft> {
    let size = scene.letter_size();
    let people = i32::from(scene.level) + 2;
    let (opens, hours) = (scene.int(7, 10), scene.int(7, 9));
    let left = size * 7 / 2;
    let hour = (scene.width() - left - size) / hours;
    let (top, bottom) = (size, scene.height() - size * 5 / 2);
    let row = (bottom - top) / people;
    if hour < size * 3 / 2 || row < size + 8 {
        return None;
    }
    let free = scene.int(0, hours - 1);
    let mut names = NAMES;
    scene.shuffle(&mut names);
    let mut taken = vec![0; hours as usize];
    let ink = scene.figure.ink;
    let mut spans: Vec<(i32, i32, i32)> = Vec::new();
    for person in 0..people {
        // Busy hours in runs; the free hour stays free.
        let mut busy: Vec<bool> = (0..hours).map(|_| scene.chance(0.55)).collect();
        busy[free as usize] = false;
        let mut from = None;
        for h in 0..=hours {
            let now = h < hours && busy[h as usize];
            if now {
                taken[h as usize] += 1;
            }
            match (from, now) {
                (None, true) => from = Some(h),
                (Some(start), false) => {
                    spans.push((person, start, h));
                    from = None;
                }
                _ => {}
            }
        }
    }
    if taken.iter().filter(|count| **count == 0).count() != 1 {
        return None;
    }
    for person in 0..people {
        let y = top + person * row + row / 2;
        scene.figure.text((left / 2, y), names[person as usize], size - 1, "name of a person");
    }
    let bar = (row * 3 / 5).min(size * 2);
    let many = scene.chance(0.6);
    let hues = scene.hues(5);
    let colors: Vec<_> = hues.iter().map(|hue| scene.shade(*hue)).collect();
    for (person, from, to) in &spans {
        let y = top + person * row + row / 2;
        let color = colors[if many { *person as usize % 5 } else { 0 }];
        let (x0, x1) = (left + from * hour, left + to * hour);
        scene.figure.rectangle((x0 + 1, y - bar / 2), (x1 - 1, y + bar / 2), color, true, "busy bar");
        let meaning = "busy span".to_owned();
        scene.figure.note(crate::Element::Line { x1: x0, y1: y, x2: x1, y2: y, meaning });
    }
    scene.figure.line((left, bottom), (left + hours * hour, bottom), 1, ink, "time axis");
    for h in 0..=hours {
        let x = left + h * hour;
        scene.figure.line((x, bottom), (x, bottom + 5), 1, ink, "tick");
        scene.figure.text((x, bottom + size + 2), &(opens + h).to_string(), size - 1, "hour");
    }
    let marks = vec![free, free + 1]
        .into_iter()
        .map(|h| line((left + h * hour, top), (left + h * hour, bottom)))
        .collect();
    let answer = format!("{}:00", opens + free);
    let wrong = (0..hours).map(|h| format!("{}:00", opens + h));
    let question = scene.pick(&[
        "The bars show when each person is busy. At what time can a meeting of one hour with all of them begin?",
        "The bars are appointments. When does the one hour begin in which everybody is free?",
    ]);
    Draft::reasoning(
        question,
        marks,
        "I look for an hour that no bar covers and draw upright lines at its start and its end.",
        format!(
            "Between {} and {} no line of the chart has a bar, so the hour begins at {answer}.",
            opens + free,
            opens + free + 1
        ),
        &answer,
    )
    .map(|draft| draft.wrong(wrong))
}

/// By sorting the spans and finding the gap in their union.
fn solve(seen: &Seen) -> Option<Solved> {
    let hours = seen.texts("hour");
    let mut spans: Vec<[f64; 2]> = seen.lines("busy span").into_iter().map(|[a, b]| [a[0], b[0]]).collect();
    let (first, last) = (hours.first()?.1[0], hours.last()?.1[0]);
    spans.push([last, last]);
    spans.sort_by(|a, b| a[0].total_cmp(&b[0]));
    let mut reached = first;
    let mut gap = None;
    for [from, to] in spans {
        if from > reached + 1.0 {
            gap = Some((reached, from));
        }
        reached = reached.max(to);
    }
    let (from, to) = gap?;
    let hour = hours.iter().find(|(_, at)| (at[0] - from).abs() < 2.0)?.0;
    let bottom = seen.lines("time axis").first()?[0][1];
    Solved::reasoning(
        format!("{hour}:00"),
        [from, to].map(|x| line_mark([x, bottom / 10.0], [x, bottom])).to_vec(),
    )
}
