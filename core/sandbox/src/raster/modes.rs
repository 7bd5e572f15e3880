//! Pixels from one mode to another, by Pillow's rules.
//!
//! A pixel is four bytes whatever the mode: red, green, blue and alpha; hue, saturation and value; cyan, magenta,
//! yellow and black; a palette's colour and, in the fourth byte, its index; or the bytes of one number.

use super::canvas::luma;
use crate::{Mode, Rgba};

impl Mode {
    /// The modes with Pillow's names and the letters of their channels.
    const ALL: [(Self, &'static str, &'static [&'static str]); 11] = [
        (Self::Rgb, "RGB", &["R", "G", "B"]),
        (Self::Rgba, "RGBA", &["R", "G", "B", "A"]),
        (Self::Luma, "L", &["L"]),
        (Self::LumaAlpha, "LA", &["L", "A"]),
        (Self::Bilevel, "1", &["1"]),
        (Self::Palette, "P", &["P"]),
        (Self::Hsv, "HSV", &["H", "S", "V"]),
        (Self::YCbCr, "YCbCr", &["Y", "Cb", "Cr"]),
        (Self::Cmyk, "CMYK", &["C", "M", "Y", "K"]),
        (Self::Integer, "I", &["I"]),
        (Self::Float, "F", &["F"]),
    ];

    /// Pillow's name.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|entry| entry.0 == self).map_or("", |entry| entry.1)
    }

    /// The mode of Pillow's name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|entry| entry.1 == name).map(|entry| entry.0)
    }

    /// The letters of its channels.
    pub fn bands(self) -> &'static [&'static str] {
        Self::ALL.iter().find(|entry| entry.0 == self).map_or(&[], |entry| entry.2)
    }

    /// The bytes of a pixel that its channels are; modes of numbers have none.
    pub fn channels(self) -> &'static [usize] {
        match self {
            Self::Rgb | Self::Hsv | Self::YCbCr => &[0, 1, 2],
            Self::Rgba | Self::Cmyk => &[0, 1, 2, 3],
            Self::Luma | Self::Bilevel => &[0],
            Self::LumaAlpha => &[0, 3],
            Self::Palette => &[3],
            Self::Integer | Self::Float => &[],
        }
    }

    /// Whether the fourth byte is a channel of its own.
    pub(super) fn has_fourth(self) -> bool {
        matches!(self, Self::Rgba | Self::LumaAlpha | Self::Cmyk)
    }

    /// Whether a pixel is the bytes of one number.
    pub fn is_number(self) -> bool {
        matches!(self, Self::Integer | Self::Float)
    }

    /// Whether a pixel is what it looks like: red, green, blue and alpha.
    pub fn is_plain(self) -> bool {
        matches!(self, Self::Rgb | Self::Rgba | Self::Luma | Self::LumaAlpha | Self::Bilevel)
    }

    /// The number that a pixel of this mode is.
    pub fn number(self, pixel: Rgba) -> f64 {
        match self {
            Self::Integer => f64::from(i32::from_le_bytes(pixel)),
            _ => f64::from(f32::from_le_bytes(pixel)),
        }
    }

    /// What a pixel looks like.
    pub fn shown(self, pixel: Rgba) -> Rgba {
        let [a, b, c, d] = pixel;
        match self {
            Self::Palette => [a, b, c, 255],
            Self::Hsv => from_hsv([a, b, c]),
            Self::YCbCr => from_ycbcr([a, b, c]),
            Self::Cmyk => {
                let light = 255 - d;
                let ink = |value: u8| light - muldiv255(value, light);
                [ink(a), ink(b), ink(c), 255]
            }
            Self::Integer | Self::Float => {
                let grey = self.number(pixel).clamp(0.0, 255.0) as u8;
                [grey, grey, grey, 255]
            }
            _ => pixel,
        }
    }

    /// The pixel of this mode that looks nearest to a colour that was a pixel of `from`.
    pub(super) fn made(self, color: Rgba, from: Self) -> Rgba {
        let [r, g, b, _] = color;
        let grey = r == g && g == b && !matches!(from, Self::Rgb | Self::Rgba);
        match self {
            Self::Hsv if grey => [0, 0, r, 255],
            Self::Hsv => to_hsv([r, g, b]),
            Self::YCbCr => to_ycbcr([r, g, b]),
            Self::Cmyk if grey => [0, 0, 0, 255 - r],
            Self::Cmyk => [255 - r, 255 - g, 255 - b, 0],
            Self::Integer => i32::from(luma(color)).to_le_bytes(),
            Self::Float => {
                let mille = u32::from(r) * 299 + u32::from(g) * 587 + u32::from(b) * 114;
                (mille as f32 / 1000.0).to_le_bytes()
            }
            // The palette of greys.
            Self::Palette => {
                let value = luma(color);
                [value, value, value, value]
            }
            plain => plain.fit(color),
        }
    }
}

