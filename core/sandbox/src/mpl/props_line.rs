//! Properties of lines.

use std::rc::Rc;

use super::arguments::numbers;
use super::artist::{Artist, Body, Line, Steps};
use super::color;
use super::props::optional_color;
use super::style::{LineStyle, Marker, cap, join};
use crate::builtins::{integer, real};
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// Sets a property; false if there is none of this name.
pub(super) fn set(ctx: &mut Ctx, artist: &Rc<Artist>, name: &str, value: &Value) -> PyResult<bool> {
    // Arguments are read before the line is borrowed, as reading may call into the script.
    enum Change {
        Color(color::Color),
        Width(f64),
        Style(LineStyle),
        Marker(Option<Marker>),
        Size(f64),
        Face(Option<color::Color>),
        Edge(Option<color::Color>),
        EdgeWidth(f64),
        Fill(bool),
        Steps(Steps),
        Cap(crate::Cap),
        Join(crate::Join),
        Every(Option<(usize, usize)>),
        X(Vec<f64>),
        Y(Vec<f64>),
        Antialias(bool),
    }
    let change = match name {
        "color" => Change::Color(color::color(ctx, value)?),
        "linewidth" => Change::Width(real(ctx, value)?),
        "linestyle" => match value {
            Value::Str(text) if text.starts_with("steps") => Change::Steps(steps(text)?),
            value => Change::Style(LineStyle::of(ctx, value)?),
        },
        "dashes" => {
            let lengths = numbers(ctx, value)?;
            if lengths.iter().any(|length| !(*length >= 0.0)) || lengths.iter().sum::<f64>() <= 0.0 {
                return Err(Fault::value_error("All values in the dash list must be non-negative"));
            }
            Change::Style(LineStyle::Dashes(lengths, 0.0))
        }
        "marker" => Change::Marker(Marker::of(ctx, value)?),
        "markersize" => Change::Size(real(ctx, value)?),
        "markerfacecolor" => Change::Face(optional_color(ctx, value)?),
        "markeredgecolor" => Change::Edge(optional_color(ctx, value)?),
        "markeredgewidth" => Change::EdgeWidth(real(ctx, value)?),
        "fillstyle" => match value.as_str() {
            Some("none") => Change::Fill(true),
            Some("full") => Change::Fill(false),
            _ => return Err(Fault::not_provided("Line2D fillstyle other than 'full' and 'none'")),
        },
        "drawstyle" => Change::Steps(steps(value.as_str().unwrap_or_default())?),
        "solid_capstyle" | "dash_capstyle" => Change::Cap(cap(value.as_str().unwrap_or_default())?),
        "solid_joinstyle" | "dash_joinstyle" => Change::Join(join(value.as_str().unwrap_or_default())?),
        "markevery" => Change::Every(match value {
            Value::None => None,
            Value::Tuple(_) | Value::List(_) => {
                let parts = ctx.collect(value)?;
                match &parts[..] {
                    [start, step] => {
                        let (start, step) = (integer(start)?, integer(step)?);
                        Some((start.clamp(0, 1 << 30) as usize, step.clamp(1, 1 << 30) as usize))
                    }
                    _ => return Err(Fault::not_provided("markevery with a list of indices")),
                }
            }
            value => Some((0, integer(value)?.clamp(1, 1 << 30) as usize)),
        }),
        "xdata" => Change::X(numbers(ctx, value)?),
        "ydata" => Change::Y(numbers(ctx, value)?),
        "data" => {
            let parts = ctx.collect(value)?;
            let [x, y] = &parts[..] else { return Ok(false) };
            set(ctx, artist, "xdata", x)?;
            return set(ctx, artist, "ydata", y);
        }
        "antialiased" | "aa" => Change::Antialias(ctx.truthy(value)?),
        _ => return Ok(false),
    };
    let mut body = artist.body.borrow_mut();
    let Body::Line(line) = &mut *body else { return Ok(false) };
    match change {
        Change::Color(color) => line.color = color,
        Change::Width(width) => line.width = width,
        Change::Style(style) => line.style = style,
        Change::Marker(marker) => line.marker = marker,
        Change::Size(size) => line.size = size,
        Change::Face(face) => line.face = face,
        Change::Edge(edge) => line.edge = edge,
        Change::EdgeWidth(width) => line.edge_width = width,
        Change::Fill(hollow) => line.hollow = hollow,
        Change::Steps(steps) => line.steps = steps,
        Change::Cap(cap) => line.cap = Some(cap),
        Change::Join(join) => line.join = join,
        Change::Every(every) => line.every = every,
        Change::X(x) => {
            artist.grow(x.len() * 16)?;
            line.x = x;
        }
        Change::Y(y) => {
            artist.grow(y.len() * 16)?;
            line.y = y;
        }
        Change::Antialias(antialias) => line.antialias = antialias,
    }
    Ok(true)
}

fn steps(name: &str) -> PyResult<Steps> {
    Ok(match name {
        "default" => Steps::Default,
        "steps" | "steps-pre" => Steps::Pre,
        "steps-mid" => Steps::Mid,
        "steps-post" => Steps::Post,
        other => {
            let shown: String = other.chars().take(40).collect();
            return Err(Fault::value_error(format!(
                "'{shown}' is not a valid value for drawstyle; supported values are 'default', 'steps-mid', \
                 'steps-pre', 'steps-post', 'steps'"
            )));
        }
    })
}

/// Reads a property.
pub(super) fn get(ctx: &mut Ctx, line: &Line, name: &str) -> PyResult<Option<Value>> {
    Ok(Some(match name {
        "color" => color_text(ctx, line.color)?,
        "linewidth" => Value::Float(line.width),
        "linestyle" => ctx.str(line.style.name())?,
        "marker" => match &line.marker {
            Some(marker) => ctx.str(marker.name.clone())?,
            None => ctx.str("None")?,
        },
        "markersize" => Value::Float(line.size),
        "markerfacecolor" => color_text(ctx, line.face.unwrap_or(line.color))?,
        "markeredgecolor" => color_text(ctx, line.edge.unwrap_or(line.color))?,
        "markeredgewidth" => Value::Float(line.edge_width),
        "xdata" => crate::numpy::array_from(ctx, &[line.x.len()], &line.x)?,
        "ydata" => crate::numpy::array_from(ctx, &[line.y.len()], &line.y)?,
        "data" => {
            let x = crate::numpy::array_from(ctx, &[line.x.len()], &line.x)?;
            let y = crate::numpy::array_from(ctx, &[line.y.len()], &line.y)?;
            ctx.tuple(vec![x, y])?
        }
        "xydata" => {
            let both: Vec<f64> = line.points().flatten().collect();
            crate::numpy::array_from(ctx, &[line.x.len(), 2], &both)?
        }
        _ => return Ok(None),
    }))
}

/// Colours of lines are given back as texts.
fn color_text(ctx: &mut Ctx, value: color::Color) -> PyResult<Value> {
    ctx.str(color::hex(value, value[3] < 1.0))
}
