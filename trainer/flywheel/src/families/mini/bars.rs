//! Bar charts with a value axis.

use crate::figure::Place;
use crate::palette::Hue;
use crate::scene::Scene;
use crate::seen::{Point, Seen};

/// A bar chart on the figure.
#[derive(Debug, Clone)]
pub(super) struct Chart {
    /// Where the axes meet.
    pub(super) origin: Place,
    /// Right end of the base line.
    pub(super) right: i32,
    pub(super) bars: Vec<Bar>,
}

/// One bar; `left` to `right` and `top` are inclusive pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bar {
    pub(super) hue: Hue,
    pub(super) left: i32,
    pub(super) right: i32,
    pub(super) top: i32,
    /// Height in units of the axis.
    pub(super) value: i32,
}

impl Bar {
    /// The middle of the top edge.
    pub(super) fn top_centre(&self) -> Place {
        ((self.left + self.right) / 2, self.top)
    }
}

/// Draws a chart of one to four bars. `units` asks for labelled ticks and heights of whole units, else heights are
/// free. Two bars never have the same height.
pub(super) fn chart(scene: &mut Scene, n: usize, units: bool) -> Option<Chart> {
    let (w, h) = (scene.width(), scene.height());
    let origin = (scene.int(22, 28), h - scene.int(12, 18));
    let right = w - scene.int(6, 12);
    let slot = (right - origin.0 - 8) / n as i32;
    let bar_width = scene.int(11, 20).min(slot - 6);
    if bar_width < 11 {
        return None;
    }
    let room = origin.1 - 10;
    let unit = if units { scene.int(14, 22) } else { 1 };
    let most = if units { (room / unit).min(6) } else { room };
    let least = if units { 1 } else { 16 };
    let apart = if units { 1 } else { 10 };
    let mut values: Vec<i32> = Vec::new();
    for _ in 0..n {
        let value = scene.int(least, most);
        if values.iter().any(|v| (v - value).abs() < apart) {
            return None;
        }
        values.push(value);
    }
    let hues = scene.hues(n);
    let mut bars = Vec::new();
    for (i, (hue, value)) in hues.into_iter().zip(values).enumerate() {
        let left = origin.0 + 14 + i as i32 * slot + scene.int(0, (slot - bar_width - 6).clamp(0, 8));
        let bar = Bar { hue, left, right: left + bar_width - 1, top: origin.1 - value * unit, value };
        if bar.right >= right {
            return None;
        }
        let color = scene.shade(hue);
        scene.figure.rectangle(
            (bar.left, bar.top),
            (bar.right, origin.1),
            color,
            true,
            &format!("{hue} bar"),
        );
        bars.push(bar);
    }
    axes(scene, origin, right, if units { Some((unit, most)) } else { None });
    Some(Chart { origin, right, bars })
}

fn axes(scene: &mut Scene, origin: Place, right: i32, ticks: Option<(i32, i32)>) {
    let ink = scene.figure.ink;
    scene.figure.line((origin.0, 5), origin, 2, ink, "value axis");
    scene.figure.line(origin, (right, origin.1), 2, ink, "base line");
    if let Some((unit, most)) = ticks {
        for value in 0..=most {
            let y = origin.1 - value * unit;
            scene.figure.line((origin.0 - 4, y), (origin.0, y), 1, ink, "tick");
            scene.figure.text((origin.0 - 11, y), &value.to_string(), 12, "tick label");
        }
    }
}

/// A chart as a solver sees it.
pub(super) struct SeenChart {
    /// Where the axes meet.
    pub(super) origin: Point,
    /// Right end of the base line.
    pub(super) right: f64,
    bars: Vec<SeenBar>,
}

/// A bar as a solver sees it.
#[derive(Debug, Clone, Copy)]
pub(super) struct SeenBar {
    pub(super) hue: Hue,
    /// The middle of the top edge.
    pub(super) top: Point,
}

impl SeenChart {
    /// Reads the chart: a bar stands on the base line, so its top is as far above its middle as that is below.
    pub(super) fn of(seen: &Seen) -> Option<Self> {
        let [origin, [right, base]] = *seen.lines("base line").first()?;
        let bar = |hue: Hue| {
            let middle = seen.symbols(&format!("{hue} bar")).first().copied()?;
            Some(SeenBar { hue, top: [middle[0], 2.0 * middle[1] - base] })
        };
        Some(Self { origin, right, bars: Hue::ALL.into_iter().filter_map(bar).collect() })
    }

    /// The bar of a colour.
    pub(super) fn bar(&self, hue: Hue) -> Option<SeenBar> {
        self.bars.iter().find(|bar| bar.hue == hue).copied()
    }

    /// The bar whose top is highest.
    pub(super) fn tallest(&self) -> Option<SeenBar> {
        self.bars.iter().min_by(|a, b| a.top[1].total_cmp(&b.top[1])).copied()
    }
}
