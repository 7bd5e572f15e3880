//! What a data set came to.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use super::output::Output;
use super::store::Store;

const SUMMARY: &str = "summary.json";
const CARD: &str = "README.md";

/// Counts of a finished data set, or of the shard if others are not complete.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Shards that are not complete yet; while there are any, there are no files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waiting: Vec<u64>,
    /// The plan's fingerprint.
    pub plan: String,
    /// The splits.
    pub splits: BTreeMap<String, Count>,
    /// What was rejected, by reason, with the families.
    pub rejected: BTreeMap<String, BTreeMap<String, u64>>,
    /// The first rejection of every reason, in words.
    pub examples: BTreeMap<String, String>,
    /// The files.
    pub files: Vec<Output>,
}

/// Counts of a split.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// Problems in it.
    pub problems: u64,
    /// Problems that were wanted.
    pub wanted: u64,
    /// Left out with the same question and picture as an earlier one.
    pub same: u64,
    /// Left out with the same words and a picture like that of an earlier one.
    pub near: u64,
    /// Of both, those that repeat another split or an excluded data set: leakage that was prevented.
    pub leaks: u64,
    /// Made, and not needed.
    pub unused: u64,
    /// Problems by family.
    pub families: BTreeMap<String, u64>,
    /// Problems by task.
    pub tasks: BTreeMap<String, u64>,
    /// Problems by level.
    pub levels: BTreeMap<u8, u64>,
}

impl Summary {
    /// The summary of a finished data set, if there is one.
    pub(super) fn find(store: &Store) -> Result<Option<Self>> {
        let Some(bytes) = store.find(SUMMARY)? else { return Ok(None) };
        serde_json::from_slice(&bytes).with_context(|| format!("{}/{SUMMARY}", store.name())).map(Some)
    }

    /// Writes the card, then the summary: it says that the data set is finished.
    pub(super) fn write(&self, store: &Store) -> Result<()> {
        store.put(CARD, self.card())?;
        store.put(SUMMARY, serde_json::to_vec_pretty(self)?)
    }

    /// A card by which `datasets.load_dataset(folder, "interaction")` finds the files.
    fn card(&self) -> String {
        let mut card = String::from("---\nconfigs:\n");
        let kind = |path: &str| path.split('/').next().unwrap_or_default().to_owned();
        let mut kinds: Vec<String> = self.files.iter().map(|file| kind(&file.path)).collect();
        kinds.dedup();
        kinds.sort_unstable();
        kinds.dedup();
        for name in kinds {
            card.push_str(&format!("- config_name: {name}\n  data_files:\n"));
            for split in self.splits.keys() {
                let start = format!("{name}/{split}-");
                let Some(file) = self.files.iter().find(|file| file.path.starts_with(&start)) else {
                    continue;
                };
                let end = file.path.rsplit('.').next().unwrap_or_default();
                card.push_str(&format!("  - split: {split}\n    path: {start}*.{end}\n"));
            }
        }
        card.push_str("---\n\n# Visual problems that know their solution\n\n");
        card.push_str(
            "| split | problems | left out as the same | as nearly the same |\n|---|---|---|---|\n",
        );
        for (split, count) in &self.splits {
            card.push_str(&format!("| {split} | {} | {} | {} |\n", count.problems, count.same, count.near));
        }
        card
    }
}

impl std::fmt::Display for Summary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (split, count) in &self.splits {
            writeln!(
                f,
                "{split}: {} of {} problems; left out: {} the same, {} nearly the same ({} of them in another set)",
                count.problems, count.wanted, count.same, count.near, count.leaks
            )?;
            if count.problems < count.wanted {
                writeln!(f, "  fewer than wanted: a larger --spare, or more families, makes more")?;
            }
            let range = |counts: &BTreeMap<String, u64>| {
                (counts.values().min().copied().unwrap_or(0), counts.values().max().copied().unwrap_or(0))
            };
            let (least, most) = range(&count.families);
            writeln!(f, "  {} families with {least} to {most} problems each", count.families.len())?;
        }
        for (reason, families) in &self.rejected {
            let (total, names): (u64, Vec<_>) = (families.values().sum(), families.keys().collect());
            writeln!(f, "rejected, {reason}: {total}, families {names:?}")?;
            if let Some(example) = self.examples.get(reason) {
                writeln!(f, "  the first: {}", example.lines().next().unwrap_or_default())?;
            }
        }
        if !self.waiting.is_empty() {
            writeln!(f, "the files follow when these shards are complete: {:?}", self.waiting)?;
        }
        Ok(())
    }
}
