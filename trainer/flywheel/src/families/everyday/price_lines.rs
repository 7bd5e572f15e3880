//! Draw the lines from where supply and demand meet to both axes.

use vthinker_core::think::Task;

use super::crossing_lines::crossing;
use super::quadrant::{Scales, quadrant};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{crossing_of_lines, segment, segment_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "price_lines",
    task: Task::Instruction,
    domain: "Economics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Market equilibrium"],
    tools: &["projection_to_axes"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: to the price axis; level 2: to both; level 3: a second line of demand, one of them meant.
    let level = scene.level;
    let ticks = (scene.int(4, 7), scene.int(4, 7));
    let steps = (scene.pick(&[10, 20, 100]), scene.pick(&[2, 4, 10]));
    let area = quadrant(scene, ticks, steps, ["number a day", "price in coins"])?;
    let (at, [rise, fall]) = crossing(scene, &area);
    let hues = scene.hues(3);
    let width = scene.int(1, 3);
    let mut lines = vec![(hues[0], at, rise, "supply"), (hues[1], at, fall, "demand")];
    if level == 3 {
        let shift = scene.int(3, 5) * scene.pick(&[1, -1]);
        let other = (at.0 + shift, at.1);
        if !(3..=2 * ticks.0 - 3).contains(&other.0) {
            return None;
        }
        lines.push((hues[2], other, fall, "demand"));
    }
    for (hue, through, slope, name) in lines {
        let color = scene.shade(hue);
        let [a, b] = area.through(through, slope);
        scene.figure.line(a, b, width, color, &format!("{hue} line of {name}"));
    }
    let (x, y) = at;
    let mut marks = vec![segment(area.place(at), area.place((0, y)))];
    if level > 1 {
        marks.push(segment(area.place(at), area.place((x, 0))));
    }
    let which = format!("where the {} line of supply meets the {} line of demand", hues[0], hues[1]);
    let question = match level {
        1 => format!("Draw a level segment from the point {which} to the price axis."),
        _ => format!(
            "From the point {which} draw a level segment to the price axis and an upright one to the other axis."
        ),
    };
    Draft::drawing(question, marks)
}

/// With the lines crossed by determinants.
fn solve(seen: &Seen) -> Option<Solved> {
    let scales = Scales::of(seen)?;
    let [supply, demand] = seen.hues()[..] else { return None };
    let supply = *seen.lines(&format!("{supply} line of supply")).first()?;
    let demand = *seen.lines(&format!("{demand} line of demand")).first()?;
    let at = crossing_of_lines(supply, demand)?;
    let mut marks = vec![segment_mark(at, [scales.origin[0], at[1]])];
    if seen.words().any(|word| word == "upright") {
        marks.push(segment_mark(at, [at[0], scales.origin[1]]));
    }
    Solved::drawing(marks)
}
