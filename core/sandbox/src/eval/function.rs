//! Functions and their frames.

use std::cell::RefCell;
use std::rc::Rc;

use super::class::Attrs;
use super::code::Code;
use super::heap::{Contents, Gc};
use super::host::NativeFn;
use super::text::Str;
use super::value::Value;

/// A variable that functions share.
pub struct Cell(pub RefCell<Option<Value>>);

impl Contents for Cell {
    const MUTABLE: bool = true;

    fn take_values(&mut self, into: &mut Vec<Value>) {
        into.extend(self.0.get_mut().take());
    }

    fn clear_shared(&self, into: &mut Vec<Value>) {
        into.extend(self.0.borrow_mut().take());
    }
}

/// A function that the script defined.
pub struct Function {
    /// Its code.
    pub code: Rc<Code>,
    /// Defaults of the last positional parameters.
    pub defaults: Vec<Value>,
    /// Defaults of the keyword-only parameters.
    pub keyword_defaults: Vec<Option<Value>>,
    /// Variables of enclosing functions.
    pub closure: Vec<Gc<Cell>>,
    /// What the script notes of its parameters; `None` without annotations.
    pub annotations: Value,
    /// Attributes set by the script.
    pub attrs: RefCell<Attrs>,
}

impl Contents for Function {
    const MUTABLE: bool = true;

    fn clear_shared(&self, into: &mut Vec<Value>) {
        into.extend(self.attrs.borrow_mut().drain(..).map(|(_, v)| v));
    }

    fn take_values(&mut self, into: &mut Vec<Value>) {
        into.extend(self.attrs.get_mut().drain(..).map(|(_, v)| v));
        into.push(std::mem::replace(&mut self.annotations, Value::None));
        into.append(&mut self.defaults);
        into.extend(self.keyword_defaults.drain(..).flatten());
        // A closure may hold the last reference to another function, and so on.
        for cell in self.closure.drain(..) {
            if Rc::strong_count(&cell) == 1 {
                into.extend(cell.0.borrow_mut().take());
            }
        }
    }
}

/// A function of the script bound to its first argument.
pub struct BoundMethod {
    /// The function (or any callable).
    pub function: Value,
    /// The first argument.
    pub receiver: Value,
}

impl Contents for BoundMethod {
    const MUTABLE: bool = false;

    fn take_values(&mut self, into: &mut Vec<Value>) {
        into.push(std::mem::replace(&mut self.function, Value::None));
        into.push(std::mem::replace(&mut self.receiver, Value::None));
    }
}

/// Builtin callables and descriptors that carry values.
pub enum Builtin {
    /// A method of a builtin or host object.
    Method {
        /// The object.
        receiver: Value,
        /// The method's name.
        name: Rc<Str>,
    },
    /// A method taken from a builtin class, such as `str.lower`.
    Unbound {
        /// The class.
        class: Value,
        /// The method's name.
        name: Rc<Str>,
    },
    /// `property(getter, setter, deleter)`; `None` is for none.
    Property(Value, Value, Value),
    /// A field of a named tuple: the item at this place.
    Field(usize),
    /// `staticmethod(function)`.
    Static(Value),
    /// `classmethod(function)`.
    ClassMethod(Value),
    /// `functools.partial` and other closures of native code.
    Partial {
        /// What to call.
        function: Value,
        /// Arguments that come first.
        positional: Vec<Value>,
        /// Keyword arguments.
        keyword: Vec<(Rc<Str>, Value)>,
    },
    /// A native function with a value that it closes over, passed as the first argument.
    Closure(&'static NativeFn, Value),
    /// `super()` for an object, searching after the given class.
    Super {
        /// The class after which the search begins.
        class: Value,
        /// The object.
        receiver: Value,
    },
}

impl Contents for Builtin {
    const MUTABLE: bool = false;

    fn take_values(&mut self, into: &mut Vec<Value>) {
        let mut take = |value: &mut Value| into.push(std::mem::replace(value, Value::None));
        match self {
            Self::Method { receiver, .. } => take(receiver),
            Self::Unbound { class, .. } => take(class),
            Self::Property(getter, setter, deleter) => {
                take(getter);
                take(setter);
                take(deleter);
            }
            Self::Field(_) => {}
            Self::Static(f) | Self::ClassMethod(f) | Self::Closure(_, f) => take(f),
            Self::Partial { function, positional, keyword } => {
                take(function);
                into.append(positional);
                into.extend(keyword.drain(..).map(|(_, v)| v));
            }
            Self::Super { class, receiver } => {
                take(class);
                take(receiver);
            }
        }
    }
}

/// What a block of a frame does when an error passes.
#[derive(Clone, Copy)]
pub struct Block {
    /// Where to continue.
    pub handler: u32,
    /// Height of the value stack there.
    pub stack: u32,
    /// Number of exceptions being handled there.
    pub handling: u32,
}

/// One activation of a code object.
pub struct Frame {
    /// The code.
    pub code: Rc<Code>,
    /// The next instruction.
    pub ip: usize,
    /// Line to restore on return to this frame.
    pub line: u32,
    /// Local variables.
    pub locals: Vec<Option<Value>>,
    /// Cells of this function, then those of the enclosing ones.
    pub cells: Vec<Gc<Cell>>,
    /// The value stack.
    pub stack: Vec<Value>,
    /// Enclosing `try` and `with` blocks.
    pub blocks: Vec<Block>,
    /// Exceptions being handled.
    pub handling: Vec<Value>,
    /// What the result is: the call's value, or the new instance of a constructor.
    pub returns: Returns,
}

/// What becomes of the value that a frame returns.
#[derive(Clone)]
pub enum Returns {
    /// It is the value of the call.
    Value,
    /// It is dropped; the value of the call is this instance.
    Instance(Value),
    /// It is dropped; the value of the call is a class of the frame's local variables.
    Class {
        /// The class's name.
        name: Rc<Str>,
        /// Its base classes.
        bases: Vec<Value>,
        /// Keyword arguments of the class statement.
        keywords: Vec<(Rc<Str>, Value)>,
    },
}

impl Frame {
    /// Moves everything the frame holds into `into`.
    pub fn take_values(&mut self, into: &mut Vec<Value>) {
        into.append(&mut self.stack);
        into.append(&mut self.handling);
        into.extend(self.locals.drain(..).flatten());
        for cell in self.cells.drain(..) {
            if Rc::strong_count(&cell) == 1 {
                into.extend(cell.0.borrow_mut().take());
            }
        }
        match std::mem::replace(&mut self.returns, Returns::Value) {
            Returns::Value => {}
            Returns::Instance(value) => into.push(value),
            Returns::Class { bases, keywords, .. } => {
                into.extend(bases);
                into.extend(keywords.into_iter().map(|(_, value)| value));
            }
        }
    }
}
