//! Draw the hidden edges of a prism.

use vthinker_core::think::Task;

use super::prism::{Prism, oblique};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{minus, norm, plus, segment_mark};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "hidden_edges",
    task: Task::Instruction,
    domain: "Mathematics",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Hidden edges"],
    tools: &["segment", "dashed_line"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let prism = throw(scene)?;
    let hue = scene.hues(1)[0];
    let color = if scene.chance(0.5) { scene.figure.ink } else { scene.shade(hue) };
    let width = scene.int(2, 3);
    prism.draw(scene, width, color);
    let body = if prism.front.len() == 4 && scene.level < 3 { "box" } else { "prism" };
    let question = match scene.int(0, 2) {
        0 => format!("Draw the hidden edges of the {body}."),
        1 => format!("Only the edges that can be seen of the {body} are drawn. Draw the others."),
        _ => format!("Complete the picture of the {body} as if it were made of glass."),
    };
    Draft::drawing(question, prism.hidden().into_iter().map(|[a, b]| segment_mark(a, b)).collect())
}

/// Level 1: a box seen from the right and above; level 2: from any side; level 3: another front face.
pub(super) fn throw(scene: &mut Scene) -> Option<Prism> {
    let level = scene.level;
    let depth = oblique(scene, level > 1);
    let side = f64::from(scene.side());
    let mut share = || side * f64::from(scene.int(28, 58)) / 100.0;
    let prism = if level < 3 {
        let size = [share(), share()];
        Prism::cuboid(scene, size, depth)
    } else {
        let n = scene.pick(&[3, 5, 6]);
        let start = f64::from(scene.int(0, 359));
        let reach = side * 0.27;
        let front = (0..n)
            .map(|i| {
                let turn =
                    (start + 360.0 * f64::from(i) / f64::from(n) + f64::from(scene.int(-9, 9))).to_radians();
                [reach * turn.cos(), reach * turn.sin()]
            })
            .collect();
        Prism { front, depth }.centred(scene)
    };
    // No side almost along the way to the back: its face would be a line.
    let n = prism.front.len();
    let clear = (0..n).all(|i| {
        let way = minus(prism.front[(i + 1) % n], prism.front[i]);
        let cross = (way[0] * prism.depth[1] - way[1] * prism.depth[0]).abs();
        cross > 0.25 * norm(way) * norm(prism.depth)
    });
    (clear && prism.fits(scene, 8) && !prism.hidden_corners().is_empty()).then_some(prism)
}

/// By completing the front and back outlines and the ways between them, less what is drawn.
fn solve(seen: &Seen) -> Option<Solved> {
    let prism = Prism::read(seen)?;
    let drawn = Prism::drawn(seen);
    let n = prism.front.len();
    let mut marks = Vec::new();
    for i in 0..n {
        let (p, q) = (prism.front[i], prism.front[(i + 1) % n]);
        let back: [Point; 2] = [plus(p, prism.depth), plus(q, prism.depth)];
        for [a, b] in [back, [p, back[0]]] {
            if !drawn.iter().any(|[c, d]| *c == a && *d == b || *c == b && *d == a) {
                marks.push(segment_mark(a, b));
            }
        }
    }
    Solved::drawing(marks)
}
