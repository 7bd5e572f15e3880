//! The instructions that programs seldom run.

use super::args::Args;
use super::code::Op;
use super::ctx::Ctx;
use super::exception::ExcKind;
use super::fault::{Fault, PyResult};
use super::function::Frame;
use super::value::Value;
use super::vm::{pop, pop_many, top, unbound, undefined};

impl Ctx {
    /// The less frequent instructions, kept out of the loop to keep its native frame small.
    #[inline(never)]
    pub(super) fn rare(&mut self, op: Op, frame: &mut Box<Frame>) -> PyResult<()> {
        match op {
            Op::InPlace(op) => {
                let right = pop(frame);
                let left = pop(frame);
                let value = self.in_place(op, left, &right)?;
                frame.stack.push(value);
            }
            Op::Unary(op) => {
                let value = pop(frame);
                let value = self.unary(op, &value)?;
                frame.stack.push(value);
            }
            Op::Not => {
                let value = pop(frame);
                let truth = self.truthy(&value)?;
                frame.stack.push(Value::Bool(!truth));
            }
            Op::Is | Op::IsNot => {
                let right = pop(frame);
                let left = pop(frame);
                let same = super::compare::same(&left, &right);
                frame.stack.push(Value::Bool(same == matches!(op, Op::Is)));
            }
            Op::In | Op::NotIn => {
                let container = pop(frame);
                let item = pop(frame);
                let found = self.contains(&container, &item)?;
                frame.stack.push(Value::Bool(found == matches!(op, Op::In)));
            }
            Op::JumpIfFalseOrPop(target) | Op::JumpIfTrueOrPop(target) => {
                let value = top(frame).clone();
                if self.truthy(&value)? == matches!(op, Op::JumpIfTrueOrPop(_)) {
                    frame.ip = target as usize;
                } else {
                    frame.stack.pop();
                }
            }
            Op::Iter => {
                let value = pop(frame);
                let iterator = self.iter(&value)?;
                frame.stack.push(iterator);
            }
            Op::GetAttr(name) => {
                let object = pop(frame);
                let name = self.names.get(name).clone();
                let value = self.get_attr(&object, &name)?;
                frame.stack.push(value);
            }
            Op::SetAttr(name) => {
                let object = pop(frame);
                let value = pop(frame);
                let name = self.names.get(name).clone();
                self.set_attr(&object, name, value)?;
            }
            Op::DelAttr(name) => {
                let object = pop(frame);
                let name = self.names.get(name).clone();
                self.del_attr(&object, &name)?;
            }
            Op::GetItem => {
                let key = pop(frame);
                let object = pop(frame);
                let value = self.get_item(&object, &key)?;
                frame.stack.push(value);
            }
            Op::SetItem => {
                let key = pop(frame);
                let object = pop(frame);
                let value = pop(frame);
                self.set_item(&object, &key, value)?;
            }
            Op::DelItem => {
                let key = pop(frame);
                let object = pop(frame);
                self.del_item(&object, &key)?;
            }
            Op::CallKeywords(site) | Op::CallMethodKeywords(site) => {
                let code = frame.code.clone();
                let site = &code.sites[site as usize];
                let values = pop_many(frame, site.keywords.len());
                let keyword = site.keywords.iter().cloned().zip(values).collect();
                let args = Args { positional: pop_many(frame, usize::from(site.positional)), keyword };
                let callee = pop(frame);
                let prepared = if matches!(op, Op::CallKeywords(_)) {
                    self.prepare(&callee, args)?
                } else {
                    let name = self.names.get(site.method).clone();
                    self.prepare_method(callee, &name, args)?
                };
                self.enter_call(prepared, frame);
            }
            Op::CallSpread => {
                let keywords = pop(frame);
                let positional = pop(frame);
                let callee = pop(frame);
                let args = self.spread_args(&positional, &keywords)?;
                let prepared = self.prepare(&callee, args)?;
                self.enter_call(prepared, frame);
            }
            Op::LoadCell(index) => match &*frame.cells[index as usize].0.borrow() {
                Some(value) => {
                    let value = value.clone();
                    frame.stack.push(value);
                }
                None if index as usize >= frame.code.own_cells => {
                    let name = &**frame.code.cells[index as usize];
                    return Err(Fault::new(
                        ExcKind::NameError,
                        format!(
                            "cannot access free variable '{name}' where it is not associated with a value \
                             in enclosing scope"
                        ),
                    ));
                }
                None => return Err(unbound(&frame.code.cells[index as usize])),
            },
            Op::StoreCell(index) => {
                let value = pop(frame);
                let old = frame.cells[index as usize].0.borrow_mut().replace(value);
                drop(old);
            }
            Op::DelCell(index) => {
                let old = frame.cells[index as usize].0.borrow_mut().take();
                drop(old);
            }
            Op::DelGlobal(symbol) => {
                let old = self.globals.get_mut(symbol as usize).and_then(Option::take);
                if old.is_none() {
                    return Err(undefined(self.names.get(symbol)));
                }
            }
            Op::LoadNamed(symbol) => {
                let value = match frame.code.namespace.clone() {
                    Some(space) => self.load_named(&space, symbol)?,
                    None => self.load_global(symbol)?,
                };
                frame.stack.push(value);
            }
            Op::StoreNamed(symbol) => {
                let value = pop(frame);
                match frame.code.namespace.clone() {
                    Some(space) => self.store_named(&space, symbol, value)?,
                    None => self.store_global(symbol, value),
                }
            }
            Op::DelNamed(symbol) => {
                if let Some(space) = frame.code.namespace.clone() {
                    self.delete_named(&space, symbol)?;
                }
            }
            Op::KeepLocals => self.caller_locals = Some(self.locals_of(frame)?),
            Op::KeepHandled => self.handled = self.handled_in(frame),
            Op::LoadClassLocal(slot) => {
                let value = match &frame.locals[slot as usize] {
                    Some(value) => value.clone(),
                    None => {
                        let name = frame.code.locals[slot as usize].clone();
                        let symbol = self.names.symbol(&name);
                        match frame.code.namespace.clone() {
                            Some(space) => self.load_named(&space, symbol)?,
                            None => self.load_global(symbol)?,
                        }
                    }
                };
                frame.stack.push(value);
            }
            Op::YieldFrom(end) => self.yield_from(frame, end)?,
            Op::Raise(parts) => return Err(self.raise(frame, parts)?),
            Op::Reraise => {
                let exception = pop(frame);
                self.reraised = true;
                return Err(Fault::raised(exception));
            }
            Op::MatchGroup => {
                let class = pop(frame);
                let rest = pop(frame);
                let (matched, rest) = self.match_group(&rest, &class)?;
                frame.stack.push(rest);
                let found = !matched.is_none();
                frame.stack.extend(found.then_some(matched));
                frame.stack.push(Value::Bool(found));
            }
            Op::RaiseRest => match pop(frame) {
                Value::None => {}
                rest => return Err(Fault::raised(rest)),
            },
            Op::Matches => {
                let class = pop(frame);
                let exception = top(frame).clone();
                let matches = self.exception_matches(&exception, &class)?;
                frame.stack.push(Value::Bool(matches));
            }
            Op::AssertFailed(parts) => {
                let arguments = if parts == 1 { vec![pop(frame)] } else { Vec::new() };
                let exception = self.new_exception(ExcKind::AssertionError, None, arguments)?;
                return Err(Fault::raised(exception));
            }
            other => self.build(other, frame)?,
        }
        Ok(())
    }

