//! What was spent, and a limit that no number of threads can pass.

use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Result, ensure};
use serde::Serialize;

/// The sums of one role.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Spent {
    /// What answers cost, with those of earlier runs on the same cache.
    pub cost: f64,
    /// Requests of this run that may have been billed without an answer; their expected cost is in `cost`.
    pub unsure: u64,
    /// Requests answered in this run.
    pub requests: u64,
    /// Answers of this run that came from the cache.
    pub cached: u64,
    /// Input tokens of this run.
    pub input_tokens: u64,
    /// Output tokens of this run.
    pub output_tokens: u64,
}

/// The account of one role.
#[derive(Debug, Default)]
pub struct Account {
    limit: Option<f64>,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    spent: Spent,
    reserved: f64,
}

impl Account {
    /// An account with a limit and what earlier runs spent.
    pub fn new(limit: Option<f64>, earlier: f64) -> Self {
        let spent = Spent { cost: earlier, ..Spent::default() };
        Self { limit, state: Mutex::new(State { spent, reserved: 0.0 }) }
    }

    /// The sums so far.
    pub fn spent(&self) -> Spent {
        self.state().spent
    }

    /// Sets aside what a request may cost at most; the limit holds with all that is set aside.
    pub(super) fn reserve(&self, cost: f64) -> Result<Reservation<'_>> {
        let mut state = self.state();
        if let Some(limit) = self.limit {
            let taken = state.spent.cost + state.reserved;
            ensure!(
                taken + cost <= limit,
                "the cost limit of {limit} is reached: {:.4} spent, {:.4} set aside for requests under way, and \
                 the next may cost {cost:.4}; raise cost_limit to go on, nothing is paid twice",
                state.spent.cost,
                state.reserved,
            );
        }
        state.reserved += cost;
        Ok(Reservation { account: self, cost })
    }

    pub(super) fn cached(&self) {
        self.state().spent.cached += 1;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Money set aside for one request; given back when dropped.
pub(super) struct Reservation<'a> {
    account: &'a Account,
    cost: f64,
}

impl Reservation<'_> {
    /// The request was answered.
    pub(super) fn settle(self, cost: f64, input_tokens: u64, output_tokens: u64) {
        let mut state = self.account.state();
        state.spent.cost += cost;
        state.spent.requests += 1;
        state.spent.input_tokens += input_tokens;
        state.spent.output_tokens += output_tokens;
    }

    /// The request may have been billed though no answer came.
    pub(super) fn lose(self) {
        let mut state = self.account.state();
        state.spent.cost += self.cost;
        state.spent.unsure += 1;
    }
}

impl Drop for Reservation<'_> {
    fn drop(&mut self) {
        let mut state = self.account.state();
        state.reserved = (state.reserved - self.cost).max(0.0);
    }
}
