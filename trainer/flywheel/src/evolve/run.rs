//! The loop: plan, work, learn, write; round after round, seed size after seed size.

use std::collections::HashSet;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::embedding::Embedding;
use super::growth::{Growth, Record};
use super::learn;
use super::order::{Order, plan, seeds};
use super::settings::Settings;
use super::state::State;
use super::work::{Outcome, work};
use crate::teacher::{Reason, Rejection, Teacher, ordered, write_whole};
use crate::{Knowledge, Problem, Tools, Writer};

/// The record's file.
const RECORD: &str = "growth.json";

/// Evolves knowledge and tools from seeds of several sizes. The folder gets `growth.json` and, for every seed size,
/// a folder with the problems and the state of each round, and in the end `knowledge.md` and `tools.toml`; `tell`
/// hears of every finished round.
///
/// Begun again after it was stopped, it goes on from the last finished round, and the teacher's cache answers what
/// was already asked in the next one.
///
/// # Errors
/// If a setting makes no sense, the folder belongs to another run, or the teacher says that everything must stop.
pub fn evolve(
    teacher: &dyn Teacher,
    embedding: &dyn Embedding,
    (knowledge, tools): (&Knowledge, &Tools),
    settings: &Settings,
    folder: &Path,
    tell: &mut dyn FnMut(&Growth),
) -> Result<Record> {
    settings.check()?;
    let principles = knowledge.principles().count();
    let most = settings.seed_sizes.iter().max().copied().unwrap_or_default();
    ensure!(most <= principles, "a seed of {most} principles: the tree has {principles}");
    let mut record = Record {
        teacher: teacher.label(),
        scripted: teacher.is_scripted(),
        embedding: embedding.name(),
        threshold: settings.threshold.unwrap_or(embedding.threshold()),
        // Nothing depends on the number of threads, so the record does not, either.
        settings: Settings { jobs: 1, ..settings.clone() },
        growth: vec![],
    };
    for size in &settings.seed_sizes {
        let strand = Strand { teacher, embedding, settings, size: *size, threshold: record.threshold };
        let place = folder.join(format!("seed-{size:05}"));
        let state = strand.run((knowledge, tools), &place, &record, tell)?;
        record.growth.extend(state.growth);
    }
    write_whole(&folder.join(RECORD), &serde_json::to_vec_pretty(&record)?, || 0)?;
    Ok(record)
}

/// Makes problems from given knowledge and tools in one round, without learning; those kept come in order, and the
/// growth says what was rejected.
///
/// # Errors
/// If the teacher says that everything must stop.
pub fn make(
    teacher: &dyn Teacher,
    (knowledge, tools): (&Knowledge, &Tools),
    settings: &Settings,
    orders: &[Order],
) -> Result<(Vec<Problem>, Growth)> {
    let mut growth = Growth { asked: orders.len() as u64, ..Growth::default() };
    let outcomes = outcomes(teacher, (knowledge, tools), settings, orders)?;
    let problems = sift(outcomes, &mut HashSet::new(), &mut growth).0;
    growth.problems = problems.len() as u64;
    Ok((problems, growth))
}

struct Strand<'a> {
    teacher: &'a dyn Teacher,
    embedding: &'a dyn Embedding,
    settings: &'a Settings,
    size: usize,
    threshold: f32,
}

