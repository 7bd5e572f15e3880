//! `super()`.

use std::rc::Rc;

use super::class::Class;
use super::ctx::Ctx;
use super::fault::PyResult;
use super::function::Builtin;
use super::heap::Gc;
use super::host::NativeFn;
use super::value::Value;

impl Ctx {
    /// `super(class, receiver).name`: searches after `class`.
    pub(super) fn super_attr(
        &mut self,
        class: &Value,
        receiver: &Value,
        name: &str,
    ) -> PyResult<Option<Value>> {
        let Value::Class(class) = class else { return Ok(None) };
        let contains = |own: &Gc<Class>| super::kind::is_subclass(own, class);
        let (own, of_class) = match receiver {
            Value::Instance(instance) => (instance.class.clone(), false),
            Value::Exception(e) => match &e.class {
                Some(class) => (class.clone(), false),
                None => return Ok(None),
            },
            // In a class method, or in `__new__`.
            Value::Class(own) if contains(own) => (own.clone(), true),
            // In a method of a metaclass.
            Value::Class(own) => match &own.meta {
                Some(meta) => (meta.clone(), false),
                None => return Ok(None),
            },
            _ => return Ok(None),
        };
        let chain = std::iter::once(&own).chain(&own.mro);
        let found = chain.skip_while(|c| !Rc::ptr_eq(c, class)).skip(1).find_map(|c| c.own(name));
        match found {
            Some(value) if of_class => match &value {
                Value::Builtin(b) => match &***b {
                    Builtin::ClassMethod(f) => self.bind_method(f.clone(), receiver.clone()).map(Some),
                    Builtin::Static(f) => Ok(Some(f.clone())),
                    _ => Ok(Some(value)),
                },
                Value::Function(_) if matches!(name, "__init_subclass__" | "__class_getitem__") => {
                    self.bind_method(value, receiver.clone()).map(Some)
                }
                _ => Ok(Some(value)),
            },
            Some(value) if name == "__new__" => Ok(Some(super::new_class::unwrapped(&value))),
            Some(value) => self.bind(value, receiver, &own).map(Some),
            None => self.native_super(receiver, of_class, name),
        }
    }

    /// What the builtin classes at the end of the search have.
    fn native_super(&mut self, receiver: &Value, of_class: bool, name: &str) -> PyResult<Option<Value>> {
        match name {
            "__new__" => return Ok(Some(Value::Native(&super::instantiate::NEW))),
            "__init__" => return self.builtin(Builtin::Closure(&BASE_INIT, receiver.clone())).map(Some),
            "__init_subclass__" => {
                return self.builtin(Builtin::Closure(&INIT_SUBCLASS, receiver.clone())).map(Some);
            }
            "__class__" => return self.type_of(receiver).map(Some),
            _ => {}
        }
        match receiver {
            Value::Exception(_) => {
                if let Some(method) = Self::exception_method(name) {
                    return self.builtin(Builtin::Closure(method, receiver.clone())).map(Some);
                }
            }
            Value::Class(class) if of_class => {
                return match class.native {
                    Some(native) => self.type_attr(&Value::Type(native), native, name),
                    None => Ok(super::object::method(name).map(Value::Native)),
                };
            }
            Value::Class(_) => {
                if let Some(method) = super::metaclass::method(name) {
                    return self.builtin(Builtin::Closure(method, receiver.clone())).map(Some);
                }
            }
            Value::Instance(instance) => {
                if let Some(base) = &instance.base {
                    let known = match base {
                        Value::Host(host) => host.has_method(name),
                        other => crate::builtins::has_method(other, name),
                    };
                    if known {
                        return self.base_method(receiver, base, name).map(Some);
                    }
                }
            }
            _ => {}
        }
        match super::object::method(name) {
            Some(method) => self.builtin(Builtin::Closure(method, receiver.clone())).map(Some),
            None => Ok(None),
        }
    }

    /// A method of the builtin value behind an instance.
    pub(super) fn base_method(&mut self, object: &Value, base: &Value, name: &str) -> PyResult<Value> {
        if name == "__getitem__"
            && let Value::Instance(instance) = object
            && instance.class.find("__missing__").is_some()
        {
            return self.builtin(Builtin::Closure(&GET_OR_MISSING, object.clone()));
        }
        let name = self.names.text(name);
        self.builtin(Builtin::Method { receiver: base.clone(), name })
    }
}

/// `__init__` of the builtin classes.
static BASE_INIT: NativeFn = NativeFn {
    name: "__init__",
    call: |ctx, mut args| {
        if args.positional.is_empty() {
            return Ok(Value::None);
        }
        let object = args.positional.remove(0);
        ctx.native_init(&object, args)?;
        Ok(Value::None)
    },
};

/// `object.__init_subclass__`.
static INIT_SUBCLASS: NativeFn = NativeFn {
    name: "__init_subclass__",
    call: |ctx, args| {
        let class = args.positional.first().cloned().unwrap_or(Value::None);
        if args.keyword.is_empty() {
            return Ok(Value::None);
        }
        let label = ctx.type_label(&class);
        let message = format!("{label}.__init_subclass__() takes no keyword arguments");
        Err(super::fault::Fault::type_error(message))
    },
};

/// `dict.__getitem__` of a class with `__missing__`.
static GET_OR_MISSING: NativeFn = NativeFn {
    name: "__getitem__",
    call: |ctx, args| {
        let [object, key] = args.exactly("__getitem__")?;
        ctx.base_item(&object, &key)
    },
};
