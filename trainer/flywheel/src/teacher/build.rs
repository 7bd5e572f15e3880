//! From a proposal to a problem: the sandbox draws it, and what does not hold is rejected.

use image::RgbImage;
use vthinker_core::judge::found_marks;
use vthinker_core::think::{IMAGE_PATH, Task};
use vthinker_sandbox::{Execution, Limits, Sandbox};

use super::proposal::{Proposal, Step};
use super::rejection::{Reason, Rejection};
use crate::create::png;
use crate::draft::Canvas;
use crate::pixels::{rgb, rgba};
use crate::problem::{Problem, Segment, letter};

/// The family of problems that models made.
pub const FAMILY: &str = "model";
/// Sides of a picture in pixels: at least, at most, and what divides them.
const SIDE: (u32, u32, u32) = (200, 1000, 20);
/// A drawing must change at least this many pixels, and a figure have as many that are not its ground.
const VISIBLE: usize = 10;
/// Characters of the texts at most.
const QUESTION: usize = 1200;
const WORDS: usize = 4000;
const ANSWER: usize = 120;
/// Choices, and drawings.
const CHOICES: std::ops::RangeInclusive<usize> = 3..=8;
const STEPS: std::ops::RangeInclusive<usize> = 1..=3;

/// Draws a proposal in the sandbox and makes a problem of it.
///
/// # Errors
/// The first thing that does not hold.
pub fn build(proposal: &Proposal, id: &str) -> Result<Problem, Rejection> {
    check_texts(proposal)?;
    let answer = answer(proposal)?;
    let image = figure(&proposal.figure_code)?;
    let mut sandbox = Sandbox::with_image(rgba(&image), IMAGE_PATH, Limits::default());
    let (mut ops, mut last) = (Vec::new(), image.clone());
    for (number, Step { code, .. }) in proposal.steps.iter().enumerate() {
        let at = |what: String| format!("drawing {}: {what}", number + 1);
        let mut run = sandbox.run(code);
        let edited = result(&run).map_err(|what| Rejection::new(Reason::ToolCode, at(what)))?;
        let (before, after) = (last.dimensions(), edited.dimensions());
        if before != after {
            let what = at(format!("the picture had {before:?} pixels and now has {after:?}"));
            return Err(Rejection::new(Reason::NoEdit, what));
        }
        let changed = last.pixels().zip(edited.pixels()).filter(|(a, b)| a != b).count();
        if changed < VISIBLE {
            let what =
                at(format!("it changes {changed} pixels; the result must differ from the picture before"));
            return Err(Rejection::new(Reason::NoEdit, what));
        }
        ops.append(&mut run.ops);
        last = edited;
    }
    let marks = found_marks(&ops);
    if marks.is_empty() {
        let what = "the drawings leave no point, line, circle, box or curve on the picture";
        return Err(Rejection::new(Reason::NoMarks, what));
    }
    let encode = |image: &RgbImage| {
        png(image, Canvas::Full).map_err(|error| Rejection::new(Reason::UnfitFigure, error))
    };
    Ok(Problem {
        id: id.to_owned(),
        task: Task::Reasoning,
        family: FAMILY.to_owned(),
        domain: proposal.knowledge.first().and_then(|p| p.path.first()).cloned().unwrap_or_default(),
        level: proposal.level.clamp(1, 3),
        question: proposal.question.trim().to_owned(),
        choices: proposal.choices.clone(),
        width: image.width(),
        height: image.height(),
        image: encode(&image)?,
        original_img_code: proposal.figure_code.clone(),
        elements: vec![],
        trajectory: trajectory(proposal, &answer),
        answer: Some(answer),
        marks,
        edited_image: encode(&last)?,
        knowledge: proposal.knowledge.iter().map(|principle| principle.name().to_owned()).collect(),
        tools: proposal.tools.clone(),
        mark_names: vec![],
        expansion: None,
    })
}

fn trajectory(proposal: &Proposal, answer: &str) -> Vec<Segment> {
    let mut segments = Vec::new();
    for (number, step) in proposal.steps.iter().enumerate() {
        let open = if number == 0 { "<think>" } else { "" };
        segments.push(Segment::Text(format!("{open}{}\n", step.thought.trim())));
        segments.push(Segment::Code(step.code.trim_end().to_owned()));
    }
    let end = format!("{}</think>\n<answer>{answer}</answer>", proposal.conclusion.trim());
    segments.push(Segment::Text(end));
    segments
}

