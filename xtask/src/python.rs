//! A Python of the repository's own, with pinned packages, for goldens and comparisons.

use std::process::Command;

use anyhow::{Context, Result};

use crate::command::{command, root, run, target_dir, version};

/// The Python that computes with models: the packages of `tests/requirements.txt`.
pub fn python() -> Result<Command> {
    environment("tests/requirements.txt", "python")
}

/// The Python that draws: the packages of the sandbox's gallery. Its goldens want CPython 3.12.
pub fn drawing_python() -> Result<Command> {
    environment("core/sandbox/tests/gallery/requirements.txt", "drawing-python")
}

/// The Python that loads data sets with the package `datasets`.
pub fn datasets_python() -> Result<Command> {
    environment("trainer/flywheel/tests/datasets/requirements.txt", "datasets-python")
}

/// A virtual environment with the packages that a file names.
fn environment(requirements: &str, name: &str) -> Result<Command> {
    let requirements = root().join(requirements);
    let wanted = std::fs::read_to_string(&requirements)
        .with_context(|| format!("cannot read {}", requirements.display()))?;
    let venv = target_dir().join(name);
    let interpreter = venv.join("bin/python");
    let installed = venv.join("installed.txt");
    if std::fs::read_to_string(&installed).ok().as_ref() != Some(&wanted) {
        let base = ["python3.12", "python3", "python"]
            .into_iter()
            .find(|name| version(name).is_some())
            .context("Python 3.10 or later is needed: install it")?;
        run(command(base).args(["-m", "venv"]).arg(&venv))?;
        // Where there is no package index, that shows soon.
        let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
        let patience = ["--retries", "1", "--timeout", "20", "-r"];
        run(command(&interpreter).args(pip).args(patience).arg(&requirements))
            .context("the packages cannot be installed: is there a package index?")?;
        std::fs::write(&installed, wanted).context("cannot mark the Python environment as complete")?;
    }
    Ok(command(interpreter))
}
