//! Groups of exceptions, and what `except*` does with them.

use super::ctx::Ctx;
use super::exception::{ExcKind, Exception};
use super::fault::{Fault, PyResult};
use super::heap::Gc;
use super::host::NativeFn;
use super::value::Value;

/// The group behind an exception: its message and its parts.
fn group_of(exception: &Gc<Exception>) -> Option<(Value, Vec<Value>)> {
    if exception.kind != ExcKind::ExceptionGroup && exception.kind != ExcKind::BaseExceptionGroup {
        return None;
    }
    match &exception.args.borrow()[..] {
        [message, parts] => parts.as_sequence().map(|parts| (message.clone(), parts)),
        _ => None,
    }
}

impl Ctx {
    /// Checks the arguments of `ExceptionGroup`.
    pub(super) fn check_group(&self, args: &[Value]) -> PyResult<()> {
        let [message, parts] = args else {
            let given = args.len();
            return Err(Fault::type_error(format!(
                "BaseExceptionGroup.__new__() takes exactly 2 arguments ({given} given)"
            )));
        };
        if message.as_str().is_none() {
            let found = message.type_name();
            return Err(Fault::type_error(format!("argument 1 must be str, not {found}")));
        }
        let Some(parts) = parts.as_sequence() else {
            return Err(Fault::type_error("second argument (exceptions) must be a sequence"));
        };
        if parts.is_empty() {
            return Err(Fault::value_error("second argument (exceptions) must be a non-empty sequence"));
        }
        match parts.iter().position(|part| !matches!(part, Value::Exception(_))) {
            Some(index) => {
                let message = format!("Item {index} of second argument (exceptions) is not an exception");
                Err(Fault::value_error(message))
            }
            None => Ok(()),
        }
    }

    /// `group.message` and `group.exceptions`.
    pub(super) fn group_part(&self, exception: &Gc<Exception>, name: &str) -> PyResult<Option<Value>> {
        match (group_of(exception), name) {
            (Some((message, _)), "message") => Ok(Some(message)),
            (Some((_, parts)), "exceptions") => self.tuple(parts).map(Some),
            _ => Ok(None),
        }
    }

    /// The message with the number of parts.
    pub(super) fn group_text(&mut self, exception: &Gc<Exception>) -> PyResult<Option<String>> {
        let Some((message, parts)) = group_of(exception) else { return Ok(None) };
        let s = if parts.len() == 1 { "" } else { "s" };
        Ok(Some(format!("{} ({} sub-exception{s})", self.str_of(&message)?, parts.len())))
    }

    fn new_group(&mut self, like: &Gc<Exception>, message: Value, parts: Vec<Value>) -> PyResult<Value> {
        if parts.is_empty() {
            return Ok(Value::None);
        }
        let parts = self.list(parts)?;
        let group = self.new_exception(like.kind, like.class.clone(), vec![message, parts])?;
        if let Value::Exception(new) = &group {
            new.line.set(like.line.get());
            let places = like.places.borrow().clone();
            *new.places.borrow_mut() = places;
        }
        Ok(group)
    }

    /// The parts of an exception that are of a class, and the others; `None` for nothing.
    fn split_group(&mut self, exception: &Value, class: &Value) -> PyResult<(Value, Value)> {
        let matches = match class {
            Value::Function(_) => {
                let verdict = self.call_with(class, vec![exception.clone()])?;
                self.truthy(&verdict)?
            }
            _ => self.exception_matches(exception, class)?,
        };
        if matches {
            return Ok((exception.clone(), Value::None));
        }
        let Value::Exception(outer) = exception else { return Ok((Value::None, exception.clone())) };
        let Some((message, parts)) = group_of(outer) else { return Ok((Value::None, exception.clone())) };
        let (mut found, mut rest) = (Vec::new(), Vec::new());
        self.enter()?;
        for part in &parts {
            self.burn(1)?;
            match self.split_group(part, class) {
                Ok((matched, other)) => {
                    found.extend((!matched.is_none()).then_some(matched));
                    rest.extend((!other.is_none()).then_some(other));
                }
                Err(fault) => {
                    self.leave();
                    return Err(fault);
                }
            }
        }
        self.leave();
        Ok((self.new_group(outer, message.clone(), found)?, self.new_group(outer, message, rest)?))
    }

    /// What a clause of `except*` takes, and what it leaves.
    pub(super) fn match_group(&mut self, rest: &Value, class: &Value) -> PyResult<(Value, Value)> {
        let Value::Exception(exception) = rest else { return Ok((Value::None, Value::None)) };
        if group_of(exception).is_some() {
            return self.split_group(rest, class);
        }
        if !self.exception_matches(rest, class)? {
            return Ok((Value::None, rest.clone()));
        }
        // A lone exception comes as a group of one.
        let (message, parts) = (self.str("")?, self.list(vec![rest.clone()])?);
        Ok((self.new_exception(ExcKind::ExceptionGroup, None, vec![message, parts])?, Value::None))
    }
}

/// Methods of groups; the group is the first argument.
static METHODS: &[NativeFn] = &[
    NativeFn {
        name: "split",
        call: |ctx, args| {
            let [group, class] = args.exactly("split")?;
            let (found, rest) = ctx.split_group(&group, &class)?;
            ctx.tuple(vec![found, rest])
        },
    },
    NativeFn {
        name: "subgroup",
        call: |ctx, args| {
            let [group, class] = args.exactly("subgroup")?;
            ctx.split_group(&group, &class).map(|(found, _)| found)
        },
    },
    NativeFn {
        name: "derive",
        call: |ctx, args| {
            let [group, parts] = args.exactly("derive")?;
            let Value::Exception(outer) = &group else { return Ok(Value::None) };
            let message = ctx.group_part(outer, "message")?.unwrap_or(Value::None);
            let parts = ctx.collect(&parts)?;
            ctx.new_group(outer, message, parts)
        },
    },
];

/// A method of a group.
pub(super) fn method(exception: &Exception, name: &str) -> Option<&'static NativeFn> {
    let group = matches!(exception.kind, ExcKind::ExceptionGroup | ExcKind::BaseExceptionGroup);
    if group { METHODS.iter().find(|method| method.name == name) } else { None }
}
