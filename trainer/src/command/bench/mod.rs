//! `trainer bench`: what a training step of a model's shape costs here, against batch, length and size.

mod grpo;
mod writing;

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use burn::module::Module;
use serde::Serialize;
use vthinker_core::input::Patches;
use vthinker_core::model::{Config, Grid, Qwen25Vl};

use self::writing::write;
use crate::backend::Backend;
use crate::training::batch::LearningBatch;
use crate::training::gradient::accumulate;
use crate::training::learner::Learner;
use crate::training::optimizer::{Kind, optimizer};
use crate::training::sample::Sample;
use crate::training::tune::{LoraSettings, Precision, Tuning, trained_parameters, tuned};

/// Flags of `trainer bench`. Lists are separated by commas; every combination is measured.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A model's `config.json`, or several; the weights are random.
    #[arg(long, value_delimiter = ',', required = true)]
    config: Vec<PathBuf>,
    /// Where to compute.
    #[arg(long, value_enum, default_value_t)]
    backend: Backend,
    /// Sequences in a step: the rollouts of a group are such a batch.
    #[arg(long, value_delimiter = ',', default_value = "8")]
    batch: Vec<usize>,
    /// Tokens of a sequence, its picture among them.
    #[arg(long, value_delimiter = ',', default_value = "256")]
    length: Vec<usize>,
    /// Side of the picture in merged tokens.
    #[arg(long, default_value_t = 6)]
    picture: usize,
    /// Rank of adapters that are trained in place of the weights.
    #[arg(long)]
    lora: Option<usize>,
    /// Computes in bfloat16.
    #[arg(long)]
    bf16: bool,
    /// Optimizer.
    #[arg(long, value_enum, default_value = "adam-w")]
    optimizer: Kind,
    /// Steps timed, after two that are not.
    #[arg(long, default_value_t = 10)]
    steps: usize,
    /// Times decoding too: this many tokens of each sequence of a batch, together, after a prompt of half the length.
    #[arg(long)]
    decode: Option<usize>,
    /// Times steps of GRPO too: sampling the second half of each sequence, log-probabilities, update.
    #[arg(long)]
    grpo: bool,
    /// Of those steps, rollouts of a problem, which have their prompt in common.
    #[arg(long, default_value_t = 8)]
    group: usize,
    /// Sequences in a forward pass of training [the batch, shared out among the workers].
    #[arg(long)]
    micro: Option<usize>,
    /// Threads that compute gradients [2 on the CPU, 1 on a GPU, as in training].
    #[arg(long)]
    workers: Option<usize>,
    /// Keeps few activations and computes the others again.
    #[arg(long)]
    gradient_checkpointing: bool,
    /// Prints a line of JSON for each combination in place of the table.
    #[arg(long)]
    json: bool,
}

/// What was measured of one combination.
#[derive(Debug, Serialize)]
struct Row {
    backend: &'static str,
    config: String,
    parameters: usize,
    trained: usize,
    batch: usize,
    length: usize,
    median_seconds: f64,
    first_seconds: f64,
    tokens_per_second: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    decoded_per_second: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    grpo: Option<grpo::Step>,
}

/// Runs the command and prints a table, or lines of JSON, as the figures come.
///
/// # Errors
/// If the configuration or the device fails, or the picture does not fit the sequence.
pub fn run(args: Args) -> Result<()> {
    let picture = args.picture * args.picture;
    for length in &args.length {
        ensure!(picture + 3 < *length, "--length {length}: the picture alone has {picture} tokens");
        let half = length / 2;
        ensure!(
            (args.decode.is_none() && !args.grpo) || picture + 3 < half,
            "--decode, --grpo: the picture has {picture} tokens, the prompt only {half}"
        );
    }
    let counts = args.batch.iter().chain([&args.steps, &args.group]).chain(&args.micro).chain(&args.workers);
    ensure!(
        !counts.into_iter().any(|count| *count == 0),
        "--batch, --group, --micro, --workers and --steps must be at least 1"
    );
    if !args.json {
        println!(
            "{:>12} {:>6} {:>7} {:>12} {:>10} {:>10} {:>10}  config",
            "parameters", "batch", "length", "step", "tokens/s", "decoded/s", "GRPO/s"
        );
    }
    args.config.iter().try_for_each(|path| shape(path, &args))
}

