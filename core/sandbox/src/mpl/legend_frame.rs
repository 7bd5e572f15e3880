//! The frame of a legend as an object of scripts.

use std::rc::Rc;

use super::artist::{Artist, Body};
use super::color;
use crate::builtins::real;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::Host;
use crate::eval::value::Value;

/// `legend.get_frame()`.
pub(crate) struct LegendFrame(pub Rc<Artist>);

impl Host for LegendFrame {
    fn type_name(&self) -> &'static str {
        "FancyBboxPatch"
    }

    fn has_method(&self, name: &str) -> bool {
        matches!(
            name,
            "set_facecolor"
                | "set_edgecolor"
                | "set_linewidth"
                | "set_alpha"
                | "set_visible"
                | "set_color"
                | "set_boxstyle"
        )
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        let [value] = args.exactly(name)?;
        let (mut color, mut number, mut flag) = (color::NONE, 0.0, false);
        match name {
            "set_facecolor" | "set_edgecolor" | "set_color" => color = color::color(ctx, &value)?,
            "set_linewidth" | "set_alpha" => number = if value.is_none() { 1.0 } else { real(ctx, &value)? },
            "set_visible" => flag = ctx.truthy(&value)?,
            _ => return Err(Fault::not_provided(format!("FancyBboxPatch.{name} of a legend"))),
        }
        let mut body = self.0.body.borrow_mut();
        let Body::Legend(legend) = &mut *body else { return Ok(Value::None) };
        match name {
            "set_facecolor" => legend.face = color,
            "set_edgecolor" => legend.edge = color,
            "set_color" => (legend.face, legend.edge) = (color, color),
            "set_linewidth" => legend.edge_width = number,
            "set_alpha" => legend.frame_alpha = Some(number.clamp(0.0, 1.0)),
            _ => legend.frame = flag,
        }
        Ok(Value::None)
    }
}
