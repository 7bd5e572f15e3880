//! Mark the dot of a named colour among one to five.

use vthinker_core::think::Task;

use super::dots::dot;
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{point, point_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "dot",
    task: Task::Perception,
    domain: "Mathematics",
    weight: 8,
    canvas: Canvas::Mini,
    knowledge: &["Projection to the axes"],
    tools: &["point_mark"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let n = match scene.level {
        1 => 1,
        2 => scene.int(2, 3),
        _ => scene.int(4, 5),
    };
    let places = scene.scatter(n as usize, 12, 26)?;
    let hues = scene.hues(n as usize);
    for (place, hue) in places.iter().zip(&hues) {
        let r = scene.int(4, 7);
        scene.dot(*place, *hue, r);
    }
    let verb = scene.pick(&["Mark", "Mark", "Put a mark on"]);
    Draft::drawing(format!("{verb} the {} dot.", hues[0]), vec![point(places[0])])
}

fn solve(seen: &Seen) -> Option<Solved> {
    Solved::drawing(vec![point_mark(dot(seen, *seen.hues().first()?)?)])
}
