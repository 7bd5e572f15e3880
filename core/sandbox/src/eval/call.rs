//! Calls.

use std::rc::Rc;

use super::args::Args;
use super::class::Trait;
use super::ctx::Ctx;
use super::dict::Dict;
use super::exception::ExcKind;
use super::fault::{Fault, PyResult};
use super::function::{BoundMethod, Builtin, Cell, Frame, Function};
use super::heap::{Gc, Weight};
use super::iter::Iter;
use super::text::Str;
use super::value::{IterObject, Value};
use super::vm::{Outcome, Prepared};
use super::wrong_arguments::{missing_arguments, too_many};

impl Ctx {
    /// Calls anything callable.
    pub fn call(&mut self, callee: &Value, args: Args) -> PyResult<Value> {
        match self.prepare(callee, args)? {
            Prepared::Value(value) => Ok(value),
            Prepared::Frame(frame) => match self.execute(frame)? {
                Outcome::Return(value) | Outcome::Yield(value, _) => Ok(value),
            },
        }
    }

    /// Calls a method of any object.
    pub fn call_method(&mut self, object: &Value, name: &str, args: Args) -> PyResult<Value> {
        let name = self.names.text(name);
        match self.prepare_method(object.clone(), &name, args)? {
            Prepared::Value(value) => Ok(value),
            Prepared::Frame(frame) => match self.execute(frame)? {
                Outcome::Return(value) | Outcome::Yield(value, _) => Ok(value),
            },
        }
    }

    /// A call with positional arguments on the stack, the callee below them.
    pub(super) fn call_from_stack(&mut self, frame: &mut Frame, count: usize) -> PyResult<Prepared> {
        let at = frame.stack.len() - count;
        if let Value::Function(function) = &frame.stack[at - 1] {
            let code = &function.code;
            if code.positional == count && !code.varargs && !code.kwargs && code.keyword_only == 0 {
                let function = function.clone();
                let mut callee = self.empty_frame(&function)?;
                for (place, value) in callee.locals.iter_mut().zip(frame.stack.drain(at..)) {
                    *place = Some(value);
                }
                frame.stack.pop();
                return self.start(callee);
            }
        }
        let args = Args::new(frame.stack.split_off(at));
        let callee = frame.stack.pop().unwrap_or(Value::None);
        self.prepare(&callee, args)
    }

    fn empty_frame(&mut self, function: &Gc<Function>) -> PyResult<Box<Frame>> {
        if self.frames.len() + self.native_depth >= self.limits.depth {
            return Err(Fault::recursion(&format!(" ({} nested calls)", self.limits.depth)));
        }
        let code = function.code.clone();
        let mut cells = Vec::with_capacity(code.cells.len());
        for _ in 0..code.own_cells {
            cells.push(self.heap.alloc(Cell(None.into()), 0)?);
        }
        cells.extend(function.closure.iter().cloned());
        Ok(self.new_frame(code, cells))
    }

    /// Copies parameters into their cells, and wraps a generator's frame.
    pub(super) fn start(&mut self, frame: Box<Frame>) -> PyResult<Prepared> {
        for (slot, cell) in &frame.code.cell_parameters {
            *frame.cells[*cell as usize].0.borrow_mut() = frame.locals[*slot as usize].clone();
        }
        if frame.code.generator {
            let bytes = Frame::BYTES + frame.locals.len() * size_of::<Value>() + 128;
            let iterator = Iter::Generator { frame: Some(frame), started: false };
            let iterator = self.heap.alloc(IterObject(iterator.into()), bytes)?;
            return Ok(Prepared::Value(Value::Iter(iterator)));
        }
        Ok(Prepared::Frame(frame))
    }

