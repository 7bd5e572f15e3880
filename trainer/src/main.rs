//! The `trainer` command line.

use clap::{Parser, Subcommand};
use trainer::command::{data, eval, infer, rl, sandbox, sft, synth};

/// Makes problems, trains, evaluates and runs a model that thinks with images.
#[derive(Debug, Parser)]
#[command(name = "trainer", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Makes problems with the flywheel: figures, questions, reasoning with code, answers, marks.
    Synth(synth::Args),
    /// Data sets of the flywheel: make, check, report, let models create and evolve.
    Data(data::Args),
    /// Supervised training, from scratch or from a model folder.
    Sft(sft::Args),
    /// GRPO with rollouts through the real sandbox.
    Rl(rl::Args),
    /// Scores a model on held-out problems, beside baselines.
    Eval(eval::Args),
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
        Command::Sft(args) => sft::run(args),
        Command::Rl(args) => rl::run(args),
        Command::Eval(args) => eval::run(args),
        Command::Infer(args) => infer::run(args),
        Command::Sandbox(args) => sandbox::run(args),
    }
}
