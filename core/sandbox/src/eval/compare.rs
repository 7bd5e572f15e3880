//! Equality, order, identity and truth.

use std::cmp::Ordering;

use num_traits::FromPrimitive;

use super::ctx::Ctx;
use super::fault::{Fault, PyResult};
use super::host::CompareOp;
use super::value::Value;

/// Comparison of small numbers; `None` for anything else.
#[inline]
pub(super) fn fast_compare(op: CompareOp, left: &Value, right: &Value) -> Option<bool> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => Some(decide(op, a.cmp(b))),
        (Value::Float(a), Value::Float(b)) => Some(float_compare(op, *a, *b)),
        _ => None,
    }
}

fn decide(op: CompareOp, order: Ordering) -> bool {
    match op {
        CompareOp::Eq => order.is_eq(),
        CompareOp::Ne => order.is_ne(),
        CompareOp::Lt => order.is_lt(),
        CompareOp::Le => order.is_le(),
        CompareOp::Gt => order.is_gt(),
        CompareOp::Ge => order.is_ge(),
    }
}

fn float_compare(op: CompareOp, a: f64, b: f64) -> bool {
    match op {
        CompareOp::Eq => a == b,
        CompareOp::Ne => a != b,
        CompareOp::Lt => a < b,
        CompareOp::Le => a <= b,
        CompareOp::Gt => a > b,
        CompareOp::Ge => a >= b,
    }
}

/// Order of two numbers; `None` if one is no number, and `Some(None)` for NaN.
fn number_order(a: &Value, b: &Value) -> Option<Option<Ordering>> {
    use Value::{Big, Bool, Float, Int};
    Some(match (a, b) {
        (Float(a), Float(b)) => a.partial_cmp(b),
        (Bool(_) | Int(_), Bool(_) | Int(_)) => a.as_i64().partial_cmp(&b.as_i64()),
        (Big(a), Big(b)) => Some(a.number.cmp(&b.number)),
        (Big(a), Bool(_) | Int(_)) => Some(a.number.sign().cmp(&num_bigint::Sign::NoSign)),
        (Bool(_) | Int(_), Big(b)) => Some(num_bigint::Sign::NoSign.cmp(&b.number.sign())),
        (Float(f), Bool(_) | Int(_) | Big(_)) => return float_order(*f, b).map(|o| o.map(Ordering::reverse)),
        (Bool(_) | Int(_) | Big(_), Float(f)) => return float_order(*f, a),
        _ => return None,
    })
}

/// Order of an integer against a float, exactly.
fn float_order(f: f64, integer: &Value) -> Option<Option<Ordering>> {
    if f.is_nan() {
        return Some(None);
    }
    if f.is_infinite() {
        return Some(Some(if f > 0.0 { Ordering::Less } else { Ordering::Greater }));
    }
    if let Some(i) = integer.as_i64()
        && i.unsigned_abs() < 1 << 53
    {
        return Some((i as f64).partial_cmp(&f));
    }
    let number = match integer {
        Value::Big(big) => big.number.clone(),
        other => other.as_i64()?.into(),
    };
    let floor = num_bigint::BigInt::from_f64(libm::floor(f))?;
    Some(Some(number.cmp(&floor).then(if f.fract() == 0.0 { Ordering::Equal } else { Ordering::Less })))
}

/// Equality of values without parts; `None` for anything else.
pub(crate) fn scalars_equal(a: &Value, b: &Value) -> Option<bool> {
    match (a, b) {
        (Value::Str(a), Value::Str(b)) => Some(std::rc::Rc::ptr_eq(a, b) || **a == **b),
        (Value::None, Value::None) => Some(true),
        (Value::Ellipsis, Value::Ellipsis) | (Value::NotImplemented, Value::NotImplemented) => Some(true),
        (Value::Range(a), Value::Range(b)) => Some(
            a.len() == b.len()
                && (a.is_empty() || (a.start == b.start && (a.len() == 1 || a.step == b.step))),
        ),
        _ => number_order(a, b).map(|order| order == Some(Ordering::Equal)),
    }
}

/// `a is b`.
pub(crate) fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Bool(a), Value::Bool(b)) => a == b,
        // CPython shares small integers and literals; scripts that rely on it mean equality.
        (Value::Int(a), Value::Int(b)) => a == b,
        (Value::Float(a), Value::Float(b)) => a.to_bits() == b.to_bits(),
        (Value::Str(a), Value::Str(b)) => **a == **b,
        (Value::None, Value::None)
        | (Value::Ellipsis, Value::Ellipsis)
        | (Value::NotImplemented, Value::NotImplemented) => true,
        _ => {
            std::mem::discriminant(a) == std::mem::discriminant(b)
                && super::dict::identity(a) != 0
                && super::dict::identity(a) == super::dict::identity(b)
        }
    }
}

