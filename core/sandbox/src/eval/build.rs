//! Instructions that make or take apart containers, functions, classes and texts, and imports.

use std::rc::Rc;

use super::class::Attrs;
use super::code::Op;
use super::ctx::Ctx;
use super::dict::{Dict, Set};
use super::exception::ExcKind;
use super::fault::{Fault, PyResult};
use super::function::{Frame, Function, Returns};
use super::text::Str;
use super::value::{DictObject, SetObject, Slice, Value};

fn pop(frame: &mut Frame) -> Value {
    frame.stack.pop().unwrap_or(Value::None)
}

fn pop_many(frame: &mut Frame, count: u32) -> Vec<Value> {
    let at = frame.stack.len().saturating_sub(count as usize);
    frame.stack.split_off(at)
}

/// The value `depth` places below the top.
fn below(frame: &Frame, depth: u32) -> Value {
    let index = frame.stack.len().checked_sub(1 + depth as usize);
    index.and_then(|i| frame.stack.get(i)).cloned().unwrap_or(Value::None)
}

impl Ctx {
    #[inline(never)]
    pub(super) fn build(&mut self, op: Op, frame: &mut Box<Frame>) -> PyResult<()> {
        match op {
            Op::Tuple(count) => {
                let items = pop_many(frame, count);
                self.burn(u64::from(count))?;
                let tuple = self.tuple(items)?;
                frame.stack.push(tuple);
            }
            Op::List(count) => {
                let items = pop_many(frame, count);
                self.burn(u64::from(count))?;
                let list = self.list(items)?;
                frame.stack.push(list);
            }
            Op::Set(count) => {
                let items = pop_many(frame, count);
                let set = self.set(items, false)?;
                frame.stack.push(set);
            }
            Op::ConstantSet(count) => {
                // CPython makes such a set of a copy of a copy, which may put it in another order.
                let items = pop_many(frame, count);
                let Value::Set(first) = self.set(items, true)? else { return Ok(()) };
                let again: Set = first.items.borrow().iter().cloned().collect();
                let set =
                    self.set_operation(super::sequence::SetOp::Union, &again, &Set::default(), false)?;
                frame.stack.push(set);
            }
            Op::Dict(count) => {
                let items = pop_many(frame, count * 2);
                let mut dict = Dict::default();
                let mut items = items.into_iter();
                while let (Some(key), Some(value)) = (items.next(), items.next()) {
                    dict.insert(self.key(&key)?, value);
                }
                let dict = self.dict(dict)?;
                frame.stack.push(dict);
            }
            Op::ListPush | Op::CompPush(_) => {
                let item = pop(frame);
                let depth = if let Op::CompPush(depth) = op { depth } else { 0 };
                if let Value::List(list) = below(frame, depth) {
                    self.list_push(&list, item)?;
                }
            }
            Op::CompAdd(depth) => {
                let item = pop(frame);
                if let Value::Set(set) = below(frame, depth) {
                    self.set_add(&set, &item)?;
                }
            }
            Op::CompInsert(depth) => {
                let value = pop(frame);
                let key = pop(frame);
                if let Value::Dict(dict) = below(frame, depth) {
                    self.dict_insert(&dict, &key, value)?;
                }
            }
            Op::ListExtend | Op::ArgumentsExtend => {
                let iterable = pop(frame);
                let Value::List(list) = below(frame, 0) else { return Ok(()) };
                let iterator = self.iter(&iterable).map_err(|fault| match fault.is(ExcKind::TypeError) {
                    true => {
                        let found = iterable.type_name();
                        Fault::type_error(if matches!(op, Op::ListExtend) {
                            format!("Value after * must be an iterable, not {found}")
                        } else {
                            let callee = self.callee_label(&below(frame, 1));
                            format!("{callee} argument after * must be an iterable, not {found}")
                        })
                    }
                    false => fault,
                })?;
                self.list_extend(&list, &iterator)?;
            }
            Op::SetExtend => {
                let iterable = pop(frame);
                if let (Value::Set(set), Value::Set(other)) = (below(frame, 0), &iterable) {
                    return self.set_merge(&set, &other.items.borrow());
                }
                let items = self.collect(&iterable)?;
                if let Value::Set(set) = below(frame, 0) {
                    items.iter().try_for_each(|item| self.set_add(&set, item))?;
                }
            }
            Op::DictMerge(strict) => {
                let mapping = pop(frame);
                let Value::Dict(dict) = below(frame, 0) else { return Ok(()) };
                if strict == 1 {
                    let callee = self.callee_label(&below(frame, 2));
                    self.merge_keywords(&dict, &mapping, &callee)?;
                } else if matches!(mapping, Value::Dict(_) | Value::Instance(_)) {
                    self.dict_merge(&dict, &mapping)?;
                } else {
                    let found = mapping.type_name();
                    return Err(Fault::type_error(format!("'{found}' object is not a mapping")));
                }
            }
            Op::ListToTuple => {
                let list = pop(frame);
                let items = self.collect(&list)?;
                let tuple = self.tuple(items)?;
                frame.stack.push(tuple);
            }
            Op::Slice => {
                let step = pop(frame);
                let stop = pop(frame);
                let start = pop(frame);
                let slice = self.heap.alloc(Slice { start, stop, step }, 0)?;
                frame.stack.push(Value::Slice(slice));
            }
            Op::Unpack(count) => {
                let value = pop(frame);
                let items = self.unpack(&value, count as usize, None)?;
                frame.stack.extend(items.into_iter().rev());
            }
            Op::UnpackStar { before, after } => {
                let value = pop(frame);
                let items = self.unpack(&value, usize::from(before), Some(usize::from(after)))?;
                frame.stack.extend(items.into_iter().rev());
            }
            Op::Function(index) => self.make_function(frame, index)?,
            Op::Class(site) => {
                let body = pop(frame);
                let code = frame.code.clone();
                let site = &code.sites[site as usize];
                let values = pop_many(frame, site.keywords.len() as u32);
                let keywords = site.keywords.iter().cloned().zip(values).collect();
                let bases = pop_many(frame, u32::from(site.positional));
                let Value::Function(body) = body else { return Ok(()) };
                let name = self.names.get(site.method).clone();
                let mut callee = self.function_frame(&body, super::args::Args::default())?;
                callee.returns = Returns::Class { name, bases, keywords };
                let mut caller = std::mem::replace(frame, callee);
                caller.line = self.line;
                self.frames.push(caller);
            }
            Op::Super(cell) => {
                let class = frame.cells[cell as usize].0.borrow().clone();
                let receiver = frame.locals.first().cloned().flatten();
                let (Some(class), Some(receiver)) = (class, receiver) else {
                    return Err(Fault::new(super::exception::ExcKind::RuntimeError, "super(): no arguments"));
                };
                let value = self.builtin(super::function::Builtin::Super { class, receiver })?;
                frame.stack.push(value);
            }
            Op::Format(conversion) => {
                let value = pop(frame);
                let text = match (&value, conversion) {
                    (Value::Str(_), 0 | 1) => value,
                    (_, 0) => {
                        let text = self.format(&value, "")?;
                        self.str(text)?
                    }
                    (_, 1) => {
                        let text = self.str_of(&value)?;
                        self.str(text)?
                    }
                    _ => {
                        let text = self.repr(&value)?;
                        self.str(if conversion == 3 { super::repr::ascii(&text) } else { text })?
                    }
                };
                frame.stack.push(text);
            }
            Op::FormatSpec => {
                let spec = pop(frame);
                let value = pop(frame);
                let text = self.format(&value, spec.as_str().unwrap_or_default())?;
                let text = self.str(text)?;
                frame.stack.push(text);
            }
            Op::Join(count) => {
                let parts = pop_many(frame, count);
                if let [single @ Value::Str(_)] = &parts[..] {
                    frame.stack.push(single.clone());
                    return Ok(());
                }
                let bytes: usize = parts.iter().filter_map(Value::as_str).map(str::len).sum();
                self.burn(bytes as u64 / 8)?;
                let charge = self.charge(bytes + 64)?;
                let text: String = parts.iter().filter_map(Value::as_str).collect();
                frame.stack.push(Value::Str(Rc::new(Str::new(text, charge))));
            }
            Op::WithEnter => {
                let manager = frame.stack.last().cloned().unwrap_or(Value::None);
                let entered = self.with_enter(&manager)?;
                frame.stack.push(entered);
            }
            Op::WithExit => {
                let manager = pop(frame);
                self.with_exit(&manager, None)?;
            }
            Op::WithExitError => {
                let exception = below(frame, 0);
                let manager = below(frame, 1);
                let swallowed = self.with_exit(&manager, Some(exception))?;
                frame.stack.push(Value::Bool(swallowed));
            }
            Op::Import(name) => {
                let name = self.names.get(name).clone();
                self.import_module(&name)?;
                let top = name.split('.').next().unwrap_or_default();
                let module = self.import_module(top)?;
                frame.stack.push(module);
            }
            Op::ImportLeaf(name) => {
                let name = self.names.get(name).clone();
                let module = self.import_module(&name)?;
                frame.stack.push(module);
            }
            Op::ImportFrom(name) => {
                let module = below(frame, 0);
                let name = self.names.get(name).clone();
                let value = self.import_from(&module, &name)?;
                frame.stack.push(value);
            }
            Op::ImportStar => {
                if let Value::Module(module) = below(frame, 0) {
                    let attrs: Vec<_> =
                        module.attrs.borrow().iter().map(|(k, v)| (k.clone(), v.clone())).collect();
                    for (name, value) in attrs {
                        if !name.starts_with('_') {
                            let symbol = self.names.symbol(&name);
                            match frame.code.namespace.clone() {
                                Some(space) => self.store_named(&space, symbol, value)?,
                                None => self.store_global(symbol, value),
                            }
                        }
                    }
                }
            }
            other => self.match_part(other, frame)?,
        }
        Ok(())
    }

