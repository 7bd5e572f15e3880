//! Measures of the letters: everything in shares of the font size.

use ab_glyph_rasterizer::Point;

use crate::Typeface;
use crate::font::{Curve, font};

/// The tangent of eleven degrees, by which slanted letters lean.
const LEAN: f32 = 0.194_380_3;

/// One glyph's measures in shares of the font size; y points upwards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Measures {
    pub advance: f64,
    /// Left, bottom, right and top of the ink.
    pub ink: [f64; 4],
}

/// Measures a character; nothing if the typeface has none.
pub(super) fn measure(face: Typeface, character: char) -> Option<Measures> {
    let font = font(face)?;
    let id = font.glyph(character);
    if id == 0 {
        return None;
    }
    let units = f64::from(font.units);
    let lean = if matches!(face, Typeface::Oblique | Typeface::BoldOblique) { LEAN } else { 0.0 };
    let (mut low, mut high) = ([f32::MAX; 2], [f32::MIN; 2]);
    if let Some(outline) = font.outline(id) {
        // Letters lean around half their height: capitals around half a capital's, others half an x's.
        let pivot = pivot(character) * units as f32;
        let mut cover = |point: Point| {
            for (axis, value) in [point.x + lean * (point.y - pivot), point.y].into_iter().enumerate() {
                low[axis] = low[axis].min(value);
                high[axis] = high[axis].max(value);
            }
        };
        for curve in &outline {
            match *curve {
                Curve::Line(a, b) => [a, b].into_iter().for_each(&mut cover),
                Curve::Quad(a, b, c) => curve_ends(a, b, c).into_iter().for_each(&mut cover),
            }
        }
    }
    let ink = if low[0] > high[0] { [0.0; 4] } else { [low[0], low[1], high[0], high[1]].map(f64::from) };
    Some(Measures { advance: f64::from(font.advance(id)) / units, ink: ink.map(|value| value / units) })
}

/// Ends and middle of a curve, which stay inside its hull.
fn curve_ends(a: Point, b: Point, c: Point) -> [Point; 3] {
    [a, Point { x: (a.x + 2.0 * b.x + c.x) / 4.0, y: (a.y + 2.0 * b.y + c.y) / 4.0 }, c]
}

/// The height that stays in place when a letter leans, in shares of the font size.
pub fn pivot(character: char) -> f32 {
    if character.is_uppercase() || character.is_ascii_digit() { 0.3645 } else { 0.2735 }
}

/// What is added between two characters.
pub(super) fn kern(face: Typeface, left: char, right: char) -> f64 {
    let Some(font) = font(face) else { return 0.0 };
    let units = f64::from(font.units);
    f64::from(font.kern(font.glyph(left), font.glyph(right))) / units
}
