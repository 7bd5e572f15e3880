//! `ScalarMappable`: a norm and a colour map without a picture.

use std::cell::RefCell;
use std::rc::Rc;

use super::arguments::{Options, numbers, shaped};
use super::cmap_object;
use super::colormap::Norm;
use super::mappable::Mappable;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::Host;
use crate::eval::value::Value;

/// The object.
pub(crate) struct ScalarMappable(RefCell<Mappable>);

impl ScalarMappable {
    /// What it knows.
    pub fn mappable(&self) -> Mappable {
        self.0.borrow().clone()
    }
}

/// `ScalarMappable(norm=None, cmap=None)`.
pub(crate) fn make(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "ScalarMappable.__init__", &["norm", "cmap"], 0)?;
    let cmap = options.take("cmap").unwrap_or(Value::None);
    let mut mappable = Mappable::new(None, cmap_object::colormap(ctx, &cmap)?);
    if let Some(norm) = options.take("norm") {
        cmap_object::norm(&norm)?.give(&mut mappable);
    }
    options.finish("ScalarMappable.__init__")?;
    Ok(Value::from_host(ScalarMappable(RefCell::new(mappable))))
}

impl Host for ScalarMappable {
    fn type_name(&self) -> &'static str {
        "ScalarMappable"
    }

    fn get_attr(&self, _: &mut Ctx, _: &Value, name: &str) -> PyResult<Option<Value>> {
        Ok((name == "cmap").then(|| cmap_object::value(self.0.borrow().cmap.clone())))
    }

    fn has_method(&self, name: &str) -> bool {
        matches!(name, "to_rgba" | "set_array" | "set_clim" | "set_cmap" | "set_norm" | "get_cmap")
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        match name {
            "to_rgba" => {
                let mut options = Options::named(args, "to_rgba", &["x", "alpha"], 1)?;
                let x = options.take("x").unwrap_or(Value::None);
                let alpha = options.number(ctx, "alpha")?;
                options.refuse("to_rgba", &["bytes"])?;
                options.ignore(&["norm"]);
                let (mut shape, values) = shaped(ctx, &x)?;
                ctx.burn(values.len() as u64 * 4 + 10)?;
                let _charge = ctx.charge(values.len().saturating_mul(32))?;
                let mappable = self.0.borrow();
                let norm: Norm = mappable.norm();
                let color = |value: &f64| super::color::with_alpha(mappable.cmap.of(&norm, *value), alpha);
                if shape.is_empty() || matches!(x, Value::Int(_) | Value::Float(_)) {
                    let color = values.first().map(color).unwrap_or_default();
                    return super::color::as_value(ctx, color);
                }
                let flat: Vec<f64> = values.iter().flat_map(color).collect();
                shape.push(4);
                crate::numpy::array_from(ctx, &shape, &flat)
            }
            "set_array" => {
                let [array] = args.exactly("set_array")?;
                let values = if array.is_none() { Vec::new() } else { numbers(ctx, &array)? };
                let mut mappable = self.0.borrow_mut();
                mappable.array = (!values.is_empty()).then(|| Rc::new(values));
                Ok(Value::None)
            }
            "set_clim" => {
                let mut options = Options::named(args, "set_clim", &["vmin", "vmax"], 0)?;
                let (low, high) = (options.number(ctx, "vmin")?, options.number(ctx, "vmax")?);
                let mut mappable = self.0.borrow_mut();
                mappable.low = low.or(mappable.low);
                mappable.high = high.or(mappable.high);
                Ok(Value::None)
            }
            "set_cmap" => {
                let [cmap] = args.exactly("set_cmap")?;
                let cmap = cmap_object::colormap(ctx, &cmap)?;
                self.0.borrow_mut().cmap = cmap;
                Ok(Value::None)
            }
            "set_norm" => {
                let [norm] = args.exactly("set_norm")?;
                cmap_object::norm(&norm)?.give(&mut self.0.borrow_mut());
                Ok(Value::None)
            }
            "get_cmap" => Ok(cmap_object::value(self.0.borrow().cmap.clone())),
            _ => Err(Fault::no_attribute("ScalarMappable", name)),
        }
    }
}
