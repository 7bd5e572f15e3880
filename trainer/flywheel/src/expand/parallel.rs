//! Independent parts: every figure has its question, the answer needs all.

use rand_chacha::ChaCha8Rng;
use vthinker_core::judge::Mark;

use super::Expansion;
use super::closing::Closing;
use super::panel::{Panel, names, shifted};
use super::part::{Made, Part, part, whole_number};
use crate::draft::{Canvas, Family};
use crate::families;
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

/// How a part's question is introduced, before and after the name of its place.
const STYLES: [(&str, &str); 3] =
    [("In the ", " figure: "), ("Figure on the ", ": "), ("For the ", " picture: ")];

pub(super) fn make(rng: &mut ChaCha8Rng, families: &[&Family], depth: u8) -> Option<Made> {
    let mut parts: Vec<Part> = Vec::new();
    for _ in 0..depth {
        // Different families where there are several.
        let taken: Vec<&str> = parts.iter().map(|part| part.name).collect();
        let fresh = |name: &'static str| families.len() < 2 * usize::from(depth) || !taken.contains(&name);
        let next = part(rng, families, |name, _| fresh(name))?;
        parts.push(next);
    }
    let numbers: Vec<i64> = parts.iter().map(|part| part.answer).collect();
    let mut dice = Scene::new(rng, Canvas::Full);
    let (closing, wording) = Closing::choose(&mut dice, &numbers);
    let answer = closing.of(&numbers)?;
    let (before, after) = dice.pick(&STYLES);
    let asked: Vec<String> = parts
        .iter()
        .zip(names(parts.len()))
        .map(|(part, name)| format!("{before}{name}{after}{}", part.draft.question))
        .collect();
    Some(Made {
        question: format!("{} {wording}", asked.join(" ")),
        conclusion: closing.reason(&numbers, answer),
        wrong: closing.wrong(&numbers, answer),
        parts,
        answer,
    })
}

pub(super) fn solve(expansion: &Expansion, seen: &Seen, panels: &[Panel]) -> Option<Solved> {
    let (closing, rest) = Closing::read(seen.question, panels.len())?;
    let questions = STYLES.into_iter().find_map(|style| questions(rest, style, panels.len()))?;
    let (mut numbers, mut marks): (Vec<i64>, Vec<Mark>) = (vec![], vec![]);
    for ((name, panel), question) in expansion.families.iter().zip(panels).zip(questions) {
        let family = families::all().find(|family| family.name == name)?;
        let solved = (family.solve)(&panel.seen(question))?;
        numbers.push(whole_number(&solved.answer?)?);
        marks.extend(solved.marks.iter().map(|mark| shifted(mark, panel.left)));
    }
    Solved::reasoning(closing.of(&numbers)?, marks)
}

/// The questions of the parts.
fn questions<'a>(mut text: &'a str, (before, after): (&str, &str), count: usize) -> Option<Vec<&'a str>> {
    let mut questions = Vec::new();
    for name in names(count).iter().rev() {
        let (rest, question) = text.rsplit_once(&format!("{before}{name}{after}"))?;
        questions.push(question.trim());
        text = rest;
    }
    questions.reverse();
    Some(questions)
}
