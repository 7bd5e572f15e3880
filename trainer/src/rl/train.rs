//! The GRPO loop.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use burn::module::Module;
use burn::optim::ModuleOptimizer;
use burn::tensor::Device;
use vthinker_core::model::{Config, Qwen25Vl};
use vthinker_core::think::Preparation;
use vthinker_runs::Recorder;

use super::objective::{Group, loss, scores};
use super::problems::Problems;
use super::remote::{Remote, push, replace_stale};
use super::reward_server::RewardServer;
use super::rows::micro_batches;
use super::sampled::{Line, Sampled};
use super::sampling::Servers;
use super::settings::Settings;
use super::workers::in_order;
use crate::backend::Backend;
use crate::evaluation::contest::{Rules, contest};
use crate::flywheel::Problem;
use crate::hub_folder;
use crate::training::batch::LearningBatch;
use crate::training::best::Best;
use crate::training::checkpoint::{self, State};
use crate::training::export::{export, export_adapters};
use crate::training::replicas::Replicas;
use crate::training::schedule::Schedule;
use crate::training::sft::progress;
use crate::training::watch::{Teller, Watch};

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
    /// The model that the KL holds on to.
    pub reference: Qwen25Vl,
    /// Where it computes.
    pub backend: Backend,
    /// Device, with gradients.
    pub device: Device,
    /// Further devices, with gradients, that take their share of an update's micro-batches.
    pub others: Vec<Device>,
    /// Where conversations are sampled, if not on `device`: a model whose steps are too small for a GPU writes faster on
    /// many CPU cores, while the GPU takes the gradients.
    pub elsewhere: Option<(Backend, Device)>,
}

impl Run {
    /// Trains from step `start`, writing checkpoints, `log.jsonl`, `rollouts.jsonl` and the model folder.
    ///
    /// # Errors
    /// If sampling, disk or numbers fail; the message names the step and what it was doing.
    pub fn train(
        &self,
        model: Qwen25Vl,
        optimizer: ModuleOptimizer,
        start: usize,
        cancel: &AtomicBool,
    ) -> Result<Qwen25Vl> {
        let s = &self.settings;
        let schedule = Schedule {
            peak: s.lr,
            warmup: s.warmup,
            steps: s.steps,
            decline: s.decline,
            decay: 0,
            floor: s.floor,
        };
        let problems = Problems::open(s)?;
        let held_out = if s.validate_every > 0 { problems.held_out(s.validation_problems)? } else { vec![] };
        let (mut model, mut optimizer) = (model, optimizer);
        let mut recorder = Recorder::open(&self.out, start)?;
        let mut best = Best::open(&self.out)?;
        let servers = Servers { rollouts: Remote::open(s, &self.config)?, rewards: RewardServer::open(s)? };
        let mut replicas = Replicas::new(&model, &self.device, &self.others, self.workers());
        let bar = progress(s.steps, start);
        let watch = Watch::default();
        let _teller = Teller::start(&watch, bar.clone(), &self.out, Duration::from_secs(s.stuck_after));
        for step in start..s.steps {
            let began = Instant::now();
            let pushes = step == start || step.is_multiple_of(s.push_every.max(1));
            let sampled = match &servers.rollouts {
                Some(remote) if pushes => {
                    watch.enter(step, "pushing weights");
                    self.push(remote, &model, step)
                }
                _ => Ok(()),
            }
            .and_then(|()| self.sample(&model, &problems, step, &servers, &watch));
            if sampled.is_err() && servers.any() {
                // Servers come and go: what was learned since the last checkpoint shall not go with them.
                let state = State { step, settings: s.clone() };
                checkpoint::save(&self.out, &model, &optimizer, &state)?;
            }
            let sampled = sampled.with_context(|| format!("step {step}: sampling"))?;
            let rollout_seconds = began.elapsed().as_secs_f64();
            let began = Instant::now();
            watch.enter(step, "updating");
            let lr = schedule.at(step);
            let (new, loss, kl) = self
                .update(model, &mut replicas, &mut optimizer, &sampled, lr)
                .with_context(|| format!("step {step}: updating"))?;
            model = new;
            let update_seconds = began.elapsed().as_secs_f64();
            let last = step + 1 == s.steps;
            let look = s.validate_every > 0 && (last || (step + 1).is_multiple_of(s.validate_every));
            if look {
                watch.enter(step, "looking at held-out problems");
            }
            let held_out_accuracy = look.then(|| self.accuracy(&model, &held_out)).transpose()?;
            let line = Line {
                loss,
                kl,
                lr,
                rollout_seconds,
                update_seconds,
                held_out_accuracy,
                phase_seconds: watch.take_seconds(),
                ..sampled.line(step)
            };
            watch.enter(step, "saving");
            recorder.line(&line)?;
            sampled.record(&mut recorder, step)?;
            bar.set_message(format!(
                "reward {:.3}, accuracy {:.2}, tool rate {:.2}, KL {:.4}, {} tokens, {:.0} % of groups teach",
                line.reward,
                line.rewards.get("accuracy").copied().unwrap_or_default(),
                line.tool_rate,
                line.kl,
                line.tokens.round(),
                100.0 * (1.0 - line.zero_advantage_groups)
            ));
            bar.inc(1);
            let stopped = cancel.load(Ordering::Relaxed);
            // Before the checkpoint: a run killed in between looks at this step again.
            if let Some(accuracy) = held_out_accuracy
                && best.improves(step, f64::from(accuracy), "held_out_accuracy")?
            {
                self.export(&model, "best")?;
            }
            if stopped || last || (step + 1).is_multiple_of(s.save_every) {
                let state = State { step: step + 1, settings: s.clone() };
                checkpoint::save(&self.out, &model, &optimizer, &state)?;
                self.export(&model, "model")?;
                export_adapters(&self.out, &model, &s.tuning, s.model.as_deref())?;
            }
            if stopped {
                bar.abandon_with_message(format!("stopped after step {}; --resume goes on", step + 1));
                return Ok(model);
            }
        }
        bar.finish();
        Ok(model)
    }

