//! Operators and changes of containers, each charged before it allocates.

use super::ctx::Ctx;
use super::dict::{Dict, Set};
use super::fault::{Fault, PyResult};
use super::heap::Gc;
use super::host::BinaryOp;
use super::value::{DictObject, List, SetObject, Value};

const VALUE: usize = size_of::<Value>();

impl Ctx {
    pub(super) fn sequence_binary(
        &mut self,
        op: BinaryOp,
        left: &Value,
        right: &Value,
    ) -> PyResult<Option<Value>> {
        let value = match (op, left, right) {
            (BinaryOp::Add, Value::Str(a), Value::Str(b)) => {
                self.burn((a.len() + b.len()) as u64 / 16)?;
                let charge = self.charge(a.len() + b.len() + 64)?;
                let mut text = String::with_capacity(a.len() + b.len());
                text.push_str(a);
                text.push_str(b);
                Value::Str(std::rc::Rc::new(super::text::Str::new(text, charge)))
            }
            (BinaryOp::Add, Value::List(a), Value::List(b)) => {
                let count = a.0.borrow().len() + b.0.borrow().len();
                let charge = self.charge(count * VALUE)?;
                self.burn(count as u64)?;
                let items = a.0.borrow().iter().chain(b.0.borrow().iter()).cloned().collect();
                drop(charge);
                self.list(items)?
            }
            (BinaryOp::Add, Value::Tuple(a), Value::Tuple(b)) => {
                let charge = self.charge((a.0.len() + b.0.len()) * VALUE)?;
                self.burn((a.0.len() + b.0.len()) as u64)?;
                let items = a.0.iter().chain(b.0.iter()).cloned().collect();
                drop(charge);
                self.tuple(items)?
            }
            (BinaryOp::Mul, sequence @ (Value::Str(_) | Value::List(_) | Value::Tuple(_)), times)
            | (BinaryOp::Mul, times, sequence @ (Value::Str(_) | Value::List(_) | Value::Tuple(_))) => {
                match times {
                    Value::Int(_) | Value::Bool(_) => self.repeat(sequence, times.as_i64().unwrap_or(0))?,
                    Value::Big(_) => return Err(Fault::memory(self.limits.memory)),
                    _ => {
                        let message =
                            format!("can't multiply sequence by non-int of type '{}'", times.type_name());
                        return Err(Fault::type_error(message));
                    }
                }
            }
            (BinaryOp::Mod, Value::Str(template), values) => {
                let text = self.percent_format(template, values)?;
                self.str(text)?
            }
            (_, Value::Set(a), Value::Set(b)) => {
                let wanted = match op {
                    BinaryOp::Or => SetOp::Union,
                    BinaryOp::And => SetOp::Intersection,
                    BinaryOp::Sub => SetOp::Difference,
                    BinaryOp::Xor => SetOp::Symmetric,
                    _ => return Ok(None),
                };
                let (left, right) = (a.items.borrow().clone(), b.items.borrow().clone());
                self.set_operation(wanted, &left, &right, a.frozen)?
            }
            (BinaryOp::Or | BinaryOp::And | BinaryOp::Sub | BinaryOp::Xor, a, b)
                if crate::builtins::viewed(a).is_some() || crate::builtins::viewed(b).is_some() =>
            {
                let a = self.collect(a)?;
                let b = self.collect(b)?;
                let (a, b) = (self.set(a, false)?, self.set(b, false)?);
                return self.sequence_binary(op, &a, &b);
            }
            (_, Value::Dict(a), Value::Dict(b)) if a.is_counter() && b.is_counter() => {
                return crate::stdlib::counter_binary(self, op, a, b);
            }
            (
                BinaryOp::Or,
                Value::Type(_) | Value::Class(_) | Value::ExcType(_),
                Value::Type(_) | Value::Class(_) | Value::ExcType(_) | Value::None,
            )
            | (BinaryOp::Or, Value::None, Value::Type(_) | Value::Class(_) | Value::ExcType(_)) => {
                self.union(left, right)?
            }
            (BinaryOp::Or, Value::Dict(a), Value::Dict(b)) => {
                let charge = self.charge((a.0.borrow().len() + b.0.borrow().len()) * 48)?;
                let mut merged = a.0.borrow().clone();
                self.burn((merged.len() + b.0.borrow().len()) as u64)?;
                merged.extend(b.0.borrow().iter().map(|(k, v)| (k.clone(), v.clone())));
                drop(charge);
                let merged = self.dict(merged)?;
                if let Value::Dict(merged) = &merged {
                    merged.set_kind(a.kind());
                }
                merged
            }
            _ => return Ok(None),
        };
        Ok(Some(value))
    }

