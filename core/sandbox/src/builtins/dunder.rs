//! The special methods of builtin values, for scripts that call them by name, as `super().__setitem__`
//! in a class that derives from `dict` does.

use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::{BinaryOp, CompareOp, UnaryOp};
use crate::eval::instance::plain;
use crate::eval::value::Value;

const BINARY: [(&str, BinaryOp); 12] = [
    ("add", BinaryOp::Add),
    ("sub", BinaryOp::Sub),
    ("mul", BinaryOp::Mul),
    ("truediv", BinaryOp::Div),
    ("floordiv", BinaryOp::FloorDiv),
    ("mod", BinaryOp::Mod),
    ("pow", BinaryOp::Pow),
    ("lshift", BinaryOp::LShift),
    ("rshift", BinaryOp::RShift),
    ("and", BinaryOp::And),
    ("or", BinaryOp::Or),
    ("xor", BinaryOp::Xor),
];

const COMPARE: [(&str, CompareOp); 6] = [
    ("__eq__", CompareOp::Eq),
    ("__ne__", CompareOp::Ne),
    ("__lt__", CompareOp::Lt),
    ("__le__", CompareOp::Le),
    ("__gt__", CompareOp::Gt),
    ("__ge__", CompareOp::Ge),
];

const UNARY: [(&str, UnaryOp); 4] = [
    ("__neg__", UnaryOp::Neg),
    ("__pos__", UnaryOp::Pos),
    ("__invert__", UnaryOp::Invert),
    ("__abs__", UnaryOp::Abs),
];

/// An operator by the name of its method, and whether that is the reflected or the changing form.
fn operator(name: &str) -> Option<(BinaryOp, bool, bool)> {
    let inner = name.strip_prefix("__")?.strip_suffix("__")?;
    let find = |inner: &str| BINARY.iter().find(|(known, _)| *known == inner).map(|(_, op)| *op);
    match find(inner) {
        Some(op) => Some((op, false, false)),
        None => match inner.split_at_checked(1)? {
            ("r", rest) => find(rest).map(|op| (op, true, false)),
            ("i", rest) => find(rest).map(|op| (op, false, true)),
            _ => None,
        },
    }
}

/// Whether values of this builtin type have the special method.
pub(super) fn has(type_name: &str, name: &str) -> bool {
    if !name.starts_with("__") {
        return false;
    }
    let dict = matches!(type_name, "dict" | "Counter") || type_name.starts_with("collections.");
    let set = matches!(type_name, "set" | "frozenset");
    let integer = matches!(type_name, "int" | "bool");
    let sequence = matches!(type_name, "str" | "list" | "tuple" | "bytes");
    let changes = matches!(type_name, "list" | "bytearray") || dict;
    match name {
        "__str__" | "__repr__" | "__format__" | "__hash__" | "__eq__" | "__ne__" => true,
        "__lt__" | "__le__" | "__gt__" | "__ge__" => integer || type_name == "float" || sequence || set,
        "__len__" | "__contains__" | "__iter__" => sequence || dict || set || type_name == "range",
        "__getitem__" => sequence || dict || type_name == "range",
        "__setitem__" | "__delitem__" => changes,
        "__reversed__" => matches!(type_name, "list" | "range") || dict,
        "__bool__" | "__int__" | "__float__" | "__round__" | "__trunc__" | "__floor__" | "__ceil__"
        | "__divmod__" | "__neg__" | "__pos__" | "__abs__" => integer || type_name == "float",
        "__index__" | "__invert__" => integer,
        "__call__" => matches!(type_name, "function" | "method" | "builtin_function_or_method"),
        _ => match operator(name) {
            None => false,
            Some((op, reflected, in_place)) => match op {
                BinaryOp::Add => {
                    (sequence && !reflected && (!in_place || type_name == "list"))
                        || ((integer || type_name == "float") && !in_place)
                }
                BinaryOp::Mul => sequence || ((integer || type_name == "float") && !in_place),
                BinaryOp::Mod => (type_name == "str" || integer || type_name == "float") && !in_place,
                BinaryOp::Sub => set || ((integer || type_name == "float") && !in_place),
                BinaryOp::Div | BinaryOp::FloorDiv | BinaryOp::Pow => {
                    (integer || type_name == "float") && !in_place
                }
                BinaryOp::Or => set || dict || (integer && !in_place),
                BinaryOp::And | BinaryOp::Xor => set || (integer && !in_place),
                _ => integer && !in_place,
            },
        },
    }
}

