//! Properties of texts.

use std::rc::Rc;

use super::arguments::point;
use super::artist::{Artist, Body};
use super::color;
use super::text::{Across, BoxStyle, Down, Frame, Text, is_bold};
use crate::builtins::real;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// The alignment of a name.
pub(crate) fn across(name: &str) -> PyResult<Across> {
    Ok(match super::arguments::choice("align", name, &["left", "center", "right"])? {
        0 => Across::Left,
        1 => Across::Center,
        _ => Across::Right,
    })
}

/// The alignment of a name.
pub(crate) fn down(name: &str) -> PyResult<Down> {
    let known = ["top", "center", "bottom", "baseline", "center_baseline"];
    Ok(match super::arguments::choice("align", name, &known)? {
        0 => Down::Top,
        1 => Down::Center,
        2 => Down::Bottom,
        3 => Down::Baseline,
        _ => Down::CenterBaseline,
    })
}

/// A font size: points, or a word.
pub(crate) fn size(ctx: &mut Ctx, value: &Value) -> PyResult<f64> {
    if let Value::Str(word) = value {
        let base = ctx.plots.rc.number("font.size");
        return super::rc::size_of_word(word, base).or_else(|| word.parse().ok()).ok_or_else(|| {
            let shown: String = word.chars().take(40).collect();
            Fault::value_error(format!(
                "Size is invalid. Valid font size are xx-small, x-small, small, medium, large, x-large, xx-large, \
                 larger, smaller, None, not {shown}"
            ))
        });
    }
    let size = real(ctx, value)?;
    if size.is_finite() {
        Ok(size.clamp(0.0, 2000.0))
    } else {
        Err(Fault::value_error("font size must be finite"))
    }
}

/// Sets a property; false if there is none of this name.
pub(super) fn set(ctx: &mut Ctx, artist: &Rc<Artist>, name: &str, value: &Value) -> PyResult<bool> {
    let with = |change: &mut dyn FnMut(&mut Text)| {
        if let Body::Text(text) = &mut *artist.body.borrow_mut() {
            change(text);
        }
    };
    match name {
        "text" => {
            let string = if value.is_none() { String::new() } else { ctx.str_of(value)? };
            artist.grow(string.len())?;
            with(&mut |text| text.text = string.clone());
        }
        "color" => {
            if !matches!(value, Value::None) && value.as_str() != Some("auto") {
                let color = color::color(ctx, value)?;
                with(&mut |text| text.color = color);
            }
        }
        "backgroundcolor" => {
            let face = color::color(ctx, value)?;
            with(&mut |text| {
                let style = BoxStyle { name: "square".into(), pad: 4.0 / text.size.max(0.1), radius: None };
                let line = super::style::LineStyle::Solid;
                text.frame = Some(Frame { style, face, edge: face, width: 1.0, line, alpha: None });
            });
        }
        "fontsize" => {
            if !value.is_none() {
                let size = size(ctx, value)?;
                with(&mut |text| text.size = size);
            }
        }
        "fontweight" => {
            let bold = is_bold(&ctx.str_of(value)?);
            with(&mut |text| text.bold = bold);
        }
        "fontstyle" => {
            let italic = matches!(value.as_str(), Some("italic" | "oblique"));
            with(&mut |text| text.italic = italic);
        }
        "fontfamily" => {
            let family = match value {
                Value::List(_) | Value::Tuple(_) => match ctx.collect(value)?.first() {
                    Some(first) => ctx.str_of(first)?,
                    None => String::new(),
                },
                value => ctx.str_of(value)?,
            };
            let family = family.to_ascii_lowercase();
            let mono = ["mono", "courier", "consol"].iter().any(|word| family.contains(word));
            with(&mut |text| text.mono = mono);
        }
        "fontproperties" => {
            if let Some(font) = value.host::<super::font_object::FontObject>() {
                for (name, value) in font.items.borrow().clone() {
                    super::props::set(ctx, artist, &name, &value)?;
                }
            }
        }
        "horizontalalignment" => {
            let across = across(value.as_str().unwrap_or_default())?;
            with(&mut |text| text.across = across);
        }
        "verticalalignment" => {
            let down = down(value.as_str().unwrap_or_default())?;
            with(&mut |text| text.down = down);
        }
        "multialignment" => {
            let lines = across(value.as_str().unwrap_or_default())?;
            with(&mut |text| text.lines = Some(lines));
        }
        "rotation" => {
            let angle = match value {
                Value::None => 0.0,
                Value::Str(word) if &***word == "vertical" => 90.0,
                Value::Str(word) if &***word == "horizontal" => 0.0,
                value => real(ctx, value)?,
            };
            let angle = if angle.is_finite() { angle % 360.0 } else { 0.0 };
            with(&mut |text| text.angle = if angle < 0.0 { angle + 360.0 } else { angle });
        }
        "rotation_mode" => {
            let anchored = value.as_str() == Some("anchor");
            with(&mut |text| text.anchored = anchored);
        }
        "linespacing" => {
            let spacing = match value {
                Value::Str(_) | Value::None => None,
                value => Some(real(ctx, value)?),
            };
            with(&mut |text| text.spacing = spacing);
        }
        "bbox" => {
            let frame = if value.is_none() { None } else { Some(frame(ctx, value)?) };
            with(&mut |text| text.frame = frame.clone());
        }
        "position" => {
            let at = point(ctx, value)?;
            with(&mut |text| text.at = at);
        }
        "x" | "y" => {
            let number = real(ctx, value)?;
            with(&mut |text| text.at[usize::from(name == "y")] = number);
        }
        "wrap" => {
            let wrap = ctx.truthy(value)?;
            with(&mut |text| text.wrap = wrap);
        }
        "parse_math" => {
            let math = ctx.truthy(value)?;
            with(&mut |text| text.plain = !math);
        }
        "fontdict" => dictionary(ctx, artist, value)?,
        _ => return Ok(false),
    }
    Ok(true)
}

