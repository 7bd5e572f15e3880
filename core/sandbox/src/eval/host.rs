//! How Rust code gives objects, functions and modules to scripts.
//!
//! * An object (an image, a drawing context, an array) implements [`Host`]; `Value::from_host(object)`
//!   wraps it and `value.host::<T>()` finds it again. Hosts are shared, so what changes sits in a
//!   `Cell` or `RefCell`; never hold a borrow while calling back into the [`Ctx`].
//! * A function is a `static` [`NativeFn`]; a class such as `Image.Image` or `int` a `static`
//!   [`NativeType`]; both become values by `Value::Native(&F)` and `Value::Type(&T)`.
//! * A module is built by `ctx.module(name, [(name, value), ...])`, see [`Ctx::new_module`].
//! * Arguments come as [`Args`](super::args::Args): `args.bind("line", ["xy", "fill"], 1)?` sorts
//!   positional and keyword arguments into named places and raises Python's own errors.
//! * Cost: call `ctx.burn(steps)?` for work that grows with its input, and hold a
//!   [`Charge`](super::heap::Charge) from `ctx.charge(bytes)?`, taken before allocating, beside every
//!   large buffer.
//! * Errors are [`Fault`](super::fault::Fault)s: `Fault::type_error("...")` and so on. The line is added by the
//!   evaluator; `ctx.line()` is the line that runs now.
//! * `ctx.draw` is the drawing state.

use std::any::Any;
use std::rc::Rc;

use super::args::Args;
use super::ctx::Ctx;
use super::fault::{Fault, PyResult};
use super::value::Value;

/// A binary operator, for [`Host::binary`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // Python's operators
pub enum BinaryOp {
    Add,
    Sub,
    Mul,
    MatMul,
    Div,
    FloorDiv,
    Mod,
    Pow,
    LShift,
    RShift,
    And,
    Or,
    Xor,
}

impl BinaryOp {
    /// The operator as written.
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Sub => "-",
            Self::Mul => "*",
            Self::MatMul => "@",
            Self::Div => "/",
            Self::FloorDiv => "//",
            Self::Mod => "%",
            Self::Pow => "**",
            Self::LShift => "<<",
            Self::RShift => ">>",
            Self::And => "&",
            Self::Or => "|",
            Self::Xor => "^",
        }
    }
}

/// A unary operator, for [`Host::unary`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // Python's operators
pub enum UnaryOp {
    Neg,
    Pos,
    Invert,
    Abs,
}

/// A comparison, for [`Host::compare`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // Python's operators
pub enum CompareOp {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

impl CompareOp {
    /// The operator as written.
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Eq => "==",
            Self::Ne => "!=",
            Self::Lt => "<",
            Self::Le => "<=",
            Self::Gt => ">",
            Self::Ge => ">=",
        }
    }

    /// The operator with its sides exchanged.
    pub fn swapped(self) -> Self {
        match self {
            Self::Lt => Self::Gt,
            Self::Le => Self::Ge,
            Self::Gt => Self::Lt,
            Self::Ge => Self::Le,
            same => same,
        }
    }
}

/// An object implemented in Rust. Everything but the name has a default that raises what Python raises
/// for an object without that ability. `this` is the value that wraps `self`.
#[allow(unused_variables, clippy::len_without_is_empty)]
pub trait Host: Any {
    /// Python's name of the type.
    fn type_name(&self) -> &'static str;

