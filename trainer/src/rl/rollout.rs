//! Sampling conversations.

use anyhow::{Result, ensure};
use vthinker_core::model::Qwen25Vl;
use vthinker_core::think::{EndReason, Event, Feedback, LocalPolicy, Outcome, Piece, Preparation, Sampling};

use super::remote::Origin;
use super::reward::{Judged, Reward, Weights};
use crate::conversations::{Pace, converse};
use crate::evaluation::score::{Score, score};
use crate::flywheel::Problem;
use crate::training::sample::Sample;
use crate::training::watch::Watch;

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
    /// With which weights a server wrote it; none if this process did.
    pub origin: Option<Origin>,
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
    /// Who hears what the conversations are at.
    pub watch: Watch,
    /// How many at a time, and whether in one forward pass.
    pub pace: Pace,
}

/// Samples the plan's `group` of rollouts of each problem: the result is in problem order, group by group.
///
/// Each rollout's random numbers derive from `seed` and its place, so neither timing nor threads nor what else is
/// decoded with it matter.
///
/// # Errors
/// If a problem's picture cannot be read, or the tokens to be trained on are not those that were sampled.
pub fn roll_out(
    model: &Qwen25Vl,
    with: &Preparation,
    problems: &[Problem],
    plan: &Plan,
) -> Result<Vec<Rollout>> {
    plan.watch.expect(problems.len() * plan.group);
    converse(model, problems.len() * plan.group, plan.pace, |place, voice| {
        let (problem, seed) = (&problems[place / plan.group], plan.seed.wrapping_add(place as u64));
        let end = vec![with.tokenizer.im_end];
        let mut policy = LocalPolicy::on(voice, with, end, plan.sampling.clone(), seed);
        let watched = plan.watch.conversation(place);
        let hear = |event: &Event| watched.hear(event);
        let heard = score(&mut policy, problem, plan.max_new_tokens, plan.feedback, hear)?;
        let seen = policy.context_ids().to_vec();
        Rollout::of(problem, with, plan, heard, &seen, policy.into_transcript(), None)
    })
}

impl Rollout {
    /// A finished conversation as a rollout; `seen` are the tokens that whoever wrote it saw.
    ///
    /// # Errors
    /// If the tokens to be trained on are not those.
    pub(super) fn of(
        problem: &Problem,
        with: &Preparation,
        plan: &Plan,
        (score, outcome, events): (Score, Outcome, Vec<Event>),
        seen: &[u32],
        transcript: Vec<(Piece, bool)>,
        origin: Option<Origin>,
    ) -> Result<Self> {
        let mut sample = Sample::default();
        for (piece, written) in transcript {
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
        Ok(Self { sample, score, reward, end: outcome.end, events, origin })
    }
}
