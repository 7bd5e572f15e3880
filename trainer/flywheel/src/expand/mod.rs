//! Harder problems from problems: two or three figures beside each other, one drawing round for each.
//!
//! In parallel every figure has its own question and the answer needs all of them. In sequence the answer of one
//! figure is a condition of the question about the next. Both are made of the families' own drafts with whole
//! numbers as answers, so that each part can be solved again by itself.

mod closing;
mod follow;
mod panel;
mod parallel;
mod part;
mod rounds;
mod sequential;

use anyhow::{Context, Result, ensure};
#[cfg(feature = "datasets")]
use rand::RngExt;
use serde::{Deserialize, Serialize};
use vthinker_core::think::Task;

use crate::create::generator;
use crate::draft::{Canvas, Family};
use crate::problem::Problem;
use crate::seen::{Seen, Solved};

/// Tries of combinations before the families count as unfit.
const TRIES: usize = 60;
/// Fewest and most figures of a problem.
const DEPTHS: std::ops::RangeInclusive<u8> = 2..=3;

/// How the parts of a problem hang together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The answer combines the answers of independent parts.
    Parallel,
    /// Each answer is a condition of the next part.
    Sequential,
}

impl Kind {
    /// The name in ids and flags.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Parallel => "parallel",
            Kind::Sequential => "sequential",
        }
    }
}

impl std::str::FromStr for Kind {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> Result<Self> {
        match name {
            "parallel" => Ok(Kind::Parallel),
            "sequential" => Ok(Kind::Sequential),
            _ => anyhow::bail!("no expansion is called `{name}`; there are parallel, sequential"),
        }
    }
}

/// What a problem was made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expansion {
    /// How the parts hang together.
    pub kind: Kind,
    /// The number of parts.
    pub depth: u8,
    /// The names of the parts' families, from left to right; in sequence all but the first are the expander's own.
    pub families: Vec<String>,
}

/// Problem `index` of a seed, made of `depth` parts (2 or 3). Only families of reasoning with figures of full size
/// and whole numbers as answers can be parts; the others are passed over.
///
/// Depends on nothing but its arguments.
///
/// # Errors
/// If the depth is another, or no combination of the families fits.
pub fn problem(families: &[&Family], seed: u64, index: u64, kind: Kind, depth: u8) -> Result<Problem> {
    ensure!(DEPTHS.contains(&depth), "the depth is {depth}; expected 2 or 3");
    let families: Vec<&Family> = families.iter().copied().filter(|family| can_be_part(family)).collect();
    ensure!(
        families.iter().any(|family| family.weight > 0),
        "an expansion needs families of reasoning with figures of full size"
    );
    let mut rng = generator(seed, index, b"expander");
    let id = format!("{}-{seed}-{index:06}", kind.name());
    for _ in 0..TRIES {
        let made = match kind {
            Kind::Parallel => parallel::make(&mut rng, &families, depth),
            Kind::Sequential => sequential::make(&mut rng, &families, depth),
        };
        if let Some(made) = made {
            return rounds::problem(made, id, kind, &mut rng)
                .with_context(|| format!("{} problem {index} of seed {seed}", kind.name()));
        }
    }
    anyhow::bail!(
        "no {} problem was found in {TRIES} tries: do the families answer whole numbers?",
        kind.name()
    )
}

/// Whether figures of a family can be parts of a problem, as far as its description tells.
pub(crate) fn can_be_part(family: &Family) -> bool {
    family.task == Task::Reasoning && family.canvas == Canvas::Full
}

/// Kind and depth of an index that is to become an expanded problem, as a share of all do.
#[cfg(feature = "datasets")]
pub(crate) fn chosen(share: f64, seed: u64, index: u64) -> Option<(Kind, u8)> {
    let mut rng = generator(seed, index, b"expanded");
    if !rng.random_bool(share) {
        return None;
    }
    let kind = if rng.random_bool(0.5) { Kind::Parallel } else { Kind::Sequential };
    Some((kind, rng.random_range(DEPTHS)))
}

/// Solves an expanded problem from question and figure alone, part by part.
pub(crate) fn solve(expansion: &Expansion, seen: &Seen) -> Option<Solved> {
    let panels = panel::panels(seen);
    if panels.len() != usize::from(expansion.depth) || panels.len() != expansion.families.len() {
        return None;
    }
    match expansion.kind {
        Kind::Parallel => parallel::solve(expansion, seen, &panels),
        Kind::Sequential => sequential::solve(expansion, seen, &panels),
    }
}
