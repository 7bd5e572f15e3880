//! Where code comes from, and where code that was made of text keeps its variables.

use std::rc::Rc;

use super::ctx::Ctx;
use super::dict::{Key, TextKey};
use super::fault::PyResult;
use super::heap::{Charge, Gc};
use super::value::{DictObject, Value};

/// Bytes that code takes for each byte of its source, to be safe.
const CODE_PER_BYTE: usize = 48;

/// The text that code was compiled from, kept for tracebacks.
pub struct Source {
    text: String,
    #[allow(dead_code)] // held for its drop
    charge: Charge,
}

impl Source {
    /// Keeps a text, and pays for the code that is made of it.
    pub(crate) fn new(ctx: &Ctx, text: &str) -> PyResult<Rc<Self>> {
        let charge = ctx.charge(text.len() * (CODE_PER_BYTE + 1) + 64)?;
        Ok(Rc::new(Self { text: text.to_owned(), charge }))
    }

    /// A line of the text, from 1, without the spaces around it.
    pub(crate) fn line(&self, number: u32) -> Option<&str> {
        let line = self.text.lines().nth((number as usize).checked_sub(1)?)?.trim();
        (!line.is_empty()).then_some(line)
    }
}

/// The dictionaries that hold the variables of code run by `exec` or `eval`.
#[derive(Clone)]
pub(crate) struct Namespace {
    /// Variables of the text's outermost level, if they are not the global ones.
    pub locals: Option<Gc<DictObject>>,
    /// Global variables; those of the script, if missing.
    pub globals: Option<Gc<DictObject>>,
    /// What the text names `__builtins__`, if it is not the usual.
    pub builtins: Option<Gc<DictObject>>,
}

fn find(dict: &Gc<DictObject>, name: &str) -> Option<Value> {
    dict.0.borrow().get(&TextKey(name)).cloned()
}

impl Namespace {
    /// The namespace of functions within the text.
    pub fn inner(&self) -> Self {
        Self { locals: None, ..self.clone() }
    }
}

impl Ctx {
    pub(super) fn load_named(&mut self, space: &Namespace, symbol: u32) -> PyResult<Value> {
        let name = self.names.get(symbol).clone();
        for dict in [&space.locals, &space.globals].into_iter().flatten() {
            if let Some(value) = find(dict, &name) {
                return Ok(value);
            }
        }
        if space.globals.is_none() {
            return self.load_global(symbol);
        }
        let builtin = match &space.builtins {
            Some(dict) => find(dict, &name),
            None => self.builtins.get(symbol as usize).cloned().flatten(),
        };
        builtin.ok_or_else(|| super::vm::undefined(&name))
    }

    pub(super) fn store_named(&mut self, space: &Namespace, symbol: u32, value: Value) -> PyResult<()> {
        match space.locals.as_ref().or(space.globals.as_ref()) {
            Some(dict) => {
                let name = Value::Str(self.names.get(symbol).clone());
                self.dict_insert(dict, &name, value)
            }
            None => {
                self.store_global(symbol, value);
                Ok(())
            }
        }
    }

    pub(super) fn delete_named(&mut self, space: &Namespace, symbol: u32) -> PyResult<()> {
        let name = self.names.get(symbol).clone();
        let old = match space.locals.as_ref().or(space.globals.as_ref()) {
            Some(dict) => dict.0.borrow_mut().shift_remove(&Key::new(&Value::Str(name.clone()))?),
            None => self.globals.get_mut(symbol as usize).and_then(Option::take),
        };
        match old {
            Some(_) => Ok(()),
            None => Err(super::vm::undefined(&name)),
        }
    }
}
