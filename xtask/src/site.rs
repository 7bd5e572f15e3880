//! The static site: the page, the worker and the mini model in `dist/`.

use std::path::PathBuf;

use anyhow::Result;

use crate::command::{cargo, command, root, run};
use crate::tools;

/// Where trunk puts the site.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Builds the site, setting up what that needs.
pub fn build() -> Result<()> {
    tools::ensure_wasm_target()?;
    tools::ensure_wasm_bindgen()?;
    tools::ensure_trunk()?;
    // trunk runs offline, so that it uses the wasm-bindgen installed above and downloads none itself.
    run(cargo().args(["fetch", "--locked"]))?;
    // trunk 0.21 takes NO_COLOR for its own `--no-color` and refuses the usual value 1.
    run(command("trunk").args(["build", "--release", "--offline"]).env_remove("NO_COLOR"))
}
