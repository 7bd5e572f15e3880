//! Measures of polygons and simpler polygons.

/// A point: x, y.
pub type Point = [f64; 2];

/// The signed area.
pub fn area(points: &[Point]) -> f64 {
    let Some(mut before) = points.last().copied() else { return 0.0 };
    let mut sum = 0.0;
    for point in points {
        sum += before[0] * point[1] - before[1] * point[0];
        before = *point;
    }
    sum * 0.5
}

/// The length of a curve; every side is measured in single precision.
pub fn length(points: &[Point], closed: bool) -> f64 {
    if points.len() < 2 {
        return 0.0;
    }
    let last = if closed { points.len() - 1 } else { 0 };
    let mut before = points[last];
    let mut sum = 0.0;
    for point in points {
        let (dx, dy) = ((point[0] - before[0]) as f32, (point[1] - before[1]) as f32);
        sum += f64::from(libm::sqrtf(dx * dx + dy * dy));
        before = *point;
    }
    sum
}

/// Whether no corner turns the other way and no two sides cross.
pub fn is_convex(points: &[Point]) -> bool {
    let count = points.len();
    if count < 3 {
        return false;
    }
    let mut before = points[count - 1];
    let behind = points[(count * 2 - 2) % count];
    let (mut dx, mut dy) = (before[0] - behind[0], before[1] - behind[1]);
    let mut orientation = 0;
    for point in points {
        let (next_x, next_y) = (point[0] - before[0], point[1] - before[1]);
        let (a, b) = (next_x * dy, next_y * dx);
        orientation |= if b > a {
            1
        } else if b < a {
            2
        } else {
            3
        };
        if orientation == 3 {
            return false;
        }
        (dx, dy, before) = (next_x, next_y, *point);
    }
    true
}

/// The distance from a point to the nearest side, positive inside; or only 1, 0 or -1.
pub fn point_test(points: &[Point], [x, y]: Point, measure: bool) -> f64 {
    let Some(mut before) = points.last().copied() else {
        return if measure { -f64::MAX } else { -1.0 };
    };
    let (mut crossings, mut nearest, mut nearest_scale) = (0, f64::from(f32::MAX), 1.0);
    for point in points {
        let (v0, v) = (before, *point);
        before = v;
        if !measure {
            if (v0[1] <= y && v[1] <= y) || (v0[1] > y && v[1] > y) || (v0[0] < x && v[0] < x) {
                let level = y == v[1]
                    && (x == v[0]
                        || (y == v0[1] && ((v0[0] <= x && x <= v[0]) || (v[0] <= x && x <= v0[0]))));
                if level {
                    return 0.0;
                }
                continue;
            }
            let mut side = (y - v0[1]) * (v[0] - v0[0]) - (x - v0[0]) * (v[1] - v0[1]);
            if side == 0.0 {
                return 0.0;
            }
            if v[1] < v0[1] {
                side = -side;
            }
            crossings += i32::from(side > 0.0);
            continue;
        }
        let (dx, dy) = (v[0] - v0[0], v[1] - v0[1]);
        let (dx1, dy1, dx2, dy2) = (x - v0[0], y - v0[1], x - v[0], y - v[1]);
        let (squared, scale) = if dx1 * dx + dy1 * dy <= 0.0 {
            (dx1 * dx1 + dy1 * dy1, 1.0)
        } else if dx2 * dx + dy2 * dy >= 0.0 {
            (dx2 * dx2 + dy2 * dy2, 1.0)
        } else {
            let cross = dy1 * dx - dx1 * dy;
            (cross * cross, dx * dx + dy * dy)
        };
        if squared * nearest_scale < nearest * scale {
            nearest = squared;
            nearest_scale = scale;
            if nearest == 0.0 {
                return 0.0;
            }
        }
        if (v0[1] <= y && v[1] <= y) || (v0[1] > y && v[1] > y) || (v0[0] < x && v[0] < x) {
            continue;
        }
        let side = dy1 * dx - dx1 * dy;
        crossings += i32::from(if dy < 0.0 { -side } else { side } > 0.0);
    }
    let inside = crossings % 2 == 1;
    let size = if measure { libm::sqrt(nearest / nearest_scale) } else { 1.0 };
    if inside { size } else { -size }
}