impl Ctx {
    /// `a == b`.
    pub fn equal(&mut self, a: &Value, b: &Value) -> PyResult<bool> {
        if let Some(equal) = scalars_equal(a, b) {
            return Ok(equal);
        }
        match (a, b) {
            (Value::List(x), Value::List(y)) => {
                if std::rc::Rc::ptr_eq(x, y) {
                    return Ok(true);
                }
                let (x, y) = (x.0.borrow().clone(), y.0.borrow().clone());
                self.all_equal(&x, &y)
            }
            (Value::Tuple(x), Value::Tuple(y)) => self.all_equal(&x.0, &y.0),
            (Value::Dict(x), Value::Dict(y)) => {
                if x.0.borrow().len() != y.0.borrow().len() {
                    return Ok(false);
                }
                if x.is_ordered() && y.is_ordered() {
                    let keys = |dict: &super::value::DictObject| -> Vec<Value> {
                        dict.0.borrow().keys().map(|key| key.value().clone()).collect()
                    };
                    if !self.all_equal(&keys(x), &keys(y))? {
                        return Ok(false);
                    }
                }
                let x = super::sequence::snapshot(x);
                self.burn(x.len() as u64)?;
                self.enter()?;
                let result = (|| {
                    for (key, value) in &x {
                        let other = y.0.borrow().get(key).cloned();
                        match other {
                            Some(other) if self.same_or_equal(value, &other)? => {}
                            _ => return Ok(false),
                        }
                    }
                    Ok(true)
                })();
                self.leave();
                result
            }
            (Value::Iter(_), Value::Set(_) | Value::Iter(_)) | (Value::Set(_), Value::Iter(_))
                if crate::builtins::viewed(a).or(crate::builtins::viewed(b)).is_some() && !same(a, b) =>
            {
                let (x, y) = (self.collect(a)?, self.collect(b)?);
                let (x, y) = (self.set(x, true)?, self.set(y, true)?);
                self.equal(&x, &y)
            }
            (Value::Set(x), Value::Set(y)) => {
                let (x, y) = (x.items.borrow(), y.items.borrow());
                Ok(x.len() == y.len() && x.iter().all(|key| y.contains(key)))
            }
            (Value::Host(_), _) | (_, Value::Host(_)) | (Value::Instance(_), _) | (_, Value::Instance(_)) => {
                let value = self.compare(CompareOp::Eq, a, b)?;
                self.truthy(&value)
            }
            (Value::Slice(x), Value::Slice(y)) => Ok(self.equal(&x.start, &y.start)?
                && self.equal(&x.stop, &y.stop)?
                && self.equal(&x.step, &y.step)?),
            (Value::Method(x), Value::Method(y)) => {
                Ok(same(&x.function, &y.function) && same(&x.receiver, &y.receiver))
            }
            _ => Ok(same(a, b)),
        }
    }

    /// `a is b or a == b`, the test of containers.
    pub(crate) fn same_or_equal(&mut self, a: &Value, b: &Value) -> PyResult<bool> {
        Ok(same(a, b) || self.equal(a, b)?)
    }

    fn all_equal(&mut self, a: &[Value], b: &[Value]) -> PyResult<bool> {
        if a.len() != b.len() {
            return Ok(false);
        }
        self.burn(a.len() as u64)?;
        self.enter()?;
        let mut result = Ok(true);
        for (x, y) in a.iter().zip(b) {
            result = self.same_or_equal(x, y);
            if !matches!(result, Ok(true)) {
                break;
            }
        }
        self.leave();
        result
    }

    /// `left OP right`.
    pub fn compare(&mut self, op: CompareOp, left: &Value, right: &Value) -> PyResult<Value> {
        if let Value::Host(host) = left
            && let Some(value) = host.compare(self, left, op, right)?
        {
            return Ok(value);
        }
        if let Value::Host(host) = right
            && let Some(value) = host.compare(self, right, op.swapped(), left)?
        {
            return Ok(value);
        }
        let hooked = |value: &Value| match value {
            Value::Instance(_) => true,
            Value::Class(class) => class.meta.is_some(),
            _ => false,
        };
        if hooked(left) || hooked(right) {
            return self.instance_compare(op, left, right);
        }
        let truth = match op {
            CompareOp::Eq if matches!((left, right), (Value::Host(_), _) | (_, Value::Host(_))) => {
                same(left, right)
            }
            CompareOp::Ne if matches!((left, right), (Value::Host(_), _) | (_, Value::Host(_))) => {
                !same(left, right)
            }
            CompareOp::Eq => self.equal(left, right)?,
            CompareOp::Ne => !self.equal(left, right)?,
            _ => self.ordered(op, left, right)?,
        };
        Ok(Value::Bool(truth))
    }

