//! How fast and how many at a time an endpoint is asked.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use super::clock::Clock;

/// Spreads requests evenly over time.
#[derive(Debug)]
pub(super) struct Pace {
    interval: Duration,
    next: Mutex<Duration>,
}

impl Pace {
    pub(super) fn new(requests_per_minute: f64) -> Self {
        let interval = Duration::try_from_secs_f64(60.0 / requests_per_minute).unwrap_or(Duration::MAX / 4);
        Self { interval, next: Mutex::new(Duration::ZERO) }
    }

    /// Waits until a request may be sent.
    pub(super) fn wait(&self, clock: &dyn Clock) {
        let now = clock.now();
        let turn = {
            let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
            let turn = now.max(*next);
            *next = turn.saturating_add(self.interval);
            turn
        };
        if turn > now {
            clock.sleep(turn - now);
        }
    }

    /// No request before some time from now, whoever sends it.
    pub(super) fn pause(&self, clock: &dyn Clock, time: Duration) {
        let until = clock.now().saturating_add(time);
        let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        *next = (*next).max(until);
    }
}

/// Places for requests under way.
#[derive(Debug)]
pub(super) struct Slots {
    free: Mutex<usize>,
    freed: Condvar,
}

impl Slots {
    pub(super) fn new(places: usize) -> Self {
        Self { free: Mutex::new(places.max(1)), freed: Condvar::new() }
    }

    /// Waits for a place and keeps it as long as the guard lives.
    pub(super) fn take(&self) -> Slot<'_> {
        let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        while *free == 0 {
            free = self.freed.wait(free).unwrap_or_else(PoisonError::into_inner);
        }
        *free -= 1;
        Slot(self)
    }
}

pub(super) struct Slot<'a>(&'a Slots);

impl Drop for Slot<'_> {
    fn drop(&mut self) {
        *self.0.free.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.0.freed.notify_one();
    }
}
