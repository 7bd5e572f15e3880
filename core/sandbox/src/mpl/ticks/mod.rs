//! Ticks: where they stand and what is written beside them.
//!
//! This room knows no artists and no scripts: views and numbers in, places and texts out. Formatters that
//! call into scripts (`FuncFormatter`, `FormatStrFormatter`, `StrMethodFormatter`) belong to the axis.

pub mod calendar;
mod date_locator;
mod date_rule;
mod engineering;
mod locator;
mod log_labels;
mod log_locator;
mod max_n;
mod percent;
mod scalar;
mod step;

pub use date_locator::{AutoDates, DateLocator};
pub use date_rule::{DateRule, DateUnit};
pub use engineering::Engineering;
pub use locator::{Locator, MOST, TooMany, View, room};
pub use log_labels::{LogLabels, LogStyle};
pub use log_locator::{Log, Subs};
pub use max_n::{MaxN, Prune};
pub use percent::Percent;
pub use scalar::{Labels, OffsetRule, Scalar};
pub use step::{divmod, nonsingular};

#[cfg(test)]
mod golden_tests;
