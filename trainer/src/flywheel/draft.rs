//! What a family decides about a problem, before the sandbox draws and checks it.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use super::scene::Scene;

/// A kind of problem.
#[derive(Clone, Copy)]
pub struct Family {
    /// The name in ids, files and flags.
    pub name: &'static str,
    /// What it asks of the model.
    pub task: Task,
    /// VTBench-like domain.
    pub domain: &'static str,
    /// How often it is drawn, relative to the others.
    pub weight: u32,
    /// Lays out a figure; `None` if the dice left no room, then other dice are thrown.
    pub draft: fn(&mut Scene) -> Option<Draft>,
}

/// A question about the scene's figure and its solution.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The question.
    pub question: String,
    /// What to draw, in the order of drawing.
    pub marks: Vec<Mark>,
    /// The words around the drawing and the answer; drawing tasks have none.
    pub reasoning: Option<Reasoning>,
}

/// The words of a reasoning trajectory.
#[derive(Debug, Clone)]
pub struct Reasoning {
    /// What is to be drawn and why, one short sentence.
    pub before: String,
    /// What the drawing shows, one short sentence.
    pub after: String,
    /// The answer.
    pub answer: String,
}

impl Draft {
    /// A drawing task.
    pub fn drawing(question: impl Into<String>, marks: Vec<Mark>) -> Option<Self> {
        Some(Self { question: question.into(), marks, reasoning: None })
    }

    /// A reasoning task.
    pub fn reasoning(
        question: impl Into<String>,
        marks: Vec<Mark>,
        before: impl Into<String>,
        after: impl Into<String>,
        answer: impl ToString,
    ) -> Option<Self> {
        let reasoning = Reasoning { before: before.into(), after: after.into(), answer: answer.to_string() };
        Some(Self { question: question.into(), marks, reasoning: Some(reasoning) })
    }
}
