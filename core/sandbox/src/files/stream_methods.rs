//! Methods of streams.

use super::stream::{Kind, Stream};
use crate::builtins::{Bytes, counted, decode, encode, integer, text};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

pub(super) const ALL: &[&str] = &[
    "read",
    "readline",
    "readlines",
    "write",
    "writelines",
    "seek",
    "tell",
    "truncate",
    "flush",
    "close",
    "readable",
    "writable",
    "seekable",
    "isatty",
];

pub(super) fn unsupported(what: &str) -> Fault {
    Fault::new(ExcKind::UnsupportedOperation, what)
}

/// Bytes or text, as the stream has it.
fn value(stream: &Stream, ctx: &mut Ctx, bytes: Vec<u8>) -> PyResult<Value> {
    if stream.mode.binary {
        return ctx.bytes(bytes);
    }
    match String::from_utf8(bytes) {
        Ok(text) => ctx.str(text),
        // Raises the error with Python's message.
        Err(error) => {
            let text = decode(ctx, error.as_bytes(), "utf-8", "strict")?;
            ctx.str(text)
        }
    }
}

fn readable(stream: &Stream) -> PyResult<()> {
    stream.usable()?;
    if stream.mode.read { Ok(()) } else { Err(unsupported("not readable")) }
}

/// The bytes from the position up to `end`, which become what was read.
fn advance(stream: &Stream, ctx: &mut Ctx, end: usize) -> PyResult<Vec<u8>> {
    let data = stream.content.data.borrow();
    let start = stream.at.get().min(data.len());
    let end = end.clamp(start, data.len());
    ctx.burn((end - start) as u64 / 16 + 1)?;
    drop(ctx.charge(end - start)?);
    stream.at.set(end.max(stream.at.get()));
    Ok(data[start..end].to_vec())
}

/// The end of `count` bytes or characters from the position; of all if there is no count.
fn end_of(stream: &Stream, count: Option<Value>) -> PyResult<usize> {
    let count = match count {
        None | Some(Value::None) => -1,
        Some(count) => integer(&count)?,
    };
    if count < 0 {
        return Ok(usize::MAX);
    }
    let count = counted(count);
    let start = stream.at.get();
    if stream.mode.binary {
        return Ok(start.saturating_add(count));
    }
    // A character ends where the next byte does not continue it.
    let data = stream.content.data.borrow();
    let rest = data.get(start..).unwrap_or_default();
    let mut starts =
        rest.iter().enumerate().filter(|(_, byte)| **byte & 0xc0 != 0x80).map(|(index, _)| index);
    Ok(starts.nth(count).map_or(usize::MAX, |index| start + index))
}

fn line_end(stream: &Stream) -> usize {
    let start = stream.at.get();
    let data = stream.content.data.borrow();
    let rest = data.get(start..).unwrap_or_default();
    rest.iter().position(|byte| *byte == b'\n').map_or(usize::MAX, |index| start + index + 1)
}

/// The lines that are left.
pub(super) fn lines(stream: &Stream, ctx: &mut Ctx) -> PyResult<Value> {
    readable(stream)?;
    let mut lines = Vec::new();
    let charge = ctx.charge(0)?;
    loop {
        let end = line_end(stream);
        let line = advance(stream, ctx, end)?;
        if line.is_empty() {
            return ctx.list(lines);
        }
        charge.grow_to((lines.len() + 1) * size_of::<Value>())?;
        lines.push(value(stream, ctx, line)?);
    }
}

