//! A hand that is turned by a number of steps.

use super::{Follower, distinct};
use crate::draft::Draft;
use crate::figure::Place;
use crate::geometry::{minus, norm, plus, segment, segment_mark, times, unit};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(super) const FOLLOWER: Follower = Follower {
    name: "turned_hand",
    domain: "Calendar and Time",
    knowledge: &["Clock arithmetic"],
    tools: &["clock_hand_extension"],
    range: (1, 40),
    draft,
    solve,
};

fn draft(scene: &mut Scene, given: i64, symbol: &str) -> Option<Draft> {
    let given = i32::try_from(given).ok()?;
    let count = match scene.level {
        1 => 6,
        2 => scene.int(7, 9),
        _ => scene.int(10, 12),
    };
    let clockwise = scene.level == 1 || scene.chance(0.5);
    let way = if clockwise { given } else { -given };
    if given % count == 0 {
        return None;
    }
    let size = scene.letter_size();
    let reach = f64::from(scene.side() / 2 - size);
    let centre = (scene.width() / 2, scene.height() / 2);
    let turn = f64::from(scene.int(0, 359));
    let at = |i: i32, share: f64| -> Place {
        let angle = (turn + 360.0 * f64::from(i) / f64::from(count)).to_radians();
        let across = (share * reach * angle.cos()).round() as i32;
        (centre.0 + across, centre.1 + (share * reach * angle.sin()).round() as i32)
    };
    let numbers = distinct(scene, count as usize, (1, 60));
    let (ink, width) = (scene.figure.ink, scene.int(1, 2));
    scene.figure.ring(centre, (reach * 1.05) as i32, ink, Some(width), "rim of the dial");
    for i in 0..count {
        scene.figure.text(at(i, 0.83), &numbers[i as usize].to_string(), size, "number on the dial");
    }
    let start = scene.int(0, count - 1);
    let hue = scene.hues(1)[0];
    let color = scene.shade(hue);
    scene.figure.arrow(centre, at(start, 0.6), width + 1, color, "hand");
    let end = (start + way).rem_euclid(count);
    let answer = numbers[end as usize];
    let direction = if clockwise { "clockwise" } else { "anticlockwise" };
    let other =
        [start - way, start + way + 1, start + way - 1].map(|i| numbers[i.rem_euclid(count) as usize]);
    Some(
        Draft::reasoning(
            format!(
                "The hand is turned {direction} by {symbol} steps, one step from number to number. To which number does it point then?"
            ),
            vec![segment(centre, at(end, 0.6))],
            format!("The dial has {count} numbers, so {given} steps are the same as {} steps. I turn the hand {direction} by as many.", given % count),
            format!("From {} the hand comes to {answer}.", numbers[start as usize]),
            answer,
        )?
        .wrong(other),
    )
}

/// By the order of the numbers around the start of the hand.
fn solve(seen: &Seen, given: i64) -> Option<Solved> {
    let [centre, tip] = *seen.lines("hand").first()?;
    let bearing = |at: [f64; 2]| {
        let angle = |p: [f64; 2]| (p[1] - centre[1]).atan2(p[0] - centre[0]);
        let turn = (angle(at) - angle(tip)).to_degrees().rem_euclid(360.0);
        // The number that the hand points to counts as the first.
        if turn > 355.0 { turn - 360.0 } else { turn }
    };
    let mut numbers = seen.texts("number on the dial");
    numbers.sort_by(|a, b| bearing(a.1).total_cmp(&bearing(b.1)));
    let count = i64::try_from(numbers.len()).ok().filter(|count| *count > 0)?;
    let way = if seen.question.contains("anticlockwise") { -given } else { given };
    let (number, at) = numbers[way.rem_euclid(count) as usize];
    let end = plus(centre, times(unit(minus(at, centre)), norm(minus(tip, centre))));
    Solved::reasoning(number, vec![segment_mark(centre, end)])
}
