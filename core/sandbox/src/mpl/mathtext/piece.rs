//! Boxes: what TeX builds formulas of. A piece has a baseline; it reaches `height` above it and `depth`
//! below. Marks in it stand relative to the left end of the baseline, y downwards.

use super::face::{self, Measures};
use crate::Typeface;

/// How much smaller sub- and superscripts are.
pub(super) const SHRINK: f64 = 0.7;

/// A glyph or a rule that is to be drawn.
#[allow(missing_docs)] // each variant tells its fields
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// A character whose origin is at `at`; it is `size` pixels large, but `stretch` times as wide and high.
    Glyph { face: Typeface, character: char, size: f64, stretch: [f64; 2], at: [f64; 2] },
    /// A filled rectangle: `bbox` is left, top, width, height.
    Rule { bbox: [f64; 4] },
}

/// One character before it is put into a row.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Letter {
    pub face: Typeface,
    pub character: char,
    pub size: f64,
    pub measures: Measures,
    /// Whether it is an integral.
    pub integral: bool,
    /// Whether its limits go above and below.
    pub over: bool,
}

impl Letter {
    /// How far it reaches above the baseline; formulas are set with letters that are not hinted.
    pub fn height(&self) -> f64 {
        self.measures.ink[3] * self.size
    }

    /// How far it reaches below.
    pub fn depth(&self) -> f64 {
        -self.measures.ink[1] * self.size
    }

    pub fn advance(&self) -> f64 {
        self.measures.advance * self.size
    }

    /// The width of the ink.
    pub fn width(&self) -> f64 {
        if self.character == ' ' {
            self.advance()
        } else {
            (self.measures.ink[2] - self.measures.ink[0]) * self.size
        }
    }

    pub fn slanted(&self) -> bool {
        matches!(self.face, Typeface::Oblique | Typeface::BoldOblique) || self.integral
    }

    pub fn mark(&self, at: [f64; 2]) -> Mark {
        Mark::Glyph { face: self.face, character: self.character, size: self.size, stretch: [1.0; 2], at }
    }
}

/// A part of a row.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node {
    Letter(Letter),
    Space(f64),
    Piece(Piece),
}

/// A finished box.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Piece {
    pub width: f64,
    pub height: f64,
    pub depth: f64,
    /// How far it is moved down in a row.
    pub shift: f64,
    pub marks: Vec<Mark>,
    /// Whether it is a row of letters and nothing higher.
    pub plain: bool,
    /// The letter that ends it.
    pub last: Option<Letter>,
    /// Whether limits go above and below.
    pub over: bool,
}

impl Piece {
    /// An empty box.
    pub fn blank(width: f64, height: f64, depth: f64) -> Self {
        Self { width, height, depth, plain: true, ..Self::default() }
    }

    /// Puts nodes beside each other.
    pub fn row(nodes: &[Node]) -> Self {
        let mut row = Self { plain: true, ..Self::default() };
        for (index, node) in nodes.iter().enumerate() {
            row.last = None;
            match node {
                Node::Space(width) => row.width += width,
                Node::Letter(letter) => {
                    row.marks.push(letter.mark([row.width, 0.0]));
                    row.width += letter.advance();
                    if let Some(Node::Letter(next)) = nodes.get(index + 1)
                        && next.face == letter.face
                        && next.size == letter.size
                    {
                        row.width += face::kern(letter.face, letter.character, next.character) * letter.size;
                    }
                    row.height = row.height.max(letter.height());
                    row.depth = row.depth.max(letter.depth());
                    row.last = Some(letter.clone());
                }
                Node::Piece(piece) => {
                    row.place(piece, row.width, piece.shift);
                    row.width += piece.width;
                    row.height = row.height.max(piece.height - piece.shift);
                    row.depth = row.depth.max(piece.depth + piece.shift);
                    row.plain &= piece.plain;
                    row.last = piece.last.clone().filter(|_| nodes.len() == 1);
                }
            }
        }
        row
    }

    /// A node as a box of its own.
    pub fn of(node: Node) -> Self {
        match node {
            Node::Piece(piece) => piece,
            node => Self::row(&[node]),
        }
    }

    /// Copies the marks of another box, its baseline's left end at this place.
    pub fn place(&mut self, other: &Self, x: f64, y: f64) {
        self.marks.extend(other.marks.iter().cloned().map(|mut mark| {
            match &mut mark {
                Mark::Glyph { at, .. } => *at = [at[0] + x, at[1] + y],
                Mark::Rule { bbox } => {
                    bbox[0] += x;
                    bbox[1] += y;
                }
            }
            mark
        }));
    }

    /// Puts boxes above each other, each in the middle of `width`, with gaps after all but the last. The
    /// baseline is that of the last.
    pub fn stack(parts: &[(&Self, f64)], width: f64) -> Self {
        let mut stack = Self { width, ..Self::default() };
        let total: f64 = parts.iter().map(|(piece, gap)| piece.height + piece.depth + gap).sum();
        let Some((last, _)) = parts.last() else { return stack };
        let mut y = last.depth - total;
        for (piece, gap) in parts {
            y += piece.height;
            // TeX's glue is rounded to whole pixels.
            stack.place(piece, libm::rint((width - piece.width) / 2.0), y);
            y += piece.depth + gap;
        }
        stack.height = total - last.depth;
        stack.depth = last.depth;
        stack
    }

    /// Makes everything smaller by one level.
    pub fn shrunk(mut self) -> Self {
        self.width *= SHRINK;
        self.height *= SHRINK;
        self.depth *= SHRINK;
        self.shift *= SHRINK;
        for mark in &mut self.marks {
            match mark {
                Mark::Glyph { size, at, .. } => {
                    *size *= SHRINK;
                    at.iter_mut().for_each(|value| *value *= SHRINK);
                }
                Mark::Rule { bbox } => bbox.iter_mut().for_each(|value| *value *= SHRINK),
            }
        }
        self
    }

    /// Adds a rule of this thickness on the baseline moved up by `up`.
    pub fn rule(&mut self, x: f64, up: f64, width: f64, thickness: f64) {
        self.marks.push(Mark::Rule { bbox: [x, -up - thickness, width, thickness] });
    }
}
