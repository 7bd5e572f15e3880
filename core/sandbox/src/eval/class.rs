//! Classes and instances that a script defines.

use std::cell::RefCell;
use std::hash::BuildHasherDefault;
use std::rc::Rc;

use super::exception::ExcKind;
use super::heap::{Contents, Gc};
use super::text::{ByText, Str};
use super::value::Value;

/// A hasher with fixed keys: the same order and the same cost in every run.
pub type FixedHasher = BuildHasherDefault<std::collections::hash_map::DefaultHasher>;

/// Attributes by name, in the order of creation.
pub type Attrs = indexmap::IndexMap<Rc<Str>, Value, FixedHasher>;

/// A class that a script defines.
pub struct Class {
    /// Its name.
    pub name: Rc<Str>,
    /// Itself excluded, the classes to search for attributes, in method resolution order.
    pub mro: Vec<Gc<Class>>,
    /// The builtin exception it derives from, if any.
    pub exception: Option<ExcKind>,
    /// Methods and class attributes.
    pub attrs: RefCell<Attrs>,
}

impl Class {
    /// Looks an attribute up here and in the base classes.
    pub fn find(&self, name: &str) -> Option<Value> {
        if let Some(value) = self.attrs.borrow().get(&ByText(name)) {
            return Some(value.clone());
        }
        self.mro.iter().find_map(|base| base.attrs.borrow().get(&ByText(name)).cloned())
    }
}

impl Contents for Class {
    const MUTABLE: bool = true;

    fn take_values(&mut self, into: &mut Vec<Value>) {
        into.extend(self.attrs.get_mut().drain(..).map(|(_, v)| v));
        into.extend(self.mro.drain(..).map(Value::Class));
    }

    fn clear_shared(&self, into: &mut Vec<Value>) {
        into.extend(self.attrs.borrow_mut().drain(..).map(|(_, v)| v));
    }
}

/// An instance of a script's class.
pub struct Instance {
    /// Its class.
    pub class: Gc<Class>,
    /// Its attributes.
    pub attrs: RefCell<Attrs>,
}

impl Contents for Instance {
    const MUTABLE: bool = true;

    fn take_values(&mut self, into: &mut Vec<Value>) {
        into.extend(self.attrs.get_mut().drain(..).map(|(_, v)| v));
        into.push(Value::Class(self.class.clone()));
    }

    fn clear_shared(&self, into: &mut Vec<Value>) {
        into.extend(self.attrs.borrow_mut().drain(..).map(|(_, v)| v));
    }
}
