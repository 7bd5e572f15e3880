//! `trainer eval`: held-out problems of all tasks, beside baselines.

use std::path::PathBuf;

use anyhow::{Context, Result};
use indicatif::ProgressBar;
use vthinker_core::checkpoint::Loaded;
use vthinker_core::model::Qwen25Vl;
use vthinker_core::think::{Feedback, Preparation};
use vthinker_core::trace::Trace;

use crate::backend::Backend;
use crate::conversations::Pace;
use crate::evaluation::baseline::ConstantGuess;
use crate::evaluation::contest::{Rules, contest, held_out};
use crate::evaluation::report::{Column, table};
use crate::flywheel::families::select;
use crate::flywheel::{Canvas, Problem, problem_of};
use crate::hub_folder;

/// Flags of `trainer eval`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Model folder.
    #[arg(long)]
    model: PathBuf,
    /// Problems of each task.
    #[arg(long, default_value_t = 200)]
    count: usize,
    /// Seed of the held-out problems; choose one that no training used.
    #[arg(long, default_value_t = 1_000_003)]
    seed: u64,
    /// Seed of the problems on which the constant guess is fitted.
    #[arg(long, default_value_t = 1)]
    train_seed: u64,
    /// Only these problem families, separated by commas.
    #[arg(long, value_delimiter = ',')]
    families: Vec<String>,
    /// Leaves out the untrained model and the constant guess.
    #[arg(long)]
    no_baselines: bool,
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
    /// Feeds back only what the code printed, not the picture it drew.
    #[arg(long)]
    blind: bool,
    /// Tokens that may be written for a problem.
    #[arg(long, default_value_t = 256)]
    max_new_tokens: usize,
    /// Writes the scores as JSON.
    #[arg(long)]
    json: Option<PathBuf>,
    /// Writes every conversation of the model as a trace into this folder.
    #[arg(long)]
    traces: Option<PathBuf>,
}

/// Problems on which the constant guess is fitted.
const FIT_PROBLEMS: u64 = 1500;

/// Runs the command and prints the table.
///
/// # Errors
/// If the model cannot be read or a file not written.
pub fn run(args: Args) -> Result<()> {
    let device = args.backend.device()?;
    let loaded = hub_folder::read(&args.model, &device)?;
    let families = select(Canvas::Mini, &[], &args.families).context("--families")?;
    let problems = held_out(&families, args.seed, args.count)?;
    let name = args.model.file_name().map_or("model".into(), |n| n.to_string_lossy().into_owned());
    let mut columns = vec![column(&name, &loaded, &problems, &args, args.traces.as_ref())?];
    if !args.no_baselines {
        device.seed(0);
        let untrained = Loaded { model: Qwen25Vl::new(&loaded.config, &device), ..loaded.clone() };
        columns.push(column("untrained", &untrained, &problems, &args, None)?);
        let train: Vec<Problem> =
            (0..FIT_PROBLEMS).map(|i| problem_of(&families, args.train_seed, i)).collect::<Result<_>>()?;
        let guess = ConstantGuess::fit(&train);
        let results: Vec<_> = problems.iter().map(|p| (p.task, p.family.clone(), guess.solves(p))).collect();
        columns.push(Column::solved("constant guess", &results));
    }
    println!("{}", table(&columns));
    if let Some(path) = &args.json {
        std::fs::write(path, serde_json::to_vec_pretty(&columns)?)
            .with_context(|| format!("writing {}", path.display()))?;
    }
    Ok(())
}

fn column(
    name: &str,
    loaded: &Loaded,
    problems: &[Problem],
    args: &Args,
    traces: Option<&PathBuf>,
) -> Result<Column> {
    if let Some(folder) = traces {
        std::fs::create_dir_all(folder).with_context(|| format!("creating {}", folder.display()))?;
    }
    let with = Preparation::from(loaded);
    let bar = ProgressBar::new(problems.len() as u64).with_message(name.to_owned()).with_style(
        indicatif::ProgressStyle::with_template("{bar:30} {pos}/{len} problems, {eta} left, {msg}")?,
    );
    let feedback = if args.blind { Feedback::Text } else { Feedback::Images };
    let pace = Pace::of(args.rollout_batch, args.backend, args.workers);
    let rules = Rules { max_new_tokens: args.max_new_tokens, feedback, pace };
    let scores = contest(&loaded.model, &with, problems, rules, |problem, events| {
        if let Some(folder) = traces {
            let trace = Trace { events, ..Trace::new(name, args.backend.name()) };
            let path = folder.join(format!("{}.jsonl", problem.id));
            std::fs::write(&path, trace.to_json_lines())
                .with_context(|| format!("writing {}", path.display()))?;
        }
        bar.inc(1);
        Ok(())
    })?;
    bar.finish_and_clear();
    Ok(Column::new(name, &scores))
}
