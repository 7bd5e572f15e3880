//! Resizing by convolution, in Pillow's fixed point, so that results agree to the bit.

use image::RgbaImage;

use super::{Canvas, Pixels};
use crate::Mode;

/// How pixels between pixels are computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resample {
    /// The nearest pixel.
    Nearest,
    /// The mean of the pixels covered.
    Box,
    /// Linear interpolation.
    Bilinear,
    /// Hamming-windowed sinc of radius 1.
    Hamming,
    /// Cubic convolution with a = -0.5.
    Bicubic,
    /// Lanczos-windowed sinc of radius 3.
    Lanczos,
}

impl Resample {
    /// All filters with Pillow's numbers and names.
    pub const ALL: [(Self, i64, &'static str); 6] = [
        (Self::Nearest, 0, "NEAREST"),
        (Self::Lanczos, 1, "LANCZOS"),
        (Self::Bilinear, 2, "BILINEAR"),
        (Self::Bicubic, 3, "BICUBIC"),
        (Self::Box, 4, "BOX"),
        (Self::Hamming, 5, "HAMMING"),
    ];

    /// Pillow's name in small letters.
    pub fn name(self) -> String {
        let name = Self::ALL.iter().find(|entry| entry.0 == self).map_or("NEAREST", |entry| entry.2);
        name.to_ascii_lowercase()
    }

    /// The filter of [`name`](Self::name).
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|entry| entry.2.eq_ignore_ascii_case(name)).map(|entry| entry.0)
    }

    fn radius(self) -> f64 {
        match self {
            Self::Nearest => 0.0,
            Self::Box => 0.5,
            Self::Bilinear | Self::Hamming => 1.0,
            Self::Bicubic => 2.0,
            Self::Lanczos => 3.0,
        }
    }

    fn weight(self, x: f64) -> f64 {
        let distance = x.abs();
        match self {
            Self::Nearest => 0.0,
            Self::Box if x > -0.5 && x <= 0.5 => 1.0,
            Self::Box => 0.0,
            Self::Bilinear => (1.0 - distance).max(0.0),
            Self::Hamming if distance == 0.0 => 1.0,
            Self::Hamming if distance >= 1.0 => 0.0,
            Self::Hamming => {
                let angle = distance * std::f64::consts::PI;
                angle.sin() / angle * (0.54 + 0.46 * angle.cos())
            }
            Self::Bicubic => {
                const A: f64 = -0.5;
                if distance < 1.0 {
                    ((A + 2.0) * distance - (A + 3.0)) * distance * distance + 1.0
                } else if distance < 2.0 {
                    (((distance - 5.0) * distance + 8.0) * distance - 4.0) * A
                } else {
                    0.0
                }
            }
            Self::Lanczos if (-3.0..3.0).contains(&x) => sinc(x) * sinc(x / 3.0),
            Self::Lanczos => 0.0,
        }
    }
}

fn sinc(x: f64) -> f64 {
    if x == 0.0 {
        return 1.0;
    }
    let angle = x * std::f64::consts::PI;
    angle.sin() / angle
}

/// Resizes the part `region` (`[x0, y0, x1, y1]`, the whole image if missing) of `canvas`. A region that
/// does not lie inside the image is ignored; an image without pixels gives a blank one.
pub fn resize(canvas: &Canvas, size: [u32; 2], region: Option<[f32; 4]>, filter: Resample) -> Canvas {
    let [width, height] = canvas.size();
    if width == 0 || height == 0 {
        return Canvas::new(size, canvas.mode, [0; 4]);
    }
    let whole = [0.0, 0.0, f64::from(width), f64::from(height)];
    let inside = |[x0, y0, x1, y1]: &[f64; 4]| {
        *x0 >= 0.0 && *y0 >= 0.0 && x0 < x1 && y0 < y1 && *x1 <= whole[2] && *y1 <= whole[3]
    };
    let [x0, y0, x1, y1] = region.map(|region| region.map(f64::from)).filter(inside).unwrap_or(whole);
    if filter == Resample::Nearest || canvas.mode == Mode::Bilevel {
        let pick = |from: f64, to: f64, count: u32, limit: u32| -> Vec<u32> {
            let scale = (to - from) / f64::from(count);
            // Added up step by step, since Pillow's rounding errors decide ties.
            let mut place = from + scale * 0.5;
            let mut places = Vec::with_capacity(count as usize);
            for _ in 0..count {
                places.push((place as i64).clamp(0, i64::from(limit) - 1) as u32);
                place += scale;
            }
            places
        };
        let (columns, rows) = (pick(x0, x1, size[0], width), pick(y0, y1, size[1], height));
        let pixels = RgbaImage::from_fn(size[0], size[1], |x, y| {
            *canvas.pixels.get_pixel(columns[x as usize], rows[y as usize])
        });
        return Canvas { mode: canvas.mode, pixels: pixels.into() };
    }
    let weights_x = Weights::new(filter, x0, x1, size[0], width);
    let weights_y = Weights::new(filter, y0, y1, size[1], height);
    let alpha = canvas.has_alpha();
    let source: Pixels = if alpha { premultiply(&canvas.pixels).into() } else { canvas.pixels.clone() };
    let unchanged =
        |count: u32, own: u32, from: f64, to: f64| count == own && from == 0.0 && to == f64::from(own);
    let across = |source: Pixels| {
        if unchanged(size[0], width, x0, x1) { source } else { rows(&source, &weights_x).into() }
    };
    let down = |source: Pixels| {
        if unchanged(size[1], height, y0, y1) { source } else { columns(&source, &weights_y).into() }
    };
    // Both passes round to bytes, so their order shows. Since version 13 Pillow works down the columns
    // first where the height shrinks by more than twice as many pixels as the width.
    let shrink = [0, 1].map(|axis| i64::from([width, height][axis]) - i64::from(size[axis]));
    let mut pixels =
        if shrink[1] > 0 && shrink[1] > 2 * shrink[0] { across(down(source)) } else { down(across(source)) };
    if alpha {
        unpremultiply(&mut pixels);
    }
    Canvas { mode: canvas.mode, pixels }
}

