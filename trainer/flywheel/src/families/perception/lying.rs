//! Things that lie on, inside or outside others, and extremes.

use super::ask::Ask;
use super::board::Board;
use super::curve::Form;
use super::exact::{along, step, times_in, whole_direction};
use super::filler::some_curve;
use crate::figure::Place;
use crate::scene::distance;
use crate::seen::point;

/// A segment with one end inside a circle.
pub(super) fn end_by_circle(board: &mut Board) -> Option<Ask> {
    let side = board.scene.side();
    let centre = board.scene.place(side / 6);
    let r = side * board.scene.int(12, 22) / 100;
    let circle = board.circle(centre, r, &[], "")?;
    let (inner, outer) = (near(board, centre, r * 2 / 3), board.scene.place(8));
    let gap = board.gap * 0.5;
    let clear =
        distance(inner, centre) <= f64::from(r) - gap && distance(outer, centre) >= f64::from(r) + gap;
    let (a, b) = if board.scene.chance(0.5) { (inner, outer) } else { (outer, inner) };
    let long = distance(a, b) <= f64::from(side) * 0.6;
    (clear && long).then_some(())?;
    let segment = board.segment(a, b, &[], &format!(", one end inside the {circle} circle"))?;
    let (side, at) = if board.scene.chance(0.65) { ("inside", inner) } else { ("outside", outer) };
    Ask::new(board, format!("the end of the {segment} segment that lies {side} the {circle} circle"), at)
}

/// A place at most some pixels to either side of another.
fn near(board: &mut Board, (x, y): Place, reach: i32) -> Place {
    (x + board.scene.int(-reach, reach), y + board.scene.int(-reach, reach))
}

/// The lowest or highest place of a curve.
pub(super) fn turning_point(board: &mut Board) -> Option<Ask> {
    let (curve, from, to) = some_curve(board, &[Form::Parabola, Form::Parabola, Form::Bent]);
    let hue = board.curve(&curve, from, to, &[])?;
    let which = if curve.c > 0 { "highest" } else { "lowest" };
    Ask::new(board, format!("the {which} point of the {hue} curve"), (curve.h, curve.k))
}

/// Two angles of which one is clearly larger; there are no others.
pub(super) fn larger_angle(board: &mut Board) -> Option<Ask> {
    if board.state.complete.contains(&"angle") {
        return None;
    }
    let small = board.scene.int(25, 80);
    let large = small + board.scene.int(40 - 8 * i32::from(board.scene.level), 65);
    let mut vertices = Vec::new();
    for size in [small, large] {
        let (vertex, first) = (board.scene.place(16), board.scene.int(0, 180));
        let reach = f64::from(board.scene.side() * board.scene.int(13, 20) / 100);
        board.angle(vertex, first, size, reach)?;
        vertices.push(vertex);
    }
    board.state.complete.push("angle");
    let (which, at) =
        if board.scene.chance(0.6) { ("larger", vertices[1]) } else { ("smaller", vertices[0]) };
    Ask::new(board, format!("the vertex of the {which} of the two angles"), at)
}

/// A symbol inside a circle and one outside.
pub(super) fn symbol_inside(board: &mut Board) -> Option<Ask> {
    let side = board.scene.side();
    let centre = board.scene.place(side / 6);
    let r = side * board.scene.int(13, 24) / 100;
    let circle = board.circle(centre, r, &[], "")?;
    let (inner, outer) = (near(board, centre, r / 2), board.scene.place(12));
    (distance(outer, centre) >= f64::from(r) + board.gap).then_some(())?;
    board.symbol(inner, &format!(", inside the {circle} circle"))?;
    board.symbol(outer, &format!(", outside the {circle} circle"))?;
    board.state.closed.push((point(centre), f64::from(r)));
    Ask::new(board, format!("the middle of the symbol that lies inside the {circle} circle"), inner)
}

/// Dots of which one lies on a circle.
pub(super) fn dot_on_circle(board: &mut Board) -> Option<Ask> {
    let side = board.scene.side();
    let centre = board.scene.place(side / 6);
    let (x, y, h) = whole_direction(board.scene);
    let k = (side * board.scene.int(12, 22) / 100 / h).max(1);
    let circle = board.circle(centre, k * h, &[], "")?;
    let at = along(centre, (x, y), k);
    board.dot(at, &[point(at)], &format!(", on the {circle} circle"))?;
    let inner = near(board, centre, k * h / 2);
    board.dot(inner, &[], &format!(", inside the {circle} circle"))?;
    let outer = board.scene.place(10);
    (distance(outer, centre) > f64::from(k * h)).then_some(())?;
    board.dot(outer, &[], &format!(", outside the {circle} circle"))?;
    Ask::new(board, format!("the dot that lies on the {circle} circle"), at)
}

/// Dots of which one lies on a segment.
pub(super) fn dot_on_segment(board: &mut Board) -> Option<Ask> {
    let (a, direction) = (board.scene.place(10), step(board.scene));
    let times = times_in(f64::from(board.scene.side() * board.scene.int(28, 55) / 100), direction);
    let segment = board.segment(a, along(a, direction, times), &[], "")?;
    let at = along(a, direction, board.scene.int(times / 4, times * 3 / 4));
    board.dot(at, &[point(at)], &format!(", on the {segment} segment"))?;
    // Another one a little beside it.
    let (step, aside) = (board.scene.int(times / 4, times * 3 / 4), (-direction.1, direction.0));
    let off = times_in(board.gap * 1.3, aside) * board.scene.pick(&[-1, 1]);
    board.dot(along(along(a, direction, step), aside, off), &[], &format!(", off the {segment} segment"))?;
    Ask::new(board, format!("the dot that lies on the {segment} segment"), at)
}
