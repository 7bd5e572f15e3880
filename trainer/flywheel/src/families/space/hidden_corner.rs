//! Mark the corners of a prism that cannot be seen.

use vthinker_core::think::Task;

use super::hidden_edges::throw;
use super::prism::Prism;
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{plus, point_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "hidden_corners",
    task: Task::Perception,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Hidden edges", "Parallel faces cut in parallels"],
    tools: &["point_mark", "translated_copy"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let prism = throw(scene)?;
    let hue = scene.hues(1)[0];
    let color = if scene.chance(0.5) { scene.figure.ink } else { scene.shade(hue) };
    let width = scene.int(2, 3);
    prism.draw(scene, width, color);
    let corners = prism.hidden_corners();
    let question = match (corners.len(), scene.chance(0.5)) {
        (1, true) => "Mark the corner of the solid that is hidden behind it.",
        (1, false) => "One corner of the solid cannot be seen. Mark its place.",
        (_, true) => "Mark the corners of the solid that are hidden behind it.",
        (_, false) => "Some corners of the solid cannot be seen. Mark their places.",
    };
    Draft::drawing(question, corners.into_iter().map(point_mark).collect())
}

/// By shifting every front corner to the back and leaving out those where a drawn edge ends.
fn solve(seen: &Seen) -> Option<Solved> {
    let prism = Prism::read(seen)?;
    let drawn = Prism::drawn(seen);
    let backs = prism.front.iter().map(|p| plus(*p, prism.depth));
    let hidden = backs.filter(|p| drawn.iter().all(|[a, b]| a != p && b != p));
    Solved::drawing(hidden.map(point_mark).collect())
}
