//! Numbers for the identity of objects, which `id` gives and `repr` shows. CPython's are addresses; these
//! are given in the order in which a script asks for them, so that every run shows the same.

use super::value::Value;

/// Where the numbers begin, so that they look like addresses.
const BASE: u64 = 0x7f00_0000_0000;

/// The number of an object; `None` for values that have no identity of their own.
pub(crate) fn number(value: &Value) -> Option<u64> {
    let serial = match value {
        Value::List(v) => v.serial(),
        Value::Tuple(v) => v.serial(),
        Value::Dict(v) => v.serial(),
        Value::Set(v) => v.serial(),
        Value::Slice(v) => v.serial(),
        Value::Iter(v) => v.serial(),
        Value::Function(v) => v.serial(),
        Value::Method(v) => v.serial(),
        Value::Builtin(v) => v.serial(),
        Value::Class(v) => v.serial(),
        Value::Instance(v) => v.serial(),
        Value::Exception(v) => v.serial(),
        Value::Module(v) => v.serial(),
        _ => return None,
    };
    Some(BASE + u64::from(serial) * 48)
}

/// ` at 0x7f0000000030`, as `repr` shows it.
pub(crate) fn at(value: &Value) -> String {
    number(value).map_or_else(String::new, |number| format!(" at {number:#x}"))
}
