//! From a seed and an index to a finished, checked problem.

use anyhow::{Context, Result, bail, ensure};
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ImageEncoder, RgbImage};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use vthinker_core::judge::{Mark, judge_marks};
use vthinker_core::think::{IMAGE_PATH, Task};
use vthinker_sandbox::{DrawKind, DrawOp, Execution, Limits, Sandbox};

use crate::draft::{Canvas, Draft, Family, Reasoning};
use crate::expand::Expansion;
use crate::families::mini;
use crate::figure::{Figure, Library};
use crate::pixels::{rgb, rgba};
use crate::problem::{Problem, Segment, letter};
use crate::scene::Scene;
use crate::tool_code::{Pen, later, tool_code_with};

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
    Ok(drawn(families, seed, index, &mut |_| {})?.0)
}

/// A step on the way to a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stage {
    /// The family lays out figure, question and solution.
    Layout,
    /// The sandbox draws the figure.
    Figure,
    /// The sandbox draws the solution.
    Solution,
    /// The drawn solution is compared with its marks.
    Check,
    /// Both pictures become PNG.
    Encode,
}

/// [`problem_of`] with the pixels of its picture, that says when each stage is done, for measurements.
///
/// # Errors
/// As [`problem_of`].
pub fn problem_in_stages(
    families: &[&Family],
    seed: u64,
    index: u64,
    done: &mut dyn FnMut(Stage),
) -> Result<(Problem, RgbImage)> {
    drawn(families, seed, index, done)
}

/// The family of problem `index` of a seed, drawn from some by their weights.
#[cfg(feature = "datasets")]
pub(crate) fn family_of<'f>(families: &[&'f Family], seed: u64, index: u64) -> Result<&'f Family> {
    draw(families, &mut generator(seed, index, b"vthinker"))
}

/// [`problem_of`] with the pixels of its picture, for those who need them and would decode them.
pub(crate) fn drawn(
    families: &[&Family],
    seed: u64,
    index: u64,
    done: &mut dyn FnMut(Stage),
) -> Result<(Problem, RgbImage)> {
    let mut rng = generator(seed, index, b"vthinker");
    let family = draw(families, &mut rng)?;
    for _ in 0..THROWS {
        let mut scene = Scene::new(&mut rng, family.canvas);
        if let Some(draft) = (family.draft)(&mut scene) {
            let (pen, choices) = (pen(&mut scene, family.canvas), choices(&draft, &mut scene));
            let (figure, level) = (scene.figure, scene.level);
            let id = format!("{}-{seed}-{index:06}", family.name);
            done(Stage::Layout);
            return plan(family, id, level, figure, draft, &pen, choices)
                .and_then(|plan| finish_in_stages(plan, done))
                .with_context(|| format!("problem {index} of seed {seed}, family {}", family.name));
        }
    }
    bail!("family {} found no layout in {THROWS} throws (seed {seed}, index {index})", family.name)
}

/// One of the families by their weights.
fn draw<'f>(families: &[&'f Family], rng: &mut ChaCha8Rng) -> Result<&'f Family> {
    let total: u32 = families.iter().map(|f| f.weight).sum();
    ensure!(total > 0, "no problem family is left: check the task and family filters");
    let mut ticket = rng.random_range(0..total);
    families
        .iter()
        .find(|family| match ticket.checked_sub(family.weight) {
            Some(rest) => {
                ticket = rest;
                false
            }
            None => true,
        })
        .copied()
        .context("weights add up to the total")
}

/// A generator of its own for every problem and purpose.
pub(crate) fn generator(seed: u64, index: u64, purpose: &[u8; 8]) -> ChaCha8Rng {
    let mut key = [0; 32];
    key[..8].copy_from_slice(&seed.to_le_bytes());
    key[8..16].copy_from_slice(&index.to_le_bytes());
    key[16..24].copy_from_slice(purpose);
    ChaCha8Rng::from_seed(key)
}

/// A problem before the sandbox draws and checks it.
pub(crate) struct Plan {
    pub(crate) id: String,
    pub(crate) task: Task,
    pub(crate) family: String,
    pub(crate) domain: String,
    pub(crate) level: u8,
    pub(crate) canvas: Canvas,
    pub(crate) figure: Figure,
    pub(crate) question: String,
    pub(crate) choices: Vec<String>,
    pub(crate) trajectory: Vec<Segment>,
    pub(crate) answer: Option<String>,
    pub(crate) marks: Vec<Mark>,
    pub(crate) mark_names: Vec<String>,
    pub(crate) knowledge: Vec<String>,
    pub(crate) tools: Vec<String>,
    pub(crate) expansion: Option<Expansion>,
}

/// The plan of a family's draft.
fn plan(
    family: &Family,
    id: String,
    level: u8,
    figure: Figure,
    draft: Draft,
    pen: &Pen,
    choices: Option<Vec<String>>,
) -> Result<Plan> {
    let pen = &Pen { dot: draft.cover.unwrap_or(pen.dot), ..*pen };
    let (trajectory, answer) = match &draft.reasoning {
        None => (vec![Segment::Code(tool_code_with(pen, &draft.marks, &draft.labels))], None),
        Some(words) => {
            let answer = answer(words, choices.as_deref())?;
            let mut trajectory = vec![Segment::Text(format!("<think>{}\n", words.before))];
            trajectory.extend(drawing(pen, &draft, words));
            let after = format!("{}</think>\n<answer>{answer}</answer>", words.after);
            trajectory.push(Segment::Text(after));
            (trajectory, Some(answer))
        }
    };
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    Ok(Plan {
        id,
        task: family.task,
        family: family.name.into(),
        domain: family.domain.into(),
        level,
        canvas: family.canvas,
        figure,
        question: draft.question,
        choices: choices.unwrap_or_default(),
        trajectory,
        answer,
        marks: draft.marks,
        mark_names: draft.names,
        knowledge: owned(family.knowledge),
        tools: owned(family.tools),
        expansion: None,
    })
}

