//! What the pixels of a picture say.

use image::{Rgb, RgbImage};

/// The commonest colour of a coarse sample.
pub(super) fn ground(picture: &RgbImage) -> Rgb<u8> {
    let mut counts = std::collections::HashMap::new();
    for (x, y, pixel) in picture.enumerate_pixels() {
        if x % 3 == 0 && y % 3 == 0 {
            // Noise and compression spread a colour over its neighbours.
            *counts.entry(pixel.0.map(|c| c / 16)).or_insert((0u32, *pixel)) = {
                let (n, first) = counts.get(&pixel.0.map(|c| c / 16)).copied().unwrap_or((0, *pixel));
                (n + 1, first)
            };
        }
    }
    counts.into_values().max_by_key(|(n, pixel)| (*n, pixel.0)).map_or(Rgb([255; 3]), |(_, pixel)| pixel)
}

/// The largest difference of a channel.
pub(super) fn difference(a: Rgb<u8>, b: Rgb<u8>) -> u8 {
    a.0.iter().zip(b.0).map(|(a, b)| a.abs_diff(b)).max().unwrap_or(0)
}

/// The pixel at a place that may lie between pixels, if it is inside.
pub(super) fn pixel(picture: &RgbImage, x: f64, y: f64) -> Option<Rgb<u8>> {
    let (x, y) = (x.round(), y.round());
    let inside = x >= 0.0 && y >= 0.0 && x < f64::from(picture.width()) && y < f64::from(picture.height());
    inside.then(|| *picture.get_pixel(x as u32, y as u32))
}

/// Relative luminance as in sRGB, 0 to 1.
pub(super) fn luminance([r, g, b]: [u8; 3]) -> f64 {
    let linear = |c: u8| (f64::from(c) / 255.0).powf(2.2);
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

/// Contrast of two colours, 1 to 21 (WCAG 2).
pub(super) fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}
