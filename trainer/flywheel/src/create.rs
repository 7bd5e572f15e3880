//! From a seed and an index to a finished, checked problem.

use anyhow::{Context, Result, bail, ensure};
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ImageEncoder, RgbImage};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use vthinker_core::judge::judge_marks;
use vthinker_core::think::IMAGE_PATH;
use vthinker_sandbox::{DrawKind, Execution, Limits, Sandbox};

use crate::draft::{Canvas, Draft, Family, Reasoning};
use crate::families::mini;
use crate::figure::{Figure, Library};
use crate::problem::{Problem, Segment, letter};
use crate::scene::Scene;
use crate::tool_code::{Pen, tool_code_with};

/// Throws of the dice before a family counts as broken.
const THROWS: usize = 1000;
/// The solution's own code must hit its marks to within this many pixels.
const PRECISION: f32 = 1.5;
/// Wrong answers beside the right one in a choice.
const WRONG: usize = 3;
/// A drawing must change at least this many pixels.
const VISIBLE: usize = 10;

/// Problem `index` of a seed, drawn from the mini's families by their weights.
///
/// # Panics
/// If a family breaks its own rules, which is a defect of the family that tests rule out.
pub fn problem(seed: u64, index: u64) -> Problem {
    match problem_of(&mini::FAMILIES.iter().collect::<Vec<_>>(), seed, index) {
        Ok(problem) => problem,
        Err(error) => panic!("{error:#}"),
    }
}

/// Problem `index` of a seed, drawn from some families by their weights.
///
/// Depends on nothing but its arguments: any machine and any number of threads make the same bytes.
pub fn problem_of(families: &[&Family], seed: u64, index: u64) -> Result<Problem> {
    let mut rng = generator(seed, index);
    let total: u32 = families.iter().map(|f| f.weight).sum();
    ensure!(total > 0, "no problem family is left: check the task and family filters");
    let mut ticket = rng.random_range(0..total);
    let family = families
        .iter()
        .find(|family| match ticket.checked_sub(family.weight) {
            Some(rest) => {
                ticket = rest;
                false
            }
            None => true,
        })
        .context("weights add up to the total")?;
    for _ in 0..THROWS {
        let mut scene = Scene::new(&mut rng, family.canvas);
        if let Some(draft) = (family.draft)(&mut scene) {
            let (pen, choices) = (pen(&mut scene, family.canvas), choices(&draft, &mut scene));
            let (figure, level) = (scene.figure, scene.level);
            let id = format!("{}-{seed}-{index:06}", family.name);
            return finish(family, id, level, &figure, draft, &pen, choices)
                .with_context(|| format!("problem {index} of seed {seed}, family {}", family.name));
        }
    }
    bail!("family {} found no layout in {THROWS} throws (seed {seed}, index {index})", family.name)
}

/// A generator of its own for every problem.
fn generator(seed: u64, index: u64) -> ChaCha8Rng {
    let mut key = [0; 32];
    key[..8].copy_from_slice(&seed.to_le_bytes());
    key[8..16].copy_from_slice(&index.to_le_bytes());
    key[16..24].copy_from_slice(b"vthinker");
    ChaCha8Rng::from_seed(key)
}

/// Draws figure and solution in the sandbox and checks both.
fn finish(
    family: &Family,
    id: String,
    level: u8,
    figure: &Figure,
    draft: Draft,
    pen: &Pen,
    choices: Option<Vec<String>>,
) -> Result<Problem> {
    let original_img_code = figure.code();
    let drawn = run(&mut Sandbox::new(Limits::default()), &original_img_code).context("figure code")?;
    check_texts(&drawn, figure)?;
    let image = picture(&drawn).context("figure code")?;

    let code = tool_code_with(pen, &draft.marks, &draft.labels);
    let rgba = image::DynamicImage::ImageRgb8(image.clone()).into_rgba8();
    let edited =
        run(&mut Sandbox::with_image(rgba, IMAGE_PATH, Limits::default()), &code).context("tool code")?;
    let edited_image = picture(&edited).context("tool code")?;
    check_marks(&draft, &edited, &image, &edited_image)?;

    let (trajectory, answer) = match &draft.reasoning {
        None => (vec![Segment::Code(code)], None),
        Some(words) => {
            let answer = answer(words, choices.as_deref())?;
            let before = Segment::Text(format!("<think>{}\n", words.before));
            let after = Segment::Text(format!("{}</think>\n<answer>{answer}</answer>", words.after));
            (vec![before, Segment::Code(code), after], Some(answer))
        }
    };
    Ok(Problem {
        id,
        task: family.task,
        family: family.name.into(),
        domain: family.domain.into(),
        level,
        question: draft.question,
        choices: choices.unwrap_or_default(),
        width: image.width(),
        height: image.height(),
        image: png(&image)?,
        original_img_code,
        elements: figure.elements().to_vec(),
        trajectory,
        answer,
        marks: draft.marks,
        edited_image: png(&edited_image)?,
        knowledge: family.knowledge.iter().map(|name| (*name).to_owned()).collect(),
        tools: family.tools.iter().map(|name| (*name).to_owned()).collect(),
    })
}

