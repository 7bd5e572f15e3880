//! `trainer data report`: one page that shows a data set.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use crate::flywheel::dataset::read;
use crate::flywheel::evolve::Record;
use crate::flywheel::knowledge::Knowledge;
use crate::flywheel::report::Report;
use crate::flywheel::{Problem, check};

/// Flags of `trainer data report`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A data set: a folder or another place that `trainer synth` wrote, or published files of the same fields.
    data: String,
    /// The page.
    #[arg(long)]
    out: PathBuf,
    /// Heading of the page.
    #[arg(long, default_value = "Problems of the data flywheel")]
    title: String,
    /// Problems that are counted and chosen from at most; their pictures are held in memory.
    #[arg(long, default_value_t = 20_000)]
    limit: usize,
    /// Problems shown with pictures.
    #[arg(long, default_value_t = 200)]
    samples: usize,
    /// Record of `trainer data evolve`, for the growth curves and the grown tree.
    #[arg(long)]
    growth: Option<PathBuf>,
    /// Knowledge tree in the form of the embedded one.
    #[arg(long)]
    knowledge: Option<PathBuf>,
    /// Checks every problem again and shows what is rejected.
    #[arg(long)]
    check: bool,
}

/// Runs the command.
///
/// # Errors
/// If a file cannot be read or written.
pub fn run(args: Args) -> Result<()> {
    let mut problems: Vec<Problem> = read(&args.data)?.take(args.limit).collect::<Result<_>>()?;
    ensure!(!problems.is_empty(), "{} holds no problems", args.data);
    let mut rejected: BTreeMap<String, u64> = BTreeMap::new();
    if args.check {
        problems.retain(|problem| {
            let verdict = check::problem(problem);
            if let (false, Some((reason, _))) = (verdict.passes(), verdict.reasons.first()) {
                *rejected.entry(reason.to_string()).or_default() += 1;
            }
            verdict.passes()
        });
    }
    let growth: Option<Record> = match &args.growth {
        Some(path) => {
            let text =
                std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
            Some(
                serde_json::from_str(&text)
                    .with_context(|| format!("{} is no record of `trainer data evolve`", path.display()))?,
            )
        }
        None => None,
    };
    let knowledge = match &args.knowledge {
        Some(path) => Knowledge::read(path)?,
        None => Knowledge::embedded()?,
    };
    let page = Report {
        title: args.title,
        problems: &problems,
        samples: args.samples,
        rejected,
        growth: growth.as_ref(),
        knowledge: &knowledge,
    }
    .html()?;
    std::fs::write(&args.out, page).with_context(|| format!("writing {}", args.out.display()))?;
    println!("{}", args.out.display());
    Ok(())
}
