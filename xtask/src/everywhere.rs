//! The sandbox by itself, natively and as WebAssembly, for the tests that compare both.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::command::{cargo, command, root, run, target_dir};
use crate::tools;

const TARGET: &str = "wasm32-unknown-unknown";

/// The native program, built if need be.
pub fn program() -> Result<PathBuf> {
    run(cargo().args(["build", "--locked", "-p", "vthinker-everywhere"]))?;
    Ok(target_dir().join(format!("debug/vthinker-everywhere{}", std::env::consts::EXE_SUFFIX)))
}

/// The sandbox as WebAssembly, built to be small.
pub fn module() -> Result<PathBuf> {
    tools::ensure_wasm_target()?;
    // Only as the one kind of library, which lets the compiler leave out what nothing calls; short addresses, as
    // wasm-bindgen gives the page.
    run(cargo().args(["rustc", "--locked", "--profile", "page", "--lib", "--crate-type", "cdylib"]).args([
        "-p",
        "vthinker-everywhere",
        "--target",
        TARGET,
        "--",
        "-C",
        "link-arg=--compress-relocations",
    ]))?;
    Ok(target_dir().join(TARGET).join("page/vthinker_everywhere.wasm"))
}

/// The test that both give the same verdicts.
pub fn test() -> Result<Command> {
    let verdicts = target_dir().join("verdicts.jsonl");
    let file = std::fs::File::create(&verdicts).with_context(|| format!("writing {}", verdicts.display()))?;
    let mut native = command(program()?);
    run(native.arg("verdicts").stdout(Stdio::from(file)))?;
    let mut node = command("node");
    node.args(["--test", "--test-reporter=spec", "verdicts.test.mjs"]);
    node.current_dir(root().join("tests/everywhere"));
    node.env("VERDICTS", verdicts).env("MODULE", module()?);
    Ok(node)
}
