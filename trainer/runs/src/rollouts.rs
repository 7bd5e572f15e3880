//! `rollouts.jsonl`: sampled conversations of the whole run in a file of bounded size.

use std::path::Path;

use crate::lines::Lines;
use crate::{RolloutRecord, RunsError};

/// Name of the file.
pub(crate) const FILE: &str = "rollouts.jsonl";

/// Which rollouts are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keep {
    /// Rollouts of every so many steps.
    pub every: usize,
    /// Groups of such a step, its first ones.
    pub groups: usize,
    /// Bytes that the file stays within. When it would grow larger, every other of the kept steps goes, so that
    /// what stays covers the whole run evenly.
    pub bytes: u64,
}

impl Default for Keep {
    /// Four groups of every step, thinned to 64 MiB: a size that a browser opens with ease.
    fn default() -> Self {
        Self { every: 1, groups: 4, bytes: 64 << 20 }
    }
}

/// The open file.
#[derive(Debug)]
pub struct Rollouts {
    lines: Lines,
    keep: Keep,
    /// Steps are kept if this divides them: `keep.every`, doubled as often as the file was thinned.
    stride: usize,
    /// A number that divides all steps in the file, 0 while there is none but step 0.
    divisor: usize,
}

impl Rollouts {
    /// Opens the file of a run that begins at step `start`, keeping the rollouts of the steps before.
    ///
    /// # Errors
    /// If the disk refuses, or a line of the file has no `step`.
    pub fn open(folder: &Path, start: usize, keep: Keep) -> Result<Self, RunsError> {
        let mut divisor = 0;
        let lines = Lines::open(&folder.join(FILE), start, |step| divisor = gcd(divisor, step))?;
        let mut rollouts = Self { lines, keep, stride: 1, divisor };
        rollouts.set_keep(keep);
        Ok(rollouts)
    }

    /// Changes what is kept from now on.
    pub fn set_keep(&mut self, keep: Keep) {
        let keep = Keep { every: keep.every.max(1), ..keep };
        (self.keep, self.stride) = (keep, keep.every);
        // A resumed run goes on as thinly as it was thinned before.
        while self.divisor > 0 && self.divisor.is_multiple_of(self.stride * 2) {
            self.stride *= 2;
        }
    }

    /// Whether a rollout of this group would be kept; others need not be made into records.
    pub fn wants(&self, step: usize, group: usize) -> bool {
        group < self.keep.groups && step.is_multiple_of(self.stride)
    }

    /// Adds a rollout, if it is one to keep.
    ///
    /// # Errors
    /// If the disk refuses.
    pub fn add(&mut self, rollout: &RolloutRecord) -> Result<(), RunsError> {
        if !self.wants(rollout.step, rollout.group) {
            return Ok(());
        }
        let line = serde_json::to_string(rollout).map_err(|e| RunsError::record("rollout", e))?;
        let needed = line.len() as u64 + 1;
        while self.lines.bytes() + needed > self.keep.bytes {
            if self.lines.bytes() == 0 || self.stride > rollout.step {
                // Nothing older can make room: this step alone is too large.
                return Ok(());
            }
            self.stride *= 2;
            let stride = self.stride;
            self.lines.retain(|step| step.is_multiple_of(stride))?;
            if !self.wants(rollout.step, rollout.group) {
                return Ok(());
            }
        }
        self.lines.add(&line)?;
        self.divisor = gcd(self.divisor, rollout.step);
        Ok(())
    }
}

fn gcd(a: usize, b: usize) -> usize {
    if b == 0 { a } else { gcd(b, a % b) }
}
