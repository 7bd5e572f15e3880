//! Truth.

use super::ctx::Ctx;
use super::fault::{Fault, PyResult};
use super::value::Value;

impl Ctx {
    /// Truth.
    pub fn truthy(&mut self, value: &Value) -> PyResult<bool> {
        Ok(match value {
            Value::None => false,
            Value::Bool(b) => *b,
            Value::Int(i) => *i != 0,
            Value::Float(f) => *f != 0.0,
            Value::Str(text) => !text.is_empty(),
            Value::List(list) => !list.0.borrow().is_empty(),
            Value::Tuple(tuple) => !tuple.0.is_empty(),
            Value::Dict(dict) => !dict.0.borrow().is_empty(),
            Value::Set(set) => !set.items.borrow().is_empty(),
            Value::Range(range) => !range.is_empty(),
            Value::Host(host) => host.truthy(self)?,
            Value::Instance(instance) => {
                for name in ["__bool__", "__len__"] {
                    if let Some(function) = instance.class.find(name) {
                        let truth = self.call_with(&function, vec![value.clone()])?;
                        return match truth {
                            Value::Bool(b) => Ok(b),
                            other if name == "__bool__" => Err(Fault::type_error(format!(
                                "__bool__ should return bool, returned {}",
                                other.type_name()
                            ))),
                            other => Ok(other.as_i64() != Some(0)),
                        };
                    }
                }
                match &instance.base {
                    Some(base) => {
                        let base = base.clone();
                        self.truthy(&base)?
                    }
                    None => true,
                }
            }
            Value::Class(class) if class.meta.is_some() => match self.special(value, "__bool__")? {
                Some(truth) => !matches!(truth, Value::Bool(false)),
                None => true,
            },
            _ => true,
        })
    }
}
