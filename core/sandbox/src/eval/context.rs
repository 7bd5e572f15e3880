//! `with`, `except`, `isinstance` and imports.

use std::rc::Rc;

use super::args::Args;
use super::class::Class;
use super::ctx::Ctx;
use super::exception::ExcKind;
use super::fault::{Fault, PyResult};
use super::heap::Gc;
use super::value::Value;

impl Ctx {
    pub(super) fn with_enter(&mut self, manager: &Value) -> PyResult<Value> {
        let entered = match manager {
            Value::Host(host) => host.enter(self, manager)?,
            Value::Instance(instance) => match instance.class.find("__enter__") {
                Some(function) => Some(self.call_with(&function, vec![manager.clone()])?),
                None => None,
            },
            _ => None,
        };
        entered.ok_or_else(|| {
            let name = manager.type_name();
            Fault::type_error(format!("'{name}' object does not support the context manager protocol"))
        })
    }

    /// Leaves a `with` block; whether the error is swallowed.
    pub(super) fn with_exit(&mut self, manager: &Value, error: Option<Value>) -> PyResult<bool> {
        match manager {
            Value::Host(host) => host.exit(self).map(|()| false),
            Value::Instance(instance) => {
                let Some(function) = instance.class.find("__exit__") else { return Ok(false) };
                let (class, error) = match error {
                    Some(error) => (self.type_of(&error)?, error),
                    None => (Value::None, Value::None),
                };
                let swallowed =
                    self.call_with(&function, vec![manager.clone(), class, error, Value::None])?;
                self.truthy(&swallowed)
            }
            _ => Ok(false),
        }
    }

    pub(super) fn exception_matches(&mut self, exception: &Value, class: &Value) -> PyResult<bool> {
        match class {
            Value::Tuple(classes) => {
                for class in &classes.0 {
                    if self.exception_matches_one(exception, class)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            one => self.exception_matches_one(exception, one),
        }
    }

    fn exception_matches_one(&mut self, exception: &Value, class: &Value) -> PyResult<bool> {
        match class {
            Value::ExcType(_) | Value::Class(_) => self.is_instance(exception, class),
            _ => Err(Fault::type_error(
                "catching classes that do not inherit from BaseException is not allowed",
            )),
        }
    }

    /// `isinstance(value, class)`.
    pub fn is_instance(&mut self, value: &Value, class: &Value) -> PyResult<bool> {
        match class {
            Value::Type(native) => Ok((native.is_instance)(value)),
            Value::ExcType(kind) => Ok(matches!(value, Value::Exception(e) if e.kind.is_a(*kind))),
            Value::Class(class) => Ok(match value {
                Value::Instance(instance) => is_subclass(&instance.class, class),
                Value::Exception(e) => e.class.as_ref().is_some_and(|own| is_subclass(own, class)),
                _ => false,
            }),
            Value::Tuple(classes) => {
                self.enter()?;
                let mut found = Ok(false);
                for class in &classes.0 {
                    found = self.is_instance(value, class);
                    if !matches!(found, Ok(false)) {
                        break;
                    }
                }
                self.leave();
                found
            }
            _ => Err(Fault::type_error("isinstance() arg 2 must be a type, a tuple of types, or a union")),
        }
    }

    /// `type(value)`.
    pub(crate) fn type_of(&mut self, value: &Value) -> PyResult<Value> {
        Ok(match value {
            Value::Instance(instance) => Value::Class(instance.class.clone()),
            Value::Exception(e) => match &e.class {
                Some(class) => Value::Class(class.clone()),
                None => Value::ExcType(e.kind),
            },
            Value::Host(host) => match host.class() {
                Some(class) => Value::Type(class),
                None => return Err(Fault::not_provided(format!("the type of '{}'", host.type_name()))),
            },
            other => match crate::builtins::type_named(other.type_name()) {
                Some(class) => Value::Type(class),
                None => return Err(Fault::not_provided(format!("the type of '{}'", other.type_name()))),
            },
        })
    }

    /// The name of a class.
    pub(crate) fn type_label(&self, class: &Value) -> String {
        match class {
            Value::Type(native) => native.name.to_owned(),
            Value::ExcType(kind) => kind.name().to_owned(),
            Value::Class(class) => (**class.name).to_owned(),
            other => other.type_name().to_owned(),
        }
    }

    /// Imports a module by its full name.
    pub fn import_module(&mut self, name: &str) -> PyResult<Value> {
        if let Some((_, module)) = self.modules.iter().find(|(known, _)| known == name) {
            return Ok(module.clone());
        }
        let parent = name.rsplit_once('.').map(|(parent, _)| parent);
        let parent = match parent {
            Some(parent) => Some(self.import_module(parent)?),
            None => None,
        };
        // A package may have made its modules along with itself.
        if let (Some(Value::Module(parent)), Some((_, leaf))) = (&parent, name.rsplit_once('.'))
            && let Some(module @ Value::Module(_)) = parent.get(leaf)
        {
            self.modules.push((name.to_owned(), module.clone()));
            return Ok(module);
        }
        let module = match self.library_module(name)? {
            Some(module) => module,
            None => {
                let message = format!("No module named '{name}' (not provided in this sandbox)");
                return Err(Fault::new(ExcKind::ModuleNotFoundError, message));
            }
        };
        if let (Some(Value::Module(parent)), Some((_, leaf))) = (parent, name.rsplit_once('.')) {
            let leaf = self.names.text(leaf);
            parent.attrs.borrow_mut().insert(leaf, module.clone());
        }
        self.modules.push((name.to_owned(), module.clone()));
        Ok(module)
    }

    /// The module of the library that has it.
    fn library_module(&mut self, name: &str) -> PyResult<Option<Value>> {
        for library in [crate::stdlib::module, crate::pil::module, crate::numpy::module, crate::mpl::module] {
            if let Some(module) = library(self, name)? {
                return Ok(Some(module));
            }
        }
        Ok(None)
    }

    pub(super) fn import_from(&mut self, module: &Value, name: &str) -> PyResult<Value> {
        if let Some(value) = self.find_attr(module, name)? {
            return Ok(value);
        }
        let Value::Module(inner) = module else { return self.get_attr(module, name) };
        let full = format!("{}.{name}", inner.name);
        match self.import_module(&full) {
            Ok(value) => Ok(value),
            Err(fault) if fault.is(ExcKind::ModuleNotFoundError) => Err(Fault::new(
                ExcKind::ImportError,
                format!("cannot import name '{name}' from '{}' (not provided in this sandbox)", inner.name),
            )),
            Err(fault) => Err(fault),
        }
    }

    /// Calls `object.name()` if the object has such a method in its class.
    pub(crate) fn special(&mut self, object: &Value, name: &str) -> PyResult<Option<Value>> {
        let Value::Instance(instance) = object else { return Ok(None) };
        match instance.class.find(name) {
            Some(function) => self.call(&function, Args::new(vec![object.clone()])).map(Some),
            None => Ok(None),
        }
    }
}

/// Whether `class` is `base` or derives from it.
pub(crate) fn is_subclass(class: &Gc<Class>, base: &Gc<Class>) -> bool {
    Rc::ptr_eq(class, base) || class.mro.iter().any(|c| Rc::ptr_eq(c, base))
}