/// The drawing of a reasoning problem, in one round or in one for each mark, with the words between the rounds.
fn drawing(pen: &Pen, draft: &Draft, words: &Reasoning) -> Vec<Segment> {
    if words.rounds.is_empty() {
        return vec![Segment::Code(tool_code_with(pen, &draft.marks, &draft.labels))];
    }
    let mut segments = vec![];
    for (round, mark) in draft.marks.iter().enumerate() {
        let code = tool_code_with(pen, std::slice::from_ref(mark), &[]);
        if round > 0 {
            segments.push(Segment::Text(format!("{}\n", words.rounds[round - 1])));
        }
        segments.push(Segment::Code(if round > 0 { later(&code, true) } else { code }));
    }
    segments
}

/// Draws figure and solution in the sandbox and checks both.
pub(crate) fn finish(plan: Plan) -> Result<Problem> {
    Ok(finish_in_stages(plan, &mut |_| {})?.0)
}

fn finish_in_stages(plan: Plan, done: &mut dyn FnMut(Stage)) -> Result<(Problem, RgbImage)> {
    let original_img_code = plan.figure.code();
    let drawn = run(&mut Sandbox::new(Limits::default()), &original_img_code).context("figure code")?;
    check_texts(&drawn, &plan.figure)?;
    let image = picture(&drawn).context("figure code")?;
    done(Stage::Figure);

    let mut sandbox = Sandbox::with_image(rgba(&image), IMAGE_PATH, Limits::default());
    let (mut ops, mut edited_image) = (vec![], None);
    for segment in &plan.trajectory {
        if let Segment::Code(code) = segment {
            let edited = run(&mut sandbox, code).context("tool code")?;
            edited_image = Some(picture(&edited).context("tool code")?);
            ops.extend(edited.ops);
        }
    }
    let edited_image = edited_image.context("no tool code draws the solution")?;
    done(Stage::Solution);
    check_marks(&plan.marks, &ops, &image, &edited_image)?;
    done(Stage::Check);

    let problem = Problem {
        id: plan.id,
        task: plan.task,
        family: plan.family,
        domain: plan.domain,
        level: plan.level,
        question: plan.question,
        choices: plan.choices,
        width: image.width(),
        height: image.height(),
        image: png(&image, plan.canvas)?,
        original_img_code,
        elements: plan.figure.elements().to_vec(),
        trajectory: plan.trajectory,
        answer: plan.answer,
        marks: plan.marks,
        mark_names: plan.mark_names,
        edited_image: png(&edited_image, plan.canvas)?,
        knowledge: plan.knowledge,
        tools: plan.tools,
        expansion: plan.expansion,
    };
    done(Stage::Encode);
    Ok((problem, image))
}

/// The answer as the model should give it: the words, or the letter before them among the choices.
pub(crate) fn answer(words: &Reasoning, choices: Option<&[String]>) -> Result<String> {
    let Some(choices) = choices else { return Ok(words.answer.clone()) };
    let place =
        choices.iter().position(|choice| *choice == words.answer).context("the answer is no choice")?;
    Ok(letter(place).to_string())
}

/// Choices for half of the questions of reasoning that have enough wrong answers.
pub(crate) fn choices(draft: &Draft, scene: &mut Scene) -> Option<Vec<String>> {
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

pub(crate) fn pen(scene: &mut Scene, canvas: Canvas) -> Pen {
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

/// Drawings repeat from row to row, so that one filter suits them all; trying all takes several times as long. The
/// mini's files keep theirs.
pub(crate) fn png(image: &RgbImage, canvas: Canvas) -> Result<Vec<u8>> {
    let filter = match canvas {
        Canvas::Mini => FilterType::Adaptive,
        Canvas::Full => FilterType::Up,
    };
    let mut bytes = Vec::new();
    PngEncoder::new_with_quality(&mut bytes, CompressionType::Fast, filter).write_image(
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
    Ok(rgb(&execution.images[0].image))
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

fn check_marks(marks: &[Mark], ops: &[DrawOp], before: &RgbImage, after: &RgbImage) -> Result<()> {
    let (w, h) = before.dimensions();
    ensure!(after.dimensions() == (w, h), "the edited image has another size: {:?}", after.dimensions());
    for mark in marks {
        ensure!(mark.inside(w, h, 0.0), "{mark:?} lies outside the {w} x {h} picture");
    }
    let verdict = judge_marks(marks, ops, PRECISION);
    ensure!(verdict.pass, "the solution does not show its marks {marks:?}: {verdict:?}");
    let changed = before.pixels().zip(after.pixels()).filter(|(a, b)| a != b).count();
    ensure!(changed >= VISIBLE, "the drawing changes {changed} pixels only");
    Ok(())
}
