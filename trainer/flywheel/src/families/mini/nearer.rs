//! Which of two dots is nearer to a third? Segments to both show it.

use vthinker_core::think::Task;

use super::dots::dot;
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{angle, minus, norm, segment, segment_mark};
use crate::scene::{Scene, distance};
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "nearer",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 4,
    canvas: Canvas::Mini,
    knowledge: &["Distance of two points"],
    tools: &["distance_between"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let n = if scene.level == 3 { 4 } else { 3 };
    let places = scene.scatter(n, 12, 26)?;
    let (to_first, to_second) = (distance(places[0], places[1]), distance(places[0], places[2]));
    let ratio = if scene.level == 1 { 1.8 } else { 1.4 };
    // The two segments must not lie on each other.
    let apart = angle([places[0], places[1]], [places[0], places[2]]) >= 20.0;
    if !apart || to_first.max(to_second) < ratio * to_first.min(to_second) {
        return None;
    }
    let hues = scene.hues(n);
    for (place, hue) in places.iter().zip(&hues) {
        let r = scene.int(4, 6);
        scene.dot(*place, *hue, r);
    }
    let (first, second) = (hues[1], hues[2]);
    let answer = if to_first < to_second { first } else { second };
    Draft::reasoning(
        format!("Which dot is nearer to {}, {first} or {second}?", hues[0]),
        vec![segment(places[0], places[1]), segment(places[0], places[2])],
        format!("I connect {} with both.", hues[0]),
        format!("The line to {answer} is shorter."),
        answer,
    )
}

fn solve(seen: &Seen) -> Option<Solved> {
    let [from, first, second] = seen.hues()[..] else { return None };
    let (place, to, or) = (dot(seen, from)?, dot(seen, first)?, dot(seen, second)?);
    let answer = if norm(minus(to, place)) < norm(minus(or, place)) { first } else { second };
    Solved::reasoning(answer, vec![segment_mark(place, to), segment_mark(place, or)])
}
