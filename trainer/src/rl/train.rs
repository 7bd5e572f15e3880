//! The GRPO loop.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use anyhow::{Context, Result};
use burn::module::Module;
use burn::optim::ModuleOptimizer;
use burn::tensor::Device;
use serde::{Deserialize, Serialize};
use vthinker_core::generate::Sampler;
use vthinker_core::model::{Config, Qwen25Vl};
use vthinker_core::think::{Preparation, Sampling, Task};

use super::advantage::group_advantages;
use super::objective::{Group, Grpo, loss, scores};
use super::rollout::{Plan, Rollout, roll_out};
use crate::flywheel::families::select;
use crate::flywheel::{Canvas, Problem, problem_of};
use crate::hub_folder;
use crate::training::batch::LearningBatch;
use crate::training::checkpoint::{self, State};
use crate::training::gradient::accumulate;
use crate::training::log::Log;
use crate::training::schedule::Schedule;
use crate::training::sft::progress;

/// Settings of a GRPO run; stored in its checkpoint.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// Seed of the flywheel's problems.
    pub synth_seed: u64,
    /// Seed of sampling.
    pub seed: u64,
    /// Tasks trained on.
    pub tasks: Vec<Task>,
    /// Families, by name; none means all.
    pub families: Vec<String>,
    /// Rollout steps.
    pub steps: usize,
    /// Problems in a step.
    pub prompts: usize,
    /// Problems that the steps go through again and again; none for an endless stream of new ones.
    #[serde(default)]
    pub pool: Option<usize>,
    /// Rollouts of each problem.
    pub group: usize,
    /// Updates on the rollouts of one step.
    pub iterations: usize,
    /// Rollouts in a micro-batch.
    pub micro: usize,
    /// Threads.
    pub workers: usize,
    /// Peak learning rate.
    pub lr: f64,
    /// Steps of warm-up.
    pub warmup: usize,
    /// Tokens a rollout may have.
    pub max_new_tokens: usize,
    /// Objective.
    pub grpo: Grpo,
    /// Temperature inside code blocks; 0 is GRPO-ATS's cold code.
    pub code_temperature: f32,
    /// Nucleus sampling.
    pub top_p: f32,
    /// Candidates kept when sampling.
    pub top_k: usize,
    /// Repetition penalty.
    pub repetition_penalty: f32,
    /// Weight decay.
    pub weight_decay: f32,
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
    /// The model that the KL holds on to.
    pub reference: Qwen25Vl,
    /// Device, with gradients.
    pub device: Device,
}

/// One line of the log: every reward and rate of a step.
#[derive(Debug, Serialize)]
struct Line {
    step: usize,
    reward: f32,
    accuracy: f32,
    format: f32,
    code: f32,
    tool_rate: f32,
    sandbox_success: f32,
    zero_advantage_groups: f32,
    tokens: f32,
    kl: f32,
    loss: f32,
    lr: f64,
    rollout_seconds: f64,
    update_seconds: f64,
}

impl Run {
    /// Trains from step `start`, writing checkpoints, `log.jsonl` and the model folder.
    ///
    /// # Errors
    /// If sampling, disk or numbers fail.
    pub fn train(
        &self,
        model: Qwen25Vl,
        optimizer: ModuleOptimizer,
        start: usize,
        cancel: &AtomicBool,
    ) -> Result<Qwen25Vl> {
        let s = &self.settings;
        let schedule = Schedule { peak: s.lr, warmup: s.warmup, steps: s.steps, decay: s.steps };
        let (mut model, mut optimizer) = (model, optimizer);
        let mut log = Log::open(&self.out, start)?;
        let bar = progress(s.steps, start);
        for step in start..s.steps {
            let began = Instant::now();
            let rollouts = self.sample(&model, step)?;
            let rollout_seconds = began.elapsed().as_secs_f64();
            let began = Instant::now();
            let lr = schedule.at(step);
            let advantages: Vec<f32> = rollouts
                .chunks(s.group)
                .flat_map(|group| {
                    group_advantages(&group.iter().map(|r| r.reward.total()).collect::<Vec<_>>())
                })
                .collect();
            let (new, mean_loss, kl) = self.update(model, &mut optimizer, &rollouts, &advantages, lr)?;
            model = new;
            let update_seconds = began.elapsed().as_secs_f64();
            let line = Line {
                loss: mean_loss,
                kl,
                lr,
                rollout_seconds,
                update_seconds,
                ..self.line(step, &rollouts)
            };
            log.add(&line)?;
            bar.set_message(format!(
                "reward {:.3}, accuracy {:.2}, tool rate {:.2}, KL {:.4}",
                line.reward, line.accuracy, line.tool_rate, line.kl
            ));
            bar.inc(1);
            let stopped = cancel.load(Ordering::Relaxed);
            if stopped || step + 1 == s.steps || (step + 1) % s.save_every == 0 {
                let state = State { step: step + 1, settings: s.clone() };
                checkpoint::save(&self.out, &model, &optimizer, &state)?;
                hub_folder::write(&self.out.join("model"), &model.valid(), &self.config, &self.preparation)?;
            }
            if stopped {
                bar.abandon_with_message(format!("stopped after step {}; --resume goes on", step + 1));
                return Ok(model);
            }
        }
        bar.finish();
        Ok(model)
    }

