//! Where training problems come from.

use std::path::Path;

use anyhow::{Context, Result};
use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use vthinker_core::think::Task;

use super::settings::Settings;
use crate::flywheel::families::select;
use crate::flywheel::{self, Family, Problem};

/// Gives the problem of any place in the run, so that a resumed run sees the same ones.
pub enum Source {
    /// Fresh problems without end, made as they are needed.
    Synth {
        /// Seed of the flywheel.
        seed: u64,
        /// Families drawn from.
        families: Vec<&'static Family>,
    },
    /// A folder that `trainer synth` wrote, in a new order each epoch.
    Folder {
        /// The problems in file order.
        problems: Vec<Problem>,
        /// Seed of the shuffling.
        seed: u64,
    },
}

impl Source {
    /// Opens the source that the settings name.
    ///
    /// # Errors
    /// If a folder cannot be read, or no problem of the tasks and families is there.
    pub fn open(settings: &Settings) -> Result<Self> {
        let Settings { tasks, families, seed, synth_seed, .. } = settings;
        let Some(path) = &settings.data else {
            let families = select(settings.canvas, tasks, families).context("tasks, families")?;
            return Ok(Source::Synth { seed: *synth_seed, families });
        };
        Ok(Source::Folder { problems: read_some(path, tasks, families)?, seed: *seed })
    }

    /// The problems at places `from..to` of the run.
    ///
    /// # Errors
    /// If a family breaks its own rules.
    pub fn range(&self, from: u64, to: u64) -> Result<Vec<Problem>> {
        match self {
            Source::Synth { seed, families } => {
                (from..to).map(|i| flywheel::problem_of(families, *seed, i)).collect()
            }
            Source::Folder { problems, seed } => {
                let n = problems.len() as u64;
                let mut order: Option<(u64, Vec<usize>)> = None;
                (from..to)
                    .map(|i| {
                        let epoch = i / n;
                        let shuffled = match &order {
                            Some((e, o)) if *e == epoch => o,
                            _ => &order.insert((epoch, shuffle(problems.len(), seed ^ epoch))).1,
                        };
                        Ok(problems[shuffled[(i % n) as usize]].clone())
                    })
                    .collect()
            }
        }
    }
}

/// The problems of a folder that are of these tasks and families, of all where none is named.
///
/// # Errors
/// If the folder cannot be read, or holds no such problem.
pub fn read_some(path: &Path, tasks: &[Task], families: &[String]) -> Result<Vec<Problem>> {
    let mut problems = flywheel::read_dir(path)?;
    problems.retain(|problem| {
        (tasks.is_empty() || tasks.contains(&problem.task))
            && (families.is_empty() || families.contains(&problem.family))
    });
    anyhow::ensure!(!problems.is_empty(), "{}: no problems of these tasks and families", path.display());
    Ok(problems)
}

fn shuffle(n: usize, seed: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..n).collect();
    order.shuffle(&mut ChaCha8Rng::seed_from_u64(seed));
    order
}
