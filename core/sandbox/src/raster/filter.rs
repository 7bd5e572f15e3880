//! Neighbourhood filters.

use image::RgbaImage;

use super::Canvas;

/// The longest side of a window that is searched for a value.
pub(crate) const MAX_WINDOW: u32 = 255;

/// A filter of `PIL.ImageFilter`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Filter {
    /// Gaussian blur with a standard deviation, approximated by three box blurs.
    GaussianBlur(f32),
    /// Mean over a square that reaches this far.
    BoxBlur(f32),
    /// A named convolution kernel, an index into [`KERNELS`].
    Kernel(usize),
    /// A convolution kernel of the script's own, of 3 or 5 a side.
    Convolution {
        /// The side.
        side: u8,
        /// The weights, row by row; the first `side * side` count.
        weights: [f32; 25],
        /// What the sum is divided by.
        scale: f32,
        /// What is added.
        offset: f32,
    },
    /// The value of a rank in a window of a side.
    Rank(u32, u32),
    /// The most frequent value in a window of a side.
    Mode(u32),
    /// Sharpened by the difference to a blurred picture: radius, percent, threshold.
    Unsharp(f32, i32, i32),
}

/// Pillow's kernels: name, weights (9 or 25), divisor, offset.
pub(crate) const KERNELS: [(&str, &[f32], f32, f32); 10] = [
    (
        "BLUR",
        &[1., 1., 1., 1., 1., 1., 0., 0., 0., 1., 1., 0., 0., 0., 1., 1., 0., 0., 0., 1., 1., 1., 1., 1., 1.],
        16.,
        0.,
    ),
    ("CONTOUR", &[-1., -1., -1., -1., 8., -1., -1., -1., -1.], 1., 255.),
    ("DETAIL", &[0., -1., 0., -1., 10., -1., 0., -1., 0.], 6., 0.),
    ("EDGE_ENHANCE", &[-1., -1., -1., -1., 10., -1., -1., -1., -1.], 2., 0.),
    ("EDGE_ENHANCE_MORE", &[-1., -1., -1., -1., 9., -1., -1., -1., -1.], 1., 0.),
    ("EMBOSS", &[-1., 0., 0., 0., 1., 0., 0., 0., 0.], 1., 128.),
    ("FIND_EDGES", &[-1., -1., -1., -1., 8., -1., -1., -1., -1.], 1., 0.),
    ("SHARPEN", &[-2., -2., -2., -2., 32., -2., -2., -2., -2.], 16., 0.),
    ("SMOOTH", &[1., 1., 1., 1., 5., 1., 1., 1., 1.], 13., 0.),
    (
        "SMOOTH_MORE",
        &[
            1., 1., 1., 1., 1., 1., 5., 5., 5., 1., 1., 5., 44., 5., 1., 1., 5., 5., 5., 1., 1., 1., 1., 1.,
            1.,
        ],
        100.,
        0.,
    ),
];

impl Filter {
    /// The filtered picture.
    pub(super) fn apply(self, canvas: &Canvas) -> Canvas {
        let pixels = match self {
            Self::BoxBlur(radius) => box_blur(&canvas.pixels, radius, 1),
            Self::GaussianBlur(sigma) => box_blur(&canvas.pixels, box_radius(sigma, 3.0), 3),
            Self::Kernel(index) => {
                let (_, weights, divisor, offset) = KERNELS[index.min(KERNELS.len() - 1)];
                convolve(&canvas.pixels, weights, divisor, offset)
            }
            Self::Convolution { side, weights, scale, offset } => {
                let count = if side == 5 { 25 } else { 9 };
                convolve(&canvas.pixels, &weights[..count], scale, offset)
            }
            Self::Rank(size, rank) => super::rank::rank(canvas, size, rank),
            Self::Mode(size) => super::rank::most_frequent(canvas, size),
            Self::Unsharp(radius, percent, threshold) => {
                unsharp(&canvas.pixels, box_radius(radius, 3.0), percent, threshold)
            }
        };
        Canvas::from_pixels(pixels, canvas.mode)
    }
}

