//! Python values.

use std::cell::RefCell;
use std::rc::Rc;

use num_bigint::BigInt;

use super::class::{Class, Instance};
use super::dict::{Dict, Set};
pub(crate) use super::dict_object::DictKind;
pub use super::dict_object::DictObject;
use super::exception::{ExcKind, Exception};
use super::function::{BoundMethod, Builtin, Function};
use super::heap::{Charge, Contents, Gc};
use super::host::{Host, HostRef, NativeFn, NativeType};
use super::iter::Iter;
use super::module::Module;
use super::text::Str;

/// A Python value; cloning it is cheap.
#[derive(Clone)]
#[allow(missing_docs)] // the variants are Python's types
pub enum Value {
    None,
    Ellipsis,
    NotImplemented,
    Bool(bool),
    Int(i64),
    /// An integer beyond 64 bits.
    Big(Rc<Big>),
    Float(f64),
    Str(Rc<Str>),
    List(Gc<List>),
    Tuple(Gc<Tuple>),
    Dict(Gc<DictObject>),
    Set(Gc<SetObject>),
    Range(Rc<Range>),
    Slice(Gc<Slice>),
    Iter(Gc<IterObject>),
    /// A function that the script defined.
    Function(Gc<Function>),
    /// A builtin function.
    Native(&'static NativeFn),
    /// A function of the script bound to its first argument.
    Method(Gc<BoundMethod>),
    /// A builtin method, bound or not, or another builtin wrapper.
    Builtin(Gc<Builtin>),
    /// A builtin class.
    Type(&'static NativeType),
    /// A builtin exception class.
    ExcType(ExcKind),
    /// A class that the script defined.
    Class(Gc<Class>),
    Instance(Gc<Instance>),
    Exception(Gc<Exception>),
    Module(Gc<Module>),
    /// An object implemented in Rust, such as an image.
    Host(HostRef),
}

/// An integer that needs more than 64 bits.
pub struct Big {
    /// The number; never one that fits `i64`.
    pub number: BigInt,
    #[allow(dead_code)] // held for its drop
    pub(crate) charge: Charge,
}

/// `range(start, stop, step)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Range {
    pub start: i64,
    pub stop: i64,
    /// Never 0.
    pub step: i64,
}

impl Range {
    /// Number of elements, the same on every machine.
    pub fn count(&self) -> i64 {
        let (start, stop, step) = (self.start as i128, self.stop as i128, self.step as i128);
        let count =
            if step > 0 { (stop - start + step - 1) / step } else { (start - stop - step - 1) / -step };
        i64::try_from(count.max(0)).unwrap_or(i64::MAX)
    }

    /// Number of elements as far as this machine can hold them.
    pub fn len(&self) -> usize {
        usize::try_from(self.count()).unwrap_or(usize::MAX)
    }

    /// Whether it has no elements.
    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }

    /// The element at `index`, which must be below `count`.
    pub fn get(&self, index: i64) -> i64 {
        self.start.wrapping_add(self.step.wrapping_mul(index))
    }
}

