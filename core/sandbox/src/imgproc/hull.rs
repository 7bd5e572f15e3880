//! Convex hulls by Sklansky's scan, with OpenCV's order of points, and what hulls are used for.

use super::polygon::Point;

fn sign(value: f64) -> i32 {
    i32::from(value > 0.0) - i32::from(value < 0.0)
}

/// Scans sorted points from `start` to `end` for those on the hull; places in `sorted`.
fn scan(points: &[Point], sorted: &[usize], start: usize, end: usize, falling: i32, turn: i32) -> Vec<usize> {
    let point = |at: i64| points[sorted[at as usize]];
    if start == end || point(start as i64) == point(end as i64) {
        return vec![start];
    }
    let (start, end) = (start as i64, end as i64);
    let step = if end > start { 1 } else { -1 };
    let (mut before, mut own, mut next) = (start, start + step, start + 2 * step);
    let mut stack = vec![before, own, next];
    let after = end + step;
    while next != after {
        let (a, b, c) = (point(before), point(own), point(next));
        let by = c[1] - b[1];
        if sign(by) == falling {
            next += step;
            if let Some(last) = stack.last_mut() {
                *last = next;
            }
            continue;
        }
        let (ax, ay, bx) = (b[0] - a[0], b[1] - a[1], c[0] - b[0]);
        if sign(ay * bx - ax * by) == turn && (ax != 0.0 || ay != 0.0) {
            (before, own) = (own, next);
            next += step;
            stack.push(next);
        } else if before == start {
            own = next;
            next += step;
            stack[1] = own;
            stack[2] = next;
        } else {
            let count = stack.len();
            stack[count - 2] = next;
            own = before;
            before = stack[count - 4];
            stack.pop();
        }
    }
    stack.pop();
    stack.into_iter().map(|at| at as usize).collect()
}

/// Which points are on the hull, in order around it.
pub fn convex_hull(points: &[Point], clockwise: bool) -> Vec<usize> {
    if points.is_empty() {
        return Vec::new();
    }
    let mut sorted: Vec<usize> = (0..points.len()).collect();
    crate::sorting::sort_by(&mut sorted, |a, b| {
        let (p, q) = (points[*a], points[*b]);
        p[0].total_cmp(&q[0]).then(p[1].total_cmp(&q[1])).then(a.cmp(b))
    });
    let y = |at: usize| points[sorted[at]][1];
    let (mut lowest, mut highest) = (0, 0);
    for at in 1..sorted.len() {
        if y(lowest) > y(at) {
            lowest = at;
        }
        if y(highest) < y(at) {
            highest = at;
        }
    }
    let last = sorted.len() - 1;
    if points[sorted[0]] == points[sorted[last]] {
        return vec![sorted[0]];
    }
    let mut hull = Vec::new();
    let mut left = scan(points, &sorted, 0, highest, -1, 1);
    let mut right = scan(points, &sorted, last, highest, -1, -1);
    if !clockwise {
        std::mem::swap(&mut left, &mut right);
    }
    let gather = |hull: &mut Vec<usize>, left: &[usize], right: &[usize]| {
        hull.extend(left[..left.len() - 1].iter().map(|at| sorted[*at]));
        hull.extend(right[1..].iter().rev().map(|at| sorted[*at]));
    };
    gather(&mut hull, &left, &right);
    let stop = if right.len() > 2 {
        Some(right[1])
    } else if left.len() > 2 {
        Some(left[left.len() - 2])
    } else {
        None
    };
    let mut left = scan(points, &sorted, 0, lowest, 1, -1);
    let mut right = scan(points, &sorted, last, lowest, 1, 1);
    if clockwise {
        std::mem::swap(&mut left, &mut right);
    }
    if let Some(stop) = stop {
        let check = if left.len() > 2 {
            Some(left[1])
        } else if left.len() + right.len() > 2 {
            right.get(2 - left.len()).copied()
        } else {
            None
        };
        // All points on one line: the other half is the first one mirrored.
        if check.is_some_and(|at| at == stop || points[sorted[at]] == points[sorted[stop]]) {
            left.truncate(2);
            right.truncate(2);
        }
    }
    gather(&mut hull, &left, &right);
    rotated(hull)
}

/// Begins at the smallest or largest number, if the numbers then only rise or fall.
fn rotated(hull: Vec<usize>) -> Vec<usize> {
    let count = hull.len();
    if count < 3 {
        return hull;
    }
    let (mut least, mut most, mut rises) = (0, 0, 0);
    for i in 1..count {
        rises += usize::from(hull[i - 1] < hull[i]);
        if rises > 1 && rises + 2 <= i {
            break;
        }
        if hull[i] < hull[least] {
            least = i;
        }
        if hull[i] > hull[most] {
            most = i;
        }
    }
    let apart = most.abs_diff(least);
    if !((apart == 1 || apart == count - 1) && (rises <= 1 || rises + 2 >= count)) {
        return hull;
    }
    let ascending = (most + 1) % count == least;
    let first = if ascending { least } else { most };
    let turned: Vec<usize> = (0..count).map(|i| hull[(first + i) % count]).collect();
    if turned.windows(2).all(|pair| (pair[0] < pair[1]) == ascending) { turned } else { hull }
}

/// Gaps between a contour and its hull: start, end, deepest point, depth in 256ths.
pub fn defects(points: &[Point], hull: &[usize]) -> Vec<[i32; 4]> {
    if hull.len() < 3 || points.len() < 4 {
        return Vec::new();
    }
    let rises = [hull[1] > hull[0], hull[2] > hull[1], hull[0] > hull[2]];
    let mut hull = hull.to_vec();
    if rises.iter().filter(|rises| **rises).count() != 2 {
        hull.reverse();
    }
    let mut found = Vec::new();
    let mut from = hull[hull.len() - 1];
    for to in hull {
        let (a, b) = (points[from], points[to]);
        let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
        let scale = if dx == 0.0 && dy == 0.0 { 0.0 } else { 1.0 / libm::sqrt(dx * dx + dy * dy) };
        let (mut depth, mut deepest) = (0.0, None);
        let mut at = (from + 1) % points.len();
        let mut left = points.len();
        while at != to && left > 0 {
            let distance = (dx * (points[at][1] - a[1]) - dy * (points[at][0] - a[0])).abs() * scale;
            if distance > depth {
                depth = distance;
                deepest = Some(at);
            }
            at = (at + 1) % points.len();
            left -= 1;
        }
        if let Some(deepest) = deepest {
            found.push([from as i32, to as i32, deepest as i32, super::round(depth * 256.0) as i32]);
        }
        from = to;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hulls_leave_inner_points_out() {
        let points = [[0.0, 0.0], [4.0, 0.0], [2.0, 1.0], [4.0, 4.0], [0.0, 4.0], [2.0, 0.0]];
        let mut hull = convex_hull(&points, false);
        hull.sort_unstable();
        assert_eq!(hull, [0, 1, 3, 4]);
        assert_eq!(convex_hull(&[[1.0, 1.0]; 3], false).len(), 1);
        assert_eq!(convex_hull(&[[0.0, 0.0], [1.0, 1.0], [2.0, 2.0]], false).len(), 2);
    }
}
