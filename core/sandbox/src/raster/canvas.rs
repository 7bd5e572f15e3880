//! An image in memory: pixels and the mode they are understood in.

use image::RgbaImage;

use super::Pixels;
use crate::{Mode, Rgba};

/// Largest image in pixels; scripts that ask for more get an error before anything is allocated.
pub const MAX_PIXELS: u64 = 16 << 20;

/// Pixels with a mode. Whatever the mode, pixels are kept as RGBA: grey has three equal channels, modes
/// without alpha are opaque.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Canvas {
    /// How Python sees the pixels.
    pub mode: Mode,
    /// The pixels.
    pub pixels: Pixels,
}

impl Canvas {
    /// A canvas of one colour.
    pub fn new(size: [u32; 2], mode: Mode, color: Rgba) -> Self {
        let color = mode.fit(color);
        Self { mode, pixels: RgbaImage::from_pixel(size[0], size[1], image::Rgba(color)).into() }
    }

    /// Takes over pixels, made to fit the mode.
    pub fn from_pixels(mut pixels: RgbaImage, mode: Mode) -> Self {
        mode.fit_all(&mut pixels);
        Self { mode, pixels: pixels.into() }
    }

    /// Width and height.
    pub fn size(&self) -> [u32; 2] {
        [self.pixels.width(), self.pixels.height()]
    }

    /// The pixel at a place, if that is inside.
    pub fn get(&self, x: i32, y: i32) -> Option<Rgba> {
        let (x, y) = (u32::try_from(x).ok()?, u32::try_from(y).ok()?);
        self.pixels.get_pixel_checked(x, y).map(|pixel| pixel.0)
    }

    /// Replaces the pixel at a place, if that is inside.
    pub fn put(&mut self, x: i32, y: i32, color: Rgba) {
        let color = self.mode.fit(color);
        if let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y))
            && let Some(pixel) = self.pixels.get_pixel_mut_checked(x, y)
        {
            pixel.0 = color;
        }
    }

    /// The pixels as they look, whatever the mode.
    pub fn shown(&self) -> Pixels {
        let mut pixels = self.pixels.clone();
        if !self.mode.is_plain() {
            pixels.pixels_mut().for_each(|pixel| pixel.0 = self.mode.shown(pixel.0));
        }
        pixels
    }

    /// Whether the mode has an alpha channel.
    pub fn has_alpha(&self) -> bool {
        matches!(self.mode, Mode::Rgba | Mode::LumaAlpha)
    }

    /// The same picture in another mode, converted by Pillow's rules; black and white is dithered.
    pub fn convert(&self, mode: Mode) -> Self {
        let mut pixels = self.pixels.clone();
        if mode == self.mode {
            return Self { mode, pixels };
        }
        if self.mode.is_number() && mode.is_number() {
            for pixel in pixels.pixels_mut() {
                let value = self.mode.number(pixel.0);
                pixel.0 = match mode {
                    Mode::Integer => (value as i32).to_le_bytes(),
                    _ => (value as f32).to_le_bytes(),
                };
            }
            return Self { mode, pixels };
        }
        if !self.mode.is_plain() {
            pixels.pixels_mut().for_each(|pixel| pixel.0 = self.mode.shown(pixel.0));
        }
        if mode == Mode::Bilevel {
            dither(&mut pixels);
        } else if !mode.is_plain() {
            pixels.pixels_mut().for_each(|pixel| pixel.0 = mode.made(pixel.0, self.mode));
        } else if !self.mode.fits(mode) {
            mode.fit_all(&mut pixels);
        }
        Self { mode, pixels }
    }

    /// Pastes `from` with its top left corner at `at`, weighted by `mask` (its alpha if it has one, else
    /// its grey value), which must be as large as `from`.
    pub fn paste(&mut self, from: &Canvas, at: [i32; 2], mask: Option<&Canvas>) {
        let [width, height] = from.size().map(i64::from);
        let [x0, y0] = at.map(i64::from);
        let [own_width, own_height] = self.size().map(i64::from);
        let from_mode = from.mode;
        for y in y0.max(0)..(y0 + height).min(own_height) {
            for x in x0.max(0)..(x0 + width).min(own_width) {
                let place = ((x - x0) as u32, (y - y0) as u32);
                let mut color = from.pixels.get_pixel(place.0, place.1).0;
                if from_mode != self.mode {
                    color = self.mode.made(from_mode.shown(color), from_mode);
                }
                let pixel = &mut self.pixels.get_pixel_mut(x as u32, y as u32).0;
                let weight = match mask {
                    None => 255,
                    Some(mask) => {
                        let value = mask.pixels.get_pixel_checked(place.0, place.1).map_or([0; 4], |p| p.0);
                        if mask.has_alpha() { value[3] } else { value[0] }
                    }
                };
                for (own, new) in pixel.iter_mut().zip(color) {
                    *own = blend(weight, *own, new);
                }
            }
        }
    }

    /// Lays `over` on this canvas with its top left corner at `at` (Porter and Duff's `over`).
    pub fn composite_over(&mut self, over: &Canvas, at: [i32; 2]) {
        let [width, height] = over.size().map(i64::from);
        let [x0, y0] = at.map(i64::from);
        let [own_width, own_height] = self.size().map(i64::from);
        for y in y0.max(0)..(y0 + height).min(own_height) {
            for x in x0.max(0)..(x0 + width).min(own_width) {
                let top = over.pixels.get_pixel((x - x0) as u32, (y - y0) as u32).0;
                let pixel = &mut self.pixels.get_pixel_mut(x as u32, y as u32).0;
                *pixel = over_pixel(*pixel, top);
            }
        }
    }
}

