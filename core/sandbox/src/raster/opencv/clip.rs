//! Cutting lines at the borders.

use super::P;

/// The line from `a` to `b` cut at the borders of an area `size` wide and high whose origin is 0; `None` if
/// nothing of it is inside.
pub(super) fn clip_line(size: [i64; 2], a: P, b: P) -> Option<(P, P)> {
    let (a, b, inside) = cut(size, a, b);
    inside.then_some((a, b))
}

/// The same, with the ends as far as they were moved before the line was found to be outside.
///
/// New ends are cut off towards zero, so that a cut line does not always run through the pixels of the
/// whole one.
pub(crate) fn cut(size: [i64; 2], mut a: P, mut b: P) -> (P, P, bool) {
    if size[0] <= 0 || size[1] <= 0 {
        return (a, b, false);
    }
    let last = size.map(|side| side - 1);
    let outside = |p: P, axis: usize| i64::from(p[axis] > last[axis]) - i64::from(p[axis] < 0);
    let parted = |a: P, b: P, axis: usize| outside(a, axis) * outside(b, axis) > 0;
    if parted(a, b, 0) || parted(a, b, 1) {
        return (a, b, false);
    }
    // First rows, then columns; the second end is cut on the line to the new first one.
    for axis in [1, 0] {
        if axis == 0 && parted(a, b, 0) {
            return (a, b, false);
        }
        for second in [false, true] {
            let (own, other) = if second { (&mut b, a) } else { (&mut a, b) };
            let side = outside(*own, axis);
            if side == 0 {
                continue;
            }
            let border = if side < 0 { 0 } else { last[axis] };
            let across = 1 - axis;
            let run = (border - own[axis]) as f64 * (other[across] - own[across]) as f64;
            own[across] += (run / (other[axis] - own[axis]) as f64) as i64;
            own[axis] = border;
        }
    }
    (a, b, true)
}
