//! Places computed from points, segments, circles and curves.

use super::ask::Ask;
use super::board::Board;
use super::curve::Form;
use super::exact::{along, common_divisor, step, times_in, whole_direction};
use super::filler::some_curve;
use crate::figure::Place;
use crate::scene::distance;
use crate::seen::point;

/// The centre of a circle, which shows no mark.
pub(super) fn centre(board: &mut Board) -> Option<Ask> {
    let at = board.scene.place(24);
    let r = board.scene.side() * board.scene.int(9, 24) / 100;
    let hue = board.circle(at, r, &[], "")?;
    free(board, at)?;
    Ask::new(board, format!("the centre of the {hue} circle"), at)
}

/// Nothing else may be put where the answer lies.
fn free(board: &mut Board, at: Place) -> Option<()> {
    let roomy = board.has_room(point(at), 2.0, &[]);
    board.state.closed.push((point(at), 6.0));
    roomy.then_some(())
}

/// The midpoint of a segment.
pub(super) fn midpoint(board: &mut Board) -> Option<Ask> {
    let (a, direction) = (board.scene.place(10), step(board.scene));
    let half = times_in(f64::from(board.scene.side() * board.scene.int(11, 30) / 100), direction);
    let hue = board.segment(a, along(a, direction, 2 * half), &[], "")?;
    Ask::new(board, format!("the midpoint of the {hue} segment"), along(a, direction, half))
}

/// A segment, a foot on it and the direction away from it.
fn segment_and_foot(board: &mut Board) -> Option<(crate::Hue, Place, Place)> {
    let (a, direction) = (board.scene.place(10), step(board.scene));
    let times = times_in(f64::from(board.scene.side() * board.scene.int(28, 58) / 100), direction);
    let hue = board.segment(a, along(a, direction, times), &[], "")?;
    let foot = along(a, direction, board.scene.int(times / 5, times * 4 / 5));
    Some((hue, foot, (-direction.1, direction.0)))
}

/// The foot of a perpendicular.
pub(super) fn foot(board: &mut Board) -> Option<Ask> {
    let (hue, foot, away) = segment_and_foot(board)?;
    let height = times_in(f64::from(board.scene.side() * board.scene.int(14, 34) / 100), away);
    let at = along(foot, away, height * board.scene.pick(&[-1, 1]));
    let name = board.point(at, &[], "point")?;
    Ask::new(board, format!("the foot of the perpendicular from {name} to the {hue} segment"), foot)
}

/// The mirror image of a point.
pub(super) fn mirror_image(board: &mut Board) -> Option<Ask> {
    let (hue, foot, away) = segment_and_foot(board)?;
    let height = times_in(f64::from(board.scene.side() * board.scene.int(10, 24) / 100), away);
    let sign = board.scene.pick(&[-1, 1]);
    let (at, image) = (along(foot, away, height * sign), along(foot, away, -height * sign));
    let name = board.point(at, &[], "point")?;
    free(board, image)?;
    Ask::new(board, format!("the mirror image of {name} in the {hue} segment"), image)
}

/// The place of a curve straight above or below a point.
pub(super) fn function_value(board: &mut Board) -> Option<Ask> {
    let (curve, from, to) = some_curve(board, &[Form::Parabola, Form::Bent, Form::Wave]);
    let hue = board.curve(&curve, from, to, &[])?;
    let x = board.scene.int(from + 8, to - 8);
    let y = curve.y(f64::from(x)).round() as i32;
    let off = (board.scene.side() * board.scene.int(10, 30) / 100) * board.scene.pick(&[-1, 1]);
    let name = board.point((x, y + off), &[], "point")?;
    let way = if off > 0 { "above" } else { "below" };
    Ask::new(board, format!("the point of the {hue} curve straight {way} {name}"), (x, y))
}

