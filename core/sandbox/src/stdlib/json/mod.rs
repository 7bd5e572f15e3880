//! `json`.

mod parse;
mod write;

use crate::builtins::{Bytes, text};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;

static FUNCTIONS: &[NativeFn] = &[
    NativeFn { name: "dumps", call: dumps },
    NativeFn { name: "loads", call: loads },
    NativeFn { name: "dump", call: dump },
    NativeFn { name: "load", call: load },
    NativeFn { name: "encode", call: encode },
    NativeFn { name: "raw_decode", call: raw_decode },
];

/// The classes are written in Python, and compiled when a script asks for one.
const CLASSES: [&str; 2] = ["JSONEncoder", "JSONDecoder"];

pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    let functions = FUNCTIONS[..4].iter().map(|f| (f.name, Value::Native(f)));
    ctx.new_module("json", functions.chain([("JSONDecodeError", Value::ExcType(ExcKind::JSONDecodeError))]))
}

/// A class of `json`, which becomes an attribute of the module when it is first asked for.
pub(crate) fn class(ctx: &mut Ctx, name: &str) -> PyResult<Option<Value>> {
    if !CLASSES.contains(&name) {
        return Ok(None);
    }
    let module = ctx.import_module("json_classes")?;
    ctx.find_attr(&module, name)
}

/// What the classes need of Rust.
pub(super) fn functions() -> impl Iterator<Item = (&'static str, Value)> {
    FUNCTIONS[4..].iter().map(|f| (f.name, Value::Native(f)))
}

fn dumps(ctx: &mut Ctx, mut args: Args) -> PyResult<Value> {
    let value = match args.positional.is_empty() {
        false => args.positional.remove(0),
        true => args
            .take_keyword("obj")
            .ok_or_else(|| Fault::type_error("dumps() missing 1 required positional argument: 'obj'"))?,
    };
    if !args.positional.is_empty() {
        let given = args.positional.len() + 1;
        return Err(Fault::type_error(format!("dumps() takes 1 positional argument but {given} were given")));
    }
    match args.take_keyword("cls").filter(|class| !class.is_none()) {
        Some(class) => {
            let encoder = ctx.call(&class, args)?;
            ctx.call_method(&encoder, "encode", Args::new(vec![value]))
        }
        None => write::dumps(ctx, &value, args),
    }
}

/// The text of a value by the options of an encoder.
fn encode(ctx: &mut Ctx, mut args: Args) -> PyResult<Value> {
    let value = if args.positional.is_empty() { Value::None } else { args.positional.remove(0) };
    write::dumps(ctx, &value, args)
}

fn dump(ctx: &mut Ctx, mut args: Args) -> PyResult<Value> {
    let file = match args.positional.len() {
        0 | 1 => args.take_keyword("fp"),
        _ => Some(args.positional.remove(1)),
    };
    let file =
        file.ok_or_else(|| Fault::type_error("dump() missing 1 required positional argument: 'fp'"))?;
    let text = dumps(ctx, args)?;
    ctx.call_method(&file, "write", Args::new(vec![text]))?;
    Ok(Value::None)
}

fn hooks(ctx: &mut Ctx, args: &mut Args) -> PyResult<parse::Hooks> {
    let mut take = |name| args.take_keyword(name).filter(|hook| !hook.is_none());
    let hooks = parse::Hooks {
        object: take("object_hook"),
        pairs: take("object_pairs_hook"),
        float: take("parse_float"),
        int: take("parse_int"),
        constant: take("parse_constant"),
    };
    // `float` and `int` themselves are what happens anyway.
    let usual =
        |hook: Option<Value>, name| hook.filter(|hook| !matches!(hook, Value::Type(t) if t.name == name));
    ctx.burn(1)?;
    Ok(parse::Hooks { float: usual(hooks.float, "float"), int: usual(hooks.int, "int"), ..hooks })
}

fn loads(ctx: &mut Ctx, mut args: Args) -> PyResult<Value> {
    if let Some(class) = args.take_keyword("cls").filter(|class| !class.is_none()) {
        let source = if args.positional.is_empty() { Value::None } else { args.positional.remove(0) };
        let decoder = ctx.call(&class, args)?;
        return ctx.call_method(&decoder, "decode", Args::new(vec![source]));
    }
    args.take_keyword("strict");
    let hooks = hooks(ctx, &mut args)?;
    let [source] = args.bind("loads", ["s"], 1)?;
    let source = source.unwrap_or(Value::None);
    if let Some(bytes) = Bytes::of(&source) {
        drop(ctx.charge(bytes.len())?);
        ctx.burn(bytes.len() as u64 / 16)?;
        let text = crate::builtins::decode(ctx, &bytes, "utf-8", "strict")?;
        return Ok(parse::parse(ctx, &text, true, &hooks)?.0);
    }
    let Value::Str(source) = &source else {
        let name = source.type_name();
        return Err(Fault::type_error(format!(
            "the JSON object must be str, bytes or bytearray, not {name}"
        )));
    };
    Ok(parse::parse(ctx, source, true, &hooks)?.0)
}

fn load(ctx: &mut Ctx, mut args: Args) -> PyResult<Value> {
    if args.positional.is_empty() {
        let file = args.take_keyword("fp");
        args.positional.extend(file);
    }
    let Some(file) = args.positional.first_mut() else {
        return Err(Fault::type_error("load() missing 1 required positional argument: 'fp'"));
    };
    *file = ctx.call_method(file, "read", Args::default())?;
    loads(ctx, args)
}

/// The value that a text begins with, and the number of characters it takes.
fn raw_decode(ctx: &mut Ctx, mut args: Args) -> PyResult<Value> {
    let hooks = hooks(ctx, &mut args)?;
    let [source] = args.bind("raw_decode", ["s"], 1)?;
    let source = source.unwrap_or(Value::None);
    let source = text(&source, "raw_decode")?;
    let (value, end) = parse::parse(ctx, source, false, &hooks)?;
    let end = source[..end].chars().count();
    ctx.tuple(vec![value, Value::Int(end as i64)])
}