    fn make_function(&mut self, frame: &mut Frame, index: u32) -> PyResult<()> {
        let code = frame.code.clone();
        let template = &code.templates[index as usize];
        let annotations = if template.annotated { pop(frame) } else { Value::None };
        let given = template.keyword_defaults.iter().filter(|d| **d).count() as u32;
        let mut keyword = pop_many(frame, given).into_iter();
        let keyword_defaults =
            template.keyword_defaults.iter().map(|has| if *has { keyword.next() } else { None }).collect();
        let defaults = pop_many(frame, u32::from(template.defaults));
        let function = Function {
            code: template.code.clone(),
            defaults,
            keyword_defaults,
            annotations,
            closure: template.captures.iter().map(|i| frame.cells[*i as usize].clone()).collect(),
            attrs: Attrs::default().into(),
        };
        let function = self.heap.alloc(function, 64)?;
        frame.stack.push(Value::Function(function));
        Ok(())
    }

    /// A dictionary object.
    pub fn dict(&self, dict: Dict) -> PyResult<Value> {
        let bytes = dict.capacity() * 48;
        Ok(Value::Dict(self.heap.alloc(DictObject::new(dict), bytes)?))
    }

    /// A set of the given items.
    pub fn set(&mut self, items: Vec<Value>, frozen: bool) -> PyResult<Value> {
        self.burn(items.len() as u64)?;
        let charge = self.charge(items.len() * 64)?;
        let set = items.iter().map(|item| self.key(item)).collect::<PyResult<Set>>()?;
        drop(charge);
        let bytes = set.capacity() * 64;
        Ok(Value::Set(self.heap.alloc(SetObject { frozen, items: set.into() }, bytes)?))
    }

