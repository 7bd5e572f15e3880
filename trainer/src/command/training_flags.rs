//! Flags that `trainer perception`, `sft` and `rl` share.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use burn::tensor::Device;
use serde::Serialize;
use vthinker_core::think::Task;

use crate::backend::Backend;
use crate::devices::Devices;
use crate::flywheel::Canvas;
use crate::training::checkpoint;
use crate::training::schedule::Decline;
use crate::training::tune::Tuning;

/// Where a run lies, what it begins with, and where it computes.
#[derive(Debug, clap::Args)]
pub struct RunFlags {
    /// Folder for checkpoints, log and the trained model (`OUT/model`).
    #[arg(long)]
    pub out: PathBuf,
    /// Settings to start from: `mini`, `3b`, `7b`, or a TOML file. Flags go over it.
    #[arg(long)]
    pub recipe: Option<String>,
    /// Goes on from the checkpoint in OUT, with its settings where no others are given. A larger --steps makes the run
    /// longer.
    #[arg(long)]
    pub resume: bool,
    /// Where to compute.
    #[arg(long, value_enum, default_value_t)]
    pub backend: Backend,
}

impl RunFlags {
    /// Opens the devices, with gradients: the first, and the others.
    ///
    /// # Errors
    /// If this build lacks the backend, or the machine lacks its driver or a device.
    pub fn devices(&self, devices: &Devices, tuning: &Tuning) -> Result<(Device, Vec<Device>)> {
        let mut devices = devices.open(self.backend)?.into_iter().map(|device| {
            let device = device.autodiff();
            if tuning.gradient_checkpointing { device.gradient_checkpointing() } else { device }
        });
        let first = devices.next().context("devices: at least one is needed")?;
        Ok((first, devices.collect()))
    }

    /// Makes the run's folder.
    ///
    /// # Errors
    /// If the disk refuses.
    pub fn make_folder(&self) -> Result<()> {
        std::fs::create_dir_all(&self.out).with_context(|| format!("creating {}", self.out.display()))
    }

    /// The checkpoint to go on from, where that is wanted.
    ///
    /// # Errors
    /// If it is wanted and there is none, or there is one and it is not.
    pub fn checkpoint(&self) -> Result<Option<PathBuf>> {
        let found = checkpoint::find(&self.out);
        if self.resume {
            return found
                .map(Some)
                .with_context(|| format!("--resume: no checkpoint in {}", self.out.display()));
        }
        ensure!(
            found.is_none(),
            "{} holds a run already: use --resume, or another --out",
            self.out.display()
        );
        Ok(None)
    }
}

/// Settings of both kinds of training as flags: what is not given comes from the recipe, else from the defaults, here
/// those of supervised training and, behind the bar, those of GRPO.
#[derive(Debug, Default, clap::Args, Serialize)]
pub struct TrainingFlags {
    /// Model folder to start from; without it, supervised training makes a mini from scratch, with a tokenizer of its
    /// own. GRPO needs one, which is also the KL's reference.
    #[arg(long)]
    model: Option<PathBuf>,
    /// Problems written by `trainer synth`; without it, fresh ones are made as needed.
    #[arg(long)]
    data: Option<PathBuf>,
    /// Seed of the flywheel when problems are made as needed [1 | 2].
    #[arg(long)]
    synth_seed: Option<u64>,
    /// Size of made figures: `mini` or `full` [mini].
    #[arg(long)]
    canvas: Option<Canvas>,
    /// Only these tasks, separated by commas.
    #[arg(long, value_delimiter = ',')]
    tasks: Option<Vec<Task>>,
    /// Only these problem families, separated by commas.
    #[arg(long, value_delimiter = ',')]
    families: Option<Vec<String>>,
    /// What is fed back of the sandbox's result: `images` or `text` [images].
    #[arg(long)]
    feedback: Option<String>,
    /// Seed of weights and order, or of sampling [0].
    #[arg(long)]
    seed: Option<u64>,
    /// Steps: of the optimizer, or of rollouts [1000 | 50].
    #[arg(long)]
    steps: Option<usize>,
    /// Sequences in a micro-batch [8].
    #[arg(long)]
    micro: Option<usize>,
    /// Threads that compute gradients, on each device [2 on the CPU, 1 on a GPU].
    #[arg(long)]
    workers: Option<usize>,
    /// Devices that share a step's micro-batches: how many, or their numbers, such as `0,1` [1].
    #[arg(long)]
    devices: Option<Devices>,
    /// Peak learning rate [2e-3 | 1e-4].
    #[arg(long)]
    lr: Option<f64>,
    /// Steps of warm-up [100 | 3].
    #[arg(long)]
    warmup: Option<usize>,
    /// How the rate falls after the warm-up [late | cosine].
    #[arg(long, value_enum)]
    decline: Option<Decline>,
    /// Weight decay [0.05 | 0.1].
    #[arg(long)]
    weight_decay: Option<f32>,
    /// Steps between checkpoints [100 | 10].
    #[arg(long)]
    save_every: Option<usize>,
    /// Steps between looks at held-out problems, by which OUT/best is kept; 0 means never [0].
    #[arg(long)]
    validate_every: Option<usize>,
    /// Held-out problems of a look [64 | 60].
    #[arg(long)]
    validation_problems: Option<usize>,
    /// Seconds after which a phase is told to be stuck; 0 means never [300].
    #[arg(long)]
    stuck_after: Option<u64>,
}
