//! Count the dots of a colour by marking each.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{point, point_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "count",
    task: Task::Reasoning,
    domain: "Statistics",
    weight: 5,
    canvas: Canvas::Mini,
    knowledge: &["One mark each"],
    tools: &["count_marks"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let asked = match scene.level {
        1 => scene.int(1, 3),
        _ => scene.int(1, 5),
    } as usize;
    let others = match scene.level {
        1 => 0,
        2 => scene.int(1, 2),
        _ => scene.int(2, 4),
    } as usize;
    let places = scene.scatter(asked + others, 12, 24)?;
    let hues = scene.hues(3);
    let r = scene.int(5, 7);
    for (i, place) in places.iter().enumerate() {
        let hue = if i < asked { hues[0] } else { hues[1 + i % 2] };
        scene.dot(*place, hue, r);
    }
    let mut counted = places[..asked].to_vec();
    counted.sort_unstable();
    let noun = if asked == 1 { "dot" } else { "dots" };
    Draft::reasoning(
        format!("How many {} dots are there?", hues[0]),
        counted.into_iter().map(point).collect(),
        format!("I mark each {} dot.", hues[0]),
        format!("I marked {asked} {noun}."),
        asked,
    )
}

fn solve(seen: &Seen) -> Option<Solved> {
    let dots = seen.points(&format!("{} dot", seen.hues().first()?));
    Solved::reasoning(dots.len(), dots.into_iter().map(point_mark).collect())
}
