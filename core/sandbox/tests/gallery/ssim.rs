//! Structural similarity of two pictures, as scikit-image's `structural_similarity` computes it by default.

use image::RgbaImage;

/// Side of the uniform window.
const WINDOW: usize = 7;

/// Pictures as they look on white paper, in grey.
fn grey(picture: &RgbaImage) -> Vec<f64> {
    let over_white = |value: u8, alpha: u8| {
        let share = f64::from(alpha) / 255.0;
        f64::from(value) * share + 255.0 * (1.0 - share)
    };
    let pixels = picture.pixels().map(|pixel| {
        let [r, g, b, a] = pixel.0;
        0.299 * over_white(r, a) + 0.587 * over_white(g, a) + 0.114 * over_white(b, a)
    });
    pixels.collect()
}

/// Sums over all windows, from the sums of all rectangles that start at the top left corner.
fn window_sums(values: impl Fn(usize) -> f64, width: usize, height: usize) -> Vec<f64> {
    let stride = width + 1;
    let mut sums = vec![0.0; stride * (height + 1)];
    for y in 0..height {
        let mut row = 0.0;
        for x in 0..width {
            row += values(y * width + x);
            sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row;
        }
    }
    let mut windows = Vec::with_capacity((width - WINDOW + 1) * (height - WINDOW + 1));
    for y in 0..=height - WINDOW {
        for x in 0..=width - WINDOW {
            let (top, bottom) = (y * stride + x, (y + WINDOW) * stride + x);
            windows.push(sums[bottom + WINDOW] - sums[bottom] - sums[top + WINDOW] + sums[top]);
        }
    }
    windows
}

/// The mean similarity of all windows, 1 for equal pictures; 0 if the sizes differ.
pub fn ssim(a: &RgbaImage, b: &RgbaImage) -> f64 {
    if a.dimensions() != b.dimensions() {
        return 0.0;
    }
    let (width, height) = (a.width() as usize, a.height() as usize);
    if width < WINDOW || height < WINDOW {
        return if a == b { 1.0 } else { 0.0 };
    }
    let (a, b) = (grey(a), grey(b));
    let count = (WINDOW * WINDOW) as f64;
    let sample = count / (count - 1.0);
    let (c1, c2) = ((0.01 * 255.0_f64).powi(2), (0.03 * 255.0_f64).powi(2));
    let sums = |values: &dyn Fn(usize) -> f64| window_sums(values, width, height);
    let (sum_a, sum_b) = (sums(&|i| a[i]), sums(&|i| b[i]));
    let (sum_aa, sum_bb) = (sums(&|i| a[i] * a[i]), sums(&|i| b[i] * b[i]));
    let sum_ab = sums(&|i| a[i] * b[i]);
    let mut total = 0.0;
    for index in 0..sum_a.len() {
        let (mean_a, mean_b) = (sum_a[index] / count, sum_b[index] / count);
        let var_a = sample * (sum_aa[index] / count - mean_a * mean_a);
        let var_b = sample * (sum_bb[index] / count - mean_b * mean_b);
        let covariance = sample * (sum_ab[index] / count - mean_a * mean_b);
        let above = (2.0 * mean_a * mean_b + c1) * (2.0 * covariance + c2);
        let below = (mean_a * mean_a + mean_b * mean_b + c1) * (var_a + var_b + c2);
        total += above / below;
    }
    total / sum_a.len() as f64
}
