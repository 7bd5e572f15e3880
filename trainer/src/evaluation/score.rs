//! One problem, thought through and judged.

use std::ops::ControlFlow;

use anyhow::Result;
use serde::Serialize;
use vthinker_core::judge::{answers_equal, code_score, default_tolerance, format_score, judge_marks};
use vthinker_core::think::{Event, Feedback, Listener, Outcome, Policy, Request, Task, think};
use vthinker_sandbox::DrawOp;

use crate::flywheel::{Problem, Segment};

/// The judgement of one conversation.
#[derive(Debug, Clone, Serialize)]
pub struct Score {
    /// Problem id.
    pub id: String,
    /// Task.
    pub task: Task,
    /// Problem family.
    pub family: String,
    /// The task is solved: marks within tolerance, or the answer equal.
    pub correct: bool,
    /// Share of the expected marks that were drawn (for reasoning, those of the auxiliary drawing), from 0 to 1.
    pub marks: f32,
    /// At least one code block ran.
    pub used_tool: bool,
    /// Share of code blocks that did not fail, 0 without any.
    pub code: f32,
    /// The format is as taught, 0 or 1.
    pub format: f32,
    /// The answer given.
    pub answer: Option<String>,
    /// After the last picture it says what the problem's own solution says there, in the same words: a solved problem
    /// whose reasoning tells something else was not solved by that reasoning. `None` where nothing is said there.
    pub conclusion: Option<bool>,
}

/// Keeps the events and tells of each as it happens.
struct Ear<F> {
    events: Vec<Event>,
    hear: F,
}

impl<F: Fn(&Event)> Listener for Ear<F> {
    async fn hear(&mut self, event: Event) -> ControlFlow<()> {
        (self.hear)(&event);
        self.events.push(event);
        ControlFlow::Continue(())
    }
}

/// Lets the policy think about the problem and judges what it did; `hear` is told what happens as it happens.
///
/// # Errors
/// If the problem's picture cannot be read or its question is empty.
pub fn score<P: Policy>(
    policy: &mut P,
    problem: &Problem,
    max_new_tokens: usize,
    feedback: Feedback,
    hear: impl Fn(&Event),
) -> Result<(Score, Outcome, Vec<Event>)> {
    let mut request = Request::new(problem.task, &problem.prompt(), problem.image()?)?;
    request.max_new_tokens = max_new_tokens;
    request.feedback = feedback;
    let mut ear = Ear { events: vec![], hear };
    let outcome = pollster::block_on(think(policy, &request, &mut ear));
    Ok((judge(problem, &outcome), outcome, ear.events))
}

/// Judges an outcome.
pub fn judge(problem: &Problem, outcome: &Outcome) -> Score {
    let ops: Vec<DrawOp> = outcome.runs.iter().flat_map(|run| run.ops.clone()).collect();
    let tolerance = default_tolerance(problem.width, problem.height);
    let drawing = judge_marks(&problem.marks, &ops, tolerance);
    let equal = match (&problem.answer, &outcome.answer) {
        (Some(expected), Some(given)) => answers_equal(expected, given),
        _ => false,
    };
    Score {
        id: problem.id.clone(),
        task: problem.task,
        family: problem.family.clone(),
        correct: if problem.task == Task::Reasoning { equal } else { drawing.pass },
        marks: drawing.share(),
        used_tool: !outcome.runs.is_empty(),
        code: code_score(&outcome.runs),
        format: if problem.task == Task::Reasoning {
            format_score(&outcome.text)
        } else {
            f32::from(outcome.runs.len() == 1)
        },
        answer: outcome.answer.clone(),
        conclusion: conclusion(problem, outcome),
    }
}

fn conclusion(problem: &Problem, outcome: &Outcome) -> Option<bool> {
    let Some(Segment::Text(expected)) = problem.trajectory.last() else { return None };
    let said = outcome.segments.last().filter(|_| !outcome.runs.is_empty());
    Some(said.is_some_and(|said| thought(said).eq(thought(expected))))
}

/// The words up to the end of the thought.
fn thought(text: &str) -> impl Iterator<Item = &str> {
    text.split("</think>").next().unwrap_or_default().split_whitespace()
}

#[cfg(test)]
mod tests {
    use vthinker_core::think::{EndReason, IMAGE_PATH};
    use vthinker_sandbox::{Limits, Sandbox};

    use super::*;
    use crate::flywheel::{Canvas, families::select, problem_of};

    /// How a model is judged that writes the problem's own solution, its last words changed.
    fn told(family: &str, index: u64, change: impl Fn(&str) -> String) -> Score {
        let families = select(Canvas::Mini, &[], &[family.to_owned()]).unwrap();
        let problem = problem_of(&families, 1, index).unwrap();
        let picture = image::DynamicImage::ImageRgb8(problem.image().unwrap()).into_rgba8();
        let mut sandbox = Sandbox::with_image(picture, IMAGE_PATH, Limits::default());
        let (mut segments, mut runs) = (vec![], vec![]);
        for segment in &problem.trajectory {
            match segment {
                Segment::Text(words) => segments.push(words.clone()),
                Segment::Code(source) => runs.push(sandbox.run(source)),
            }
        }
        if let Some(last) = segments.last_mut() {
            *last = change(last);
        }
        let (text, answer) = (segments.concat(), problem.answer.clone());
        judge(&problem, &Outcome { text, segments, runs, answer, end: EndReason::Answered })
    }

    #[test]
    fn a_right_answer_after_a_wrong_conclusion_is_told_from_one_after_a_right_one() {
        for index in 0..10 {
            let right = told("higher", index, str::to_owned);
            assert!(right.correct && right.conclusion == Some(true), "{right:?}");
            let spaced = told("higher", index, |words| words.replace(" dot", "  dot"));
            assert!(spaced.correct && spaced.conclusion == Some(true), "{spaced:?}");
            let turned = told("higher", index, |words| match words.contains("above") {
                true => words.replace("above", "below"),
                false => words.replace("below", "above"),
            });
            assert!(turned.correct && turned.conclusion == Some(false), "{turned:?}");
            let counted = told("count", index, str::to_owned);
            assert!(counted.correct && counted.conclusion == Some(true), "{counted:?}");
        }
    }

    #[test]
    fn drawing_tasks_conclude_nothing() {
        let drawn = told("dot", 0, str::to_owned);
        assert!(drawn.correct && drawn.conclusion.is_none(), "{drawn:?}");
    }
}
