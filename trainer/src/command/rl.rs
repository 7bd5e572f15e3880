//! `trainer rl`: GRPO on the flywheel's problems.

use anyhow::{Context, Result, ensure};
use serde::Serialize;
use vthinker_core::think::Preparation;

use super::training_flags::{RunFlags, TrainingFlags};
use crate::backend::Backend;
use crate::recipe::{self, Stage};
use crate::rl::objective::Mean;
use crate::rl::plan;
use crate::rl::settings::Settings;
use crate::rl::train::Run;
use crate::training::checkpoint;
use crate::training::optimizer::{Kind, optimizer};
use crate::training::tune::tuned;
use crate::{cancel, hub_folder};

/// Flags of `trainer rl`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    run: RunFlags,
    /// Where conversations are sampled, if not there: many CPU cores write faster with a small model than a GPU does.
    #[arg(long, value_enum)]
    rollout_backend: Option<Backend>,
    /// Samples one step, takes updates with the largest rollouts, tells memory and time, and stops.
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    flags: Flags,
}

/// Settings as flags: what is not given comes from the recipe, else from the reference's GRPO.
#[derive(Debug, Default, clap::Args, Serialize)]
pub struct Flags {
    /// Those of all training.
    #[command(flatten)]
    #[serde(flatten)]
    shared: TrainingFlags,
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
    /// Threads that sample conversations [as many].
    #[arg(long)]
    rollout_workers: Option<usize>,
    /// Conversations decoded together; 0 or 1 decodes each on a thread of its own [64 on a GPU, 16 on
    /// the CPU].
    #[arg(long)]
    rollout_batch: Option<usize>,
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
    /// Weights of the rewards, such as `accuracy=1,format=0.5,code=0.3,consistency=0,drawing=0,conclusion=0,server=1`;
    /// what is not named keeps the paper's weight.
    #[arg(long, value_parser = weights)]
    rewards: Option<serde_json::Value>,
    /// Address of a server that judges rollouts, too, in the form of OpenRLHF's; see docs/rewards.md.
    #[arg(long)]
    reward_server: Option<String>,
    /// Sends it the pictures that rollouts drew [true].
    #[arg(long)]
    reward_pictures: Option<bool>,
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
    let from = match args.run.checkpoint()? {
        Some(from) => Some((checkpoint::state::<Settings>(&from)?, from)),
        None => None,
    };
    // What a resumed run is not told anew stays as it was.
    let base = from.as_ref().map_or_else(Settings::default, |(state, _)| state.settings.clone());
    let settings: Settings = recipe::settings(&base, Stage::Rl, args.run.recipe.as_deref(), &args.flags)?;
    ensure!(
        settings.group >= 2,
        "group {}: advantages need at least 2 rollouts of a problem",
        settings.group
    );
    ensure!(settings.prompts >= 1 && settings.micro >= 1, "prompts and micro must be at least 1");
    ensure!(settings.pool != Some(0), "pool 0: the pool needs at least one problem");
    settings.devices.open(args.run.backend)?;
    if !args.dry_run {
        args.run.make_folder()?;
    }
    let (settings, from) = if let Some((state, from)) = from {
        ensure!(
            settings.reward_server.is_some() == state.settings.reward_server.is_some(),
            "reward_server: the steps so far had none; begin another run with --model {}",
            args.run.out.join("model").display()
        );
        let settings = Settings {
            steps: settings.steps.max(state.step),
            workers: settings.workers,
            devices: settings.devices,
            rollout_workers: settings.rollout_workers,
            rollout_batch: settings.rollout_batch,
            // Servers may have moved since.
            rollouts: settings.rollouts,
            reward_server: settings.reward_server,
            stuck_after: settings.stuck_after,
            ..state.settings
        };
        (settings, Some((from, state.step)))
    } else {
        (settings, None)
    };
    let (device, others) = args.run.devices(&settings.devices, &settings.tuning)?;
    let folder = settings.model.as_ref().context("--model: GRPO needs a model folder to start from")?;
    let reference = hub_folder::read(folder, &device.clone().inner())?;
    let start = hub_folder::read(folder, &device)?;
    let preparation = Preparation::from(&start);
    // Adapters begin at random.
    device.seed(settings.seed);
    let model = tuned(start.model, &settings.tuning)?;
    let fresh = optimizer(Kind::AdamW, settings.weight_decay);
    let (model, optimizer, step) = match from {
        Some((from, step)) => {
            let (model, optimizer) = checkpoint::load(&from, model, fresh)?;
            (model, optimizer, step)
        }
        None => (model, fresh, 0),
    };
    let elsewhere = match args.rollout_backend.filter(|backend| *backend != args.run.backend) {
        Some(backend) => Some((backend, backend.device()?)),
        None => None,
    };
    let run = Run {
        out: args.run.out,
        settings,
        config: start.config,
        preparation,
        reference: reference.model,
        backend: args.run.backend,
        device,
        others,
        elsewhere,
    };
    if args.dry_run {
        return plan::dry_run(&run, model, optimizer);
    }
    let trained = run.train(model, optimizer, step, cancel::on_interrupt()?);
    trained.with_context(|| checkpoint::remains(&run.out))?;
    Ok(())
}
