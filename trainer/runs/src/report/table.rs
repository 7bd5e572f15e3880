//! Tables with a column for every run: the last figures, the settings.

use serde::Serialize;
use serde_json::Value;

use super::curves;
use super::read::Run;

/// Log lines at the end of a run whose mean the table shows.
const LAST: usize = 20;

/// A row of a table.
#[derive(Debug, Serialize, PartialEq)]
pub(super) struct Row {
    pub(super) name: String,
    pub(super) cells: Vec<String>,
    /// The runs do not agree.
    pub(super) differs: bool,
}

impl Row {
    pub(super) fn new(name: String, cells: Vec<String>) -> Self {
        let differs = cells.windows(2).any(|pair| pair[0] != pair[1]);
        Self { name, cells, differs }
    }
}

/// The mean of each figure over a run's last lines.
pub(super) fn figures(runs: &[Run]) -> Vec<Row> {
    let cell = |run: &Run, name: &str| {
        let points = curves::points(run, name);
        let last = &points[points.len().saturating_sub(LAST)..];
        match last.len() {
            0 => "-".to_owned(),
            n => short(last.iter().map(|(_, value)| value).sum::<f64>() / n as f64),
        }
    };
    curves::names(runs)
        .into_iter()
        .map(|name| Row::new(name.clone(), runs.iter().map(|run| cell(run, &name)).collect()))
        .collect()
}

/// Four digits that count.
pub(super) fn short(value: f64) -> String {
    if value == 0.0 {
        "0".to_owned()
    } else if (1e-3..1e6).contains(&value.abs()) {
        let digits = (3.0 - value.abs().log10().floor()).max(0.0) as usize;
        format!("{value:.digits$}")
    } else {
        format!("{value:.3e}")
    }
}

/// Every setting of any run, by its path.
pub(super) fn settings(runs: &[Run]) -> Vec<Row> {
    let flat: Vec<Vec<(String, String)>> = runs
        .iter()
        .map(|run| {
            let mut found = vec![];
            if let Some(settings) = &run.settings {
                flatten("", settings, &mut found);
            }
            found
        })
        .collect();
    let mut names: Vec<&String> = vec![];
    for (name, _) in flat.iter().flatten() {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let cell = |run: &Vec<(String, String)>, name: &str| {
        run.iter().find(|(n, _)| n == name).map_or_else(|| "-".to_owned(), |(_, value)| value.clone())
    };
    names
        .into_iter()
        .map(|name| Row::new(name.clone(), flat.iter().map(|run| cell(run, name)).collect()))
        .collect()
}

fn flatten(prefix: &str, value: &Value, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            for (name, value) in fields {
                let name = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
                flatten(&name, value, found);
            }
        }
        Value::String(text) => found.push((prefix.to_owned(), text.clone())),
        other => found.push((prefix.to_owned(), other.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        let all = [0.0, 0.123_456, 1.0, 12.345_67, 123_456.7, 1.5e-5, -2.5e9];
        let shown = ["0", "0.1235", "1.000", "12.35", "123457", "1.500e-5", "-2.500e9"];
        assert_eq!(all.map(short), shown);
    }

    #[test]
    fn settings_are_named_by_their_path() {
        let mut found = vec![];
        flatten("", &serde_json::json!({"grpo": {"clip": 0.2}, "families": ["a"], "pool": null}), &mut found);
        let expected = [("grpo.clip", "0.2"), ("families", "[\"a\"]"), ("pool", "null")];
        assert_eq!(found, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    }
}
