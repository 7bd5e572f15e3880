//! The log of a run: one JSON line a step.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Serialize;

/// `log.jsonl` in a run's folder.
pub struct Log(File);

impl Log {
    /// Opens the log of a run that begins at step `start`, keeping the lines of the steps before.
    ///
    /// A killed run may have logged steps after its last checkpoint; they are done again, so their lines go.
    ///
    /// # Errors
    /// If the disk refuses.
    pub fn open(out: &Path, start: usize) -> Result<Self> {
        let path = out.join("log.jsonl");
        let kept: String = if start > 0 && path.exists() {
            let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
            text.lines().take(start).map(|line| format!("{line}\n")).collect()
        } else {
            String::new()
        };
        fs::write(&path, kept).with_context(|| format!("writing {}", path.display()))?;
        let file = File::options().append(true).open(&path);
        Ok(Self(file.with_context(|| format!("opening {}", path.display()))?))
    }

    /// Adds a step's line.
    ///
    /// # Errors
    /// If the disk refuses.
    pub fn add(&mut self, line: &impl Serialize) -> Result<()> {
        let line = serde_json::to_string(line)?;
        writeln!(self.0, "{line}").context("writing log.jsonl")
    }
}
