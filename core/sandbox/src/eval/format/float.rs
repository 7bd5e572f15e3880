//! Floats as Python writes them.

/// `repr(f)`: the shortest digits that read back as the same float.
pub(crate) fn repr(f: f64) -> String {
    if f.is_nan() {
        return "nan".to_owned();
    }
    if f.is_infinite() {
        return if f > 0.0 { "inf" } else { "-inf" }.to_owned();
    }
    let scientific = format!("{f:e}");
    let (mantissa, exponent) = split(&scientific);
    if (-4..16).contains(&exponent) {
        let plain = format!("{f}");
        if plain.contains('.') { plain } else { plain + ".0" }
    } else {
        format!("{mantissa}e{}{:02}", sign(exponent), exponent.abs())
    }
}

fn sign(exponent: i32) -> char {
    if exponent < 0 { '-' } else { '+' }
}

fn split(scientific: &str) -> (&str, i32) {
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((scientific, "0"));
    (mantissa, exponent.parse().unwrap_or(0))
}

/// Digits after which a float has only zeros.
const EXACT: usize = 1100;

fn pad(mut text: String, missing: usize) -> String {
    text.extend(std::iter::repeat_n('0', missing));
    text
}

/// `%.{precision}f` of a finite float that is not negative.
pub(crate) fn fixed(f: f64, precision: usize) -> String {
    let digits = precision.min(EXACT);
    pad(format!("{f:.digits$}"), precision - digits)
}

/// `%.{precision}e` of a finite float that is not negative.
pub(crate) fn exponential(f: f64, precision: usize) -> String {
    let digits = precision.min(EXACT);
    let text = format!("{f:.digits$e}");
    let (mantissa, exponent) = split(&text);
    let mantissa = pad(mantissa.to_owned(), precision - digits);
    format!("{mantissa}e{}{:02}", sign(exponent), exponent.abs())
}

/// `%.{precision}g` of a finite float that is not negative; `keep` keeps trailing zeros.
pub(crate) fn general(f: f64, precision: usize, keep: bool) -> String {
    let precision = precision.max(1);
    let text = exponential(f, precision - 1);
    let (_, exponent) = split(&text);
    let trimmed = |text: String| match text.split_once('e') {
        _ if keep => text,
        Some((mantissa, exponent)) => format!("{}e{exponent}", trim(mantissa)),
        None => trim(&text).to_owned(),
    };
    if exponent < -4 || exponent >= precision as i32 {
        trimmed(text)
    } else {
        trimmed(fixed(f, (precision as i32 - 1 - exponent).max(0) as usize))
    }
}

fn trim(text: &str) -> &str {
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { text }
}
