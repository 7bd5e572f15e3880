//! Indexing and slicing.

use super::args::Args;
use super::ctx::Ctx;
use super::dict::TextKey;
use super::exception::ExcKind;
use super::fault::{Fault, PyResult};
use super::function::Builtin;
pub use super::selection::Selection;
use super::selection::out_of_range;
use super::value::{Range, Slice, Value};

impl Ctx {
    /// The position that an index value means in a sequence of `len` elements.
    pub fn index(&self, key: &Value, len: usize, what: &str) -> PyResult<usize> {
        self.index_of(key, len as i64, what).map(|index| index as usize)
    }

    /// The same for a length that need not fit this machine, as a range's.
    fn index_of(&self, key: &Value, len: i64, what: &str) -> PyResult<i64> {
        let index = match key {
            Value::Int(i) => *i,
            Value::Bool(b) => i64::from(*b),
            Value::Big(_) => return Err(out_of_range(what)),
            Value::Host(host) => match host.number().and_then(|n| n.as_i64()) {
                Some(i) => i,
                None => return Err(index_type(what, key)),
            },
            Value::Instance(_) => match super::instance::base_of(key).and_then(Value::as_i64) {
                Some(i) => i,
                None => return Err(index_type(what, key)),
            },
            _ => return Err(index_type(what, key)),
        };
        let position = if index < 0 { index + len } else { index };
        Some(position).filter(|p| (0..len).contains(p)).ok_or_else(|| out_of_range(what))
    }

    /// The key of a sequence with the integers in place of objects that have `__index__`; `None` if it
    /// has none of these.
    fn resolve_index(&mut self, object: &Value, key: &Value) -> PyResult<Option<Value>> {
        if !matches!(object, Value::List(_) | Value::Tuple(_) | Value::Str(_) | Value::Range(_)) {
            return Ok(None);
        }
        match key {
            Value::Instance(instance) if instance.class.find("__index__").is_some() => {
                self.index_value(key).map(Some)
            }
            Value::Slice(slice) => {
                let parts = [&slice.start, &slice.stop, &slice.step];
                if !parts.iter().any(|part| matches!(part, Value::Instance(_))) {
                    return Ok(None);
                }
                let [start, stop, step] = parts.map(|part| self.index_value(part));
                let slice = Slice { start: start?, stop: stop?, step: step? };
                Ok(Some(Value::Slice(self.heap.alloc(slice, 0)?)))
            }
            _ => Ok(None),
        }
    }

