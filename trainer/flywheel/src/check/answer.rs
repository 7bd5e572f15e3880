//! Question and answer.

use vthinker_core::judge::format_score;
use vthinker_core::think::Task;

use super::reason::Reason;
use super::solution::{Differs, solution};
use super::verdict::Verdict;
use crate::problem::letter;
use crate::{Element, Hue, Problem, Segment};

/// Words by which a question of reasoning would tell what to draw.
const GIVING_AWAY: [&str; 4] = ["auxiliary", "magenta", "draw ", "construct "];

pub(super) fn check(problem: &Problem, verdict: &mut Verdict) {
    if let Err(differs) = solution(problem) {
        let reason = match differs {
            Differs::Unsolvable => Reason::Unsolvable,
            Differs::Answer { .. } => Reason::WrongAnswer,
            Differs::Marks { .. } => Reason::WrongMarks,
        };
        verdict.object(reason, differs.to_string());
    }
    names(problem, verdict);
    if problem.task == Task::Reasoning {
        words(problem, verdict);
    }
}

/// Letters and colours that the question names must be there.
fn names(problem: &Problem, verdict: &mut Verdict) {
    let shown = |name: &str| {
        problem.elements.iter().any(|element| match element {
            Element::Text { content, .. } => content.split(|c: char| !c.is_alphanumeric()).any(|w| w == name),
            Element::Point { label, .. } => label == name,
            _ => false,
        })
    };
    let words: Vec<&str> = problem.question.split(|c: char| !c.is_alphanumeric()).collect();
    let places =
        problem.elements.iter().any(|e| matches!(e, Element::Point { label, .. } if !label.is_empty()));
    for (place, word) in words.iter().enumerate() {
        // `A` and `I` are words of their own, a letter behind a number or `in` is a unit, and some questions
        // name the points that are to be found.
        let unit = place > 0 && (words[place - 1] == "in" || words[place - 1].parse::<f64>().is_ok());
        let letter = word.len() == 1 && word.chars().all(|c| c.is_ascii_uppercase());
        let names = letter
            && !unit
            && !matches!(*word, "A" | "I")
            && !problem.mark_names.iter().any(|name| name == word);
        if names && places && !shown(word) {
            verdict.object(Reason::NamesNothing, format!("no point is called {word}"));
        }
    }
    for hue in seen_hues(problem) {
        if !problem.elements.iter().any(|element| element.meaning().split(' ').any(|w| w == hue.name()))
            && !paints(problem, hue)
        {
            verdict.object(Reason::NamesNothing, format!("nothing is {hue}"));
        }
    }
}

fn seen_hues(problem: &Problem) -> Vec<Hue> {
    Hue::ALL
        .into_iter()
        .filter(|hue| problem.question.split(|c: char| !c.is_alphanumeric()).any(|word| word == hue.name()))
        .collect()
}

/// Whether a few pixels have about the colour.
fn paints(problem: &Problem, hue: Hue) -> bool {
    let Ok(picture) = problem.image() else { return false };
    let near = |pixel: &&image::Rgb<u8>| pixel.0.iter().zip(hue.rgb()).all(|(a, b)| a.abs_diff(b) <= 50);
    picture.pixels().filter(near).take(8).count() == 8
}

/// The reasoning has the form that is taught and ends with the answer.
fn words(problem: &Problem, verdict: &mut Verdict) {
    let lower = problem.question.to_lowercase();
    if let Some(word) = GIVING_AWAY.iter().find(|word| lower.contains(*word)) {
        verdict.object(Reason::GivesAway, format!("the question says {word:?}"));
    }
    if format_score(&problem.cot_with_code()) < 1.0 {
        verdict.object(Reason::TextMismatch, "tags are missing or in the wrong order");
        return;
    }
    let Some(answer) = &problem.answer else {
        verdict.object(Reason::TextMismatch, "there is no answer");
        return;
    };
    let last = problem.trajectory.iter().rev().find_map(|segment| match segment {
        Segment::Text(text) => Some(text.as_str()),
        Segment::Code(_) => None,
    });
    let Some((thought, given)) = last.and_then(|text| text.split_once("</think>")) else {
        verdict.object(Reason::TextMismatch, "no thought follows the last drawing");
        return;
    };
    if given.trim() != format!("<answer>{answer}</answer>") {
        verdict.object(
            Reason::TextMismatch,
            format!("the answer is {answer:?}, the text ends with {:?}", given.trim()),
        );
    }
    let chosen = problem.choices.iter().enumerate().find(|(place, _)| letter(*place).to_string() == *answer);
    let plain = chosen.map_or(answer.as_str(), |(_, choice)| choice.as_str());
    let before = problem.trajectory.iter().filter_map(|segment| match segment {
        Segment::Text(text) => Some(text.split("</think>").next().unwrap_or_default()),
        Segment::Code(_) => None,
    });
    if !says(&before.collect::<Vec<_>>().join(" "), plain) {
        verdict.object(Reason::TextMismatch, format!("{plain:?} does not occur in {thought:?}"));
    }
}

/// Small numbers in words.
const NUMBERS: [&[&str]; 11] = [
    &["no", "not", "none", "zero", "never"],
    &["one", "once", "single"],
    &["two", "twice", "both"],
    &["three"],
    &["four"],
    &["five"],
    &["six"],
    &["seven"],
    &["eight"],
    &["nine"],
    &["ten"],
];

/// Whether all words of an answer occur in a text; `yes` and `no` are said by any words.
fn says(text: &str, answer: &str) -> bool {
    let split = |text: &str| -> Vec<String> {
        text.to_lowercase()
            .split(|c: char| !(c.is_alphanumeric() || c == '.' || c == '-'))
            .map(|word| word.trim_matches('.').to_owned())
            .filter(|word| !word.is_empty())
            .collect()
    };
    let said = split(text);
    let words = split(answer);
    // A number is what counts; its unit may be told in other words, or stand in the figure.
    let is_number = |word: &String| word.parse::<f64>().is_ok();
    let numeric = words.iter().any(is_number);
    matches!(answer, "yes" | "no")
        || words.iter().filter(|word| !numeric || is_number(word)).all(|word| {
            let number = word.parse::<usize>().ok().and_then(|number| NUMBERS.get(number));
            said.contains(word)
                || number.is_some_and(|words| words.iter().any(|w| said.iter().any(|s| s == w)))
        })
}
