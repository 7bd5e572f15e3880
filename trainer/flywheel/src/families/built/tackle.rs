//! How hard, or how far, must one pull at a block and tackle?

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{segment, segment_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "block_and_tackle",
    task: Task::Reasoning,
    domain: "Engineering",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Counting rope strands", "Rope length kept"],
    tools: &["segment", "count_marks"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: two or three strands; level 2: up to four; level 3: up to six, and the rope's way may be asked.
    let n = match scene.level {
        1 => scene.int(2, 3),
        2 => scene.int(2, 5),
        _ => scene.int(3, 6),
    };
    let size = scene.letter_size();
    let gap = scene.int(scene.side() / 14, scene.side() / 10).max(18);
    let (top, low) = (scene.height() / 5, scene.height() * 13 / 20);
    let wide = gap * n;
    if wide + 4 * size > scene.width() {
        return None;
    }
    let left = (scene.width() - wide) / 2;
    let x = |i: i32| left + i * gap;
    let (ink, hues) = (scene.figure.ink, scene.hues(3));
    let (rope, wheel, weight) = (scene.shade(hues[0]), scene.shade(hues[1]), scene.shade(hues[2]));
    let pale = wheel.map(|c| c / 3 + 160);
    // The ceiling and the two blocks.
    scene.figure.line((left - gap, top - gap), (x(n) + gap, top - gap), 5, ink, "ceiling");
    let middle = (x(0) + x(n)) / 2;
    scene.figure.line((middle, top - gap), (middle, top), 3, ink, "hanger");
    scene.figure.line((x(0) - 4, top), (x(n) + 4, top), 4, ink, "upper block");
    let last = x(n - 1);
    scene.figure.line((x(0) - 4, low), (last + 4, low), 4, ink, "lower block");
    let even = n % 2 == 0;
    for i in 0..n {
        // The pulley that leads strand i into the next one.
        let below = (i % 2 == 0) == even;
        let at = (x(i) + gap / 2, if below { low } else { top });
        scene.figure.ring(at, gap / 2, pale, None, "pulley");
        scene.figure.ring(at, gap / 2, wheel, Some(2), "rim of a pulley");
        scene.figure.dot(at, 3, ink, "axle");
    }
    for i in 0..n {
        scene.figure.line((x(i), top), (x(i), low), 2, rope, "rope");
    }
    let cut = low - gap * 7 / 5;
    let end = cut - gap;
    scene.figure.line((x(n), top), (x(n), end), 2, rope, "rope");
    scene.figure.arrow((x(n), end), (x(n), end + gap * 3 / 5), 3, ink, "pull");
    let hook = (x(0) + last) / 2;
    let under = low + gap / 2 + 8;
    scene.figure.line((hook, low), (hook, under), 3, ink, "hook");
    let (half, tall) = (size * 3 / 2, size * 2);
    if under + tall > scene.height() - 4 || top - gap < 4 || end < top + gap {
        return None;
    }
    scene.figure.frame((hook - half, under), (hook + half, under + tall), weight, None, "load");
    let by_length = scene.level == 3 && scene.chance(0.5);
    let (question, answer, wrong, end) = if by_length {
        let rise = scene.int(1, 6);
        (
            format!(
                "The load is to rise by {rise} m. How many metres of rope must be pulled out at the arrow?"
            ),
            format!("{} m", n * rise),
            [(n + 1) * rise, (n - 1) * rise, rise, 2 * rise, n + rise].map(|v| format!("{v} m")),
            format!("Each of them must become {rise} m shorter, which makes {n} x {rise} = {} m.", n * rise),
        )
    } else {
        let force = 5 * scene.int(2, 20);
        let load = n * force;
        (
            format!(
                "The load with the lower block weighs {load} N. With which force must one pull at the arrow to hold it, without friction?"
            ),
            format!("{force} N"),
            [load, load / (n + 1), load / (n - 1).max(1), load / 2, force * 2].map(|v| format!("{v} N")),
            format!("Each of them carries the same, {load} / {n} = {force} N."),
        )
    };
    Some(
        Draft::reasoning(
            question,
            vec![segment((x(0) - 8, cut), (last + 8, cut))],
            "I cut through all strands that carry the lower block and count them; the free end does not carry it.",
            format!("The cut meets {n} strands. {end}"),
            answer,
        )?
        .wrong(wrong),
    )
}

/// By the ropes that reach down to the lower block.
fn solve(seen: &Seen) -> Option<Solved> {
    let [from, _] = *seen.lines("lower block").first()?;
    let ropes = seen.lines("rope");
    let mut xs: Vec<f64> =
        ropes.iter().filter(|r| r.iter().any(|p| (p[1] - from[1]).abs() < 3.0)).map(|r| r[0][0]).collect();
    xs.sort_by(f64::total_cmp);
    let all: Vec<f64> = ropes.iter().map(|r| r[0][0]).collect();
    let gap = (all.iter().copied().fold(f64::MIN, f64::max) - xs[0]) / xs.len() as f64;
    let cut = from[1] - (gap * 1.4).floor();
    let marks = vec![segment_mark([xs[0] - 8.0, cut], [xs[xs.len() - 1] + 8.0, cut])];
    let value = seen.numbers().first().copied()?;
    let n = xs.len() as f64;
    let answer = if seen.question.contains("metres of rope") {
        format!("{} m", value * n)
    } else {
        format!("{} N", (value / n).round())
    };
    Solved::reasoning(answer, marks)
}
