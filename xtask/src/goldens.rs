//! `cargo xtask goldens`: the reference results that tests compare with, made again.

use anyhow::{Context, Result};

use crate::command::{root, run};
use crate::python::python;

/// Runs every `make_*.py` beside a `requirements.txt` in a folder of `tests/`. The results are in the
/// repository, so that tests need no Python.
pub fn make() -> Result<()> {
    let tests = root().join("tests");
    let mut folders: Vec<_> = std::fs::read_dir(&tests)
        .context("cannot read tests/")?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|folder| folder.join("requirements.txt").is_file())
        .collect();
    folders.sort();
    for folder in folders {
        let mut scripts: Vec<_> =
            std::fs::read_dir(&folder)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
        scripts.sort();
        for script in scripts {
            let name = script.file_name().unwrap_or_default().to_string_lossy();
            if name.starts_with("make_") && name.ends_with(".py") {
                run(python(&folder.join("requirements.txt"))?.arg(&script))?;
            }
        }
    }
    Ok(())
}
