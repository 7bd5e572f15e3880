//! `re`: Python's regular expressions on the `fancy-regex` engine.
//!
//! A pattern is translated ([`syntax`], [`class`]), compiled in the way that a call needs ([`program`])
//! and kept, as CPython keeps its last ones.

mod class;
mod group;
mod matching;
mod pattern;
mod program;
mod subject;
mod syntax;
mod template;

use std::rc::Rc;

use pattern::Pattern;
use program::{Place, Program};
use syntax::flag;

use crate::builtins::{integer, text};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::text::Str;
use crate::eval::value::Value;

/// The flags in the order in which CPython shows them.
const FLAGS: [(&str, i64); 12] = [
    ("IGNORECASE", flag::IGNORECASE),
    ("I", flag::IGNORECASE),
    ("MULTILINE", flag::MULTILINE),
    ("M", flag::MULTILINE),
    ("DOTALL", flag::DOTALL),
    ("S", flag::DOTALL),
    ("UNICODE", flag::UNICODE),
    ("U", flag::UNICODE),
    ("VERBOSE", flag::VERBOSE),
    ("X", flag::VERBOSE),
    ("ASCII", flag::ASCII),
    ("A", flag::ASCII),
];

/// Patterns that are kept.
const KEPT: usize = 24;

/// The last patterns, so that `re.match` in a loop compiles once.
#[derive(Default)]
pub(crate) struct Patterns(Vec<(Rc<Str>, i64, Value)>);

static FUNCTIONS: &[NativeFn] = &[
    NativeFn { name: "compile", call: compile },
    NativeFn { name: "match", call: |ctx, args| apply(ctx, args, "match", &["string"]) },
    NativeFn { name: "fullmatch", call: |ctx, args| apply(ctx, args, "fullmatch", &["string"]) },
    NativeFn { name: "search", call: |ctx, args| apply(ctx, args, "search", &["string"]) },
    NativeFn { name: "findall", call: |ctx, args| apply(ctx, args, "findall", &["string"]) },
    NativeFn { name: "finditer", call: |ctx, args| apply(ctx, args, "finditer", &["string"]) },
    NativeFn { name: "sub", call: |ctx, args| apply(ctx, args, "sub", &["repl", "string", "count"]) },
    NativeFn { name: "subn", call: |ctx, args| apply(ctx, args, "subn", &["repl", "string", "count"]) },
    NativeFn { name: "split", call: |ctx, args| apply(ctx, args, "split", &["string", "maxsplit"]) },
    NativeFn { name: "escape", call: escape },
    NativeFn {
        name: "purge",
        call: |ctx, _| {
            ctx.patterns.0.clear();
            Ok(Value::None)
        },
    },
];

pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    let mut contents: Vec<(&'static str, Value)> =
        FUNCTIONS.iter().map(|f| (f.name, Value::Native(f))).collect();
    contents.extend(FLAGS.iter().map(|(name, bit)| (*name, Value::Int(*bit))));
    contents.extend([
        ("NOFLAG", Value::Int(0)),
        ("error", Value::ExcType(ExcKind::error)),
        ("Pattern", Value::Type(&pattern::PATTERN)),
        ("Match", Value::Type(&matching::MATCH)),
    ]);
    ctx.new_module("re", contents)
}

/// `re.error`, with the place in the pattern if there is one.
fn error(ctx: &Ctx, message: &str, place: Option<(&str, usize)>) -> PyResult<Fault> {
    let shown = match place {
        Some((source, position)) if source.contains('\n') => {
            let before: Vec<char> = source.chars().take(position).collect();
            let line = before.iter().filter(|c| **c == '\n').count() + 1;
            let column = before.iter().rev().take_while(|c| **c != '\n').count() + 1;
            format!("{message} at position {position} (line {line}, column {column})")
        }
        Some((_, position)) => format!("{message} at position {position}"),
        None => message.to_owned(),
    };
    let shown = ctx.str(shown)?;
    let exception = ctx.new_exception(ExcKind::error, None, vec![shown])?;
    if let Value::Exception(raised) = &exception {
        let mut attrs = raised.attrs.borrow_mut();
        let mut keep = |name: &str, value: Value| -> PyResult<()> {
            attrs.insert(ctx.text(name)?, value);
            Ok(())
        };
        keep("msg", ctx.str(message)?)?;
        keep("pos", place.map_or(Value::None, |(_, position)| Value::Int(position as i64)))?;
    }
    Ok(Fault::raised(exception))
}

