//! A training run on disk, written so that a kill at any moment loses nothing.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use burn::module::Module;
use burn::optim::ModuleOptimizer;
use serde::{Deserialize, Serialize};

/// Where a run stands. All randomness of a step derives from `seed` and `step`, so this is enough to go on exactly.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct State<S> {
    /// Steps done.
    pub step: usize,
    /// The settings of the run.
    pub settings: S,
}

const WEIGHTS: &str = "weights.bpk";
const OPTIMIZER: &str = "optimizer.bpk";
const STATE: &str = "state.json";

/// Writes a checkpoint into `run/checkpoint`: first beside it, then in its place.
///
/// # Errors
/// If the disk refuses.
pub fn save<M: Module, S: Serialize>(
    run: &Path,
    model: &M,
    optimizer: &ModuleOptimizer,
    state: &State<S>,
) -> Result<()> {
    let fresh = run.join("checkpoint.new");
    write(&fresh, model, optimizer, state).inspect_err(|_| {
        // Half a checkpoint is of no use, and the disk may be full of it.
        fs::remove_dir_all(&fresh).ok();
    })?;
    replace(run, &fresh)
}

/// Writes a checkpoint's files into a folder of their own.
fn write<M: Module, S: Serialize>(
    fresh: &Path,
    model: &M,
    optimizer: &ModuleOptimizer,
    state: &State<S>,
) -> Result<()> {
    if fresh.exists() {
        fs::remove_dir_all(fresh).with_context(|| format!("removing {}", fresh.display()))?;
    }
    fs::create_dir_all(fresh).with_context(|| format!("creating {}", fresh.display()))?;
    model
        .clone()
        .save_file(fresh.join(WEIGHTS))
        .map_err(|e| anyhow::anyhow!("writing {}: {e}", fresh.join(WEIGHTS).display()))?;
    optimizer
        .save(fresh.join(OPTIMIZER))
        .map_err(|e| anyhow::anyhow!("writing {}: {e}", fresh.join(OPTIMIZER).display()))?;
    fs::write(fresh.join(STATE), serde_json::to_vec_pretty(state)?)
        .with_context(|| format!("writing {}", fresh.join(STATE).display()))?;
    Ok(())
}

/// Puts a complete checkpoint in the last one's place.
fn replace(run: &Path, fresh: &Path) -> Result<()> {
    let old = run.join("checkpoint.old");
    let place = run.join("checkpoint");
    if place.exists() {
        // A kill between the renames and the removal below leaves the old one behind.
        if old.exists() {
            fs::remove_dir_all(&old).with_context(|| format!("removing {}", old.display()))?;
        }
        fs::rename(&place, &old).with_context(|| format!("moving {}", place.display()))?;
    }
    fs::rename(fresh, &place).with_context(|| format!("moving {}", fresh.display()))?;
    if old.exists() {
        fs::remove_dir_all(&old).with_context(|| format!("removing {}", old.display()))?;
    }
    Ok(())
}

/// What a run that ends with an error leaves to go on from, for the error's text.
pub fn remains(run: &Path) -> String {
    match find(run).map(|from| state::<serde_json::Value>(&from)) {
        Some(Ok(state)) => {
            format!(
                "the run stopped; its checkpoint of step {} is whole, --resume goes on from it",
                state.step
            )
        }
        _ => "the run stopped before its first checkpoint".to_owned(),
    }
}

/// The newest complete checkpoint of a run, if there is one.
pub fn find(run: &Path) -> Option<PathBuf> {
    ["checkpoint", "checkpoint.old"].into_iter().map(|n| run.join(n)).find(|p| p.join(STATE).is_file())
}

/// Where the run of a checkpoint stands.
///
/// # Errors
/// If the file is missing or is not of this kind of run.
pub fn state<S: for<'de> Deserialize<'de>>(from: &Path) -> Result<State<S>> {
    let path = from.join(STATE);
    let bytes = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
    serde_json::from_slice(&bytes).with_context(|| format!("{}: not a state of such a run", path.display()))
}

/// Reads a checkpoint into a model and an optimizer of the same shape.
///
/// # Errors
/// If a file is missing or damaged.
pub fn load<M: Module>(from: &Path, model: M, optimizer: ModuleOptimizer) -> Result<(M, ModuleOptimizer)> {
    let model = model
        .try_load_file(from.join(WEIGHTS))
        .map_err(|e| anyhow::anyhow!("{}: {e}", from.join(WEIGHTS).display()))?;
    let optimizer = optimizer
        .load(from.join(OPTIMIZER))
        .map_err(|e| anyhow::anyhow!("{}: {e}", from.join(OPTIMIZER).display()))?;
    Ok((model, optimizer))
}
