//! `figure()`: a new figure, or one that is there already.

use std::rc::Rc;

use super::figure::clear;
use super::figure_layout::engine;
use crate::builtins::integer;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, point};
use crate::mpl::figure::{Figure, LayoutEngine};
use crate::mpl::{color, objects};

/// `figure(num=None, figsize=None, dpi=None, *, facecolor=None, layout=None, ...)`.
pub(crate) fn open(ctx: &mut Ctx, args: Args) -> PyResult<Rc<Figure>> {
    let mut options = Options::named(args, "figure", &["num", "figsize", "dpi"], 0)?;
    let mut label = None;
    let number = match options.take("num") {
        None => None,
        Some(Value::Str(name)) => {
            let name = (**name).to_owned();
            let found = ctx.plots.figures.iter().find(|figure| *figure.label.borrow() == name);
            let number = found.map(|figure| figure.number.get());
            label = Some(name);
            number
        }
        Some(value) => match value.host::<objects::FigureObject>() {
            Some(figure) => Some(figure.0.number.get()),
            None => Some(integer(&value)?),
        },
    };
    let size = options.take("figsize").map(|value| point(ctx, &value)).transpose()?;
    let dpi = options.number(ctx, "dpi")?;
    let wanted =
        number.and_then(|number| ctx.plots.figures.iter().position(|figure| figure.number.get() == number));
    let figure = match wanted {
        Some(index) => {
            // The figure is there already and becomes the current one.
            let figure = ctx.plots.figures.remove(index);
            ctx.plots.figures.push(figure.clone());
            figure
        }
        None => ctx.new_figure(number, size, dpi)?,
    };
    if let Some(label) = label {
        figure.label.replace(label);
    }
    if let Some(value) = options.take("facecolor") {
        figure.face.set(color::color(ctx, &value)?);
    }
    if let Some(value) = options.take("edgecolor") {
        figure.edge.set(color::color(ctx, &value)?);
    }
    if let Some(width) = options.number(ctx, "linewidth")? {
        figure.edge_width.set(width);
    }
    if let Some(name) = options.text(ctx, "layout")? {
        figure.layout.set(engine(&name)?);
    }
    if options.flag(ctx, "tight_layout")?.unwrap_or(false) {
        figure.layout.set(LayoutEngine::Tight([1.08; 3]));
    }
    if options.flag(ctx, "constrained_layout")?.unwrap_or(false) {
        figure.layout.set(LayoutEngine::Constrained);
    }
    if let Some(frame) = options.flag(ctx, "frameon")?
        && !frame
    {
        figure.face.set(color::NONE);
    }
    if options.flag(ctx, "clear")?.unwrap_or(false) {
        clear(ctx, &figure, Args::default())?;
    }
    options.ignore(&["FigureClass"]);
    options.finish("Figure")?;
    Ok(figure)
}
