//! The learning rate over time.

/// Warm-up, a plateau, then a linear decay to a tenth: unlike a cosine, a run can be made longer by resuming it
/// before the decay begins.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Schedule {
    /// Learning rate of the plateau.
    pub peak: f64,
    /// Steps of linear warm-up.
    pub warmup: usize,
    /// Steps of the whole run.
    pub steps: usize,
    /// Steps of the final decay.
    pub decay: usize,
}

impl Schedule {
    /// The learning rate of a step, counted from 0.
    pub fn at(&self, step: usize) -> f64 {
        let warm = ((step + 1) as f64 / self.warmup.max(1) as f64).min(1.0);
        let left = self.steps.saturating_sub(step) as f64 / self.decay.max(1) as f64;
        self.peak * warm * left.clamp(0.1, 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rises_stays_and_falls() {
        let s = Schedule { peak: 1.0, warmup: 10, steps: 100, decay: 20 };
        assert!((s.at(0) - 0.1).abs() < 1e-9);
        assert_eq!(s.at(50), 1.0);
        assert!((s.at(90) - 0.5).abs() < 1e-9);
        assert!((s.at(99) - 0.1).abs() < 1e-9);
    }
}
