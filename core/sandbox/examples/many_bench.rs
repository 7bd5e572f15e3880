//! Keeps a thousand conversations alive at once and says what memory they take: `many_bench script.py SIDE`.
//!
//! Each has a picture of its own, which looks like a photograph: no two neighbours have the same colour. Prints one
//! JSON object a measurement. Linux tells the memory; elsewhere nothing is printed.

use std::time::{Duration, Instant};

use image::{Rgb, RgbImage};
use vthinker_sandbox::{Limits, Sandbox};

const CONVERSATIONS: u32 = 1000;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut words = std::env::args().skip(1);
    let (Some(path), Some(side)) = (words.next(), words.next()) else {
        return Err("usage: many_bench script.py SIDE".into());
    };
    let (source, side) = (std::fs::read_to_string(path)?, side.parse()?);
    let before = resident();
    let mut alive = Vec::new();
    let mut resting = Duration::ZERO;
    for seed in 0..CONVERSATIONS {
        let mut sandbox = Sandbox::with_image(picture(side, seed), "in.png", Limits::default());
        if let Some(error) = sandbox.run(&source).error {
            return Err(error.into());
        }
        let start = Instant::now();
        sandbox.rest();
        resting += start.elapsed();
        alive.push(sandbox);
    }
    let what = format!("pictures of {side} x {side}");
    if let (Some(before), Some(after)) = (before, resident()) {
        let megabytes = after.saturating_sub(before) as f64 / 1e6;
        println!(
            r#"{{"what": "{CONVERSATIONS} sandboxes at rest after the script, {what}", "value": {megabytes}, "unit": "MB"}}"#
        );
    }
    let milliseconds = resting.as_secs_f64() * 1e3 / f64::from(CONVERSATIONS);
    println!(r#"{{"what": "putting one to rest, {what}", "value": {milliseconds}, "unit": "ms"}}"#);
    Ok(())
}

fn picture(side: u32, seed: u32) -> RgbImage {
    let mut state = seed.wrapping_mul(2_654_435_761).max(1);
    RgbImage::from_fn(side, side, |_, _| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        let [r, g, b, _] = state.to_le_bytes();
        Rgb([r, g, b])
    })
}

/// Bytes of memory that this process holds.
fn resident() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/statm").ok()?;
    Some(status.split_whitespace().nth(1)?.parse::<usize>().ok()? * 4096)
}
