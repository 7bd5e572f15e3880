//! `with`, `except` and imports.

use super::ctx::Ctx;
use super::exception::ExcKind;
use super::fault::{Fault, PyResult};
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
                let traceback = self.traceback_object(&error);
                let swallowed = self.call_with(&function, vec![manager.clone(), class, error, traceback])?;
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
        match name.split('.').next() {
            Some("numpy") => crate::parts::numpy(self, name),
            Some("cv2") => crate::parts::cv2(self, name),
            Some("matplotlib" | "mpl_toolkits" | "cycler" | "pylab") => crate::parts::mpl(self, name),
            _ => match crate::stdlib::module(self, name)? {
                Some(module) => Ok(Some(module)),
                None => crate::pil::module(self, name),
            },
        }
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
}
