//! What a step of GRPO sampled, and what is told about it.

use std::collections::BTreeMap;

use anyhow::Result;
use serde::Serialize;
use vthinker_runs::{Recorder, RolloutRecord, trace_of};

use super::remote::Staleness;
use super::rollout::Rollout;
use crate::flywheel::Problem;

/// One line of the log: every reward and rate of a step.
#[derive(Debug, Default, Serialize)]
pub struct Line {
    /// Index of the step.
    pub step: usize,
    /// Mean reward.
    pub reward: f32,
    /// Mean of each of its parts, unweighted.
    pub rewards: BTreeMap<&'static str, f32>,
    /// Share of rollouts in which code ran.
    pub tool_rate: f32,
    /// Share of those in which no block failed.
    pub sandbox_success: f32,
    /// Share of groups whose rewards are all equal.
    pub zero_advantage_groups: f32,
    /// Share of rollouts that the token limit cut off.
    pub cut_off: f32,
    /// Mean of the tokens written.
    pub tokens: f32,
    /// Problems sampled, those put aside among them.
    pub problems_tried: usize,
    /// Mean KL per token to the reference before the update.
    pub kl: f32,
    /// Loss of the first update.
    pub loss: f32,
    /// Learning rate.
    pub lr: f64,
    /// Seconds of sampling.
    pub rollout_seconds: f64,
    /// Seconds of updating.
    pub update_seconds: f64,
    /// Seconds of each phase since the last line, and of sandbox and rewards, summed over the conversations.
    pub phase_seconds: BTreeMap<&'static str, f64>,
    /// Share of held-out problems solved, where the step looked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held_out_accuracy: Option<f32>,
    /// How old the servers' weights were, where servers sampled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub staleness: Option<Staleness>,
}

/// The groups that a step learns from.
#[derive(Debug, Default)]
pub struct Sampled {
    /// The problems.
    pub problems: Vec<Problem>,
    /// Their rollouts, group by group, all groups of one size.
    pub rollouts: Vec<Rollout>,
    /// One for each rollout.
    pub advantages: Vec<f32>,
    /// Problems sampled, those put aside among them.
    pub tried: usize,
}

impl Sampled {
    /// Rollouts of a problem.
    fn group(&self) -> usize {
        self.rollouts.len() / self.problems.len().max(1)
    }

    /// The indices of each problem's rollouts.
    pub fn groups(&self) -> Vec<Vec<usize>> {
        let all: Vec<usize> = (0..self.rollouts.len()).collect();
        all.chunks(self.group().max(1)).map(<[usize]>::to_vec).collect()
    }

    /// What the step's log says about it; figures of the update are left at 0.
    pub fn line(&self, step: usize) -> Line {
        let rollouts = &self.rollouts;
        let n = rollouts.len().max(1) as f32;
        let mean = |value: &dyn Fn(&Rollout) -> f32| rollouts.iter().map(value).sum::<f32>() / n;
        let groups = self.advantages.chunks(self.group().max(1));
        let zero = groups.filter(|group| group.iter().all(|a| *a == 0.0)).count();
        let with_tool: Vec<&Rollout> = rollouts.iter().filter(|r| r.score.used_tool).collect();
        let succeeded = with_tool.iter().filter(|r| r.score.code >= 1.0).count();
        let mut rewards: BTreeMap<&'static str, f32> = BTreeMap::new();
        for rollout in rollouts {
            for (name, part) in &rollout.reward.parts {
                *rewards.entry(name).or_default() += part / n;
            }
        }
        Line {
            step,
            reward: mean(&|r| r.reward.total),
            rewards,
            tool_rate: mean(&|r| f32::from(r.score.used_tool)),
            sandbox_success: succeeded as f32 / with_tool.len().max(1) as f32,
            zero_advantage_groups: zero as f32 / self.problems.len().max(1) as f32,
            cut_off: mean(&|r| f32::from(r.cut_off())),
            tokens: mean(&|r| r.sample.targets() as f32),
            problems_tried: self.tried,
            staleness: Staleness::of(rollouts),
            ..Line::default()
        }
    }

    /// Keeps the step's rollouts for the viewer.
    ///
    /// # Errors
    /// If the disk refuses.
    pub fn record(&self, recorder: &mut Recorder, step: usize) -> Result<()> {
        let size = self.group();
        for (group, problem) in self.problems.iter().enumerate() {
            if !recorder.wants_rollouts(step, group) {
                continue;
            }
            for rollout in 0..size {
                let (r, advantage) =
                    (&self.rollouts[group * size + rollout], self.advantages[group * size + rollout]);
                let marks = problem.marks.iter().map(serde_json::to_value).collect::<Result<_, _>>()?;
                let stop = serde_json::to_value(&r.end)?;
                recorder.rollout(&RolloutRecord {
                    step,
                    group,
                    rollout,
                    problem: problem.id.clone(),
                    task: problem.task.to_string(),
                    family: problem.family.clone(),
                    question: problem.prompt(),
                    expected_answer: problem.answer.clone(),
                    expected_marks: marks,
                    correct: r.score.correct,
                    rewards: r.reward.parts.iter().map(|(k, v)| ((*k).to_owned(), f64::from(*v))).collect(),
                    reward: f64::from(r.reward.total),
                    advantage: f64::from(advantage),
                    tokens: r.sample.targets(),
                    stop: stop["reason"].as_str().unwrap_or_default().to_owned(),
                    trace: trace_of(&r.events)?,
                })?;
            }
        }
        Ok(())
    }
}
