//! Mark the fields to which a knight can move.

use vthinker_core::think::Task;

use super::board::{Ruled, board, chequer, rule};
use crate::draft::{Canvas, Draft, Family};
use crate::figure::Place;
use crate::geometry::{point, point_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "knight_fields",
    task: Task::Perception,
    domain: "Games",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Knight star"],
    tools: &["point_mark"],
    draft,
    solve,
};

const LEAPS: [Place; 8] = [(1, 2), (2, 1), (2, -1), (1, -2), (-1, -2), (-2, -1), (-2, 1), (-1, 2)];

fn draft(scene: &mut Scene) -> Option<Draft> {
    let n = 4 + i32::from(scene.level);
    let board = board(scene, (n, n), 8, 24)?;
    let at = (scene.int(0, n - 1), scene.int(0, n - 1));
    let mut others: Vec<Place> = Vec::new();
    let blockers = if scene.level == 1 { 0 } else { 3 * n };
    for _ in 0..blockers {
        let other = (scene.int(0, n - 1), scene.int(0, n - 1));
        if other != at && !others.contains(&other) && others.len() < n as usize {
            others.push(other);
        }
    }
    let targets: Vec<Place> = LEAPS
        .iter()
        .map(|(dx, dy)| (at.0 + dx, at.1 + dy))
        .filter(|field| board.holds(*field) && !others.contains(field))
        .collect();
    if targets.is_empty() {
        return None;
    }
    chequer(scene, &board);
    rule(scene, &board, 1);
    let hues = scene.hues(2);
    // Darker than dots are, so that the letter can be read on a tinted field.
    let colors = [scene.shade(hues[0]).map(|c| c / 5 * 3), scene.shade(hues[1])];
    for other in &others {
        scene.figure.dot(board.centre(*other), board.cell / 4, colors[1], "piece of the same side");
    }
    scene.figure.text_in(board.centre(at), "N", board.cell * 3 / 4, colors[0], "knight");
    let question = if others.is_empty() {
        scene.pick(&[
            "N is a chess knight. Mark the middle of every field to which it can move.",
            "Mark the middles of all fields that the knight N attacks.",
        ])
    } else {
        scene.pick(&[
            "N is a chess knight, the dots are pieces of its own side. Mark the middle of every field to which it \
             can move.",
            "Mark the middles of all free fields that the knight N can reach in one move.",
        ])
    };
    Draft::drawing(question, targets.iter().map(|field| point(board.centre(*field))).collect())
}

/// The fields at the distance of a leap, which is the square root of five fields.
fn solve(seen: &Seen) -> Option<Solved> {
    let ruled = Ruled::of(seen)?;
    let from = seen.texts("knight").first()?.1;
    let pieces = seen.points("piece of the same side");
    let mut marks = Vec::new();
    for row in 0..ruled.rows {
        for column in 0..ruled.columns {
            let [x, y] = [column, row].map(|i| f64::from(i) * ruled.cell + ruled.cell / 2.0);
            let at = [ruled.corner[0] + x, ruled.corner[1] + y];
            let leap = (at[0] - from[0]).hypot(at[1] - from[1]) / ruled.cell;
            let taken = pieces.iter().any(|p| (p[0] - at[0]).hypot(p[1] - at[1]) < ruled.cell / 2.0);
            if (leap - 5f64.sqrt()).abs() < 0.1 && !taken {
                marks.push(point_mark(at));
            }
        }
    }
    Solved::drawing(marks)
}
