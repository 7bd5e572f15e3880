//! Mark where two lines cross.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::figure::Place;
use crate::geometry::{angle, crossing, crossing_of_lines, point, point_mark};
use crate::palette::Hue;
use crate::scene::{Scene, distance};
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "crossing",
    task: Task::Perception,
    domain: "Mathematics",
    weight: 4,
    canvas: Canvas::Mini,
    knowledge: &["Crossing as common solution"],
    tools: &["line_intersection"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let n = if scene.level == 3 { 3 } else { 2 };
    let hues = scene.hues(n);
    let lines: Vec<[Place; 2]> = (0..n).map(|i| stroke(scene, i)).collect();
    if lines.iter().any(|[a, b]| distance(*a, *b) < 60.0) {
        return None;
    }
    for (i, line) in lines.iter().enumerate() {
        if lines[..i].iter().any(|other| angle(*line, *other) < 30.0) {
            return None;
        }
    }
    let place = crossing(lines[0], lines[1])?;
    let width = scene.int(2, 3);
    for ([a, b], hue) in lines.iter().zip(&hues) {
        let color = scene.shade(*hue);
        scene.figure.line(*a, *b, width, color, &format!("{hue} line"));
    }
    let question = match n {
        2 => "Mark the point where the lines cross.".to_owned(),
        _ => format!("Mark the point where the {} and the {} line cross.", hues[0], hues[1]),
    };
    Draft::drawing(question, vec![point(place)])
}

/// At level 1 one line lies and the other stands.
fn stroke(scene: &mut Scene, index: usize) -> [Place; 2] {
    let (a, b) = (scene.place(8), scene.place(8));
    match (scene.level, index) {
        (1, 0) => [a, (b.0, a.1)],
        (1, _) => [a, (a.0, b.1)],
        _ => [a, b],
    }
}

fn solve(seen: &Seen) -> Option<Solved> {
    let hues = if seen.hues().is_empty() { Hue::ALL.to_vec() } else { seen.hues() };
    let lines: Vec<_> = hues.into_iter().flat_map(|hue| seen.lines(&format!("{hue} line"))).collect();
    let [first, second] = lines[..] else { return None };
    Solved::drawing(vec![point_mark(crossing_of_lines(first, second)?)])
}
