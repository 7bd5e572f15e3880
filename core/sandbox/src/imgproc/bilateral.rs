//! The blur that keeps edges.

use super::filter::padded;
use super::{Border, Mat};

/// The neighbours of a pixel that count: how far (dx, dy) and with what weight.
pub fn disk(diameter: i64, sigma: f64) -> Vec<(i64, i64, f32)> {
    let radius = if diameter <= 0 { super::round(sigma * 1.5) as i64 } else { diameter / 2 };
    let radius = radius.max(1);
    let scale = -0.5 / (sigma * sigma);
    let mut near = Vec::new();
    for dy in -radius..=radius {
        for dx in -radius..=radius {
            let far = libm::sqrt((dx * dx + dy * dy) as f64);
            if far <= radius as f64 {
                near.push((dx, dy, libm::exp(far * far * scale) as f32));
            }
        }
    }
    near
}

/// Blurs with weights that fall with distance and with difference of colour; `floats` are bytes or any
/// numbers, differences are looked up in steps of 1.
pub fn bilateral(src: &Mat<f32>, near: &[(i64, i64, f32)], sigma: f64, border: Border) -> Mat<f32> {
    let channels = src.channels;
    let radius = near.iter().map(|(dx, ..)| dx.unsigned_abs() as usize).max().unwrap_or(0);
    let columns = border.places(src.cols, radius, radius);
    let rows = border.places(src.rows, radius, radius);
    let width = columns.len() * channels;
    let mut grid = Vec::with_capacity(rows.len() * width);
    let mut line = Vec::new();
    for row in &rows {
        match row {
            Some(y) => {
                padded(src.row(*y), channels, &columns, 0.0, &mut line);
                grid.extend_from_slice(&line);
            }
            None => grid.resize(grid.len() + width, 0.0),
        }
    }
    let scale = -0.5 / (sigma * sigma);
    let whole = src.data.iter().all(|value| value.fract() == 0.0 && (0.0..256.0).contains(value));
    let likeness = |difference: f32| libm::exp(f64::from(difference * difference) * scale) as f32;
    let table: Vec<f32> = (0..=255 * channels).map(|difference| likeness(difference as f32)).collect();
    let mut out: Mat<f32> = src.like();
    for y in 0..src.rows {
        for x in 0..src.cols {
            let at = (y + radius) * width + (x + radius) * channels;
            let own = &grid[at..at + channels];
            let (mut sums, mut total) = ([0.0_f32; 4], 0.0_f32);
            for (dx, dy, space) in near {
                let from = at as i64 + dy * width as i64 + dx * channels as i64;
                let other = &grid[from as usize..from as usize + channels];
                let difference: f32 = own.iter().zip(other).map(|(a, b)| (a - b).abs()).sum();
                let weight = space * if whole { table[difference as usize] } else { likeness(difference) };
                total += weight;
                for (sum, value) in sums.iter_mut().zip(other) {
                    *sum += weight * value;
                }
            }
            let place = (y * src.cols + x) * channels;
            for (value, sum) in out.data[place..place + channels].iter_mut().zip(sums) {
                *value = sum / total;
            }
        }
    }
    out
}