fn write(stream: &Stream, ctx: &mut Ctx, item: &Value) -> PyResult<i64> {
    if stream.mode.binary {
        if matches!(item, Value::Str(_)) {
            return Err(Fault::type_error("a bytes-like object is required, not 'str'"));
        }
        let data = Bytes::expect(item)?;
        stream.write(ctx, &data)?;
        return Ok(data.len() as i64);
    }
    let Value::Str(text) = item else {
        let (name, found) = (if matches!(stream.kind, Kind::StringIO) { "string" } else { "write()" }, item);
        let found = found.type_name();
        return Err(Fault::type_error(match name {
            "string" => format!("string argument expected, got '{found}'"),
            _ => format!("write() argument must be str, not {found}"),
        }));
    };
    match &stream.kind {
        Kind::File { encoding, .. } if !encoding.eq_ignore_ascii_case("utf-8") => {
            let data = encode(ctx, text, encoding, "strict")?;
            stream.write(ctx, &data)?;
        }
        _ => stream.write(ctx, text.as_bytes())?,
    }
    Ok(text.char_len() as i64)
}

/// Closes the stream. A picture that was written byte by byte becomes one that can be shown.
pub(super) fn close(stream: &Stream, ctx: &mut Ctx) -> PyResult<()> {
    if stream.closed.replace(true) || !stream.mode.write || !stream.mode.binary {
        return Ok(());
    }
    match stream.path() {
        Some(path) => crate::pil::adopt(ctx, path, &stream.whole()),
        None => Ok(()),
    }
}

/// Calls a method.
pub(super) fn call(stream: &Stream, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
    if name == "close" {
        close(stream, ctx)?;
        return Ok(Value::None);
    }
    stream.usable()?;
    match name {
        "read" => {
            let [count] = args.between(name, 0)?;
            readable(stream)?;
            let end = end_of(stream, count)?;
            let bytes = advance(stream, ctx, end)?;
            value(stream, ctx, bytes)
        }
        "readline" => {
            let [] = args.exactly(name)?;
            readable(stream)?;
            let end = line_end(stream);
            let bytes = advance(stream, ctx, end)?;
            value(stream, ctx, bytes)
        }
        "readlines" => lines(stream, ctx),
        "write" => {
            let [item] = args.exactly(name)?;
            write(stream, ctx, &item).map(Value::Int)
        }
        "writelines" => {
            let [items] = args.exactly(name)?;
            for item in ctx.collect(&items)? {
                write(stream, ctx, &item)?;
            }
            Ok(Value::None)
        }
        "seek" => {
            let [offset, whence] = args.between(name, 1)?;
            let offset = integer(&offset.unwrap_or(Value::None))?;
            let base = match whence.map_or(Ok(0), |whence| integer(&whence))? {
                0 => 0,
                1 => stream.at.get(),
                2 => stream.content.data.borrow().len(),
                other => {
                    return Err(Fault::value_error(format!("invalid whence ({other}, should be 0, 1 or 2)")));
                }
            };
            if base == 0 && offset < 0 {
                return Err(Fault::value_error(format!("negative seek value {offset}")));
            }
            // The same on machines of 32 bits.
            let at = (base as i64).saturating_add(offset).clamp(0, 1 << 30) as usize;
            stream.at.set(at);
            Ok(Value::Int(at as i64))
        }
        "tell" => Ok(Value::Int(stream.at.get() as i64)),
        "truncate" => {
            let [size] = args.between(name, 0)?;
            let size = match size {
                None | Some(Value::None) => stream.at.get(),
                Some(size) => counted(integer(&size)?),
            };
            stream.content.data.borrow_mut().truncate(size);
            Ok(Value::Int(size as i64))
        }
        "getvalue" | "getbuffer" => {
            let data = stream.whole();
            drop(ctx.charge(data.len())?);
            ctx.burn(data.len() as u64 / 16)?;
            value(stream, ctx, data.to_vec())
        }
        "readable" => Ok(Value::Bool(stream.mode.read)),
        "writable" => Ok(Value::Bool(stream.mode.write)),
        "seekable" => Ok(Value::Bool(!matches!(stream.kind, Kind::Console { .. }))),
        "isatty" => Ok(Value::Bool(false)),
        _ => Ok(Value::None),
    }
}

impl Stream {
    /// What `print(..., file=stream)` writes.
    pub(crate) fn print(&self, ctx: &mut Ctx, item: &Value) -> PyResult<()> {
        text(item, "write")?;
        write(self, ctx, item).map(drop)
    }
}
