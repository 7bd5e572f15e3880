//! Cut off a fraction of a bar with a straight line.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{at, segment, segment_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "fraction_cut",
    task: Task::Instruction,
    domain: "Mathematics",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Equal parts", "Equivalent fractions"],
    tools: &["equal_parts", "segment"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: the bar has the parts asked for; level 2: finer parts; level 3: none.
    let (parts, below) = match scene.level {
        1 => scene.pick(&[(3, 3), (4, 4), (5, 5), (6, 6), (8, 8)]),
        2 => scene.pick(&[(6, 3), (8, 4), (12, 4), (12, 3), (10, 5), (12, 6)]),
        _ => scene.pick(&[(1, 3), (1, 4), (1, 5), (1, 6), (1, 8)]),
    };
    let above = scene.int(1, below - 1);
    if (2..=above).any(|d| above % d == 0 && below % d == 0) {
        return None;
    }
    let upright = scene.chance(0.4);
    let (w, h) = (scene.width(), scene.height());
    let whole = if upright { h } else { w };
    let grid = 24 * 5;
    let long = (whole * scene.int(70, 88) / 100) / grid * grid;
    let long = if long == 0 { whole * 8 / 10 / 24 * 24 } else { long };
    let wide = scene.int(scene.side() / 8, scene.side() / 4);
    let size = if upright { (wide, long) } else { (long, wide) };
    let from = (scene.int(8, w - 9 - size.0), scene.int(8, h - 9 - size.1));
    let to = (from.0 + size.0, from.1 + size.1);
    let hue = scene.hues(1)[0];
    let pale = scene.shade(hue).map(|c| (i32::from(c) / 2 + 127) as u8);
    let (ink, width) = (scene.figure.ink, scene.int(1, 2));
    scene.figure.rectangle(from, to, pale, true, "bar");
    // A place along the bar, counted from its left or lower end.
    let cut = |part: i32, of: i32| {
        if upright {
            let y = to.1 - long * part / of;
            [(from.0, y), (to.0, y)]
        } else {
            let x = from.0 + long * part / of;
            [(x, from.1), (x, to.1)]
        }
    };
    for part in 0..=parts {
        let [a, b] = cut(part, parts);
        let meaning = if part == 0 || part == parts { "end of the bar" } else { "cut of the bar" };
        scene.figure.line(a, b, width, ink, meaning);
    }
    for side in 0..2 {
        let [a, b] = [cut(0, 1)[side], cut(1, 1)[side]];
        scene.figure.line(a, b, width, ink, "long side of the bar");
    }
    let side = if upright { "lower" } else { "left" };
    let question = scene.pick(&[
        "Draw the straight line across the bar that cuts off {f} of it at the {s} end.",
        "Cut the bar with one straight line so that the part at its {s} end is {f} of the whole bar.",
    ]);
    let [a, b] = cut(above, below);
    Draft::drawing(
        question.replace("{f}", &format!("{above}/{below}")).replace("{s}", side),
        vec![segment(a, b)],
    )
}

/// Along the long sides by the fraction's value.
fn solve(seen: &Seen) -> Option<Solved> {
    let (above, below) = seen.question.split_once('/')?;
    let above: f64 = above.rsplit(' ').next()?.parse().ok()?;
    let below: f64 = below.split(' ').next()?.parse().ok()?;
    let sides = seen.lines("long side of the bar");
    let [first, second] = sides[..] else { return None };
    let cut = |[p, q]: [[f64; 2]; 2]| at(p, q, above / below);
    Solved::drawing(vec![segment_mark(cut(first), cut(second))])
}
