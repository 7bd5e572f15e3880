//! The checker's prompt and its scores.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::create::object;
use super::message::{Part, Prompt, Schema};
use super::rejection::{Reason, Rejection};
use crate::Problem;

/// One score with its reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Score {
    /// From 0 to 10.
    pub score: u8,
    /// Why.
    pub reason: String,
}

/// What a checker says of a problem.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scores {
    /// Question and answer.
    pub question: Score,
    /// The original picture.
    pub image: Score,
    /// The edited picture and the use of the tool.
    pub edit: Score,
}

impl Scores {
    /// What falls below a mark, or `None` if all pass. The pictures come first: with them a question can be repaired.
    pub fn below(&self, pass: u8) -> Option<Rejection> {
        let parts = [
            (&self.image, Reason::JudgedImage),
            (&self.edit, Reason::JudgedEdit),
            (&self.question, Reason::JudgedQuestion),
        ];
        let (part, reason) = parts.into_iter().find(|(part, _)| part.score < pass)?;
        Some(Rejection::new(reason, format!("{} of 10: {}", part.score, part.reason)))
    }
}

const RULES: &str = "\
You check problems for a model that learns to think with pictures. You see a question with its solution, the original \
picture and the picture after the solution's drawing. Solve the problem yourself first, then give three scores from 0 \
(useless) to 10 (no fault), each with its reason in one or two sentences.

- `question`: Is the question clear and does it fit the figure? Is the answer the only right one, the reasoning free of \
gaps, and does it really use the drawing? Does the question keep silent about the construction?
- `image`: Does the original picture show what the question speaks of, nothing cut off, overlapping, too small or too \
pale, and nothing of the solution?
- `edit`: Does the drawing lie exactly where it should, does it only add, and is it necessary for the answer?";

pub(super) fn prompt(problem: &Problem) -> Prompt {
    let told = format!(
        "Question:\n{}\n\nSolution:\n{}\n\nAnswer: {}\n\nThe original picture:",
        problem.prompt(),
        problem.cot_with_code(),
        problem.answer.as_deref().unwrap_or("none, the drawing is the answer"),
    );
    let size = (problem.width, problem.height);
    let parts = vec![
        Part::Text(told),
        Part::Image(problem.image.clone(), size),
        Part::Text("The edited picture:".to_owned()),
        Part::Image(problem.edited_image.clone(), size),
    ];
    let score = object(
        json!({"reason": {"type": "string"}, "score": {"type": "integer", "minimum": 0, "maximum": 10}}),
    );
    let schema = object(json!({"question": score, "image": score, "edit": score}));
    Prompt::new(RULES, parts, Schema { name: "scores", schema })
}

pub(super) fn read(value: &Value) -> Result<Scores, Rejection> {
    let scores = Scores::deserialize(value).map_err(|error| Rejection::new(Reason::Malformed, error))?;
    let all = [&scores.question, &scores.image, &scores.edit];
    if let Some(high) = all.iter().find(|score| score.score > 10) {
        return Err(Rejection::new(
            Reason::Malformed,
            format!("a score of {}: expected 0 to 10", high.score),
        ));
    }
    Ok(scores)
}
