//! Methods of `bytes` and `bytearray`.

use super::super::{counted, integer, text};
use super::{Bytes, byte, decode, search};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

pub(super) const ALL: &[&str] = &[
    "decode",
    "hex",
    "startswith",
    "endswith",
    "find",
    "rfind",
    "index",
    "rindex",
    "count",
    "replace",
    "split",
    "rsplit",
    "splitlines",
    "partition",
    "rpartition",
    "join",
    "strip",
    "lstrip",
    "rstrip",
    "lower",
    "upper",
    "title",
    "capitalize",
    "swapcase",
    "ljust",
    "rjust",
    "center",
    "zfill",
    "removeprefix",
    "removesuffix",
    "translate",
    "isdigit",
    "isalpha",
    "isalnum",
    "isspace",
    "isupper",
    "islower",
    "isascii",
];

pub(super) const MUTABLE: &[&str] =
    &["append", "extend", "clear", "pop", "insert", "remove", "reverse", "copy"];

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
        "hex" => hex(ctx, &data, args),
        "startswith" | "endswith" => search::affix(ctx, &data, name, args),
        "find" | "rfind" | "index" | "rindex" | "count" => search::search(ctx, &data, name, args),
        "partition" | "rpartition" => search::partition(ctx, this, name, args),
        "split" | "rsplit" => search::split(ctx, this, name, args),
        "replace" => replace(ctx, this, args),
        "join" => join(ctx, this, args),
        "splitlines" => lines(ctx, this, args),
        "strip" | "lstrip" | "rstrip" => strip(ctx, this, name, args),
        "ljust" | "rjust" | "center" | "zfill" => pad(ctx, this, name, args),
        "removeprefix" | "removesuffix" => {
            let [part] = args.exactly(name)?;
            let part = Bytes::expect(&part)?;
            let rest = match name {
                "removeprefix" => data.strip_prefix(&*part),
                _ => data.strip_suffix(&*part),
            };
            drop(ctx.charge(data.len())?);
            ctx.bytes_like(rest.unwrap_or(&data).to_vec(), this.mutable)
        }
        "translate" => translate(ctx, this, args),
        "lower" | "upper" | "title" | "capitalize" | "swapcase" => {
            let [] = args.exactly(name)?;
            drop(ctx.charge(data.len())?);
            ctx.bytes_like(cased(&data, name), this.mutable)
        }
        _ if name.starts_with("is") => {
            let [] = args.exactly(name)?;
            Ok(Value::Bool(is(&data, name)))
        }
        _ => Err(Fault::no_attribute(if this.mutable { "bytearray" } else { "bytes" }, name)),
    }
}

fn is(data: &[u8], name: &str) -> bool {
    let all = |test: fn(&u8) -> bool| !data.is_empty() && data.iter().all(test);
    let letters = data.iter().any(u8::is_ascii_alphabetic);
    match name {
        "isdigit" => all(u8::is_ascii_digit),
        "isalpha" => all(u8::is_ascii_alphabetic),
        "isalnum" => all(u8::is_ascii_alphanumeric),
        "isspace" => all(|byte| byte.is_ascii_whitespace() || *byte == 0x0b),
        "isupper" => letters && !data.iter().any(u8::is_ascii_lowercase),
        "islower" => letters && !data.iter().any(u8::is_ascii_uppercase),
        _ => data.is_ascii(),
    }
}

fn cased(data: &[u8], name: &str) -> Vec<u8> {
    let mut before = false;
    let mut case = |(index, byte): (usize, &u8)| {
        let start = if name == "title" { !before } else { index == 0 };
        before = byte.is_ascii_alphabetic();
        match name {
            "lower" => byte.to_ascii_lowercase(),
            "upper" => byte.to_ascii_uppercase(),
            "swapcase" if byte.is_ascii_lowercase() => byte.to_ascii_uppercase(),
            "swapcase" => byte.to_ascii_lowercase(),
            _ if start => byte.to_ascii_uppercase(),
            _ => byte.to_ascii_lowercase(),
        }
    };
    data.iter().enumerate().map(&mut case).collect()
}

