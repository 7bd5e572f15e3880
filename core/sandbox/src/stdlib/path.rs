//! `os.path`: paths as text, and whether something is there.

use super::os;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::files::Entry;

static FUNCTIONS: &[NativeFn] = &[
    NativeFn { name: "join", call: join },
    NativeFn {
        name: "basename",
        call: |ctx, args| {
            part(ctx, args, "basename", |p| p.rsplit_once('/').map_or(p, |(_, name)| name).to_owned())
        },
    },
    NativeFn { name: "dirname", call: |ctx, args| part(ctx, args, "dirname", dirname) },
    NativeFn { name: "abspath", call: |ctx, args| part(ctx, args, "abspath", absolute) },
    NativeFn { name: "realpath", call: |ctx, args| part(ctx, args, "realpath", absolute) },
    NativeFn { name: "normpath", call: |ctx, args| part(ctx, args, "normpath", normalise) },
    NativeFn { name: "relpath", call: relative },
    NativeFn { name: "split", call: split },
    NativeFn { name: "splitext", call: splitext },
    NativeFn {
        name: "isabs",
        call: |ctx, args| {
            let [path] = args.exactly("isabs")?;
            Ok(Value::Bool(ctx.path_text(&path)?.starts_with('/')))
        },
    },
    NativeFn { name: "exists", call: |ctx, args| is(ctx, args, "exists", |entry| entry.is_some()) },
    NativeFn { name: "isfile", call: |ctx, args| is(ctx, args, "isfile", |e| e == Some(Entry::File)) },
    NativeFn { name: "isdir", call: |ctx, args| is(ctx, args, "isdir", |e| e == Some(Entry::Folder)) },
    NativeFn { name: "commonprefix", call: common_prefix },
    NativeFn { name: "commonpath", call: common_path },
    NativeFn {
        name: "normcase",
        call: |ctx, args| {
            let [path] = args.exactly("normcase")?;
            let path = ctx.path_text(&path)?;
            ctx.str(path)
        },
    },
    NativeFn { name: "islink", call: |ctx, args| is(ctx, args, "islink", |_| false) },
    NativeFn { name: "lexists", call: |ctx, args| is(ctx, args, "lexists", |entry| entry.is_some()) },
    NativeFn { name: "splitdrive", call: split_drive },
    NativeFn { name: "getsize", call: os::size },
    NativeFn { name: "expanduser", call: os::unchanged },
    NativeFn { name: "expandvars", call: os::unchanged },
];

pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    let mut contents: Vec<(&'static str, Value)> =
        FUNCTIONS.iter().map(|f| (f.name, Value::Native(f))).collect();
    contents.push(("sep", ctx.str("/")?));
    ctx.new_module("os.path", contents)
}

/// A name in a folder.
pub(super) fn joined(folder: &str, name: &str) -> String {
    if folder.is_empty() || folder.ends_with('/') {
        format!("{folder}{name}")
    } else {
        format!("{folder}/{name}")
    }
}

fn join(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    args.no_keywords("join")?;
    let mut path = String::new();
    for (index, part) in args.positional.iter().enumerate() {
        let part = ctx.path_text(part)?;
        path = if part.starts_with('/') || index == 0 { part } else { joined(&path, &part) };
        ctx.burn(path.len() as u64 / 8)?;
        drop(ctx.charge(path.len())?);
    }
    ctx.str(path)
}

fn part(ctx: &mut Ctx, args: Args, name: &str, cut: fn(&str) -> String) -> PyResult<Value> {
    let [path] = args.exactly(name)?;
    let cut = cut(&ctx.path_text(&path)?);
    ctx.str(cut)
}

fn is(ctx: &mut Ctx, args: Args, name: &str, test: fn(Option<Entry>) -> bool) -> PyResult<Value> {
    let [path] = args.exactly(name)?;
    let path = ctx.path_text(&path)?;
    if path.is_empty() {
        return Ok(Value::Bool(false));
    }
    Ok(Value::Bool(test(ctx.entry(&path)?)))
}

