//! Looks at problems as families make them with the whole checker, and prints what share it rejects and why, one JSON
//! object a line: `cargo run --release -p vthinker-flywheel --example good_problems -- [COUNT] [SEED]`.
//!
//! Every family of full size has the same number of problems, to within one. The checker solves each anew from its
//! figure by other means than its family, and runs both programs again.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use vthinker_flywheel::families::select;
use vthinker_flywheel::{Canvas, Family, check, problem_of};

/// A problem's index with the first reason against it, if there is one, and its particulars.
type Looked = (u64, Option<(String, String)>);

fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    let mut number = |what: &'static str, default: u64| -> Result<u64> {
        args.next().map_or(Ok(default), |text| text.parse()).context(what)
    };
    let (count, seed) = (number("number of problems", 2000)?, number("seed", 77)?);
    let families = select(Canvas::Full, &[], &[])?;
    let threads = std::thread::available_parallelism().map_or(1, usize::from) as u64;
    let mut all: Vec<Looked> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|worker| {
                let families = &families;
                scope.spawn(move || -> Vec<Looked> {
                    let mine = (worker..count).step_by(threads as usize);
                    mine.map(|index| (index, look(families, seed, index))).collect()
                })
            })
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap_or_default()).collect()
    });
    all.sort_by_key(|(index, _)| *index);
    anyhow::ensure!(all.len() as u64 == count, "a worker failed");
    let mut reasons: BTreeMap<&str, u64> = BTreeMap::new();
    for (reason, particulars) in all.iter().filter_map(|(_, rejected)| rejected.as_ref()) {
        *reasons.entry(reason).or_default() += 1;
        eprintln!("{reason}: {particulars}");
    }
    let rejected: u64 = reasons.values().sum();
    say("problems looked at", count, "");
    say("families", families.len(), "");
    say("rejected", rejected, "");
    say("share rejected", 100.0 * rejected as f64 / count.max(1) as f64, "%");
    reasons.iter().for_each(|(reason, count)| say(&format!("rejected: {reason}"), *count, ""));
    Ok(())
}

fn say(what: &str, value: impl Into<Value>, unit: &str) {
    println!("{}", json!({"what": what, "value": value.into(), "unit": unit}));
}

/// The first reason against a problem.
fn look(families: &[&Family], seed: u64, index: u64) -> Option<(String, String)> {
    let family = families[(index % families.len() as u64) as usize];
    match problem_of(&[family], seed, index) {
        Err(error) => Some(("cannot be drawn".to_owned(), format!("{error:#}"))),
        Ok(problem) => {
            let verdict = check::problem(&problem);
            let (reason, particulars) = verdict.reasons.first().filter(|_| !verdict.passes())?;
            Some((reason.to_string(), format!("{}: {particulars}", problem.id)))
        }
    }
}
