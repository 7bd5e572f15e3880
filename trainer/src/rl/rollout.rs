//! Sampling conversations.

use std::sync::Mutex;

use anyhow::{Result, anyhow, ensure};
use vthinker_core::model::Qwen25Vl;
use vthinker_core::think::{EndReason, Event, Feedback, LocalPolicy, Preparation, Sampling};

use super::reward::{Judged, Reward, Weights};
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
    /// Why it ended.
    pub end: EndReason,
    /// What happened.
    pub events: Vec<Event>,
}

impl Rollout {
    /// Whether the token limit cut it off.
    pub fn cut_off(&self) -> bool {
        self.end == EndReason::Length
    }
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
    /// What is fed back of the sandbox's result.
    pub feedback: Feedback,
    /// Weights of the rewards.
    pub rewards: Weights,
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
/// If a problem's picture cannot be read, or the tokens to be trained on are not those that were sampled.
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
                        let seed = plan.seed.wrapping_add(place as u64);
                        let rollout = one(model, with, &problems[place / plan.group], plan, seed)?;
                        slots.lock().expect("no worker panics while holding it")[place] = Some(rollout);
                    }
                    Ok(())
                })
            })
            .collect();
        handles.into_iter().try_for_each(|h| h.join().map_err(|_| anyhow!("a rollout worker panicked"))?)
    })?;
    Ok(slots.into_inner().expect("all workers are done").into_iter().flatten().collect())
}

fn one(model: &Qwen25Vl, with: &Preparation, problem: &Problem, plan: &Plan, seed: u64) -> Result<Rollout> {
    let end = vec![with.tokenizer.im_end];
    let mut policy = LocalPolicy::of(model, with, end, plan.sampling.clone(), seed);
    let (score, outcome, events) = score(&mut policy, problem, plan.max_new_tokens, plan.feedback)?;
    let seen = policy.context_ids().to_vec();
    let mut sample = Sample::default();
    for (piece, written) in policy.into_transcript() {
        sample.push(piece, written, with);
    }
    // Other numbers of vision tokens in training than in the rollout would train on what was never seen.
    ensure!(
        sample.ids == seen,
        "problem `{}`: the rollout saw {} tokens, training would see {}",
        problem.id,
        seen.len(),
        sample.ids.len()
    );
    let reward = Reward::of(Judged { outcome: &outcome, score: &score }, &plan.rewards);
    Ok(Rollout { sample, score, reward, end: outcome.end, events })
}
