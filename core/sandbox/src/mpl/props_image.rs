//! Properties of images.

use std::rc::Rc;

use super::arguments::{four, point};
use super::artist::{Artist, Body};
use super::image::{AxesImage, Interpolation};
use crate::builtins::real;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// The interpolation of a name.
pub(crate) fn interpolation(name: &str) -> PyResult<Interpolation> {
    Ok(match name {
        "auto" | "antialiased" => Interpolation::Auto,
        "nearest" => Interpolation::Nearest,
        "none" => Interpolation::None,
        other => match super::kernel::Kernel::named(other) {
            Some(kernel) => Interpolation::Kernel(kernel),
            None if matches!(other, "kaiser" | "bessel" | "sinc" | "blackman") => {
                return Err(Fault::not_provided(format!("interpolation='{other}'")));
            }
            None => {
                let shown: String = other.chars().take(40).collect();
                return Err(Fault::value_error(format!("'{shown}' is not a valid value for interpolation")));
            }
        },
    })
}

/// Sets a property; false if there is none of this name.
pub(super) fn set(ctx: &mut Ctx, artist: &Rc<Artist>, name: &str, value: &Value) -> PyResult<bool> {
    let with = |change: &mut dyn FnMut(&mut AxesImage)| {
        if let Body::Image(image) = &mut *artist.body.borrow_mut() {
            change(image);
        }
    };
    match name {
        "cmap" => {
            let cmap = super::cmap_object::colormap(ctx, value)?;
            with(&mut |image| image.mappable.cmap = cmap.clone());
        }
        "clim" => {
            let [low, high] = point(ctx, value)?;
            with(&mut |image| (image.mappable.low, image.mappable.high) = (Some(low), Some(high)));
        }
        "norm" => {
            let norm = super::cmap_object::norm(value)?;
            with(&mut |image| norm.give(&mut image.mappable));
        }
        "extent" => {
            let extent = four(ctx, value)?;
            with(&mut |image| image.extent = extent);
        }
        "interpolation" => {
            let name = if value.is_none() { "auto".to_owned() } else { ctx.str_of(value)? };
            let interpolation = interpolation(&name)?;
            with(&mut |image| image.interpolation = interpolation);
        }
        "data" | "array" => {
            let (columns, rows, pixels, array) = super::imshow::read(ctx, value)?;
            artist.grow(columns * rows * 8)?;
            with(&mut |image| {
                (image.columns, image.rows, image.pixels) = (columns, rows, pixels.clone());
                image.mappable.array = array.clone();
            });
        }
        "vmin" | "vmax" => {
            let limit = if value.is_none() { None } else { Some(real(ctx, value)?) };
            with(&mut |image| {
                if name == "vmin" { image.mappable.low = limit } else { image.mappable.high = limit }
            });
        }
        "resample" | "filternorm" | "filterrad" | "interpolation_stage" => {}
        _ => return Ok(false),
    }
    Ok(true)
}

/// Reads a property.
pub(super) fn get(ctx: &mut Ctx, image: &AxesImage, name: &str) -> PyResult<Option<Value>> {
    Ok(Some(match name {
        "extent" => ctx.list(image.extent.map(Value::Float).to_vec())?,
        "clim" => {
            let (low, high) = image.mappable.range();
            ctx.tuple(vec![Value::Float(low), Value::Float(high)])?
        }
        "array" => match &image.mappable.array {
            Some(array) => crate::numpy::array_from(ctx, &[image.rows, image.columns], array)?,
            None => Value::None,
        },
        "cmap" => super::cmap_object::value(image.mappable.cmap.clone()),
        "size" => ctx.tuple(vec![Value::Int(image.rows as i64), Value::Int(image.columns as i64)])?,
        _ => return Ok(None),
    }))
}
