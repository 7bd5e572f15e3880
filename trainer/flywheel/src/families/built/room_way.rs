//! Draw the shortest way between two rooms.

use vthinker_core::think::Task;

use super::doors::{found, way};
use crate::draft::{Canvas, Draft, Family};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "room_way",
    task: Task::Instruction,
    domain: "Architecture",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Way through rooms"],
    tools: &["grid_path"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let way = way(scene)?;
    let (from, to) = (way.names.first()?, way.names.last()?);
    let question = match scene.int(0, 1) {
        0 => format!(
            "Draw the shortest way from room {from} to room {to} through the middles of the rooms on it."
        ),
        _ => format!(
            "Join the middles of the rooms that one passes on the way with the fewest doors from room {from} to room {to}."
        ),
    };
    Draft::drawing(question, vec![way.mark])
}

/// By the walls that bar the straight line between two neighbouring rooms.
fn solve(seen: &Seen) -> Option<Solved> {
    let (_, mark) = found(seen)?;
    Solved::drawing(vec![mark])
}