/// The answer as the model should give it: the words, or the letter before them among the choices.
fn answer(words: &Reasoning, choices: Option<&[String]>) -> Result<String> {
    let Some(choices) = choices else { return Ok(words.answer.clone()) };
    let place =
        choices.iter().position(|choice| *choice == words.answer).context("the answer is no choice")?;
    Ok(letter(place).to_string())
}

/// Choices for half of the questions of reasoning that have enough wrong answers.
fn choices(draft: &Draft, scene: &mut Scene) -> Option<Vec<String>> {
    let words = draft.reasoning.as_ref()?;
    if words.wrong.len() < WRONG || scene.chance(0.5) {
        return None;
    }
    let mut choices: Vec<String> = words.wrong.clone();
    scene.shuffle(&mut choices);
    choices.truncate(WRONG);
    choices.push(words.answer.clone());
    scene.shuffle(&mut choices);
    Some(choices)
}

fn pen(scene: &mut Scene, canvas: Canvas) -> Pen {
    match canvas {
        Canvas::Mini => Pen::MINI,
        Canvas::Full => Pen {
            library: scene.pick(&[Library::Pillow, Library::Pillow, Library::OpenCv]),
            width: scene.int(2, 3),
            dot: scene.int(4, 5),
            letters: scene.letter_size(),
        },
    }
}

pub(crate) fn png(image: &RgbImage) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    PngEncoder::new_with_quality(&mut bytes, CompressionType::Fast, FilterType::Adaptive).write_image(
        image.as_raw(),
        image.width(),
        image.height(),
        image::ExtendedColorType::Rgb8,
    )?;
    Ok(bytes)
}

fn run(sandbox: &mut Sandbox, code: &str) -> Result<Execution> {
    let execution = sandbox.run(code);
    if let Some(error) = execution.error {
        bail!("the sandbox refused it, {error}:\n{code}");
    }
    Ok(execution)
}

fn picture(execution: &Execution) -> Result<RgbImage> {
    ensure!(execution.images.len() == 1, "expected one image, got {}", execution.images.len());
    Ok(image::DynamicImage::ImageRgba8(execution.images[0].image.clone().into_image()).into_rgb8())
}

/// Labels must lie inside the picture.
fn check_texts(drawn: &Execution, figure: &Figure) -> Result<()> {
    for op in &drawn.ops {
        if let DrawKind::Text { bbox: [x0, y0, x1, y1], text, .. } = &op.kind {
            let inside =
                *x0 >= 0.0 && *y0 >= 0.0 && *x1 <= figure.width as f32 && *y1 <= figure.height as f32;
            ensure!(inside, "label {text:?} is cut off: {:?}", [x0, y0, x1, y1]);
        }
    }
    Ok(())
}

fn check_marks(draft: &Draft, edited: &Execution, before: &RgbImage, after: &RgbImage) -> Result<()> {
    let (w, h) = before.dimensions();
    ensure!(after.dimensions() == (w, h), "the edited image has another size: {:?}", after.dimensions());
    for mark in &draft.marks {
        ensure!(mark.inside(w, h, 0.0), "{mark:?} lies outside the {w} x {h} picture");
    }
    let verdict = judge_marks(&draft.marks, &edited.ops, PRECISION);
    ensure!(verdict.pass, "the solution does not show its marks {:?}: {verdict:?}", draft.marks);
    let changed = before.pixels().zip(after.pixels()).filter(|(a, b)| a != b).count();
    ensure!(changed >= VISIBLE, "the drawing changes {changed} pixels only");
    Ok(())
}
