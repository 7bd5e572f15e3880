//! How many fields a rook, bishop or queen can move to among pieces of its own.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use super::board::{Ruled, board, chequer, rule};
use crate::draft::{Canvas, Draft, Family};
use crate::figure::Place;
use crate::geometry::{segment, segment_mark};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "sliding_piece",
    task: Task::Reasoning,
    domain: "Games",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Rook lines", "Bishop diagonals", "Queen lines"],
    tools: &["attack_lines"],
    draft,
    solve,
};

const STRAIGHT: [Place; 4] = [(1, 0), (0, 1), (-1, 0), (0, -1)];
const SLANTED: [Place; 4] = [(1, 1), (-1, 1), (-1, -1), (1, -1)];

fn directions(piece: &str) -> Vec<Place> {
    match piece {
        "rook" => STRAIGHT.to_vec(),
        "bishop" => SLANTED.to_vec(),
        _ => [STRAIGHT, SLANTED].concat(),
    }
}

/// A chess piece among others on a board.
pub(super) struct Slide {
    pub(super) piece: &'static str,
    /// The letter that stands for it.
    pub(super) letter: String,
    /// Its ways, each as far as the last free field.
    pub(super) ways: Vec<Mark>,
    counts: Vec<i32>,
}

/// Draws a board with a piece and others of its side.
pub(super) fn slide(scene: &mut Scene) -> Option<Slide> {
    let n = 5 + i32::from(scene.level);
    let board = board(scene, (n, n), 8, 26)?;
    let piece = match scene.level {
        1 => "rook",
        2 => scene.pick(&["rook", "bishop"]),
        _ => scene.pick(&["bishop", "queen", "rook"]),
    };
    let at = (scene.int(0, n - 1), scene.int(0, n - 1));
    let mut others: Vec<Place> = Vec::new();
    for _ in 0..2 * n {
        let other = (scene.int(0, n - 1), scene.int(0, n - 1));
        if other != at && !others.contains(&other) {
            others.push(other);
        }
    }
    chequer(scene, &board);
    rule(scene, &board, 1);
    let hues = scene.hues(2);
    // Darker than dots are, so that the letter can be read on a tinted field.
    let colors = [scene.shade(hues[0]).map(|c| c / 5 * 3), scene.shade(hues[1])];
    for other in &others {
        scene.figure.dot(board.centre(*other), board.cell / 4, colors[1], "piece of the same side");
    }
    let letter = piece[..1].to_uppercase();
    scene.figure.text_in(board.centre(at), &letter, board.cell * 3 / 4, colors[0], "chess piece");
    let mut marks = Vec::new();
    let mut counts = Vec::new();
    for (dx, dy) in directions(piece) {
        let field = |k: i32| (at.0 + k * dx, at.1 + k * dy);
        let free =
            (1..n).take_while(|k| board.holds(field(*k)) && !others.contains(&field(*k))).count() as i32;
        if free > 0 {
            marks.push(segment(board.centre(at), board.centre(field(free))));
            counts.push(free);
        }
    }
    (counts.iter().sum::<i32>() >= 2).then_some(Slide { piece, letter, ways: marks, counts })
}

fn draft(scene: &mut Scene) -> Option<Draft> {
    let Slide { piece, letter, ways, counts } = slide(scene)?;
    let answer: i32 = counts.iter().sum();
    let sum = counts.iter().map(ToString::to_string).collect::<Vec<_>>().join(" + ");
    let question = scene.pick(&[
        "The {p} is marked {l}; the dots are pieces of its own side. To how many fields can the {p} move?",
        "To how many fields can the {p} {l} move, if the dots are pieces of its own side that it may neither take \
         nor pass?",
    ]);
    let reckoned = if counts.len() > 1 { format!("{sum} = {answer}") } else { sum };
    Draft::reasoning(
        question.replace("{p}", piece).replace("{l}", &letter),
        ways,
        format!("From the {piece} I draw a line along each of its ways as far as the last free field."),
        format!("The lines pass over {reckoned} fields."),
        answer,
    )
    .map(|draft| draft.wrong([answer + 1, answer - 1, answer + 2, answer - 2, answer + 3]))
}

/// In pixels, field by field, until a piece or the edge is met: the number of free fields and the ways.
pub(super) fn free_ways(seen: &Seen) -> Option<(i32, Vec<Mark>)> {
    let ruled = Ruled::of(seen)?;
    let from = seen.texts("chess piece").first()?.1;
    let pieces = seen.points("piece of the same side");
    let piece = seen.words().find(|word| ["rook", "bishop", "queen"].contains(word))?;
    let free = |p: &Point| {
        ruled.holds(*p) && pieces.iter().all(|q| (p[0] - q[0]).hypot(p[1] - q[1]) > ruled.cell / 2.0)
    };
    let mut marks: Vec<Mark> = Vec::new();
    let mut total = 0;
    for (dx, dy) in directions(piece) {
        let step = [f64::from(dx) * ruled.cell, f64::from(dy) * ruled.cell];
        let mut at = from;
        loop {
            let next = [at[0] + step[0], at[1] + step[1]];
            if !free(&next) {
                break;
            }
            at = next;
            total += 1;
        }
        if at != from {
            marks.push(segment_mark(from, at));
        }
    }
    Some((total, marks))
}

fn solve(seen: &Seen) -> Option<Solved> {
    let (total, marks) = free_ways(seen)?;
    Solved::reasoning(total, marks)
}
