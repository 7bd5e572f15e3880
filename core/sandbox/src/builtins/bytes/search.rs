//! Searching and splitting bytes.

use super::super::integer;
use super::{Bytes, byte};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// Where a part begins.
pub(super) fn find(ctx: &mut Ctx, data: &[u8], part: &[u8]) -> PyResult<Option<usize>> {
    if part.is_empty() {
        return Ok(Some(0));
    }
    ctx.burn((data.len() as u64).saturating_mul(part.len() as u64) / 64 + 1)?;
    Ok(data.windows(part.len()).position(|window| window == part))
}

/// Where a part begins last.
fn find_last(ctx: &mut Ctx, data: &[u8], part: &[u8]) -> PyResult<Option<usize>> {
    if part.is_empty() {
        return Ok(Some(data.len()));
    }
    ctx.burn((data.len() as u64).saturating_mul(part.len() as u64) / 64 + 1)?;
    Ok(data.windows(part.len()).rposition(|window| window == part))
}

/// Where a part begins, each time, without overlap.
pub(super) fn find_all(ctx: &mut Ctx, data: &[u8], part: &[u8], most: usize) -> PyResult<Vec<usize>> {
    drop(ctx.charge(data.len() / part.len().max(1) * 8)?);
    let mut found = Vec::new();
    let mut at = 0;
    while found.len() < most
        && let Some(next) = find(ctx, &data[at..], part)?
    {
        found.push(at + next);
        at += next + part.len();
    }
    Ok(found)
}

/// What is searched for: bytes, or one byte as a number.
fn needle(value: &Value) -> PyResult<Vec<u8>> {
    match value {
        Value::Int(_) | Value::Bool(_) => Ok(vec![byte(value, "byte")?]),
        other => match Bytes::of(other) {
            Some(bytes) => Ok(bytes.to_vec()),
            None => Err(Fault::type_error(format!(
                "argument should be integer or bytes-like object, not '{}'",
                other.type_name()
            ))),
        },
    }
}

/// The bounds of a search, as those of a slice.
pub(super) fn bounds(
    length: usize,
    start: Option<Value>,
    end: Option<Value>,
) -> PyResult<std::ops::Range<usize>> {
    let place = |value: Option<Value>, default: usize| -> PyResult<usize> {
        match value.filter(|value| !value.is_none()) {
            None => Ok(default),
            Some(value) => {
                let at = integer(&value)?;
                let at = if at < 0 { at.saturating_add(length as i64).max(0) } else { at };
                Ok(usize::try_from(at).unwrap_or(usize::MAX))
            }
        }
    };
    let (start, end) = (place(start, 0)?, place(end, length)?.min(length));
    Ok(start..end)
}

/// `find`, `rfind`, `index`, `rindex` and `count`.
pub(super) fn search(ctx: &mut Ctx, data: &[u8], name: &str, args: Args) -> PyResult<Value> {
    let [part, start, end] = args.between(name, 1)?;
    let part = needle(&part.unwrap_or(Value::None))?;
    let range = bounds(data.len(), start, end)?;
    let from = range.start;
    let Some(data) = data.get(range) else {
        return match name {
            "index" | "rindex" => Err(Fault::value_error("subsection not found")),
            "count" => Ok(Value::Int(0)),
            _ => Ok(Value::Int(-1)),
        };
    };
    if name == "count" {
        let count = match part.is_empty() {
            true => data.len() + 1,
            false => find_all(ctx, data, &part, usize::MAX)?.len(),
        };
        return Ok(Value::Int(count as i64));
    }
    let last = name.starts_with('r');
    let found = if last { find_last(ctx, data, &part)? } else { find(ctx, data, &part)? };
    match found {
        Some(at) => Ok(Value::Int((from + at) as i64)),
        None if name.ends_with("find") => Ok(Value::Int(-1)),
        None => Err(Fault::value_error("subsection not found")),
    }
}

