//! Filling convex polygons.

use super::surface::Surface;
use super::{HALF, Line, ONE, P, SHIFT, line, line_aa};

/// One of the two sides that a row is filled between.
struct Side {
    /// The vertex it runs to, and how far the next one is in the list of vertices.
    vertex: usize,
    forward: usize,
    x: i64,
    slope: i64,
    /// The row in which it ends.
    end: i64,
}

/// Fills a convex polygon and draws its border; vertices have `shift` bits of fraction.
pub(super) fn fill(surface: &mut dyn Surface, points: &[P], kind: Line, shift: u32) {
    let Some((&first, &last)) = points.first().zip(points.last()) else { return };
    border(surface, points, last, kind, shift);
    let [width, height] = surface.size();
    let rounded = |value: i64| (value + ((1 << shift) >> 1)) >> shift;
    let extent = |axis: usize| {
        let values = points.iter().map(|p| p[axis]);
        let (low, high) = values.fold((first[axis], first[axis]), |(l, h), v| (l.min(v), h.max(v)));
        (rounded(low), rounded(high))
    };
    let ((left, right), (top, bottom)) = (extent(0), extent(1));
    if points.len() < 3 || right < 0 || bottom < 0 || left >= width || top >= height {
        return;
    }
    let bottom = bottom.min(height - 1);
    let count = points.len();
    let highest = (0..count).min_by_key(|i| points[*i][1]).unwrap_or(0);
    let side = |forward| Side { vertex: highest, forward, x: -ONE, slope: 0, end: top };
    let mut sides = [side(1), side(count - 1)];
    let smooth = kind == Line::Antialiased;
    let (grow_left, grow_right) = if smooth { (ONE - 1, 0) } else { (HALF, HALF) };
    // Every vertex is taken once, whichever side takes it.
    let mut vertices = count as i64;
    let mut y = top;
    while y <= bottom {
        if !smooth || y < bottom || y == top {
            for side in &mut sides {
                if y < side.end {
                    continue;
                }
                let mut from = side.vertex;
                let mut to = (from + side.forward) % count;
                loop {
                    vertices -= 1;
                    if vertices < 0 {
                        break;
                    }
                    let row = rounded(points[to][1]);
                    if row > y {
                        let [start, end] = [from, to].map(|i| points[i][0] << (SHIFT - shift));
                        side.slope = ((end - start) * 2 + (row - y)) / (2 * (row - y));
                        (side.x, side.end, side.vertex) = (start, row, to);
                        break;
                    }
                    (from, to) = (to, (to + side.forward) % count);
                }
            }
        }
        if vertices < 0 {
            break;
        }
        let [a, b] = [sides[0].x, sides[1].x];
        if y >= 0 {
            surface.span((a.min(b) + grow_left) >> SHIFT, (a.max(b) + grow_right) >> SHIFT, y);
        }
        // Rows above the window only move the sides, until one of them ends.
        let next = if y < 0 { sides[0].end.min(sides[1].end).min(0).max(y + 1) } else { y + 1 };
        for side in &mut sides {
            side.x += side.slope * (next - y);
        }
        y = next;
    }
}

/// Draws the sides as thin lines.
fn border(surface: &mut dyn Surface, points: &[P], last: P, kind: Line, shift: u32) {
    let scaled = |p: P| p.map(|side| side << (SHIFT - shift));
    let mut from = last;
    for &to in points {
        match kind {
            Line::Antialiased => line_aa::line(surface, scaled(from), scaled(to)),
            _ if shift == 0 => line::whole(surface, from, to, kind == Line::Four),
            _ => line::fixed(surface, scaled(from), scaled(to)),
        }
        from = to;
    }
}
