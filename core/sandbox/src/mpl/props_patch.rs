//! Properties of patches.

use std::rc::Rc;

use super::arguments::point;
use super::artist::{Artist, Body, Patch};
use super::color;
use super::shapes::Shape;
use super::style::{LineStyle, cap, join};
use crate::builtins::real;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::value::Value;

/// Sets a property; false if there is none of this name.
pub(super) fn set(ctx: &mut Ctx, artist: &Rc<Artist>, name: &str, value: &Value) -> PyResult<bool> {
    let with = |change: &mut dyn FnMut(&mut Patch)| {
        if let Body::Patch(patch) = &mut *artist.body.borrow_mut() {
            change(patch);
        }
    };
    match name {
        "color" => {
            let color = color::color(ctx, value)?;
            with(&mut |patch| (patch.face, patch.edge, patch.edge_given) = (color, color, true));
        }
        "facecolor" => {
            let color = match value {
                Value::None => super::rc::color(ctx, "patch.facecolor")?,
                value => color::color(ctx, value)?,
            };
            with(&mut |patch| patch.face = color);
        }
        "edgecolor" => {
            if !value.is_none() {
                let color = color::color(ctx, value)?;
                with(&mut |patch| (patch.edge, patch.edge_given) = (color, true));
            }
        }
        "linewidth" => {
            let width =
                if value.is_none() { ctx.plots.rc.number("patch.linewidth") } else { real(ctx, value)? };
            with(&mut |patch| patch.width = width);
        }
        "linestyle" => {
            let style = LineStyle::of(ctx, value)?;
            with(&mut |patch| patch.style = style.clone());
        }
        "fill" => {
            let fill = ctx.truthy(value)?;
            with(&mut |patch| patch.fill = fill);
            // An empty patch shows its outline.
            let black = super::rc::color(ctx, "patch.edgecolor")?;
            with(&mut |patch| {
                if !patch.edge_given && !fill {
                    patch.edge = black;
                }
            });
        }
        "hatch" => {
            let hatch = if value.is_none() { String::new() } else { ctx.str_of(value)? };
            with(&mut |patch| patch.hatch = hatch.clone());
        }
        "capstyle" => {
            let cap = cap(value.as_str().unwrap_or_default())?;
            with(&mut |patch| patch.cap = cap);
        }
        "joinstyle" => {
            let join = join(value.as_str().unwrap_or_default())?;
            with(&mut |patch| patch.join = join);
        }
        "antialiased" | "aa" => {
            let antialias = ctx.truthy(value)?;
            with(&mut |patch| patch.antialias = antialias);
        }
        _ => return shape(ctx, artist, name, value),
    }
    Ok(true)
}

/// Properties of single shapes.
fn shape(ctx: &mut Ctx, artist: &Rc<Artist>, name: &str, value: &Value) -> PyResult<bool> {
    let pair = if matches!(name, "xy" | "center") { Some(point(ctx, value)?) } else { None };
    let number = match name {
        "x" | "y" | "width" | "height" | "angle" | "radius" => real(ctx, value)?,
        _ => 0.0,
    };
    let mut body = artist.body.borrow_mut();
    let Body::Patch(patch) = &mut *body else { return Ok(false) };
    match (&mut patch.shape, name, pair) {
        (Shape::Rectangle { at, .. }, "xy", Some(pair)) => *at = pair,
        (Shape::Rectangle { at, .. }, "x", _) => at[0] = number,
        (Shape::Rectangle { at, .. }, "y", _) => at[1] = number,
        (Shape::Rectangle { width, .. } | Shape::Ellipse { width, .. }, "width", _) => *width = number,
        (Shape::Rectangle { height, .. } | Shape::Ellipse { height, .. }, "height", _) => *height = number,
        (Shape::Rectangle { angle, .. } | Shape::Ellipse { angle, .. }, "angle", _) => *angle = number,
        (Shape::Ellipse { center, .. }, "center", Some(pair)) => *center = pair,
        (Shape::Ellipse { width, height, .. }, "radius", _) => {
            (*width, *height) = (number * 2.0, number * 2.0)
        }
        _ => return Ok(false),
    }
    Ok(true)
}

/// Reads a property.
pub(super) fn get(ctx: &mut Ctx, patch: &Patch, name: &str) -> PyResult<Option<Value>> {
    let float = |value: f64| Some(Value::Float(value));
    Ok(match (&patch.shape, name) {
        (_, "facecolor") => Some(color::as_value(ctx, patch.face)?),
        (_, "edgecolor") => Some(color::as_value(ctx, patch.edge)?),
        (_, "linewidth") => float(patch.width),
        (_, "linestyle") => Some(ctx.str(patch.style.name())?),
        (_, "fill") => Some(Value::Bool(patch.fill)),
        (_, "hatch") => {
            Some(if patch.hatch.is_empty() { Value::None } else { ctx.str(patch.hatch.clone())? })
        }
        (Shape::Rectangle { at, .. }, "x") => float(at[0]),
        (Shape::Rectangle { at, .. }, "y") => float(at[1]),
        (Shape::Rectangle { at, .. }, "xy") => Some(ctx.tuple(at.map(Value::Float).to_vec())?),
        (Shape::Rectangle { width, .. } | Shape::Ellipse { width, .. }, "width") => float(*width),
        (Shape::Rectangle { height, .. } | Shape::Ellipse { height, .. }, "height") => float(*height),
        (Shape::Rectangle { angle, .. } | Shape::Ellipse { angle, .. }, "angle") => float(*angle),
        (Shape::Ellipse { center, .. }, "center") => Some(ctx.tuple(center.map(Value::Float).to_vec())?),
        (Shape::Ellipse { width, .. }, "radius") => float(width / 2.0),
        (_, "bbox") => Some(super::objects::bbox(patch.shape.path().extents())),
        _ => None,
    })
}
