//! Rollouts that SGLang or vLLM servers write, token in and token out: prompt, pixels, stop rules, sandbox and reward
//! stay here, and the weights go there. `docs/rollouts.md` describes the whole.

mod fleet;
mod origin;
pub(in crate::rl) mod patience;
mod policy;
mod push;
mod request;
mod sglang;
mod tag;
pub(in crate::rl) mod transport;
mod vllm;

use std::sync::Arc;

use anyhow::{Result, ensure};
use vthinker_core::model::Config;
use vthinker_core::think::{Event, Preparation};

pub use fleet::Fleet;
pub use origin::{Origin, Staleness, replace_stale};
pub use policy::{Conversation, Limits, RemotePolicy};
pub use push::push;

use super::rollout::{Plan, Rollout};
use super::settings::Settings;
use super::workers::in_order;
use crate::evaluation::score::score;
use crate::flywheel::Problem;
use crate::flywheel::teacher::{Clock, SystemClock};

/// The servers of a run.
pub struct Remote {
    /// The servers.
    pub fleet: Fleet,
    limits: Limits,
    in_flight: usize,
    max_staleness: u64,
}

impl Remote {
    /// The servers that the settings name, if they name any.
    ///
    /// # Errors
    /// If an address is none, or the settings could never give a rollout that is new enough.
    pub fn open(settings: &Settings, config: &Config) -> Result<Option<Self>> {
        Self::with_clock(settings, config, Arc::new(SystemClock::default()))
    }

    /// [`Remote::open`] with a clock of the caller's, so that tests need not wait.
    ///
    /// # Errors
    /// As [`Remote::open`].
    pub fn with_clock(settings: &Settings, config: &Config, clock: Arc<dyn Clock>) -> Result<Option<Self>> {
        if settings.rollouts.is_empty() {
            return Ok(None);
        }
        let Settings { push_every, max_staleness, in_flight, .. } = *settings;
        ensure!(in_flight >= 1 && push_every >= 1, "in_flight and push_every must be at least 1");
        ensure!(
            push_every <= max_staleness + 1,
            "push_every {push_every}: weights would be up to {} steps old, but max_staleness {max_staleness} drops \
             such rollouts; push more often or allow more",
            push_every - 1
        );
        Ok(Some(Self {
            fleet: Fleet::new(&settings.rollouts, clock)?,
            limits: Limits::from(config),
            in_flight,
            max_staleness: max_staleness as u64,
        }))
    }

    /// Samples the plan's `group` of rollouts of each problem on the servers, for update number `step`: the result is
    /// in problem order, group by group, rollouts that are too old among them.
    ///
    /// # Errors
    /// If no server is left, one refuses a request or counts other tokens than we do, or every rollout is too old.
    pub fn roll_out(
        &self,
        with: &Preparation,
        problems: &[Problem],
        plan: &Plan,
        step: u64,
    ) -> Result<Vec<Rollout>> {
        plan.watch.expect(problems.len() * plan.group);
        let rollouts = in_order(problems.len() * plan.group, self.in_flight, |place| {
            let (problem, seed) = (&problems[place / plan.group], plan.seed.wrapping_add(place as u64));
            let mut policy = RemotePolicy::new(&self.fleet, with, self.limits, plan.sampling.clone(), seed);
            let watched = plan.watch.conversation(place);
            let hear = |event: &Event| watched.hear(event);
            let heard = score(&mut policy, problem, plan.max_new_tokens, plan.feedback, hear)?;
            if let Some(fault) = policy.take_fault() {
                return Err(fault.context(format!("problem `{}`", problem.id)));
            }
            let written = policy.finish();
            let origin = Origin::new(written.version, written.log_probabilities, step, self.max_staleness);
            Rollout::of(problem, with, plan, heard, &written.ids, written.transcript, Some(origin))
        })?;
        let oldest = rollouts.iter().filter_map(|r| r.origin.as_ref()?.version).min();
        ensure!(
            rollouts.is_empty() || rollouts.iter().any(|r| !r.too_stale()),
            "all {} rollouts were written with weights more than {} steps behind step {step} (oldest stamp: {}); was a \
             server restarted, or did it not load the weights?",
            rollouts.len(),
            self.max_staleness,
            oldest.map_or("none of ours".to_owned(), |version| version.to_string())
        );
        Ok(rollouts)
    }
}
