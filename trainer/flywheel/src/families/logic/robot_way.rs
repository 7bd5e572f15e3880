//! Draw the way of a robot that obeys a list of commands.

use vthinker_core::think::Task;

use super::maze::path_mark;
use super::robot_end::{followed, walk};
use crate::draft::{Canvas, Draft, Family};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "robot_way",
    task: Task::Instruction,
    domain: "Computer Science",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Turtle path", "Turns and facing"],
    tools: &["arrowed_path", "grid_path"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let walk = walk(scene)?;
    let commands = &walk.commands;
    let question = match scene.int(0, 1) {
        0 => {
            format!("The arrow shows which way the robot faces. Draw its way through the fields: {commands}.")
        }
        _ => {
            format!("Trace where the robot goes from middle to middle of the fields as it obeys: {commands}.")
        }
    };
    Draft::drawing(question, vec![path_mark(&walk.places)?])
}

/// Command by command in pixels.
fn solve(seen: &Seen) -> Option<Solved> {
    Solved::drawing(vec![path_mark(&followed(seen)?)?])
}
