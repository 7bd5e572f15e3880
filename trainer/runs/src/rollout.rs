//! One sampled conversation as a run keeps it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::RunsError;

/// One rollout, a line of `rollouts.jsonl`.
///
/// The trace is held as JSON of the shape of core's events, so that reading and writing runs needs no model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RolloutRecord {
    /// The step it was sampled in.
    pub step: usize,
    /// Index of its group in the step, from 0; a group are the rollouts of one prompt.
    pub group: usize,
    /// Index in the group, from 0.
    pub rollout: usize,
    /// Id of the problem.
    pub problem: String,
    /// Task of the problem, by core's name.
    pub task: String,
    /// Family of the problem.
    pub family: String,
    /// The question as asked.
    pub question: String,
    /// The answer expected, if the problem has one.
    pub expected_answer: Option<String>,
    /// The marks expected, as the judge's marks are written in JSON.
    #[serde(default)]
    pub expected_marks: Vec<Value>,
    /// The task was solved.
    pub correct: bool,
    /// The parts of the reward, by name.
    #[serde(deserialize_with = "numbers")]
    pub rewards: BTreeMap<String, f64>,
    /// The reward that the parts make.
    #[serde(deserialize_with = "number")]
    pub reward: f64,
    /// Its advantage in the group.
    #[serde(deserialize_with = "number")]
    pub advantage: f64,
    /// Tokens that the model wrote.
    pub tokens: usize,
    /// Why it ended, by the name of core's end reason: `answered`, `length` ...
    pub stop: String,
    /// What happened, in order: events as in a trace file.
    pub trace: Vec<Value>,
}

/// Core's events as a record holds them.
///
/// # Errors
/// If they are not a list.
pub fn trace_of(events: &impl Serialize) -> Result<Vec<Value>, RunsError> {
    let text = serde_json::to_string(events).map_err(|e| RunsError::record("trace", e))?;
    serde_json::from_str(&text)
        .map_err(|e| RunsError::record("trace", format!("expected a list of events: {e}")))
}

/// JSON has no word for a number that is none: it is written as null.
fn number<'de, D: serde::Deserializer<'de>>(from: D) -> Result<f64, D::Error> {
    Ok(Option::<f64>::deserialize(from)?.unwrap_or(f64::NAN))
}

fn numbers<'de, D: serde::Deserializer<'de>>(from: D) -> Result<BTreeMap<String, f64>, D::Error> {
    let parts = BTreeMap::<String, Option<f64>>::deserialize(from)?;
    Ok(parts.into_iter().map(|(name, part)| (name, part.unwrap_or(f64::NAN))).collect())
}
