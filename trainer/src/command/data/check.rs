//! `trainer data check`: solves and measures the problems of a data set again.

use std::collections::BTreeMap;

use anyhow::{Result, bail, ensure};
use indicatif::{ProgressBar, ProgressStyle};

use crate::flywheel::check;
use crate::flywheel::dataset::read;

/// Flags of `trainer data check`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A data set: a folder or another place that `trainer synth` wrote, or published files of the same fields.
    data: String,
    /// Rejected problems that are told one by one.
    #[arg(long, default_value_t = 10)]
    show: usize,
}

/// Runs the command.
///
/// # Errors
/// If the data cannot be read, or a problem is rejected.
pub fn run(args: Args) -> Result<()> {
    let style = ProgressStyle::with_template("{spinner} {pos} problems, {per_sec}")?;
    let progress = ProgressBar::no_length().with_style(style);
    let mut reasons: BTreeMap<String, u64> = BTreeMap::new();
    let (mut checked, mut rejected) = (0, 0);
    for problem in read(&args.data)? {
        let problem = problem?;
        let verdict = check::problem(&problem);
        progress.inc(1);
        checked += 1;
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
    ensure!(checked > 0, "{} holds no problems", args.data);
    println!("{checked} problems checked, {rejected} rejected");
    if rejected > 0 {
        bail!("{rejected} of {checked} problems did not pass the check");
    }
    Ok(())
}
