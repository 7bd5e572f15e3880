//! `json.dumps` and `json.loads`.

use super::json_parse;
use crate::builtins::text;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::format::float;
use crate::eval::host::NativeFn;
use crate::eval::value::Value;

static FUNCTIONS: &[NativeFn] = &[
    NativeFn { name: "dumps", call: dumps },
    NativeFn { name: "loads", call: loads },
    NativeFn { name: "dump", call: |_, _| Err(no_files("dump")) },
    NativeFn { name: "load", call: |_, _| Err(no_files("load")) },
];

fn no_files(name: &str) -> Fault {
    Fault::new(
        ExcKind::PermissionError,
        format!("json.{name}() is not provided in this sandbox: there are no files"),
    )
}

pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    let functions = FUNCTIONS.iter().map(|f| (f.name, Value::Native(f)));
    ctx.new_module("json", functions.chain([("JSONDecodeError", Value::ExcType(ExcKind::JSONDecodeError))]))
}

struct Style {
    indent: Option<String>,
    item: String,
    colon: String,
    sort: bool,
    ascii: bool,
    default: Option<Value>,
}

fn dumps(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [value, indent, separators, sort, ascii, default] =
        args.bind("dumps", ["obj", "indent", "separators", "sort_keys", "ensure_ascii", "default"], 1)?;
    let indent = match indent.filter(|i| !i.is_none()) {
        None => None,
        Some(Value::Str(text)) => Some((**text).to_owned()),
        Some(count) => Some(" ".repeat(crate::builtins::integer(&count)?.clamp(0, 64) as usize)),
    };
    let (mut item, mut colon) = (if indent.is_some() { "," } else { ", " }.to_owned(), ": ".to_owned());
    if let Some(separators) = separators.filter(|s| !s.is_none()) {
        let parts = ctx.collect(&separators)?;
        if let [a, b] = &parts[..] {
            (item, colon) = (text(a, "dumps")?.to_owned(), text(b, "dumps")?.to_owned());
        }
    }
    let truth = |ctx: &mut Ctx, value: Option<Value>, default| value.map_or(Ok(default), |v| ctx.truthy(&v));
    let sort = truth(ctx, sort, false)?;
    let ascii = truth(ctx, ascii, true)?;
    let style = Style { indent, item, colon, sort, ascii, default: default.filter(|d| !d.is_none()) };
    let mut out = String::new();
    write(ctx, &value.unwrap_or(Value::None), &style, 0, &mut out)?;
    ctx.str(out)
}

fn write(ctx: &mut Ctx, value: &Value, style: &Style, level: usize, out: &mut String) -> PyResult<()> {
    ctx.burn(2)?;
    if out.len() > ctx.limits.memory / 2 {
        return Err(Fault::memory(ctx.limits.memory));
    }
    match crate::eval::instance::plain(value) {
        Value::None => out.push_str("null"),
        Value::Bool(b) => out.push_str(if *b { "true" } else { "false" }),
        number @ (Value::Int(_) | Value::Big(_)) => out.push_str(&ctx.repr(number)?),
        Value::Float(f) if f.is_nan() => out.push_str("NaN"),
        Value::Float(f) if f.is_infinite() => out.push_str(if *f > 0.0 { "Infinity" } else { "-Infinity" }),
        Value::Float(f) => out.push_str(&float::repr(*f)),
        Value::Str(text) => {
            ctx.burn(text.len() as u64 / 4)?;
            quote(text, style.ascii, out);
        }
        Value::List(_) | Value::Tuple(_) => {
            let items = ctx.collect(value)?;
            ctx.enter()?;
            let result = write_list(ctx, &items, style, level, out);
            ctx.leave();
            result?;
        }
        Value::Dict(dict) => {
            let pairs: Vec<(Value, Value)> =
                dict.0.borrow().iter().map(|(k, v)| (k.value().clone(), v.clone())).collect();
            ctx.enter()?;
            let result = write_dict(ctx, pairs, style, level, out);
            ctx.leave();
            result?;
        }
        other => {
            let replaced = match (&style.default, other) {
                (Some(default), _) => ctx.call_with(default, vec![other.clone()])?,
                (None, Value::Host(host)) => host.number().unwrap_or(Value::Ellipsis),
                _ => Value::Ellipsis,
            };
            if matches!(replaced, Value::Ellipsis) {
                let name = other.type_name();
                return Err(Fault::type_error(format!("Object of type {name} is not JSON serializable")));
            }
            ctx.enter()?;
            let result = write(ctx, &replaced, style, level, out);
            ctx.leave();
            result?;
        }
    }
    Ok(())
}

fn newline(style: &Style, level: usize, out: &mut String) {
    if let Some(indent) = &style.indent {
        out.push('\n');
        out.extend(std::iter::repeat_n(&**indent, level));
    }
}

fn write_list(ctx: &mut Ctx, items: &[Value], style: &Style, level: usize, out: &mut String) -> PyResult<()> {
    out.push('[');
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push_str(&style.item);
        }
        newline(style, level + 1, out);
        write(ctx, item, style, level + 1, out)?;
    }
    if !items.is_empty() {
        newline(style, level, out);
    }
    out.push(']');
    Ok(())
}

fn write_dict(
    ctx: &mut Ctx,
    pairs: Vec<(Value, Value)>,
    style: &Style,
    level: usize,
    out: &mut String,
) -> PyResult<()> {
    let mut named = Vec::with_capacity(pairs.len());
    for (key, value) in pairs {
        let name = match crate::eval::instance::plain(&key) {
            Value::Str(text) => (***text).to_owned(),
            Value::None => "null".to_owned(),
            Value::Bool(b) => b.to_string(),
            key @ (Value::Int(_) | Value::Big(_) | Value::Float(_)) => ctx.repr(key)?,
            other => {
                let found = other.type_name();
                return Err(Fault::type_error(format!(
                    "keys must be str, int, float, bool or None, not {found}"
                )));
            }
        };
        named.push((name, value));
    }
    if style.sort {
        named.sort_by(|a, b| a.0.cmp(&b.0));
    }
    out.push('{');
    for (index, (name, value)) in named.iter().enumerate() {
        if index > 0 {
            out.push_str(&style.item);
        }
        newline(style, level + 1, out);
        quote(name, style.ascii, out);
        out.push_str(&style.colon);
        write(ctx, value, style, level + 1, out)?;
    }
    if !named.is_empty() {
        newline(style, level, out);
    }
    out.push('}');
    Ok(())
}

fn quote(text: &str, ascii: bool, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            c if (c as u32) < 0x20 || (ascii && !c.is_ascii()) => {
                let mut units = [0; 2];
                for unit in c.encode_utf16(&mut units) {
                    out.push_str(&format!("\\u{unit:04x}"));
                }
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

fn loads(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [source] = args.bind("loads", ["s"], 1)?;
    let source = source.unwrap_or(Value::None);
    let source = text(&source, "loads")?;
    json_parse::parse(ctx, source)
}
