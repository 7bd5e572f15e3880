//! One shard: problems drawn, checked and kept in chunks.

use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Result, ensure};
use image::RgbImage;

use super::columns::Kind;
use super::key::Key;
use super::make::{Control, Progress};
use super::manifest::{Chunk, Contents, Journal, Made, Rejected, work};
use super::ordered::ordered;
use super::output::{SEED, fnv};
use super::parquet;
use super::plan::{Part, Plan};
use super::record::Record;
use super::store::Store;
use crate::create::{drawn, family_of};
use crate::draft::Canvas;
use crate::{Family, Problem, check, expand};

/// What became of an index.
enum Outcome {
    Made(Box<(Made, Kind, Record)>),
    Rejected(Rejected),
}

/// Makes what is missing of the plan's shard.
pub(super) fn make(plan: &Plan, parts: &[Part], store: &Store, control: &mut Control) -> Result<Journal> {
    let mut journal = Journal::read(plan, store, plan.shard)?;
    let chunks = Chunk::of(parts, plan.shard);
    let total = chunks.iter().map(|chunk| chunk.end - chunk.start).sum();
    let mut done = chunks.iter().take(journal.chunks as usize).map(|chunk| chunk.end - chunk.start).sum();
    let mut missing = &chunks[chunks.len().min(journal.chunks as usize)..];
    while let Some(first) = missing.first() {
        let (now, later) = missing.split_at(missing.iter().take_while(|c| c.part == first.part).count());
        missing = later;
        let part = &parts[first.part];
        let range = first.start..now.last().map_or(first.start, |chunk| chunk.end);
        let (mut contents, mut rows, mut waiting) = (Contents::default(), Rows::default(), now.iter());
        let mut chunk = waiting.next();
        let make = |index| outcome(plan, part, index);
        ordered(range, plan.jobs, make, |index, outcome: Result<Outcome>| {
            match outcome? {
                Outcome::Made(made) => {
                    let (made, kind, record) = *made;
                    contents.made.push(made);
                    rows.of(kind).push(record);
                    journal.made += 1;
                }
                Outcome::Rejected(rejected) => {
                    *journal.rejected.entry(rejected.reason.clone()).or_default() += 1;
                    contents.rejected.push(rejected);
                }
            }
            done += 1;
            if let Some(full) = chunk.filter(|chunk| chunk.end == index + 1) {
                let contents = std::mem::take(&mut contents);
                let hash = keep(full, parts, &work(store, plan.shard), &contents, &mut rows)?;
                journal.hash =
                    format!("{:016x}", fnv(fnv(SEED, journal.hash.as_bytes()), &hash.to_le_bytes()));
                journal.chunks += 1;
                journal.write(store, plan.shard)?;
                chunk = waiting.next();
            }
            let rejected = journal.rejected.values().sum();
            (control.progress)(Progress { stage: "making", done, total, rejected });
            stop(control.cancel)
        })?;
    }
    if !journal.complete {
        journal.complete = true;
        journal.write(store, plan.shard)?;
    }
    Ok(journal)
}

/// Whether the work is called off.
pub(super) fn stop(cancel: &AtomicBool) -> Result<()> {
    ensure!(!cancel.load(Ordering::Relaxed), "called off; the same command goes on where this one stopped");
    Ok(())
}

#[derive(Default)]
struct Rows([Vec<Record>; 2]);

impl Rows {
    fn of(&mut self, kind: Kind) -> &mut Vec<Record> {
        &mut self.0[usize::from(kind == Kind::Perception)]
    }
}

/// Writes a chunk, its list last, and returns a hash of its rows.
fn keep(chunk: &Chunk, parts: &[Part], work: &Store, contents: &Contents, rows: &mut Rows) -> Result<u64> {
    let mut hash = SEED;
    for kind in Kind::MADE {
        let rows = std::mem::take(rows.of(kind));
        if rows.is_empty() {
            continue;
        }
        let mut file = parquet::Writer::new(kind, Vec::new())?;
        rows.into_iter().try_for_each(|row| file.write(row))?;
        let bytes = file.finish()?;
        hash = fnv(hash, &bytes);
        work.put(&chunk.rows(parts, kind), bytes)?;
    }
    chunk.put_contents(parts, work, contents)?;
    Ok(hash)
}

/// Draws a problem and solves it again; what fails is rejected, not an error.
fn outcome(plan: &Plan, part: &Part, index: u64) -> Result<Outcome> {
    let (family, drawn) = match part.expansion(plan.expand, index) {
        Some((kind, depth)) => (kind.name(), expanded(part, index, kind, depth)),
        None => {
            let families = part.families_of(plan.balance, index);
            let family = family_of(&families, part.seed, index)?;
            (family.name, drawn(&families, part.seed, index, &mut |_| {}))
        }
    };
    let rejected = |reason: &str, error: anyhow::Error| {
        let text = format!("{error:#}");
        let family = family.to_owned();
        Ok(Outcome::Rejected(Rejected { index, family, reason: reason.to_owned(), text }))
    };
    let (problem, image) = match drawn {
        Ok(made) => made,
        Err(error) => return rejected("cannot be drawn", error),
    };
    if solves_itself(&part.families, &problem) {
        if let Err(error) = check::solution(&problem) {
            return rejected("not solved again", error.into());
        }
        if plan.thorough {
            let verdict = check::problem(&problem);
            if let (false, Some((reason, particulars))) = (verdict.passes(), verdict.reasons.first()) {
                return rejected(&reason.to_string(), anyhow::anyhow!("{}: {particulars}", problem.id));
            }
        }
    }
    let key = Key::with_pixels(&problem, &image);
    let made = Made::new(index, &problem, &key);
    let (kind, record) = Record::of(problem)?;
    Ok(Outcome::Made(Box::new((made, kind, record))))
}

/// A problem made of others.
fn expanded(part: &Part, index: u64, kind: expand::Kind, depth: u8) -> Result<(Problem, RgbImage)> {
    let problem = expand::problem(&part.families, part.seed, index, kind, depth)?;
    let image = problem.image()?;
    Ok((problem, image))
}

/// The mini's families do not.
fn solves_itself(families: &[&Family], problem: &Problem) -> bool {
    !families.iter().any(|family| family.name == problem.family && family.canvas == Canvas::Mini)
}
