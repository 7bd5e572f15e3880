//! Which levels are drawn.

use crate::mpl::colormap::Extend;
use crate::mpl::ticks::{Log, MaxN};

/// About `count` nice levels for data from `low` to `high`.
pub fn auto_levels(low: f64, high: f64, count: usize, log: bool, extend: Extend) -> Vec<f64> {
    let levels = if log {
        Log::major(10.0).places(low, high, low, 9)
    } else {
        MaxN { least: 1, ..MaxN::with_bins(Some(count.saturating_add(1))) }.places(low, high, 9, false)
    };
    // One level beyond either end, so that all data lie between two.
    let mut first = levels.iter().rposition(|level| *level < low).unwrap_or(0);
    let mut end = levels.iter().position(|level| *level > high).map_or(levels.len(), |at| at + 1);
    first += usize::from(extend.min());
    end -= usize::from(extend.max() && end > 0);
    if end < first + 3 {
        return levels;
    }
    levels[first..end].to_vec()
}