    /// The exception that is being handled.
    fn handled_in(&self, frame: &Frame) -> Option<Value> {
        let outer = || self.frames.iter().rev().find_map(|frame| frame.handling.last());
        frame.handling.last().or_else(outer).cloned()
    }

    /// The variables of a function or a class body by name.
    fn locals_of(&mut self, frame: &Frame) -> PyResult<Value> {
        let code = &frame.code;
        let mut dict = super::dict::Dict::default();
        let cells = frame.cells.iter().map(|cell| cell.0.borrow().clone());
        let locals = code.locals.iter().zip(frame.locals.iter().cloned());
        for (name, value) in locals.chain(code.cells.iter().zip(cells)) {
            if let Some(value) = value.filter(|_| !name.starts_with('.')) {
                dict.insert(super::dict::Key::new(&Value::Str(name.clone()))?, value);
            }
        }
        self.burn(dict.len() as u64)?;
        self.dict(dict)
    }

    pub(super) fn raise(&mut self, frame: &mut Frame, parts: u32) -> PyResult<Fault> {
        let cause = if parts == 2 { Some(pop(frame)) } else { None };
        if parts == 0 {
            self.reraised = !frame.handling.is_empty();
            return Ok(match self.handled_in(frame) {
                Some(exception) => Fault::raised(exception),
                None => Fault::new(ExcKind::RuntimeError, "No active exception to reraise"),
            });
        }
        let raised = pop(frame);
        let exception = match raised {
            Value::Exception(_) => raised,
            Value::ExcType(_) | Value::Class(_) => self.call(&raised, Args::default())?,
            _ => raised,
        };
        if !matches!(exception, Value::Exception(_)) {
            return Err(Fault::type_error("exceptions must derive from BaseException"));
        }
        if let Some(cause) = cause {
            self.set_cause(&exception, cause)?;
        }
        Ok(Fault::raised(exception))
    }
}
