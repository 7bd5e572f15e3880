//! Draw a circle around the dot of a named colour.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use super::dots::dot;
use crate::draft::{Canvas, Draft, Family};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "ring",
    task: Task::Instruction,
    domain: "Mathematics",
    weight: 4,
    canvas: Canvas::Mini,
    knowledge: &["Circle as a locus"],
    tools: &["circle_around"],
    draft,
    solve,
};

/// Radius of the circle drawn.
const RADIUS: i32 = 12;

fn draft(scene: &mut Scene) -> Option<Draft> {
    let n = match scene.level {
        1 => 1,
        2 => scene.int(2, 3),
        _ => scene.int(4, 5),
    };
    let places = scene.scatter(n as usize, RADIUS + 2, 28)?;
    let hues = scene.hues(n as usize);
    for (place, hue) in places.iter().zip(&hues) {
        let r = scene.int(4, 6);
        scene.dot(*place, *hue, r);
    }
    let (x, y) = places[0];
    let mark = Mark::Circle { x: x as f32, y: y as f32, r: RADIUS as f32 };
    Draft::drawing(format!("Draw a circle around the {} dot.", hues[0]), vec![mark])
}

fn solve(seen: &Seen) -> Option<Solved> {
    let [x, y] = dot(seen, *seen.hues().first()?)?;
    Solved::drawing(vec![Mark::Circle { x: x as f32, y: y as f32, r: RADIUS as f32 }])
}
