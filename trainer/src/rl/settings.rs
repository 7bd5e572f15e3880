//! The settings of a GRPO run.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use vthinker_core::think::{Feedback, Task};

use super::objective::{Grpo, Mean};
use super::reward::Weights;
use crate::devices::Devices;
use crate::flywheel::Canvas;
use crate::training::schedule::Decline;
use crate::training::tune::Tuning;

/// Settings of `trainer rl`; a recipe's fields and the flags have the same names. Stored in the checkpoint.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Model folder to start from; it is also the KL's reference.
    pub model: Option<PathBuf>,
    /// Folder of problems; without it, the flywheel makes them.
    pub data: Option<PathBuf>,
    /// Seed of the flywheel's problems.
    pub synth_seed: u64,
    /// Seed of sampling.
    pub seed: u64,
    /// Size of made figures.
    pub canvas: Canvas,
    /// Tasks trained on; none means all.
    pub tasks: Vec<Task>,
    /// Families, by name; none means all of the canvas.
    pub families: Vec<String>,
    /// What is fed back of the sandbox's result.
    pub feedback: Feedback,
    /// Rollout steps.
    pub steps: usize,
    /// Problems in a step.
    pub prompts: usize,
    /// Problems that the steps go through again and again; none for an endless stream of new ones.
    pub pool: Option<usize>,
    /// Rollouts of each problem.
    pub group: usize,
    /// Problems tried, at most, for each one wanted, when a group whose rewards are all equal is put aside for
    /// another (DAPO's dynamic sampling); 1 keeps every group.
    pub attempts: usize,
    /// Updates on the rollouts of one step.
    pub iterations: usize,
    /// Rollouts in a micro-batch.
    pub micro: usize,
    /// Threads that compute gradients, on each device; 0 means two on the CPU, one on a GPU.
    pub workers: usize,
    /// Devices that share an update's micro-batches, each with a copy of the model.
    pub devices: Devices,
    /// Threads that sample conversations, each its own, in place of decoding them together; 0 means as many as compute
    /// gradients, where they are not decoded together.
    pub rollout_workers: usize,
    /// Conversations decoded together, finished ones leaving: on a GPU in one forward pass, on the CPU in one of each
    /// thread; 0 or 1 decodes each by itself. Without it, 64 on a GPU and 16 on the CPU.
    pub rollout_batch: Option<usize>,
    /// Peak learning rate.
    pub lr: f64,
    /// Steps of warm-up.
    pub warmup: usize,
    /// How the rate falls.
    pub decline: Decline,
    /// Least rate as a share of the peak.
    pub floor: f64,
    /// Tokens a rollout may have.
    pub max_new_tokens: usize,
    /// Lower clip: the probability ratio stays above `1 - clip_low`.
    pub clip_low: f32,
    /// Upper clip: the probability ratio stays below `1 + clip_high`; DAPO's "clip higher" makes it larger.
    pub clip_high: f32,
    /// Weight of the per-token KL to the reference model.
    pub beta: f32,
    /// Sampling temperature of text.
    pub temperature: f32,
    /// Temperature inside code blocks; 0 is GRPO-ATS's cold code.
    pub code_temperature: f32,
    /// Nucleus sampling.
    pub top_p: f32,
    /// Candidates kept when sampling.
    pub top_k: usize,
    /// Repetition penalty.
    pub repetition_penalty: f32,
    /// Divides advantages by the group's standard deviation; Dr. GRPO does not.
    pub normalise_std: bool,
    /// Over what the loss is a mean.
    pub mean: Mean,
    /// Leaves rollouts that were cut off out of the loss (DAPO's overlong filter).
    pub overlong_filter: bool,
    /// Weights of the rewards.
    pub rewards: Weights,
    /// Address that judges rollouts, too; none means that no server does (`docs/rewards.md`).
    pub reward_server: Option<String>,
    /// Whether it is sent the pictures that rollouts drew.
    pub reward_pictures: bool,
    /// AdamW's weight decay.
    pub weight_decay: f32,
    /// Which parameters are trained, and in which precision.
    pub tuning: Tuning,
    /// Steps between checkpoints.
    pub save_every: usize,
    /// Steps between looks at held-out problems, by which the best model is kept; 0 means never.
    pub validate_every: usize,
    /// Held-out problems of a look.
    pub validation_problems: usize,
    /// Seconds after which a phase is told to be stuck; 0 means never.
    pub stuck_after: u64,
    /// SGLang or vLLM servers that sample; none means this process (`docs/rollouts.md`).
    pub rollouts: Vec<String>,
    /// Conversations that the servers have under way at a time.
    pub in_flight: usize,
    /// Updates between pushes of the weights to the servers.
    pub push_every: usize,
    /// Rollouts whose weights are more steps behind than this are dropped.
    pub max_staleness: usize,
}

impl Default for Settings {
    /// The reference's GRPO (`vthinker-facts`: 8 rollouts of 5 problems, clip 0.2, KL 0.01, temperature 1, top-p 0.9,
    /// top-k 50, penalty 1.05, code sampled cold), but for the learning rate and lengths, which suit the mini.
    fn default() -> Self {
        Self {
            model: None,
            data: None,
            synth_seed: 2,
            seed: 0,
            canvas: Canvas::Mini,
            tasks: vec![],
            families: vec![],
            feedback: Feedback::default(),
            steps: 50,
            prompts: 5,
            pool: None,
            group: 8,
            attempts: 1,
            iterations: 1,
            micro: 8,
            workers: 0,
            devices: Devices::default(),
            rollout_workers: 0,
            rollout_batch: None,
            lr: 1e-4,
            warmup: 3,
            decline: Decline::Cosine,
            floor: 0.1,
            max_new_tokens: 256,
            clip_low: 0.2,
            clip_high: 0.2,
            beta: 0.01,
            temperature: 1.0,
            code_temperature: 0.0,
            top_p: 0.9,
            top_k: 50,
            repetition_penalty: 1.05,
            normalise_std: true,
            mean: Mean::Rollouts,
            overlong_filter: false,
            rewards: Weights::default(),
            reward_server: None,
            reward_pictures: true,
            weight_decay: 0.1,
            tuning: Tuning::default(),
            save_every: 10,
            validate_every: 0,
            validation_problems: 60,
            stuck_after: 300,
            rollouts: vec![],
            in_flight: 32,
            push_every: 1,
            max_staleness: 4,
        }
    }
}

impl Settings {
    /// The objective's part of the settings.
    pub fn grpo(&self) -> Grpo {
        Grpo {
            clip_low: self.clip_low,
            clip_high: self.clip_high,
            beta: self.beta,
            temperature: self.temperature,
            mean: self.mean,
        }
    }
}
