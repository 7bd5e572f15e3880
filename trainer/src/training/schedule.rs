//! The learning rate over time.

use serde::{Deserialize, Serialize};

/// How the rate falls after the warm-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "snake_case")]
pub enum Decline {
    /// A plateau, then a line: unlike a cosine, a run can be made longer by resuming it before the decay begins.
    Late,
    /// Half a cosine from the end of the warm-up to the last step (the reference's setting).
    Cosine,
}

/// Warm-up, then a decline to a floor.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Schedule {
    /// Highest learning rate.
    pub peak: f64,
    /// Steps of linear warm-up.
    pub warmup: usize,
    /// Steps of the whole run.
    pub steps: usize,
    /// How it falls.
    pub decline: Decline,
    /// Steps of a late decay.
    pub decay: usize,
    /// Least rate as a share of the peak.
    pub floor: f64,
}

impl Schedule {
    /// The learning rate of a step, counted from 0.
    pub fn at(&self, step: usize) -> f64 {
        let warm = ((step + 1) as f64 / self.warmup.max(1) as f64).min(1.0);
        let left = match self.decline {
            Decline::Late => self.steps.saturating_sub(step) as f64 / self.decay.max(1) as f64,
            Decline::Cosine => {
                let falling = self.steps.saturating_sub(self.warmup).max(1) as f64;
                let done = (step.saturating_sub(self.warmup) as f64 / falling).min(1.0);
                self.floor + (1.0 - self.floor) * (1.0 + (std::f64::consts::PI * done).cos()) / 2.0
            }
        };
        self.peak * warm * left.clamp(self.floor, 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LATE: Schedule =
        Schedule { peak: 1.0, warmup: 10, steps: 100, decline: Decline::Late, decay: 20, floor: 0.1 };

    #[test]
    fn a_late_decline_rises_stays_and_falls() {
        assert!((LATE.at(0) - 0.1).abs() < 1e-9);
        assert_eq!(LATE.at(50), 1.0);
        assert!((LATE.at(90) - 0.5).abs() < 1e-9);
        assert!((LATE.at(99) - 0.1).abs() < 1e-9);
    }

    #[test]
    fn a_cosine_is_half_way_in_the_middle_and_ends_at_the_floor() {
        let s = Schedule { decline: Decline::Cosine, ..LATE };
        assert_eq!(s.at(10), 1.0);
        assert!((s.at(55) - 0.55).abs() < 1e-9, "{}", s.at(55));
        assert!((s.at(100) - 0.1).abs() < 1e-9);
    }
}