    pub(super) fn workers(&self) -> usize {
        if self.settings.workers == 0 { self.backend.workers() } else { self.settings.workers }
    }

    /// Updates on one step's rollouts; gives the model, the loss of the first update and the mean KL before it.
    pub(super) fn update(
        &self,
        mut model: Qwen25Vl,
        replicas: &mut Replicas<Qwen25Vl>,
        optimizer: &mut ModuleOptimizer,
        sampled: &Sampled,
        lr: f64,
    ) -> Result<(Qwen25Vl, f32, f32)> {
        let s = &self.settings;
        let grpo = s.grpo();
        let plain = self.device.clone().inner();
        let Sampled { rollouts, advantages, .. } = sampled;
        // Rollouts of equal rewards have nothing to teach; the KL alone is not worth their cost.
        let teaches = |i: &usize| {
            advantages[*i] != 0.0
                && rollouts[*i].sample.targets() > 0
                && !(s.overlong_filter && rollouts[*i].cut_off())
        };
        let micro = micro_batches(&sampled.groups(), teaches, |i| &rollouts[i].sample, s.micro);
        let learned = || micro.iter().flatten().flatten();
        if learned().next().is_none() {
            return Ok((model, 0.0, 0.0));
        }
        let tokens: usize = learned().map(|i| rollouts[*i].sample.targets()).sum();
        let size = (learned().count(), tokens);
        let before = model.valid();
        // Else the first update's own, which are computed anyway, are those of the sampling.
        let keeps_old = s.iterations > 1 || rollouts.iter().any(|rollout| rollout.origin.is_some());
        let groups = in_order(micro.len(), self.workers(), |at| {
            let rows = &micro[at];
            let samples: Vec<Vec<_>> =
                rows.iter().map(|row| row.iter().map(|i| &rollouts[*i].sample).collect()).collect();
            let batch = LearningBatch::branching(&samples, &self.config)?;
            let own = rows.iter().flatten().map(|i| advantages[*i]).collect();
            let mut group = Group::new(batch, own, size, &self.reference, &grpo, &plain);
            if keeps_old {
                let mut old = scores(&before, &group.batch, &grpo, &plain);
                replace_stale(&mut old, &rows.iter().flatten().map(|i| &rollouts[*i]).collect::<Vec<_>>(), s);
                group.old = Some(old);
            }
            Ok(group)
        })?;
        drop(before);
        let mut first = None;
        for _ in 0..s.iterations.max(1) {
            let (grads, kl, value) = replicas
                .accumulate(&model, &groups, |model, group, device| loss(model, group, &grpo, device))?;
            first.get_or_insert((value, kl / tokens as f32));
            model = optimizer.step(lr, model, grads);
            replicas.follow(&model);
        }
        let (loss, kl) = first.unwrap_or_default();
        Ok((model, loss, kl))
    }

    /// The share of problems solved greedily.
    fn accuracy(&self, model: &Qwen25Vl, problems: &[Problem]) -> Result<f32> {
        let s = &self.settings;
        let rules = Rules { max_new_tokens: s.max_new_tokens, feedback: s.feedback, pace: self.pace() };
        let scores = contest(&self.sampling_model(model), &self.preparation, problems, rules, |_, _| Ok(()))?;
        Ok(scores.iter().filter(|s| s.correct).count() as f32 / scores.len().max(1) as f32)
    }

    fn export(&self, model: &Qwen25Vl, name: &str) -> Result<()> {
        export(&self.out, name, model, &self.config, &self.preparation)
    }

    /// Has the servers load the weights of `step` updates.
    fn push(&self, remote: &Remote, model: &Qwen25Vl, step: usize) -> Result<()> {
        push(&remote.fleet, &self.out, step as u64, |folder| {
            hub_folder::write(folder, &model.valid().materialize(), &self.config, &self.preparation)
        })
    }
}
