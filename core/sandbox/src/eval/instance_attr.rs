//! Attributes of instances: own ones, those of the class, descriptors and hooks.

use std::rc::Rc;

use super::class::{Class, Trait};
use super::ctx::Ctx;
use super::exception::ExcKind;
use super::fault::{Fault, PyResult};
use super::function::Builtin;
use super::heap::Gc;
use super::instance::{Instance, keep};
use super::text::Str;
use super::value::Value;

impl Ctx {
    pub(super) fn instance_attr(
        &mut self,
        object: &Value,
        instance: &Gc<Instance>,
        name: &str,
    ) -> PyResult<Option<Value>> {
        let class = &instance.class;
        if !class.has(Trait::GetAttribute) {
            return match self.plain_attr(object, instance, name) {
                Ok(None) => self.missing_attr(object, class, name),
                // A property that fails with this error asks the hook, too.
                Err(fault) if fault.is(ExcKind::AttributeError) && class.find("__getattr__").is_some() => {
                    self.missing_attr(object, class, name)
                }
                found => found,
            };
        }
        let Some(hook) = class.find("__getattribute__") else { return Ok(None) };
        let text = self.str(name)?;
        match self.call_with(&hook, vec![object.clone(), text]) {
            Ok(value) => Ok(Some(value)),
            Err(fault) if fault.is(ExcKind::AttributeError) && class.find("__getattr__").is_some() => {
                self.missing_attr(object, class, name)
            }
            Err(fault) => Err(fault),
        }
    }

    fn missing_attr(&mut self, object: &Value, class: &Gc<Class>, name: &str) -> PyResult<Option<Value>> {
        match class.find("__getattr__") {
            Some(hook) => {
                let name = self.str(name)?;
                self.call_with(&hook, vec![object.clone(), name]).map(Some)
            }
            None => Ok(None),
        }
    }

    /// `object.__getattribute__`: the attribute without the hooks of the class.
    pub(super) fn plain_attr(
        &mut self,
        object: &Value,
        instance: &Gc<Instance>,
        name: &str,
    ) -> PyResult<Option<Value>> {
        let class = &instance.class;
        let hides = class.has(Trait::Descriptor) || (class.has(Trait::Property) && instance.is_shared());
        if hides
            && let Some(value) = class.find(name)
            && Class::trait_of("", &value).is_some()
        {
            return self.bind(value, object, class).map(Some);
        }
        if let Some(value) = instance.get(name) {
            return Ok(Some(value));
        }
        if let Some(value) = class.find(name) {
            return self.bind(value, object, class).map(Some);
        }
        match name {
            "__class__" => return self.type_of(object).map(Some),
            "__dict__" if class.slots.is_some() || self.is_object_class(class) => return Ok(None),
            "__dict__" => return self.instance_dict(instance).map(Some),
            "__doc__" => return Ok(Some(Value::None)),
            "__module__" => return self.class_attr(&Value::Class(class.clone()), class, name),
            _ => {}
        }
        if let Some(base) = &instance.base {
            if let Some(value) = crate::builtins::get_property(self, base, name)? {
                return Ok(Some(value));
            }
            let known = match base {
                Value::Host(host) => host.has_method(name),
                other => crate::builtins::has_method(other, name),
            };
            if known {
                return self.base_method(object, base, name).map(Some);
            }
        }
        match super::object::method(name) {
            Some(method) => self.builtin(Builtin::Closure(method, object.clone())).map(Some),
            None => Ok(None),
        }
    }

    /// Turns what a class holds into what an instance shows.
    pub(super) fn bind(&mut self, value: Value, object: &Value, class: &Gc<Class>) -> PyResult<Value> {
        match &value {
            Value::Function(_) => self.bind_method(value, object.clone()),
            Value::Builtin(builtin) => match &***builtin {
                Builtin::Property(getter, ..) => {
                    if getter.is_none() {
                        let class = &**class.name;
                        let message = format!("property of '{class}' object has no getter");
                        return Err(Fault::new(ExcKind::AttributeError, message));
                    }
                    self.call_with(getter, vec![object.clone()])
                }
                Builtin::Field(index) => match super::instance::plain(object) {
                    Value::Tuple(items) => Ok(items.0.get(*index).cloned().unwrap_or(Value::None)),
                    _ => Ok(value),
                },
                Builtin::Static(function) => Ok(function.clone()),
                Builtin::ClassMethod(function) => {
                    self.bind_method(function.clone(), Value::Class(class.clone()))
                }
                Builtin::Closure(..) | Builtin::Unbound { .. } => self.bind_method(value, object.clone()),
                _ => Ok(value),
            },
            Value::Instance(descriptor) => match descriptor.class.find("__get__") {
                Some(get) => {
                    self.call_with(&get, vec![value.clone(), object.clone(), Value::Class(class.clone())])
                }
                None => Ok(value),
            },
            _ => Ok(value),
        }
    }

