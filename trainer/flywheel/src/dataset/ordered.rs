//! Work of several threads, taken in order, with few results waiting.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use anyhow::{Result, bail};

/// Results that may wait for an earlier one, for every thread.
const WAITING: u64 = 8;

struct State<T> {
    next: u64,
    taken: u64,
    ready: BTreeMap<u64, T>,
    stopped: bool,
}

struct Queue<T> {
    state: Mutex<State<T>>,
    changed: Condvar,
}

impl<T> Queue<T> {
    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'s>(&self, state: MutexGuard<'s, State<T>>) -> MutexGuard<'s, State<T>> {
        self.changed.wait(state).unwrap_or_else(PoisonError::into_inner)
    }

    fn stop(&self) {
        self.lock().stopped = true;
        self.changed.notify_all();
    }
}

/// Stops the others when a thread ends, also by a panic.
struct Stop<'q, T>(&'q Queue<T>);

impl<T> Drop for Stop<'_, T> {
    fn drop(&mut self) {
        self.0.stop();
    }
}

/// Makes something for every index in `jobs` threads and takes it in order in this one.
///
/// # Errors
/// The first that `take` returns; then no more is made.
pub(super) fn ordered<T: Send>(
    range: Range<u64>,
    jobs: usize,
    make: impl Fn(u64) -> T + Sync,
    mut take: impl FnMut(u64, T) -> Result<()>,
) -> Result<()> {
    let window = WAITING * jobs.max(1) as u64;
    let state = State { next: range.start, taken: range.start, ready: BTreeMap::new(), stopped: false };
    let queue = Queue { state: Mutex::new(state), changed: Condvar::new() };
    std::thread::scope(|scope| {
        for _ in 0..jobs.max(1) {
            scope.spawn(|| {
                let panicked = Stop(&queue);
                work(&queue, range.end, window, &make);
                std::mem::forget(panicked);
            });
        }
        let _stop = Stop(&queue);
        for index in range.clone() {
            let mut state = queue.lock();
            let made = loop {
                if let Some(made) = state.ready.remove(&index) {
                    break made;
                }
                if state.stopped {
                    bail!("a thread broke down before problem {index}");
                }
                state = queue.wait(state);
            };
            state.taken = index + 1;
            drop(state);
            queue.changed.notify_all();
            take(index, made)?;
        }
        Ok(())
    })
}

fn work<T>(queue: &Queue<T>, end: u64, window: u64, make: &impl Fn(u64) -> T) {
    loop {
        let mut state = queue.lock();
        while !state.stopped && state.next < end && state.next >= state.taken + window {
            state = queue.wait(state);
        }
        if state.stopped || state.next >= end {
            return;
        }
        let index = state.next;
        state.next += 1;
        drop(state);
        let made = make(index);
        queue.lock().ready.insert(index, made);
        queue.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU64, Ordering};

    #[test]
    fn results_come_in_order_and_few_wait() {
        let (made, mut taken) = (AtomicU64::new(0), vec![]);
        let make = |index| {
            made.fetch_add(1, Ordering::SeqCst);
            std::thread::sleep(std::time::Duration::from_micros(index % 3 * 100));
            index * index
        };
        ordered(5..300, 4, make, |index, square| {
            assert!(made.load(Ordering::SeqCst) <= index - 5 + 1 + WAITING * 4);
            taken.push((index, square));
            Ok(())
        })
        .unwrap();
        assert_eq!(taken, (5..300).map(|i| (i, i * i)).collect::<Vec<_>>());
    }

    #[test]
    fn an_error_ends_the_work() {
        let error = ordered(
            0..1000,
            3,
            |index| index,
            |index, _| match index {
                7 => bail!("no more"),
                _ => Ok(()),
            },
        );
        assert_eq!(error.unwrap_err().to_string(), "no more");
    }
}
