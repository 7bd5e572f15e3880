//! Builtin classes.

use num_bigint::BigInt;
use num_traits::FromPrimitive;

use super::integer;
use super::number_new::{float_new, int_new, no_integer};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::dict::{Dict, Set};
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::{NativeFn, NativeType};
use crate::eval::sequence::SetOp;
use crate::eval::value::{Range, Slice, Value};

macro_rules! class {
    ($name:literal, $call:expr, $pattern:pat) => {
        NativeType { name: $name, call: $call, is_instance: |value| matches!(value, $pattern), attrs: &[] }
    };
}

pub(super) static ALL: &[NativeType] = &[
    NativeType { name: "object", call: Some(object), is_instance: |_| true, attrs: &[] },
    class!("bool", Some(bool_new), Value::Bool(_)),
    NativeType {
        name: "int",
        call: Some(int_new),
        is_instance: |v| matches!(v, Value::Int(_) | Value::Big(_) | Value::Bool(_)),
        attrs: &[NativeFn { name: "from_bytes", call: super::int_bytes::from_bytes }],
    },
    NativeType {
        name: "float",
        call: Some(float_new),
        // `np.float64` derives from `float`.
        is_instance: |v| matches!(v, Value::Float(_)) || v.type_name() == "numpy.float64",
        attrs: &[NativeFn { name: "fromhex", call: super::float_hex::from_hex }],
    },
    NativeType {
        name: "str",
        call: Some(str_new),
        is_instance: |v| matches!(v, Value::Str(_)),
        attrs: &[NativeFn { name: "maketrans", call: super::string::maketrans }],
    },
    class!("list", Some(list_new), Value::List(_)),
    class!("tuple", Some(tuple_new), Value::Tuple(_)),
    NativeType {
        name: "dict",
        call: Some(dict_new),
        is_instance: |v| matches!(v, Value::Dict(_)),
        attrs: &[NativeFn { name: "fromkeys", call: from_keys }],
    },
    NativeType {
        name: "set",
        call: Some(|ctx, args| set_new(ctx, args, false)),
        is_instance: |v| matches!(v, Value::Set(set) if !set.frozen),
        attrs: &[],
    },
    NativeType {
        name: "frozenset",
        call: Some(|ctx, args| set_new(ctx, args, true)),
        is_instance: |v| matches!(v, Value::Set(set) if set.frozen),
        attrs: &[],
    },
    class!("range", Some(range_new), Value::Range(_)),
    class!("slice", Some(slice_new), Value::Slice(_)),
    NativeType {
        name: "type",
        call: Some(type_new),
        is_instance: |v| matches!(v, Value::Type(_) | Value::Class(_) | Value::ExcType(_)),
        attrs: &[],
    },
    class!("NoneType", None, Value::None),
    class!("ellipsis", None, Value::Ellipsis),
    class!("function", None, Value::Function(_)),
    class!("method", None, Value::Method(_)),
    class!("builtin_function_or_method", None, Value::Native(_) | Value::Builtin(_)),
    class!("module", None, Value::Module(_)),
    NativeType {
        name: "generator",
        call: None,
        is_instance: |v| matches!(v, Value::Iter(_)) && v.type_name() == "generator",
        attrs: &[],
    },
];

macro_rules! named {
    ($($name:literal),* $(,)?) => {
        &[$(NativeType {
            name: $name,
            call: None,
            is_instance: |value| value.type_name() == $name,
            attrs: &[],
        }),*]
    };
}

/// Classes without a name among the builtins, or with a function of the name there.
static UNNAMED: &[NativeType] = named![
    "NotImplementedType",
    "_tee",
    "accumulate",
    "batched",
    "accumulate",
    "chain",
    "classmethod",
    "combinations",
    "combinations_with_replacement",
    "compress",
    "combinations",
    "combinations_with_replacement",
    "compress",
    "count",
    "cycle",
    "dropwhile",
    "groupby",
    "filterfalse",
    "pairwise",
    "permutations",
    "product",
    "starmap",
    "takewhile",
    "zip_longest",
    "dict_itemiterator",
    "dict_items",
    "dict_keyiterator",
    "dict_keys",
    "dict_valueiterator",
    "dict_values",
    "dropwhile",
    "enumerate",
    "filter",
    "filterfalse",
    "groupby",
    "islice",
    "iterator",
    "list_iterator",
    "list_reverseiterator",
    "map",
    "pairwise",
    "partial",
    "permutations",
    "product",
    "property",
    "range_iterator",
    "repeat",
    "set_iterator",
    "starmap",
    "staticmethod",
    "str_iterator",
    "super",
    "takewhile",
    "tuple_iterator",
    "zip",
    "zip_longest",
];

/// The builtin class of this name.
pub(crate) fn type_named(name: &str) -> Option<&'static NativeType> {
    ALL.iter().chain(UNNAMED).find(|t| t.name == name)
}

fn object(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    if !args.positional.is_empty() || !args.keyword.is_empty() {
        return Err(Fault::type_error("object() takes no arguments"));
    }
    ctx.new_object()
}

fn bool_new(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [value] = args.between("bool", 0)?;
    match value {
        Some(value) => ctx.truthy(&value).map(Value::Bool),
        None => Ok(Value::Bool(false)),
    }
}

