//! How iterators advance.

use super::ctx::Ctx;
use super::dict::{Dict, Set};
use super::exception::ExcKind;
use super::fault::{Fault, PyResult};
use super::heap::Gc;
use super::iter::{Iter, ViewKind};
use super::value::{IterObject, Value};

impl Ctx {
    pub(crate) fn new_iter(&self, iter: Iter) -> PyResult<Value> {
        Ok(Value::Iter(self.heap.alloc(IterObject(iter.into()), 0)?))
    }

    /// An iterator over `iterable`.
    pub fn iter(&mut self, iterable: &Value) -> PyResult<Value> {
        let iter = match iterable {
            Value::Iter(object) => match &*object.0.borrow() {
                Iter::View { dict, kind } => {
                    let (dict, len) = (dict.clone(), dict.0.borrow().len());
                    match kind {
                        ViewKind::Keys => Iter::DictKeys { dict, index: 0, len },
                        ViewKind::Values => Iter::DictValues { dict, index: 0, len },
                        ViewKind::Items => Iter::DictItems { dict, index: 0, len },
                    }
                }
                _ => return Ok(iterable.clone()),
            },
            Value::List(list) => Iter::List { list: list.clone(), index: 0 },
            Value::Tuple(tuple) => Iter::Tuple { tuple: tuple.clone(), index: 0 },
            Value::Str(text) => Iter::Str { text: text.clone(), byte: 0 },
            Value::Range(range) => Iter::Range { range: **range, index: 0, len: range.count() },
            Value::Dict(dict) => Iter::DictKeys { dict: dict.clone(), index: 0, len: dict.0.borrow().len() },
            Value::Set(set) => Iter::Set { set: set.clone(), index: 0, len: set.items.borrow().len() },
            Value::Host(host) => {
                let inner = host.iter(self)?;
                self.enter()?;
                let iterator = if matches!(inner, Value::Host(_)) {
                    Err(not_iterable(iterable))
                } else {
                    self.iter(&inner)
                };
                self.leave();
                return iterator;
            }
            Value::Instance(instance) => {
                if let Some(function) = instance.class.find("__iter__") {
                    let iterator = self.call_with(&function, vec![iterable.clone()])?;
                    return match iterator {
                        Value::Iter(_) => Ok(iterator),
                        Value::Instance(_) => self.new_iter(Iter::Instance(iterator)),
                        other => Err(Fault::type_error(format!(
                            "iter() returned non-iterator of type '{}'",
                            other.type_name()
                        ))),
                    };
                }
                if let Some(base) = &instance.base {
                    return self.iter(&base.clone());
                }
                if instance.class.find("__getitem__").is_none() {
                    return Err(not_iterable(iterable));
                }
                Iter::Sequence { object: iterable.clone(), index: 0 }
            }
            Value::Class(class) => match class.meta.as_ref().and_then(|meta| meta.find("__iter__")) {
                Some(function) => {
                    let iterator = self.call_with(&function, vec![iterable.clone()])?;
                    return match iterator {
                        Value::Iter(_) => Ok(iterator),
                        _ => self.new_iter(Iter::Instance(iterator)),
                    };
                }
                None => return Err(not_iterable(iterable)),
            },
            _ => return Err(not_iterable(iterable)),
        };
        self.new_iter(iter)
    }

    /// The next item of an iterator; `None` at its end.
    pub fn next(&mut self, iterator: &Value) -> PyResult<Option<Value>> {
        let object = match iterator {
            Value::Iter(object) => object.clone(),
            Value::Instance(_) => return self.instance_next(iterator),
            other => {
                return Err(Fault::type_error(format!("'{}' object is not an iterator", other.type_name())));
            }
        };
        self.burn(1)?;
        let plain = {
            let mut state =
                object.0.try_borrow_mut().map_err(|_| Fault::value_error("generator already executing"))?;
            self.plain_next(&mut state)?
        };
        if let Some(item) = plain {
            return Ok(item);
        }
        // The rest runs other iterators or the script, so the state must not stay borrowed.
        self.enter()?;
        let item = self.deep_next(&object);
        self.leave();
        item
    }

