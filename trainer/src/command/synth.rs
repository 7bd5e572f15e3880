//! `trainer synth`: makes problems.

use std::collections::HashSet;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use indicatif::{ProgressBar, ProgressStyle};
use vthinker_core::think::Task;

use crate::flywheel::families::select;
use crate::flywheel::{Canvas, Family, Problem, Writer, problem_of, read_dir};

/// Flags of `trainer synth`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Problems to make.
    #[arg(long)]
    count: u64,
    /// Seed; the same seed makes the same bytes. Take different seeds for training and held-out problems.
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// Folder for `interaction.jsonl`, `perception.jsonl` and `images/`.
    #[arg(long)]
    out: PathBuf,
    /// Only these tasks, separated by commas: perception, instruction, reasoning.
    #[arg(long, value_delimiter = ',')]
    tasks: Vec<Task>,
    /// Size and looks of the figures where no families are named: `mini` or `full`.
    #[arg(long, default_value = "mini")]
    canvas: Canvas,
    /// Only these families, separated by commas.
    #[arg(long, value_delimiter = ',')]
    families: Vec<String>,
    /// Leaves out problems that this folder holds; may be given more than once.
    #[arg(long)]
    exclude: Vec<PathBuf>,
    /// Threads; the output does not depend on them.
    #[arg(long, default_value_t = 1)]
    jobs: usize,
}

/// Problems made before they are written.
const BLOCK: u64 = 256;

/// Runs the command.
///
/// # Errors
/// If a filter names nothing, a family breaks its rules, or a file cannot be written.
pub fn run(args: Args) -> Result<()> {
    let families = select(args.canvas, &args.tasks, &args.families).context("--tasks, --families")?;
    let mut seen = HashSet::new();
    for folder in &args.exclude {
        seen.extend(read_dir(folder)?.iter().map(Problem::content_hash));
    }
    let mut writer = Writer::create(&args.out)?;
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} problems, {per_sec}, {eta} left")?;
    let progress = ProgressBar::new(args.count).with_style(style);
    let (mut index, mut written, mut doubles) = (0, 0, 0u64);
    while written < args.count {
        let end = index + BLOCK.min(args.count - written);
        for problem in block(&families, args.seed, index..end, args.jobs.max(1))? {
            if seen.insert(problem.content_hash()) {
                writer.write(&problem)?;
                written += 1;
                progress.inc(1);
            } else {
                doubles += 1;
                ensure!(
                    doubles <= 100 + args.count,
                    "too few different problems: {doubles} of {end} were seen before; choose more families"
                );
            }
        }
        index = end;
    }
    writer.finish()?;
    progress.finish();
    eprintln!("{written} problems in {}, {doubles} left out as seen before", args.out.display());
    Ok(())
}

/// The problems of a range of indices, in order, made by several threads.
fn block(families: &[&Family], seed: u64, range: std::ops::Range<u64>, jobs: usize) -> Result<Vec<Problem>> {
    let indices: Vec<u64> = range.collect();
    let share = indices.len().div_ceil(jobs).max(1);
    std::thread::scope(|scope| {
        let threads: Vec<_> = indices
            .chunks(share)
            .map(|part| {
                scope.spawn(move || -> Result<Vec<Problem>> {
                    part.iter().map(|index| problem_of(families, seed, *index)).collect()
                })
            })
            .collect();
        let mut problems = Vec::with_capacity(indices.len());
        for thread in threads {
            match thread.join() {
                Ok(part) => problems.extend(part?),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        Ok(problems)
    })
}
