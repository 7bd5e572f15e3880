//! The problems of a GRPO run.

use anyhow::{Context, Result};

use super::settings::Settings;
use crate::evaluation::contest::{HELD_OUT, held_out};
use crate::flywheel::families::select;
use crate::flywheel::{Family, Problem, problem_of};
use crate::training::source::read_some;

/// Gives the problem of any place in the run, so that a resumed run sees the same ones.
pub struct Problems {
    families: Vec<&'static Family>,
    synth_seed: u64,
    pool: Option<u64>,
    /// Problems of a folder, in place of made ones.
    folder: Vec<Problem>,
}

impl Problems {
    /// Opens what the settings name.
    ///
    /// # Errors
    /// If a folder cannot be read, or no problem of the tasks and families is there.
    pub fn open(settings: &Settings) -> Result<Self> {
        let Settings { tasks, families, .. } = settings;
        let mut folder = vec![];
        if let Some(path) = &settings.data {
            folder = read_some(path, tasks, families)?;
        }
        let families = select(settings.canvas, tasks, families).context("tasks, families")?;
        let pool = settings.pool.map(|pool| pool.max(1) as u64);
        Ok(Self { families, synth_seed: settings.synth_seed, pool, folder })
    }

    /// The problems at places `from..to`.
    ///
    /// # Errors
    /// If a family breaks its own rules.
    pub fn range(&self, from: u64, to: u64) -> Result<Vec<Problem>> {
        let place = |i: u64| self.pool.map_or(i, |pool| i % pool);
        (from..to)
            .map(|i| match self.folder.len() as u64 {
                0 => problem_of(&self.families, self.synth_seed, place(i)),
                n => Ok(self.folder[(place(i) % n) as usize].clone()),
            })
            .collect()
    }

    /// Made problems of each task from a seed that no step uses.
    ///
    /// # Errors
    /// If a family breaks its own rules.
    pub fn held_out(&self, count: usize) -> Result<Vec<Problem>> {
        let tasks = vthinker_core::think::Task::ALL.len();
        held_out(&self.families, self.synth_seed ^ HELD_OUT, count.div_ceil(tasks))
    }
}
