//! Methods of strings.

use std::rc::Rc;

use super::string_parts::{partition, search, split, split_lines};
use super::{integer, text};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::dict::{Dict, Key};
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::format::spec::pad;
use crate::eval::text::Str;
use crate::eval::value::Value;

pub(super) const METHODS: &[&str] = &[
    "encode",
    "join",
    "split",
    "rsplit",
    "splitlines",
    "partition",
    "rpartition",
    "strip",
    "lstrip",
    "rstrip",
    "lower",
    "upper",
    "title",
    "capitalize",
    "swapcase",
    "casefold",
    "replace",
    "find",
    "rfind",
    "index",
    "rindex",
    "count",
    "startswith",
    "endswith",
    "removeprefix",
    "removesuffix",
    "center",
    "ljust",
    "rjust",
    "zfill",
    "format",
    "format_map",
    "isdigit",
    "isdecimal",
    "isnumeric",
    "isalpha",
    "isalnum",
    "isspace",
    "islower",
    "isupper",
    "istitle",
    "isidentifier",
    "isascii",
    "isprintable",
    "expandtabs",
    "translate",
    "maketrans",
];

/// Calls a method; gives the arguments back if there is none of this name.
pub(super) fn call(ctx: &mut Ctx, this: &Rc<Str>, name: &str, args: Args) -> PyResult<Result<Value, Args>> {
    let s: &str = this;
    ctx.burn(s.len() as u64 / 8)?;
    if WITHOUT_ARGUMENTS.contains(&name) {
        let [] = args.exactly(&format!("str.{name}"))?;
        if let Some(verdict) = predicate(s, name) {
            return Ok(Ok(Value::Bool(verdict)));
        }
        return ctx.str(changed(s, name)).map(Ok);
    }
    let result = match name {
        "encode" => {
            let [encoding, errors] = args.bind("encode", ["encoding", "errors"], 0)?;
            let encoding = encoding.as_ref().map_or(Ok("utf-8"), |value| text(value, name))?;
            let errors = errors.as_ref().map_or(Ok("strict"), |value| text(value, name))?;
            let data = super::encode(ctx, s, encoding, errors)?;
            return ctx.bytes(data).map(Ok);
        }
        "join" => return join(ctx, s, args).map(Ok),
        "split" | "rsplit" => return split(ctx, s, args, name).map(Ok),
        "format" => {
            let text = ctx.str_format(s, &args)?;
            return ctx.str(text).map(Ok);
        }
        "replace" => return replace(ctx, s, args).map(Ok),
        "find" | "rfind" | "index" | "rindex" | "count" | "startswith" | "endswith" => {
            return search(ctx, this, name, args).map(Ok);
        }
        "strip" | "lstrip" | "rstrip" => {
            let [set] = args.between(name, 0)?;
            let set: Option<Vec<char>> = match &set {
                None | Some(Value::None) => None,
                Some(value) => Some(text(value, name)?.chars().collect()),
            };
            let inside = |c: char| set.as_ref().map_or(c.is_whitespace(), |set| set.contains(&c));
            match name {
                "strip" => s.trim_matches(inside),
                "lstrip" => s.trim_start_matches(inside),
                _ => s.trim_end_matches(inside),
            }
            .to_owned()
        }
        "removeprefix" | "removesuffix" => {
            let [affix] = args.exactly(name)?;
            let affix = text(&affix, name)?;
            let rest = if name == "removeprefix" { s.strip_prefix(affix) } else { s.strip_suffix(affix) };
            rest.unwrap_or(s).to_owned()
        }
        "center" | "ljust" | "rjust" => return justify(ctx, s, name, args).map(Ok),
        "zfill" => {
            let [width] = args.exactly("zfill")?;
            let width = super::size(integer(&width)?);
            ctx.charge_width(width)?;
            let (sign, digits) = match s.chars().next() {
                Some('-' | '+') => s.split_at(1),
                _ => ("", s),
            };
            format!("{sign}{}", pad(digits.to_owned(), '0', '>', width.saturating_sub(sign.len())))
        }
        "expandtabs" => {
            let [size] = args.bind("expandtabs", ["tabsize"], 0)?;
            let size = size.map_or(Ok(8), |v| integer(&v))?.clamp(0, 64) as usize;
            let charge = ctx.charge(s.len() * size.max(1))?;
            let expanded = expand_tabs(s, size);
            drop(charge);
            expanded
        }
        "partition" | "rpartition" => return partition(ctx, s, name, args).map(Ok),
        "splitlines" => return split_lines(ctx, s, args).map(Ok),
        "format_map" => {
            let [mapping] = args.exactly("format_map")?;
            let text = ctx.format_map(s, &mapping)?;
            return ctx.str(text).map(Ok);
        }
        "translate" => return translate(ctx, s, args).map(Ok),
        "maketrans" => return maketrans(ctx, args).map(Ok),
        _ => return Ok(Err(args)),
    };
    ctx.str(result).map(Ok)
}