    /// Iterators that run no script; `None` for the others.
    fn plain_next(&mut self, state: &mut Iter) -> PyResult<Option<Option<Value>>> {
        let item = match state {
            Iter::Empty | Iter::Returned(_) => None,
            Iter::List { list, index } => {
                *index += 1;
                list.0.borrow().get(*index - 1).cloned()
            }
            Iter::ListReversed { list, left } => match left.checked_sub(1) {
                Some(index) => {
                    *left = index;
                    list.0.borrow().get(index).cloned()
                }
                None => None,
            },
            Iter::Tuple { tuple, index } => {
                *index += 1;
                tuple.0.get(*index - 1).cloned()
            }
            Iter::Str { text, byte } => match text[*byte..].chars().next() {
                Some(c) => {
                    *byte += c.len_utf8();
                    let mut buffer = [0; 4];
                    Some(Value::Str(self.names.text(c.encode_utf8(&mut buffer))))
                }
                None => None,
            },
            Iter::Range { range, index, len } => {
                *index += 1;
                (*index <= *len).then(|| Value::Int(range.get(*index - 1)))
            }
            Iter::DictKeys { dict, index, len } => {
                let dict = dict.0.borrow();
                unchanged(&dict, *len, *index)?;
                *index += 1;
                dict.get_index(*index - 1).map(|(key, _)| key.value().clone())
            }
            Iter::DictValues { dict, index, len } => {
                let dict = dict.0.borrow();
                unchanged(&dict, *len, *index)?;
                *index += 1;
                dict.get_index(*index - 1).map(|(_, value)| value.clone())
            }
            Iter::DictItems { dict, index, len } => {
                let pair = {
                    let dict = dict.0.borrow();
                    unchanged(&dict, *len, *index)?;
                    *index += 1;
                    dict.get_index(*index - 1).map(|(key, value)| vec![key.value().clone(), value.clone()])
                };
                pair.map(|pair| self.tuple(pair)).transpose()?
            }
            Iter::Set { set, index, len } => {
                let set: &Set = &set.items.borrow();
                if set.len() != *len {
                    return Err(changed("Set"));
                }
                set.from(*index).map(|(key, next)| {
                    *index = next;
                    key.value().clone()
                })
            }
            Iter::Values { items } => items.next(),
            Iter::Choose(chooser) => {
                self.burn(chooser.cost())?;
                chooser.next().map(|items| self.tuple(items)).transpose()?
            }
            Iter::View { .. } => {
                return Err(Fault::type_error(format!("'{}' object is not an iterator", state.type_name())));
            }
            Iter::Repeat { value, left } => match left {
                Some(0) => None,
                Some(n) => {
                    *n -= 1;
                    Some(value.clone())
                }
                None => Some(value.clone()),
            },
            _ => return Ok(None),
        };
        Ok(Some(item))
    }

