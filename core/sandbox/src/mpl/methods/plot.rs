//! `plot`.

use std::rc::Rc;

use super::AxesMethod;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, along, shaped};
use crate::mpl::artist::{Artist, Body, Line};
use crate::mpl::axes::Axes;
use crate::mpl::dates::is_date;
use crate::mpl::style::{Format, LineStyle, Marker};
use crate::mpl::{objects, props};

pub(super) const METHODS: &[(&str, AxesMethod)] = &[("plot", plot)];

/// The columns of an argument, in the order of their rows.
fn columns(ctx: &mut Ctx, axes: &Rc<Axes>, axis: usize, value: &Value) -> PyResult<Vec<Vec<f64>>> {
    if matches!(value, Value::List(_) | Value::Tuple(_))
        && ctx.collect(value)?.iter().any(|item| matches!(item, Value::Str(_)) || is_date(item))
    {
        return Ok(vec![along(ctx, &axes.domain(axis), value)?]);
    }
    if matches!(value, Value::Str(_)) || is_date(value) {
        return Ok(vec![along(ctx, &axes.domain(axis), value)?]);
    }
    let (shape, flat) = shaped(ctx, value)?;
    match shape[..] {
        [rows, count] => {
            let _charge = ctx.charge(flat.len().saturating_mul(8))?;
            ctx.burn(flat.len() as u64)?;
            Ok((0..count).map(|column| (0..rows).map(|row| flat[row * count + column]).collect()).collect())
        }
        [] | [_] => Ok(vec![flat]),
        _ => Err(Fault::value_error(format!(
            "x and y can be no greater than 2D, but have shape of {} sides",
            shape.len()
        ))),
    }
}

/// `plot([x], y, [fmt], ...)`.
pub(crate) fn plot(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let (positional, mut options) = Options::split(args);
    options.refuse("plot", &["data"])?;
    options.ignore(&["scalex", "scaley"]);
    let mut lines = Vec::new();
    let mut rest = &positional[..];
    while let Some((first, more)) = rest.split_first() {
        if let Value::Str(_) = first {
            return Err(Fault::value_error("plot() got a format string without data"));
        }
        rest = more;
        let mut x = None;
        let mut y = first.clone();
        if let Some(second) = rest.first()
            && !is_format(ctx, second)
        {
            x = Some(first.clone());
            y = second.clone();
            rest = &rest[1..];
        }
        let mut format = Format::default();
        if let Some(Value::Str(text)) = rest.first() {
            let cycle = ctx.plots.rc.cycle.clone();
            format = Format::parse(text, &cycle).ok_or_else(|| {
                let shown: String = text.chars().take(40).collect();
                Fault::value_error(format!("'{shown}' is not a valid format string (unrecognized character)"))
            })?;
            rest = &rest[1..];
        }
        add(ctx, axes, x, &y, &format, &options, &mut lines)?;
    }
    ctx.list(lines)
}

/// Whether an argument can be no data.
fn is_format(ctx: &Ctx, value: &Value) -> bool {
    let Value::Str(text) = value else { return false };
    Format::parse(text, &ctx.plots.rc.cycle).is_some() || text.len() <= 6
}

fn add(
    ctx: &mut Ctx,
    axes: &Rc<Axes>,
    x: Option<Value>,
    y: &Value,
    format: &Format,
    options: &Options,
    lines: &mut Vec<Value>,
) -> PyResult<()> {
    let ys = columns(ctx, axes, 1, y)?;
    let count = ys.first().map_or(0, Vec::len);
    let xs = match x {
        Some(x) => columns(ctx, axes, 0, &x)?,
        None => vec![(0..count).map(|index| index as f64).collect()],
    };
    let length = xs.first().map_or(0, Vec::len);
    if length != count {
        return Err(Fault::value_error(format!(
            "x and y must have same first dimension, but have shapes ({length},) and ({count},)"
        )));
    }
    if xs.len() > 1 && ys.len() > 1 && xs.len() != ys.len() {
        return Err(Fault::value_error(format!("x has {} columns but y has {} columns", xs.len(), ys.len())));
    }
    for column in 0..xs.len().max(ys.len()) {
        let (x, y) = (xs[column % xs.len()].clone(), ys[column % ys.len()].clone());
        let bytes = x.len() * 16;
        let mut line = Line::new(ctx, x, y);
        let given = options.has("color") || options.has("c");
        line.color = match format.color {
            Some(color) => color,
            None if given => line.color,
            None => axes.next_color(ctx, false),
        };
        if let Some(marker) = &format.marker {
            line.marker = Marker::named(marker)?;
        }
        match &format.line {
            Some(style) => line.style = style.clone(),
            // A marker alone means no line.
            None if format.marker.is_some() => line.style = LineStyle::None,
            None => {}
        }
        let artist = Artist::new(ctx, Body::Line(line), bytes)?;
        axes.add(ctx, &artist)?;
        let options = Options { items: options.items.clone() };
        props::apply(ctx, &artist, options)?;
        let value = objects::artist(&artist);
        lines.push(value);
    }
    Ok(())
}
