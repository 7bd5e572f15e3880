//! `ax.patch`: the background of an axes.

use std::rc::Rc;

use super::axes::Axes;
use super::color;
use crate::builtins::real;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::Host;
use crate::eval::value::Value;

/// The background.
pub(crate) struct AxesPatch(pub Rc<Axes>);

impl Host for AxesPatch {
    fn type_name(&self) -> &'static str {
        "Rectangle"
    }

    fn has_method(&self, name: &str) -> bool {
        matches!(name, "set_facecolor" | "set_color" | "set_alpha" | "set_visible" | "get_facecolor")
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        if name == "get_facecolor" {
            return color::as_value(ctx, self.0.face.get());
        }
        let [value] = args.exactly(name)?;
        match name {
            "set_facecolor" | "set_color" => self.0.face.set(color::color(ctx, &value)?),
            "set_alpha" => {
                let alpha = if value.is_none() { None } else { Some(real(ctx, &value)?.clamp(0.0, 1.0)) };
                self.0.face_alpha.set(alpha);
            }
            "set_visible" => {
                if !ctx.truthy(&value)? {
                    self.0.face.set(color::NONE);
                }
            }
            _ => return Err(Fault::no_attribute("Rectangle", name)),
        }
        Ok(Value::None)
    }
}
