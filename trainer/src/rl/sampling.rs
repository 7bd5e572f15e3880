//! The sampling of a step: which problems, how, and until enough of them teach.

use anyhow::{Context, Result};
use burn::module::Module;
use vthinker_core::generate::Sampler;
use vthinker_core::model::Qwen25Vl;
use vthinker_core::think::Sampling;

use super::problems::Problems;
use super::remote::Remote;
use super::reward_server::RewardServer;
use super::rollout::{Plan, Rollout, roll_out};
use super::sampled::Sampled;
use super::train::Run;
use crate::conversations::Pace;
use crate::training::watch::Watch;

/// Who else is asked for the rollouts of a step.
pub(super) struct Servers {
    /// Servers that write them.
    pub rollouts: Option<Remote>,
    /// The server that judges them, too.
    pub rewards: Option<RewardServer>,
}

impl Servers {
    /// Whether there is any.
    pub fn any(&self) -> bool {
        self.rollouts.is_some() || self.rewards.is_some()
    }
}

impl Run {
    /// Samples groups until there are as many that teach as the step wants, or the attempts are used up.
    pub(super) fn sample(
        &self,
        model: &Qwen25Vl,
        problems: &Problems,
        step: usize,
        servers: &Servers,
        watch: &Watch,
    ) -> Result<Sampled> {
        let s = &self.settings;
        let model = self.sampling_model(model);
        let mut sampled = Sampled::default();
        // Groups put aside serve after all if the attempts give no better ones.
        let mut aside = Sampled::default();
        for attempt in 0..s.attempts.max(1) {
            let missing = s.prompts - sampled.problems.len();
            if missing == 0 {
                break;
            }
            let first = ((step * s.attempts.max(1) + attempt) * s.prompts) as u64;
            let tried = problems.range(first, first + missing as u64)?;
            let seed = s.seed.wrapping_mul(1 << 32).wrapping_add(first * s.group as u64);
            let plan = self.plan(seed, watch);
            watch.enter(step, "sampling");
            let mut rollouts = match &servers.rollouts {
                Some(remote) => remote.roll_out(&self.preparation, &tried, &plan, step as u64)?,
                None => roll_out(&model, &self.preparation, &tried, &plan)?,
            };
            if let Some(server) = &servers.rewards {
                watch.enter(step, "asking the reward server");
                server
                    .judge(&self.preparation, &tried, &mut rollouts)
                    .with_context(|| format!("asking the reward server {}", server.address()))?;
            }
            sampled.tried += tried.len();
            for (problem, group) in tried.into_iter().zip(rollouts.chunks(s.group)) {
                let advantages = Rollout::advantages(group, s.normalise_std);
                let teaches = s.attempts <= 1 || advantages.iter().any(|a| *a != 0.0);
                let into = if teaches { &mut sampled } else { &mut aside };
                into.problems.push(problem);
                into.rollouts.extend_from_slice(group);
                into.advantages.extend(advantages);
            }
        }
        let missing = s.prompts - sampled.problems.len();
        sampled.problems.extend(aside.problems.into_iter().take(missing));
        sampled.rollouts.extend(aside.rollouts.into_iter().take(missing * s.group));
        sampled.advantages.extend(aside.advantages.into_iter().take(missing * s.group));
        Ok(sampled)
    }

    fn plan(&self, seed: u64, watch: &Watch) -> Plan {
        let s = &self.settings;
        let sampler = |temperature| Sampler {
            top_p: s.top_p,
            top_k: s.top_k,
            repetition_penalty: s.repetition_penalty,
            ..Sampler::at_temperature(temperature)
        };
        Plan {
            group: s.group,
            sampling: Sampling { text: sampler(s.temperature), code: sampler(s.code_temperature) },
            max_new_tokens: s.max_new_tokens,
            feedback: s.feedback,
            rewards: s.rewards,
            seed,
            pace: self.pace(),
            watch: watch.clone(),
        }
    }

    /// The model without gradients where conversations are sampled.
    pub(super) fn sampling_model(&self, model: &Qwen25Vl) -> Qwen25Vl {
        match &self.elsewhere {
            Some((_, device)) => model.valid().materialize().to_device(device),
            None => model.valid(),
        }
    }

    pub(super) fn pace(&self) -> Pace {
        let s = &self.settings;
        let (backend, workers) = match &self.elsewhere {
            Some((backend, _)) => (*backend, backend.workers()),
            None => (self.backend, self.workers()),
        };
        // Who asks for threads gets threads.
        let batch = s.rollout_batch.or((s.rollout_workers > 0).then_some(0));
        Pace::of(batch, backend, if s.rollout_workers == 0 { workers } else { s.rollout_workers })
    }
}
