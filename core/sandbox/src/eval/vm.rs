//! The machine that runs bytecode. Calls between the script's own functions use no native stack.

use std::rc::Rc;

use super::args::Args;
use super::code::{Code, Op};
use super::ctx::Ctx;
use super::exception::ExcKind;
use super::fault::{Fault, FaultKind, PyResult};
use super::function::{Block, Frame, Returns};
use super::iter::Iter;
use super::value::Value;

/// How a frame came to an end.
pub(crate) enum Outcome {
    Return(Value),
    Yield(Value, Box<Frame>),
}

/// What a call leads to.
pub(crate) enum Prepared {
    /// The call is done.
    Value(Value),
    /// A function of the script waits to run.
    Frame(Box<Frame>),
}

enum Step {
    Return(Value),
    Yield(Value),
}

pub(super) fn pop(frame: &mut Frame) -> Value {
    frame.stack.pop().unwrap_or(Value::None)
}

pub(super) fn top(frame: &Frame) -> &Value {
    frame.stack.last().unwrap_or(&Value::None)
}

pub(super) fn pop_many(frame: &mut Frame, count: usize) -> Vec<Value> {
    let at = frame.stack.len().saturating_sub(count);
    frame.stack.split_off(at)
}

impl Ctx {
    /// Runs a module to its end.
    pub(crate) fn run_module(&mut self, code: Rc<Code>) -> PyResult<()> {
        let frame = self.new_frame(code, Vec::new());
        match self.execute(frame)? {
            Outcome::Return(_) | Outcome::Yield(..) => Ok(()),
        }
    }

    pub(crate) fn new_frame(
        &mut self,
        code: Rc<Code>,
        cells: Vec<super::heap::Gc<super::function::Cell>>,
    ) -> Box<Frame> {
        let locals = vec![None; code.locals.len()];
        Box::new(Frame {
            code,
            ip: 0,
            line: self.line,
            locals,
            cells,
            stack: Vec::with_capacity(8),
            blocks: Vec::new(),
            handling: Vec::new(),
            returns: Returns::Value,
        })
    }

    /// Runs a frame, and the frames it calls, until it returns, yields or raises.
    pub(crate) fn execute(&mut self, frame: Box<Frame>) -> PyResult<Outcome> {
        let base = self.frames.len();
        let line = self.line;
        self.enter()?;
        let mut frame = frame;
        let result = loop {
            match self.run(&mut frame, base) {
                Ok(Step::Return(value)) => break Ok(Outcome::Return(value)),
                Ok(Step::Yield(value)) => break Ok(Outcome::Yield(value, frame)),
                Err(fault) => {
                    if let Err(fault) = self.unwind(fault, &mut frame, base) {
                        break Err(fault);
                    }
                }
            }
        };
        self.leave();
        // A limit keeps the line where it was met.
        if !matches!(&result, Err(fault) if fault.is_limit()) {
            self.line = line;
        }
        result
    }

    /// Finds the handler of an error, leaving frames on the way.
    pub(super) fn unwind(&mut self, fault: Fault, frame: &mut Box<Frame>, base: usize) -> PyResult<()> {
        if fault.is_limit() {
            self.frames.truncate(base);
            return Err(fault);
        }
        let exception = match self.exception_of(fault, frame) {
            Ok(exception) => exception,
            Err(limit) => {
                self.frames.truncate(base);
                return Err(limit);
            }
        };
        let mut line = self.line;
        let mut again = std::mem::take(&mut self.reraised);
        loop {
            if !std::mem::take(&mut again)
                && let Err(limit) = self.add_place(&exception, &frame.code, line)
            {
                self.frames.truncate(base);
                return Err(limit);
            }
            if let Some(block) = frame.blocks.pop() {
                self.line = line;
                frame.stack.truncate(block.stack as usize);
                frame.handling.truncate(block.handling as usize);
                frame.handling.push(exception.clone());
                frame.stack.push(exception);
                frame.ip = block.handler as usize;
                return Ok(());
            }
            if self.frames.len() <= base {
                return Err(Fault::raised(exception));
            }
            match self.frames.pop() {
                Some(caller) => {
                    line = caller.line;
                    *frame = caller;
                }
                None => return Err(Fault::raised(exception)),
            }
        }
    }

