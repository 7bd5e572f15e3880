//! The double-underscore methods of builtin values that scripts call by name now and then.

use super::introspect;
use crate::eval::args::Args;
use crate::eval::arith::dunder;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::{BinaryOp, CompareOp, UnaryOp};
use crate::eval::value::Value;

const OPERATORS: [BinaryOp; 13] = [
    BinaryOp::Add,
    BinaryOp::Sub,
    BinaryOp::Mul,
    BinaryOp::MatMul,
    BinaryOp::Div,
    BinaryOp::FloorDiv,
    BinaryOp::Mod,
    BinaryOp::Pow,
    BinaryOp::LShift,
    BinaryOp::RShift,
    BinaryOp::And,
    BinaryOp::Or,
    BinaryOp::Xor,
];

/// The operator of a method such as `__add__`, and whether its sides are exchanged.
fn operator(name: &str) -> Option<(BinaryOp, bool)> {
    let name = name.strip_prefix("__")?.strip_suffix("__")?;
    let find = |name: &str| OPERATORS.into_iter().find(|op| dunder(*op) == name);
    match find(name) {
        Some(op) => Some((op, false)),
        None => find(name.strip_prefix('r')?).map(|op| (op, true)),
    }
}

fn comparison(name: &str) -> Option<CompareOp> {
    Some(match name {
        "__eq__" => CompareOp::Eq,
        "__ne__" => CompareOp::Ne,
        "__lt__" => CompareOp::Lt,
        "__le__" => CompareOp::Le,
        "__gt__" => CompareOp::Gt,
        "__ge__" => CompareOp::Ge,
        _ => return None,
    })
}

fn sign(name: &str) -> Option<UnaryOp> {
    Some(match name {
        "__neg__" => UnaryOp::Neg,
        "__pos__" => UnaryOp::Pos,
        "__invert__" => UnaryOp::Invert,
        "__abs__" => UnaryOp::Abs,
        _ => return None,
    })
}

fn number_has(name: &str, whole: bool) -> bool {
    let bits = matches!(
        operator(name),
        Some((BinaryOp::LShift | BinaryOp::RShift | BinaryOp::And | BinaryOp::Or | BinaryOp::Xor, _))
    );
    match operator(name) {
        Some((BinaryOp::MatMul, _)) => false,
        Some(_) => whole || !bits,
        None => {
            (sign(name).is_some() && (whole || name != "__invert__"))
                || comparison(name).is_some()
                || matches!(
                    name,
                    "__int__" | "__float__" | "__bool__" | "__round__" | "__floor__" | "__ceil__"
                )
                || name == "__trunc__"
                || (name == "__index__" && whole)
        }
    }
}

/// Whether a value has the method.
pub(super) fn has(value: &Value, name: &str) -> bool {
    match value {
        Value::Iter(_) => matches!(name, "__next__" | "__iter__"),
        _ => type_has(value.type_name(), name),
    }
}

/// Whether values of a builtin class have the method.
pub(super) fn type_has(type_name: &str, name: &str) -> bool {
    if !name.starts_with("__") {
        return false;
    }
    let everywhere = matches!(name, "__str__" | "__repr__" | "__eq__" | "__ne__" | "__hash__" | "__format__");
    let container = matches!(name, "__len__" | "__contains__" | "__iter__" | "__getitem__");
    everywhere
        || match type_name {
            "int" | "bool" => number_has(name, true),
            "float" => number_has(name, false),
            "str" | "tuple" | "range" => {
                container
                    || matches!(name, "__add__" | "__mul__" | "__rmul__") && type_name != "range"
                    || comparison(name).is_some() && type_name != "range"
                    || name == "__mod__" && type_name == "str"
            }
            "list" => {
                container
                    || matches!(name, "__add__" | "__mul__" | "__rmul__" | "__setitem__" | "__delitem__")
                    || comparison(name).is_some()
                    || name == "__reversed__"
            }
            "dict" => container || matches!(name, "__setitem__" | "__delitem__" | "__or__" | "__reversed__"),
            "set" | "frozenset" => {
                matches!(name, "__len__" | "__contains__" | "__iter__")
                    || matches!(name, "__and__" | "__or__" | "__sub__" | "__xor__")
                    || comparison(name).is_some()
            }
            _ => false,
        }
}

/// Calls a method of a builtin value.
pub(super) fn call(ctx: &mut Ctx, object: &Value, name: &str, args: Args) -> PyResult<Value> {
    if !has(object, name) {
        return Err(Fault::no_attribute(object.type_name(), name));
    }
    if let Some((op, reflected)) = operator(name) {
        let [other] = args.exactly(name)?;
        let both = |test: fn(&Value) -> bool| test(object) && test(&other);
        let number = |v: &Value| matches!(v, Value::Int(_) | Value::Big(_) | Value::Bool(_));
        let fits = match object {
            Value::Float(_) => other.as_f64().is_some(),
            Value::Set(_) => both(|v| matches!(v, Value::Set(_))),
            Value::Dict(_) => both(|v| matches!(v, Value::Dict(_))),
            _ if number(object) => number(&other),
            _ => true,
        };
        if !fits {
            return Ok(Value::NotImplemented);
        }
        return if reflected { ctx.binary(op, &other, object) } else { ctx.binary(op, object, &other) };
    }
    if let Some(op) = comparison(name) {
        let [other] = args.exactly(name)?;
        let comparable = match object {
            Value::Int(_) | Value::Big(_) | Value::Bool(_) => {
                matches!(other, Value::Int(_) | Value::Big(_) | Value::Bool(_))
            }
            Value::Float(_) => other.as_f64().is_some(),
            _ => other.type_name() == object.type_name(),
        };
        return if comparable { ctx.compare(op, object, &other) } else { Ok(Value::NotImplemented) };
    }
    if let Some(op) = sign(name) {
        let [] = args.exactly(name)?;
        return ctx.unary(op, object);
    }
    match name {
        "__getitem__" => {
            let [key] = args.exactly(name)?;
            return ctx.get_item(object, &key);
        }
        "__setitem__" => {
            let [key, value] = args.exactly(name)?;
            return ctx.set_item(object, &key, value).map(|()| Value::None);
        }
        "__delitem__" => {
            let [key] = args.exactly(name)?;
            return ctx.del_item(object, &key).map(|()| Value::None);
        }
        "__contains__" => {
            let [item] = args.exactly(name)?;
            return ctx.contains(object, &item).map(Value::Bool);
        }
        "__format__" | "__round__" => {
            let function = ctx.builtin_named(name.trim_matches('_'))?;
            let mut all = vec![object.clone()];
            all.extend(args.positional);
            return ctx.call_with(&function, all);
        }
        _ => {}
    }
    let [] = args.exactly(name)?;
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
        "__len__" => introspect::len(ctx, object).map(|n| Value::Int(n as i64)),
        "__bool__" => ctx.truthy(object).map(Value::Bool),
        "__int__" | "__trunc__" | "__index__" => ctx.truncate(object),
        "__float__" => super::real(ctx, object).map(Value::Float),
        "__floor__" | "__ceil__" => match object {
            Value::Float(f) if name == "__floor__" => ctx.float_to_integer(libm::floor(*f)),
            Value::Float(f) => ctx.float_to_integer(libm::ceil(*f)),
            other => ctx.truncate(other),
        },
        "__hash__" | "__reversed__" => {
            let function = ctx.builtin_named(name.trim_matches('_'))?;
            ctx.call_with(&function, vec![object.clone()])
        }
        _ => Err(Fault::no_attribute(object.type_name(), name)),
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
