//! The axes of a graph that a reading is taken from.

use super::writing::{fits, width, write};
use crate::figure::Place;
use crate::scene::Scene;
use crate::seen::{Point, Seen};

/// One axis: what it shows, the value between two ticks, and how many ticks follow the zero.
pub(in crate::families) struct Scale {
    pub title: &'static str,
    pub step: i32,
    pub ticks: i32,
}

/// Axes drawn into a figure. Both begin at zero.
pub(in crate::families) struct Axes {
    pub origin: Place,
    /// Pixels between two ticks.
    tick: Place,
    step: Place,
    pub end: Place,
}

impl Axes {
    /// Draws axes that fill the figure; `None` if the ticks would be narrow.
    pub(in crate::families) fn draw(scene: &mut Scene, x: &Scale, y: &Scale) -> Option<Self> {
        let size = scene.letter_size();
        let widest = width(&(y.step * y.ticks).to_string(), size);
        let origin = (widest + 14, scene.height() - size * 16 / 5);
        let (right, top) = (scene.width() - size * 3 / 2, size * 5 / 2);
        let tick = ((right - origin.0 - 8) / x.ticks, (origin.1 - top - 8) / y.ticks);
        if tick.0 < 12 || tick.1 < 12 {
            return None;
        }
        let axes = Self {
            origin,
            tick,
            step: (x.step, y.step),
            end: (origin.0 + tick.0 * x.ticks, origin.1 - tick.1 * y.ticks),
        };
        let (ink, grid) = (scene.figure.ink, scene.figure.style().background.map(|c| c - 22));
        if scene.chance(0.6) {
            for i in 1..=x.ticks {
                let at = origin.0 + i * tick.0;
                scene.figure.backdrop_line((at, origin.1), (at, axes.end.1), grid);
            }
            for i in 1..=y.ticks {
                let at = origin.1 - i * tick.1;
                scene.figure.backdrop_line((origin.0, at), (axes.end.0, at), grid);
            }
        }
        let pen = scene.int(1, 2);
        scene.figure.arrow(origin, (axes.end.0 + 12, origin.1), pen, ink, "x axis");
        scene.figure.arrow(origin, (origin.0, axes.end.1 - 12), pen, ink, "y axis");
        let every = if tick.0 >= width(&(x.step * x.ticks).to_string(), size) + 5 { 1 } else { 2 };
        for i in 0..=x.ticks {
            let at = (origin.0 + i * tick.0, origin.1);
            scene.figure.line(at, (at.0, at.1 + 5), 1, ink, "tick of x");
            if i % every == 0 {
                let label = (i * x.step).to_string();
                write(scene, (at.0, at.1 + 6 + size * 3 / 5), &label, "number on the x axis")?;
            }
        }
        let every = if tick.1 >= size + 3 { 1 } else { 2 };
        for i in 1..=y.ticks {
            let at = (origin.0, origin.1 - i * tick.1);
            scene.figure.line(at, (at.0 - 5, at.1), 1, ink, "tick of y");
            if i % every == 0 {
                let label = (i * y.step).to_string();
                write(scene, (at.0 - 8 - width(&label, size) / 2, at.1), &label, "number on the y axis")?;
            }
        }
        let below = (scene.width() - width(x.title, size) / 2 - 4, scene.height() - size * 4 / 5);
        let above = (width(y.title, size) / 2 + 4, size * 4 / 5);
        write(scene, below, x.title, "title of the x axis")?;
        write(scene, above, y.title, "title of the y axis")?;
        fits(scene, axes.end, "", size).then_some(axes)
    }

    /// The place of a pair of values, not rounded.
    pub(in crate::families) fn spot(&self, x: f64, y: f64) -> Point {
        [
            f64::from(self.origin.0) + x / f64::from(self.step.0) * f64::from(self.tick.0),
            f64::from(self.origin.1) - y / f64::from(self.step.1) * f64::from(self.tick.1),
        ]
    }

    /// The place of a pair of values.
    pub(in crate::families) fn at(&self, x: f64, y: f64) -> Place {
        crate::geometry::whole(self.spot(x, y))
    }

    /// The pixels of one unit on each axis.
    pub(in crate::families) fn unit(&self) -> Point {
        [f64::from(self.tick.0) / f64::from(self.step.0), f64::from(self.tick.1) / f64::from(self.step.1)]
    }
}

/// Axes as they are read from a figure.
pub(in crate::families) struct Reading {
    pub origin: Point,
    /// Pixels of one unit, both positive.
    unit: Point,
}

impl Reading {
    /// Reads the numbers on the axes of a figure.
    pub(in crate::families) fn of(seen: &Seen) -> Option<Self> {
        let [origin, _] = *seen.lines("x axis").first()?;
        let unit = |meaning: &str, i: usize| {
            let (text, at) = seen.texts(meaning).pop()?;
            Some((at[i] - origin[i]).abs() / text.parse::<f64>().ok()?)
        };
        Some(Self { origin, unit: [unit("number on the x axis", 0)?, unit("number on the y axis", 1)?] })
    }

    /// The value of x at a place.
    pub(in crate::families) fn x(&self, at: Point) -> f64 {
        (at[0] - self.origin[0]) / self.unit[0]
    }

    /// The value of y at a place.
    pub(in crate::families) fn y(&self, at: Point) -> f64 {
        (self.origin[1] - at[1]) / self.unit[1]
    }

    /// The place of a pair of values.
    pub(in crate::families) fn spot(&self, x: f64, y: f64) -> Point {
        [self.origin[0] + x * self.unit[0], self.origin[1] - y * self.unit[1]]
    }
}
