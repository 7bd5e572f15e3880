//! The settings of a supervised run.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use vthinker_core::think::{Feedback, Task};

use super::anneal::Anneal;
use super::mini::Shape;
use super::optimizer::Kind;
use super::schedule::Decline;
use super::tune::Tuning;
use crate::devices::Devices;
use crate::flywheel::Canvas;

/// Settings of `trainer perception` and `trainer sft`; a recipe's fields and the flags have the same names. Stored in
/// the checkpoint.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Model folder to start from; without it a mini is made from scratch, with a tokenizer of its own.
    pub model: Option<PathBuf>,
    /// Folder of problems; without it, fresh ones are made as needed.
    pub data: Option<PathBuf>,
    /// Seed of the flywheel when problems are made as needed.
    pub synth_seed: u64,
    /// Size of made figures.
    pub canvas: Canvas,
    /// Tasks learned; none means all.
    pub tasks: Vec<Task>,
    /// Problem families, by name; none means all of the canvas.
    pub families: Vec<String>,
    /// What is fed back of the sandbox's result.
    pub feedback: Feedback,
    /// Seed of initial weights and of the order.
    pub seed: u64,
    /// Optimizer steps.
    pub steps: usize,
    /// Problems in a step.
    pub batch: usize,
    /// Problems in a micro-batch.
    pub micro: usize,
    /// Threads that compute gradients, on each device; 0 means two on the CPU, one on a GPU.
    pub workers: usize,
    /// Devices that share a step's micro-batches, each with a copy of the model.
    #[serde(default)]
    pub devices: Devices,
    /// Threads that prepare batches; 0 means one on the CPU, four on a GPU.
    pub loaders: usize,
    /// Longest sequence; a longer sample stops the run before its first step.
    pub max_length: usize,
    /// Peak learning rate.
    pub lr: f64,
    /// Steps of warm-up.
    pub warmup: usize,
    /// How the rate falls.
    pub decline: Decline,
    /// Steps of the final decay, where the rate falls only then.
    pub decay: usize,
    /// Least rate as a share of the peak.
    pub floor: f64,
    /// Optimizer.
    pub optimizer: Kind,
    /// Weight decay.
    pub weight_decay: f32,
    /// Weight of the position probe's loss, which a mini from scratch needs; 0 switches it off.
    pub position_weight: f32,
    /// Which parameters are trained, and in which precision.
    pub tuning: Tuning,
    /// Size of a mini from scratch.
    pub mini: Shape,
    /// Steps between checkpoints.
    pub save_every: usize,
    /// Steps between looks at the held-out loss, by which the best checkpoint is kept; 0 means never.
    pub validate_every: usize,
    /// Held-out problems of a look.
    pub validation_problems: usize,
    /// Seconds after which a phase is told to be stuck; 0 means never.
    #[serde(default = "patience")]
    pub stuck_after: u64,
    /// A stage after the last step, on chosen data at a low rate; none where there is no table `anneal`.
    pub anneal: Option<Anneal>,
}

impl Default for Settings {
    /// The mini's.
    fn default() -> Self {
        Self {
            model: None,
            data: None,
            synth_seed: 1,
            canvas: Canvas::Mini,
            tasks: vec![],
            families: vec![],
            feedback: Feedback::default(),
            seed: 0,
            steps: 1000,
            batch: 32,
            micro: 8,
            workers: 0,
            devices: Devices::default(),
            loaders: 0,
            max_length: 2048,
            lr: 2e-3,
            warmup: 100,
            decline: Decline::Late,
            decay: 200,
            floor: 0.1,
            optimizer: Kind::Muon,
            weight_decay: 0.05,
            position_weight: 0.5,
            tuning: Tuning::default(),
            mini: Shape::default(),
            save_every: 100,
            validate_every: 0,
            validation_problems: 64,
            stuck_after: patience(),
            anneal: None,
        }
    }
}

/// Seconds.
fn patience() -> u64 {
    300
}
