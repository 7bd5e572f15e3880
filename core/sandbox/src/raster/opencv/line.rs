//! Thin lines without antialiasing.

use super::clip::clip_line;
use super::surface::Surface;
use super::{HALF, P, SHIFT};

/// Bresenham's line between whole pixels; with `four`, steps go sideways or up and down only.
pub(super) fn whole(surface: &mut dyn Surface, a: P, b: P, four: bool) {
    let Some((mut a, mut b)) = clip_line(surface.size(), a, b) else { return };
    if b[0] < a[0] {
        std::mem::swap(&mut a, &mut b);
    }
    let (dx, dy) = (b[0] - a[0], (b[1] - a[1]).abs());
    let down = (b[1] - a[1]).signum();
    let steep = dy > dx;
    let (long, short) = if steep { (dy, dx) } else { (dx, dy) };
    let (along, aside) = if steep { ([0, down], [1, 0]) } else { ([1, 0], [0, down]) };
    let (mut error, back, count) =
        if four { (0, 2 * (long + short), long + short) } else { (long - 2 * short, 2 * long, long) };
    let [mut x, mut y] = a;
    for _ in 0..=count {
        surface.point(x, y);
        let turn = error < 0;
        error -= 2 * short;
        if turn {
            error += back;
            x += aside[0];
            y += aside[1];
        }
        if !(turn && four) {
            x += along[0];
            y += along[1];
        }
    }
}

/// A line between points in fixed point.
pub(super) fn fixed(surface: &mut dyn Surface, a: P, b: P) {
    let size = surface.size().map(|side| side << SHIFT);
    let Some((mut a, mut b)) = clip_line(size, a, b) else { return };
    let (wide, high) = ((b[0] - a[0]).abs(), (b[1] - a[1]).abs());
    // The long axis, and the other one.
    let (long, short) = if wide > high { (0, 1) } else { (1, 0) };
    if b[long] < a[long] {
        std::mem::swap(&mut a, &mut b);
    }
    let step = ((b[short] - a[short]) << SHIFT) / ((b[long] - a[long]) | 1);
    let count = (b[long] - a[long]) >> SHIFT;
    let [x, y] = b.map(|side| (side + HALF) >> SHIFT);
    surface.point(x, y);
    let first = (a[long] + HALF) >> SHIFT;
    let mut across = a[short] + HALF;
    for at in first..=first + count {
        let mut point = [0; 2];
        (point[long], point[short]) = (at, across >> SHIFT);
        surface.point(point[0], point[1]);
        across += step;
    }
}
