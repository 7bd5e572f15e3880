//! The expander's prompt: one more drawing makes a problem harder.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::create::{CODE_RULES, object, texts, unfenced};
use super::message::{Part, Prompt, Schema};
use super::proposal::{Proposal, Step};
use super::rejection::{Reason, Rejection};
use crate::Problem;

/// How a new drawing relates to the earlier ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Extension {
    /// A second drawing that does not depend on the first; the answer needs both.
    Parallel,
    /// A drawing on top of the earlier one; the earlier answer becomes a condition.
    Sequential,
}

impl Extension {
    fn asked(self) -> &'static str {
        match self {
            Extension::Parallel => {
                "Extend in parallel: the new drawing does not depend on the earlier one, and the new question needs both."
            }
            Extension::Sequential => {
                "Extend in sequence: the new drawing starts from what the earlier one added. The earlier answer becomes a \
                 condition of the new question or a step on the way to its answer, and is not asked for any more."
            }
        }
    }
}

const RULES: &str = "\
You make problems harder for a model that learns to think with pictures. The figure and the drawings so far stay as they \
are. Add one more drawing, and write question, reasoning and answer anew so that all drawings are needed. The new code \
runs after the earlier code in the same Python session: it opens the latest picture, out.png, adds to it, saves it as \
out.png and prints out.png. `thoughts` are the words before each drawing, the new one last; `conclusion` reads the \
drawings and derives the answer. Do not hint at a construction in the question. Give 4 `choices` with the answer among \
them if there were choices, else an empty list. `tools` names what the new drawing uses.";

pub(super) fn prompt(proposal: &Proposal, problem: &Problem, how: Extension) -> Prompt {
    let told = format!(
        "{}\n\nQuestion:\n{}\n\nSolution:\n{}\n\nAnswer: {}\n\nCode of the figure:\n```python\n{}\n```\n\nThe \
         latest picture:",
        how.asked(),
        problem.prompt(),
        problem.cot_with_code(),
        proposal.answer,
        proposal.figure_code,
    );
    let size = (problem.width, problem.height);
    let parts = vec![Part::Text(told), Part::Image(problem.edited_image.clone(), size)];
    let text = json!({"type": "string"});
    let schema = object(json!({
        "question": text, "thoughts": texts(), "code": text, "conclusion": text, "answer": text,
        "choices": texts(), "tools": texts(),
    }));
    Prompt::new(&format!("{RULES}\n\n{CODE_RULES}"), parts, Schema { name: "extended", schema })
}

#[derive(Deserialize)]
struct Answer {
    question: String,
    thoughts: Vec<String>,
    code: String,
    conclusion: String,
    answer: String,
    #[serde(default)]
    choices: Vec<String>,
    #[serde(default)]
    tools: Vec<String>,
}

pub(super) fn read(value: &Value, proposal: &Proposal) -> Result<Proposal, Rejection> {
    let mut answer = Answer::deserialize(value).map_err(|error| Rejection::new(Reason::Malformed, error))?;
    let (given, wanted) = (answer.thoughts.len(), proposal.steps.len() + 1);
    if given != wanted {
        return Err(Rejection::new(Reason::UnfitText, format!("{given} thoughts for {wanted} drawings")));
    }
    let mut extended = proposal.clone();
    let last = answer.thoughts.pop().unwrap_or_default();
    for (step, thought) in extended.steps.iter_mut().zip(answer.thoughts) {
        step.thought = thought;
    }
    extended.steps.push(Step { thought: last, code: unfenced(&answer.code) });
    extended.question = answer.question;
    extended.conclusion = answer.conclusion;
    extended.answer = answer.answer;
    extended.choices = answer.choices;
    extended.level = (proposal.level + 1).min(3);
    for tool in answer.tools {
        if !extended.tools.contains(&tool) {
            extended.tools.push(tool);
        }
    }
    Ok(extended)
}
