//! Builtin functions, classes and the methods of builtin values.

mod aggregate;
mod bytes;
mod complex;
mod dict;
mod dunder;
mod float_hex;
mod functions;
mod hash;
mod int_bytes;
mod introspect;
mod iterate;
mod list;
mod number;
mod number_new;
mod set;
mod sort;
mod string;
mod string_parts;
mod types;

use std::rc::Rc;

use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::heap::Gc;
use crate::eval::iter::{Iter, ViewKind};
use crate::eval::text::Str;
use crate::eval::value::{DictObject, Value};

pub(crate) use bytes::{Bytes, counted, decode, encode};
pub(crate) use complex::{Complex, power as complex_power};
pub(crate) use introspect::{hash_of, len as length, names_of};
pub(crate) use number_new::plain_float;
pub(crate) use types::type_named;

/// Makes the builtin names known.
pub(crate) fn install(ctx: &mut Ctx) {
    let functions = functions::ALL.iter().chain(aggregate::ALL).chain(iterate::ALL).chain(introspect::ALL);
    let functions = functions.map(|f| (f.name, Value::Native(f)));
    let unnamed = ["NoneType", "ellipsis", "function", "generator", "method", "module"];
    let types = types::ALL.iter().filter(|t| !t.name.contains('_') && !unnamed.contains(&t.name));
    let types =
        types.chain([&bytes::BYTES, &bytes::BYTEARRAY, &complex::COMPLEX]).map(|t| (t.name, Value::Type(t)));
    let exceptions = ExcKind::ALL.iter().map(|kind| (kind.name(), Value::ExcType(*kind)));
    let aliases = [("IOError", Value::ExcType(ExcKind::OSError)), ("NotImplemented", Value::NotImplemented)];
    let all: Vec<(&str, Value)> = functions.chain(types).chain(exceptions).chain(aliases).collect();
    for (name, value) in all {
        // These live in modules, not among the builtins.
        let elsewhere = [
            "UnidentifiedImageError",
            "UnsupportedOperation",
            "JSONDecodeError",
            "error",
            "cv2.error",
            "Error",
            "AxisError",
            "LinAlgError",
            "UFuncTypeError",
        ];
        if elsewhere.contains(&name) {
            continue;
        }
        let symbol = ctx.names.symbol(name) as usize;
        if ctx.builtins.len() <= symbol {
            ctx.builtins.resize(symbol + 1, None);
        }
        ctx.builtins[symbol] = Some(value);
    }
}

fn methods_of(type_name: &str) -> &'static [&'static str] {
    match type_name {
        "str" => string::METHODS,
        "list" => list::METHODS,
        "tuple" => list::TUPLE_METHODS,
        "dict" | "collections.defaultdict" => dict::PLAIN_METHODS,
        "Counter" | "collections.Counter" | "collections.OrderedDict" => dict::METHODS,
        "set" | "frozenset" => set::METHODS,
        "int" | "bool" => number::INT_METHODS,
        "float" => number::FLOAT_METHODS,
        "range" => &["index", "count"],
        "slice" => &["indices"],
        _ => &[],
    }
}

/// Whether a builtin value has a method of this name.
pub(crate) fn has_method(value: &Value, name: &str) -> bool {
    match value {
        Value::Iter(_) => matches!(name, "send" | "throw" | "close" | "__next__" | "__iter__"),
        _ => methods_of(value.type_name()).contains(&name) || dunder::has(value.type_name(), name),
    }
}

/// Whether a builtin value has a method of this name, special ones excluded.
pub(crate) fn has_plain_method(value: &Value, name: &str) -> bool {
    match value {
        Value::Host(_) => false,
        _ => methods_of(value.type_name()).contains(&name),
    }
}

/// Whether the builtin class has a method of this name.
pub(crate) fn type_has_method(type_name: &str, name: &str) -> bool {
    methods_of(type_name).contains(&name) || dunder::has(type_name, name)
}

