//! What driving a real browser needs: Chromium, Node.js and the pinned playwright-core.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command::{command, root, run, trainer, version};

/// Programs that are a Chromium, in order of preference.
const CHROMIUMS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/// The folder of the end-to-end tests.
pub fn e2e() -> PathBuf {
    root().join("tests/e2e")
}

/// A `node` that finds the browser, this program (to start servers) and the native trainer.
pub fn node() -> Result<Command> {
    ensure_node()?;
    let chromium = ensure_chromium()?;
    let mut install = command("npm");
    run(install.args(["ci", "--no-audit", "--no-fund"]).current_dir(e2e()))?;
    let mut node = command("node");
    node.env("CHROMIUM", chromium);
    node.env("XTASK", std::env::current_exe()?);
    node.env("TRAINER", trainer());
    Ok(node)
}

fn ensure_node() -> Result<()> {
    if version("node").is_none() || version("npm").is_none() {
        apt_install(&["nodejs", "npm"]).context("Node.js 20 or later is needed: install it")?;
    }
    Ok(())
}

fn ensure_chromium() -> Result<PathBuf> {
    if let Some(path) = std::env::var_os("CHROMIUM") {
        return Ok(path.into());
    }
    if find_chromium().is_none() {
        apt_install(&["chromium"])?;
    }
    find_chromium().context("no Chromium found: install it, or name the program in CHROMIUM")
}

fn find_chromium() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    CHROMIUMS.iter().find_map(|name| {
        std::env::split_paths(&path).map(|folder| folder.join(name)).find(|program| program.is_file())
    })
}

/// Installs Debian or Ubuntu packages, as root or through a sudo that asks nothing.
fn apt_install(packages: &[&str]) -> Result<()> {
    let names = packages.join(" ");
    if version("apt-get").is_none() {
        bail!("please install {names} with this system's package manager");
    }
    let is_root = command("id").arg("-u").output().is_ok_and(|output| output.stdout == b"0\n");
    let apt = || {
        let mut apt = if is_root { command("apt-get") } else { command("sudo") };
        if !is_root {
            apt.args(["-n", "apt-get"]);
        }
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        apt
    };
    run(apt().args(["update", "-qq"]))
        .and_then(|()| run(apt().args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages)))
        .with_context(|| format!("please install {names}, for example with `sudo apt-get install {names}`"))
}
