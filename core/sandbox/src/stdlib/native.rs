//! What the library modules written in Python need from Rust.

use crate::builtins::integer;
use crate::eval::args::Args;
use crate::eval::attr::{OBJECT_NEW, OBJECT_SETATTR};
use crate::eval::class::{Class, Instance};
use crate::eval::ctx::Ctx;
use crate::eval::dict::Dict;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::function::Builtin;
use crate::eval::heap::Gc;
use crate::eval::host::{BinaryOp, NativeFn, NativeType};
use crate::eval::iter::Iter;
use crate::eval::sequence::snapshot;
use crate::eval::value::{DictObject, Value};

static FUNCTIONS: &[NativeFn] = &[
    NativeFn { name: "count", call: count },
    NativeFn { name: "cycle", call: cycle },
    NativeFn { name: "repeat", call: repeat },
    NativeFn { name: "islice", call: islice },
    NativeFn { name: "partial", call: partial },
    NativeFn { name: "renamed", call: renamed },
    NativeFn { name: "clone", call: clone },
    NativeFn { name: "instance", call: |ctx, args| (OBJECT_NEW.call)(ctx, args) },
    NativeFn { name: "set", call: |ctx, args| (OBJECT_SETATTR.call)(ctx, args) },
    NativeFn { name: "is_descriptor", call: is_descriptor },
    NativeFn { name: "identity", call: identity },
    NativeFn { name: "alike", call: alike },
    NativeFn { name: "bases", call: bases },
    NativeFn { name: "handled", call: |ctx, _| Ok(ctx.handled.take().unwrap_or(Value::None)) },
    NativeFn { name: "traceback", call: traceback },
    NativeFn { name: "exception_line", call: exception_line },
    NativeFn { name: "first_line", call: first_line },
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

static DEFAULT_DICT: NativeType = NativeType {
    name: "defaultdict",
    call: Some(default_dict),
    is_instance: |value| matches!(value, Value::Dict(dict) if dict.factory().is_some() && !dict.is_counter()),
    attrs: &[],
};

static COUNTER: NativeType = NativeType {
    name: "Counter",
    call: Some(counter),
    is_instance: |value| matches!(value, Value::Dict(dict) if dict.is_counter()),
    attrs: &[],
};

pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    let functions = FUNCTIONS.iter().map(|f| (f.name, Value::Native(f)));
    let types = [&CHAIN, &DEFAULT_DICT, &COUNTER].map(|t| (t.name, Value::Type(t)));
    ctx.new_module("native", functions.chain(types).chain(super::json::functions()))
}

