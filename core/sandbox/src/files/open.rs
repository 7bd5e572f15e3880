//! `open`.

use std::rc::Rc;

use super::modes::Mode;
use super::stream::{Content, Kind, Stream};
use super::{Entry, os_error};
use crate::builtins::text;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// `open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None)`.
pub(crate) fn open(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let names = ["file", "mode", "buffering", "encoding", "errors", "newline"];
    let [file, mode, _, encoding, _, newline] = args.bind("open", names, 1)?;
    let path = ctx.path_text(&file.unwrap_or(Value::None))?;
    let shown = match &mode {
        Some(mode) => text(mode, "open")?.to_owned(),
        None => "r".to_owned(),
    };
    let mode = Mode::parse(&shown)?;
    let encoding = match encoding {
        Some(Value::Str(_)) if mode.binary => {
            return Err(Fault::value_error("binary mode doesn't take an encoding argument"));
        }
        Some(Value::Str(encoding)) => (**encoding).to_owned(),
        _ => "utf-8".to_owned(),
    };
    // Fails here for an encoding that is not known.
    crate::builtins::encode(ctx, "", &encoding, "strict")?;
    match ctx.entry(&path)? {
        Some(Entry::Folder) => return Err(os_error(ExcKind::IsADirectoryError, &path)),
        Some(Entry::File) if mode.exclusive => return Err(os_error(ExcKind::FileExistsError, &path)),
        None if !mode.write || (mode.read && !mode.truncate && !mode.append && !mode.exclusive) => {
            return Err(os_error(ExcKind::FileNotFoundError, &path));
        }
        _ => {}
    }
    let content = match ctx.file_content(&path)?.filter(|_| !mode.truncate) {
        Some(content) => content,
        None => Rc::new(Content::new(ctx, Vec::new())?),
    };
    if mode.write {
        ctx.keep_file(&path, content.clone())?;
    }
    let universal = !matches!(newline, Some(Value::Str(_)));
    let content =
        if mode.binary || mode.write { content } else { text_of(ctx, &content, &encoding, universal)? };
    let stream = Stream::new(ctx, content, Kind::File { path, mode: shown, encoding }, mode)?;
    Ok(Value::from_host(stream))
}

/// A file's content as UTF-8 with `\n` for every line break.
fn text_of(ctx: &mut Ctx, content: &Rc<Content>, encoding: &str, universal: bool) -> PyResult<Rc<Content>> {
    let data = content.data.borrow();
    let decoded = crate::builtins::decode(ctx, &data, encoding, "strict");
    // What is no text shows when it is read, as in Python.
    let Ok(decoded) = decoded else { return Ok(content.clone()) };
    let plain = if universal && decoded.contains('\r') {
        decoded.replace("\r\n", "\n").replace('\r', "\n")
    } else if encoding.eq_ignore_ascii_case("utf-8") {
        return Ok(content.clone());
    } else {
        decoded
    };
    Ok(Rc::new(Content::new(ctx, plain.into_bytes())?))
}
