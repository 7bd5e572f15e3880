//! The supervised training loop.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use burn::module::Module;
use burn::optim::ModuleOptimizer;
use burn::tensor::Device;
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;
use vthinker_core::model::{Config, Qwen25Vl};
use vthinker_core::think::Preparation;
use vthinker_runs::Recorder;

use super::anneal::Course;
use super::batch::LearningBatch;
use super::best::Best;
use super::checkpoint::{self, State};
use super::export::{export, export_adapters};
use super::learner::Learner;
use super::loader::Loader;
use super::loss::log_probabilities;
use super::replicas::Replicas;
use super::sample::Sample;
use super::settings::Settings;
use super::source::Source;
use super::watch::{Teller, Watch};
use crate::backend::Backend;
use crate::evaluation::contest::HELD_OUT;
use crate::flywheel::Problem;

/// What a run works with.
pub struct Run {
    /// Output folder.
    pub out: PathBuf,
    /// Settings.
    pub settings: Settings,
    /// Model shape.
    pub config: Config,
    /// Tokenizer, image processor, template.
    pub preparation: Preparation,
    /// Where it computes.
    pub backend: Backend,
    /// Device, with gradients.
    pub device: Device,
    /// Further devices, with gradients, that take their share of a step's micro-batches.
    pub others: Vec<Device>,
}

/// One line of the log.
#[derive(Debug, Serialize)]
struct Line {
    step: usize,
    loss: f32,
    objective: f32,
    lr: f64,
    tokens: usize,
    seconds: f64,
    /// Seconds of it that the device waited for data.
    waited: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    held_out_loss: Option<f32>,
}

impl Run {
    /// Trains from `start` to the last step, writing checkpoints, `log.jsonl` and the model folder.
    ///
    /// Stops early, with a checkpoint, when `cancel` becomes true.
    ///
    /// # Errors
    /// If data, disk or numbers fail.
    pub fn train(
        &self,
        learner: Learner,
        optimizer: ModuleOptimizer,
        start: usize,
        cancel: &AtomicBool,
    ) -> Result<Learner> {
        let s = &self.settings;
        let (course, steps) = (Course::open(s)?, s.all_steps());
        let mut recorder = Recorder::open(&self.out, start)?;
        let mut best = Best::open(&self.out)?;
        let held_out = self.held_out()?;
        let loaders = if s.loaders == 0 { self.backend.loaders() } else { s.loaders };
        let (mut learner, mut optimizer) = (learner, optimizer);
        let mut replicas = self.replicas(&learner);
        let bar = progress(steps, start);
        let watch = Watch::default();
        let _teller = Teller::start(&watch, bar.clone(), &self.out, Duration::from_secs(s.stuck_after));
        let mut mean = Mean::default();
        std::thread::scope(|scope| {
            let course = &course;
            let make = move |step| self.batches(&course.of(step)?);
            let mut loader = Loader::start(scope, loaders, (start, steps), make);
            for step in start..steps {
                let began = Instant::now();
                watch.enter(step, "waiting for problems");
                let micro = loader.wait().with_context(|| format!("step {step}: preparing its problems"))?;
                let waited = began.elapsed().as_secs_f64();
                watch.enter(step, "updating");
                let tokens: usize = micro.iter().map(|b| b.targets.len()).sum();
                let (grads, loss, objective) = replicas
                    .accumulate(&learner, &micro, |learner, batch, device| {
                        learner.loss(batch, tokens, s.position_weight, device)
                    })
                    .with_context(|| format!("step {step}"))?;
                let lr = s.rate(step);
                learner = optimizer.step(lr, learner, grads);
                replicas.follow(&learner);
                let seconds = began.elapsed().as_secs_f64();
                mean.add(f64::from(loss));
                let last = step + 1 == steps;
                let look = s.validate_every > 0 && (last || (step + 1).is_multiple_of(s.validate_every));
                if look {
                    watch.enter(step, "looking at held-out problems");
                }
                let held_out_loss = look.then(|| self.loss(&learner, &held_out)).transpose()?;
                watch.enter(step, "saving");
                recorder.line(&Line { step, loss, objective, lr, tokens, seconds, waited, held_out_loss })?;
                bar.set_message(format!(
                    "loss {:.4}, {:.1} problems/s",
                    mean.value,
                    s.batch as f64 / seconds
                ));
                bar.inc(1);
                let stopped = cancel.load(Ordering::Relaxed);
                // The best is written before the checkpoint: after a kill between the two the step is done again.
                if let Some(loss) = held_out_loss
                    && best.improves(step, -f64::from(loss), "held_out_loss")?
                {
                    self.export(&learner.model, "best")?;
                }
                if last || stopped || (step + 1).is_multiple_of(s.save_every) {
                    // The folder first: a resumed run takes tokenizer and shape from it.
                    self.export(&learner.model, "model")?;
                    export_adapters(&self.out, &learner.model, &s.tuning, s.model.as_deref())?;
                    let state = State { step: step + 1, settings: s.clone() };
                    checkpoint::save(&self.out, &learner, &optimizer, &state)?;
                }
                if stopped {
                    bar.abandon_with_message(format!("stopped after step {}; --resume goes on", step + 1));
                    return Ok(learner);
                }
            }
            bar.finish();
            Ok(learner)
        })
    }

