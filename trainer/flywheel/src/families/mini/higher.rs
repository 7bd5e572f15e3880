//! Which of two dots is higher? A level line through one of them shows it.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::geometry::line;
use crate::scene::Scene;
use crate::seen::unsolved;

pub(in crate::families) const FAMILY: Family = Family {
    name: "higher",
    task: Task::Reasoning,
    domain: "geometry",
    weight: 4,
    canvas: Canvas::Mini,
    knowledge: &[],
    tools: &[],
    draft,
    solve: unsolved,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let n = usize::from(scene.level) + 1;
    let places = scene.scatter(n, 12, 26)?;
    let difference = places[0].1 - places[1].1;
    if difference.abs() < 14 {
        return None;
    }
    let hues = scene.hues(n);
    for (place, hue) in places.iter().zip(&hues) {
        let r = scene.int(4, 6);
        scene.dot(*place, *hue, r);
    }
    let (first, second) = (hues[0], hues[1]);
    let y = places[0].1;
    let (side, answer) = if difference < 0 { ("below", first) } else { ("above", second) };
    Draft::reasoning(
        format!("Which dot is higher, {first} or {second}?"),
        vec![line((0, y), (scene.width() - 1, y))],
        format!("I draw a level line through {first}."),
        format!("The {second} dot is {side} it."),
        answer,
    )
}
