//! Parts in a chain: the answer of one figure is a condition of the next.

use rand_chacha::ChaCha8Rng;
use vthinker_core::judge::Mark;

use super::Expansion;
use super::follow::{FOLLOWERS, Follower};
use super::panel::{Panel, names, shifted};
use super::part::{Made, Part, part, whole_number};
use crate::draft::{Canvas, Family};
use crate::families;
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

/// Throws of a follower's dice.
const THROWS: usize = 40;
/// What the answers are called on the way.
const SYMBOLS: [&str; 2] = ["n", "m"];
/// How an answer gets its name, before and after it.
const STYLES: [(&str, &str); 2] = [(" Call the answer ", "."), (" Let ", " be the answer.")];

pub(super) fn make(rng: &mut ChaCha8Rng, families: &[&Family], depth: u8) -> Option<Made> {
    let first = part(rng, families, |_, answer| FOLLOWERS.iter().any(|f| f.takes(answer)))?;
    let mut parts = vec![first];
    for symbol in &SYMBOLS[..usize::from(depth) - 1] {
        let given = parts.last()?.answer;
        let next = follow(rng, &parts, given, symbol)?;
        parts.push(next);
    }
    let style = Scene::new(rng, Canvas::Full).pick(&STYLES);
    let mut question = String::new();
    for (i, part) in parts.iter().enumerate() {
        question += &match i {
            0 => introduction(),
            _ => link(style, i, parts.len()),
        };
        question += &part.draft.question;
    }
    let last = parts.last()?;
    let mut wrong: Vec<i64> = last.words.wrong.iter().filter_map(|answer| whole_number(answer)).collect();
    wrong.extend(parts.iter().map(|part| part.answer));
    wrong.retain(|other| *other != last.answer);
    Some(Made {
        question,
        conclusion: format!("The answer is {}.", last.answer),
        answer: last.answer,
        wrong,
        parts,
    })
}

fn follow(rng: &mut ChaCha8Rng, parts: &[Part], given: i64, symbol: &str) -> Option<Part> {
    let fresh = |f: &&Follower| f.takes(given) && parts.iter().all(|part| part.name != f.name);
    let fit: Vec<&Follower> = FOLLOWERS.iter().copied().filter(fresh).collect();
    if fit.is_empty() {
        return None;
    }
    for _ in 0..THROWS {
        let mut scene = Scene::new(rng, Canvas::Full);
        let follower = scene.pick(&fit);
        let Some(draft) = (follower.draft)(&mut scene, given, symbol) else { continue };
        let (figure, level) = (scene.figure, scene.level);
        let words = draft.reasoning.clone()?;
        let answer = whole_number(&words.answer)?;
        let Follower { name, domain, knowledge, tools, .. } = *follower;
        return Some(Part { name, domain, knowledge, tools, level, figure, draft, words, answer });
    }
    None
}

fn introduction() -> String {
    "First, in the left figure: ".to_owned()
}

/// What stands between the question of part `i - 1` and that of part `i`.
fn link((before, after): (&str, &str), i: usize, count: usize) -> String {
    format!("{before}{}{after} Then, in the {} figure: ", SYMBOLS[i - 1], names(count)[i])
}

pub(super) fn solve(expansion: &Expansion, seen: &Seen, panels: &[Panel]) -> Option<Solved> {
    let questions = STYLES.into_iter().find_map(|style| questions(seen.question, style, panels.len()))?;
    let mut given: Option<i64> = None;
    let mut marks: Vec<Mark> = vec![];
    for ((name, panel), question) in expansion.families.iter().zip(panels).zip(questions) {
        let seen = panel.seen(question);
        let solved = match given {
            None => families::all().find(|family| family.name == name).and_then(|f| (f.solve)(&seen))?,
            Some(given) => FOLLOWERS
                .iter()
                .find(|follower| follower.name == name)
                .and_then(|f| (f.solve)(&seen, given))?,
        };
        given = Some(whole_number(&solved.answer?)?);
        marks.extend(solved.marks.iter().map(|mark| shifted(mark, panel.left)));
    }
    Solved::reasoning(given?, marks)
}

/// The questions of the parts.
fn questions<'a>(question: &'a str, style: (&str, &str), count: usize) -> Option<Vec<&'a str>> {
    let mut questions = Vec::new();
    let mut rest = question.strip_prefix(&introduction())?;
    for i in 1..count {
        let (part, after) = rest.split_once(&link(style, i, count))?;
        questions.push(part);
        rest = after;
    }
    questions.push(rest);
    Some(questions)
}
