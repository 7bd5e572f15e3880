//! What a family decides about a problem, before the sandbox draws and checks it.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use crate::figure::Place;
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

/// A kind of problem.
#[derive(Clone, Copy)]
pub struct Family {
    /// The name in ids, files and flags.
    pub name: &'static str,
    /// What it asks of the model.
    pub task: Task,
    /// A domain of the knowledge tree, or for the mini's families a topic of its curriculum.
    pub domain: &'static str,
    /// How often it is drawn, relative to the others.
    pub weight: u32,
    /// Size and looks of its figures.
    pub canvas: Canvas,
    /// Names of the principles in the knowledge tree that a solution needs.
    pub knowledge: &'static [&'static str],
    /// Names of the visual tools that a solution uses.
    pub tools: &'static [&'static str],
    /// Lays out a figure; `None` if the dice left no room, then other dice are thrown.
    pub draft: fn(&mut Scene) -> Option<Draft>,
    /// Solves the problem from question and figure alone, by other means than `draft`; `None` if it cannot.
    pub solve: fn(&Seen) -> Option<Solved>,
}

/// Size and looks of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Canvas {
    /// 100 or 120 pixels a side, Pillow, few colours: what the mini can read.
    Mini,
    /// 240 to 560 pixels a side, several libraries, letters, noise and compression.
    Full,
}

impl std::str::FromStr for Canvas {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> anyhow::Result<Self> {
        match name {
            "mini" => Ok(Canvas::Mini),
            "full" => Ok(Canvas::Full),
            _ => anyhow::bail!("no canvas is called `{name}`; there are mini, full"),
        }
    }
}

/// A question about the scene's figure and its solution.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The question.
    pub question: String,
    /// What to draw, in the order of drawing.
    pub marks: Vec<Mark>,
    /// What the question calls the marks, in their order; none if it gives them no names.
    pub names: Vec<String>,
    /// Words to write beside the marks, centred on their places.
    pub labels: Vec<(Place, String)>,
    /// Radius in pixels of points that must cover what they mark; the pen's if none is stated.
    pub cover: Option<i32>,
    /// The words around the drawing and the answer; drawing tasks have none.
    pub reasoning: Option<Reasoning>,
}

/// The words of a reasoning trajectory.
#[derive(Debug, Clone)]
pub struct Reasoning {
    /// What is to be drawn and why.
    pub before: String,
    /// What is said before each further round, where every mark has a round of its own: the picture comes back after
    /// each, and shows what is left. Empty if all marks are drawn at once.
    pub rounds: Vec<String>,
    /// What the drawing shows.
    pub after: String,
    /// The answer.
    pub answer: String,
    /// Wrong answers that a hasty reader would give; with three of them the question may become a choice.
    pub wrong: Vec<String>,
}

impl Draft {
    /// A drawing task.
    pub fn drawing(question: impl Into<String>, marks: Vec<Mark>) -> Option<Self> {
        Some(Self {
            question: question.into(),
            marks,
            names: vec![],
            labels: vec![],
            cover: None,
            reasoning: None,
        })
    }

    /// A reasoning task.
    pub fn reasoning(
        question: impl Into<String>,
        marks: Vec<Mark>,
        before: impl Into<String>,
        after: impl Into<String>,
        answer: impl ToString,
    ) -> Option<Self> {
        let reasoning = Reasoning {
            before: before.into(),
            rounds: vec![],
            after: after.into(),
            answer: answer.to_string(),
            wrong: vec![],
        };
        Some(Self { reasoning: Some(reasoning), ..Self::drawing(question, marks)? })
    }

    /// With wrong answers to choose from; those equal to the answer or to each other are left out.
    pub fn wrong(mut self, answers: impl IntoIterator<Item = impl ToString>) -> Self {
        if let Some(reasoning) = &mut self.reasoning {
            for answer in answers {
                let answer = answer.to_string();
                if answer != reasoning.answer && !reasoning.wrong.contains(&answer) {
                    reasoning.wrong.push(answer);
                }
            }
        }
        self
    }

    /// With each mark drawn in a round of its own, over what it marks: `words` has what is said before each of the second
    /// and later ones, `radius` in pixels covers the thing. Labels are not drawn.
    pub fn one_by_one(mut self, words: Vec<String>, radius: i32) -> Self {
        self.cover = Some(radius);
        if let Some(reasoning) = &mut self.reasoning {
            reasoning.rounds = words;
        }
        self
    }

    /// With names for the marks, by which an answer gives their coordinates.
    pub fn named(mut self, names: Vec<String>) -> Self {
        self.names = names;
        self
    }

    /// With a word written beside the marks.
    pub fn label(mut self, at: Place, text: impl ToString) -> Self {
        self.labels.push((at, text.to_string()));
        self
    }
}
