//! A colour on a canvas: points and horizontal spans, clipped.

use super::Canvas;
use super::canvas::blend;
use crate::{Mode, Rgba};

/// Coordinates beyond this are as good as infinite; it keeps products of two in 64 bits.
const FAR: f32 = (1 << 26) as f32;

/// Writes one colour.
pub(super) struct Pen<'a> {
    canvas: &'a mut Canvas,
    color: Rgba,
    blends: bool,
    /// Where writing is allowed, a pixel a byte; everywhere if missing.
    mask: Option<Vec<bool>>,
}

impl<'a> Pen<'a> {
    /// A translucent colour blends on a mode without alpha and replaces on one with alpha.
    pub fn new(canvas: &'a mut Canvas, color: Rgba) -> Self {
        let blends = color[3] < 255 && canvas.mode == Mode::Rgb;
        let color = if blends { color } else { canvas.mode.fit(color) };
        Self { canvas, color, blends, mask: None }
    }

    /// Restricts writing to the pixels of `mask`.
    pub fn within(mut self, mask: Vec<bool>) -> Self {
        self.mask = Some(mask);
        self
    }

    /// Width and height of the canvas.
    pub fn size(&self) -> [i64; 2] {
        self.canvas.size().map(i64::from)
    }

    /// Writes one pixel.
    pub fn point(&mut self, x: i64, y: i64) {
        self.span(x, x, y);
    }

    /// Writes the pixels from `x0` to `x1`, both included.
    pub fn span(&mut self, x0: i64, x1: i64, y: i64) {
        let [width, height] = self.size();
        let (x0, x1) = (x0.max(0), x1.min(width - 1));
        if x0 > x1 || y < 0 || y >= height {
            return;
        }
        let start = (y * width + x0) as usize;
        let end = (y * width + x1) as usize + 1;
        let pixels: &mut [u8] = &mut self.canvas.pixels;
        for (index, pixel) in (start..end).zip(pixels[start * 4..end * 4].chunks_exact_mut(4)) {
            if self.mask.as_ref().is_some_and(|mask| !mask[index]) {
                continue;
            }
            if self.blends {
                for (own, new) in pixel[..3].iter_mut().zip(self.color) {
                    *own = blend(self.color[3], *own, new);
                }
            } else {
                pixel.copy_from_slice(&self.color);
            }
        }
    }
}

/// A coordinate as a whole pixel: Pillow cuts the fraction off.
pub(super) fn edge(value: f32) -> i64 {
    value.clamp(-FAR, FAR).trunc() as i64
}

pub(super) fn vertices(points: &[[f32; 2]]) -> Vec<[i64; 2]> {
    points.iter().map(|point| point.map(edge)).collect()
}

/// A Python float as a recorded coordinate. Rounding to `f32` must not carry a value over to the next whole
/// pixel, because rasterising cuts the fraction off.
pub fn narrow(value: f64) -> f32 {
    let near = value as f32;
    if f64::from(near.trunc()) == value.trunc() || !near.is_finite() {
        return near;
    }
    if near > 0.0 { near.next_down() } else { near.next_up() }
}
