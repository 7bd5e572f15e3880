//! With which weights a rollout was written.

use serde::Serialize;

use crate::rl::advantage::group_advantages;
use crate::rl::rollout::Rollout;
use crate::rl::settings::Settings;

/// What a server said about a rollout that it wrote.
#[derive(Debug, Clone, PartialEq)]
pub struct Origin {
    /// The oldest weights that wrote any of it, as the number of updates they had seen; none if the server stamps
    /// weights that this run did not push.
    pub version: Option<u64>,
    /// Updates since those weights.
    pub staleness: u64,
    /// Whether it is older than the settings allow.
    pub too_stale: bool,
    /// Log-probability of each token written, as the server gave it.
    pub log_probabilities: Vec<f32>,
}

impl Origin {
    /// The origin of a rollout for update number `step`. Weights that are not ours are older than any.
    pub fn new(version: Option<u64>, log_probabilities: Vec<f32>, step: u64, max_staleness: u64) -> Self {
        let staleness = version.map_or(u64::MAX, |version| step.saturating_sub(version));
        Self { version, staleness, too_stale: staleness > max_staleness, log_probabilities }
    }
}

/// How far the weights of a step's rollouts were behind.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Staleness {
    /// Mean number of updates since a rollout's weights, of those not dropped.
    pub mean: f64,
    /// The largest.
    pub max: u64,
    /// Rollouts dropped because they were too old.
    pub dropped: usize,
}

impl Staleness {
    /// Of a step's rollouts; none if this process wrote them.
    pub fn of(rollouts: &[Rollout]) -> Option<Self> {
        let origins: Vec<&Origin> = rollouts.iter().filter_map(|r| r.origin.as_ref()).collect();
        let used: Vec<u64> = origins.iter().filter(|o| !o.too_stale).map(|o| o.staleness).collect();
        (!origins.is_empty()).then(|| Self {
            mean: used.iter().sum::<u64>() as f64 / used.len().max(1) as f64,
            max: used.iter().copied().max().unwrap_or(0),
            dropped: origins.len() - used.len(),
        })
    }
}

impl Rollout {
    /// Whether its weights are older than the settings allow.
    pub fn too_stale(&self) -> bool {
        self.origin.as_ref().is_some_and(|origin| origin.too_stale)
    }

    /// The advantages of a group. Rollouts that are too old have none, and are not what the others are compared with.
    pub fn advantages(group: &[Self], normalise_std: bool) -> Vec<f32> {
        let fresh: Vec<f32> = group.iter().filter(|r| !r.too_stale()).map(|r| r.reward.total).collect();
        let mut fresh = group_advantages(&fresh, normalise_std).into_iter();
        group.iter().map(|r| if r.too_stale() { 0.0 } else { fresh.next().unwrap_or(0.0) }).collect()
    }
}

/// Puts the server's log-probabilities into `old` (those of the learned tokens of `rows`, row after row) where a row
/// was written by older weights, so that the ratio of the objective is the one to the weights that sampled.
///
/// A server's numbers are those of the objective only at temperature 1 (cold code counts: servers give the
/// probabilities of greedy tokens at 1) and without a repetition penalty; in other settings `old` stays as it is, the
/// log-probabilities of the current weights.
pub fn replace_stale(old: &mut [f32], rows: &[&Rollout], settings: &Settings) {
    let plain = settings.temperature == 1.0
        && [0.0, 1.0].contains(&settings.code_temperature)
        && settings.repetition_penalty == 1.0;
    if !plain {
        return;
    }
    let mut at = 0;
    for row in rows {
        let targets = row.sample.targets();
        if let Some(origin) = &row.origin
            && origin.staleness > 0
            && origin.log_probabilities.len() == targets
        {
            old[at..at + targets].copy_from_slice(&origin.log_probabilities);
        }
        at += targets;
    }
}
