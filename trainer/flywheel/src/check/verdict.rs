//! Three scores and what was found.

use serde::{Deserialize, Serialize};

use super::reason::{Part, Reason};

/// A part passes with at least this many of its ten points; V-Thinker does not publish its bound.
const PASS: u8 = 6;

/// What the checker says about a problem.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// Question and answer, 0 to 10.
    pub question_answer: u8,
    /// The original image, 0 to 10.
    pub original_image: u8,
    /// The edited image, 0 to 10.
    pub edited_image: u8,
    /// What was found, each with its particulars.
    pub reasons: Vec<(Reason, String)>,
}

impl Default for Verdict {
    fn default() -> Self {
        Self { question_answer: 10, original_image: 10, edited_image: 10, reasons: vec![] }
    }
}

impl Verdict {
    /// Whether all three parts pass.
    pub fn passes(&self) -> bool {
        self.question_answer >= PASS && self.images_pass()
    }

    /// Whether both images pass: then a problem whose question fails can be repaired.
    pub fn images_pass(&self) -> bool {
        self.original_image >= PASS && self.edited_image >= PASS
    }

    /// Takes points off for a reason.
    pub(super) fn object(&mut self, reason: Reason, particulars: impl Into<String>) {
        let score = match reason.part() {
            Part::QuestionAnswer => &mut self.question_answer,
            Part::Original => &mut self.original_image,
            Part::Edited => &mut self.edited_image,
        };
        *score = score.saturating_sub(reason.weight());
        self.reasons.push((reason, particulars.into()));
    }
}
