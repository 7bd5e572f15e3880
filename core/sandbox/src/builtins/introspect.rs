//! Builtin functions that ask about objects.

use crate::eval::args::Args;
use crate::eval::class::Attrs;
use crate::eval::context::is_subclass;
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
            Some(len) => usize::try_from(super::integer(&len)?)
                .map_err(|_| Fault::value_error("__len__() should return >= 0"))?,
            None => return Err(no_len(value)),
        },
        Value::Class(class) => match class.find("__class_len__") {
            Some(function) => {
                let len = ctx.call_with(&function, vec![value.clone()])?;
                usize::try_from(super::integer(&len)?).unwrap_or(0)
            }
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
    Ok(Value::Int(len(ctx, &value)? as i64))
}

fn isinstance(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [value, class] = args.exactly("isinstance")?;
    ctx.is_instance(&value, &class).map(Value::Bool)
}

fn issubclass(_: &mut Ctx, args: Args) -> PyResult<Value> {
    let [class, base] = args.exactly("issubclass")?;
    let bases = base.as_sequence().unwrap_or_else(|| vec![base.clone()]);
    let mut found = false;
    for base in &bases {
        found |= match (&class, base) {
            (Value::Class(class), Value::Class(base)) => is_subclass(class, base),
            (Value::Class(class), Value::ExcType(kind)) => class.exception.is_some_and(|own| own.is_a(*kind)),
            (Value::ExcType(class), Value::ExcType(base)) => class.is_a(*base),
            (Value::Type(class), Value::Type(base)) => {
                std::ptr::eq(*class, *base)
                    || base.name == "object"
                    || (class.name == "bool" && base.name == "int")
            }
            (Value::Class(_) | Value::ExcType(_), Value::Type(base)) => base.name == "object",
            (Value::Class(_) | Value::Type(_) | Value::ExcType(_), _) => false,
            _ => {
                return Err(Fault::type_error("issubclass() arg 1 must be a class"));
            }
        };
    }
    Ok(Value::Bool(found))
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
    let [object, name] = args.exactly("hasattr")?;
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
    if let Some(hash) = ctx.instance_hash(&value)? {
        return Ok(Value::Int(hash));
    }
    let key = ctx.key(&value)?;
    Ok(Value::Int(super::hash::of(&key)))
}

fn id(_: &mut Ctx, _: Args) -> PyResult<Value> {
    Err(Fault::new(
        ExcKind::NotImplementedError,
        "id() is not provided in this sandbox; use 'is' to compare identity",
    ))
}

fn attrs_of(value: &Value) -> Option<Attrs> {
    match value {
        Value::Instance(instance) => Some(instance.attrs.borrow().clone()),
        Value::Class(class) => Some(class.attrs.borrow().clone()),
        Value::Module(module) => Some(module.attrs.borrow().clone()),
        _ => None,
    }
}

fn vars(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [value] = args.between("vars", 0)?;
    let Some(value) = value else { return locals(ctx, Args::default()) };
    let Some(attrs) = attrs_of(&value) else {
        return Err(Fault::type_error("vars() argument must have __dict__ attribute"));
    };
    let mut dict = Dict::default();
    for (name, value) in attrs {
        dict.insert(Key::new(&Value::Str(name))?, value);
    }
    ctx.dict(dict)
}

fn dir(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [value] = args.between("dir", 0)?;
    let mut names: Vec<String> = match &value {
        None if ctx.caller_locals.is_some() => {
            let locals = ctx.caller_locals.take().unwrap_or(Value::None);
            let names = ctx.collect(&locals)?;
            names.iter().filter_map(Value::as_str).map(str::to_owned).collect()
        }
        None => ctx
            .globals
            .iter()
            .enumerate()
            .filter(|(_, value)| value.is_some())
            .map(|(symbol, _)| (**ctx.names.get(symbol as u32)).to_owned())
            .collect(),
        Some(value) => {
            let mut names: Vec<String> =
                attrs_of(value).into_iter().flatten().map(|(name, _)| (**name).to_owned()).collect();
            if let Value::Instance(instance) = value {
                for class in std::iter::once(&instance.class).chain(&instance.class.mro) {
                    names.extend(class.attrs.borrow().keys().map(|name| (***name).to_owned()));
                }
            }
            if let Value::Type(class) = value {
                names.extend(super::methods_of(class.name).iter().map(|m| (*m).to_owned()));
            }
            names.extend(super::methods_of(value.type_name()).iter().map(|m| (*m).to_owned()));
            names
        }
    };
    names.sort();
    names.dedup();
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
