//! Connect two dots of named colours by a segment.

use vthinker_core::think::Task;

use super::dots::dot;
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{segment, segment_mark};
use crate::scene::{Scene, distance};
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "connect",
    task: Task::Instruction,
    domain: "Mathematics",
    weight: 6,
    canvas: Canvas::Mini,
    knowledge: &["Shortest straight way"],
    tools: &["segment"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let n = match scene.level {
        1 => 2,
        2 => 3,
        _ => scene.int(4, 5),
    };
    let places = scene.scatter(n as usize, 12, 26)?;
    if distance(places[0], places[1]) < 36.0 {
        return None;
    }
    let hues = scene.hues(n as usize);
    for (place, hue) in places.iter().zip(&hues) {
        let r = scene.int(4, 6);
        scene.dot(*place, *hue, r);
    }
    let question = format!("Connect the {} and the {} dot.", hues[0], hues[1]);
    Draft::drawing(question, vec![segment(places[0], places[1])])
}

fn solve(seen: &Seen) -> Option<Solved> {
    let [first, second] = seen.hues()[..] else { return None };
    Solved::drawing(vec![segment_mark(dot(seen, first)?, dot(seen, second)?)])
}
