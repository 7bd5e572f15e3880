//! Mark the one letter of its name among two to ten. What `vertex` and `median` ask of letters, without the polygon, and
//! many to a picture: reading is learned letter by letter.

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
        1 => scene.int(2, 3),
        2 => scene.int(4, 6),
        _ => scene.int(7, 10),
    };
    let places = scene.scatter(n as usize, 12, 20)?;
    let mut letters = ["A", "B", "C", "D", "E"];
    scene.shuffle(&mut letters);
    let [asked, others @ ..] = letters;
    let size = scene.int(13, 16);
    scene.figure.text(places[0], asked, size, "letter");
    for place in &places[1..] {
        let other = scene.pick(&others);
        scene.figure.text(*place, other, size, "letter");
    }
    Draft::drawing(format!("Mark the letter {asked}."), vec![point(places[0])])
}

fn solve(seen: &Seen) -> Option<Solved> {
    let letter = *seen.letters().first()?;
    Solved::drawing(vec![point_mark(seen.labelled(letter)?)])
}
