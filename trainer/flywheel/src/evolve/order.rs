//! What a round asks for: combinations of principles and of tools.

use rand::seq::{IndexedRandom, SliceRandom};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::settings::Settings;
use crate::teacher::{Extension, Form, Principle};
use crate::{Knowledge, NodeId, Tool, Tools};

/// How often the other principles of a combination come from the domain of the first: distant ones seldom meet in
/// one figure.
const SAME_DOMAIN: f64 = 0.7;

/// What a problem is made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Principles.
    Knowledge(Vec<Principle>),
    /// Tools.
    Tools(Vec<Tool>),
}

/// One problem to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The problem's id.
    pub id: String,
    /// What it is made from.
    pub source: Source,
    /// Difficulty from 1 to 3.
    pub level: u8,
    /// Choice or fill-in.
    pub form: Form,
    /// How it is made harder, one drawing after the other, if it is kept.
    pub extensions: Vec<Extension>,
}

/// The orders of a round; they depend on the arguments alone. `name` is the beginning of all ids.
pub fn plan(knowledge: &Knowledge, tools: &Tools, settings: &Settings, name: &str, round: u32) -> Vec<Order> {
    let mut rng = generator(settings.seed, name, round);
    let principles: Vec<NodeId> = knowledge.principles().map(|(id, _)| id).collect();
    let of = |count: usize| (count as f64 * settings.share).ceil() as usize;
    let (mut create_from_knowledge, mut create_from_tools) = (of(principles.len()), of(tools.len()));
    let all = create_from_knowledge + create_from_tools;
    if all > settings.most {
        // In proportion, and at least one of each where there is room.
        create_from_tools = (create_from_tools * settings.most / all)
            .max(usize::from(settings.most > 1 && create_from_tools > 0));
        create_from_knowledge = settings.most - create_from_tools;
    }
    let mut sources: Vec<Source> = Vec::with_capacity(create_from_knowledge + create_from_tools);
    for _ in 0..create_from_knowledge {
        sources.extend(combine(knowledge, &principles, settings.principles, &mut rng));
    }
    let list: Vec<&Tool> = tools.iter().collect();
    // Without tools there is nothing to combine.
    for _ in 0..if list.is_empty() { 0 } else { create_from_tools } {
        let count = rng.random_range(1..=settings.tools.min(list.len()) as u32) as usize;
        sources.push(Source::Tools(list.sample(&mut rng, count).map(|tool| (*tool).clone()).collect()));
    }
    let orders = sources.into_iter().enumerate().map(|(place, source)| {
        let level = rng.random_range(1..=3u8);
        let form = if rng.random_bool(0.5) { Form::Choice } else { Form::FillIn };
        let mut extensions = Vec::new();
        while extensions.len() + 1 < settings.depth && rng.random_bool(settings.extend) {
            extensions.push(if rng.random_bool(0.5) { Extension::Parallel } else { Extension::Sequential });
        }
        let id = format!("{name}-{round:02}-{place:06}");
        Order { id, source, level, form, extensions }
    });
    orders.collect()
}

/// Principles that a seed of some size starts with, in the order of the tree, and tools in proportion.
pub(super) fn seeds(knowledge: &Knowledge, tools: &Tools, size: usize, seed: u64) -> (Knowledge, Vec<Tool>) {
    let mut rng = generator(seed, "seeds", 0);
    let mut principles: Vec<NodeId> = knowledge.principles().map(|(id, _)| id).collect();
    let all = principles.len().max(1);
    principles.shuffle(&mut rng);
    principles.truncate(size);
    principles.sort_unstable();
    let mut places: Vec<usize> = (0..tools.len()).collect();
    places.shuffle(&mut rng);
    places.truncate((tools.len() * size).div_ceil(all).max(1));
    places.sort_unstable();
    let list: Vec<&Tool> = tools.iter().collect();
    (knowledge.only(&principles), places.into_iter().map(|place| list[place].clone()).collect())
}

pub(super) fn principle(knowledge: &Knowledge, id: NodeId) -> Principle {
    Principle {
        path: knowledge.path(id).into_iter().map(str::to_owned).collect(),
        sentence: knowledge.node(id).sentence.clone().unwrap_or_default(),
    }
}

fn combine(tree: &Knowledge, all: &[NodeId], most: usize, rng: &mut ChaCha8Rng) -> Option<Source> {
    let first = *all.choose(rng)?;
    let domain = tree.domain_of(first);
    let count = rng.random_range(1..=most as u32) as usize;
    let mut chosen = vec![first];
    let near: Vec<NodeId> = all.iter().copied().filter(|id| tree.domain_of(*id) == domain).collect();
    for _ in 1..count {
        let pool = if rng.random_bool(SAME_DOMAIN) { &near[..] } else { all };
        if let Some(id) = pool.choose(rng).filter(|id| !chosen.contains(id)) {
            chosen.push(*id);
        }
    }
    Some(Source::Knowledge(chosen.into_iter().map(|id| principle(tree, id)).collect()))
}

fn generator(seed: u64, name: &str, round: u32) -> ChaCha8Rng {
    let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let mut key = [0; 32];
    key[..8].copy_from_slice(&seed.to_le_bytes());
    key[8..16].copy_from_slice(&hash.to_le_bytes());
    key[16..20].copy_from_slice(&round.to_le_bytes());
    key[24..].copy_from_slice(b"evolving");
    ChaCha8Rng::from_seed(key)
}
