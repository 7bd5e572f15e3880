//! Draw the height of a pyramid, or the slant height of its front face.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use super::prism::oblique;
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{angle, at, crossing_of_lines, plus, segment_mark, whole};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "pyramid_lines",
    task: Task::Instruction,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Volume of a pyramid", "Slant height"],
    tools: &["altitude", "diagonal"],
    draft,
    solve,
};

const FRONT: &str = "front edge of the base";
const BASE: &str = "edge of the base";
const RISING: &str = "edge to the apex";

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: the height, with all edges drawn; level 2: the slant height; level 3: either, without hidden edges.
    let level = scene.level;
    let side = f64::from(scene.side());
    let (w, h) = (f64::from(scene.width()), f64::from(scene.height()));
    let depth = oblique(scene, false);
    let depth = [depth[0] * if scene.chance(0.5) { 1.0 } else { -1.0 }, depth[1]];
    let wide = side * f64::from(scene.int(40, 60)) / 100.0;
    let high = side * f64::from(scene.int(40, 65)) / 100.0;
    let left = (w - wide - depth[0]) / 2.0 + f64::from(scene.int(-12, 12));
    let floor = (h + high - depth[1] / 2.0) / 2.0 + f64::from(scene.int(-10, 10));
    let spot = |p: Point| point(whole(p));
    let base = [[left, floor], [left + wide, floor]];
    let base = [base[0], base[1], plus(base[1], depth), plus(base[0], depth)].map(spot);
    let middle = crossing_of_lines([base[0], base[2]], [base[1], base[3]])?;
    let apex = spot([middle[0], middle[1] - high]);
    if base.iter().chain([&apex]).any(|p| p[0] < 8.0 || p[1] < 8.0 || p[0] > w - 9.0 || p[1] > h - 9.0) {
        return None;
    }
    // The back edge and that of the side turned away are hidden, with the edge that rises between them.
    let behind = if depth[0] > 0.0 { 3 } else { 2 };
    let (hue, pen) = (scene.hues(1)[0], scene.int(2, 3));
    let color = if scene.chance(0.5) { scene.figure.ink } else { scene.shade(hue) };
    let mut edge = |a: Point, b: Point, hidden: bool, meaning: &str| match (hidden, level) {
        (true, 3) => {}
        (true, _) => scene.figure.dashed(whole(a), whole(b), 1, color, meaning),
        _ => scene.figure.line(whole(a), whole(b), pen, color, meaning),
    };
    for i in 0..4 {
        let next = (i + 1) % 4;
        let meaning = if i == 0 { FRONT } else { BASE };
        edge(base[i], base[next], i == behind || next == behind, meaning);
        edge(base[i], apex, i == behind, RISING);
    }
    let slant = level == 2 || level == 3 && scene.chance(0.5);
    let between = angle([whole(apex), whole(at(base[0], base[1], 0.5))], [whole(apex), whole(base[behind])]);
    if slant && level == 2 && between < 8.0 {
        // The slant height would lie on a hidden edge.
        return None;
    }
    let (question, foot) = if slant {
        let question = scene.pick(&[
            "Draw the slant height of the front face of this regular pyramid.",
            "The base is a square and the apex stands above its middle. Draw the height of the front face.",
        ]);
        (question, at(base[0], base[1], 0.5))
    } else {
        let question = scene.pick(&[
            "The apex of the pyramid stands above the middle of its rectangular base. Draw the height of the pyramid.",
            "Draw the height of this right pyramid with a rectangular base, from its apex down to the base.",
        ]);
        (question, middle)
    };
    Draft::drawing(question, vec![segment_mark(apex, foot)])
}

/// By the ends of the front edge and of a visible edge at it; the middle of the base is that of a diagonal.
fn solve(seen: &Seen) -> Option<Solved> {
    let [a, b] = *seen.lines(FRONT).first()?;
    let apex = seen.lines(RISING).first()?[1];
    let mark = |foot: Point| -> Vec<Mark> { vec![segment_mark(apex, foot)] };
    if seen.question.contains("front face") {
        return Solved::drawing(mark([(a[0] + b[0]) / 2.0, (a[1] + b[1]) / 2.0]));
    }
    // An edge of the base that begins or ends at the front and leads away from it.
    let foot = seen.lines(BASE).into_iter().find_map(|[p, q]| match (p, q) {
        _ if p == b && q != a => Some(at(a, q, 0.5)),
        _ if q == a && p != b => Some(at(b, p, 0.5)),
        _ => None,
    })?;
    Solved::drawing(mark(foot))
}
