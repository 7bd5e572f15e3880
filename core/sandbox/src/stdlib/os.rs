//! The harmless part of `os`: the virtual files and folders.

use super::path;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::dict::Dict;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::files::{Entry, os_error};

static FUNCTIONS: &[NativeFn] = &[
    NativeFn { name: "getcwd", call: |ctx, _| ctx.str("/") },
    NativeFn { name: "makedirs", call: make_folders },
    NativeFn { name: "mkdir", call: make_folder },
    NativeFn {
        name: "getenv",
        call: |_, args| {
            let [_, default] = args.bind("getenv", ["key", "default"], 1)?;
            Ok(default.unwrap_or(Value::None))
        },
    },
    NativeFn { name: "listdir", call: list_folder },
    NativeFn { name: "walk", call: walk },
    NativeFn { name: "remove", call: |ctx, args| remove(ctx, args, "remove") },
    NativeFn { name: "unlink", call: |ctx, args| remove(ctx, args, "unlink") },
    NativeFn {
        name: "rmdir",
        call: |ctx, args| {
            let [path] = args.exactly("rmdir")?;
            let path = ctx.path_text(&path)?;
            ctx.remove_folder(&path)?;
            Ok(Value::None)
        },
    },
    NativeFn { name: "rename", call: |ctx, args| rename(ctx, args, "rename") },
    NativeFn { name: "replace", call: |ctx, args| rename(ctx, args, "replace") },
    NativeFn {
        name: "fspath",
        call: |ctx, args| {
            let [path] = args.exactly("fspath")?;
            let path = ctx.path_text(&path)?;
            ctx.str(path)
        },
    },
    NativeFn { name: "system", call: |_, _| Err(refused("system")) },
    NativeFn { name: "popen", call: |_, _| Err(refused("popen")) },
];

fn refused(name: &str) -> Fault {
    Fault::new(ExcKind::PermissionError, format!("os.{name}() is not provided in this sandbox"))
}

pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    let path = ctx.import_path()?;
    let environ = ctx.dict(Dict::default())?;
    let mut contents: Vec<(&'static str, Value)> =
        FUNCTIONS.iter().map(|f| (f.name, Value::Native(f))).collect();
    contents.extend([
        ("path", path),
        ("environ", environ),
        ("sep", ctx.str("/")?),
        ("linesep", ctx.str("\n")?),
        ("curdir", ctx.str(".")?),
        ("pardir", ctx.str("..")?),
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
        let module = path::module(self)?;
        self.modules.push(("os.path".to_owned(), module.clone()));
        Ok(module)
    }
}

fn make_folders(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [path, _, exist_ok] = args.bind("makedirs", ["name", "mode", "exist_ok"], 1)?;
    let path = ctx.path_text(&path.unwrap_or(Value::None))?;
    let exist_ok = exist_ok.map_or(Ok(false), |value| ctx.truthy(&value))?;
    if path.is_empty() {
        return Err(os_error(ExcKind::FileNotFoundError, ""));
    }
    // Scripts are told to save here, and to make the folder if it is missing.
    let exist_ok = exist_ok || ctx.given_folder(&path);
    ctx.make_folder(&path, exist_ok, true)?;
    Ok(Value::None)
}

fn make_folder(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [path, _] = args.bind("mkdir", ["path", "mode"], 1)?;
    let path = ctx.path_text(&path.unwrap_or(Value::None))?;
    let exist_ok = ctx.given_folder(&path);
    ctx.make_folder(&path, exist_ok, false)?;
    Ok(Value::None)
}

fn list_folder(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [path] = args.bind("listdir", ["path"], 0)?;
    let path = match path {
        None | Some(Value::None) => "/".to_owned(),
        Some(path) => ctx.path_text(&path)?,
    };
    let names = ctx.folder(&path)?;
    let names = names.into_iter().map(|name| ctx.str(name)).collect::<PyResult<_>>()?;
    ctx.list(names)
}

/// `os.walk(top)`, from the top down.
fn walk(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [top] = args.bind("walk", ["top"], 1)?;
    let top = ctx.path_text(&top.unwrap_or(Value::None))?;
    let mut waiting = vec![top];
    let mut found = Vec::new();
    while let Some(folder) = waiting.pop() {
        if ctx.entry(&folder)? != Some(Entry::Folder) {
            continue;
        }
        let (mut folders, mut files, mut inside) = (Vec::new(), Vec::new(), Vec::new());
        for name in ctx.folder(&folder)? {
            let whole = path::joined(&folder, &name);
            let name = ctx.str(name)?;
            if ctx.entry(&whole)? == Some(Entry::Folder) {
                folders.push(name);
                inside.push(whole);
            } else {
                files.push(name);
            }
        }
        waiting.extend(inside.into_iter().rev());
        let parts = vec![ctx.str(folder)?, ctx.list(folders)?, ctx.list(files)?];
        found.push(ctx.tuple(parts)?);
    }
    let found = ctx.list(found)?;
    ctx.iter(&found)
}

fn remove(ctx: &mut Ctx, args: Args, name: &str) -> PyResult<Value> {
    let [path] = args.exactly(name)?;
    let path = ctx.path_text(&path)?;
    ctx.remove_file(&path)?;
    Ok(Value::None)
}

fn rename(ctx: &mut Ctx, args: Args, name: &str) -> PyResult<Value> {
    let [from, to] = args.exactly(name)?;
    let (from, to) = (ctx.path_text(&from)?, ctx.path_text(&to)?);
    let Some(content) = ctx.file_content(&from)? else {
        return Err(match ctx.entry(&from)? {
            Some(_) => Fault::not_provided("renaming a folder"),
            None => os_error(ExcKind::FileNotFoundError, &from),
        });
    };
    if crate::files::key(&from) != crate::files::key(&to) {
        ctx.keep_file(&to, content.clone())?;
        crate::pil::adopt(ctx, &to, &content.data.borrow())?;
        ctx.remove_file(&from)?;
    }
    Ok(Value::None)
}

/// `os.path.getsize`.
pub(super) fn size(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [path] = args.exactly("getsize")?;
    let path = ctx.path_text(&path)?;
    let size = match ctx.file_content(&path)? {
        Some(content) => content.data.borrow().len(),
        None if ctx.entry(&path)?.is_some() => 4096,
        None => return Err(os_error(ExcKind::FileNotFoundError, &path)),
    };
    Ok(Value::Int(size as i64))
}

/// `os.path.expanduser` and `expandvars`: there are no users and no variables.
pub(super) fn unchanged(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [path] = args.exactly("expanduser")?;
    let path = ctx.path_text(&path)?;
    ctx.str(path)
}
