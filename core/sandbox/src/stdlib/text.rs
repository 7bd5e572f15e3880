//! Small modules: `string` and `time`.

use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::host::NativeFn;
use crate::eval::value::Value;

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
    NativeFn { name: "Formatter", call: |ctx, args| templates(ctx, "Formatter", args) },
    NativeFn { name: "capwords", call: |ctx, args| templates(ctx, "capwords", args) },
];

fn templates(ctx: &mut Ctx, name: &str, args: Args) -> PyResult<Value> {
    let module = ctx.import_module("string_template")?;
    let function = ctx.get_attr(&module, name)?;
    ctx.call(&function, args)
}

/// There is no clock: time stands still.
static TIME: &[NativeFn] = &[
    NativeFn { name: "time", call: |_, _| Ok(Value::Float(0.0)) },
    NativeFn { name: "perf_counter", call: |_, _| Ok(Value::Float(0.0)) },
    NativeFn { name: "monotonic", call: |_, _| Ok(Value::Float(0.0)) },
    NativeFn { name: "process_time", call: |_, _| Ok(Value::Float(0.0)) },
    NativeFn { name: "time_ns", call: |_, _| Ok(Value::Int(0)) },
    NativeFn { name: "perf_counter_ns", call: |_, _| Ok(Value::Int(0)) },
    NativeFn { name: "monotonic_ns", call: |_, _| Ok(Value::Int(0)) },
    NativeFn { name: "sleep", call: |_, _| Ok(Value::None) },
    // Calendar and text are written in Python.
    NativeFn { name: "strftime", call: |ctx, args| calendar(ctx, "strftime", args) },
    NativeFn { name: "strptime", call: |ctx, args| calendar(ctx, "strptime", args) },
    NativeFn { name: "gmtime", call: |ctx, args| calendar(ctx, "gmtime", args) },
    NativeFn { name: "localtime", call: |ctx, args| calendar(ctx, "gmtime", args) },
    NativeFn { name: "mktime", call: |ctx, args| calendar(ctx, "mktime", args) },
    NativeFn { name: "ctime", call: |ctx, args| calendar(ctx, "ctime", args) },
    NativeFn { name: "asctime", call: |ctx, args| calendar(ctx, "asctime", args) },
];

fn calendar(ctx: &mut Ctx, name: &str, args: Args) -> PyResult<Value> {
    let module = ctx.import_module("time_calendar")?;
    let function = ctx.get_attr(&module, name)?;
    ctx.call(&function, args)
}

pub(super) fn time_module(ctx: &mut Ctx) -> PyResult<Value> {
    let zero = [("timezone", Value::Int(0)), ("altzone", Value::Int(0)), ("daylight", Value::Int(0))];
    ctx.new_module("time", TIME.iter().map(|f| (f.name, Value::Native(f))).chain(zero))
}
