//! Draw the resultant of forces.

use vthinker_core::think::Task;

use super::forces::{forces, read};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{minus, plus, segment, segment_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "resultant_force",
    task: Task::Instruction,
    domain: "Physics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Components of a force", "Equilibrium polygon"],
    tools: &["arrow"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let forces = forces(scene)?;
    let question = scene.pick(&[
        "Draw the resultant of the forces that act at O, beginning at O.",
        "The arrows are forces that act at O. Draw their sum from O on.",
        "Draw from O the single force that could replace the forces shown.",
    ]);
    Draft::drawing(question, vec![segment(forces.origin, forces.end)])
}

/// By chaining the arrows in pixels, where the draft counts squares.
fn solve(seen: &Seen) -> Option<Solved> {
    let (origin, tips, _) = read(seen)?;
    let end = tips.iter().fold(origin, |end, tip| plus(end, minus(*tip, origin)));
    Solved::drawing(vec![segment_mark(origin, end)])
}
