//! Classes and instances that a script defines.

use std::cell::RefCell;
use std::hash::BuildHasherDefault;
use std::rc::Rc;

use super::ctx::Ctx;
use super::exception::ExcKind;
use super::fault::{Fault, PyResult};
use super::function::Builtin;
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

impl Ctx {
    /// Makes a class of what its body defined.
    pub(crate) fn new_class(
        &mut self,
        name: Rc<Str>,
        bases: Vec<Value>,
        mut attrs: Attrs,
    ) -> PyResult<Value> {
        let mut parents = Vec::new();
        let mut exception = None;
        for base in &bases {
            match base {
                Value::Class(class) => {
                    exception = exception.or(class.exception);
                    parents.push(class.clone());
                }
                Value::ExcType(kind) => exception = Some(*kind),
                Value::Type(class) if class.name == "object" => {}
                // `class Color(str, Enum)`: the members then equal their values.
                Value::Type(class) if MIXINS.contains(&class.name) && bases.iter().any(is_mixing) => {
                    attrs.insert(self.names.text("__mixin__"), base.clone());
                }
                other => {
                    let label = self.type_label(other);
                    return Err(Fault::type_error(format!(
                        "a class deriving from '{label}' is not supported in this sandbox"
                    )));
                }
            }
        }
        let mro = linearise(&parents).ok_or_else(|| {
            Fault::type_error("Cannot create a consistent method resolution order (MRO) for bases")
        })?;
        self.burn(mro.len() as u64)?;
        let bytes = mro.len() * 8 + attrs.len() * 48;
        let class = Class { name, mro, exception, attrs: attrs.into() };
        let class = self.heap.alloc(class, bytes)?;
        let hook =
            class.mro.iter().find_map(|base| base.attrs.borrow().get(&ByText("__init_subclass__")).cloned());
        let value = Value::Class(class);
        if let Some(hook) = hook {
            let function = match &hook {
                Value::Builtin(builtin) => match &***builtin {
                    Builtin::ClassMethod(function) => function.clone(),
                    _ => hook.clone(),
                },
                _ => hook,
            };
            self.call_with(&function, vec![value.clone()])?;
        }
        Ok(value)
    }
}

/// Builtin classes that may stand beside a class with `__mixin__`.
const MIXINS: [&str; 3] = ["str", "int", "float"];

fn is_mixing(base: &Value) -> bool {
    matches!(base, Value::Class(class) if class.find("__mixin__").is_some())
}

/// The plain value behind a member of an `IntEnum` and the like.
pub(crate) fn mixed(value: &Value) -> Option<Value> {
    let Value::Instance(instance) = value else { return None };
    instance.class.find("__mixin__").filter(|mixin| !mixin.is_none())?;
    instance.attrs.borrow().get(&ByText("_value_")).cloned()
}

/// Python's C3 order of the base classes.
fn linearise(parents: &[Gc<Class>]) -> Option<Vec<Gc<Class>>> {
    let mut lists: Vec<Vec<Gc<Class>>> =
        parents.iter().map(|p| std::iter::once(p.clone()).chain(p.mro.iter().cloned()).collect()).collect();
    lists.push(parents.to_vec());
    let mut order = Vec::new();
    loop {
        lists.retain(|list| !list.is_empty());
        if lists.is_empty() {
            return Some(order);
        }
        let next = lists.iter().map(|list| &list[0]).find(|candidate| {
            lists.iter().all(|list| list[1..].iter().all(|other| !Rc::ptr_eq(other, candidate)))
        })?;
        let next = next.clone();
        for list in &mut lists {
            if Rc::ptr_eq(&list[0], &next) {
                list.remove(0);
            }
        }
        order.push(next);
    }
}
