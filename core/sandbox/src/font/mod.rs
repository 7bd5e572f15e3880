//! The embedded typefaces and the setting of lines.
//!
//! Text looks the same on every machine because the DejaVu fonts, and the one that Pillow falls back to, are
//! part of the program. Glyphs stand on whole pixels with unhinted advances, and their horizontal parts on
//! the pixel grid, close to what Pillow gives with FreeType.

mod curve;
mod face;
mod fitted;
mod glyph;
mod line;
mod stems;

pub(crate) use curve::Curve;
use face::Face;
pub use fitted::FittedLine;
pub use glyph::Glyph;
pub use line::{Line, Metrics};

use std::sync::OnceLock;

use crate::Typeface;

/// Largest font size in pixels.
pub const MAX_SIZE: f32 = 512.0;

impl Typeface {
    /// The embedded typeface that is nearest to a font file's name.
    pub fn from_file_name(name: &str) -> Self {
        let name = name.rsplit(['/', '\\']).next().unwrap_or(name).to_ascii_lowercase();
        let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
        if has(&["mono", "cour", "consol", "typewriter"]) {
            Self::Mono
        } else if has(&["bold", "black", "heavy", "arialbd", "timesbd", "calibrib"]) {
            Self::Bold
        } else {
            Self::Sans
        }
    }

    /// Family and style, as `font.getname()` gives them.
    pub fn family(self) -> (&'static str, &'static str) {
        match self {
            Self::Sans => ("DejaVu Sans", "Book"),
            Self::Bold => ("DejaVu Sans", "Bold"),
            Self::Mono => ("DejaVu Sans Mono", "Book"),
            Self::Oblique => ("DejaVu Sans", "Oblique"),
            Self::BoldOblique => ("DejaVu Sans", "Bold Oblique"),
            Self::Aileron => ("Aileron", "Regular"),
        }
    }
}

/// The unpacked font, `None` only if the embedded bytes were damaged.
pub(crate) fn font(face: Typeface) -> Option<&'static Face> {
    static FONTS: [OnceLock<Option<Face>>; 4] = [const { OnceLock::new() }; 4];
    let (slot, bytes): (_, &'static [u8]) = match face {
        Typeface::Sans | Typeface::Oblique => (0, include_bytes!("../../fonts/DejaVuSans.glyphs")),
        Typeface::Bold | Typeface::BoldOblique => (1, include_bytes!("../../fonts/DejaVuSans-Bold.glyphs")),
        Typeface::Mono => (2, include_bytes!("../../fonts/DejaVuSansMono.glyphs")),
        Typeface::Aileron => (3, include_bytes!("../../fonts/Aileron-Regular.glyphs")),
    };
    FONTS[slot].get_or_init(|| Face::unpack(bytes)).as_ref()
}
