//! `trainer data check`: solves and measures the problems of a data set again.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Result, bail};
use indicatif::{ProgressBar, ProgressStyle};

use crate::flywheel::{check, read_dir};

/// Flags of `trainer data check`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folder with `interaction.jsonl` and `perception.jsonl`.
    data: PathBuf,
    /// Rejected problems that are told one by one.
    #[arg(long, default_value_t = 10)]
    show: usize,
}

/// Runs the command.
///
/// # Errors
/// If the data cannot be read, or a problem is rejected.
pub fn run(args: Args) -> Result<()> {
    let problems = read_dir(&args.data)?;
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} problems, {per_sec}, {eta} left")?;
    let progress = ProgressBar::new(problems.len() as u64).with_style(style);
    let mut reasons: BTreeMap<String, u64> = BTreeMap::new();
    let mut rejected = 0;
    for problem in &problems {
        let verdict = check::problem(problem);
        progress.inc(1);
        if verdict.passes() {
            continue;
        }
        rejected += 1;
        if rejected <= args.show {
            let all: Vec<String> =
                verdict.reasons.iter().map(|(reason, what)| format!("{reason}: {what}")).collect();
            progress.suspend(|| println!("{}: {}", problem.id, all.join("; ")));
        }
        // A problem is counted once, under its first reason.
        if let Some((reason, _)) = verdict.reasons.first() {
            *reasons.entry(reason.to_string()).or_default() += 1;
        }
    }
    progress.finish_and_clear();
    for (reason, count) in &reasons {
        println!("{count:8} {reason}");
    }
    println!("{} problems checked, {rejected} rejected", problems.len());
    if rejected > 0 {
        bail!("{rejected} of {} problems did not pass the check", problems.len());
    }
    Ok(())
}
