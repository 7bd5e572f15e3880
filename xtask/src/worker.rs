//! The worker: the engine as WebAssembly, cut into the parts that a page downloads one by one, with its JavaScript.
//!
//! trunk runs this before it puts the site together (`Trunk.toml`), since a file can only be cut between the compiler and wasm-bindgen,
//! and trunk calls both in one go.

use std::collections::HashMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use serde_json::json;
use wasm_encoder::{CustomSection, Section};
use wasm_split_cli_support::{Options, transform};
use wasmparser::{Parser, Payload};

use crate::command::{cargo, command, root, run, target_dir};
use crate::tools;

const TARGET: &str = "wasm32-unknown-unknown";

/// Compiled for size: the sandbox, whose scripts take milliseconds, and the parser, which sees each of them once. The engine, which
/// is not here, is compiled for speed.
const SMALL: [(&str, &str); 3] =
    [("vthinker-sandbox", "s"), ("ruff_python_parser", "z"), ("ruff_python_ast", "z")];

/// Builds the worker into `web/built/`, which the page's index has trunk copy.
pub fn build() -> Result<()> {
    tools::ensure_wasm_target()?;
    tools::ensure_wasm_bindgen()?;
    let cut = cut(&compile()?)?;
    let built = root().join("web/built");
    empty(&built)?;
    bind(&cut.main, &built)?;
    lay_out(&cut, &built)
}

/// Compiles the worker with what the splitter works on: relocations and the names of symbols.
fn compile() -> Result<PathBuf> {
    let small =
        SMALL.map(|(package, level)| format!("profile.release.package.{package}.opt-level = \"{level}\""));
    run(cargo()
        .args(["rustc", "--locked", "--release", "--target", TARGET])
        .args(small.iter().flat_map(|setting| ["--config", setting]))
        .args(["-p", "vthinker-web", "--bin", "worker", "--features", "engine"])
        .args(["--", "-C", "link-arg=--emit-relocs", "-C", "strip=none"]))?;
    Ok(target_dir().join(TARGET).join("release/worker.wasm"))
}

/// A module in pieces.
struct Cut {
    /// Tells modules apart: parts fit only the one that they were cut from.
    id: String,
    /// What is not in a part.
    main: PathBuf,
    /// The parts' files, some of which several parts share.
    files: Vec<PathBuf>,
    /// The names of a part's files without their extension, in the order in which they are needed.
    parts: HashMap<String, Vec<String>>,
}

fn cut(compiled: &Path) -> Result<Cut> {
    let folder = target_dir().join("parts");
    empty(&folder)?;
    let main = folder.join("main.wasm");
    let bytes = read(compiled)?;
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    let mut options = Options::new(&bytes);
    options.output_dir = &folder;
    options.main_out_path = &main;
    let split = transform(options).map_err(|error| anyhow!("cutting {}: {error:?}", compiled.display()))?;
    let id = format!("{:016x}", hasher.finish());
    Ok(Cut { id, main, files: split.split_modules, parts: split.prefetch_map })
}

/// Gives the main module its JavaScript. The parts find the table of functions, which the linker exported, by its name.
fn bind(main: &Path, built: &Path) -> Result<()> {
    run(command("wasm-bindgen")
        .args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
        .args(["--remove-name-section", "--remove-producers-section"])
        .args(["--out-name", "worker", "--out-dir"])
        .arg(built)
        .arg(main))
}

/// Puts the parts beside the main module, and notes in both what belongs together: caches may hold files of other builds.
fn lay_out(cut: &Cut, built: &Path) -> Result<()> {
    let name = |stem: &str| format!("{}-{}.wasm", stem.trim_start_matches("split_"), cut.id);
    for path in &cut.files {
        let stem = path.file_stem().and_then(|stem| stem.to_str()).context("a part has no name")?;
        write(&built.join(name(stem)), &without_custom_sections(&read(path)?)?)?;
    }
    let mut parts = json!({ "id": cut.id });
    for (part, stems) in &cut.parts {
        parts[part] = stems.iter().map(|stem| name(stem)).collect();
    }
    write(&built.join("part-files.js"), format!("export default {parts};\n").as_bytes())?;
    let module = built.join("worker_bg.wasm");
    let mut bytes = read(&module)?;
    CustomSection { name: "parts".into(), data: cut.id.as_bytes().into() }.append_to(&mut bytes);
    write(&module, &bytes)
}

/// Makes a folder with nothing in it.
fn empty(folder: &Path) -> Result<()> {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("reading {}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| format!("writing {}", path.display()))
}

/// A module without its custom sections, such as the names that the splitter keeps.
fn without_custom_sections(module: &[u8]) -> Result<Vec<u8>> {
    let mut kept = module[..8].to_vec();
    let mut from = 8u64;
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.context("a part is no WebAssembly")?;
        let Some((_, range)) = payload.as_section() else { continue };
        if !matches!(payload, Payload::CustomSection(_)) {
            kept.extend_from_slice(&module[from as usize..range.end as usize]);
        }
        from = range.end;
    }
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{CodeSection, Function, FunctionSection, Module, TypeSection};

    use super::*;

    fn module(customs: &[&str]) -> Vec<u8> {
        let mut module = Module::new();
        let custom =
            |name: &str| CustomSection { name: name.to_owned().into(), data: (&[1, 2, 3][..]).into() };
        customs.iter().take(1).for_each(|name| {
            module.section(&custom(name));
        });
        let mut types = TypeSection::new();
        types.ty().function([], []);
        module.section(&types);
        let mut functions = FunctionSection::new();
        functions.function(0);
        module.section(&functions);
        customs.iter().skip(1).for_each(|name| {
            module.section(&custom(name));
        });
        let mut code = CodeSection::new();
        let mut body = Function::new([]);
        body.instructions().end();
        code.function(&body);
        module.section(&code);
        module.finish()
    }

    #[test]
    fn custom_sections_go_and_the_rest_stays() {
        let kept = without_custom_sections(&module(&["first", "name", "producers"])).unwrap();
        assert_eq!(kept, module(&[]));
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(without_custom_sections(b"\0asm\x01\0\0\0\x05\xff").is_err());
    }
}
