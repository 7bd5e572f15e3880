//! Sample rollouts for the page: few prompts, evenly from the run, without what the viewer does not show.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;
use serde_json::{Value, json};

use super::read::each_line;
use crate::{RolloutRecord, RunsError};

/// Where a rollout belongs.
#[derive(Debug, Clone, Copy, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    step: usize,
    group: usize,
}

/// Rollouts of `prompts` groups of the file, and how many it holds.
pub(super) fn choose(path: &Path, run: &str, prompts: usize) -> Result<(Vec<Value>, usize), RunsError> {
    let mut places = BTreeSet::new();
    let mut recorded = 0;
    each_line(path, |line| {
        places.insert(serde_json::from_slice::<Place>(line).map_err(|e| e.to_string())?);
        recorded += 1;
        Ok(())
    })?;
    let chosen = evenly(&places, prompts);
    let mut groups: BTreeMap<Place, Vec<Value>> = BTreeMap::new();
    each_line(path, |line| {
        let place: Place = serde_json::from_slice(line).map_err(|e| e.to_string())?;
        if chosen.contains(&place) {
            let record: RolloutRecord = serde_json::from_slice(line).map_err(|e| e.to_string())?;
            let group = groups.entry(place).or_default();
            group.push(slim(&record, run, group.is_empty()).map_err(|e| e.to_string())?);
        }
        Ok(())
    })?;
    Ok((groups.into_values().flatten().collect(), recorded))
}

/// The first, the last, and those between at equal distances.
fn evenly(places: &BTreeSet<Place>, number: usize) -> BTreeSet<Place> {
    let all: Vec<Place> = places.iter().copied().collect();
    let number = number.min(all.len());
    (0..number).map(|i| all[if number > 1 { i * (all.len() - 1) / (number - 1) } else { 0 }]).collect()
}

/// The record with its tokens as one text between other events, without strokes, and with the question's picture only
/// in the first of a group, since all of them have the same.
fn slim(record: &RolloutRecord, run: &str, first: bool) -> Result<Value, serde_json::Error> {
    let mut trace: Vec<Value> = vec![];
    let mut text = String::new();
    for event in &record.trace {
        match event.get("event").and_then(Value::as_str) {
            Some("token") => text.push_str(event.get("text").and_then(Value::as_str).unwrap_or_default()),
            Some("draw") => {}
            Some("start") if !first => {}
            _ => {
                if !text.is_empty() {
                    trace.push(json!({"event": "token", "text": std::mem::take(&mut text)}));
                }
                trace.push(event.clone());
            }
        }
    }
    if !text.is_empty() {
        trace.push(json!({"event": "token", "text": text}));
    }
    let mut value = serde_json::to_value(record)?;
    value["trace"] = trace.into();
    value["run"] = run.into();
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prompts_are_taken_evenly() {
        let places: BTreeSet<Place> = (0..100).map(|step| Place { step, group: 0 }).collect();
        let steps = |number| evenly(&places, number).into_iter().map(|p| p.step).collect::<Vec<_>>();
        assert_eq!(steps(4), [0, 33, 66, 99]);
        assert_eq!(steps(1), [0]);
        assert_eq!(steps(0), [0; 0]);
        assert_eq!(steps(1000).len(), 100);
    }
}
