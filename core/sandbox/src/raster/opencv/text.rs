//! Texts in Hershey's letters.

use super::ellipse::round;
use super::hershey::{Face, face};
use super::surface::Surface;
use super::{Line, ONE, P, SHIFT, stroke};
use crate::CvLettering;

/// A text and how it stands.
pub(super) struct Text<'a> {
    pub text: &'a str,
    /// The left end of the line it stands on, in whole pixels.
    pub origin: P,
    pub scale: f64,
    pub lettering: CvLettering,
}

impl Text<'_> {
    /// Calls `each` with the strokes in fixed point, letter by letter.
    fn strokes(&self, mut each: impl FnMut(&[P])) {
        let Some(face) = face(self.lettering.face) else { return };
        let across = round(self.scale * ONE as f64);
        let down = if self.lettering.flipped { -across } else { across };
        let mut x = self.origin[0] << SHIFT;
        let y = (self.origin[1] << SHIFT) - face.base * down;
        for letter in face.letters(self.text) {
            x = x.saturating_sub(letter.left * across);
            for mut points in letter.strokes() {
                if points.len() > 1 {
                    for point in &mut points {
                        *point = [point[0] * across + x, point[1] * down + y];
                    }
                    each(&points);
                }
            }
            x = x.saturating_add(letter.right * across);
        }
    }

    pub fn draw(&self, surface: &mut dyn Surface, kind: Line) {
        let thickness = i64::from(self.lettering.thickness);
        self.strokes(|points| stroke::polyline(surface, points, false, thickness, kind, SHIFT));
    }

    /// The box that the ink covers; the origin if there is none.
    pub fn bounds(&self) -> [f64; 4] {
        let [x, y] = self.origin.map(|side| side as f64);
        let half = f64::from(self.lettering.thickness.saturating_sub(1)) / 2.0;
        let mut found: Option<[f64; 4]> = None;
        self.strokes(|points| {
            for point in points {
                let [x, y] = point.map(|side| side as f64 / ONE as f64);
                let [x0, y0, x1, y1] = found.unwrap_or([x, y, x, y]);
                found = Some([x0.min(x), y0.min(y), x1.max(x), y1.max(y)]);
            }
        });
        found.map_or([x, y, x, y], |[x0, y0, x1, y1]| [x0 - half, y0 - half, x1 + half, y1 + half])
    }
}

/// Height of a face in grid units: what a scale of 1 makes pixels of.
pub(crate) fn units(number: u8) -> Option<f64> {
    face(number).map(|face| (face.base + face.cap) as f64)
}

/// Width and height of a text, and how far it reaches below the line it stands on.
pub(crate) fn measure(text: &str, number: u8, scale: f64, thickness: i64) -> Option<([i64; 2], i64)> {
    let face: &Face = face(number)?;
    let mut width = 0.0;
    for letter in face.letters(text) {
        width += (letter.right - letter.left) as f64 * scale;
    }
    let height = (face.base + face.cap) as f64 * scale + ((thickness + 1) / 2) as f64;
    let below = face.base as f64 * scale + thickness as f64 * 0.5;
    Some(([round(width + thickness as f64), round(height)], round(below)))
}
