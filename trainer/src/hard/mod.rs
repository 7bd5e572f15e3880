//! Problems worth training on: those that a drawing decides.
//!
//! V-Thinker's rule for its RL data: keep what the model answers wrongly on the original picture and rightly on the
//! edited one. The drawing helps there, so a model that learns to draw it learns to answer.

mod cells;
mod judged;
mod seen;

pub use cells::{Cell, Cells};
pub use judged::{Judged, Ledger};
pub use seen::edited;

use anyhow::{Context, Result};
use vthinker_core::model::Qwen25Vl;
use vthinker_core::think::{LocalPolicy, Preparation, Sampling};

use crate::conversations::converse;
use crate::evaluation::contest::Rules;
use crate::evaluation::score::score;
use crate::flywheel::Problem;

/// In which cell the model puts each problem; `done` hears of each as soon as it is known, in any order. Greedy.
///
/// None for a problem whose code fails in the sandbox, so that it has no edited picture.
///
/// # Errors
/// If a problem's picture cannot be read, or `done` fails.
pub fn judge(
    model: &Qwen25Vl,
    with: &Preparation,
    problems: &[Problem],
    rules: Rules,
    done: impl Fn(&Problem, Option<Cell>) -> Result<()> + Sync,
) -> Result<Vec<Option<Cell>>> {
    let end = vec![model.config().eos_token_id];
    converse(model, problems.len(), rules.pace, |place, voice| {
        let mut policy = LocalPolicy::on(voice, with, end.clone(), Sampling::greedy(), 0);
        let mut answers = |problem: &Problem| -> Result<bool> {
            Ok(score(&mut policy, problem, rules.max_new_tokens, rules.feedback, |_| ())?.0.correct)
        };
        let problem = &problems[place];
        let cell = match edited(problem).with_context(|| format!("problem `{}`", problem.id))? {
            Some(edited) => Some(Cell { original: answers(problem)?, edited: answers(&edited)? }),
            None => None,
        };
        done(problem, cell)?;
        Ok(cell)
    })
}
