//! Are three dots on one line? The line through the outer two shows it.

use vthinker_core::think::Task;

use super::dots::dots;
use crate::draft::{Canvas, Draft, Family};
use crate::figure::Place;
use crate::geometry::{foot_of, line, line_mark, minus, norm};
use crate::scene::{Scene, distance};
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "collinear",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 3,
    canvas: Canvas::Mini,
    knowledge: &["Slope triangle"],
    tools: &["extended_line"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let mut ends = scene.scatter(2, 12, 70)?;
    ends.sort_unstable();
    let (a, b) = (ends[0], ends[1]);
    let straight = scene.chance(0.5);
    let least = 26 - 4 * i32::from(scene.level);
    let off = if straight { 0 } else { scene.int(least, least + 14) * scene.pick(&[-1, 1]) };
    let share = f64::from(scene.int(32, 68)) / 100.0;
    let length = distance(a, b);
    let (dx, dy) = (f64::from(b.0 - a.0), f64::from(b.1 - a.1));
    let between: Place = (
        (f64::from(a.0) + share * dx - f64::from(off) * dy / length).round() as i32,
        (f64::from(a.1) + share * dy + f64::from(off) * dx / length).round() as i32,
    );
    let inside = |v: i32, size: i32| (12..=size - 13).contains(&v);
    if !inside(between.0, scene.width()) || !inside(between.1, scene.height()) {
        return None;
    }
    let hues = if scene.level == 1 { vec![scene.hues(1)[0]; 3] } else { scene.hues(3) };
    let r = scene.int(4, 6);
    for (place, hue) in [a, between, b].into_iter().zip(hues) {
        scene.dot(place, hue, r);
    }
    let (after, answer) =
        if straight { ("It meets all three.", "yes") } else { ("It misses the middle dot.", "no") };
    Draft::reasoning(
        "Are the three dots on one line?",
        vec![line(a, b)],
        "I connect the outer dots.",
        after,
        answer,
    )
}

/// The outer dots are the two farthest from each other; a dot on their line is less than its radius off it.
fn solve(seen: &Seen) -> Option<Solved> {
    let [a, b, c] = dots(seen).into_iter().map(|(_, at)| at).collect::<Vec<_>>()[..] else { return None };
    let long = |[p, q, _]: &[[f64; 2]; 3]| norm(minus(*p, *q));
    let [p, q, middle] =
        [[a, b, c], [b, c, a], [c, a, b]].into_iter().max_by(|x, y| long(x).total_cmp(&long(y)))?;
    let off = norm(minus(middle, foot_of(middle, [p, q])));
    Solved::reasoning(if off < 4.0 { "yes" } else { "no" }, vec![line_mark(p, q)])
}
