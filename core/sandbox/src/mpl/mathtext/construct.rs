//! Fractions, roots, accents, lines over and under, and delimiters that grow.

use super::face::measure;
use super::piece::{Letter, Mark, Node, Piece, SHRINK};
use super::scripts::{RULE, X_HEIGHT};
use crate::Typeface;

/// The height at which fractions have their bar, in shares of the font size.
const AXIS: f64 = 0.25;
// How far numerators go up and denominators down, in shares of the font size.
const NUMERATOR_DISPLAY: f64 = 1529.86 / 2048.0;
const NUMERATOR: f64 = 868.352 / 2048.0;
const NUMERATOR_BARE: f64 = 970.752 / 2048.0;
const DENOMINATOR_DISPLAY: f64 = 1548.29 / 2048.0;
const DENOMINATOR: f64 = 768.0 / 2048.0;

/// A fraction with a bar; `display` keeps numerator and denominator in full size.
pub(super) fn fraction(above: Piece, below: Piece, size: f64, bar: bool, display: bool) -> Piece {
    let rule = RULE * size;
    let shrink = |piece: Piece| if display { piece } else { piece.shrunk() };
    let (above, below) = (shrink(above), shrink(below));
    let width = above.width.max(below.width);
    let scale = if display { size } else { size * SHRINK };
    let (up, down) = match (display, bar) {
        (true, _) => (NUMERATOR_DISPLAY * scale, DENOMINATOR_DISPLAY * scale),
        (false, true) => (NUMERATOR * scale, DENOMINATOR * scale),
        (false, false) => (NUMERATOR_BARE * scale, DENOMINATOR * scale),
    };
    let axis = AXIS * size;
    let mut stack = if bar {
        let least = if display { 3.0 * rule } else { rule };
        let gap_above = ((up - above.depth) - (axis + rule / 2.0)).max(least);
        let gap_below = ((axis - rule / 2.0) - (below.height - down)).max(least);
        let mut stack = Piece::stack(&[(&above, gap_above + rule + gap_below), (&below, 0.0)], width);
        stack.rule(0.0, below.height + gap_below, width, rule);
        stack.shift = below.height + gap_below + rule / 2.0 - axis;
        stack
    } else {
        let least = if display { 7.0 * rule } else { 3.0 * rule };
        let wanted = (up - above.depth) - (below.height - down);
        let mut stack = Piece::stack(&[(&above, wanted.max(least)), (&below, 0.0)], width);
        stack.shift = down + (least - wanted).max(0.0) / 2.0;
        stack
    };
    stack.plain = false;
    let side = Node::Space(rule);
    Piece { last: None, plain: false, ..Piece::row(&[side.clone(), Node::Piece(stack), side]) }
}

/// A box under a line.
pub(super) fn overline(body: &Piece, size: f64) -> Piece {
    let rule = RULE * size;
    covered(body, 0.0, body.height - body.shift + 3.0 * rule + 0.06 * size, rule)
}

fn covered(body: &Piece, side: f64, height: f64, rule: f64) -> Piece {
    let mut covered = Piece { width: body.width + 2.0 * side, height, depth: body.depth, ..Piece::default() };
    covered.place(body, side, body.shift);
    covered.rule(0.0, height - rule, covered.width, rule);
    covered
}

/// A box over a line.
pub(super) fn underline(body: &Piece, size: f64) -> Piece {
    let rule = RULE * size;
    let depth = body.depth + 5.0 * rule;
    let mut lined = Piece { width: body.width, height: body.height, depth, ..Piece::default() };
    lined.place(body, 0.0, 0.0);
    lined.rule(0.0, -(body.depth + 4.0 * rule), body.width, rule);
    lined
}

/// A root, with the number of the root if it is not the square root.
pub(super) fn root(body: &Piece, number: Option<Piece>, size: f64) -> Piece {
    let rule = RULE * size;
    let sign = grown('\u{221a}', body.height - body.shift + 5.0 * rule, body.depth + body.shift, size);
    let height = sign.height - sign.shift;
    let mut right = covered(body, 2.0 * rule, height + 0.06 * size, rule);
    right.depth = right.depth.max(sign.depth + sign.shift);
    let mut number = match number {
        Some(number) => number.shrunk().shrunk(),
        None => Piece::blank(0.5 * sign.width, 0.0, 0.0),
    };
    number.shift = -height * 0.6;
    let back = Node::Space(-0.5 * sign.width);
    let row = [Node::Piece(number), back, Node::Piece(sign), Node::Piece(right)];
    Piece { last: None, plain: false, ..Piece::row(&row) }
}

