//! `trainer sft`: supervised training, from scratch or from a model folder.

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use anyhow::{Context, Result};
use burn::module::Module;
use burn::tensor::Device;
use vthinker_core::input::{ChatTemplate, ImageProcessor, Tokenizer};
use vthinker_core::model::{Config, Qwen25Vl};
use vthinker_core::think::{IMAGE_PATH, Preparation, Task, system_prompt};

use crate::backend::Backend;
use crate::flywheel::{Problem, Segment};
use crate::training::learner::Learner;
use crate::training::optimizer::{Kind, optimizer};
use crate::training::sft::{Run, Settings};
use crate::training::source::{Origin, Source};
use crate::training::tokenizer::{Corpus, train};
use crate::training::{checkpoint, mini};
use crate::{cancel, hub_folder};

/// Flags of `trainer sft`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folder for checkpoints, log and the trained model (`OUT/model`).
    #[arg(long)]
    out: PathBuf,
    /// Problems written by `trainer synth`; without it, fresh ones are made as needed.
    #[arg(long)]
    data: Option<PathBuf>,
    /// Seed of the flywheel when problems are made as needed.
    #[arg(long, default_value_t = 1)]
    synth_seed: u64,
    /// Model folder to start from; without it a mini is made from scratch, with a tokenizer of its own.
    #[arg(long)]
    model: Option<PathBuf>,
    /// Goes on from the checkpoint in OUT. A larger --steps makes the run longer.
    #[arg(long)]
    resume: bool,
    /// Where to compute.
    #[arg(long, value_enum, default_value_t)]
    backend: Backend,
    /// Optimizer steps.
    #[arg(long, default_value_t = 1000)]
    steps: usize,
    /// Problems in a step.
    #[arg(long, default_value_t = 32)]
    batch: usize,
    /// Problems in a micro-batch.
    #[arg(long, default_value_t = 8)]
    micro: usize,
    /// Threads that compute gradients.
    #[arg(long, default_value_t = 2)]
    workers: usize,
    /// Peak learning rate.
    #[arg(long, default_value_t = 2e-3)]
    lr: f64,
    /// Steps of warm-up.
    #[arg(long, default_value_t = 100)]
    warmup: usize,
    /// Steps of the final decay to a tenth of the rate.
    #[arg(long, default_value_t = 200)]
    decay: usize,
    /// Optimizer.
    #[arg(long, value_enum, default_value = "muon")]
    optimizer: Kind,
    /// Weight of the position probe's loss, which a mini from scratch needs; 0 switches it off.
    #[arg(long, default_value_t = 0.5)]
    position_weight: f32,
    /// Only these problem families, separated by commas.
    #[arg(long, value_delimiter = ',')]
    families: Vec<String>,
    /// Weight decay.
    #[arg(long, default_value_t = 0.05)]
    weight_decay: f32,
    /// Seed of weights and order.
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// Steps between checkpoints.
    #[arg(long, default_value_t = 100)]
    save_every: usize,
    /// Tokens in the vocabulary of a mini from scratch.
    #[arg(long, default_value_t = 768)]
    vocab_size: usize,
}

/// Problems that a from-scratch tokenizer is trained on.
const TOKENIZER_PROBLEMS: u64 = 3000;

/// Runs the command.
///
/// # Errors
/// If a flag, file, device or the training itself fails.
pub fn run(args: Args) -> Result<()> {
    let device = args.backend.device()?.autodiff();
    let settings = settings(&args);
    std::fs::create_dir_all(&args.out).with_context(|| format!("creating {}", args.out.display()))?;
    let cancel = cancel::on_interrupt()?;

    if args.resume {
        return resume(&args, settings, &device, cancel);
    }
    if let Some(found) = checkpoint::find(&args.out) {
        anyhow::bail!("{} holds a run already: use --resume, or another --out", found.display());
    }
    let (config, preparation, model) = match &args.model {
        Some(folder) => {
            let loaded = hub_folder::read(folder, &device)?;
            let preparation = Preparation::from(&loaded);
            (loaded.config, preparation, loaded.model)
        }
        None => {
            device.seed(settings.seed);
            let (config, preparation) = from_scratch(&settings, args.vocab_size)?;
            let model = mini::initialise(Qwen25Vl::new(&config, &device));
            (config, preparation, model)
        }
    };
    eprintln!("{} parameters, {} tokens", model.num_params(), config.text.vocab_size);
    let optimizer = optimizer(settings.optimizer, settings.weight_decay);
    let learner = Learner::new(model, &config, &device);
    let run = Run { out: args.out, settings, config, preparation, device };
    run.train(learner, optimizer, 0, cancel)?;
    Ok(())
}

