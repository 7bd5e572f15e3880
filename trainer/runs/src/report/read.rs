//! Reading a run's folder.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, ErrorKind};
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::samples;
use crate::RunsError;
use crate::recorder::figures;

/// A run as the report needs it.
#[derive(Debug)]
pub(super) struct Run {
    /// Name that tells it from the others.
    pub(super) name: String,
    /// Step of each line of the log.
    pub(super) steps: Vec<u64>,
    /// The figures of each line, in the log's order.
    pub(super) figures: Vec<Vec<(String, f64)>>,
    /// Its settings, if they are there.
    pub(super) settings: Option<Value>,
    /// Its evaluation, if there is one.
    pub(super) evaluation: Option<Value>,
    /// Sample rollouts, ready for the page.
    pub(super) rollouts: Vec<Value>,
    /// Rollouts that the run kept.
    pub(super) recorded: usize,
}

impl Run {
    /// Reads a run.
    ///
    /// # Errors
    /// If the folder holds neither log nor rollouts, or a file is damaged.
    pub(super) fn read(folder: &Path, name: String, prompts: usize) -> Result<Self, RunsError> {
        let (log, rollouts) = (folder.join(crate::log::FILE), folder.join(crate::rollouts::FILE));
        if !log.is_file() && !rollouts.is_file() {
            let what = "expected a run's folder, with log.jsonl or rollouts.jsonl in it; name the folder that was \
                        given to --out in training";
            return Err(RunsError::File { path: folder.to_owned(), what: what.into() });
        }
        let (mut steps, mut lines) = (vec![], vec![]);
        each_line(&log, |line| {
            let value: Value = serde_json::from_slice(line).map_err(|e| e.to_string())?;
            let step = value.get("step").and_then(Value::as_u64);
            steps.push(step.ok_or("expected an object with a whole number `step`")?);
            lines.push(figures(&value));
            Ok(())
        })?;
        let (rollouts, recorded) = samples::choose(&rollouts, &name, prompts)?;
        let state = json(&folder.join("checkpoint/state.json"))?;
        let settings = json(&folder.join("settings.json"))?
            .or_else(|| state.map(|state| state.get("settings").cloned().unwrap_or(state)));
        Ok(Self {
            name,
            steps,
            figures: lines,
            settings,
            evaluation: json(&folder.join("eval.json"))?,
            rollouts,
            recorded,
        })
    }
}

/// Hears every line of a file but a torn last one; a file that is not there has none.
pub(super) fn each_line(
    path: &Path,
    mut hear: impl FnMut(&[u8]) -> Result<(), String>,
) -> Result<(), RunsError> {
    let file = match File::open(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        file => file.map_err(RunsError::disk("opening", path))?,
    };
    let mut reader = BufReader::new(file);
    let mut line = vec![];
    for number in 1.. {
        line.clear();
        if reader.read_until(b'\n', &mut line).map_err(RunsError::disk("reading", path))? == 0 {
            break;
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        match hear(&line) {
            Ok(()) => {}
            // The run may be writing it just now.
            Err(_) if !line.ends_with(b"\n") => break,
            Err(what) => return Err(RunsError::Line { path: path.to_owned(), line: number, what }),
        }
    }
    Ok(())
}

/// A file of JSON, if it is there.
fn json(path: &Path) -> Result<Option<Value>, RunsError> {
    let text = match fs::read(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        text => text.map_err(RunsError::disk("reading", path))?,
    };
    let wrong = |error: serde_json::Error| RunsError::File {
        path: path.to_owned(),
        what: format!("expected JSON: {error}"),
    };
    serde_json::from_slice(&text).map(Some).map_err(wrong)
}

/// The last parts of the paths, with as many parts as tell them apart.
pub(super) fn names(folders: &[PathBuf]) -> Vec<String> {
    let parts = |folder: &PathBuf| -> Vec<String> {
        let whole = fs::canonicalize(folder).unwrap_or_else(|_| folder.clone());
        whole.iter().map(|part| part.to_string_lossy().into_owned()).collect()
    };
    let all: Vec<Vec<String>> = folders.iter().map(parts).collect();
    let longest = all.iter().map(Vec::len).max().unwrap_or(1);
    for count in 1..=longest {
        let names: Vec<String> =
            all.iter().map(|parts| parts[parts.len().saturating_sub(count)..].join("/")).collect();
        let mut sorted = names.clone();
        sorted.sort();
        sorted.dedup();
        if sorted.len() == names.len() {
            return names;
        }
    }
    // The same folder twice.
    all.iter()
        .enumerate()
        .map(|(i, parts)| format!("{} ({})", parts.last().map_or("run", |p| p), i + 1))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_and_tell_runs_apart() {
        let of = |paths: &[&str]| names(&paths.iter().map(PathBuf::from).collect::<Vec<_>>());
        assert_eq!(of(&["runs/a", "runs/b"]), ["a", "b"]);
        assert_eq!(of(&["x/run", "y/run"]), ["x/run", "y/run"]);
        assert_eq!(of(&["x/run", "x/run"]), ["run (1)", "run (2)"]);
    }
}
