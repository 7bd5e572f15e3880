//! From the chunks of all shards to the files: what is there twice goes, in the order of indices, tests first.

use std::collections::BTreeMap;

use anyhow::{Result, bail};

use super::columns::Kind;
use super::key::Key;
use super::leakage::{Duplicate, Leakage};
use super::make::{Control, Progress};
use super::manifest::{Chunk, Contents, Journal, Made, work, works};
use super::output::{Output, Writer};
use super::plan::{Part, Plan, Shard};
use super::read::{self, Records};
use super::shard::stop;
use super::store::Store;
use super::summary::{Count, Summary};

/// The set of excluded problems; parts have their own numbers.
const EXCLUDED: u16 = u16::MAX;

/// Writes the files if all shards are complete.
pub(super) fn seal(plan: &Plan, parts: &[Part], store: &Store, control: &mut Control) -> Result<Summary> {
    let mut summary = Summary { plan: plan.fingerprint()?, ..Summary::default() };
    for shard in plan.shard.all() {
        if !Journal::read(plan, store, shard)?.complete {
            summary.waiting.push(shard.index);
        }
    }
    if !summary.waiting.is_empty() {
        // Another shard may have sealed the set while this one looked.
        return Ok(Summary::find(store)?.filter(|found| found.plan == summary.plan).unwrap_or(summary));
    }
    let kept = choose(plan, parts, store, &mut summary)?;
    let total = summary.splits.values().map(|count| count.problems).sum();
    let mut done = 0;
    for (number, part) in parts.iter().enumerate() {
        for shard in plan.shard.all() {
            for kind in Kind::MADE {
                if !kept[number].kinds[usize::from(kind == Kind::Perception)] {
                    continue;
                }
                let mut tick = |rows| {
                    done += rows;
                    (control.progress)(Progress { stage: "writing", done, total, rejected: 0 });
                    stop(control.cancel)
                };
                let output = file(plan, parts, store, (number, shard, kind), &kept[number], &mut tick)?;
                summary.files.push(output);
            }
        }
        debug_assert!(summary.splits.contains_key(part.split));
    }
    summary.write(store)?;
    works(store).clear()?;
    Ok(summary)
}

/// Which problems of a part stay.
#[derive(Default)]
struct Kept {
    /// By index.
    indices: Vec<bool>,
    /// Whether there are rows of interaction, of perception.
    kinds: [bool; 2],
}

fn choose(plan: &Plan, parts: &[Part], store: &Store, summary: &mut Summary) -> Result<Vec<Kept>> {
    let mut known = Leakage::new(plan.threshold);
    for location in &plan.exclude {
        for problem in read::read(location)? {
            // What is excluded twice is excluded.
            let _ = known.admit(&Key::of(&problem?)?, EXCLUDED);
        }
    }
    let mut all = Vec::new();
    for (number, part) in parts.iter().enumerate() {
        let mut kept = Kept { indices: vec![false; part.tries as usize], kinds: [false; 2] };
        let mut count = Count { wanted: part.count, ..Count::default() };
        for shard in plan.shard.all() {
            let work = work(store, shard);
            for chunk in Chunk::of(parts, shard).iter().filter(|chunk| chunk.part == number) {
                let contents = chunk.contents(parts, &work)?;
                for made in &contents.made {
                    admit(made, number as u16, &mut known, &mut kept, &mut count)?;
                }
                reject(contents, summary);
            }
        }
        summary.splits.insert(part.split.to_owned(), count);
        all.push(kept);
    }
    Ok(all)
}

fn admit(made: &Made, set: u16, known: &mut Leakage, kept: &mut Kept, count: &mut Count) -> Result<()> {
    if count.problems == count.wanted {
        count.unused += 1;
        return Ok(());
    }
    match known.admit(&made.key()?, set) {
        Err(duplicate) => {
            match duplicate {
                Duplicate::Same { .. } => count.same += 1,
                Duplicate::Near { .. } => count.near += 1,
            }
            count.leaks += u64::from(duplicate.set() != set);
        }
        Ok(()) => {
            let Some(place) = kept.indices.get_mut(made.index as usize) else {
                bail!("a chunk holds index {}, which its part lacks", made.index)
            };
            *place = true;
            kept.kinds[usize::from(made.perception)] = true;
            count.problems += 1;
            *count.families.entry(made.family.clone()).or_default() += 1;
            *count.tasks.entry(format!("{:?}", made.task).to_lowercase()).or_default() += 1;
            *count.levels.entry(made.level).or_default() += 1;
        }
    }
    Ok(())
}

fn reject(contents: Contents, summary: &mut Summary) {
    for rejected in contents.rejected {
        let families: &mut BTreeMap<String, u64> =
            summary.rejected.entry(rejected.reason.clone()).or_default();
        *families.entry(rejected.family).or_default() += 1;
        summary.examples.entry(rejected.reason).or_insert(rejected.text);
    }
}

/// Writes one file, unless an earlier run has.
fn file(
    plan: &Plan,
    parts: &[Part],
    store: &Store,
    (part, shard, kind): (usize, Shard, Kind),
    kept: &Kept,
    tick: &mut dyn FnMut(u64) -> Result<()>,
) -> Result<Output> {
    let work = work(store, shard);
    let stem = format!("{}-{}", parts[part].split, shard.stem());
    let mark = format!("{stem}-{}.done.json", kind.name());
    if let Some(bytes) = work.find(&mark)? {
        let output: Output = serde_json::from_slice(&bytes)?;
        tick(output.rows)?;
        return Ok(output);
    }
    let mut writer = Writer::create(store, kind, &stem, plan.format)?;
    for chunk in Chunk::of(parts, shard).iter().filter(|chunk| chunk.part == part) {
        let contents = chunk.contents(parts, &work)?;
        let made: Vec<&Made> = contents.made.iter().filter(|made| made.kind() == kind).collect();
        if made.is_empty() {
            continue;
        }
        let rows = Records::of(&work, [chunk.rows(parts, kind)]);
        for (made, row) in made.into_iter().zip(rows) {
            let (_, record) = row?;
            if kept.indices.get(made.index as usize) == Some(&true) {
                writer.write(record)?;
                tick(1)?;
            }
        }
    }
    let output = writer.finish()?;
    work.put(&mark, serde_json::to_vec(&output)?)?;
    Ok(output)
}
