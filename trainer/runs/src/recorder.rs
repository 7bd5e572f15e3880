//! All that a run writes as it goes.

use std::fs;
use std::path::Path;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::log::{LINE, step_of};
use crate::{EventFile, Keep, Log, RolloutRecord, Rollouts, RunsError};

/// Writes a run's log, TensorBoard events and rollouts. Every line is in the system's hands when its call returns,
/// so a kill loses none.
#[derive(Debug)]
pub struct Recorder {
    log: Log,
    events: EventFile,
    rollouts: Rollouts,
}

impl Recorder {
    /// Opens the files of a run that begins at step `start_step`, making the folder if need be. What they hold of
    /// that step and later ones is dropped; at step 0 that is everything.
    ///
    /// # Errors
    /// If the disk refuses, or a file that is to go on holds something else.
    pub fn open(folder: &Path, start_step: usize) -> Result<Self, RunsError> {
        fs::create_dir_all(folder).map_err(RunsError::disk("creating", folder))?;
        Ok(Self {
            log: Log::open(folder, start_step)?,
            rollouts: Rollouts::open(folder, start_step, Keep::default())?,
            events: EventFile::create(folder, start_step)?,
        })
    }

    /// The same, keeping other rollouts than by default.
    #[must_use]
    pub fn keeping(mut self, keep: Keep) -> Self {
        self.rollouts.set_keep(keep);
        self
    }

    /// Records a step's figures: an object with a whole number `step`. Numbers within objects within it are named
    /// with a slash, as in `reward/format`.
    ///
    /// # Errors
    /// If there is no `step`, or the disk refuses.
    pub fn scalars(&mut self, figures: &Map<String, Value>) -> Result<(), RunsError> {
        self.line(figures)
    }

    /// Records a step's figures, given as anything that is an object in JSON.
    ///
    /// # Errors
    /// If it is no object with a whole number `step`, or the disk refuses.
    pub fn line(&mut self, line: &impl Serialize) -> Result<(), RunsError> {
        // By way of text, so that an f32 is the short number that the log shows.
        let text = serde_json::to_string(line).map_err(|e| RunsError::record(LINE, e))?;
        let value: Value = serde_json::from_str(&text).map_err(|e| RunsError::record(LINE, e))?;
        let step = step_of(&value)?;
        self.log.add_text(&text)?;
        let figures = figures(&value);
        self.events.scalars(step, figures.iter().map(|(name, figure)| (name.as_str(), *figure)))
    }

    /// Whether [`Recorder::rollout`] would keep rollouts of this group; if not, no record of them need be made.
    pub fn wants_rollouts(&self, step: usize, group: usize) -> bool {
        self.rollouts.wants(step, group)
    }

    /// Records a rollout, if it is one to keep.
    ///
    /// # Errors
    /// If the disk refuses.
    pub fn rollout(&mut self, rollout: &RolloutRecord) -> Result<(), RunsError> {
        self.rollouts.add(rollout)
    }
}

/// The numbers of a line but its step, by name.
pub(crate) fn figures(line: &Value) -> Vec<(String, f64)> {
    fn walk(prefix: &str, value: &Value, found: &mut Vec<(String, f64)>) {
        match value {
            Value::Number(number) => found.extend(number.as_f64().map(|figure| (prefix.to_owned(), figure))),
            Value::Object(fields) => {
                for (name, value) in fields {
                    let name = if prefix.is_empty() { name.clone() } else { format!("{prefix}/{name}") };
                    walk(&name, value, found);
                }
            }
            _ => {}
        }
    }
    let mut found = vec![];
    walk("", line, &mut found);
    found.retain(|(name, _)| name != "step");
    found
}
