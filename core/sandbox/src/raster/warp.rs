//! Maps of the plane, and shrinking by whole blocks.

use image::RgbaImage;

use super::{Canvas, Resample, rotate};
use crate::Rgba;

/// The picture through a projective map.
pub(super) fn project(
    canvas: &Canvas,
    size: [u32; 2],
    map: &[f64; 8],
    filter: Resample,
    fill: Rgba,
) -> Canvas {
    let [a, b, c, d, e, f, g, h] = *map;
    let affine = g == 0.0 && h == 0.0;
    if affine && filter == Resample::Nearest && (b != 0.0 || d != 0.0) {
        return stepped(canvas, size, [a, b, c, d, e, f], fill);
    }
    rotate::through(canvas, size, filter, fill, |x, y| {
        let (px, py) = (f64::from(x) + 0.5, f64::from(y) + 0.5);
        let (sx, sy) = (a * px + b * py + c, d * px + e * py + f);
        let below = if affine { 1.0 } else { g * px + h * py + 1.0 };
        (sx / below, sy / below)
    })
}

/// Pillow steps through an affine map of nearest pixels in 16.16 fixed point.
fn stepped(canvas: &Canvas, size: [u32; 2], map: [f64; 6], fill: Rgba) -> Canvas {
    const ONE: f64 = 65536.0;
    let fixed = |value: f64| (value * ONE + 0.5).floor() as i64 as f64;
    let [a, b, c, d, e, f] = map;
    let (start_x, start_y) = (fixed(c + a * 0.5 + b * 0.5), fixed(f + d * 0.5 + e * 0.5));
    let [a, b, d, e] = [a, b, d, e].map(fixed);
    // The products stay whole in double precision.
    rotate::through(canvas, size, Resample::Nearest, fill, |x, y| {
        let (x, y) = (f64::from(x), f64::from(y));
        (((start_x + a * x + b * y) / ONE).floor(), ((start_y + d * x + e * y) / ONE).floor())
    })
}

/// The picture through a bilinear map.
pub(super) fn quad(canvas: &Canvas, size: [u32; 2], map: &[f64; 8], filter: Resample, fill: Rgba) -> Canvas {
    let m = *map;
    rotate::through(canvas, size, filter, fill, |x, y| {
        let (px, py) = (f64::from(x) + 0.5, f64::from(y) + 0.5);
        let at = |k: usize| m[k] + m[k + 1] * px + m[k + 2] * py + m[k + 3] * px * py;
        (at(0), at(4))
    })
}

/// Each block of pixels as its mean; blocks at the far sides may be smaller.
pub(super) fn reduce(canvas: &Canvas, factor: [u32; 2]) -> Canvas {
    let (width, height) = canvas.pixels.dimensions();
    let [across, down] = factor.map(|side| side.max(1));
    let pixels = RgbaImage::from_fn(width.div_ceil(across), height.div_ceil(down), |x, y| {
        let columns = x * across..(x * across + across).min(width);
        let rows = y * down..(y * down + down).min(height);
        let count = u64::from(columns.end - columns.start) * u64::from(rows.end - rows.start);
        let mut sums = [count / 2; 4];
        for row in rows {
            for column in columns.clone() {
                for (sum, value) in sums.iter_mut().zip(canvas.pixels.get_pixel(column, row).0) {
                    *sum += u64::from(value);
                }
            }
        }
        // A reciprocal in 24 bits, as Pillow's.
        let reciprocal = (1 << 24) / count.max(1);
        image::Rgba(sums.map(|sum| ((sum * reciprocal) >> 24).min(255) as u8))
    });
    Canvas { mode: canvas.mode, pixels: pixels.into() }
}