impl Mode {
    /// The nearest colour that the mode can hold.
    pub fn fit(self, color: Rgba) -> Rgba {
        let [r, g, b, a] = color;
        match self {
            Self::Rgba => color,
            Self::Rgb => [r, g, b, 255],
            Self::Luma => [luma(color), luma(color), luma(color), 255],
            Self::LumaAlpha => [luma(color), luma(color), luma(color), a],
            Self::Bilevel if luma(color) >= 128 => [255; 4],
            Self::Bilevel => [0, 0, 0, 255],
            Self::Hsv | Self::YCbCr => [r, g, b, 255],
            Self::Palette | Self::Cmyk | Self::Integer | Self::Float => color,
        }
    }

    /// Makes all pixels fit.
    fn fit_all(self, pixels: &mut RgbaImage) {
        match self {
            Self::Rgba | Self::Palette | Self::Cmyk | Self::Integer | Self::Float => {}
            Self::Rgb | Self::Hsv | Self::YCbCr => pixels.pixels_mut().for_each(|pixel| pixel.0[3] = 255),
            _ => pixels.pixels_mut().for_each(|pixel| pixel.0 = self.fit(pixel.0)),
        }
    }

    /// Whether every pixel of this mode is one of `other`, too.
    fn fits(self, other: Self) -> bool {
        match other {
            Self::Rgba => true,
            Self::Rgb => matches!(self, Self::Rgb | Self::Luma | Self::Bilevel),
            Self::LumaAlpha => matches!(self, Self::LumaAlpha | Self::Luma | Self::Bilevel),
            Self::Luma => matches!(self, Self::Luma | Self::Bilevel),
            other => self == other,
        }
    }
}

/// ITU-R 601-2 grey in Pillow's 16-bit fixed point.
pub(super) fn luma([r, g, b, _]: Rgba) -> u8 {
    if r == g && g == b {
        return r;
    }
    ((u32::from(r) * 19595 + u32::from(g) * 38470 + u32::from(b) * 7471 + 0x8000) >> 16) as u8
}

/// `old` moved towards `new` by `weight` of 255, rounded.
pub(super) fn blend(weight: u8, old: u8, new: u8) -> u8 {
    let sum = u32::from(old) * (255 - u32::from(weight)) + u32::from(new) * u32::from(weight) + 128;
    (((sum >> 8) + sum) >> 8) as u8
}

fn over_pixel(below: Rgba, above: Rgba) -> Rgba {
    if above[3] == 0 {
        return below;
    }
    // Seven extra bits keep the rounding of Pillow's integer compositing.
    const BITS: u32 = 7;
    let (above_alpha, below_alpha) = (u32::from(above[3]), u32::from(below[3]));
    let through = below_alpha * (255 - above_alpha);
    let sum = above_alpha * 255 + through;
    let weight = above_alpha * 255 * 255 * (1 << BITS) / sum;
    let rest = 255 * (1 << BITS) - weight;
    let divide = |value: u32| ((value >> 8) + value) >> 8;
    let mix = |channel: usize| {
        let value = u32::from(above[channel]) * weight + u32::from(below[channel]) * rest;
        (divide(value + (0x80 << BITS)) >> BITS) as u8
    };
    [mix(0), mix(1), mix(2), divide(sum + 0x80) as u8]
}

/// Grey as Pillow computes it for dithering, in thousandths.
fn per_mille([r, g, b, _]: Rgba) -> i32 {
    (i32::from(r) * 299 + i32::from(g) * 587 + i32::from(b) * 114) / 1000
}

/// Floyd and Steinberg's error diffusion to black and white.
fn dither(pixels: &mut RgbaImage) {
    let width = pixels.width() as usize;
    let mut below = vec![0_i32; width + 2];
    for row in pixels.rows_mut() {
        let mut next = vec![0_i32; width + 2];
        let mut right = 0;
        for (x, pixel) in row.enumerate() {
            let value = (per_mille(pixel.0) + (right + below[x + 1]) / 16).clamp(0, 255);
            let out = if value > 128 { 255 } else { 0 };
            let error = value - out;
            right = error * 7;
            next[x] += error * 3;
            next[x + 1] += error * 5;
            next[x + 2] += error;
            pixel.0 = [out as u8, out as u8, out as u8, 255];
        }
        below = next;
    }
}
