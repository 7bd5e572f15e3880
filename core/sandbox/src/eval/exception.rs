//! The builtin exception classes and exception objects.

use std::cell::{Cell, RefCell};

use super::class::{Attrs, Class};
use super::heap::{Contents, Gc};
use super::value::Value;

macro_rules! exceptions {
    ($($name:ident $(as $label:literal)? < $parent:ident),* $(,)?) => {
        /// A builtin exception class.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        // `error` is what CPython calls that of `re`.
        #[allow(missing_docs, non_camel_case_types)] // Python's classes of the same names
        pub enum ExcKind { $($name),* }

        impl ExcKind {
            pub(crate) const ALL: &'static [ExcKind] = &[$(ExcKind::$name),*];

            /// Python's class name.
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => exceptions!(@label $name $($label)?)),* }
            }

            /// The base class; `BaseException` is its own.
            pub fn parent(self) -> Self {
                match self { $(Self::$name => Self::$parent),* }
            }
        }
    };
    (@label $name:ident) => { stringify!($name) };
    (@label $name:ident $label:literal) => { $label };
}

exceptions! {
    BaseException < BaseException,
    SystemExit < BaseException,
    KeyboardInterrupt < BaseException,
    GeneratorExit < BaseException,
    BaseExceptionGroup < BaseException,
    Exception < BaseException,
    ExceptionGroup < Exception,
    ArithmeticError < Exception,
    ZeroDivisionError < ArithmeticError,
    OverflowError < ArithmeticError,
    FloatingPointError < ArithmeticError,
    AssertionError < Exception,
    AttributeError < Exception,
    BufferError < Exception,
    EOFError < Exception,
    ImportError < Exception,
    ModuleNotFoundError < ImportError,
    LookupError < Exception,
    IndexError < LookupError,
    KeyError < LookupError,
    MemoryError < Exception,
    NameError < Exception,
    UnboundLocalError < NameError,
    OSError < Exception,
    ConnectionError < OSError,
    TimeoutError < OSError,
    FileNotFoundError < OSError,
    FileExistsError < OSError,
    NotADirectoryError < OSError,
    PermissionError < OSError,
    IsADirectoryError < OSError,
    UnidentifiedImageError < OSError,
    UnsupportedOperation < OSError,
    RuntimeError < Exception,
    NotImplementedError < RuntimeError,
    RecursionError < RuntimeError,
    StopIteration < Exception,
    SyntaxError < Exception,
    IndentationError < SyntaxError,
    SystemError < Exception,
    TypeError < Exception,
    UFuncTypeError < TypeError,
    ValueError < Exception,
    UnicodeError < ValueError,
    UnicodeDecodeError < UnicodeError,
    UnicodeEncodeError < UnicodeError,
    JSONDecodeError < ValueError,
    error < Exception,
    CvError as "cv2.error" < Exception,
    Error < ValueError,
    AxisError < ValueError,
    LinAlgError < ValueError,
    Warning < Exception,
    UserWarning < Warning,
    DeprecationWarning < Warning,
    RuntimeWarning < Warning,
    FutureWarning < Warning,
}

impl ExcKind {
    /// Whether this class is `base` or derives from it.
    pub fn is_a(self, base: Self) -> bool {
        let mut kind = self;
        loop {
            if kind == base {
                return true;
            }
            if kind == Self::BaseException {
                return false;
            }
            kind = kind.parent();
        }
    }
}

/// An exception object.
pub struct Exception {
    /// The builtin class, or the builtin base of `class`.
    pub kind: ExcKind,
    /// The script's own class, if it has one.
    pub class: Option<Gc<Class>>,
    /// Constructor arguments.
    pub args: RefCell<Vec<Value>>,
    /// Attributes set by the script.
    pub attrs: RefCell<Attrs>,
    /// Line where it was first raised; 0 before that.
    pub line: Cell<u32>,
    /// Where it passed, the innermost first.
    pub places: RefCell<Vec<super::trace::Place>>,
}

impl Contents for Exception {
    const MUTABLE: bool = true;

    fn take_values(&mut self, into: &mut Vec<Value>) {
        into.append(self.args.get_mut());
        into.extend(self.attrs.get_mut().drain(..).map(|(_, v)| v));
        into.extend(self.class.take().map(Value::Class));
    }

    fn clear_shared(&self, into: &mut Vec<Value>) {
        into.append(&mut self.args.borrow_mut());
        into.extend(self.attrs.borrow_mut().drain(..).map(|(_, v)| v));
    }
}
