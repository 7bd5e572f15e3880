//! Making instances: `__new__`, `__init__` and what the builtin classes do there.

use super::args::Args;
use super::class::{Attrs, Class, Trait};
use super::ctx::Ctx;
use super::fault::{Fault, PyResult};
use super::function::Returns;
use super::heap::Gc;
use super::host::{BinaryOp, NativeFn, NativeType};
use super::new_class::unwrapped;
use super::value::Value;
use super::vm::Prepared;

impl Ctx {
    /// A call of a class: the metaclass decides, if it wants to.
    pub(super) fn call_class(&mut self, class: &Gc<Class>, mut args: Args) -> PyResult<Prepared> {
        if let Some(meta) = &class.meta
            && let Some(function) = meta.find("__call__")
        {
            args.positional.insert(0, Value::Class(class.clone()));
            return self.prepare(&function, args);
        }
        self.instantiate(class, args)
    }

    /// `type.__call__`.
    pub(super) fn instantiate(&mut self, class: &Gc<Class>, mut args: Args) -> PyResult<Prepared> {
        if class.has(Trait::Abstract) {
            return Err(self.abstract_class(class)?);
        }
        if class.native.is_some_and(|native| native.name == "type") {
            return self.call_metaclass(class, args).map(Prepared::Value);
        }
        let new = class.find("__new__");
        let made = new.is_some();
        let init = class.find("__init__");
        let instance = match (class.exception, new) {
            (_, Some(new)) => {
                let mut positional = vec![Value::Class(class.clone())];
                positional.extend(args.positional.iter().cloned());
                let value =
                    self.call(&unwrapped(&new), Args { positional, keyword: args.keyword.clone() })?;
                if !self.is_instance(&value, &Value::Class(class.clone()))? {
                    return Ok(Prepared::Value(value));
                }
                value
            }
            (Some(kind), None) => self.new_exception(kind, Some(class.clone()), args.positional.clone())?,
            (None, None) => {
                let base = match class.native {
                    None => None,
                    Some(native) if init.is_some() && fills_later(native) => {
                        Some(self.native_value(native, Args::default())?)
                    }
                    Some(native) => {
                        let keyword = if init.is_some() { Vec::new() } else { args.keyword.clone() };
                        Some(
                            self.native_value(native, Args { positional: args.positional.clone(), keyword })?,
                        )
                    }
                };
                self.instance(class, base)?
            }
        };
        match init {
            Some(Value::Function(init)) => {
                args.positional.insert(0, instance.clone());
                let mut frame = self.function_frame(&init, args)?;
                frame.returns = Returns::Instance(instance);
                self.start(frame)
            }
            Some(init) => {
                args.positional.insert(0, instance.clone());
                self.call(&init, args)?;
                Ok(Prepared::Value(instance))
            }
            None if class.exception.is_none()
                && class.native.is_none()
                && !made
                && !(args.positional.is_empty() && args.keyword.is_empty()) =>
            {
                Err(Fault::type_error(format!("{}() takes no arguments", &**class.name)))
            }
            None if made && class.native.is_some_and(fills_later) => {
                self.native_init(&instance, args)?;
                Ok(Prepared::Value(instance))
            }
            None => Ok(Prepared::Value(instance)),
        }
    }

    /// `Meta(name, bases, names)`.
    fn call_metaclass(&mut self, meta: &Gc<Class>, mut args: Args) -> PyResult<Value> {
        if args.positional.len() == 1 && args.keyword.is_empty() {
            return self.type_of(&args.positional[0]);
        }
        let keyword = std::mem::take(&mut args.keyword);
        let [name, bases, names] = args.exactly("type")?;
        let (Value::Str(name), Value::Dict(names)) = (name, names) else {
            return Err(Fault::type_error("type.__new__() wants a name, a tuple and a dictionary"));
        };
        let mut keywords = vec![(self.names.text("metaclass"), Value::Class(meta.clone()))];
        keywords.extend(keyword);
        let bases = self.collect(&bases)?;
        let attrs = attrs_of(&names.0.borrow());
        self.class_statement(name, bases, keywords, attrs)
    }