    pub(super) fn set_instance_attr(
        &mut self,
        object: &Value,
        instance: &Gc<Instance>,
        name: Rc<Str>,
        value: Value,
    ) -> PyResult<()> {
        if instance.class.has(Trait::SetAttr)
            && let Some(hook) = instance.class.find("__setattr__")
        {
            return self.call_with(&hook, vec![object.clone(), Value::Str(name), value]).map(drop);
        }
        self.set_plain_attr(object, instance, name, value)
    }

    /// `object.__setattr__`: sets the attribute without the hooks of the class.
    pub(super) fn set_plain_attr(
        &mut self,
        object: &Value,
        instance: &Gc<Instance>,
        name: Rc<Str>,
        value: Value,
    ) -> PyResult<()> {
        let class = &instance.class;
        if (class.has(Trait::Property) || class.has(Trait::Descriptor))
            && let Some(held @ (Value::Builtin(_) | Value::Instance(_))) = class.find(&name)
            && let Some(done) = self.set_data(object, &class.name, &held, &name, &value)
        {
            return done;
        }
        match &**name {
            "__dict__" => {
                let Value::Dict(dict) = &value else {
                    let found = value.type_name();
                    return Err(Fault::type_error(format!(
                        "__dict__ must be set to a dictionary, not a '{found}'"
                    )));
                };
                instance.set_dict(dict.clone());
                return Ok(());
            }
            "__class__" => {
                return Err(Fault::not_provided("changing the class of an object"));
            }
            _ => {}
        }
        let refused = match &class.slots {
            Some(slots) => !slots.iter().any(|slot| Rc::ptr_eq(slot, &name) || **slot == *name),
            None => self.is_object_class(class),
        };
        if refused {
            if class.find(&name).is_some() {
                let (class, name) = (&**class.name, &**name);
                let message = format!("'{class}' object attribute '{name}' is read-only");
                return Err(Fault::new(ExcKind::AttributeError, message));
            }
            return Err(self.no_attribute(object, &name));
        }
        keep(instance, name, value)
    }

    /// Sets through a property or descriptor of the class; `None` if it is none.
    pub(super) fn set_data(
        &mut self,
        object: &Value,
        class: &Rc<Str>,
        held: &Value,
        name: &Rc<Str>,
        value: &Value,
    ) -> Option<PyResult<()>> {
        match held {
            Value::Builtin(builtin) => match &***builtin {
                Builtin::Property(_, setter, _) if setter.is_none() => {
                    let message = format!("property '{}' of '{}' object has no setter", &***name, &***class);
                    Some(Err(Fault::new(ExcKind::AttributeError, message)))
                }
                Builtin::Property(_, setter, _) => {
                    Some(self.call_with(setter, vec![object.clone(), value.clone()]).map(drop))
                }
                Builtin::Field(_) => Some(Err(Fault::new(ExcKind::AttributeError, "can't set attribute"))),
                _ => None,
            },
            Value::Instance(descriptor) => {
                let set = descriptor.class.find("__set__")?;
                Some(self.call_with(&set, vec![held.clone(), object.clone(), value.clone()]).map(drop))
            }
            _ => None,
        }
    }

    pub(super) fn del_instance_attr(
        &mut self,
        object: &Value,
        instance: &Gc<Instance>,
        name: &str,
    ) -> PyResult<()> {
        if instance.class.has(Trait::DelAttr)
            && let Some(hook) = instance.class.find("__delattr__")
        {
            let name = self.str(name)?;
            return self.call_with(&hook, vec![object.clone(), name]).map(drop);
        }
        self.del_plain_attr(object, instance, name)
    }

    /// `object.__delattr__`: deletes the attribute without the hooks of the class.
    pub(super) fn del_plain_attr(
        &mut self,
        object: &Value,
        instance: &Gc<Instance>,
        name: &str,
    ) -> PyResult<()> {
        let class = &instance.class;
        if class.has(Trait::Property) || class.has(Trait::Descriptor) {
            match class.find(name) {
                Some(Value::Builtin(builtin)) => match &**builtin {
                    Builtin::Property(_, _, deleter) if deleter.is_none() => {
                        let class = &**class.name;
                        let message = format!("property '{name}' of '{class}' object has no deleter");
                        return Err(Fault::new(ExcKind::AttributeError, message));
                    }
                    Builtin::Property(_, _, deleter) => {
                        return self.call_with(deleter, vec![object.clone()]).map(drop);
                    }
                    Builtin::Field(_) => {
                        return Err(Fault::new(ExcKind::AttributeError, "can't delete attribute"));
                    }
                    _ => {}
                },
                Some(held @ Value::Instance(_)) => {
                    if let Value::Instance(descriptor) = &held
                        && let Some(delete) = descriptor.class.find("__delete__")
                    {
                        return self.call_with(&delete, vec![held.clone(), object.clone()]).map(drop);
                    }
                }
                _ => {}
            }
        }
        match instance.remove(name) {
            Some(_) => Ok(()),
            None => Err(self.no_attribute(object, name)),
        }
    }
}
