//! `sys` and `builtins`.

use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::files::Stream;

static FUNCTIONS: &[NativeFn] = &[
    NativeFn {
        name: "exit",
        call: |ctx, args| {
            Err(Fault::raised(ctx.new_exception(ExcKind::SystemExit, None, args.positional)?))
        },
    },
    NativeFn { name: "exc_info", call: exc_info },
    NativeFn { name: "exception", call: |ctx, _| Ok(ctx.handled.take().unwrap_or(Value::None)) },
    NativeFn { name: "getdefaultencoding", call: |ctx, _| ctx.str("utf-8") },
    NativeFn { name: "getfilesystemencoding", call: |ctx, _| ctx.str("utf-8") },
    NativeFn { name: "getrecursionlimit", call: |ctx, _| Ok(Value::Int(ctx.limits.depth as i64)) },
    // The sandbox's own limits hold, whatever a script wishes.
    NativeFn { name: "setrecursionlimit", call: |_, _| Ok(Value::None) },
    NativeFn { name: "set_int_max_str_digits", call: |_, _| Ok(Value::None) },
    NativeFn {
        name: "intern",
        call: |_, args| {
            let [text] = args.exactly("intern")?;
            Ok(text)
        },
    },
    NativeFn { name: "getsizeof", call: |_, _| Err(Fault::not_provided("sys.getsizeof")) },
];

pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    let console = Value::from_host(Stream::console(ctx, true)?);
    // Nobody sees the error stream.
    let errors = Value::from_host(Stream::console(ctx, false)?);
    let version = ["major", "minor", "micro", "releaselevel", "serial"];
    let final_ = ctx.str("final")?;
    let numbers = vec![Value::Int(3), Value::Int(12), Value::Int(1), final_, Value::Int(0)];
    let version = record(ctx, "sys.version_info", &version, numbers)?;
    let names = ["max", "max_exp", "min", "min_exp", "dig", "mant_dig", "epsilon", "radix"];
    let values = vec![
        Value::Float(f64::MAX),
        Value::Int(1024),
        Value::Float(f64::MIN_POSITIVE),
        Value::Int(-1021),
        Value::Int(15),
        Value::Int(53),
        Value::Float(f64::EPSILON),
        Value::Int(2),
    ];
    let floats = record(ctx, "sys.float_info", &names, values)?;
    let name = ctx.str("")?;
    let modules = ctx.dict(crate::eval::dict::Dict::default())?;
    let contents = vec![
        ("maxsize", Value::Int(i64::MAX)),
        ("maxunicode", Value::Int(0x0010_ffff)),
        ("byteorder", ctx.str("little")?),
        ("version_info", version),
        ("float_info", floats),
        ("version", ctx.str("3.12.1 (main)")?),
        ("platform", ctx.str("linux")?),
        ("executable", ctx.str("")?),
        ("argv", ctx.list(vec![name])?),
        ("path", ctx.list(vec![])?),
        ("modules", modules),
        ("stdout", console.clone()),
        ("__stdout__", console),
        ("stderr", errors.clone()),
        ("__stderr__", errors),
    ];
    ctx.new_module("sys", contents.into_iter().chain(FUNCTIONS.iter().map(|f| (f.name, Value::Native(f)))))
}

/// A named tuple.
fn record(ctx: &mut Ctx, name: &str, fields: &[&str], values: Vec<Value>) -> PyResult<Value> {
    let collections = ctx.import_module("collections")?;
    let make = ctx.get_attr(&collections, "namedtuple")?;
    let name = ctx.str(name.rsplit('.').next().unwrap_or(name))?;
    let mut names = Vec::new();
    for field in fields {
        names.push(ctx.str(*field)?);
    }
    let names = ctx.list(names)?;
    let class = ctx.call_with(&make, vec![name, names])?;
    ctx.call_with(&class, values)
}

fn exc_info(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [] = args.exactly("exc_info")?;
    let parts = match ctx.handled.take() {
        Some(exception) => {
            let trace = ctx.find_attr(&exception, "__traceback__")?.unwrap_or(Value::None);
            vec![ctx.type_of(&exception)?, exception, trace]
        }
        None => vec![Value::None, Value::None, Value::None],
    };
    ctx.tuple(parts)
}

/// The module `builtins`.
pub(super) fn builtins_module(ctx: &mut Ctx) -> PyResult<Value> {
    let mut contents = Vec::new();
    for (symbol, value) in ctx.builtins.clone().into_iter().enumerate() {
        if let Some(value) = value {
            contents.push((ctx.names.get(symbol as u32).clone(), value));
        }
    }
    let module = ctx.new_module("builtins", [])?;
    for (name, value) in contents {
        ctx.set_attr(&module, name, value)?;
    }
    Ok(module)
}
