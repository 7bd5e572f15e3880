//! Numbers with the prefixes of units: 10 MHz.

use super::scalar::signed;
use super::step::power_of_ten;
use crate::eval::format::float::{fixed, general};

/// Prefixes from 10^-30 on, every three powers.
const PREFIXES: [&str; 21] = [
    "q", "r", "y", "z", "a", "f", "p", "n", "\u{b5}", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y", "R",
    "Q",
];

/// `EngFormatter`.
#[derive(Debug, Clone, PartialEq)]
pub struct Engineering {
    /// The unit.
    pub unit: String,
    /// Decimals; `None` writes six digits at most.
    pub decimals: Option<usize>,
    /// What stands between number and unit.
    pub separator: String,
}

impl Engineering {
    /// The label of one tick.
    pub fn label(&self, place: f64) -> String {
        let size = place.abs();
        let third = if size == 0.0 { 0.0 } else { (libm::log10(size) / 3.0).floor().clamp(-10.0, 10.0) };
        let write = |value: f64| match self.decimals {
            Some(decimals) => fixed(value, decimals),
            None => general(value, 6, false),
        };
        let (mut third, mut mantissa) = (third, size / power_of_ten(third * 3.0));
        if third < 10.0 && write(mantissa).parse::<f64>().is_ok_and(|shown| shown >= 1000.0) {
            (third, mantissa) = (third + 1.0, mantissa / 1000.0);
        }
        let prefix = PREFIXES.get((third + 10.0) as usize).copied().unwrap_or_default();
        let sign = if place < 0.0 { -1.0 } else { 1.0 };
        let number = signed(sign * mantissa, write);
        if self.unit.is_empty() && prefix.is_empty() {
            return number;
        }
        format!("{number}{}{prefix}{}", self.separator, self.unit)
    }
}