/// Attributes of builtin values that are not methods.
pub(crate) fn get_property(ctx: &mut Ctx, value: &Value, name: &str) -> PyResult<Option<Value>> {
    Ok(match (value, name) {
        (Value::Int(_) | Value::Big(_) | Value::Bool(_) | Value::Float(_), "real") => Some(value.clone()),
        (Value::Int(_) | Value::Big(_) | Value::Bool(_), "imag") => Some(Value::Int(0)),
        (Value::Int(_) | Value::Big(_) | Value::Bool(_), "numerator") => Some(value.clone()),
        (Value::Int(_) | Value::Big(_) | Value::Bool(_), "denominator") => Some(Value::Int(1)),
        (Value::Float(_), "imag") => Some(Value::Float(0.0)),
        (Value::Range(range), "start") => Some(Value::Int(range.start)),
        (Value::Range(range), "stop") => Some(Value::Int(range.stop)),
        (Value::Range(range), "step") => Some(Value::Int(range.step)),
        (Value::Slice(slice), "start") => Some(slice.start.clone()),
        (Value::Slice(slice), "stop") => Some(slice.stop.clone()),
        (Value::Slice(slice), "step") => Some(slice.step.clone()),
        (Value::Iter(iterator), "__name__") => {
            let name = match &*iterator.0.borrow() {
                Iter::Generator { frame: Some(frame), .. } => frame.code.name.clone(),
                _ => return Ok(None),
            };
            Some(ctx.str(name)?)
        }
        (Value::Dict(dict), "default_factory") if dict.is_default() => {
            Some(dict.factory().unwrap_or(Value::None))
        }
        _ => None,
    })
}

/// Calls a method of a builtin value.
pub(crate) fn call_method(ctx: &mut Ctx, object: &Value, name: &Rc<Str>, args: Args) -> PyResult<Value> {
    let method: &str = name;
    match object {
        Value::Str(text) => match string::call(ctx, text, method, plain_texts(args))? {
            Ok(value) => Ok(value),
            Err(args) => dunder::call(ctx, object, method, args),
        },
        Value::List(list) => match list::call(ctx, list, method, args)? {
            Ok(value) => Ok(value),
            Err(args) => dunder::call(ctx, object, method, args),
        },
        Value::Tuple(tuple) if list::TUPLE_METHODS.contains(&method) => {
            let items = tuple.0.to_vec();
            list::search(ctx, &items, method, "tuple", args)
        }
        Value::Dict(dict) => match dict::call(ctx, dict, method, args)? {
            Ok(value) => Ok(value),
            Err(args) => dunder::call(ctx, object, method, args),
        },
        Value::Set(set) => match set::call(ctx, set, method, args)? {
            Ok(value) => Ok(value),
            Err(args) => dunder::call(ctx, object, method, args),
        },
        Value::Range(_) if matches!(method, "index" | "count") => {
            let items = ctx.collect(object)?;
            list::search(ctx, &items, method, "range", args)
        }
        Value::Int(_) | Value::Big(_) | Value::Bool(_) | Value::Float(_) => {
            match number::call(ctx, object, method, args)? {
                Ok(value) => Ok(value),
                Err(args) => dunder::call(ctx, object, method, args),
            }
        }
        Value::Slice(slice) if method == "indices" => {
            let [len] = args.exactly("indices")?;
            let len = usize::try_from(integer(&len)?)
                .map_err(|_| Fault::value_error("length should not be negative"))?;
            let step = if slice.step.is_none() { 1 } else { integer(&slice.step)? };
            if step == 0 {
                return Err(Fault::value_error("slice step cannot be zero"));
            }
            let len = len as i64;
            let (least, most) = if step < 0 { (-1, len - 1) } else { (0, len) };
            let bound = |part: &Value, default: i64| -> PyResult<i64> {
                if part.is_none() {
                    return Ok(default);
                }
                let index = integer(part)?;
                let index = if index < 0 { index.saturating_add(len) } else { index };
                Ok(index.clamp(least, most))
            };
            let start = bound(&slice.start, if step < 0 { most } else { least })?;
            let stop = bound(&slice.stop, if step < 0 { least } else { most })?;
            ctx.tuple([start, stop, step].map(Value::Int).to_vec())
        }
        Value::Iter(iterator) => match method {
            "send" => {
                let [sent] = args.exactly("send")?;
                match ctx.resume(iterator, sent)? {
                    Some(item) => Ok(item),
                    None => Err(ctx.stop_iteration(object)?),
                }
            }
            "throw" => {
                let [raised, message, _] = args.between("throw", 1)?;
                let exception = match raised.unwrap_or(Value::None) {
                    raised @ Value::Exception(_) => raised,
                    class => ctx.call(&class, Args::new(message.into_iter().collect()))?,
                };
                if !matches!(exception, Value::Exception(_)) {
                    return Err(Fault::type_error(format!(
                        "exceptions must be classes or instances deriving from BaseException, not {}",
                        exception.type_name()
                    )));
                }
                match ctx.throw(iterator, exception)? {
                    Some(item) => Ok(item),
                    None => Err(ctx.stop_iteration(object)?),
                }
            }
            "close" => ctx.close_generator(iterator).map(|()| Value::None),
            _ => dunder::call(ctx, object, method, args),
        },
        _ => dunder::call(ctx, object, method, args),
    }
}

