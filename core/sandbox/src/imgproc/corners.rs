//! Corners.

use super::derivative::sobel;
use super::filter::{boxes, separable};
use super::{Border, Mat};

/// Which measure of a corner.
#[derive(Debug, Clone, Copy)]
pub enum Measure {
    /// Harris's, with its constant.
    Harris(f32),
    /// The smaller eigenvalue.
    Least,
}

/// How much of a corner each pixel is. `scale` brings the derivatives to the range of 1.
pub fn response(
    src: &Mat<f32>,
    block: usize,
    aperture: usize,
    scale: f64,
    measure: Measure,
    border: Border,
) -> Mat<f32> {
    let scaled = |kernel: Vec<i32>, scale: f64| -> Vec<f32> {
        kernel.iter().map(|weight| (f64::from(*weight) * scale) as f32).collect()
    };
    let (smooth, slope) = (scaled(sobel(0, aperture), scale), scaled(sobel(1, aperture), 1.0));
    let anchors = [aperture / 2; 2];
    let dx = separable(src, &slope, &smooth, anchors, border);
    let smooth = scaled(sobel(0, aperture), 1.0);
    let slope = scaled(sobel(1, aperture), scale);
    let dy = separable(src, &smooth, &slope, anchors, border);
    let product = |a: &Mat<f32>, b: &Mat<f32>| -> Mat<f64> {
        let data = a.data.iter().zip(&b.data).map(|(a, b)| f64::from(a * b)).collect();
        Mat::new(a.rows, a.cols, 1, data)
    };
    let sums = |mat: Mat<f64>| boxes(&mat, [block; 2], [block / 2; 2], border);
    let (xx, xy, yy) = (sums(product(&dx, &dx)), sums(product(&dx, &dy)), sums(product(&dy, &dy)));
    let mut out: Mat<f32> = src.like();
    for (at, value) in out.data.iter_mut().enumerate() {
        let [a, b, c] = [xx.data[at], xy.data[at], yy.data[at]].map(|sum| sum as f32);
        *value = match measure {
            Measure::Harris(k) => a * c - b * b - k * (a + c) * (a + c),
            Measure::Least => {
                let (a, c) = (a * 0.5, c * 0.5);
                (a + c) - libm::sqrtf((a - c) * (a - c) + b * b)
            }
        };
    }
    out
}

/// The places (x, y) of strong corners that are apart, the strongest first.
pub fn strongest(
    response: &Mat<f32>,
    allowed: Option<&[u8]>,
    most: usize,
    quality: f64,
    apart: f64,
) -> Vec<[f32; 2]> {
    let inside = |at: &usize| allowed.is_none_or(|mask| mask.get(*at).is_some_and(|mask| *mask != 0));
    let peak = (0..response.data.len()).filter(inside).map(|at| response.data[at]).fold(0.0, f32::max);
    let limit = (f64::from(peak) * quality) as f32;
    let (rows, cols) = (response.rows, response.cols);
    let mut found = Vec::new();
    for y in 1..rows.saturating_sub(1) {
        for x in 1..cols.saturating_sub(1) {
            let at = y * cols + x;
            let own = response.data[at];
            if own <= limit || own == 0.0 || !inside(&at) {
                continue;
            }
            let rows = [at - cols, at, at + cols];
            if rows.iter().all(|row| response.data[row - 1..=row + 1].iter().all(|near| *near <= own)) {
                found.push(at);
            }
        }
    }
    crate::sorting::sort_by(&mut found, |a, b| {
        response.data[*b].total_cmp(&response.data[*a]).then(b.cmp(a))
    });
    let place = |at: usize| [(at % cols) as f32, (at / cols) as f32];
    let mut kept: Vec<[f32; 2]> = Vec::new();
    let apart = if apart >= 1.0 { apart * apart } else { 0.0 };
    // Kept corners by cells as large as the distance, so that only neighbours are compared.
    let cell = (libm::ceil(libm::sqrt(apart)) as usize).max(1);
    let width = cols / cell + 1;
    let mut cells: Vec<Vec<[f32; 2]>> = vec![Vec::new(); width * (rows / cell + 1)];
    for at in found {
        let [x, y] = place(at);
        let (cell_x, cell_y) = (x as usize / cell, y as usize / cell);
        let mut free = true;
        for near_y in cell_y.saturating_sub(1)..=(cell_y + 1).min(rows / cell) {
            for near_x in cell_x.saturating_sub(1)..=(cell_x + 1).min(width - 1) {
                free &= cells[near_y * width + near_x].iter().all(|other| {
                    let (dx, dy) = (other[0] - x, other[1] - y);
                    f64::from(dx * dx + dy * dy) >= apart
                });
            }
        }
        if free {
            cells[cell_y * width + cell_x].push([x, y]);
            kept.push([x, y]);
            if kept.len() == most {
                break;
            }
        }
    }
    kept
}
