//! Mark a named letter among one to five. What `vertex` and `median` ask of letters, without the polygon.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{point, point_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "letter",
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
    let mut letters = ["A", "B", "C", "D", "E"];
    scene.shuffle(&mut letters);
    let size = scene.int(13, 16);
    for (place, letter) in places.iter().zip(letters) {
        scene.figure.text(*place, letter, size, "letter");
    }
    Draft::drawing(format!("Mark the letter {}.", letters[0]), vec![point(places[0])])
}

fn solve(seen: &Seen) -> Option<Solved> {
    let letter = *seen.letters().first()?;
    Solved::drawing(vec![point_mark(seen.labelled(letter)?)])
}
