//! `cargo xtask goldens`: the reference results that tests compare with, made again.

use anyhow::Result;

use crate::command::{command, output, run};
use crate::python::{drawing_python, python};

/// Runs every `make_*.py` of the repository. The results are in the repository too, so that tests need no
/// Python.
pub fn make() -> Result<()> {
    let scripts = output(command("git").args(["ls-files", "make_*.py", "**/make_*.py"]))?;
    for script in scripts.lines() {
        let mut python = if script.starts_with("core/sandbox/") { drawing_python()? } else { python()? };
        run(python.arg(script))?;
    }
    Ok(())
}
