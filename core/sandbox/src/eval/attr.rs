//! Attributes.

use std::rc::Rc;

use super::class::{Attrs, set_class_attr};
use super::ctx::Ctx;
use super::exception::{ExcKind, Exception};
use super::fault::{Fault, PyResult};
use super::function::Builtin;
use super::heap::Gc;
use super::text::{ByText, Str};
use super::value::Value;

pub(crate) use super::instantiate::NEW as OBJECT_NEW;
pub(crate) use super::object::SETATTR as OBJECT_SETATTR;

impl Ctx {
    /// `object.name`.
    pub fn get_attr(&mut self, object: &Value, name: &str) -> PyResult<Value> {
        match self.find_attr(object, name)? {
            Some(value) => Ok(value),
            None => Err(self.no_attribute(object, name)),
        }
    }

    /// The error of a missing attribute, which knows the object.
    pub(super) fn no_attribute(&mut self, object: &Value, name: &str) -> Fault {
        let message = match object {
            Value::Module(module) => {
                format!(
                    "module '{}' has no attribute '{name}' (or it is not provided in this sandbox)",
                    module.name
                )
            }
            Value::Class(_) | Value::Type(_) | Value::ExcType(_) => {
                let plain = self.type_label(object);
                format!(
                    "type object '{}' has no attribute '{name}'",
                    plain.rsplit('.').next().unwrap_or_default()
                )
            }
            _ => format!("'{}' object has no attribute '{name}'", object.type_name()),
        };
        let made = self.str(message).and_then(|message| {
            let value = self.new_exception(ExcKind::AttributeError, None, vec![message])?;
            let (name, object) = (self.str(name)?, object.clone());
            let (name_key, object_key) = (self.names.text("name"), self.names.text("obj"));
            if let Value::Exception(exception) = &value {
                exception.attrs.borrow_mut().extend([(name_key, name), (object_key, object)]);
            }
            Ok(value)
        });
        made.map_or_else(|limit| limit, Fault::raised)
    }

    /// `object.name`; `None` if there is no such attribute.
    pub(crate) fn find_attr(&mut self, object: &Value, name: &str) -> PyResult<Option<Value>> {
        match object {
            Value::Instance(instance) => return self.instance_attr(object, instance, name),
            Value::Module(module) => {
                return match module.get(name) {
                    None if name == "__name__" => self.str(module.name).map(Some),
                    None if name == "__dict__" => {
                        let attrs = module.attrs.borrow().clone();
                        self.attrs_dict(&attrs).map(Some)
                    }
                    None if module.name == "json" => crate::stdlib::json_class(self, name),
                    None if module.name.starts_with("numpy") => {
                        crate::parts::numpy_name(self, module.name, name)
                    }
                    value => Ok(value),
                };
            }
            Value::Host(host) => {
                if let Some(value) = host.get_attr(self, object, name)? {
                    return Ok(Some(value));
                }
                if !host.has_method(name) {
                    return match name {
                        "__class__" => self.type_of(object).map(Some),
                        _ => Ok(None),
                    };
                }
            }
            Value::Exception(exception) => return self.exception_attr(object, exception, name),
            Value::Class(class) => return self.class_attr(object, class, name),
            Value::Type(class) => return self.type_attr(object, class, name),
            Value::ExcType(kind) => {
                if name == "__new__" {
                    return Ok(Some(Value::Native(&OBJECT_NEW)));
                }
                if let Some(method) = Self::exception_method(name) {
                    return Ok(Some(Value::Native(method)));
                }
                return match name {
                    "__name__" | "__qualname__" => self.str(kind.name()).map(Some),
                    _ => self.class_part(object, name),
                };
            }
            Value::Function(function) => return self.function_attr(function, name),
            Value::Method(method) => return self.method_attr(object, method, name),
            Value::Native(native) => {
                return match name {
                    "__name__" | "__qualname__" => self.str(native.name).map(Some),
                    "__doc__" => Ok(Some(Value::None)),
                    "__module__" => self.str("builtins").map(Some),
                    "__class__" => self.type_of(object).map(Some),
                    "at" | "reduce" | "accumulate" | "outer" => {
                        crate::parts::numpy_method(self, native, name)
                    }
                    _ => Ok(None),
                };
            }
            Value::Builtin(builtin) => {
                let builtin = builtin.clone();
                return self.builtin_attr(object, &builtin, name);
            }
            _ => {
                if let Some(value) = crate::builtins::get_property(self, object, name)? {
                    return Ok(Some(value));
                }
                if !crate::builtins::has_method(object, name) {
                    return match name {
                        "__class__" => self.type_of(object).map(Some),
                        "__doc__" => Ok(Some(Value::None)),
                        _ => match super::object::method(name) {
                            Some(method) => self.builtin(Builtin::Closure(method, object.clone())).map(Some),
                            None => Ok(None),
                        },
                    };
                }
            }
        }
        let name = self.names.text(name);
        self.builtin(Builtin::Method { receiver: object.clone(), name }).map(Some)
    }

