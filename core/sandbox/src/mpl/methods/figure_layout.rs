//! How the axes of a figure share its page.

use std::rc::Rc;

use super::FigureMethod;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, four};
use crate::mpl::figure::{Figure, LayoutEngine};
use crate::mpl::props;

pub(super) const METHODS: &[(&str, FigureMethod)] = &[
    ("tight_layout", tight_layout),
    ("set_tight_layout", |ctx, figure, args| {
        let [value] = args.exactly("set_tight_layout")?;
        let on = ctx.truthy(&value)?;
        figure.layout.set(if on { LayoutEngine::Tight([1.08; 3]) } else { LayoutEngine::None });
        Ok(Value::None)
    }),
    ("set_layout_engine", |_, figure, args| {
        let name = args.positional.first().and_then(|value| value.as_str().map(str::to_owned));
        figure.layout.set(engine(name.as_deref().unwrap_or("none"))?);
        Ok(Value::None)
    }),
    ("set_constrained_layout", |ctx, figure, args| {
        let [value] = args.exactly("set_constrained_layout")?;
        let on = ctx.truthy(&value)?;
        figure.layout.set(if on { LayoutEngine::Constrained } else { LayoutEngine::None });
        Ok(Value::None)
    }),
    ("subplots_adjust", subplots_adjust),
    ("autofmt_xdate", |ctx, figure, args| {
        let mut options = Options::named(args, "autofmt_xdate", &["bottom", "rotation", "ha", "which"], 0)?;
        let angle = options.number(ctx, "rotation")?.unwrap_or(30.0);
        let across = options.text(ctx, "ha")?.unwrap_or("right".into());
        let bottom = options.number(ctx, "bottom")?.unwrap_or(0.2);
        let all = figure.axes.borrow().clone();
        for axes in &all {
            let last = axes.spec.borrow().as_ref().is_none_or(|spec| spec.rows.1 + 1 == spec.grid.rows);
            if !last {
                crate::mpl::methods::labels::outer(axes, 0);
                continue;
            }
            // Also the labels of ticks that come later.
            let mut style = axes.axis[0].major.borrow().clone();
            style.label_angle = angle;
            style.label_across = Some(crate::mpl::props_text::across(&across)?);
            axes.axis[0].major.replace(style);
            for label in axes.axis[0].labels.borrow().iter() {
                let across = ctx.str(across.clone())?;
                props::set(ctx, label, "ha", &across)?;
                props::set(ctx, label, "rotation", &Value::Float(angle))?;
            }
        }
        let mut margins = figure.margins.get();
        margins.bottom = bottom;
        figure.margins.set(margins);
        Ok(Value::None)
    }),
    ("align_xlabels", |_, figure, _| {
        figure.aligned.set([true, figure.aligned.get()[1]]);
        Ok(Value::None)
    }),
    ("align_ylabels", |_, figure, _| {
        figure.aligned.set([figure.aligned.get()[0], true]);
        Ok(Value::None)
    }),
    ("align_labels", |_, figure, _| {
        figure.aligned.set([true; 2]);
        Ok(Value::None)
    }),
];

/// The layout engine of a name.
pub(super) fn engine(name: &str) -> PyResult<LayoutEngine> {
    Ok(match name {
        "tight" => LayoutEngine::Tight([1.08; 3]),
        "constrained" | "compressed" => LayoutEngine::Constrained,
        "none" => LayoutEngine::None,
        other => {
            crate::mpl::arguments::choice("layout", other, &["tight", "constrained", "compressed", "none"])?;
            LayoutEngine::None
        }
    })
}

/// `tight_layout(*, pad=1.08, h_pad=None, w_pad=None, rect=None)`.
fn tight_layout(ctx: &mut Ctx, figure: &Rc<Figure>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "tight_layout", &["pad"], 0)?;
    let pad = options.number(ctx, "pad")?.unwrap_or(1.08);
    let h_pad = options.number(ctx, "h_pad")?.unwrap_or(pad);
    let w_pad = options.number(ctx, "w_pad")?.unwrap_or(pad);
    let rect = options.take("rect").map(|value| four(ctx, &value)).transpose()?;
    options.finish("tight_layout")?;
    figure.axes.borrow().iter().for_each(|axes| axes.settle());
    crate::mpl::tight::layout(ctx, figure, [pad, w_pad, h_pad], rect)?;
    Ok(Value::None)
}

fn subplots_adjust(ctx: &mut Ctx, figure: &Rc<Figure>, args: Args) -> PyResult<Value> {
    let names = ["left", "bottom", "right", "top", "wspace", "hspace"];
    let mut options = Options::named(args, "subplots_adjust", &names, 0)?;
    let mut margins = figure.margins.get();
    for (name, place) in names.into_iter().zip([
        &mut margins.left,
        &mut margins.bottom,
        &mut margins.right,
        &mut margins.top,
        &mut margins.wspace,
        &mut margins.hspace,
    ]) {
        if let Some(value) = options.number(ctx, name)? {
            *place = value;
        }
    }
    options.finish("subplots_adjust")?;
    if margins.left >= margins.right {
        return Err(Fault::value_error("left cannot be >= right"));
    }
    if margins.bottom >= margins.top {
        return Err(Fault::value_error("bottom cannot be >= top"));
    }
    figure.margins.set(margins);
    figure.layout.set(LayoutEngine::None);
    figure.axes.borrow().iter().for_each(|axes| axes.place());
    Ok(Value::None)
}
