//! Lines of text as matplotlib sets them: whole advances, hinted heights, any angle.

use ab_glyph_rasterizer::Point;

use super::curve::Curve;
use super::stems::Heights;
use super::{MAX_SIZE, font};
use crate::{PathCommand, Typeface};

/// How far slanted letters lean: the tangent of eleven degrees.
const SLANT: f32 = 0.194_380_3;

/// A line of text as one outline; the origin is the left end of the baseline, y points upwards.
pub struct FittedLine {
    /// The outline of all glyphs.
    pub commands: Vec<PathCommand>,
    /// How far the next line's origin would be.
    pub advance: f32,
    /// Lowest and highest ink.
    pub span: [f32; 2],
}

/// The scale of a font whose size is hinted, which is whole.
fn scale(units: f32, size: f32) -> f32 {
    size.clamp(0.0, MAX_SIZE).round().max(1.0) / units
}

/// Walks over the glyphs; gives each with its origin, and the advance after the last.
fn walk(face: Typeface, size: f32, text: &str, mut each: impl FnMut(Option<u16>, f32, char)) {
    let Some(font) = font(face) else { return };
    let scale = scale(font.units, size);
    let (mut pen, mut last) = (0.0_f32, None);
    for character in text.chars().filter(|character| !character.is_control()) {
        let id = font.glyph(character);
        if let Some(last) = last {
            pen += (font.kern(last, id) * scale * 64.0).round() / 64.0;
        }
        each(Some(id), pen, character);
        // FreeType rounds to 64ths and then to whole pixels.
        let fine = (font.advance(id) * scale * 64.0).round() / 64.0;
        pen += (fine + 0.5).floor();
        last = Some(id);
    }
    each(None, pen, ' ');
}

impl FittedLine {
    /// Sets a text that has no line breaks.
    pub fn new(face: Typeface, size: f32, text: &str) -> Self {
        let mut line = Self { commands: Vec::new(), advance: 0.0, span: [f32::MAX, f32::MIN] };
        let Some(font) = font(face) else { return line };
        let scale = scale(font.units, size);
        let lean = if matches!(face, Typeface::Oblique | Typeface::BoldOblique) { SLANT } else { 0.0 };
        let mut advance = 0.0;
        let (commands, span) = (&mut line.commands, &mut line.span);
        walk(face, size, text, |id, pen, character| {
            advance = pen;
            let Some(outline) = id.and_then(|id| font.outline(id)) else { return };
            let heights = Heights::new(&outline, scale);
            let units = font.units;
            let pivot = crate::mpl::mathtext::pivot(character) * units * scale;
            let mut place = |point: Point| {
                let y = heights.map(point.y);
                *span = [span[0].min(y), span[1].max(y)];
                [pen + point.x * scale + lean * (y - pivot), y]
            };
            let mut at: Option<[f32; 2]> = None;
            for curve in &outline {
                let start = match *curve {
                    Curve::Line(a, _) | Curve::Quad(a, _, _) => place(a),
                };
                if at != Some(start) {
                    commands.push(PathCommand::Move(start));
                }
                let end = match *curve {
                    Curve::Line(_, b) => {
                        let b = place(b);
                        commands.push(PathCommand::Line(b));
                        b
                    }
                    Curve::Quad(_, b, c) => {
                        let (b, c) = (place(b), place(c));
                        commands.push(PathCommand::Quad(b, c));
                        c
                    }
                };
                at = Some(end);
            }
        });
        line.advance = advance;
        if line.span[0] > line.span[1] {
            line.span = [0.0; 2];
        }
        line
    }
}