    pub(super) fn attrs_dict(&self, attrs: &Attrs) -> PyResult<Value> {
        let mut dict = super::dict::Dict::default();
        for (name, value) in attrs {
            dict.insert(super::dict::Key::new(&Value::Str(name.clone()))?, value.clone());
        }
        self.dict(dict)
    }

    fn exception_attr(
        &mut self,
        object: &Value,
        exception: &Gc<Exception>,
        name: &str,
    ) -> PyResult<Option<Value>> {
        if let Some(value) = exception.attrs.borrow().get(&ByText(name)).cloned() {
            return Ok(Some(value));
        }
        if let Some(class) = &exception.class
            && let Some(value) = class.find(name)
        {
            let class = class.clone();
            return self.bind(value, object, &class).map(Some);
        }
        let method = Self::exception_method(name).or_else(|| super::exception_group::method(exception, name));
        if let Some(method) = method {
            return self.builtin(Builtin::Closure(method, object.clone())).map(Some);
        }
        let found = match name {
            "__class__" => self.type_of(object).map(Some)?,
            "__dict__" => {
                let attrs = exception.attrs.borrow().clone();
                self.attrs_dict(&attrs).map(Some)?
            }
            _ => self.exception_part(exception, name)?,
        };
        match (found, &exception.class) {
            (None, Some(class)) => match class.find("__getattr__") {
                Some(hook) => {
                    let name = self.str(name)?;
                    self.call_with(&hook, vec![object.clone(), name]).map(Some)
                }
                None => Ok(None),
            },
            (found, _) => Ok(found),
        }
    }

    fn builtin_attr(&mut self, object: &Value, builtin: &Gc<Builtin>, name: &str) -> PyResult<Option<Value>> {
        match (&***builtin, name) {
            (Builtin::Super { class, receiver }, _) => {
                let (class, receiver) = (class.clone(), receiver.clone());
                self.super_attr(&class, &receiver, name)
            }
            (Builtin::Property(getter, setter, deleter), _) => {
                self.property_attr(object, [getter, setter, deleter], name)
            }
            (Builtin::Method { name: method, .. } | Builtin::Unbound { name: method, .. }, "__name__") => {
                Ok(Some(Value::Str(method.clone())))
            }
            (Builtin::Method { receiver, .. } | Builtin::Closure(_, receiver), "__self__") => {
                Ok(Some(receiver.clone()))
            }
            (Builtin::Closure(native, _), "__name__") => self.str(native.name).map(Some),
            (Builtin::Static(function) | Builtin::ClassMethod(function), "__func__" | "__wrapped__") => {
                Ok(Some(function.clone()))
            }
            (Builtin::Static(function) | Builtin::ClassMethod(function), "__name__" | "__doc__") => {
                let function = function.clone();
                self.find_attr(&function, name)
            }
            (Builtin::Partial { function, .. }, "func") => Ok(Some(function.clone())),
            (Builtin::Partial { positional, .. }, "args") => self.tuple(positional.clone()).map(Some),
            (Builtin::Partial { keyword, .. }, "keywords") => {
                let keywords: Attrs = keyword.iter().cloned().collect();
                self.attrs_dict(&keywords).map(Some)
            }
            (_, "__class__") => self.type_of(object).map(Some),
            (_, "__doc__") => Ok(Some(Value::None)),
            _ => Ok(None),
        }
    }