/// The arguments with texts in place of instances that carry one.
fn plain_texts(mut args: Args) -> Args {
    for place in &mut args.positional {
        if let Some(text @ Value::Str(_)) = crate::eval::instance::base_of(place) {
            *place = text.clone();
        }
    }
    args
}

/// The dictionary behind a view.
pub(crate) fn viewed(value: &Value) -> Option<(Gc<DictObject>, ViewKind)> {
    let Value::Iter(iterator) = value else { return None };
    match &*iterator.0.try_borrow().ok()? {
        Iter::View { dict, kind } => Some((dict.clone(), *kind)),
        _ => None,
    }
}

/// A count that the script gave: negative ones are none, and one that this machine cannot hold is the largest that it
/// can, so that it is refused for its size and not taken for none.
pub(crate) fn size(count: i64) -> usize {
    usize::try_from(count.max(0)).unwrap_or(usize::MAX)
}

/// An integer argument.
pub(crate) fn integer(value: &Value) -> PyResult<i64> {
    match value {
        Value::Host(host) => host.number().and_then(|n| n.as_i64()),
        Value::Big(_) => {
            return Err(Fault::new(ExcKind::OverflowError, "Python int too large to convert to C ssize_t"));
        }
        other => other.as_i64(),
    }
    .ok_or_else(|| {
        Fault::type_error(format!("'{}' object cannot be interpreted as an integer", value.type_name()))
    })
}

/// A number argument.
pub(crate) fn real(ctx: &mut Ctx, value: &Value) -> PyResult<f64> {
    let number = match value {
        Value::Host(host) => host.number().and_then(|n| n.as_f64()),
        Value::Big(_) => match value.as_f64() {
            Some(f) => Some(f),
            None => return Err(Fault::new(ExcKind::OverflowError, "int too large to convert to float")),
        },
        Value::Instance(_) => match ctx.special(value, "__float__")? {
            Some(number) => number.as_f64(),
            None => match ctx.index_value(value)? {
                Value::Instance(_) => None,
                number => number.as_f64(),
            },
        },
        other => other.as_f64(),
    };
    number.ok_or_else(|| Fault::type_error(format!("must be real number, not {}", value.type_name())))
}

/// A string argument.
pub(crate) fn text<'v>(value: &'v Value, function: &str) -> PyResult<&'v str> {
    value.as_str().ok_or_else(|| {
        Fault::type_error(format!("{function}() argument must be str, not {}", value.type_name()))
    })
}
