//! `template % values`.

use super::super::ctx::Ctx;
use super::super::dict::TextKey;
use super::super::fault::{Fault, PyResult};
use super::super::value::Value;
use super::spec::Spec;

impl Ctx {
    pub(crate) fn percent_format(&mut self, template: &str, values: &Value) -> PyResult<String> {
        let items = match values {
            Value::Tuple(tuple) => tuple.0.to_vec(),
            other => vec![other.clone()],
        };
        let mut items = items.into_iter();
        let mut used_mapping = false;
        let mut out = String::new();
        let mut chars = template.chars().peekable();
        let length = template.chars().count();
        self.burn(template.len() as u64 / 4)?;
        while let Some(c) = chars.next() {
            if c != '%' {
                out.push(c);
                continue;
            }
            let mut mapped = None;
            if chars.peek() == Some(&'(') {
                chars.next();
                let name: String = chars.by_ref().take_while(|c| *c != ')').collect();
                let Value::Dict(dict) = values else {
                    return Err(Fault::type_error("format requires a mapping"));
                };
                let value = dict.0.borrow().get(&TextKey(&name)).cloned();
                let Some(value) = value else {
                    let name = self.str(name)?;
                    return Err(Fault::key_error(&name));
                };
                mapped = Some(value);
                used_mapping = true;
            }
            let mut spec = Spec { align: Some('>'), ..Spec::default() };
            while let Some(flag) = chars.peek().copied().filter(|c| "-+ #0".contains(*c)) {
                match flag {
                    '-' => spec.align = Some('<'),
                    '#' => spec.alternate = true,
                    '0' => spec.zero = true,
                    sign => spec.sign = if spec.sign == Some('+') { spec.sign } else { Some(sign) },
                }
                chars.next();
            }
            let mut next = |mapped: &mut Option<Value>| {
                mapped
                    .take()
                    .or_else(|| items.next())
                    .ok_or_else(|| Fault::type_error("not enough arguments for format string"))
            };
            let mut count =
                |next: &mut dyn FnMut(&mut Option<Value>) -> PyResult<Value>| -> PyResult<Option<usize>> {
                    if chars.peek() == Some(&'*') {
                        chars.next();
                        let value =
                            next(&mut None)?.as_i64().ok_or_else(|| Fault::type_error("* wants int"))?;
                        return Ok(Some(value.unsigned_abs() as usize));
                    }
                    let mut number = None;
                    while let Some(digit) = chars.peek().and_then(|c| c.to_digit(10)) {
                        number =
                            Some(number.unwrap_or(0usize).saturating_mul(10).saturating_add(digit as usize));
                        chars.next();
                    }
                    Ok(number)
                };
            spec.width = count(&mut next)?.unwrap_or(0);
            if chars.peek() == Some(&'.') {
                chars.next();
                let mut count =
                    |next: &mut dyn FnMut(&mut Option<Value>) -> PyResult<Value>| -> PyResult<usize> {
                        if chars.peek() == Some(&'*') {
                            chars.next();
                            let value =
                                next(&mut None)?.as_i64().ok_or_else(|| Fault::type_error("* wants int"))?;
                            return Ok(value.unsigned_abs() as usize);
                        }
                        let mut number = 0usize;
                        while let Some(digit) = chars.peek().and_then(|c| c.to_digit(10)) {
                            number = number.saturating_mul(10).saturating_add(digit as usize);
                            chars.next();
                        }
                        Ok(number)
                    };
                spec.precision = Some(count(&mut next)?);
            }
            self.charge_width(spec.width.max(spec.precision.unwrap_or(0)))?;
            while chars.peek().is_some_and(|c| "hlL".contains(*c)) {
                chars.next();
            }
            let Some(kind) = chars.next() else { return Err(Fault::value_error("incomplete format")) };
            if kind == '%' {
                out.push('%');
                continue;
            }
            let value = next(&mut mapped)?;
            if !"sracdiuxXoeEfFgG".contains(kind) {
                return Err(Fault::value_error(format!(
                    "unsupported format character '{kind}' (0x{:x}) at index {}",
                    u32::from(kind),
                    length - chars.count() - 1
                )));
            }
            out.push_str(&self.percent_item(kind, spec, &value)?);
            let charge = self.charge(out.len())?;
            drop(charge);
        }
        if items.next().is_some() && !used_mapping && !matches!(values, Value::Dict(_)) {
            return Err(Fault::type_error("not all arguments converted during string formatting"));
        }
        Ok(out)
    }

    fn percent_item(&mut self, kind: char, mut spec: Spec, value: &Value) -> PyResult<String> {
        let left = spec.align == Some('<');
        match kind {
            's' | 'r' | 'a' => {
                let text = match kind {
                    's' => self.str_of(value)?,
                    'r' => self.repr(value)?,
                    _ => super::super::repr::ascii(&self.repr(value)?),
                };
                spec.zero = false;
                spec.sign = None;
                spec.kind = None;
                spec.text(&text)
            }
            'c' if matches!(value, Value::Str(text) if text.char_len() != 1) => {
                Err(Fault::type_error("%c requires int or char"))
            }
            'c' if matches!(value, Value::Str(_)) => {
                spec.kind = None;
                spec.text(value.as_str().unwrap_or_default())
            }
            'd' | 'i' | 'u' | 'x' | 'X' | 'o' | 'c' => {
                let integer = match value {
                    Value::Int(_) | Value::Bool(_) | Value::Big(_) => value.clone(),
                    Value::Float(_) if matches!(kind, 'd' | 'i' | 'u') => self.truncate(value)?,
                    Value::Host(host) => host.number().unwrap_or(Value::None),
                    _ => Value::None,
                };
                if integer.is_none() {
                    let expected =
                        if matches!(kind, 'd' | 'i' | 'u') { "a real number" } else { "an integer" };
                    let type_name = value.type_name();
                    return Err(Fault::type_error(format!(
                        "%{kind} format: {expected} is required, not {type_name}"
                    )));
                }
                spec.kind = Some(if matches!(kind, 'i' | 'u') { 'd' } else { kind });
                let digits = spec.precision.take();
                if spec.zero && !left {
                    spec.align = Some('=');
                }
                let Some(digits) = digits else { return self.format_integer(&integer, &spec) };
                // So many digits, and then the width.
                let whole = Spec { zero: true, align: Some('='), width: 0, ..spec.clone() };
                let bare = self.format_integer(&integer, &whole)?;
                let extra = bare.chars().filter(|c| !c.is_ascii_hexdigit()).count();
                let text = self.format_integer(&integer, &Spec { width: digits + extra, ..whole })?;
                let padding =
                    Spec { align: Some(if left { '<' } else { '>' }), width: spec.width, ..Spec::default() };
                padding.text(&text)
            }
            'e' | 'E' | 'f' | 'F' | 'g' | 'G' => {
                let number = match value {
                    Value::Host(host) => host.number().and_then(|n| n.as_f64()),
                    other => other.as_f64(),
                };
                let Some(f) = number else {
                    return Err(Fault::type_error(format!("must be real number, not {}", value.type_name())));
                };
                spec.kind = Some(kind);
                if spec.zero && !left {
                    spec.align = Some('=');
                }
                spec.float(f)
            }
            _ => Ok(String::new()),
        }
    }
}
