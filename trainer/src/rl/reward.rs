//! Rewards of a rollout: functions with weights.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use vthinker_core::judge::answers_equal;
use vthinker_core::think::Outcome;

use crate::evaluation::score::Score;

/// What a reward function sees.
#[derive(Debug, Clone, Copy)]
pub struct Judged<'a> {
    /// The conversation.
    pub outcome: &'a Outcome,
    /// Its judgement.
    pub score: &'a Score,
}

/// One part of the reward, from 0 to 1.
pub struct RewardFunction {
    /// Its name in logs and recipes.
    pub name: &'static str,
    /// Whether it counts only where the task was solved, so that it can never pay by itself.
    pub only_when_correct: bool,
    /// The part.
    pub of: fn(Judged) -> f32,
}

/// The reference's reward functions, and two that it cannot have, for the drawing and for what is concluded from it: nobody
/// drew and reasoned for its problems as ours come with. Wrong and missing answers get the same 0 (its public code punishes the first
/// and not the second, which teaches silence).
pub const FUNCTIONS: [RewardFunction; 6] = [
    RewardFunction { name: "accuracy", only_when_correct: false, of: |j| f32::from(j.score.correct) },
    RewardFunction { name: "format", only_when_correct: false, of: |j| j.score.format },
    RewardFunction { name: "code", only_when_correct: true, of: |j| j.score.code },
    RewardFunction { name: "consistency", only_when_correct: true, of: consistency },
    RewardFunction { name: "drawing", only_when_correct: true, of: |j| j.score.marks },
    RewardFunction {
        name: "conclusion",
        only_when_correct: true,
        of: |j| f32::from(j.score.conclusion == Some(true)),
    },
];

/// Weight of each function; 0 leaves it out.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Weights {
    /// Of solving the task.
    pub accuracy: f32,
    /// Of the taught form.
    pub format: f32,
    /// Of code that runs.
    pub code: f32,
    /// Of reasoning that ends in the answer given.
    pub consistency: f32,
    /// Of the expected marks drawn, in reasoning too: an answer that was guessed pays less than one that was drawn.
    pub drawing: f32,
    /// Of the words after the last picture being those of the problem's own solution. Without it a model may learn to
    /// answer rightly and to say anything before.
    pub conclusion: f32,
    /// Of what a reward server says; without it 1, if there is one.
    pub server: Option<f32>,
}

impl Default for Weights {
    /// The paper's: `R_acc + 0.5 R_format + 0.3 [R_acc > 0] R_tool` (section 3.3). Its public code adds 0.5 of
    /// consistency, which the 7B recipe has too.
    fn default() -> Self {
        Self {
            accuracy: 1.0,
            format: 0.5,
            code: 0.3,
            consistency: 0.0,
            drawing: 0.0,
            conclusion: 0.0,
            server: None,
        }
    }
}

impl Weights {
    fn of(&self, name: &str) -> f32 {
        match name {
            "accuracy" => self.accuracy,
            "format" => self.format,
            "code" => self.code,
            "consistency" => self.consistency,
            "drawing" => self.drawing,
            "conclusion" => self.conclusion,
            _ => 0.0,
        }
    }
}

/// One rollout's reward and its parts.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reward {
    /// Each function's value, unweighted.
    pub parts: BTreeMap<&'static str, f32>,
    /// Their weighted sum.
    pub total: f32,
}

impl Reward {
    /// The reward of a judged conversation.
    pub fn of(judged: Judged, weights: &Weights) -> Self {
        let mut reward = Self::default();
        for function in &FUNCTIONS {
            let part = (function.of)(judged);
            reward.parts.insert(function.name, part);
            if judged.score.correct || !function.only_when_correct {
                reward.total += weights.of(function.name) * part;
            }
        }
        reward
    }

    /// Adds a part that somebody else judged.
    pub fn add(&mut self, name: &'static str, part: f32, weight: f32) {
        self.parts.insert(name, part);
        self.total += weight * part;
    }
}

