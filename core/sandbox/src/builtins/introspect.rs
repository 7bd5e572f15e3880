//! Builtin functions that ask about objects.

use crate::eval::args::Args;
use crate::eval::class::Attrs;
use crate::eval::ctx::Ctx;
use crate::eval::dict::{Dict, Key};
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::function::Builtin;
use crate::eval::host::NativeFn;
use crate::eval::text_code::Purpose;
use crate::eval::value::Value;

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "len", call: len_function },
    NativeFn { name: "isinstance", call: isinstance },
    NativeFn { name: "issubclass", call: issubclass },
    NativeFn { name: "callable", call: callable },
    NativeFn { name: "hasattr", call: hasattr },
    NativeFn { name: "getattr", call: getattr },
    NativeFn { name: "setattr", call: setattr },
    NativeFn { name: "delattr", call: delattr },
    NativeFn { name: "hash", call: hash },
    NativeFn { name: "id", call: id },
    NativeFn { name: "vars", call: vars },
    NativeFn { name: "dir", call: dir },
    NativeFn { name: "globals", call: globals },
    NativeFn { name: "locals", call: locals },
    NativeFn { name: "property", call: property },
    NativeFn { name: "staticmethod", call: |ctx, args| wrap(ctx, args, "staticmethod", Builtin::Static) },
    NativeFn { name: "classmethod", call: |ctx, args| wrap(ctx, args, "classmethod", Builtin::ClassMethod) },
    NativeFn { name: "super", call: super_function },
    NativeFn { name: "exec", call: |ctx, args| run_text(ctx, args, Purpose::Exec) },
    NativeFn { name: "eval", call: |ctx, args| run_text(ctx, args, Purpose::Eval) },
    NativeFn { name: "compile", call: compile },
    NativeFn { name: "__import__", call: import },
    NativeFn { name: "exit", call: exit },
    NativeFn { name: "quit", call: exit },
];

fn run_text(ctx: &mut Ctx, args: Args, purpose: Purpose) -> PyResult<Value> {
    let around = ctx.caller_locals.take();
    let name = if purpose == Purpose::Eval { "eval" } else { "exec" };
    let [source, globals, locals] = args.bind(name, ["source", "globals", "locals"], 1)?;
    let value = ctx.run_text(&source.unwrap_or(Value::None), purpose, globals, locals, around)?;
    Ok(if purpose == Purpose::Eval { value } else { Value::None })
}

fn compile(ctx: &mut Ctx, mut args: Args) -> PyResult<Value> {
    // What concerns other compilers.
    for name in ["dont_inherit", "optimize", "flags"] {
        args.take_keyword(name);
    }
    args.positional.truncate(3);
    let parts = args.bind("compile", ["source", "filename", "mode"], 3)?;
    let [source, file, mode] = parts.map(|part| part.unwrap_or(Value::None));
    ctx.code_object(&source, &file, &mode)
}

fn import(ctx: &mut Ctx, mut args: Args) -> PyResult<Value> {
    args.positional.truncate(1);
    let [name, ..] = args.bind("__import__", ["name", "globals", "locals", "fromlist", "level"], 1)?;
    let name = name.unwrap_or(Value::None);
    let name = super::text(&name, "__import__")?;
    ctx.import_module(name)?;
    ctx.import_module(name.split('.').next().unwrap_or_default())
}

/// `locals()`: in a function its variables, elsewhere the global ones.
fn locals(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [] = args.exactly("locals")?;
    match ctx.caller_locals.take() {
        Some(locals) => Ok(locals),
        None => globals(ctx, Args::default()),
    }
}

fn exit(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    Err(Fault::raised(ctx.new_exception(ExcKind::SystemExit, None, args.positional)?))
}

pub(crate) fn len(ctx: &mut Ctx, value: &Value) -> PyResult<usize> {
    Ok(match value {
        Value::Str(text) => text.char_len(),
        Value::List(list) => list.0.borrow().len(),
        Value::Tuple(tuple) => tuple.0.len(),
        Value::Dict(dict) => dict.0.borrow().len(),
        Value::Set(set) => set.items.borrow().len(),
        Value::Range(range) => range.len(),
        Value::Iter(_) => match super::viewed(value) {
            Some((dict, _)) => dict.0.borrow().len(),
            None => return Err(no_len(value)),
        },
        Value::Host(host) => match host.len() {
            Some(len) => len,
            None => return Err(no_len(value)),
        },
        Value::Instance(_) => match ctx.special(value, "__len__")? {
            Some(len) => match super::integer(&len)? {
                ..0 => return Err(Fault::value_error("__len__() should return >= 0")),
                len => super::size(len),
            },
            None => match crate::eval::instance::base_of(value).cloned() {
                Some(base) => len(ctx, &base)?,
                None => return Err(no_len(value)),
            },
        },
        Value::Class(_) => match ctx.special(value, "__len__")? {
            Some(len) => super::size(super::integer(&len)?),
            None => return Err(no_len(value)),
        },
        _ => return Err(no_len(value)),
    })
}

