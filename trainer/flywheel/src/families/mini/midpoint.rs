//! Mark the midpoint of a coloured segment among one to three.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::figure::Place;
use crate::geometry::{at, midpoint, point, point_mark};
use crate::scene::{Scene, distance};
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "midpoint",
    task: Task::Perception,
    domain: "Mathematics",
    weight: 4,
    canvas: Canvas::Mini,
    knowledge: &["Midpoint by means"],
    tools: &["midpoint"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let n = usize::from(scene.level);
    let hues = scene.hues(n);
    let width = scene.int(2, 4);
    let mut segments: Vec<(Place, Place)> = Vec::new();
    for hue in &hues {
        let (a, b) = (scene.place(12), scene.place(12));
        let middle = midpoint(a, b);
        let apart = segments.iter().all(|(c, d)| distance(middle, midpoint(*c, *d)) >= 20.0);
        if !(36.0..=95.0).contains(&distance(a, b)) || !apart {
            return None;
        }
        segments.push((a, b));
        let color = scene.shade(*hue);
        scene.figure.line(a, b, width, color, &format!("{hue} segment"));
    }
    let (a, b) = segments[0];
    Draft::drawing(format!("Mark the midpoint of the {} segment.", hues[0]), vec![point(midpoint(a, b))])
}

fn solve(seen: &Seen) -> Option<Solved> {
    let [a, b] = *seen.lines(&format!("{} segment", seen.hues().first()?)).first()?;
    Solved::drawing(vec![point_mark(at(a, b, 0.5))])
}