/// Fixed-point weights of the source pixels for each target pixel.
struct Weights {
    windows: Vec<(usize, Vec<i64>)>,
}

const PRECISION: u32 = 22;

impl Weights {
    fn new(filter: Resample, from: f64, to: f64, count: u32, limit: u32) -> Self {
        let scale = (to - from) / f64::from(count);
        let stretch = scale.max(1.0);
        let radius = filter.radius() * stretch;
        let windows = (0..count)
            .map(|i| {
                let center = from + (f64::from(i) + 0.5) * scale;
                let low = ((center - radius + 0.5) as i64).max(0);
                let high = ((center + radius + 0.5) as i64).min(i64::from(limit)).max(low + 1);
                let low = low.min(high - 1);
                let raw: Vec<f64> =
                    (low..high).map(|x| filter.weight((x as f64 - center + 0.5) * (1.0 / stretch))).collect();
                let total: f64 = raw.iter().sum();
                let fixed = raw.into_iter().map(|weight| {
                    let weight = if total == 0.0 { weight } else { weight * (1.0 / total) };
                    (weight * f64::from(1 << PRECISION)).round() as i64
                });
                (low as usize, fixed.collect())
            })
            .collect();
        Self { windows }
    }
}

fn settle(sum: i64) -> u8 {
    ((sum + (1 << (PRECISION - 1))) >> PRECISION).clamp(0, 255) as u8
}

fn rows(source: &RgbaImage, weights: &Weights) -> RgbaImage {
    let stride = source.width() as usize * 4;
    let raw = source.as_raw();
    RgbaImage::from_fn(weights.windows.len() as u32, source.height(), |x, y| {
        let (low, window) = &weights.windows[x as usize];
        let mut sums = [0_i64; 4];
        let row = &raw[y as usize * stride..];
        for (pixel, weight) in row[low * 4..].chunks_exact(4).zip(window) {
            for (sum, value) in sums.iter_mut().zip(pixel) {
                *sum += i64::from(*value) * weight;
            }
        }
        image::Rgba(sums.map(settle))
    })
}

fn columns(source: &RgbaImage, weights: &Weights) -> RgbaImage {
    let stride = source.width() as usize * 4;
    let raw = source.as_raw();
    RgbaImage::from_fn(source.width(), weights.windows.len() as u32, |x, y| {
        let (low, window) = &weights.windows[y as usize];
        let mut sums = [0_i64; 4];
        for (row, weight) in (*low..).zip(window) {
            let at = row * stride + x as usize * 4;
            for (sum, value) in sums.iter_mut().zip(&raw[at..at + 4]) {
                *sum += i64::from(*value) * weight;
            }
        }
        image::Rgba(sums.map(settle))
    })
}

/// Transparent pixels must not bleed their colour into their neighbours.
pub(super) fn premultiply(pixels: &RgbaImage) -> RgbaImage {
    let mut out = pixels.clone();
    for pixel in out.pixels_mut() {
        let alpha = u32::from(pixel.0[3]);
        for value in &mut pixel.0[..3] {
            let product = u32::from(*value) * alpha + 128;
            *value = (((product >> 8) + product) >> 8) as u8;
        }
    }
    out
}

pub(super) fn unpremultiply(pixels: &mut RgbaImage) {
    for pixel in pixels.pixels_mut() {
        let alpha = u32::from(pixel.0[3]);
        if alpha == 0 || alpha == 255 {
            continue;
        }
        for value in &mut pixel.0[..3] {
            *value = (255 * u32::from(*value) / alpha).min(255) as u8;
        }
    }
}
