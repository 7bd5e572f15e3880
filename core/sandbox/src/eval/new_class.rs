//! Making classes.

use std::rc::Rc;

use super::args::Args;
use super::class::{Attrs, Class, Trait, linearise};
use super::ctx::Ctx;
use super::exception::ExcKind;
use super::fault::{Fault, PyResult};
use super::function::Builtin;
use super::heap::Gc;
use super::host::NativeType;
use super::text::Str;
use super::value::Value;

/// Keyword arguments of a class statement.
pub(crate) type Keywords = Vec<(Rc<Str>, Value)>;

impl Ctx {
    /// What a class statement makes: asks the metaclass, if there is one.
    pub(crate) fn class_statement(
        &mut self,
        name: Rc<Str>,
        mut bases: Vec<Value>,
        mut keywords: Keywords,
        mut attrs: Attrs,
    ) -> PyResult<Value> {
        if let Some(module) = self.building
            && !attrs.contains_key(&super::text::ByText("__module__"))
        {
            let module = self.str(module)?;
            attrs.insert(self.names.text("__module__"), module);
        }
        for base in &mut bases {
            // `class Numbers(list[int])`
            if let Some(alias) = super::generic::origin(base) {
                *base = alias;
            }
            if let Some(class) = crate::stdlib::with_methods(self, base)? {
                *base = class;
            }
        }
        let explicit = keywords.iter().position(|(keyword, _)| &***keyword == "metaclass");
        let explicit = explicit.map(|index| keywords.remove(index).1);
        let inherited = bases.iter().filter_map(|base| match base {
            Value::Class(class) => class.meta.clone(),
            _ => None,
        });
        let mut meta: Option<Gc<Class>> = match &explicit {
            None | Some(Value::Type(_)) => None,
            Some(Value::Class(meta)) => Some(meta.clone()),
            Some(other) => {
                let (bases, names) = (self.tuple(bases)?, self.attrs_dict(&attrs)?);
                let positional = vec![Value::Str(name), bases, names];
                return self.call(other, Args { positional, keyword: keywords });
            }
        };
        for other in inherited {
            match &meta {
                Some(own) if super::kind::is_subclass(own, &other) => {}
                Some(own) if !super::kind::is_subclass(&other, own) => {
                    return Err(Fault::type_error(
                        "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass \
                         of the metaclasses of all its bases",
                    ));
                }
                _ => meta = Some(other),
            }
        }
        let Some(meta) = meta else { return self.new_class(name, bases, attrs, None, keywords) };
        let (new, init) = (meta.find("__new__"), meta.find("__init__"));
        if new.is_none() && init.is_none() {
            return self.new_class(name, bases, attrs, Some(meta), keywords);
        }
        let positional = vec![Value::Str(name.clone()), self.tuple(bases.clone())?, self.attrs_dict(&attrs)?];
        let class = match new {
            Some(new) => {
                let mut all = vec![Value::Class(meta.clone())];
                all.extend(positional.iter().cloned());
                self.call(&unwrapped(&new), Args { positional: all, keyword: keywords.clone() })?
            }
            None => self.new_class(name, bases, attrs, Some(meta), keywords.clone())?,
        };
        if let (Some(init), Value::Class(_)) = (init, &class) {
            let mut all = vec![class.clone()];
            all.extend(positional);
            self.call(&init, Args { positional: all, keyword: keywords })?;
        }
        Ok(class)
    }

