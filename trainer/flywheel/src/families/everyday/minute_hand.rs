//! Draw the minute hand of a clock that has only its hour hand.

use vthinker_core::think::Task;

use super::dial::{HOUR, angle_of, dial, hand, tip};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{segment, segment_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "minute_hand",
    task: Task::Instruction,
    domain: "Calendar and Time",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Hour hand between marks", "Minute hand angle"],
    tools: &["segment"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let step = match scene.level {
        1 => 30,
        2 => 15,
        _ => 10,
    };
    let now = step * scene.int(0, 720 / step - 1);
    if now % 60 == 0 && scene.chance(0.6) || scene.level > 1 && now % 30 == 0 {
        return None;
    }
    let dial = dial(scene);
    if dial.radius < 95 {
        return None;
    }
    let width = scene.int(3, 5);
    hand(scene, &dial, f64::from(now) / 2.0, HOUR + 15, width, "hour hand");
    let ink = scene.figure.ink;
    scene.figure.dot(dial.centre, width + 1, ink, "centre");
    let end = dial.place(f64::from(now % 60) * 6.0, 100);
    let question = scene.pick(&[
        "The clock has lost its minute hand. The minutes are a multiple of {}. Draw the hand from the centre to the rim.",
        "Only the hour hand is left on this clock. Draw the minute hand from the centre to the rim; it points to a \
         multiple of {} minutes.",
    ]);
    Draft::drawing(question.replace("{}", &step.to_string()), vec![segment(dial.centre, end)])
}

/// From how far the hour hand has gone past its hour.
fn solve(seen: &Seen) -> Option<Solved> {
    let hour = *seen.lines("hour hand").first()?;
    let step = *seen.numbers().first()?;
    let radius = seen.circles("rim").first()?.1;
    let past = angle_of(hour).rem_euclid(30.0) * 2.0;
    let minutes = (past / step).round() * step;
    Solved::drawing(vec![segment_mark(hour[0], tip(hour[0], radius, minutes * 6.0))])
}