impl Strand<'_> {
    fn run(
        &self,
        (knowledge, tools): (&Knowledge, &Tools),
        folder: &Path,
        record: &Record,
        tell: &mut dyn FnMut(&Growth),
    ) -> Result<State> {
        let (tree, chosen) = seeds(knowledge, tools, self.size, self.settings.seed);
        let mut list = Tools::default();
        for tool in chosen {
            list.insert(tool)?;
        }
        // More rounds may follow later; everything else must stay.
        let settings = Settings { rounds: 0, seed_sizes: vec![self.size], ..self.settings.clone() };
        let made_with = json!({
            "teacher": record.teacher, "scripted": record.scripted, "embedding": record.embedding,
            "threshold": record.threshold, "settings": settings,
            "knowledge": hash(&tree.to_string()), "tools": hash(&list.to_toml()?),
        });
        let start = self.count(0, &tree, &list, 0);
        let mut state = match State::read(folder, self.settings.rounds, &made_with)? {
            Some(state) => state,
            None => State { knowledge: tree, tools: list, seen: vec![], growth: vec![start] },
        };
        state.growth.iter().for_each(&mut *tell);
        for round in state.round() + 1..=self.settings.rounds {
            state = self.round(&state, round, folder).with_context(|| format!("round {round}"))?;
            state.write(folder, &made_with)?;
            if let Some(row) = state.growth.last() {
                tell(row);
            }
        }
        // In the forms in which they are read, for people and for other commands.
        write_whole(&folder.join("knowledge.md"), state.knowledge.to_string().as_bytes(), || 0)?;
        write_whole(&folder.join("tools.toml"), state.tools.to_toml()?.as_bytes(), || 0)?;
        Ok(state)
    }

    fn round(&self, before: &State, round: u32, folder: &Path) -> Result<State> {
        let (knowledge, tools) = (&before.knowledge, &before.tools);
        let name = format!("model-{}-{}", self.settings.seed, self.size);
        let orders = plan(knowledge, tools, self.settings, &name, round);
        let outcomes = outcomes(self.teacher, (knowledge, tools), self.settings, &orders)?;
        let mut growth = Growth { asked: orders.len() as u64, ..Growth::default() };
        let mut seen: HashSet<u64> = before.seen.iter().copied().collect();
        let mut state = before.clone();
        let (problems, new_principles, new_tools) = sift(outcomes, &mut seen, &mut growth);
        state.seen.extend(problems.iter().map(Problem::content_hash));
        learn::principles(&mut state.knowledge, new_principles, self.embedding, self.threshold, &mut growth)?;
        learn::tools(&mut state.tools, new_tools, self.embedding, self.threshold, &mut growth)?;
        // In the order of the file, so that a round that starts from disk plans the same.
        state.knowledge = Knowledge::parse(&state.knowledge.to_string())?;
        state.tools = Tools::parse(&state.tools.to_toml()?)?;
        let mut writer = Writer::create(&folder.join(format!("round-{round:02}")))?;
        for problem in &problems {
            writer.write(problem)?;
        }
        writer.finish()?;
        let all = before.growth.last().map_or(0, |row| row.problems) + problems.len() as u64;
        let counted = self.count(round, &state.knowledge, &state.tools, all);
        state.growth.push(Growth {
            asked: growth.asked,
            repaired: growth.repaired,
            extended: growth.extended,
            proposed_principles: growth.proposed_principles,
            proposed_tools: growth.proposed_tools,
            rejected: growth.rejected,
            examples: growth.examples,
            ..counted
        });
        Ok(state)
    }

    fn count(&self, round: u32, knowledge: &Knowledge, tools: &Tools, problems: u64) -> Growth {
        Growth {
            seed_size: self.size,
            round,
            knowledge: knowledge.len(),
            principles: knowledge.principles().count(),
            depth: knowledge.depth(),
            tools: tools.len(),
            problems,
            ..Growth::default()
        }
    }
}

fn outcomes(
    teacher: &dyn Teacher,
    seeds: (&Knowledge, &Tools),
    settings: &Settings,
    orders: &[Order],
) -> Result<Vec<Outcome>> {
    ordered(orders, settings.jobs, |order| work(teacher, order, seeds, settings))
}

/// Problems not seen before, and all principles and tools that were named, in the order of the orders.
fn sift(
    outcomes: Vec<Outcome>,
    seen: &mut HashSet<u64>,
    growth: &mut Growth,
) -> (Vec<Problem>, Vec<crate::teacher::Principle>, Vec<crate::Tool>) {
    let (mut problems, mut principles, mut tools) = (Vec::new(), Vec::new(), Vec::new());
    for outcome in outcomes {
        outcome.rejections.iter().for_each(|rejection| growth.reject(rejection));
        growth.repaired += u64::from(outcome.repaired);
        for (number, problem) in outcome.problems.into_iter().enumerate() {
            if seen.insert(problem.content_hash()) {
                growth.extended += u64::from(number > 0);
                problems.push(problem);
            } else {
                growth.reject(&Rejection::new(Reason::DuplicateProblem, &problem.id));
            }
        }
        principles.extend(outcome.principles);
        tools.extend(outcome.tools);
    }
    (problems, principles, tools)
}

/// FNV-1a, to tell seeds apart.
fn hash(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}