    /// `type.__new__`: makes a class of what its body defined.
    pub(crate) fn new_class(
        &mut self,
        name: Rc<Str>,
        bases: Vec<Value>,
        attrs: Attrs,
        meta: Option<Gc<Class>>,
        keywords: Keywords,
    ) -> PyResult<Value> {
        let mut class = Class::new(name);
        let mut parents = Vec::new();
        for base in &bases {
            match base {
                Value::Class(parent) => {
                    class.exception = nearer(class.exception, parent.exception);
                    class.native = self.one_native(class.native, parent.native)?;
                    parents.push(parent.clone());
                }
                Value::ExcType(kind) => class.exception = nearer(class.exception, Some(*kind)),
                Value::Type(native) if native.name == "object" => {}
                Value::Type(native) if DERIVABLE.contains(&native.name) => {
                    class.native = self.one_native(class.native, Some(native))?;
                }
                Value::Type(native) => {
                    return Err(Fault::type_error(format!(
                        "type '{}' is not an acceptable base type",
                        native.name
                    )));
                }
                other => {
                    let label = self.type_label(other);
                    return Err(Fault::type_error(format!(
                        "a class deriving from '{label}' is not supported in this sandbox"
                    )));
                }
            }
        }
        let total: usize = parents.iter().map(|parent| parent.mro.len() + 1).sum();
        if total > MAX_BASES {
            return Err(Fault::recursion(" in a class hierarchy"));
        }
        self.burn((total * (parents.len() + 1)) as u64)?;
        class.mro = linearise(&parents).ok_or_else(|| self.no_order(&bases))?;
        self.burn(class.mro.len() as u64)?;
        class.slots = self.slots_of(&attrs, &parents)?;
        class.meta = meta;
        class.bases = bases;
        for (name, value) in &attrs {
            if let Some(new) = Class::trait_of(name, value) {
                class.add(new);
            }
        }
        class.inherit();
        class.attrs = attrs.into();
        let bytes = class.mro.len() * 8 + class.bases.len() * 16 + class.attrs.borrow().len() * 48;
        let class = self.heap.alloc(class, bytes)?;
        parents.iter().for_each(|parent| parent.add_heir(&class));
        self.find_abstract(&class)?;
        self.set_names(&class)?;
        self.init_subclass(&class, keywords)?;
        Ok(Value::Class(class))
    }

