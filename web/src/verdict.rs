//! What the judge says about a bundled problem.

use serde::{Deserialize, Serialize};

/// The judge's verdict on one conversation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// Size of the picture that the marks' coordinates refer to.
    pub size: [u32; 2],
    /// The drawing, if the problem says what ought to be drawn.
    #[serde(default)]
    pub drawing: Option<DrawingVerdict>,
    /// The answer, if the problem has one.
    #[serde(default)]
    pub answer: Option<AnswerVerdict>,
}

/// Expected marks beside the marks that were drawn. Marks are JSON of the core's `judge::Mark`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DrawingVerdict {
    /// What ought to be drawn.
    pub expected: Vec<serde_json::Value>,
    /// What was drawn.
    pub found: Vec<serde_json::Value>,
    /// For each expected mark, whether it was drawn.
    pub hit: Vec<bool>,
    /// Marks that nothing asked for.
    pub extra: usize,
    /// Deviation allowed, in pixels.
    pub tolerance: f32,
    /// Whether the drawing passes.
    pub pass: bool,
}

/// The right answer beside the one that was given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AnswerVerdict {
    /// The right one.
    pub expected: String,
    /// The model's, if it gave one.
    #[serde(default)]
    pub given: Option<String>,
    /// Whether they say the same.
    pub right: bool,
}