/// Fewer points that stay within `epsilon` of the curve: Douglas and Peucker's way. `pay` is asked before
/// points are looked at, of which a bad curve needs the square of its own.
pub fn approximate<E>(
    points: &[Point],
    epsilon: f64,
    closed: bool,
    mut pay: impl FnMut(u64) -> Result<(), E>,
) -> Result<Vec<Point>, E> {
    let count = points.len();
    if count == 0 {
        return Ok(Vec::new());
    }
    let limit = epsilon * epsilon;
    let mut out = Vec::new();
    let mut stack: Vec<(usize, usize)> = Vec::new();
    let as_ring = closed || points[0] == points[count - 1];
    if as_ring {
        // Two points far from each other begin.
        let (mut at, mut farthest, mut small) = (0, 0, true);
        let mut start = points[0];
        for _ in 0..if closed { 3 } else { 1 } {
            at = (at + farthest) % count;
            start = points[at];
            let mut most = 0.0;
            for step in 1..count {
                let point = points[(at + step) % count];
                let (dx, dy) = (point[0] - start[0], point[1] - start[1]);
                let distance = dx * dx + dy * dy;
                if distance > most {
                    most = distance;
                    farthest = step;
                }
            }
            small = most <= limit;
        }
        if small {
            out.push(start);
        } else {
            let other = (at + farthest) % count;
            stack.extend([(other, at), (at, other)]);
        }
    } else {
        stack.push((0, count - 1));
    }
    while let Some((from, to)) = stack.pop() {
        let (start, end) = (points[from], points[to]);
        let (dx, dy) = (end[0] - start[0], end[1] - start[1]);
        let squared = dx * dx + dy * dy;
        let (mut most, mut middle) = (0.0, from);
        let mut at = (from + 1) % count;
        pay(((to + count - from) % count) as u64 / 4 + 1)?;
        while at != to {
            let (px, py) = (points[at][0] - start[0], points[at][1] - start[1]);
            // The distance from the segment, squared and times the segment's squared length.
            let along = px * dx + py * dy;
            let distance = if along < 0.0 {
                (px * px + py * py) * squared
            } else if along > squared {
                let (qx, qy) = (points[at][0] - end[0], points[at][1] - end[1]);
                (qx * qx + qy * qy) * squared
            } else {
                let across = py * dx - px * dy;
                across * across
            };
            if distance > most {
                most = distance;
                middle = at;
            }
            at = (at + 1) % count;
        }
        if most <= limit * squared || middle == from {
            out.push(start);
        } else {
            stack.extend([(middle, to), (from, middle)]);
        }
    }
    if !as_ring {
        out.push(points[count - 1]);
    }
    Ok(straightened(out, limit, closed))
}

/// Drops points on nearly straight lines.
fn straightened(mut out: Vec<Point>, limit: f64, closed: bool) -> Vec<Point> {
    let count = out.len();
    let open = usize::from(!closed);
    let mut left = count;
    let mut read = if closed { count - 1 } else { 0 };
    let next = |read: &mut usize, out: &[Point]| {
        let point = out[*read];
        *read = if *read + 1 >= count { 0 } else { *read + 1 };
        point
    };
    let mut start = next(&mut read, &out);
    let mut write = read;
    let mut point = next(&mut read, &out);
    let mut i = open;
    while i + open < count && left > 2 {
        let end = next(&mut read, &out);
        let (dx, dy) = (end[0] - start[0], end[1] - start[1]);
        let distance = ((point[0] - start[0]) * dy - (point[1] - start[1]) * dx).abs();
        let inner = (point[0] - start[0]) * (end[0] - point[0]) + (point[1] - start[1]) * (end[1] - point[1]);
        let straight = distance * distance <= 0.5 * limit * (dx * dx + dy * dy);
        if straight && dx != 0.0 && dy != 0.0 && inner >= 0.0 {
            left -= 1;
            start = end;
            out[write] = end;
            point = next(&mut read, &out);
            i += 1;
        } else {
            start = point;
            out[write] = point;
            point = end;
        }
        write = if write + 1 >= count { 0 } else { write + 1 };
        i += 1;
    }
    if !closed && write < count {
        out[write] = point;
    }
    out.truncate(left);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQUARE: [Point; 4] = [[0.0, 0.0], [0.0, 4.0], [4.0, 4.0], [4.0, 0.0]];

    #[test]
    fn squares_have_their_measures() {
        assert_eq!(area(&SQUARE).abs(), 16.0);
        assert_eq!(length(&SQUARE, true), 16.0);
        assert_eq!(length(&SQUARE, false), 12.0);
        assert!(is_convex(&SQUARE));
        assert_eq!(point_test(&SQUARE, [1.0, 2.0], true), 1.0);
        assert_eq!(point_test(&SQUARE, [1.0, 2.0], false), 1.0);
        assert_eq!(point_test(&SQUARE, [0.0, 2.0], false), 0.0);
        assert_eq!(point_test(&SQUARE, [7.0, 2.0], true), -3.0);
    }

    #[test]
    fn a_rough_square_becomes_four_points() {
        let mut rough = Vec::new();
        for side in 0..4 {
            let ([x, y], [to_x, to_y]) = (SQUARE[side], SQUARE[(side + 1) % 4]);
            rough.extend((0..10).map(|i| {
                let t = f64::from(i) / 10.0;
                [x + (to_x - x) * t, y + (to_y - y) * t]
            }));
        }
        let fewer = approximate(&rough, 0.1, true, |_| Ok::<(), ()>(()));
        assert_eq!(fewer.map(|fewer| fewer.len()), Ok(4));
    }
}
