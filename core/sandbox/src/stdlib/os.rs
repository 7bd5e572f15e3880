//! The harmless part of `os`: paths as text, and the virtual files.

use crate::builtins::text;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::dict::Dict;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;

static OS: &[NativeFn] = &[
    NativeFn { name: "getcwd", call: |ctx, _| ctx.str("/") },
    NativeFn { name: "makedirs", call: |_, _| Ok(Value::None) },
    NativeFn { name: "mkdir", call: |_, _| Ok(Value::None) },
    NativeFn {
        name: "getenv",
        call: |_, args| {
            let [_, default] = args.bind("getenv", ["key", "default"], 1)?;
            Ok(default.unwrap_or(Value::None))
        },
    },
    NativeFn { name: "listdir", call: |_, _| Err(refused("listdir")) },
    NativeFn { name: "remove", call: |_, _| Err(refused("remove")) },
    NativeFn { name: "system", call: |_, _| Err(refused("system")) },
];

static PATH: &[NativeFn] = &[
    NativeFn { name: "join", call: join },
    NativeFn {
        name: "basename",
        call: |ctx, args| {
            part(ctx, args, "basename", |p| p.rsplit_once('/').map_or(p, |(_, name)| name).to_owned())
        },
    },
    NativeFn { name: "dirname", call: |ctx, args| part(ctx, args, "dirname", dirname) },
    NativeFn {
        name: "abspath",
        call: |ctx, args| {
            part(ctx, args, "abspath", |p| if p.starts_with('/') { p.to_owned() } else { format!("/{p}") })
        },
    },
    NativeFn { name: "normpath", call: |ctx, args| part(ctx, args, "normpath", normalise) },
    NativeFn {
        name: "split",
        call: |ctx, args| {
            let [path] = args.exactly("split")?;
            let path = text(&path, "split")?;
            let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
            let parts = vec![ctx.str(dirname(path))?, ctx.str(name)?];
            ctx.tuple(parts)
        },
    },
    NativeFn { name: "splitext", call: splitext },
    NativeFn { name: "exists", call: exists },
    NativeFn { name: "isfile", call: exists },
    NativeFn {
        name: "isdir",
        call: |ctx, args| {
            let [path] = args.exactly("isdir")?;
            let path = text(&path, "isdir")?;
            Ok(Value::Bool(
                !ctx.draw.file_exists(path) && !path.rsplit('/').next().unwrap_or(path).contains('.'),
            ))
        },
    },
];

fn refused(name: &str) -> Fault {
    Fault::new(ExcKind::PermissionError, format!("os.{name}() is not provided in this sandbox"))
}

pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    let path = ctx.import_path()?;
    let environ = ctx.dict(Dict::default())?;
    let mut contents: Vec<(&'static str, Value)> = OS.iter().map(|f| (f.name, Value::Native(f))).collect();
    contents.extend([
        ("path", path),
        ("environ", environ),
        ("sep", ctx.str("/")?),
        ("linesep", ctx.str("\n")?),
    ]);
    contents.push(("name", ctx.str("posix")?));
    ctx.new_module("os", contents)
}

impl Ctx {
    /// `os.path`, which `os` needs before it exists itself.
    fn import_path(&mut self) -> PyResult<Value> {
        if let Some((_, module)) = self.modules.iter().find(|(name, _)| name == "os.path") {
            return Ok(module.clone());
        }
        let module = path_module(self)?;
        self.modules.push(("os.path".to_owned(), module.clone()));
        Ok(module)
    }
}

pub(super) fn path_module(ctx: &mut Ctx) -> PyResult<Value> {
    ctx.new_module("os.path", PATH.iter().map(|f| (f.name, Value::Native(f))))
}

fn join(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    args.no_keywords("join")?;
    let mut path = String::new();
    for (index, part) in args.positional.iter().enumerate() {
        let part = text(part, "join")?;
        if part.starts_with('/') || index == 0 {
            path.clear();
        } else if !path.is_empty() && !path.ends_with('/') {
            path.push('/');
        }
        path.push_str(part);
        ctx.burn(path.len() as u64 / 8)?;
    }
    ctx.str(path)
}

fn part(ctx: &mut Ctx, args: Args, name: &str, cut: fn(&str) -> String) -> PyResult<Value> {
    let [path] = args.exactly(name)?;
    let cut = cut(text(&path, name)?);
    ctx.str(cut)
}

fn dirname(path: &str) -> String {
    match path.rsplit_once('/') {
        Some(("", _)) => "/".to_owned(),
        Some((head, _)) => head.trim_end_matches('/').to_owned(),
        None => String::new(),
    }
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

fn splitext(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [path] = args.exactly("splitext")?;
    let path = text(&path, "splitext")?;
    let start = path.rfind('/').map_or(0, |at| at + 1);
    let name = &path[start..];
    let dots = name.len() - name.trim_start_matches('.').len();
    let at = name.rfind('.').filter(|at| *at >= dots && *at > 0).map_or(path.len(), |at| start + at);
    let parts = vec![ctx.str(&path[..at])?, ctx.str(&path[at..])?];
    ctx.tuple(parts)
}

fn exists(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [path] = args.exactly("exists")?;
    let path = text(&path, "exists")?;
    Ok(Value::Bool(ctx.draw.file_exists(path)))
}