    fn deep_next(&mut self, object: &Gc<IterObject>) -> PyResult<Option<Value>> {
        let mut state = object.0.borrow_mut();
        match &mut *state {
            Iter::Generator { .. } => {
                drop(state);
                self.resume(object, Value::None)
            }
            Iter::Enumerate { source, index } => {
                let (source, number) = (source.clone(), *index);
                *index += 1;
                drop(state);
                match self.next(&source)? {
                    Some(item) => self.tuple(vec![Value::Int(number), item]).map(Some),
                    None => Ok(None),
                }
            }
            Iter::Zip { sources, strict } => {
                let (sources, strict) = (sources.clone(), *strict);
                drop(state);
                let mut items = Vec::with_capacity(sources.len());
                for (position, source) in sources.iter().enumerate() {
                    match self.next(source)? {
                        Some(item) => items.push(item),
                        None if strict && position > 0 => {
                            return Err(Fault::value_error(format!(
                                "zip() argument {} is shorter than argument 1",
                                position + 1
                            )));
                        }
                        None => {
                            if strict {
                                for (later, source) in sources.iter().enumerate().skip(1) {
                                    if self.next(source)?.is_some() {
                                        return Err(Fault::value_error(format!(
                                            "zip() argument {} is longer than argument 1",
                                            later + 1
                                        )));
                                    }
                                }
                            }
                            return Ok(None);
                        }
                    }
                }
                if items.is_empty() {
                    return Ok(None);
                }
                self.tuple(items).map(Some)
            }
            Iter::Map { function, sources } => {
                let (function, sources) = (function.clone(), sources.clone());
                drop(state);
                let mut items = Vec::with_capacity(sources.len());
                for source in &sources {
                    match self.next(source)? {
                        Some(item) => items.push(item),
                        None => return Ok(None),
                    }
                }
                self.call_with(&function, items).map(Some)
            }
            Iter::Filter { function, source } => {
                let (function, source) = (function.clone(), source.clone());
                drop(state);
                while let Some(item) = self.next(&source)? {
                    let keep = if function.is_none() {
                        self.truthy(&item)?
                    } else {
                        let verdict = self.call_with(&function, vec![item.clone()])?;
                        self.truthy(&verdict)?
                    };
                    if keep {
                        return Ok(Some(item));
                    }
                }
                Ok(None)
            }
            Iter::Slice { source, skip, left, step } => {
                if *left == Some(0) {
                    return Ok(None);
                }
                let (source, count) = (source.clone(), std::mem::replace(skip, *step - 1));
                if let Some(left) = left {
                    *left -= 1;
                }
                drop(state);
                for _ in 0..count {
                    if self.next(&source)?.is_none() {
                        return Ok(None);
                    }
                }
                self.next(&source)
            }
            Iter::Chain { .. } => {
                drop(state);
                self.chain_next(object)
            }
            Iter::Cycle { seen, source, index } => {
                if let Some(source) = source.clone() {
                    drop(state);
                    let item = self.next(&source)?;
                    let mut state = object.0.borrow_mut();
                    if let Iter::Cycle { seen, source, index } = &mut *state {
                        match &item {
                            Some(item) => {
                                object.charge.grow_to((seen.len() + 1) * size_of::<Value>())?;
                                seen.push(item.clone());
                                return Ok(Some(item.clone()));
                            }
                            None => {
                                *source = None;
                                *index = 0;
                                return Ok(seen.first().cloned().inspect(|_| *index = 1));
                            }
                        }
                    }
                    return Ok(item);
                }
                if seen.is_empty() {
                    return Ok(None);
                }
                let item = seen[*index % seen.len()].clone();
                *index = (*index + 1) % seen.len();
                Ok(Some(item))
            }
            Iter::Count { next, step } => {
                let (now, step) = (next.clone(), step.clone());
                drop(state);
                let following = self.binary(super::host::BinaryOp::Add, &now, &step)?;
                if let Iter::Count { next, .. } = &mut *object.0.borrow_mut() {
                    *next = following;
                }
                Ok(Some(now))
            }
            Iter::Until { function, sentinel } => {
                let (function, sentinel) = (function.clone(), sentinel.clone());
                drop(state);
                let item = self.call_with(&function, Vec::new())?;
                Ok(if self.equal(&item, &sentinel)? { None } else { Some(item) })
            }
            Iter::Instance(instance) => {
                let instance = instance.clone();
                drop(state);
                self.instance_next(&instance)
            }
            Iter::Sequence { object: sequence, index } => {
                let (sequence, number) = (sequence.clone(), *index);
                *index += 1;
                drop(state);
                match self.get_item(&sequence, &Value::Int(number)) {
                    Ok(item) => Ok(Some(item)),
                    Err(fault) if fault.is(ExcKind::IndexError) => Ok(None),
                    Err(fault) => Err(fault),
                }
            }
            _ => Ok(None),
        }
    }

    fn chain_next(&mut self, object: &Gc<IterObject>) -> PyResult<Option<Value>> {
        loop {
            let (current, following) = match &mut *object.0.borrow_mut() {
                Iter::Chain { current: Some(current), .. } => (Some(current.clone()), None),
                Iter::Chain { sources, current: None } => (None, sources.next()),
                _ => (None, None),
            };
            let current = match (current, following) {
                (Some(current), _) => current,
                (None, Some(following)) => self.iter(&following)?,
                (None, None) => return Ok(None),
            };
            let item = self.next(&current)?;
            if let Iter::Chain { current: place, .. } = &mut *object.0.borrow_mut() {
                *place = item.is_some().then_some(current);
            }
            if item.is_some() {
                return Ok(item);
            }
        }
    }

    fn instance_next(&mut self, instance: &Value) -> PyResult<Option<Value>> {
        let function = match instance {
            Value::Instance(object) => object.class.find("__next__"),
            _ => None,
        };
        let Some(function) = function else {
            return Err(Fault::type_error(format!("'{}' object is not an iterator", instance.type_name())));
        };
        match self.call_with(&function, vec![instance.clone()]) {
            Ok(item) => Ok(Some(item)),
            Err(fault) if fault.is(ExcKind::StopIteration) => Ok(None),
            Err(fault) => Err(fault),
        }
    }
}

fn unchanged(dict: &Dict, len: usize, index: usize) -> PyResult<()> {
    if dict.len() == len || index > len { Ok(()) } else { Err(changed("dictionary")) }
}

fn changed(what: &str) -> Fault {
    Fault::new(ExcKind::RuntimeError, format!("{what} changed size during iteration"))
}

fn not_iterable(value: &Value) -> Fault {
    Fault::type_error(format!("'{}' object is not iterable", value.type_name()))
}