    /// The run's devices, with copies of the model.
    pub(super) fn replicas(&self, learner: &Learner) -> Replicas<Learner> {
        let workers = if self.settings.workers == 0 { self.backend.workers() } else { self.settings.workers };
        Replicas::new(learner, &self.device, &self.others, workers)
    }

    /// Problems as micro-batches, sorted by length so that each pads little.
    pub(super) fn batches(&self, problems: &[Problem]) -> Result<Vec<LearningBatch>> {
        let s = &self.settings;
        let mut samples: Vec<Sample> = problems
            .iter()
            .map(|problem| {
                let sample = Sample::encode(problem, &self.preparation, s.feedback)?;
                anyhow::ensure!(
                    sample.ids.len() <= s.max_length,
                    "problem `{}` has {} tokens, max_length is {}: raise it or leave the problem out",
                    problem.id,
                    sample.ids.len(),
                    s.max_length
                );
                Ok(sample)
            })
            .collect::<Result<_>>()?;
        samples.sort_by_key(|sample| sample.ids.len());
        samples
            .chunks(s.micro)
            .map(|chunk| LearningBatch::new(&chunk.iter().collect::<Vec<_>>(), &self.config))
            .collect()
    }

    /// Problems of a seed that no step uses, for the held-out loss.
    fn held_out(&self) -> Result<Vec<LearningBatch>> {
        let s = &self.settings;
        if s.validate_every == 0 {
            return Ok(vec![]);
        }
        let unseen = Settings { synth_seed: s.synth_seed ^ HELD_OUT, data: None, ..s.clone() };
        self.batches(&Source::open(&unseen)?.range(0, s.validation_problems as u64)?)
    }

    /// The loss per learned token, without gradients.
    fn loss(&self, learner: &Learner, batches: &[LearningBatch]) -> Result<f32> {
        let (model, device) = (learner.model.valid(), self.device.clone().inner());
        let mut sum = 0.0;
        for batch in batches {
            let hidden = model.forward_batch(&batch.input);
            sum -= log_probabilities(&model, hidden, batch, 1.0, &device).sum().into_scalar::<f32>();
        }
        let tokens: usize = batches.iter().map(|batch| batch.targets.len()).sum();
        Ok(sum / tokens.max(1) as f32)
    }

    fn export(&self, model: &Qwen25Vl, name: &str) -> Result<()> {
        export(&self.out, name, model, &self.config, &self.preparation)
    }
}

/// A progress bar in steps with an ETA.
pub fn progress(steps: usize, start: usize) -> ProgressBar {
    let bar = ProgressBar::new(steps as u64).with_position(start as u64);
    bar.set_style(
        ProgressStyle::with_template("{bar:30} {pos}/{len} steps, {eta} left, {prefix} {msg}")
            .expect("the template is fixed"),
    );
    bar.reset_eta();
    bar
}

/// A running mean over about fifty values.
#[derive(Default)]
struct Mean {
    value: f64,
    seen: usize,
}

impl Mean {
    fn add(&mut self, value: f64) {
        self.seen += 1;
        self.value += (value - self.value) / self.seen.min(50) as f64;
    }
}
