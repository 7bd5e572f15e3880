//! Times a script from its text to its image, as the thinking loop runs it: `script_bench script.py`.
//!
//! Prints one JSON object a measurement, like its peer `tests/bench/script_peer.py`.

use std::time::{Duration, Instant};

use vthinker_sandbox::{Limits, Sandbox};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("usage: script_bench script.py")?;
    let source = std::fs::read_to_string(path)?;
    let white = image::RgbaImage::from_pixel(512, 512, image::Rgba([255; 4]));
    let mut times = Vec::new();
    for _ in 0..520 {
        let picture = white.clone();
        let start = Instant::now();
        let run = Sandbox::with_image(picture, "in.png", Limits::default()).run(&source);
        times.push(start.elapsed());
        if let Some(error) = run.error {
            return Err(error.into());
        }
        assert_eq!(run.images.len(), 1, "the script saves one picture");
    }
    // The first runs fill caches.
    let median = median(&mut times[20..]);
    let milliseconds = median.as_secs_f64() * 1000.0;
    println!(r#"{{"what": "20-line script, this sandbox", "value": {milliseconds}, "unit": "ms"}}"#);
    Ok(())
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
