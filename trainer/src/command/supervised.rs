//! `trainer perception` and `trainer sft`: supervised training, from scratch or from a model folder.

use std::path::Path;
use std::sync::atomic::AtomicBool;

use anyhow::{Context, Result, ensure};
use burn::module::Module;
use serde::Serialize;
use vthinker_core::input::{ChatTemplate, ImageProcessor, Tokenizer};
use vthinker_core::model::{Config, Qwen25Vl};
use vthinker_core::think::{IMAGE_PATH, Preparation, Task, system_prompt};

use super::training_flags::{RunFlags, TrainingFlags};
use crate::flywheel::{Problem, Segment};
use crate::recipe::{self, Stage};
use crate::training::learner::Learner;
use crate::training::optimizer::{Kind, optimizer};
use crate::training::settings::Settings;
use crate::training::sft::Run;
use crate::training::source::Source;
use crate::training::tokenizer::{Corpus, train};
use crate::training::tune::{trained_parameters, tuned};
use crate::training::{checkpoint, mini, plan};
use crate::{cancel, hub_folder};

/// Flags of `trainer perception` and `trainer sft`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    run: RunFlags,
    /// Checks the data, takes one step with the largest samples, tells memory and time, and stops.
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    flags: Flags,
}

/// Settings as flags: what is not given comes from the recipe, else from the mini's defaults.
#[derive(Debug, Default, clap::Args, Serialize)]
pub struct Flags {
    /// Those of all training.
    #[command(flatten)]
    #[serde(flatten)]
    shared: TrainingFlags,
    /// Problems in a step [32].
    #[arg(long)]
    batch: Option<usize>,
    /// Threads that prepare batches [1 on the CPU, 4 on a GPU].
    #[arg(long)]
    loaders: Option<usize>,
    /// Longest sequence in tokens [2048].
    #[arg(long)]
    max_length: Option<usize>,
    /// Steps of a late decline [200].
    #[arg(long)]
    decay: Option<usize>,
    /// Optimizer [muon].
    #[arg(long, value_enum)]
    optimizer: Option<Kind>,
    /// Weight of the position probe's loss, which a mini from scratch needs; 0 switches it off [0.5].
    #[arg(long)]
    position_weight: Option<f32>,
}

/// Problems that a from-scratch tokenizer is trained on.
const TOKENIZER_PROBLEMS: u64 = 3000;

/// Runs the command.
///
/// # Errors
/// If a flag, file, device or the training itself fails.
pub fn run(args: Args, stage: Stage) -> Result<()> {
    let from = args.run.checkpoint()?;
    // What a resumed run is not told anew stays as it was.
    let base = match &from {
        Some(from) => checkpoint::state::<Settings>(from)?.settings,
        None => Settings::default(),
    };
    let settings: Settings = recipe::settings(&base, stage, args.run.recipe.as_deref(), &args.flags)?;
    ensure!(settings.batch >= 1 && settings.micro >= 1, "batch and micro must be at least 1");
    let (device, others) = args.run.devices(&settings.devices, &settings.tuning)?;
    if !args.dry_run {
        args.run.make_folder()?;
    }
    if let Some(from) = from {
        return resume(&args, &from, settings, cancel::on_interrupt()?);
    }
    device.seed(settings.seed);
    let (config, preparation, model) = match &settings.model {
        Some(folder) => {
            let loaded = hub_folder::read(folder, &device)?;
            let preparation = Preparation::from(&loaded);
            (loaded.config, preparation, loaded.model)
        }
        None => {
            let (config, preparation) = from_scratch(&settings)?;
            let model = mini::initialise(Qwen25Vl::new(&config, &device));
            (config, preparation, model)
        }
    };
    let all = model.num_params();
    let learner = Learner::new(tuned(model, &settings.tuning)?, &config, &device);
    eprintln!(
        "{all} parameters, {} trained, {} tokens in the vocabulary",
        trained_parameters(&learner.model),
        config.text.vocab_size
    );
    let optimizer = optimizer(settings.optimizer, settings.weight_decay);
    let run =
        Run { out: args.run.out, settings, config, preparation, backend: args.run.backend, device, others };
    if args.dry_run {
        return plan::dry_run(&run, learner, optimizer);
    }
    let trained = run.train(learner, optimizer, 0, cancel::on_interrupt()?);
    trained.with_context(|| checkpoint::remains(&run.out))?;
    Ok(())
}

fn resume(args: &Args, from: &Path, settings: Settings, cancel: &'static AtomicBool) -> Result<()> {
    let state = checkpoint::state::<Settings>(from)?;
    // What shapes the rest of the run may change; what the steps so far were made of may not.
    let annealing = state.step > state.settings.steps;
    let (steps, anneal) = if annealing {
        (state.settings.steps, state.settings.anneal.clone())
    } else {
        (settings.steps.max(state.step), settings.anneal)
    };
    let settings = Settings {
        steps,
        anneal,
        stuck_after: settings.stuck_after,
        decline: settings.decline,
        decay: settings.decay,
        workers: settings.workers,
        devices: settings.devices,
        loaders: settings.loaders,
        lr: settings.lr,
        save_every: settings.save_every,
        validate_every: settings.validate_every,
        ..state.settings
    };
    let (device, others) = args.run.devices(&settings.devices, &settings.tuning)?;
    let loaded = hub_folder::read(&args.run.out.join("model"), &device)?;
    let model = tuned(loaded.model.clone(), &settings.tuning)?;
    let learner = Learner::new(model, &loaded.config, &device);
    let fresh = optimizer(settings.optimizer, settings.weight_decay);
    let (learner, optimizer) = checkpoint::load(from, learner, fresh)?;
    let run = Run {
        out: args.run.out.clone(),
        settings,
        preparation: Preparation::from(&loaded),
        config: loaded.config,
        backend: args.run.backend,
        device,
        others,
    };
    let trained = run.train(learner, optimizer, state.step, cancel);
    trained.with_context(|| checkpoint::remains(&run.out))?;
    Ok(())
}

/// A tokenizer trained on problems of all tasks and families, whatever this stage learns, since later stages keep it;
/// and the mini's configuration for it.
fn from_scratch(settings: &Settings) -> Result<(Config, Preparation)> {
    let everything = Settings { tasks: vec![], families: vec![], ..settings.clone() };
    let problems = Source::open(&everything)?.range(0, TOKENIZER_PROBLEMS)?;
    let tokenizer = train(&corpus(&problems), settings.mini.vocab_size, 0.02)?;
    let json = tokenizer.to_string(false).map_err(|e| anyhow::anyhow!("tokenizer: {e}"))?;
    let size = tokenizer.get_vocab_size(true);
    let id = |token: &str| tokenizer.token_to_id(token).expect("special tokens are in the vocabulary");
    let config = mini::config(&settings.mini, size, id)?;
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
