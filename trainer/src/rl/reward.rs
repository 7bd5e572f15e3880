//! Rewards of a rollout.

use serde::Serialize;

use crate::evaluation::score::Score;

/// Weight of the format reward (paper section 3.3, the public code's 0.5).
const FORMAT: f32 = 0.5;
/// Weight of the code reward, given only to correct rollouts (paper: 0.3).
const CODE: f32 = 0.3;

/// The parts of one rollout's reward.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Reward {
    /// 1 if the task is solved, else 0.
    pub accuracy: f32,
    /// 1 if the format is as taught, else 0.
    pub format: f32,
    /// Share of code blocks that did not fail, 0 without any.
    pub code: f32,
}

impl Reward {
    /// The reward of a judged rollout.
    pub fn of(score: &Score) -> Self {
        Self { accuracy: f32::from(score.correct), format: score.format, code: score.code }
    }

    /// `accuracy + 0.5 format + 0.3 [accuracy > 0] code`.
    pub fn total(&self) -> f32 {
        let code = if self.accuracy > 0.0 { CODE * self.code } else { 0.0 };
        self.accuracy + FORMAT * self.format + code
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_counts_only_when_the_answer_is_right() {
        let wrong = Reward { accuracy: 0.0, format: 1.0, code: 1.0 };
        let right = Reward { accuracy: 1.0, ..wrong };
        assert_eq!(wrong.total(), 0.5);
        assert!((right.total() - 1.8).abs() < 1e-6);
    }
}