/// Radius of the box whose repeated mean has the variance of the Gaussian.
fn box_radius(sigma: f32, passes: f32) -> f32 {
    let variance = sigma * sigma / passes;
    let ideal = (12.0 * variance + 1.0).sqrt();
    let whole = ((ideal - 1.0) / 2.0).floor();
    let share = (2.0 * whole + 1.0) * (whole * (whole + 1.0) - 3.0 * variance)
        / (6.0 * (variance - (whole + 1.0) * (whole + 1.0)));
    whole + share
}

fn box_blur(pixels: &RgbaImage, radius: f32, passes: usize) -> RgbaImage {
    let mut out = pixels.clone();
    if radius <= 0.0 || out.is_empty() {
        return out;
    }
    for _ in 0..passes {
        out = box_rows(&out, radius);
    }
    out = image::imageops::rotate90(&out);
    for _ in 0..passes {
        out = box_rows(&out, radius);
    }
    image::imageops::rotate270(&out)
}

/// One mean along the rows; the two outermost pixels of a window count with the radius' fraction.
fn box_rows(pixels: &RgbaImage, radius: f32) -> RgbaImage {
    let width = pixels.width() as i64;
    let reach = (radius as i64).min(width);
    let weight = (f64::from(1 << 24) / f64::from(radius * 2.0 + 1.0)) as u64;
    let border = ((1_u64 << 24).saturating_sub((reach as u64 * 2 + 1) * weight)) / 2;
    let mut out = RgbaImage::new(pixels.width(), pixels.height());
    for y in 0..pixels.height() {
        let at = |x: i64| pixels.get_pixel(x.clamp(0, width - 1) as u32, y).0;
        let mut sums = [0_u64; 4];
        for x in -reach..=reach {
            for (sum, value) in sums.iter_mut().zip(at(x)) {
                *sum += u64::from(value);
            }
        }
        for x in 0..width {
            let (left, right) = (at(x - reach - 1), at(x + reach + 1));
            let target = &mut out.get_pixel_mut(x as u32, y).0;
            for channel in 0..4 {
                let ends = u64::from(left[channel]) + u64::from(right[channel]);
                target[channel] = ((sums[channel] * weight + ends * border + (1 << 23)) >> 24).min(255) as u8;
            }
            let leaving = at(x - reach);
            for channel in 0..4 {
                sums[channel] = sums[channel] + u64::from(right[channel]) - u64::from(leaving[channel]);
            }
        }
    }
    out
}

fn unsharp(pixels: &RgbaImage, radius: f32, percent: i32, threshold: i32) -> RgbaImage {
    let mut out = box_blur(pixels, radius, 3);
    for (blurred, own) in out.pixels_mut().zip(pixels.pixels()) {
        for (value, own) in blurred.0.iter_mut().zip(own.0) {
            let difference = i32::from(own) - i32::from(*value);
            *value = if difference.abs() > threshold {
                let sharper = i64::from(own) + i64::from(difference) * i64::from(percent) / 100;
                sharper.clamp(0, 255) as u8
            } else {
                own
            };
        }
    }
    out
}

/// Convolution that copies the border, where the kernel does not fit.
fn convolve(pixels: &RgbaImage, weights: &[f32], divisor: f32, offset: f32) -> RgbaImage {
    let side = if weights.len() == 25 { 5 } else { 3 };
    let reach = side / 2;
    let (width, height) = pixels.dimensions();
    RgbaImage::from_fn(width, height, |x, y| {
        let own = pixels.get_pixel(x, y);
        if x < reach || y < reach || x + reach >= width || y + reach >= height {
            return *own;
        }
        let mut sums = [offset + 0.5; 4];
        // Row by row, as single precision rounds differently in another order.
        for (weights, dy) in weights.chunks_exact(side as usize).zip(0..) {
            let mut row = [0.0; 4];
            for (weight, dx) in weights.iter().zip(0..) {
                // The first row of a kernel is the lowest.
                let neighbour = pixels.get_pixel(x + dx - reach, y + reach - dy).0;
                for (sum, value) in row.iter_mut().zip(neighbour) {
                    *sum += f32::from(value) * (weight / divisor);
                }
            }
            for (sum, part) in sums.iter_mut().zip(row) {
                *sum += part;
            }
        }
        image::Rgba(sums.map(|sum| sum.clamp(0.0, 255.0) as u8))
    })
}
