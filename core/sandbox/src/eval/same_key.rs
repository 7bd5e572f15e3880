//! Keys of classes with their own `__hash__` and `__eq__`.
//!
//! A dictionary hashes and compares without running the script. So the first of several equal instances
//! stands for all of them: it is looked up here, by calling the script's methods, before any dictionary
//! is asked.

use std::collections::HashMap;
use std::rc::{Rc, Weak};

use super::class::{Class, FixedHasher, Instance};
use super::ctx::Ctx;
use super::dict::Key;
use super::fault::{Fault, PyResult};
use super::heap::{Charge, Gc, Obj, Weight};
use super::value::Value;

/// An instance, as long as it lives, and what its place here costs.
type Known = (Weak<Obj<Instance>>, Charge);

/// The instances that stand for their equals, by hash.
#[derive(Default)]
pub(crate) struct Standing {
    by_hash: HashMap<i64, Vec<Known>, FixedHasher>,
    count: usize,
    /// When to look for instances that are gone.
    sweep_at: usize,
}

impl Standing {
    fn sweep(&mut self) {
        self.by_hash.retain(|_, known| {
            known.retain(|(weak, _)| weak.strong_count() > 0);
            !known.is_empty()
        });
        self.count = self.by_hash.values().map(Vec::len).sum();
        self.sweep_at = (self.count * 2).max(1024);
    }
}

/// What a class says about hashing.
enum Hashing {
    Identity,
    Never,
    Own(Value),
}

fn hashing(class: &Gc<Class>) -> Hashing {
    for class in std::iter::once(class).chain(&class.mro) {
        let attrs = class.attrs.borrow();
        let get = |name| attrs.get(&super::text::ByText(name)).cloned();
        match get("__hash__") {
            Some(Value::None) => return Hashing::Never,
            Some(function) => return Hashing::Own(function),
            None if get("__hash_fields__").is_some() => return Hashing::Identity,
            None if get("__eq__").is_some() => return Hashing::Never,
            None => {}
        }
    }
    Hashing::Identity
}

impl Ctx {
    /// The key that `value` is in dictionaries and sets.
    pub(crate) fn key(&mut self, value: &Value) -> PyResult<Key> {
        match value {
            Value::Instance(instance) => match hashing(&instance.class) {
                Hashing::Identity => match &instance.base {
                    // The items of a tuple may have methods of their own.
                    Some(base @ Value::Tuple(_)) => {
                        let base = base.clone();
                        self.key(&base)?;
                        Key::new(value)
                    }
                    _ => Key::new(value),
                },
                Hashing::Never => Err(Fault::type_error(format!("unhashable type: '{}'", value.type_name()))),
                Hashing::Own(function) => {
                    let hash = self.own_hash(value, &function)?;
                    Key::new(&self.standing_for(value, instance, hash)?)
                }
            },
            Value::Tuple(tuple)
                if tuple.0.iter().any(|v| matches!(v, Value::Instance(_) | Value::Tuple(_))) =>
            {
                // Checked first, as the depth of keys is limited.
                Key::new(value)?;
                let keys = tuple.0.iter().map(|item| Ok(self.key(item)?.into_value()));
                let items = keys.collect::<PyResult<Vec<_>>>()?;
                if items.iter().zip(&tuple.0).all(|(a, b)| super::compare::same(a, b)) {
                    return Key::new(value);
                }
                Key::new(&self.tuple(items)?)
            }
            _ => Key::new(value),
        }
    }

    /// `hash(value)` of a class with its own `__hash__`; `None` for all others.
    pub(crate) fn instance_hash(&mut self, value: &Value) -> PyResult<Option<i64>> {
        let Value::Instance(instance) = value else { return Ok(None) };
        match hashing(&instance.class) {
            Hashing::Own(function) => self.own_hash(value, &function).map(Some),
            _ => Ok(None),
        }
    }

    fn own_hash(&mut self, value: &Value, function: &Value) -> PyResult<i64> {
        match self.call_with(function, vec![value.clone()])? {
            Value::Big(big) => Ok(big.number.bits() as i64),
            number => {
                number.as_i64().ok_or_else(|| Fault::type_error("__hash__ method should return an integer"))
            }
        }
    }

    fn standing_for(&mut self, value: &Value, instance: &Gc<Instance>, hash: i64) -> PyResult<Value> {
        let known = self.standing.by_hash.get(&hash).map(Vec::as_slice).unwrap_or_default();
        let known: Vec<Gc<Instance>> = known.iter().filter_map(|(weak, _)| weak.upgrade()).collect();
        for other in known.into_iter().map(Value::Instance) {
            self.burn(1)?;
            if self.same_or_equal(&other, value)? {
                return Ok(other);
            }
        }
        if self.standing.count >= self.standing.sweep_at {
            self.burn(self.standing.count as u64)?;
            self.standing.sweep();
        }
        // What is gone still holds its memory here until it is swept out.
        let charge = self.charge(Instance::BYTES + 192)?;
        self.standing.count += 1;
        self.standing.by_hash.entry(hash).or_default().push((Rc::downgrade(instance), charge));
        Ok(value.clone())
    }
}