/// `startswith` and `endswith`.
pub(super) fn affix(ctx: &mut Ctx, data: &[u8], name: &str, args: Args) -> PyResult<Value> {
    let [part, start, end] = args.between(name, 1)?;
    let part = part.unwrap_or(Value::None);
    let range = bounds(data.len(), start, end)?;
    let Some(data) = data.get(range) else { return Ok(Value::Bool(false)) };
    let test = |part: &Value| -> PyResult<bool> {
        let part = Bytes::of(part).ok_or_else(|| {
            Fault::type_error(format!(
                "{name} first arg must be bytes or a tuple of bytes, not {}",
                part.type_name()
            ))
        })?;
        Ok(if name == "startswith" { data.starts_with(&part) } else { data.ends_with(&part) })
    };
    ctx.burn(1)?;
    match &part {
        Value::Tuple(parts) => {
            for part in &parts.0 {
                if test(part)? {
                    return Ok(Value::Bool(true));
                }
            }
            Ok(Value::Bool(false))
        }
        part => test(part).map(Value::Bool),
    }
}

/// `partition` and `rpartition`.
pub(super) fn partition(ctx: &mut Ctx, this: &Bytes, name: &str, args: Args) -> PyResult<Value> {
    let [separator] = args.exactly(name)?;
    let separator = Bytes::expect(&separator)?;
    if separator.is_empty() {
        return Err(Fault::value_error("empty separator"));
    }
    let data = this.data();
    drop(ctx.charge(data.len())?);
    let last = name == "rpartition";
    let found = if last { find_last(ctx, &data, &separator)? } else { find(ctx, &data, &separator)? };
    let parts: [&[u8]; 3] = match found {
        Some(at) => [&data[..at], &separator, &data[at + separator.len()..]],
        None if last => [&[], &[], &data],
        None => [&data, &[], &[]],
    };
    let parts =
        parts.iter().map(|part| ctx.bytes_like(part.to_vec(), this.mutable)).collect::<PyResult<_>>()?;
    ctx.tuple(parts)
}

/// `split` and `rsplit`.
pub(super) fn split(ctx: &mut Ctx, this: &Bytes, name: &str, args: Args) -> PyResult<Value> {
    let [separator, most] = args.bind(name, ["sep", "maxsplit"], 0)?;
    let most = most.map_or(Ok(-1), |most| integer(&most))?;
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let data = this.data();
    drop(ctx.charge(data.len().saturating_mul(48))?);
    let from_end = name == "rsplit";
    let parts: Vec<Vec<u8>> = match &separator {
        None | Some(Value::None) => words(&data, most, from_end),
        Some(separator) => {
            let separator = Bytes::expect(separator)?;
            if separator.is_empty() {
                return Err(Fault::value_error("empty separator"));
            }
            let mut found = find_all(ctx, &data, &separator, if from_end { usize::MAX } else { most })?;
            if from_end && found.len() > most {
                found.drain(..found.len() - most);
            }
            let mut at = 0;
            let mut parts = Vec::new();
            for start in found {
                parts.push(data[at..start].to_vec());
                at = start + separator.len();
            }
            parts.push(data[at..].to_vec());
            parts
        }
    };
    let parts = parts.into_iter().map(|part| ctx.bytes_like(part, this.mutable)).collect::<PyResult<_>>()?;
    ctx.list(parts)
}

/// The runs of bytes that are no space; the last one, or the first, takes the rest.
fn words(data: &[u8], most: usize, from_end: bool) -> Vec<Vec<u8>> {
    let space = |byte: &u8| byte.is_ascii_whitespace() || *byte == 0x0b;
    let mut parts = Vec::new();
    let mut rest: Vec<u8> = data.to_vec();
    if from_end {
        rest.reverse();
    }
    let mut left = &rest[..];
    while let Some(start) = left.iter().position(|byte| !space(byte)) {
        left = &left[start..];
        let end = if parts.len() == most {
            left.iter().rposition(|byte| !space(byte)).map_or(0, |last| last + 1)
        } else {
            left.iter().position(space).unwrap_or(left.len())
        };
        parts.push(left[..end].to_vec());
        left = &left[end..];
    }
    if from_end {
        parts.iter_mut().for_each(|part| part.reverse());
        parts.reverse();
    }
    parts
}
