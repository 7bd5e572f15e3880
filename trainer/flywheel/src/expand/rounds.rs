//! The trajectory of an expanded problem: one drawing round for each part, on the same picture.

use anyhow::{Context, Result};
use rand_chacha::ChaCha8Rng;
use vthinker_core::think::Task;

use super::panel::{join, names, shifted, shifted_labels};
use super::part::{Made, Part};
use super::{Expansion, Kind};
use crate::create::{Plan, answer, choices, finish, pen};
use crate::draft::{Canvas, Draft, Reasoning};
use crate::problem::{Problem, Segment};
use crate::scene::Scene;
use crate::tool_code::{later, tool_code_with};

/// Draws and checks a problem of several parts.
pub(super) fn problem(made: Made, id: String, kind: Kind, rng: &mut ChaCha8Rng) -> Result<Problem> {
    let mut dice = Scene::new(rng, Canvas::Full);
    let (figure, lefts) =
        join(made.parts.iter().map(|part| &part.figure)).context("an expansion without parts")?;
    let pen = pen(&mut dice, Canvas::Full);
    // The next round opens what the last one saved, or draws on in the same session.
    let reopens = dice.chance(0.5);

    let words = Reasoning {
        before: String::new(),
        rounds: vec![],
        after: String::new(),
        answer: made.answer.to_string(),
        wrong: vec![],
    };
    let whole = Draft {
        question: made.question,
        marks: vec![],
        names: vec![],
        labels: vec![],
        cover: None,
        reasoning: Some(words.clone()),
    };
    let whole = whole.wrong(&made.wrong);
    let choices = choices(&whole, &mut dice);
    let answer = answer(&words, choices.as_deref())?;

    let (mut trajectory, mut marks) = (vec![], vec![]);
    let mut text = "<think>".to_owned();
    for (i, (part, left)) in made.parts.iter().zip(&lefts).enumerate() {
        text += &format!("{}\n", opening(part, i, &made.parts, kind));
        let drawn: Vec<_> = part.draft.marks.iter().map(|mark| shifted(mark, *left)).collect();
        let code = tool_code_with(&pen, &drawn, &shifted_labels(&part.draft.labels, *left));
        marks.extend(drawn);
        trajectory.push(Segment::Text(std::mem::take(&mut text)));
        trajectory.push(Segment::Code(if i == 0 { code } else { later(&code, reopens) }));
        text = format!("{} The {} figure gives {}.\n", part.words.after, names(lefts.len())[i], part.answer);
    }
    text += &format!("{}</think>\n<answer>{answer}</answer>", made.conclusion);
    trajectory.push(Segment::Text(text));

    let depth = made.parts.len() as u8;
    let level = made.parts.iter().map(|part| part.level).max().unwrap_or(1);
    finish(Plan {
        id,
        task: Task::Reasoning,
        family: kind.name().to_owned(),
        domain: made.parts[0].domain.to_owned(),
        level: (level + depth - 1).min(3),
        canvas: Canvas::Full,
        figure,
        question: whole.question,
        choices: choices.unwrap_or_default(),
        trajectory,
        answer: Some(answer),
        marks,
        mark_names: vec![],
        knowledge: union(made.parts.iter().map(|part| part.knowledge)),
        tools: union(made.parts.iter().map(|part| part.tools)),
        expansion: Some(Expansion {
            kind,
            depth,
            families: made.parts.iter().map(|part| part.name.to_owned()).collect(),
        }),
    })
}

/// The words before a part's drawing.
fn opening(part: &Part, i: usize, parts: &[Part], kind: Kind) -> String {
    let place = names(parts.len())[i];
    match (kind, i) {
        (Kind::Sequential, 1..) => {
            format!("With {} I go on to the {place} figure. {}", parts[i - 1].answer, part.words.before)
        }
        (_, 0) => format!("I begin with the {place} figure. {}", part.words.before),
        _ => format!("Now the {place} figure. {}", part.words.before),
    }
}

/// All names once, in their order.
fn union<'a>(lists: impl Iterator<Item = &'a [&'a str]>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in lists.flatten() {
        if !names.iter().any(|known| known == name) {
            names.push((*name).to_owned());
        }
    }
    names
}
