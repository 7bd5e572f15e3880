//! `imshow`.

use std::rc::Rc;

use super::AxesMethod;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, four};
use crate::mpl::artist::{Artist, Body};
use crate::mpl::axes::{Adjust, Axes};
use crate::mpl::cmap_object::{colormap, norm};
use crate::mpl::image::AxesImage;
use crate::mpl::mappable::Mappable;
use crate::mpl::{objects, props};

pub(super) const METHODS: &[(&str, AxesMethod)] = &[("imshow", imshow)];

/// `imshow(X, cmap=None, norm=None, *, aspect=None, interpolation=None, alpha=None, vmin=None, ...)`.
pub(crate) fn imshow(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let params =
        ["X", "cmap", "norm", "aspect", "interpolation", "alpha", "vmin", "vmax", "origin", "extent"];
    let mut options = Options::named(args, "imshow", &params, 1)?;
    options.ignore(&["resample", "interpolation_stage", "filternorm", "filterrad", "url"]);
    options.refuse("imshow", &["data", "colorizer"])?;
    let x = options.take("X").unwrap_or(Value::None);
    let (columns, rows, pixels, array) = crate::mpl::imshow::read(ctx, &x)?;
    let cmap = options.take("cmap").unwrap_or(Value::None);
    let mut mappable = Mappable::new(array, colormap(ctx, &cmap)?);
    if let Some(value) = options.take("norm") {
        norm(&value)?.give(&mut mappable);
    }
    mappable.low = options.number(ctx, "vmin")?.or(mappable.low);
    mappable.high = options.number(ctx, "vmax")?.or(mappable.high);
    let origin = options.text(ctx, "origin")?.unwrap_or_else(|| ctx.plots.rc.text("image.origin"));
    let upper = crate::mpl::arguments::choice("origin", &origin, &["upper", "lower"])? == 0;
    let extent = match options.take("extent") {
        Some(value) => four(ctx, &value)?,
        None => {
            let (w, h) = (columns as f64 - 0.5, rows as f64 - 0.5);
            if upper { [-0.5, w, h, -0.5] } else { [-0.5, w, -0.5, h] }
        }
    };
    if extent.iter().any(|value| !value.is_finite()) {
        return Err(Fault::value_error("Axis limits cannot be NaN or Inf"));
    }
    let name =
        options.text(ctx, "interpolation")?.unwrap_or_else(|| ctx.plots.rc.text("image.interpolation"));
    let interpolation = crate::mpl::props_image::interpolation(&name)?;
    match options.take("aspect") {
        Some(Value::Str(name)) if &**name == "auto" => axes.aspect.set(None),
        Some(Value::Str(_)) => axes.aspect.set(Some(1.0)),
        Some(value) => axes.aspect.set(Some(crate::builtins::real(ctx, &value)?)),
        None if ctx.plots.rc.text("image.aspect") == "auto" => axes.aspect.set(None),
        None => axes.aspect.set(Some(1.0)),
    }
    axes.adjust.set(Adjust::Box);
    let image = AxesImage { columns, rows, pixels, mappable, extent, upper, interpolation };
    let artist = Artist::new(ctx, Body::Image(image), columns * rows * 12)?;
    let [left, right, bottom, top] = extent;
    artist.sticky.replace([vec![left, right], vec![bottom, top]]);
    axes.add(ctx, &artist)?;
    // Limits are those of the picture, with its direction.
    for (axis, (low, high)) in [(left, right), (bottom, top)].into_iter().enumerate() {
        let domain = axes.domain(axis);
        if domain.auto.get() {
            domain.low.set(low);
            domain.high.set(high);
        }
    }
    axes.remember(&artist);
    props::apply(ctx, &artist, options)?;
    Ok(objects::artist(&artist))
}
