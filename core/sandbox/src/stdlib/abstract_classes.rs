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
    ability!("Mapping", |v| derives(v, "Mapping") || matches!(v, Value::Dict(_))),
    ability!("MutableMapping", |v| derives(v, "MutableMapping") || matches!(v, Value::Dict(_))),
    ability!("MutableSequence", |v| derives(v, "MutableSequence") || matches!(v, Value::List(_))),
    ability!("MutableSet", |v| derives(v, "MutableSet") || matches!(v, Value::Set(set) if !set.frozen)),
    ability!("Sequence", |v| derives(v, "Sequence")
        || matches!(v, Value::List(_) | Value::Tuple(_) | Value::Str(_) | Value::Range(_))),
    ability!("Reversible", |v| derives(v, "Reversible")
        || matches!(v, Value::List(_) | Value::Tuple(_) | Value::Str(_) | Value::Range(_) | Value::Dict(_))),
    ability!("Set", |v| derives(v, "Set") || matches!(v, Value::Set(_))),
    ability!("Sized", sized),
];

/// Whether instances of `class` have the ability that `base` stands for.
pub(crate) fn has_abilities(class: &Value, base: &Value) -> bool {
    let Value::Type(base) = base else { return false };
    if !CLASSES.iter().any(|ability| std::ptr::eq(ability, *base)) {
        return false;
    }
    match class {
        Value::Class(class) => {
            let has = |names: &[&str]| names.iter().all(|name| class.find(name).is_some());
            match base.name {
                "Callable" => has(&["__call__"]),
                "Iterable" => has(&["__iter__"]),
                "Iterator" => has(&["__iter__", "__next__"]),
                "Sized" => has(&["__len__"]),
                "Container" => has(&["__contains__"]),
                "Collection" => has(&["__len__", "__iter__", "__contains__"]),
                "Hashable" => true,
                name if std::iter::once(class)
                    .chain(&class.mro)
                    .any(|c| c.own("_ability_").is_some_and(|ability| ability.as_str() == Some(name))) =>
                {
                    true
                }
                _ => class.native.is_some_and(|native| native_has(native.name, base.name)),
            }
        }
        Value::Type(native) => native_has(native.name, base.name),
        _ => base.name == "Hashable",
    }
}

fn native_has(class: &str, ability: &str) -> bool {
    let dict = class == "dict" || class.starts_with("collections.");
    let set = matches!(class, "set" | "frozenset");
    let sequence = matches!(class, "list" | "tuple" | "str" | "range" | "bytes" | "bytearray");
    match ability {
        "Mapping" | "MutableMapping" => dict,
        "Set" => set,
        "MutableSet" => class == "set",
        "Sequence" | "Reversible" => sequence,
        "MutableSequence" => matches!(class, "list" | "bytearray"),
        "Sized" | "Iterable" | "Container" | "Collection" => dict || set || sequence,
        "Hashable" => !(dict || matches!(class, "set" | "list" | "bytearray")),
        _ => false,
    }
}

/// Whether a class of the script derives from the class that gives this ability.
fn derives(value: &Value, ability: &str) -> bool {
    let Value::Instance(instance) = value else { return false };
    let all = std::iter::once(&instance.class).chain(&instance.class.mro);
    let mut named = all.filter_map(|class| class.own("_ability_"));
    named.any(|name| name.as_str() == Some(ability))
}

/// The library's class with the methods that a class deriving from this one gets.
pub(crate) fn with_methods(ctx: &mut Ctx, class: &Value) -> PyResult<Option<Value>> {
    let Value::Type(ability) = class else { return Ok(None) };
    if !CLASSES.iter().any(|known| std::ptr::eq(known, *ability)) {
        return Ok(None);
    }
    let module = ctx.import_module("_abilities")?;
    ctx.find_attr(&module, ability.name)
}

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
