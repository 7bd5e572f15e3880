//! Text for training a tokenizer.

use crate::{Problem, problem};

/// Questions and trajectories of the first problems of a seed, as they stand in a conversation.
pub fn texts(seed: u64, count: u64) -> impl Iterator<Item = String> {
    (0..count).map(move |index| text(&problem(seed, index)))
}

/// Question and trajectory of one problem.
fn text(problem: &Problem) -> String {
    format!("{}\n{}", problem.question, problem.cot_with_code())
}
