//! Canny's edges.

use super::derivative::sobel;
use super::filter::separable;
use super::{Border, Mat};

/// Horizontal and vertical derivatives as Canny takes them: 16 bits, the edge repeated.
pub fn gradients(src: &Mat<u8>, aperture: usize) -> [Mat<i32>; 2] {
    let wide = src.map(i32::from);
    let (smooth, slope) = (sobel(0, aperture), sobel(1, aperture));
    let anchors = [aperture / 2; 2];
    // Large apertures are scaled so that 16 bits hold them.
    let shift = if aperture == 7 { 16.0 } else { 1.0 };
    let clip = |value: i32| super::round(f64::from(value) / shift).clamp(-32768.0, 32767.0) as i32;
    [
        separable(&wide, &slope, &smooth, anchors, Border::Replicate).map(clip),
        separable(&wide, &smooth, &slope, anchors, Border::Replicate).map(clip),
    ]
}

/// The edges as 255 on 0, between a low and a high threshold of the gradient's size, which is the sum
/// of absolute derivatives or, if `euclidean`, their root of squares.
pub fn edges([dx, dy]: &[Mat<i32>; 2], low: f64, high: f64, euclidean: bool) -> Mat<u8> {
    let (rows, cols, channels) = (dx.rows, dx.cols, dx.channels);
    let threshold = |value: f64| {
        let value = if euclidean {
            let value = value.min(32767.0);
            if value > 0.0 { value * value } else { value }
        } else {
            value
        };
        libm::floor(value).clamp(-2_147_483_648.0, 2_147_483_647.0) as i64
    };
    let (low, high) = (threshold(low), threshold(high));
    // Sizes with a margin of zeros, and the derivatives of the strongest channel.
    let width = cols + 2;
    let mut size = vec![0_i64; width * (rows + 2)];
    let mut strongest = vec![0_u8; rows * cols];
    for y in 0..rows {
        for x in 0..cols {
            let at = (y * cols + x) * channels;
            let mut best = -1;
            for channel in 0..channels {
                let (a, b) = (i64::from(dx.data[at + channel]), i64::from(dy.data[at + channel]));
                let own = if euclidean { a * a + b * b } else { a.abs() + b.abs() };
                if own > best {
                    best = own;
                    strongest[y * cols + x] = channel as u8;
                }
            }
            size[(y + 1) * width + x + 1] = best;
        }
    }
    // 0: may be an edge if connected to one; 1: none; 2: an edge.
    let mut state = vec![1_u8; width * (rows + 2)];
    let mut waiting = Vec::new();
    for y in 0..rows {
        for x in 0..cols {
            let at = (y + 1) * width + x + 1;
            let own = size[at];
            if own <= low {
                continue;
            }
            let channel = (y * cols + x) * channels + usize::from(strongest[y * cols + x]);
            let (a, b) = (i64::from(dx.data[channel]), i64::from(dy.data[channel]));
            if is_peak(&size, at, width, a, b) {
                if own > high {
                    state[at] = 2;
                    waiting.push(at);
                } else {
                    state[at] = 0;
                }
            }
        }
    }
    while let Some(at) = waiting.pop() {
        for row in [at - width, at, at + width] {
            for near in [row - 1, row, row + 1] {
                if state[near] == 0 {
                    state[near] = 2;
                    waiting.push(near);
                }
            }
        }
    }
    let mut out = Mat::zeros(rows, cols, 1);
    for y in 0..rows {
        for (x, value) in out.row_mut(y).iter_mut().enumerate() {
            *value = if state[(y + 1) * width + x + 1] == 2 { 255 } else { 0 };
        }
    }
    out
}

/// Whether the gradient is largest here along its own direction, of which there are four.
fn is_peak(size: &[i64], at: usize, width: usize, dx: i64, dy: i64) -> bool {
    // tan(22.5 degrees) in 15 bits.
    const TANGENT: i64 = 13573;
    let own = size[at];
    let (x, y) = (dx.abs(), dy.abs() << 15);
    let flat = x * TANGENT;
    if y < flat {
        return own > size[at - 1] && own >= size[at + 1];
    }
    if y > flat + (x << 16) {
        return own > size[at - width] && own >= size[at + width];
    }
    let (before, after) =
        if (dx ^ dy) < 0 { (at - width + 1, at + width - 1) } else { (at - width - 1, at + width + 1) };
    own > size[before] && own > size[after]
}