    fn sample(&self, model: &Qwen25Vl, step: usize) -> Result<Vec<Rollout>> {
        let s = &self.settings;
        let sampler = |temperature| Sampler {
            top_p: s.top_p,
            top_k: s.top_k,
            repetition_penalty: s.repetition_penalty,
            ..Sampler::at_temperature(temperature)
        };
        let sampling = Sampling { text: sampler(s.grpo.temperature), code: sampler(s.code_temperature) };
        let problems = self.problems(step)?;
        let seed = s.seed.wrapping_mul(1 << 32).wrapping_add((step * s.prompts * s.group) as u64);
        let plan =
            Plan { group: s.group, sampling, max_new_tokens: s.max_new_tokens, seed, workers: s.workers };
        roll_out(&model.valid(), &self.preparation, &problems, &plan)
    }

    fn problems(&self, step: usize) -> Result<Vec<Problem>> {
        let s = &self.settings;
        let families = select(Canvas::Mini, &s.tasks, &s.families).context("--tasks, --families")?;
        let first = (step * s.prompts) as u64;
        let in_pool = |i| s.pool.map_or(i, |pool| i % pool.max(1) as u64);
        (first..first + s.prompts as u64).map(|i| problem_of(&families, s.synth_seed, in_pool(i))).collect()
    }

    /// Updates on one step's rollouts; gives the model, the loss of the first update and the mean KL before it.
    fn update(
        &self,
        mut model: Qwen25Vl,
        optimizer: &mut ModuleOptimizer,
        rollouts: &[Rollout],
        advantages: &[f32],
        lr: f64,
    ) -> Result<(Qwen25Vl, f32, f32)> {
        let s = &self.settings;
        let plain = self.device.clone().inner();
        // Rows of equal rewards have nothing to teach; the KL alone is not worth their cost.
        let mut order: Vec<usize> = (0..rollouts.len())
            .filter(|i| advantages[*i] != 0.0 && rollouts[*i].sample.targets() > 0)
            .collect();
        if order.is_empty() {
            return Ok((model, 0.0, 0.0));
        }
        order.sort_by_key(|i| rollouts[*i].sample.ids.len());
        let mut groups = order
            .chunks(s.micro)
            .map(|rows| {
                let samples: Vec<_> = rows.iter().map(|i| &rollouts[*i].sample).collect();
                let batch = LearningBatch::new(&samples, &self.config)?;
                let own = rows.iter().map(|i| advantages[*i]).collect();
                Ok(Group::new(batch, own, order.len(), &self.reference, &s.grpo, &plain))
            })
            .collect::<Result<Vec<_>>>()?;
        let sampled = model.valid();
        let (mut kl, mut tokens) = (0.0, 0);
        for group in &mut groups {
            let old = scores(&sampled, &group.batch, &s.grpo, &plain);
            for (r, o) in group.reference.iter().zip(&old) {
                kl += (r - o).exp() - (r - o) - 1.0;
            }
            tokens += old.len();
            group.old = Some(old);
        }
        let mut first = None;
        for _ in 0..s.iterations.max(1) {
            let (grads, value, _) = accumulate(&model, &groups, s.workers, &self.device, |model, group| {
                let value = loss(model, group, &s.grpo, &self.device);
                (value.clone(), value)
            })?;
            first.get_or_insert(value);
            model = optimizer.step(lr, model, grads);
        }
        Ok((model, first.unwrap_or(0.0), kl / tokens.max(1) as f32))
    }

    fn line(&self, step: usize, rollouts: &[Rollout]) -> Line {
        let n = rollouts.len().max(1) as f32;
        let mean = |value: &dyn Fn(&Rollout) -> f32| rollouts.iter().map(value).sum::<f32>() / n;
        let zero = rollouts
            .chunks(self.settings.group)
            .filter(|g| g.iter().all(|r| r.reward.total() == g[0].reward.total()))
            .count();
        let with_tool: Vec<&Rollout> = rollouts.iter().filter(|r| r.score.used_tool).collect();
        let succeeded = with_tool.iter().filter(|r| r.score.code >= 1.0).count();
        Line {
            step,
            reward: mean(&|r| r.reward.total()),
            accuracy: mean(&|r| r.reward.accuracy),
            format: mean(&|r| r.reward.format),
            code: mean(&|r| r.reward.code),
            tool_rate: mean(&|r| f32::from(r.score.used_tool)),
            sandbox_success: succeeded as f32 / with_tool.len().max(1) as f32,
            zero_advantage_groups: zero as f32 / self.settings.prompts.max(1) as f32,
            tokens: mean(&|r| r.sample.targets() as f32),
            kl: 0.0,
            loss: 0.0,
            lr: 0.0,
            rollout_seconds: 0.0,
            update_seconds: 0.0,
        }
    }
}
