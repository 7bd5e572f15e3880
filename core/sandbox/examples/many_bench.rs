//! Keeps a thousand conversations alive at once and says what memory they take: `many_bench script.py`.
//!
//! Prints one JSON object a measurement. Linux tells the memory; elsewhere nothing is printed.

use vthinker_sandbox::{Limits, Sandbox};

const CONVERSATIONS: usize = 1000;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("usage: many_bench script.py")?;
    let source = std::fs::read_to_string(path)?;
    for side in [128, 256, 512] {
        let picture = image::RgbaImage::from_pixel(side, side, image::Rgba([255; 4]));
        let before = resident();
        let mut alive = Vec::new();
        for _ in 0..CONVERSATIONS {
            let mut sandbox = Sandbox::with_image(picture.clone(), "in.png", Limits::default());
            if let Some(error) = sandbox.run(&source).error {
                return Err(error.into());
            }
            alive.push(sandbox);
        }
        if let (Some(before), Some(after)) = (before, resident()) {
            let megabytes = after.saturating_sub(before) as f64 / 1e6;
            println!(
                r#"{{"what": "{CONVERSATIONS} sandboxes after the script, pictures of {side} x {side}", "value": {megabytes}, "unit": "MB"}}"#
            );
        }
    }
    Ok(())
}

/// Bytes of memory that this process holds.
fn resident() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/statm").ok()?;
    Some(status.split_whitespace().nth(1)?.parse::<usize>().ok()? * 4096)
}
