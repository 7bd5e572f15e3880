//! A step of GRPO by phases: sampling, log-probabilities, update. Problems, sandbox and judge are not in it.

use std::time::Instant;

use anyhow::Result;
use burn::module::Module;
use burn::optim::ModuleOptimizer;
use burn::tensor::Device;
use serde::Serialize;
use vthinker_core::model::{Config, Qwen25Vl};

use super::writing::write;
use crate::rl::objective::{Group, Grpo, Mean, loss};
use crate::rl::rows::micro_batches;
use crate::rl::workers::in_order;
use crate::training::batch::LearningBatch;
use crate::training::gradient::accumulate;
use crate::training::learner::Learner;
use crate::training::sample::Sample;

/// The reference's objective ([`crate::rl::settings::Settings`]).
const OBJECTIVE: Grpo =
    Grpo { clip_low: 0.2, clip_high: 0.2, beta: 0.01, temperature: 1.0, mean: Mean::Rollouts };

/// Seconds of a step's phases, and rollouts a second.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Step {
    pub sampling_seconds: f64,
    /// Of the model that samples, and of the KL's.
    pub scoring_seconds: f64,
    pub updating_seconds: f64,
    pub samples_per_second: f64,
}

/// How a step is shared out.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pace {
    /// Rollouts of a problem.
    pub group: usize,
    /// Rollouts in a micro-batch.
    pub micro: usize,
    /// Threads that compute gradients.
    pub workers: usize,
    /// Steps timed.
    pub steps: usize,
}

/// Takes steps after one that is not timed; gives the medians of the phases, and the learner.
///
/// All samples have one prompt, each has its own answer; those of a group lie in rows as those of a problem do in training.
///
/// # Errors
/// If the context is too short, or a loss is no number.
pub(super) fn steps(
    mut learner: Learner,
    optimizer: &mut ModuleOptimizer,
    reference: &Qwen25Vl,
    samples: &[Sample],
    pace: Pace,
    config: &Config,
    device: &Device,
) -> Result<(Learner, Step)> {
    let Pace { group, micro, workers, steps } = pace;
    // Each its own answer: what the samples have in common is computed once.
    let samples: Vec<_> =
        samples.iter().zip(config.words().cycle()).map(|(sample, word)| sample.answered_with(word)).collect();
    let problems: Vec<Vec<usize>> =
        (0..samples.len()).collect::<Vec<_>>().chunks(group).map(<[usize]>::to_vec).collect();
    let plain = device.clone().inner();
    let length = samples[0].ids.len();
    let tokens = samples.iter().map(Sample::targets).sum();
    let mut phases = [vec![], vec![], vec![]];
    for step in 0..=steps {
        let began = Instant::now();
        let sampling = learner.model.valid().materialize();
        write(&sampling, &samples, length / 2, length - length / 2)?;
        let sampled = began.elapsed().as_secs_f64();
        drop(sampling);
        let micro = micro_batches(&problems, |_| true, |i| &samples[i], micro);
        let groups = in_order(micro.len(), workers, |at| {
            let rows = &micro[at];
            let own: Vec<Vec<_>> =
                rows.iter().map(|row| row.iter().map(|i| &samples[*i]).collect()).collect();
            let batch = LearningBatch::branching(&own, config)?;
            let advantages = rows.iter().flatten().map(|i| if i % 2 == 0 { 1.0 } else { -1.0 }).collect();
            Ok(Group::new(batch, advantages, (samples.len(), tokens), reference, &OBJECTIVE, &plain))
        })?;
        let scored = began.elapsed().as_secs_f64();
        let (grads, _, _) = accumulate(&learner, &groups, workers, device, |learner, group| {
            loss(&learner.model, group, &OBJECTIVE, device)
        })?;
        learner = optimizer.step(1e-5, learner, grads);
        device.sync().ok();
        let updated = began.elapsed().as_secs_f64();
        if step > 0 {
            for (phase, value) in phases.iter_mut().zip([sampled, scored - sampled, updated - scored]) {
                phase.push(value);
            }
        }
    }
    let [sampling_seconds, scoring_seconds, updating_seconds] = phases.map(super::median);
    let samples_per_second = samples.len() as f64 / (sampling_seconds + scoring_seconds + updating_seconds);
    Ok((learner, Step { sampling_seconds, scoring_seconds, updating_seconds, samples_per_second }))
}
