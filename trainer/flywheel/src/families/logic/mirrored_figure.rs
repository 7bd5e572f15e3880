//! Mark the one figure that is a mirror image of the others, not only turned.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::figure::Place;
use crate::geometry::{point, point_mark};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "mirrored_figure",
    task: Task::Perception,
    domain: "Logic",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Mirror and turn apart", "Odd one out"],
    tools: &["point_mark"],
    draft,
    solve,
};

/// Outlines without symmetry in sixths of a slot, around their middle, clockwise from the head.
const OUTLINES: [&[Place]; 4] = [
    // An L.
    &[(-12, -20), (-2, -20), (-2, 10), (14, 10), (14, 20), (-12, 20)],
    // A flag.
    &[(-12, -20), (14, -12), (-4, -2), (-4, 20), (-12, 20)],
    // A step.
    &[(-16, -14), (4, -14), (4, -4), (18, -4), (18, 14), (-2, 14), (-2, 2), (-16, 2)],
    // A hook.
    &[(-14, -18), (12, -18), (12, 2), (4, 2), (4, -10), (-4, -10), (-4, 18), (-14, 18)],
];

fn draft(scene: &mut Scene) -> Option<Draft> {
    let (columns, rows) = match scene.level {
        1 => scene.pick(&[(3, 1), (2, 2), (4, 1)]),
        2 => scene.pick(&[(3, 2), (2, 3), (5, 1)]),
        _ => scene.pick(&[(3, 3), (4, 2), (4, 3), (2, 4)]),
    };
    let slot = (scene.width() / columns, scene.height() / rows);
    let radius = slot.0.min(slot.1) * 2 / 5;
    if radius < 24 {
        return None;
    }
    let outline = if scene.level == 1 { OUTLINES[scene.int(0, 1) as usize] } else { scene.pick(&OUTLINES) };
    let odd = scene.int(0, columns * rows - 1);
    let one = scene.hues(1)[0];
    let many = scene.chance(0.3);
    let step = if scene.level == 3 { 15 } else { 90 };
    let mut mark = None;
    for i in 0..columns * rows {
        let centre = (slot.0 * (i % columns) + slot.0 / 2, slot.1 * (i / columns) + slot.1 / 2);
        let turn = f64::from(step * scene.int(0, 360 / step - 1)).to_radians();
        let scale = f64::from(radius) / 24.0;
        let side = if i == odd { -1.0 } else { 1.0 };
        let corners: Vec<Place> = outline
            .iter()
            .map(|(x, y)| {
                let (x, y) = (side * scale * f64::from(*x), scale * f64::from(*y));
                let (c, s) = (turn.cos(), turn.sin());
                (centre.0 + (c * x - s * y).round() as i32, centre.1 + (s * x + c * y).round() as i32)
            })
            .collect();
        let hue = if many { scene.hues(1)[0] } else { one };
        let color = scene.shade(hue);
        scene.figure.polygon(&corners, color, "figure");
        let mut closed = corners.clone();
        closed.push(corners[0]);
        let ink = scene.figure.ink;
        scene.figure.polyline(&closed, 1, ink, &format!("outline of figure {i}"));
        // The mark goes to the middle of the box around the figure.
        let middle = |k: fn(&Place) -> i32| {
            let low = corners.iter().map(k).min().unwrap_or_default();
            let high = corners.iter().map(k).max().unwrap_or_default();
            (low + high) / 2
        };
        if i == odd {
            mark = Some((middle(|p| p.0), middle(|p| p.1)));
        }
    }
    let question = scene.pick(&[
        "All figures but one can be turned onto each other without flipping them over. Mark the middle of the other one.",
        "One figure is the mirror image of all others, however they are turned. Mark its middle.",
    ]);
    Draft::drawing(question, vec![point(mark?)])
}

/// By the moment of third order about the principal axes, whose sign only a mirror changes: the figure whose turns
/// along its outline, taken from its longest side on, run the other way round than those of the others.
fn solve(seen: &Seen) -> Option<Solved> {
    let figures: Vec<Vec<Point>> = (0..)
        .map(|i| seen.lines(&format!("outline of figure {i}")))
        .take_while(|lines| !lines.is_empty())
        .map(|lines| lines.into_iter().map(|[a, _]| a).collect())
        .collect();
    let codes: Vec<Vec<i32>> = figures.iter().map(|corners| sides(corners)).collect();
    // Lengths of the sides in clockwise order differ from those of a mirror image.
    let alike = |i: usize| codes.iter().filter(|other| same_ring(other, &codes[i])).count();
    let odd = (0..figures.len()).min_by_key(|i| alike(*i))?;
    let corners = &figures[odd];
    let middle = |k: usize| {
        let low = corners.iter().map(|p| p[k]).fold(f64::INFINITY, f64::min);
        let high = corners.iter().map(|p| p[k]).fold(f64::NEG_INFINITY, f64::max);
        (low + high) / 2.0
    };
    Solved::drawing(vec![point_mark([middle(0), middle(1)])])
}

/// Lengths of the sides clockwise, in pixels.
fn sides(corners: &[Point]) -> Vec<i32> {
    let n = corners.len();
    let pairs = (0..n).map(|i| (corners[i], corners[(i + 1) % n]));
    let area: f64 = pairs.clone().map(|(a, b)| a[0] * b[1] - a[1] * b[0]).sum();
    let mut lengths: Vec<i32> = pairs.map(|(a, b)| (a[0] - b[0]).hypot(a[1] - b[1]).round() as i32).collect();
    if area < 0.0 {
        lengths.reverse();
    }
    lengths
}

/// Whether two rings of lengths agree from some start on, to within rounding.
fn same_ring(a: &[i32], b: &[i32]) -> bool {
    let n = a.len();
    n == b.len() && (0..n).any(|start| (0..n).all(|i| (a[i] - b[(i + start) % n]).abs() <= 2))
}
