//! Stopping long work kindly.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

static CANCELLED: AtomicBool = AtomicBool::new(false);
static FIRST: Mutex<Option<Instant>> = Mutex::new(None);

/// A signal this soon after the first is the same one: `timeout` and schedulers send it to a program and to its group.
const ONE_SIGNAL: Duration = Duration::from_secs(1);

/// A flag that the first Ctrl-C, SIGTERM or SIGHUP sets; the second ends the program at once.
///
/// # Errors
/// If the handler cannot be installed.
pub fn on_interrupt() -> Result<&'static AtomicBool> {
    ctrlc::set_handler(|| {
        let mut first = FIRST.lock().unwrap_or_else(PoisonError::into_inner);
        match *first {
            None => {
                *first = Some(Instant::now());
                CANCELLED.store(true, Ordering::Relaxed);
                eprintln!("\nstopping after this step (Ctrl-C again ends at once)");
            }
            Some(time) if time.elapsed() < ONE_SIGNAL => {}
            Some(_) => std::process::exit(130),
        }
    })
    .context("installing the handler of Ctrl-C")?;
    Ok(&CANCELLED)
}
