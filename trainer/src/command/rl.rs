//! `trainer rl`: GRPO on the flywheel's problems.

use std::path::PathBuf;

use anyhow::{Context, Result};
use vthinker_core::think::{Preparation, Task};

use crate::backend::Backend;
use crate::rl::objective::Grpo;
use crate::rl::train::{Run, Settings};
use crate::training::checkpoint;
use crate::training::optimizer::{Kind, optimizer};
use crate::{cancel, hub_folder};

/// Flags of `trainer rl`. Defaults are the reference's settings, but for the learning rate, which suits the mini.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Model folder to start from; it is also the KL's reference.
    #[arg(long)]
    model: PathBuf,
    /// Folder for checkpoints, log and the trained model (`OUT/model`).
    #[arg(long)]
    out: PathBuf,
    /// Goes on from the checkpoint in OUT.
    #[arg(long)]
    resume: bool,
    /// Where to compute.
    #[arg(long, value_enum, default_value_t)]
    backend: Backend,
    /// Tasks to train on.
    #[arg(long, value_delimiter = ',', default_value = "perception,instruction,reasoning")]
    tasks: Vec<Task>,
    /// Only these problem families, separated by commas.
    #[arg(long, value_delimiter = ',')]
    families: Vec<String>,
    /// Rollout steps.
    #[arg(long, default_value_t = 50)]
    steps: usize,
    /// Problems in a step.
    #[arg(long, default_value_t = 5)]
    prompts: usize,
    /// Problems in the pool that the steps go through again and again; without it, every problem is new.
    #[arg(long)]
    pool: Option<usize>,
    /// Rollouts of each problem.
    #[arg(long, default_value_t = 8)]
    group: usize,
    /// Updates on the rollouts of one step.
    #[arg(long, default_value_t = 1)]
    iterations: usize,
    /// Rollouts in a micro-batch.
    #[arg(long, default_value_t = 8)]
    micro: usize,
    /// Threads.
    #[arg(long, default_value_t = 2)]
    workers: usize,
    /// Peak learning rate.
    #[arg(long, default_value_t = 1e-4)]
    lr: f64,
    /// Steps of warm-up.
    #[arg(long, default_value_t = 3)]
    warmup: usize,
    /// Tokens a rollout may have.
    #[arg(long, default_value_t = 256)]
    max_new_tokens: usize,
    /// Clipping of the probability ratio.
    #[arg(long, default_value_t = 0.2)]
    clip: f32,
    /// Weight of the KL to the model that the run began with.
    #[arg(long, default_value_t = 0.01)]
    beta: f32,
    /// Sampling temperature.
    #[arg(long, default_value_t = 1.0)]
    temperature: f32,
    /// Temperature inside code blocks; 0 is GRPO-ATS. The mini decides inside its code (coordinates), so it learns
    /// from drawing tasks only with a warm one.
    #[arg(long, default_value_t = 0.0)]
    code_temperature: f32,
    /// Nucleus sampling.
    #[arg(long, default_value_t = 0.9)]
    top_p: f32,
    /// Candidates kept when sampling.
    #[arg(long, default_value_t = 50)]
    top_k: usize,
    /// Repetition penalty.
    #[arg(long, default_value_t = 1.05)]
    repetition_penalty: f32,
    /// AdamW's weight decay.
    #[arg(long, default_value_t = 0.1)]
    weight_decay: f32,
    /// Seed of the flywheel.
    #[arg(long, default_value_t = 2)]
    synth_seed: u64,
    /// Seed of sampling.
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// Steps between checkpoints.
    #[arg(long, default_value_t = 10)]
    save_every: usize,
}

/// Runs the command.
///
/// # Errors
/// If a flag, file, device or the training itself fails.
pub fn run(args: Args) -> Result<()> {
    anyhow::ensure!(
        args.group >= 2,
        "--group {}: advantages need at least 2 rollouts of a problem",
        args.group
    );
    anyhow::ensure!(args.prompts >= 1 && args.micro >= 1, "--prompts and --micro must be at least 1");
    anyhow::ensure!(args.pool != Some(0), "--pool 0: the pool needs at least one problem");
    let device = args.backend.device()?.autodiff();
    std::fs::create_dir_all(&args.out).with_context(|| format!("creating {}", args.out.display()))?;
    let reference = hub_folder::read(&args.model, &device.clone().inner())?;
    let start = hub_folder::read(&args.model, &device)?;
    let preparation = Preparation::from(&start);
    let settings = settings(&args);
    let (model, optimizer, step, settings) = if args.resume {
        let from = checkpoint::find(&args.out)
            .with_context(|| format!("--resume: no checkpoint in {}", args.out.display()))?;
        let (model, optimizer, state) = checkpoint::load::<_, Settings>(
            &from,
            start.model,
            optimizer(Kind::AdamW, settings.weight_decay),
        )?;
        let settings = Settings { steps: settings.steps.max(state.step), ..state.settings };
        (model, optimizer, state.step, settings)
    } else {
        anyhow::ensure!(
            checkpoint::find(&args.out).is_none(),
            "{} holds a run already: use --resume, or another --out",
            args.out.display()
        );
        (start.model, optimizer(Kind::AdamW, settings.weight_decay), 0, settings)
    };
    let run = Run {
        out: args.out,
        settings,
        config: start.config,
        preparation,
        reference: reference.model,
        device,
    };
    run.train(model, optimizer, step, cancel::on_interrupt()?)?;
    Ok(())
}

fn settings(args: &Args) -> Settings {
    Settings {
        synth_seed: args.synth_seed,
        seed: args.seed,
        tasks: args.tasks.clone(),
        families: args.families.clone(),
        steps: args.steps,
        prompts: args.prompts,
        pool: args.pool,
        group: args.group,
        iterations: args.iterations,
        micro: args.micro,
        workers: args.workers,
        lr: args.lr,
        warmup: args.warmup,
        max_new_tokens: args.max_new_tokens,
        grpo: Grpo { clip: args.clip, beta: args.beta, temperature: args.temperature },
        code_temperature: args.code_temperature,
        top_p: args.top_p,
        top_k: args.top_k,
        repetition_penalty: args.repetition_penalty,
        weight_decay: args.weight_decay,
        save_every: args.save_every,
    }
}
