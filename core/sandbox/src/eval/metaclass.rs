//! The methods of `type`; the class is the first argument.

use super::ctx::Ctx;
use super::fault::{Fault, PyResult};
use super::host::NativeFn;
use super::value::Value;
use super::vm::{Outcome, Prepared};

static METHODS: &[NativeFn] = &[
    NativeFn {
        name: "__call__",
        call: |ctx, mut args| {
            if args.positional.is_empty() {
                return Err(Fault::type_error("unbound method type.__call__() needs an argument"));
            }
            match args.positional.remove(0) {
                Value::Class(class) => {
                    let prepared = ctx.instantiate(&class, args)?;
                    ctx.finished(prepared)
                }
                other => ctx.call(&other, args),
            }
        },
    },
    NativeFn { name: "__init__", call: |_, _| Ok(Value::None) },
    NativeFn {
        name: "__setattr__",
        call: |ctx, args| {
            let [class, name, value] = args.exactly("__setattr__")?;
            match (&class, name) {
                (Value::Class(class), Value::Str(name)) => super::class::set_class_attr(class, name, value)?,
                _ => return Err(ctx.wrong_class(&class)),
            }
            Ok(Value::None)
        },
    },
    NativeFn {
        name: "__delattr__",
        call: |ctx, args| {
            let [class, name] = args.exactly("__delattr__")?;
            let removed = match (&class, &name) {
                (Value::Class(class), Value::Str(name)) => class.attrs.borrow_mut().shift_remove(name),
                _ => return Err(ctx.wrong_class(&class)),
            };
            match removed {
                Some(_) => Ok(Value::None),
                None => Err(ctx.no_attribute(&class, name.as_str().unwrap_or_default())),
            }
        },
    },
    NativeFn {
        name: "__repr__",
        call: |ctx, args| {
            let [class] = args.exactly("__repr__")?;
            let text = ctx.class_repr(&class);
            ctx.str(text)
        },
    },
    NativeFn {
        name: "__str__",
        call: |ctx, args| {
            let [class] = args.exactly("__str__")?;
            let text = ctx.repr(&class)?;
            ctx.str(text)
        },
    },
    NativeFn {
        name: "__instancecheck__",
        call: |ctx, args| {
            let [class, object] = args.exactly("__instancecheck__")?;
            ctx.is_plain_instance(&object, &class).map(Value::Bool)
        },
    },
    NativeFn {
        name: "__subclasscheck__",
        call: |ctx, args| {
            let [class, other] = args.exactly("__subclasscheck__")?;
            ctx.is_plain_subclass(&other, &class).map(Value::Bool)
        },
    },
    NativeFn { name: "__prepare__", call: |ctx, _| ctx.dict(super::dict::Dict::default()) },
];

/// A method of `type`.
pub(super) fn method(name: &str) -> Option<&'static NativeFn> {
    METHODS.iter().find(|method| method.name == name)
}

impl Ctx {
    fn wrong_class(&self, class: &Value) -> Fault {
        Fault::type_error(format!("can't change the attributes of '{}'", self.type_label(class)))
    }

    /// Runs what a call led to.
    pub(super) fn finished(&mut self, prepared: Prepared) -> PyResult<Value> {
        match prepared {
            Prepared::Value(value) => Ok(value),
            Prepared::Frame(frame) => match self.execute(frame)? {
                Outcome::Return(value) | Outcome::Yield(value, _) => Ok(value),
            },
        }
    }
}