/// A segment that cuts a circle twice, once at a lettered point.
pub(super) fn second_point(board: &mut Board) -> Option<Ask> {
    let side = board.scene.side();
    let centre = board.scene.place(side / 6);
    let radius = side * board.scene.int(14, 24) / 100;
    let (first, second) = (whole_direction(board.scene), whole_direction(board.scene));
    // One radius that both hypotenuses divide.
    let unit = first.2 * second.2 / common_divisor(first.2, second.2);
    let r = unit * (radius / unit).max(1);
    (r <= side * 3 / 10).then_some(())?;
    let a = along(centre, (first.0, first.1), r / first.2);
    let b = along(centre, (second.0, second.1), r / second.2);
    (distance(a, b) >= f64::from(r) * 0.6).then_some(())?;
    let circle = board.circle(centre, r, &[], "")?;
    let way = (b.0 - a.0, b.1 - a.1);
    let divisor = common_divisor(way.0, way.1);
    let unit = (way.0 / divisor, way.1 / divisor);
    let beyond = times_in(f64::from(side) * 0.08, unit);
    let ends = (along(a, unit, -beyond), along(b, unit, beyond));
    let segment = board.segment(ends.0, ends.1, &[point(a)], &format!(", cuts the {circle} circle"))?;
    let name = board.point(a, &[point(a)], "point on a circle and on a segment")?;
    let phrase =
        format!("the second point, besides {name}, in which the {segment} segment meets the {circle} circle");
    Ask::new(board, phrase, b)
}

/// The middle between two symbols.
pub(super) fn halfway(board: &mut Board) -> Option<Ask> {
    let (a, mut b) = (board.scene.place(14), board.scene.place(14));
    b = (b.0 - (b.0 - a.0) % 2, b.1 - (b.1 - a.1) % 2);
    let share = distance(a, b) / f64::from(board.scene.side());
    (0.25..=0.8).contains(&share).then_some(())?;
    let ((first, kind), (second, other)) = (board.symbol(a, "")?, board.symbol(b, "")?);
    let at = ((a.0 + b.0) / 2, (a.1 + b.1) / 2);
    free(board, at)?;
    Ask::new(board, format!("the point halfway between the {first} {kind} and the {second} {other}"), at)
}

/// A third or a quarter of the way between two points.
pub(super) fn part_of_way(board: &mut Board) -> Option<Ask> {
    let (parts, word) = board.scene.pick(&[(3, "third"), (4, "quarter")]);
    let (a, direction) = (board.scene.place(14), step(board.scene));
    let times = times_in(f64::from(board.scene.side() * board.scene.int(9, 20) / 100), direction);
    let (at, b) = (along(a, direction, times), along(a, direction, parts * times));
    let (first, second) = (board.point(a, &[], "point")?, board.point(b, &[], "point")?);
    free(board, at)?;
    Ask::new(board, format!("the point one {word} of the way from {first} to {second}"), at)
}

/// Two segments that would cross if they were longer.
pub(super) fn longer(board: &mut Board) -> Option<Ask> {
    let side = board.scene.side();
    let at = board.scene.place(side / 10);
    let (d, e) = (step(board.scene), step(board.scene));
    let (long, short) = (f64::from(d.0).hypot(f64::from(d.1)), f64::from(e.0).hypot(f64::from(e.1)));
    let sine = f64::from(d.0 * e.1 - d.1 * e.0).abs() / (long * short);
    (sine >= 0.4).then_some(())?;
    let mut arm = |way: Place| {
        let from = times_in(f64::from(side * board.scene.int(8, 16) / 100), way);
        (
            along(at, way, from),
            along(at, way, from + times_in(f64::from(side * board.scene.int(15, 32) / 100), way)),
        )
    };
    let ((a, b), (f, g)) = (arm(d), arm(e));
    let (first, second) = (board.segment(a, b, &[], "")?, board.segment(g, f, &[], "")?);
    free(board, at)?;
    let phrase = format!("the crossing of the {first} and the {second} segment when both are made longer");
    Ask::new(board, phrase, at)
}

/// The fourth corner of a parallelogram.
pub(super) fn fourth_corner(board: &mut Board) -> Option<Ask> {
    let corners = [board.scene.place(16), board.scene.place(16), board.scene.place(16)];
    let [a, b, c] = corners;
    let at = (a.0 + c.0 - b.0, a.1 + c.1 - b.1);
    let side = f64::from(board.scene.side());
    let area = f64::from((a.0 - b.0) * (c.1 - b.1) - (a.1 - b.1) * (c.0 - b.0)).abs();
    let open = area >= 0.4 * distance(a, b) * distance(b, c);
    (open && distance(a, b).min(distance(b, c)) >= 0.2 * side).then_some(())?;
    let mut names = Vec::new();
    for corner in corners {
        names.push(board.point(corner, &[], "point")?);
    }
    free(board, at)?;
    let phrase = format!(
        "the fourth corner of the parallelogram that has the corners {}, {} and {} in this order",
        names[0], names[1], names[2]
    );
    Ask::new(board, phrase, at)
}
