//! Mark a point that is given by its coordinates.

use vthinker_core::think::Task;

use super::axes::Axes;
use super::wording::pair;
use crate::draft::{Canvas, Draft, Family};
use crate::families::lettering::name_places;
use crate::geometry::point_mark;
use crate::scene::{Scene, distance};
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "plotted_point",
    task: Task::Perception,
    domain: "Mathematics",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Projection to the axes", "Signs of quadrants"],
    tools: &["point_mark", "projection_to_axes"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: on squared paper; level 2: on bare axes; level 3: the coordinates are those of two other points.
    let level = i32::from(scene.level);
    let share = if level == 1 { scene.pick(&[0.0, 0.4]) } else { f64::from(scene.int(30, 55)) / 100.0 };
    let cells = scene.int(8, 10 + level);
    let axes = Axes::lay(scene, cells, share, share)?;
    axes.draw(scene, level == 1);
    let mut throw = || [scene.int(axes.x[0], axes.x[1]), scene.int(axes.y[0], axes.y[1])];
    let [spot, first, second] = [throw(), throw(), throw()];
    if [spot, first, second].as_flattened().contains(&0) {
        return None;
    }
    // The other points have one coordinate each of the wanted one at level 3.
    let (first, second) =
        if level == 3 { ([spot[0], first[1]], [second[0], spot[1]]) } else { (first, second) };
    let place = |s: [i32; 2]| axes.place(f64::from(s[0]), f64::from(s[1]));
    let gap = f64::from(scene.letter_size()) * 2.2;
    let pairs = [(spot, first), (spot, second), (first, second)];
    if pairs.iter().any(|(a, b)| distance(place(*a), place(*b)) < gap) {
        return None;
    }
    let places = [place(first), place(second)];
    let hue = scene.hues(1)[0];
    for at in &places {
        scene.dot(*at, hue, 4);
    }
    let names = name_places(scene, &places, "PQRSTUVW")?;
    let spot = spot.map(f64::from);
    let question = match (level, scene.chance(0.5)) {
        (3, true) => {
            format!(
                "Mark the point with the x coordinate of {} and the y coordinate of {}.",
                names[0], names[1]
            )
        }
        (3, false) => {
            format!(
                "Mark the point that lies straight above or below {} and level with {}.",
                names[0], names[1]
            )
        }
        (_, true) => format!("Mark the point {}.", pair(spot)),
        (_, false) => format!("Mark the place with the coordinates {}.", pair(spot)),
    };
    Draft::drawing(question, vec![point_mark(axes.at(spot[0], spot[1]))])
}

/// From the numbers of the question, or from the places of the two named points.
fn solve(seen: &Seen) -> Option<Solved> {
    let at = match (&seen.letters()[..], &seen.numbers()[..]) {
        ([column, row], _) => [seen.named(column)?[0], seen.named(row)?[1]],
        (_, [x, y]) => Axes::read(seen)?.at(*x, *y),
        _ => return None,
    };
    Solved::drawing(vec![point_mark(at)])
}
