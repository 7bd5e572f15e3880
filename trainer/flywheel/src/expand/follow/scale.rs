//! Scales read from their labels.

use crate::seen::Seen;

/// Pixels as a linear function of values.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    start: f64,
    per_unit: f64,
}

impl Scale {
    /// The scale of the labels with a meaning; `axis` 0 runs across and 1 along the height.
    pub(super) fn of(seen: &Seen, meaning: &str, axis: usize) -> Option<Self> {
        let labels = seen.texts(meaning).into_iter();
        let mut labels: Vec<(f64, f64)> =
            labels.filter_map(|(text, at)| Some((text.parse().ok()?, at[axis]))).collect();
        labels.sort_by(|a, b| a.0.total_cmp(&b.0));
        let ((low, from), (high, to)) = (*labels.first()?, *labels.last()?);
        let per_unit = (to - from) / (high - low);
        (high > low && per_unit != 0.0).then_some(Self { start: from - low * per_unit, per_unit })
    }

    /// Where a value lies.
    pub(super) fn pixel(&self, value: f64) -> f64 {
        self.start + value * self.per_unit
    }

    /// The value at a pixel.
    pub(super) fn value(&self, pixel: f64) -> f64 {
        (pixel - self.start) / self.per_unit
    }
}
