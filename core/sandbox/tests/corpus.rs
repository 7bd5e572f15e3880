//! Scripts that coverage-guided fuzzing found worth keeping, run again: they must neither panic nor hang.
//! `fuzz/README.md` says how the corpus is made.

use std::path::Path;

use vthinker_sandbox::{Limits, Sandbox};

/// As a browser gives.
const STACK: usize = 1 << 20;

#[test]
fn the_corpus_is_contained() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/script");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 100, "the corpus has {} files", files.len());
    for path in files {
        let source = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
        let run = move || {
            let limits = Limits { fuel: 300_000, memory: 16 << 20, ..Limits::default() };
            let picture = image::DynamicImage::new_rgb8(24, 16);
            let mut sandbox = Sandbox::with_image(picture, "in.png", limits);
            let execution = sandbox.run(&source);
            assert!(execution.fuel <= limits.fuel + limits.fuel / 2, "fuel was overdrawn");
            sandbox.run("print(len('ok'))");
        };
        let thread = std::thread::Builder::new().stack_size(STACK).spawn(run).unwrap();
        assert!(thread.join().is_ok(), "{}", path.display());
    }
}