    /// The frame of a call with its parameters filled in.
    pub(super) fn function_frame(&mut self, function: &Gc<Function>, args: Args) -> PyResult<Box<Frame>> {
        let mut frame = self.empty_frame(function)?;
        let code = function.code.clone();
        let name = &code.qualname;
        let given = args.positional.len();
        let mut positional = args.positional.into_iter();
        for slot in 0..code.positional.min(given) {
            frame.locals[slot] = positional.next();
        }
        let rest: Vec<Value> = positional.collect();
        let mut after = code.positional + code.keyword_only;
        if code.varargs {
            frame.locals[after] = Some(self.tuple(rest)?);
            after += 1;
        } else if !rest.is_empty() {
            let least = code.positional - function.defaults.len();
            return Err(Fault::type_error(too_many(name, least, code.positional, given)));
        }
        let mut extra = Dict::default();
        for (keyword, value) in args.keyword {
            let named = &code.locals[code.positional_only..code.positional + code.keyword_only];
            match named.iter().position(|n| Rc::ptr_eq(n, &keyword) || **n == *keyword) {
                Some(index) => {
                    let place = &mut frame.locals[code.positional_only + index];
                    if place.replace(value).is_some() {
                        let message = format!("{name}() got multiple values for argument '{}'", &**keyword);
                        return Err(Fault::type_error(message));
                    }
                }
                None if code.kwargs => {
                    extra.insert(super::dict::Key::new(&Value::Str(keyword))?, value);
                }
                None if code.locals[..code.positional_only].contains(&keyword) => {
                    let message = "got some positional-only arguments passed as keyword arguments";
                    return Err(Fault::type_error(format!("{name}() {message}: '{}'", &**keyword)));
                }
                None => {
                    let message = format!("{name}() got an unexpected keyword argument '{}'", &**keyword);
                    return Err(Fault::type_error(message));
                }
            }
        }
        if code.kwargs {
            frame.locals[after] = Some(self.dict(extra)?);
        }
        let first_default = code.positional - function.defaults.len();
        let mut missing: Vec<&str> = Vec::new();
        for slot in 0..code.positional {
            if frame.locals[slot].is_none() {
                match slot.checked_sub(first_default) {
                    Some(index) => frame.locals[slot] = Some(function.defaults[index].clone()),
                    None => missing.push(&code.locals[slot]),
                }
            }
        }
        if !missing.is_empty() {
            return Err(Fault::type_error(missing_arguments(name, "positional", &missing)));
        }
        for index in 0..code.keyword_only {
            let slot = code.positional + index;
            if frame.locals[slot].is_none() {
                match function.keyword_defaults.get(index).cloned().flatten() {
                    Some(default) => frame.locals[slot] = Some(default),
                    None => missing.push(&code.locals[slot]),
                }
            }
        }
        if !missing.is_empty() {
            return Err(Fault::type_error(missing_arguments(name, "keyword-only", &missing)));
        }
        Ok(frame)
    }

    /// Leads a call up to the point where a function of the script has to run.
    pub(crate) fn prepare(&mut self, callee: &Value, mut args: Args) -> PyResult<Prepared> {
        let value = match callee {
            Value::Function(function) => {
                let frame = self.function_frame(function, args)?;
                return self.start(frame);
            }
            Value::Native(native) => (native.call)(self, args)?,
            Value::Type(class) => match class.call {
                Some(call) => call(self, args)?,
                None => {
                    return Err(Fault::type_error(format!("cannot create '{}' instances", class.name)));
                }
            },
            Value::Method(method) => {
                args.positional.insert(0, method.receiver.clone());
                return self.prepare(&method.function, args);
            }
            Value::Class(class) => return self.call_class(class, args),
            Value::ExcType(kind) => {
                let number = args.positional.first().and_then(Value::as_i64);
                let kind = match number.filter(|_| *kind == ExcKind::OSError && args.positional.len() > 1) {
                    Some(number) => super::chain::os_error(number),
                    None => *kind,
                };
                if matches!(kind, ExcKind::ExceptionGroup | ExcKind::BaseExceptionGroup) {
                    self.check_group(&args.positional)?;
                }
                self.new_exception(kind, None, args.positional)?
            }
            Value::Builtin(builtin) => {
                let builtin = builtin.clone();
                return self.prepare_builtin(&builtin, args);
            }
            Value::Host(host) => host.call(self, callee, args)?,
            Value::Instance(instance) => match instance.class.find("__call__") {
                Some(function) => {
                    args.positional.insert(0, callee.clone());
                    return self.prepare(&function, args);
                }
                None => return Err(not_callable(callee)),
            },
            _ => return Err(not_callable(callee)),
        };
        Ok(Prepared::Value(value))
    }

    fn prepare_builtin(&mut self, builtin: &Builtin, mut args: Args) -> PyResult<Prepared> {
        match builtin {
            Builtin::Method { receiver, name } => self.prepare_method(receiver.clone(), name, args),
            Builtin::Unbound { class, name } => {
                if args.positional.is_empty() {
                    let class = self.type_label(class);
                    return Err(Fault::type_error(format!(
                        "unbound method {class}.{}() needs an argument",
                        &***name
                    )));
                }
                let receiver = args.positional.remove(0);
                if &***name == "__init__" {
                    self.native_init(&receiver, args)?;
                    return Ok(Prepared::Value(Value::None));
                }
                if !self.is_instance(&receiver, class)? {
                    let message = format!(
                        "descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
                        &***name,
                        self.type_label(class),
                        receiver.type_name()
                    );
                    return Err(Fault::type_error(message));
                }
                let receiver = super::instance::plain(&receiver).clone();
                self.prepare_method(receiver, name, args)
            }
            Builtin::Static(function) => self.prepare(function, args),
            Builtin::Closure(native, value) => {
                args.positional.insert(0, value.clone());
                Ok(Prepared::Value((native.call)(self, args)?))
            }
            Builtin::Partial { function, positional, keyword } => {
                let mut all = positional.clone();
                all.append(&mut args.positional);
                let mut keywords = keyword.clone();
                for (name, value) in args.keyword {
                    match keywords.iter_mut().find(|(n, _)| *n == name) {
                        Some(place) => place.1 = value,
                        None => keywords.push((name, value)),
                    }
                }
                // Partials may wrap partials; the chain is native recursion.
                self.enter()?;
                let result = self.prepare(function, Args { positional: all, keyword: keywords });
                self.leave();
                result
            }
            Builtin::Property(..) | Builtin::Field(_) | Builtin::ClassMethod(_) | Builtin::Super { .. } => {
                Err(Fault::type_error("this object is not callable"))
            }
        }
    }