    /// What a frame's return value makes the value of the call.
    pub(super) fn finish(&mut self, frame: &mut Frame, value: Value) -> PyResult<Value> {
        match std::mem::replace(&mut frame.returns, Returns::Value) {
            Returns::Value => Ok(value),
            Returns::Instance(instance) => match value {
                Value::None => Ok(instance),
                other => Err(Fault::type_error(format!(
                    "__init__() should return None, not '{}'",
                    other.type_name()
                ))),
            },
            Returns::Class { name, bases, keywords } => {
                let mut attrs = Attrs::default();
                for (name, value) in frame.code.locals.iter().zip(&mut frame.locals) {
                    if let Some(value) = value.take() {
                        attrs.insert(name.clone(), value);
                    }
                }
                if frame.code.qualname != frame.code.name {
                    let qualname = self.str(frame.code.qualname.clone())?;
                    attrs.insert(self.names.text("__qualname__"), qualname);
                }
                if let Some(doc) = &frame.code.doc {
                    attrs.insert(self.names.text("__doc__"), Value::Str(doc.clone()));
                }
                let class = self.class_statement(name, bases, keywords, attrs)?;
                if let Some(cell) = frame.cells.first().filter(|_| frame.code.own_cells > 0) {
                    *cell.0.borrow_mut() = Some(class.clone());
                }
                Ok(class)
            }
        }
    }
}
