//! `trainer hard`: keeps the problems that a drawing decides.

use std::collections::HashSet;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;
use vthinker_core::think::{Feedback, Preparation, Task};

use crate::backend::Backend;
use crate::conversations::Pace;
use crate::evaluation::contest::Rules;
use crate::flywheel::families::select;
use crate::flywheel::{Canvas, Problem, Writer, problem_of, read_dir};
use crate::hard::{Cell, Cells, Ledger, judge};
use crate::hub_folder;

/// Flags of `trainer hard`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Model folder.
    #[arg(long)]
    model: PathBuf,
    /// Reasoning problems to choose from.
    #[arg(long, required_unless_present = "count")]
    data: Option<PathBuf>,
    /// Makes this many reasoning problems to choose from, in place of --data.
    #[arg(long, conflicts_with = "data")]
    count: Option<u64>,
    /// Seed of made problems.
    #[arg(long, default_value_t = 3)]
    seed: u64,
    /// Size of made figures: `mini` or `full`.
    #[arg(long, default_value = "mini")]
    canvas: Canvas,
    /// Only these problem families, separated by commas.
    #[arg(long, value_delimiter = ',')]
    families: Vec<String>,
    /// Folder for the problems kept, which `trainer rl --data` reads. A stopped run goes on where it was.
    #[arg(long)]
    out: PathBuf,
    /// Where to compute.
    #[arg(long, value_enum, default_value_t)]
    backend: Backend,
    /// Threads that think.
    #[arg(long, default_value_t = 2)]
    workers: usize,
    /// Problems thought about together, on a GPU in one forward pass, on the CPU in one of each thread; 0 or 1 thinks about
    /// each by itself [64 on a GPU, 16 on the CPU].
    #[arg(long)]
    rollout_batch: Option<usize>,
    /// Tokens that may be written for a problem.
    #[arg(long, default_value_t = 256)]
    max_new_tokens: usize,
}

/// Runs the command and prints how many problems fell in each of the four cells.
///
/// # Errors
/// If the model or the problems cannot be read, OUT is of another run, or a file cannot be written.
pub fn run(args: Args) -> Result<()> {
    let problems = problems(&args)?;
    let loaded = hub_folder::read(&args.model, &args.backend.device()?)?;
    let ledger = Ledger::open(
        &args.out,
        &json!({
            "model": args.model.display().to_string(),
            "data": args.data.as_ref().map(|data| data.display().to_string()), "count": args.count, "seed": args.seed,
            "canvas": format!("{:?}", args.canvas), "families": args.families,
            "max_new_tokens": args.max_new_tokens,
        }),
    )?;
    let open: Vec<Problem> = problems.iter().filter(|p| ledger.known(&p.id).is_none()).cloned().collect();
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} problems, {eta} left, {msg}")?;
    let bar = ProgressBar::new(problems.len() as u64).with_style(style);
    bar.set_position((problems.len() - open.len()) as u64);
    bar.reset_eta();
    let pace = Pace::of(args.rollout_batch, args.backend, args.workers);
    let rules = Rules { max_new_tokens: args.max_new_tokens, feedback: Feedback::Images, pace };
    let hard = std::sync::atomic::AtomicUsize::new(0);
    let judged =
        judge(&loaded.model, &Preparation::from(&loaded), &open, rules, |problem, cell: Option<Cell>| {
            ledger.note(&problem.id, cell)?;
            let more = usize::from(cell.is_some_and(Cell::is_hard));
            let now = hard.fetch_add(more, std::sync::atomic::Ordering::Relaxed) + more;
            bar.set_message(format!("{now} of them hard"));
            bar.inc(1);
            Ok(())
        })?;
    bar.finish_and_clear();
    let mut fresh = judged.into_iter();
    let cells: Vec<Option<Cell>> =
        problems.iter().map(|p| ledger.known(&p.id).unwrap_or_else(|| fresh.next().flatten())).collect();
    let mut writer = Writer::create(&args.out)?;
    for (problem, cell) in problems.iter().zip(&cells) {
        if cell.is_some_and(Cell::is_hard) {
            writer.write(problem)?;
        }
    }
    writer.finish()?;
    print!("{}", cells.into_iter().collect::<Cells>());
    Ok(())
}

/// The reasoning problems to choose from.
fn problems(args: &Args) -> Result<Vec<Problem>> {
    let mut problems = match (&args.data, args.count) {
        (Some(data), _) => read_dir(data)?,
        (None, count) => {
            let families = select(args.canvas, &[Task::Reasoning], &args.families).context("--families")?;
            let count = count.unwrap_or_default();
            (0..count).map(|i| problem_of(&families, args.seed, i)).collect::<Result<_>>()?
        }
    };
    problems.retain(|p| {
        p.task == Task::Reasoning
            && p.answer.is_some()
            && (args.families.is_empty() || args.families.contains(&p.family))
    });
    ensure!(
        !problems.is_empty(),
        "{}: no reasoning problems with an answer{}",
        args.data.as_ref().map_or("--count".into(), |data| data.display().to_string()),
        if args.families.is_empty() { "" } else { " of these families" }
    );
    let mut ids = HashSet::new();
    for problem in &problems {
        ensure!(ids.insert(&problem.id), "two problems are called `{}`: ids must differ", problem.id);
    }
    Ok(problems)
}
