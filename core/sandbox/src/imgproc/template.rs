//! How well a small picture fits at each place of a larger one.

use super::Mat;

/// The measures by OpenCV's numbers 0 to 5: squared difference, correlation, correlation about the
/// means, each followed by itself normalised.
pub fn fit(src: &Mat<f32>, template: &Mat<f32>, method: i64) -> Mat<f32> {
    let channels = src.channels;
    let (rows, cols) = (src.rows - template.rows + 1, src.cols - template.cols + 1);
    let area = (template.rows * template.cols) as f64;
    let mean = |mat: &Mat<f32>, channel: usize| {
        mat.data.iter().skip(channel).step_by(channels).map(|value| f64::from(*value)).sum::<f64>() / area
    };
    let means: Vec<f64> = (0..channels).map(|channel| mean(template, channel)).collect();
    let squares: f64 = template.data.iter().map(|value| f64::from(*value) * f64::from(*value)).sum();
    let centred: f64 = squares - means.iter().map(|mean| mean * mean * area).sum::<f64>();
    let normalised = matches!(method, 1 | 3 | 5);
    let mut out = Mat::zeros(rows, cols, 1);
    let stride = template.stride();
    for y in 0..rows {
        for x in 0..cols {
            let (mut product, mut own) = (0.0_f64, 0.0_f64);
            let mut sums = [0.0_f64; 4];
            for row in 0..template.rows {
                let under = &src.row(y + row)[x * channels..][..stride];
                let (mut row_product, mut row_own) = (0.0_f32, 0.0_f32);
                for (a, b) in under.iter().zip(template.row(row)) {
                    row_product += a * b;
                    row_own += a * a;
                }
                product += f64::from(row_product);
                own += f64::from(row_own);
                if method >= 4 {
                    for (at, value) in under.iter().enumerate() {
                        sums[at % channels % 4] += f64::from(*value);
                    }
                }
            }
            let (mut value, mut window) = (product, own);
            if method >= 4 {
                for (sum, mean) in sums.iter().zip(&means) {
                    value -= sum * mean;
                    window -= sum * sum / area;
                }
            }
            if method <= 1 {
                value = (own - 2.0 * product + squares).max(0.0);
            }
            if normalised {
                let size = if method == 5 { centred } else { squares };
                let scale = libm::sqrt(window.max(0.0)) * libm::sqrt(size.max(0.0));
                value = if value.abs() < scale {
                    value / scale
                } else if value.abs() < scale * 1.125 {
                    if value > 0.0 { 1.0 } else { -1.0 }
                } else if method == 1 {
                    1.0
                } else {
                    0.0
                };
            }
            out.data[y * cols + x] = value as f32;
        }
    }
    out
}

/// Sums of all that is above and to the left, with a row and a column of zeros first; of the values or
/// of their squares.
pub fn integral(src: &Mat<f64>, squares: bool) -> Mat<f64> {
    let channels = src.channels;
    let mut out: Mat<f64> = Mat::zeros(src.rows + 1, src.cols + 1, channels);
    let stride = out.stride();
    for y in 0..src.rows {
        let mut sums = vec![0.0; channels];
        for x in 0..src.cols {
            for (channel, sum) in sums.iter_mut().enumerate() {
                let value = src.at(y, x, channel);
                *sum += if squares { value * value } else { value };
                let at = (y + 1) * stride + (x + 1) * channels + channel;
                out.data[at] = out.data[at - stride] + *sum;
            }
        }
    }
    out
}
