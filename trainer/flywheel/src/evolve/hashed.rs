//! The embedded default: words and pieces of words, weighed by how rare they are, hashed into a vector.
//!
//! It needs no download and tells rewordings that share rare words from other principles. It does not know that two
//! different words mean the same; an endpoint's embeddings do.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;

use super::embedding::Embedding;

/// Length of the vectors.
const LENGTH: usize = 1024;
/// Characters of a piece of a word.
const PIECE: usize = 4;
/// What a piece weighs beside a word.
const PIECE_WEIGHT: f32 = 0.7;
/// Chosen on the embedded tree: 1.6 % of its principles, all different, lie closer than this to another one, and
/// rewordings of a principle lie between 0.24 and 0.44.
const THRESHOLD: f32 = 0.30;
/// Endings that do not change what a word means.
const ENDINGS: [&str; 4] = ["ing", "ed", "es", "s"];

/// Hashed words and pieces of words with weights learnt from some texts.
#[derive(Debug, Clone)]
pub struct Hashed {
    texts: usize,
    /// In how many texts a feature occurs.
    counts: BTreeMap<u64, u32>,
}

impl Hashed {
    /// Learns from texts how rare words are. The same texts make the same vectors everywhere.
    pub fn fit<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let (mut counts, mut number) = (BTreeMap::new(), 0);
        for text in texts {
            number += 1;
            let features: BTreeSet<u64> = features(text).into_iter().map(|(hash, _)| hash).collect();
            for hash in features {
                *counts.entry(hash).or_default() += 1;
            }
        }
        Self { texts: number, counts }
    }

    /// The vector of one text, one long; zeros if there is no word in it.
    pub fn vector(&self, text: &str) -> Vec<f32> {
        let mut found: BTreeMap<u64, (u32, f32)> = BTreeMap::new();
        for (hash, weight) in features(text) {
            found.entry(hash).or_insert((0, weight)).0 += 1;
        }
        let mut vector = vec![0.0; LENGTH];
        for (hash, (times, weight)) in found {
            let known = self.counts.get(&hash).copied().unwrap_or_default();
            let rarity = ((self.texts as f32 + 1.0) / (known as f32 + 1.0)).ln().max(0.05);
            let sign = if hash & 1 == 0 { 1.0 } else { -1.0 };
            // The low bits of FNV are the best mixed ones, but the lowest is the sign.
            vector[(hash >> 1) as usize % LENGTH] += sign * weight * rarity * (times as f32).sqrt();
        }
        super::embedding::normalised(vec![vector]).remove(0)
    }
}

impl Embedding for Hashed {
    fn name(&self) -> String {
        "hashed words".to_owned()
    }

    fn threshold(&self) -> f32 {
        THRESHOLD
    }

    fn embed(&self, texts: &[String]) -> Result<Vec<Vec<f32>>> {
        Ok(texts.iter().map(|text| self.vector(text)).collect())
    }
}

/// Hashes of words and their pieces, with weights.
fn features(text: &str) -> Vec<(u64, f32)> {
    let mut features = Vec::new();
    let lower = text.to_lowercase();
    for word in lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let word = stem(word);
        features.push((hash("word ", &mut word.chars()), 1.0));
        let bounded: Vec<char> = format!("^{word}$").chars().collect();
        for piece in bounded.windows(PIECE) {
            features.push((hash("piece ", &mut piece.iter().copied()), PIECE_WEIGHT));
        }
    }
    features
}

fn stem(word: &str) -> &str {
    ENDINGS
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|rest| rest.chars().count() >= 3))
        .unwrap_or(word)
}

/// FNV-1a.
fn hash(kind: &str, text: &mut dyn Iterator<Item = char>) -> u64 {
    let step = |hash: u64, c: char| (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3);
    let hash = kind.chars().chain(text).fold(0xcbf2_9ce4_8422_2325, step);
    // Short texts leave the high bits alike.
    hash ^ (hash >> 32)
}
