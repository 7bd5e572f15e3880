//! Sub- and superscripts, limits and primes.

use super::piece::{Letter, Node, Piece, SHRINK};

/// The height of an x, in shares of the font size.
pub(super) const X_HEIGHT: f64 = 1120.0 / 2048.0;
/// The thickness of rules.
pub(super) const RULE: f64 = 0.75 / 12.0;
// In shares of the x's height.
const UNIT: f64 = 1120.0;
const SUPERSCRIPT_DROP: f64 = 790.527 / UNIT;
const SUBSCRIPT_DROP: f64 = 102.4 / UNIT;
const SUPERSCRIPT: f64 = 845.824 / UNIT;
const SUBSCRIPT: f64 = 307.199 / UNIT;
const SUBSCRIPT_BELOW: f64 = 632.832 / UNIT;
const SCRIPT_SPACE: f64 = 0.05;
const DELTA: f64 = 0.025;
const DELTA_SLANTED: f64 = 0.2;
const DELTA_INTEGRAL: f64 = 0.1;

/// Hangs scripts on a nucleus; `size` is the font size in pixels.
pub(super) fn attach(nucleus: Node, below: Option<Node>, above: Option<Node>, size: f64) -> Piece {
    let over = match &nucleus {
        Node::Letter(letter) => letter.over,
        Node::Piece(piece) => piece.over,
        Node::Space(_) => false,
    };
    if over { limits(nucleus, below, above, size) } else { beside(nucleus, below, above, size) }
}

fn limits(nucleus: Node, below: Option<Node>, above: Option<Node>, size: f64) -> Piece {
    // A lone letter is as wide as its ink here.
    let narrow = |node: Node| match node {
        Node::Letter(letter) => {
            let width = letter.width();
            Piece { width, ..Piece::row(&[Node::Letter(letter)]) }
        }
        node => Piece::of(node),
    };
    let gap = 3.0 * RULE * size;
    let nucleus = narrow(nucleus);
    let above = above.map(|node| narrow(node).shrunk());
    let below = below.map(|node| narrow(node).shrunk());
    let width = [Some(&nucleus), above.as_ref(), below.as_ref()]
        .into_iter()
        .flatten()
        .fold(0.0_f64, |width, piece| width.max(piece.width));
    let mut parts = Vec::new();
    if let Some(above) = &above {
        parts.push((above, gap));
    }
    parts.push((&nucleus, if below.is_some() { gap } else { 0.0 }));
    if let Some(below) = &below {
        parts.push((below, 0.0));
    }
    let mut stack = Piece::stack(&parts, width);
    if let Some(below) = &below {
        stack.shift = below.height + gap + nucleus.depth;
    }
    Piece { plain: false, ..Piece::row(&[Node::Piece(stack)]) }
}

fn beside(nucleus: Node, below: Option<Node>, above: Option<Node>, size: f64) -> Piece {
    let nucleus = Piece::of(nucleus);
    let x_height = X_HEIGHT * size;
    let last = nucleus.last.clone();
    let integral = last.as_ref().is_some_and(|letter| letter.integral);
    let (height, depth) =
        last.as_ref().map_or((nucleus.height, nucleus.depth), |letter| (letter.height(), letter.depth()));
    let mut above_kern = DELTA * x_height;
    let mut below_kern = DELTA * x_height;
    if last.as_ref().is_some_and(Letter::slanted) {
        above_kern += DELTA * x_height + DELTA_SLANTED * (height - x_height * 2.0 / 3.0);
        below_kern = 0.0;
        if integral {
            below_kern = (3.0 * DELTA - DELTA_INTEGRAL) * height;
            above_kern = (3.0 * DELTA + DELTA_INTEGRAL) * height;
        }
    }
    let (mut up, mut down) = if nucleus.plain {
        (0.0, 0.0)
    } else {
        let small = x_height * SHRINK;
        (nucleus.height - SUPERSCRIPT_DROP * small, nucleus.depth + SUBSCRIPT_DROP * small)
    };
    let script = |kern: f64, node: Node| Piece::row(&[Node::Space(kern), node]).shrunk();
    let dropped = (if integral { depth } else { 0.0 }) + SUBSCRIPT_DROP * x_height;
    let mut scripts = match (above, below) {
        (None, None) => return nucleus,
        (None, Some(below)) => {
            let mut below = script(below_kern, below);
            let least = (SUBSCRIPT * x_height).max(below.height - x_height * 0.8);
            below.shift = if integral { dropped } else { down.max(least) };
            below
        }
        (Some(above), below) => {
            let mut above = script(above_kern, above);
            let least = (SUPERSCRIPT * x_height).max(above.depth + x_height / 4.0);
            up = if integral { height - SUBSCRIPT_DROP * x_height } else { up.max(least) };
            if let Some(below) = below {
                let below = script(below_kern, below);
                down = if integral { dropped } else { down.max(SUBSCRIPT_BELOW * x_height) };
                let clear = 4.0 * RULE * size - ((up - above.depth) - (below.height - down));
                if clear > 0.0 {
                    down += clear;
                    let more = x_height * 0.8 - up + above.depth;
                    if more > 0.0 {
                        up += more;
                        down -= more;
                    }
                }
                let mut both = Piece { width: above.width.max(below.width), ..Piece::default() };
                both.place(&above, 0.0, -up);
                both.place(&below, 0.0, down);
                both.height = up + above.height;
                both.depth = down + below.depth;
                both
            } else {
                above.shift = -up;
                above
            }
        }
    };
    if !integral {
        scripts.width += SCRIPT_SPACE * x_height;
    }
    Piece { plain: false, last: None, ..Piece::row(&[Node::Piece(nucleus), Node::Piece(scripts)]) }
}
