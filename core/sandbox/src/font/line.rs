//! One line of text.

use super::face::Face;
use super::{Glyph, MAX_SIZE, font};
use crate::Typeface;

/// Heights of a typeface at a size, in whole pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Metrics {
    /// From the baseline to the top of the line.
    pub ascent: f32,
    /// From the baseline to the bottom of the line.
    pub descent: f32,
}

impl Metrics {
    /// The heights at a size in pixels.
    pub fn new(face: Typeface, size: f32) -> Self {
        let Some(font) = font(face) else { return Self { ascent: size.ceil(), descent: 0.0 } };
        let scale = scale(font, size);
        Self { ascent: (font.ascent * scale).ceil(), descent: (-font.descent * scale).ceil() }
    }
}

/// Glyphs in a row.
pub struct Line {
    /// Glyphs with ink, each with the place of its origin in whole pixels.
    pub glyphs: Vec<(Glyph, f32)>,
    /// Width in 64ths of a pixel, as a number of pixels.
    pub advance: f32,
}

impl Line {
    /// Sets a text that has no line breaks.
    pub fn new(face: Typeface, size: f32, text: &str) -> Self {
        let mut line = Self { glyphs: Vec::new(), advance: 0.0 };
        let Some(font) = font(face) else { return line };
        let scale = scale(font, size);
        let fitted = face != Typeface::Aileron;
        let mut last: Option<u16> = None;
        for character in text.chars().filter(|character| !character.is_control()) {
            let id = font.glyph(character);
            if let Some(last) = last {
                line.advance += sixty_fourths(font.kern(last, id) * scale);
            }
            if let Some(glyph) = Glyph::new(font, id, scale, fitted) {
                line.glyphs.push((glyph, line.advance.round()));
            }
            let advance = font.advance(id) * scale;
            // FreeType hints a font without hints of its own by itself, to whole advances.
            line.advance += if fitted { sixty_fourths(advance) } else { advance.round() };
            last = Some(id);
        }
        line
    }

    /// The box of ink and advance around the origin of the first glyph, y downwards from the baseline.
    pub fn bbox(&self) -> [f32; 4] {
        // Like Pillow's, the box reaches to the origin.
        let mut bbox = [0.0, 0.0, self.advance.round(), 0.0];
        for (glyph, x) in &self.glyphs {
            let (left, top) = (x + glyph.left as f32, glyph.top as f32);
            bbox[0] = bbox[0].min(left);
            bbox[1] = bbox[1].min(top);
            bbox[2] = bbox[2].max(left + glyph.width as f32);
            bbox[3] = bbox[3].max(top + glyph.height as f32);
        }
        bbox
    }
}

/// Pixels per font unit.
fn scale(font: &Face, size: f32) -> f32 {
    size.clamp(0.0, MAX_SIZE) / font.units
}

/// FreeType keeps advances in 64ths of a pixel.
fn sixty_fourths(value: f32) -> f32 {
    (value * 64.0 + 0.5).floor() / 64.0
}
