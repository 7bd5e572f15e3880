//! Lines in steps, and marks in rows.

use std::rc::Rc;

use super::add_collection;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, choice, numbers};
use crate::mpl::axes::Axes;
use crate::mpl::collection::{Collection, Edges};
use crate::mpl::color;
use crate::mpl::path::Path;
use crate::mpl::{methods, props};

/// `Axes.step`.
pub(super) fn step(ctx: &mut Ctx, axes: &Rc<Axes>, mut args: Args) -> PyResult<Value> {
    let place = match args.take_keyword("where") {
        Some(place) => ctx.str_of(&place)?,
        None => "pre".to_owned(),
    };
    choice("where", &place, &["pre", "post", "mid"])?;
    let style = ctx.str(format!("steps-{place}"))?;
    args.keyword.push((ctx.text("drawstyle")?, style));
    match methods::axes_method("plot") {
        Some(plot) => plot(ctx, axes, args),
        None => Err(Fault::not_provided("Axes.step")),
    }
}

/// `Axes.eventplot`.
pub(super) fn eventplot(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let params = ["positions", "orientation", "lineoffsets", "linelengths", "linewidths", "colors"];
    let mut options = Options::named(args, "eventplot", &params, 1)?;
    let positions = options.take("positions").unwrap_or(Value::None);
    let rows = super::bins::samples(ctx, &positions)?;
    let turned = options.text(ctx, "orientation")?.unwrap_or_else(|| "horizontal".to_owned());
    let turned = choice("orientation", &turned, &["horizontal", "vertical"])? == 1;
    let mut each = |ctx: &mut Ctx, name: &str, or: Vec<f64>| -> PyResult<Vec<f64>> {
        match options.take(name) {
            Some(value) => super::spread(numbers(ctx, &value)?, rows.len(), name),
            None => Ok(or),
        }
    };
    let offsets = each(ctx, "lineoffsets", (0..rows.len()).map(|row| row as f64).collect())?;
    let offsets = if rows.len() == 1 && offsets == [0.0] { vec![1.0] } else { offsets };
    let lengths = each(ctx, "linelengths", vec![1.0; rows.len()])?;
    let width = ctx.plots.rc.number("lines.linewidth");
    let widths = each(ctx, "linewidths", vec![width; rows.len()])?;
    let colors = match options.take_of(&["colors", "color"]) {
        Some(value) => color::colors(ctx, &value)?,
        None => vec![super::super::rc::color(ctx, "lines.color")?],
    };
    let mut made = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        ctx.burn(row.len() as u64 * 20 + 20)?;
        let (low, high) = (offsets[index] - lengths[index] / 2.0, offsets[index] + lengths[index] / 2.0);
        let line = |at: &f64| {
            Path::polyline([[*at, low], [*at, high]].map(|[x, y]| if turned { [y, x] } else { [x, y] }))
        };
        let mut lines = Collection::new("EventCollection", row.iter().map(line).collect());
        lines.strokes = true;
        lines.widths = vec![widths[index]];
        let color = colors.get(index % colors.len().max(1)).copied().unwrap_or(color::BLACK);
        lines.edges = Edges::Colors(vec![color]);
        let artist = add_collection(ctx, axes, lines)?;
        artist.zorder.set(2.0);
        props::apply(ctx, &artist, Options { items: options.items.clone() })?;
        made.push(artist);
    }
    super::objects_of(ctx, &made)
}
