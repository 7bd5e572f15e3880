//! What `traceback` and `logging` ask about exceptions.

use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// The traceback of an exception as text.
pub(super) fn traceback(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [exception] = args.exactly("traceback")?;
    let Value::Exception(exception) = &exception else {
        return Err(Fault::type_error("Exception expected for value"));
    };
    let text = ctx.traceback_text(exception)?;
    ctx.str(text)
}

/// The line of a traceback that says what was raised.
pub(super) fn exception_line(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [exception] = args.exactly("exception_line")?;
    let Value::Exception(exception) = &exception else {
        return Err(Fault::type_error("Exception expected for value"));
    };
    let text = ctx.exception_line(exception)?;
    ctx.str(text)
}

/// The line where an exception was raised; the line that runs now, for other values.
pub(super) fn first_line(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [exception] = args.exactly("first_line")?;
    Ok(Value::Int(match &exception {
        Value::Exception(exception) => exception.line.get().into(),
        _ => ctx.line.into(),
    }))
}
