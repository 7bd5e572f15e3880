//! The age of a tree from its rings.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{point, point_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "tree_rings",
    task: Task::Reasoning,
    domain: "Botany",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Annual rings", "Wide ring"],
    tools: &["count_marks", "ray"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: few even rings; level 2: more, uneven; level 3: only those outside a coloured one count.
    let side = scene.side();
    let room = side / 2 - 8;
    let (low, high) = if scene.level == 1 { (4, 8) } else { (7, 15) };
    let n = scene.int(low, high);
    let mean = f64::from(room - 6) / f64::from(n);
    if mean < 11.0 {
        return None;
    }
    let spread = if scene.level == 1 { 0.05 } else { 0.3 };
    let mut widths: Vec<f64> = (0..n)
        .map(|_| mean * (1.0 + spread * f64::from(scene.int(-100, 100)) / 100.0))
        .map(|v| v.max(10.5))
        .collect();
    let total: f64 = widths.iter().sum();
    let shrink = (f64::from(room - 6) / total).min(1.0);
    widths.iter_mut().for_each(|v| *v *= shrink);
    if widths.iter().any(|v| *v < 10.0) {
        return None;
    }
    let edge = room + 4;
    let centre = (scene.int(edge, scene.width() - 1 - edge), scene.int(edge, scene.height() - 1 - edge));
    let (wood, dark) = scene.pick(&[
        ([226, 196, 150], [120, 80, 40]),
        ([236, 214, 178], [140, 100, 62]),
        ([214, 180, 138], [104, 66, 36]),
    ]);
    let mut radii: Vec<i32> = Vec::new();
    let mut r = 4.0;
    for width in &widths {
        r += width;
        radii.push(r.round() as i32);
    }
    let outer = *radii.last()?;
    scene.figure.ring(centre, outer, wood, None, "wood");
    let scar = if scene.level == 3 { scene.int(1, n - 3) as usize } else { 0 };
    let hue = scene.hues(1)[0];
    let mark = scene.shade(hue);
    for (i, r) in radii.iter().enumerate() {
        let last = i + 1 == radii.len();
        let (color, pen, meaning) = match (last, scene.level == 3 && i == scar) {
            (true, _) => (dark, 5, "bark"),
            (_, true) => (mark, 3, "coloured ring"),
            _ => (dark, scene.int(1, 2), "ring"),
        };
        scene.figure.ring(centre, *r, color, Some(pen), meaning);
    }
    scene.figure.dot(centre, 3, dark, "pith");
    let counted = if scene.level == 3 { &radii[scar + 1..] } else { &radii[..] };
    let count = counted.len();
    let marks = counted.iter().map(|r| point((centre.0 + r, centre.1))).collect();
    let (question, from) = if scene.level == 3 {
        (
            format!(
                "Each line around the pith, the bark included, closes a year. In the year that the {hue} line closes there was a \
                 fire. How many years after it was the tree felled?"
            ),
            format!("the {hue} line"),
        )
    } else {
        let question = scene.pick(&[
            "Each line around the pith, the bark included, closes a year of growth. How old was the tree?",
            "How many years did this tree grow? Every line around the pith closes a year, the last one is the bark.",
        ]);
        (question.to_owned(), "the pith".to_owned())
    };
    Some(
        Draft::reasoning(
            question,
            marks,
            format!("I go from {from} straight outwards and mark every line that I cross."),
            format!("There are {count} marks up to the bark, so the answer is {count} years."),
            format!("{count} years"),
        )?
        .wrong(
            [count + 1, count - 1, count + 2, count.saturating_sub(2), n as usize]
                .map(|k| format!("{k} years")),
        ),
    )
}

/// By the circles about the pith.
fn solve(seen: &Seen) -> Option<Solved> {
    let [x, y] = *seen.points("pith").first()?;
    let inner = seen.circles("coloured ring").first().map_or(0.0, |c| c.1);
    let rings = seen.circles("ring").into_iter().chain(seen.circles("bark")).filter(|(_, r)| *r > inner);
    let marks: Vec<_> = rings.map(|(_, r)| point_mark([x + r, y])).collect();
    Solved::reasoning(format!("{} years", marks.len()), marks)
}
