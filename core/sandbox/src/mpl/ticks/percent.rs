//! Percentages beside ticks.

use super::scalar::{minus, signed};
use crate::eval::format::float::fixed;

/// `PercentFormatter`.
#[derive(Debug, Clone, PartialEq)]
pub struct Percent {
    /// What is 100 %.
    pub whole: f64,
    /// Decimals; `None` lets the view's width decide.
    pub decimals: Option<usize>,
    /// What follows the number.
    pub symbol: String,
}

impl Percent {
    /// The label of one tick on an axis that shows `low` to `high`.
    pub fn label(&self, place: f64, low: f64, high: f64) -> String {
        let percent = |value: f64| 100.0 * (value / self.whole);
        let span = percent((high - low).abs());
        let wanted = || if span <= 0.0 { 0.0 } else { (2.0 - libm::log10(2.0 * span)).ceil() };
        let decimals = self.decimals.unwrap_or_else(|| wanted().clamp(0.0, 5.0) as usize);
        minus(&format!("{}{}", signed(percent(place), |value| fixed(value, decimals)), self.symbol))
    }
}
