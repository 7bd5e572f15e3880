//! What a creator proposes, before the sandbox has drawn it.

use serde::{Deserialize, Serialize};

use crate::Tool;

/// Choice or fill-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// The answer is one of several.
    Choice,
    /// The answer is to be found without any.
    FillIn,
}

/// A principle with its place in the tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Principle {
    /// Names from the domain to the principle.
    pub path: Vec<String>,
    /// What it states.
    pub sentence: String,
}

impl Principle {
    /// The last name of the path.
    pub fn name(&self) -> &str {
        self.path.last().map_or("", String::as_str)
    }
}

/// A drawing and the words before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What is to be drawn and why.
    pub thought: String,
    /// Python that draws it.
    pub code: String,
}

/// A problem in words and code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proposal {
    /// The question without choices.
    pub question: String,
    /// Answers to choose from; none for fill-in.
    pub choices: Vec<String>,
    /// The answer in words, also where there are choices.
    pub answer: String,
    /// Python that draws the figure.
    pub figure_code: String,
    /// The drawings, one to three.
    pub steps: Vec<Step>,
    /// What the drawings show and how the answer follows.
    pub conclusion: String,
    /// Difficulty from 1 to 3.
    pub level: u8,
    /// The principles it rests on.
    pub knowledge: Vec<Principle>,
    /// Names of the tools it uses.
    pub tools: Vec<String>,
}

/// A problem and what came with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Created {
    /// The problem.
    pub proposal: Proposal,
    /// Tools that were not in the list.
    pub new_tools: Vec<Tool>,
}
