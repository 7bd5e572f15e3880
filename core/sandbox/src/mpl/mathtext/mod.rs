//! Mathtext: `$...$` in texts, set like TeX does it, in DejaVu Sans.
//!
//! [`lay_out`] gives glyphs and rules with their places in pixels; the text artist draws them. Slanted letters
//! are the upright ones leaned over (as DejaVu Sans Oblique's are), large operators the small ones in √2 of their
//! size (as DejaVu Sans Display's are), and tall delimiters are stretched.

mod commands;
mod construct;
mod delimiters;
mod face;
mod parser;
mod piece;
mod scripts;
mod symbols;

pub use face::pivot;
pub use piece::Mark;

use face::measure;

/// A text with formulas, set at a size.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// What is to be drawn, relative to the left end of the baseline, y downwards, in pixels.
    pub marks: Vec<Mark>,
    /// The width of the box.
    pub width: f64,
    /// How far the box reaches above the baseline.
    pub height: f64,
    /// How far it reaches below.
    pub depth: f64,
    /// Left, top, right and bottom of the ink with one pixel around it.
    pub ink: [f64; 4],
}

/// Whether a text has formulas: an even number of dollar signs that are not escaped.
pub fn is_math(text: &str) -> bool {
    let dollars = text.matches('$').count() - text.matches("\\$").count();
    dollars > 0 && dollars.is_multiple_of(2)
}

/// Sets a text, `size` pixels large. The error is the message of matplotlib's `ValueError`.
pub fn lay_out(text: &str, size: f64) -> Result<Layout, String> {
    let piece = parser::set(text, size)?;
    // The picture that matplotlib makes of it begins at the box's upper left corner at the latest.
    let mut ink = [0.0, -piece.height, 0.0, -piece.height];
    for mark in &piece.marks {
        let [left, top, right, bottom] = match mark {
            Mark::Rule { bbox: [x, y, w, h] } => [*x, *y, x + w, y + h],
            Mark::Glyph { face, character, size, stretch, at } => {
                let [l, b, r, t] = measure(*face, *character).map_or([0.0; 4], |measures| measures.ink);
                let ([across, up], [x, y]) = (stretch.map(|stretch| stretch * size), *at);
                [x + l * across, y - libm::rint(t * up), x + r * across, y - libm::rint(b * up)]
            }
        };
        ink = [ink[0].min(left), ink[1].min(top), ink[2].max(right), ink[3].max(bottom)];
    }
    let ink = [ink[0] - 1.0, ink[1] - 1.0, ink[2] + 1.0, ink[3] + 1.0];
    Ok(Layout { marks: piece.marks, width: piece.width, height: piece.height, depth: piece.depth, ink })
}

#[cfg(test)]
mod golden_tests;