macro_rules! contents {
    ($(#[$doc:meta])* $name:ident($inner:ty)) => {
        $(#[$doc])*
        pub struct $name(pub RefCell<$inner>);

        impl Contents for $name {
            const MUTABLE: bool = true;

            fn take_values(&mut self, into: &mut Vec<Value>) {
                self.0.get_mut().move_out(into);
            }

            fn clear_shared(&self, into: &mut Vec<Value>) {
                if let Ok(mut inner) = self.0.try_borrow_mut() {
                    inner.move_out(into);
                }
            }
        }
    };
}

pub(super) trait MoveOut {
    fn move_out(&mut self, into: &mut Vec<Value>);
}

impl MoveOut for Vec<Value> {
    fn move_out(&mut self, into: &mut Vec<Value>) {
        into.extend(self.drain(..).filter(Value::is_object));
    }
}

impl MoveOut for Dict {
    fn move_out(&mut self, into: &mut Vec<Value>) {
        for (key, value) in self.drain(..) {
            into.extend([key.into_value(), value].into_iter().filter(Value::is_object));
        }
    }
}

impl MoveOut for Set {
    fn move_out(&mut self, into: &mut Vec<Value>) {
        into.extend(self.drain().map(|key| key.into_value()).filter(Value::is_object));
    }
}

impl MoveOut for Iter {
    fn move_out(&mut self, into: &mut Vec<Value>) {
        std::mem::replace(self, Iter::Empty).take_values(into);
    }
}

contents! {
    /// A list.
    List(Vec<Value>)
}
contents! {
    /// An iterator.
    IterObject(Iter)
}

/// A tuple.
pub struct Tuple(pub Box<[Value]>);

impl Contents for Tuple {
    const MUTABLE: bool = false;

    fn take_values(&mut self, into: &mut Vec<Value>) {
        into.extend(std::mem::take(&mut self.0).into_iter().filter(Value::is_object));
    }
}

/// A set or a frozen set.
pub struct SetObject {
    /// Whether it is a `frozenset`.
    pub frozen: bool,
    /// The elements.
    pub items: RefCell<Set>,
}

impl Contents for SetObject {
    const MUTABLE: bool = true;

    fn take_values(&mut self, into: &mut Vec<Value>) {
        self.items.get_mut().move_out(into);
    }

    fn clear_shared(&self, into: &mut Vec<Value>) {
        self.items.borrow_mut().move_out(into);
    }
}

/// `slice(start, stop, step)`.
#[allow(missing_docs)]
pub struct Slice {
    pub start: Value,
    pub stop: Value,
    pub step: Value,
}

impl Contents for Slice {
    const MUTABLE: bool = false;

    fn take_values(&mut self, into: &mut Vec<Value>) {
        for value in [&mut self.start, &mut self.stop, &mut self.step] {
            into.push(std::mem::replace(value, Value::None));
        }
    }
}

impl Value {
    /// Whether dropping this value can drop others.
    pub(crate) fn is_object(&self) -> bool {
        !matches!(
            self,
            Self::None
                | Self::Bool(_)
                | Self::Int(_)
                | Self::Float(_)
                | Self::Str(_)
                | Self::Big(_)
                | Self::Native(_)
        )
    }

    /// Python's name of the type.
    pub fn type_name(&self) -> &str {
        match self {
            Self::None => "NoneType",
            Self::Ellipsis => "ellipsis",
            Self::NotImplemented => "NotImplementedType",
            Self::Bool(_) => "bool",
            Self::Int(_) | Self::Big(_) => "int",
            Self::Float(_) => "float",
            Self::Str(_) => "str",
            Self::List(_) => "list",
            Self::Tuple(_) => "tuple",
            Self::Dict(dict) => match dict.kind() {
                DictKind::Plain => "dict",
                DictKind::Default(_) => "collections.defaultdict",
                DictKind::Counter => "Counter",
                DictKind::Ordered => "collections.OrderedDict",
            },
            Self::Set(set) => {
                if set.frozen {
                    "frozenset"
                } else {
                    "set"
                }
            }
            Self::Range(_) => "range",
            Self::Slice(_) => "slice",
            Self::Iter(iter) => iter.0.try_borrow().map_or("generator", |i| i.type_name()),
            Self::Function(_) => "function",
            Self::Native(_) => "builtin_function_or_method",
            Self::Method(_) => "method",
            Self::Builtin(builtin) => match &***builtin {
                Builtin::Property(..) => "property",
                Builtin::Field(_) => "_tuplegetter",
                Builtin::Static(_) => "staticmethod",
                Builtin::ClassMethod(_) => "classmethod",
                Builtin::Super { .. } => "super",
                Builtin::Partial { .. } => "partial",
                _ => "builtin_function_or_method",
            },
            Self::Class(class) => class.meta.as_ref().map_or("type", |meta| &meta.name),
            Self::Type(_) | Self::ExcType(_) => "type",
            Self::Instance(instance) => &instance.class.name,
            Self::Exception(e) => e.class.as_ref().map_or(e.kind.name(), |class| &class.name),
            Self::Module(_) => "module",
            Self::Host(host) => host.type_name(),
        }
    }

    /// The number, if this is an `int`, `bool` or `float`.
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Self::Bool(b) => Some(f64::from(u8::from(*b))),
            Self::Int(i) => Some(*i as f64),
            Self::Big(big) => super::number::big_to_f64(&big.number),
            Self::Float(f) => Some(*f),
            Self::Instance(instance) => instance.base.as_ref()?.as_f64(),
            _ => None,
        }
    }

    /// The integer, if this is an `int` or `bool` of 64 bits.
    pub fn as_i64(&self) -> Option<i64> {
        match self {
            Self::Bool(b) => Some(i64::from(*b)),
            Self::Int(i) => Some(*i),
            Self::Instance(instance) => instance.base.as_ref()?.as_i64(),
            _ => None,
        }
    }

    /// The text, if this is a `str`.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Str(text) => Some(text),
            Self::Instance(instance) => instance.base.as_ref()?.as_str(),
            _ => None,
        }
    }

    /// Whether this is `None`.
    pub fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }

    /// A copy of the elements, if this is a `list` or `tuple`.
    pub fn as_sequence(&self) -> Option<Vec<Value>> {
        match self {
            Self::List(list) => Some(list.0.borrow().clone()),
            Self::Tuple(tuple) => Some(tuple.0.to_vec()),
            Self::Instance(instance) => instance.base.as_ref()?.as_sequence(),
            _ => None,
        }
    }

    /// The Rust object behind a host object of type `T`.
    pub fn host<T: Host>(&self) -> Option<&T> {
        match self {
            Self::Host(host) => host.downcast(),
            Self::Instance(instance) => instance.base.as_ref()?.host(),
            _ => None,
        }
    }

    /// Wraps a Rust object.
    pub fn from_host(host: impl Host) -> Self {
        Self::Host(HostRef::new(host))
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

impl From<f64> for Value {
    fn from(value: f64) -> Self {
        Self::Float(value)
    }
}