/// Methods that take no arguments.
const WITHOUT_ARGUMENTS: [&str; 18] = [
    "lower",
    "casefold",
    "upper",
    "title",
    "capitalize",
    "swapcase",
    "isdigit",
    "isdecimal",
    "isnumeric",
    "isalpha",
    "isalnum",
    "isspace",
    "islower",
    "isupper",
    "istitle",
    "isascii",
    "isprintable",
    "isidentifier",
];

/// The text in another case.
fn changed(s: &str, name: &str) -> String {
    let mut chars = s.chars();
    match name {
        "lower" => s.to_lowercase(),
        "casefold" => s.to_lowercase().replace('ß', "ss"),
        "upper" => s.to_uppercase(),
        "title" => title(s),
        "capitalize" => chars
            .next()
            .map_or(String::new(), |c| c.to_uppercase().chain(chars.flat_map(char::to_lowercase)).collect()),
        _ => chars
            .flat_map(|c| -> Vec<char> {
                if c.is_uppercase() { c.to_lowercase().collect() } else { c.to_uppercase().collect() }
            })
            .collect(),
    }
}

fn predicate(s: &str, name: &str) -> Option<bool> {
    let all = |test: fn(char) -> bool| !s.is_empty() && s.chars().all(test);
    Some(match name {
        "isdigit" => {
            all(|c| is_decimal(c) || matches!(c, '²' | '³' | '¹' | '⁰'..='⁹' | '₀'..='₉' | '①'..='⑨'))
        }
        "isdecimal" => all(is_decimal),
        "isnumeric" => all(|c| c.is_numeric() || "〇一二三四五六七八九十百千万億兆".contains(c)),
        "isalpha" => all(char::is_alphabetic),
        "isalnum" => all(char::is_alphanumeric),
        "isspace" => all(char::is_whitespace),
        "islower" => s.chars().any(char::is_lowercase) && !s.chars().any(char::is_uppercase),
        "isupper" => s.chars().any(char::is_uppercase) && !s.chars().any(char::is_lowercase),
        "istitle" => s.chars().any(char::is_alphabetic) && title(s) == s,
        "isascii" => s.is_ascii(),
        "isprintable" => !s.chars().any(char::is_control),
        "isidentifier" => {
            s.starts_with(|c: char| c.is_alphabetic() || c == '_')
                && s.chars().all(|c| c.is_alphanumeric() || c == '_')
        }
        _ => return None,
    })
}

fn title(s: &str) -> String {
    let mut out = String::with_capacity(s.len());
    let mut inside = false;
    for c in s.chars() {
        if inside {
            out.extend(c.to_lowercase());
        } else {
            out.extend(c.to_uppercase());
        }
        inside = c.is_alphabetic();
    }
    out
}

fn expand_tabs(s: &str, size: usize) -> String {
    let mut out = String::with_capacity(s.len());
    let mut column = 0;
    for c in s.chars() {
        match c {
            '\t' => {
                let spaces = if size == 0 { 0 } else { size - column % size };
                out.extend(std::iter::repeat_n(' ', spaces));
                column += spaces;
            }
            '\n' | '\r' => {
                out.push(c);
                column = 0;
            }
            c => {
                out.push(c);
                column += 1;
            }
        }
    }
    out
}

fn join(ctx: &mut Ctx, separator: &str, args: Args) -> PyResult<Value> {
    let [iterable] = args.exactly("str.join")?;
    let items = ctx.iter(&iterable).map_err(|fault| match fault.is(ExcKind::TypeError) {
        true => Fault::type_error("can only join an iterable"),
        false => fault,
    })?;
    let items = ctx.collect(&items)?;
    let mut bytes = separator.len().saturating_mul(items.len().saturating_sub(1));
    for (index, item) in items.iter().enumerate() {
        let Some(part) = item.as_str() else {
            let found = item.type_name();
            return Err(Fault::type_error(format!(
                "sequence item {index}: expected str instance, {found} found"
            )));
        };
        bytes = bytes.saturating_add(part.len());
    }
    let charge = ctx.charge(bytes + 64)?;
    ctx.burn(bytes as u64 / 8)?;
    let mut out = String::with_capacity(bytes);
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push_str(separator);
        }
        out.push_str(item.as_str().unwrap_or_default());
    }
    Ok(Value::Str(Rc::new(Str::new(out, charge))))
}