/// Calls a special method.
pub(super) fn call(ctx: &mut Ctx, object: &Value, name: &str, args: Args) -> PyResult<Value> {
    if let Some((_, op)) = COMPARE.iter().find(|(known, _)| *known == name) {
        let [other] = args.exactly(name)?;
        return compare(ctx, *op, object, &other);
    }
    if let Some((_, op)) = UNARY.iter().find(|(known, _)| *known == name) {
        let [] = args.exactly(name)?;
        return ctx.unary(*op, object);
    }
    match name {
        "__next__" => match ctx.next(object)? {
            Some(item) => Ok(item),
            None => Err(ctx.stop_iteration(object)?),
        },
        "__iter__" => ctx.iter(object),
        "__str__" => {
            let text = ctx.str_of(object)?;
            ctx.str(text)
        }
        "__repr__" => {
            let text = ctx.repr(object)?;
            ctx.str(text)
        }
        "__format__" => {
            let [spec] = args.exactly(name)?;
            let text = ctx.format(object, spec.as_str().unwrap_or_default())?;
            ctx.str(text)
        }
        "__hash__" => super::hash_of(ctx, object).map(Value::Int),
        "__len__" => super::introspect::len(ctx, object).map(|n| Value::Int(n as i64)),
        "__bool__" => ctx.truthy(object).map(Value::Bool),
        "__getitem__" => {
            let [key] = args.exactly(name)?;
            ctx.get_item(object, &key)
        }
        "__setitem__" => {
            let [key, value] = args.exactly(name)?;
            ctx.set_item(object, &key, value).map(|()| Value::None)
        }
        "__delitem__" => {
            let [key] = args.exactly(name)?;
            ctx.del_item(object, &key).map(|()| Value::None)
        }
        "__contains__" => {
            let [item] = args.exactly(name)?;
            ctx.contains(object, &item).map(Value::Bool)
        }
        "__call__" => ctx.call(object, args),
        "__index__" | "__int__" | "__trunc__" => ctx.truncate(object),
        "__float__" => super::real(ctx, object).map(Value::Float),
        "__round__" | "__divmod__" | "__reversed__" | "__floor__" | "__ceil__" => {
            let builtin = name.trim_matches('_');
            let mut all = vec![object.clone()];
            all.extend(args.positional);
            let function = match builtin {
                "floor" | "ceil" => {
                    let math = ctx.import_module("math")?;
                    ctx.get_attr(&math, builtin)?
                }
                _ => ctx.builtin_named(builtin)?,
            };
            ctx.call_with(&function, all)
        }
        _ => match operator(name) {
            Some((op, reflected, in_place)) => {
                let [other] = args.exactly(name)?;
                binary(ctx, op, object, &other, reflected, in_place)
            }
            None => Err(Fault::no_attribute(object.type_name(), name)),
        },
    }
}

/// Whether a method of `object` knows what to do with `other`; if not, it leaves the answer to that.
fn related(object: &Value, other: &Value) -> bool {
    let number = |v: &Value| matches!(v, Value::Bool(_) | Value::Int(_) | Value::Big(_) | Value::Float(_));
    let (a, b) = (plain(object), plain(other));
    match (a, b) {
        (Value::Float(_), b) => number(b),
        (Value::Bool(_) | Value::Int(_) | Value::Big(_), b) => number(b) && !matches!(b, Value::Float(_)),
        (a, b) => std::mem::discriminant(a) == std::mem::discriminant(b),
    }
}

fn compare(ctx: &mut Ctx, op: CompareOp, object: &Value, other: &Value) -> PyResult<Value> {
    if !related(object, other) {
        return Ok(Value::NotImplemented);
    }
    let (a, b) = (plain(object).clone(), plain(other).clone());
    match ctx.compare(op, &a, &b) {
        Err(fault) if fault.is(ExcKind::TypeError) => Ok(Value::NotImplemented),
        done => done,
    }
}

fn binary(
    ctx: &mut Ctx,
    op: BinaryOp,
    object: &Value,
    other: &Value,
    reflected: bool,
    in_place: bool,
) -> PyResult<Value> {
    let repeats = op == BinaryOp::Mul && plain(other).as_i64().is_some();
    let sequence = matches!(object, Value::Str(_) | Value::List(_) | Value::Tuple(_));
    if !related(object, other) && !repeats && !sequence {
        return Ok(Value::NotImplemented);
    }
    let other = plain(other).clone();
    match (reflected, in_place) {
        (true, _) => ctx.binary(op, &other, object),
        (_, true) => ctx.in_place(op, object.clone(), &other),
        _ => ctx.binary(op, object, &other),
    }
}

impl Ctx {
    /// The builtin of this name, whatever the script calls its variables.
    pub(crate) fn builtin_named(&self, name: &str) -> PyResult<Value> {
        let symbol = self.names.find(name).map(|symbol| symbol as usize);
        match symbol.and_then(|symbol| self.builtins.get(symbol).cloned().flatten()) {
            Some(builtin) => Ok(builtin),
            None => Err(Fault::not_provided(name)),
        }
    }
}
