//! Number lines with equal ticks of which only some are labelled.

use crate::figure::Place;
use crate::scene::Scene;
use crate::seen::{Point, Seen};

/// A level number line. Values are in hundredths, so that decimals stay exact.
#[derive(Debug, Clone, Copy)]
pub(super) struct NumberLine {
    left: i32,
    pub(super) y: i32,
    /// Pixels from tick to tick.
    pub(super) per: i32,
    /// The number of the last tick; the first is 0.
    pub(super) last: i32,
    /// Hundredths at tick 0.
    start: i32,
    /// Hundredths from tick to tick.
    pub(super) unit: i32,
}

impl NumberLine {
    pub(super) fn place(&self, tick: i32) -> Place {
        (self.left + tick * self.per, self.y)
    }

    /// The value of a tick in hundredths.
    pub(super) fn value(&self, tick: i32) -> i32 {
        self.start + tick * self.unit
    }
}

/// Hundredths as a number without needless zeros.
pub(super) fn decimal(hundredths: i32) -> String {
    let (sign, size) = (if hundredths < 0 { "-" } else { "" }, hundredths.abs());
    match (size / 100, size % 100) {
        (whole, 0) => format!("{sign}{whole}"),
        (whole, part) if part % 10 == 0 => format!("{sign}{whole}.{}", part / 10),
        (whole, part) => format!("{sign}{whole}.{part:02}"),
    }
}

/// Draws a number line of some ticks with labels at two of them. `unit` and `start` are hundredths; `start` is the
/// value of the first tick.
pub(super) fn number_line(
    scene: &mut Scene,
    last: i32,
    (start, unit): (i32, i32),
    labelled: [i32; 2],
) -> Option<NumberLine> {
    let size = scene.letter_size();
    let margin = size * 3 / 2;
    let per = (scene.width() - 2 * margin) / last;
    if per < 11 {
        return None;
    }
    let left = (scene.width() - last * per) / 2;
    let y = scene.int(scene.height() * 2 / 5, scene.height() * 3 / 5);
    let line = NumberLine { left, y, per, last, start, unit };
    let (ink, width) = (scene.figure.ink, scene.int(1, 2));
    let ends = [line.place(0).0 - size / 2, line.place(last).0 + size / 2];
    scene.figure.line((ends[0], y), (ends[1], y), width, ink, "number line");
    let long = size / 2;
    for tick in 0..=last {
        let (x, _) = line.place(tick);
        let half = if labelled.contains(&tick) { long + 2 } else { long };
        scene.figure.line((x, y - half), (x, y + half), width, ink, "tick");
        if labelled.contains(&tick) {
            let text = decimal(line.value(tick));
            scene.figure.text((x, y + long + size), &text, size, "number label");
        }
    }
    let gap = (labelled[1] - labelled[0]) * per;
    (gap > size * 3).then_some(line)
}

/// The labels of a number line, read again: a value for every x and an x for every value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Labels {
    /// Left and right label: value and place on the line.
    pub(super) ends: [(f64, Point); 2],
}

impl Labels {
    pub(super) fn of(seen: &Seen) -> Option<Self> {
        let y = seen.lines("number line").first()?[0][1];
        let labels = seen.texts("number label");
        let [a, b] = labels[..] else { return None };
        let end = |(text, at): (&str, Point)| Some((text.parse().ok()?, [at[0], y]));
        Some(Self { ends: [end(a)?, end(b)?] })
    }

    /// The value at an x, to the nearest hundredth.
    pub(super) fn value(&self, x: f64) -> i32 {
        let [(a, p), (b, q)] = self.ends;
        (100.0 * (a + (b - a) * (x - p[0]) / (q[0] - p[0]))).round() as i32
    }

    /// The place of a value.
    pub(super) fn place(&self, value: f64) -> Point {
        let [(a, p), (b, q)] = self.ends;
        [p[0] + (value - a) / (b - a) * (q[0] - p[0]), p[1]]
    }
}

/// The ticks of a number line, left to right.
pub(super) fn ticks(seen: &Seen) -> Vec<f64> {
    seen.lines("tick").iter().map(|[a, _]| a[0]).collect()
}
