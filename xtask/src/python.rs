//! A Python of the repository's own, with pinned packages, for goldens and comparisons.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::{command, run, target_dir, version};

/// A Python that has the packages of `requirements`, in a virtual environment of its own.
pub fn python(requirements: &Path) -> Result<Command> {
    let wanted = std::fs::read_to_string(requirements)
        .with_context(|| format!("cannot read {}", requirements.display()))?;
    let folder =
        requirements.parent().and_then(Path::file_name).context("requirements.txt needs a folder")?;
    let venv = target_dir().join("python").join(folder);
    let interpreter = venv.join("bin/python");
    let stamp = venv.join("installed.txt");
    if std::fs::read_to_string(&stamp).ok().as_ref() != Some(&wanted) {
        let base = ["python3", "python"]
            .into_iter()
            .find(|name| version(name).is_some())
            .context("Python 3.10 or later is needed: install it")?;
        run(command(base).args(["-m", "venv"]).arg(&venv))?;
        let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"];
        run(command(&interpreter).args(pip).arg(requirements))?;
        std::fs::write(&stamp, wanted).context("cannot mark the Python environment as complete")?;
    }
    Ok(command(interpreter))
}
