//! Whether a problem is worth learning from, found out by other means than those that made it.
//!
//! As V-Thinker's checker does, it scores three things from 0 to 10: question and answer, the original image and the
//! edited image. Where V-Thinker asks a large model, problems of programs are measured: the problem is solved again
//! from its figure, both programs run again, and their operations and pixels are looked at.

mod answer;
mod edit;
mod figure;
mod picture;
mod reason;
mod solution;
mod verdict;

pub use reason::Reason;
pub use solution::solution;
pub use verdict::Verdict;

use crate::Problem;

/// Checks a problem.
pub fn problem(problem: &Problem) -> Verdict {
    let mut verdict = Verdict::default();
    answer::check(problem, &mut verdict);
    figure::check(problem, &mut verdict);
    edit::check(problem, &mut verdict);
    verdict
}
