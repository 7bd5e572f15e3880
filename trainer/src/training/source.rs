//! Where training problems come from.

use std::path::PathBuf;

use anyhow::{Context, Result};
use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use serde::{Deserialize, Serialize};

use crate::flywheel::families::select;
use crate::flywheel::{self, Canvas, Family, Problem};

/// Which problems a run learns from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Fresh problems without end, made as they are needed.
    Synth {
        /// Seed of the flywheel.
        seed: u64,
        /// Families, by name; none means all.
        families: Vec<String>,
    },
    /// A folder that `trainer synth` wrote, in a new order each epoch.
    Folder(PathBuf),
}

/// Gives the problem of any place in the run, so that a resumed run sees the same ones.
pub enum Source {
    /// See [`Origin::Synth`].
    Synth {
        /// Seed of the flywheel.
        seed: u64,
        /// Families drawn from.
        families: Vec<&'static Family>,
    },
    /// See [`Origin::Folder`].
    Folder {
        /// The problems in file order.
        problems: Vec<Problem>,
        /// Seed of the shuffling.
        seed: u64,
    },
}

impl Source {
    /// Opens the origin.
    ///
    /// # Errors
    /// If a folder cannot be read or holds no problem.
    pub fn open(origin: &Origin, seed: u64) -> Result<Self> {
        Ok(match origin {
            Origin::Synth { seed, families } => Source::Synth {
                seed: *seed,
                families: select(Canvas::Mini, &[], families).context("--families")?,
            },
            Origin::Folder(path) => {
                let problems = flywheel::read_dir(path)?;
                anyhow::ensure!(!problems.is_empty(), "{}: no problems found", path.display());
                Source::Folder { problems, seed }
            }
        })
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

fn shuffle(n: usize, seed: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..n).collect();
    order.shuffle(&mut ChaCha8Rng::seed_from_u64(seed));
    order
}
