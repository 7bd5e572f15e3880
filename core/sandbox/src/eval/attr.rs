//! Attributes.

use std::rc::Rc;

use super::class::{Attrs, Class, Instance};
use super::ctx::Ctx;
use super::exception::{ExcKind, Exception};
use super::fault::{Fault, PyResult};
use super::function::Builtin;
use super::heap::Gc;
use super::text::{ByText, Str};
use super::value::Value;

impl Ctx {
    /// `object.name`.
    pub fn get_attr(&mut self, object: &Value, name: &str) -> PyResult<Value> {
        match self.find_attr(object, name)? {
            Some(value) => Ok(value),
            None => Err(self.no_attribute(object, name)),
        }
    }

    fn no_attribute(&self, object: &Value, name: &str) -> Fault {
        match object {
            Value::Module(module) => Fault::new(
                ExcKind::AttributeError,
                format!(
                    "module '{}' has no attribute '{name}' (or it is not provided in this sandbox)",
                    module.name
                ),
            ),
            Value::Class(_) | Value::Type(_) | Value::ExcType(_) => Fault::new(
                ExcKind::AttributeError,
                format!("type object '{}' has no attribute '{name}'", self.type_label(object)),
            ),
            _ => Fault::no_attribute(object.type_name(), name),
        }
    }

