//! Read the coordinates of a point.

use vthinker_core::think::Task;

use super::axes::Axes;
use super::wording::pair;
use crate::draft::{Canvas, Draft, Family};
use crate::families::lettering::name_places;
use crate::geometry::segment_mark;
use crate::scene::{Scene, distance};
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "point_coordinates",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Projection to the axes", "Signs of quadrants"],
    tools: &["projection_to_axes"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: first quadrant on squared paper; level 2: all quadrants; level 3: more points, no paper.
    let level = i32::from(scene.level);
    let share = if level == 1 { 0.0 } else { f64::from(scene.int(30, 55)) / 100.0 };
    let cells = scene.int(7 + level, 9 + level);
    let axes = Axes::lay(scene, cells, share, share)?;
    axes.draw(scene, level < 3);
    let gap = f64::from(scene.letter_size()) * 2.2;
    let mut spots: Vec<[i32; 2]> = Vec::new();
    for _ in 0..60 {
        let spot = [scene.int(axes.x[0], axes.x[1]), scene.int(axes.y[0], axes.y[1])];
        let at = axes.place(f64::from(spot[0]), f64::from(spot[1]));
        let far = |o: &[i32; 2]| distance(at, axes.place(f64::from(o[0]), f64::from(o[1]))) > gap;
        if spot.len() == 2 && spot[0] != 0 && spot[1] != 0 && spots.iter().all(far) {
            spots.push(spot);
        }
        if spots.len() == 2 * level as usize {
            break;
        }
    }
    let places: Vec<_> = spots.iter().map(|s| axes.place(f64::from(s[0]), f64::from(s[1]))).collect();
    let hue = scene.hues(1)[0];
    for place in &places {
        scene.dot(*place, hue, 4);
    }
    let names = name_places(scene, &places, "PQRSTUVWMN")?;
    let ([x, y], name) = (spots.first()?.map(f64::from), names.first()?);
    let answer = pair([x, y]);
    let question = match scene.int(0, 2) {
        0 => format!("What are the coordinates of {name}?"),
        1 => format!("Which pair of numbers (x, y) belongs to the point {name}?"),
        _ => format!("Read the coordinates of the point {name} and give them as (x, y)."),
    };
    let at = axes.at(x, y);
    let marks = vec![segment_mark(at, axes.at(x, 0.0)), segment_mark(at, axes.at(0.0, y))];
    Draft::reasoning(
        question,
        marks,
        format!(
            "The coordinates of {name} stand at the feet of its perpendiculars to the axes, so I draw both."
        ),
        format!("One foot is at {x} on the x axis, the other at {y} on the y axis, so {name} is {answer}."),
        &answer,
    )
    .map(|d| d.wrong([pair([y, x]), pair([-x, y]), pair([x, -y]), pair([x + 1.0, y]), pair([x, y - 1.0])]))
}

/// By the scale that the numbers on the axes give.
fn solve(seen: &Seen) -> Option<Solved> {
    let axes = Axes::read(seen)?;
    let at = seen.named(seen.letters().first()?)?;
    let [x, y] = axes.value(at).map(f64::round);
    let marks = vec![segment_mark(at, axes.at(x, 0.0)), segment_mark(at, axes.at(0.0, y))];
    Solved::reasoning(pair([x, y]), marks)
}
