//! Batches made on other threads while the device works.

use std::sync::mpsc::{Receiver, sync_channel};
use std::thread::Scope;

use anyhow::{Context, Result};

/// Batches a thread has ready at most: enough to even out, few enough to stay small.
const AHEAD: usize = 2;

/// Gives what `make` makes of each step, in the order of steps, however many threads make it.
pub struct Loader<T> {
    lanes: Vec<Receiver<Result<T>>>,
    next: usize,
}

impl<T: Send> Loader<T> {
    /// Starts `threads` threads for the steps `from..to`; each takes every `threads`-th. They end with the loader.
    pub fn start<'scope, 'env>(
        scope: &'scope Scope<'scope, 'env>,
        threads: usize,
        (from, to): (usize, usize),
        make: impl Fn(usize) -> Result<T> + Send + Clone + 'scope,
    ) -> Self
    where
        T: 'scope,
    {
        let threads = threads.max(1);
        let lanes = (0..threads)
            .map(|lane| {
                let (sender, receiver) = sync_channel(AHEAD);
                let make = make.clone();
                scope.spawn(move || {
                    for step in (from + lane..to).step_by(threads) {
                        // Whoever no longer listens has stopped early.
                        if sender.send(make(step)).is_err() {
                            break;
                        }
                    }
                });
                receiver
            })
            .collect();
        Self { lanes, next: 0 }
    }

    /// The next step's.
    ///
    /// # Errors
    /// If it could not be made.
    pub fn wait(&mut self) -> Result<T> {
        let lane = self.next % self.lanes.len();
        self.next += 1;
        self.lanes[lane].recv().context("the thread that prepares batches is gone")?
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_come_in_order_from_any_number_of_threads() {
        for threads in [1, 3, 8] {
            std::thread::scope(|scope| {
                let mut loader = Loader::start(scope, threads, (5, 25), |step| Ok(step * 10));
                for step in 5..25 {
                    assert_eq!(loader.wait().unwrap(), step * 10);
                }
                assert!(loader.wait().is_err());
            });
        }
    }

    #[test]
    fn a_bad_step_is_told_and_an_early_end_leaves_no_thread_behind() {
        std::thread::scope(|scope| {
            let mut loader = Loader::start(scope, 2, (0, 1000), |step| {
                anyhow::ensure!(step != 2, "sample 2 is bad");
                Ok(step)
            });
            assert_eq!(loader.wait().unwrap() + loader.wait().unwrap(), 1);
            assert!(loader.wait().unwrap_err().to_string().contains("sample 2"));
        });
    }
}
