//! Any text is a script: parser, compiler, evaluator and libraries must neither panic nor hang.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vthinker_sandbox::{Limits, Sandbox};

fuzz_target!(|text: &str| {
    let limits = Limits { fuel: 300_000, memory: 16 << 20, ..Limits::default() };
    let picture = image::DynamicImage::new_rgb8(24, 16);
    let mut sandbox = Sandbox::with_image(picture, "in.png", limits);
    let execution = sandbox.run(text);
    assert!(execution.fuel <= limits.fuel + limits.fuel / 2, "fuel was overdrawn");
    // The program may have taken `print` for itself: only that the sandbox goes on is asked.
    sandbox.run("print(len('ok'))");
});
