//! Complex numbers as text.

use super::Complex;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::format::float;
use crate::eval::format::spec::{self, Spec};

fn part(f: f64) -> String {
    let text = float::repr(f);
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

fn signed(f: f64) -> String {
    let text = part(f);
    if text.starts_with('-') { text } else { format!("+{text}") }
}

/// Whether only the imaginary part is written.
fn imaginary(number: Complex) -> bool {
    number.re == 0.0 && number.re.is_sign_positive()
}

pub(super) fn repr(number: Complex) -> String {
    if imaginary(number) {
        format!("{}j", part(number.im))
    } else {
        format!("({}{}j)", part(number.re), signed(number.im))
    }
}

pub(super) fn format(ctx: &mut Ctx, number: Complex, source: &str) -> PyResult<String> {
    if source.is_empty() {
        return Ok(repr(number));
    }
    let spec = Spec::parse(source)?;
    if spec.zero || spec.fill == Some('0') {
        return Err(Fault::value_error("Zero padding is not allowed in complex format specifier"));
    }
    if spec.align == Some('=') {
        return Err(Fault::value_error("'=' alignment flag is not allowed in complex format specifier"));
    }
    if let Some(kind) = spec.kind.filter(|kind| !"eEfFgGn".contains(*kind)) {
        return Err(spec::unknown_code(kind, "complex"));
    }
    ctx.charge_width(spec.width.max(spec.precision.unwrap_or(0)))?;
    let plain = Spec { width: 0, align: None, fill: None, ..spec.clone() };
    let digits = |f: f64, spec: &Spec| -> PyResult<String> {
        match (spec.kind, spec.precision) {
            (None, None) => {
                let text = spec.float(f)?;
                Ok(text.strip_suffix(".0").map(str::to_owned).unwrap_or(text))
            }
            (None, Some(_)) => Spec { kind: Some('g'), ..spec.clone() }.float(f),
            _ => spec.float(f),
        }
    };
    let bare = spec.kind.is_none();
    let imaginary_text = |sign| digits(number.im, &Spec { sign, ..plain.clone() });
    let text = if bare && imaginary(number) {
        format!("{}j", imaginary_text(spec.sign)?)
    } else {
        let joined = format!("{}{}j", digits(number.re, &plain)?, imaginary_text(Some('+'))?);
        if bare { format!("({joined})") } else { joined }
    };
    Ok(spec::pad(text, spec.fill.unwrap_or(' '), spec.align.unwrap_or('>'), spec.width))
}

/// The number that a text such as `1+2j` or `(3j)` writes.
pub(super) fn parse(source: &str) -> Option<Complex> {
    let mut text = source.trim();
    if let Some(inner) = text.strip_prefix('(') {
        text = inner.strip_suffix(')')?.trim();
    }
    let Some(body) = text.strip_suffix(['j', 'J']) else {
        return Some(Complex { re: number(text)?, im: 0.0 });
    };
    // The last sign that does not belong to an exponent parts the two.
    let bytes = body.as_bytes();
    let sign = (1..bytes.len())
        .rev()
        .find(|at| matches!(bytes[*at], b'+' | b'-') && !matches!(bytes[at - 1], b'e' | b'E'));
    let (re, im) = match sign {
        Some(at) => (number(&body[..at])?, &body[at..]),
        None => (0.0, body),
    };
    let im = match im {
        "" | "+" => 1.0,
        "-" => -1.0,
        digits => number(digits)?,
    };
    Some(Complex { re, im })
}

fn number(text: &str) -> Option<f64> {
    let plain = text.strip_prefix(['+', '-']).unwrap_or(text);
    let value = match plain.to_ascii_lowercase().as_str() {
        "inf" | "infinity" => f64::INFINITY,
        "nan" => f64::NAN,
        _ if plain.starts_with(|c: char| c.is_ascii_digit() || c == '.') => super::super::plain_float(plain)?,
        _ => return None,
    };
    Some(if text.starts_with('-') { -value } else { value })
}
