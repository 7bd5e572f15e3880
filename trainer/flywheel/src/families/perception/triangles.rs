//! Centres of triangles.

use super::ask::Ask;
use super::board::Board;
use super::exact::{along, common_divisor, whole_direction};
use crate::figure::Place;
use crate::geometry::angle;
use crate::scene::distance;
use crate::seen::point;

/// The centre of the inscribed circle.
pub(super) fn incentre(board: &mut Board) -> Option<Ask> {
    let corners = some_triangle(board)?;
    let [a, b, c] = corners;
    let lengths = [distance(b, c), distance(c, a), distance(a, b)];
    let sum: f64 = lengths.iter().sum();
    let mean = |pick: fn(&Place) -> i32| {
        let weighted: f64 = corners.iter().zip(lengths).map(|(corner, l)| l * f64::from(pick(corner))).sum();
        (weighted / sum).round() as i32
    };
    let at = (mean(|p| p.0), mean(|p| p.1));
    put(board, corners, "incentre", at)
}

/// The mean of the corners.
pub(super) fn centroid(board: &mut Board) -> Option<Ask> {
    let [a, b, mut c] = some_triangle(board)?;
    // Moved by at most two pixels, so that the mean is whole.
    c = (c.0 - (a.0 + b.0 + c.0) % 3, c.1 - (a.1 + b.1 + c.1) % 3);
    put(board, [a, b, c], "centroid", ((a.0 + b.0 + c.0) / 3, (a.1 + b.1 + c.1) / 3))
}

/// The centre of the circle through the corners, inside the triangle.
pub(super) fn circumcentre(board: &mut Board) -> Option<Ask> {
    let side = board.scene.side();
    let at = board.scene.place(side / 5);
    let ways = [whole_direction(board.scene), whole_direction(board.scene), whole_direction(board.scene)];
    let unit = ways.iter().fold(1, |unit, (_, _, h)| unit * h / common_divisor(unit, *h));
    let r = unit * (side * board.scene.int(18, 32) / 100 / unit).max(1);
    (r <= side * 2 / 5).then_some(())?;
    let corners = ways.map(|(x, y, h)| along(at, (x, y), r / h));
    (least_angle(corners) >= 35.0).then_some(())?;
    put(board, corners, "circumcentre", at)
}

fn some_triangle(board: &mut Board) -> Option<[Place; 3]> {
    let margin = board.scene.letter_size() * 2;
    let corners = [board.scene.place(margin), board.scene.place(margin), board.scene.place(margin)];
    let [a, b, c] = corners;
    let (least, most) = (f64::from(board.scene.side()) * 0.28, f64::from(board.scene.side()) * 0.75);
    let sized = [distance(a, b), distance(b, c), distance(c, a)].iter().all(|l| (least..=most).contains(l));
    (sized && least_angle(corners) >= 30.0).then_some(corners)
}

fn least_angle([a, b, c]: [Place; 3]) -> f64 {
    if a == b || b == c || c == a {
        return 0.0;
    }
    angle([a, b], [a, c]).min(angle([b, a], [b, c])).min(angle([c, a], [c, b]))
}

/// Draws the triangle and asks for a centre of it.
fn put(board: &mut Board, corners: [Place; 3], centre: &str, at: Place) -> Option<Ask> {
    for (i, corner) in corners.iter().enumerate() {
        let next = corners[(i + 1) % 3];
        board.ink_line(*corner, next, &[point(*corner), point(next)], "side of a triangle")?;
    }
    let mut names = String::new();
    for corner in corners {
        names += &board.point(corner, &[point(corner)], "corner of a triangle")?;
    }
    let roomy = board.has_room(point(at), 2.0, &[]);
    board.state.closed.push((point(at), 6.0));
    roomy.then_some(())?;
    Ask::new(board, format!("the {centre} of triangle {names}"), at)
}
