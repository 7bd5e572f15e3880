//! The repository's own commands: `cargo xtask serve`, `test`, `site`, `goldens`, `bench`.
//!
//! Each sets up what it needs, so that a newcomer types one line.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

mod bench;
mod browser;
mod command;
mod everywhere;
mod goldens;
mod python;
mod serve;
mod site;
mod test;
mod tools;
mod worker;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Set up, build, serve, test and measure V-Thinker in Rust.")]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the page and serve it on this machine.
    Serve {
        /// Port to listen on; the next free one is taken if it is in use, and 0 takes any.
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Serve what is already built.
        #[arg(long)]
        no_build: bool,
        /// Serve another folder than the built page.
        #[arg(long, requires = "no_build", value_name = "DIR")]
        dir: Option<PathBuf>,
    },
    /// Build the static site into dist/.
    Site,
    /// Build the engine's worker and its parts into web/built/, as trunk has it done for the site.
    Worker,
    /// Check formatting and lints, run every test, the browser's included.
    Test {
        /// Run only the steps whose name contains one of these words.
        #[arg(value_name = "STEP")]
        only: Vec<String>,
    },
    /// Make the golden files again with the pinned Python packages.
    Goldens,
    /// Measure the figures of BENCHMARKS.md and print them.
    Bench {
        /// Run only the measurements whose name contains one of these words.
        #[arg(value_name = "NAME")]
        only: Vec<String>,
    },
}

fn main() -> ExitCode {
    match run(Cli::parse().task) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<ExitCode> {
    match task {
        Task::Serve { port, no_build, dir } => {
            if !no_build {
                site::build()?;
            }
            serve::serve(&dir.unwrap_or_else(site::dist), port)?;
        }
        Task::Site => site::build()?,
        Task::Worker => worker::build()?,
        Task::Test { only } => return test::run(&only),
        Task::Goldens => goldens::make()?,
        Task::Bench { only } => bench::run(&only)?,
    }
    Ok(ExitCode::SUCCESS)
}