    /// A method call up to the point where a function of the script has to run.
    pub(crate) fn prepare_method(
        &mut self,
        object: Value,
        name: &Rc<Str>,
        mut args: Args,
    ) -> PyResult<Prepared> {
        let instance = match &object {
            Value::Instance(instance) => instance,
            Value::Host(host) => {
                // Libraries want the numbers, texts and tuples behind instances of the script's classes.
                for place in args.positional.iter_mut().chain(args.keyword.iter_mut().map(|(_, v)| v)) {
                    if let Some(base) = super::instance::base_of(place) {
                        *place = base.clone();
                    }
                }
                return Ok(Prepared::Value(host.call_method(self, &object, name, args)?));
            }
            Value::Module(_)
            | Value::Class(_)
            | Value::Type(_)
            | Value::ExcType(_)
            | Value::Builtin(_)
            | Value::Exception(_)
            | Value::Function(_) => {
                let callee = self.get_attr(&object, name)?;
                return self.prepare(&callee, args);
            }
            // `np.add.at(...)` and the like.
            Value::Native(_) if matches!(&***name, "at" | "reduce" | "accumulate" | "outer") => {
                let callee = self.get_attr(&object, name)?;
                return self.prepare(&callee, args);
            }
            _ => return Ok(Prepared::Value(crate::builtins::call_method(self, &object, name, args)?)),
        };
        let class = &instance.class;
        if !class.has(Trait::GetAttribute) && !class.has(Trait::Descriptor) {
            if let Some(value) = instance.get(name) {
                return self.prepare(&value, args);
            }
            match (class.find(name), &instance.base) {
                (Some(function @ Value::Function(_)), _) => {
                    args.positional.insert(0, object);
                    return self.prepare(&function, args);
                }
                (None, Some(base)) if crate::builtins::has_plain_method(base, name) => {
                    let base = base.clone();
                    return Ok(Prepared::Value(crate::builtins::call_method(self, &base, name, args)?));
                }
                _ => {}
            }
        }
        let callee = self.get_attr(&object, name)?;
        self.prepare(&callee, args)
    }

    /// How messages about the arguments of a call name what is called.
    pub(super) fn callee_label(&self, callee: &Value) -> String {
        match callee {
            Value::Function(function) => format!("__main__.{}()", function.code.qualname),
            Value::Class(class) => format!("__main__.{}()", &**class.name),
            Value::Native(native) => format!("{}()", native.name),
            Value::Type(class) => format!("{}()", class.name),
            Value::Method(method) => self.callee_label(&method.function),
            other => format!("{} object", other.type_name()),
        }
    }

    /// A new exception object.
    pub(crate) fn new_exception(
        &self,
        kind: ExcKind,
        class: Option<Gc<super::class::Class>>,
        args: Vec<Value>,
    ) -> PyResult<Value> {
        let exception = super::exception::Exception {
            kind,
            class,
            args: args.into(),
            attrs: Default::default(),
            line: 0.into(),
            places: Default::default(),
        };
        Ok(Value::Exception(self.heap.alloc(exception, 64)?))
    }

    pub(super) fn spread_args(&mut self, positional: &Value, keywords: &Value) -> PyResult<Args> {
        let mut args = Args::new(self.collect(positional)?);
        if let Value::Dict(dict) = keywords {
            for (key, value) in dict.0.borrow().iter() {
                let Value::Str(name) = key.value() else {
                    return Err(Fault::type_error("keywords must be strings"));
                };
                args.keyword.push((name.clone(), value.clone()));
            }
        }
        Ok(args)
    }

    pub(crate) fn bind_method(&self, function: Value, receiver: Value) -> PyResult<Value> {
        Ok(Value::Method(self.heap.alloc(BoundMethod { function, receiver }, 0)?))
    }

    pub(crate) fn builtin(&self, builtin: Builtin) -> PyResult<Value> {
        Ok(Value::Builtin(self.heap.alloc(builtin, 32)?))
    }
}

fn not_callable(value: &Value) -> Fault {
    Fault::type_error(format!("'{}' object is not callable", value.type_name()))
}
