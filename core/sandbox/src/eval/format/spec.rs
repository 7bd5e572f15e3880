//! The format specification mini-language.

use super::super::fault::{Fault, PyResult};
use super::float;

/// A parsed format specification.
#[derive(Debug, Clone, Default)]
pub(crate) struct Spec {
    pub fill: Option<char>,
    pub align: Option<char>,
    /// `+`, `-` or space.
    pub sign: Option<char>,
    pub alternate: bool,
    pub zero: bool,
    pub width: usize,
    /// `,` or `_`.
    pub grouping: Option<char>,
    pub precision: Option<usize>,
    pub kind: Option<char>,
}

pub(crate) fn unknown_code(kind: char, type_name: &str) -> Fault {
    Fault::value_error(format!("Unknown format code '{kind}' for object of type '{type_name}'"))
}

impl Spec {
    pub fn parse(text: &str) -> PyResult<Self> {
        let chars: Vec<char> = text.chars().collect();
        let mut at = 0;
        let mut spec = Self::default();
        let is_align = |c: Option<&char>| c.is_some_and(|c| "<>=^".contains(*c));
        if is_align(chars.get(1)) {
            spec.fill = Some(chars[0]);
            spec.align = Some(chars[1]);
            at = 2;
        } else if is_align(chars.first()) {
            spec.align = Some(chars[0]);
            at = 1;
        }
        let mut take = |wanted: &str| {
            let found = chars.get(at).copied().filter(|c| wanted.contains(*c));
            at += usize::from(found.is_some());
            found
        };
        spec.sign = take("+- ");
        take("z");
        spec.alternate = take("#").is_some();
        spec.zero = take("0").is_some();
        spec.width = number(&chars, &mut at)?.unwrap_or(0);
        if let Some(c @ (',' | '_')) = chars.get(at) {
            spec.grouping = Some(*c);
            at += 1;
            match chars.get(at) {
                Some(',' | '_') if chars[at] != *c => {
                    return Err(Fault::value_error("Cannot specify both ',' and '_'."));
                }
                Some(again @ (',' | '_')) => {
                    return Err(Fault::value_error(format!("Cannot specify '{again}' with '{again}'.")));
                }
                _ => {}
            }
        }
        if chars.get(at) == Some(&'.') {
            at += 1;
            let precision = number(&chars, &mut at)?;
            spec.precision =
                Some(precision.ok_or_else(|| Fault::value_error("Format specifier missing precision"))?);
        }
        if let Some(kind) = chars.get(at) {
            spec.kind = Some(*kind);
            at += 1;
        }
        if at < chars.len() {
            return Err(Fault::value_error(format!("Invalid format specifier '{text}'")));
        }
        Ok(spec)
    }

    /// A string, cut to the precision and padded.
    pub fn text(&self, text: &str) -> PyResult<String> {
        if let Some(kind) = self.kind.filter(|k| !matches!(k, 's' | 'c')) {
            return Err(unknown_code(kind, "str"));
        }
        if self.sign.is_some() {
            return Err(Fault::value_error("Sign not allowed in string format specifier"));
        }
        if let Some(grouping) = self.grouping {
            return Err(Fault::value_error(format!("Cannot specify '{grouping}' with 's'.")));
        }
        if self.align == Some('=') {
            return Err(Fault::value_error("'=' alignment not allowed in string format specifier"));
        }
        let cut: String = match self.precision {
            Some(precision) => text.chars().take(precision).collect(),
            None => text.to_owned(),
        };
        let fill = self.fill.unwrap_or(if self.zero { '0' } else { ' ' });
        Ok(pad(cut, fill, self.align.unwrap_or('<'), self.width))
    }

