//! `collections.abc`: classes that ask what an object can do.

use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::host::NativeType;
use crate::eval::value::Value;

macro_rules! ability {
    ($name:literal, $is_instance:expr) => {
        NativeType { name: $name, call: None, is_instance: $is_instance, attrs: &[] }
    };
}

static CLASSES: &[NativeType] = &[
    ability!("Callable", |v| match v {
        Value::Function(_) | Value::Native(_) | Value::Method(_) | Value::Builtin(_) => true,
        Value::Type(_) | Value::ExcType(_) | Value::Class(_) => true,
        other => has(other, &["__call__"]),
    }),
    ability!("Collection", |v| sized(v) && iterable(v)),
    ability!("Container", |v| sized(v) || has(v, &["__contains__"])),
    ability!("Generator", |v| v.type_name() == "generator"),
    ability!("Hashable", |v| match v {
        Value::List(_) | Value::Dict(_) => false,
        Value::Set(set) => set.frozen,
        _ => true,
    }),
    ability!("Iterable", iterable),
    ability!("Iterator", |v| match v {
        Value::Iter(_) => crate::builtins::viewed(v).is_none(),
        other => has(other, &["__iter__", "__next__"]),
    }),
    ability!("Mapping", |v| matches!(v, Value::Dict(_))),
    ability!("MutableMapping", |v| matches!(v, Value::Dict(_))),
    ability!("MutableSequence", |v| matches!(v, Value::List(_))),
    ability!("MutableSet", |v| matches!(v, Value::Set(set) if !set.frozen)),
    ability!("Sequence", |v| matches!(v, Value::List(_) | Value::Tuple(_) | Value::Str(_) | Value::Range(_))),
    ability!("Set", |v| matches!(v, Value::Set(_))),
    ability!("Sized", sized),
];

fn has(value: &Value, names: &[&str]) -> bool {
    match value {
        Value::Instance(instance) => names.iter().all(|name| instance.class.find(name).is_some()),
        _ => false,
    }
}

fn sized(value: &Value) -> bool {
    match value {
        Value::Str(_) | Value::List(_) | Value::Tuple(_) | Value::Dict(_) | Value::Set(_) => true,
        Value::Range(_) => true,
        Value::Iter(_) => crate::builtins::viewed(value).is_some(),
        Value::Host(host) => host.len().is_some(),
        other => has(other, &["__len__"]),
    }
}

fn iterable(value: &Value) -> bool {
    sized(value) || matches!(value, Value::Iter(_)) || has(value, &["__iter__"])
}

pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    ctx.new_module("collections.abc", CLASSES.iter().map(|class| (class.name, Value::Type(class))))
}
