//! Labels of logarithmic axes.

use super::step::nonsingular;
use crate::eval::format::float::{exponential, fixed, general};

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogStyle {
    /// `LogFormatterSciNotation`, the default: `2\times10^{3}`.
    Scientific,
    /// `LogFormatterMathtext`: `10^{3.30}`.
    Mathtext,
    /// `LogFormatter`: `2000`.
    Plain,
    /// `LogFormatterExponent`: `3`.
    Exponent,
}

/// `LogFormatter` and its kinds.
#[derive(Debug, Clone, PartialEq)]
pub struct LogLabels {
    /// How numbers are written.
    pub style: LogStyle,
    /// The base.
    pub base: f64,
    /// Whether only powers of the base get a label.
    pub only_powers: bool,
    /// Most powers in view, and decades in view, for which numbers between get some or all labels.
    pub thresholds: (f64, f64),
}

/// Which multiples of the powers get a label.
enum Shown {
    All,
    These(Vec<f64>),
}

impl LogLabels {
    /// The default labels; `only_powers` is true for major ticks.
    pub fn new(style: LogStyle, base: f64, only_powers: bool) -> Self {
        Self { style, base, only_powers, thresholds: (1.0, 0.4) }
    }

    /// The labels of ticks at `places` on an axis that shows `low` to `high`; some are empty.
    pub fn labels(&self, places: &[f64], low: f64, high: f64) -> Vec<String> {
        let (low, high) = (low.min(high), low.max(high));
        let shown = self.shown(low, high);
        places.iter().map(|place| self.label(*place, &shown, low, high)).collect()
    }

    fn shown(&self, low: f64, high: f64) -> Shown {
        if self.thresholds.0.is_infinite() {
            return Shown::All;
        }
        if low <= 0.0 {
            return Shown::These(vec![1.0]);
        }
        let log = |value: f64| libm::log(value) / libm::log(self.base);
        let (log_low, log_high) = (log(low), log(high));
        let powers = log_high.floor() - log_low.next_down().floor();
        if powers > self.thresholds.0 {
            return Shown::These(vec![1.0]);
        }
        if (log_high - log_low).abs() <= self.thresholds.1 {
            return Shown::These((1..=self.base.clamp(1.0, 100.0) as usize).map(|n| n as f64).collect());
        }
        let count = (self.base.clamp(2.0, 100.0) as usize / 2).max(1);
        let at = |n: usize| libm::rint(libm::pow(self.base, n as f64 / count as f64));
        Shown::These((0..=count).map(at).collect())
    }

    fn label(&self, place: f64, shown: &Shown, low: f64, high: f64) -> String {
        let math = matches!(self.style, LogStyle::Scientific | LogStyle::Mathtext);
        if place == 0.0 {
            return if math { "$\\mathdefault{0}$" } else { "0" }.to_owned();
        }
        let size = place.abs();
        let mut log = libm::log(size) / libm::log(self.base);
        let is_power = near_whole(log);
        let exponent = if is_power { libm::rint(log) } else { log.floor() };
        let factor = libm::rint(libm::pow(self.base, log - exponent));
        let hidden = matches!(shown, Shown::These(factors) if !factors.contains(&factor));
        if self.only_powers && !is_power || hidden {
            return String::new();
        }
        if is_power {
            log = libm::rint(log);
        }
        let sign = if place < 0.0 { "-" } else { "" };
        let base = general(self.base, 17, false);
        match self.style {
            LogStyle::Scientific | LogStyle::Mathtext if is_power => {
                format!("$\\mathdefault{{{sign}{base}^{{{log}}}}}$")
            }
            LogStyle::Mathtext => format!("$\\mathdefault{{{sign}{base}^{{{log:.2}}}}}$"),
            LogStyle::Scientific => {
                let factor = libm::pow(self.base, log - exponent);
                let factor = if near_whole(factor) { libm::rint(factor) } else { factor };
                let factor = general(factor, 6, false);
                format!("$\\mathdefault{{{sign}{factor}\\times{base}^{{{exponent}}}}}$")
            }
            LogStyle::Plain => {
                let (low, high) = nonsingular(low, high, 0.05, 1e-15);
                if (1.0..=10000.0).contains(&size) {
                    short(size, high - low)
                } else {
                    super::scalar::minus(&exponential(size, 0))
                }
            }
            LogStyle::Exponent => {
                let (low, high) = nonsingular(low, high, 0.05, 1e-15);
                let span = libm::log(high - low) / libm::log(self.base);
                if (1.0..=10000.0).contains(&log.abs()) {
                    super::scalar::signed(log, |log| short(log, span))
                } else {
                    super::scalar::signed(log, |log| general(log, 1, false))
                }
            }
        }
    }
}

/// A number with as many decimals as a view of this width wants.
fn short(value: f64, span: f64) -> String {
    if value < 1e4 && value == value.floor() {
        return format!("{value}");
    }
    let text = match span {
        span if span < 1e-2 => exponential(value, 3),
        span if span <= 1.0 => fixed(value, 3),
        span if span <= 10.0 => fixed(value, 2),
        span if span <= 1e5 => fixed(value, 1),
        _ => exponential(value, 1),
    };
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let mantissa = mantissa.trim_end_matches('0').trim_end_matches('.');
    match exponent.parse().unwrap_or(0) {
        0 => mantissa.to_owned(),
        exponent => super::scalar::minus(&format!("{mantissa}e{exponent}")),
    }
}

fn near_whole(value: f64) -> bool {
    let whole = libm::rint(value);
    (value - whole).abs() <= 1e-9 * value.abs().max(whole.abs())
}
