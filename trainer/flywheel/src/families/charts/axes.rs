//! Axes of charts: a value axis at the left with labelled ticks, and a base line.

use crate::figure::Place;
use crate::scene::Scene;
use crate::seen::Seen;

/// Names of neighbouring columns.
const ROWS: [[&str; 6]; 4] = [
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun"],
    ["Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    ["1a", "1b", "2a", "2b", "3a", "3b"],
];

/// The area between the axes of a chart.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plot {
    pub(super) left: i32,
    pub(super) right: i32,
    pub(super) top: i32,
    pub(super) bottom: i32,
    /// Pixels from tick to tick, an even number.
    pub(super) tick: i32,
    /// Value from tick to tick, an even number.
    pub(super) step: i32,
    /// Ticks above the base line.
    pub(super) ticks: i32,
}

impl Plot {
    /// The height of a value given in halves of a tick.
    pub(super) fn y(&self, halves: i32) -> i32 {
        self.bottom - halves * self.tick / 2
    }

    /// The value of a number of halves of a tick.
    pub(super) fn value(&self, halves: i32) -> i32 {
        halves * self.step / 2
    }
}

/// Draws a value axis with some ticks below a head of some pixels, and a base line with room for labels below it.
pub(super) fn plot(scene: &mut Scene, ticks: i32, head: i32) -> Option<Plot> {
    let size = scene.letter_size();
    let step = scene.pick(&[2, 4, 10, 20, 50]);
    let digits = (ticks * step).to_string().len() as i32;
    let left = 14 + digits * size * 7 / 10;
    let (right, bottom) = (scene.width() - size, scene.height() - 2 * size - 2);
    let top = head + size;
    let tick = (bottom - top) / ticks / 2 * 2;
    if tick < size + 3 {
        return None;
    }
    let plot = Plot { left, right, top: bottom - ticks * tick, bottom, tick, step, ticks };
    let (ink, ground) = (scene.figure.ink, scene.figure.style().background);
    let ruled = scene.chance(0.25);
    for i in 0..=ticks {
        let y = bottom - i * tick;
        if ruled && i > 0 {
            scene.figure.backdrop_line((left, y), (right, y), ground.map(|c| c - 24));
        }
        scene.figure.line((left - 4, y), (left, y), 1, ink, "tick");
        let at = (left - 7 - digits * size * 35 / 100, y);
        scene.figure.text(at, &(i * step).to_string(), size - 1, "value label");
    }
    Some(plot)
}

/// Draws the axes themselves; after the bars, so that these do not cover them.
pub(super) fn axes(scene: &mut Scene, plot: &Plot) {
    let ink = scene.figure.ink;
    let width = scene.int(1, 2);
    scene.figure.line((plot.left, plot.top - 6), (plot.left, plot.bottom), width, ink, "value axis");
    scene.figure.line((plot.left, plot.bottom), (plot.right, plot.bottom), width, ink, "base line");
}

/// Names columns below the base line and returns the names with their middles; `None` if they find no room.
pub(super) fn columns(scene: &mut Scene, plot: &Plot, n: usize) -> Option<Vec<(&'static str, i32)>> {
    let size = scene.letter_size();
    let slot = (plot.right - plot.left) / n as i32;
    if slot < size * 9 / 4 + 2 {
        return None;
    }
    let row = scene.pick(&ROWS);
    let first = scene.int(0, 6 - n as i32) as usize;
    let named = (0..n).map(|i| (row[first + i], plot.left + slot / 2 + i as i32 * slot)).collect::<Vec<_>>();
    for (name, x) in &named {
        scene.figure.text((*x, plot.bottom + size), name, size - 1, "column label");
    }
    Some(named)
}

/// Draws a filled bar and says where its top is.
pub(super) fn bar(
    scene: &mut Scene,
    (left, top): Place,
    (right, bottom): Place,
    color: [u8; 3],
    meaning: &str,
) {
    scene.figure.rectangle((left, top), (right, bottom), color, true, meaning);
    let meaning = format!("top of the {meaning}");
    scene.figure.note(crate::Element::Line { x1: left, y1: top, x2: right, y2: top, meaning });
}

/// Values by height, found from the labels of the value axis.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    /// Where the value axis stands.
    pub(super) x: f64,
    zero: f64,
    slope: f64,
}

impl Scale {
    pub(super) fn of(seen: &Seen) -> Option<Self> {
        let labels = seen.texts("value label");
        let (low, high) = (labels.first()?, labels.last()?);
        let [a, b] = [low.0.parse::<f64>().ok()?, high.0.parse::<f64>().ok()?];
        let slope = (b - a) / (high.1[1] - low.1[1]);
        let x = seen.lines("value axis").first()?[0][0];
        Some(Self { x, zero: low.1[1] - a / slope, slope })
    }

    pub(super) fn value(&self, y: f64) -> f64 {
        (y - self.zero) * self.slope
    }

    /// The value as a whole number.
    pub(super) fn whole(&self, y: f64) -> i32 {
        self.value(y).round() as i32
    }
}

/// The column that the question names first, and those after it, in the question's order.
pub(super) fn named_columns<'a>(seen: &Seen<'a>) -> Vec<(&'a str, f64)> {
    let labels = seen.texts("column label");
    seen.words().filter_map(|word| labels.iter().find(|l| l.0 == word).map(|l| (l.0, l.1[0]))).collect()
}