fn muldiv255(a: u8, b: u8) -> u8 {
    let product = u32::from(a) * u32::from(b) + 128;
    (((product >> 8) + product) >> 8) as u8
}

fn to_hsv([r, g, b]: [u8; 3]) -> Rgba {
    let (high, low) = (r.max(g).max(b), r.min(g).min(b));
    if high == low {
        return [0, 0, high, 255];
    }
    let range = f32::from(high - low);
    let saturation = range / f32::from(high);
    let part = |value: u8| f32::from(high - value) / range;
    let (red, green, blue) = (part(r), part(g), part(b));
    let hue = if r == high {
        blue - green
    } else if g == high {
        (2.0 + f64::from(red) - f64::from(blue)) as f32
    } else {
        (4.0 + f64::from(green) - f64::from(red)) as f32
    };
    let turn = (f64::from(hue) / 6.0 + 1.0).rem_euclid(1.0) as f32;
    let byte = |share: f32| (f64::from(share) * 255.0).clamp(0.0, 255.0) as u8;
    [byte(turn), byte(saturation), high, 255]
}

fn from_hsv([h, s, v]: [u8; 3]) -> Rgba {
    if s == 0 {
        return [v, v, v, 255];
    }
    let sixth = f64::from(h) * 6.0 / 255.0;
    let sector = sixth.floor();
    let share = (sixth - sector) as f32;
    let saturation = (f64::from(s) / 255.0) as f32;
    let scaled = |by: f32| (f64::from(v) * (1.0 - f64::from(by))).round().clamp(0.0, 255.0) as u8;
    let p = scaled(saturation);
    let q = scaled(saturation * share);
    let t = scaled((f64::from(saturation) * (1.0 - f64::from(share))) as f32);
    let [r, g, b] = match sector as i32 % 6 {
        0 => [v, t, p],
        1 => [q, v, p],
        2 => [p, v, t],
        3 => [p, q, v],
        4 => [t, p, v],
        _ => [v, p, q],
    };
    [r, g, b, 255]
}

/// A value times a coefficient in 6 bits, rounded as Pillow's tables are.
fn weighted(value: i32, coefficient: f64) -> i32 {
    (f64::from(value) * coefficient * 64.0 + 0.5) as i32
}

fn to_ycbcr(color: [u8; 3]) -> Rgba {
    let sum = |weights: [f64; 3]| -> i32 {
        color.iter().zip(weights).map(|(value, weight)| weighted(i32::from(*value), weight)).sum::<i32>() >> 6
    };
    let byte = |value: i32| value.clamp(0, 255) as u8;
    let y = sum([0.299, 0.587, 0.114]);
    let cb = sum([-0.16874, -0.33126, 0.5]) + 128;
    let cr = sum([0.5, -0.41869, -0.08131]) + 128;
    [byte(y), byte(cb), byte(cr), 255]
}

fn from_ycbcr([y, cb, cr]: [u8; 3]) -> Rgba {
    let (y, cb, cr) = (i32::from(y), i32::from(cb) - 128, i32::from(cr) - 128);
    let byte = |value: i32| value.clamp(0, 255) as u8;
    let red = y + (weighted(cr, 1.402) >> 6);
    let green = y + ((weighted(cb, -0.34414) + weighted(cr, -0.71414)) >> 6);
    let blue = y + (weighted(cb, 1.772) >> 6);
    [byte(red), byte(green), byte(blue), 255]
}