    fn one_native(
        &self,
        own: Option<&'static NativeType>,
        other: Option<&'static NativeType>,
    ) -> PyResult<Option<&'static NativeType>> {
        match (own, other) {
            (Some(a), Some(b)) if !std::ptr::eq(a, b) => {
                // A special dictionary goes before the plain one.
                match (a.name.ends_with("Dict") || a.name.contains('.'), b.name) {
                    (true, "dict") => Ok(own),
                    _ if a.name == "dict" && b.name.contains('.') => Ok(other),
                    _ => Err(Fault::type_error("multiple bases have instance lay-out conflict")),
                }
            }
            _ => Ok(own.or(other)),
        }
    }

    fn no_order(&self, bases: &[Value]) -> Fault {
        let names: Vec<String> = bases.iter().map(|base| self.type_label(base)).collect();
        Fault::type_error(format!(
            "Cannot create a consistent method resolution\norder (MRO) for bases {}",
            names.join(", ")
        ))
    }

    /// The names in `__slots__`, those of the bases included; `None` if instances may have others.
    fn slots_of(&mut self, attrs: &Attrs, parents: &[Gc<Class>]) -> PyResult<Option<Box<[Rc<Str>]>>> {
        let Some(own) = attrs.get(&super::text::ByText("__slots__")) else { return Ok(None) };
        let items = match own {
            Value::Str(_) => vec![own.clone()],
            other => self.collect(other)?,
        };
        let mut names = Vec::new();
        for parent in parents {
            match &parent.slots {
                Some(slots) => names.extend(slots.iter().cloned()),
                None => return Ok(None),
            }
        }
        for item in items {
            let Value::Str(name) = item else {
                return Err(Fault::type_error(format!(
                    "__slots__ items must be strings, not '{}'",
                    item.type_name()
                )));
            };
            if &**name == "__dict__" {
                return Ok(None);
            }
            names.push(name);
        }
        Ok(Some(names.into()))
    }

    /// Tells descriptors their names.
    fn set_names(&mut self, class: &Gc<Class>) -> PyResult<()> {
        let named: Vec<(Rc<Str>, Value)> = {
            let attrs = class.attrs.borrow();
            let instances = attrs.iter().filter(|(_, value)| matches!(value, Value::Instance(_)));
            instances.map(|(name, value)| (name.clone(), value.clone())).collect()
        };
        for (name, value) in named {
            if let Value::Instance(instance) = &value
                && let Some(hook) = instance.class.find("__set_name__")
            {
                self.call_with(&hook, vec![value.clone(), Value::Class(class.clone()), Value::Str(name)])?;
            }
        }
        Ok(())
    }

    fn init_subclass(&mut self, class: &Gc<Class>, keyword: Keywords) -> PyResult<()> {
        let Some(hook) = class.mro.iter().find_map(|base| base.own("__init_subclass__")) else {
            if keyword.is_empty() {
                return Ok(());
            }
            let name = &**class.name;
            return Err(Fault::type_error(format!("{name}.__init_subclass__() takes no keyword arguments")));
        };
        let positional = vec![Value::Class(class.clone())];
        self.call(&unwrapped(&hook), Args { positional, keyword }).map(drop)
    }

    /// Finds the methods that still lack a body, if the metaclass is that of abstract classes.
    fn find_abstract(&mut self, class: &Gc<Class>) -> PyResult<()> {
        if class.meta.as_ref().is_none_or(|meta| meta.find("__abstract_classes__").is_none()) {
            return Ok(());
        }
        let mut names: Vec<Rc<Str>> = Vec::new();
        for base in class.mro.iter().filter(|base| base.has(Trait::Abstract)) {
            if let Some(inherited) = base.own("__abstractmethods__") {
                let inherited = self.collect(&inherited)?;
                names.extend(inherited.into_iter().filter_map(|name| match name {
                    Value::Str(name) => Some(name),
                    _ => None,
                }));
            }
        }
        names.extend(class.attrs.borrow().keys().cloned());
        let mut lacking = Vec::new();
        for name in names {
            let Some(value) = class.find(&name) else { continue };
            if self.is_abstract(&value) && !lacking.contains(&name) {
                lacking.push(name);
            }
        }
        crate::sorting::sort_by(&mut lacking, |a, b| str::cmp(a, b));
        if !lacking.is_empty() {
            class.add(Trait::Abstract);
        }
        let lacking = self.set(lacking.into_iter().map(Value::Str).collect(), true)?;
        class.attrs.borrow_mut().insert(self.names.text("__abstractmethods__"), lacking);
        Ok(())
    }

    fn is_abstract(&self, value: &Value) -> bool {
        let marked = |value: &Value| match value {
            Value::Function(function) => {
                function.attrs.borrow().contains_key(&super::text::ByText("__isabstractmethod__"))
            }
            _ => false,
        };
        match value {
            Value::Builtin(builtin) => match &***builtin {
                Builtin::Property(getter, setter, _) => marked(getter) || marked(setter),
                Builtin::Static(function) | Builtin::ClassMethod(function) => marked(function),
                _ => false,
            },
            other => marked(other),
        }
    }

    /// The refusal to make an instance of an abstract class.
    pub(super) fn abstract_class(&mut self, class: &Gc<Class>) -> PyResult<Fault> {
        let names = match class.own("__abstractmethods__") {
            Some(names) => self.collect(&names)?,
            None => Vec::new(),
        };
        let s = if names.len() == 1 { "" } else { "s" };
        let names: Vec<String> = names.iter().filter_map(|n| n.as_str()).map(|n| format!("'{n}'")).collect();
        Ok(Fault::new(
            ExcKind::TypeError,
            format!(
                "Can't instantiate abstract class {} without an implementation for abstract method{s} {}",
                &**class.name,
                names.join(", ")
            ),
        ))
    }
}

/// Base classes that a class may have, all together, as looking for an attribute visits them.
const MAX_BASES: usize = 256;

/// The more special of two builtin exceptions, else the first.
fn nearer(own: Option<ExcKind>, other: Option<ExcKind>) -> Option<ExcKind> {
    match (own, other) {
        (Some(a), Some(b)) if b.is_a(a) => Some(b),
        (None, other) => other,
        _ => own,
    }
}

/// Builtin classes that classes of a script may derive from.
const DERIVABLE: [&str; 14] = [
    "bytearray",
    "bytes",
    "collections.Counter",
    "collections.OrderedDict",
    "collections.defaultdict",
    "dict",
    "float",
    "frozenset",
    "int",
    "list",
    "set",
    "str",
    "tuple",
    "type",
];

/// The function in a static or class method.
pub(super) fn unwrapped(value: &Value) -> Value {
    match value {
        Value::Builtin(builtin) => match &***builtin {
            Builtin::Static(function) | Builtin::ClassMethod(function) => function.clone(),
            _ => value.clone(),
        },
        _ => value.clone(),
    }
}
