//! What a run writes down to go on after it was killed.
//!
//! Finished chunks lie in `_work/SHARD/` of the data set until all shards are complete: rows as Parquet, and a list
//! of what was made. The journal of a shard says how many of its chunks are there.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use vthinker_core::think::Task;

use super::columns::Kind;
use super::key::{Key, PictureHash};
use super::plan::{Part, Plan, Shard};
use super::store::Store;

/// Indices of a chunk: what is lost at most by a kill.
pub(super) const CHUNK: u64 = 256;
const WORK: &str = "_work";
const JOURNAL: &str = "journal.json";

/// How far a shard is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Journal {
    /// The plan's fingerprint.
    pub plan: String,
    /// Chunks that are there.
    pub chunks: u64,
    /// Problems in them.
    pub made: u64,
    /// What was rejected, by reason.
    pub rejected: BTreeMap<String, u64>,
    /// FNV-1a over the hashes of the chunks.
    pub hash: String,
    /// Whether these are all chunks.
    pub complete: bool,
}

/// A chunk: some indices of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Chunk {
    /// Which of the plan's parts.
    pub part: usize,
    /// Its first index.
    pub start: u64,
    /// The index after its last.
    pub end: u64,
}

/// What a chunk holds, in the order of indices.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Contents {
    /// The problems.
    pub made: Vec<Made>,
    /// What was rejected.
    pub rejected: Vec<Rejected>,
}

/// A problem of a chunk.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Made {
    pub index: u64,
    pub perception: bool,
    pub family: String,
    pub task: Task,
    pub level: u8,
    content: String,
    question: String,
    picture: String,
}

/// What did not become a problem.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Rejected {
    pub index: u64,
    pub family: String,
    pub reason: String,
    pub text: String,
}

impl Made {
    pub(super) fn new(index: u64, problem: &crate::Problem, key: &Key) -> Self {
        Self {
            index,
            perception: problem.task == Task::Perception,
            family: problem.family.clone(),
            task: problem.task,
            level: problem.level,
            content: format!("{:016x}", key.content),
            question: format!("{:016x}", key.question),
            picture: key.picture.to_text(),
        }
    }

    pub(super) fn kind(&self) -> Kind {
        if self.perception { Kind::Perception } else { Kind::Interaction }
    }

    pub(super) fn key(&self) -> Result<Key> {
        let hash = |text: &str| u64::from_str_radix(text, 16).with_context(|| format!("hash `{text}`"));
        Ok(Key {
            content: hash(&self.content)?,
            question: hash(&self.question)?,
            picture: PictureHash::from_text(&self.picture)?,
        })
    }
}

impl Chunk {
    /// All chunks of a shard, part by part.
    pub(super) fn of(parts: &[Part], shard: Shard) -> Vec<Chunk> {
        let mut chunks = Vec::new();
        for (part, range) in parts.iter().map(|part| part.range(shard)).enumerate() {
            let starts = range.clone().step_by(CHUNK as usize);
            chunks.extend(starts.map(|start| Chunk { part, start, end: range.end.min(start + CHUNK) }));
        }
        chunks
    }

    /// The name of its rows of a kind.
    pub(super) fn rows(&self, parts: &[Part], kind: Kind) -> String {
        format!("{}-{:010}-{}.parquet", parts[self.part].split, self.start, kind.name())
    }

    fn list(&self, parts: &[Part]) -> String {
        format!("{}-{:010}.json", parts[self.part].split, self.start)
    }

    pub(super) fn contents(&self, parts: &[Part], work: &Store) -> Result<Contents> {
        let name = self.list(parts);
        let bytes = work.get(&name)?;
        serde_json::from_slice(&bytes).with_context(|| format!("{}/{name}", work.name()))
    }

    pub(super) fn put_contents(&self, parts: &[Part], work: &Store, contents: &Contents) -> Result<()> {
        work.put(&self.list(parts), serde_json::to_vec(contents)?)
    }
}

/// Where the work of all shards lies.
pub(super) fn works(store: &Store) -> Store {
    store.within(WORK)
}

/// Where the work of a shard lies.
pub(super) fn work(store: &Store, shard: Shard) -> Store {
    works(store).within(&shard.stem())
}

impl Journal {
    /// The journal of a shard; an empty one if it has not begun.
    ///
    /// # Errors
    /// If it was written for another plan.
    pub(super) fn read(plan: &Plan, store: &Store, shard: Shard) -> Result<Self> {
        let fingerprint = plan.fingerprint()?;
        let work = work(store, shard);
        let Some(bytes) = work.find(JOURNAL)? else {
            return Ok(Self { plan: fingerprint, ..Self::default() });
        };
        let journal: Journal =
            serde_json::from_slice(&bytes).with_context(|| format!("{}/{JOURNAL}", work.name()))?;
        anyhow::ensure!(
            journal.plan == fingerprint,
            "{} holds the beginning of another data set: remove it, or give the flags it was begun with",
            works(store).name()
        );
        Ok(journal)
    }

    pub(super) fn write(&self, store: &Store, shard: Shard) -> Result<()> {
        work(store, shard).put(JOURNAL, serde_json::to_vec_pretty(self)?)
    }
}
