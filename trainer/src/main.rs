//! The `trainer` command line.

use clap::{Parser, Subcommand};
use trainer::command::{bench, data, eval, hard, infer, report, rl, sandbox, supervised, synth};
use trainer::recipe::Stage;

/// Makes problems, trains, evaluates and runs a model that thinks with images.
#[derive(Debug, Parser)]
#[command(name = "trainer", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Makes problems by programs: figures, questions, reasoning with code, answers, marks; in shards and splits.
    Synth(synth::Args),
    /// Data sets of the flywheel: check, report, let models create and evolve.
    Data(data::Args),
    /// Perception alignment: supervised training on marking tasks, the first stage.
    Perception(supervised::Args),
    /// Supervised training on all tasks, the second stage; from scratch or from a model folder.
    Sft(supervised::Args),
    /// Keeps the reasoning problems that a drawing decides: wrong without it, right with it.
    Hard(hard::Args),
    /// GRPO with rollouts through the real sandbox.
    Rl(Box<rl::Args>),
    /// Makes one page about one or several training runs: curves, evaluations, rollouts, settings.
    Report(report::Args),
    /// Scores a model on held-out problems, beside baselines.
    Eval(eval::Args),
    /// Times a training step of a model's shape on this machine.
    Bench(bench::Args),
    /// Asks a model one question about one picture.
    Infer(infer::Args),
    /// Runs a Python script in the drawing sandbox.
    Sandbox(sandbox::Args),
}

fn main() -> std::process::ExitCode {
    match run() {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            // The chain of causes, without the backtrace that an environment variable would add.
            eprintln!("error: {error:#}");
            std::process::ExitCode::FAILURE
        }
    }
}

fn run() -> anyhow::Result<()> {
    match Cli::parse().command {
        Command::Synth(args) => synth::run(args),
        Command::Data(args) => data::run(args),
        Command::Perception(args) => supervised::run(args, Stage::Perception),
        Command::Sft(args) => supervised::run(args, Stage::Sft),
        Command::Hard(args) => hard::run(args),
        Command::Rl(args) => rl::run(*args),
        Command::Report(args) => report::run(args),
        Command::Eval(args) => eval::run(args),
        Command::Bench(args) => bench::run(args),
        Command::Infer(args) => infer::run(args),
        Command::Sandbox(args) => sandbox::run(args),
    }
}