fn hex(ctx: &mut Ctx, data: &[u8], args: Args) -> PyResult<Value> {
    let [separator, every] = args.bind("hex", ["sep", "bytes_per_sep"], 0)?;
    drop(ctx.charge(data.len() * 4)?);
    let every = every.map_or(Ok(1), |every| integer(&every))?;
    let separator = match &separator {
        None => "",
        Some(separator) => text(separator, "hex")?,
    };
    let group = usize::try_from(every.unsigned_abs()).unwrap_or(usize::MAX);
    let mut digits = String::new();
    for (index, byte) in data.iter().enumerate() {
        // Groups are counted from the end, or from the start if their size is negative.
        let done = if every < 0 { index } else { data.len() - index };
        if index > 0 && group > 0 && done.is_multiple_of(group) {
            digits.push_str(separator);
        }
        digits.push_str(&format!("{byte:02x}"));
    }
    ctx.str(digits)
}

fn replace(ctx: &mut Ctx, this: &Bytes, args: Args) -> PyResult<Value> {
    let [old, new, most] = args.between("replace", 2)?;
    let most = most.map_or(Ok(-1), |most| integer(&most))?;
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let (old, new) = (old.unwrap_or(Value::None), new.unwrap_or(Value::None));
    let (old, new) = (Bytes::expect(&old)?, Bytes::expect(&new)?);
    let data = this.data();
    let found: Vec<usize> = match old.is_empty() {
        true => (0..=data.len()).take(most).collect(),
        false => search::find_all(ctx, &data, &old, most)?,
    };
    drop(ctx.charge(data.len().saturating_add(found.len().saturating_mul(new.len())))?);
    let (mut out, mut at) = (Vec::new(), 0);
    for start in found {
        out.extend_from_slice(&data[at..start]);
        out.extend_from_slice(&new);
        at = start + old.len();
    }
    out.extend_from_slice(&data[at..]);
    ctx.bytes_like(out, this.mutable)
}

fn join(ctx: &mut Ctx, this: &Bytes, args: Args) -> PyResult<Value> {
    let [parts] = args.exactly("join")?;
    let parts = ctx.collect(&parts)?;
    let data = this.data();
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
    ctx.bytes_like(out, this.mutable)
}

fn lines(ctx: &mut Ctx, this: &Bytes, args: Args) -> PyResult<Value> {
    let [keep] = args.bind("splitlines", ["keepends"], 0)?;
    let keep = keep.map_or(Ok(false), |keep| ctx.truthy(&keep))?;
    let data = this.data();
    drop(ctx.charge(data.len().saturating_mul(48))?);
    let mut lines = Vec::new();
    let mut rest = &data[..];
    while !rest.is_empty() {
        let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
        let ending = match rest.get(end..).unwrap_or_default() {
            [b'\r', b'\n', ..] => 2,
            [_, ..] => 1,
            [] => 0,
        };
        lines.push(ctx.bytes_like(rest[..if keep { end + ending } else { end }].to_vec(), this.mutable)?);
        rest = &rest[end + ending..];
    }
    ctx.list(lines)
}

fn strip(ctx: &mut Ctx, this: &Bytes, name: &str, args: Args) -> PyResult<Value> {
    let [set] = args.between(name, 0)?;
    let set = match &set {
        None | Some(Value::None) => b" \t\n\r\x0b\x0c".to_vec(),
        Some(set) => Bytes::expect(set)?.to_vec(),
    };
    let data = this.data();
    ctx.burn((data.len() as u64).saturating_mul(set.len() as u64) / 64)?;
    let outside = |byte: &u8| !set.contains(byte);
    let start = if name == "rstrip" { 0 } else { data.iter().position(outside).unwrap_or(data.len()) };
    let end = match name {
        "lstrip" => data.len(),
        _ => data.iter().rposition(outside).map_or(start, |last| last + 1),
    };
    ctx.bytes_like(data[start..end.max(start)].to_vec(), this.mutable)
}

