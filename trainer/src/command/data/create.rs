//! `trainer data create`: problems from models, or from the script that stands for them.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Result, ensure};

use crate::flywheel::evolve::{Scripted, Settings, make, plan};
use crate::flywheel::teacher::{Cache, Clock, Endpoints, Models, SystemClock, Teacher};
use crate::flywheel::{Knowledge, Tools, Writer};

use super::evolve::{estimate, reasons};

/// Flags of `trainer data create`.
#[derive(Debug, clap::Args)]
#[command(group(clap::ArgGroup::new("teacher").required(true).args(["endpoints", "scripted"])))]
pub struct Args {
    /// TOML with a table [creator] and, if they are others, [checker], [repairer], [expander].
    #[arg(long)]
    endpoints: Option<PathBuf>,
    /// Lets a script propose instead of models: nothing is asked or paid, and the problems are only examples.
    #[arg(long)]
    scripted: bool,
    /// Problems to ask for; some of them are rejected.
    #[arg(long)]
    count: usize,
    /// Seed of the combinations.
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// Folder for the problems.
    #[arg(long)]
    out: PathBuf,
    /// Folder of the models' answers; what lies there is not asked again.
    #[arg(long, default_value = "teacher-cache")]
    cache: PathBuf,
    /// A knowledge tree instead of the embedded one.
    #[arg(long)]
    knowledge: Option<PathBuf>,
    /// Visual tools instead of the embedded ones.
    #[arg(long)]
    tools: Option<PathBuf>,
    /// Scores from here on pass, out of 10.
    #[arg(long, default_value_t = 7)]
    pass: u8,
    /// Repairs of one problem at most.
    #[arg(long, default_value_t = 2)]
    repairs: u32,
    /// Share of the kept problems that are made harder.
    #[arg(long, default_value_t = 0.2)]
    extend: f64,
    /// Problems worked on at a time; the output does not depend on it.
    #[arg(long, default_value_t = 4)]
    jobs: usize,
    /// Only says what it may cost.
    #[arg(long)]
    dry_run: bool,
}

/// Runs the command.
///
/// # Errors
/// If a file cannot be read or written, or the models say that everything must stop.
pub fn run(args: Args) -> Result<()> {
    ensure!(args.count > 0, "--count must be at least 1");
    let knowledge = args.knowledge.as_deref().map_or_else(Knowledge::embedded, Knowledge::read)?;
    let tools = args.tools.as_deref().map_or_else(Tools::embedded, Tools::read)?;
    let settings = Settings {
        seed: args.seed,
        // As many as asked for, whatever the size of the tree.
        share: 100.0,
        most: args.count,
        pass: args.pass,
        repairs: args.repairs,
        extend: args.extend,
        jobs: args.jobs.max(1),
        ..Settings::default()
    };
    settings.check()?;
    let orders = plan(&knowledge, &tools, &settings, &format!("model-{}", args.seed), 1);
    let scripted = Scripted::new(args.seed);
    let models = match &args.endpoints {
        Some(path) => {
            let endpoints = Endpoints::read(path)?;
            estimate(&endpoints, (&knowledge, &tools), &settings, args.count as u64);
            if args.dry_run {
                return Ok(());
            }
            let (cache, clock) = (Arc::new(Cache::open(&args.cache)?), Arc::new(SystemClock::default()));
            Some(Models::new(&endpoints, &cache, &(clock as Arc<dyn Clock>))?)
        }
        None if args.dry_run => return Ok(()),
        None => None,
    };
    let teacher: &dyn Teacher = models.as_ref().map_or(&scripted, |models| models);
    let (problems, growth) = make(teacher, (&knowledge, &tools), &settings, &orders)?;
    eprintln!("{} asked, {} repaired, {} made harder", growth.asked, growth.repaired, growth.extended);
    reasons(&growth);
    let spent = models.as_ref().map(|models| serde_json::to_string(&models.spent())).transpose()?;
    if let Some(spent) = spent {
        eprintln!("{spent}");
    }
    ensure!(!problems.is_empty(), "no problem was kept: the reasons are above");
    let mut writer = Writer::create(&args.out)?;
    for problem in &problems {
        writer.write(problem)?;
    }
    writer.finish()?;
    eprintln!("{} problems by {} in {}", problems.len(), teacher.label(), args.out.display());
    Ok(())
}
