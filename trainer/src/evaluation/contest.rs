//! A model on many problems, greedily.

use anyhow::Result;
use vthinker_core::model::Qwen25Vl;
use vthinker_core::think::{Event, Feedback, LocalPolicy, Preparation, Sampling, Task};

use super::score::{Score, score};
use crate::conversations::{Pace, converse};
use crate::flywheel::{Family, Problem, problem_of};

/// Turns a training seed into one whose problems no step of the training sees.
pub const HELD_OUT: u64 = 0x5eed_0000_0000_0000;

/// How a contest is held.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// Tokens that may be written for a problem.
    pub max_new_tokens: usize,
    /// What is fed back of the sandbox's result.
    pub feedback: Feedback,
    /// How many problems are thought about at a time, and whether in one forward pass.
    pub pace: Pace,
}

/// Scores in the order of the problems; `done` hears of each as it is finished, in any order.
///
/// # Errors
/// If a problem's picture cannot be read, or `done` fails.
pub fn contest(
    model: &Qwen25Vl,
    with: &Preparation,
    problems: &[Problem],
    rules: Rules,
    done: impl Fn(&Problem, Vec<Event>) -> Result<()> + Sync,
) -> Result<Vec<Score>> {
    let end = vec![model.config().eos_token_id];
    converse(model, problems.len(), rules.pace, |place, voice| {
        let problem = &problems[place];
        let mut policy = LocalPolicy::on(voice, with, end.clone(), Sampling::greedy(), 0);
        let (result, _, events) = score(&mut policy, problem, rules.max_new_tokens, rules.feedback, |_| ())?;
        done(problem, events)?;
        Ok(result)
    })
}

/// The first `count` problems of each task that the families have, from a seed.
///
/// # Errors
/// If a family breaks its own rules.
pub fn held_out(families: &[&Family], seed: u64, count: usize) -> Result<Vec<Problem>> {
    let mut problems: Vec<Problem> = vec![];
    let has = |task: &Task| families.iter().any(|family| family.task == *task);
    let mut missing: Vec<(Task, usize)> = Task::ALL.into_iter().filter(has).map(|t| (t, count)).collect();
    let mut index = 0;
    while missing.iter().any(|(_, n)| *n > 0) {
        let next = problem_of(families, seed, index)?;
        index += 1;
        for (task, n) in &mut missing {
            if *task == next.task && *n > 0 {
                *n -= 1;
                problems.push(next.clone());
            }
        }
    }
    Ok(problems)
}