    fn repeat(&mut self, sequence: &Value, times: i64) -> PyResult<Value> {
        let times = usize::try_from(times.max(0)).unwrap_or(usize::MAX);
        let unit = match sequence {
            Value::Str(text) => text.len(),
            Value::List(list) => list.0.borrow().len() * VALUE,
            Value::Tuple(tuple) => tuple.0.len() * VALUE,
            _ => 0,
        };
        let bytes = unit.saturating_mul(times);
        let charge = self.charge(bytes)?;
        self.burn(bytes as u64 / 16)?;
        let value = match sequence {
            Value::Str(text) => {
                let text = text.repeat(times);
                drop(charge);
                return self.str(text);
            }
            Value::List(list) => {
                let items = list.0.borrow();
                let repeated: Vec<Value> =
                    if items.is_empty() { Vec::new() } else { repeat_items(&items, times) };
                drop(charge);
                self.list(repeated)?
            }
            Value::Tuple(tuple) => {
                let repeated = if tuple.0.is_empty() { Vec::new() } else { repeat_items(&tuple.0, times) };
                drop(charge);
                self.tuple(repeated)?
            }
            _ => Value::None,
        };
        Ok(value)
    }

    /// A set of the union, intersection or difference.
    pub(crate) fn set_operation(&mut self, op: SetOp, a: &Set, b: &Set, frozen: bool) -> PyResult<Value> {
        self.burn((a.len() + b.len()) as u64)?;
        let charge = self.charge((a.len() + b.len()) * 64)?;
        let set = match op {
            SetOp::Union => a.union(b),
            SetOp::Intersection => a.intersection(b),
            SetOp::Difference => a.difference(b),
            SetOp::Symmetric => a.symmetric_difference(b),
        };
        drop(charge);
        let bytes = set.capacity() * 64;
        Ok(Value::Set(self.heap.alloc(SetObject { frozen, items: set.into() }, bytes)?))
    }

    pub(crate) fn list_push(&mut self, list: &Gc<List>, item: Value) -> PyResult<()> {
        let mut items = list.0.borrow_mut();
        if items.len() == items.capacity() {
            list.charge.grow_to((items.len() + 4).saturating_mul(2 * VALUE))?;
        }
        items.push(item);
        Ok(())
    }

    pub(crate) fn list_extend(&mut self, list: &Gc<List>, iterable: &Value) -> PyResult<()> {
        let items = self.collect(iterable)?;
        list.charge.grow_to((list.0.borrow().len() + items.len()) * VALUE)?;
        list.0.borrow_mut().extend(items);
        Ok(())
    }

    pub(crate) fn set_add(&mut self, set: &Gc<SetObject>, item: &Value) -> PyResult<()> {
        let key = self.key(item)?;
        set.charge.grow_to((set.items.borrow().len() + 1) * 64)?;
        set.items.borrow_mut().insert(key);
        self.burn(1)
    }

    /// Adds the elements of another set.
    pub(crate) fn set_merge(&mut self, set: &Gc<SetObject>, other: &Set) -> PyResult<()> {
        self.burn(other.len() as u64)?;
        set.charge.grow_to((set.items.borrow().len() + other.len()) * 64)?;
        set.items.borrow_mut().merge(other);
        Ok(())
    }

    pub(crate) fn dict_insert(&mut self, dict: &Gc<DictObject>, key: &Value, value: Value) -> PyResult<()> {
        let key = self.key(key)?;
        dict.charge.grow_to((dict.0.borrow().len() + 1) * 64)?;
        let old = dict.0.borrow_mut().insert(key, value);
        drop(old);
        self.burn(1)
    }

    /// The items for unpacking into `before` targets, or with a list for a starred one between.
    pub(super) fn unpack(
        &mut self,
        value: &Value,
        before: usize,
        after: Option<usize>,
    ) -> PyResult<Vec<Value>> {
        if matches!(value, Value::None | Value::Bool(_) | Value::Int(_) | Value::Float(_)) {
            return Err(Fault::type_error(format!(
                "cannot unpack non-iterable {} object",
                value.type_name()
            )));
        }
        let mut items = match value {
            // Endless iterators are read no further than needed.
            Value::Iter(_) if after.is_none() => {
                // A dictionary's view is not its own iterator.
                let iterator = self.iter(value)?;
                let mut items = Vec::new();
                while items.len() <= before {
                    match self.next(&iterator)? {
                        Some(item) => items.push(item),
                        None => break,
                    }
                }
                items
            }
            _ => self.collect(value)?,
        };
        let least = before + after.unwrap_or(0);
        if items.len() < least {
            let at_least = if after.is_some() { "at least " } else { "" };
            let got = items.len();
            return Err(Fault::value_error(format!(
                "not enough values to unpack (expected {at_least}{least}, got {got})"
            )));
        }
        if let Some(after) = after {
            let middle = items.drain(before..items.len() - after).collect();
            let middle = self.list(middle)?;
            items.insert(before, middle);
        } else if items.len() > before {
            return Err(Fault::value_error(format!("too many values to unpack (expected {before})")));
        }
        Ok(items)
    }

