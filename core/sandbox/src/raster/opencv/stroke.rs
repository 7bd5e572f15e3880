//! Lines of any thickness.

use super::clip::clip_line;
use super::ellipse::{self, Ellipse, round};
use super::surface::Surface;
use super::{HALF, Line, ONE, P, SHIFT, circle, convex, line, line_aa};

/// Which ends of a thick line are round.
#[derive(Clone, Copy)]
struct Ends {
    first: bool,
    second: bool,
}

/// Lines from point to point; vertices have `shift` bits of fraction.
pub(super) fn polyline(
    surface: &mut dyn Surface,
    points: &[P],
    closed: bool,
    thickness: i64,
    kind: Line,
    shift: u32,
) {
    let Some((&first, &last)) = points.first().zip(points.last()) else { return };
    let mut from = if closed { last } else { first };
    let mut ends = Ends { first: !closed, second: true };
    for &to in &points[usize::from(!closed)..] {
        segment(surface, from, to, thickness, kind, ends, shift);
        from = to;
        ends.first = false;
    }
}

fn segment(surface: &mut dyn Surface, a: P, b: P, thickness: i64, kind: Line, ends: Ends, shift: u32) {
    let (a, b) = if thickness > 1 && shift == 0 {
        match near(surface.size(), a, b, thickness) {
            Some(cut) => cut,
            None => return,
        }
    } else {
        (a, b)
    };
    let [a, b] = [a, b].map(|p| p.map(|side| side << (SHIFT - shift)));
    let whole = |p: P| p.map(|side| (side + HALF) >> SHIFT);
    if thickness > 1 {
        return thick(surface, a, b, thickness, kind, ends);
    }
    match kind {
        Line::Antialiased => line_aa::line(surface, a, b),
        Line::Four if shift > 0 => line::fixed(surface, a, b),
        _ => line::whole(surface, whole(a), whole(b), kind == Line::Four),
    }
}

/// A line between whole pixels cut where it is farther from the window than it is thick. OpenCV does so, and
/// rounds the new ends to whole pixels, so the line's direction changes a little.
fn near(size: [i64; 2], a: P, b: P, margin: i64) -> Option<(P, P)> {
    let size = size.map(|side| side + 2 * margin);
    let (a, b) = clip_line(size, a.map(|side| side + margin), b.map(|side| side + margin))?;
    Some((a.map(|side| side - margin), b.map(|side| side - margin)))
}

/// A rectangle around the line, and discs at its ends.
fn thick(surface: &mut dyn Surface, a: P, b: P, thickness: i64, kind: Line, ends: Ends) {
    let (dx, dy) = ((a[0] - b[0]) as f64 / ONE as f64, (b[1] - a[1]) as f64 / ONE as f64);
    let square = dx * dx + dy * dy;
    let radius = thickness << (SHIFT - 1);
    if square.abs() > f64::EPSILON {
        let odd = (thickness & 1) as f64;
        let scale = (radius as f64 + odd * ONE as f64 * 0.5) / square.sqrt();
        let [x, y] = [round(dy * scale), round(dx * scale)];
        let corners =
            [[a[0] + x, a[1] + y], [a[0] - x, a[1] - y], [b[0] - x, b[1] - y], [b[0] + x, b[1] + y]];
        convex::fill(surface, &corners, kind, SHIFT);
    }
    for (end, round) in [(a, ends.first), (b, ends.second)] {
        if !round {
            continue;
        }
        if kind == Line::Antialiased {
            let ellipse = Ellipse { center: end, axes: [radius; 2], angle: 0, start: 0, end: 360 };
            ellipse::draw(surface, &ellipse, None, kind);
        } else {
            let center = end.map(|side| (side + HALF) >> SHIFT);
            circle::circle(surface, center, (radius + HALF) >> SHIFT, true);
        }
    }
}
