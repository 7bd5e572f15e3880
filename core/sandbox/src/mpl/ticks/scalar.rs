//! Plain numbers beside ticks, with a common offset and power of ten where that shortens them.

use super::step::{decade, divmod, power_of_ten, rounded};
use crate::eval::format::float::{fixed, general};

/// When a common number is taken off all labels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum OffsetRule {
    /// When it saves digits.
    Auto,
    /// Never.
    Never,
    /// Always this one.
    These(f64),
}

/// `ScalarFormatter`.
#[derive(Debug, Clone, PartialEq)]
pub struct Scalar {
    /// The offset.
    pub offset: OffsetRule,
    /// Whether a power of ten may be taken out.
    pub scientific: bool,
    /// Exponents from which on it is: at most the first, at least the second.
    pub limits: (i32, i32),
    /// Whether labels are mathtext.
    pub math: bool,
}

impl Default for Scalar {
    fn default() -> Self {
        Self { offset: OffsetRule::Auto, scientific: true, limits: (-5, 6), math: false }
    }
}

/// Texts of an axis.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Labels {
    /// One a tick.
    pub ticks: Vec<String>,
    /// What stands at the end of the axis, often nothing.
    pub offset: String,
}

/// Digits that an offset must save.
const OFFSET_DIGITS: f64 = 4.0;

impl Scalar {
    /// The labels of ticks at `places` on an axis that shows `low` to `high`.
    pub fn labels(&self, places: &[f64], low: f64, high: f64) -> Labels {
        if places.is_empty() {
            return Labels::default();
        }
        let (low, high) = (low.min(high), low.max(high));
        let seen: Vec<f64> = places.iter().copied().filter(|place| (low..=high).contains(place)).collect();
        let offset = match self.offset {
            OffsetRule::Auto => common_offset(&seen),
            OffsetRule::Never => 0.0,
            OffsetRule::These(offset) => offset,
        };
        let order = self.order(&seen, offset, high - low);
        let scale = power_of_ten(f64::from(order));
        let decimals = decimals(places, offset, scale, low, high);
        let label = |place: &f64| {
            let value = (place - offset) / scale;
            let text = signed(if value.abs() < 1e-8 { 0.0 } else { value }, |v| fixed(v, decimals));
            if self.math { format!("$\\mathdefault{{{text}}}$") } else { text }
        };
        Labels { ticks: places.iter().map(label).collect(), offset: self.common(offset, order) }
    }

    fn order(&self, seen: &[f64], offset: f64, span: f64) -> i32 {
        if !self.scientific {
            return 0;
        }
        if self.limits.0 == self.limits.1 && self.limits.0 != 0 {
            return self.limits.0;
        }
        let largest = seen.iter().fold(0.0_f64, |most, place| most.max(place.abs()));
        let order = match () {
            () if seen.is_empty() => return 0,
            () if offset != 0.0 => decade(span),
            () if largest == 0.0 => 0.0,
            () => decade(largest),
        } as i32;
        if order <= self.limits.0 || order >= self.limits.1 { order } else { 0 }
    }

    /// The text of offset and power of ten.
    fn common(&self, offset: f64, order: i32) -> String {
        if offset == 0.0 && order == 0 {
            return String::new();
        }
        let mut tail = String::new();
        if offset != 0.0 {
            tail = self.significant(offset);
            if offset > 0.0 {
                tail.insert(0, '+');
            }
        }
        if !self.math {
            let power = if order == 0 { String::new() } else { minus(&format!("1e{order}")) };
            return format!("{power}{tail}");
        }
        let power = if order == 0 {
            String::new()
        } else {
            format!("\\times\\mathdefault{{{}}}", self.significant(power_of_ten(f64::from(order))))
        };
        format!("${power}\\mathdefault{{{tail}}}$")
    }

    /// A number as mantissa and exponent.
    fn significant(&self, value: f64) -> String {
        let exponent = decade(value.abs());
        let mantissa = value / power_of_ten(exponent);
        let mantissa: f64 = format!("{mantissa:.10}").parse().unwrap_or(mantissa);
        let digits = signed(mantissa, |v| general(v, 10, false));
        if exponent == 0.0 {
            return digits;
        }
        let exponent = minus(&format!("{exponent}"));
        match self.math {
            true if mantissa == 1.0 => format!("10^{{{exponent}}}"),
            true => format!("{digits} \\times 10^{{{exponent}}}"),
            false => format!("{digits}e{exponent}"),
        }
    }
}

/// The number that all ticks share in their leading digits; 0 if taking it off saves too little.
fn common_offset(seen: &[f64]) -> f64 {
    let low = seen.iter().copied().fold(f64::INFINITY, f64::min);
    let high = seen.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if seen.is_empty() || low == high || low <= 0.0 && high >= 0.0 {
        return 0.0;
    }
    let (small, large) = (low.abs().min(high.abs()), low.abs().max(high.abs()));
    let whole = |value: f64, order: f64| divmod(value, power_of_ten(order)).0;
    let top = libm::log10(large).ceil();
    let first = |differ: &dyn Fn(f64) -> bool| {
        let mut order = top;
        while order > -330.0 && !differ(order) {
            order -= 1.0;
        }
        order + 1.0
    };
    let mut order = first(&|order| whole(small, order) != whole(large, order));
    if (large - small) / power_of_ten(order) <= 1e-2 {
        // The ticks lie on both sides of a round number.
        order = first(&|order| whole(large, order) - whole(small, order) > 1.0);
    }
    let lead = whole(large, order);
    if lead >= power_of_ten(OFFSET_DIGITS - 1.0) {
        libm::copysign(lead * power_of_ten(order), low)
    } else {
        0.0
    }
}

/// The fewest decimals that tell the ticks from each other.
fn decimals(places: &[f64], offset: f64, scale: f64, low: f64, high: f64) -> usize {
    let values: Vec<f64> = places.iter().map(|place| (place - offset) / scale).collect();
    let ends = [(low - offset) / scale, (high - offset) / scale];
    let ranged: Vec<f64> =
        if places.len() < 2 { values.iter().copied().chain(ends).collect() } else { values.clone() };
    let least = ranged.iter().copied().fold(f64::INFINITY, f64::min);
    let most = ranged.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let mut range = most - least;
    if range == 0.0 {
        range = least.abs();
    }
    if range == 0.0 || !range.is_finite() {
        range = 1.0;
    }
    let order = decade(range);
    let mut digits = (3.0 - order).clamp(0.0, 300.0) as i32;
    let near = 1e-3 * power_of_ten(order);
    let agrees = |digits: i32| values.iter().all(|v| (v - rounded(*v, digits as usize)).abs() < near);
    while digits >= 0 && agrees(digits) {
        digits -= 1;
    }
    (digits + 1) as usize
}

/// A number with the true minus sign, its size written by `write`.
pub(super) fn signed(value: f64, write: impl Fn(f64) -> String) -> String {
    let sign = if value < 0.0 || value == 0.0 && value.is_sign_negative() { "\u{2212}" } else { "" };
    format!("{sign}{}", write(value.abs()))
}

/// Hyphens become minus signs.
pub(super) fn minus(text: &str) -> String {
    text.replace('-', "\u{2212}")
}
