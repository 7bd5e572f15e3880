//! Figures whose question begins with a number found elsewhere: the later parts of a sequence.

mod bars;
mod dial;
mod graph;
mod mirror;
mod row;
mod scale;
mod table;

use crate::draft::Draft;
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

/// A kind of later part.
pub(super) struct Follower {
    pub(super) name: &'static str,
    pub(super) domain: &'static str,
    pub(super) knowledge: &'static [&'static str],
    pub(super) tools: &'static [&'static str],
    /// The least and the greatest number that it can begin with.
    pub(super) range: (i64, i64),
    /// Lays out a figure for a number, which the question calls by a symbol.
    pub(super) draft: fn(&mut Scene, i64, &str) -> Option<Draft>,
    /// Solves it from question, figure and number.
    pub(super) solve: fn(&Seen, i64) -> Option<Solved>,
}

impl Follower {
    /// Whether it can begin with a number.
    pub(super) fn takes(&self, number: i64) -> bool {
        (self.range.0..=self.range.1).contains(&number)
    }
}

/// All kinds. The order is part of what a seed means.
pub(super) const FOLLOWERS: [&Follower; 6] =
    [&row::FOLLOWER, &dial::FOLLOWER, &mirror::FOLLOWER, &table::FOLLOWER, &bars::FOLLOWER, &graph::FOLLOWER];

/// Different numbers of a range in random order.
fn distinct(scene: &mut Scene, count: usize, (low, high): (i32, i32)) -> Vec<i32> {
    let mut numbers: Vec<i32> = (low..=high).collect();
    scene.shuffle(&mut numbers);
    numbers.truncate(count);
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knowledge_and_tools_are_those_of_the_data() {
        let (knowledge, tools) =
            (include_str!("../../../data/knowledge.md"), include_str!("../../../data/tools.toml"));
        for follower in FOLLOWERS {
            for name in follower.knowledge {
                assert!(knowledge.contains(&format!("- {name}: ")), "{name}");
            }
            for name in follower.tools {
                assert!(tools.contains(&format!("name = \"{name}\"")), "{name}");
            }
        }
    }
}
