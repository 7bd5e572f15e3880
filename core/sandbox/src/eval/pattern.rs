//! The tests of `match` statements.

use std::rc::Rc;

use super::code::{CallSite, Op};
use super::ctx::Ctx;
use super::fault::{Fault, PyResult};
use super::function::Frame;
use super::text::Str;
use super::value::Value;
use super::vm::{pop, pop_many, top};

/// Builtin classes whose only positional sub-pattern is the value itself.
const SELF_MATCHING: &[&str] =
    &["bool", "bytearray", "bytes", "dict", "float", "frozenset", "int", "list", "set", "str", "tuple"];

impl Ctx {
    #[inline(never)]
    pub(super) fn match_part(&mut self, op: Op, frame: &mut Frame) -> PyResult<()> {
        match op {
            Op::MatchSequence { count, star } => {
                let count = i64::from(count);
                let len = match super::instance::plain(top(frame)) {
                    Value::List(list) => Some(list.0.borrow().len() as i64),
                    Value::Tuple(tuple) => Some(tuple.0.len() as i64),
                    Value::Range(range) => Some(range.count()),
                    _ => None,
                };
                let matches = len.is_some_and(|len| if star { len >= count } else { len == count });
                frame.stack.push(Value::Bool(matches));
            }
            Op::MatchMapping(least) => {
                let matches = matches!(super::instance::plain(top(frame)), Value::Dict(d) if d.0.borrow().len() >= least as usize);
                frame.stack.push(Value::Bool(matches));
            }
            Op::MatchKey => {
                let key = pop(frame);
                let key = self.key(&key)?;
                let found = match super::instance::plain(&pop(frame)) {
                    Value::Dict(dict) => dict.0.borrow().get(&key).cloned(),
                    _ => None,
                };
                let matches = found.is_some();
                frame.stack.extend(found);
                frame.stack.push(Value::Bool(matches));
            }
            Op::MatchRest(count) => {
                let keys = pop_many(frame, count as usize);
                let rest = match super::instance::plain(&pop(frame)) {
                    Value::Dict(dict) => {
                        self.burn(dict.0.borrow().len() as u64)?;
                        let charge = self.charge(dict.0.borrow().len() * 64)?;
                        let mut rest = dict.0.borrow().clone();
                        drop(charge);
                        for key in &keys {
                            self.burn(rest.len() as u64 / 8)?;
                            rest.shift_remove(&self.key(key)?);
                        }
                        self.dict(rest)?
                    }
                    _ => Value::None,
                };
                frame.stack.push(rest);
            }
            Op::MatchClass(site) => {
                let class = pop(frame);
                let subject = pop(frame);
                let code = frame.code.clone();
                let parts = self.class_parts(&subject, &class, &code.sites[site as usize])?;
                let matches = parts.is_some();
                frame.stack.extend(parts.into_iter().flatten().rev());
                frame.stack.push(Value::Bool(matches));
            }
            _ => {}
        }
        Ok(())
    }

    /// The values that the sub-patterns of a class pattern test; `None` if the class does not match.
    fn class_parts(
        &mut self,
        subject: &Value,
        class: &Value,
        site: &CallSite,
    ) -> PyResult<Option<Vec<Value>>> {
        if !matches!(class, Value::Class(_) | Value::Type(_) | Value::ExcType(_)) {
            return Err(Fault::type_error("called match pattern must be a class"));
        }
        if !self.is_instance(subject, class)? {
            return Ok(None);
        }
        let wanted = usize::from(site.positional);
        let mut parts = Vec::new();
        let itself = matches!(class, Value::Type(native) if SELF_MATCHING.contains(&native.name));
        let names = if wanted == 0 || itself { Vec::new() } else { self.match_args(class)? };
        let accepted = if itself { 1 } else { names.len() };
        if wanted > accepted {
            let s = if accepted == 1 { "" } else { "s" };
            return Err(Fault::type_error(format!(
                "{}() accepts {accepted} positional sub-pattern{s} ({wanted} given)",
                self.type_label(class)
            )));
        }
        if itself && wanted == 1 {
            parts.push(subject.clone());
        }
        for name in names.iter().take(wanted).chain(site.keywords.iter()) {
            match self.find_attr(subject, name)? {
                Some(value) => parts.push(value),
                None => return Ok(None),
            }
        }
        Ok(Some(parts))
    }

    fn match_args(&mut self, class: &Value) -> PyResult<Vec<Rc<Str>>> {
        let Value::Class(class) = class else { return Ok(Vec::new()) };
        let names = match class.find("__match_args__") {
            Some(names @ (Value::Tuple(_) | Value::List(_))) => self.collect(&names)?,
            _ => return Ok(Vec::new()),
        };
        let text = |name: Value| match name {
            Value::Str(name) => Ok(name),
            other => Err(Fault::type_error(format!(
                "__match_args__ elements must be strings (got {})",
                other.type_name()
            ))),
        };
        names.into_iter().map(text).collect()
    }
}
