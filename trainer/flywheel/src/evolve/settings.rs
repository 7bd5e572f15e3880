//! What may be chosen about an evolution, with the choices where nothing is published.

use anyhow::{Result, ensure};
use serde::{Deserialize, Serialize};

/// The settings of a run; all but `jobs` decide what comes out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Seed of all combinations.
    pub seed: u64,
    /// Rounds.
    pub rounds: u32,
    /// Principles to start from, one evolution each; tools are taken in proportion.
    pub seed_sizes: Vec<usize>,
    /// Problems of a round for each principle and for each tool there is.
    pub share: f64,
    /// Problems of a round at most.
    pub most: usize,
    /// Principles of a combination, from 1 to this.
    pub principles: usize,
    /// Tools of a combination, from 1 to this.
    pub tools: usize,
    /// Scores from here on pass, out of 10.
    pub pass: u8,
    /// Repairs of one problem at most.
    pub repairs: u32,
    /// Share of the kept problems that are made harder.
    pub extend: f64,
    /// Drawings of a problem at most.
    pub depth: usize,
    /// Average cosine distance up to which clusters mean the same; the embedding's own if none is given.
    pub threshold: Option<f32>,
    /// Problems worked on at a time.
    #[serde(skip, default = "one")]
    pub jobs: usize,
}

fn one() -> usize {
    1
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            seed: 0,
            rounds: 5,
            seed_sizes: vec![50, 100, 200],
            share: 0.5,
            most: 5000,
            principles: 3,
            tools: 2,
            pass: 7,
            repairs: 2,
            extend: 0.2,
            depth: 3,
            threshold: None,
            jobs: one(),
        }
    }
}

impl Settings {
    /// Whether they make sense.
    ///
    /// # Errors
    /// Which does not.
    pub fn check(&self) -> Result<()> {
        ensure!(self.rounds > 0, "rounds must be at least 1");
        ensure!(!self.seed_sizes.is_empty(), "seed_sizes is empty");
        ensure!(self.seed_sizes.iter().all(|size| *size > 0), "a seed size must be at least 1");
        let mut sizes = self.seed_sizes.clone();
        sizes.sort_unstable();
        ensure!(sizes.windows(2).all(|pair| pair[0] != pair[1]), "a seed size is there twice");
        ensure!(self.share > 0.0 && self.share <= 100.0, "share {} must lie between 0 and 100", self.share);
        ensure!(self.most > 0, "most must be at least 1");
        ensure!((1..=5).contains(&self.principles), "principles must lie between 1 and 5");
        ensure!((1..=5).contains(&self.tools), "tools must lie between 1 and 5");
        ensure!(self.pass <= 10, "pass must be at most 10");
        ensure!((0.0..=1.0).contains(&self.extend), "extend {} must lie between 0 and 1", self.extend);
        ensure!((1..=3).contains(&self.depth), "depth must lie between 1 and 3");
        let threshold = self.threshold.unwrap_or_default();
        ensure!((0.0..=2.0).contains(&threshold), "threshold {threshold} must lie between 0 and 2");
        Ok(())
    }
}
