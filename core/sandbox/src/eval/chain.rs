//! What an exception knows: the one it followed, its notes, and the parts of its message.

use super::args::Args;
use super::ctx::Ctx;
use super::exception::{ExcKind, Exception};
use super::fault::{Fault, PyResult};
use super::function::Frame;
use super::heap::Gc;
use super::host::NativeFn;
use super::value::Value;

impl Ctx {
    /// Remembers, when an exception first arises, the one that was being handled.
    pub(super) fn set_context(&mut self, exception: &Value, frame: &Frame) -> PyResult<()> {
        let outer = || self.frames.iter().rev().find_map(|frame| frame.handling.last());
        match frame.handling.last().or_else(outer).cloned() {
            Some(handled) if !super::compare::same(&handled, exception) => {
                let name = self.names.text("__context__");
                self.set_attr(exception, name, handled)
            }
            _ => Ok(()),
        }
    }

    /// `raise exception from cause`.
    pub(super) fn set_cause(&mut self, exception: &Value, cause: Value) -> PyResult<()> {
        let cause = match cause {
            Value::ExcType(_) | Value::Class(_) => self.call(&cause, Args::default())?,
            other => other,
        };
        if !matches!(cause, Value::None | Value::Exception(_)) {
            return Err(Fault::type_error("exception causes must derive from BaseException"));
        }
        for (name, value) in [("__cause__", cause), ("__suppress_context__", Value::Bool(true))] {
            let name = self.names.text(name);
            self.set_attr(exception, name, value)?;
        }
        Ok(())
    }

    /// Attributes of exceptions that no script has set.
    pub(super) fn exception_part(
        &mut self,
        exception: &Gc<Exception>,
        name: &str,
    ) -> PyResult<Option<Value>> {
        let args = exception.args.borrow().clone();
        let first = args.first().cloned();
        let kind = exception.kind;
        let message = first.as_ref().and_then(Value::as_str).unwrap_or_default();
        match name {
            "args" => return self.tuple(args).map(Some),
            "__traceback__" => return Ok(Some(self.traceback_object(&Value::Exception(exception.clone())))),
            "__cause__" | "__context__" => return Ok(Some(Value::None)),
            "__suppress_context__" => return Ok(Some(Value::Bool(false))),
            "__notes__" => return Ok(None),
            _ => {}
        }
        if let Some(part) = self.group_part(exception, name)? {
            return Ok(Some(part));
        }
        Ok(match (kind, name) {
            (ExcKind::StopIteration, "value") | (ExcKind::SystemExit, "code") => {
                Some(if args.len() > 1 { self.tuple(args)? } else { first.unwrap_or(Value::None) })
            }
            (_, "name") if kind.is_a(ExcKind::NameError) || kind.is_a(ExcKind::ImportError) => {
                Some(self.quoted(message.split('\'').nth(1))?)
            }
            (_, "name") if kind.is_a(ExcKind::AttributeError) => {
                Some(self.quoted(message.split('\'').nth_back(1))?)
            }
            (_, "msg") if kind.is_a(ExcKind::ImportError) || kind.is_a(ExcKind::SyntaxError) => first,
            (_, "errno") if kind.is_a(ExcKind::OSError) && args.len() > 1 => first,
            (_, "strerror") if kind.is_a(ExcKind::OSError) => args.get(1).cloned(),
            (_, "filename") if kind.is_a(ExcKind::OSError) => {
                Some(args.get(2).cloned().unwrap_or(Value::None))
            }
            (ExcKind::JSONDecodeError, "msg" | "lineno" | "colno" | "pos") => {
                self.decode_part(message, name)?
            }
            _ => None,
        })
    }

    fn quoted(&self, text: Option<&str>) -> PyResult<Value> {
        text.map_or(Ok(Value::None), |text| self.str(text))
    }

    /// Finds a part in `MESSAGE: line L column C (char N)`.
    fn decode_part(&self, message: &str, name: &str) -> PyResult<Option<Value>> {
        let Some((text, place)) = message.rsplit_once(": line ") else { return Ok(None) };
        if name == "msg" {
            return self.str(text).map(Some);
        }
        let mut numbers = place.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok());
        let index = ["lineno", "colno", "pos"].iter().position(|n| *n == name).unwrap_or(0);
        Ok(numbers.nth(index).map(Value::Int))
    }

    /// A method of every exception.
    pub(super) fn exception_method(name: &str) -> Option<&'static NativeFn> {
        METHODS.iter().find(|method| method.name == name)
    }
}

/// Methods of exceptions; the exception is the first argument.
static METHODS: &[NativeFn] = &[
    NativeFn {
        name: "__init__",
        call: |_, mut args| {
            if let Some(Value::Exception(exception)) = args.positional.first().cloned() {
                *exception.args.borrow_mut() = args.positional.split_off(1);
            }
            Ok(Value::None)
        },
    },
    NativeFn {
        name: "__str__",
        call: |ctx, args| {
            let [exception] = args.exactly("__str__")?;
            let text = ctx.exception_text(&exception)?;
            ctx.str(text)
        },
    },
    NativeFn {
        name: "__repr__",
        call: |ctx, args| {
            let [exception] = args.exactly("__repr__")?;
            let mut text = exception.type_name().to_owned();
            if let Value::Exception(exception) = &exception {
                let args = exception.args.borrow().clone();
                let args = ctx.tuple(args)?;
                let args = ctx.repr(&args)?;
                text.push_str(args.strip_suffix(",)").map_or(&*args, |one| one));
                if args.ends_with(",)") {
                    text.push(')');
                }
            }
            ctx.str(text)
        },
    },
    NativeFn {
        name: "with_traceback",
        call: |_, args| {
            let [exception, _] = args.exactly("with_traceback")?;
            Ok(exception)
        },
    },
    NativeFn {
        name: "add_note",
        call: |ctx, args| {
            let [exception, note] = args.exactly("add_note")?;
            match ctx.find_attr(&exception, "__notes__")? {
                Some(Value::List(notes)) => ctx.list_push(&notes, note)?,
                _ => {
                    let notes = ctx.list(vec![note])?;
                    let name = ctx.names.text("__notes__");
                    ctx.set_attr(&exception, name, notes)?;
                }
            }
            Ok(Value::None)
        },
    },
];

/// The class of an `OSError` with this number.
pub(super) fn os_error(number: i64) -> ExcKind {
    match number {
        2 => ExcKind::FileNotFoundError,
        13 => ExcKind::PermissionError,
        17 => ExcKind::FileExistsError,
        21 => ExcKind::IsADirectoryError,
        _ => ExcKind::OSError,
    }
}
