//! Draw the ways of a rook, bishop or queen among pieces of its own.

use vthinker_core::think::Task;

use super::sliding_piece::{free_ways, slide};
use crate::draft::{Canvas, Draft, Family};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "rook_lines",
    task: Task::Instruction,
    domain: "Games",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Rook lines", "Bishop diagonals", "Queen lines"],
    tools: &["attack_lines"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let slide = slide(scene)?;
    let question = scene.pick(&[
        "The {p} is marked {l}; the dots are pieces of its own side. Draw each of its ways as far as the middle of the \
         last free field.",
        "From the {p} {l} draw a line along each way on which it can move, up to the last field before the edge or a \
         dot, which is a piece of its own side.",
    ]);
    let question = question.replace("{p}", slide.piece).replace("{l}", &slide.letter);
    Draft::drawing(question, slide.ways)
}

/// Field by field in pixels.
fn solve(seen: &Seen) -> Option<Solved> {
    Solved::drawing(free_ways(seen)?.1)
}
