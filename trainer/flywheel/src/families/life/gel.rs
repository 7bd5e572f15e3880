//! Lengths of fragments in the lanes of a gel.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::families::physics::writing::{width, write};
use crate::geometry::{segment, segment_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "gel_lanes",
    task: Task::Reasoning,
    domain: "Biology",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Ladder reading", "Short runs far", "Cut sites and bands"],
    tools: &["lane_levels", "level_line"],
    draft,
    solve,
};

const LADDERS: [&[i32]; 4] = [
    &[1000, 700, 500, 350, 250, 150, 100],
    &[3000, 2000, 1500, 1000, 700, 500],
    &[2000, 1200, 800, 500, 300, 200],
    &[800, 600, 400, 300, 200, 150],
];

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: one band a lane; level 2: several, the shortest is asked for; level 3: all of a lane add up.
    let size = scene.letter_size();
    let ladder = scene.pick(&LADDERS);
    let lanes = scene.int(3, 4 + i32::from(scene.level));
    let left = width("3000", size) + 10;
    let (top, bottom) = (size * 2, scene.height() - size);
    let step = (scene.width() - left - size / 2) / (lanes + 1);
    if step < 28 {
        return None;
    }
    let (first, last) = (f64::from(ladder[0]).ln(), f64::from(ladder[ladder.len() - 1]).ln());
    let room = f64::from(bottom - top - 3 * size);
    let y = |length: i32| {
        let share = (first - f64::from(length).ln()) / (first - last);
        (f64::from(top) + 1.5 * f64::from(size) + share * room).round() as i32
    };
    if ladder.windows(2).any(|p| y(p[1]) - y(p[0]) < size) {
        return None;
    }
    let dark = scene.chance(0.5);
    let (ground, band) = if dark { ([52, 56, 66], [225, 230, 240]) } else { ([214, 217, 224], [48, 48, 64]) };
    scene.figure.frame((left, top), (scene.width() - size / 2, bottom), ground, None, "gel");
    let half = step * 3 / 8;
    let x = |lane: i32| left + step / 2 + lane * step;
    for length in ladder.iter() {
        let at = y(*length);
        scene.figure.line((x(0) - half, at), (x(0) + half, at), 3, band, "band of the ladder");
        let text = length.to_string();
        write(scene, (left - 5 - width(&text, size) / 2, at), &text, "length in base pairs")?;
    }
    let pen = scene.int(3, 5);
    let mut lengths: Vec<Vec<i32>> = Vec::new();
    for lane in 1..=lanes {
        let n = if scene.level == 1 { 1 } else { scene.int(2, 3) as usize };
        let mut order: Vec<i32> = ladder.to_vec();
        scene.shuffle(&mut order);
        order.truncate(n);
        order.sort_unstable();
        for length in &order {
            let at = y(*length);
            scene.figure.line((x(lane) - half, at), (x(lane) + half, at), pen, band, "band");
        }
        write(scene, (x(lane), top - size * 3 / 5), &lane.to_string(), "number of a lane")?;
        lengths.push(order);
    }
    let lane = scene.int(1, lanes);
    let own = &lengths[lane as usize - 1];
    let (question, wanted) = match scene.level {
        1 => (
            format!(
                "The lengths of the ladder at the left are in base pairs. How long is the fragment in lane {lane}?"
            ),
            own.clone(),
        ),
        2 => (
            format!(
                "The lengths of the ladder at the left are in base pairs. How long is the shortest fragment in lane {lane}?"
            ),
            vec![own[0]],
        ),
        _ => (
            format!(
                "A linear piece of DNA was cut up completely; lane {lane} shows all its fragments, once each. How many base \
                 pairs long was the piece? The ladder at the left is in base pairs."
            ),
            own.clone(),
        ),
    };
    let answer: i32 = wanted.iter().sum();
    let marks = wanted.iter().map(|l| segment((x(0) + half, y(*l)), (x(lane) - half, y(*l)))).collect();
    let parts: Vec<String> = wanted.iter().map(i32::to_string).collect();
    let at = ladder.iter().position(|l| *l == wanted[0])?;
    let near = |k: usize| ladder.get(k).copied().unwrap_or(answer + 50) + answer - wanted[0];
    Some(
        Draft::reasoning(
            question,
            marks,
            "Bands at the same height have the same length, so I draw levels from the lane back to the ladder.",
            format!(
                "They meet the ladder at {}, so the answer is {answer} base pairs.",
                if parts.len() > 1 { format!("{}, which add up to {answer}", parts.join(" and ")) } else { parts.join("") }
            ),
            format!("{answer} bp"),
        )?
        .wrong([near(at + 1), near(at.wrapping_sub(1)), near(at + 2), own[own.len() - 1], near(0)].map(|l| format!("{l} bp"))),
    )
}

/// By the logarithmic scale through the ends of the ladder, rounded to its nearest length.
fn solve(seen: &Seen) -> Option<Solved> {
    let ladder = seen.lines("band of the ladder");
    let lengths: Vec<(f64, f64)> = seen
        .texts("length in base pairs")
        .iter()
        .filter_map(|(text, at)| Some((text.parse::<f64>().ok()?, at[1])))
        .collect();
    let ((long, high), (short, low)) = (*lengths.first()?, *lengths.last()?);
    let length = |y: f64| {
        let value = (long.ln() + (y - high) / (low - high) * (short.ln() - long.ln())).exp();
        lengths.iter().map(|l| l.0).min_by(|a, b| (a - value).abs().total_cmp(&(b - value).abs()))
    };
    let (_, rest) = seen.question.split_once("lane ")?;
    let lane: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let (_, at) = seen.texts("number of a lane").into_iter().find(|(text, _)| *text == lane)?;
    let mut bands: Vec<_> =
        seen.lines("band").into_iter().filter(|[a, b]| ((a[0] + b[0]) / 2.0 - at[0]).abs() < 2.0).collect();
    if seen.question.contains("shortest") {
        bands.sort_by(|a, b| b[0][1].total_cmp(&a[0][1]));
        bands.truncate(1);
    }
    let sum: f64 = bands.iter().filter_map(|[a, _]| length(a[1])).sum();
    let right = ladder.first()?[1][0];
    let marks = bands.iter().map(|[a, _]| segment_mark([right, a[1]], *a)).collect();
    Solved::reasoning(format!("{sum} bp"), marks)
}
