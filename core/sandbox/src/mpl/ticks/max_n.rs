//! Ticks at nice multiples, no more than fit.

use super::step::{Multiples, decade, divmod, nonsingular, power_of_ten};

/// Steps of the default locator.
const AUTO_STEPS: [f64; 5] = [1.0, 2.0, 2.5, 5.0, 10.0];
/// Steps of a `MaxNLocator` that was given none.
const ALL_STEPS: [f64; 10] = [1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0];

/// Which end ticks are left away.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Prune {
    #[default]
    None,
    Lower,
    Upper,
    Both,
}

/// `MaxNLocator`; the default is `AutoLocator`.
#[derive(Debug, Clone, PartialEq)]
pub struct MaxN {
    /// Most intervals; `None` takes as many as the axis has room for, up to nine.
    pub bins: Option<usize>,
    /// Steps between 1 and 10.
    pub steps: Vec<f64>,
    /// Only whole numbers.
    pub integer: bool,
    /// The range reaches as far below zero as above.
    pub symmetric: bool,
    /// Ends left away.
    pub prune: Prune,
    /// Fewest ticks in view.
    pub least: usize,
}

impl Default for MaxN {
    fn default() -> Self {
        Self { steps: AUTO_STEPS.to_vec(), ..Self::with_bins(None) }
    }
}

impl MaxN {
    /// `MaxNLocator(bins)`; `None` stands for `'auto'`.
    pub fn with_bins(bins: Option<usize>) -> Self {
        let steps = ALL_STEPS.to_vec();
        Self { bins, steps, integer: false, symmetric: false, prune: Prune::None, least: 2 }
    }

    /// The steps that a script gave, completed to reach from 1 to 10; `None` if they are no rising
    /// numbers between 1 and 10.
    pub fn valid_steps(given: &[f64]) -> Option<Vec<f64>> {
        let inside = given.iter().all(|step| (1.0..=10.0).contains(step));
        if given.is_empty() || !inside || given.windows(2).any(|pair| pair[1] <= pair[0]) {
            return None;
        }
        let mut steps = given.to_vec();
        if steps.first() != Some(&1.0) {
            steps.insert(0, 1.0);
        }
        if steps.last() != Some(&10.0) {
            steps.push(10.0);
        }
        Some(steps)
    }

    /// Tick places for a view, one beyond each end included.
    pub fn places(&self, low: f64, high: f64, room: usize, solid: bool) -> Vec<f64> {
        let (mut low, mut high) = (low, high);
        if self.symmetric {
            high = low.abs().max(high.abs());
            low = -high;
        }
        let (low, high) = nonsingular(low, high, 1e-13, 1e-14);
        let mut places = self.raw(low, high, room, solid);
        if matches!(self.prune, Prune::Upper | Prune::Both) {
            places.pop();
        }
        if matches!(self.prune, Prune::Lower | Prune::Both) && !places.is_empty() {
            places.remove(0);
        }
        places
    }

    fn raw(&self, low: f64, high: f64, room: usize, solid: bool) -> Vec<f64> {
        let auto = room.max(self.least.saturating_sub(1).max(1)).min(9);
        let bins = self.bins.unwrap_or(auto).max(1) as f64;
        let (scale, offset) = scale_and_offset(low, high, bins);
        let (low, high) = (low - offset, high - offset);
        let steps = self.staircase(scale);
        // In space, the room around limits does not count.
        let wanted = (high - low) / bins * if solid { 23.0 / 24.0 } else { 1.0 };
        let last = steps.iter().position(|step| *step >= wanted).unwrap_or(steps.len().saturating_sub(1));
        let mut places = Vec::new();
        for step in steps.iter().take(last + 1).rev() {
            let mut step = *step;
            if self.integer && high.floor() - low.ceil() >= self.least as f64 - 1.0 {
                step = step.max(1.0);
            }
            let first = divmod(low, step).0 * step;
            let multiples = Multiples::new(step, offset);
            let (from, to) = (multiples.at_most(low - first), multiples.at_least(high - first));
            // Steps are at most `bins` times smaller than the span, ten times more by the staircase.
            if !(to - from).is_finite() || to - from > super::MOST as f64 {
                break;
            }
            places = (0..=(to - from) as usize).map(|n| (from + n as f64) * step + first).collect();
            if places.iter().filter(|place| (low..=high).contains(*place)).count() >= self.least {
                break;
            }
        }
        places.iter_mut().for_each(|place| *place += offset);
        places
    }

    /// The steps of this size, of a tenth of it and the first of ten times it.
    fn staircase(&self, scale: f64) -> Vec<f64> {
        let (Some(second), [tenths @ .., _]) = (self.steps.get(1), &self.steps[..]) else {
            return vec![scale];
        };
        let smaller = tenths.iter().map(|step| 0.1 * step);
        let steps = smaller.chain(self.steps.iter().copied()).chain([10.0 * second]).map(|step| step * scale);
        let whole = |step: &f64| *step < 1.0 || (step - libm::rint(*step)).abs() < 0.001;
        steps.filter(|step| !self.integer || whole(step)).collect()
    }
}

/// The power of ten of one interval, and what is taken off values that are far from zero.
fn scale_and_offset(low: f64, high: f64, bins: f64) -> (f64, f64) {
    let (span, middle) = ((high - low).abs(), (high + low) / 2.0);
    let offset = if middle.abs() / span < 100.0 {
        0.0
    } else {
        libm::copysign(power_of_ten(decade(middle.abs())), middle)
    };
    (power_of_ten(decade(span / bins)), offset)
}
