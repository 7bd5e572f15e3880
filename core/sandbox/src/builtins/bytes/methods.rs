//! Methods of `bytes` and `bytearray`.

use super::super::{integer, text};
use super::{Bytes, byte, decode};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

pub(super) const ALL: &[&str] = &[
    "decode",
    "hex",
    "startswith",
    "endswith",
    "find",
    "index",
    "count",
    "replace",
    "split",
    "join",
    "strip",
    "lstrip",
    "rstrip",
    "lower",
    "upper",
];

pub(super) const MUTABLE: &[&str] = &["append", "extend", "clear", "pop"];

/// Where a part begins.
pub(super) fn find(ctx: &mut Ctx, data: &[u8], part: &[u8]) -> PyResult<Option<usize>> {
    if part.is_empty() {
        return Ok(Some(0));
    }
    ctx.burn((data.len() as u64).saturating_mul(part.len() as u64) / 64 + 1)?;
    Ok(data.windows(part.len()).position(|window| window == part))
}

/// Where a part begins, each time, without overlap.
fn find_all(ctx: &mut Ctx, data: &[u8], part: &[u8]) -> PyResult<Vec<usize>> {
    drop(ctx.charge(data.len() / part.len().max(1) * size_of::<usize>())?);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = find(ctx, &data[at..], part)? {
        found.push(at + next);
        at += next + part.len();
    }
    Ok(found)
}

