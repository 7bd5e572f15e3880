//! Medians of square neighbourhoods, the edge repeated.

use super::{Border, Mat};

/// The median of `size` x `size` bytes around each pixel, by a histogram that moves along.
pub fn bytes(src: &Mat<u8>, size: usize) -> Mat<u8> {
    let half = size / 2;
    let columns: Vec<usize> = Border::Replicate.places(src.cols, half, half).into_iter().flatten().collect();
    let rows: Vec<usize> = Border::Replicate.places(src.rows, half, half).into_iter().flatten().collect();
    let mut out: Mat<u8> = src.like();
    let middle = (size * size / 2) as i32;
    for channel in 0..src.channels {
        for y in 0..src.rows {
            let rows = &rows[y..y + size];
            let mut counts = [0_i32; 256];
            let put = |counts: &mut [i32; 256], x: usize, step: i32, median: usize, below: &mut i32| {
                for row in rows {
                    let value = usize::from(src.at(*row, columns[x], channel));
                    counts[value] += step;
                    if value < median {
                        *below += step;
                    }
                }
            };
            // `below` counts the values less than `median`.
            let (mut median, mut below) = (0_usize, 0);
            for x in 0..size {
                put(&mut counts, x, 1, median, &mut below);
            }
            for x in 0..src.cols {
                while below > middle {
                    median -= 1;
                    below -= counts[median];
                }
                while below + counts[median] <= middle {
                    below += counts[median];
                    median += 1;
                }
                out.data[(y * src.cols + x) * src.channels + channel] = median as u8;
                if x + 1 < src.cols {
                    put(&mut counts, x, -1, median, &mut below);
                    put(&mut counts, x + size, 1, median, &mut below);
                }
            }
        }
    }
    out
}

/// The same of floats, for small sizes.
pub fn floats(src: &Mat<f64>, size: usize) -> Mat<f64> {
    let half = size / 2;
    let columns: Vec<usize> = Border::Replicate.places(src.cols, half, half).into_iter().flatten().collect();
    let rows: Vec<usize> = Border::Replicate.places(src.rows, half, half).into_iter().flatten().collect();
    let mut out: Mat<f64> = src.like();
    let mut near = Vec::with_capacity(size * size);
    for y in 0..src.rows {
        for x in 0..src.cols {
            for channel in 0..src.channels {
                near.clear();
                for row in &rows[y..y + size] {
                    near.extend(columns[x..x + size].iter().map(|column| src.at(*row, *column, channel)));
                }
                near.sort_by(f64::total_cmp);
                out.data[(y * src.cols + x) * src.channels + channel] = near[near.len() / 2];
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_agree() {
        let src = Mat::new(9, 7, 1, (0..63_u32).map(|v| (v * 97 % 251) as u8).collect::<Vec<u8>>());
        let wide = floats(&src.map(f64::from), 5);
        assert_eq!(bytes(&src, 5).map(f64::from), wide);
    }
}
