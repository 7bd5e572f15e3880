//! The log of a run: one JSON line a step.

use std::path::Path;

use serde::Serialize;

use crate::RunsError;
use crate::lines::Lines;

/// `log.jsonl` in a run's folder.
#[derive(Debug)]
pub struct Log(Lines);

/// Name of the file.
pub(crate) const FILE: &str = "log.jsonl";

impl Log {
    /// Opens the log of a run that begins at step `start`, keeping the lines of the steps before.
    ///
    /// # Errors
    /// If the disk refuses, or a line of the log has no `step`.
    pub fn open(folder: &Path, start: usize) -> Result<Self, RunsError> {
        Ok(Self(Lines::open(&folder.join(FILE), start, |_| ())?))
    }

    /// Adds a step's line: anything that is a JSON object with a whole number `step`.
    ///
    /// # Errors
    /// If it is something else, or the disk refuses.
    pub fn add(&mut self, line: &impl Serialize) -> Result<(), RunsError> {
        let text = serde_json::to_string(line).map_err(|e| RunsError::record(LINE, e))?;
        let value: serde_json::Value = serde_json::from_str(&text).map_err(|e| RunsError::record(LINE, e))?;
        step_of(&value)?;
        self.add_text(&text)
    }

    /// Adds a line that [`step_of`] has seen.
    pub(crate) fn add_text(&mut self, text: &str) -> Result<(), RunsError> {
        self.0.add(text)
    }
}

/// What errors call a line.
pub(crate) const LINE: &str = "log line";

/// The step that a line is about.
pub(crate) fn step_of(line: &serde_json::Value) -> Result<u64, RunsError> {
    line.get("step")
        .and_then(serde_json::Value::as_u64)
        .ok_or_else(|| RunsError::record(LINE, "expected an object with a whole number `step`"))
}
