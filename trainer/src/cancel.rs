//! Stopping long work kindly.

use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context, Result};

static CANCELLED: AtomicBool = AtomicBool::new(false);

/// A flag that the first Ctrl-C sets; the second ends the program at once.
///
/// # Errors
/// If the handler cannot be installed.
pub fn on_interrupt() -> Result<&'static AtomicBool> {
    ctrlc::set_handler(|| {
        if CANCELLED.swap(true, Ordering::Relaxed) {
            std::process::exit(130);
        }
        eprintln!("\nstopping after this step (Ctrl-C again ends at once)");
    })
    .context("installing the Ctrl-C handler")?;
    Ok(&CANCELLED)
}
