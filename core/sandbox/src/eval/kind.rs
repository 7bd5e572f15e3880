//! What class a value is of.

use std::rc::Rc;

use super::args::Args;
use super::class::Class;
use super::ctx::Ctx;
use super::fault::{Fault, PyResult};
use super::heap::Gc;
use super::instance::base_of;
use super::value::Value;

impl Ctx {
    /// `isinstance(value, class)`.
    pub fn is_instance(&mut self, value: &Value, class: &Value) -> PyResult<bool> {
        match class {
            Value::Class(own) if own.meta.is_some() => {
                if let Some(hook) = own.meta.as_ref().and_then(|meta| meta.find("__instancecheck__")) {
                    let found = self.call_with(&hook, vec![class.clone(), value.clone()])?;
                    return self.truthy(&found);
                }
                if self.is_plain_instance(value, class)? {
                    return Ok(true);
                }
                let class_of = match value {
                    Value::Instance(_) | Value::Exception(_) | Value::Class(_) => self.type_of(value)?,
                    other => match crate::builtins::type_named(other.type_name()) {
                        Some(class) => Value::Type(class),
                        None => return Ok(false),
                    },
                };
                self.is_registered(&class_of, own)
            }
            Value::Host(_) if let Some(classes) = super::generic::alternatives(class) => {
                for class in classes {
                    if self.is_instance(value, class)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
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
            Value::Host(_) if super::generic::origin(class).is_some() => {
                Err(Fault::type_error("isinstance() argument 2 cannot be a parameterized generic"))
            }
            // Special forms of `typing` decide for themselves.
            Value::Instance(form) if form.class.find("__instancecheck__").is_some() => {
                let Some(hook) = form.class.find("__instancecheck__") else { return Ok(false) };
                let found = self.call_with(&hook, vec![class.clone(), value.clone()])?;
                self.truthy(&found)
            }
            _ => self.is_plain_instance(value, class),
        }
    }

    /// `isinstance` without the hooks of metaclasses.
    pub(super) fn is_plain_instance(&mut self, value: &Value, class: &Value) -> PyResult<bool> {
        match class {
            Value::None => Ok(value.is_none()),
            Value::Type(native) => {
                Ok((native.is_instance)(value)
                    || base_of(value).is_some_and(|base| (native.is_instance)(base)))
            }
            Value::ExcType(kind) => Ok(match value {
                Value::Exception(e) => {
                    e.kind.is_a(*kind) || e.class.as_ref().is_some_and(|class| derives_from(class, *kind))
                }
                _ => false,
            }),
            Value::Class(class) => Ok(match value {
                Value::Instance(instance) => is_subclass(&instance.class, class),
                Value::Exception(e) => e.class.as_ref().is_some_and(|own| is_subclass(own, class)),
                Value::Class(value) => value.meta.as_ref().is_some_and(|own| is_subclass(own, class)),
                _ => false,
            }),
            _ => Err(Fault::type_error("isinstance() arg 2 must be a type, a tuple of types, or a union")),
        }
    }

    /// `issubclass(class, base)`.
    pub(crate) fn is_subclass_of(&mut self, class: &Value, base: &Value) -> PyResult<bool> {
        if !matches!(class, Value::Class(_) | Value::Type(_) | Value::ExcType(_)) {
            return Err(Fault::type_error("issubclass() arg 1 must be a class"));
        }
        if let Value::Class(own) = base {
            if let Some(hook) = own.meta.as_ref().and_then(|meta| meta.find("__subclasscheck__")) {
                let found = self.call_with(&hook, vec![base.clone(), class.clone()])?;
                return self.truthy(&found);
            }
            return Ok(self.is_plain_subclass(class, base)?
                || (own.meta.is_some() && self.is_registered(class, own)?));
        }
        let union = super::generic::alternatives(base).map(<[Value]>::to_vec);
        match union.or_else(|| base.as_sequence()) {
            Some(bases) => {
                self.enter()?;
                let mut found = Ok(false);
                for base in &bases {
                    found = self.is_subclass_of(class, base);
                    if !matches!(found, Ok(false)) {
                        break;
                    }
                }
                self.leave();
                found
            }
            None => self.is_plain_subclass(class, base),
        }
    }

    /// `issubclass` without the hooks of metaclasses.
    pub(super) fn is_plain_subclass(&mut self, class: &Value, base: &Value) -> PyResult<bool> {
        Ok(match (class, base) {
            (Value::Class(class), Value::Class(base)) => is_subclass(class, base),
            (_, Value::Class(_)) => false,
            (_, Value::Type(_) | Value::ExcType(_)) => {
                let order = self.resolution_order(class);
                let named = match (class, base) {
                    (Value::Class(class), Value::ExcType(kind)) => derives_from(class, *kind),
                    _ => false,
                };
                named
                    || order.iter().any(|own| super::compare::same(own, base))
                    || crate::stdlib::has_abilities(class, base)
            }
            _ => {
                return Err(Fault::type_error(
                    "issubclass() arg 2 must be a class, a tuple of classes, or a union",
                ));
            }
        })
    }

    /// Whether a class was registered with an abstract one, or has what that asks for.
    fn is_registered(&mut self, class: &Value, base: &Gc<Class>) -> PyResult<bool> {
        if let Some(hook) = base.own("__subclasshook__") {
            let hook = super::new_class::unwrapped(&hook);
            let found = self.call_with(&hook, vec![Value::Class(base.clone()), class.clone()])?;
            if !matches!(found, Value::NotImplemented) {
                return self.truthy(&found);
            }
        }
        let Some(registered) = base.own("_abc_registry") else { return Ok(false) };
        for own in self.collect(&registered)? {
            self.burn(1)?;
            if self.is_plain_subclass(class, &own)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// `type(value)`.
    pub(crate) fn type_of(&mut self, value: &Value) -> PyResult<Value> {
        Ok(match value {
            Value::Instance(instance) if self.is_object_class(&instance.class) => {
                match crate::builtins::type_named("object") {
                    Some(class) => Value::Type(class),
                    None => Value::Class(instance.class.clone()),
                }
            }
            Value::Instance(instance) => Value::Class(instance.class.clone()),
            Value::Class(class) if class.meta.is_some() => {
                class.meta.clone().map_or(Value::None, Value::Class)
            }
            Value::Exception(e) => match &e.class {
                Some(class) => Value::Class(class.clone()),
                None => Value::ExcType(e.kind),
            },
            Value::Dict(dict) if let Some(class) = crate::stdlib::dict_class(dict) => Value::Type(class),
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
            Value::Class(class) => match class.own("__name__") {
                Some(Value::Str(name)) => (**name).to_owned(),
                _ => (**class.name).to_owned(),
            },
            other => other.type_name().to_owned(),
        }
    }

    /// Calls `object.name()` if the object has such a method in its class.
    pub(crate) fn special(&mut self, object: &Value, name: &str) -> PyResult<Option<Value>> {
        match hook(object, name) {
            Some(function) => self.call(&function, Args::new(vec![object.clone()])).map(Some),
            None => Ok(None),
        }
    }
}

/// A special method in the class of an instance, or in the metaclass of a class.
pub(crate) fn hook(object: &Value, name: &str) -> Option<Value> {
    match object {
        Value::Instance(instance) => instance.class.find(name),
        Value::Class(class) => class.meta.as_ref()?.find(name),
        Value::Exception(exception) => exception.class.as_ref()?.find(name),
        _ => None,
    }
}

/// Whether a class names a builtin exception among its bases; it may name several.
fn derives_from(class: &Gc<Class>, kind: super::exception::ExcKind) -> bool {
    let all = std::iter::once(class).chain(&class.mro);
    let mut bases = all.flat_map(|class| &class.bases);
    bases.any(|base| matches!(base, Value::ExcType(own) if own.is_a(kind)))
}

/// Whether `class` is `base` or derives from it.
pub(crate) fn is_subclass(class: &Gc<Class>, base: &Gc<Class>) -> bool {
    Rc::ptr_eq(class, base) || class.mro.iter().any(|c| Rc::ptr_eq(c, base))
}