/// An accent over something; `wide` ones grow with it.
pub(super) fn accent(sign: char, wide: bool, below: Node, size: f64) -> Option<Piece> {
    let measures = measure(Typeface::Sans, sign)?;
    let [left, bottom, right, top] = measures.ink;
    let width = match &below {
        Node::Letter(letter) => letter.width(),
        Node::Space(width) => *width,
        Node::Piece(piece) => piece.width,
    };
    let base = Piece::of(below);
    let scale = if wide && right > left { width / (right - left) } else { size };
    let scale = if sign == '\u{2218}' { scale * SHRINK * SHRINK } else { scale };
    let (ink, high) = ((right - left) * scale, (top - bottom) * scale);
    let indent = if wide { 0.0 } else { width / 4.0 };
    let x = libm::rint((width - indent - ink) / 2.0) + indent - left * scale;
    let rise = base.height + 2.0 * RULE * size;
    let glyph = Mark::Glyph {
        face: Typeface::Sans,
        character: sign,
        size: scale,
        stretch: [1.0; 2],
        at: [x, -rise + bottom * scale],
    };
    let mut piece = Piece { width: base.width, height: rise + high, depth: base.depth, ..Piece::default() };
    piece.marks.push(glyph);
    piece.place(&base, 0.0, 0.0);
    Some(piece)
}

/// Heights and advances of the large delimiters in shares of the font size, in four sizes.
type Sizes = [(f64, f64); 4];
const ROUND: Sizes = [(1.23, 0.468), (1.845, 0.589), (2.46, 0.75), (3.075, 0.808)];
const SQUARE: Sizes = [(1.23, 0.383), (1.845, 0.459), (2.46, 0.508), (3.075, 0.661)];
const CURLY: Sizes = [(1.23, 0.575), (1.845, 0.717), (2.46, 0.906), (3.075, 1.076)];
const ROOT: Sizes = [(1.847, 1.057), (2.46, 1.124), (3.075, 1.076), (3.075, 1.076)];

/// A sign that reaches at least this height and depth: the letter itself if it does, or else one that is
/// stretched.
pub(super) fn grown(sign: char, height: f64, depth: f64, size: f64) -> Piece {
    let Some(measures) = measure(Typeface::Sans, sign) else { return Piece::default() };
    let letter =
        Letter { face: Typeface::Sans, character: sign, size, measures, integral: false, over: false };
    let (own, wanted) = (letter.height() + letter.depth(), height + depth);
    if own <= 0.0 || own >= wanted - 0.2 * X_HEIGHT * size {
        return Piece::row(&[Node::Letter(letter)]);
    }
    let sizes = match sign {
        '(' | ')' | '\u{27e8}' | '\u{27e9}' => Some(ROUND),
        '[' | ']' | '\u{230a}' | '\u{230b}' | '\u{2308}' | '\u{2309}' => Some(SQUARE),
        '{' | '}' => Some(CURLY),
        '\u{221a}' => Some(ROOT),
        _ => None,
    };
    let tall = wanted / own;
    let wide = sizes.map_or(tall.min(1.2), |sizes| {
        let fits = |(total, _): &&(f64, f64)| total * size >= wanted - 0.2 * X_HEIGHT * size;
        let (total, advance) = sizes.iter().find(fits).copied().unwrap_or(sizes[3]);
        advance * (wanted / total) / (measures.advance * size)
    });
    // Its own ends keep their shares of the whole.
    let (own_height, own_depth) = (letter.height() * tall, letter.depth() * tall);
    let mark =
        Mark::Glyph { face: Typeface::Sans, character: sign, size, stretch: [wide, tall], at: [0.0; 2] };
    Piece {
        width: letter.advance() * wide,
        height: own_height,
        depth: own_depth,
        shift: depth - own_depth,
        marks: vec![mark],
        ..Piece::default()
    }
}
