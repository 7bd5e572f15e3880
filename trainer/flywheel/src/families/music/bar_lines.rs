//! Draw the missing bar lines of a rhythm.

use vthinker_core::think::Task;

use super::staff::staff;
use crate::draft::{Canvas, Draft, Family};
use crate::families::physics::writing::fits;
use crate::geometry::{segment, segment_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "bar_lines",
    task: Task::Instruction,
    domain: "Music",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Full bar", "Halving note values", "Dotted note"],
    tools: &["segment"],
    draft,
    solve,
};

/// Values of notes in eighths, by level: 1 is an eighth, 3 a dotted quarter, 6 a dotted half.
const VALUES: [[i32; 4]; 3] = [[2, 2, 4, 8], [2, 4, 1, 6], [1, 2, 3, 4]];

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: quarters and halves; level 2: eighths and dotted halves; level 3: dotted quarters, more bars.
    let beats = scene.pick(if scene.level == 1 { &[2, 4] } else { &[2, 3, 4] });
    let bars = scene.int(2, 2 + i32::from(scene.level));
    let mut values = Vec::new();
    let mut ends = Vec::new();
    for _ in 0..bars {
        let mut left = 2 * beats;
        while left > 0 {
            let fitting: Vec<i32> =
                VALUES[usize::from(scene.level) - 1].into_iter().filter(|v| *v <= left).collect();
            let value = if fitting.is_empty() { 1 } else { scene.pick(&fitting) };
            left -= value;
            values.push(value);
        }
        ends.push(values.len());
    }
    let staff = staff(scene, 1)?;
    let (s, ink) = (staff.space, scene.figure.ink);
    let begin = staff.low.0 + 3 * s;
    let gap = (staff.right - begin - s) / values.len() as i32;
    if gap < 2 * s + 2 {
        return None;
    }
    for (row, number) in [(6, beats), (2, 4)] {
        let at = (staff.low.0 + s * 5 / 4, staff.y(row));
        let size = 2 * s;
        fits(scene, at, "4", size).then_some(())?;
        scene.figure.text(at, &number.to_string(), size, "number of the time signature");
    }
    for end in [0, s / 3] {
        let x = staff.right - end;
        let width = if end == 0 { 3 } else { 1 };
        scene.figure.line((x, staff.y(8)), (x, staff.low.1), width, ink, "final bar line");
    }
    let mut xs = Vec::new();
    for (i, value) in values.iter().enumerate() {
        let x = begin + gap * i as i32 + gap / 2;
        let step = scene.int(1, 3);
        let y = staff.y(step);
        let hollow = matches!(value, 4 | 6 | 8);
        let (wide, tall) = (s * 3 / 5, s * 9 / 20);
        let meaning = if hollow { "hollow head" } else { "filled head" };
        scene.figure.ellipse((x, y), (wide, tall), ink, hollow.then_some(2), meaning);
        if *value < 8 {
            let (stem, top) = (x + wide - 1, y - 3 * s);
            scene.figure.line((stem, y), (stem, top), 2, ink, "stem");
            if *value == 1 {
                scene.figure.line((stem, top), (stem + s * 2 / 3, top + s), 3, ink, "flag");
            }
        }
        if matches!(value, 3 | 6) {
            scene.figure.dot((x + wide + s / 2, y - s / 4), (s / 7).max(2), ink, "dot behind a head");
        }
        xs.push(x);
    }
    let marks = ends[..ends.len() - 1]
        .iter()
        .map(|end| {
            let x = (xs[end - 1] + xs[*end]) / 2;
            segment((x, staff.y(8)), (x, staff.low.1))
        })
        .collect();
    let question = scene.pick(&[
        "Draw the bar lines that are missing in this rhythm.",
        "Divide the notes into full bars: draw all bar lines but the final one.",
    ]);
    Draft::drawing(question, marks)
}

/// By the looks of the notes: head, stem, flag and dot give each value.
fn solve(seen: &Seen) -> Option<Solved> {
    let mut heads: Vec<([f64; 2], bool)> =
        seen.symbols("hollow head").into_iter().map(|p| (p, true)).collect();
    heads.extend(seen.symbols("filled head").into_iter().map(|p| (p, false)));
    heads.sort_by(|a, b| a.0[0].total_cmp(&b.0[0]));
    let mut ys: Vec<f64> = seen.lines("staff line").iter().map(|[a, _]| a[1]).collect();
    ys.sort_by(f64::total_cmp);
    let (top, low) = (*ys.first()?, *ys.last()?);
    let near = |x: f64, all: &[f64]| all.iter().any(|other| (0.0..(low - top) / 3.0).contains(&(other - x)));
    let stems: Vec<f64> = seen.lines("stem").iter().map(|[a, _]| a[0]).collect();
    let flags: Vec<f64> = seen.lines("flag").iter().map(|[a, _]| a[0]).collect();
    let dots: Vec<f64> = seen.points("dot behind a head").iter().map(|p| p[0]).collect();
    let (upper, _) = *seen.texts("number of the time signature").first()?;
    let full = 2.0 * upper.parse::<f64>().ok()?;
    let (mut sum, mut marks) = (0.0, Vec::new());
    for pair in heads.windows(2) {
        let ([x, _], hollow) = pair[0];
        let plain = match (hollow, near(x, &stems)) {
            (true, false) => 8.0,
            (true, true) => 4.0,
            _ if near(x, &flags) => 1.0,
            _ => 2.0,
        };
        sum += if near(x, &dots) { 1.5 * plain } else { plain };
        if sum >= full {
            sum = 0.0;
            let across = (x + pair[1].0[0]) / 2.0;
            marks.push(segment_mark([across, top], [across, low]));
        }
    }
    Solved::drawing(marks)
}