fn pad(ctx: &mut Ctx, this: &Bytes, name: &str, args: Args) -> PyResult<Value> {
    let [width, fill] = args.between(name, 1)?;
    let width = counted(integer(&width.unwrap_or(Value::None))?);
    let fill = match &fill {
        None => b' ',
        Some(fill) => match &*Bytes::expect(fill)? {
            [one] => *one,
            _ => {
                return Err(Fault::type_error(format!(
                    "{name}() argument 2 must be a byte string of length 1, not bytes"
                )));
            }
        },
    };
    let data = this.data();
    let missing = width.saturating_sub(data.len());
    ctx.burn(missing as u64 / 16)?;
    drop(ctx.charge(data.len() + missing)?);
    let (sign, digits) = match (name, data.first()) {
        ("zfill", Some(b'+' | b'-')) => data.split_at(1),
        _ => data.split_at(0),
    };
    let (fill, before) = match name {
        "ljust" => (fill, 0),
        "zfill" => (b'0', missing),
        // CPython puts the odd one on the left of what has an odd width.
        "center" => (fill, missing / 2 + (missing & width & 1)),
        _ => (fill, missing),
    };
    let mut out = sign.to_vec();
    out.extend(std::iter::repeat_n(fill, before));
    out.extend_from_slice(digits);
    out.extend(std::iter::repeat_n(fill, missing - before));
    ctx.bytes_like(out, this.mutable)
}

fn translate(ctx: &mut Ctx, this: &Bytes, mut args: Args) -> PyResult<Value> {
    let delete = args.take_keyword("delete");
    let [table, more] = args.between("translate", 1)?;
    let delete = match delete.or(more) {
        Some(delete) => Bytes::expect(&delete)?.to_vec(),
        None => Vec::new(),
    };
    let table = match table.unwrap_or(Value::None) {
        Value::None => None,
        table => Some(Bytes::expect(&table)?.to_vec()),
    };
    if table.as_ref().is_some_and(|table| table.len() != 256) {
        return Err(Fault::value_error("translation table must be 256 characters long"));
    }
    let data = this.data();
    drop(ctx.charge(data.len())?);
    ctx.burn((data.len() as u64).saturating_mul(delete.len() as u64 + 1) / 32)?;
    let kept = data.iter().filter(|byte| !delete.contains(byte));
    let out = kept.map(|byte| table.as_ref().map_or(*byte, |table| table[usize::from(*byte)])).collect();
    ctx.bytes_like(out, this.mutable)
}

/// `bytes.maketrans(from, to)`.
pub(super) fn make_table(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [from, to] = args.exactly("maketrans")?;
    let (from, to) = (Bytes::expect(&from)?, Bytes::expect(&to)?);
    if from.len() != to.len() {
        return Err(Fault::value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (a, b) in from.iter().zip(to.iter()) {
        table[usize::from(*a)] = *b;
    }
    ctx.bytes(table)
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
        "insert" => {
            let [index, item] = args.exactly(name)?;
            let item = byte(&item, "byte")?;
            let length = this.data().len();
            let at = search::bounds(length, Some(index), None)?.start.min(length);
            ctx.burn((length - at) as u64 / 16 + 1)?;
            this.charge.grow_to(length + 97)?;
            this.data.borrow_mut().insert(at, item);
        }
        "remove" => {
            let [item] = args.exactly(name)?;
            let item = byte(&item, "byte")?;
            let length = this.data().len();
            ctx.burn(length as u64 / 16 + 1)?;
            let at = this.data().iter().position(|byte| *byte == item);
            let at = at.ok_or_else(|| Fault::value_error("value not found in bytearray"))?;
            this.data.borrow_mut().remove(at);
        }
        "reverse" => {
            let length = this.data().len();
            ctx.burn(length as u64 / 16 + 1)?;
            this.data.borrow_mut().reverse();
        }
        "copy" => {
            drop(ctx.charge(this.data().len())?);
            let copy = this.data().to_vec();
            return ctx.bytes_like(copy, true);
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
                return Err(Fault::new(ExcKind::IndexError, "pop from empty bytearray"));
            }
            let index = ctx.index(&Value::Int(index), length, "pop")?;
            ctx.burn((length - index) as u64 / 16)?;
            return Ok(Value::Int(this.data.borrow_mut().remove(index).into()));
        }
    }
    Ok(Value::None)
}
