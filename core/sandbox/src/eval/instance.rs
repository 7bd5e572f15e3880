//! Instances of a script's classes.

use std::cell::RefCell;
use std::rc::Rc;

use super::class::{Attrs, Class};
use super::ctx::Ctx;
use super::dict::{Dict, Key, TextKey};
use super::fault::PyResult;
use super::heap::{Contents, Gc};
use super::text::{ByText, Str};
use super::value::{DictObject, Value};

/// An instance of a script's class.
pub struct Instance {
    /// Its class.
    pub class: Gc<Class>,
    /// The builtin value that an instance of a class deriving from `dict`, `str` and the like carries.
    pub base: Option<Value>,
    fields: RefCell<Fields>,
}

/// Where attributes are kept. Most scripts never ask for `__dict__`, so the dictionary is made when one
/// does.
enum Fields {
    Own(Attrs),
    Shared(Gc<DictObject>),
}

impl Instance {
    /// An instance without attributes.
    pub fn new(class: Gc<Class>, base: Option<Value>) -> Self {
        Self { class, base, fields: Fields::Own(Attrs::default()).into() }
    }

    /// An own attribute.
    pub fn get(&self, name: &str) -> Option<Value> {
        match &*self.fields.borrow() {
            Fields::Own(attrs) => attrs.get(&ByText(name)).cloned(),
            Fields::Shared(dict) => dict.0.borrow().get(&TextKey(name)).cloned(),
        }
    }

    /// Removes an own attribute.
    pub fn remove(&self, name: &str) -> Option<Value> {
        match &mut *self.fields.borrow_mut() {
            Fields::Own(attrs) => attrs.shift_remove(&ByText(name)),
            Fields::Shared(dict) => dict.0.borrow_mut().shift_remove(&TextKey(name)),
        }
    }

    /// The own attributes, copied.
    pub fn attrs(&self) -> Attrs {
        match &*self.fields.borrow() {
            Fields::Own(attrs) => attrs.clone(),
            Fields::Shared(dict) => {
                dict.0.borrow().iter().filter_map(|(key, value)| named(key, value)).collect()
            }
        }
    }

    /// Whether the script holds the attributes as a dictionary, and so may set what a property hides.
    pub(super) fn is_shared(&self) -> bool {
        matches!(&*self.fields.borrow(), Fields::Shared(_))
    }

    /// Replaces all attributes.
    pub(crate) fn set_dict(&self, dict: Gc<DictObject>) {
        let old = self.fields.replace(Fields::Shared(dict));
        drop(old);
    }

    fn len(&self) -> usize {
        match &*self.fields.borrow() {
            Fields::Own(attrs) => attrs.len(),
            Fields::Shared(_) => 0,
        }
    }
}

fn named(key: &Key, value: &Value) -> Option<(Rc<Str>, Value)> {
    match key.value() {
        Value::Str(name) => Some((name.clone(), value.clone())),
        _ => None,
    }
}

/// Sets an attribute of an instance, whatever its class says about that.
pub(crate) fn keep(instance: &Gc<Instance>, name: Rc<Str>, value: Value) -> PyResult<()> {
    instance.charge.grow_to((instance.len() + 1) * 48)?;
    let old = match &mut *instance.fields.borrow_mut() {
        Fields::Own(attrs) => attrs.insert(name, value),
        Fields::Shared(dict) => {
            dict.charge.grow_to((dict.0.borrow().len() + 1) * 64)?;
            dict.0.borrow_mut().insert(Key::new(&Value::Str(name))?, value)
        }
    };
    drop(old);
    Ok(())
}

impl Contents for Instance {
    const MUTABLE: bool = true;

    fn take_values(&mut self, into: &mut Vec<Value>) {
        match self.fields.get_mut() {
            Fields::Own(attrs) => into.extend(attrs.drain(..).map(|(_, v)| v)),
            Fields::Shared(dict) => into.push(Value::Dict(dict.clone())),
        }
        into.extend(self.base.take());
        into.push(Value::Class(self.class.clone()));
    }

    fn clear_shared(&self, into: &mut Vec<Value>) {
        // A shared dictionary is on the heap itself, and cleared there.
        if let Fields::Own(attrs) = &mut *self.fields.borrow_mut() {
            into.extend(attrs.drain(..).map(|(_, v)| v));
        }
    }
}

impl Ctx {
    /// A new instance.
    pub(crate) fn instance(&self, class: &Gc<Class>, base: Option<Value>) -> PyResult<Value> {
        Ok(Value::Instance(self.heap.alloc(Instance::new(class.clone(), base), 96)?))
    }

    /// `instance.__dict__`: from now on its attributes live there.
    pub(crate) fn instance_dict(&mut self, instance: &Gc<Instance>) -> PyResult<Value> {
        if let Fields::Shared(dict) = &*instance.fields.borrow() {
            return Ok(Value::Dict(dict.clone()));
        }
        let attrs = instance.attrs();
        self.burn(attrs.len() as u64)?;
        let mut dict = Dict::default();
        for (name, value) in attrs {
            dict.insert(Key::new(&Value::Str(name))?, value);
        }
        let value = self.dict(dict)?;
        if let Value::Dict(dict) = &value {
            instance.set_dict(dict.clone());
        }
        Ok(value)
    }
}

/// The builtin value behind an instance of a class that derives from a builtin one.
pub(crate) fn base_of(value: &Value) -> Option<&Value> {
    match value {
        Value::Instance(instance) => instance.base.as_ref(),
        _ => None,
    }
}

/// The builtin value of an instance that carries one; any other value itself.
pub(crate) fn plain(value: &Value) -> &Value {
    base_of(value).unwrap_or(value)
}
