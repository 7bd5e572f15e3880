//! A model on many problems, greedily.

use std::sync::Mutex;

use anyhow::{Result, anyhow};
use vthinker_core::model::Qwen25Vl;
use vthinker_core::think::{Event, Feedback, LocalPolicy, Preparation, Sampling, Task};

use super::score::{Score, score};
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
    /// Threads, each thinking about a problem of its own.
    pub workers: usize,
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
    let scores: Mutex<Vec<(usize, Score)>> = Mutex::new(vec![]);
    let workers = rules.workers.clamp(1, problems.len().max(1));
    std::thread::scope(|scope| {
        let handles: Vec<_> = (0..workers)
            .map(|worker| {
                let (scores, done) = (&scores, &done);
                scope.spawn(move || -> Result<()> {
                    let end = model.config().eos_token_id;
                    let mut policy = LocalPolicy::of(model, with, vec![end], Sampling::greedy(), 0);
                    for (i, problem) in problems.iter().enumerate().skip(worker).step_by(workers) {
                        let (result, _, events) =
                            score(&mut policy, problem, rules.max_new_tokens, rules.feedback)?;
                        done(problem, events)?;
                        scores.lock().expect("no worker panics while holding it").push((i, result));
                    }
                    Ok(())
                })
            })
            .collect();
        handles
            .into_iter()
            .try_for_each(|h| h.join().map_err(|_| anyhow!("an evaluation worker panicked"))?)
    })?;
    let mut scores = scores.into_inner().expect("all workers are done");
    scores.sort_by_key(|(i, _)| *i);
    Ok(scores.into_iter().map(|(_, score)| score).collect())
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
