//! Marks, answers and format: scores and rewards.
//!
//! All of it is deterministic and cheap, so the same verdict serves as a reward in training, as a score in
//! evaluation and as an overlay on the page. Where only a large model can tell, the caller asks one.

mod answer;
mod canvas_frame;
mod expression;
mod format;
mod found;
mod mark;
mod quantity;
mod stroke;
mod verdict;

pub use answer::answers_equal;
pub use format::{code_score, format_score};
pub use found::found_marks;
pub use mark::Mark;
pub use verdict::{MarkVerdict, default_tolerance, judge_marks};
