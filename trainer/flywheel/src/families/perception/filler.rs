//! Elements that no question asks for.

use super::board::Board;
use super::curve::{Curve, Form};
use super::exact::{along, step, times_in};

/// Words that figures carry.
pub(super) const WORDS: [&str; 12] = [
    "RIVER", "LAMP", "NORTH", "CABLE", "STONE", "GARDEN", "TOWER", "BRIDGE", "HARBOUR", "MILL", "FIELD",
    "PORT",
];
/// Elements tried beyond those wanted before the figure counts as full.
const SPARE: usize = 40;

/// Adds elements of all kinds up to a number, as far as they find room.
pub(super) fn fill(board: &mut Board, total: usize) {
    for _ in 0..total + SPARE {
        if board.count() >= total {
            return;
        }
        let before = board.state.clone();
        if add(board).is_none() {
            board.state = before;
        }
    }
}

fn add(board: &mut Board) -> Option<()> {
    let side = f64::from(board.scene.side());
    let kind = board.scene.pick(&[
        "point", "point", "dot", "dot", "symbol", "symbol", "segment", "segment", "circle", "angle", "word",
        "curve",
    ]);
    if board.state.complete.contains(&kind) {
        return None;
    }
    match kind {
        "point" => {
            let at = board.scene.place(12);
            board.point(at, &[], "point").map(|_| ())
        }
        "dot" => {
            let at = board.scene.place(10);
            board.dot(at, &[], "").map(|_| ())
        }
        "symbol" => {
            let at = board.scene.place(12);
            board.symbol(at, "").map(|_| ())
        }
        "segment" => {
            let (a, direction) = (board.scene.place(8), step(board.scene));
            let share = f64::from(board.scene.int(15, 45)) / 100.0;
            board.segment(a, along(a, direction, times_in(share * side, direction)), &[], "").map(|_| ())
        }
        "circle" => {
            let centre = board.scene.place(12);
            let r = (side * f64::from(board.scene.int(7, 18)) / 100.0) as i32;
            board.circle(centre, r, &[], "").map(|_| ())
        }
        "angle" => {
            let vertex = board.scene.place(12);
            let (first, size) = (board.scene.int(0, 180), board.scene.int(30, 150));
            let reach = side * f64::from(board.scene.int(12, 20)) / 100.0;
            board.angle(vertex, first, size, reach).map(|_| ())
        }
        "word" => {
            let (at, word) = (board.scene.place(20), board.scene.pick(&WORDS));
            // One word of a kind, so that a question can name it.
            if board.state.complete.contains(&word) {
                return None;
            }
            board.word(at, word)?;
            board.state.complete.push(word);
            Some(())
        }
        _ => {
            let (curve, from, to) = some_curve(board, &[Form::Parabola, Form::Bent, Form::Wave]);
            board.curve(&curve, from, to, &[]).map(|_| ())
        }
    }
}

/// A curve of one of some forms somewhere, and its first and last place.
pub(super) fn some_curve(board: &mut Board, forms: &[Form]) -> (Curve, i32, i32) {
    let scene = &mut board.scene;
    let side = f64::from(scene.side());
    let form = scene.pick(forms);
    let (h, k) = scene.place(20);
    let half = (side * f64::from(scene.int(14, 28)) / 100.0) as i32;
    let d = match form {
        Form::Wave => half * 2 / scene.int(5, 9),
        _ => half,
    };
    let share = if form == Form::Wave { (8, 14) } else { (18, 38) };
    let c = (side * f64::from(scene.int(share.0, share.1)) / 100.0) as i32 * scene.pick(&[-1, 1]);
    (Curve { form, k, c, h, d: d.max(8) }, h - half, h + half)
}