fn resume(args: &Args, settings: Settings, device: &Device, cancel: &'static AtomicBool) -> Result<()> {
    let from = checkpoint::find(&args.out)
        .with_context(|| format!("--resume: no checkpoint in {}", args.out.display()))?;
    let loaded = hub_folder::read(&args.out.join("model"), device)?;
    let learner = Learner::new(loaded.model.clone(), &loaded.config, device);
    let fresh = optimizer(settings.optimizer, settings.weight_decay);
    let (learner, optimizer, state) = checkpoint::load::<_, Settings>(&from, learner, fresh)?;
    let settings = Settings {
        steps: settings.steps.max(state.step),
        decay: settings.decay,
        workers: settings.workers,
        lr: settings.lr,
        save_every: settings.save_every,
        ..state.settings
    };
    let run = Run {
        out: args.out.clone(),
        settings,
        preparation: Preparation::from(&loaded),
        config: loaded.config,
        device: device.clone(),
    };
    run.train(learner, optimizer, state.step, cancel)?;
    Ok(())
}

fn settings(args: &Args) -> Settings {
    Settings {
        origin: match &args.data {
            Some(folder) => Origin::Folder(folder.clone()),
            None => Origin::Synth { seed: args.synth_seed, families: args.families.clone() },
        },
        seed: args.seed,
        steps: args.steps,
        batch: args.batch,
        micro: args.micro,
        workers: args.workers,
        lr: args.lr,
        warmup: args.warmup,
        decay: args.decay,
        optimizer: args.optimizer,
        weight_decay: args.weight_decay,
        position_weight: args.position_weight,
        save_every: args.save_every,
    }
}

/// A tokenizer trained on the run's own problems, and the mini's configuration for it.
fn from_scratch(settings: &Settings, vocab_size: usize) -> Result<(Config, Preparation)> {
    let problems = Source::open(&settings.origin, settings.seed)?.range(0, TOKENIZER_PROBLEMS)?;
    let tokenizer = train(&corpus(&problems), vocab_size, 0.02)?;
    let json = tokenizer.to_string(false).map_err(|e| anyhow::anyhow!("tokenizer: {e}"))?;
    let size = tokenizer.get_vocab_size(true);
    let id = |token: &str| tokenizer.token_to_id(token).expect("special tokens are in the vocabulary");
    let config = mini::config(size, id);
    let preparation = Preparation {
        tokenizer: Tokenizer::from_bytes(json.as_bytes())?,
        processor: ImageProcessor::new(mini::processor()),
        template: ChatTemplate::qwen(),
    };
    Ok((config, preparation))
}

fn corpus(problems: &[Problem]) -> Corpus {
    let mut texts = vec![];
    let mut code: Vec<String> = vec![];
    for problem in problems {
        let mut text = format!("{}\n", problem.prompt());
        for segment in &problem.trajectory {
            match segment {
                Segment::Text(words) => text.push_str(words),
                Segment::Code(source) => {
                    let block = format!("<code>\n```python\n{source}\n```\n</code>");
                    text.push_str(&block);
                    code.push(block);
                }
            }
        }
        texts.push(text);
    }
    let mut phrases: Vec<String> = Task::ALL.map(|task| system_prompt(task).to_owned()).to_vec();
    phrases.extend(["system\n", "user\n", "assistant\n"].map(String::from));
    phrases.push(format!("image_path = '{IMAGE_PATH}', size "));
    Corpus { texts, code, phrases }
}
