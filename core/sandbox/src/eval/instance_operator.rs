//! Operators of instances, and those that change what stands on their left.

use std::rc::Rc;

use super::arith::unsupported;
use super::ctx::Ctx;
use super::exception::ExcKind;
use super::fault::{Fault, PyResult};
use super::host::BinaryOp;
use super::value::Value;

impl Ctx {
    /// `left OP= right`: lists, sets and dictionaries change in place.
    pub(crate) fn in_place(&mut self, op: BinaryOp, left: Value, right: &Value) -> PyResult<Value> {
        match (&left, op) {
            (Value::List(list), BinaryOp::Mul) if super::instance::plain(right).as_i64().is_some() => {
                if let Value::List(repeated) = self.binary(op, &left, right)? {
                    let items = repeated.0.take();
                    list.charge.grow_to(items.len() * size_of::<Value>())?;
                    let old = list.0.replace(items);
                    drop(old);
                }
                Ok(left)
            }
            (Value::List(list), BinaryOp::Add) => {
                let list = list.clone();
                self.list_extend(&list, right)?;
                Ok(left)
            }
            (Value::Set(set), BinaryOp::Or) if !set.frozen && matches!(right, Value::Set(_)) => {
                if let Value::Set(other) = right
                    && !super::compare::same(&left, right)
                {
                    let other = other.items.borrow().clone();
                    self.set_merge(set, &other)?;
                }
                Ok(left)
            }
            (Value::Set(set), BinaryOp::Sub | BinaryOp::Xor | BinaryOp::And)
                if !set.frozen && matches!(super::instance::plain(right), Value::Set(_)) =>
            {
                let name = match op {
                    BinaryOp::Sub => "difference_update",
                    BinaryOp::Xor => "symmetric_difference_update",
                    _ => "intersection_update",
                };
                self.call_method(&left, name, super::args::Args::new(vec![right.clone()]))?;
                Ok(left)
            }
            (Value::Dict(dict), BinaryOp::Or) if !dict.is_counter() => {
                self.dict_merge(dict, right)?;
                Ok(left)
            }
            (Value::Host(host), _) => {
                let host = host.clone();
                if host.in_place(self, op, right)? { Ok(left) } else { self.binary(op, &left, right) }
            }
            (Value::Instance(instance), _) => {
                let name = format!("__i{}__", dunder(op));
                if let Some(function) = instance.class.find(&name) {
                    let value = self.call_with(&function, vec![left.clone(), right.clone()])?;
                    if !matches!(value, Value::NotImplemented) {
                        return Ok(value);
                    }
                }
                let own = instance.class.find(&format!("__{}__", dunder(op))).is_some();
                match &instance.base {
                    // The list or dictionary behind the instance changes; the instance stays.
                    Some(base @ (Value::List(_) | Value::Set(_) | Value::Dict(_))) if !own => {
                        let changed = self.in_place(op, base.clone(), right)?;
                        Ok(if super::compare::same(&changed, base) { left } else { changed })
                    }
                    _ => self.binary(op, &left, right),
                }
            }
            _ => self.binary(op, &left, right),
        }
    }

    pub(super) fn instance_binary(&mut self, op: BinaryOp, left: &Value, right: &Value) -> PyResult<Value> {
        let mut sides = [(left, right, ""), (right, left, "r")];
        if let (Value::Instance(a), Value::Instance(b)) = (left, right) {
            let reflected = format!("__r{}__", dunder(op));
            let overrides = || match (a.class.find(&reflected), b.class.find(&reflected)) {
                (Some(a), Some(b)) => !super::compare::same(&a, &b),
                (None, b) => b.is_some(),
                (Some(_), None) => false,
            };
            // A subclass that overrides the reflected operator goes first.
            if !Rc::ptr_eq(&a.class, &b.class) && super::kind::is_subclass(&b.class, &a.class) && overrides()
            {
                sides.swap(0, 1);
            }
        }
        for (object, other, prefix) in sides {
            if let Value::Instance(instance) = object
                && let Some(function) = instance.class.find(&format!("__{prefix}{}__", dunder(op)))
            {
                let value = self.call_with(&function, vec![object.clone(), other.clone()])?;
                if !matches!(value, Value::NotImplemented) {
                    return Ok(value);
                }
            }
        }
        let times =
            |value: &Value| matches!(value, Value::Instance(i) if i.class.find("__index__").is_some());
        if op == BinaryOp::Mul && (times(left) || times(right)) {
            let (left, right) = (self.index_value(left)?, self.index_value(right)?);
            return self.binary(op, &left, &right);
        }
        let (a, b) = (super::instance::plain(left), super::instance::plain(right));
        if !matches!(a, Value::Instance(_)) && !matches!(b, Value::Instance(_)) {
            // Instances that carry builtin values.
            return self.binary(op, &a.clone(), &b.clone()).map_err(|fault| {
                match fault.is(ExcKind::TypeError) {
                    true => unsupported(op, left, right),
                    false => fault,
                }
            });
        }
        match self.sequence_binary(op, a, b)? {
            Some(value) => Ok(value),
            None => Err(unsupported(op, left, right)),
        }
    }

    /// The integer that an object with `__index__` stands for; other values as they are.
    pub(crate) fn index_value(&mut self, value: &Value) -> PyResult<Value> {
        match self.special(value, "__index__")? {
            None => Ok(super::instance::plain(value).clone()),
            Some(index @ (Value::Int(_) | Value::Bool(_) | Value::Big(_))) => Ok(index),
            Some(other) => {
                Err(Fault::type_error(format!("__index__ returned non-int (type {})", other.type_name())))
            }
        }
    }
}

/// The name of an operator in those of its methods.
pub(super) fn dunder(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Add => "add",
        BinaryOp::Sub => "sub",
        BinaryOp::Mul => "mul",
        BinaryOp::MatMul => "matmul",
        BinaryOp::Div => "truediv",
        BinaryOp::FloorDiv => "floordiv",
        BinaryOp::Mod => "mod",
        BinaryOp::Pow => "pow",
        BinaryOp::LShift => "lshift",
        BinaryOp::RShift => "rshift",
        BinaryOp::And => "and",
        BinaryOp::Or => "or",
        BinaryOp::Xor => "xor",
    }
}
