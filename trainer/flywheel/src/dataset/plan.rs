//! What a data set is to be.

use std::ops::Range;
use std::str::FromStr;

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;

use super::output::{SEED, fnv};
use crate::draft::Family;
use crate::expand::{self, Kind, can_be_part};

/// A data set to be made. Its content depends on everything but `shard`, `jobs` and `to`.
#[derive(Clone)]
pub struct Plan {
    /// The families of training and of the test by seed.
    pub families: Vec<&'static Family>,
    /// The seed of training.
    pub seed: u64,
    /// Problems for training.
    pub count: u64,
    /// How the families share them.
    pub balance: Balance,
    /// What is kept for tests.
    pub holdout: Holdout,
    /// Share of the problems that are made of two or three others, from 0 to 1.
    pub expand: f64,
    /// Problems made for every one that is wanted, beyond the first: what takes the place of duplicates.
    pub spare: f64,
    /// Bits of 512 in which pictures under the same question may differ and still count as the same.
    pub threshold: u32,
    /// Whether the checker also runs both programs again and looks at the pictures, which takes as long as making them.
    pub thorough: bool,
    /// Data sets whose problems are left out.
    pub exclude: Vec<String>,
    /// The form of the files.
    pub format: Format,
    /// The share of this process.
    pub shard: Shard,
    /// Threads; the bytes do not depend on them.
    pub jobs: usize,
    /// Where the data set goes: a path or a URL of a store.
    pub to: String,
}

/// How families share the problems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Balance {
    /// By their weights, drawn at random.
    #[default]
    Weights,
    /// The same number each.
    Equal,
}

/// Problems that training must not see.
#[derive(Debug, Clone, Default)]
pub struct Holdout {
    /// Names of families that are left to the split `test_families`.
    pub families: Vec<String>,
    /// Problems of these families.
    pub family_count: u64,
    /// The seed of the split `test`, of the same families as training.
    pub seed: Option<u64>,
    /// Problems of that seed.
    pub seed_count: u64,
}

/// The form of the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// Parquet with the pictures in it.
    #[default]
    Parquet,
    /// JSON lines beside a folder of pictures.
    Jsonl,
    /// JSON lines with the pictures in them.
    JsonlBytes,
}

/// A share of a data set that several machines make: `index` of `of`, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    /// Which share.
    pub index: u64,
    /// Of how many.
    pub of: u64,
}

/// A split with its range of problem indices.
#[derive(Clone)]
pub struct Part {
    /// `train`, `test` or `test_families`.
    pub split: &'static str,
    /// Its families.
    pub families: Vec<&'static Family>,
    /// Its seed.
    pub seed: u64,
    /// Problems wanted.
    pub count: u64,
    /// Indices tried.
    pub tries: u64,
}

impl Plan {
    /// Parquet of some families by their weights, without tests, in one share.
    pub fn new(families: Vec<&'static Family>, seed: u64, count: u64, to: impl Into<String>) -> Self {
        Self {
            families,
            seed,
            count,
            balance: Balance::default(),
            holdout: Holdout::default(),
            expand: 0.0,
            spare: 0.02,
            threshold: 6,
            thorough: false,
            exclude: vec![],
            format: Format::default(),
            shard: Shard::default(),
            jobs: 1,
            to: to.into(),
        }
    }

