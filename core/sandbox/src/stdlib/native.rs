//! What the library modules written in Python need from Rust.

use super::special_dicts::{COUNTER, DEFAULT_DICT, ORDERED_DICT};
use crate::builtins::integer;
use crate::eval::args::Args;
use crate::eval::attr::{OBJECT_NEW, OBJECT_SETATTR};
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::function::Builtin;
use crate::eval::host::{NativeFn, NativeType};
use crate::eval::iter::Iter;
use crate::eval::value::Value;

static FUNCTIONS: &[NativeFn] = &[
    NativeFn { name: "count", call: count },
    NativeFn { name: "cycle", call: cycle },
    NativeFn { name: "repeat", call: repeat },
    NativeFn { name: "islice", call: islice },
    NativeFn { name: "partial", call: partial },
    NativeFn {
        name: "bind",
        call: |ctx, args| {
            let [function, receiver] = args.exactly("bind")?;
            ctx.bind_method(function, receiver)
        },
    },
    NativeFn { name: "field", call: record_field },
    NativeFn {
        name: "generic",
        call: |ctx, args| {
            let [class, key] = args.exactly("generic")?;
            ctx.generic(&class, &key)
        },
    },
    NativeFn { name: "record", call: super::record::constructor },
    NativeFn { name: "clone", call: clone },
    NativeFn { name: "instance", call: |ctx, args| (OBJECT_NEW.call)(ctx, args) },
    NativeFn { name: "set", call: |ctx, args| (OBJECT_SETATTR.call)(ctx, args) },
    NativeFn { name: "is_descriptor", call: is_descriptor },
    NativeFn { name: "identity", call: identity },
    NativeFn { name: "alike", call: alike },
    NativeFn { name: "bases", call: bases },
    NativeFn { name: "handled", call: |ctx, _| Ok(ctx.handled.take().unwrap_or(Value::None)) },
    NativeFn { name: "traceback", call: super::errors::traceback },
    NativeFn { name: "exception_line", call: super::errors::exception_line },
    NativeFn { name: "first_line", call: super::errors::first_line },
    NativeFn { name: "float_bytes", call: super::float_bytes::float_bytes },
    NativeFn { name: "bytes_float", call: super::float_bytes::bytes_float },
];

/// `itertools.chain`; a class because of `chain.from_iterable`.
static CHAIN: NativeType = NativeType {
    name: "chain",
    call: Some(|ctx, args| chain(ctx, args.positional)),
    is_instance: |value| value.type_name() == "chain",
    attrs: &[NativeFn {
        name: "from_iterable",
        call: |ctx, args| {
            let [iterable] = args.exactly("from_iterable")?;
            let sources = ctx.collect(&iterable)?;
            chain(ctx, sources)
        },
    }],
};

pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    let functions = FUNCTIONS.iter().chain(super::choose::FUNCTIONS).map(|f| (f.name, Value::Native(f)));
    let types = [&CHAIN, &DEFAULT_DICT, &COUNTER, &ORDERED_DICT];
    let types = types.map(|t| (t.name.rsplit('.').next().unwrap_or(t.name), Value::Type(t)));
    let error = ("binascii_error", Value::ExcType(ExcKind::Error));
    ctx.new_module("native", functions.chain(types).chain(super::json::functions()).chain([error]))
}

fn count(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [start, step] = args.bind("count", ["start", "step"], 0)?;
    let (next, step) = (start.unwrap_or(Value::Int(0)), step.unwrap_or(Value::Int(1)));
    if [&next, &step]
        .iter()
        .any(|v| matches!(v, Value::Str(_) | Value::None | Value::List(_) | Value::Tuple(_)))
    {
        return Err(Fault::type_error("a number is required"));
    }
    ctx.iterator(Iter::Count { next, step }, 0)
}

fn cycle(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [iterable] = args.exactly("cycle")?;
    let source = Some(ctx.iter(&iterable)?);
    ctx.iterator(Iter::Cycle { seen: Vec::new(), source, index: 0 }, 0)
}

fn repeat(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [value, times] = args.bind("repeat", ["object", "times"], 1)?;
    let left = match times {
        Some(times) => Some(crate::builtins::size(integer(&times)?)),
        None => None,
    };
    ctx.iterator(Iter::Repeat { value: value.unwrap_or(Value::None), left }, 0)
}

