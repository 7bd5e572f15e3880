//! Aspect, place in the box, and `axis()`, which sets these and limits by a word.

use std::rc::Rc;

use super::AxesMethod;
use super::limits::set_limits;
use crate::builtins::real;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, numbers};
use crate::mpl::axes::{Adjust, Axes};

pub(super) const METHODS: &[(&str, AxesMethod)] = &[
    ("set_aspect", set_aspect),
    ("get_aspect", |ctx, axes, _| match axes.aspect.get() {
        Some(aspect) => Ok(Value::Float(aspect)),
        None => ctx.str("auto"),
    }),
    ("set_adjustable", |ctx, axes, args| {
        let mut options = Options::named(args, "set_adjustable", &["adjustable", "share"], 1)?;
        let name = options.text(ctx, "adjustable")?.unwrap_or_default();
        axes.adjust.set(adjust(&name)?);
        Ok(Value::None)
    }),
    ("set_box_aspect", |ctx, axes, args| {
        let [value] = args.between("set_box_aspect", 0)?;
        let aspect = value.filter(|value| !value.is_none()).map(|value| real(ctx, &value)).transpose()?;
        axes.box_aspect.set(aspect.filter(|aspect| *aspect > 0.0));
        Ok(Value::None)
    }),
    ("set_anchor", |ctx, axes, args| {
        let mut options = Options::named(args, "set_anchor", &["anchor", "share"], 1)?;
        let value = options.take("anchor").unwrap_or(Value::None);
        axes.anchor.set(anchor(ctx, &value)?);
        Ok(Value::None)
    }),
    ("axis", axis),
];

/// A point of a box by its direction.
fn anchor(ctx: &mut Ctx, value: &Value) -> PyResult<[f64; 2]> {
    let Value::Str(name) = value else { return crate::mpl::arguments::point(ctx, value) };
    let x = if name.contains('W') {
        0.0
    } else if name.contains('E') {
        1.0
    } else {
        0.5
    };
    let y = if name.contains('S') {
        0.0
    } else if name.contains('N') {
        1.0
    } else {
        0.5
    };
    Ok([x, y])
}

fn adjust(name: &str) -> PyResult<Adjust> {
    let index = crate::mpl::arguments::choice("adjustable", name, &["box", "datalim"])?;
    Ok(if index == 0 { Adjust::Box } else { Adjust::Limits })
}

fn set_aspect(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "set_aspect", &["aspect", "adjustable", "anchor", "share"], 1)?;
    let aspect = match options.take("aspect") {
        Some(Value::Str(name)) => match &**name {
            "auto" => None,
            "equal" => Some(1.0),
            other => {
                Some(other.parse().map_err(|_| Fault::value_error("aspect must be finite and positive"))?)
            }
        },
        Some(value) => Some(real(ctx, &value)?),
        None => None,
    };
    if aspect.is_some_and(|aspect: f64| !(aspect > 0.0 && aspect.is_finite())) {
        return Err(Fault::value_error("aspect must be finite and positive"));
    }
    if let Some(name) = options.text(ctx, "adjustable")? {
        axes.adjust.set(adjust(&name)?);
    }
    if let Some(value) = options.take("anchor") {
        axes.anchor.set(anchor(ctx, &value)?);
    }
    options.ignore(&["share"]);
    options.finish("set_aspect")?;
    axes.aspect.set(aspect);
    Ok(Value::None)
}

/// `axis('off')`, `axis('equal')`, `axis([xmin, xmax, ymin, ymax])` and so on.
fn axis(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "axis", &["arg"], 0)?;
    match options.take("arg") {
        Some(Value::Str(name)) => named(axes, &name)?,
        Some(Value::Bool(on)) => axes.shown.set(on),
        Some(value) => {
            let limits = numbers(ctx, &value)?;
            let [left, right, bottom, top] = limits[..] else {
                return Err(Fault::type_error(
                    "The first argument to axis() must be an iterable of the form [xmin, xmax, ymin, ymax]",
                ));
            };
            for (axis, ends) in [[left, right], [bottom, top]].iter().enumerate() {
                let pair = ctx.tuple(ends.map(Value::Float).to_vec())?;
                set_limits(ctx, axes, Args::new(vec![pair]), axis)?;
            }
        }
        None => {}
    }
    for (axis, names) in [["xmin", "xmax"], ["ymin", "ymax"]].iter().enumerate() {
        let (low, high) = (options.take(names[0]), options.take(names[1]));
        if low.is_some() || high.is_some() {
            let ends = vec![low.unwrap_or(Value::None), high.unwrap_or(Value::None)];
            set_limits(ctx, axes, Args::new(ends), axis)?;
        }
    }
    options.ignore(&["emit"]);
    options.finish("axis")?;
    axes.settle();
    let (x, y) = (axes.domain(0), axes.domain(1));
    ctx.tuple([x.low.get(), x.high.get(), y.low.get(), y.high.get()].map(Value::Float).to_vec())
}

fn named(axes: &Rc<Axes>, name: &str) -> PyResult<()> {
    let auto = |on: bool| (0..2).for_each(|axis| axes.domain(axis).auto.set(on));
    axes.asked.set(axes.asked.get() || !matches!(name, "on" | "off"));
    match name {
        "on" => axes.shown.set(true),
        "off" => axes.shown.set(false),
        "auto" => {
            auto(true);
            axes.aspect.set(None);
        }
        "equal" => {
            auto(true);
            axes.aspect.set(Some(1.0));
            axes.adjust.set(Adjust::Limits);
        }
        "scaled" | "image" => {
            auto(true);
            if name == "image" {
                axes.axis.iter().for_each(|axis| axis.margin.set(0.0));
            }
            axes.follow();
            auto(false);
            axes.aspect.set(Some(1.0));
            axes.adjust.set(Adjust::Box);
            axes.anchor.set([0.5, 0.5]);
        }
        "square" => {
            auto(true);
            axes.follow();
            auto(false);
            axes.aspect.set(Some(1.0));
            axes.adjust.set(Adjust::Box);
            let (x, y) = (axes.domain(0), axes.domain(1));
            let reach = (x.high.get() - x.low.get()).max(y.high.get() - y.low.get());
            x.high.set(x.low.get() + reach);
            y.high.set(y.low.get() + reach);
        }
        "tight" => {
            auto(true);
            axes.axis.iter().for_each(|axis| axis.margin.set(0.0));
            axes.follow();
            auto(false);
        }
        other => {
            let shown: String = other.chars().take(40).collect();
            return Err(Fault::value_error(format!(
                "Unrecognized string {shown:?} to axis; try 'on' or 'off'",
            )));
        }
    }
    Ok(())
}
