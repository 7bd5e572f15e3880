//! Filling any polygons by the even-odd rule.

use super::clip::cut;
use super::surface::Surface;
use super::{HALF, Line, ONE, P, SHIFT, line, line_aa};

/// Rows above the window that are followed one by one; the sides of what is higher are cut there.
const ABOVE: i64 = 1 << 12;

/// A side that crosses rows.
#[derive(Clone, Copy)]
struct Edge {
    top: i64,
    bottom: i64,
    /// Where it crosses the row, and how that changes from row to row.
    x: i64,
    slope: i64,
}

/// Fills what rings of points enclose together and draws their borders.
pub(super) fn fill<'a>(
    surface: &mut dyn Surface,
    rings: impl Iterator<Item = &'a [P]>,
    kind: Line,
    shift: u32,
) {
    let mut edges = Vec::new();
    for ring in rings {
        collect(surface, ring, kind, shift, &mut edges);
    }
    fill_edges(surface, edges);
}

/// Draws a ring's border and collects its sides.
fn collect(surface: &mut dyn Surface, ring: &[P], kind: Line, shift: u32, edges: &mut Vec<Edge>) {
    let Some(&last) = ring.last() else { return };
    // Columns in fixed point, rows whole.
    let placed = |[x, y]: P| [x << (SHIFT - shift), (y + ((1 << shift) >> 1)) >> shift];
    let [width, height] = surface.size();
    let inside = |[x, y]: P| (0..width).contains(&x) && (0..height).contains(&y);
    let mut from = placed(last);
    edges.reserve(ring.len());
    for &point in ring {
        let to = placed(point);
        let (mut a, mut b) = (from, to);
        if kind == Line::Antialiased {
            line_aa::line(surface, [a[0], a[1] << SHIFT], [b[0], b[1] << SHIFT]);
        } else {
            let [mut start, mut end] = [a, b].map(|[x, y]| [(x + HALF) >> SHIFT, y]);
            line::whole(surface, start, end, kind == Line::Four);
            if !(inside(start) && inside(end)) {
                // The side follows the drawn line where that is cut at the border.
                (start, end, _) = cut([width, height], start, end);
                if start[1] != end[1] {
                    (a[1], b[1]) = (start[1], end[1]);
                }
            }
            (a[0], b[0]) = (start[0] << SHIFT, end[0] << SHIFT);
        }
        if from[1] != to[1] {
            let slope = (b[0] - a[0]) / (b[1] - a[1]);
            let (top, bottom, origin) =
                if from[1] < to[1] { (from[1], to[1], a) } else { (to[1], from[1], b) };
            edges.push(Edge {
                top,
                bottom,
                x: origin[0].saturating_add((top - origin[1]).saturating_mul(slope)),
                slope,
            });
        }
        from = to;
    }
}

fn fill_edges(surface: &mut dyn Surface, mut edges: Vec<Edge>) {
    let [width, height] = surface.size();
    if edges.len() < 2 {
        return;
    }
    let bottom = edges.iter().map(|e| e.bottom).max().unwrap_or(0);
    let top = edges.iter().map(|e| e.top).min().unwrap_or(0);
    let ends = |e: &Edge| [e.x, e.x.saturating_add((e.bottom - e.top).saturating_mul(e.slope))];
    let right = edges.iter().flat_map(ends).max().unwrap_or(0);
    let left = edges.iter().flat_map(ends).min().unwrap_or(0);
    if bottom < 0 || top >= height || right < 0 || left >= width << SHIFT {
        return;
    }
    if top < -ABOVE {
        edges.retain(|edge| edge.bottom > -ABOVE);
        for edge in edges.iter_mut().filter(|edge| edge.top < -ABOVE) {
            edge.x = edge.x.saturating_add((-ABOVE - edge.top).saturating_mul(edge.slope));
            edge.top = -ABOVE;
        }
    }
    crate::sorting::sort_by(&mut edges, |a, b| (a.top, a.x, a.slope).cmp(&(b.top, b.x, b.slope)));
    let mut waiting = edges.iter().copied().peekable();
    let Some(first) = waiting.peek() else { return };
    let mut active: Vec<Edge> = Vec::new();
    let mut merged: Vec<Edge> = Vec::new();
    for y in first.top..bottom.min(height) {
        merged.clear();
        let mut old = active.iter().filter(|edge| edge.bottom != y).copied().peekable();
        loop {
            let new = waiting.peek().filter(|edge| edge.top == y);
            let next = match (old.peek(), new) {
                (None, None) => break,
                (Some(have), Some(new)) if have.x >= new.x => waiting.next(),
                (Some(_), _) => old.next(),
                (None, Some(_)) => waiting.next(),
            };
            merged.extend(next);
            // Every second side ends a span; an unpaired one stays where it is.
            if merged.len().is_multiple_of(2)
                && let [.., a, b] = &mut merged[..]
            {
                surface.span((a.x.min(b.x) + ONE - 1) >> SHIFT, a.x.max(b.x) >> SHIFT, y);
                a.x = a.x.saturating_add(a.slope);
                b.x = b.x.saturating_add(b.slope);
            }
        }
        drop(old);
        merged.sort_by_key(|edge| edge.x);
        std::mem::swap(&mut active, &mut merged);
    }
}
