//! Properties of artists, as keyword arguments and as `set_...` and `get_...`.

use std::rc::Rc;

use super::arguments::{Options, no_property};
use super::artist::{Artist, Body};
use super::color;
use super::objects;
use crate::builtins::real;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// Properties that exist but change nothing in a picture.
const INERT: &[&str] = &[
    "gid",
    "url",
    "picker",
    "rasterized",
    "animated",
    "mouseover",
    "agg_filter",
    "sketch_params",
    "antialiased",
    "aa",
    "antialiaseds",
    "contains",
    "solid_joinstyle",
    "dash_joinstyle",
    "pickradius",
    "fontstretch",
    "stretch",
    "fontvariant",
    "variant",
    "clip_box",
    "figure",
    "axes",
    "transform_rotates_text",
    "parse_math_",
    "fontfamily_",
    "urls",
    "data",
    "math_fontfamily",
    "usetex",
];

/// The long name of a property.
fn full(name: &str) -> &str {
    match name {
        "c" => "color",
        "lw" | "linewidths" => "linewidth",
        "ls" | "linestyles" | "dashes" => "linestyle",
        "ec" | "edgecolors" => "edgecolor",
        "fc" | "facecolors" => "facecolor",
        "ms" => "markersize",
        "mec" => "markeredgecolor",
        "mfc" => "markerfacecolor",
        "mew" => "markeredgewidth",
        "ds" => "drawstyle",
        "ha" => "horizontalalignment",
        "va" => "verticalalignment",
        "ma" => "multialignment",
        "size" => "fontsize",
        "weight" => "fontweight",
        "style" => "fontstyle",
        "family" | "fontname" | "name" => "fontfamily",
        "font_properties" | "font" => "fontproperties",
        other => other,
    }
}

/// Sets all options left on an artist.
pub(crate) fn apply(ctx: &mut Ctx, artist: &Rc<Artist>, options: Options) -> PyResult<()> {
    // An alpha counts for colours that are set after it, too.
    for (name, value) in options.items {
        set(ctx, artist, &name, &value)?;
    }
    Ok(())
}

/// Sets a property.
pub(crate) fn set(ctx: &mut Ctx, artist: &Rc<Artist>, name: &str, value: &Value) -> PyResult<()> {
    ctx.burn(5)?;
    let long = full(name);
    if common(ctx, artist, long, value)? {
        super::solid::bake(artist, long);
        return Ok(());
    }
    // Dashes of `Line2D` are a sequence or a pair of the two.
    let dashes = name == "dashes" && !matches!(value, Value::Str(_));
    let known = {
        let kind = match &*artist.body.borrow() {
            Body::Line(_) => 0,
            Body::Patch(_) => 1,
            Body::Text(_) => 2,
            Body::Image(_) => 3,
            Body::Collection(_) => 4,
            Body::Legend(_) => 5,
        };
        match kind {
            0 => super::props_line::set(ctx, artist, if dashes { "dashes" } else { long }, value)?,
            1 => super::props_patch::set(ctx, artist, long, value)?,
            2 => super::props_text::set(ctx, artist, long, value)?,
            3 => super::props_image::set(ctx, artist, long, value)?,
            4 => super::props_collection::set(ctx, artist, long, value)?,
            _ => super::legend_make::set(ctx, artist, long, value)?,
        }
    };
    super::solid::bake(artist, long);
    if known || INERT.contains(&long) {
        return Ok(());
    }
    Err(no_property(artist.class_name(), name))
}

