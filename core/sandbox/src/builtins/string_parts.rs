//! Methods that find or cut out parts of a string.

use std::rc::Rc;

use super::{integer, text};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::text::Str;
use crate::eval::value::{Slice, Value};

pub(super) fn strings<'s>(ctx: &mut Ctx, parts: impl IntoIterator<Item = &'s str>) -> PyResult<Value> {
    let parts = parts.into_iter().map(|part| ctx.str(part)).collect::<PyResult<Vec<_>>>()?;
    ctx.burn(parts.len() as u64)?;
    ctx.list(parts)
}

pub(super) fn split(ctx: &mut Ctx, s: &str, args: Args, name: &str) -> PyResult<Value> {
    let [separator, most] = args.bind(name, ["sep", "maxsplit"], 0)?;
    let most = match most {
        Some(most) => usize::try_from(integer(&most)?).unwrap_or(usize::MAX),
        None => usize::MAX,
    };
    if let Some(other) = separator.as_ref().filter(|value| !value.is_none() && value.as_str().is_none()) {
        let found = other.type_name();
        return Err(Fault::type_error(format!("must be str or None, not {found}")));
    }
    let from_right = name == "rsplit" && most != usize::MAX;
    let mut parts: Vec<&str> = Vec::new();
    let separator = separator.filter(|v| !v.is_none());
    if let Some(other) = separator.as_ref().filter(|v| v.as_str().is_none()) {
        let found = other.type_name();
        return Err(Fault::type_error(format!("must be str or None, not {found}")));
    }
    match separator {
        None => {
            let mut rest = if from_right { s.trim_end() } else { s.trim_start() };
            while !rest.is_empty() {
                let cut = match (parts.len() >= most, from_right) {
                    (true, _) => None,
                    (false, false) => {
                        rest.find(char::is_whitespace).map(|at| (&rest[..at], rest[at..].trim_start()))
                    }
                    (false, true) => rest.rfind(char::is_whitespace).map(|at| {
                        let width = rest[at..].chars().next().map_or(1, char::len_utf8);
                        (&rest[at + width..], rest[..at].trim_end())
                    }),
                };
                match cut {
                    Some((part, after)) => {
                        parts.push(part);
                        rest = after;
                    }
                    None => {
                        let whole = parts.len() >= most;
                        parts.push(match (whole, from_right) {
                            (true, true) => rest.trim_end(),
                            (true, false) => rest,
                            _ => rest.trim(),
                        });
                        break;
                    }
                }
            }
            if from_right {
                parts.reverse();
            }
        }
        Some(separator) => {
            let separator = text(&separator, name)?;
            if separator.is_empty() {
                return Err(Fault::value_error("empty separator"));
            }
            if from_right {
                parts.extend(s.rsplitn(most.saturating_add(1), separator));
                parts.reverse();
            } else {
                parts.extend(s.splitn(most.saturating_add(1), separator));
            }
        }
    }
    strings(ctx, parts)
}

pub(super) fn split_lines(ctx: &mut Ctx, s: &str, args: Args) -> PyResult<Value> {
    let [keep] = args.bind("splitlines", ["keepends"], 0)?;
    let keep = match keep {
        Some(keep) => ctx.truthy(&keep)?,
        None => false,
    };
    let mut lines = Vec::new();
    let mut rest = s;
    while let Some(at) = rest.find(is_line_end) {
        let end = match &rest[at..] {
            tail if tail.starts_with("\r\n") => at + 2,
            tail => at + tail.chars().next().map_or(0, char::len_utf8),
        };
        lines.push(if keep { &rest[..end] } else { &rest[..at] });
        rest = &rest[end..];
    }
    lines.extend((!rest.is_empty()).then_some(rest));
    strings(ctx, lines)
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

pub(super) fn partition(ctx: &mut Ctx, s: &str, name: &str, args: Args) -> PyResult<Value> {
    let [separator] = args.exactly(name)?;
    let separator = text(&separator, name)?;
    if separator.is_empty() {
        return Err(Fault::value_error("empty separator"));
    }
    let parts = match (name, s.split_once(separator), s.rsplit_once(separator)) {
        ("partition", Some((before, after)), _) | ("rpartition", _, Some((before, after))) => {
            [before, separator, after]
        }
        ("partition", ..) => [s, "", ""],
        _ => ["", "", s],
    };
    let parts = parts.into_iter().map(|part| ctx.str(part)).collect::<PyResult<Vec<_>>>()?;
    ctx.tuple(parts)
}

/// The part of the string between two optional positions, and the position in characters where it begins.
pub(super) fn window(
    ctx: &mut Ctx,
    this: &Rc<Str>,
    start: Option<Value>,
    stop: Option<Value>,
) -> PyResult<(String, usize)> {
    let slice =
        Slice { start: start.unwrap_or(Value::None), stop: stop.unwrap_or(Value::None), step: Value::None };
    let selection = slice.select(this.char_len())?;
    let start = selection.start as usize;
    let charge = ctx.charge(this.len())?;
    let part = this.chars().skip(start).take(selection.count).collect();
    drop(charge);
    Ok((part, start))
}

pub(super) fn search(ctx: &mut Ctx, this: &Rc<Str>, name: &str, args: Args) -> PyResult<Value> {
    if args.positional.is_empty() && args.keyword.is_empty() {
        return Err(Fault::type_error(format!("{name}() takes at least 1 argument (0 given)")));
    }
    let [wanted, start, stop] = args.between(name, 1)?;
    let wanted = wanted.unwrap_or(Value::None);
    let whole = start.is_none() && stop.is_none();
    let beyond = start.as_ref().and_then(Value::as_i64).is_some_and(|start| start > this.char_len() as i64);
    let (part, offset) = if whole { (String::new(), 0) } else { window(ctx, this, start, stop)? };
    let s: &str = if whole { this } else { &part };
    if matches!(name, "startswith" | "endswith") {
        let options = match &wanted {
            Value::Tuple(options) => options.0.to_vec(),
            one => vec![one.clone()],
        };
        for option in &options {
            let option = option.as_str().ok_or_else(|| {
                let found = option.type_name();
                Fault::type_error(format!("{name} first arg must be str or a tuple of str, not {found}"))
            })?;
            if if name == "startswith" { s.starts_with(option) } else { s.ends_with(option) } {
                return Ok(Value::Bool(true));
            }
        }
        return Ok(Value::Bool(false));
    }
    let wanted = wanted
        .as_str()
        .ok_or_else(|| Fault::type_error(format!("must be str, not {}", wanted.type_name())))?;
    if name == "count" {
        let count = if wanted.is_empty() { s.chars().count() + 1 } else { s.matches(wanted).count() };
        return Ok(Value::Int(count as i64));
    }
    let found = if beyond {
        None
    } else if name.starts_with('r') {
        s.rfind(wanted)
    } else {
        s.find(wanted)
    };
    match found {
        Some(at) => {
            let position = if s.is_ascii() { at } else { s[..at].chars().count() };
            Ok(Value::Int((position + offset) as i64))
        }
        None if name.ends_with("index") => Err(Fault::value_error("substring not found")),
        None => Ok(Value::Int(-1)),
    }
}
