//! `itertools.product`, `permutations` and `combinations`.

use super::value::Value;

/// How items are chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Product,
    Permutations,
    Combinations,
    WithReplacement,
}

/// The state of one of these iterators.
pub struct Chooser {
    kind: Kind,
    /// One pool for each place of a product, else a single one.
    pools: Vec<Vec<Value>>,
    /// The items chosen last; for permutations, all of them in their present order.
    indices: Vec<usize>,
    /// For permutations: the steps left at each place.
    cycles: Vec<usize>,
    /// How many items a choice has.
    count: usize,
    started: bool,
    ended: bool,
}

impl Chooser {
    pub(crate) fn new(kind: Kind, pools: Vec<Vec<Value>>, count: usize) -> Self {
        let size = pools.first().map_or(0, Vec::len);
        let ended = match kind {
            Kind::Product => pools.iter().any(Vec::is_empty),
            Kind::WithReplacement => size == 0 && count > 0,
            _ => count > size,
        };
        let indices = match (kind, ended) {
            (_, true) => Vec::new(),
            (Kind::Product, _) => vec![0; pools.len()],
            (Kind::Permutations, _) => (0..size).collect(),
            (Kind::Combinations, _) => (0..count).collect(),
            (Kind::WithReplacement, _) => vec![0; count],
        };
        let cycles = if kind == Kind::Permutations && !ended {
            (0..count).map(|place| size - place).collect()
        } else {
            Vec::new()
        };
        Self { kind, pools, indices, cycles, count, started: false, ended }
    }

    pub(super) fn name(&self) -> &'static str {
        match self.kind {
            Kind::Product => "product",
            Kind::Permutations => "permutations",
            Kind::Combinations => "combinations",
            Kind::WithReplacement => "combinations_with_replacement",
        }
    }

    /// What a step costs.
    pub(super) fn cost(&self) -> u64 {
        1 + self.count as u64 + self.cycles.len() as u64
    }

    /// The next choice.
    pub(super) fn next(&mut self) -> Option<Vec<Value>> {
        if self.ended {
            return None;
        }
        if std::mem::replace(&mut self.started, true) && !self.advance() {
            self.ended = true;
            return None;
        }
        let pool = |place: usize| self.pools.get(if self.kind == Kind::Product { place } else { 0 });
        let chosen = self.indices.iter().take(self.count).enumerate();
        Some(chosen.filter_map(|(place, index)| pool(place)?.get(*index).cloned()).collect())
    }

    fn advance(&mut self) -> bool {
        let size = self.pools.first().map_or(0, Vec::len);
        match self.kind {
            Kind::Product => {
                for (index, pool) in self.indices.iter_mut().zip(&self.pools).rev() {
                    *index += 1;
                    if *index < pool.len() {
                        return true;
                    }
                    *index = 0;
                }
                false
            }
            Kind::Permutations => {
                for place in (0..self.count).rev() {
                    self.cycles[place] -= 1;
                    if self.cycles[place] > 0 {
                        let other = size - self.cycles[place];
                        self.indices.swap(place, other);
                        return true;
                    }
                    self.indices[place..].rotate_left(1);
                    self.cycles[place] = size - place;
                }
                false
            }
            Kind::Combinations => {
                let last = |place: usize| size - self.count + place;
                let Some(place) = (0..self.count).rev().find(|place| self.indices[*place] != last(*place))
                else {
                    return false;
                };
                self.indices[place] += 1;
                for later in place + 1..self.count {
                    self.indices[later] = self.indices[later - 1] + 1;
                }
                true
            }
            Kind::WithReplacement => {
                let Some(place) = (0..self.count).rev().find(|place| self.indices[*place] + 1 < size) else {
                    return false;
                };
                let next = self.indices[place] + 1;
                self.indices[place..].fill(next);
                true
            }
        }
    }

    /// Moves the pools out.
    pub(super) fn take_values(self, into: &mut Vec<Value>) {
        into.extend(self.pools.into_iter().flatten());
    }
}
