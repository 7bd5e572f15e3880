//! `trainer data`: the flywheel's data sets.

pub mod check;
pub mod create;
pub mod evolve;
pub mod report;

use anyhow::Result;

/// Flags of `trainer data`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Checks a data set again and counts what is wrong.
    Check(check::Args),
    /// Writes one self-contained HTML page about a data set.
    Report(report::Args),
    /// Lets models create problems from knowledge or tools.
    Create(create::Args),
    /// Lets knowledge, tools and problems grow together over several rounds.
    Evolve(evolve::Args),
}

/// Runs the command.
///
/// # Errors
/// Whatever the subcommand reports.
pub fn run(args: Args) -> Result<()> {
    match args.command {
        Command::Check(args) => check::run(args),
        Command::Report(args) => report::run(args),
        Command::Create(args) => create::run(args),
        Command::Evolve(args) => evolve::run(args),
    }
}
