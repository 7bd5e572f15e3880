//! The bars that are higher than a number.

use super::Follower;
use super::scale::Scale;
use crate::Element;
use crate::draft::Draft;
use crate::geometry::{line, line_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(super) const FOLLOWER: Follower = Follower {
    name: "bars_above",
    domain: "Statistics",
    knowledge: &["Bar height", "Solving by a level line"],
    tools: &["level_line"],
    range: (3, 80),
    draft,
    solve,
};

const DIAGONAL: &str = "diagonal of a bar";

fn draft(scene: &mut Scene, given: i64, symbol: &str) -> Option<Draft> {
    let given = i32::try_from(given).ok()?;
    let count = 2 + 2 * i32::from(scene.level) + scene.int(0, 1);
    let step = [1, 2, 5, 10, 20].into_iter().find(|step| step * 4 >= given)?;
    let ticks = (given * scene.int(130, 200) / 100 / step + 1).clamp(4, 9);
    let size = scene.letter_size();
    let (left, bottom) = (size * 3, scene.height() - size * 3 / 2);
    let unit = f64::from(bottom - size * 3 / 2) / f64::from(ticks * step);
    let y = |value: i32| bottom - (unit * f64::from(value)).round() as i32;
    let right = scene.width() - size;
    let slot = (right - left) / count;
    if slot < 12 || f64::from(step) * unit < f64::from(size) {
        return None;
    }
    let hue = scene.hues(1)[0];
    let color = scene.shade(hue);
    let mut higher = 0;
    for i in 0..count {
        // Clearly above or below the number.
        let value = scene.int(1, ticks * step);
        let off = y(value) - y(given);
        if off.abs() < 5 {
            return None;
        }
        higher += i32::from(off < 0);
        let (x0, x1) = (left + i * slot + slot / 5, left + (i + 1) * slot - slot / 5);
        scene.figure.rectangle((x0, y(value)), (x1, bottom), color, true, &format!("{hue} bar"));
        let meaning = DIAGONAL.to_owned();
        scene.figure.note(Element::Line { x1: x0, y1: y(value), x2: x1, y2: bottom, meaning });
    }
    let ink = scene.figure.ink;
    scene.figure.line((left, size / 2), (left, bottom), 2, ink, "value axis");
    scene.figure.line((left, bottom), (right, bottom), 2, ink, "base line");
    for tick in 0..=ticks {
        let value = tick * step;
        scene.figure.line((left - 4, y(value)), (left, y(value)), 1, ink, "tick");
        scene.figure.text((left - 4 - size, y(value)), &value.to_string(), size, "scale label");
    }
    let level = y(given);
    Some(
        Draft::reasoning(
            format!("How many bars are higher than {symbol} on the scale?"),
            vec![line((left, level), (right, level))],
            format!("I lay a level line across the chart at {given}."),
            format!("Of the {count} bars {higher} rise above it."),
            higher,
        )?
        .wrong([count - higher, higher + 1, higher - 1, count]),
    )
}

/// By the value of each bar on the scale of the labels.
fn solve(seen: &Seen, given: i64) -> Option<Solved> {
    let scale = Scale::of(seen, "scale label", 1)?;
    let bars = seen.lines(DIAGONAL);
    let higher = bars.iter().filter(|[top, _]| scale.value(top[1]) > given as f64).count();
    let [from, to] = *seen.lines("base line").first()?;
    let level = scale.pixel(given as f64);
    Solved::reasoning(higher, vec![line_mark([from[0], level], [to[0], level])])
}
