//! Classes that a script defines.

use std::cell::{Cell, RefCell};
use std::hash::BuildHasherDefault;
use std::rc::{Rc, Weak};

use super::exception::ExcKind;
use super::fault::PyResult;
use super::function::Builtin;
use super::heap::{Contents, Gc, Obj};
use super::host::NativeType;
use super::text::{ByText, Str};
use super::value::Value;

pub use super::instance::Instance;

/// A hasher with fixed keys: the same order and the same cost in every run.
pub type FixedHasher = BuildHasherDefault<std::collections::hash_map::DefaultHasher>;

/// Attributes by name, in the order of creation.
pub type Attrs = indexmap::IndexMap<Rc<Str>, Value, FixedHasher>;

/// A class that a script defines.
pub struct Class {
    /// Its name.
    pub name: Rc<Str>,
    /// Itself excluded, the classes to search for attributes, in method resolution order.
    pub mro: Vec<Gc<Class>>,
    /// The base classes as written.
    pub bases: Vec<Value>,
    /// The builtin exception it derives from, if any.
    pub exception: Option<ExcKind>,
    /// The builtin class it derives from, if any other than `object`.
    pub native: Option<&'static NativeType>,
    /// Its metaclass, if that is not `type`.
    pub meta: Option<Gc<Class>>,
    /// The only attributes that instances may have, if it and all its bases have `__slots__`.
    pub slots: Option<Box<[Rc<Str>]>>,
    /// Methods and class attributes.
    pub attrs: RefCell<Attrs>,
    /// What makes access to attributes of instances special, so that the common case stays quick.
    traits: Cell<u8>,
    heirs: RefCell<Vec<Weak<Obj<Class>>>>,
}

/// Things that a class can have, in its bases or itself.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Trait {
    GetAttribute = 1,
    SetAttr = 2,
    DelAttr = 4,
    /// A property, or another builtin thing that no attribute of an instance hides.
    Property = 8,
    /// A descriptor of the script that no attribute of an instance hides.
    Descriptor = 16,
    /// Methods without a body. Not inherited.
    Abstract = 32,
}

impl Class {
    /// A class without attributes that derives from nothing but `object`.
    pub(crate) fn new(name: Rc<Str>) -> Self {
        Self {
            name,
            mro: Vec::new(),
            bases: Vec::new(),
            exception: None,
            native: None,
            meta: None,
            slots: None,
            attrs: RefCell::default(),
            traits: Cell::new(0),
            heirs: RefCell::default(),
        }
    }

    /// Looks an attribute up here and in the base classes.
    pub fn find(&self, name: &str) -> Option<Value> {
        if let Some(value) = self.own(name) {
            return Some(value);
        }
        self.mro.iter().find_map(|base| base.own(name))
    }

    /// An attribute of this class itself.
    pub(crate) fn own(&self, name: &str) -> Option<Value> {
        self.attrs.borrow().get(&ByText(name)).cloned()
    }

    pub(crate) fn has(&self, wanted: Trait) -> bool {
        self.traits.get() & wanted as u8 != 0
    }

    pub(crate) fn add(&self, wanted: Trait) {
        self.traits.set(self.traits.get() | wanted as u8);
    }

    /// Takes over what the base classes have.
    pub(super) fn inherit(&self) {
        let inherited = self.mro.iter().fold(0, |all, base| all | base.traits.get());
        self.traits.set(self.traits.get() | (inherited & !(Trait::Abstract as u8)));
    }

    /// What an attribute of this name and value adds.
    pub(super) fn trait_of(name: &str, value: &Value) -> Option<Trait> {
        match (name, value) {
            ("__getattribute__", _) => Some(Trait::GetAttribute),
            ("__setattr__", _) => Some(Trait::SetAttr),
            ("__delattr__", _) => Some(Trait::DelAttr),
            (_, Value::Builtin(builtin)) => {
                matches!(&***builtin, Builtin::Property(..) | Builtin::Field(_)).then_some(Trait::Property)
            }
            (_, Value::Instance(instance)) => {
                let sets = ["__set__", "__delete__"].iter().any(|name| instance.class.find(name).is_some());
                sets.then_some(Trait::Descriptor)
            }
            _ => None,
        }
    }

    pub(super) fn add_heir(&self, heir: &Gc<Class>) {
        let mut heirs = self.heirs.borrow_mut();
        heirs.retain(|weak| weak.strong_count() > 0);
        heirs.push(Rc::downgrade(heir));
    }

    /// The classes that name this one among their bases.
    pub(crate) fn heirs(&self) -> Vec<Gc<Class>> {
        self.heirs.borrow().iter().filter_map(Weak::upgrade).collect()
    }
}

/// Sets an attribute of a class.
pub(crate) fn set_class_attr(class: &Gc<Class>, name: Rc<Str>, value: Value) -> PyResult<()> {
    class.charge.grow_to((class.attrs.borrow().len() + 1) * 48)?;
    if let Some(new) = Class::trait_of(&name, &value) {
        let mut waiting = vec![class.clone()];
        while let Some(class) = waiting.pop() {
            if !class.has(new) {
                class.add(new);
                waiting.extend(class.heirs());
            }
        }
    }
    let old = class.attrs.borrow_mut().insert(name, value);
    drop(old);
    Ok(())
}

impl Contents for Class {
    const MUTABLE: bool = true;

    fn take_values(&mut self, into: &mut Vec<Value>) {
        into.extend(self.attrs.get_mut().drain(..).map(|(_, v)| v));
        into.extend(self.mro.drain(..).map(Value::Class));
        into.append(&mut self.bases);
        into.extend(self.meta.take().map(Value::Class));
    }

    fn clear_shared(&self, into: &mut Vec<Value>) {
        into.extend(self.attrs.borrow_mut().drain(..).map(|(_, v)| v));
    }
}

/// Python's C3 order of the base classes.
pub(super) fn linearise(parents: &[Gc<Class>]) -> Option<Vec<Gc<Class>>> {
    if let [parent] = parents {
        return Some(std::iter::once(parent.clone()).chain(parent.mro.iter().cloned()).collect());
    }
    let mut lists: Vec<Vec<Gc<Class>>> =
        parents.iter().map(|p| std::iter::once(p.clone()).chain(p.mro.iter().cloned()).collect()).collect();
    lists.push(parents.to_vec());
    let mut order = Vec::new();
    loop {
        lists.retain(|list| !list.is_empty());
        if lists.is_empty() {
            return Some(order);
        }
        let next = lists.iter().map(|list| &list[0]).find(|candidate| {
            lists.iter().all(|list| list[1..].iter().all(|other| !Rc::ptr_eq(other, candidate)))
        })?;
        let next = next.clone();
        for list in &mut lists {
            if Rc::ptr_eq(&list[0], &next) {
                list.remove(0);
            }
        }
        order.push(next);
    }
}
