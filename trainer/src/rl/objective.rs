//! The GRPO objective.

use burn::tensor::{Device, Tensor, TensorData};
use serde::{Deserialize, Serialize};
use vthinker_core::model::Qwen25Vl;

use crate::training::batch::LearningBatch;
use crate::training::loss::log_probabilities;

/// Clipping, KL weight, temperature and the kind of mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Grpo {
    /// The probability ratio stays above `1 - clip_low` (the reference: 0.2).
    pub clip_low: f32,
    /// The probability ratio stays below `1 + clip_high` (the reference: 0.2).
    pub clip_high: f32,
    /// Weight of the per-token KL to the reference model (the reference: 0.01).
    pub beta: f32,
    /// Temperature of sampling, by which logits are divided in training too.
    pub temperature: f32,
    /// Over what the loss is a mean.
    pub mean: Mean,
}

/// Over what the loss is a mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "snake_case")]
pub enum Mean {
    /// The mean over a rollout's tokens, then over rollouts (GRPO).
    Rollouts,
    /// The mean over all tokens of the step, so that long rollouts weigh more (DAPO).
    Tokens,
}

/// Rollouts of a micro-batch, with what the objective needs.
#[derive(Debug, Clone)]
pub struct Group {
    /// The sequences.
    pub batch: LearningBatch,
    /// Advantage of each sequence.
    pub advantages: Vec<f32>,
    /// Log-probabilities when sampled, per learned token; `None` where they are the current ones, as in the first update after
    /// sampling.
    pub old: Option<Vec<f32>>,
    /// The reference model's log-probabilities, per learned token.
    pub reference: Vec<f32>,
    /// The share of each learned token in the step's mean.
    pub weights: Vec<f32>,
}

impl Group {
    /// Prepares a micro-batch of a step with `rollouts` rollouts and `tokens` learned tokens in all.
    pub fn new(
        batch: LearningBatch,
        advantages: Vec<f32>,
        (rollouts, tokens): (usize, usize),
        reference: &Qwen25Vl,
        grpo: &Grpo,
        device: &Device,
    ) -> Self {
        let mut lengths = vec![0usize; advantages.len()];
        batch.samples.iter().for_each(|sample| lengths[*sample] += 1);
        let weight = |sample: &usize| match grpo.mean {
            Mean::Rollouts => 1.0 / (rollouts * lengths[*sample]) as f32,
            Mean::Tokens => 1.0 / tokens as f32,
        };
        let weights = batch.samples.iter().map(weight).collect();
        let reference = scores(reference, &batch, grpo, device);
        Self { batch, advantages, old: None, reference, weights }
    }

    fn vector(&self, values: Vec<f32>, device: &Device) -> Tensor<1> {
        let n = values.len();
        Tensor::from_data(TensorData::new(values, [n]), device)
    }
}

/// The log-probabilities of a batch's learned tokens under a model, without gradients.
pub fn scores(model: &Qwen25Vl, batch: &LearningBatch, grpo: &Grpo, device: &Device) -> Vec<f32> {
    let hidden = model.forward_batch(&batch.input);
    let vector = log_probabilities(model, hidden, batch, grpo.temperature, device);
    vector.into_data().convert::<f32>().try_to_vec().expect("converted to f32 just now")
}

/// The sum of the KL over the learned tokens, and the loss to be minimised: `-sum w min(ratio A, clipped ratio A) + beta w KL`,
/// with the KL estimate `exp(d) - d - 1`, `d = reference - current`.
pub fn loss(model: &Qwen25Vl, group: &Group, grpo: &Grpo, device: &Device) -> (Tensor<1>, Tensor<1>) {
    let hidden = model.forward_batch(&group.batch.input);
    let current = log_probabilities(model, hidden, &group.batch, grpo.temperature, device);
    from_log_probabilities(current, group, grpo, device)
}

/// What [`loss`] gives, for given current log-probabilities.
pub fn from_log_probabilities(
    current: Tensor<1>,
    group: &Group,
    grpo: &Grpo,
    device: &Device,
) -> (Tensor<1>, Tensor<1>) {
    let advantage: Vec<f32> = group.batch.samples.iter().map(|sample| group.advantages[*sample]).collect();
    let advantage = group.vector(advantage, device);
    let weights = group.vector(group.weights.clone(), device);
    let old = match &group.old {
        Some(old) => group.vector(old.clone(), device),
        None => current.clone().detach(),
    };
    let ratio = (current.clone() - old).exp();
    let clipped = ratio.clone().clamp(1.0 - grpo.clip_low, 1.0 + grpo.clip_high) * advantage.clone();
    let gain = (ratio * advantage).min_pair(clipped);
    let d = group.vector(group.reference.clone(), device) - current;
    let kl = d.clone().exp() - d - 1.0;
    (kl.clone().sum(), ((kl * grpo.beta - gain) * weights).sum())
}
