//! The build tools that cargo does not bring: the wasm target, wasm-bindgen and trunk.

use anyhow::{Context, Result};

use crate::command::{cargo, command, root, run, version};

/// 0.22 needs a newer compiler than the workspace's.
const TRUNK: &str = "0.21.14";

/// The wasm standard library, through rustup where it manages the toolchain.
pub fn ensure_wasm_target() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let libdir = command("rustc").args(["--print", "target-libdir", "--target", TARGET]).output();
    let installed = libdir.is_ok_and(|output| {
        output.status.success()
            && std::path::Path::new(String::from_utf8_lossy(&output.stdout).trim()).is_dir()
    });
    if installed {
        return Ok(());
    }
    run(command("rustup").args(["target", "add", TARGET]))
        .with_context(|| format!("rustc has no target {TARGET}: install it, for example with rustup"))
}

/// wasm-bindgen's command line in the version of the library, which trunk insists on.
pub fn ensure_wasm_bindgen() -> Result<()> {
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).context("cannot read Cargo.lock")?;
    let wanted = locked_version(&lock, "wasm-bindgen").context("Cargo.lock has no wasm-bindgen")?;
    if version("wasm-bindgen").as_deref() == Some(&format!("wasm-bindgen {wanted}")) {
        return Ok(());
    }
    eprintln!("installing wasm-bindgen-cli {wanted} (a few minutes, once)");
    run(cargo().args(["install", "wasm-bindgen-cli", "--version", wanted, "--no-default-features"]))
}

/// trunk, which puts the page together.
pub fn ensure_trunk() -> Result<()> {
    if version("trunk").as_deref() == Some(&format!("trunk {TRUNK}")) {
        return Ok(());
    }
    eprintln!("installing trunk {TRUNK} (a few minutes, once)");
    run(cargo().args(["install", "trunk", "--version", TRUNK, "--locked", "--no-default-features"]))
}

fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let (_, rest) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    rest.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_tells_the_version_of_exactly_the_named_package() {
        let lock = "[[package]]\nname = \"a-b\"\nversion = \"9.9.9\"\n\n[[package]]\nname = \"a\"\nversion = \"1.2.3\"\n";
        assert_eq!(locked_version(lock, "a"), Some("1.2.3"));
        assert_eq!(locked_version(lock, "b"), None);
    }
}
