//! `trainer data evolve`: knowledge and tools that grow with the problems made from them.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Result;

use crate::flywheel::evolve::{Embedding, Growth, Hashed, Scripted, Settings, Source, evolve, plan};
use crate::flywheel::teacher::{
    Cache, Clock, Embedder, Endpoints, Estimate, FromKnowledge, FromTools, Models, SystemClock, Teacher,
};
use crate::flywheel::{Knowledge, Tools};

/// Prompts that an estimate is made from.
const EXAMPLES: usize = 50;

/// Flags of `trainer data evolve`.
#[derive(Debug, clap::Args)]
#[command(group(clap::ArgGroup::new("teacher").required(true).args(["endpoints", "scripted"])))]
pub struct Args {
    /// TOML with a table [creator] and, if they are others, [checker], [repairer], [expander], [embedder].
    #[arg(long)]
    endpoints: Option<PathBuf>,
    /// Lets a script propose instead of models: it shows the dynamics, and the record says that it is scripted.
    #[arg(long)]
    scripted: bool,
    /// Folder for the record `growth.json`, the problems and the state of every round.
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
    /// Seed of all combinations.
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// Rounds; more of them go on from those in the folder.
    #[arg(long, default_value_t = 5)]
    rounds: u32,
    /// Principles to start from, separated by commas; one evolution each.
    #[arg(long, value_delimiter = ',', default_value = "50,100,200")]
    seed_sizes: Vec<usize>,
    /// Problems of a round for each principle and each tool there is.
    #[arg(long, default_value_t = 0.5)]
    share: f64,
    /// Problems of a round at most.
    #[arg(long, default_value_t = 5000)]
    most: usize,
    /// Scores from here on pass, out of 10.
    #[arg(long, default_value_t = 7)]
    pass: u8,
    /// Repairs of one problem at most.
    #[arg(long, default_value_t = 2)]
    repairs: u32,
    /// Share of the kept problems that are made harder.
    #[arg(long, default_value_t = 0.2)]
    extend: f64,
    /// Average cosine distance up to which clusters mean the same, instead of the embedding's own.
    #[arg(long)]
    threshold: Option<f32>,
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
    let knowledge = args.knowledge.as_deref().map_or_else(Knowledge::embedded, Knowledge::read)?;
    let tools = args.tools.as_deref().map_or_else(Tools::embedded, Tools::read)?;
    let settings = Settings {
        seed: args.seed,
        rounds: args.rounds,
        seed_sizes: args.seed_sizes,
        share: args.share,
        most: args.most,
        pass: args.pass,
        repairs: args.repairs,
        extend: args.extend,
        threshold: args.threshold,
        jobs: args.jobs.max(1),
        ..Settings::default()
    };
    settings.check()?;
    let texts: Vec<String> = knowledge
        .principles()
        .map(|(_, node)| format!("{}: {}", node.name, node.sentence.as_deref().unwrap_or_default()))
        .collect();
    let hashed = Hashed::fit(texts.iter().map(String::as_str));
    let scripted = Scripted::new(args.seed);
    let (mut models, mut embedder) = (None, None);
    if let Some(path) = &args.endpoints {
        let endpoints = Endpoints::read(path)?;
        // How much knowledge grows is not known before: every round but the first counts as full.
        let first = plan(&knowledge, &tools, &settings, "estimate", 1).len() as u64;
        let later = u64::from(settings.rounds - 1) * settings.most as u64;
        let strands = settings.seed_sizes.len() as u64;
        estimate(&endpoints, (&knowledge, &tools), &settings, strands * (first + later));
        if args.dry_run {
            return Ok(());
        }
        let cache = Arc::new(Cache::open(&args.cache)?);
        let clock: Arc<dyn Clock> = Arc::new(SystemClock::default());
        models = Some(Models::new(&endpoints, &cache, &clock)?);
        embedder = endpoints.embedder.map(|endpoint| Embedder::new(endpoint, cache, clock)).transpose()?;
    } else if args.dry_run {
        return Ok(());
    }
    let teacher: &dyn Teacher = models.as_ref().map_or(&scripted, |models| models);
    let embedding: &dyn Embedding = embedder.as_ref().map_or(&hashed, |embedder| embedder);
    let record = evolve(teacher, embedding, (&knowledge, &tools), &settings, &args.out, &mut report)?;
    eprintln!("{} rounds by {} in {}", record.growth.len(), record.teacher, args.out.display());
    if let Some(models) = &models {
        eprintln!("{}", serde_json::to_string(&models.spent())?);
    }
    Ok(())
}

/// Says what a run may cost.
pub(super) fn estimate(
    endpoints: &Endpoints,
    (knowledge, tools): (&Knowledge, &Tools),
    settings: &Settings,
    problems: u64,
) {
    let few = Settings { share: 100.0, most: EXAMPLES, ..settings.clone() };
    let orders = plan(knowledge, tools, &few, "estimate", 1);
    let (mut create_from_knowledge, mut create_from_tools) = (Vec::new(), Vec::new());
    for order in &orders {
        let (level, form) = (order.level, order.form);
        match &order.source {
            Source::Knowledge(principles) => {
                create_from_knowledge.push(FromKnowledge { principles, tools, level, form });
            }
            Source::Tools(list) => create_from_tools.push(FromTools { tools: list, knowledge, level, form }),
        }
    }
    // A fifth of the problems repaired is a guess on the safe side.
    let estimate = Estimate::new(
        endpoints,
        (&create_from_knowledge, &create_from_tools),
        problems,
        (0.2, settings.extend),
    );
    eprintln!("at most {problems} problems; {estimate}");
}

/// Shows a round.
fn report(row: &Growth) {
    eprintln!(
        "seed {:>5} round {:>2}: {:>6} nodes ({} principles), {:>5} tools, {:>7} problems; {} asked, {} repaired, {} \
         made harder",
        row.seed_size,
        row.round,
        row.knowledge,
        row.principles,
        row.tools,
        row.problems,
        row.asked,
        row.repaired,
        row.extended
    );
    reasons(row);
}

/// Shows why proposals were rejected.
pub(super) fn reasons(row: &Growth) {
    for (reason, count) in &row.rejected {
        let example = row.examples.get(reason).map_or("", String::as_str);
        let example: String = example.chars().take(100).collect();
        eprintln!("    {count:>6} {reason} (such as: {example})");
    }
}
