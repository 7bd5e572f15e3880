//! Weighted sums of neighbours: separable kernels, boxes, and kernels of any shape.

use std::ops::{Add, Mul, Sub};

use super::{Border, Mat};

/// Numbers that sums are made in.
pub trait Sum:
    Copy + Default + PartialEq + Add<Output = Self> + Mul<Output = Self> + Sub<Output = Self>
{
}

impl Sum for i32 {}
impl Sum for f32 {}
impl Sum for f64 {}

/// A row with what lies beside it.
pub fn padded<T: Copy + Default>(
    row: &[T],
    channels: usize,
    places: &[Option<usize>],
    fill: T,
    out: &mut Vec<T>,
) {
    out.clear();
    for place in places {
        match place {
            Some(x) => out.extend_from_slice(&row[x * channels..(x + 1) * channels]),
            None => out.extend(std::iter::repeat_n(fill, channels)),
        }
    }
}

/// Adds `weight` times a row.
fn accumulate<T: Sum>(sums: &mut [T], row: &[T], weight: T) {
    for (sum, value) in sums.iter_mut().zip(row) {
        *sum = *sum + *value * weight;
    }
}

/// Correlates with `across` along rows and then with `down` along columns; the anchors say which
/// element of each kernel lies on the pixel.
pub fn separable<T: Sum>(
    src: &Mat<T>,
    across: &[T],
    down: &[T],
    anchors: [usize; 2],
    border: Border,
) -> Mat<T> {
    let channels = src.channels;
    let places = border.places(src.cols, anchors[0], across.len() - 1 - anchors[0]);
    let mut middle: Mat<T> = src.like();
    let mut row = Vec::with_capacity(places.len() * channels);
    for y in 0..src.rows {
        padded(src.row(y), channels, &places, T::default(), &mut row);
        let sums = middle.row_mut(y);
        for (tap, weight) in across.iter().enumerate().filter(|(_, w)| **w != T::default()) {
            accumulate(sums, &row[tap * channels..], *weight);
        }
    }
    let rows = border.places(src.rows, anchors[1], down.len() - 1 - anchors[1]);
    let mut out: Mat<T> = src.like();
    for y in 0..src.rows {
        let sums = out.row_mut(y);
        for (tap, weight) in down.iter().enumerate().filter(|(_, w)| **w != T::default()) {
            if let Some(from) = rows[y + tap] {
                accumulate(sums, middle.row(from), *weight);
            }
        }
    }
    out
}

/// Correlates with a kernel of any shape.
pub fn correlate(
    src: &Mat<f32>,
    kernel: &Mat<f32>,
    anchor: [usize; 2],
    delta: f32,
    border: Border,
) -> Mat<f32> {
    let channels = src.channels;
    let places = border.places(src.cols, anchor[0], kernel.cols - 1 - anchor[0]);
    let rows = border.places(src.rows, anchor[1], kernel.rows - 1 - anchor[1]);
    let mut out: Mat<f32> = src.like();
    out.data.fill(delta);
    let mut row = Vec::with_capacity(places.len() * channels);
    // Row by row of the source, so that each is padded once.
    let mut users: Vec<Vec<(usize, usize)>> = vec![Vec::new(); src.rows];
    for y in 0..src.rows {
        for tap in 0..kernel.rows {
            if let Some(from) = rows[y + tap] {
                users[from].push((y, tap));
            }
        }
    }
    for (from, users) in users.iter().enumerate() {
        padded(src.row(from), channels, &places, 0.0, &mut row);
        for (y, tap) in users {
            let sums = out.row_mut(*y);
            for (x, weight) in kernel.row(*tap).iter().enumerate().filter(|(_, w)| **w != 0.0) {
                accumulate(sums, &row[x * channels..], *weight);
            }
        }
    }
    out
}

/// Sums over boxes of `size` (width, height).
pub fn boxes<T: Sum>(src: &Mat<T>, size: [usize; 2], anchor: [usize; 2], border: Border) -> Mat<T> {
    let channels = src.channels;
    let stride = src.stride();
    let places = border.places(src.cols, anchor[0], size[0] - 1 - anchor[0]);
    let mut middle: Mat<T> = src.like();
    let mut row = Vec::with_capacity(places.len() * channels);
    for y in 0..src.rows {
        padded(src.row(y), channels, &places, T::default(), &mut row);
        let out = middle.row_mut(y);
        for channel in 0..channels {
            let mut sum = T::default();
            for tap in 0..size[0] {
                sum = sum + row[tap * channels + channel];
            }
            for x in 0..src.cols {
                out[x * channels + channel] = sum;
                if x + 1 < src.cols {
                    let at = x * channels + channel;
                    sum = sum + row[at + size[0] * channels] - row[at];
                }
            }
        }
    }
    let rows = border.places(src.rows, anchor[1], size[1] - 1 - anchor[1]);
    let mut out: Mat<T> = src.like();
    let mut sums = vec![T::default(); stride];
    let change = |sums: &mut Vec<T>, place: Option<usize>, gone: bool| {
        let Some(from) = place else { return };
        for (sum, value) in sums.iter_mut().zip(middle.row(from)) {
            *sum = if gone { *sum - *value } else { *sum + *value };
        }
    };
    for place in &rows[..size[1]] {
        change(&mut sums, *place, false);
    }
    for y in 0..src.rows {
        out.row_mut(y).copy_from_slice(&sums);
        if y + 1 < src.rows {
            change(&mut sums, rows[y + size[1]], false);
            change(&mut sums, rows[y], true);
        }
    }
    out
}

/// The mean over boxes, of bytes; small boxes are divided by in fixed point, as in OpenCV.
pub fn box_means(src: &Mat<u8>, size: [usize; 2], anchor: [usize; 2], border: Border) -> Mat<u8> {
    let area = size[0] * size[1];
    if area > 1 << 23 {
        // More than 32 bits hold.
        let sums = boxes(&src.map(f64::from), size, anchor, border);
        return sums.map(|sum| super::saturate(sum / area as f64));
    }
    let sums = boxes(&src.map(i32::from), size, anchor, border);
    if area == 1 {
        return sums.map(|sum| sum as u8);
    }
    if area <= 256 {
        let exact = f64::from(1 << 23) / area as f64;
        let floor = libm::floor(exact);
        let (scale, delta) = match exact - floor < 0.5 {
            true => (floor as u64, area as u64 / 2 + 1),
            false => (floor as u64 + 1, area as u64 / 2),
        };
        return sums.map(|sum| (((sum as u64 + delta) * scale) >> 23) as u8);
    }
    let scale = 1.0 / area as f64;
    sums.map(|sum| super::saturate(f64::from(sum) * scale))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_sum_what_kernels_of_ones_sum() {
        let src = Mat::new(4, 5, 1, (0..20).map(|v| v * v % 7).collect::<Vec<i32>>());
        let ones = separable(&src, &[1; 3], &[1; 5], [1, 2], Border::Reflect101);
        assert_eq!(boxes(&src, [3, 5], [1, 2], Border::Reflect101), ones);
    }
}