fn check_texts(proposal: &Proposal) -> Result<(), Rejection> {
    let unfit = |what: String| Err(Rejection::new(Reason::UnfitText, what));
    let steps = &proposal.steps;
    if !STEPS.contains(&steps.len()) {
        return unfit(format!("{} drawings: expected {STEPS:?}", steps.len()));
    }
    let mut texts = vec![
        ("question", proposal.question.as_str(), QUESTION),
        ("answer", &proposal.answer, ANSWER),
        ("conclusion", &proposal.conclusion, WORDS),
    ];
    texts.extend(steps.iter().map(|step| ("thought", step.thought.as_str(), WORDS)));
    texts.extend(proposal.choices.iter().map(|choice| ("choice", choice.as_str(), ANSWER)));
    for (field, text, most) in texts {
        let count = text.trim().chars().count();
        if !(1..=most).contains(&count) {
            return unfit(format!("the {field} has {count} characters: expected 1 to {most}"));
        }
        // These would end the trajectory early, or open what only the loop may open.
        let tags = ["<think>", "</think>", "<answer>", "</answer>", "<code>", "</code>", "sandbox_output>"];
        if let Some(tag) = tags.iter().find(|tag| text.contains(**tag)) {
            return unfit(format!("the {field} holds the tag {tag}"));
        }
        if text.contains(|c: char| c.is_control() && c != '\n' && c != '\t') {
            return unfit(format!("the {field} holds a control character"));
        }
    }
    if steps.iter().any(|step| step.code.contains("</code>") || step.code.contains("```")) {
        return unfit("the drawing code holds a fence or a tag".to_owned());
    }
    Ok(())
}

/// The answer as the model should give it: the words, or the letter of the choice.
fn answer(proposal: &Proposal) -> Result<String, Rejection> {
    let unfit = |what: String| Rejection::new(Reason::UnfitChoices, what);
    let (choices, said) = (&proposal.choices, proposal.answer.trim());
    if choices.is_empty() {
        return Ok(said.to_owned());
    }
    if !CHOICES.contains(&choices.len()) {
        return Err(unfit(format!("{} choices: expected {CHOICES:?}", choices.len())));
    }
    for (place, choice) in choices.iter().enumerate() {
        if choices[..place].iter().any(|other| other.trim() == choice.trim()) {
            return Err(unfit(format!("the choice {choice:?} is there twice")));
        }
    }
    let place = choices.iter().position(|choice| choice.trim() == said).or_else(|| {
        // Only a letter alone: an answer in words comes first.
        let mut letters = said.trim_end_matches('.').chars();
        let (only, rest) = (letters.next()?, letters.next());
        (0..choices.len()).find(|place| rest.is_none() && letter(*place) == only)
    });
    let place = place.ok_or_else(|| unfit(format!("the answer {said:?} is none of the choices")))?;
    Ok(letter(place).to_string())
}

fn figure(code: &str) -> Result<RgbImage, Rejection> {
    let run = Sandbox::new(Limits::default()).run(code);
    let image = result(&run).map_err(|what| Rejection::new(Reason::FigureCode, what))?;
    let unfit = |what: String| Err(Rejection::new(Reason::UnfitFigure, what));
    let (width, height) = image.dimensions();
    let (least, most, step) = SIDE;
    if [width, height].iter().any(|side| !(least..=most).contains(side) || side % step != 0) {
        return unfit(format!(
            "the picture has {width} x {height} pixels: expected multiples of {step} from {least} to {most}"
        ));
    }
    let ground = *image.get_pixel(0, 0);
    if image.pixels().filter(|pixel| **pixel != ground).count() < VISIBLE {
        return unfit("the picture is empty".to_owned());
    }
    Ok(image)
}

/// The one picture of a run, or what is wrong.
fn result(run: &Execution) -> Result<RgbImage, String> {
    if let Some(error) = &run.error {
        return Err(format!("the sandbox ends it at {error}"));
    }
    match &run.images[..] {
        [only] => Ok(rgb(&only.image)),
        images => Err(format!("expected one saved picture whose path is printed, got {}", images.len())),
    }
}