/// Properties of all artists.
fn common(ctx: &mut Ctx, artist: &Rc<Artist>, name: &str, value: &Value) -> PyResult<bool> {
    match name {
        "alpha" => match value {
            Value::List(_) => {
                return Err(Fault::not_provided("an alpha for each item"));
            }
            value => {
                let alpha = if value.is_none() { None } else { Some(real(ctx, value)?) };
                if alpha.is_some_and(|alpha| !(0.0..=1.0).contains(&alpha)) {
                    return Err(Fault::value_error("alpha must be within 0-1 range"));
                }
                artist.alpha.set(alpha);
            }
        },
        "zorder" => artist.zorder.set(real(ctx, value)?),
        "visible" => artist.visible.set(ctx.truthy(value)?),
        "label" => {
            let label = if value.is_none() { String::new() } else { ctx.str_of(value)? };
            artist.label.replace(label);
        }
        "clip_on" => artist.clip.set(ctx.truthy(value)?),
        "in_layout" => artist.in_layout.set(ctx.truthy(value)?),
        "snap" => artist.snap.set(if value.is_none() { None } else { Some(ctx.truthy(value)?) }),
        "transform" => {
            if let Some(transform) = objects::transform_of(value) {
                artist.transform.replace(transform);
            } else if !value.is_none() {
                return Err(Fault::type_error(format!(
                    "a transform is expected, not '{}'",
                    value.type_name()
                )));
            }
        }
        "clip_path" => set_clip_path(artist, value)?,
        "path_effects" => super::path_effects::set(ctx, artist, value)?,
        _ => return Ok(false),
    }
    Ok(true)
}

fn set_clip_path(artist: &Rc<Artist>, value: &Value) -> PyResult<()> {
    if value.is_none() {
        artist.clip_path.replace(None);
        return Ok(());
    }
    let Some(other) = value.host::<objects::ArtistObject>() else {
        return Err(Fault::type_error("Invalid arguments to set_clip_path, of type other than Patch"));
    };
    let Body::Patch(patch) = &*other.0.body.borrow() else {
        return Err(Fault::type_error("Invalid arguments to set_clip_path, of type other than Patch"));
    };
    let transform = other.0.transform.borrow().clone();
    let transform = match transform {
        super::transform::Transform::Pixels => artist.transform.borrow().clone(),
        other => other,
    };
    artist.clip_path.replace(Some((patch.shape.path(), transform)));
    Ok(())
}

/// Reads a property; `None` if there is none of this name.
pub(crate) fn get(ctx: &mut Ctx, artist: &Rc<Artist>, name: &str) -> PyResult<Option<Value>> {
    let long = full(name);
    let value = match long {
        "alpha" => artist.alpha.get().map_or(Value::None, Value::Float),
        "zorder" => Value::Float(artist.zorder.get()),
        "visible" => Value::Bool(artist.visible.get()),
        "label" => ctx.str(artist.label.borrow().clone())?,
        "clip_on" => Value::Bool(artist.clip.get()),
        "transform" => objects::transform(artist.transform.borrow().clone()),
        "figure" => artist.page().map_or(Value::None, |figure| objects::figure(&figure)),
        "axes" => artist.home().map_or(Value::None, |axes| objects::axes(&axes)),
        "window_extent" | "tightbbox" => return super::measure::window(ctx, artist).map(Some),
        _ => {
            let body = artist.body.borrow();
            return match &*body {
                Body::Line(line) => super::props_line::get(ctx, line, long),
                Body::Patch(patch) => super::props_patch::get(ctx, patch, long),
                Body::Text(text) => super::props_text::get(ctx, text, long),
                Body::Image(image) => super::props_image::get(ctx, image, long),
                Body::Collection(own) => super::props_collection::get(ctx, own, long),
                Body::Legend(legend) => {
                    let legend = legend.clone();
                    drop(body);
                    super::legend_make::get(ctx, &legend, long)
                }
            };
        }
    };
    Ok(Some(value))
}

/// The text of a text artist.
pub(crate) fn text_of(artist: &Artist) -> String {
    match &*artist.body.borrow() {
        Body::Text(text) => text.text.clone(),
        _ => String::new(),
    }
}

/// A colour that may be `None` or `'auto'` for the default.
pub(crate) fn optional_color(ctx: &mut Ctx, value: &Value) -> PyResult<Option<color::Color>> {
    match value {
        Value::None => Ok(None),
        Value::Str(text) if &***text == "auto" => Ok(None),
        value => color::color(ctx, value).map(Some),
    }
}
