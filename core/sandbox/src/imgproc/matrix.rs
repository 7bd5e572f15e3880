//! Small matrices of plane transforms.

/// Solves `rows` (square, with the right side as the last column) by elimination; `None` if singular.
#[allow(clippy::needless_range_loop)] // two rows at once
pub fn solve<const N: usize>(mut rows: Vec<Vec<f64>>) -> Option<[f64; N]> {
    for column in 0..N {
        let pivot = (column..N).max_by(|a, b| rows[*a][column].abs().total_cmp(&rows[*b][column].abs()))?;
        if rows[pivot][column].abs() < f64::EPSILON * 100.0 {
            return None;
        }
        rows.swap(column, pivot);
        for row in column + 1..N {
            let factor = rows[row][column] / rows[column][column];
            for at in column..=N {
                rows[row][at] -= factor * rows[column][at];
            }
        }
    }
    let mut solution = [0.0; N];
    for row in (0..N).rev() {
        let known: f64 = (row + 1..N).map(|at| rows[row][at] * solution[at]).sum();
        solution[row] = (rows[row][N] - known) / rows[row][row];
    }
    Some(solution)
}

/// The affine transform that takes three points to three others.
pub fn affine(from: [[f64; 2]; 3], to: [[f64; 2]; 3]) -> [f64; 6] {
    let mut out = [0.0; 6];
    for axis in 0..2 {
        let rows = (0..3).map(|i| vec![from[i][0], from[i][1], 1.0, to[i][axis]]).collect();
        if let Some(solution) = solve::<3>(rows) {
            out[axis * 3..axis * 3 + 3].copy_from_slice(&solution);
        }
    }
    out
}

/// The perspective transform that takes four points to four others.
pub fn perspective(from: [[f64; 2]; 4], to: [[f64; 2]; 4]) -> Option<[f64; 9]> {
    let mut rows = Vec::with_capacity(8);
    for axis in 0..2 {
        for i in 0..4 {
            let [x, y] = from[i];
            let target = to[i][axis];
            let (mut row, own) = (vec![0.0; 8], [x, y, 1.0]);
            row[axis * 3..axis * 3 + 3].copy_from_slice(&own);
            row[6] = -x * target;
            row[7] = -y * target;
            row.push(target);
            rows.push(row);
        }
    }
    let solution = solve::<8>(rows)?;
    let mut out = [1.0; 9];
    out[..8].copy_from_slice(&solution);
    Some(out)
}

/// Rotation (degrees, counterclockwise) and scale about a centre.
pub fn rotation([x, y]: [f64; 2], angle: f64, scale: f64) -> [f64; 6] {
    let angle = angle * std::f64::consts::PI / 180.0;
    let (a, b) = (libm::cos(angle) * scale, libm::sin(angle) * scale);
    [a, b, (1.0 - a) * x - b * y, -b, a, b * x + (1.0 - a) * y]
}

/// The affine transform back; zeros if there is none.
pub fn invert_affine(m: [f64; 6]) -> [f64; 6] {
    let determinant = m[0] * m[4] - m[1] * m[3];
    let d = if determinant != 0.0 { 1.0 / determinant } else { 0.0 };
    let (a, b, c, e) = (m[4] * d, -m[1] * d, -m[3] * d, m[0] * d);
    [a, b, -a * m[2] - b * m[5], c, e, -c * m[2] - e * m[5]]
}

/// The inverse of a matrix of 3 x 3; zeros if there is none.
pub fn invert(m: [f64; 9]) -> [f64; 9] {
    let minor = |a: usize, b: usize, c: usize, d: usize| m[a] * m[d] - m[b] * m[c];
    let determinant = m[0] * minor(4, 5, 7, 8) - m[1] * minor(3, 5, 6, 8) + m[2] * minor(3, 4, 6, 7);
    let d = if determinant != 0.0 { 1.0 / determinant } else { 0.0 };
    [
        minor(4, 5, 7, 8),
        -minor(1, 2, 7, 8),
        minor(1, 2, 4, 5),
        -minor(3, 5, 6, 8),
        minor(0, 2, 6, 8),
        -minor(0, 2, 3, 5),
        minor(3, 4, 6, 7),
        -minor(0, 1, 6, 7),
        minor(0, 1, 3, 4),
    ]
    .map(|value| value * d)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_perspective_takes_its_points_along() {
        let from = [[0.0, 0.0], [10.0, 1.0], [11.0, 12.0], [-1.0, 9.0]];
        let to = [[3.0, 4.0], [20.0, 4.0], [19.0, 30.0], [1.0, 28.0]];
        let m = perspective(from, to).expect("these points have a transform");
        for (a, b) in from.iter().zip(to) {
            let w = m[6] * a[0] + m[7] * a[1] + m[8];
            assert!(((m[0] * a[0] + m[1] * a[1] + m[2]) / w - b[0]).abs() < 1e-9);
            assert!(((m[3] * a[0] + m[4] * a[1] + m[5]) / w - b[1]).abs() < 1e-9);
        }
        let back = invert(invert(m));
        assert!(back.iter().zip(m).all(|(a, b)| (a - b).abs() < 1e-9));
    }
}
