//! Histograms that even out contrast.

use super::threshold::histogram;
use super::{Border, Mat, saturate, with_margins};

/// Spreads the greys evenly.
pub fn equalize(src: &Mat<u8>) -> Mat<u8> {
    let counts = histogram(src.data.iter().copied());
    let total = src.data.len() as u32;
    let Some(first) = counts.iter().position(|count| *count > 0) else { return src.clone() };
    if counts[first] == total {
        return src.clone();
    }
    let scale = 255.0_f32 / (total - counts[first]) as f32;
    let mut table = [0_u8; 256];
    let mut sum = 0;
    for value in first + 1..256 {
        sum += counts[value];
        table[value] = saturate(f64::from(sum as f32 * scale));
    }
    src.map(|value| table[usize::from(value)])
}

/// Spreads the greys evenly within tiles (`grid` across and down), with a limit on contrast.
pub fn equalize_tiles(src: &Mat<u8>, limit: f64, grid: [usize; 2]) -> Mat<u8> {
    let [across, down] = grid;
    let whole = src.cols.is_multiple_of(across) && src.rows.is_multiple_of(down);
    let padded = if whole {
        src.clone()
    } else {
        let margins = [0, down - src.rows % down, 0, across - src.cols % across];
        with_margins(src, margins, Border::Reflect101, &[0])
    };
    let (width, height) = (padded.cols / across, padded.rows / down);
    let area = width * height;
    let limit = if limit > 0.0 { ((limit * area as f64 / 256.0) as u32).max(1) } else { 0 };
    let scale = 255.0_f32 / area as f32;
    let mut tables: Vec<[u8; 256]> = Vec::with_capacity(across * down);
    for tile in 0..across * down {
        let (left, top) = (tile % across * width, tile / across * height);
        let rows = (top..top + height).flat_map(|y| padded.row(y)[left..left + width].iter().copied());
        let mut counts = histogram(rows);
        if limit > 0 {
            clip(&mut counts, limit);
        }
        let (mut table, mut sum) = ([0_u8; 256], 0);
        for (value, count) in table.iter_mut().zip(counts) {
            sum += count;
            *value = saturate(f64::from(sum as f32 * scale));
        }
        tables.push(table);
    }
    let place = |at: usize, size: usize, count: usize| {
        let exact = at as f32 * (1.0 / size as f32) - 0.5;
        let first = exact.floor();
        let before = (first as i64).max(0) as usize;
        let after = ((first as i64 + 1).max(0) as usize).min(count - 1);
        (before.min(count - 1), after, exact - first)
    };
    let mut out: Mat<u8> = src.like();
    let columns: Vec<(usize, usize, f32)> = (0..src.cols).map(|x| place(x, width, across)).collect();
    for y in 0..src.rows {
        let (above, below, dy) = place(y, height, down);
        for (x, value) in out.row_mut(y).iter_mut().enumerate() {
            let own = usize::from(src.at(y, x, 0));
            let (left, right, dx) = columns[x];
            let level = |column: usize, row: usize| f32::from(tables[row * across + column][own]);
            let upper = level(left, above) * (1.0 - dx) + level(right, above) * dx;
            let lower = level(left, below) * (1.0 - dx) + level(right, below) * dx;
            *value = saturate(f64::from(upper * (1.0 - dy) + lower * dy));
        }
    }
    out
}

/// Cuts counts off at a limit and spreads what was cut.
fn clip(counts: &mut [u32; 256], limit: u32) {
    let mut cut = 0;
    for count in counts.iter_mut().filter(|count| **count > limit) {
        cut += *count - limit;
        *count = limit;
    }
    counts.iter_mut().for_each(|count| *count += cut / 256);
    let left = (cut % 256) as usize;
    if let Some(step) = 256_usize.checked_div(left) {
        counts.iter_mut().step_by(step.max(1)).take(left).for_each(|count| *count += 1);
    }
}
