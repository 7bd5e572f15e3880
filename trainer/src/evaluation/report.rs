//! The table of an evaluation.

use std::collections::BTreeMap;

use serde::Serialize;
use vthinker_core::think::Task;

use super::interval::Share;
use super::score::Score;

/// Scores of one contestant (a model or a baseline), overall and per family.
#[derive(Debug, Clone, Serialize)]
pub struct Column {
    /// Who.
    pub name: String,
    /// Solved problems by task.
    pub tasks: BTreeMap<Task, Share>,
    /// Solved problems by family.
    pub families: BTreeMap<String, Share>,
    /// By task, conversations in which at least one code block ran.
    pub tool_use: BTreeMap<Task, Share>,
    /// By task, conversations in which every code block ran without failing, of those with code.
    pub sandbox_success: BTreeMap<Task, Share>,
    /// By task, solved problems whose conclusion from the last picture is that of the problem's own solution, word for
    /// word, of those solved that have one. It says little about models that were not taught these words.
    pub conclusion: BTreeMap<Task, Share>,
}

impl Column {
    /// Counts scores.
    pub fn new(name: &str, scores: &[Score]) -> Self {
        let by_task = |hit: &dyn Fn(&Score) -> bool, of: &dyn Fn(&Score) -> bool| {
            count(scores.iter().filter(|s| of(s)).map(|s| (s.task, hit(s))))
        };
        Self {
            name: name.to_owned(),
            tasks: by_task(&|s| s.correct, &|_| true),
            families: count(scores.iter().map(|s| (s.family.clone(), s.correct))),
            tool_use: by_task(&|s| s.used_tool, &|_| true),
            sandbox_success: by_task(&|s| s.code >= 1.0, &|s| s.used_tool),
            conclusion: by_task(&|s| s.conclusion == Some(true), &|s| s.correct && s.conclusion.is_some()),
        }
    }

    /// A contestant that only solves or not.
    pub fn solved(name: &str, results: &[(Task, String, bool)]) -> Self {
        Self {
            name: name.to_owned(),
            tasks: count(results.iter().map(|(task, _, hit)| (*task, *hit))),
            families: count(results.iter().map(|(_, family, hit)| (family.clone(), *hit))),
            tool_use: BTreeMap::new(),
            sandbox_success: BTreeMap::new(),
            conclusion: BTreeMap::new(),
        }
    }
}

fn count<K: Ord>(results: impl Iterator<Item = (K, bool)>) -> BTreeMap<K, Share> {
    let mut counts: BTreeMap<K, (usize, usize)> = BTreeMap::new();
    for (key, hit) in results {
        let entry = counts.entry(key).or_default();
        entry.0 += usize::from(hit);
        entry.1 += 1;
    }
    counts.into_iter().map(|(key, (hits, of))| (key, Share::new(hits, of))).collect()
}

/// A Markdown table: tasks, then families, a column per contestant.
pub fn table(columns: &[Column]) -> String {
    let mut text = String::from("| |");
    columns.iter().for_each(|c| text.push_str(&format!(" {} |", c.name)));
    text.push_str("\n|---|");
    columns.iter().for_each(|_| text.push_str("---|"));
    let cell = |share: Option<&Share>| share.map_or_else(|| " - |".to_owned(), |s| format!(" {s} |"));
    for task in Task::ALL {
        text.push_str(&format!("\n| **{task}** |"));
        columns.iter().for_each(|c| text.push_str(&cell(c.tasks.get(&task))));
    }
    type Shares = fn(&Column) -> &BTreeMap<Task, Share>;
    let more: [(&str, Shares); 3] = [
        ("tool use", |c| &c.tool_use),
        ("sandbox success", |c| &c.sandbox_success),
        ("concluded as taught, of solved", |c| &c.conclusion),
    ];
    for (name, shares) in more {
        for task in Task::ALL.into_iter().filter(|task| columns.iter().any(|c| shares(c).contains_key(task)))
        {
            text.push_str(&format!("\n| {name}, {task} |"));
            columns.iter().for_each(|c| text.push_str(&cell(shares(c).get(&task))));
        }
    }
    let families: Vec<&String> = columns.first().map(|c| c.families.keys().collect()).unwrap_or_default();
    for family in families {
        text.push_str(&format!("\n| {family} |"));
        columns.iter().for_each(|c| text.push_str(&cell(c.families.get(family))));
    }
    text.push('\n');
    text
}
