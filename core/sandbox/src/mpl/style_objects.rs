//! `ArrowStyle`, `ConnectionStyle` and `BoxStyle` as objects of scripts.

use super::arrow::{ArrowStyle, Connection};
use super::text::BoxStyle;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::Host;
use crate::eval::value::Value;

/// An arrow style.
pub(crate) struct ArrowStyleObject(pub ArrowStyle);
/// A connection style.
pub(crate) struct ConnectionObject(pub Connection);
/// A box style.
pub(crate) struct BoxStyleObject(pub BoxStyle);

impl Host for ArrowStyleObject {
    fn type_name(&self) -> &'static str {
        "ArrowStyle"
    }
}

impl Host for ConnectionObject {
    fn type_name(&self) -> &'static str {
        "ConnectionStyle"
    }
}

impl Host for BoxStyleObject {
    fn type_name(&self) -> &'static str {
        "BoxStyle"
    }
}

/// The name with the keyword arguments as text: what strings say.
fn text(ctx: &mut Ctx, args: Args) -> PyResult<String> {
    let Some(Value::Str(name)) = args.positional.first() else {
        return Err(Fault::type_error("a style's name is expected"));
    };
    let mut text = (***name).to_owned();
    for (key, value) in &args.keyword {
        let value = ctx.str_of(value)?;
        text.push_str(&format!(",{}={value}", &***key));
    }
    Ok(text)
}

/// `ArrowStyle('->', head_length=0.5)`.
pub(crate) fn arrow_style(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let text = text(ctx, args)?;
    Ok(Value::from_host(ArrowStyleObject(ArrowStyle::parse(&text)?)))
}

/// `ConnectionStyle('arc3', rad=0.2)`.
pub(crate) fn connection_style(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let text = text(ctx, args)?;
    Ok(Value::from_host(ConnectionObject(Connection::parse(&text)?)))
}

/// `BoxStyle('round', pad=0.3)`.
pub(crate) fn box_style(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let text = text(ctx, args)?;
    Ok(Value::from_host(BoxStyleObject(BoxStyle::parse(&text)?)))
}
