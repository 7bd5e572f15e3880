//! What a figure shows, in the terms of V-Perception.

use serde::{Deserialize, Serialize};

/// An element of a figure with integer pixel places and its meaning in words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[allow(missing_docs)] // the fields are V-Perception's
pub enum Element {
    Point { x: i32, y: i32, label: String, meaning: String },
    Line { x1: i32, y1: i32, x2: i32, y2: i32, meaning: String },
    Circle { cx: i32, cy: i32, r: i32, meaning: String },
    Text { content: String, position: [i32; 2], meaning: String },
    Symbol { position: [i32; 2], kind: String, meaning: String },
}
