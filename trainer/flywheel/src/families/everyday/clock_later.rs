//! What a clock will show after some minutes, or showed before: both hands drawn where they are then.

use vthinker_core::think::Task;

use super::dial::{HOUR, MINUTE, angle_of, dial, hand, time, tip};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{minus, norm, segment, segment_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "clock_later",
    task: Task::Reasoning,
    domain: "Calendar and Time",
    weight: 4,
    canvas: Canvas::Full,
    knowledge: &["Hour hand between marks", "Minute hand angle"],
    tools: &["clock_hand_extension", "segment"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let now = 5 * scene.int(0, 143);
    let (amount, back) = match scene.level {
        1 => (5 * scene.int(2, 8), false),
        2 => (5 * scene.int(4, 14), scene.chance(0.4)),
        _ => (5 * scene.int(13, 44), scene.chance(0.5)),
    };
    let then = (if back { now - amount } else { now + amount }).rem_euclid(720);
    // Level 1 stays within the hour, the others leave it.
    if (then / 60 == now / 60) != (scene.level == 1) {
        return None;
    }
    let dial = dial(scene);
    let width = scene.int(2, 4);
    let angles = |minutes: i32| (f64::from(minutes) / 2.0, f64::from(minutes % 60) * 6.0);
    let (hour, minute) = angles(now);
    hand(scene, &dial, hour, HOUR, width + 2, "hour hand");
    hand(scene, &dial, minute, MINUTE, width, "minute hand");
    let ink = scene.figure.ink;
    scene.figure.dot(dial.centre, width + 2, ink, "centre");
    let (hour, minute) = angles(then);
    let marks =
        vec![segment(dial.centre, dial.place(hour, HOUR)), segment(dial.centre, dial.place(minute, MINUTE))];
    let long = if amount > 60 && scene.chance(0.5) {
        let (hours, rest) = (amount / 60, amount % 60);
        let plural = if hours > 1 { "s" } else { "" };
        if rest == 0 { format!("{hours} hours") } else { format!("{hours} hour{plural} and {rest} minutes") }
    } else {
        format!("{amount} minutes")
    };
    let question = if back {
        scene.pick(&[
            "What time did this clock show {} ago?",
            "Which time was it {} before the time on the clock?",
        ])
    } else {
        scene.pick(&[
            "What time will this clock show in {}?",
            "A film starts now and lasts {}. At what time does it end?",
        ])
    };
    let answer = time(then);
    let turn = if back { "back" } else { "on" };
    Draft::reasoning(
        question.replace("{}", &long),
        marks,
        format!("The clock shows {}. I turn the minute hand {turn} by {long}, and draw both hands where they are then.", time(now)),
        format!("The hands then show {answer}."),
        &answer,
    )
    .map(|draft| {
        let other = if back { now + amount } else { now - amount };
        draft.wrong([then + 60, then - 60, other, then + 5, then - 5].map(time))
    })
}

/// By the angles of the hands: the hour from the short one, the minutes from the long one.
fn solve(seen: &Seen) -> Option<Solved> {
    let (hour, minute) = (*seen.lines("hour hand").first()?, *seen.lines("minute hand").first()?);
    let minutes = (angle_of(minute) / 30.0).round() * 5.0 % 60.0;
    // The hour hand stands at the hour plus the minutes' share of 30 degrees.
    let hours = ((angle_of(hour) - minutes / 2.0) / 30.0).round().rem_euclid(12.0);
    let numbers = seen.numbers();
    let amount = match numbers[..] {
        [hours, minutes] => 60.0 * hours + minutes,
        [one] if seen.words().any(|word| word == "hours") => 60.0 * one,
        [one] => one,
        _ => return None,
    };
    let back = seen.words().any(|word| word == "ago" || word == "before");
    let then = 60.0 * hours + minutes + if back { -amount } else { amount };
    let length = |[a, b]: [[f64; 2]; 2]| norm(minus(b, a));
    let centre = hour[0];
    let marks = vec![
        segment_mark(centre, tip(centre, length(hour), then / 2.0)),
        segment_mark(centre, tip(centre, length(minute), then * 6.0)),
    ];
    Solved::reasoning(time(then as i32), marks)
}