/// 1 if the last statement of the reasoning names the answer given, else 0. The reference asks a language model;
/// this rule needs none and is stricter: the answer must stand in the last sentence before the answer tag.
fn consistency(judged: Judged) -> f32 {
    let Some(answer) = &judged.outcome.answer else { return 0.0 };
    let text = judged.outcome.text.as_str();
    let thought = text.rfind("</think>").map_or(text, |end| &text[..end]);
    let last = thought
        .trim_end()
        .trim_end_matches(['.', '!'])
        .rsplit(['\n', '!', '?'])
        .flat_map(|line| line.rsplit(". "))
        .find(|sentence| !sentence.trim().is_empty());
    let named = last.is_some_and(|sentence| {
        sentence.to_lowercase().contains(&answer.trim().to_lowercase())
            || sentence
                .split_whitespace()
                .any(|word| answers_equal(answer, word.trim_matches([',', ';', ':'])))
    });
    f32::from(named)
}

#[cfg(test)]
mod tests {
    use super::*;
    use vthinker_core::think::{EndReason, Task};

    fn outcome(text: &str, answer: Option<&str>) -> Outcome {
        Outcome {
            text: text.into(),
            segments: vec![],
            runs: vec![],
            answer: answer.map(String::from),
            end: EndReason::Answered,
        }
    }

    fn score(correct: bool) -> Score {
        Score {
            id: "a".into(),
            task: Task::Reasoning,
            family: "count".into(),
            correct,
            marks: 0.5,
            used_tool: true,
            code: 1.0,
            format: 1.0,
            answer: None,
            conclusion: None,
        }
    }

    #[test]
    fn code_counts_only_when_the_answer_is_right() {
        let outcome = outcome("", None);
        let total = |correct| {
            let judged = Judged { outcome: &outcome, score: &score(correct) };
            Reward::of(judged, &Weights::default()).total
        };
        assert_eq!(total(false), 0.5);
        assert!((total(true) - 1.8).abs() < 1e-6);
    }

    #[test]
    fn a_weight_of_nothing_leaves_the_part_out_but_tells_it() {
        let outcome = outcome("", None);
        let judged = Judged { outcome: &outcome, score: &score(true) };
        let reward = Reward::of(judged, &Weights { code: 0.0, ..Weights::default() });
        assert!((reward.total - 1.5).abs() < 1e-6 && reward.parts["code"] == 1.0);
    }

    #[test]
    fn a_drawing_pays_for_the_marks_it_has_if_asked_to_and_the_answer_is_right() {
        let outcome = outcome("", None);
        let weights = Weights { drawing: 1.0, ..Weights::default() };
        let total = |correct| {
            let judged = Judged { outcome: &outcome, score: &score(correct) };
            (Reward::of(judged, &Weights::default()).total, Reward::of(judged, &weights).total)
        };
        let (without, with) = total(true);
        assert!((with - without - 0.5).abs() < 1e-6);
        assert_eq!(total(false), (0.5, 0.5));
    }

    #[test]
    fn a_conclusion_pays_if_asked_to_and_the_answer_is_right() {
        let outcome = outcome("", None);
        let weights = Weights { conclusion: 0.5, ..Weights::default() };
        let total = |correct, conclusion| {
            let score = Score { conclusion, ..score(correct) };
            Reward::of(Judged { outcome: &outcome, score: &score }, &weights).total
        };
        assert!((total(true, Some(true)) - total(true, Some(false)) - 0.5).abs() < 1e-6);
        assert_eq!(total(true, None), total(true, Some(false)));
        assert_eq!(total(false, Some(true)), 0.5);
    }

    #[test]
    fn the_end_of_the_reasoning_must_name_the_answer() {
        let of = |text: &str, answer: &str| {
            consistency(Judged { outcome: &outcome(text, Some(answer)), score: &score(true) })
        };
        assert_eq!(of("<think>I count. There are 7 dots.</think><answer>7</answer>", "7"), 1.0);
        assert_eq!(of("<think>There are 7 dots. So it is 6.</think><answer>7</answer>", "7"), 0.0);
        assert_eq!(of("<think>The height is 4.50 cm.</think><answer>4.5</answer>", "4.5"), 1.0);
        assert_eq!(of("<think></think><answer>7</answer>", "7"), 0.0);
    }
}
