//! Writing JSON.

use crate::builtins::text;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::format::float;
use crate::eval::value::Value;

/// The arguments of `dumps` after the object, and of `JSONEncoder` without `cls`.
pub(super) const OPTIONS: [&str; 9] = [
    "skipkeys",
    "ensure_ascii",
    "check_circular",
    "allow_nan",
    "indent",
    "separators",
    "default",
    "sort_keys",
    "cls",
];

struct Style {
    indent: Option<String>,
    item: String,
    colon: String,
    sort: bool,
    ascii: bool,
    skip: bool,
    nan: bool,
    default: Option<Value>,
}

/// The text of `value`. `args` holds the options only.
pub(super) fn dumps(ctx: &mut Ctx, value: &Value, args: Args) -> PyResult<Value> {
    let [skip, ascii, _, nan, indent, separators, default, sort, _] = args.bind("dumps", OPTIONS, 0)?;
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
    let style = Style {
        indent,
        item,
        colon,
        sort: truth(ctx, sort, false)?,
        ascii: truth(ctx, ascii, true)?,
        skip: truth(ctx, skip, false)?,
        nan: truth(ctx, nan, true)?,
        default: default.filter(|d| !d.is_none()),
    };
    let mut out = Out { text: String::new(), open: Vec::new() };
    write(ctx, value, &style, 0, &mut out)?;
    ctx.str(out.text)
}

/// What is written, and the containers around it.
struct Out {
    text: String,
    open: Vec<usize>,
}

impl Out {
    fn open(&mut self, container: &Value) -> PyResult<()> {
        let identity = crate::eval::dict::identity(container);
        if self.open.contains(&identity) {
            return Err(Fault::value_error("Circular reference detected"));
        }
        self.open.push(identity);
        Ok(())
    }
}

fn float_text(f: f64, style: &Style) -> PyResult<String> {
    if !f.is_finite() && !style.nan {
        let shown = float::repr(f);
        return Err(Fault::value_error(format!("Out of range float values are not JSON compliant: {shown}")));
    }
    Ok(if f.is_nan() {
        "NaN".to_owned()
    } else if f.is_infinite() {
        if f > 0.0 { "Infinity" } else { "-Infinity" }.to_owned()
    } else {
        float::repr(f)
    })
}

fn write(ctx: &mut Ctx, value: &Value, style: &Style, level: usize, out: &mut Out) -> PyResult<()> {
    ctx.burn(2)?;
    if out.text.len() > ctx.limits.memory / 2 {
        return Err(Fault::memory(ctx.limits.memory));
    }
    match crate::eval::instance::plain(value) {
        Value::None => out.text.push_str("null"),
        Value::Bool(b) => out.text.push_str(if *b { "true" } else { "false" }),
        number @ (Value::Int(_) | Value::Big(_)) => out.text.push_str(&ctx.repr(number)?),
        Value::Float(f) => out.text.push_str(&float_text(*f, style)?),
        Value::Str(text) => {
            ctx.burn(text.len() as u64 / 4)?;
            quote(text, style.ascii, &mut out.text);
        }
        Value::List(_) | Value::Tuple(_) => {
            out.open(value)?;
            let items = ctx.collect(value)?;
            ctx.enter()?;
            let result = write_list(ctx, &items, style, level, out);
            ctx.leave();
            out.open.pop();
            result?;
        }
        Value::Dict(dict) => {
            let pairs: Vec<(Value, Value)> =
                dict.0.borrow().iter().map(|(k, v)| (k.value().clone(), v.clone())).collect();
            out.open(value)?;
            ctx.enter()?;
            let result = write_dict(ctx, pairs, style, level, out);
            ctx.leave();
            out.open.pop();
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
            out.open(other)?;
            ctx.enter()?;
            let result = write(ctx, &replaced, style, level, out);
            ctx.leave();
            out.open.pop();
            result?;
        }
    }
    Ok(())
}

fn newline(style: &Style, level: usize, out: &mut Out) {
    if let Some(indent) = &style.indent {
        out.text.push('\n');
        out.text.extend(std::iter::repeat_n(&**indent, level));
    }
}

fn write_list(ctx: &mut Ctx, items: &[Value], style: &Style, level: usize, out: &mut Out) -> PyResult<()> {
    out.text.push('[');
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.text.push_str(&style.item);
        }
        newline(style, level + 1, out);
        write(ctx, item, style, level + 1, out)?;
    }
    if !items.is_empty() {
        newline(style, level, out);
    }
    out.text.push(']');
    Ok(())
}

fn write_dict(
    ctx: &mut Ctx,
    pairs: Vec<(Value, Value)>,
    style: &Style,
    level: usize,
    out: &mut Out,
) -> PyResult<()> {
    let mut named = Vec::with_capacity(pairs.len());
    for (key, value) in pairs {
        let name = match crate::eval::instance::plain(&key) {
            Value::Str(text) => (***text).to_owned(),
            Value::None => "null".to_owned(),
            Value::Bool(b) => b.to_string(),
            Value::Float(f) => float_text(*f, style)?,
            key @ (Value::Int(_) | Value::Big(_)) => ctx.repr(key)?,
            _ if style.skip => continue,
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
        crate::sorting::sort_by(&mut named, |a, b| a.0.cmp(&b.0));
    }
    out.text.push('{');
    for (index, (name, value)) in named.iter().enumerate() {
        if index > 0 {
            out.text.push_str(&style.item);
        }
        newline(style, level + 1, out);
        quote(name, style.ascii, &mut out.text);
        out.text.push_str(&style.colon);
        write(ctx, value, style, level + 1, out)?;
    }
    if !named.is_empty() {
        newline(style, level, out);
    }
    out.text.push('}');
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
