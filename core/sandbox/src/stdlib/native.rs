//! What the library modules written in Python need from Rust.

use crate::builtins::integer;
use crate::eval::args::Args;
use crate::eval::attr::{OBJECT_NEW, OBJECT_SETATTR};
use crate::eval::ctx::Ctx;
use crate::eval::dict::Dict;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::function::Builtin;
use crate::eval::heap::Gc;
use crate::eval::host::{BinaryOp, NativeFn, NativeType};
use crate::eval::iter::Iter;
use crate::eval::sequence::snapshot;
use crate::eval::value::{DictKind, DictObject, Value};

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
    NativeFn { name: "traceback", call: traceback },
    NativeFn { name: "exception_line", call: exception_line },
    NativeFn { name: "first_line", call: first_line },
    NativeFn { name: "float_bytes", call: float_bytes },
    NativeFn { name: "bytes_float", call: bytes_float },
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
    name: "collections.defaultdict",
    call: Some(default_dict),
    is_instance: |value| matches!(value, Value::Dict(dict) if dict.is_default()),
    attrs: &[],
};

static ORDERED_DICT: NativeType = NativeType {
    name: "collections.OrderedDict",
    call: Some(|ctx, args| {
        let value = ctx.dict(Dict::default())?;
        ordered(ctx, &value, args)?;
        Ok(value)
    }),
    is_instance: |value| matches!(value, Value::Dict(dict) if dict.is_ordered()),
    attrs: &[NativeFn {
        name: "fromkeys",
        call: |ctx, args| {
            let [keys, value] = args.between("fromkeys", 1)?;
            let dict = ctx.dict(Dict::default())?;
            ordered(ctx, &dict, Args::default())?;
            if let Value::Dict(inner) = &dict {
                for key in ctx.collect(&keys.unwrap_or(Value::None))? {
                    ctx.dict_insert(inner, &key, value.clone().unwrap_or(Value::None))?;
                }
            }
            Ok(dict)
        },
    }],
};

/// Fills an `OrderedDict`.
fn ordered(ctx: &mut Ctx, value: &Value, args: Args) -> PyResult<()> {
    let Value::Dict(dict) = value else { return Ok(()) };
    dict.set_kind(DictKind::Ordered);
    if args.positional.len() > 1 {
        let given = args.positional.len();
        return Err(Fault::type_error(format!("expected at most 1 argument, got {given}")));
    }
    if let Some(source) = args.positional.first() {
        ctx.dict_merge(dict, source)?;
    }
    for (name, item) in args.keyword {
        ctx.dict_insert(dict, &Value::Str(name), item)?;
    }
    Ok(())
}

/// The class of a special dictionary.
pub(crate) fn dict_class(dict: &DictObject) -> Option<&'static NativeType> {
    match dict.kind() {
        DictKind::Plain => None,
        DictKind::Default(_) => Some(&DEFAULT_DICT),
        DictKind::Counter => Some(&COUNTER),
        DictKind::Ordered => Some(&ORDERED_DICT),
    }
}

static COUNTER: NativeType = NativeType {
    name: "collections.Counter",
    call: Some(counter),
    is_instance: |value| matches!(value, Value::Dict(dict) if dict.is_counter()),
    attrs: &[],
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

/// The bytes of a float of 2, 4 or 8 bytes, the least significant first.
fn float_bytes(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [value, size] = args.exactly("float_bytes")?;
    let f = crate::builtins::real(ctx, &value)?;
    let overflow = || Fault::new(ExcKind::OverflowError, "float too large to pack");
    let bytes = match integer(&size)? {
        2 => {
            let half = crate::stdlib::half::from_f64(f).ok_or_else(overflow)?;
            half.to_le_bytes().to_vec()
        }
        4 if (f as f32).is_infinite() && f.is_finite() => return Err(overflow()),
        4 => (f as f32).to_le_bytes().to_vec(),
        _ => f.to_le_bytes().to_vec(),
    };
    ctx.bytes(bytes)
}

/// The float of 2, 4 or 8 bytes, the least significant first.
fn bytes_float(_: &mut Ctx, args: Args) -> PyResult<Value> {
    let [bytes] = args.exactly("bytes_float")?;
    let bytes = crate::builtins::Bytes::expect(&bytes)?;
    Ok(Value::Float(match *bytes {
        [a, b] => crate::stdlib::half::to_f64(u16::from_le_bytes([a, b])),
        [a, b, c, d] => f32::from_le_bytes([a, b, c, d]).into(),
        [a, b, c, d, e, f, g, h] => f64::from_le_bytes([a, b, c, d, e, f, g, h]),
        _ => return Err(Fault::value_error("a float has 2, 4 or 8 bytes")),
    }))
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
        dict.set_default(factory);
    }
    Ok(value)
}

fn counter(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let value = ctx.dict(Dict::default())?;
    if let Value::Dict(dict) = &value {
        dict.set_kind(DictKind::Counter);
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
    counts.set_kind(DictKind::Counter);
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
