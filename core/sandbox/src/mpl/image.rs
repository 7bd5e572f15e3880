//! Pictures in axes.

use std::rc::Rc;

use super::color::Color;
use super::geometry::Rect;
use super::mappable::Mappable;

/// Pixels of an image, rows from the top of the array.
#[derive(Clone)]
pub(crate) enum Pixels {
    /// Numbers that become colours; they are the mappable's array.
    Numbers,
    /// Red, green, blue and alpha as bytes.
    Colors(Rc<Vec<u8>>),
}

/// How pixels become larger or smaller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Interpolation {
    /// Nearest, or Hann's kernel where the image is made smaller.
    Auto,
    Nearest,
    /// No resampling at all.
    None,
    Kernel(super::kernel::Kernel),
}

/// `AxesImage`.
#[derive(Clone)]
pub(crate) struct AxesImage {
    pub columns: usize,
    pub rows: usize,
    pub pixels: Pixels,
    pub mappable: Mappable,
    /// Left, right, bottom, top in data.
    pub extent: [f64; 4],
    /// Whether the first row is at the top.
    pub upper: bool,
    pub interpolation: Interpolation,
}

impl AxesImage {
    pub fn extent_box(&self) -> Rect {
        let [left, right, bottom, top] = self.extent;
        Rect { x0: left.min(right), y0: bottom.min(top), x1: left.max(right), y1: bottom.max(top) }
    }

    /// The colour of each pixel, as bytes.
    pub fn bytes(&self, alpha: Option<f64>) -> Vec<[u8; 4]> {
        match &self.pixels {
            Pixels::Colors(bytes) => {
                let alpha = alpha.unwrap_or(1.0);
                bytes
                    .as_chunks::<4>()
                    .0
                    .iter()
                    .map(|[r, g, b, a]| [*r, *g, *b, (f64::from(*a) * alpha + 0.5) as u8])
                    .collect()
            }
            Pixels::Numbers => {
                let colors: Vec<Color> = self.mappable.colors(None);
                let alpha = alpha.unwrap_or(1.0);
                colors.into_iter().map(|[r, g, b, a]| super::color::bytes([r, g, b, a * alpha])).collect()
            }
        }
    }
}
