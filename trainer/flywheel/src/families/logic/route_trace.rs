//! Draw the way of the least total through a network with numbers on its edges.

use vthinker_core::think::Task;

use super::lightest_route::{least, route};
use crate::draft::{Canvas, Draft, Family};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "route_trace",
    task: Task::Instruction,
    domain: "Computer Science",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Shortest weighted path"],
    tools: &["linked_nodes", "arrowed_path"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let route = route(scene)?;
    let names = route.names();
    let question = scene.pick(&[
        "The numbers are minutes of travel. Draw the quickest way from {a} to {b}, from node to node.",
        "The numbers are lengths in kilometres. Draw the shortest way from {a} to {b}, from node to node.",
        "Draw the way from {a} to {b} whose numbers have the least sum.",
    ]);
    let question = question.replace("{a}", names.first()?).replace("{b}", names.last()?);
    Draft::drawing(question, vec![route.mark()])
}

/// By relaxing all edges until nothing improves.
fn solve(seen: &Seen) -> Option<Solved> {
    Solved::drawing(vec![least(seen)?.1])
}