    /// The exception object of an error, with its line and the exception handled where it arose.
    fn exception_of(&mut self, fault: Fault, frame: &Frame) -> PyResult<Value> {
        let first = match &*fault.0 {
            FaultKind::Error { .. } => true,
            FaultKind::Raised(Value::Exception(raised)) => raised.line.get() == 0,
            _ => false,
        };
        let value = match *fault.0 {
            FaultKind::Error { kind, argument } => {
                let argument = match argument {
                    super::fault::Argument::Text(text) => self.str(text)?,
                    super::fault::Argument::Value(value) => value,
                };
                self.new_exception(kind, None, vec![argument])?
            }
            FaultKind::Raised(value) => value,
            FaultKind::Limit { .. } => return Err(fault),
        };
        if let Value::Exception(exception) = &value
            && exception.line.get() == 0
        {
            exception.line.set(self.line);
        }
        if first {
            self.set_context(&value, frame)?;
        }
        Ok(value)
    }

    /// Makes `prepared` the running frame, or pushes its value.
    pub(super) fn enter_call(&mut self, prepared: Prepared, frame: &mut Box<Frame>) {
        match prepared {
            Prepared::Value(value) => frame.stack.push(value),
            Prepared::Frame(callee) => {
                let mut caller = std::mem::replace(frame, callee);
                caller.line = self.line;
                self.frames.push(caller);
            }
        }
    }

