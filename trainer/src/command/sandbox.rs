//! `trainer sandbox`: runs a script in the drawing sandbox, without any model.

use std::path::PathBuf;

use anyhow::{Context, Result};
use vthinker_core::input::decode_image;
use vthinker_core::think::{IMAGE_PATH, pasted_source};
use vthinker_sandbox::{Limits, Sandbox};

/// Flags of `trainer sandbox`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Python file, or a chatbot's answer with fenced Python in it.
    script: PathBuf,
    /// Picture that `image_path` names in the script.
    #[arg(long)]
    image: Option<PathBuf>,
    /// Writes the last result picture.
    #[arg(long)]
    out: Option<PathBuf>,
    /// Writes the drawing operations as JSON.
    #[arg(long)]
    ops: Option<PathBuf>,
}

/// Runs the command: prints what the script prints.
///
/// # Errors
/// If a file cannot be read or written, or the script fails.
pub fn run(args: Args) -> Result<()> {
    let source = std::fs::read_to_string(&args.script)
        .with_context(|| format!("reading {}", args.script.display()))?;
    let mut sandbox = match &args.image {
        Some(path) => {
            let bytes = std::fs::read(path).with_context(|| format!("reading {}", path.display()))?;
            let image = decode_image(&bytes).with_context(|| format!("image {}", path.display()))?;
            let rgba = image::DynamicImage::ImageRgb8(image).into_rgba8();
            Sandbox::with_image(rgba, IMAGE_PATH, Limits::default())
        }
        None => Sandbox::new(Limits::default()),
    };
    let run = sandbox.run(&pasted_source(&source));
    print!("{}", run.stdout);
    for repair in &run.repairs {
        eprintln!("repaired line {}: {}", repair.line, repair.what);
    }
    if let Some(path) = &args.ops {
        std::fs::write(path, serde_json::to_vec_pretty(&run.ops)?)
            .with_context(|| format!("writing {}", path.display()))?;
    }
    if let Some(error) = run.error {
        anyhow::bail!("{}: {error}", args.script.display());
    }
    if let Some(path) = &args.out {
        let image = run.images.last().context("--out: the script saved no picture")?;
        image.image.save(path).with_context(|| format!("writing {}", path.display()))?;
    }
    Ok(())
}