fn islice(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [iterable, first, second, step] = args.between("islice", 2)?;
    let source = ctx.iter(&iterable.unwrap_or(Value::None))?;
    let bound = |value: Option<Value>| -> PyResult<Option<usize>> {
        match value {
            None | Some(Value::None) => Ok(None),
            Some(value) => usize::try_from(integer(&value)?).map(Some).map_err(|_| {
                let message = "islice() must be None or an integer: 0 <= x <= sys.maxsize.";
                Fault::value_error(format!("Stop argument for {message}"))
            }),
        }
    };
    let step = bound(step)?.unwrap_or(1);
    if step == 0 {
        return Err(Fault::value_error("Step for islice() must be a positive integer or None."));
    }
    let (start, stop) = match second {
        Some(stop) => (bound(first)?.unwrap_or(0), bound(Some(stop))?),
        None => (0, bound(first)?),
    };
    let left = stop.map(|stop| stop.saturating_sub(start).div_ceil(step));
    ctx.iterator(Iter::Slice { source, skip: start, left, step }, 0)
}

fn chain(ctx: &mut Ctx, sources: Vec<Value>) -> PyResult<Value> {
    let held = sources.len();
    ctx.iterator(Iter::Chain { sources: sources.into_iter(), current: None }, held)
}

fn partial(ctx: &mut Ctx, mut args: Args) -> PyResult<Value> {
    if args.positional.is_empty() {
        return Err(Fault::type_error("type 'partial' takes at least one argument"));
    }
    let function = args.positional.remove(0);
    ctx.builtin(Builtin::Partial { function, positional: args.positional, keyword: args.keyword })
}

/// A shallow copy of an instance or of an object with a `copy` method; other values as they are.
fn clone(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [value] = args.exactly("clone")?;
    match &value {
        Value::Instance(instance) => {
            let base = match &instance.base {
                Some(base @ (Value::List(_) | Value::Dict(_) | Value::Set(_))) => {
                    Some(ctx.call_method(base, "copy", Args::default())?)
                }
                base => base.clone(),
            };
            let attrs = instance.attrs();
            ctx.burn(attrs.len() as u64)?;
            let twin = ctx.instance(&instance.class, base)?;
            if let Value::Instance(twin) = &twin {
                for (name, value) in attrs {
                    crate::eval::instance::keep(twin, name, value)?;
                }
            }
            Ok(twin)
        }
        Value::Host(host) if host.has_method("copy") => ctx.call_method(&value, "copy", Args::default()),
        _ => Ok(value),
    }
}

/// The descriptor of a field of a named tuple.
fn record_field(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [index] = args.exactly("field")?;
    ctx.builtin(Builtin::Field(usize::try_from(integer(&index)?).unwrap_or(usize::MAX)))
}

/// Whether a class attribute is a method or a property rather than a value.
fn is_descriptor(_: &mut Ctx, args: Args) -> PyResult<Value> {
    let [value] = args.exactly("is_descriptor")?;
    Ok(Value::Bool(matches!(value, Value::Function(_) | Value::Builtin(_) | Value::Method(_))))
}

/// A number for an object, to tell whether it was met before; never shown to a script.
fn identity(_: &mut Ctx, args: Args) -> PyResult<Value> {
    let [value] = args.exactly("identity")?;
    Ok(Value::Int(crate::eval::dict::identity(&value) as i64))
}

/// The classes that a class derives from, in the order in which they are searched.
fn bases(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [class] = args.exactly("bases")?;
    match &class {
        Value::Class(class) => ctx.list(class.mro.iter().cloned().map(Value::Class).collect()),
        _ => ctx.list(Vec::new()),
    }
}

/// Whether two values are instances of one class; `date` and `datetime` are not comparable.
fn alike(_: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, b] = args.exactly("alike")?;
    let alike = match (&a, &b) {
        (Value::Instance(a), Value::Instance(b)) => std::rc::Rc::ptr_eq(&a.class, &b.class),
        _ => false,
    };
    Ok(Value::Bool(alike))
}
