//! The tables of `trainer eval --json`, where a run's folder holds them as `eval.json`.

use serde::Serialize;
use serde_json::Value;

use super::read::Run;
use super::table::{Row, short};

/// One table: shares by task or by family, a column for every contestant of every run.
#[derive(Debug, Serialize)]
pub(super) struct Table {
    title: String,
    columns: Vec<String>,
    rows: Vec<Row>,
}

/// A table for each part of the evaluations, in the order in which they first have it.
pub(super) fn tables(runs: &[Run]) -> Vec<Table> {
    let columns: Vec<(String, &Value)> = runs
        .iter()
        .flat_map(|run| {
            let all = run.evaluation.as_ref().and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
            all.iter().map(move |column| {
                let name = column.get("name").and_then(Value::as_str).unwrap_or("model");
                (if runs.len() > 1 { format!("{}: {name}", run.name) } else { name.to_owned() }, column)
            })
        })
        .collect();
    let parts = keys(columns.iter().map(|(_, column)| *column));
    parts
        .into_iter()
        .filter_map(|part| {
            let of = |column: &'_ Value| column.get(&part).cloned().unwrap_or(Value::Null);
            let values: Vec<Value> = columns.iter().map(|(_, column)| of(column)).collect();
            let rows: Vec<Row> = keys(values.iter())
                .into_iter()
                .filter_map(|key| {
                    let cells: Vec<Option<String>> =
                        values.iter().map(|v| v.get(&key).and_then(cell)).collect();
                    let any = cells.iter().any(Option::is_some);
                    let cells = cells.into_iter().map(|c| c.unwrap_or_else(|| "-".into())).collect();
                    any.then(|| Row::new(key, cells))
                })
                .collect();
            let names = columns.iter().map(|(name, _)| name.clone()).collect();
            (!rows.is_empty()).then(|| Table { title: part.replace('_', " "), columns: names, rows })
        })
        .collect()
}

fn keys<'a>(objects: impl Iterator<Item = &'a Value>) -> Vec<String> {
    let mut found: Vec<String> = vec![];
    for key in objects.filter_map(Value::as_object).flat_map(|object| object.keys()) {
        if !found.contains(key) {
            found.push(key.clone());
        }
    }
    found
}

/// A share with its interval, or a plain number.
fn cell(value: &Value) -> Option<String> {
    if let Some(number) = value.as_f64() {
        return Some(short(number));
    }
    let part = |name: &str| value.get(name).and_then(Value::as_f64).map(|share| 100.0 * share);
    let of = value.get("of").and_then(Value::as_u64).map_or(String::new(), |of| format!(" of {of}"));
    Some(format!("{:.1} % [{:.1}, {:.1}]{of}", part("rate")?, part("low")?, part("high")?))
}