fn dirname(path: &str) -> String {
    match path.rsplit_once('/') {
        Some(("", _)) => "/".to_owned(),
        Some((head, _)) => head.trim_end_matches('/').to_owned(),
        None => String::new(),
    }
}

fn absolute(path: &str) -> String {
    normalise(&format!("/{path}"))
}

fn normalise(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => drop(parts.pop()),
            ".." if path.starts_with('/') => {}
            part => parts.push(part),
        }
    }
    let joined = parts.join("/");
    match (path.starts_with('/'), joined.is_empty()) {
        (true, _) => format!("/{joined}"),
        (false, true) => ".".to_owned(),
        (false, false) => joined,
    }
}

fn relative(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [path, start] = args.bind("relpath", ["path", "start"], 1)?;
    let path = absolute(&ctx.path_text(&path.unwrap_or(Value::None))?);
    let start = match start {
        Some(start) => absolute(&ctx.path_text(&start)?),
        None => "/".to_owned(),
    };
    let parts = |path: &str| -> Vec<String> {
        path.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    let (path, start) = (parts(&path), parts(&start));
    let common = path.iter().zip(&start).take_while(|(a, b)| a == b).count();
    ctx.burn((path.len() + start.len()) as u64)?;
    let up = std::iter::repeat_n("..", start.len() - common);
    let all: Vec<&str> = up.chain(path[common..].iter().map(String::as_str)).collect();
    ctx.str(if all.is_empty() { ".".to_owned() } else { all.join("/") })
}

fn split(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [path] = args.exactly("split")?;
    let path = ctx.path_text(&path)?;
    let name = path.rsplit_once('/').map_or(&*path, |(_, name)| name);
    let parts = vec![ctx.str(dirname(&path))?, ctx.str(name)?];
    ctx.tuple(parts)
}

fn splitext(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [path] = args.exactly("splitext")?;
    let path = ctx.path_text(&path)?;
    let start = path.rfind('/').map_or(0, |at| at + 1);
    let name = &path[start..];
    let dots = name.len() - name.trim_start_matches('.').len();
    let at = name.rfind('.').filter(|at| *at >= dots && *at > 0).map_or(path.len(), |at| start + at);
    let parts = vec![ctx.str(&path[..at])?, ctx.str(&path[at..])?];
    ctx.tuple(parts)
}

fn split_drive(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [path] = args.exactly("splitdrive")?;
    let path = ctx.path_text(&path)?;
    let parts = vec![ctx.str("")?, ctx.str(path)?];
    ctx.tuple(parts)
}

fn paths(ctx: &mut Ctx, args: Args, name: &str) -> PyResult<Vec<String>> {
    let [list] = args.exactly(name)?;
    let items = ctx.collect(&list)?;
    items.iter().map(|path| ctx.path_text(path)).collect()
}

fn common_prefix(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let paths = paths(ctx, args, "commonprefix")?;
    let Some((first, rest)) = paths.split_first() else { return ctx.str("") };
    let mut end = first.len();
    for path in rest {
        ctx.burn(path.len() as u64 / 16)?;
        let same = first.chars().zip(path.chars()).take_while(|(a, b)| a == b);
        end = end.min(same.map(|(a, _)| a.len_utf8()).sum());
    }
    ctx.str(&first[..end])
}

fn common_path(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let paths = paths(ctx, args, "commonpath")?;
    let Some(first) = paths.first() else {
        return Err(Fault::value_error("commonpath() arg is an empty sequence"));
    };
    let absolute = first.starts_with('/');
    if paths.iter().any(|path| path.starts_with('/') != absolute) {
        return Err(Fault::value_error("Can't mix absolute and relative paths"));
    }
    let parts = |path: &str| -> Vec<String> {
        path.split('/').filter(|part| !part.is_empty() && *part != ".").map(str::to_owned).collect()
    };
    let mut common = parts(first);
    for path in &paths {
        ctx.burn(path.len() as u64 / 16)?;
        let own = parts(path);
        let same = common.iter().zip(&own).take_while(|(a, b)| a == b).count();
        common.truncate(same);
    }
    let slash = if absolute { "/" } else { "" };
    ctx.str(format!("{slash}{}", common.join("/")))
}
