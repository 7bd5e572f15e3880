use super::args::Args;
use super::ctx::Ctx;
use super::fault::{Fault, PyResult};
use super::value::Value;

impl Ctx {
    /// An iterator over `iterable`.
    pub fn iter(&mut self, iterable: &Value) -> PyResult<Value> {
        Err(Fault::type_error(format!("'{}' object is not iterable", iterable.type_name())))
    }

    /// The next item of an iterator; `None` at its end.
    pub fn next(&mut self, iterator: &Value) -> PyResult<Option<Value>> {
        let _ = iterator;
        Ok(None)
    }

    /// Calls anything callable.
    pub fn call(&mut self, callee: &Value, args: Args) -> PyResult<Value> {
        let _ = args;
        Err(Fault::type_error(format!("'{}' object is not callable", callee.type_name())))
    }

    /// Calls a method of any object.
    pub fn call_method(&mut self, object: &Value, name: &str, args: Args) -> PyResult<Value> {
        let _ = args;
        Err(Fault::no_attribute(object.type_name(), name))
    }

    /// `object.name`.
    pub fn get_attr(&mut self, object: &Value, name: &str) -> PyResult<Value> {
        Err(Fault::no_attribute(object.type_name(), name))
    }

    /// Truth.
    pub fn truthy(&mut self, value: &Value) -> PyResult<bool> {
        Ok(!value.is_none())
    }

    /// `a == b`.
    pub fn equal(&mut self, a: &Value, b: &Value) -> PyResult<bool> {
        Ok(super::compare::scalars_equal(a, b).unwrap_or(false))
    }

    /// `repr(value)`.
    pub fn repr(&mut self, value: &Value) -> PyResult<String> {
        Ok(value.type_name().to_owned())
    }

    /// `str(value)`.
    pub fn str_of(&mut self, value: &Value) -> PyResult<String> {
        self.repr(value)
    }
}
