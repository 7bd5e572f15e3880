//! One figure of an expanded problem with its question.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;

use crate::draft::{Canvas, Draft, Family, Reasoning};
use crate::figure::Figure;
use crate::scene::Scene;

/// Throws of one family's dice before another family is taken.
const THROWS: usize = 12;
/// Families tried for one part.
const FAMILIES: usize = 60;
/// Greatest answer, either way, of a part.
const LARGEST: i64 = 999;

/// A figure, its question and its solution.
pub(super) struct Part {
    pub(super) name: &'static str,
    pub(super) domain: &'static str,
    pub(super) knowledge: &'static [&'static str],
    pub(super) tools: &'static [&'static str],
    pub(super) level: u8,
    pub(super) figure: Figure,
    pub(super) draft: Draft,
    pub(super) words: Reasoning,
    pub(super) answer: i64,
}

/// Parts from left to right with the question and the answer of the whole.
pub(super) struct Made {
    pub(super) parts: Vec<Part>,
    pub(super) question: String,
    /// What follows the last part's reasoning.
    pub(super) conclusion: String,
    pub(super) answer: i64,
    pub(super) wrong: Vec<i64>,
}

/// A draft of one of some families, drawn by their weights, whose answer is a whole number that is accepted.
pub(super) fn part(
    rng: &mut ChaCha8Rng,
    families: &[&Family],
    accept: impl Fn(&'static str, i64) -> bool,
) -> Option<Part> {
    let total: u32 = families.iter().map(|family| family.weight).sum();
    for _ in 0..FAMILIES {
        let mut ticket = rng.random_range(0..total.max(1));
        let family = families.iter().find(|family| match ticket.checked_sub(family.weight) {
            Some(rest) => {
                ticket = rest;
                false
            }
            None => true,
        })?;
        for _ in 0..THROWS {
            let mut scene = Scene::new(rng, Canvas::Full);
            let Some(draft) = (family.draft)(&mut scene) else { continue };
            let (figure, level) = (scene.figure, scene.level);
            let Some(words) = draft.reasoning.clone() else { break };
            let Some(answer) = whole_number(&words.answer) else { break };
            if !accept(family.name, answer) {
                break;
            }
            let Family { name, domain, knowledge, tools, .. } = **family;
            return Some(Part { name, domain, knowledge, tools, level, figure, draft, words, answer });
        }
    }
    None
}

/// An answer that is a whole number and nothing else.
pub(super) fn whole_number(answer: &str) -> Option<i64> {
    answer.parse().ok().filter(|number: &i64| number.abs() <= LARGEST)
}
