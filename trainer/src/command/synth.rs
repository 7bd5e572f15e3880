//! `trainer synth`: makes a data set by programs, alone or as one of many machines.

use std::num::NonZeroUsize;

use anyhow::{Context, Result};
use indicatif::{ProgressBar, ProgressStyle};
use vthinker_core::think::Task;

use crate::cancel;
use crate::flywheel::Canvas;
use crate::flywheel::dataset::{Balance, Control, Format, Holdout, Plan, Progress, Shard, make};
use crate::flywheel::families::select;

/// Flags of `trainer synth`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Problems for training.
    #[arg(long)]
    count: u64,
    /// Seed; the same flags make the same bytes. Take different seeds for training and held-out problems.
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// A folder, or a URL such as `file:///data/set` or `s3://bucket/set` (with the feature `cloud`).
    #[arg(long)]
    out: String,
    /// `jsonl` with pictures beside it, `jsonl-bytes` with pictures in it, or `parquet`.
    #[arg(long, default_value = "jsonl")]
    format: Format,
    /// Only these tasks, separated by commas: perception, instruction, reasoning.
    #[arg(long, value_delimiter = ',')]
    tasks: Vec<Task>,
    /// Size and looks of the figures where no families are named: `mini` or `full`.
    #[arg(long, default_value = "mini")]
    canvas: Canvas,
    /// Only these families, separated by commas; a name that none has brings the list of all.
    #[arg(long, value_delimiter = ',')]
    families: Vec<String>,
    /// How families share the problems: by their `weights`, or `equal`.
    #[arg(long, default_value = "weights")]
    balance: Balance,
    /// Share of the problems that are made of two or three others, beside each other or one after the other.
    #[arg(long, default_value_t = 0.0)]
    expand: f64,
    /// Families left out of training for the split `test_families`, separated by commas.
    #[arg(long, value_delimiter = ',', requires = "test_families_count")]
    test_families: Vec<String>,
    /// Problems of those families.
    #[arg(long, default_value_t = 0, requires = "test_families")]
    test_families_count: u64,
    /// Seed of the split `test`, which has the families of training.
    #[arg(long, requires = "test_count")]
    test_seed: Option<u64>,
    /// Problems of that seed.
    #[arg(long, default_value_t = 0, requires = "test_seed")]
    test_count: u64,
    /// Share of problems made beyond the wanted ones, to take the place of duplicates.
    #[arg(long, default_value_t = 0.02)]
    spare: f64,
    /// Bits of 512 in which pictures under the same question may differ and still count as the same.
    #[arg(long, default_value_t = 6)]
    threshold: u32,
    /// Also runs the programs of every problem again and looks at its pictures, in twice the time.
    #[arg(long)]
    thorough: bool,
    /// Leaves out problems of this data set; may be given more than once.
    #[arg(long)]
    exclude: Vec<String>,
    /// The share of this process, `i/n` with 0 <= i < n; the shard that ends last writes the files.
    #[arg(long, default_value = "0/1")]
    shard: Shard,
    /// Threads, by default one for every core; the bytes do not depend on them.
    #[arg(long)]
    jobs: Option<NonZeroUsize>,
}

/// Runs the command.
///
/// # Errors
/// If a flag makes no sense, the place holds another data set, or a file cannot be written.
pub fn run(args: Args) -> Result<()> {
    let families = select(args.canvas, &args.tasks, &args.families).context("--tasks, --families")?;
    let jobs = match args.jobs {
        Some(jobs) => jobs.get(),
        None => std::thread::available_parallelism().map_or(1, NonZeroUsize::get),
    };
    let plan = Plan {
        balance: args.balance,
        holdout: Holdout {
            families: args.test_families,
            family_count: args.test_families_count,
            seed: args.test_seed,
            seed_count: args.test_count,
        },
        expand: args.expand,
        spare: args.spare,
        threshold: args.threshold,
        thorough: args.thorough,
        exclude: args.exclude,
        format: args.format,
        shard: args.shard,
        jobs,
        ..Plan::new(families, args.seed, args.count, args.out)
    };
    let style = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len} problems, {per_sec}, {eta} left")?;
    let bar = ProgressBar::new(args.count).with_style(style);
    let mut progress = |progress: Progress| {
        bar.set_length(progress.total);
        bar.set_position(progress.done);
        match progress.rejected {
            0 => bar.set_message(progress.stage),
            rejected => bar.set_message(format!("{}, {rejected} rejected", progress.stage)),
        }
    };
    let summary = make(&plan, &mut Control { cancel: cancel::on_interrupt()?, progress: &mut progress })?;
    bar.finish_and_clear();
    eprint!("{summary}");
    Ok(())
}
