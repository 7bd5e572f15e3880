//! Reading mappings: for `dict(...)`, `update` and `**`.

use super::ctx::Ctx;
use super::dict::Key;
use super::exception::ExcKind;
use super::fault::{Fault, PyResult};
use super::heap::Gc;
use super::value::{DictObject, Value};

impl Ctx {
    /// Copies a mapping, or an iterable of pairs, into `dict`.
    pub(crate) fn dict_merge(&mut self, dict: &Gc<DictObject>, mapping: &Value) -> PyResult<()> {
        for (key, value) in self.pairs_of(mapping)? {
            self.dict_insert(dict, &key, value)?;
        }
        Ok(())
    }

    /// Adds `**mapping` to the keyword arguments of a call.
    pub(super) fn merge_keywords(
        &mut self,
        dict: &Gc<DictObject>,
        mapping: &Value,
        callee: &str,
    ) -> PyResult<()> {
        let is_mapping = match mapping {
            Value::Dict(_) => true,
            Value::Instance(instance) => is_mapping(instance),
            _ => false,
        };
        if !is_mapping {
            let found = mapping.type_name();
            return Err(Fault::type_error(format!(
                "{callee} argument after ** must be a mapping, not {found}"
            )));
        }
        for (key, value) in self.pairs_of(mapping)? {
            if dict.0.borrow().contains_key(&Key::new(&key)?) {
                let name = self.str_of(&key)?;
                return Err(Fault::type_error(format!(
                    "{callee} got multiple values for keyword argument '{name}'"
                )));
            }
            self.dict_insert(dict, &key, value)?;
        }
        Ok(())
    }

    /// The items of a mapping, or of an iterable of pairs.
    fn pairs_of(&mut self, mapping: &Value) -> PyResult<Vec<(Value, Value)>> {
        Ok(match mapping {
            Value::Dict(other) => {
                let other = other.0.borrow();
                other.iter().map(|(k, v)| (k.value().clone(), v.clone())).collect()
            }
            Value::Instance(instance)
                if instance.class.find("keys").is_none()
                    && instance.class.find("__iter__").is_none()
                    && matches!(instance.base, Some(Value::Dict(_))) =>
            {
                return match &instance.base {
                    Some(base) => self.pairs_of(&base.clone()),
                    None => Ok(Vec::new()),
                };
            }
            Value::Instance(instance) if is_mapping(instance) => {
                let keys = self.call_method(mapping, "keys", super::args::Args::default())?;
                let mut pairs = Vec::new();
                for key in self.collect(&keys)? {
                    let value = self.get_item(mapping, &key)?;
                    pairs.push((key, value));
                }
                pairs
            }
            _ => {
                let mut pairs = Vec::new();
                for (index, pair) in self.collect(mapping)?.into_iter().enumerate() {
                    let pair = self.collect(&pair).map_err(|fault| match fault.is(ExcKind::TypeError) {
                        true => Fault::type_error(format!(
                            "cannot convert dictionary update sequence element #{index} to a sequence"
                        )),
                        false => fault,
                    })?;
                    let [key, value] = <[Value; 2]>::try_from(pair).map_err(|pair| {
                        Fault::value_error(format!(
                            "dictionary update sequence element #{index} has length {}; 2 is required",
                            pair.len()
                        ))
                    })?;
                    pairs.push((key, value));
                }
                pairs
            }
        })
    }
}

/// Like `dict`, any object with `keys` is a mapping.
fn is_mapping(instance: &super::instance::Instance) -> bool {
    instance.class.find("keys").is_some() || matches!(instance.base, Some(Value::Dict(_)))
}
