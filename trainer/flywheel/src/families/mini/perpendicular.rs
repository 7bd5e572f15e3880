//! Draw the perpendicular from a dot to a line.

use vthinker_core::think::Task;

use super::dots::dot;
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{foot, foot_of, segment, segment_mark};
use crate::scene::{Scene, distance};
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "perpendicular",
    task: Task::Instruction,
    domain: "Mathematics",
    weight: 3,
    canvas: Canvas::Mini,
    knowledge: &["Nearest point of a line"],
    tools: &["perpendicular_foot"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let (a, mut b) = (scene.place(8), scene.place(8));
    if scene.level == 1 {
        if scene.chance(0.5) { b.1 = a.1 } else { b.0 = a.0 }
    }
    let n = if scene.level == 3 { 2 } else { 1 };
    let dots = scene.scatter(n, 12, 30)?;
    let clear = |dot| foot(dot, a, b).is_some_and(|(base, _)| distance(dot, base) >= 26.0);
    let (base, along) = foot(dots[0], a, b)?;
    if distance(a, b) < 60.0 || !(0.1..=0.9).contains(&along) || !dots.iter().all(|dot| clear(*dot)) {
        return None;
    }
    let (width, ink) = (scene.int(2, 3), scene.figure.ink);
    scene.figure.line(a, b, width, ink, "line");
    let hues = scene.hues(n);
    for (dot, hue) in dots.iter().zip(&hues) {
        let r = scene.int(4, 6);
        scene.dot(*dot, *hue, r);
    }
    let question = format!("Draw the perpendicular from the {} dot to the line.", hues[0]);
    Draft::drawing(question, vec![segment(dots[0], base)])
}

fn solve(seen: &Seen) -> Option<Solved> {
    let from = dot(seen, *seen.hues().first()?)?;
    let line = *seen.lines("line").first()?;
    Solved::drawing(vec![segment_mark(from, foot_of(from, line))])
}
