//! Two labelled axes that meet at the lower left, with a scale each.

use crate::figure::Place;
use crate::scene::Scene;
use crate::seen::{Point, Seen};

/// The area between two axes; places are counted in halves of ticks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Quadrant {
    left: i32,
    bottom: i32,
    /// Pixels of half a tick, across and up.
    half: Place,
    /// Ticks across and up.
    pub(super) ticks: Place,
    /// Values from tick to tick, across and up; even numbers.
    pub(super) steps: Place,
}

impl Quadrant {
    pub(super) fn place(&self, (across, up): Place) -> Place {
        (self.left + across * self.half.0, self.bottom - up * self.half.1)
    }

    /// Values at a place.
    pub(super) fn values(&self, (across, up): Place) -> Place {
        (across * self.steps.0 / 2, up * self.steps.1 / 2)
    }

    /// The part of the line through a place with a slope, in halves of ticks, that lies in the area, from left to
    /// right; both ends are rounded to whole pixels.
    pub(super) fn through(&self, (x, y): Place, slope: f64) -> [Place; 2] {
        let (wide, high) = (f64::from(2 * self.ticks.0), f64::from(2 * self.ticks.1));
        let (x, y) = (f64::from(x), f64::from(y));
        let at = |t: f64| y + slope * (t - x);
        let reach = |value: f64| x + (value - y) / slope;
        // Where the line enters and leaves by the sides, or else by base and top.
        let clip = |t: f64| if (0.0..=high).contains(&at(t)) { t } else { reach(at(t).clamp(0.0, high)) };
        [clip(0.0), clip(wide)].map(|t| {
            (
                self.left + (t * f64::from(self.half.0)).round() as i32,
                self.bottom - (at(t) * f64::from(self.half.1)).round() as i32,
            )
        })
    }
}

/// Draws the axes with ticks, labels and titles.
pub(super) fn quadrant(scene: &mut Scene, ticks: Place, steps: Place, titles: [&str; 2]) -> Option<Quadrant> {
    let size = scene.letter_size();
    let digits = (ticks.1 * steps.1).to_string().len() as i32;
    let left = 14 + digits * size * 7 / 10;
    let (right, top) = (scene.width() - size * 3 / 2, size * 5 / 2);
    let bottom = scene.height() - size * 7 / 2;
    let half = ((right - left) / (2 * ticks.0), (bottom - top) / (2 * ticks.1));
    if half.0 * 2 < size * 5 / 2 || half.1 * 2 < size + 4 {
        return None;
    }
    let area = Quadrant { left, bottom, half, ticks, steps };
    let (ink, width) = (scene.figure.ink, scene.int(1, 2));
    let (end, head) = (area.place((2 * ticks.0, 0)), area.place((0, 2 * ticks.1)));
    scene.figure.line((left, bottom), (end.0 + 6, bottom), width, ink, "level axis");
    scene.figure.line((left, head.1 - 6), (left, bottom), width, ink, "upright axis");
    for i in 0..=ticks.0 {
        let (x, y) = area.place((2 * i, 0));
        scene.figure.line((x, y), (x, y + 4), 1, ink, "tick");
        scene.figure.text((x, y + size), &(i * steps.0).to_string(), size - 1, "level label");
    }
    for i in 0..=ticks.1 {
        let (x, y) = area.place((0, 2 * i));
        scene.figure.line((x - 4, y), (x, y), 1, ink, "tick");
        let at = (x - 7 - digits * size * 35 / 100, y);
        scene.figure.text(at, &(i * steps.1).to_string(), size - 1, "upright label");
    }
    let wide = |text: &str| text.len() as i32 * size * 2 / 5;
    let [across, up] = titles;
    scene.figure.text(
        (end.0 - wide(across), bottom + size * 5 / 2),
        across,
        size - 1,
        "title of the level axis",
    );
    scene.figure.text((left.max(wide(up)) + 4, size), up, size - 1, "title of the upright axis");
    Some(area)
}

/// The scales of two axes, found from their labels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scales {
    /// Where the axes meet.
    pub(super) origin: Point,
    per: Point,
}

impl Scales {
    pub(super) fn of(seen: &Seen) -> Option<Self> {
        let [_, origin] = *seen.lines("upright axis").first()?;
        let per = |meaning: &str, k: usize| {
            let labels = seen.texts(meaning);
            let (a, b) = (*labels.first()?, *labels.last()?);
            let values = b.0.parse::<f64>().ok()? - a.0.parse::<f64>().ok()?;
            Some(values / (b.1[k] - a.1[k]))
        };
        Some(Self { origin, per: [per("level label", 0)?, per("upright label", 1)?] })
    }

    /// The values at a place, level and upright.
    pub(super) fn values(&self, p: Point) -> [f64; 2] {
        [0, 1].map(|k| (p[k] - self.origin[k]) * self.per[k])
    }

    /// The height in pixels of a value of the upright axis.
    pub(super) fn y(&self, value: f64) -> f64 {
        self.origin[1] + value / self.per[1]
    }
}
