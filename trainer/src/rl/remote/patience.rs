//! Asking a server until it answers, refuses, or patience ends.

use std::time::Duration;

use anyhow::{Result, anyhow};

use crate::flywheel::teacher::Clock;

/// Times that one server is asked the same.
pub(in crate::rl) const TRIES: u32 = 6;
/// The first pause before a request is sent again, which doubles, and the longest.
const PAUSE: Duration = Duration::from_millis(500);
const LONGEST: Duration = Duration::from_secs(30);
/// A server that asks for more patience than this is not waited for.
const RETRY_AFTER: Duration = Duration::from_secs(5 * 60);

/// What came of one try.
pub(in crate::rl) enum Answer<T> {
    Done(T),
    Again { wait: Option<Duration>, what: String },
    Refused(String),
}

/// Asks the server of this kind and address until there is an answer, the tries are used up, or it is not `wanted` any
/// more; then the text is the last fault.
///
/// The outer error is one that ends the run: a refusal.
pub(in crate::rl) fn patiently<T>(
    clock: &dyn Clock,
    (kind, address): (&str, &str),
    wanted: impl Fn() -> bool,
    ask: impl Fn() -> Answer<T>,
) -> Result<Result<T, String>> {
    let mut fault = String::new();
    for attempt in 0..TRIES {
        match ask() {
            Answer::Done(value) => return Ok(Ok(value)),
            Answer::Refused(what) => return Err(anyhow!("{address} refuses a request: {what}")),
            Answer::Again { wait, what } => {
                fault = what;
                if wait.is_some_and(|wait| wait > RETRY_AFTER) || !wanted() {
                    break;
                }
                if attempt + 1 < TRIES {
                    let pause = PAUSE.saturating_mul(1 << attempt).min(LONGEST).max(wait.unwrap_or_default());
                    // Once is nothing; more is what a run may be waiting for.
                    if attempt > 0 {
                        eprintln!(
                            "{kind} {address}: {fault}; asked again in {:.1} s, {} of {TRIES} tries are left",
                            pause.as_secs_f64(),
                            TRIES - attempt - 1
                        );
                    }
                    clock.sleep(pause);
                }
            }
        }
    }
    Ok(Err(fault))
}