fn no_bytes() -> Fault {
    let message = "re with bytes is not provided in this sandbox; decode() them to a string";
    Fault::new(ExcKind::NotImplementedError, message)
}

/// The pattern object of a pattern's text and flags.
fn compiled(ctx: &mut Ctx, pattern: &Value, flags: i64) -> PyResult<Value> {
    let source = match pattern {
        Value::Str(source) => source.clone(),
        Value::Host(host) if host.downcast::<Pattern>().is_some() => {
            if flags != 0 {
                return Err(Fault::value_error("cannot process flags argument with a compiled pattern"));
            }
            return Ok(pattern.clone());
        }
        other if other.type_name() == "bytes" => return Err(no_bytes()),
        _ => return Err(Fault::type_error("first argument must be string or compiled pattern")),
    };
    let patterns = &mut ctx.patterns.0;
    if let Some(index) = patterns.iter().position(|(known, f, _)| *f == flags && *known == source) {
        let value = patterns[index].2.clone();
        ctx.burn(source.len() as u64 / 32)?;
        return Ok(value);
    }
    if flags & flag::LOCALE != 0 {
        return Err(Fault::value_error("cannot use LOCALE flag with a str pattern"));
    }
    ctx.burn(100 + 4 * source.len() as u64)?;
    let charge = ctx.charge(source.len() * 16 + 512)?;
    let chars: Vec<char> = source.chars().collect();
    let translated = match syntax::translate(&chars, flags) {
        Ok(translated) => translated,
        Err(problem) => return Err(error(ctx, &problem.message, Some((&source, problem.position)))?),
    };
    let program = Program::new(translated);
    // What the translation lets through compiles, except that lookbehind may be of no fixed width.
    if program.translated.hard {
        program.check(ctx, Place::Anywhere)?;
    }
    let value = Value::from_host(Pattern { text: source.clone(), program, charge });
    let patterns = &mut ctx.patterns.0;
    if patterns.len() >= KEPT {
        patterns.remove(0);
    }
    patterns.push((source, flags, value.clone()));
    Ok(value)
}

fn compile(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [pattern, flags] = args.bind("compile", ["pattern", "flags"], 1)?;
    let flags = flags.map_or(Ok(0), |flags| integer(&flags))?;
    compiled(ctx, &pattern.unwrap_or(Value::None), flags)
}

/// `re.NAME(pattern, ..., flags=0)` as the method of the compiled pattern.
fn apply(ctx: &mut Ctx, mut args: Args, name: &'static str, rest: &[&str]) -> PyResult<Value> {
    let pattern = match args.take_keyword("pattern") {
        Some(pattern) => pattern,
        None if args.positional.is_empty() => {
            return Err(Fault::type_error(format!(
                "{name}() missing 1 required positional argument: 'pattern'"
            )));
        }
        None => args.positional.remove(0),
    };
    let flags = match args.take_keyword("flags") {
        Some(flags) => Some(flags),
        None if args.positional.len() > rest.len() => args.positional.pop(),
        None => None,
    };
    let flags = flags.map_or(Ok(0), |flags| integer(&flags))?;
    let required = if rest[0] == "repl" { 2 } else { 1 };
    let given = |index: usize, name: &str| {
        index < args.positional.len() || args.keyword.iter().any(|(known, _)| &***known == name)
    };
    if let Some((_, lacking)) = rest[..required].iter().enumerate().find(|(index, name)| !given(*index, name))
    {
        return Err(Fault::type_error(format!(
            "{name}() missing 1 required positional argument: '{lacking}'"
        )));
    }
    let pattern = compiled(ctx, &pattern, flags)?;
    ctx.call_method(&pattern, name, args)
}

fn escape(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [pattern] = args.bind("escape", ["pattern"], 1)?;
    let pattern = pattern.unwrap_or(Value::None);
    let source = text(&pattern, "escape")?;
    ctx.burn(source.len() as u64 / 4)?;
    let _charge = ctx.charge(source.len() * 2)?;
    let mut out = String::with_capacity(source.len());
    for c in source.chars() {
        if "()[]{}?*+-|^$\\.&~# \t\n\r\u{b}\u{c}".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    ctx.str(out)
}
