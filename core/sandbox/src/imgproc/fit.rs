//! Lines, circles and ellipses that fit points.

use super::matrix::solve;
use super::polygon::Point;
use super::rectangle::Turned;

/// The smallest circle around points: centre and radius.
pub fn smallest_circle(points: &[Point]) -> (Point, f64) {
    // Points within the last digits of single precision count as inside.
    const EPS: f64 = 1e-4;
    let between = |a: Point, b: Point| {
        let center = [(a[0] + b[0]) / 2.0, (a[1] + b[1]) / 2.0];
        (center, far(a, b) / 2.0 + EPS)
    };
    let inside = |circle: (Point, f64), point: Point| far(circle.0, point) < circle.1;
    let (Some(first), Some(second)) = (points.first(), points.get(1)) else {
        return (points.first().copied().unwrap_or_default(), EPS);
    };
    let mut circle = between(*first, *second);
    for i in 2..points.len() {
        if inside(circle, points[i]) {
            continue;
        }
        circle = between(points[0], points[i]);
        for j in 1..i {
            if inside(circle, points[j]) {
                continue;
            }
            circle = between(points[j], points[i]);
            for k in 0..j {
                if !inside(circle, points[k]) {
                    circle = through(points[i], points[j], points[k]);
                }
            }
        }
    }
    circle
}

fn far(a: Point, b: Point) -> f64 {
    libm::sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]))
}

/// The circle through three points.
fn through(a: Point, b: Point, c: Point) -> (Point, f64) {
    let (bx, by, cx, cy) = (b[0] - a[0], b[1] - a[1], c[0] - a[0], c[1] - a[1]);
    let d = 2.0 * (bx * cy - by * cx);
    if d.abs() < 1e-12 {
        let pairs = [(a, b), (a, c), (b, c)];
        let widest = pairs.into_iter().max_by(|p, q| far(p.0, p.1).total_cmp(&far(q.0, q.1)));
        let (p, q) = widest.unwrap_or((a, b));
        return ([(p[0] + q[0]) / 2.0, (p[1] + q[1]) / 2.0], far(p, q) / 2.0 + 1e-4);
    }
    let (b2, c2) = (bx * bx + by * by, cx * cx + cy * cy);
    let center = [a[0] + (cy * b2 - by * c2) / d, a[1] + (bx * c2 - cx * b2) / d];
    (center, far(center, a) + 1e-4)
}

/// The direction of, and a point on, the line that fits weighted points best.
fn weighted_line(points: &[Point], weights: &dyn Fn(usize) -> f64) -> [f64; 4] {
    let (mut x, mut y, mut xx, mut yy, mut xy, mut total) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    for (at, point) in points.iter().enumerate() {
        let weight = weights(at);
        x += weight * point[0];
        y += weight * point[1];
        xx += weight * point[0] * point[0];
        yy += weight * point[1] * point[1];
        xy += weight * point[0] * point[1];
        total += weight;
    }
    let [x, y, xx, yy, xy] = [x, y, xx, yy, xy].map(|sum| sum / total);
    let angle = libm::atan2(2.0 * (xy - x * y), (xx - x * x) - (yy - y * y)) / 2.0;
    [libm::cos(angle), libm::sin(angle), x, y]
}

/// A line through points: direction and a point. `weigh` gives a point's weight from its distance, for
/// fits that mind outliers less.
pub fn line(points: &[Point], weigh: Option<&dyn Fn(f64) -> f64>) -> [f64; 4] {
    let mut fit = weighted_line(points, &|_| 1.0);
    let Some(weigh) = weigh else { return fit };
    for _ in 0..30 {
        let [vx, vy, x, y] = fit;
        let distance = |at: usize| ((points[at][0] - x) * vy - (points[at][1] - y) * vx).abs();
        let next = weighted_line(points, &|at| weigh(distance(at)));
        let change = (next[0] * vy - next[1] * vx).abs() + ((next[2] - x) * vy - (next[3] - y) * vx).abs();
        fit = next;
        if change < 1e-9 {
            break;
        }
    }
    fit
}

/// Least squares: the sums of products of `rows`, whose last column is the right side.
fn least_squares<const N: usize>(rows: impl Iterator<Item = ([f64; N], f64)>) -> Option<[f64; N]> {
    let mut normal = vec![vec![0.0; N + 1]; N];
    for (row, right) in rows {
        for i in 0..N {
            for j in 0..N {
                normal[i][j] += row[i] * row[j];
            }
            normal[i][N] += row[i] * right;
        }
    }
    solve::<N>(normal)
}

/// The ellipse that fits at least five points, as the rectangle around it.
pub fn ellipse(points: &[Point]) -> Option<Turned> {
    let count = points.len() as f64;
    let sum = points.iter().fold([0.0; 2], |sum, p| [sum[0] + p[0], sum[1] + p[1]]);
    let middle = sum.map(|value| value / count);
    let spread: f64 = points.iter().map(|p| (p[0] - middle[0]).abs() + (p[1] - middle[1]).abs()).sum();
    let scale = 100.0 / spread.max(f64::from(f32::EPSILON));
    let near = || points.iter().map(move |p| [(p[0] - middle[0]) * scale, (p[1] - middle[1]) * scale]);
    // The general conic, then its centre, then the axes about that centre.
    let conic = least_squares::<5>(near().map(|[x, y]| ([-x * x, -y * y, -x * y, x, y], 1.0)))?;
    let center =
        solve::<2>(vec![vec![2.0 * conic[0], conic[2], conic[3]], vec![conic[2], 2.0 * conic[1], conic[4]]])?;
    let axes = least_squares::<3>(near().map(|[x, y]| {
        let (dx, dy) = (x - center[0], y - center[1]);
        ([dx * dx, dy * dy, dx * dy], 1.0)
    }))?;
    let angle = -0.5 * libm::atan2(axes[2], axes[1] - axes[0]);
    let t = if axes[2].abs() > 1e-8 { axes[2] / libm::sin(-2.0 * angle) } else { axes[1] - axes[0] };
    let radius = |value: f64| if value.abs() > 1e-8 { libm::sqrt(2.0 / value.abs()) } else { value.abs() };
    let (a, b) = (radius(axes[0] + axes[1] - t), radius(axes[0] + axes[1] + t));
    let mut size = [(a * 2.0 / scale) as f32, (b * 2.0 / scale) as f32];
    let mut turn = angle.to_degrees();
    if size[0] > size[1] {
        size.reverse();
        turn += 90.0;
    }
    if turn < -180.0 {
        turn += 360.0;
    }
    Some(Turned {
        center: [0, 1].map(|axis| (center[axis] / scale + middle[axis]) as f32),
        size,
        angle: turn as f32,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn circles_and_ellipses_are_found() {
        let points: Vec<Point> = (0..36)
            .map(|i| {
                let t = f64::from(i) * std::f64::consts::PI / 18.0;
                [30.0 + 20.0 * libm::cos(t), 40.0 + 10.0 * libm::sin(t)]
            })
            .collect();
        let fit = ellipse(&points).expect("an ellipse fits");
        assert!((fit.size[0] - 20.0).abs() < 1e-3 && (fit.size[1] - 40.0).abs() < 1e-3, "{fit:?}");
        let (center, radius) = smallest_circle(&points);
        assert!((radius - 20.0).abs() < 1e-3 && (center[0] - 30.0).abs() < 1e-3);
        let along = line(&[[0.0, 0.0], [1.0, 1.0], [2.0, 2.0]], None);
        assert!((along[0] - along[1]).abs() < 1e-12);
    }
}
