//! Generators: running to the next `yield`, raising inside, closing, and `yield from`.

use super::code::Op;
use super::ctx::Ctx;
use super::exception::ExcKind;
use super::fault::{Fault, PyResult};
use super::function::Frame;
use super::heap::Gc;
use super::iter::Iter;
use super::value::{IterObject, Value};
use super::vm::{Outcome, pop, top};

impl Ctx {
    /// Runs a generator to its next `yield`, whose value is `sent`.
    pub(crate) fn resume(&mut self, generator: &Gc<IterObject>, sent: Value) -> PyResult<Option<Value>> {
        if !sent.is_none() && matches!(&*generator.0.borrow(), Iter::Generator { started: false, .. }) {
            return Err(Fault::type_error("can't send non-None value to a just-started generator"));
        }
        let Some((mut frame, first)) = take_frame(generator)? else { return Ok(None) };
        if !first {
            frame.stack.push(sent);
        }
        self.go_on(generator, frame)
    }

    /// Raises an exception where a generator waits, and runs it to its next `yield`.
    pub(crate) fn throw(&mut self, generator: &Gc<IterObject>, exception: Value) -> PyResult<Option<Value>> {
        let mut fault = Fault::raised(exception.clone());
        let Some((mut frame, first)) = take_frame(generator)? else { return Err(fault) };
        if first {
            *generator.0.borrow_mut() = Iter::Empty;
            return Err(fault);
        }
        if let Some((inner, end)) = delegate(&frame) {
            match self.throw_inside(&inner, exception) {
                Ok(Some(item)) => {
                    suspend(generator, frame);
                    return Ok(Some(item));
                }
                Ok(None) => {
                    frame.stack.pop();
                    frame.stack.push(take_result(&inner));
                    frame.ip = end;
                    return self.go_on(generator, frame);
                }
                Err(raised) => fault = raised,
            }
        }
        let base = self.frames.len();
        match self.unwind(fault, &mut frame, base) {
            Ok(()) => self.go_on(generator, frame),
            Err(fault) => {
                *generator.0.borrow_mut() = Iter::Empty;
                Err(fault)
            }
        }
    }

    /// A `yield from` hands the exception on; generators within generators are native recursion.
    fn throw_inside(&mut self, inner: &Gc<IterObject>, exception: Value) -> PyResult<Option<Value>> {
        self.enter()?;
        let result = self.throw(inner, exception);
        self.leave();
        result
    }

    /// Ends a generator where it waits; its `finally` clauses run.
    pub(crate) fn close_generator(&mut self, generator: &Gc<IterObject>) -> PyResult<()> {
        if !matches!(&*generator.0.borrow(), Iter::Generator { started: true, .. }) {
            let state = std::mem::replace(&mut *generator.0.borrow_mut(), Iter::Empty);
            drop(state);
            return Ok(());
        }
        let exit = self.new_exception(ExcKind::GeneratorExit, None, Vec::new())?;
        match self.throw(generator, exit) {
            Ok(Some(_)) => Err(Fault::new(ExcKind::RuntimeError, "generator ignored GeneratorExit")),
            Err(fault) if !fault.is(ExcKind::GeneratorExit) => Err(fault),
            _ => Ok(()),
        }
    }

    /// The `StopIteration` of an iterator that came to its end, with what a generator returned.
    pub(crate) fn stop_iteration(&mut self, iterator: &Value) -> PyResult<Fault> {
        let result = match iterator {
            Value::Iter(iterator) => take_result(iterator),
            _ => Value::None,
        };
        let args = if result.is_none() { Vec::new() } else { vec![result] };
        Ok(Fault::raised(self.new_exception(ExcKind::StopIteration, None, args)?))
    }

    /// One step of `yield from`: the next item is put in the place of what was sent, or the result in the
    /// place of the iterator.
    #[inline(never)]
    pub(super) fn yield_from(&mut self, frame: &mut Frame, end: u32) -> PyResult<()> {
        let sent = pop(frame);
        let iterator = top(frame).clone();
        let item = match &iterator {
            Value::Iter(inner) if matches!(&*inner.0.borrow(), Iter::Generator { .. }) => {
                self.resume(inner, sent)?
            }
            _ => self.next(&iterator)?,
        };
        match item {
            Some(item) => frame.stack.push(item),
            None => {
                frame.stack.pop();
                let result = match &iterator {
                    Value::Iter(inner) => take_result(inner),
                    _ => Value::None,
                };
                frame.stack.push(result);
                frame.ip = end as usize;
            }
        }
        Ok(())
    }

    fn go_on(&mut self, generator: &Gc<IterObject>, frame: Box<Frame>) -> PyResult<Option<Value>> {
        match self.execute(frame) {
            Ok(Outcome::Yield(item, suspended)) => {
                suspend(generator, suspended);
                Ok(Some(item))
            }
            Ok(Outcome::Return(result)) => {
                let end = if result.is_none() { Iter::Empty } else { Iter::Returned(result) };
                *generator.0.borrow_mut() = end;
                Ok(None)
            }
            Err(fault) => {
                *generator.0.borrow_mut() = Iter::Empty;
                // It would look like the generator's own end.
                if !fault.is(ExcKind::StopIteration) {
                    return Err(fault);
                }
                let text = self.str("generator raised StopIteration")?;
                let error = self.new_exception(ExcKind::RuntimeError, None, vec![text])?;
                if let super::fault::FaultKind::Raised(cause) = *fault.0 {
                    self.set_cause(&error, cause)?;
                }
                Err(Fault::raised(error))
            }
        }
    }
}

fn suspend(generator: &Gc<IterObject>, suspended: Box<Frame>) {
    if let Iter::Generator { frame, .. } = &mut *generator.0.borrow_mut() {
        *frame = Some(suspended);
    }
}

/// The frame of a generator, and whether it has not run yet; `None` if it is at its end.
fn take_frame(generator: &Gc<IterObject>) -> PyResult<Option<(Box<Frame>, bool)>> {
    match &mut *generator.0.borrow_mut() {
        Iter::Generator { frame, started } => match frame.take() {
            Some(frame) => Ok(Some((frame, !std::mem::replace(started, true)))),
            None => Err(Fault::value_error("generator already executing")),
        },
        _ => Ok(None),
    }
}

/// What a generator returned, once.
fn take_result(iterator: &Gc<IterObject>) -> Value {
    let mut state = iterator.0.borrow_mut();
    if !matches!(&*state, Iter::Returned(_)) {
        return Value::None;
    }
    match std::mem::replace(&mut *state, Iter::Empty) {
        Iter::Returned(result) => result,
        _ => Value::None,
    }
}

/// The generator that a suspended frame delegates to, and where the frame goes on after it.
fn delegate(frame: &Frame) -> Option<(Gc<IterObject>, usize)> {
    let Some(Op::Jump(start)) = frame.code.ops.get(frame.ip) else { return None };
    let Some(Op::YieldFrom(end)) = frame.code.ops.get(*start as usize) else { return None };
    match top(frame) {
        Value::Iter(inner) if matches!(&*inner.0.borrow(), Iter::Generator { .. }) => {
            Some((inner.clone(), *end as usize))
        }
        _ => None,
    }
}
