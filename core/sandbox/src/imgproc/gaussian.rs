//! Gaussian blur; of bytes in fixed point, so that the results are OpenCV's bit for bit.

use super::filter::separable;
use super::{Border, Mat};

/// Kernels that OpenCV has ready for small sizes without a sigma, in 256ths.
const SMALL: [&[f64]; 5] = [
    &[256.0],
    &[64.0, 128.0, 64.0],
    &[16.0, 64.0, 96.0, 64.0, 16.0],
    &[8.0, 28.0, 56.0, 72.0, 56.0, 28.0, 8.0],
    &[4.0, 13.0, 30.0, 51.0, 60.0, 51.0, 30.0, 13.0, 4.0],
];

/// A kernel of `size` weights that sum to 1.
pub fn kernel(size: usize, sigma: f64) -> Vec<f64> {
    if sigma <= 0.0
        && size % 2 == 1
        && let Some(small) = SMALL.get(size / 2)
    {
        return small.iter().map(|weight| weight / 256.0).collect();
    }
    let sigma = if sigma > 0.0 { sigma } else { 0.3 * ((size as f64 - 1.0) * 0.5 - 1.0) + 0.8 };
    let scale = -0.5 / (sigma * sigma);
    let middle = (size as f64 - 1.0) / 2.0;
    let weights: Vec<f64> = (0..size)
        .map(|i| {
            let x = i as f64 - middle;
            libm::exp(scale * x * x)
        })
        .collect();
    let sum: f64 = weights.iter().sum();
    weights.iter().map(|weight| weight / sum).collect()
}

/// A kernel in 256ths whose sum is 256: what rounding loses goes on to the next weight.
fn fixed(kernel: &[f64]) -> Vec<i32> {
    let half = kernel.len() / 2;
    let mut out = vec![0; kernel.len()];
    let (mut error, mut sum) = (0.0, 0);
    for i in 0..half {
        let exact = kernel[i] * 256.0 + error;
        let weight = super::round(exact);
        error = exact - weight;
        out[i] = weight as i32;
        out[kernel.len() - 1 - i] = out[i];
        sum += 2 * out[i];
    }
    out[half] = 256 - sum;
    out
}

/// The size of kernel that OpenCV takes for a sigma.
pub fn size_for(sigma: f64, bytes: bool) -> usize {
    let reach = if bytes { 3.0 } else { 4.0 };
    let size = super::round(sigma * reach * 2.0 + 1.0).clamp(0.0, f64::from(i32::MAX));
    size as usize | 1
}

/// Blurs bytes with odd sizes of kernels.
pub fn blur_bytes(src: &Mat<u8>, size: [usize; 2], sigma: [f64; 2], border: Border) -> Mat<u8> {
    let [across, down] = [0, 1].map(|axis| fixed(&kernel(size[axis], sigma[axis])));
    let sums = separable(&src.map(i32::from), &across, &down, [size[0] / 2, size[1] / 2], border);
    sums.map(|sum| ((sum + (1 << 15)) >> 16).clamp(0, 255) as u8)
}

/// Blurs floats.
pub fn blur(src: &Mat<f32>, size: [usize; 2], sigma: [f64; 2], border: Border) -> Mat<f32> {
    let [across, down] = [0, 1].map(|axis| {
        kernel(size[axis], sigma[axis]).iter().map(|weight| *weight as f32).collect::<Vec<f32>>()
    });
    separable(src, &across, &down, [size[0] / 2, size[1] / 2], border)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fixed_kernels_sum_to_one() {
        for size in (1..40).step_by(2) {
            assert_eq!(fixed(&kernel(size, 0.0)).iter().sum::<i32>(), 256);
            assert_eq!(fixed(&kernel(size, 2.7)).iter().sum::<i32>(), 256);
        }
    }
}
