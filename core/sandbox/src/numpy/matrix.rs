//! Elimination, least squares and eigenvectors on matrices of floats stored row by row.

/// The number times itself.
pub(super) fn square(x: f64) -> f64 {
    x * x
}

/// Exchanges two rows.
fn swap(matrix: &mut [f64], width: usize, a: usize, b: usize) {
    if a != b {
        for column in 0..width {
            matrix.swap(a * width + column, b * width + column);
        }
    }
}

/// The row at or below `column` with the largest entry in it.
fn pivot(matrix: &[f64], side: usize, column: usize) -> usize {
    let size = |row: &usize| matrix[row * side + column].abs();
    (column..side).fold(column, |best, row| if size(&row) > size(&best) { row } else { best })
}

/// The determinant; the matrix is used up.
pub(super) fn determinant(matrix: &mut [f64], side: usize) -> f64 {
    let mut det = 1.0;
    for column in 0..side {
        let best = pivot(matrix, side, column);
        if matrix[best * side + column] == 0.0 {
            return 0.0;
        }
        if best != column {
            swap(matrix, side, best, column);
            det = -det;
        }
        let head = matrix[column * side + column];
        det *= head;
        for row in column + 1..side {
            let factor = matrix[row * side + column] / head;
            for at in column + 1..side {
                matrix[row * side + at] -= factor * matrix[column * side + at];
            }
        }
    }
    det
}

/// Solves `matrix @ x = right` in place of `right`; `false` if the matrix is singular.
pub(super) fn solve(matrix: &mut [f64], side: usize, right: &mut [f64], width: usize) -> bool {
    for column in 0..side {
        let best = pivot(matrix, side, column);
        if matrix[best * side + column] == 0.0 {
            return false;
        }
        swap(matrix, side, best, column);
        swap(right, width, best, column);
        for row in column + 1..side {
            let factor = matrix[row * side + column] / matrix[column * side + column];
            if factor == 0.0 {
                continue;
            }
            for at in column + 1..side {
                matrix[row * side + at] -= factor * matrix[column * side + at];
            }
            for at in 0..width {
                right[row * width + at] -= factor * right[column * width + at];
            }
        }
    }
    for row in (0..side).rev() {
        for at in 0..width {
            let mut value = right[row * width + at];
            for column in row + 1..side {
                value -= matrix[row * side + column] * right[column * width + at];
            }
            right[row * width + at] = value / matrix[row * side + row];
        }
    }
    true
}

/// The solution with the least squared error, and that error, by Householder reflections; `None` if the
/// columns depend on each other.
pub(super) fn least_squares(
    matrix: &mut [f64],
    rows: usize,
    columns: usize,
    right: &mut [f64],
) -> Option<(Vec<f64>, f64)> {
    let largest = matrix.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
    for column in 0..columns {
        let length = libm::sqrt((column..rows).map(|row| square(matrix[row * columns + column])).sum());
        if length <= largest * 1e-13 * rows as f64 {
            return None;
        }
        let head = matrix[column * columns + column];
        let alpha = if head > 0.0 { -length } else { length };
        let mut vector: Vec<f64> = (column..rows).map(|row| matrix[row * columns + column]).collect();
        vector[0] = head - alpha;
        let length: f64 = vector.iter().map(|value| value * value).sum();
        for at in column..columns {
            let dot: f64 =
                vector.iter().enumerate().map(|(i, v)| v * matrix[(column + i) * columns + at]).sum();
            let factor = 2.0 * dot / length;
            for (i, v) in vector.iter().enumerate() {
                matrix[(column + i) * columns + at] -= factor * v;
            }
        }
        let dot: f64 = vector.iter().zip(&right[column..]).map(|(v, r)| v * r).sum();
        let factor = 2.0 * dot / length;
        for (r, v) in right[column..].iter_mut().zip(&vector) {
            *r -= factor * v;
        }
    }
    let mut solution = vec![0.0; columns];
    for row in (0..columns).rev() {
        let known: f64 = (row + 1..columns).map(|at| matrix[row * columns + at] * solution[at]).sum();
        solution[row] = (right[row] - known) / matrix[row * columns + row];
    }
    let left_over = right[columns..].iter().map(|value| value * value).sum();
    Some((solution, left_over))
}

/// Eigenvalues of a symmetric matrix, and its eigenvectors as columns of `vectors`, by Jacobi rotations.
pub(super) fn symmetric(matrix: &mut [f64], side: usize, vectors: &mut [f64]) -> Vec<f64> {
    vectors.fill(0.0);
    (0..side).for_each(|index| vectors[index * side + index] = 1.0);
    for _ in 0..60 {
        let off: f64 = (0..side)
            .flat_map(|row| (0..row).map(move |column| (row, column)))
            .map(|(row, column)| square(matrix[row * side + column]))
            .sum();
        if off == 0.0 || !off.is_finite() {
            break;
        }
        for p in 0..side {
            for q in p + 1..side {
                rotate(matrix, side, vectors, p, q);
            }
        }
    }
    (0..side).map(|index| matrix[index * side + index]).collect()
}

/// One rotation, which makes the entries at (p, q) zero.
fn rotate(matrix: &mut [f64], side: usize, vectors: &mut [f64], p: usize, q: usize) {
    let entry = matrix[p * side + q];
    if entry == 0.0 {
        return;
    }
    let theta = (matrix[q * side + q] - matrix[p * side + p]) / (2.0 * entry);
    let t = f64::copysign(1.0, theta) / (theta.abs() + libm::sqrt(theta * theta + 1.0));
    let c = 1.0 / libm::sqrt(t * t + 1.0);
    let s = t * c;
    for at in 0..side {
        let (x, y) = (matrix[at * side + p], matrix[at * side + q]);
        matrix[at * side + p] = c * x - s * y;
        matrix[at * side + q] = s * x + c * y;
    }
    for at in 0..side {
        let (x, y) = (matrix[p * side + at], matrix[q * side + at]);
        matrix[p * side + at] = c * x - s * y;
        matrix[q * side + at] = s * x + c * y;
    }
    matrix[p * side + q] = 0.0;
    matrix[q * side + p] = 0.0;
    for at in 0..side {
        let (x, y) = (vectors[at * side + p], vectors[at * side + q]);
        vectors[at * side + p] = c * x - s * y;
        vectors[at * side + q] = s * x + c * y;
    }
}

/// The number of independent rows; the matrix is used up.
pub(super) fn rank(matrix: &mut [f64], rows: usize, columns: usize) -> usize {
    let largest = matrix.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
    let least = largest * rows.max(columns) as f64 * f64::EPSILON;
    let mut rank = 0;
    for column in 0..columns {
        let size = |matrix: &[f64], row: usize| matrix[row * columns + column].abs();
        let Some(best) = (rank..rows).max_by(|a, b| size(matrix, *a).total_cmp(&size(matrix, *b))) else {
            break;
        };
        if size(matrix, best) <= least {
            continue;
        }
        swap(matrix, columns, best, rank);
        for row in rank + 1..rows {
            let factor = matrix[row * columns + column] / matrix[rank * columns + column];
            for at in column..columns {
                matrix[row * columns + at] -= factor * matrix[rank * columns + at];
            }
        }
        rank += 1;
    }
    rank
}
