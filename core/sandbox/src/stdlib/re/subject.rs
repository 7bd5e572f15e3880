//! What a pattern is applied to.

use std::rc::Rc;

use crate::builtins::{counted, integer};
use crate::eval::fault::{Fault, PyResult};
use crate::eval::text::Str;
use crate::eval::value::Value;

/// The text that is searched, and the part of it in bytes.
pub(super) struct Subject {
    pub text: Rc<Str>,
    pub bounds: (usize, usize),
}

/// What a replacement or a split is limited to; 0 means no limit.
pub(super) fn limit(value: Option<Value>) -> PyResult<usize> {
    let most = value.map_or(Ok(0), |value| integer(&value))?;
    Ok(match most {
        0 => usize::MAX,
        most => counted(most),
    })
}

/// The byte position of a character.
fn byte_of(text: &Str, value: Option<Value>, default: usize) -> PyResult<usize> {
    let Some(value) = value else { return Ok(default) };
    let at = counted(integer(&value)?);
    if text.is_ascii() {
        return Ok(at.min(text.len()));
    }
    Ok(text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte))
}

/// The text that a call searches, from `pos` to `endpos`.
pub(super) fn subject(string: Option<Value>, pos: Option<Value>, endpos: Option<Value>) -> PyResult<Subject> {
    match string.unwrap_or(Value::None) {
        Value::Str(text) => {
            let end = byte_of(&text, endpos, text.len())?;
            let start = byte_of(&text, pos, 0)?.min(end);
            Ok(Subject { text, bounds: (start, end) })
        }
        other if other.type_name() == "bytes" => Err(super::no_bytes()),
        other => {
            let name = other.type_name();
            Err(Fault::type_error(format!("expected string or bytes-like object, got '{name}'")))
        }
    }
}
