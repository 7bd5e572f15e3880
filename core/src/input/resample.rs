//! Bicubic resizing with Pillow 13's arithmetic, so that patches equal the reference's.
//!
//! Two passes over 8-bit values with fixed-point weights; when shrinking, the kernel is widened by the
//! scale, so every source pixel counts.

use image::RgbImage;

/// Fraction bits of a weight: 32 bits less 8 for the value and 2 for overshoot.
const PRECISION: u32 = 32 - 8 - 2;

/// The cubic kernel reaches this far on either side.
const SUPPORT: f64 = 2.0;

/// Resizes to exactly `width` x `height`.
///
/// # Panics
/// If a side of the picture or of the wanted size is 0.
pub fn resize_bicubic(picture: &RgbImage, width: u32, height: u32) -> RgbImage {
    assert!(width > 0 && height > 0 && picture.width() > 0 && picture.height() > 0, "sides must not be 0");
    let rows = |picture: &RgbImage| {
        if picture.width() == width { picture.clone() } else { resize_rows(picture, width) }
    };
    let columns = |picture: &RgbImage| {
        if picture.height() == height { picture.clone() } else { resize_columns(picture, height) }
    };
    // The passes round to bytes in between, so their order shows. Since version 13 Pillow works down the
    // columns first when the height shrinks by more than twice as many pixels as the width.
    let shrink_y = i64::from(picture.height()) - i64::from(height);
    let shrink_x = i64::from(picture.width()) - i64::from(width);
    if shrink_y > 0 && shrink_y > 2 * shrink_x { rows(&columns(picture)) } else { columns(&rows(picture)) }
}

fn resize_rows(picture: &RgbImage, width: u32) -> RgbImage {
    let taps = taps(picture.width(), width);
    let stride = picture.width() as usize * 3;
    let mut out = Vec::with_capacity(width as usize * picture.height() as usize * 3);
    for row in picture.as_raw().chunks_exact(stride) {
        for tap in &taps {
            let pixels = row[tap.start * 3..].chunks_exact(3);
            let mut sums = [1i32 << (PRECISION - 1); 3];
            for (pixel, weight) in pixels.zip(&tap.weights) {
                for (sum, value) in sums.iter_mut().zip(pixel) {
                    *sum += i32::from(*value) * weight;
                }
            }
            out.extend(sums.map(to_byte));
        }
    }
    RgbImage::from_raw(width, picture.height(), out).unwrap_or_default()
}

fn resize_columns(picture: &RgbImage, height: u32) -> RgbImage {
    let stride = picture.width() as usize * 3;
    let source = picture.as_raw();
    let mut out = Vec::with_capacity(stride * height as usize);
    let mut sums = vec![0i32; stride];
    for tap in taps(picture.height(), height) {
        sums.fill(1 << (PRECISION - 1));
        for (row, weight) in source[tap.start * stride..].chunks_exact(stride).zip(&tap.weights) {
            for (sum, value) in sums.iter_mut().zip(row) {
                *sum += i32::from(*value) * weight;
            }
        }
        out.extend(sums.iter().map(|sum| to_byte(*sum)));
    }
    RgbImage::from_raw(picture.width(), height, out).unwrap_or_default()
}

fn to_byte(sum: i32) -> u8 {
    (sum >> PRECISION).clamp(0, 255) as u8
}

/// The source pixels one output pixel is made of.
struct Tap {
    start: usize,
    weights: Vec<i32>,
}

fn taps(from: u32, to: u32) -> Vec<Tap> {
    let scale = f64::from(from) / f64::from(to);
    let spread = scale.max(1.0);
    let reach = SUPPORT * spread;
    (0..to)
        .map(|x| {
            let center = (f64::from(x) + 0.5) * scale;
            let start = (center - reach + 0.5).max(0.0) as usize;
            let end = ((center + reach + 0.5) as usize).min(from as usize);
            let raw: Vec<f64> =
                (start..end).map(|i| cubic((i as f64 - center + 0.5) * (1.0 / spread))).collect();
            let total: f64 = raw.iter().sum();
            let fixed = |weight: &f64| {
                let weight = if total == 0.0 { *weight } else { weight / total };
                (weight * f64::from(1u32 << PRECISION)).round() as i32
            };
            Tap { start, weights: raw.iter().map(fixed).collect() }
        })
        .collect()
}

/// Keys' cubic with a = -1/2.
fn cubic(x: f64) -> f64 {
    const A: f64 = -0.5;
    let x = x.abs();
    if x < 1.0 {
        ((A + 2.0) * x - (A + 3.0)) * x * x + 1.0
    } else if x < 2.0 {
        (((x - 5.0) * x + 8.0) * x - 4.0) * A
    } else {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flat_colour_stays_flat() {
        let picture = RgbImage::from_pixel(13, 7, image::Rgb([10, 200, 255]));
        for (w, h) in [(5, 3), (40, 40), (13, 7)] {
            let resized = resize_bicubic(&picture, w, h);
            assert_eq!(resized.dimensions(), (w, h));
            assert!(resized.pixels().all(|p| p.0 == [10, 200, 255]));
        }
    }
}
