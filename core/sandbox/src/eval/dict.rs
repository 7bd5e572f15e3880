//! Keys of dictionaries and elements of sets.

use std::hash::{Hash, Hasher};
use std::rc::Rc;

use num_traits::ToPrimitive;

use super::class::{FixedHasher, Instance};
use super::fault::{Fault, PyResult};
use super::value::Value;
use crate::builtins::{Bytes, Complex};

/// A dictionary in insertion order.
pub type Dict = indexmap::IndexMap<Key, Value, FixedHasher>;
pub use super::set::Set;

/// Tuples nested deeper than this are no keys, so that hashing needs little native stack.
const KEY_DEPTH: usize = 24;

/// A hashable value. Instances of the script's own classes are compared by identity.
#[derive(Clone)]
pub struct Key(Value);

impl Key {
    /// Checks that `value` can be a key.
    pub fn new(value: &Value) -> PyResult<Self> {
        check(value, KEY_DEPTH)?;
        Ok(Self(value.clone()))
    }

    /// The value.
    pub fn value(&self) -> &Value {
        &self.0
    }

    /// The value.
    pub fn into_value(self) -> Value {
        self.0
    }
}

fn check(value: &Value, depth: usize) -> PyResult<()> {
    match value {
        Value::List(_) | Value::Dict(_) => {
            Err(Fault::type_error(format!("unhashable type: '{}'", value.type_name())))
        }
        Value::Host(_) if value.type_name() == "bytearray" => {
            Err(Fault::type_error("unhashable type: 'bytearray'"))
        }
        Value::Host(host) if !host.is_hashable() => {
            Err(Fault::type_error(format!("unhashable type: '{}'", value.type_name())))
        }
        Value::Instance(instance) => match &instance.base {
            Some(Value::List(_) | Value::Dict(_)) => {
                Err(Fault::type_error(format!("unhashable type: '{}'", value.type_name())))
            }
            Some(Value::Set(set)) if !set.frozen => {
                Err(Fault::type_error(format!("unhashable type: '{}'", value.type_name())))
            }
            Some(base @ (Value::Tuple(_) | Value::Set(_))) => {
                let depth = depth.checked_sub(1).ok_or_else(|| Fault::recursion(" in a key"))?;
                check(base, depth)
            }
            _ => Ok(()),
        },
        Value::Set(set) if !set.frozen => Err(Fault::type_error("unhashable type: 'set'")),
        Value::Set(set) => {
            let depth = depth.checked_sub(1).ok_or_else(|| Fault::recursion(" in a key"))?;
            set.items.borrow().iter().try_for_each(|key| check(&key.0, depth))
        }
        Value::Tuple(items) => {
            let depth = depth.checked_sub(1).ok_or_else(|| Fault::recursion(" in a key"))?;
            items.0.iter().try_for_each(|item| check(item, depth))
        }
        _ => Ok(()),
    }
}

/// The address that stands for an object's identity; 0 for plain values.
pub(crate) fn identity(value: &Value) -> usize {
    match value {
        Value::List(v) => Rc::as_ptr(v) as usize,
        Value::Dict(v) => Rc::as_ptr(v) as usize,
        Value::Set(v) => Rc::as_ptr(v) as usize,
        Value::Tuple(v) => Rc::as_ptr(v) as usize,
        Value::Iter(v) => Rc::as_ptr(v) as usize,
        Value::Function(v) => Rc::as_ptr(v) as usize,
        Value::Method(v) => Rc::as_ptr(v) as usize,
        Value::Builtin(v) => Rc::as_ptr(v) as usize,
        Value::Class(v) => Rc::as_ptr(v) as usize,
        Value::Instance(v) => Rc::as_ptr(v) as usize,
        Value::Exception(v) => Rc::as_ptr(v) as usize,
        Value::Module(v) => Rc::as_ptr(v) as usize,
        Value::Host(v) => v.address(),
        Value::Native(v) => std::ptr::from_ref(*v) as usize,
        Value::Type(v) => std::ptr::from_ref(*v) as usize,
        Value::ExcType(kind) => *kind as usize + 1,
        _ => 0,
    }
}

impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match &self.0 {
            Value::Str(text) => text.hash(state),
            // Numbers that are equal hash alike, whatever their type.
            Value::Bool(b) => i64::from(*b).hash(state),
            Value::Int(i) => i.hash(state),
            Value::Float(f) => match f.to_i64() {
                Some(i) if i as f64 == *f => i.hash(state),
                _ => f.to_bits().hash(state),
            },
            Value::Big(big) => match super::number::big_to_f64(&big.number) {
                Some(f) => f.to_bits().hash(state),
                None => big.number.hash(state),
            },
            Value::Tuple(items) => {
                for item in &items.0 {
                    Key(item.clone()).hash(state);
                }
                items.0.len().hash(state);
            }
            Value::Set(set) => set.items.borrow().len().hash(state),
            Value::Range(range) => (range.start, range.stop, range.step).hash(state),
            Value::Host(_) if let Some(bytes) = Bytes::of(&self.0) => bytes.hash(state),
            Value::Slice(slice) => {
                for part in [&slice.start, &slice.stop, &slice.step] {
                    hash_field(part, state);
                }
            }
            Value::Host(host) if let Some(z) = host.downcast::<Complex>().filter(|z| z.im != 0.0) => {
                ((z.re + 0.0).to_bits(), z.im.to_bits()).hash(state);
            }
            // What carries a builtin value is the same key as that.
            Value::Instance(instance) if let Some(base) = &instance.base => Key(base.clone()).hash(state),
            Value::Instance(instance) => match content(instance) {
                Some(fields) => fields.iter().for_each(|field| hash_field(field, state)),
                None => identity(&self.0).hash(state),
            },
            Value::Host(host) => match host.key() {
                Some(key) if !matches!(key, Value::Host(_)) => Key(key).hash(state),
                _ => host.address().hash(state),
            },
            // Addresses differ from run to run, and the order does not depend on them.
            other => identity(other).hash(state),
        }
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        let plain = |value: &Value| -> Value { super::instance::plain(value).clone() };
        if let (Value::Instance(_), _) | (_, Value::Instance(_)) = (&self.0, &other.0)
            && !super::compare::same(&self.0, &other.0)
        {
            let (a, b) = (plain(&self.0), plain(&other.0));
            if !super::compare::same(&a, &self.0) || !super::compare::same(&b, &other.0) {
                return Key(a) == Key(b);
            }
        }
        match (&self.0, &other.0) {
            (Value::Slice(a), Value::Slice(b)) => {
                fields_equal(&a.start, &b.start)
                    && fields_equal(&a.stop, &b.stop)
                    && fields_equal(&a.step, &b.step)
            }
            (Value::Tuple(a), Value::Tuple(b)) => {
                a.0.len() == b.0.len() && a.0.iter().zip(&b.0).all(|(a, b)| Key(a.clone()) == Key(b.clone()))
            }
            (Value::Set(a), Value::Set(b)) => {
                let (a, b) = (a.items.borrow(), b.items.borrow());
                a.len() == b.len() && a.iter().all(|key| b.contains(key))
            }
            (Value::Instance(a), Value::Instance(b)) => {
                Rc::ptr_eq(a, b)
                    || (Rc::ptr_eq(&a.class, &b.class)
                        && content(a).zip(content(b)).is_some_and(|(a, b)| {
                            a.len() == b.len() && a.iter().zip(&b).all(|(a, b)| fields_equal(a, b))
                        }))
            }
            (Value::Host(_), Value::Host(_)) if let Some(a) = Bytes::of(&self.0) => {
                Bytes::of(&other.0).is_some_and(|b| *a == *b)
            }
            (Value::Host(a), Value::Host(b))
                if let Some(a) = a.downcast::<Complex>().filter(|z| z.im != 0.0) =>
            {
                b.downcast::<Complex>().is_some_and(|b| a == b)
            }
            (Value::Host(host), other) | (other, Value::Host(host)) if host.key().is_some() => {
                let own = host.key().unwrap_or(Value::None);
                let other = match other {
                    Value::Host(other) => other.key(),
                    other => Some(other.clone()),
                };
                other.is_some_and(|other| super::compare::scalars_equal(&own, &other) == Some(true))
            }
            (a, b) => super::compare::scalars_equal(a, b).unwrap_or_else(|| {
                std::mem::discriminant(a) == std::mem::discriminant(b) && identity(a) == identity(b)
            }),
        }
    }
}

impl Eq for Key {}

/// The attributes that stand for an instance of a class with `__hash_fields__`, such as a frozen dataclass.
fn content(instance: &Instance) -> Option<Vec<Value>> {
    let Some(Value::Tuple(names)) = instance.class.find("__hash_fields__") else { return None };
    let values = names.0.iter().map(|name| name.as_str().and_then(|name| instance.get(name)));
    Some(values.map(|value| value.unwrap_or(Value::None)).collect())
}

/// Goes one level deep only: an instance may contain itself.
fn hash_field<H: Hasher>(field: &Value, state: &mut H) {
    match field {
        Value::Tuple(items) => items.0.len().hash(state),
        Value::Instance(_) | Value::Set(_) => {}
        other => Key(other.clone()).hash(state),
    }
}

fn fields_equal(a: &Value, b: &Value) -> bool {
    let plain = |a: &Value, b: &Value| {
        super::compare::scalars_equal(a, b).unwrap_or(false) || super::compare::same(a, b)
    };
    match (a, b) {
        (Value::Tuple(x), Value::Tuple(y)) => {
            x.0.len() == y.0.len() && x.0.iter().zip(&y.0).all(|(a, b)| plain(a, b))
        }
        _ => plain(a, b),
    }
}

/// Looks a string key up without making a value of it.
pub struct TextKey<'a>(pub &'a str);

impl Hash for TextKey<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl indexmap::Equivalent<Key> for TextKey<'_> {
    fn equivalent(&self, key: &Key) -> bool {
        key.0.as_str() == Some(self.0)
    }
}