    /// `object.name = value`.
    pub(crate) fn set_attr(&mut self, object: &Value, name: Rc<Str>, value: Value) -> PyResult<()> {
        match object {
            Value::Instance(instance) => self.set_instance_attr(object, instance, name, value)?,
            Value::Class(class) => {
                if let Some(hook) = class.meta.as_ref().and_then(|meta| meta.find("__setattr__")) {
                    return self.call_with(&hook, vec![object.clone(), Value::Str(name), value]).map(drop);
                }
                set_class_attr(class, name, value)?;
            }
            Value::Exception(exception) if &**name == "args" => {
                let args = self.collect(&value)?;
                *exception.args.borrow_mut() = args;
            }
            Value::Exception(exception) => {
                if let Some(class) = &exception.class
                    && let Some(property @ Value::Builtin(_)) = class.find(&name)
                    && let Some(done) = self.set_data(object, &class.name.clone(), &property, &name, &value)
                {
                    return done;
                }
                exception.charge.grow_to((exception.attrs.borrow().len() + 1) * 48)?;
                let old = exception.attrs.borrow_mut().insert(name, value);
                drop(old);
            }
            Value::Module(module) => {
                module.charge.grow_to((module.attrs.borrow().len() + 1) * 48)?;
                if module.name == "sys" && &**name == "stdout" {
                    let output = value.host::<crate::files::Stream>().is_some_and(|s| s.is_output());
                    self.redirected = if output || value.is_none() { None } else { Some(value.clone()) };
                }
                let old = module.attrs.borrow_mut().insert(name, value);
                drop(old);
            }
            Value::Function(function) => self.set_function_attr(function, name, value)?,
            Value::Host(host) => host.set_attr(self, &name, value)?,
            Value::Type(_) | Value::ExcType(_) => {
                let class = self.type_label(object);
                let name = &**name;
                return Err(Fault::type_error(format!(
                    "cannot set '{name}' attribute of immutable type '{class}'"
                )));
            }
            _ if crate::builtins::has_method(object, &name) => {
                let (class, name) = (object.type_name(), &**name);
                let message = format!("'{class}' object attribute '{name}' is read-only");
                return Err(Fault::new(ExcKind::AttributeError, message));
            }
            _ => return Err(Fault::no_attribute(object.type_name(), &name)),
        }
        Ok(())
    }

    pub(crate) fn del_attr(&mut self, object: &Value, name: &str) -> PyResult<()> {
        let removed = match object {
            Value::Instance(instance) => return self.del_instance_attr(object, instance, name),
            Value::Function(function) => function.attrs.borrow_mut().shift_remove(&ByText(name)),
            Value::Class(class) => {
                if let Some(hook) = class.meta.as_ref().and_then(|meta| meta.find("__delattr__")) {
                    let name = self.str(name)?;
                    return self.call_with(&hook, vec![object.clone(), name]).map(drop);
                }
                class.attrs.borrow_mut().shift_remove(&ByText(name))
            }
            Value::Exception(exception) => exception.attrs.borrow_mut().shift_remove(&ByText(name)),
            Value::Module(module) => module.attrs.borrow_mut().shift_remove(&ByText(name)),
            _ => None,
        };
        match removed {
            Some(_) => Ok(()),
            None => Err(self.no_attribute(object, name)),
        }
    }
}