    fn run(&mut self, frame: &mut Box<Frame>, base: usize) -> PyResult<Step> {
        loop {
            if self.fuel == 0 {
                return Err(Fault::fuel());
            }
            self.fuel -= 1;
            let Some(&op) = frame.code.ops.get(frame.ip) else { return Ok(Step::Return(Value::None)) };
            frame.ip += 1;
            match op {
                Op::Line(line) => self.line = line,
                Op::Const(index) => {
                    let value = frame.code.constants[index as usize].clone();
                    frame.stack.push(value);
                }
                Op::None => frame.stack.push(Value::None),
                Op::True => frame.stack.push(Value::Bool(true)),
                Op::False => frame.stack.push(Value::Bool(false)),
                Op::Pop => drop(frame.stack.pop()),
                Op::Dup => {
                    let value = top(frame).clone();
                    frame.stack.push(value);
                }
                Op::Dup2 => {
                    let at = frame.stack.len().saturating_sub(2);
                    frame.stack.extend_from_within(at..);
                }
                Op::Swap => {
                    let len = frame.stack.len();
                    frame.stack.swap(len - 1, len - 2);
                }
                Op::Rot3 => {
                    let at = frame.stack.len() - 3;
                    frame.stack[at..].rotate_right(1);
                }
                Op::LoadLocal(slot) => match &frame.locals[slot as usize] {
                    Some(value) => {
                        let value = value.clone();
                        frame.stack.push(value);
                    }
                    None => return Err(unbound(&frame.code.locals[slot as usize])),
                },
                Op::StoreLocal(slot) => {
                    let value = pop(frame);
                    frame.locals[slot as usize] = Some(value);
                }
                Op::DelLocal(slot) => {
                    if frame.locals[slot as usize].take().is_none() {
                        return Err(unbound(&frame.code.locals[slot as usize]));
                    }
                }
                Op::LoadGlobal(symbol) => {
                    let value = self.load_global(symbol)?;
                    frame.stack.push(value);
                }
                Op::StoreGlobal(symbol) => {
                    let value = pop(frame);
                    self.store_global(symbol, value);
                }
                Op::Binary(op) => {
                    let right = pop(frame);
                    let left = pop(frame);
                    let value = match super::arith::fast_binary(op, &left, &right) {
                        Some(value) => value,
                        None => self.binary(op, &left, &right)?,
                    };
                    frame.stack.push(value);
                }
                Op::Compare(op) => {
                    let right = pop(frame);
                    let left = pop(frame);
                    let value = match super::compare::fast_compare(op, &left, &right) {
                        Some(value) => Value::Bool(value),
                        None => self.compare(op, &left, &right)?,
                    };
                    frame.stack.push(value);
                }
                Op::Jump(target) => frame.ip = target as usize,
                Op::JumpIfFalse(target) => {
                    let value = pop(frame);
                    let truth = if let Value::Bool(b) = value { b } else { self.truthy(&value)? };
                    if !truth {
                        frame.ip = target as usize;
                    }
                }
                Op::JumpIfTrue(target) => {
                    let value = pop(frame);
                    if self.truthy(&value)? {
                        frame.ip = target as usize;
                    }
                }
                Op::ForIter(target) => {
                    let Value::Iter(iterator) = top(frame) else {
                        return Err(Fault::type_error("for needs an iterator"));
                    };
                    let item = match &mut *iterator.0.borrow_mut() {
                        Iter::Range { range, index, len } => {
                            *index += 1;
                            Some((*index <= *len).then(|| Value::Int(range.get(*index - 1))))
                        }
                        Iter::List { list, index } => {
                            *index += 1;
                            Some(list.0.borrow().get(*index - 1).cloned())
                        }
                        _ => None,
                    };
                    let item = match item {
                        Some(item) => item,
                        None => {
                            let iterator = top(frame).clone();
                            self.next(&iterator)?
                        }
                    };
                    match item {
                        Some(item) => frame.stack.push(item),
                        None => {
                            frame.stack.pop();
                            frame.ip = target as usize;
                        }
                    }
                }
                Op::Call(count) => {
                    let prepared = self.call_from_stack(frame, usize::from(count))?;
                    self.enter_call(prepared, frame);
                }
                Op::CallMethod(count, name) => {
                    let args = Args::new(pop_many(frame, usize::from(count)));
                    let object = pop(frame);
                    let name = self.names.get(name).clone();
                    let prepared = self.prepare_method(object, &name, args)?;
                    self.enter_call(prepared, frame);
                }
                Op::Return => {
                    let value = pop(frame);
                    let value = self.finish(frame, value)?;
                    if self.frames.len() <= base {
                        return Ok(Step::Return(value));
                    }
                    if let Some(mut caller) = self.frames.pop() {
                        self.line = caller.line;
                        caller.stack.push(value);
                        *frame = caller;
                    }
                }
                Op::Yield => return Ok(Step::Yield(pop(frame))),
                Op::PushBlock(handler) => {
                    let block = Block {
                        handler,
                        stack: frame.stack.len() as u32,
                        handling: frame.handling.len() as u32,
                    };
                    frame.blocks.push(block);
                }
                Op::PopBlock => drop(frame.blocks.pop()),
                Op::PopHandling => drop(frame.handling.pop()),
                other => self.rare(other, frame)?,
            }
        }
    }

    pub(super) fn load_global(&mut self, symbol: u32) -> PyResult<Value> {
        let index = symbol as usize;
        if let Some(Some(value)) = self.globals.get(index) {
            return Ok(value.clone());
        }
        match self.builtins.get(index) {
            Some(Some(value)) => Ok(value.clone()),
            _ => self.preset_module(symbol),
        }
    }

    /// The large libraries that a script finds without importing them; built when first named.
    fn preset_module(&mut self, symbol: u32) -> PyResult<Value> {
        let module = match &***self.names.get(symbol) {
            "np" | "numpy" => "numpy",
            "cv2" => "cv2",
            name => return Err(undefined(name)),
        };
        let module = self.import_module(module)?;
        self.store_global(symbol, module.clone());
        Ok(module)
    }

    pub(crate) fn store_global(&mut self, symbol: u32, value: Value) {
        let index = symbol as usize;
        if self.globals.len() <= index {
            self.globals.resize(index + 1, None);
        }
        let old = self.globals[index].replace(value);
        drop(old);
    }
}

pub(super) fn unbound(name: &str) -> Fault {
    let message = format!("cannot access local variable '{name}' where it is not associated with a value");
    Fault::new(ExcKind::UnboundLocalError, message)
}

pub(super) fn undefined(name: &str) -> Fault {
    Fault::new(ExcKind::NameError, format!("name '{name}' is not defined"))
}
