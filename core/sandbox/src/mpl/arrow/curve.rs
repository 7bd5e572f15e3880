//! Arrows that are a line with heads or brackets.

use super::route::Route;
use super::{Bracket, End};
use crate::mpl::geometry::{Affine, Point};
use crate::mpl::path::Path;
use crate::mpl::shapes::around;

/// The line and what stands at its ends. `head` is the head's length and half width, all in pixels.
pub(super) fn parts(
    route: &Route,
    ends: [End; 2],
    head: [f64; 2],
    brackets: &[Bracket; 2],
    scale: f64,
    width: f64,
) -> Vec<(Path, bool)> {
    let tips = [route.start(), route.end()];
    let neighbours = route.neighbours();
    let mut line_ends = tips;
    let mut heads = Vec::new();
    for side in 0..2 {
        let (tip, next) = (tips[side], neighbours[side]);
        match ends[side] {
            End::Open | End::Filled if tip != next => {
                let (points, shift) = wedge(next, tip, head, width);
                line_ends[side] = [tip[0] + shift[0], tip[1] + shift[1]];
                let filled = ends[side] == End::Filled;
                heads.push((if filled { Path::polygon(points) } else { Path::polyline(points) }, filled));
            }
            End::Bracket => heads.push((bracket(tip, next, &brackets[side], scale), false)),
            _ => {}
        }
    }
    let mut parts = vec![(route.with_ends(line_ends[0], line_ends[1]), false)];
    parts.append(&mut heads);
    parts
}

/// The three points of a head at `tip`, and how far it is drawn back so that its stroke ends at the tip.
fn wedge(from: Point, tip: Point, [length, half]: [f64; 2], width: f64) -> ([Point; 3], Point) {
    let (dx, dy) = (from[0] - tip[0], from[1] - tip[1]);
    let distance = libm::hypot(dx, dy).max(1.0e-9);
    let (ux, uy) = (dx / distance, dy / distance);
    let side = libm::hypot(length, half).max(1.0e-9);
    let (cos, sin) = (length / side, half / side);
    let back = if sin > 0.0 { 0.5 * width / sin } else { 0.0 };
    let shift = [back * ux, back * uy];
    let point = |sin: f64| {
        let (x, y) = (side * ux, side * uy);
        [tip[0] + shift[0] + cos * x + sin * y, tip[1] + shift[1] - sin * x + cos * y]
    };
    ([point(sin), [tip[0] + shift[0], tip[1] + shift[1]], point(-sin)], shift)
}

fn bracket(tip: Point, next: Point, bracket: &Bracket, scale: f64) -> Path {
    let (dx, dy) = (tip[0] - next[0], tip[1] - next[1]);
    let distance = libm::hypot(dx, dy).max(1.0e-9);
    let (cos, sin) = (dx / distance, dy / distance);
    let (width, length) = (bracket.width * scale, bracket.length * scale);
    let (first, second) =
        ([tip[0] + width * sin, tip[1] - width * cos], [tip[0] - width * sin, tip[1] + width * cos]);
    let out = |[x, y]: Point| [x + length * cos, y + length * sin];
    let path = Path::polyline([out(first), first, second, out(second)]);
    let turn: Affine = around(tip, bracket.angle);
    if bracket.angle == 0.0 { path } else { path.transformed(&turn) }
}