fn no_len(value: &Value) -> Fault {
    Fault::type_error(format!("object of type '{}' has no len()", value.type_name()))
}

fn len_function(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [value] = args.exactly("len")?;
    if let Value::Range(range) = &value {
        return Ok(Value::Int(range.count()));
    }
    Ok(Value::Int(len(ctx, &value)? as i64))
}

fn isinstance(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [value, class] = args.between("isinstance", 2)?;
    ctx.is_instance(&value.unwrap_or(Value::None), &class.unwrap_or(Value::None)).map(Value::Bool)
}

fn issubclass(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [class, base] = args.between("issubclass", 2)?;
    ctx.is_subclass_of(&class.unwrap_or(Value::None), &base.unwrap_or(Value::None)).map(Value::Bool)
}

fn callable(_: &mut Ctx, args: Args) -> PyResult<Value> {
    let [value] = args.exactly("callable")?;
    Ok(Value::Bool(match &value {
        Value::Function(_)
        | Value::Native(_)
        | Value::Method(_)
        | Value::Builtin(_)
        | Value::Type(_)
        | Value::ExcType(_)
        | Value::Class(_) => true,
        Value::Instance(instance) => instance.class.find("__call__").is_some(),
        _ => false,
    }))
}

fn name_argument(value: &Value) -> PyResult<&str> {
    value.as_str().ok_or_else(|| {
        Fault::type_error(format!("attribute name must be string, not '{}'", value.type_name()))
    })
}

fn hasattr(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let parts: [Option<Value>; 2] = args.between("hasattr", 2)?;
    let [object, name] = parts.map(|part| part.unwrap_or(Value::None));
    match ctx.find_attr(&object, name_argument(&name)?) {
        Ok(found) => Ok(Value::Bool(found.is_some())),
        Err(fault) if fault.is(ExcKind::AttributeError) => Ok(Value::Bool(false)),
        Err(fault) => Err(fault),
    }
}

fn getattr(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [object, name, default] = args.between("getattr", 2)?;
    let (object, name) = (object.unwrap_or(Value::None), name.unwrap_or(Value::None));
    let name = name_argument(&name)?;
    let Some(default) = default else { return ctx.get_attr(&object, name) };
    match ctx.find_attr(&object, name) {
        Ok(found) => Ok(found.unwrap_or(default)),
        Err(fault) if fault.is(ExcKind::AttributeError) => Ok(default),
        Err(fault) => Err(fault),
    }
}

fn setattr(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [object, name, value] = args.exactly("setattr")?;
    let name = ctx.text(name_argument(&name)?)?;
    ctx.set_attr(&object, name, value)?;
    Ok(Value::None)
}

fn delattr(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [object, name] = args.exactly("delattr")?;
    ctx.del_attr(&object, name_argument(&name)?)?;
    Ok(Value::None)
}

fn hash(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [value] = args.exactly("hash")?;
    hash_of(ctx, &value).map(Value::Int)
}

/// `hash(value)`.
pub(crate) fn hash_of(ctx: &mut Ctx, value: &Value) -> PyResult<i64> {
    if let Some(hash) = ctx.instance_hash(value)? {
        return Ok(hash);
    }
    let key = ctx.key(value)?;
    Ok(super::hash::of(&key))
}

fn id(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    use std::hash::BuildHasher;
    let [value] = args.exactly("id")?;
    if let Some(number) = crate::eval::identity::number(&value) {
        return Ok(Value::Int(number as i64));
    }
    let number = match &value {
        Value::Host(_) => {
            // Host objects have no number of their own, so they are kept for the rest of the conversation.
            let known = ctx.numbered.iter().position(|known| crate::eval::compare::same(known, &value));
            let index = match known {
                Some(index) => index,
                None => {
                    ctx.burn(ctx.numbered.len() as u64)?;
                    ctx.numbered.push(value);
                    ctx.numbered.len() - 1
                }
            };
            0x7e00_0000_0000 + index as u64 * 64
        }
        // Equal plain values are one object here.
        Value::Type(class) => {
            0x7d00_0000_0000 + (crate::eval::class::FixedHasher::default().hash_one(class.name) >> 32) * 16
        }
        Value::Native(function) => {
            0x7d00_0000_0000 + (crate::eval::class::FixedHasher::default().hash_one(function.name) >> 32) * 16
        }
        plain => match Key::new(plain) {
            Ok(key) => {
                0x7c00_0000_0000 + (crate::eval::class::FixedHasher::default().hash_one(&key) >> 32) * 16
            }
            Err(_) => 0x7c00_0000_0000,
        },
    };
    Ok(Value::Int(number as i64))
}

