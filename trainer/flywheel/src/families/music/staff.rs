//! A staff of five lines with its clef.

use crate::figure::Place;
use crate::geometry::whole;
use crate::scene::Scene;
use crate::seen::{Point, Seen};

/// A clef.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Clef {
    Treble,
    Bass,
}

impl Clef {
    pub(super) fn name(self) -> &'static str {
        match self {
            Clef::Treble => "treble clef",
            Clef::Bass => "bass clef",
        }
    }

    /// The step of the staff that the clef names, counted from the lowest line, and the note there.
    pub(super) fn anchor(self) -> (i32, char) {
        match self {
            Clef::Treble => (2, 'G'),
            Clef::Bass => (6, 'F'),
        }
    }

    /// Its curve in spaces from the lowest line, upwards.
    fn curve(self) -> &'static [Point] {
        match self {
            Clef::Treble => &[
                [0.0, 0.6],
                [-0.35, 1.0],
                [0.0, 1.5],
                [0.6, 1.45],
                [0.9, 0.8],
                [0.5, 0.05],
                [-0.3, -0.05],
                [-0.95, 0.55],
                [-1.0, 1.4],
                [-0.45, 2.4],
                [0.2, 3.2],
                [0.55, 4.1],
                [0.4, 5.0],
                [0.1, 4.9],
                [-0.05, 4.1],
                [0.1, 2.5],
                [0.3, 0.5],
                [0.4, -0.9],
                [0.1, -1.5],
                [-0.35, -1.2],
            ],
            Clef::Bass => &[
                [-0.65, 2.8],
                [-0.6, 3.5],
                [-0.1, 3.95],
                [0.5, 3.7],
                [0.75, 2.9],
                [0.45, 1.9],
                [-0.1, 1.2],
                [-0.8, 0.7],
            ],
        }
    }
}

/// A staff that is drawn.
pub(super) struct Staff {
    /// Left end of the lowest line.
    pub low: Place,
    pub right: i32,
    /// Pixels between two lines.
    pub space: i32,
}

impl Staff {
    /// The height of a step: 0 is the lowest line, 1 the space above it.
    pub(super) fn y(&self, step: i32) -> i32 {
        (f64::from(self.low.1) - f64::from(step * self.space) / 2.0).round() as i32
    }
}

/// Draws the lines of a staff with room for some ledger lines above and below.
pub(super) fn staff(scene: &mut Scene, ledgers: i32) -> Option<Staff> {
    let space = (scene.height() / (7 + 2 * ledgers)).min(scene.int(16, 24)) / 2 * 2;
    if space < 14 {
        return None;
    }
    let room = scene.height() - 4 * space - 2 * space * (ledgers + 1);
    let top = space * (ledgers + 1) + scene.int(0, room.max(0));
    let (left, right) = (scene.width() / 24, scene.width() - scene.width() / 24);
    let ink = scene.figure.ink;
    for i in 0..5 {
        let y = top + i * space;
        scene.figure.line((left, y), (right, y), 1, ink, "staff line");
    }
    Some(Staff { low: (left, top + 4 * space), right, space })
}

/// Draws a clef at the beginning of a staff; returns where the notes may begin.
pub(super) fn clef(scene: &mut Scene, staff: &Staff, clef: Clef) -> i32 {
    let (ink, s) = (scene.figure.ink, f64::from(staff.space));
    let x = f64::from(staff.low.0) + 1.4 * s;
    let spot = |[a, b]: Point| [x + a * s, f64::from(staff.low.1) - b * s];
    let knots = clef.curve();
    let mut places = Vec::new();
    for i in 0..knots.len() - 1 {
        let at = |k: usize| knots[k.min(knots.len() - 1)];
        let (p, q, r, t) = (at(i.saturating_sub(1)), at(i), at(i + 1), at(i + 2));
        for step in 0..5 {
            let u = f64::from(step) / 5.0;
            // A Catmull-Rom spline through the knots.
            let mix = |k: usize| {
                0.5 * (2.0 * q[k]
                    + (r[k] - p[k]) * u
                    + (2.0 * p[k] - 5.0 * q[k] + 4.0 * r[k] - t[k]) * u * u
                    + (3.0 * q[k] - p[k] - 3.0 * r[k] + t[k]) * u * u * u)
            };
            places.push(whole(spot([mix(0), mix(1)])));
        }
    }
    places.push(whole(spot(knots[knots.len() - 1])));
    scene.figure.polyline(&places, 3, ink, clef.name());
    if clef == Clef::Bass {
        let r = staff.space / 6;
        scene.figure.dot(whole(spot(knots[0])), r + 1, ink, "part of the clef");
        for y in [2.5, 3.5] {
            scene.figure.dot(whole(spot([1.25, y])), r, ink, "part of the clef");
        }
    }
    (x + 2.6 * s) as i32
}

/// Draws a filled or hollow head of a note with a stem.
pub(super) fn note(scene: &mut Scene, staff: &Staff, (x, step): Place, color: [u8; 3], meaning: &str) {
    let (s, y) = (staff.space, staff.y(step));
    let (wide, tall) = (s * 3 / 5, s * 9 / 20);
    scene.figure.ellipse((x, y), (wide, tall), color, None, meaning);
    let up = step < 4;
    let (side, way) = if up { (wide - 1, -1) } else { (1 - wide, 1) };
    scene.figure.line((x + side, y), (x + side, y + way * s * 3), 2, color, "stem");
}

/// The heights of the staff's lines from low to high, and the pixels between two of them.
pub(super) fn read(seen: &Seen) -> Option<(f64, f64)> {
    let mut ys: Vec<f64> = seen.lines("staff line").iter().map(|[a, _]| a[1]).collect();
    ys.sort_by(f64::total_cmp);
    let (top, low) = (*ys.first()?, *ys.last()?);
    (ys.len() == 5).then_some((low, (low - top) / 4.0))
}