/// Sets the properties of a dictionary such as `fontdict`.
pub(crate) fn dictionary(ctx: &mut Ctx, artist: &Rc<Artist>, value: &Value) -> PyResult<()> {
    let Value::Dict(dict) = value else { return Ok(()) };
    let items: Vec<(Value, Value)> =
        dict.0.borrow().iter().map(|(key, value)| (key.value().clone(), value.clone())).collect();
    for (key, value) in items {
        let name = ctx.str_of(&key)?;
        super::props::set(ctx, artist, &name, &value)?;
    }
    Ok(())
}

/// The box around a text from `bbox=dict(...)`.
pub(crate) fn frame(ctx: &mut Ctx, value: &Value) -> PyResult<Frame> {
    let Value::Dict(dict) = value else {
        return Err(Fault::type_error(format!("bbox must be a dictionary, not '{}'", value.type_name())));
    };
    let items: Vec<(Value, Value)> =
        dict.0.borrow().iter().map(|(key, value)| (key.value().clone(), value.clone())).collect();
    let mut frame = Frame {
        style: BoxStyle { name: "square".into(), pad: 0.3, radius: None },
        face: super::rc::color(ctx, "patch.facecolor")?,
        edge: super::rc::color(ctx, "patch.edgecolor")?,
        width: ctx.plots.rc.number("patch.linewidth"),
        line: super::style::LineStyle::Solid,
        alpha: None,
    };
    let mut styled = false;
    let mut pad = None;
    for (key, value) in items {
        let name = ctx.str_of(&key)?;
        match &*name {
            "boxstyle" => {
                let style = ctx.str_of(&value)?;
                frame.style = BoxStyle::parse(&style)?;
                styled = true;
            }
            "pad" => pad = Some(real(ctx, &value)?),
            "facecolor" | "fc" => frame.face = color::color(ctx, &value)?,
            "edgecolor" | "ec" => frame.edge = color::color(ctx, &value)?,
            "color" => {
                frame.face = color::color(ctx, &value)?;
                frame.edge = frame.face;
            }
            "alpha" => frame.alpha = if value.is_none() { None } else { Some(real(ctx, &value)?) },
            "linewidth" | "lw" => frame.width = real(ctx, &value)?,
            "linestyle" | "ls" => frame.line = super::style::LineStyle::of(ctx, &value)?,
            "fill" => {
                if !ctx.truthy(&value)? {
                    frame.face = color::NONE;
                }
            }
            "zorder" | "mutation_scale" | "mutation_aspect" | "clip_on" | "joinstyle" | "capstyle" => {}
            other => return Err(super::arguments::no_property("FancyBboxPatch", other)),
        }
    }
    if !styled {
        // Without a style the pad is in points, four of them by default.
        frame.style.pad = pad.unwrap_or(4.0) / 10.0;
    } else if let Some(pad) = pad {
        frame.style.pad = pad;
    }
    Ok(frame)
}

/// Reads a property.
pub(super) fn get(ctx: &mut Ctx, text: &Text, name: &str) -> PyResult<Option<Value>> {
    Ok(Some(match name {
        "text" => ctx.str(text.text.clone())?,
        "color" => ctx.str(color::hex(text.color, text.color[3] < 1.0))?,
        "fontsize" => Value::Float(text.size),
        "rotation" => Value::Float(text.angle),
        "position" | "unitless_position" => ctx.tuple(text.at.map(Value::Float).to_vec())?,
        "fontweight" => ctx.str(if text.bold { "bold" } else { "normal" })?,
        "fontstyle" => ctx.str(if text.italic { "italic" } else { "normal" })?,
        "horizontalalignment" => ctx.str(match text.across {
            Across::Left => "left",
            Across::Center => "center",
            Across::Right => "right",
        })?,
        "verticalalignment" => ctx.str(match text.down {
            Down::Top => "top",
            Down::Center => "center",
            Down::Bottom => "bottom",
            Down::Baseline => "baseline",
            Down::CenterBaseline => "center_baseline",
        })?,
        _ => return Ok(None),
    }))
}