fn replace(ctx: &mut Ctx, s: &str, args: Args) -> PyResult<Value> {
    let [old, new, count] = args.between("replace", 2)?;
    let part = |value: Option<Value>, place: u8| match value {
        Some(value) if value.as_str().is_some() => Ok(value),
        other => {
            let name = other.as_ref().map_or("NoneType", Value::type_name);
            Err(Fault::type_error(format!("replace() argument {place} must be str, not {name}")))
        }
    };
    let (old, new) = (part(old, 1)?, part(new, 2)?);
    let (old, new) = (text(&old, "replace")?, text(&new, "replace")?);
    let most = match count {
        Some(count) => usize::try_from(integer(&count)?).unwrap_or(usize::MAX),
        None => usize::MAX,
    };
    let found = if old.is_empty() { s.chars().count() + 1 } else { s.matches(old).count() };
    let bytes = s.len().saturating_add(new.len().saturating_mul(found.min(most)));
    let charge = ctx.charge(bytes.saturating_add(64))?;
    ctx.burn(bytes as u64 / 8)?;
    Ok(Value::Str(Rc::new(Str::new(s.replacen(old, new, most), charge))))
}

fn justify(ctx: &mut Ctx, s: &str, name: &str, args: Args) -> PyResult<Value> {
    let [width, fill] = args.between(name, 1)?;
    let width = super::size(integer(&width.unwrap_or(Value::None))?);
    ctx.charge_width(width)?;
    let fill = match &fill {
        Some(fill) => {
            let mut chars = text(fill, name)?.chars();
            match (chars.next(), chars.next()) {
                (Some(c), None) => c,
                _ => return Err(Fault::type_error("The fill character must be exactly one character long")),
            }
        }
        None => ' ',
    };
    let padded = match name {
        "ljust" => pad(s.to_owned(), fill, '<', width),
        "rjust" => pad(s.to_owned(), fill, '>', width),
        _ => {
            // CPython puts the odd space on the left only where the width is odd.
            let missing = width.saturating_sub(s.chars().count());
            let left = missing / 2 + (missing & width & 1);
            let half = pad(s.to_owned(), fill, '>', s.chars().count() + left);
            pad(half, fill, '<', width)
        }
    };
    ctx.str(padded)
}

/// `str.maketrans`.
pub(super) fn maketrans(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [first, second, gone] = args.between("maketrans", 1)?;
    let mut table = Dict::default();
    let first = first.unwrap_or(Value::None);
    match (&first, &second) {
        (Value::Dict(dict), None) => {
            for (key, value) in dict.0.borrow().iter() {
                let key = match key.value() {
                    Value::Str(text) => Value::Int(text.chars().next().map_or(0, u32::from).into()),
                    other => other.clone(),
                };
                table.insert(Key::new(&key)?, value.clone());
            }
        }
        (Value::Str(from), Some(Value::Str(to))) => {
            if from.char_len() != to.char_len() {
                return Err(Fault::value_error("the first two maketrans arguments must have equal length"));
            }
            for (a, b) in from.chars().zip(to.chars()) {
                table.insert(Key::new(&Value::Int(u32::from(a).into()))?, Value::Int(u32::from(b).into()));
            }
        }
        _ => return Err(Fault::type_error("maketrans() wants a dict or two strings")),
    }
    if let Some(gone) = gone {
        for c in text(&gone, "maketrans")?.chars() {
            table.insert(Key::new(&Value::Int(u32::from(c).into()))?, Value::None);
        }
    }
    ctx.dict(table)
}

fn translate(ctx: &mut Ctx, s: &str, args: Args) -> PyResult<Value> {
    let [table] = args.exactly("translate")?;
    let Value::Dict(table) = &table else { return Err(Fault::type_error("translate() wants a dict")) };
    let mut out = String::with_capacity(s.len());
    for c in s.chars() {
        ctx.burn(1)?;
        let found = table.0.borrow().get(&Key::new(&Value::Int(u32::from(c).into()))?).cloned();
        match found {
            None => out.push(c),
            Some(Value::None) => {}
            Some(Value::Str(text)) => out.push_str(&text),
            Some(Value::Int(code)) => out.extend(u32::try_from(code).ok().and_then(char::from_u32)),
            Some(_) => return Err(Fault::type_error("character mapping must return integer, None or str")),
        }
        if out.len() > s.len().saturating_mul(4) + 4096 {
            drop(ctx.charge(out.len())?);
        }
    }
    ctx.str(out)
}

/// Whether this is a digit of a positional system: a number, but no fraction, superscript or numeral.
fn is_decimal(c: char) -> bool {
    let other = matches!(c,
        '¼'..='¾' | '²' | '³' | '¹' | '⁰'..='⁹' | '₀'..='₉' | '⅐'..='\u{218b}' | '①'..='⓿' | '❶'..='➓'
        | '〇' | '〡'..='〩' | '㈠'..='㊿' | '一'..='\u{9fff}');
    c.is_numeric() && !other
}
