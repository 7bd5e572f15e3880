//! Small modules: `string`, `sys` and `time`.

use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::files::Stream;

const LOWER: &str = "abcdefghijklmnopqrstuvwxyz";
const UPPER: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const PUNCTUATION: &str = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

pub(super) fn string_module(ctx: &mut Ctx) -> PyResult<Value> {
    let whitespace = " \t\n\r\u{b}\u{c}";
    let texts = [
        ("ascii_lowercase", LOWER.to_owned()),
        ("ascii_uppercase", UPPER.to_owned()),
        ("ascii_letters", format!("{LOWER}{UPPER}")),
        ("digits", "0123456789".to_owned()),
        ("hexdigits", "0123456789abcdefABCDEF".to_owned()),
        ("octdigits", "01234567".to_owned()),
        ("punctuation", PUNCTUATION.to_owned()),
        ("whitespace", whitespace.to_owned()),
        ("printable", format!("0123456789{LOWER}{UPPER}{PUNCTUATION}{whitespace}")),
    ];
    let mut contents = Vec::new();
    for (name, text) in texts {
        contents.push((name, ctx.str(text)?));
    }
    contents.extend(TEMPLATES.iter().map(|f| (f.name, Value::Native(f))));
    ctx.new_module("string", contents)
}

/// What is written in Python, and compiled only if a script asks: every sandbox has `string` from the start.
static TEMPLATES: &[NativeFn] = &[
    NativeFn { name: "Template", call: |ctx, args| templates(ctx, "Template", args) },
    NativeFn { name: "capwords", call: |ctx, args| templates(ctx, "capwords", args) },
];

fn templates(ctx: &mut Ctx, name: &str, args: Args) -> PyResult<Value> {
    let module = ctx.import_module("string_template")?;
    let function = ctx.get_attr(&module, name)?;
    ctx.call(&function, args)
}

static EXIT: NativeFn = NativeFn {
    name: "exit",
    call: |ctx, args| Err(Fault::raised(ctx.new_exception(ExcKind::SystemExit, None, args.positional)?)),
};

pub(super) fn sys_module(ctx: &mut Ctx) -> PyResult<Value> {
    let console = Value::from_host(Stream::console(ctx)?);
    let version = ctx.tuple(vec![Value::Int(3), Value::Int(12), Value::Int(0)])?;
    let contents = vec![
        ("exit", Value::Native(&EXIT)),
        ("maxsize", Value::Int(i64::MAX)),
        ("version_info", version),
        ("version", ctx.str("3.12.0")?),
        ("platform", ctx.str("linux")?),
        ("argv", ctx.list(vec![])?),
        // What goes to the error stream is printed like any other.
        ("stdout", console.clone()),
        ("stderr", console),
    ];
    ctx.new_module("sys", contents)
}

/// There is no clock: time stands still.
static TIME: &[NativeFn] = &[
    NativeFn { name: "time", call: |_, _| Ok(Value::Float(0.0)) },
    NativeFn { name: "perf_counter", call: |_, _| Ok(Value::Float(0.0)) },
    NativeFn { name: "monotonic", call: |_, _| Ok(Value::Float(0.0)) },
    NativeFn { name: "sleep", call: |_, _| Ok(Value::None) },
];

pub(super) fn time_module(ctx: &mut Ctx) -> PyResult<Value> {
    ctx.new_module("time", TIME.iter().map(|f| (f.name, Value::Native(f))))
}
