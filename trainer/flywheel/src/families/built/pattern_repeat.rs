//! Frame the repeating unit of a border.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "pattern_repeat",
    task: Task::Instruction,
    domain: "Design",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Pattern repeat"],
    tools: &["box_outline", "translated_copy"],
    draft,
    solve,
};

const SHAPES: [&str; 4] = ["disc", "square", "diamond", "triangle"];

/// The length of the shortest unit whose repetition gives a row.
fn period<T: PartialEq>(row: &[T]) -> usize {
    (1..=row.len()).find(|p| (*p..row.len()).all(|i| row[i] == row[i - p])).unwrap_or(row.len())
}

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: two or three motifs in a unit; level 2: three or four; level 3: up to six, some of which come twice.
    let unit = match scene.level {
        1 => scene.int(2, 3),
        2 => scene.int(3, 4),
        _ => scene.int(4, 6),
    };
    let hues = scene.hues(if scene.level == 3 { 2 } else { 3 });
    let shapes = scene.pick(&[[0, 0], [1, 1], [2, 2], [3, 3], [0, 1], [1, 2], [0, 3]]);
    let mut motifs: Vec<(usize, usize)> = Vec::new();
    for _ in 0..unit {
        motifs.push((scene.int(0, hues.len() as i32 - 1) as usize, scene.pick(&shapes)));
    }
    let n = unit as usize * 2 + scene.int(1, unit.max(2)) as usize;
    let row: Vec<(usize, usize)> = (0..n).map(|i| motifs[i % unit as usize]).collect();
    let once = |i: usize| motifs.iter().filter(|m| **m == motifs[i]).count() == 1;
    let distinct = (0..unit as usize).all(once);
    if period(&row) != unit as usize || (scene.level < 3) != distinct {
        return None;
    }
    let margin = scene.width() / 20;
    let cell = (scene.width() - 2 * margin) / n as i32;
    if cell < 20 || cell * 3 > scene.height() * 2 {
        return None;
    }
    let tall = (cell * scene.int(12, 16) / 10).min(scene.height() - 20);
    let left = (scene.width() - cell * n as i32) / 2;
    let top = scene.int(10, scene.height() - tall - 10);
    let (ink, paper) = (scene.figure.ink, scene.figure.style().background.map(|c| c - 12));
    let right = left + cell * n as i32;
    scene.figure.frame((left, top), (right, top + tall), paper, None, "border");
    scene.figure.line((left, top), (right, top), 2, ink, "upper edge of the border");
    scene.figure.line((left, top + tall), (right, top + tall), 2, ink, "lower edge of the border");
    let colors: Vec<[u8; 3]> = hues.iter().map(|h| scene.shade(*h)).collect();
    let r = cell * 7 / 20;
    for (i, (hue, shape)) in row.iter().enumerate() {
        let (x, y) = (left + cell * i as i32 + cell / 2, top + tall / 2);
        let meaning = format!("motif: {} {}", hues[*hue], SHAPES[*shape]);
        let color = colors[*hue];
        match shape {
            0 => scene.figure.ellipse((x, y), (r, r), color, None, &meaning),
            1 => scene.figure.frame((x - r, y - r), (x + r, y + r), color, None, &meaning),
            2 => scene.figure.polygon(&[(x, y - r), (x + r, y), (x, y + r), (x - r, y)], color, &meaning),
            _ => scene.figure.polygon(&[(x, y - r), (x + r, y + r), (x - r, y + r)], color, &meaning),
        }
    }
    let question = scene.pick(&[
        "Draw a box around the smallest unit that the border repeats, beginning at its left end.",
        "Frame the first repeat of this pattern, from the left end of the border on and over its whole height.",
    ]);
    let mark = Mark::Box {
        x0: left as f32,
        y0: top as f32,
        x1: (left + unit * cell) as f32,
        y1: (top + tall) as f32,
    };
    Draft::drawing(question, vec![mark])
}

/// By the motifs in their order.
fn solve(seen: &Seen) -> Option<Solved> {
    let mut motifs = seen.beginning("motif: ");
    motifs.sort_by(|a, b| a.1[0].total_cmp(&b.1[0]));
    let names: Vec<&str> = motifs.iter().map(|m| m.0).collect();
    let unit = period(&names);
    let [start, end] = *seen.lines("upper edge of the border").first()?;
    let [low, _] = *seen.lines("lower edge of the border").first()?;
    let cell = (end[0] - start[0]) / names.len() as f64;
    Solved::drawing(vec![Mark::Box {
        x0: start[0] as f32,
        y0: start[1] as f32,
        x1: (start[0] + cell * unit as f64) as f32,
        y1: low[1] as f32,
    }])
}
