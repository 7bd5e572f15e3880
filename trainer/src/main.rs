//! The `trainer` command line.

use clap::{Parser, Subcommand};
use trainer::command::synth;

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
}

fn main() -> anyhow::Result<()> {
    match Cli::parse().command {
        Command::Synth(args) => synth::run(args),
    }
}
