//! What a figure shows, in the terms of V-Perception.

use serde::{Deserialize, Serialize};

use crate::figure::Place;

/// An element of a figure with integer pixel places and its meaning in words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[allow(missing_docs)] // the fields are V-Perception's
pub enum Element {
    Point {
        x: i32,
        y: i32,
        label: String,
        meaning: String,
    },
    Line {
        x1: i32,
        y1: i32,
        x2: i32,
        y2: i32,
        meaning: String,
    },
    /// Directions are in degrees clockwise from three o'clock.
    Angle {
        vertex: [i32; 2],
        dir1: f64,
        dir2: f64,
        meaning: String,
    },
    Circle {
        cx: i32,
        cy: i32,
        r: i32,
        meaning: String,
    },
    FunctionCurve {
        expression: String,
        domain: [f64; 2],
        meaning: String,
    },
    Text {
        content: String,
        position: [i32; 2],
        meaning: String,
    },
    Symbol {
        position: [i32; 2],
        kind: String,
        meaning: String,
    },
}

/// What the meaning of an element begins with that is true of the figure without a stroke of its own.
const IMPLIED: &str = "implied: ";

/// A meaning without the word that says whether it is drawn.
pub(crate) fn plain(meaning: &str) -> &str {
    meaning.strip_prefix(IMPLIED).unwrap_or(meaning)
}

impl Element {
    /// The same element, said to have no stroke of its own.
    pub(crate) fn implied(mut self) -> Self {
        match &mut self {
            Element::Point { meaning, .. }
            | Element::Line { meaning, .. }
            | Element::Angle { meaning, .. }
            | Element::Circle { meaning, .. }
            | Element::FunctionCurve { meaning, .. }
            | Element::Text { meaning, .. }
            | Element::Symbol { meaning, .. } => meaning.insert_str(0, IMPLIED),
        }
        self
    }

    /// Whether the element has no stroke of its own.
    pub fn is_implied(&self) -> bool {
        self.stated().starts_with(IMPLIED)
    }

    /// What the element means.
    pub fn meaning(&self) -> &str {
        plain(self.stated())
    }

    fn stated(&self) -> &str {
        match self {
            Element::Point { meaning, .. }
            | Element::Line { meaning, .. }
            | Element::Angle { meaning, .. }
            | Element::Circle { meaning, .. }
            | Element::FunctionCurve { meaning, .. }
            | Element::Text { meaning, .. }
            | Element::Symbol { meaning, .. } => meaning,
        }
    }

    /// Moved by some pixels.
    pub fn moved(&self, (dx, dy): Place) -> Self {
        let mut element = self.clone();
        match &mut element {
            Element::Point { x, y, .. } | Element::Circle { cx: x, cy: y, .. } => {
                *x += dx;
                *y += dy;
            }
            Element::Line { x1, y1, x2, y2, .. } => {
                *x1 += dx;
                *y1 += dy;
                *x2 += dx;
                *y2 += dy;
            }
            Element::Angle { vertex: [x, y], .. }
            | Element::Text { position: [x, y], .. }
            | Element::Symbol { position: [x, y], .. } => {
                *x += dx;
                *y += dy;
            }
            Element::FunctionCurve { .. } => {}
        }
        element
    }
}
