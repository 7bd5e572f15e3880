//! The methods of `object`; the object is the first argument.

use super::ctx::Ctx;
use super::exception::ExcKind;
use super::fault::{Fault, PyResult};
use super::heap::Gc;
use super::host::NativeFn;
use super::value::Value;

/// `object.__setattr__`.
pub(crate) static SETATTR: NativeFn = NativeFn {
    name: "__setattr__",
    call: |ctx, args| {
        let [object, name, value] = args.exactly("__setattr__")?;
        match (&object, name) {
            (Value::Instance(instance), Value::Str(name)) => {
                ctx.set_plain_attr(&object, instance, name, value)?;
            }
            (Value::Exception(_), Value::Str(name)) => ctx.set_attr(&object, name, value)?,
            _ => return Err(Fault::type_error("can't apply this __setattr__ to this object")),
        }
        Ok(Value::None)
    },
};

static METHODS: &[NativeFn] = &[
    NativeFn { name: "__setattr__", call: |ctx, args| (SETATTR.call)(ctx, args) },
    NativeFn { name: "__init__", call: |_, _| Ok(Value::None) },
    NativeFn {
        name: "__getattribute__",
        call: |ctx, args| {
            let [object, name] = args.exactly("__getattribute__")?;
            let name = name.as_str().unwrap_or_default().to_owned();
            let found = match &object {
                Value::Instance(instance) => ctx.plain_attr(&object, instance, &name)?,
                _ => ctx.find_attr(&object, &name)?,
            };
            found.ok_or_else(|| ctx.no_attribute(&object, &name))
        },
    },
    NativeFn {
        name: "__delattr__",
        call: |ctx, args| {
            let [object, name] = args.exactly("__delattr__")?;
            let name = name.as_str().unwrap_or_default().to_owned();
            match &object {
                Value::Instance(instance) => ctx.del_plain_attr(&object, instance, &name)?,
                _ => ctx.del_attr(&object, &name)?,
            }
            Ok(Value::None)
        },
    },
    NativeFn {
        name: "__repr__",
        call: |ctx, args| {
            let [object] = args.exactly("__repr__")?;
            let text = ctx.plain_repr(&object);
            ctx.str(text)
        },
    },
    NativeFn {
        name: "__str__",
        call: |ctx, args| {
            let [object] = args.exactly("__str__")?;
            let text = ctx.repr(&object)?;
            ctx.str(text)
        },
    },
    NativeFn {
        name: "__eq__",
        call: |_, args| {
            let [object, other] = args.exactly("__eq__")?;
            Ok(if super::compare::same(&object, &other) { Value::Bool(true) } else { Value::NotImplemented })
        },
    },
    NativeFn {
        name: "__ne__",
        call: |ctx, args| {
            let [object, other] = args.exactly("__ne__")?;
            ctx.compare(super::host::CompareOp::Ne, &object, &other)
        },
    },
    NativeFn {
        name: "__hash__",
        call: |ctx, args| {
            let [object] = args.exactly("__hash__")?;
            ctx.identity_hash(&object).map(Value::Int)
        },
    },
    NativeFn {
        name: "__format__",
        call: |ctx, args| {
            let [object, spec] = args.exactly("__format__")?;
            if !spec.as_str().is_none_or(str::is_empty) {
                let found = object.type_name();
                return Err(Fault::type_error(format!(
                    "unsupported format string passed to {found}.__format__"
                )));
            }
            let text = ctx.str_of(&object)?;
            ctx.str(text)
        },
    },
    NativeFn {
        name: "__dir__",
        call: |ctx, args| {
            let [object] = args.exactly("__dir__")?;
            crate::builtins::names_of(ctx, &object)
        },
    },
    NativeFn { name: "__init_subclass__", call: |_, _| Ok(Value::None) },
    NativeFn {
        name: "__sizeof__",
        call: |_, _| {
            Err(Fault::new(ExcKind::NotImplementedError, "__sizeof__ is not provided in this sandbox"))
        },
    },
];

/// A method of `object`.
pub(crate) fn method(name: &str) -> Option<&'static NativeFn> {
    if !name.starts_with("__") {
        return None;
    }
    METHODS.iter().find(|method| method.name == name)
}

impl Ctx {
    /// What `object.__repr__` shows.
    pub(crate) fn plain_repr(&self, object: &Value) -> String {
        let class = match object {
            Value::Instance(instance) if self.is_object_class(&instance.class) => {
                return "<object object>".to_owned();
            }
            Value::Instance(instance) => Some(&instance.class),
            Value::Exception(exception) => exception.class.as_ref(),
            _ => None,
        };
        match class {
            Some(class) => format!("<{} object{}>", self.full_name(class), super::identity::at(object)),
            None => format!("<{} object{}>", object.type_name(), super::identity::at(object)),
        }
    }

    /// A class's name with its module.
    pub(super) fn full_name(&self, class: &Gc<super::class::Class>) -> String {
        let text = |name: &str, value: Option<Value>| match value {
            Some(Value::Str(text)) => (**text).to_owned(),
            _ => name.to_owned(),
        };
        let module = text("__main__", class.own("__module__"));
        let name = match class.own("__name__") {
            Some(name) => text("", Some(name)),
            None => text(&class.name, class.own("__qualname__")),
        };
        format!("{module}.{name}")
    }

    /// `object()`.
    pub(crate) fn new_object(&mut self) -> PyResult<Value> {
        let class = match &self.object_class {
            Some(class) => class.clone(),
            None => {
                let class = self.heap.alloc(super::class::Class::new(self.names.text("object")), 0)?;
                self.object_class = Some(class.clone());
                class
            }
        };
        self.instance(&class, None)
    }

    /// Whether this is the class behind `object()`.
    pub(crate) fn is_object_class(&self, class: &Gc<super::class::Class>) -> bool {
        self.object_class.as_ref().is_some_and(|object| std::rc::Rc::ptr_eq(object, class))
    }

    /// A hash for an object that is compared by identity: the same in every run.
    pub(crate) fn identity_hash(&mut self, object: &Value) -> PyResult<i64> {
        match object {
            Value::Instance(_) | Value::Class(_) | Value::Exception(_) | Value::Function(_) => {}
            _ => return crate::builtins::hash_of(self, object),
        }
        Ok(1)
    }
}