/// Calls a method that changes nothing.
pub(super) fn call(this: &Bytes, ctx: &mut Ctx, name: &str, args: Args) -> PyResult<Value> {
    let data = this.data();
    ctx.burn(data.len() as u64 / 16 + 1)?;
    match name {
        "decode" => {
            let [encoding, errors] = args.bind("decode", ["encoding", "errors"], 0)?;
            let encoding = encoding.as_ref().map_or(Ok("utf-8"), |value| text(value, name))?;
            let errors = errors.as_ref().map_or(Ok("strict"), |value| text(value, name))?;
            let decoded = decode(ctx, &data, encoding, errors)?;
            ctx.str(decoded)
        }
        "hex" => {
            drop(ctx.charge(data.len() * 2)?);
            let digits: String = data.iter().map(|byte| format!("{byte:02x}")).collect();
            ctx.str(digits)
        }
        "startswith" | "endswith" => {
            let [part] = args.exactly(name)?;
            let test = |part: &Value| -> PyResult<bool> {
                let part = Bytes::expect(part)?;
                Ok(if name == "startswith" { data.starts_with(&part) } else { data.ends_with(&part) })
            };
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
        "find" | "index" => {
            let [part] = args.exactly(name)?;
            match find(ctx, &data, &Bytes::expect(&part)?)? {
                Some(at) => Ok(Value::Int(at as i64)),
                None if name == "find" => Ok(Value::Int(-1)),
                None => Err(Fault::value_error("subsection not found")),
            }
        }
        "count" => {
            let [part] = args.exactly(name)?;
            let part = Bytes::expect(&part)?;
            if part.is_empty() {
                return Ok(Value::Int(data.len() as i64 + 1));
            }
            find_all(ctx, &data, &part).map(|found| Value::Int(found.len() as i64))
        }
        "replace" => {
            let [old, new] = args.exactly(name)?;
            let (old, new) = (Bytes::expect(&old)?, Bytes::expect(&new)?);
            if old.is_empty() {
                return Err(Fault::not_provided("bytes.replace() of nothing"));
            }
            let found = find_all(ctx, &data, &old)?;
            drop(ctx.charge(data.len().saturating_add(found.len().saturating_mul(new.len())))?);
            let (mut out, mut at) = (Vec::new(), 0);
            for start in found {
                out.extend_from_slice(&data[at..start]);
                out.extend_from_slice(&new);
                at = start + old.len();
            }
            out.extend_from_slice(&data[at..]);
            ctx.bytes_like(out, this.is_mutable())
        }
        "split" => split(ctx, &data, args),
        "join" => {
            let [parts] = args.exactly(name)?;
            let parts = ctx.collect(&parts)?;
            let charge = ctx.charge(0)?;
            let mut out = Vec::new();
            for (index, part) in parts.iter().enumerate() {
                let Some(part) = Bytes::of(part) else {
                    return Err(Fault::type_error(format!(
                        "sequence item {index}: expected a bytes-like object, {} found",
                        part.type_name()
                    )));
                };
                charge.grow_to(out.len() + data.len() + part.len())?;
                if index > 0 {
                    out.extend_from_slice(&data);
                }
                out.extend_from_slice(&part);
            }
            ctx.bytes_like(out, this.is_mutable())
        }
        "strip" | "lstrip" | "rstrip" => {
            let [set] = args.between(name, 0)?;
            let set = match &set {
                None | Some(Value::None) => b" \t\n\r\x0b\x0c".to_vec(),
                Some(set) => Bytes::expect(set)?.to_vec(),
            };
            let outside = |byte: &u8| !set.contains(byte);
            let start =
                if name == "rstrip" { 0 } else { data.iter().position(outside).unwrap_or(data.len()) };
            let end = if name == "lstrip" {
                data.len()
            } else {
                data.iter().rposition(outside).map_or(start, |last| last + 1)
            };
            ctx.bytes_like(data[start..end].to_vec(), this.is_mutable())
        }
        "lower" => ctx.bytes_like(data.to_ascii_lowercase(), this.is_mutable()),
        "upper" => ctx.bytes_like(data.to_ascii_uppercase(), this.is_mutable()),
        _ => Err(Fault::no_attribute(if this.is_mutable() { "bytearray" } else { "bytes" }, name)),
    }
}

fn split(ctx: &mut Ctx, data: &[u8], args: Args) -> PyResult<Value> {
    let [separator] = args.between("split", 0)?;
    drop(ctx.charge(data.len().saturating_mul(48))?);
    let parts: Vec<&[u8]> = match &separator {
        None | Some(Value::None) => {
            data.split(u8::is_ascii_whitespace).filter(|part| !part.is_empty()).collect()
        }
        Some(separator) => {
            let separator = Bytes::expect(separator)?;
            if separator.is_empty() {
                return Err(Fault::value_error("empty separator"));
            }
            let mut at = 0;
            let mut parts = Vec::new();
            for start in find_all(ctx, data, &separator)? {
                parts.push(&data[at..start]);
                at = start + separator.len();
            }
            parts.push(&data[at..]);
            parts
        }
    };
    let parts = parts.into_iter().map(|part| ctx.bytes(part.to_vec())).collect::<PyResult<_>>()?;
    ctx.list(parts)
}

/// Calls a method that changes a `bytearray`.
pub(super) fn change(this: &Bytes, ctx: &mut Ctx, name: &str, args: Args) -> PyResult<Value> {
    match name {
        "append" => {
            let [item] = args.exactly(name)?;
            let item = byte(&item, "byte")?;
            this.charge.grow_to(this.data().len() + 97)?;
            this.data.borrow_mut().push(item);
        }
        "extend" => {
            let [items] = args.exactly(name)?;
            let more = match Bytes::of(&items) {
                Some(data) => {
                    drop(ctx.charge(data.len())?);
                    data.to_vec()
                }
                None => {
                    let items = ctx.collect(&items)?;
                    items.iter().map(|item| byte(item, "byte")).collect::<PyResult<_>>()?
                }
            };
            ctx.burn(more.len() as u64 / 16)?;
            this.charge.grow_to(this.data().len() + more.len() + 96)?;
            this.data.borrow_mut().extend_from_slice(&more);
        }
        "clear" => this.data.borrow_mut().clear(),
        _ => {
            let [index] = args.between("pop", 0)?;
            let index = index.map_or(Ok(-1), |index| integer(&index))?;
            let length = this.data().len();
            if length == 0 {
                return Err(Fault::new(
                    crate::eval::exception::ExcKind::IndexError,
                    "pop from empty bytearray",
                ));
            }
            let index = ctx.index(&Value::Int(index), length, "pop")?;
            ctx.burn((length - index) as u64 / 16)?;
            return Ok(Value::Int(this.data.borrow_mut().remove(index).into()));
        }
    }
    Ok(Value::None)
}