    /// `item in container`.
    pub(crate) fn contains(&mut self, container: &Value, item: &Value) -> PyResult<bool> {
        match container {
            Value::Str(text) => match super::instance::plain(item) {
                Value::Str(part) => {
                    self.burn(text.len() as u64 / 16)?;
                    Ok(text.contains(&***part))
                }
                _ => Err(Fault::type_error(format!(
                    "'in <string>' requires string as left operand, not {}",
                    item.type_name()
                ))),
            },
            Value::Dict(dict) => {
                let key = self.key(item)?;
                Ok(dict.0.borrow().contains_key(&key))
            }
            Value::Set(set) => {
                let key = self.key(item)?;
                Ok(set.items.borrow().contains(&key))
            }
            Value::Range(range) => match super::compare::scalars_equal(item, item).and(item.as_f64()) {
                Some(f) if f.fract() == 0.0 => {
                    let offset = f as i128 - i128::from(range.start);
                    let step = i128::from(range.step);
                    Ok(offset % step == 0 && offset / step >= 0 && offset / step < i128::from(range.count()))
                }
                _ => Ok(false),
            },
            Value::Host(host) => match host.contains(self, item)? {
                Some(found) => Ok(found),
                None => self.search(container, item),
            },
            Value::Class(class) if class.meta.is_some() => {
                let found = match super::kind::hook(container, "__contains__") {
                    Some(function) => self.call_with(&function, vec![container.clone(), item.clone()])?,
                    None => return self.search(container, item),
                };
                self.truthy(&found)
            }
            Value::Instance(instance) => match instance.class.find("__contains__") {
                Some(function) => {
                    let found = self.call_with(&function, vec![container.clone(), item.clone()])?;
                    self.truthy(&found)
                }
                None if instance.base.is_some() && instance.class.find("__iter__").is_none() => {
                    match &instance.base {
                        Some(base) => self.contains(&base.clone(), item),
                        None => Ok(false),
                    }
                }
                None if instance.class.find("__iter__").or(instance.class.find("__getitem__")).is_none() => {
                    Err(Fault::type_error(format!(
                        "argument of type '{}' is not iterable",
                        container.type_name()
                    )))
                }
                None => self.search(container, item),
            },
            Value::Iter(_) => match crate::builtins::viewed(container) {
                Some((dict, crate::eval::iter::ViewKind::Keys)) => {
                    let key = self.key(item)?;
                    Ok(dict.0.borrow().contains_key(&key))
                }
                _ => self.search(container, item),
            },
            Value::List(_) | Value::Tuple(_) => self.search(container, item),
            _ => Err(Fault::type_error(format!(
                "argument of type '{}' is not iterable",
                container.type_name()
            ))),
        }
    }

    fn search(&mut self, container: &Value, item: &Value) -> PyResult<bool> {
        if let Value::List(_) | Value::Tuple(_) = container {
            for other in self.collect(container)? {
                if self.same_or_equal(&other, item)? {
                    return Ok(true);
                }
            }
            return Ok(false);
        }
        let iterator = self.iter(container)?;
        while let Some(other) = self.next(&iterator)? {
            self.burn(1)?;
            if self.same_or_equal(&other, item)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// An operation on two sets.
#[derive(Debug, Clone, Copy)]
pub(crate) enum SetOp {
    Union,
    Intersection,
    Difference,
    Symmetric,
}

fn repeat_items(items: &[Value], times: usize) -> Vec<Value> {
    let mut repeated = Vec::with_capacity(items.len() * times);
    for _ in 0..times {
        repeated.extend_from_slice(items);
    }
    repeated
}

/// A copy of a dictionary, for iteration while scripts may change it.
pub(crate) fn snapshot(dict: &Gc<DictObject>) -> Dict {
    dict.0.borrow().clone()
}
