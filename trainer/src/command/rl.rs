//! `trainer rl`: GRPO on the flywheel's problems.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use serde::Serialize;
use vthinker_core::think::{Preparation, Task};

use crate::backend::Backend;
use crate::flywheel::Canvas;
use crate::recipe::{self, Stage};
use crate::rl::objective::Mean;
use crate::rl::settings::Settings;
use crate::rl::train::Run;
use crate::training::checkpoint;
use crate::training::optimizer::{Kind, optimizer};
use crate::training::schedule::Decline;
use crate::training::tune::tuned;
use crate::{cancel, hub_folder};

/// Flags of `trainer rl`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folder for checkpoints, log, rollouts and the trained model (`OUT/model`).
    #[arg(long)]
    out: PathBuf,
    /// Settings to start from: `mini`, `3b`, `7b`, or a TOML file. Flags go over it.
    #[arg(long)]
    recipe: Option<String>,
    /// Goes on from the checkpoint in OUT.
    #[arg(long)]
    resume: bool,
    /// Where to compute.
    #[arg(long, value_enum, default_value_t)]
    backend: Backend,
    /// Where conversations are sampled, if not there: many CPU cores write faster with a small model than a GPU does.
    #[arg(long, value_enum)]
    rollout_backend: Option<Backend>,
    #[command(flatten)]
    flags: Flags,
}

/// Settings as flags: what is not given comes from the recipe, else from the reference's GRPO.
#[derive(Debug, Default, clap::Args, Serialize)]
pub struct Flags {
    /// Model folder to start from; it is also the KL's reference.
    #[arg(long)]
    model: Option<PathBuf>,
    /// Problems written by `trainer synth`; without it, fresh ones are made as needed.
    #[arg(long)]
    data: Option<PathBuf>,
    /// Seed of the flywheel [2].
    #[arg(long)]
    synth_seed: Option<u64>,
    /// Seed of sampling [0].
    #[arg(long)]
    seed: Option<u64>,
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
    /// Rollout steps [50].
    #[arg(long)]
    steps: Option<usize>,
    /// Problems in a step [5].
    #[arg(long)]
    prompts: Option<usize>,
    /// Problems in the pool that the steps go through again and again; without it, every problem is new.
    #[arg(long)]
    pool: Option<usize>,
    /// Rollouts of each problem [8].
    #[arg(long)]
    group: Option<usize>,
    /// Problems tried for each one wanted, where a group of equal rewards is put aside; 1 keeps every group [1].
    #[arg(long)]
    attempts: Option<usize>,
    /// Updates on the rollouts of one step [1].
    #[arg(long)]
    iterations: Option<usize>,
    /// Rollouts in a micro-batch [8].
    #[arg(long)]
    micro: Option<usize>,
    /// Threads that compute gradients [2 on the CPU, 1 on a GPU].
    #[arg(long)]
    workers: Option<usize>,
    /// Threads that sample conversations [as many].
    #[arg(long)]
    rollout_workers: Option<usize>,
    /// Peak learning rate [1e-4].
    #[arg(long)]
    lr: Option<f64>,
    /// Steps of warm-up [3].
    #[arg(long)]
    warmup: Option<usize>,
    /// How the rate falls after the warm-up [cosine].
    #[arg(long, value_enum)]
    decline: Option<Decline>,
    /// Tokens a rollout may have [256].
    #[arg(long)]
    max_new_tokens: Option<usize>,
    /// The probability ratio stays above 1 minus this [0.2].
    #[arg(long)]
    clip_low: Option<f32>,
    /// The probability ratio stays below 1 plus this [0.2].
    #[arg(long)]
    clip_high: Option<f32>,
    /// Weight of the KL to the model that the run began with [0.01].
    #[arg(long)]
    beta: Option<f32>,
    /// Sampling temperature [1].
    #[arg(long)]
    temperature: Option<f32>,
    /// Temperature inside code blocks; 0 is GRPO-ATS. The mini decides inside its code (coordinates), so it learns
    /// from drawing tasks only with a warm one [0].
    #[arg(long)]
    code_temperature: Option<f32>,
    /// Nucleus sampling [0.9].
    #[arg(long)]
    top_p: Option<f32>,
    /// Candidates kept when sampling [50].
    #[arg(long)]
    top_k: Option<usize>,
    /// Repetition penalty [1.05].
    #[arg(long)]
    repetition_penalty: Option<f32>,
    /// Divides advantages by the group's standard deviation [true].
    #[arg(long)]
    normalise_std: Option<bool>,
    /// Over what the loss is a mean [rollouts].
    #[arg(long, value_enum)]
    mean: Option<Mean>,
    /// Leaves rollouts that were cut off out of the loss [false].
    #[arg(long)]
    overlong_filter: Option<bool>,
    /// AdamW's weight decay [0.1].
    #[arg(long)]
    weight_decay: Option<f32>,
    /// Steps between checkpoints [10].
    #[arg(long)]
    save_every: Option<usize>,
    /// Steps between looks at held-out problems, by which OUT/best is kept; 0 means never [0].
    #[arg(long)]
    validate_every: Option<usize>,
    /// Held-out problems of a look [60].
    #[arg(long)]
    validation_problems: Option<usize>,
    /// Addresses of SGLang or vLLM servers that sample in place of this process, separated by commas; see
    /// docs/rollouts.md.
    #[arg(long, value_delimiter = ',')]
    rollouts: Option<Vec<String>>,
    /// Conversations that the servers have under way at a time [32].
    #[arg(long)]
    in_flight: Option<usize>,
    /// Updates between pushes of the weights to the servers [1].
    #[arg(long)]
    push_every: Option<usize>,
    /// Rollouts whose weights are more steps behind than this are dropped [4].
    #[arg(long)]
    max_staleness: Option<usize>,
    /// Weights of the rewards, such as `accuracy=1,format=0.5,code=0.3,consistency=0`; what is not named keeps the
    /// paper's weight.
    #[arg(long, value_parser = weights)]
    rewards: Option<serde_json::Value>,
}

