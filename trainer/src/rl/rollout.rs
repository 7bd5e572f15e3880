//! Sampling conversations.

use std::sync::Mutex;

use anyhow::Result;
use vthinker_core::model::Qwen25Vl;
use vthinker_core::think::{LocalPolicy, Preparation, Sampling};

use super::reward::Reward;
use crate::evaluation::score::{Score, score};
use crate::flywheel::Problem;
use crate::training::sample::Sample;

/// One sampled conversation.
#[derive(Debug, Clone)]
pub struct Rollout {
    /// The tokens, with the model's own marked as learned.
    pub sample: Sample,
    /// Its judgement.
    pub score: Score,
    /// Its reward.
    pub reward: Reward,
}

/// How conversations are sampled.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Rollouts of each problem.
    pub group: usize,
    /// Temperatures and truncation.
    pub sampling: Sampling,
    /// Tokens a rollout may have.
    pub max_new_tokens: usize,
    /// Seed of the sampling.
    pub seed: u64,
    /// Threads.
    pub workers: usize,
}

/// Samples the plan's `group` of rollouts of each problem: the result is in problem order, group by group.
///
/// Each rollout's random numbers derive from `seed` and its place, so neither timing nor threads matter.
///
/// # Errors
/// If a problem's picture cannot be read.
pub fn roll_out(
    model: &Qwen25Vl,
    with: &Preparation,
    problems: &[Problem],
    plan: &Plan,
) -> Result<Vec<Rollout>> {
    let total = problems.len() * plan.group;
    let slots: Mutex<Vec<Option<Rollout>>> = Mutex::new(vec![None; total]);
    let workers = plan.workers.clamp(1, total.max(1));
    std::thread::scope(|scope| {
        let handles: Vec<_> = (0..workers)
            .map(|worker| {
                let slots = &slots;
                scope.spawn(move || -> Result<()> {
                    for place in (worker..total).step_by(workers) {
                        let end = vec![with.tokenizer.im_end];
                        let seed = plan.seed.wrapping_add(place as u64);
                        let mut policy = LocalPolicy::of(model, with, end, plan.sampling.clone(), seed);
                        let (score, _, _) =
                            score(&mut policy, &problems[place / plan.group], plan.max_new_tokens)?;
                        let mut sample = Sample::default();
                        for (piece, written) in policy.into_transcript() {
                            sample.push(piece, written, with);
                        }
                        let reward = Reward::of(&score);
                        slots.lock().expect("no worker panics while holding it")[place] =
                            Some(Rollout { sample, score, reward });
                    }
                    Ok(())
                })
            })
            .collect();
        handles
            .into_iter()
            .try_for_each(|h| h.join().map_err(|_| anyhow::anyhow!("a rollout worker panicked"))?)
    })?;
    Ok(slots.into_inner().expect("all workers are done").into_iter().flatten().collect())
}