    /// `object[key]`.
    pub fn get_item(&mut self, object: &Value, key: &Value) -> PyResult<Value> {
        let resolved = self.resolve_index(object, key)?;
        let key = resolved.as_ref().unwrap_or(key);
        match (object, key) {
            (Value::List(list), Value::Slice(slice)) => {
                let selection = slice.select(list.0.borrow().len())?;
                let charge = self.charge(selection.count * size_of::<Value>())?;
                self.burn(selection.count as u64)?;
                let items = {
                    let items = list.0.borrow();
                    selection.indices().map(|i| items[i].clone()).collect()
                };
                drop(charge);
                self.list(items)
            }
            (Value::Tuple(tuple), Value::Slice(slice)) => {
                let selection = slice.select(tuple.0.len())?;
                self.burn(selection.count as u64)?;
                self.tuple(selection.indices().map(|i| tuple.0[i].clone()).collect())
            }
            (Value::Str(text), Value::Slice(slice)) => {
                let selection = slice.select(text.char_len())?;
                self.burn(selection.count as u64 / 8)?;
                let charge = self.charge(selection.count * 4)?;
                let part: String = if text.is_ascii() {
                    if selection.step == 1 {
                        let start = selection.start as usize;
                        text[start..start + selection.count].to_owned()
                    } else {
                        selection.indices().map(|i| char::from(text.as_bytes()[i])).collect()
                    }
                } else {
                    self.burn(text.len() as u64 / 8)?;
                    let chars: Vec<char> = text.chars().collect();
                    selection.indices().map(|i| chars[i]).collect()
                };
                drop(charge);
                self.str(part)
            }
            (Value::Range(range), Value::Slice(slice)) => {
                let s = slice.select_of(range.count())?;
                let at = |i: i64| range.start.saturating_add(i.saturating_mul(range.step));
                let stop = s.start.saturating_add(s.step.saturating_mul(s.count as i64));
                let step = range.step.saturating_mul(s.step);
                Ok(Value::Range(Range { start: at(s.start), stop: at(stop), step }.into()))
            }
            (Value::List(list), _) => {
                let items = list.0.borrow();
                let index = self.index(key, items.len(), "list")?;
                Ok(items[index].clone())
            }
            (Value::Tuple(tuple), _) => Ok(tuple.0[self.index(key, tuple.0.len(), "tuple")?].clone()),
            (Value::Str(text), _) => {
                let index = self.index(key, text.char_len(), "string")?;
                if text.is_ascii() {
                    let one = &text[index..index + 1];
                    return Ok(Value::Str(self.names.text(one)));
                }
                self.burn(index as u64 / 8)?;
                let one = text.chars().nth(index).map(String::from).unwrap_or_default();
                self.str(one)
            }
            (Value::Range(range), _) => {
                let index = self.index_of(key, range.count(), "range object")?;
                Ok(Value::Int(range.get(index)))
            }
            (Value::Dict(dict), _) => {
                let found = match key {
                    Value::Str(text) => dict.0.borrow().get(&TextKey(text)).cloned(),
                    _ => {
                        let key = self.key(key)?;
                        dict.0.borrow().get(&key).cloned()
                    }
                };
                match found {
                    Some(value) => Ok(value),
                    None => match dict.factory() {
                        Some(zero @ Value::Int(_)) => Ok(zero),
                        Some(factory) => {
                            let value = self.call(&factory, Args::default())?;
                            self.dict_insert(dict, key, value.clone())?;
                            Ok(value)
                        }
                        None => Err(Fault::key_error(key)),
                    },
                }
            }
            (Value::Host(host), _) => host.get_item(self, key),
            (Value::Instance(instance), _) => match instance.class.find("__getitem__") {
                Some(function) => self.call_with(&function, vec![object.clone(), key.clone()]),
                None => self.base_item(object, key),
            },
            (Value::Class(class), _)
                if let Some(function) = class.meta.as_ref().and_then(|meta| meta.find("__getitem__")) =>
            {
                self.call_with(&function, vec![object.clone(), key.clone()])
            }
            (Value::Class(class), _) => match class.find("__class_getitem__") {
                Some(Value::Builtin(builtin)) => match &**builtin {
                    Builtin::ClassMethod(function) => {
                        self.call_with(function, vec![object.clone(), key.clone()])
                    }
                    _ => Err(not_subscriptable(object)),
                },
                Some(function) => self.call_with(&function, vec![object.clone(), key.clone()]),
                None if class.native.is_some() || class.find("__type_params__").is_some() => {
                    self.generic(object, key)
                }
                None => Err(Fault::type_error(format!("type '{}' is not subscriptable", &**class.name))),
            },
            (Value::Type(class), _) if GENERIC.contains(&class.name) || class.name.contains('.') => {
                self.generic(object, key)
            }
            (Value::Type(class), _) => {
                Err(Fault::type_error(format!("type '{}' is not subscriptable", class.name)))
            }
            _ => Err(not_subscriptable(object)),
        }
    }

    /// `object[key]` of the builtin value behind an instance.
    pub(super) fn base_item(&mut self, object: &Value, key: &Value) -> PyResult<Value> {
        let Value::Instance(instance) = object else { return self.get_item(object, key) };
        let Some(base) = instance.base.clone() else { return Err(not_subscriptable(object)) };
        if let Value::Dict(dict) = &base
            && let Some(hook) = instance.class.find("__missing__")
        {
            let place = self.key(key)?;
            let found = dict.0.borrow().get(&place).cloned();
            return match found {
                Some(value) => Ok(value),
                None => self.call_with(&hook, vec![object.clone(), key.clone()]),
            };
        }
        self.get_item(&base, key)
    }

