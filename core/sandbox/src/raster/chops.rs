//! Arithmetic of two pictures, channel by channel.

use image::RgbaImage;

use super::Canvas;
use crate::Mode;

/// An operation of `PIL.ImageChops`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // Pillow's names
pub enum Chop {
    Lighter,
    Darker,
    Difference,
    Multiply,
    Screen,
    Add,
    Subtract,
    AddModulo,
    SubtractModulo,
    SoftLight,
    HardLight,
    Overlay,
    LogicalAnd,
    LogicalOr,
    LogicalXor,
}

impl Chop {
    /// All of them with Pillow's names.
    pub const ALL: [(Self, &'static str); 15] = [
        (Self::Lighter, "lighter"),
        (Self::Darker, "darker"),
        (Self::Difference, "difference"),
        (Self::Multiply, "multiply"),
        (Self::Screen, "screen"),
        (Self::Add, "add"),
        (Self::Subtract, "subtract"),
        (Self::AddModulo, "add_modulo"),
        (Self::SubtractModulo, "subtract_modulo"),
        (Self::SoftLight, "soft_light"),
        (Self::HardLight, "hard_light"),
        (Self::Overlay, "overlay"),
        (Self::LogicalAnd, "logical_and"),
        (Self::LogicalOr, "logical_or"),
        (Self::LogicalXor, "logical_xor"),
    ];

    /// Pillow's name.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|entry| entry.0 == self).map_or("", |entry| entry.1)
    }

    /// One channel; `scale` and `offset` are those of adding and subtracting.
    fn value(self, a: u8, b: u8, scale: f32, offset: i32) -> u8 {
        let (x, y) = (i32::from(a), i32::from(b));
        // Whole numbers stay whole without a scale, and quicker.
        let scaled = |sum: i32| match scale == 1.0 {
            true => (sum + offset).clamp(0, 255) as u8,
            false => (sum as f32 / scale + offset as f32).clamp(0.0, 255.0) as u8,
        };
        // Pillow's two halves of these operations meet at 128 and divide by 127, so that the darkest and
        // the brightest values wrap around as bytes do.
        let lit = |decides: i32| match decides < 128 {
            true => (x * y / 127) as u8,
            false => (255 - (255 - x) * (255 - y) / 127) as u8,
        };
        let white = |yes: bool| if yes { 255 } else { 0 };
        match self {
            Self::Lighter => a.max(b),
            Self::Darker => a.min(b),
            Self::Difference => a.abs_diff(b),
            Self::Multiply => (x * y / 255) as u8,
            Self::Screen => (255 - (255 - x) * (255 - y) / 255) as u8,
            Self::Add => scaled(x + y),
            Self::Subtract => scaled(x - y),
            Self::AddModulo => a.wrapping_add(b),
            Self::SubtractModulo => a.wrapping_sub(b),
            Self::SoftLight => {
                ((255 - x) * (x * y) / 65536 + x * (255 - (255 - x) * (255 - y) / 255) / 255) as u8
            }
            Self::HardLight => lit(y),
            Self::Overlay => lit(x),
            Self::LogicalAnd => white(a != 0 && b != 0),
            Self::LogicalOr => white(a != 0 || b != 0),
            Self::LogicalXor => white((a != 0) != (b != 0)),
        }
    }

    /// The picture of the part that both have.
    pub(super) fn apply(self, a: &Canvas, b: &Canvas, scale: f32, offset: i32) -> Canvas {
        let width = a.pixels.width().min(b.pixels.width());
        let height = a.pixels.height().min(b.pixels.height());
        let channels = if a.mode.has_fourth() { 4 } else { 3 };
        let mut pixels = RgbaImage::from_pixel(width, height, image::Rgba([255; 4]));
        let rows = a.pixels.rows().zip(b.pixels.rows());
        for (mixed, (own, other)) in pixels.rows_mut().zip(rows) {
            for (mixed, (own, other)) in mixed.zip(own.zip(other)) {
                let both = own.0.iter().zip(&other.0).take(channels);
                for (mixed, (own, other)) in mixed.0.iter_mut().zip(both) {
                    *mixed = self.value(*own, *other, scale, offset);
                }
            }
        }
        Canvas { mode: a.mode, pixels: pixels.into() }
    }
}

/// The picture moved, where what leaves at one side comes in at the other.
pub(super) fn roll(canvas: &Canvas, [dx, dy]: [i32; 2]) -> Canvas {
    let (width, height) = canvas.pixels.dimensions();
    let from =
        |at: u32, by: i32, side: u32| (i64::from(at) - i64::from(by)).rem_euclid(i64::from(side)) as u32;
    let pixels = RgbaImage::from_fn(width, height, |x, y| {
        *canvas.pixels.get_pixel(from(x, dx, width), from(y, dy, height))
    });
    Canvas { mode: canvas.mode, pixels: pixels.into() }
}

/// Pillow's test pictures: brightness by the row, or by the distance from the middle.
pub(super) fn gradient(radial: bool) -> Canvas {
    let pixels = RgbaImage::from_fn(256, 256, |x, y| {
        let value = if radial {
            let (dx, dy) = (f64::from(x) - 128.0, f64::from(y) - 128.0);
            ((dx * dx + dy * dy) * 2.0).sqrt().min(255.0) as u8
        } else {
            y as u8
        };
        image::Rgba([value, value, value, 255])
    });
    Canvas { mode: Mode::Luma, pixels: pixels.into() }
}
