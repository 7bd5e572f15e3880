//! The supervised training loop.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use anyhow::{Context, Result};
use burn::module::Module;
use burn::optim::ModuleOptimizer;
use burn::tensor::Device;
use indicatif::{ProgressBar, ProgressStyle};
use serde::{Deserialize, Serialize};
use vthinker_core::model::{Config, Qwen25Vl};
use vthinker_core::think::Preparation;

use super::batch::LearningBatch;
use super::checkpoint::{self, State};
use super::gradient::accumulate;
use super::learner::Learner;
use super::log::Log;
use super::optimizer::Kind;
use super::sample::Sample;
use super::schedule::Schedule;
use super::source::{Origin, Source};
use crate::hub_folder;

/// Settings of a supervised run; stored in its checkpoint.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// Where problems come from.
    pub origin: Origin,
    /// Seed of initial weights and shuffling.
    pub seed: u64,
    /// Optimizer steps.
    pub steps: usize,
    /// Problems in a step.
    pub batch: usize,
    /// Problems in a micro-batch; one worker handles one at a time.
    pub micro: usize,
    /// Threads that compute gradients.
    pub workers: usize,
    /// Peak learning rate.
    pub lr: f64,
    /// Steps of warm-up.
    pub warmup: usize,
    /// Steps of final decay.
    pub decay: usize,
    /// Optimizer.
    pub optimizer: Kind,
    /// Weight decay.
    pub weight_decay: f32,
    /// Weight of the position probe's loss; 0 switches it off.
    pub position_weight: f32,
    /// Steps between checkpoints.
    pub save_every: usize,
}

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
    /// Device, with gradients.
    pub device: Device,
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
        let source = Source::open(&s.origin, s.seed)?;
        let schedule = Schedule { peak: s.lr, warmup: s.warmup, steps: s.steps, decay: s.decay };
        let (mut learner, mut optimizer) = (learner, optimizer);
        let mut log = Log::open(&self.out, start)?;
        let bar = progress(s.steps, start);
        let mut mean = Mean::default();
        for step in start..s.steps {
            let began = Instant::now();
            let micro = self.micro_batches(&source, step)?;
            let tokens: usize = micro.iter().map(|b| b.targets.len()).sum();
            let (grads, loss, objective) =
                accumulate(&learner, &micro, s.workers, &self.device, |learner, batch| {
                    learner.loss(batch, tokens, s.position_weight, &self.device)
                })
                .with_context(|| format!("step {step}"))?;
            let lr = schedule.at(step);
            learner = optimizer.step(lr, learner, grads);
            let seconds = began.elapsed().as_secs_f64();
            mean.add(f64::from(loss));
            log.add(&serde_json::json!({
                "step": step, "loss": loss, "objective": objective, "lr": lr, "tokens": tokens, "seconds": seconds,
            }))?;
            bar.set_message(format!("loss {:.4}, {:.1} problems/s", mean.value, s.batch as f64 / seconds));
            bar.inc(1);
            let last = step + 1 == s.steps;
            let stopped = cancel.load(Ordering::Relaxed);
            if last || stopped || (step + 1) % s.save_every == 0 {
                let state = State { step: step + 1, settings: s.clone() };
                checkpoint::save(&self.out, &learner, &optimizer, &state)?;
                self.export(&learner.model)?;
            }
            if stopped {
                bar.abandon_with_message(format!("stopped after step {}; --resume goes on", step + 1));
                return Ok(learner);
            }
        }
        bar.finish();
        Ok(learner)
    }

    /// The step's problems, sorted by length so that a micro-batch pads little.
    fn micro_batches(&self, source: &Source, step: usize) -> Result<Vec<LearningBatch>> {
        let s = &self.settings;
        let problems = source.range((step * s.batch) as u64, ((step + 1) * s.batch) as u64)?;
        let mut samples: Vec<Sample> =
            problems.iter().map(|p| Sample::encode(p, &self.preparation)).collect::<Result<_>>()?;
        samples.sort_by_key(|sample| sample.ids.len());
        samples
            .chunks(s.micro)
            .map(|chunk| LearningBatch::new(&chunk.iter().collect::<Vec<_>>(), &self.config))
            .collect()
    }

    /// Writes the model folder `out/model`, as any tool of the ecosystem reads it.
    ///
    /// # Errors
    /// If the disk refuses.
    pub fn export(&self, model: &Qwen25Vl) -> Result<()> {
        let folder = self.out.join("model");
        hub_folder::write(&folder, &model.valid(), &self.config, &self.preparation)
    }
}

/// A progress bar in steps with an ETA.
pub fn progress(steps: usize, start: usize) -> ProgressBar {
    let bar = ProgressBar::new(steps as u64).with_position(start as u64);
    bar.set_style(
        ProgressStyle::with_template("{bar:30} {pos}/{len} steps, {eta} left, {msg}")
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
