//! The judge on what a conversation drew and answered.

use vthinker_core::{
    judge::{Mark, answers_equal, default_tolerance, judge_marks},
    think::Event,
};
use vthinker_sandbox::DrawOp;
use vthinker_web::{AnswerVerdict, DrawingVerdict, Example, Verdict};

/// Judges a conversation about a bundled problem; none if the problem has neither marks nor an answer, or
/// if there was no conversation.
pub fn judge(problem: &Example, picture: (u32, u32), events: &[Event]) -> Option<Verdict> {
    let (width, height) = events.iter().find_map(|event| match event {
        Event::Start { image, .. } => Some((image.width, image.height)),
        _ => None,
    })?;
    let scale = [width as f32 / picture.0 as f32, height as f32 / picture.1 as f32];
    let expected: Vec<Mark> = problem
        .marks
        .iter()
        .filter_map(|mark| serde_json::from_value(mark.clone()).ok())
        .map(|mark| scaled(mark, scale))
        .collect();
    let answer = problem.answer.as_ref().map(|expected| {
        let given = events.iter().rev().find_map(|event| match event {
            Event::Answer { text } => Some(text.clone()),
            _ => None,
        });
        let right = given.as_ref().is_some_and(|given| answers_equal(expected, given));
        AnswerVerdict { expected: expected.clone(), given, right }
    });
    let drawing = (!expected.is_empty()).then(|| {
        let ops: Vec<DrawOp> = events
            .iter()
            .filter_map(|event| match event {
                Event::Draw { op, .. } => Some(op.clone()),
                _ => None,
            })
            .collect();
        let tolerance = default_tolerance(width, height);
        let verdict = judge_marks(&expected, &ops, tolerance);
        DrawingVerdict {
            expected: as_json(&expected),
            found: as_json(&verdict.found),
            hit: verdict.matched.iter().map(Option::is_some).collect(),
            extra: verdict.extra,
            tolerance,
            pass: verdict.pass,
        }
    });
    (answer.is_some() || drawing.is_some()).then_some(Verdict { size: [width, height], drawing, answer })
}

fn as_json(marks: &[Mark]) -> Vec<serde_json::Value> {
    // A mark is plain data; writing it cannot fail.
    marks.iter().filter_map(|mark| serde_json::to_value(mark).ok()).collect()
}

/// A mark of the picture as it was bundled, in pixels of the picture as the model sees it.
fn scaled(mark: Mark, [sx, sy]: [f32; 2]) -> Mark {
    match mark {
        Mark::Point { x, y } => Mark::Point { x: x * sx, y: y * sy },
        Mark::Segment { x0, y0, x1, y1 } => {
            Mark::Segment { x0: x0 * sx, y0: y0 * sy, x1: x1 * sx, y1: y1 * sy }
        }
        Mark::Line { x0, y0, x1, y1 } => Mark::Line { x0: x0 * sx, y0: y0 * sy, x1: x1 * sx, y1: y1 * sy },
        Mark::Circle { x, y, r } => Mark::Circle { x: x * sx, y: y * sy, r: r * (sx * sy).sqrt() },
        Mark::Box { x0, y0, x1, y1 } => Mark::Box { x0: x0 * sx, y0: y0 * sy, x1: x1 * sx, y1: y1 * sy },
        Mark::Polyline { points } => {
            Mark::Polyline { points: points.into_iter().map(|[x, y]| [x * sx, y * sy]).collect() }
        }
    }
}
