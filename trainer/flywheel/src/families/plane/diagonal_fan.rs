//! Draw all diagonals of a polygon from one of its corners.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::families::lettering::name_places;
use crate::geometry::{angle, segment_mark};
use crate::scene::{Scene, distance};
use crate::seen::{Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "diagonal_fan",
    task: Task::Instruction,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Angle sum of a polygon", "Angle sum of a quadrilateral"],
    tools: &["diagonal", "triangulate_polygon"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // The higher the level, the more corners.
    let n = match scene.level {
        1 => 4,
        2 => 5,
        _ => scene.int(6, 8) as usize,
    };
    let margin = 2 * scene.letter_size();
    let (w, h) = (f64::from(scene.width() / 2 - margin), f64::from(scene.height() / 2 - margin));
    let start = f64::from(scene.int(0, 359));
    let corners: Vec<(i32, i32)> = (0..n)
        .map(|i| {
            let jitter = f64::from(scene.int(-25, 25)) / 100.0;
            let turn = (start + 360.0 * (i as f64 + jitter) / n as f64).to_radians();
            let reach = f64::from(scene.int(88, 100)) / 100.0;
            let (x, y) = (w * reach * turn.cos(), h * reach * turn.sin());
            (scene.width() / 2 + x.round() as i32, scene.height() / 2 + y.round() as i32)
        })
        .collect();
    let corner = |i: usize| corners[i % n];
    for i in 0..n {
        let (p, q, r) = (corner(i), corner(i + 1), corner(i + 2));
        let bend = (q.0 - p.0) * (r.1 - q.1) - (q.1 - p.1) * (r.0 - q.0);
        if bend <= 0 || angle([p, q], [q, r]) < 12.0 || distance(p, q) < f64::from(scene.side()) * 0.14 {
            return None;
        }
    }
    let width = scene.int(1, 3);
    scene.figure.sides(&corners, width);
    let names = name_places(scene, &corners, "ABCDEFGHKLMPQRST")?;
    let from = scene.int(0, n as i32 - 1) as usize;
    let name = &names[from];
    let question = match scene.int(0, 1) {
        0 => format!("Draw all diagonals of the polygon from {name}."),
        _ => format!("Cut the polygon into triangles by the diagonals that begin at {name}."),
    };
    let marks = (2..n - 1).map(|i| segment_mark(point(corner(from)), point(corner(from + i)))).collect();
    Draft::drawing(question, marks)
}

/// To every named point that no side joins with the corner.
fn solve(seen: &Seen) -> Option<Solved> {
    let letter = *seen.letters().last()?;
    let from = seen.named(letter)?;
    let sides = seen.lines("side");
    let marks = seen
        .all_named()
        .into_iter()
        .map(|(_, p)| p)
        .filter(|p| *p != from && !sides.iter().any(|s| s.contains(p) && s.contains(&from)))
        .map(|p| segment_mark(from, p))
        .collect();
    Solved::drawing(marks)
}