    /// `object.name`; `None` if there is no such attribute.
    pub(crate) fn find_attr(&mut self, object: &Value, name: &str) -> PyResult<Option<Value>> {
        match object {
            Value::Module(module) => {
                return match module.get(name) {
                    None if name == "__name__" => self.str(module.name).map(Some),
                    None if module.name == "json" => crate::stdlib::json_class(self, name),
                    value => Ok(value),
                };
            }
            Value::Host(host) => {
                if let Some(value) = host.get_attr(self, object, name)? {
                    return Ok(Some(value));
                }
                if !host.has_method(name) {
                    return Ok(None);
                }
            }
            Value::Instance(instance) => {
                let own = instance.attrs.borrow().get(&ByText(name)).cloned();
                if own.is_some() {
                    // A property wins over an attribute, but nothing can set both.
                    return Ok(own);
                }
                if let Some(value) = instance.class.find(name) {
                    return self.bind(value, object, &instance.class).map(Some);
                }
                return self.instance_special(object, &instance.class, name);
            }
            Value::Exception(exception) => return self.exception_attr(object, exception, name),
            Value::Class(class) => {
                // These are not inherited.
                let own = matches!(name, "__doc__" | "__qualname__");
                let own_value = class.attrs.borrow().get(&ByText(name)).cloned();
                if let Some(value) = own_value.or_else(|| if own { None } else { class.find(name) }) {
                    return match &value {
                        Value::Builtin(builtin) => match &***builtin {
                            Builtin::Static(function) => Ok(Some(function.clone())),
                            Builtin::ClassMethod(function) => {
                                self.bind_method(function.clone(), object.clone()).map(Some)
                            }
                            _ => Ok(Some(value)),
                        },
                        _ => Ok(Some(value)),
                    };
                }
                return match name {
                    "__name__" | "__qualname__" => Ok(Some(Value::Str(class.name.clone()))),
                    "__dict__" => self.attrs_dict(&class.attrs.borrow()).map(Some),
                    _ => self.class_part(object, name),
                };
            }
            Value::Type(class) => {
                if let Some(native) = class.attrs.iter().find(|f| f.name == name) {
                    return Ok(Some(Value::Native(native)));
                }
                if matches!(name, "__name__" | "__qualname__") {
                    let plain = class.name.rsplit('.').next().unwrap_or(class.name);
                    return self.str(plain).map(Some);
                }
                if let Some(value) = self.class_part(object, name)? {
                    return Ok(Some(value));
                }
                if !crate::builtins::type_has_method(class.name, name) {
                    return Ok(None);
                }
                let name = self.names.text(name);
                return self.builtin(Builtin::Unbound { class: object.clone(), name }).map(Some);
            }
            Value::ExcType(kind) => {
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
            Value::Native(native) if name == "__name__" => return self.str(native.name).map(Some),
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
                        _ => Ok(None),
                    };
                }
            }
        }
        let name = self.names.text(name);
        self.builtin(Builtin::Method { receiver: object.clone(), name }).map(Some)
    }

    /// Turns what a class holds into what an instance shows.
    fn bind(&mut self, value: Value, object: &Value, class: &Gc<Class>) -> PyResult<Value> {
        match &value {
            Value::Function(_) => self.bind_method(value, object.clone()),
            Value::Builtin(builtin) => match &***builtin {
                Builtin::Property(getter, ..) => self.call_with(getter, vec![object.clone()]),
                Builtin::Static(function) => Ok(function.clone()),
                Builtin::ClassMethod(function) => {
                    self.bind_method(function.clone(), Value::Class(class.clone()))
                }
                Builtin::Closure(..) => self.bind_method(value.clone(), object.clone()),
                _ => Ok(value),
            },
            _ => Ok(value),
        }
    }

    fn instance_special(&mut self, object: &Value, class: &Gc<Class>, name: &str) -> PyResult<Option<Value>> {
        match name {
            "__class__" => Ok(Some(Value::Class(class.clone()))),
            "__dict__" => {
                let Value::Instance(instance) = object else { return Ok(None) };
                self.attrs_dict(&instance.attrs.borrow()).map(Some)
            }
            _ => match class.find("__getattr__") {
                Some(function) => {
                    let name = self.str(name)?;
                    self.call_with(&function, vec![object.clone(), name]).map(Some)
                }
                None => Ok(None),
            },
        }
    }

    /// Attributes that every class has.
    fn class_part(&mut self, class: &Value, name: &str) -> PyResult<Option<Value>> {
        Ok(match name {
            "__mro__" => {
                let order = self.resolution_order(class);
                Some(self.tuple(order)?)
            }
            "mro" => Some(self.builtin(Builtin::Closure(&RESOLUTION_ORDER, class.clone()))?),
            "__module__" => {
                Some(self.str(if matches!(class, Value::Class(_)) { "__main__" } else { "builtins" })?)
            }
            "__doc__" => Some(Value::None),
            "__class__" => Some(self.type_of(class)?),
            // A class with its own equality has no hash unless it says so.
            "__hash__" if matches!(class, Value::Class(c) if c.find("__eq__").is_some() && c.find("__hash_fields__").is_none()) => {
                Some(Value::None)
            }
            _ => None,
        })
    }

    /// The classes to search for attributes, itself first.
    fn resolution_order(&self, class: &Value) -> Vec<Value> {
        let mut order = vec![class.clone()];
        let mut exception = match class {
            Value::Class(class) => {
                order.extend(class.mro.iter().cloned().map(Value::Class));
                let kind = class.exception;
                order.extend(kind.map(Value::ExcType));
                kind
            }
            Value::ExcType(kind) => Some(*kind),
            Value::Type(native) if native.name == "bool" => {
                order.extend(crate::builtins::type_named("int").map(Value::Type));
                None
            }
            _ => None,
        };
        while let Some(kind) = exception.filter(|kind| *kind != ExcKind::BaseException) {
            exception = Some(kind.parent());
            order.push(Value::ExcType(kind.parent()));
        }
        if !matches!(class, Value::Type(native) if native.name == "object") {
            order.extend(crate::builtins::type_named("object").map(Value::Type));
        }
        order
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
        if let Some(method) = Self::exception_method(name) {
            return self.builtin(Builtin::Closure(method, object.clone())).map(Some);
        }
        match name {
            "__class__" => self.type_of(object).map(Some),
            _ => self.exception_part(exception, name),
        }
    }

    fn builtin_attr(&mut self, object: &Value, builtin: &Gc<Builtin>, name: &str) -> PyResult<Option<Value>> {
        match (&***builtin, name) {
            (Builtin::Super { class: Value::Class(class), receiver }, _) => {
                let (own, is_class) = match receiver {
                    Value::Instance(instance) => (instance.class.clone(), false),
                    Value::Exception(e) => match &e.class {
                        Some(class) => (class.clone(), false),
                        None => return Ok(None),
                    },
                    Value::Class(class) => (class.clone(), true),
                    _ => return Ok(None),
                };
                let chain = std::iter::once(&own).chain(&own.mro);
                let found = chain
                    .skip_while(|c| !Rc::ptr_eq(c, class))
                    .skip(1)
                    .find_map(|c| c.attrs.borrow().get(&ByText(name)).cloned());
                match found {
                    Some(value) if is_class => match &value {
                        Value::Builtin(b) => match &***b {
                            Builtin::ClassMethod(f) => {
                                self.bind_method(f.clone(), receiver.clone()).map(Some)
                            }
                            _ => Ok(Some(value)),
                        },
                        _ => Ok(Some(value)),
                    },
                    Some(value) => self.bind(value, receiver, &own).map(Some),
                    None if matches!(receiver, Value::Exception(_)) => match Self::exception_method(name) {
                        Some(method) => self.builtin(Builtin::Closure(method, receiver.clone())).map(Some),
                        None => Ok(None),
                    },
                    None if name == "__new__" => Ok(Some(Value::Native(&OBJECT_NEW))),
                    None if name == "__setattr__" => {
                        self.builtin(Builtin::Closure(&OBJECT_SETATTR, receiver.clone())).map(Some)
                    }
                    None if matches!(name, "__init__" | "__init_subclass__") => {
                        self.builtin(Builtin::Closure(&BASE_INIT, receiver.clone())).map(Some)
                    }
                    None => Ok(None),
                }
            }
            (Builtin::Property(getter, setter, deleter), _) => {
                self.property_attr(object, [getter, setter, deleter], name)
            }
            (Builtin::Method { name: method, .. } | Builtin::Unbound { name: method, .. }, "__name__") => {
                Ok(Some(Value::Str(method.clone())))
            }
            (Builtin::Partial { function, .. }, "func") => Ok(Some(function.clone())),
            (Builtin::Partial { positional, .. }, "args") => self.tuple(positional.clone()).map(Some),
            (Builtin::Partial { keyword, .. }, "keywords") => {
                let keywords: Attrs = keyword.iter().cloned().collect();
                self.attrs_dict(&keywords).map(Some)
            }
            (_, "__class__") => self.type_of(object).map(Some),
            _ => Ok(None),
        }
    }

    /// `object.name = value`.
    pub(crate) fn set_attr(&mut self, object: &Value, name: Rc<Str>, value: Value) -> PyResult<()> {
        match object {
            Value::Instance(instance) => {
                if let Some(Value::Builtin(builtin)) = instance.class.find(&name)
                    && let Builtin::Property(_, setter, _) = &**builtin
                {
                    if setter.is_none() {
                        let class = &**instance.class.name;
                        let message = format!("property '{}' of '{class}' object has no setter", &**name);
                        return Err(Fault::new(ExcKind::AttributeError, message));
                    }
                    self.call_with(setter, vec![object.clone(), value])?;
                    return Ok(());
                }
                if let Some(hook @ Value::Function(_)) = instance.class.find("__setattr__") {
                    self.call_with(&hook, vec![object.clone(), Value::Str(name), value])?;
                    return Ok(());
                }
                keep(instance, name, value)?;
            }
            Value::Class(class) => {
                class.charge.grow_to((class.attrs.borrow().len() + 1) * 48)?;
                let old = class.attrs.borrow_mut().insert(name, value);
                drop(old);
            }
            Value::Exception(exception) if &**name == "args" => {
                let args = self.collect(&value)?;
                *exception.args.borrow_mut() = args;
            }
            Value::Exception(exception) => {
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
            _ => return Err(Fault::no_attribute(object.type_name(), &name)),
        }
        Ok(())
    }

    pub(crate) fn del_attr(&mut self, object: &Value, name: &str) -> PyResult<()> {
        if let Value::Instance(instance) = object
            && let Some(Value::Builtin(builtin)) = instance.class.find(name)
            && let Builtin::Property(_, _, deleter) = &**builtin
        {
            if deleter.is_none() {
                let class = &**instance.class.name;
                let message = format!("property '{name}' of '{class}' object has no deleter");
                return Err(Fault::new(ExcKind::AttributeError, message));
            }
            return self.call_with(deleter, vec![object.clone()]).map(drop);
        }
        let removed = match object {
            Value::Function(function) => function.attrs.borrow_mut().shift_remove(&ByText(name)),
            Value::Instance(instance) => instance.attrs.borrow_mut().shift_remove(&ByText(name)),
            Value::Class(class) => class.attrs.borrow_mut().shift_remove(&ByText(name)),
            Value::Exception(exception) => exception.attrs.borrow_mut().shift_remove(&ByText(name)),
            _ => None,
        };
        match removed {
            Some(_) => Ok(()),
            None => Err(Fault::no_attribute(object.type_name(), name)),
        }
    }
}

