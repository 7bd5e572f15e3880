//! Prompts for creators, and how their answers are read.

use serde::Deserialize;
use serde_json::{Value, json};

use super::message::{Part, Prompt, Schema};
use super::proposal::{Created, Form, Principle, Proposal, Step};
use super::rejection::{Reason, Rejection};
use crate::{Knowledge, Tool, Tools};

/// Tools whose names a prompt lists.
const LISTED: usize = 400;
/// Fields that a prompt lists for each domain.
const FIELDS: usize = 12;

/// A wish for a problem that rests on some principles.
#[derive(Debug, Clone)]
pub struct FromKnowledge<'a> {
    /// The principles, all needed.
    pub principles: &'a [Principle],
    /// The tools that exist.
    pub tools: &'a Tools,
    /// Difficulty from 1 to 3.
    pub level: u8,
    /// Choice or fill-in.
    pub form: Form,
}

/// A wish for a problem that is solved with some tools.
#[derive(Debug, Clone)]
pub struct FromTools<'a> {
    /// The tools, all used.
    pub tools: &'a [Tool],
    /// The principles that exist.
    pub knowledge: &'a Knowledge,
    /// Difficulty from 1 to 3.
    pub level: u8,
    /// Choice or fill-in.
    pub form: Form,
}

/// What code may be, told in the same words to everyone who writes any.
pub(super) const CODE_RULES: &str = "\
Code is Python 3 for a closed sandbox: only numpy, matplotlib, Pillow, OpenCV (cv2) and math, no files but the picture, \
no network. Places are absolute pixels with the origin at the top left. Drawing code opens the picture at `image_path` \
(the variable exists), only adds to it, keeps its size, saves it as out.png and prints out.png.";

const RULES: &str = "\
You create problems for a model that learns to think with pictures: it looks at a figure, draws an auxiliary \
construction into it by code, looks again and answers. You are the author, not a solver: choose all coordinates \
yourself, so that figure, drawing and answer agree exactly.

1. `figure_code` draws the original figure and nothing of the solution. Both sides are multiples of 20 between 200 and \
1000 pixels. With matplotlib take an axes that fills the figure and whose limits are the pixels, y downwards. Labels must \
be readable, inside the picture and apart from each other. It saves figure.png and prints figure.png.
2. `question` can be understood from the figure alone. It does not mention or hint at the construction.
3. The construction is necessary: without it the answer cannot be read off the figure.
4. `before` says in a few sentences what is missing in the figure and what is therefore drawn. `tool_code` draws it in a \
colour that stands out. `after` reads the drawing and derives the answer.
5. `answer` is one number, word or short phrase that can be checked. For a choice give 4 `choices` with the answer among \
them in the same words; for fill-in give an empty list.
6. Difficulty: easy needs one principle in one step, medium two steps, hard several that depend on each other.";

impl FromKnowledge<'_> {
    pub(super) fn prompt(&self) -> Prompt {
        let mut text = "Create a problem that needs all of these principles:\n".to_owned();
        for principle in self.principles {
            text += &format!("- {}: {}\n", principle.path.join(" > "), principle.sentence);
        }
        let names: Vec<&str> = self.tools.iter().map(|tool| tool.name.as_str()).take(LISTED).collect();
        text += &format!(
            "\nTools that exist: {}.\nName in `tools` those that the drawing uses. If it needs one that is missing, \
             name it there, too, and describe it in `new_tools`: a name in small letters with underscores, its group \
             ({}), what it does, what must be known, and a complete snippet that works on any picture of 240 x 180 \
             pixels. In `knowledge` give the principles above with their full paths.\n",
            names.join(", "),
            self.tools.groups().join(", "),
        );
        prompt(text, self.level, self.form)
    }

    pub(super) fn read(&self, value: &Value) -> Result<Created, Rejection> {
        read(value, self.level, self.form)
    }
}

impl FromTools<'_> {
    pub(super) fn prompt(&self) -> Prompt {
        let mut text = "Create a problem whose solution draws with all of these tools:\n".to_owned();
        for Tool { name, does, needs, snippet, .. } in self.tools {
            text += &format!("- {name}: {does} Needs: {needs}\n```python\n{}\n```\n", snippet.trim());
        }
        let tree = self.knowledge;
        let domains = tree.domains().iter().map(|domain| {
            let fields =
                tree.children(*domain).iter().take(FIELDS).map(|field| tree.node(*field).name.as_str());
            format!("{} ({})", tree.node(*domain).name, fields.collect::<Vec<_>>().join(", "))
        });
        text += &format!(
            "\nIn `knowledge` give every principle that the solution rests on, as its full path of names from the \
             domain over fields to the principle, at most 7 names, with one sentence that states it. The domains \
             and their fields are: {}.\nPrefer a domain where such a problem is seldom seen. Leave `new_tools` empty.\n",
            domains.collect::<Vec<_>>().join("; "),
        );
        prompt(text, self.level, self.form)
    }

    pub(super) fn read(&self, value: &Value) -> Result<Created, Rejection> {
        read(value, self.level, self.form)
    }
}

