//! The problem solved again.

use anyhow::{Context, Result, bail, ensure};
use vthinker_core::judge::{Mark, answers_equal};

use crate::families;
use crate::problem::letter;
use crate::{Problem, Seen};

/// Pixels by which marks may differ from those found again: both are rounded to whole places.
const TOLERANCE: f32 = 2.0;

/// Solves the problem from question and elements alone and compares answer and marks.
///
/// # Errors
/// What differs.
pub fn solution(problem: &Problem) -> Result<()> {
    let family = families::all()
        .find(|family| family.name == problem.family)
        .with_context(|| format!("no family is called `{}`", problem.family))?;
    let seen = Seen {
        question: &problem.question,
        elements: &problem.elements,
        width: problem.width,
        height: problem.height,
    };
    let solved = (family.solve)(&seen).context("the problem cannot be solved from its figure")?;
    match (&problem.answer, &solved.answer) {
        (None, None) => {}
        (Some(stated), Some(found)) => {
            let expected = match problem.choices.iter().position(|choice| answers_equal(found, choice)) {
                Some(place) => letter(place).to_string(),
                None if problem.choices.is_empty() => found.clone(),
                None => bail!("{found:?} is not among the choices"),
            };
            ensure!(answers_equal(&expected, stated), "the answer is {expected:?}, not {stated:?}");
        }
        (stated, found) => bail!("the answer is {found:?}, not {stated:?}"),
    }
    // Names tie each mark to its place in the question.
    let same = if problem.mark_names.is_empty() {
        same_marks(&solved.marks, &problem.marks)
    } else {
        ensure!(problem.mark_names.len() == problem.marks.len(), "not every mark has a name");
        solved.marks.len() == problem.marks.len()
            && solved.marks.iter().zip(&problem.marks).all(|(found, stated)| near(found, stated))
    };
    ensure!(same, "the marks are {:?}, not {:?}", solved.marks, problem.marks);
    Ok(())
}

/// Whether each mark has its own partner.
fn same_marks(found: &[Mark], stated: &[Mark]) -> bool {
    let mut left: Vec<&Mark> = stated.iter().collect();
    found.len() == stated.len()
        && found.iter().all(|mark| match left.iter().position(|other| near(mark, other)) {
            Some(place) => {
                left.swap_remove(place);
                true
            }
            None => false,
        })
}

fn near(found: &Mark, stated: &Mark) -> bool {
    found.distance(&drawn(stated)).is_some_and(|distance| distance <= TOLERANCE)
}

/// A mark as it is found in a drawing: a line as the segment that shows it.
fn drawn(mark: &Mark) -> Mark {
    match *mark {
        Mark::Line { x0, y0, x1, y1 } => Mark::Segment { x0, y0, x1, y1 },
        ref other => other.clone(),
    }
}