fn count(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [start, step] = args.bind("count", ["start", "step"], 0)?;
    let (next, step) = (start.unwrap_or(Value::Int(0)), step.unwrap_or(Value::Int(1)));
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
        Some(times) => Some(usize::try_from(integer(&times)?).unwrap_or(0)),
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

/// A class like the given one under another name.
fn renamed(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [class, name] = args.exactly("renamed")?;
    let (Value::Class(class), Value::Str(name)) = (&class, &name) else {
        return Err(Fault::type_error("renamed() wants a class and a name"));
    };
    let mut mro = vec![class.clone()];
    mro.extend(class.mro.iter().cloned());
    let twin = Class { name: name.clone(), mro, exception: class.exception, attrs: Default::default() };
    Ok(Value::Class(ctx.heap.alloc(twin, 64)?))
}

/// A shallow copy of an instance or of an object with a `copy` method; other values as they are.
fn clone(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [value] = args.exactly("clone")?;
    match &value {
        Value::Instance(instance) => {
            let attrs = instance.attrs.borrow().clone();
            let bytes = attrs.len() * 48 + 64;
            let twin = Instance { class: instance.class.clone(), attrs: attrs.into() };
            Ok(Value::Instance(ctx.heap.alloc(twin, bytes)?))
        }
        Value::Host(host) if host.has_method("copy") => ctx.call_method(&value, "copy", Args::default()),
        _ => Ok(value),
    }
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

/// The traceback of an exception as text.
fn traceback(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [exception] = args.exactly("traceback")?;
    let Value::Exception(exception) = &exception else {
        return Err(Fault::type_error("Exception expected for value"));
    };
    let text = ctx.traceback_text(exception)?;
    ctx.str(text)
}

/// The line of a traceback that says what was raised.
fn exception_line(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [exception] = args.exactly("exception_line")?;
    let Value::Exception(exception) = &exception else {
        return Err(Fault::type_error("Exception expected for value"));
    };
    let text = ctx.exception_line(exception)?;
    ctx.str(text)
}

/// The line where an exception was raised; the line that runs now, for other values.
fn first_line(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [exception] = args.exactly("first_line")?;
    Ok(Value::Int(match &exception {
        Value::Exception(exception) => exception.line.get().into(),
        _ => ctx.line.into(),
    }))
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

fn default_dict(ctx: &mut Ctx, mut args: Args) -> PyResult<Value> {
    let factory = if args.positional.is_empty() { Value::None } else { args.positional.remove(0) };
    let callable = match &factory {
        Value::Instance(instance) => instance.class.find("__call__").is_some(),
        Value::Int(_) | Value::Float(_) | Value::Str(_) | Value::List(_) | Value::Dict(_) => false,
        _ => true,
    };
    if !callable {
        return Err(Fault::type_error("first argument must be callable or None"));
    }
    let value = ctx.dict(Dict::default())?;
    if let Value::Dict(dict) = &value {
        if let Some(source) = args.positional.first() {
            ctx.dict_merge(dict, source)?;
        }
        for (name, item) in args.keyword {
            ctx.dict_insert(dict, &Value::Str(name), item)?;
        }
        dict.set_factory((!factory.is_none()).then_some(factory));
    }
    Ok(value)
}

fn counter(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let value = ctx.dict(Dict::default())?;
    if let Value::Dict(dict) = &value {
        dict.set_factory(Some(Value::Int(0)));
        if let Some(source) = args.positional.first() {
            ctx.count_items(dict, source, BinaryOp::Add)?;
        }
        for (name, item) in args.keyword {
            ctx.dict_insert(dict, &Value::Str(name), item)?;
        }
    }
    Ok(value)
}

/// `a OP b` of two counters, which keeps positive counts only.
pub(crate) fn counter_binary(
    ctx: &mut Ctx,
    op: BinaryOp,
    a: &Gc<DictObject>,
    b: &Gc<DictObject>,
) -> PyResult<Option<Value>> {
    if !matches!(op, BinaryOp::Add | BinaryOp::Sub | BinaryOp::And | BinaryOp::Or) {
        return Ok(None);
    }
    let result = ctx.dict(Dict::default())?;
    let Value::Dict(counts) = &result else { return Ok(None) };
    counts.set_factory(Some(Value::Int(0)));
    let (left, right) = (snapshot(a), snapshot(b));
    for key in left.keys().chain(right.keys().filter(|key| !left.contains_key(*key))) {
        ctx.burn(2)?;
        let zero = Value::Int(0);
        let (x, y) = (left.get(key).unwrap_or(&zero), right.get(key).unwrap_or(&zero));
        let count = match op {
            BinaryOp::And => {
                if ctx.less(y, x)? {
                    y.clone()
                } else {
                    x.clone()
                }
            }
            BinaryOp::Or => {
                if ctx.less(x, y)? {
                    y.clone()
                } else {
                    x.clone()
                }
            }
            _ => ctx.binary(op, x, y)?,
        };
        if ctx.less(&zero, &count)? {
            ctx.dict_insert(counts, key.value(), count)?;
        }
    }
    Ok(Some(result))
}

impl Ctx {
    /// Adds the items of an iterable, or the counts of a mapping, to a `Counter`.
    pub(crate) fn count_items(
        &mut self,
        dict: &Gc<DictObject>,
        source: &Value,
        op: BinaryOp,
    ) -> PyResult<()> {
        let pairs: Vec<(Value, Value)> = match source {
            Value::Dict(other) => {
                other.0.borrow().iter().map(|(key, count)| (key.value().clone(), count.clone())).collect()
            }
            other => self.collect(other)?.into_iter().map(|item| (item, Value::Int(1))).collect(),
        };
        for (item, count) in pairs {
            let key = self.key(&item)?;
            let held = dict.0.borrow().get(&key).cloned().unwrap_or(Value::Int(0));
            let sum = self.binary(op, &held, &count)?;
            self.dict_insert(dict, &item, sum)?;
        }
        Ok(())
    }
}
