//! The repairer's prompt: good pictures with a bad question get a better one.

use serde::Deserialize;
use serde_json::{Value, json};

use super::check::Scores;
use super::create::{object, texts};
use super::message::{Part, Prompt, Schema};
use super::proposal::Proposal;
use super::rejection::{Reason, Rejection};
use crate::Problem;

const RULES: &str = "\
You mend problems for a model that learns to think with pictures. The original picture and the picture after the \
solution's drawing are good and stay as they are; question, reasoning or answer are not. Write them anew, so that the \
question fits the original picture, can only be answered with the help of what the drawing adds, and does not mention the \
construction. `thoughts` are the words before each drawing, as many as there are drawings; `conclusion` reads the drawing \
and derives the answer; `answer` is one number, word or short phrase. Give 4 `choices` with the answer among them if there \
were choices, else an empty list.";

pub(super) fn prompt(proposal: &Proposal, problem: &Problem, scores: &Scores) -> Prompt {
    let told = format!(
        "Question:\n{}\n\nSolution with {} drawings:\n{}\n\nAnswer: {}\n\nThe checker says: {}\n\nCode of the \
         figure:\n```python\n{}\n```\n\nThe original picture:",
        problem.prompt(),
        proposal.steps.len(),
        problem.cot_with_code(),
        proposal.answer,
        scores.question.reason,
        proposal.figure_code,
    );
    let size = (problem.width, problem.height);
    let parts = vec![
        Part::Text(told),
        Part::Image(problem.image.clone(), size),
        Part::Text("The edited picture:".to_owned()),
        Part::Image(problem.edited_image.clone(), size),
    ];
    let text = json!({"type": "string"});
    let schema = object(json!({
        "question": text, "thoughts": texts(), "conclusion": text, "answer": text, "choices": texts(),
    }));
    Prompt::new(RULES, parts, Schema { name: "repaired", schema })
}

#[derive(Deserialize)]
struct Answer {
    question: String,
    thoughts: Vec<String>,
    conclusion: String,
    answer: String,
    #[serde(default)]
    choices: Vec<String>,
}

pub(super) fn read(value: &Value, proposal: &Proposal) -> Result<Proposal, Rejection> {
    let answer = Answer::deserialize(value).map_err(|error| Rejection::new(Reason::Malformed, error))?;
    let (given, wanted) = (answer.thoughts.len(), proposal.steps.len());
    if given != wanted {
        return Err(Rejection::new(Reason::UnfitText, format!("{given} thoughts for {wanted} drawings")));
    }
    if answer.choices.is_empty() != proposal.choices.is_empty() {
        return Err(Rejection::new(
            Reason::UnfitChoices,
            "there must be choices if, and only if, there were",
        ));
    }
    let mut repaired = proposal.clone();
    for (step, thought) in repaired.steps.iter_mut().zip(answer.thoughts) {
        step.thought = thought;
    }
    repaired.question = answer.question;
    repaired.conclusion = answer.conclusion;
    repaired.answer = answer.answer;
    repaired.choices = answer.choices;
    Ok(repaired)
}
