//! A round on disk, from which the next one starts.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};

use super::growth::Growth;
use crate::teacher::write_whole;
use crate::{Knowledge, Tools};

/// Everything that the next round needs.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct State {
    pub(super) knowledge: Knowledge,
    pub(super) tools: Tools,
    /// Content hashes of all problems.
    pub(super) seen: Vec<u64>,
    pub(super) growth: Vec<Growth>,
}

#[derive(Serialize, Deserialize)]
struct File {
    /// What decides the outcome; another run must not go on from here.
    made_with: serde_json::Value,
    knowledge: String,
    tools: String,
    seen: Vec<u64>,
    growth: Vec<Growth>,
}

impl State {
    pub(super) fn round(&self) -> u32 {
        self.growth.last().map_or(0, |row| row.round)
    }

    /// Writes the state of a finished round, wholly or not at all.
    pub(super) fn write(&self, folder: &Path, made_with: &serde_json::Value) -> Result<()> {
        let file = File {
            made_with: made_with.clone(),
            knowledge: self.knowledge.to_string(),
            tools: self.tools.to_toml()?,
            seen: self.seen.clone(),
            growth: self.growth.clone(),
        };
        write_whole(&path(folder, self.round()), &serde_json::to_vec(&file)?, || 0)
    }

    /// The last finished round up to some round, if there is one.
    pub(super) fn read(folder: &Path, rounds: u32, made_with: &serde_json::Value) -> Result<Option<Self>> {
        for round in (1..=rounds).rev() {
            let path = path(folder, round);
            if !path.exists() {
                continue;
            }
            let place = || format!("state {}", path.display());
            let file: File =
                serde_json::from_slice(&fs::read(&path).with_context(place)?).with_context(place)?;
            ensure!(
                file.made_with == *made_with,
                "{} was made with other settings, seeds or teachers: take another folder, or the old ones\nthere: \
                 {}\nnow: {made_with}",
                path.display(),
                file.made_with
            );
            let knowledge = Knowledge::parse(&file.knowledge).with_context(place)?;
            let tools = Tools::parse(&file.tools).with_context(place)?;
            return Ok(Some(Self { knowledge, tools, seen: file.seen, growth: file.growth }));
        }
        Ok(None)
    }
}

fn path(folder: &Path, round: u32) -> PathBuf {
    folder.join(format!("round-{round:02}.json"))
}
