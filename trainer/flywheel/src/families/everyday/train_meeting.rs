//! When or where two trains meet, in a diagram of place against time.

use vthinker_core::think::Task;

use super::crossing_lines::crossing;
use super::quadrant::{Scales, quadrant};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{crossing_of_lines, segment, segment_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "train_meeting",
    task: Task::Reasoning,
    domain: "Transport",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Train diagram", "Passing place"],
    tools: &["projection_to_axes", "segment"],
    draft,
    solve,
};

const TOWNS: [&str; 6] = ["Aldorf", "Bern", "Carlow", "Delft", "Elgin", "Fulda"];

fn draft(scene: &mut Scene) -> Option<Draft> {
    let ticks = (scene.int(4, 8), scene.int(4, 7));
    let steps = (scene.pick(&[10, 20]), scene.pick(&[4, 10, 20]));
    let town = scene.pick(&TOWNS);
    let area = quadrant(scene, ticks, steps, ["minutes after noon", &format!("km from {town}")])?;
    let ((x, y), [rise, fall]) = crossing(scene, &area);
    let hues = scene.hues(3);
    let width = scene.int(2, 3);
    let mut slopes = vec![rise, fall];
    scene.shuffle(&mut slopes);
    for (hue, slope) in hues.iter().zip(&slopes) {
        let color = scene.shade(*hue);
        let [a, b] = area.through((x, y), *slope);
        scene.figure.line(a, b, width, color, &format!("{hue} train"));
    }
    if scene.level == 3 {
        // A third train crosses one of the others elsewhere.
        let side = scene.pick(&[-4, -3, 3, 4]);
        let [a, b] = area.through((x + side, y), slopes[1] * f64::from(scene.int(70, 130)) / 100.0);
        if (a.0 - b.0).abs() < scene.width() / 4 {
            return None;
        }
        let color = scene.shade(hues[2]);
        scene.figure.line(a, b, width, color, &format!("{} train", hues[2]));
    }
    let at = area.place((x, y));
    let (minutes, kilometres) = area.values((x, y));
    // A reading that is not on a tick at level 2 and above.
    let of_place = scene.chance(0.5);
    let (value, halves, axis, unit) = if of_place {
        (kilometres, y, area.place((0, y)), steps.1 / 2)
    } else {
        (minutes, x, area.place((x, 0)), steps.0 / 2)
    };
    if scene.level > 1 && halves % 2 == 0 && scene.chance(0.8) {
        return None;
    }
    let (first, second) = (hues[0], hues[1]);
    let trains = if scene.level == 3 {
        format!("Each line shows where a train is. The {first} and the {second} train pass each other")
    } else {
        format!(
            "The lines show where two trains are at each time. The {first} train and the {second} one meet"
        )
    };
    let (question, before) = if of_place {
        (
            format!("{trains}. How many kilometres from {town} does this happen?"),
            "I go level from the crossing of the two lines to the axis of places.",
        )
    } else {
        (
            format!("{trains}. How many minutes after noon does this happen?"),
            "I go straight down from the crossing of the two lines to the axis of times.",
        )
    };
    Draft::reasoning(
        question,
        vec![segment(at, axis)],
        before,
        format!("The segment meets the axis at {value}."),
        value,
    )
    .map(|draft| draft.wrong([value + unit, value - unit, value + 2 * unit, value - 2 * unit]))
}

/// With the lines crossed by determinants and read on the scales.
fn solve(seen: &Seen) -> Option<Solved> {
    let scales = Scales::of(seen)?;
    let hues = seen.hues();
    let [first, second] = hues[..] else { return None };
    let line = |hue| seen.lines(&format!("{hue} train")).first().copied();
    let at = crossing_of_lines(line(first)?, line(second)?)?;
    let of_place = seen.words().any(|word| word == "kilometres");
    let k = usize::from(of_place);
    let labels = seen.texts(if of_place { "upright label" } else { "level label" });
    let half = labels.get(1)?.0.parse::<f64>().ok()? / 2.0;
    let value = (scales.values(at)[k] / half).round() * half;
    let end = if of_place { [scales.origin[0], at[1]] } else { [at[0], scales.origin[1]] };
    Solved::reasoning(value, vec![segment_mark(at, end)])
}
