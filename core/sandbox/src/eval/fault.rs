//! Errors on their way through the evaluator.

use std::fmt;

use super::exception::ExcKind;
use super::value::Value;

/// The result of anything that can raise.
pub type PyResult<T> = Result<T, Fault>;

/// A raised error: a Python exception, or a limit that no `except` catches.
pub struct Fault(pub(crate) Box<FaultKind>);

pub(crate) enum FaultKind {
    /// A builtin exception that has no object yet.
    Error { kind: ExcKind, argument: Argument },
    /// An exception object.
    Raised(Value),
    /// A limit was met; nothing in the script may run after this.
    Limit { kind: &'static str, message: String },
}

/// The argument of an exception that has no object yet.
pub(crate) enum Argument {
    Text(String),
    Value(Value),
}

impl Fault {
    /// A builtin exception with a message.
    pub fn new(kind: ExcKind, message: impl Into<String>) -> Self {
        Self(Box::new(FaultKind::Error { kind, argument: Argument::Text(message.into()) }))
    }

    /// `TypeError`.
    pub fn type_error(message: impl Into<String>) -> Self {
        Self::new(ExcKind::TypeError, message)
    }

    /// `ValueError`.
    pub fn value_error(message: impl Into<String>) -> Self {
        Self::new(ExcKind::ValueError, message)
    }

    /// `AttributeError: 'TYPE' object has no attribute 'NAME'`.
    pub fn no_attribute(type_name: &str, name: &str) -> Self {
        Self::new(ExcKind::AttributeError, format!("'{type_name}' object has no attribute '{name}'"))
    }

    /// `AttributeError` for a part of a known library that this sandbox does not provide.
    pub fn not_provided(what: impl fmt::Display) -> Self {
        Self::new(ExcKind::AttributeError, format!("{what} is not provided in this sandbox"))
    }

    /// `KeyError` for a missing key.
    pub fn key_error(key: &Value) -> Self {
        Self(Box::new(FaultKind::Error { kind: ExcKind::KeyError, argument: Argument::Value(key.clone()) }))
    }

    /// An exception object that is raised.
    pub(crate) fn raised(exception: Value) -> Self {
        Self(Box::new(FaultKind::Raised(exception)))
    }

    /// The memory limit was met.
    pub(crate) fn memory(limit: usize) -> Self {
        Self::limit("MemoryExhausted", format!("the script needs more than {} MiB", limit >> 20))
    }

    /// The fuel is used up.
    pub(crate) fn fuel() -> Self {
        Self::limit("FuelExhausted", "the script runs too long: make loops and images smaller")
    }

    /// Calls or data are nested too deeply.
    pub(crate) fn recursion(what: &str) -> Self {
        Self::limit("RecursionError", format!("maximum recursion depth exceeded{what}"))
    }

    pub(crate) fn limit(kind: &'static str, message: impl Into<String>) -> Self {
        Self(Box::new(FaultKind::Limit { kind, message: message.into() }))
    }

    pub(crate) fn is_limit(&self) -> bool {
        matches!(*self.0, FaultKind::Limit { .. })
    }

    /// The message of a builtin exception that has no object yet.
    pub(crate) fn text(&self) -> Option<&str> {
        match &*self.0 {
            FaultKind::Error { argument: Argument::Text(text), .. } => Some(text),
            _ => None,
        }
    }

    /// Whether this is (a subclass of) the given builtin exception.
    pub fn is(&self, wanted: ExcKind) -> bool {
        match &*self.0 {
            FaultKind::Error { kind, .. } => kind.is_a(wanted),
            FaultKind::Raised(Value::Exception(e)) => e.kind.is_a(wanted),
            _ => false,
        }
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            FaultKind::Error { kind, argument: Argument::Text(text) } => write!(f, "{}: {text}", kind.name()),
            FaultKind::Error { kind, .. } => f.write_str(kind.name()),
            FaultKind::Raised(_) => f.write_str("exception"),
            FaultKind::Limit { kind, message } => write!(f, "{kind}: {message}"),
        }
    }
}
