//! Modules.

use std::cell::RefCell;

use super::class::Attrs;
use super::heap::Contents;
use super::text::ByText;
use super::value::Value;

/// An imported module.
pub struct Module {
    /// The full name, such as `os.path`.
    pub name: &'static str,
    /// What it provides.
    pub attrs: RefCell<Attrs>,
}

impl Module {
    /// Looks a name up.
    pub fn get(&self, name: &str) -> Option<Value> {
        self.attrs.borrow().get(&ByText(name)).cloned()
    }
}

impl Contents for Module {
    const MUTABLE: bool = true;

    fn take_values(&mut self, into: &mut Vec<Value>) {
        into.extend(self.attrs.get_mut().drain(..).map(|(_, v)| v));
    }

    fn clear_shared(&self, into: &mut Vec<Value>) {
        into.extend(self.attrs.borrow_mut().drain(..).map(|(_, v)| v));
    }
}