/// `object.__init__` of the builtin bases: keeps the arguments of an exception.
static BASE_INIT: super::host::NativeFn = super::host::NativeFn {
    name: "__init__",
    call: |_, mut args| {
        if let Some(Value::Exception(exception)) = args.positional.first().cloned() {
            let rest = args.positional.split_off(1);
            *exception.args.borrow_mut() = rest;
        }
        Ok(Value::None)
    },
};

/// `class.mro()`.
static RESOLUTION_ORDER: super::host::NativeFn = super::host::NativeFn {
    name: "mro",
    call: |ctx, args| {
        let [class] = args.exactly("mro")?;
        let order = ctx.resolution_order(&class);
        ctx.list(order)
    },
};

/// Sets an attribute of an instance, whatever its class says about that.
pub(crate) fn keep(instance: &Gc<Instance>, name: Rc<Str>, value: Value) -> PyResult<()> {
    instance.charge.grow_to((instance.attrs.borrow().len() + 1) * 48)?;
    let old = instance.attrs.borrow_mut().insert(name, value);
    drop(old);
    Ok(())
}

/// `object.__new__`.
pub(crate) static OBJECT_NEW: super::host::NativeFn = super::host::NativeFn {
    name: "__new__",
    call: |ctx, args| match args.positional.first() {
        Some(Value::Class(class)) if class.exception.is_none() => {
            let instance = Instance { class: class.clone(), attrs: Default::default() };
            Ok(Value::Instance(ctx.heap.alloc(instance, 96)?))
        }
        _ => Err(Fault::type_error("object.__new__(X): X is not a type object that a script defined")),
    },
};

/// `object.__setattr__`.
pub(crate) static OBJECT_SETATTR: super::host::NativeFn = super::host::NativeFn {
    name: "__setattr__",
    call: |_, args| {
        let [object, name, value] = args.exactly("__setattr__")?;
        match (&object, name) {
            (Value::Instance(instance), Value::Str(name)) => keep(instance, name, value)?,
            _ => return Err(Fault::type_error("can't apply this __setattr__ to this object")),
        }
        Ok(Value::None)
    },
};