fn attrs_of(value: &Value) -> Option<Attrs> {
    match value {
        Value::Instance(instance) => Some(instance.attrs()),
        Value::Class(class) => Some(class.attrs.borrow().clone()),
        Value::Module(module) => Some(module.attrs.borrow().clone()),
        _ => None,
    }
}

fn vars(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [value] = args.between("vars", 0)?;
    let Some(value) = value else { return locals(ctx, Args::default()) };
    match ctx.find_attr(&value, "__dict__")? {
        Some(dict) => Ok(dict),
        None => Err(Fault::type_error("vars() argument must have __dict__ attribute")),
    }
}

fn dir(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [value] = args.between("dir", 0)?;
    let Some(value) = value else {
        let names: Vec<String> = match ctx.caller_locals.take() {
            Some(locals) => {
                let names = ctx.collect(&locals)?;
                names.iter().filter_map(Value::as_str).map(str::to_owned).collect()
            }
            None => {
                let bound = ctx.globals.iter().enumerate().filter(|(_, value)| value.is_some());
                bound.map(|(symbol, _)| (**ctx.names.get(symbol as u32)).to_owned()).collect()
            }
        };
        return sorted_names(ctx, names);
    };
    match crate::eval::kind::hook(&value, "__dir__") {
        Some(hook) => {
            let names = ctx.call_with(&hook, vec![value])?;
            let mut names: Vec<String> =
                ctx.collect(&names)?.iter().filter_map(|n| n.as_str()).map(str::to_owned).collect();
            crate::sorting::sort(&mut names);
            let names = names.into_iter().map(|name| ctx.str(name)).collect::<PyResult<Vec<_>>>()?;
            ctx.list(names)
        }
        None => names_of(ctx, &value),
    }
}

/// The names of an object's attributes.
pub(crate) fn names_of(ctx: &mut Ctx, value: &Value) -> PyResult<Value> {
    let mut names: Vec<String> =
        attrs_of(value).into_iter().flatten().map(|(name, _)| (**name).to_owned()).collect();
    let class = match value {
        Value::Instance(instance) => Some(&instance.class),
        Value::Class(class) => Some(class),
        Value::Exception(exception) => exception.class.as_ref(),
        _ => None,
    };
    for class in class.into_iter().flat_map(|class| std::iter::once(class).chain(&class.mro)) {
        names.extend(class.attrs.borrow().keys().map(|name| (***name).to_owned()));
    }
    let native = match value {
        Value::Type(native) => Some(native.name),
        Value::Instance(instance) => instance.class.native.map(|native| native.name),
        Value::Class(class) => class.native.map(|native| native.name),
        other => Some(other.type_name()),
    };
    names.extend(native.into_iter().flat_map(super::methods_of).map(|m| (*m).to_owned()));
    sorted_names(ctx, names)
}

fn sorted_names(ctx: &mut Ctx, mut names: Vec<String>) -> PyResult<Value> {
    crate::sorting::sort(&mut names);
    names.dedup();
    ctx.burn(names.len() as u64)?;
    let names = names.into_iter().map(|name| ctx.str(name)).collect::<PyResult<Vec<_>>>()?;
    ctx.list(names)
}

fn globals(ctx: &mut Ctx, _: Args) -> PyResult<Value> {
    let mut dict = Dict::default();
    for (symbol, value) in ctx.globals.iter().enumerate() {
        if let Some(value) = value {
            dict.insert(Key::new(&Value::Str(ctx.names.get(symbol as u32).clone()))?, value.clone());
        }
    }
    ctx.dict(dict)
}

fn property(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let parts = args.bind("property", ["fget", "fset", "fdel", "doc"], 0)?;
    let [getter, setter, deleter, _] = parts.map(|part| part.unwrap_or(Value::None));
    ctx.builtin(Builtin::Property(getter, setter, deleter))
}

fn wrap(ctx: &mut Ctx, args: Args, name: &str, wrapper: fn(Value) -> Builtin) -> PyResult<Value> {
    let [function] = args.exactly(name)?;
    ctx.builtin(wrapper(function))
}

fn super_function(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [class, receiver] = args.exactly("super")?;
    ctx.builtin(Builtin::Super { class, receiver })
}