    /// The class, for `type(x)`; [`NativeType::is_instance`] decides `isinstance`.
    fn class(&self) -> Option<&'static NativeType> {
        None
    }

    /// Reads an attribute that is not a method; `None` if there is none of this name.
    fn get_attr(&self, ctx: &mut Ctx, this: &Value, name: &str) -> PyResult<Option<Value>> {
        Ok(None)
    }

    /// Whether `call_method` knows `name`, so that `x.name` without a call makes a bound method.
    fn has_method(&self, name: &str) -> bool {
        false
    }

    /// Calls a method. End an unknown name in [`Fault::no_attribute`] or [`Fault::not_provided`].
    fn call_method(&self, ctx: &mut Ctx, this: &Value, name: &str, args: Args) -> PyResult<Value> {
        Err(Fault::no_attribute(self.type_name(), name))
    }

    /// Assigns an attribute.
    fn set_attr(&self, ctx: &mut Ctx, name: &str, value: Value) -> PyResult<()> {
        Err(Fault::no_attribute(self.type_name(), name))
    }

    /// Calls the object itself.
    fn call(&self, ctx: &mut Ctx, this: &Value, args: Args) -> PyResult<Value> {
        Err(Fault::type_error(format!("'{}' object is not callable", self.type_name())))
    }

    /// `self OP other`, or `other OP self` if `reflected`; `None` if these do not go together.
    fn binary(
        &self,
        ctx: &mut Ctx,
        this: &Value,
        op: BinaryOp,
        other: &Value,
        reflected: bool,
    ) -> PyResult<Option<Value>> {
        Ok(None)
    }

    /// `self OP= other` for objects that change in place; `false` computes `self OP other` instead.
    fn in_place(&self, ctx: &mut Ctx, op: BinaryOp, other: &Value) -> PyResult<bool> {
        Ok(false)
    }

    /// `OP self`; `None` if there is no such operator.
    fn unary(&self, ctx: &mut Ctx, this: &Value, op: UnaryOp) -> PyResult<Option<Value>> {
        Ok(None)
    }

    /// `self OP other`; `None` falls back to identity for `==` and `!=`, and to `TypeError`.
    fn compare(&self, ctx: &mut Ctx, this: &Value, op: CompareOp, other: &Value) -> PyResult<Option<Value>> {
        Ok(None)
    }

    /// `self[key]`; the key may be a tuple or contain `Value::Slice`.
    fn get_item(&self, ctx: &mut Ctx, key: &Value) -> PyResult<Value> {
        Err(Fault::type_error(format!("'{}' object is not subscriptable", self.type_name())))
    }

    /// `self[key] = value`.
    fn set_item(&self, ctx: &mut Ctx, key: &Value, value: Value) -> PyResult<()> {
        Err(Fault::type_error(format!("'{}' object does not support item assignment", self.type_name())))
    }

    /// `item in self`; `None` searches by iteration.
    fn contains(&self, ctx: &mut Ctx, item: &Value) -> PyResult<Option<bool>> {
        Ok(None)
    }

    /// Something to iterate over instead: a list, a tuple or an iterator.
    fn iter(&self, ctx: &mut Ctx) -> PyResult<Value> {
        Err(Fault::type_error(format!("'{}' object is not iterable", self.type_name())))
    }

    /// `len(self)`; `None` if it has none.
    fn len(&self) -> Option<usize> {
        None
    }

    /// Truth; `len` decides where it is given.
    fn truthy(&self, ctx: &mut Ctx) -> PyResult<bool> {
        Ok(self.len() != Some(0))
    }

    /// `with self as x`: the value of `x`; `None` if it is no context manager.
    fn enter(&self, ctx: &mut Ctx, this: &Value) -> PyResult<Option<Value>> {
        Ok(None)
    }

    /// Leaves the `with` block, after an error too.
    fn exit(&self, ctx: &mut Ctx) -> PyResult<()> {
        Ok(())
    }

    /// `repr(self)`.
    fn repr(&self, ctx: &mut Ctx) -> PyResult<String> {
        Ok(format!("<{} object>", self.type_name()))
    }

    /// `str(self)`.
    fn str(&self, ctx: &mut Ctx) -> PyResult<String> {
        self.repr(ctx)
    }

    /// `format(self, spec)`; `None` formats the string of it.
    fn format(&self, ctx: &mut Ctx, spec: &str) -> PyResult<Option<String>> {
        Ok(None)
    }

    /// The number behind the object (a numpy scalar, say), for `int`, `float`, `round` and indices.
    fn number(&self) -> Option<Value> {
        None
    }

    /// What stands for the object as a key of dictionaries, so that equal objects are one key; without
    /// it the number does, or else the object's identity.
    fn key(&self) -> Option<Value> {
        self.number()
    }

    /// Whether the object can be a key at all.
    fn is_hashable(&self) -> bool {
        true
    }
}

/// A counted reference to a host object.
#[derive(Clone)]
pub struct HostRef(Rc<Box<dyn Host>>);

impl HostRef {
    /// Wraps a Rust object.
    pub fn new(host: impl Host) -> Self {
        Self(Rc::new(Box::new(host)))
    }

    /// The Rust object, if it is a `T`.
    pub fn downcast<T: Host>(&self) -> Option<&T> {
        let any: &dyn Any = &**self.0;
        any.downcast_ref()
    }

    /// The address, which is the object's identity.
    pub fn address(&self) -> usize {
        Rc::as_ptr(&self.0) as usize
    }
}

impl std::ops::Deref for HostRef {
    type Target = dyn Host;

    fn deref(&self) -> &Self::Target {
        &**self.0
    }
}

/// A builtin function.
pub struct NativeFn {
    /// Its name, for error messages and `repr`.
    pub name: &'static str,
    /// Its code.
    pub call: fn(&mut Ctx, Args) -> PyResult<Value>,
}

/// A builtin class.
pub struct NativeType {
    /// Its name.
    pub name: &'static str,
    /// The constructor; `None` if the class cannot be called.
    pub call: Option<fn(&mut Ctx, Args) -> PyResult<Value>>,
    /// `isinstance(value, this)`.
    pub is_instance: fn(&Value) -> bool,
    /// Static and class methods and unbound methods, such as `dict.fromkeys`.
    pub attrs: &'static [NativeFn],
}
