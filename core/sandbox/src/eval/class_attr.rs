//! Attributes of classes.

use super::class::Class;
use super::ctx::Ctx;
use super::exception::ExcKind;
use super::fault::PyResult;
use super::function::Builtin;
use super::heap::Gc;
use super::host::{NativeFn, NativeType};
use super::value::Value;

impl Ctx {
    pub(super) fn class_attr(
        &mut self,
        object: &Value,
        class: &Gc<Class>,
        name: &str,
    ) -> PyResult<Option<Value>> {
        // These are not inherited.
        let alone = matches!(
            name,
            "__doc__"
                | "__qualname__"
                | "__name__"
                | "__abstractmethods__"
                | "__annotations__"
                | "__module__"
        );
        if let Some(value) = if alone { class.own(name) } else { class.find(name) } {
            return self.bind_to_class(value, object, class).map(Some);
        }
        match name {
            "__name__" | "__qualname__" => return Ok(Some(Value::Str(class.name.clone()))),
            "__dict__" => {
                let attrs = class.attrs.borrow().clone();
                return self.attrs_dict(&attrs).map(Some);
            }
            "__annotations__" => return self.dict(super::dict::Dict::default()).map(Some),
            _ => {}
        }
        if let Some(meta) = class.meta.clone() {
            if let Some(value) = meta.find(name) {
                return self.bind(value, object, &meta).map(Some);
            }
            if let Some(hook) = meta.find("__getattr__") {
                let name = self.str(name)?;
                return self.call_with(&hook, vec![object.clone(), name]).map(Some);
            }
        }
        if let Some(value) = self.class_part(object, name)? {
            return Ok(Some(value));
        }
        match (class.native, class.exception) {
            (Some(native), _) => self.type_attr(&Value::Type(native), native, name),
            (None, Some(kind)) => self.find_attr(&Value::ExcType(kind), name),
            (None, None) if name == "__new__" => Ok(Some(Value::Native(&super::instantiate::NEW))),
            (None, None) => Ok(super::object::method(name).map(Value::Native)),
        }
    }

    /// Turns what a class holds into what the class itself shows.
    fn bind_to_class(&mut self, value: Value, object: &Value, class: &Gc<Class>) -> PyResult<Value> {
        match &value {
            Value::Builtin(builtin) => match &***builtin {
                Builtin::Static(function) => Ok(function.clone()),
                Builtin::ClassMethod(function) => self.bind_method(function.clone(), object.clone()),
                _ => Ok(value),
            },
            Value::Instance(descriptor) => match descriptor.class.find("__get__") {
                Some(get) => {
                    self.call_with(&get, vec![value.clone(), Value::None, Value::Class(class.clone())])
                }
                None => Ok(value),
            },
            _ => Ok(value),
        }
    }

    pub(super) fn type_attr(
        &mut self,
        object: &Value,
        class: &'static NativeType,
        name: &str,
    ) -> PyResult<Option<Value>> {
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
        if name == "__new__" {
            return Ok(Some(Value::Native(&super::instantiate::NEW)));
        }
        if class.name == "object" {
            return Ok(super::object::method(name).map(Value::Native));
        }
        if class.name == "type"
            && let Some(native) = super::metaclass::method(name)
        {
            return Ok(Some(Value::Native(native)));
        }
        if name == "__init__" || crate::builtins::type_has_method(class.name, name) {
            let name = self.names.text(name);
            return self.builtin(Builtin::Unbound { class: object.clone(), name }).map(Some);
        }
        Ok(super::object::method(name).map(Value::Native))
    }

    /// Attributes that every class has.
    pub(super) fn class_part(&mut self, class: &Value, name: &str) -> PyResult<Option<Value>> {
        Ok(match name {
            "__mro__" => {
                let order = self.resolution_order(class);
                Some(self.tuple(order)?)
            }
            "__bases__" => {
                let bases = self.bases_of(class);
                Some(self.tuple(bases)?)
            }
            "__base__" => Some(self.bases_of(class).into_iter().next().unwrap_or(Value::None)),
            "mro" => Some(self.builtin(Builtin::Closure(&RESOLUTION_ORDER, class.clone()))?),
            "__subclasses__" => Some(self.builtin(Builtin::Closure(&SUBCLASSES, class.clone()))?),
            "__module__" => {
                let module = match class {
                    Value::Class(_) => "__main__",
                    Value::Type(native) => {
                        native.name.rsplit_once('.').map_or("builtins", |(module, _)| module)
                    }
                    _ => "builtins",
                };
                Some(self.str(module)?)
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

    /// The classes that a class names as its bases.
    fn bases_of(&self, class: &Value) -> Vec<Value> {
        let bases = match class {
            Value::Class(class) => class.bases.clone(),
            Value::ExcType(kind) if *kind != ExcKind::BaseException => vec![Value::ExcType(kind.parent())],
            Value::Type(native) if native.name == "object" => return Vec::new(),
            Value::Type(native) => match native_parent(native) {
                Some(parent) => vec![Value::Type(parent)],
                None => Vec::new(),
            },
            _ => Vec::new(),
        };
        if bases.is_empty() {
            crate::builtins::type_named("object").map(Value::Type).into_iter().collect()
        } else {
            bases
        }
    }

    /// The classes to search for attributes, itself first.
    pub(super) fn resolution_order(&self, class: &Value) -> Vec<Value> {
        let mut order = vec![class.clone()];
        let mut native = match class {
            Value::Class(class) => class.native,
            Value::Type(native) => native_parent(native),
            _ => None,
        };
        let mut exception = match class {
            Value::Class(class) => {
                order.extend(class.mro.iter().cloned().map(Value::Class));
                let kind = class.exception;
                order.extend(kind.map(Value::ExcType));
                kind
            }
            Value::ExcType(kind) => Some(*kind),
            _ => None,
        };
        while let Some(kind) = exception.filter(|kind| *kind != ExcKind::BaseException) {
            exception = Some(kind.parent());
            order.push(Value::ExcType(kind.parent()));
        }
        while let Some(class) = native.filter(|class| class.name != "object") {
            order.push(Value::Type(class));
            native = native_parent(class);
        }
        if !matches!(class, Value::Type(native) if native.name == "object") {
            order.extend(crate::builtins::type_named("object").map(Value::Type));
        }
        order
    }
}

/// The builtin class that a builtin class derives from, if any other than `object`.
pub(super) fn native_parent(class: &NativeType) -> Option<&'static NativeType> {
    match class.name {
        "bool" => crate::builtins::type_named("int"),
        "collections.Counter" | "collections.OrderedDict" | "collections.defaultdict" => {
            crate::builtins::type_named("dict")
        }
        _ => None,
    }
}

/// `class.mro()`.
static RESOLUTION_ORDER: NativeFn = NativeFn {
    name: "mro",
    call: |ctx, args| {
        let [class] = args.exactly("mro")?;
        let order = ctx.resolution_order(&class);
        ctx.list(order)
    },
};

/// `class.__subclasses__()`.
static SUBCLASSES: NativeFn = NativeFn {
    name: "__subclasses__",
    call: |ctx, args| {
        let [class] = args.exactly("__subclasses__")?;
        let heirs = match &class {
            Value::Class(class) => class.heirs(),
            _ => Vec::new(),
        };
        ctx.burn(heirs.len() as u64)?;
        ctx.list(heirs.into_iter().map(Value::Class).collect())
    },
};