/// All combinations of one model's shape.
fn shape(path: &Path, args: &Args) -> Result<()> {
    let name = || format!("--config {}", path.display());
    let text = std::fs::read_to_string(path).with_context(name)?;
    let config = Config::from_json(&text).with_context(name)?;
    let device = args.backend.device()?.autodiff();
    let device = if args.gradient_checkpointing { device.gradient_checkpointing() } else { device };
    let tuning = Tuning {
        lora: args.lora.map(|rank| LoraSettings { rank, ..LoraSettings::default() }),
        precision: if args.bf16 { Precision::Bf16 } else { Precision::F32 },
        gradient_checkpointing: args.gradient_checkpointing,
        freeze: vec!["visual.".into()].into_iter().filter(|_| args.lora.is_some()).collect(),
    };
    let model = tuned(Qwen25Vl::new(&config, &device), &tuning)?;
    let (parameters, trained) = (model.num_params(), trained_parameters(&model));
    let reference = args.grpo.then(|| model.valid().materialize());
    let mut learner = Learner::new(model, &config, &device);
    let workers = args.workers.unwrap_or(args.backend.workers());
    for batch in &args.batch {
        for length in &args.length {
            let mut optimizer = optimizer(args.optimizer, 0.1);
            let samples = vec![sample(&config, args.picture, *length); *batch];
            let size = args.micro.unwrap_or(batch.div_ceil(workers));
            let micro = samples
                .chunks(size)
                .map(|rows| LearningBatch::new(&rows.iter().collect::<Vec<_>>(), &config))
                .collect::<Result<Vec<_>>>()?;
            let tokens = micro.iter().map(|batch| batch.targets.len()).sum();
            let mut seconds = vec![];
            for _ in 0..args.steps + 2 {
                let began = Instant::now();
                let (grads, _, _) = accumulate(&learner, &micro, workers, &device, |learner, batch| {
                    learner.loss(batch, tokens, 0.0, &device)
                })?;
                learner = optimizer.step(1e-5, learner, grads);
                device.sync().ok();
                seconds.push(began.elapsed().as_secs_f64());
            }
            let first_seconds = seconds[0];
            let median_seconds = median(seconds.split_off(2));
            let decoded_per_second = match args.decode {
                Some(count) => {
                    let seconds = write(&learner.model.valid().materialize(), &samples, length / 2, count)?
                        .split_off(1);
                    Some(*batch as f64 / median(seconds))
                }
                None => None,
            };
            let mut grpo = None;
            if let Some(reference) = &reference {
                let (moved, step) = grpo::steps(
                    learner,
                    &mut optimizer,
                    reference,
                    &samples,
                    grpo::Pace { group: args.group, micro: size, workers, steps: args.steps },
                    &config,
                    &device,
                )?;
                (learner, grpo) = (moved, Some(step));
            }
            show(
                &Row {
                    backend: args.backend.name(),
                    config: path.display().to_string(),
                    parameters,
                    trained,
                    batch: *batch,
                    length: *length,
                    median_seconds,
                    first_seconds,
                    tokens_per_second: (batch * length) as f64 / median_seconds,
                    decoded_per_second,
                    grpo,
                },
                args.json,
            )?;
        }
    }
    Ok(())
}

fn show(row: &Row, json: bool) -> Result<()> {
    if json {
        println!("{}", serde_json::to_string(row)?);
        return Ok(());
    }
    let decoded = row.decoded_per_second.map_or("-".to_owned(), |rate| format!("{rate:.0}"));
    let grpo = row.grpo.as_ref().map_or("-".to_owned(), |step| format!("{:.2}", step.samples_per_second));
    println!(
        "{:>12} {:>6} {:>7} {:>9.1} ms {:>10.0} {decoded:>10} {grpo:>10}  {}",
        row.parameters,
        row.batch,
        row.length,
        row.median_seconds * 1e3,
        row.tokens_per_second,
        row.config
    );
    Ok(())
}

fn median(mut seconds: Vec<f64>) -> f64 {
    seconds.sort_by(f64::total_cmp);
    seconds[seconds.len() / 2]
}

/// A sequence with one grey picture; the half behind it is learned.
fn sample(config: &Config, side: usize, length: usize) -> Sample {
    let merge = config.vision.spatial_merge_size;
    let grid = Grid::image(side * merge, side * merge);
    let pixels = vec![0.1; grid.patches() * config.vision.patch_values()];
    let mut sample = Sample { images: vec![Patches { grid, pixels }], ..Sample::default() };
    sample.ids.push(config.vision_start_token_id);
    sample.ids.extend(vec![config.image_token_id; grid.merged_tokens(merge)]);
    sample.ids.push(config.vision_end_token_id);
    let words = (0u32..).map(|i| i * 7 % config.text.vocab_size as u32).filter(|id| config.is_word(*id));
    let left = length - sample.ids.len();
    sample.ids.extend(words.take(left));
    sample.trained = (0..length).map(|at| at >= length / 2 && at > grid.merged_tokens(merge) + 2).collect();
    sample
}