    /// `object[key] = value`.
    pub fn set_item(&mut self, object: &Value, key: &Value, value: Value) -> PyResult<()> {
        let resolved = self.resolve_index(object, key)?;
        let key = resolved.as_ref().unwrap_or(key);
        match (object, key) {
            (Value::List(list), Value::Slice(slice)) => {
                let items = self.iter(&value).map_err(|fault| match fault.is(ExcKind::TypeError) {
                    true => Fault::type_error("can only assign an iterable"),
                    false => fault,
                })?;
                let items = self.collect(&items)?;
                let len = list.0.borrow().len();
                let selection = slice.select(len)?;
                self.burn((len + items.len()) as u64)?;
                if slice.step.is_none() || selection.step == 1 {
                    list.charge.grow_to((len + items.len()) * size_of::<Value>())?;
                    let start = (selection.start as usize).min(len);
                    let old: Vec<Value> =
                        list.0.borrow_mut().splice(start..start + selection.count, items).collect();
                    drop(old);
                    return Ok(());
                }
                if items.len() != selection.count {
                    return Err(Fault::value_error(format!(
                        "attempt to assign sequence of size {} to extended slice of size {}",
                        items.len(),
                        selection.count
                    )));
                }
                for (index, item) in selection.indices().zip(items) {
                    let old = std::mem::replace(&mut list.0.borrow_mut()[index], item);
                    drop(old);
                }
                Ok(())
            }
            (Value::List(list), _) => {
                let len = list.0.borrow().len();
                let index = self.index(key, len, "list assignment").map_err(|fault| match key {
                    Value::Int(_) | Value::Bool(_) | Value::Big(_) => fault,
                    _ => index_type("list", key),
                })?;
                let old = std::mem::replace(&mut list.0.borrow_mut()[index], value);
                drop(old);
                Ok(())
            }
            (Value::Dict(dict), _) => self.dict_insert(dict, key, value),
            (Value::Host(host), _) => host.set_item(self, key, value),
            (Value::Instance(instance), _) => match instance.class.find("__setitem__") {
                Some(function) => {
                    self.call_with(&function, vec![object.clone(), key.clone(), value]).map(drop)
                }
                None => match &instance.base {
                    Some(base) => self.set_item(&base.clone(), key, value),
                    None => Err(no_assignment(object)),
                },
            },
            _ => Err(no_assignment(object)),
        }
    }

    /// `del object[key]`.
    pub(crate) fn del_item(&mut self, object: &Value, key: &Value) -> PyResult<()> {
        let resolved = self.resolve_index(object, key)?;
        let key = resolved.as_ref().unwrap_or(key);
        match (object, key) {
            (Value::List(list), Value::Slice(slice)) => {
                let len = list.0.borrow().len();
                let selection = slice.select(len)?;
                self.burn(len as u64)?;
                let mut gone = vec![false; len];
                selection.indices().for_each(|i| gone[i] = true);
                let mut marks = gone.iter();
                let mut items = list.0.borrow_mut();
                let (dropped, kept) = items.drain(..).partition(|_| marks.next().copied().unwrap_or(false));
                *items = kept;
                drop(items);
                let dropped: Vec<Value> = dropped;
                drop(dropped);
                Ok(())
            }
            (Value::List(list), _) => {
                let len = list.0.borrow().len();
                let index = self.index(key, len, "list assignment")?;
                self.burn((len - index) as u64 / 8)?;
                let old = list.0.borrow_mut().remove(index);
                drop(old);
                Ok(())
            }
            (Value::Dict(dict), _) => {
                self.burn(dict.0.borrow().len() as u64 / 8)?;
                let place = self.key(key)?;
                let old = dict.0.borrow_mut().shift_remove_entry(&place);
                old.map(drop).ok_or_else(|| Fault::key_error(key))
            }
            (Value::Instance(instance), _) => match instance.class.find("__delitem__") {
                Some(function) => self.call_with(&function, vec![object.clone(), key.clone()]).map(drop),
                None => match &instance.base {
                    Some(base) => self.del_item(&base.clone(), key),
                    None => Err(no_deletion(object)),
                },
            },
            _ => Err(no_deletion(object)),
        }
    }
}

/// Builtin classes that take parameters, as in `list[int]`.
const GENERIC: &[&str] = &[
    "dict",
    "frozenset",
    "list",
    "set",
    "tuple",
    "type",
    "enumerate",
    "zip",
    "map",
    "filter",
    "chain",
    "Callable",
    "Iterable",
    "Iterator",
    "Sequence",
    "Mapping",
    "MutableMapping",
    "MutableSequence",
    "Generator",
    "Collection",
    "Container",
    "Set",
    "MutableSet",
    "Reversible",
];

fn index_type(what: &str, key: &Value) -> Fault {
    let what = what.trim_end_matches(" assignment").trim_end_matches(" object");
    if what == "string" {
        return Fault::type_error(format!("string indices must be integers, not '{}'", key.type_name()));
    }
    Fault::type_error(format!("{what} indices must be integers or slices, not {}", key.type_name()))
}

fn not_subscriptable(object: &Value) -> Fault {
    Fault::type_error(format!("'{}' object is not subscriptable", object.type_name()))
}

fn no_assignment(object: &Value) -> Fault {
    Fault::type_error(format!("'{}' object does not support item assignment", object.type_name()))
}

fn no_deletion(object: &Value) -> Fault {
    Fault::type_error(format!("'{}' object doesn't support item deletion", object.type_name()))
}