    fn native_value(&mut self, native: &'static NativeType, args: Args) -> PyResult<Value> {
        match native.call {
            Some(call) => {
                let value = call(self, args)?;
                // The value of `str(other)` and the like may be an instance itself.
                Ok(super::instance::plain(&value).clone())
            }
            None => Err(Fault::type_error(format!("cannot create '{}' instances", native.name))),
        }
    }

    /// `__init__` of a builtin class: fills the list, dictionary or set behind an instance.
    pub(super) fn native_init(&mut self, object: &Value, args: Args) -> PyResult<()> {
        let base = super::instance::plain(object).clone();
        match &base {
            Value::List(list) => {
                let [iterable] = args.between("list", 0)?;
                let items = match iterable {
                    Some(iterable) => self.collect(&iterable)?,
                    None => Vec::new(),
                };
                list.charge.grow_to(items.len() * size_of::<Value>())?;
                let old = list.0.replace(items);
                drop(old);
            }
            Value::Set(set) if !set.frozen => {
                let [iterable] = args.between("set", 0)?;
                if let Some(iterable) = iterable {
                    for item in self.collect(&iterable)? {
                        self.set_add(set, &item)?;
                    }
                }
            }
            Value::Dict(dict) => {
                let mut args = args;
                if dict.is_default() && !args.positional.is_empty() {
                    let factory = args.positional.remove(0);
                    dict.set_default(factory);
                }
                if dict.is_counter() {
                    for source in &args.positional {
                        self.count_items(dict, source, BinaryOp::Add)?;
                    }
                } else {
                    for source in &args.positional {
                        self.dict_merge(dict, source)?;
                    }
                }
                for (name, item) in args.keyword {
                    self.dict_insert(dict, &Value::Str(name), item)?;
                }
            }
            Value::Exception(exception) => {
                let old = exception.args.replace(args.positional);
                drop(old);
            }
            _ => {}
        }
        Ok(())
    }
}

/// Whether instances of this builtin class are made empty and filled by `__init__`.
fn fills_later(native: &NativeType) -> bool {
    !matches!(native.name, "int" | "float" | "str" | "tuple" | "frozenset" | "bytes")
}

/// The attributes in the dictionary of a class body.
pub(crate) fn attrs_of(names: &super::dict::Dict) -> Attrs {
    let pairs = names.iter().filter_map(|(key, value)| match key.value() {
        Value::Str(name) => Some((name.clone(), value.clone())),
        _ => None,
    });
    pairs.collect()
}

/// `object.__new__`, and that of every other builtin class.
pub(crate) static NEW: NativeFn = NativeFn {
    name: "__new__",
    call: |ctx, mut args| {
        if args.positional.is_empty() {
            return Err(Fault::type_error("object.__new__(): not enough arguments"));
        }
        let class = match args.positional.remove(0) {
            Value::Class(class) => class,
            class @ (Value::Type(_) | Value::ExcType(_)) => return ctx.call(&class, args),
            other => {
                let found = other.type_name();
                return Err(Fault::type_error(format!(
                    "object.__new__(X): X is not a type object ({found})"
                )));
            }
        };
        if class.has(Trait::Abstract) {
            return Err(ctx.abstract_class(&class)?);
        }
        if let Some(kind) = class.exception {
            return ctx.new_exception(kind, Some(class), args.positional);
        }
        match class.native {
            None => ctx.instance(&class, None),
            Some(native) if native.name == "type" => {
                let keywords = std::mem::take(&mut args.keyword);
                let [name, bases, names] = args.exactly("type.__new__")?;
                let (Value::Str(name), Value::Dict(names)) = (name, names) else {
                    return Err(Fault::type_error("type.__new__() wants a name, a tuple and a dictionary"));
                };
                let bases = ctx.collect(&bases)?;
                let attrs = attrs_of(&names.0.borrow());
                ctx.new_class(name, bases, attrs, Some(class), keywords)
            }
            Some(native) => {
                let args = if fills_later(native) { Args::default() } else { args };
                let base = ctx.native_value(native, args)?;
                ctx.instance(&class, Some(base))
            }
        }
    },
};
