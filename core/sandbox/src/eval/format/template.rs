//! `str.format`.

use super::super::args::Args;
use super::super::ctx::Ctx;
use super::super::exception::ExcKind;
use super::super::fault::{Fault, PyResult};
use super::super::value::Value;

/// Levels of replacement fields inside format specifications.
const NESTING: usize = 2;

/// Where the values of fields come from: the arguments, and a mapping for names that are none.
type Values<'v> = (&'v Args, Option<&'v Value>);

/// How the fields of a template are numbered.
enum Numbering {
    Unknown,
    Automatic(usize),
    Manual,
}

impl Numbering {
    fn next(&mut self) -> PyResult<usize> {
        let index = match self {
            Self::Unknown => 0,
            Self::Automatic(next) => *next,
            Self::Manual => {
                return Err(Fault::value_error(
                    "cannot switch from manual field specification to automatic field numbering",
                ));
            }
        };
        *self = Self::Automatic(index + 1);
        Ok(index)
    }

    fn manual(&mut self) -> PyResult<()> {
        if let Self::Automatic(_) = self {
            return Err(Fault::value_error(
                "cannot switch from automatic field numbering to manual field specification",
            ));
        }
        *self = Self::Manual;
        Ok(())
    }
}

impl Ctx {
    pub(crate) fn str_format(&mut self, template: &str, args: &Args) -> PyResult<String> {
        self.fields(template, (args, None), &mut Numbering::Unknown, NESTING)
    }

    /// `str.format_map`.
    pub(crate) fn format_map(&mut self, template: &str, mapping: &Value) -> PyResult<String> {
        let none = Args::default();
        self.fields(template, (&none, Some(mapping)), &mut Numbering::Unknown, NESTING)
    }

    fn fields(
        &mut self,
        template: &str,
        args: Values<'_>,
        auto: &mut Numbering,
        nesting: usize,
    ) -> PyResult<String> {
        let mut out = String::new();
        let mut rest = template;
        self.burn(template.len() as u64 / 4)?;
        while let Some(at) = rest.find(['{', '}']) {
            out.push_str(&rest[..at]);
            let tail = &rest[at..];
            if tail.starts_with("{{") || tail.starts_with("}}") {
                out.push_str(&tail[..1]);
                rest = &tail[2..];
                continue;
            }
            if tail.starts_with('}') {
                return Err(Fault::value_error("Single '}' encountered in format string"));
            }
            let end = closing(tail).ok_or_else(|| {
                Fault::value_error(match tail {
                    "{" => "Single '{' encountered in format string",
                    _ => "expected '}' before end of string",
                })
            })?;
            if nesting == 0 {
                return Err(Fault::value_error("Max string recursion exceeded"));
            }
            let text = self.field(&tail[1..end], args, auto, nesting)?;
            let charge = self.charge(out.len() + text.len())?;
            out.push_str(&text);
            drop(charge);
            rest = &tail[end + 1..];
        }
        out.push_str(rest);
        Ok(out)
    }

    fn field(
        &mut self,
        field: &str,
        args: Values<'_>,
        auto: &mut Numbering,
        nesting: usize,
    ) -> PyResult<String> {
        let (head, spec) = match field.find(':') {
            Some(at) if !field[..at].contains('[') || field[..at].contains(']') => {
                (&field[..at], &field[at + 1..])
            }
            _ => (field, ""),
        };
        let (name, conversion) = match head.rsplit_once('!') {
            Some((name, conversion)) => (name, conversion),
            None => (head, ""),
        };
        let value = self.field_value(name, args, auto)?;
        let value = match conversion {
            "" => value,
            "r" | "a" => {
                let text = self.repr(&value)?;
                self.str(if conversion == "a" { super::super::repr::ascii(&text) } else { text })?
            }
            "s" => {
                let text = self.str_of(&value)?;
                self.str(text)?
            }
            other => return Err(Fault::value_error(format!("Unknown conversion specifier {other}"))),
        };
        let spec =
            if spec.contains('{') { self.fields(spec, args, auto, nesting - 1)? } else { spec.to_owned() };
        self.format(&value, &spec)
    }

    fn field_value(&mut self, name: &str, values: Values<'_>, auto: &mut Numbering) -> PyResult<Value> {
        let (args, mapping) = values;
        let end = name.find(['.', '[']).unwrap_or(name.len());
        let (first, mut path) = name.split_at(end);
        let position = if first.is_empty() { Some(auto.next()?) } else { first.parse::<usize>().ok() };
        if !first.is_empty() && position.is_some() {
            auto.manual()?;
        }
        let mut value = match position {
            Some(index) => args.positional.get(index).cloned().ok_or_else(|| {
                let message = format!("Replacement index {index} out of range for positional args tuple");
                Fault::new(ExcKind::IndexError, message)
            })?,
            None => match args.keyword.iter().find(|(n, _)| &***n == first) {
                Some((_, value)) => value.clone(),
                None => {
                    let key = self.str(first)?;
                    match mapping {
                        Some(mapping) => self.get_item(mapping, &key)?,
                        None => return Err(Fault::key_error(&key)),
                    }
                }
            },
        };
        while !path.is_empty() {
            if let Some(attribute) = path.strip_prefix('.') {
                let end = attribute.find(['.', '[']).unwrap_or(attribute.len());
                value = self.get_attr(&value, &attribute[..end])?;
                path = &attribute[end..];
            } else if let Some(item) = path.strip_prefix('[') {
                let end = item.find(']').ok_or_else(|| Fault::value_error("Missing ']' in format string"))?;
                let key = match item[..end].parse::<i64>() {
                    Ok(index) => Value::Int(index),
                    Err(_) => self.str(&item[..end])?,
                };
                value = self.get_item(&value, &key)?;
                path = &item[end + 1..];
            } else {
                return Err(Fault::value_error("Only '.' or '[' may follow ']' in format field specifier"));
            }
        }
        Ok(value)
    }
}

/// The index of the brace that closes the one at the start.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}
