//! `trainer report`: one page about one or several training runs.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use vthinker_runs::report::Report;

/// Flags of `trainer report`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folders of the runs, as given to `--out` in training; several are compared.
    #[arg(required = true, value_name = "RUN")]
    runs: Vec<PathBuf>,
    /// The page to write.
    #[arg(long, default_value = "report.html")]
    out: PathBuf,
    /// Prompts of each run whose rollouts are shown side by side, taken evenly from its steps.
    #[arg(long, default_value_t = 24)]
    prompts: usize,
    /// Heading of the page.
    #[arg(long, default_value = "Training report")]
    title: String,
}

/// Runs the command.
///
/// # Errors
/// If a folder holds no run, a file of it is damaged, or the page cannot be written.
pub fn run(args: Args) -> Result<()> {
    let page = Report { title: args.title, runs: args.runs, prompts: args.prompts }.html()?;
    fs::write(&args.out, &page).with_context(|| format!("writing {}", args.out.display()))?;
    println!("{} ({:.1} MB)", args.out.display(), page.len() as f64 / 1e6);
    Ok(())
}
