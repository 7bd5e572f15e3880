//! The edited image.

use image::{Rgb, RgbImage};
use vthinker_core::judge::judge_marks;
use vthinker_core::think::IMAGE_PATH;
use vthinker_sandbox::{DrawOp, Limits, Sandbox};

use super::picture::difference;
use super::reason::Reason;
use super::verdict::Verdict;
use crate::pixels::{rgb, rgba};
use crate::{Problem, Segment};

/// Pixels to within which the tool code must hit its marks.
const PRECISION: f32 = 1.5;
/// A drawing must change at least this many pixels.
const VISIBLE: usize = 10;
/// The pen: magenta.
const PEN: Rgb<u8> = Rgb([255, 0, 255]);
/// Grey levels by which a smoothed pixel may lie beside the mix of ground and pen.
const MIX: f64 = 12.0;

pub(super) fn check(problem: &Problem, verdict: &mut Verdict) {
    let (before, after) = match (problem.image(), problem.edited_image()) {
        (Ok(before), Ok(after)) => (before, after),
        (Err(error), _) | (_, Err(error)) => return verdict.object(Reason::OtherEdit, format!("{error:#}")),
    };
    let (width, height) = before.dimensions();
    for mark in &problem.marks {
        if !mark.inside(width, height, 0.0) {
            verdict.object(Reason::OutsidePicture, format!("{mark:?}"));
        }
    }
    let mut sandbox = Sandbox::with_image(rgba(&before), IMAGE_PATH, Limits::default());
    let mut ops: Vec<DrawOp> = Vec::new();
    let mut last = None;
    for segment in &problem.trajectory {
        let Segment::Code(code) = segment else { continue };
        let execution = sandbox.run(code);
        if let Some(error) = execution.error {
            return verdict.object(Reason::ToolFails, error.to_string());
        }
        ops.extend(execution.ops);
        last = execution.images.into_iter().next_back();
    }
    match last {
        Some(one) if rgb(&one.image) == after => {}
        Some(_) => verdict.object(Reason::OtherEdit, "the pixels differ"),
        None => verdict.object(Reason::OtherEdit, "no image was saved"),
    }
    let judged = judge_marks(&problem.marks, &ops, PRECISION);
    if judged.matched.iter().any(Option::is_none) || problem.marks.is_empty() {
        verdict.object(Reason::MarksMissing, format!("{:?} of {:?}", judged.found, problem.marks));
    }
    if judged.extra > 0 {
        verdict.object(Reason::Unneeded, format!("{} strokes beside the marks", judged.extra));
    }
    changes(&before, &after, verdict);
    necessary(problem, verdict);
}

/// The edit shows, and adds only its pen's colour.
fn changes(before: &RgbImage, after: &RgbImage, verdict: &mut Verdict) {
    if before.dimensions() != after.dimensions() {
        return verdict.object(Reason::Erases, format!("the size changed to {:?}", after.dimensions()));
    }
    let changed: Vec<(&Rgb<u8>, &Rgb<u8>)> =
        before.pixels().zip(after.pixels()).filter(|(a, b)| a != b).collect();
    if changed.iter().filter(|(a, b)| difference(**a, **b) >= 16).count() < VISIBLE {
        verdict.object(Reason::Unchanged, format!("{} pixels changed", changed.len()));
    }
    let other = changed.iter().filter(|(a, b)| !is_mix(**a, **b)).count();
    if other > changed.len() / 50 {
        verdict.object(Reason::Erases, format!("{other} pixels changed to another colour than the pen's"));
    }
}

/// Whether a pixel became a mix of what it was and the pen's colour.
fn is_mix(before: Rgb<u8>, after: Rgb<u8>) -> bool {
    let (mut along, mut square) = (0.0, 0.0);
    for i in 0..3 {
        let way = f64::from(PEN.0[i]) - f64::from(before.0[i]);
        along += way * (f64::from(after.0[i]) - f64::from(before.0[i]));
        square += way * way;
    }
    let share = if square > 0.0 { (along / square).clamp(0.0, 1.0) } else { 0.0 };
    (0..3).all(|i| {
        let (before, pen) = (f64::from(before.0[i]), f64::from(PEN.0[i]));
        (f64::from(after.0[i]) - (before + share * (pen - before))).abs() <= MIX
    })
}

/// The figure must not already show all marks.
fn necessary(problem: &Problem, verdict: &mut Verdict) {
    let drawn = Sandbox::new(Limits::default()).run(&problem.original_img_code);
    let judged = judge_marks(&problem.marks, &drawn.ops, PRECISION);
    let points = problem.marks.iter().all(|mark| matches!(mark, vthinker_core::judge::Mark::Point { .. }));
    // A point in the figure is what a question asks to be marked; a line that is there needs no drawing.
    if !points && !problem.marks.is_empty() && judged.matched.iter().all(Option::is_some) {
        verdict.object(Reason::NotNecessary, format!("{:?}", problem.marks));
    }
}