impl Ctx {
    /// The integer part of a float.
    pub(crate) fn float_to_integer(&self, f: f64) -> PyResult<Value> {
        if f.is_nan() {
            return Err(Fault::value_error("cannot convert float NaN to integer"));
        }
        if f.is_infinite() {
            return Err(Fault::new(ExcKind::OverflowError, "cannot convert float infinity to integer"));
        }
        if f.abs() < 9e18 {
            return Ok(Value::Int(f as i64));
        }
        self.integer(BigInt::from_f64(f).unwrap_or_default())
    }

    /// `int(number)`.
    pub(crate) fn truncate(&mut self, value: &Value) -> PyResult<Value> {
        match value {
            Value::Int(_) | Value::Big(_) => Ok(value.clone()),
            Value::Bool(b) => Ok(Value::Int(i64::from(*b))),
            Value::Float(f) => self.float_to_integer(*f),
            Value::Host(host) => match host.number() {
                Some(number) if !matches!(number, Value::Host(_)) => self.truncate(&number),
                _ => Err(no_integer(value)),
            },
            Value::Instance(_) => {
                for name in ["__int__", "__index__", "__trunc__"] {
                    if let Some(number) = self.special(value, name)? {
                        return Ok(number);
                    }
                }
                if let Some(base) = crate::eval::instance::base_of(value).cloned() {
                    return self.truncate(&base);
                }
                Err(no_integer(value))
            }
            _ => Err(no_integer(value)),
        }
    }
}

fn str_new(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [value, ..] = args.bind("str", ["object", "encoding", "errors"], 0)?;
    match value {
        Some(value @ Value::Str(_)) => Ok(value),
        Some(value) => {
            let text = ctx.str_of(&value)?;
            ctx.str(text)
        }
        None => ctx.str(""),
    }
}

fn list_new(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [iterable] = args.between("list", 0)?;
    let items = match iterable {
        Some(iterable) => ctx.collect(&iterable)?,
        None => Vec::new(),
    };
    ctx.list(items)
}

fn tuple_new(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [iterable] = args.between("tuple", 0)?;
    match iterable {
        Some(tuple @ Value::Tuple(_)) => Ok(tuple),
        Some(iterable) => {
            let items = ctx.collect(&iterable)?;
            ctx.tuple(items)
        }
        None => ctx.tuple(Vec::new()),
    }
}

fn set_new(ctx: &mut Ctx, args: Args, frozen: bool) -> PyResult<Value> {
    let [iterable] = args.between(if frozen { "frozenset" } else { "set" }, 0)?;
    match iterable.as_ref().map(crate::eval::instance::plain) {
        Some(same @ Value::Set(set)) if frozen && set.frozen => return Ok(same.clone()),
        Some(Value::Set(set)) => {
            let items = set.items.borrow().clone();
            return ctx.set_operation(SetOp::Union, &items, &Set::default(), frozen);
        }
        _ => {}
    }
    let items = match iterable {
        Some(iterable) => ctx.collect(&iterable)?,
        None => Vec::new(),
    };
    ctx.set(items, frozen)
}

fn dict_new(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let value = ctx.dict(Dict::default())?;
    let Value::Dict(dict) = &value else { return Ok(value) };
    if args.positional.len() > 1 {
        let given = args.positional.len();
        return Err(Fault::type_error(format!("dict expected at most 1 argument, got {given}")));
    }
    if let Some(source) = args.positional.first() {
        ctx.dict_merge(dict, source)?;
    }
    for (name, item) in args.keyword {
        ctx.dict_insert(dict, &Value::Str(name), item)?;
    }
    Ok(value)
}

fn from_keys(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [iterable, value] = args.between("fromkeys", 1)?;
    let value = value.unwrap_or(Value::None);
    let mut dict = Dict::default();
    for key in ctx.collect(&iterable.unwrap_or(Value::None))? {
        dict.insert(ctx.key(&key)?, value.clone());
    }
    ctx.dict(dict)
}

fn range_new(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let parts: [Option<Value>; 3] = args.between("range", 1)?;
    let mut bound = |part: &Option<Value>| match part {
        Some(value) => integer(&ctx.index_value(value)?).map(Some),
        None => Ok(None),
    };
    let [first, second, step] = [bound(&parts[0])?, bound(&parts[1])?, bound(&parts[2])?];
    let first = first.unwrap_or(0);
    let (start, stop) = match second {
        Some(stop) => (first, stop),
        None => (0, first),
    };
    let step = step.unwrap_or(1);
    if step == 0 {
        return Err(Fault::value_error("range() arg 3 must not be zero"));
    }
    Ok(Value::Range(Range { start, stop, step: step.max(-i64::MAX) }.into()))
}

fn slice_new(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [first, second, step] = args.between("slice", 1)?;
    let first = first.unwrap_or(Value::None);
    let (start, stop) = match second {
        Some(stop) => (first, stop),
        None => (Value::None, first),
    };
    let step = step.unwrap_or(Value::None);
    Ok(Value::Slice(ctx.heap.alloc(Slice { start, stop, step }, 0)?))
}

fn type_new(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    if let [Value::Str(name), bases, Value::Dict(names)] = &args.positional[..] {
        let attrs = crate::eval::instantiate::attrs_of(&names.0.borrow());
        let bases = ctx.collect(bases)?;
        return ctx.class_statement(name.clone(), bases, args.keyword, attrs);
    }
    let [value] = args.exactly("type")?;
    ctx.type_of(&value)
}
