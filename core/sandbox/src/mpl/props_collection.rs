//! Properties of collections.

use std::rc::Rc;

use super::arguments::{numbers, point};
use super::artist::{Artist, Body};
use super::collection::{Collection, Edges};
use super::color;
use super::style::{LineStyle, cap, join};
use crate::builtins::real;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::value::Value;

/// Line styles: one, or one for each item.
pub(crate) fn styles(ctx: &mut Ctx, value: &Value) -> PyResult<Vec<LineStyle>> {
    if let Value::List(_) = value {
        return ctx.collect(value)?.iter().map(|style| LineStyle::of(ctx, style)).collect();
    }
    Ok(vec![LineStyle::of(ctx, value)?])
}

/// Colours of edges: `'face'`, or colours.
pub(crate) fn edges(ctx: &mut Ctx, value: &Value) -> PyResult<Edges> {
    if value.as_str() == Some("face") {
        return Ok(Edges::Face);
    }
    Ok(Edges::Colors(color::colors(ctx, value)?))
}

/// Sets a property; false if there is none of this name.
pub(super) fn set(ctx: &mut Ctx, artist: &Rc<Artist>, name: &str, value: &Value) -> PyResult<bool> {
    let with = |change: &mut dyn FnMut(&mut Collection)| {
        if let Body::Collection(own) = &mut *artist.body.borrow_mut() {
            change(own);
        }
    };
    match name {
        "color" | "colors" => {
            let colors = color::colors(ctx, value)?;
            with(&mut |own| {
                own.edges = Edges::Colors(colors.clone());
                if !own.strokes {
                    own.faces = colors.clone();
                }
            });
        }
        "facecolor" => {
            let colors =
                if value.as_str() == Some("none") { vec![color::NONE] } else { color::colors(ctx, value)? };
            with(&mut |own| own.faces = colors.clone());
        }
        "edgecolor" => {
            if !value.is_none() {
                let edges = edges(ctx, value)?;
                with(&mut |own| own.edges = edges.clone());
            }
        }
        "linewidth" => {
            if !value.is_none() {
                let widths = numbers(ctx, value)?;
                with(&mut |own| own.widths = widths.clone());
            }
        }
        "linestyle" => {
            let styles = styles(ctx, value)?;
            with(&mut |own| own.styles = styles.clone());
        }
        "hatch" => {
            let hatch = if value.is_none() { String::new() } else { ctx.str_of(value)? };
            with(&mut |own| own.hatch = hatch.clone());
        }
        "capstyle" => {
            let cap = cap(value.as_str().unwrap_or_default())?;
            with(&mut |own| own.cap = Some(cap));
        }
        "joinstyle" => {
            let join = join(value.as_str().unwrap_or_default())?;
            with(&mut |own| own.join = Some(join));
        }
        "antialiased" | "antialiaseds" => {
            let antialias = ctx.truthy(value)?;
            with(&mut |own| own.antialias = antialias);
        }
        "sizes" => {
            let sizes = numbers(ctx, value)?;
            with(&mut |own| own.sizes = sizes.clone());
        }
        "offsets" => {
            let flat = numbers(ctx, value)?;
            artist.grow(flat.len() * 8)?;
            with(&mut |own| own.offsets = flat.as_chunks::<2>().0.to_vec());
        }
        "array" | "cmap" | "clim" | "norm" | "vmin" | "vmax" => return mapped(ctx, artist, name, value),
        _ => return Ok(false),
    }
    Ok(true)
}

fn mapped(ctx: &mut Ctx, artist: &Rc<Artist>, name: &str, value: &Value) -> PyResult<bool> {
    let default = super::cmap_object::colormap(ctx, &Value::None)?;
    let with = |change: &mut dyn FnMut(&mut super::mappable::Mappable)| {
        if let Body::Collection(own) = &mut *artist.body.borrow_mut() {
            let mappable =
                own.mappable.get_or_insert_with(|| super::mappable::Mappable::new(None, default.clone()));
            change(mappable);
        }
    };
    match name {
        "array" => {
            let array = if value.is_none() { None } else { Some(Rc::new(numbers(ctx, value)?)) };
            artist.grow(array.as_ref().map_or(0, |array| array.len() * 8))?;
            with(&mut |own| own.array = array.clone());
        }
        "cmap" => {
            let cmap = super::cmap_object::colormap(ctx, value)?;
            with(&mut |own| own.cmap = cmap.clone());
        }
        "norm" => {
            if !value.is_none() {
                let norm = super::cmap_object::norm(value)?;
                with(&mut |own| norm.give(own));
            }
        }
        "clim" => {
            let [low, high] = point(ctx, value)?;
            with(&mut |own| (own.low, own.high) = (Some(low), Some(high)));
        }
        _ => {
            let limit = if value.is_none() { None } else { Some(real(ctx, value)?) };
            with(&mut |own| if name == "vmin" { own.low = limit } else { own.high = limit });
        }
    }
    Ok(true)
}

/// Reads a property.
pub(super) fn get(ctx: &mut Ctx, own: &Collection, name: &str) -> PyResult<Option<Value>> {
    let list = |ctx: &mut Ctx, colors: &[color::Color]| {
        let flat: Vec<f64> = colors.iter().flatten().copied().collect();
        crate::numpy::array_from(ctx, &[colors.len(), 4], &flat)
    };
    Ok(Some(match name {
        "levels" => {
            let levels = own.bands.as_ref().map(|bands| bands.levels.clone()).unwrap_or_default();
            crate::numpy::array_from(ctx, &[levels.len()], &levels)?
        }
        "facecolor" => {
            let (faces, _) = own.colors(None);
            list(ctx, &faces)?
        }
        "edgecolor" => {
            let (_, edges) = own.colors(None);
            list(ctx, &edges)?
        }
        "offsets" => {
            let flat: Vec<f64> = own.offsets.iter().flatten().copied().collect();
            crate::numpy::array_from(ctx, &[own.offsets.len(), 2], &flat)?
        }
        "sizes" => crate::numpy::array_from(ctx, &[own.sizes.len()], &own.sizes)?,
        "linewidth" => crate::numpy::array_from(ctx, &[own.widths.len()], &own.widths)?,
        "array" => match own.mappable.as_ref().and_then(|m| m.array.clone()) {
            Some(array) => crate::numpy::array_from(ctx, &[array.len()], &array)?,
            None => Value::None,
        },
        "clim" => match &own.mappable {
            Some(mappable) => {
                let (low, high) = mappable.range();
                ctx.tuple(vec![Value::Float(low), Value::Float(high)])?
            }
            None => Value::None,
        },
        "cmap" => match &own.mappable {
            Some(mappable) => super::cmap_object::value(mappable.cmap.clone()),
            None => Value::None,
        },
        _ => return Ok(None),
    }))
}