    /// The splits, tests first: they win where training would repeat them.
    ///
    /// # Errors
    /// If nothing is left to train on, or a held-out family or seed makes no sense.
    pub fn parts(&self) -> Result<Vec<Part>> {
        let held = &self.holdout;
        for name in &held.families {
            let known = self.families.iter().any(|family| family.name == name);
            ensure!(
                known,
                "the held-out family `{name}` is not among the chosen ones (canvas, tasks, families)"
            );
        }
        ensure!(held.seed != Some(self.seed), "the held-out seed is that of training, {}", self.seed);
        ensure!(self.spare >= 0.0 && self.spare <= 10.0, "the spare share is {}, not 0 to 10", self.spare);
        let (apart, train): (Vec<&'static Family>, Vec<_>) =
            self.families.iter().copied().partition(|family| held.families.iter().any(|n| n == family.name));
        ensure!(!train.is_empty(), "no family is left for training");
        ensure!((0.0..=1.0).contains(&self.expand), "the share of expansions is {}, not 0 to 1", self.expand);
        ensure!(
            self.expand == 0.0 || train.iter().any(|family| can_be_part(family)),
            "expansions need a family of reasoning with figures of full size"
        );
        let part = |split, families: &[&'static Family], seed, count: u64| {
            let tries = count + (count as f64 * self.spare).ceil() as u64;
            Part { split, families: families.to_vec(), seed, count, tries }
        };
        let mut parts = Vec::new();
        if !apart.is_empty() && held.family_count > 0 {
            parts.push(part("test_families", &apart, self.seed, held.family_count));
        }
        if let Some(seed) = held.seed.filter(|_| held.seed_count > 0) {
            parts.push(part("test", &train, seed, held.seed_count));
        }
        if self.count > 0 {
            parts.push(part("train", &train, self.seed, self.count));
        }
        ensure!(!parts.is_empty(), "no problem is wanted");
        Ok(parts)
    }

    /// A name for all that determines the content.
    ///
    /// # Errors
    /// As [`Plan::parts`].
    pub(super) fn fingerprint(&self) -> Result<String> {
        let parts: Vec<_> = self
            .parts()?
            .iter()
            .map(|part| {
                let families: Vec<_> = part.families.iter().map(|f| (f.name, f.weight)).collect();
                json!([part.split, families, part.seed, part.count, part.tries])
            })
            .collect();
        let all = json!({
            "version": env!("CARGO_PKG_VERSION"),
            "parts": parts,
            "balance": format!("{:?}", self.balance),
            "expand": self.expand,
            "threshold": self.threshold,
            "thorough": self.thorough,
            "exclude": self.exclude,
            "format": format!("{:?}", self.format),
            "shards": self.shard.of,
        });
        Ok(format!("{:016x}", fnv(SEED, all.to_string().as_bytes())))
    }
}

impl Part {
    /// The family of a problem.
    pub(super) fn families_of(&self, balance: Balance, index: u64) -> Vec<&'static Family> {
        match balance {
            Balance::Weights => self.families.clone(),
            Balance::Equal => vec![self.families[(index % self.families.len().max(1) as u64) as usize]],
        }
    }

    /// Kind and depth of a problem that is to be made of others.
    pub(super) fn expansion(&self, share: f64, index: u64) -> Option<(Kind, u8)> {
        let possible = share > 0.0 && self.families.iter().any(|family| can_be_part(family));
        expand::chosen(share, self.seed, index).filter(|_| possible)
    }

    /// The indices of a share; the shares together are all, in order.
    pub(super) fn range(&self, shard: Shard) -> Range<u64> {
        let edge = |i: u64| (u128::from(self.tries) * u128::from(i) / u128::from(shard.of.max(1))) as u64;
        edge(shard.index)..edge(shard.index + 1)
    }
}

impl Shard {
    /// All shares of as many.
    pub(super) fn all(self) -> impl Iterator<Item = Shard> {
        (0..self.of).map(move |index| Shard { index, of: self.of })
    }

    /// The name in files, after that of the split.
    pub(super) fn stem(self) -> String {
        format!("{:05}-of-{:05}", self.index, self.of)
    }
}

impl Default for Shard {
    fn default() -> Self {
        Self { index: 0, of: 1 }
    }
}

impl FromStr for Shard {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> Result<Self> {
        let wanted = || format!("a shard is `i/n` with 0 <= i < n, not `{text}`");
        let (index, of) = text.split_once('/').with_context(wanted)?;
        let shard =
            Shard { index: index.parse().with_context(wanted)?, of: of.parse().with_context(wanted)? };
        ensure!(shard.index < shard.of, wanted());
        Ok(shard)
    }
}

impl FromStr for Balance {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> Result<Self> {
        match text {
            "weights" => Ok(Balance::Weights),
            "equal" => Ok(Balance::Equal),
            _ => bail!("families share by `weights` or `equal`, not `{text}`"),
        }
    }
}

impl Format {
    /// The end of the files' names.
    pub(super) fn extension(self) -> &'static str {
        match self {
            Format::Parquet => "parquet",
            Format::Jsonl | Format::JsonlBytes => "jsonl",
        }
    }
}

impl FromStr for Format {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> Result<Self> {
        match text {
            "parquet" => Ok(Format::Parquet),
            "jsonl" => Ok(Format::Jsonl),
            "jsonl-bytes" => Ok(Format::JsonlBytes),
            _ => bail!("a format is `parquet`, `jsonl` or `jsonl-bytes`, not `{text}`"),
        }
    }
}