/// Reads `name=number,name=number`.
fn weights(text: &str) -> Result<serde_json::Value, String> {
    let mut weights = serde_json::Map::new();
    for part in text.split(',') {
        let (name, number) = part.split_once('=').ok_or(format!("`{part}`: expected name=number"))?;
        let number: f64 = number.trim().parse().map_err(|_| format!("`{number}`: expected a number"))?;
        weights.insert(name.trim().to_owned(), number.into());
    }
    Ok(weights.into())
}

/// Runs the command.
///
/// # Errors
/// If a flag, file, device or the training itself fails.
pub fn run(args: Args) -> Result<()> {
    let settings: Settings =
        recipe::settings(&Settings::default(), Stage::Rl, args.recipe.as_deref(), &args.flags)?;
    ensure!(
        settings.group >= 2,
        "group {}: advantages need at least 2 rollouts of a problem",
        settings.group
    );
    ensure!(settings.prompts >= 1 && settings.micro >= 1, "prompts and micro must be at least 1");
    ensure!(settings.pool != Some(0), "pool 0: the pool needs at least one problem");
    let device = args.backend.device()?.autodiff();
    std::fs::create_dir_all(&args.out).with_context(|| format!("creating {}", args.out.display()))?;
    let (settings, from) = if args.resume {
        let from = checkpoint::find(&args.out)
            .with_context(|| format!("--resume: no checkpoint in {}", args.out.display()))?;
        let state = checkpoint::state::<Settings>(&from)?;
        let steps = settings.steps.max(state.step);
        // Servers may have moved since.
        let moved = !settings.rollouts.is_empty();
        let rollouts = if moved { settings.rollouts } else { state.settings.rollouts.clone() };
        let settings = Settings {
            steps,
            workers: settings.workers,
            rollout_workers: settings.rollout_workers,
            rollouts,
            ..state.settings
        };
        (settings, Some((from, state.step)))
    } else {
        ensure!(
            checkpoint::find(&args.out).is_none(),
            "{} holds a run already: use --resume, or another --out",
            args.out.display()
        );
        (settings, None)
    };
    let device =
        if settings.tuning.gradient_checkpointing { device.gradient_checkpointing() } else { device };
    let folder = settings.model.as_ref().context("--model: GRPO needs a model folder to start from")?;
    let reference = hub_folder::read(folder, &device.clone().inner())?;
    let start = hub_folder::read(folder, &device)?;
    let preparation = Preparation::from(&start);
    let model = tuned(start.model, &settings.tuning)?;
    let fresh = optimizer(Kind::AdamW, settings.weight_decay);
    let (model, optimizer, step) = match from {
        Some((from, step)) => {
            let (model, optimizer) = checkpoint::load(&from, model, fresh)?;
            (model, optimizer, step)
        }
        None => (model, fresh, 0),
    };
    let elsewhere = match args.rollout_backend.filter(|backend| *backend != args.backend) {
        Some(backend) => Some((backend, backend.device()?)),
        None => None,
    };
    let run = Run {
        out: args.out,
        settings,
        config: start.config,
        preparation,
        reference: reference.model,
        backend: args.backend,
        device,
        elsewhere,
    };
    run.train(model, optimizer, step, cancel::on_interrupt()?)?;
    Ok(())
}
