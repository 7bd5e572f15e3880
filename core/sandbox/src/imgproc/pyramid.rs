//! Half and double size.

use super::filter::separable;
use super::{Border, Mat};

/// Half the size: blurred, every second pixel, in 256ths of the sources' values.
fn halved<T>(sums: &Mat<T>, last: impl Fn(T) -> T) -> Mat<T>
where
    T: Copy + Default,
{
    let (rows, cols) = (sums.rows.div_ceil(2), sums.cols.div_ceil(2));
    let channels = sums.channels;
    let mut data = Vec::with_capacity(rows * cols * channels);
    for y in 0..rows {
        let row = sums.row(y * 2);
        for x in 0..cols {
            data.extend(row[x * 2 * channels..][..channels].iter().map(|sum| last(*sum)));
        }
    }
    Mat::new(rows, cols, channels, data)
}

/// Half the size, of bytes.
pub fn down_bytes(src: &Mat<u8>, border: Border) -> Mat<u8> {
    const KERNEL: [i32; 5] = [1, 4, 6, 4, 1];
    let sums = separable(&src.map(i32::from), &KERNEL, &KERNEL, [2, 2], border);
    halved(&sums, |sum| (sum + 128) >> 8).map(|value| value as u8)
}

/// Half the size, of floats.
pub fn down(src: &Mat<f64>, border: Border) -> Mat<f64> {
    const KERNEL: [f64; 5] = [1.0, 4.0, 6.0, 4.0, 1.0];
    let sums = separable(src, &KERNEL, &KERNEL, [2, 2], border);
    halved(&sums, |sum| sum / 256.0)
}

/// Double the size, in 64ths.
pub fn up(src: &Mat<f64>) -> Mat<f64> {
    // Rows and then columns; the two new pixels of an old one are 1 6 1 and 4 4 of their neighbours.
    let wide = doubled(src, true);
    doubled(&wide, false)
}

fn doubled(src: &Mat<f64>, across: bool) -> Mat<f64> {
    let (rows, cols) = if across { (src.rows, src.cols * 2) } else { (src.rows * 2, src.cols) };
    let mut out: Mat<f64> = Mat::zeros(rows, cols, src.channels);
    let count = if across { src.cols } else { src.rows };
    for y in 0..rows {
        for x in 0..cols {
            let at = if across { x } else { y };
            let (own, odd) = (at / 2, at % 2 == 1);
            for channel in 0..src.channels {
                let value = |place: usize| {
                    if across { src.at(y, place, channel) } else { src.at(place, x, channel) }
                };
                let before = if own == 0 { 1.min(count - 1) } else { own - 1 };
                let last = own + 1 >= count;
                let made = match (odd, last) {
                    (false, false) => value(before) + 6.0 * value(own) + value(own + 1),
                    (false, true) if count == 1 => 8.0 * value(own),
                    (false, true) => value(before) + 7.0 * value(own),
                    (true, false) => 4.0 * (value(own) + value(own + 1)),
                    (true, true) => 8.0 * value(own),
                };
                out.data[(y * cols + x) * src.channels + channel] = made;
            }
        }
    }
    out
}
