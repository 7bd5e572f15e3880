//! `matplotlib.font_manager.FontProperties`.

use std::cell::RefCell;

use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::Host;
use crate::eval::value::Value;

/// Properties of a font by the names that texts know.
pub(crate) struct FontObject {
    pub items: RefCell<Vec<(String, Value)>>,
}

impl Host for FontObject {
    fn type_name(&self) -> &'static str {
        "FontProperties"
    }

    fn has_method(&self, name: &str) -> bool {
        matches!(
            name,
            "set_size" | "set_weight" | "set_family" | "set_style" | "set_name" | "get_size" | "get_name"
        )
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        if let Some(key) = name.strip_prefix("set_") {
            let [value] = args.exactly(name)?;
            self.items.borrow_mut().push((key.to_owned(), value));
            return Ok(Value::None);
        }
        match name {
            "get_size" => {
                let items = self.items.borrow().clone();
                match items.iter().rev().find(|(name, _)| name == "size") {
                    Some((_, value)) => super::props_text::size(ctx, value).map(Value::Float),
                    None => Ok(Value::Float(ctx.plots.rc.number("font.size"))),
                }
            }
            "get_name" => ctx.str("DejaVu Sans"),
            _ => Err(Fault::no_attribute("FontProperties", name)),
        }
    }
}
