//! The module `string`.

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
