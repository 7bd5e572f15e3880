//! Dictionary objects.

use std::cell::RefCell;

use super::dict::Dict;
use super::heap::Contents;
use super::value::{MoveOut, Value};

/// A dictionary, or one of the special ones of `collections`.
pub struct DictObject(pub RefCell<Dict>, RefCell<DictKind>);

/// What kind of dictionary it is.
#[derive(Clone, Default)]
pub(crate) enum DictKind {
    #[default]
    Plain,
    /// A `defaultdict` with its factory, which may be `None`.
    Default(Value),
    Counter,
    Ordered,
}

impl DictObject {
    /// A plain dictionary.
    pub fn new(dict: Dict) -> Self {
        Self(dict.into(), RefCell::default())
    }

    /// The factory of a `defaultdict`; for a `Counter` the default itself, which is 0.
    pub fn factory(&self) -> Option<Value> {
        match &*self.1.borrow() {
            DictKind::Default(factory) if !factory.is_none() => Some(factory.clone()),
            DictKind::Counter => Some(Value::Int(0)),
            _ => None,
        }
    }

    pub(crate) fn kind(&self) -> DictKind {
        self.1.borrow().clone()
    }

    pub(crate) fn set_kind(&self, kind: DictKind) {
        let old = self.1.replace(kind);
        drop(old);
    }

    /// Sets the factory of a `defaultdict`.
    pub(crate) fn set_default(&self, factory: Value) {
        self.set_kind(DictKind::Default(factory));
    }

    /// Whether this is a `Counter`.
    pub fn is_counter(&self) -> bool {
        matches!(*self.1.borrow(), DictKind::Counter)
    }

    /// Whether this is a `defaultdict`.
    pub fn is_default(&self) -> bool {
        matches!(*self.1.borrow(), DictKind::Default(_))
    }

    /// Whether this is an `OrderedDict`.
    pub fn is_ordered(&self) -> bool {
        matches!(*self.1.borrow(), DictKind::Ordered)
    }

    fn take_factory(&self, into: &mut Vec<Value>) {
        if let DictKind::Default(factory) = self.1.take() {
            into.push(factory);
        }
    }
}

impl Contents for DictObject {
    const MUTABLE: bool = true;

    fn take_values(&mut self, into: &mut Vec<Value>) {
        self.0.get_mut().move_out(into);
        self.take_factory(into);
    }

    fn clear_shared(&self, into: &mut Vec<Value>) {
        if let Ok(mut inner) = self.0.try_borrow_mut() {
            inner.move_out(into);
        }
        self.take_factory(into);
    }
}
