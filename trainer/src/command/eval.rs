//! `trainer eval`: held-out problems of all tasks, beside baselines.

use std::path::PathBuf;
use std::sync::Mutex;

use anyhow::{Context, Result};
use indicatif::ProgressBar;
use vthinker_core::checkpoint::Loaded;
use vthinker_core::model::Qwen25Vl;
use vthinker_core::think::{LocalPolicy, Preparation, Sampling, Task};
use vthinker_core::trace::Trace;

use crate::backend::Backend;
use crate::evaluation::baseline::ConstantGuess;
use crate::evaluation::report::{Column, table};
use crate::evaluation::score::{Score, score};
use crate::flywheel::families::select;
use crate::flywheel::{Canvas, Family, Problem, problem_of};
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
    /// Threads, each thinking about a problem of its own.
    #[arg(long, default_value_t = 2)]
    workers: usize,
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
    let mut columns = vec![contest(&name, &loaded, &problems, &args, args.traces.as_ref())?];
    if !args.no_baselines {
        device.seed(0);
        let untrained = Loaded { model: Qwen25Vl::new(&loaded.config, &device), ..loaded.clone() };
        columns.push(contest("untrained", &untrained, &problems, &args, None)?);
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

/// The first `count` problems of each task that the families have, from a seed.
///
/// # Errors
/// If a family breaks its own rules.
pub fn held_out(families: &[&Family], seed: u64, count: usize) -> Result<Vec<Problem>> {
    let mut problems: Vec<Problem> = vec![];
    let has = |task: &Task| families.iter().any(|family| family.task == *task);
    let mut missing: Vec<(Task, usize)> = Task::ALL.into_iter().filter(has).map(|t| (t, count)).collect();
    let mut index = 0;
    while missing.iter().any(|(_, n)| *n > 0) {
        let next = problem_of(families, seed, index)?;
        index += 1;
        for (task, n) in &mut missing {
            if *task == next.task && *n > 0 {
                *n -= 1;
                problems.push(next.clone());
            }
        }
    }
    Ok(problems)
}

fn contest(
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
    let scores: Mutex<Vec<(usize, Score)>> = Mutex::new(vec![]);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..args.workers.max(1))
            .map(|worker| {
                let (scores, bar, with) = (&scores, &bar, &with);
                scope.spawn(move || -> Result<()> {
                    let mut policy = LocalPolicy::new(loaded, with, Sampling::greedy(), 0);
                    for (i, problem) in problems.iter().enumerate().skip(worker).step_by(args.workers.max(1))
                    {
                        let (result, _, events) = score(&mut policy, problem, args.max_new_tokens)?;
                        if let Some(folder) = traces {
                            let trace = Trace { events, ..Trace::new(name, args.backend.name()) };
                            let path = folder.join(format!("{}.jsonl", problem.id));
                            std::fs::write(&path, trace.to_json_lines())
                                .with_context(|| format!("writing {}", path.display()))?;
                        }
                        scores.lock().expect("no worker panics while holding it").push((i, result));
                        bar.inc(1);
                    }
                    Ok(())
                })
            })
            .collect();
        workers
            .into_iter()
            .try_for_each(|w| w.join().map_err(|_| anyhow::anyhow!("an evaluation worker panicked"))?)
    })?;
    bar.finish_and_clear();
    let mut scores = scores.into_inner().expect("all workers are done");
    scores.sort_by_key(|(i, _)| *i);
    let scores: Vec<Score> = scores.into_iter().map(|(_, s)| s).collect();
    Ok(Column::new(name, &scores))
}
