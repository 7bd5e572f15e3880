//! Things that meet: crossings, contacts, shared ends.

use super::ask::Ask;
use super::board::Board;
use super::curve::{Curve, Form};
use super::exact::{along, common_divisor, step, times_in, whole_direction};
use super::filler::some_curve;
use crate::seen::point;

/// Two circles that touch from outside.
pub(super) fn touching_circles(board: &mut Board) -> Option<Ask> {
    let side = board.scene.side();
    let centre = board.scene.place(side / 8);
    let (x, y, h) = whole_direction(board.scene);
    let mut radius = || (side * board.scene.int(9, 19) / 100 / h).max(1);
    let (k, l) = (radius(), radius());
    let touch = along(centre, (x, y), k);
    let on = [point(touch)];
    let first = board.circle(centre, k * h, &[], "")?;
    let second =
        board.circle(along(touch, (x, y), l), l * h, &on, &format!(", touches the {first} circle"))?;
    let phrase = format!("the point in which the {first} and the {second} circle touch");
    Ask::new(board, phrase, touch)
}

/// A circle with a segment that touches it.
pub(super) fn tangent(board: &mut Board) -> Option<Ask> {
    let side = board.scene.side();
    let centre = board.scene.place(side / 6);
    let (x, y, h) = whole_direction(board.scene);
    let k = (side * board.scene.int(10, 22) / 100 / h).max(1);
    let touch = along(centre, (x, y), k);
    let circle = board.circle(centre, k * h, &[], "")?;
    let mut reach = || times_in(f64::from(side * board.scene.int(12, 30) / 100), (x, y));
    let (back, forth) = (reach(), reach());
    let (a, b) = (along(touch, (-y, x), -back), along(touch, (-y, x), forth));
    let segment = board.segment(a, b, &[point(touch)], &format!(", tangent to the {circle} circle"))?;
    Ask::new(board, format!("the point in which the {segment} segment touches the {circle} circle"), touch)
}

/// Two segments that cross.
pub(super) fn crossing(board: &mut Board) -> Option<Ask> {
    let side = board.scene.side();
    let at = board.scene.place(side / 8);
    let (d, e) = (step(board.scene), step(board.scene));
    // At least about 25 degrees between them.
    let cross = f64::from(d.0 * e.1 - d.1 * e.0).abs();
    if cross < 0.42 * f64::from(d.0).hypot(f64::from(d.1)) * f64::from(e.0).hypot(f64::from(e.1)) {
        return None;
    }
    let mut reach = |way| times_in(f64::from(side * board.scene.int(10, 30) / 100), way);
    let arms = [reach(d), reach(d), reach(e), reach(e)];
    let on = [point(at)];
    let first = board.segment(along(at, d, -arms[0]), along(at, d, arms[1]), &on, "")?;
    let relation = format!(", crosses the {first} segment");
    let second = board.segment(along(at, e, -arms[2]), along(at, e, arms[3]), &on, &relation)?;
    Ask::new(board, format!("the point in which the {first} and the {second} segment cross"), at)
}

/// Two segments from one place.
pub(super) fn shared_end(board: &mut Board) -> Option<Ask> {
    let side = board.scene.side();
    let at = board.scene.place(side / 10);
    let (d, e) = (step(board.scene), step(board.scene));
    let (long, short) = (f64::from(d.0).hypot(f64::from(d.1)), f64::from(e.0).hypot(f64::from(e.1)));
    let cosine = f64::from(d.0 * e.0 + d.1 * e.1) / (long * short);
    if !(-0.85..=0.85).contains(&cosine) {
        return None;
    }
    let mut reach = |way| times_in(f64::from(side * board.scene.int(18, 40) / 100), way);
    let (k, l) = (reach(d), reach(e));
    let on = [point(at)];
    let first = board.segment(at, along(at, d, k), &on, "")?;
    let second =
        board.segment(along(at, e, l), at, &on, &format!(", shares an end with the {first} segment"))?;
    Ask::new(board, format!("the end that the {first} and the {second} segment share"), at)
}

/// A curve that an axis of x meets twice.
pub(super) fn curve_and_axis(board: &mut Board) -> Option<Ask> {
    if board.state.complete.contains(&"x axis") {
        return None;
    }
    let (base, from, to) = some_curve(board, &[Form::Parabola, Form::Bent]);
    // The axis lies where the curve is `d` pixels off its turning point, with whole `d`.
    let half = (to - from) / 2;
    let d = half * board.scene.int(55, 85) / 100;
    let c = base.c * d / half;
    let curve = Curve { d, c, ..base };
    let axis = curve.k + curve.c;
    let on = [point((curve.h - d, axis)), point((curve.h + d, axis))];
    let hue = board.curve(&curve, from, to, &[])?;
    let beyond = board.scene.side() / 9;
    let (left, right) = (from - board.scene.int(4, beyond), to + board.scene.int(10, beyond));
    board.x_axis(left, right, axis, &on)?;
    board.state.complete.push("x axis");
    let (side, x) = if board.scene.chance(0.5) { ("left", curve.h - d) } else { ("right", curve.h + d) };
    Ask::new(
        board,
        format!("the {side} one of the points in which the {hue} curve meets the x axis"),
        (x, axis),
    )
}

/// A segment that begins inside a circle and leaves it.
pub(super) fn leaving(board: &mut Board) -> Option<Ask> {
    let side = board.scene.side();
    let centre = board.scene.place(side / 6);
    let (x, y, h) = whole_direction(board.scene);
    let k = (side * board.scene.int(12, 22) / 100 / h).max(1);
    let border = along(centre, (x, y), k);
    let circle = board.circle(centre, k * h, &[], "")?;
    // From a place inside, not the centre, straight on through the border.
    let inner = (
        centre.0 + board.scene.int(-k * h / 2, k * h / 2),
        centre.1 + board.scene.int(-k * h / 2, k * h / 2),
    );
    let way = (border.0 - inner.0, border.1 - inner.1);
    let divisor = common_divisor(way.0, way.1);
    let unit = (way.0 / divisor, way.1 / divisor);
    let outer = along(border, unit, times_in(f64::from(side * board.scene.int(10, 25) / 100), unit));
    let segment = board.segment(inner, outer, &[point(border)], &format!(", leaves the {circle} circle"))?;
    Ask::new(board, format!("the point in which the {segment} segment leaves the {circle} circle"), border)
}
