//! Distances to the nearest 0.

use super::Mat;

/// The steps of a chamfer distance: to a neighbour, across, and like a knight, in 65536ths.
pub struct Steps {
    /// To a neighbour in a row or column.
    pub straight: i64,
    /// To a diagonal neighbour.
    pub diagonal: i64,
    /// Like a knight; `None` looks at nearest neighbours only.
    pub knight: Option<i64>,
}

/// The chamfer distance of every pixel.
pub fn chamfer(src: &Mat<u8>, steps: &Steps) -> Mat<f32> {
    const FAR: i64 = (u32::MAX >> 2) as i64;
    const MARGIN: usize = 2;
    let width = src.cols + 2 * MARGIN;
    let mut grid = vec![FAR; width * (src.rows + 2 * MARGIN)];
    let mut near: Vec<(isize, isize, i64)> = vec![
        (-1, -1, steps.diagonal),
        (0, -1, steps.straight),
        (1, -1, steps.diagonal),
        (-1, 0, steps.straight),
    ];
    if let Some(knight) = steps.knight {
        near.extend([(-1, -2, knight), (1, -2, knight), (-2, -1, knight), (2, -1, knight)]);
    }
    let stride = width as isize;
    let offsets: Vec<(isize, i64)> = near.iter().map(|(dx, dy, cost)| (dy * stride + dx, *cost)).collect();
    for y in 0..src.rows {
        for x in 0..src.cols {
            let at = (y + MARGIN) * width + x + MARGIN;
            grid[at] = if src.data[y * src.cols + x] == 0 {
                0
            } else {
                let best =
                    offsets.iter().map(|(offset, cost)| grid[at.wrapping_add_signed(*offset)] + cost).min();
                best.unwrap_or(FAR).min(FAR)
            };
        }
    }
    let mut out = Mat::zeros(src.rows, src.cols, 1);
    for y in (0..src.rows).rev() {
        for x in (0..src.cols).rev() {
            let at = (y + MARGIN) * width + x + MARGIN;
            let best =
                offsets.iter().map(|(offset, cost)| grid[at.wrapping_add_signed(-*offset)] + cost).min();
            grid[at] = best.unwrap_or(FAR).min(grid[at]);
            out.data[y * src.cols + x] = (grid[at] as f64 / 65536.0) as f32;
        }
    }
    out
}

/// The exact distance of every pixel.
pub fn euclidean(src: &Mat<u8>) -> Mat<f32> {
    // Down the columns first, then the lower envelope of parabolas along the rows.
    let far = (src.rows + src.cols) as i64;
    let mut column: Mat<i64> = src.like();
    for x in 0..src.cols {
        let mut distance = far;
        for y in 0..src.rows {
            distance = if src.at(y, x, 0) == 0 { 0 } else { distance + 1 };
            column.data[y * src.cols + x] = distance;
        }
        let mut distance = far;
        for y in (0..src.rows).rev() {
            distance = if src.at(y, x, 0) == 0 { 0 } else { distance + 1 };
            let held = &mut column.data[y * src.cols + x];
            *held = distance.min(*held);
        }
    }
    let mut out = Mat::zeros(src.rows, src.cols, 1);
    for y in 0..src.rows {
        let heights: Vec<f64> = column.row(y).iter().map(|distance| (distance * distance) as f64).collect();
        let mut hull: Vec<(usize, f64)> = vec![(0, f64::NEG_INFINITY)];
        for x in 1..src.cols {
            let meet = |from: usize| {
                let (a, b) = (x as f64, from as f64);
                ((heights[x] + a * a) - (heights[from] + b * b)) / (2.0 * a - 2.0 * b)
            };
            let mut begin = f64::NEG_INFINITY;
            while let Some((from, start)) = hull.last() {
                begin = meet(*from);
                if begin > *start || hull.len() == 1 {
                    break;
                }
                hull.pop();
            }
            hull.push((x, begin));
        }
        let mut at = 0;
        for (x, value) in out.row_mut(y).iter_mut().enumerate() {
            while hull.get(at + 1).is_some_and(|(_, begin)| *begin <= x as f64) {
                at += 1;
            }
            let (from, _) = hull[at];
            let dx = x as f64 - from as f64;
            *value = libm::sqrt(dx * dx + heights[from]) as f32;
        }
    }
    out
}
