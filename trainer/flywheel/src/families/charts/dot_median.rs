//! Draw the median of a dot plot.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::geometry::line_mark;
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "dot_median",
    task: Task::Instruction,
    domain: "Statistics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Median by pairing off"],
    tools: &["upright_line", "crossed_out"],
    draft,
    solve,
};

const SUBJECTS: [&str; 4] = ["brothers and sisters", "books read", "goals a match", "cups of tea a day"];

fn draft(scene: &mut Scene) -> Option<Draft> {
    // The higher the level, the more dots; at level 3 the median may lie between two values.
    let size = scene.letter_size();
    let values = scene.int(5, 9);
    let slot = (scene.width() - 4 * size) / values;
    let r = scene.int(5, 7).min(slot / 3);
    let n = match scene.level {
        1 => 2 * scene.int(2, 4) + 1,
        2 => 2 * scene.int(4, 7) + 1,
        _ => 2 * scene.int(5, 8),
    };
    let mut counts = vec![0; values as usize];
    for _ in 0..n {
        // Two dice make a heap rather than a plain.
        let value = (scene.int(0, values - 1) + scene.int(0, values - 1)) / 2;
        counts[value as usize] += 1;
    }
    let tallest = counts.iter().copied().max().unwrap_or_default();
    let step = 2 * r + 3;
    let (least, most) = (tallest * step + 2 * size, scene.height() - 3 * size);
    if slot < 16 || r < 4 || least > most {
        return None;
    }
    let bottom = scene.int(least, most);
    let sorted: Vec<usize> = counts.iter().enumerate().flat_map(|(v, n)| vec![v; *n as usize]).collect();
    let (low, high) = (sorted[(sorted.len() - 1) / 2], sorted[sorted.len() / 2]);
    if high - low > 1 || low == 0 || counts.iter().filter(|n| **n > 0).count() < 3 {
        return None;
    }
    let first = scene.int(0, 3);
    let left = (scene.width() - slot * values) / 2 + slot / 2;
    let x = |v: usize| left + slot * v as i32;
    let (ink, hue) = (scene.figure.ink, scene.hues(1)[0]);
    let color = scene.shade(hue);
    scene.figure.line(
        (left - slot / 2, bottom),
        (x(counts.len() - 1) + slot / 2, bottom),
        1,
        ink,
        "base line",
    );
    for (v, count) in counts.iter().enumerate() {
        scene.figure.line((x(v), bottom), (x(v), bottom + 4), 1, ink, "tick");
        scene.figure.text((x(v), bottom + size), &(first + v as i32).to_string(), size - 1, "value");
        for k in 0..*count {
            scene.figure.dot((x(v), bottom - r - 3 - k * step), r, color, "datum");
        }
    }
    let title = scene.pick(&SUBJECTS);
    scene.figure.text((scene.width() / 2, bottom + 2 * size), title, size - 1, "title");
    let middle = f64::from(x(low) + x(high)) / 2.0;
    let top = f64::from(bottom - tallest * step - size / 2);
    let question = match scene.int(0, 1) {
        0 => "Every dot is one answer. Draw an upright line at the median.",
        _ => "Draw an upright line at the value in the middle of all answers, the median of the dot plot.",
    };
    Draft::drawing(question, vec![line_mark([middle, top], [middle, f64::from(bottom)])])
}

/// By crossing off the outermost dots pair by pair.
fn solve(seen: &Seen) -> Option<Solved> {
    let dots = seen.points("datum");
    let mut left: Vec<f64> = dots.iter().map(|p| p[0]).collect();
    while left.len() > 2 {
        for wanted in [f64::min, f64::max] as [fn(f64, f64) -> f64; 2] {
            let outermost = left.iter().copied().reduce(wanted)?;
            let place = left.iter().position(|x| *x == outermost)?;
            left.swap_remove(place);
        }
    }
    let middle = left.iter().sum::<f64>() / left.len() as f64;
    let base = seen.lines("base line").first()?[0][1];
    let top = dots.iter().map(|p| p[1]).reduce(f64::min)?;
    Solved::drawing(vec![line_mark([middle, top], [middle, base])])
}
