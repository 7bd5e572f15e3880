//! A data set made from its plan.

use std::sync::atomic::AtomicBool;

use anyhow::{Context, Result, ensure};

use super::plan::Plan;
use super::store::Store;
use super::summary::Summary;
use super::{read, seal, shard};

/// How far the work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// `making`, then `writing` once all shards are complete.
    pub stage: &'static str,
    /// Indices tried or rows written, also by runs before this one.
    pub done: u64,
    /// Of how many.
    pub total: u64,
    /// Indices without a problem so far.
    pub rejected: u64,
}

/// How the caller looks on and calls off.
pub struct Control<'c> {
    /// Set to `true` from anywhere, it ends the work with an error; the same plan goes on later.
    pub cancel: &'c AtomicBool,
    /// Called after every problem.
    pub progress: &'c mut dyn FnMut(Progress),
}

/// Makes the plan's shard, and if that was the last one, the files of the data set.
///
/// A run that was killed goes on where it stopped and comes to the same bytes, whatever the number of threads. The
/// rows of all shards together are those of an unsharded set: duplicates are decided over all of them, in the order of
/// indices. So files appear when every shard is complete; until then [`Summary::waiting`] names the others.
///
/// # Errors
/// If the plan makes no sense, the place holds another data set, something cannot be written, or the work is called
/// off.
pub fn make(plan: &Plan, control: &mut Control) -> Result<Summary> {
    let parts = plan.parts()?;
    ensure!(plan.shard.index < plan.shard.of, "there is no shard {} of {}", plan.shard.index, plan.shard.of);
    let store = Store::open(&plan.to)?;
    let fingerprint = plan.fingerprint()?;
    if let Some(summary) = Summary::find(&store)? {
        ensure!(
            summary.plan == fingerprint,
            "{} holds another data set: choose another place, or remove it",
            store.name()
        );
        return Ok(summary);
    }
    for location in &plan.exclude {
        // They are read when all is made; a wrong name should not cost that much time.
        read::records(location).context("what is to be excluded")?;
    }
    shard::make(plan, &parts, &store, control)?;
    match seal::seal(plan, &parts, &store, control) {
        Ok(summary) => Ok(summary),
        // Two shards that end at the same time both seal, to the same bytes; the faster one then tidies up.
        Err(error) => match Summary::find(&store)? {
            Some(summary) if summary.plan == fingerprint => Ok(summary),
            _ => Err(error),
        },
    }
}
