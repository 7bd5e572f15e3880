//! How knowledge, tools and problems grew.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::settings::Settings;
use crate::teacher::{Reason, Rejection, Tally};

/// One round of one evolution; round 0 is the start.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Growth {
    /// Principles at the start.
    pub seed_size: usize,
    /// The round.
    pub round: u32,
    /// Nodes of the tree after the round.
    pub knowledge: usize,
    /// Principles among them.
    pub principles: usize,
    /// Layers of the tree that are used.
    pub depth: usize,
    /// Tools after the round.
    pub tools: usize,
    /// Problems of all rounds.
    pub problems: u64,
    /// Problems of this round that were asked for.
    pub asked: u64,
    /// Those that needed a repair and were kept.
    pub repaired: u64,
    /// Those made harder and kept.
    pub extended: u64,
    /// Principles that were proposed and not known by name.
    pub proposed_principles: u64,
    /// Tools that were proposed and not known by name.
    pub proposed_tools: u64,
    /// What was rejected in this round, by reason.
    pub rejected: Tally,
    /// One case of each reason.
    pub examples: BTreeMap<Reason, String>,
}

impl Growth {
    /// Counts a rejection.
    pub(super) fn reject(&mut self, rejection: &Rejection) {
        *self.rejected.entry(rejection.reason).or_default() += 1;
        self.examples.entry(rejection.reason).or_insert_with(|| rejection.detail.clone());
    }
}

/// Everything that curves are drawn from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Who proposed: names of models, or the script's.
    pub teacher: String,
    /// True if no model was asked: the numbers show the machinery, not what a model knows.
    pub scripted: bool,
    /// What told new things from known ones.
    pub embedding: String,
    /// The average cosine distance up to which clusters meant the same.
    pub threshold: f32,
    /// The settings.
    pub settings: Settings,
    /// Rounds of all seed sizes.
    pub growth: Vec<Growth>,
}