    /// A number of digits, with sign, prefix, grouping and padding; `tail` follows the integer part.
    pub fn number(&self, negative: bool, prefix: &str, digits: &str, tail: &str) -> PyResult<String> {
        let sign = match (negative, self.sign) {
            (true, _) => "-",
            (false, Some('+')) => "+",
            (false, Some(' ')) => " ",
            _ => "",
        };
        let fill = self.fill.unwrap_or(if self.zero { '0' } else { ' ' });
        let align = self.align.unwrap_or(if self.zero { '=' } else { '>' });
        let every = if self.grouping == Some('_') && matches!(self.kind, Some('x' | 'X' | 'b' | 'o')) {
            4
        } else {
            3
        };
        let mut grouped = group(digits, self.grouping, every);
        if align == '=' {
            let used = sign.len() + prefix.len() + tail.chars().count();
            let room = self.width.saturating_sub(used);
            if fill == '0' && self.grouping.is_some() {
                // Zeros are grouped, too.
                let mut padded = digits.to_owned();
                while grouped.chars().count() < room {
                    padded.insert(0, '0');
                    grouped = group(&padded, self.grouping, every);
                }
            } else {
                grouped = pad(grouped, fill, '>', room);
            }
            return Ok(format!("{sign}{prefix}{grouped}{tail}"));
        }
        Ok(pad(format!("{sign}{prefix}{grouped}{tail}"), fill, align, self.width))
    }

    /// A float.
    pub fn float(&self, f: f64) -> PyResult<String> {
        let kind = self.kind.unwrap_or('\0');
        let negative = f.is_sign_negative() && !f.is_nan();
        let magnitude = if kind == '%' { f.abs() * 100.0 } else { f.abs() };
        let mut text = if magnitude.is_nan() || magnitude.is_infinite() {
            if magnitude.is_nan() { "nan".to_owned() } else { "inf".to_owned() }
        } else {
            match kind {
                'f' | 'F' => float::fixed(magnitude, self.precision.unwrap_or(6)),
                'e' | 'E' => float::exponential(magnitude, self.precision.unwrap_or(6)),
                'g' | 'G' | 'n' => float::general(magnitude, self.precision.unwrap_or(6), self.alternate),
                '%' => float::fixed(magnitude, self.precision.unwrap_or(6)),
                '\0' => match self.precision {
                    None => float::repr(magnitude),
                    Some(precision) => {
                        let text = float::general(magnitude, precision, self.alternate);
                        let exponent = text.contains('e');
                        if exponent || text.contains('.') { text } else { text + ".0" }
                    }
                },
                other => return Err(unknown_code(other, "float")),
            }
        };
        if self.alternate && magnitude.is_finite() && !text.contains('.') {
            let end = text.find('e').unwrap_or(text.len());
            text.insert(end, '.');
        }
        if kind.is_ascii_uppercase() {
            text.make_ascii_uppercase();
        }
        if kind == '%' {
            text.push('%');
        }
        let at = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        let (digits, tail) = text.split_at(at);
        self.number(negative, "", digits, tail)
    }
}

fn number(chars: &[char], at: &mut usize) -> PyResult<Option<usize>> {
    let start = *at;
    let mut value = 0usize;
    while let Some(digit) = chars.get(*at).and_then(|c| c.to_digit(10)) {
        value = value.saturating_mul(10).saturating_add(digit as usize);
        *at += 1;
    }
    if value > i32::MAX as usize {
        return Err(Fault::value_error("Too many decimal digits in format string"));
    }
    Ok((*at > start).then_some(value))
}

fn group(digits: &str, grouping: Option<char>, every: usize) -> String {
    let Some(separator) = grouping.filter(|_| digits.len() > every) else { return digits.to_owned() };
    let mut text = String::with_capacity(digits.len() * 4 / 3 + 1);
    for (index, c) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(every) {
            text.push(separator);
        }
        text.push(c);
    }
    text
}

pub(crate) fn pad(text: String, fill: char, align: char, width: usize) -> String {
    let missing = width.saturating_sub(text.chars().count());
    if missing == 0 {
        return text;
    }
    let before = match align {
        '<' => 0,
        '^' => missing / 2,
        _ => missing,
    };
    let mut padded = String::with_capacity(text.len() + missing * fill.len_utf8());
    padded.extend(std::iter::repeat_n(fill, before));
    padded.push_str(&text);
    padded.extend(std::iter::repeat_n(fill, missing - before));
    padded
}
