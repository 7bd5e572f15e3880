//! Axes of a figure: one by one and in grids.

use std::rc::Rc;

use super::FigureMethod;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, four};
use crate::mpl::axes::Axes;
use crate::mpl::figure::Figure;
use crate::mpl::geometry::Rect;
use crate::mpl::grid::Grid;
use crate::mpl::projection::Projection;
use crate::mpl::{grid_object, objects, subplots};

pub(super) const METHODS: &[(&str, FigureMethod)] = &[
    ("add_subplot", |ctx, figure, args| subplots::subplot(ctx, figure, args, false)),
    ("subplots", make_subplots),
    ("subplot_mosaic", crate::mpl::mosaic::mosaic),
    ("add_axes", add_axes),
    ("add_gridspec", |ctx, _, args| {
        let mut args = args;
        while args.positional.len() < 2
            && args.keyword.iter().all(|(name, _)| !matches!(&***name, "nrows" | "ncols"))
        {
            args.positional.push(Value::Int(1));
        }
        if args.positional.is_empty() {
            for name in ["nrows", "ncols"] {
                if !args.keyword.iter().any(|(known, _)| &***known == name) {
                    args.keyword.push((ctx.text(name)?, Value::Int(1)));
                }
            }
        }
        grid_object::make(ctx, args, None)
    }),
];

/// `subplots(nrows=1, ncols=1, *, sharex, sharey, squeeze, width_ratios, height_ratios, gridspec_kw, ...)`.
pub(crate) fn make_subplots(ctx: &mut Ctx, figure: &Rc<Figure>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "subplots", &["nrows", "ncols"], 0)?;
    let rows = options.whole("nrows")?.unwrap_or(1);
    let columns = options.whole("ncols")?.unwrap_or(1);
    let (rows, columns) = grid_object::sides(rows, columns)?;
    let shares = subplots::shares(ctx, &mut options)?;
    let squeeze = options.flag(ctx, "squeeze")?.unwrap_or(true);
    let own = options.take("subplot_kw");
    let mut own = crate::mpl::plots::dictionary(ctx, own)?;
    let projection = Projection::take(ctx, &mut own)?;
    let grid = Grid::new(rows, columns, None);
    if let Some(Value::Dict(dict)) = options.take("gridspec_kw") {
        let items: Vec<(Value, Value)> =
            dict.0.borrow().iter().map(|(key, value)| (key.value().clone(), value.clone())).collect();
        let mut own = Options::default();
        for (key, value) in items {
            let name = ctx.str_of(&key)?;
            own.items.push((ctx.text(name)?, value));
        }
        grid_object::configure(ctx, &grid, &mut own)?;
        own.finish("GridSpec")?;
    }
    grid_object::configure(ctx, &grid, &mut options)?;
    options.finish("Figure.subplots")?;
    let made = subplots::fill(ctx, figure, &grid, shares, squeeze)?;
    let all = figure.axes.borrow().clone();
    for axes in all.iter().rev().take(rows * columns) {
        finish(ctx, axes, projection, Options { items: own.items.clone() })?;
    }
    Ok(made)
}

fn add_axes(ctx: &mut Ctx, figure: &Rc<Figure>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "add_axes", &["rect"], 1)?;
    let value = options.take("rect").unwrap_or(Value::None);
    if let Some(axes) = value.host::<objects::AxesObject>() {
        figure.add(ctx, &axes.0)?;
        return Ok(value);
    }
    let [x, y, width, height] = four(ctx, &value)?;
    if [x, y, width, height].iter().any(|value| !value.is_finite()) {
        return Err(Fault::value_error("all entries in rect must be finite not ["));
    }
    let projection = Projection::take(ctx, &mut options)?;
    let axes = subplots::add_axes(ctx, figure, Rect::sized(x, y, width, height))?;
    finish(ctx, &axes, projection, options)?;
    Ok(objects::axes(&axes))
}

/// Makes new axes be of a kind and sets their properties.
fn finish(ctx: &mut Ctx, axes: &Rc<Axes>, projection: Projection, mut options: Options) -> PyResult<()> {
    projection.make(ctx, axes, &mut options)?;
    for (name, value) in options.items {
        match super::method_of(axes, &format!("set_{}", &**name)) {
            Some(method) => drop(method(ctx, axes, Args::new(vec![value]))?),
            None if &**name == "frameon" || &**name == "frame_on" => axes.framed.set(ctx.truthy(&value)?),
            None => return Err(crate::mpl::arguments::no_property("Axes", &name)),
        }
    }
    Ok(())
}
