//! The problem solved again.

use vthinker_core::judge::{Mark, answers_equal};

use crate::expand;
use crate::families;
use crate::problem::letter;
use crate::{Problem, Seen};

/// Pixels by which marks may differ from those found again: both are rounded to whole places, and a long line that a
/// short one fixes turns with the rounding.
fn tolerance(problem: &Problem) -> f32 {
    2.0 + problem.width.max(problem.height).saturating_sub(120) as f32 / 400.0
}

/// How a problem differs from its solution.
#[derive(Debug, Clone, PartialEq)]
pub enum Differs {
    /// It cannot be solved from its figure, or no family is known that could.
    Unsolvable,
    /// It has another answer.
    Answer {
        /// As found.
        found: Option<String>,
        /// As the problem says.
        stated: Option<String>,
    },
    /// It has other marks.
    Marks {
        /// As found.
        found: Vec<Mark>,
        /// As the problem says.
        stated: Vec<Mark>,
    },
}

impl std::fmt::Display for Differs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Differs::Unsolvable => write!(f, "the problem cannot be solved from its figure"),
            Differs::Answer { found, stated } => write!(f, "the answer is {found:?}, not {stated:?}"),
            Differs::Marks { found, stated } => write!(f, "the marks are {found:?}, not {stated:?}"),
        }
    }
}

impl std::error::Error for Differs {}

/// Solves the problem from question and elements alone and compares answer and marks. What a model made has no
/// elements and no solver: a judge model looks at it instead, see [`crate::teacher`].
///
/// # Errors
/// What differs.
pub fn solution(problem: &Problem) -> Result<(), Differs> {
    if problem.family == crate::teacher::FAMILY {
        return Ok(());
    }
    let seen = Seen {
        question: &problem.question,
        elements: &problem.elements,
        width: problem.width,
        height: problem.height,
    };
    let solve = || match &problem.expansion {
        Some(expansion) => expand::solve(expansion, &seen),
        None => families::all()
            .find(|family| family.name == problem.family)
            .and_then(|family| (family.solve)(&seen)),
    };
    // A data set of somebody else may hold a figure with parts missing, over which a solver trips.
    let solved = std::panic::catch_unwind(std::panic::AssertUnwindSafe(solve)).unwrap_or_default();
    let solved = solved.ok_or(Differs::Unsolvable)?;
    let found = solved.answer.map(|found| {
        let place = problem.choices.iter().position(|choice| answers_equal(&found, choice));
        place.map_or(found, |place| letter(place).to_string())
    });
    let same = match (&found, &problem.answer) {
        (None, None) => true,
        (Some(found), Some(stated)) => answers_equal(found, stated),
        _ => false,
    };
    if !same {
        return Err(Differs::Answer { found, stated: problem.answer.clone() });
    }
    // Names tie each mark to its place in the question, else any order will do.
    let same = match problem.mark_names.len() {
        0 => same_marks(&solved.marks, &problem.marks, tolerance(problem)),
        n => {
            n == problem.marks.len()
                && n == solved.marks.len()
                && solved
                    .marks
                    .iter()
                    .zip(&problem.marks)
                    .all(|(found, stated)| near(found, stated, tolerance(problem)))
        }
    };
    if !same {
        return Err(Differs::Marks { found: solved.marks, stated: problem.marks.clone() });
    }
    Ok(())
}

/// Whether each mark has its own partner.
fn same_marks(found: &[Mark], stated: &[Mark], tolerance: f32) -> bool {
    let mut left: Vec<&Mark> = stated.iter().collect();
    found.len() == stated.len()
        && found.iter().all(|mark| {
            // A segment is near a somewhat longer one that covers it, which may be another's partner: so the one that
            // differs least both ways is taken.
            let partner = (0..left.len())
                .filter(|place| near(mark, left[*place], tolerance))
                .min_by(|a, b| apart(mark, left[*a]).total_cmp(&apart(mark, left[*b])));
            partner.map(|place| left.swap_remove(place)).is_some()
        })
}

fn apart(mark: &Mark, other: &Mark) -> f32 {
    let way = |a: &Mark, b: &Mark| a.distance(&drawn(b)).unwrap_or(f32::INFINITY);
    way(mark, other).max(way(other, mark))
}

fn near(found: &Mark, stated: &Mark, tolerance: f32) -> bool {
    found.distance(&drawn(stated)).is_some_and(|distance| distance <= tolerance)
}

/// A mark as it is found in a drawing: a line as the segment that shows it.
fn drawn(mark: &Mark) -> Mark {
    match *mark {
        Mark::Line { x0, y0, x1, y1 } => Mark::Segment { x0, y0, x1, y1 },
        ref other => other.clone(),
    }
}
