//! Numbers of one array, written alike.

use super::array::Array;
use super::dtype::DType;
use super::print::PrintOptions;
use super::scalar::Num;

/// How the elements of one array are written.
pub(super) enum Column {
    /// Right-aligned words.
    Words(usize),
    /// Digits before and after the point.
    Fixed { left: usize, right: usize, single: bool, precision: usize },
    /// With an exponent: digits before the point, digits after it, digits of the exponent.
    Exponent { left: usize, right: usize, digits: usize, single: bool, precision: usize },
}

/// Shortest digits that read back as the same number, as `d.ddde±x`.
fn shortest(float: f64, single: bool) -> String {
    if single { format!("{:e}", float as f32) } else { format!("{float:e}") }
}

fn exponent_of(text: &str) -> (&str, i32) {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    (mantissa, exponent.parse().unwrap_or(0))
}

/// `str` of a float scalar.
pub(super) fn float_text(float: f64, single: bool) -> String {
    if float.is_nan() {
        return "nan".to_owned();
    }
    if float.is_infinite() {
        return if float > 0.0 { "inf" } else { "-inf" }.to_owned();
    }
    let short = shortest(float, single);
    let (mantissa, exponent) = exponent_of(&short);
    // Single precision goes over to exponents where its digits end.
    let size = float.abs();
    let plain =
        if single { size == 0.0 || (1e-4..1e6).contains(&size) } else { (-4..16).contains(&exponent) };
    if plain {
        let plain = if single { format!("{}", float as f32) } else { format!("{float}") };
        return if plain.contains('.') { plain } else { plain + ".0" };
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{mantissa}e{sign}{:02}", exponent.abs())
}

/// Shortest digits with a limited number after the point, none of them a trailing zero: `1.`, `0.25`.
fn positional(float: f64, single: bool, precision: usize) -> String {
    let plain = if single { format!("{}", float as f32) } else { format!("{float}") };
    let digits = plain.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    if digits == 0 {
        return plain + ".";
    }
    if digits <= precision {
        return plain;
    }
    let text = format!("{float:.precision$}");
    if text.contains('.') { text.trim_end_matches('0').to_owned() } else { text + "." }
}

/// Mantissa with a limited number of digits after the point, and exponent.
fn scientific(float: f64, single: bool, precision: usize) -> (String, i32) {
    let short = shortest(float, single);
    let (mantissa, exponent) = exponent_of(&short);
    let digits = mantissa.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    if digits <= precision {
        let point = if digits == 0 { "." } else { "" };
        return (format!("{mantissa}{point}"), exponent);
    }
    let rounded = format!("{float:.precision$e}");
    let (mantissa, exponent) = exponent_of(&rounded);
    let point = if mantissa.contains('.') { "" } else { "." };
    (format!("{}{point}", mantissa.trim_end_matches('0')), exponent)
}

fn parts(text: &str) -> (usize, usize) {
    text.split_once('.').map_or((text.len(), 0), |(whole, fraction)| (whole.len(), fraction.len()))
}

impl Column {
    /// The form for the elements that are shown.
    pub fn new(array: &Array, shown: &[Num], options: &PrintOptions) -> Self {
        let dtype = array.dtype;
        if dtype == DType::Bool {
            return Self::Words(if array.shape.is_empty() { 0 } else { 5 });
        }
        if !dtype.is_float() {
            let width = shown.iter().map(|num| super::print::scalar(dtype, *num).len()).max();
            return Self::Words(width.unwrap_or(0));
        }
        Self::floats(shown, dtype == DType::Float32, options)
    }

    fn floats(shown: &[Num], single: bool, options: &PrintOptions) -> Self {
        let precision = options.precision;
        let values = || shown.iter().map(|num| num.float(DType::Float64));
        let finite = || values().filter(|float| float.is_finite());
        let sizes = || finite().map(f64::abs).filter(|size| *size != 0.0);
        let (low, high) = (sizes().fold(f64::INFINITY, f64::min), sizes().fold(0.0, f64::max));
        let any = high != 0.0;
        // Single precision compares in single precision.
        let ratio = if single { f64::from(high as f32 / low as f32) } else { high / low };
        let tiny = if single { f64::from(0.0001_f32) } else { 0.0001 };
        if any && (high >= 1e8 || (!options.suppress && (low < tiny || ratio > 1000.0))) {
            let (mut left, mut right, mut digits) = (0, 0, 2);
            for (mantissa, exponent) in finite().map(|float| scientific(float, single, precision)) {
                let (whole, fraction) = parts(&mantissa);
                left = left.max(whole);
                right = right.max(fraction);
                digits = digits.max(exponent.abs().to_string().len());
            }
            let total = right + digits + 2;
            let left = left.max(Self::special(values(), total));
            return Self::Exponent { left, right, digits, single, precision };
        }
        let (mut left, mut right) = (0, 0);
        for text in finite().map(|float| positional(float, single, precision)) {
            let (whole, fraction) = parts(&text);
            left = left.max(whole);
            right = right.max(fraction);
        }
        let left = left.max(Self::special(values(), right));
        Self::Fixed { left, right, single, precision }
    }

    /// Width before the point that `nan` and `inf` need.
    fn special(values: impl Iterator<Item = f64>, right: usize) -> usize {
        let widths = values.map(|float| match float {
            nan if nan.is_nan() => 3,
            f64::INFINITY => 3,
            f64::NEG_INFINITY => 4,
            _ => 0_usize,
        });
        widths.max().unwrap_or(0).saturating_sub(right + 1)
    }

    /// One element.
    pub fn text(&self, dtype: DType, num: Num) -> String {
        let float = num.float(dtype);
        match self {
            Self::Words(width) => format!("{:>width$}", super::print::scalar(dtype, num)),
            Self::Fixed { left, right, .. } if !float.is_finite() => {
                format!("{:>1$}", float_text(float, false), left + right + 1)
            }
            Self::Exponent { left, right, digits, .. } if !float.is_finite() => {
                format!("{:>1$}", float_text(float, false), left + right + digits + 3)
            }
            Self::Fixed { left, right, single, precision } => {
                let text = positional(float, *single, *precision);
                let (whole, fraction) = parts(&text);
                let before = " ".repeat(left.saturating_sub(whole));
                let after = " ".repeat(right.saturating_sub(fraction));
                format!("{before}{text}{after}")
            }
            Self::Exponent { left, right, digits, single, precision } => {
                let (mut mantissa, mut exponent) = scientific(float, *single, *precision);
                if parts(&mantissa).1 < *right {
                    // More digits than the shortest are the exact ones.
                    let exact = format!("{float:.right$e}");
                    let found = exponent_of(&exact);
                    (mantissa, exponent) = (found.0.to_owned(), found.1);
                }
                let before = " ".repeat(left.saturating_sub(parts(&mantissa).0));
                let sign = if exponent < 0 { '-' } else { '+' };
                format!("{before}{mantissa}e{sign}{:0digits$}", exponent.abs())
            }
        }
    }
}
