//! Draw the axis of symmetry of a shape that has just one.

use vthinker_core::think::Task;

use super::outline::{axis, note_edges, noted_corners};
use crate::draft::{Canvas, Draft, Family};
use crate::figure::Place;
use crate::geometry::{at, line, line_mark, minus, norm};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "symmetry",
    task: Task::Instruction,
    domain: "Mathematics",
    weight: 4,
    canvas: Canvas::Mini,
    knowledge: &["Mirror line bisects"],
    tools: &["axis_of_symmetry"],
    draft,
    solve,
};

/// Pixels by which the axis reaches beyond the shape.
const BEYOND: i32 = 6;

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Laid out along the axis (`a`) and across it (`c`), then turned.
    let upright = scene.level == 1 || scene.chance(0.5);
    let (along, across) =
        if upright { (scene.height(), scene.width()) } else { (scene.width(), scene.height()) };
    let half = scene.int(18, 38);
    let length = scene.int(44, along - 2 * BEYOND - 10);
    let (start, middle) =
        (scene.int(BEYOND + 4, along - length - BEYOND - 4), scene.int(half + 4, across - half - 5));
    let end = start + length;
    let corners = outline(scene, start, end, half);
    let flip = scene.chance(0.5);
    let place = |a: i32, c: i32| -> Place {
        let a = if flip { start + end - a } else { a };
        if upright { (c, a) } else { (a, c) }
    };
    let mirrored = corners.iter().rev().map(|(a, c)| (*a, -c));
    let shape: Vec<Place> =
        corners.iter().copied().chain(mirrored).map(|(a, c)| place(a, middle + c)).collect();
    let hue = scene.hues(1)[0];
    let color = scene.shade(hue);
    scene.figure.polygon(&shape, color, &format!("{hue} shape"));
    note_edges(&mut scene.figure, &shape);
    let axis = line(place(start - BEYOND, middle), place(end + BEYOND, middle));
    Draft::drawing("Draw the axis of symmetry.", vec![axis])
}

/// One side of the outline from the start of the axis to its end: place along it, distance from it.
fn outline(scene: &mut Scene, start: i32, end: i32, half: i32) -> Vec<(i32, i32)> {
    let length = end - start;
    match (scene.level, scene.chance(0.5)) {
        // An isosceles triangle.
        (1, _) => vec![(start, 0), (end, half)],
        // A kite or a house.
        (2, true) => vec![(start, 0), (start + length / 3, half), (end, 0)],
        (2, false) => vec![(start, 0), (start + length / 3, half), (end, half)],
        // A trapezium or an arrow.
        (_, true) => vec![(start, half / 2), (end, half)],
        (_, false) => {
            vec![(start, 0), (start + length / 2, half), (start + length / 2, half / 3), (end, half / 3)]
        }
    }
}

/// By the pairing of corners whose joining segments one line halves at right angles.
fn solve(seen: &Seen) -> Option<Solved> {
    let [start, end] = axis(&noted_corners(seen))?;
    let beyond = f64::from(BEYOND) / norm(minus(end, start));
    Solved::drawing(vec![line_mark(at(start, end, -beyond), at(start, end, 1.0 + beyond))])
}