    fn instance_compare(&mut self, op: CompareOp, left: &Value, right: &Value) -> PyResult<Value> {
        let name = |op| match op {
            CompareOp::Eq => "__eq__",
            CompareOp::Ne => "__ne__",
            CompareOp::Lt => "__lt__",
            CompareOp::Le => "__le__",
            CompareOp::Gt => "__gt__",
            CompareOp::Ge => "__ge__",
        };
        let mut sides = [(left, right, op), (right, left, op.swapped())];
        if let (Value::Instance(a), Value::Instance(b)) = (left, right)
            && !std::rc::Rc::ptr_eq(&a.class, &b.class)
            && super::kind::is_subclass(&b.class, &a.class)
            && b.class.own(name(op.swapped())).is_some()
        {
            // The subclass that says more goes first.
            sides.swap(0, 1);
        }
        for (object, other, op) in sides {
            if !matches!(object, Value::Instance(_) | Value::Class(_)) {
                continue;
            }
            if let Some(function) = super::kind::hook(object, name(op)) {
                let value = self.call_with(&function, vec![object.clone(), other.clone()])?;
                if !matches!(value, Value::NotImplemented) {
                    return Ok(value);
                }
            }
            if op == CompareOp::Ne
                && let Some(function) = super::kind::hook(object, "__eq__")
            {
                let value = self.call_with(&function, vec![object.clone(), other.clone()])?;
                if !matches!(value, Value::NotImplemented) {
                    let equal = self.truthy(&value)?;
                    return Ok(Value::Bool(!equal));
                }
            }
        }
        // Instances that carry a builtin value compare as that.
        let (a, b) = (super::instance::plain(left), super::instance::plain(right));
        let carried = super::instance::base_of(left).is_some() || super::instance::base_of(right).is_some();
        match op {
            _ if carried && !matches!(a, Value::Instance(_)) && !matches!(b, Value::Instance(_)) => {
                let (a, b) = (a.clone(), b.clone());
                self.compare(op, &a, &b).map_err(|fault| {
                    match fault.is(super::exception::ExcKind::TypeError) {
                        true => unordered(op, left, right),
                        false => fault,
                    }
                })
            }
            CompareOp::Eq => Ok(Value::Bool(same(left, right))),
            CompareOp::Ne => Ok(Value::Bool(!same(left, right))),
            _ => Err(unordered(op, left, right)),
        }
    }

    fn ordered(&mut self, op: CompareOp, left: &Value, right: &Value) -> PyResult<bool> {
        if let Some(order) = number_order(left, right) {
            return Ok(order.is_some_and(|order| decide(op, order)));
        }
        match (left, right) {
            (Value::Str(a), Value::Str(b)) => Ok(decide(op, (***a).cmp(&***b))),
            (Value::List(a), Value::List(b)) => {
                let (a, b) = (a.0.borrow().clone(), b.0.borrow().clone());
                self.sequence_ordered(op, &a, &b)
            }
            (Value::Tuple(a), Value::Tuple(b)) => self.sequence_ordered(op, &a.0, &b.0),
            (Value::Set(a), Value::Set(b)) => {
                let (a, b) = (a.items.borrow(), b.items.borrow());
                let subset = a.iter().all(|key| b.contains(key));
                let superset = b.iter().all(|key| a.contains(key));
                Ok(match op {
                    CompareOp::Lt => subset && !superset,
                    CompareOp::Le => subset,
                    CompareOp::Gt => superset && !subset,
                    _ => superset,
                })
            }
            _ => Err(unordered(op, left, right)),
        }
    }

    fn sequence_ordered(&mut self, op: CompareOp, a: &[Value], b: &[Value]) -> PyResult<bool> {
        self.enter()?;
        let mut result = Ok(decide(op, a.len().cmp(&b.len())));
        for (x, y) in a.iter().zip(b) {
            if let Err(fault) = self.burn(1) {
                result = Err(fault);
                break;
            }
            match self.same_or_equal(x, y) {
                Ok(true) => {}
                Ok(false) => {
                    result = self.compare(op, x, y).and_then(|value| self.truthy(&value));
                    break;
                }
                Err(fault) => {
                    result = Err(fault);
                    break;
                }
            }
        }
        self.leave();
        result
    }

    /// `a < b`, the test of sorting.
    pub fn less(&mut self, a: &Value, b: &Value) -> PyResult<bool> {
        if let Some(less) = fast_compare(CompareOp::Lt, a, b) {
            return Ok(less);
        }
        let value = self.compare(CompareOp::Lt, a, b)?;
        self.truthy(&value)
    }
}

fn unordered(op: CompareOp, left: &Value, right: &Value) -> Fault {
    let (symbol, left, right) = (op.symbol(), left.type_name(), right.type_name());
    Fault::type_error(format!("'{symbol}' not supported between instances of '{left}' and '{right}'"))
}
