//! How sure a share is.

use serde::Serialize;

/// A share of successes with its 95 % Wilson score interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Share {
    /// Successes.
    pub hits: usize,
    /// Trials.
    pub of: usize,
    /// `hits / of`, 0 to 1.
    pub rate: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end of the interval.
    pub high: f64,
}

impl Share {
    /// The share of `hits` in `of`; for no trials, 0 with the interval 0 to 1.
    pub fn new(hits: usize, of: usize) -> Self {
        const Z: f64 = 1.959_964;
        if of == 0 {
            return Self { hits, of, rate: 0.0, low: 0.0, high: 1.0 };
        }
        let (n, p) = (of as f64, hits as f64 / of as f64);
        let middle = (p + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
        let half = Z / (1.0 + Z * Z / n) * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
        Self { hits, of, rate: p, low: (middle - half).max(0.0), high: (middle + half).min(1.0) }
    }
}

impl std::fmt::Display for Share {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:5.1} % [{:.1}, {:.1}]", 100.0 * self.rate, 100.0 * self.low, 100.0 * self.high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_values() {
        // Wilson 95 % for 8 of 10.
        let s = Share::new(8, 10);
        assert!((s.low - 0.4902).abs() < 1e-3 && (s.high - 0.9433).abs() < 1e-3, "{s:?}");
    }

    #[test]
    fn never_leaves_zero_to_one() {
        for (hits, of) in [(0, 0), (0, 5), (5, 5)] {
            let s = Share::new(hits, of);
            assert!(0.0 <= s.low && s.low <= s.rate.max(s.low) && s.high <= 1.0);
        }
    }
}
