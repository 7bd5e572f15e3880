//! The best model of a run so far, by a stated metric.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

/// `best.json` in a run's folder: whose weights lie in `best/`.
#[derive(Debug)]
pub struct Best {
    path: PathBuf,
    record: Option<Record>,
}

/// What was best, when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// The step after which it was measured.
    pub step: usize,
    /// What was measured.
    pub metric: String,
    /// Its value, the more the better.
    pub score: f64,
}

impl Best {
    /// Reads what a run has had so far.
    ///
    /// # Errors
    /// If the file is there but not readable.
    pub fn open(run: &Path) -> Result<Self> {
        let path = run.join("best.json");
        let record = match fs::read(&path) {
            Ok(bytes) => Some(serde_json::from_slice(&bytes).with_context(|| path.display().to_string())?),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(error).with_context(|| format!("reading {}", path.display())),
        };
        Ok(Self { path, record })
    }

    /// Whether a score is better than all before, which is then noted. A run that is resumed from before its best
    /// step finds the same score at the same step, and may have to write the weights once more.
    ///
    /// # Errors
    /// If the disk refuses.
    pub fn improves(&mut self, step: usize, score: f64, metric: &str) -> Result<bool> {
        let beaten = |best: &Record| score > best.score || (score == best.score && step == best.step);
        if !self.record.as_ref().is_none_or(beaten) {
            return Ok(false);
        }
        let record = Record { step, metric: metric.to_owned(), score };
        let part = self.path.with_extension("json.part");
        fs::write(&part, serde_json::to_vec_pretty(&record)?)
            .with_context(|| format!("writing {}", part.display()))?;
        fs::rename(&part, &self.path).with_context(|| format!("writing {}", self.path.display()))?;
        self.record = Some(record);
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_better_score_counts_and_a_new_start_remembers() {
        let folder = tempfile::tempdir().unwrap();
        let mut best = Best::open(folder.path()).unwrap();
        assert!(best.improves(10, -2.0, "loss").unwrap());
        assert!(!best.improves(20, -3.0, "loss").unwrap());
        let mut again = Best::open(folder.path()).unwrap();
        assert!(!again.improves(30, -2.5, "loss").unwrap());
        assert!(again.improves(40, -1.0, "loss").unwrap());
    }
}
