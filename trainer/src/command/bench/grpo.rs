//! A step of GRPO by phases: sampling, log-probabilities, update. Problems, sandbox and judge are not in it.

use std::time::Instant;

use anyhow::Result;
use burn::module::Module;
use burn::optim::ModuleOptimizer;
use burn::tensor::Device;
use serde::Serialize;
use vthinker_core::model::{Config, Qwen25Vl};

use super::writing::write;
use crate::rl::objective::{Group, Grpo, Mean, loss, scores};
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

/// Takes `steps` steps after one that is not timed; gives the medians of the phases, and the learner.
///
/// # Errors
/// If the context is too short, or a loss is no number.
pub(super) fn steps(
    mut learner: Learner,
    optimizer: &mut ModuleOptimizer,
    reference: &Qwen25Vl,
    samples: &[Sample],
    (micro, steps): (usize, usize),
    config: &Config,
    device: &Device,
) -> Result<(Learner, Step)> {
    let plain = device.clone().inner();
    let length = samples[0].ids.len();
    let tokens = samples.iter().map(Sample::targets).sum();
    let mut phases = [vec![], vec![], vec![]];
    for step in 0..=steps {
        let began = Instant::now();
        let sampling = learner.model.valid().materialize();
        write(&sampling, samples, length / 2, length - length / 2)?;
        let sampled = began.elapsed().as_secs_f64();
        let mut groups = vec![];
        for rows in samples.chunks(micro) {
            let batch = LearningBatch::new(&rows.iter().collect::<Vec<_>>(), config)?;
            let advantages = (0..rows.len()).map(|row| if row % 2 == 0 { 1.0 } else { -1.0 }).collect();
            let mut group =
                Group::new(batch, advantages, (samples.len(), tokens), reference, &OBJECTIVE, &plain);
            group.old = Some(scores(&sampling, &group.batch, &OBJECTIVE, &plain));
            groups.push(group);
        }
        drop(sampling);
        let scored = began.elapsed().as_secs_f64();
        let (grads, _, _) = accumulate(&learner, &groups, 1, device, |learner, group| {
            let value = loss(&learner.model, group, &OBJECTIVE, device);
            (value.clone(), value)
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
