//! `trainer bench`: how long a training step of a model's shape takes here.

use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use burn::module::Module;
use vthinker_core::input::Patches;
use vthinker_core::model::{Config, Grid, Qwen25Vl};

use crate::backend::Backend;
use crate::training::batch::LearningBatch;
use crate::training::gradient::accumulate;
use crate::training::learner::Learner;
use crate::training::optimizer::{Kind, optimizer};
use crate::training::sample::Sample;
use crate::training::tune::{LoraSettings, Precision, Tuning, trained_parameters, tuned};

/// Flags of `trainer bench`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A model's `config.json`; the weights are random.
    #[arg(long)]
    config: PathBuf,
    /// Where to compute.
    #[arg(long, value_enum, default_value_t)]
    backend: Backend,
    /// Sequences in a step.
    #[arg(long, default_value_t = 8)]
    batch: usize,
    /// Tokens of a sequence, its picture among them.
    #[arg(long, default_value_t = 256)]
    length: usize,
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
}

/// Runs the command and prints one line of JSON.
///
/// # Errors
/// If the configuration or the device fails, or the picture does not fit the sequence.
pub fn run(args: Args) -> Result<()> {
    let text = std::fs::read_to_string(&args.config)
        .with_context(|| format!("--config {}", args.config.display()))?;
    let config = Config::from_json(&text).with_context(|| format!("--config {}", args.config.display()))?;
    let picture = args.picture * args.picture;
    ensure!(picture + 3 < args.length, "--length {}: the picture alone has {picture} tokens", args.length);
    ensure!(args.batch >= 1 && args.steps >= 1, "--batch and --steps must be at least 1");
    let device = args.backend.device()?.autodiff();
    let tuning = Tuning {
        lora: args.lora.map(|rank| LoraSettings { rank, ..LoraSettings::default() }),
        precision: if args.bf16 { Precision::Bf16 } else { Precision::F32 },
        gradient_checkpointing: false,
        freeze: vec!["visual.".into()].into_iter().filter(|_| args.lora.is_some()).collect(),
    };
    let model = tuned(Qwen25Vl::new(&config, &device), &tuning)?;
    let (all, trained) = (model.num_params(), trained_parameters(&model));
    let mut learner = Learner::new(model, &config, &device);
    let mut optimizer = optimizer(args.optimizer, 0.1);
    let samples = vec![sample(&config, &args); args.batch];
    let batch = vec![LearningBatch::new(&samples.iter().collect::<Vec<_>>(), &config)?];
    let tokens = batch[0].targets.len();
    let mut seconds = vec![];
    for _ in 0..args.steps + 2 {
        let began = Instant::now();
        let (grads, _, _) = accumulate(&learner, &batch, 1, &device, |learner, batch| {
            learner.loss(batch, tokens, 0.0, &device)
        })?;
        learner = optimizer.step(1e-5, learner, grads);
        device.sync().ok();
        seconds.push(began.elapsed().as_secs_f64());
    }
    let mut timed = seconds.split_off(2);
    timed.sort_by(f64::total_cmp);
    let median = timed[timed.len() / 2];
    println!(
        "{}",
        serde_json::json!({
            "backend": args.backend.name(), "parameters": all, "trained": trained, "batch": args.batch,
            "length": args.length, "median_seconds": median, "first_seconds": seconds[0],
            "tokens_per_second": (args.batch * args.length) as f64 / median,
        })
    );
    Ok(())
}

/// A sequence with one grey picture; the half behind it is learned.
fn sample(config: &Config, args: &Args) -> Sample {
    let merge = config.vision.spatial_merge_size;
    let grid = Grid::image(args.picture * merge, args.picture * merge);
    let pixels = vec![0.1; grid.patches() * config.vision.patch_values()];
    let mut sample = Sample { images: vec![Patches { grid, pixels }], ..Sample::default() };
    sample.ids.push(config.vision_start_token_id);
    sample.ids.extend(vec![config.image_token_id; grid.merged_tokens(merge)]);
    sample.ids.push(config.vision_end_token_id);
    let special = [config.image_token_id, config.vision_start_token_id, config.vision_end_token_id];
    let words = (0u32..).map(|i| i * 7 % config.text.vocab_size as u32).filter(|id| !special.contains(id));
    let left = args.length - sample.ids.len();
    sample.ids.extend(words.take(left));
    sample.trained =
        (0..args.length).map(|at| at >= args.length / 2 && at > grid.merged_tokens(merge) + 2).collect();
    sample
}
