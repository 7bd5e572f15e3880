//! How many problems there are of each kind.

use std::collections::BTreeMap;

use super::{Row, Table};
use crate::Problem;

/// Rows of a table at most; a data set has many families and principles.
const ROWS: usize = 40;

/// Counts by what a problem is filed under, which may be several things.
pub(super) fn count(problems: &[Problem], names: impl Fn(&Problem) -> Vec<String>) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for name in problems.iter().flat_map(names) {
        *counts.entry(name).or_default() += 1;
    }
    counts
}

/// Largest first, then by name.
pub(super) fn rows(counts: BTreeMap<String, u64>) -> Vec<Row> {
    let mut rows: Vec<Row> = counts.into_iter().map(|(name, count)| Row { name, count }).collect();
    rows.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name)));
    rows
}

/// The tables of the page.
pub(super) fn tables(problems: &[Problem]) -> Vec<Table> {
    let form = |p: &Problem| if p.choices.is_empty() { "fill-in" } else { "choice" };
    vec![
        table("Domains", count(problems, |p| vec![p.domain.clone()])),
        table("Tasks", count(problems, |p| vec![p.task.to_string()])),
        table("Levels", count(problems, |p| vec![format!("level {}", p.level)])),
        table("Forms of answer", count(problems, |p| p.answer.iter().map(|_| form(p).to_owned()).collect())),
        table("Tools", count(problems, |p| p.tools.clone())),
        table("Families", count(problems, |p| vec![p.family.clone()])),
    ]
}

fn table(title: &'static str, counts: BTreeMap<String, u64>) -> Table {
    let mut rows = rows(counts);
    let most = rows.first().map_or(1, |row| row.count);
    if rows.len() > ROWS {
        let rest = rows.split_off(ROWS - 1);
        let name = format!("{} more", rest.len());
        rows.push(Row { name, count: rest.iter().map(|row| row.count).sum() });
    }
    Table { title, most, rows }
}