fn prompt(mut text: String, level: u8, form: Form) -> Prompt {
    let form = match form {
        Form::Choice => "choice",
        Form::FillIn => "fill-in",
    };
    text += &format!("Difficulty: {}. Form: {form}.", difficulty(level));
    Prompt::new(&format!("{RULES}\n\n{CODE_RULES}"), vec![Part::Text(text)], schema())
}

fn difficulty(level: u8) -> &'static str {
    ["easy", "medium", "hard"][usize::from(level.clamp(1, 3)) - 1]
}

pub(super) fn texts() -> Value {
    json!({"type": "array", "items": {"type": "string"}})
}

/// An object of which every field is required and no other allowed.
pub(super) fn object(fields: Value) -> Value {
    let names: Vec<String> = fields.as_object().map(|f| f.keys().cloned().collect()).unwrap_or_default();
    json!({"type": "object", "properties": fields, "required": names, "additionalProperties": false})
}

fn schema() -> Schema {
    let text = json!({"type": "string"});
    let principle = object(json!({"path": texts(), "sentence": text}));
    let tool = object(json!({"name": text, "group": text, "does": text, "needs": text, "snippet": text}));
    let schema = object(json!({
        "question": text,
        "figure_code": text,
        "before": text,
        "tool_code": text,
        "after": text,
        "answer": text,
        "choices": texts(),
        "difficulty": {"type": "string", "enum": ["easy", "medium", "hard"]},
        "form": {"type": "string", "enum": ["choice", "fill-in"]},
        "knowledge": {"type": "array", "items": principle},
        "tools": texts(),
        "new_tools": {"type": "array", "items": tool},
    }));
    Schema { name: "problem", schema }
}

#[derive(Deserialize)]
struct Answer {
    question: String,
    figure_code: String,
    before: String,
    tool_code: String,
    after: String,
    answer: String,
    #[serde(default)]
    choices: Vec<String>,
    #[serde(default)]
    difficulty: String,
    #[serde(default)]
    knowledge: Vec<Principle>,
    #[serde(default)]
    tools: Vec<String>,
    #[serde(default)]
    new_tools: Vec<Tool>,
}

fn read(value: &Value, level: u8, form: Form) -> Result<Created, Rejection> {
    let answer = Answer::deserialize(value).map_err(|error| Rejection::new(Reason::Malformed, error))?;
    if form == Form::Choice && answer.choices.is_empty() {
        return Err(Rejection::new(Reason::UnfitChoices, "a choice was asked for, and there are none"));
    }
    if answer.knowledge.iter().all(|principle| principle.path.len() < 2) {
        return Err(Rejection::new(Reason::UnfitText, "`knowledge` holds no path of two names or more"));
    }
    if answer.tools.is_empty() {
        return Err(Rejection::new(Reason::UnfitText, "`tools` names no tool"));
    }
    let level = match answer.difficulty.as_str() {
        "easy" => 1,
        "medium" => 2,
        "hard" => 3,
        _ => level,
    };
    let step = Step { thought: answer.before, code: unfenced(&answer.tool_code) };
    let proposal = Proposal {
        question: answer.question,
        choices: answer.choices,
        answer: answer.answer,
        figure_code: unfenced(&answer.figure_code),
        steps: vec![step],
        conclusion: answer.after,
        level,
        knowledge: answer.knowledge,
        tools: answer.tools,
    };
    Ok(Created { proposal, new_tools: answer.new_tools })
}

/// Code without the fence that models like to put around it.
pub(super) fn unfenced(code: &str) -> String {
    let trimmed = code.trim();
    let inner = trimmed.strip_prefix("```python").or_else(|| trimmed.strip_prefix("```"));
    match inner.and_then(|rest| rest.strip_suffix("```")) {
        Some(inner) => inner.trim_matches('\n').to_owned(),
        None => code.trim_end().to_owned(),
    }
}
