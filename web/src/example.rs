//! A bundled problem, as `trainer synth` writes it.

use serde::{Deserialize, Serialize};

/// One problem with its solution. `answer` and `marks` are for the judge; the model never sees them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Example {
    /// Unique among the problems.
    pub id: String,
    /// `perception`, `instruction` or `reasoning`.
    pub task: String,
    /// The kind of figure.
    #[serde(default)]
    pub family: String,
    /// What is asked.
    pub question: String,
    /// The picture's file, beside the problem's own.
    pub image: String,
    /// The right answer, for reasoning.
    #[serde(default)]
    pub answer: Option<String>,
    /// What ought to be drawn, in the judge's own format.
    #[serde(default)]
    pub marks: Vec<serde_json::Value>,
}
