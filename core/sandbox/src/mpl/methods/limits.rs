//! Limits, margins and scales.

use std::rc::Rc;

use super::AxesMethod;
use crate::builtins::real;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, numbers, one_along};
use crate::mpl::axes::Axes;
use crate::mpl::domain::Scale;

pub(super) const METHODS: &[(&str, AxesMethod)] = &[
    ("set_xlim", |ctx, axes, args| set_limits(ctx, axes, args, 0)),
    ("set_ylim", |ctx, axes, args| set_limits(ctx, axes, args, 1)),
    ("get_xlim", |ctx, axes, args| get_limits(ctx, axes, args, 0)),
    ("get_ylim", |ctx, axes, args| get_limits(ctx, axes, args, 1)),
    ("set_xbound", |ctx, axes, args| bound(ctx, axes, args, 0)),
    ("set_ybound", |ctx, axes, args| bound(ctx, axes, args, 1)),
    ("get_xbound", |ctx, axes, args| get_bound(ctx, axes, args, 0)),
    ("get_ybound", |ctx, axes, args| get_bound(ctx, axes, args, 1)),
    ("invert_xaxis", |ctx, axes, args| invert(ctx, axes, args, 0)),
    ("invert_yaxis", |ctx, axes, args| invert(ctx, axes, args, 1)),
    ("xaxis_inverted", |_, axes, _| Ok(Value::Bool(axes.domain(0).inverted()))),
    ("yaxis_inverted", |_, axes, _| Ok(Value::Bool(axes.domain(1).inverted()))),
    ("set_xscale", |ctx, axes, args| set_scale(ctx, axes, args, 0)),
    ("set_yscale", |ctx, axes, args| set_scale(ctx, axes, args, 1)),
    ("get_xscale", |ctx, axes, _| ctx.str(axes.domain(0).scale.get().name())),
    ("get_yscale", |ctx, axes, _| ctx.str(axes.domain(1).scale.get().name())),
    ("semilogx", |ctx, axes, args| logarithmic(ctx, axes, args, [true, false])),
    ("semilogy", |ctx, axes, args| logarithmic(ctx, axes, args, [false, true])),
    ("loglog", |ctx, axes, args| logarithmic(ctx, axes, args, [true, true])),
    ("margins", margins),
    ("set_xmargin", |ctx, axes, args| margin(ctx, axes, args, 0)),
    ("set_ymargin", |ctx, axes, args| margin(ctx, axes, args, 1)),
    ("autoscale", autoscale),
    ("autoscale_view", |_, axes, _| {
        axes.asked.set(true);
        axes.follow();
        Ok(Value::None)
    }),
    ("set_autoscale_on", |ctx, axes, args| {
        let [on] = args.exactly("set_autoscale_on")?;
        let on = ctx.truthy(&on)?;
        (0..2).for_each(|axis| axes.domain(axis).auto.set(on));
        Ok(Value::None)
    }),
    ("relim", |_, _, _| Ok(Value::None)),
];

/// One end of the limits; it must be a finite number.
fn end(ctx: &mut Ctx, axes: &Rc<Axes>, axis: usize, value: &Value) -> PyResult<f64> {
    let number = one_along(ctx, &axes.domain(axis), value)?;
    if !number.is_finite() {
        return Err(Fault::value_error("Axis limits cannot be NaN or Inf"));
    }
    Ok(number)
}

/// Sets limits from `(low, high)`, `low, high` and the names of ends.
pub(crate) fn set_limits(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args, axis: usize) -> PyResult<Value> {
    let (names, function) = match axis {
        0 => (["left", "right", "xmin", "xmax"], "set_xlim"),
        1 => (["bottom", "top", "ymin", "ymax"], "set_ylim"),
        _ => (["bottom", "top", "zmin", "zmax"], "set_zlim"),
    };
    let mut options = Options::named(args, function, &names[..2], 0)?;
    let mut low = options.take_any(names[0]).or_else(|| options.take_any(names[2]));
    let mut high = options.take_any(names[1]).or_else(|| options.take_any(names[3]));
    let auto = options.take_any("auto");
    options.ignore(&["emit"]);
    options.finish(function)?;
    if high.is_none()
        && let Some(pair) = low.as_ref().filter(|low| {
            matches!(low, Value::Tuple(_) | Value::List(_)) || crate::numpy::dimensions(low) == Some(1)
        })
    {
        let ends = ctx.collect(pair)?;
        let [from, to] = &ends[..] else {
            return Err(Fault::value_error(format!("expected two limits, got {}", ends.len())));
        };
        (low, high) = (Some(from.clone()), Some(to.clone()));
    }
    axes.follow();
    let domain = axes.domain(axis);
    let low = low.filter(|low| !low.is_none()).map(|low| end(ctx, axes, axis, &low)).transpose()?;
    let high = high.filter(|high| !high.is_none()).map(|high| end(ctx, axes, axis, &high)).transpose()?;
    let (mut from, mut to) = (low.unwrap_or(domain.low.get()), high.unwrap_or(domain.high.get()));
    if matches!(domain.scale.get(), Scale::Log(_)) {
        // What is not positive cannot be shown.
        if from <= 0.0 {
            from = domain.low.get();
        }
        if to <= 0.0 {
            to = domain.high.get();
        }
    }
    if from == to {
        // A little room, as matplotlib warns and gives it.
        let reversed = from > to;
        let (a, b) = crate::mpl::ticks::nonsingular(from, to, 0.05, 1.0e-15);
        (from, to) = if reversed { (b, a) } else { (a, b) };
    }
    domain.low.set(from);
    domain.high.set(to);
    match auto {
        Some(Value::None) => {}
        Some(value) => domain.auto.set(ctx.truthy(&value)?),
        None => domain.auto.set(false),
    }
    ctx.tuple(vec![Value::Float(from), Value::Float(to)])
}

pub(crate) fn get_limits(ctx: &mut Ctx, axes: &Rc<Axes>, _: Args, axis: usize) -> PyResult<Value> {
    axes.settle();
    let domain = axes.domain(axis);
    ctx.tuple(vec![Value::Float(domain.low.get()), Value::Float(domain.high.get())])
}

pub(crate) fn bound(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args, axis: usize) -> PyResult<Value> {
    let names = ["lower", "upper"];
    let mut options = Options::named(args, "set_bound", &names, 0)?;
    axes.follow();
    let domain = axes.domain(axis);
    let (low, high) = domain.sorted();
    let mut ends = [low, high];
    for (index, name) in names.iter().enumerate() {
        if let Some(value) = options.take(name) {
            match &value {
                Value::Tuple(_) | Value::List(_) => {
                    let both = numbers(ctx, &value)?;
                    if let [low, high] = both[..] {
                        ends = [low, high];
                    }
                }
                value => ends[index] = end(ctx, axes, axis, value)?,
            }
        }
    }
    if ends[0] < ends[1] {
        domain.bound(ends[0], ends[1]);
        domain.auto.set(false);
    }
    Ok(Value::None)
}

pub(crate) fn get_bound(ctx: &mut Ctx, axes: &Rc<Axes>, _: Args, axis: usize) -> PyResult<Value> {
    axes.settle();
    let (low, high) = axes.domain(axis).sorted();
    ctx.tuple(vec![Value::Float(low), Value::Float(high)])
}

pub(crate) fn invert(_: &mut Ctx, axes: &Rc<Axes>, _: Args, axis: usize) -> PyResult<Value> {
    let domain = axes.domain(axis);
    axes.follow();
    let (low, high) = (domain.low.get(), domain.high.get());
    domain.low.set(high);
    domain.high.set(low);
    Ok(Value::None)
}

fn scale(ctx: &mut Ctx, name: &str, options: &mut Options) -> PyResult<Scale> {
    Ok(match name {
        "linear" => Scale::Linear,
        "log" => {
            let base = options.number(ctx, "base")?.unwrap_or(10.0);
            if !(base > 0.0 && base != 1.0 && base.is_finite()) {
                return Err(Fault::value_error("The log base cannot be <= 0 or == 1"));
            }
            options.ignore(&["subs", "nonpositive"]);
            Scale::Log(base)
        }
        "symlog" => {
            let base = options.number(ctx, "base")?.unwrap_or(10.0);
            let threshold = options.number(ctx, "linthresh")?.unwrap_or(2.0);
            let part = options.number(ctx, "linscale")?.unwrap_or(1.0);
            options.ignore(&["subs"]);
            if !(base > 1.0 && threshold > 0.0 && part > 0.0) {
                return Err(Fault::value_error(
                    "'base' must be larger than 1; 'linthresh' and 'linscale' positive",
                ));
            }
            Scale::SymLog(base, threshold, part)
        }
        "logit" => Scale::Logit,
        "asinh" | "function" | "functionlog" | "mercator" => {
            return Err(Fault::not_provided(format!("the scale '{name}'")));
        }
        other => {
            let shown: String = other.chars().take(40).collect();
            return Err(Fault::value_error(format!(
                "'{shown}' is not a valid value for scale; supported values are 'linear', 'log', 'symlog', 'logit'"
            )));
        }
    })
}

pub(crate) fn set_scale(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args, axis: usize) -> PyResult<Value> {
    let function = ["set_xscale", "set_yscale", "set_zscale"][axis.min(2)];
    let mut options = Options::named(args, function, &["value"], 1)?;
    let name = options.text(ctx, "value")?.unwrap_or_default();
    let scale = scale(ctx, &name, &mut options)?;
    options.finish(function)?;
    let domain = axes.domain(axis);
    domain.set_scale(ctx, scale);
    if !domain.auto.get() {
        return Ok(Value::None);
    }
    if domain.low.get() <= 0.0 && matches!(scale, Scale::Log(_)) {
        domain.low.set(1.0);
        domain.high.set(10.0);
    }
    Ok(Value::None)
}

/// `plot` on logarithmic axes.
fn logarithmic(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args, which: [bool; 2]) -> PyResult<Value> {
    let mut args = args;
    let base = args.take_keyword("base");
    for (axis, own) in which.iter().enumerate() {
        if *own {
            let base = match base.clone().or_else(|| args.take_keyword(["basex", "basey"][axis])) {
                Some(base) => real(ctx, &base)?,
                None => 10.0,
            };
            axes.domain(axis).set_scale(ctx, Scale::Log(if base > 1.0 { base } else { 10.0 }));
        }
    }
    super::plot::plot(ctx, axes, args)
}

fn margins(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let (positional, mut options) = Options::split(args);
    let given = match &positional[..] {
        [] => [None, None],
        [both] => [Some(real(ctx, both)?); 2],
        [x, y] => [Some(real(ctx, x)?), Some(real(ctx, y)?)],
        _ => {
            return Err(Fault::type_error(
                "Must pass a single positional argument for all margins, or one for each margin (x, y).",
            ));
        }
    };
    let named = [options.number(ctx, "x")?, options.number(ctx, "y")?];
    options.ignore(&["tight"]);
    options.finish("margins")?;
    axes.asked.set(true);
    for axis in 0..2 {
        if let Some(margin) = named[axis].or(given[axis]) {
            set_margin(axes, axis, margin)?;
        }
    }
    ctx.tuple(axes.axis.iter().map(|axis| Value::Float(axis.margin.get())).collect())
}

fn set_margin(axes: &Rc<Axes>, axis: usize, margin: f64) -> PyResult<()> {
    if !(margin > -0.5 && margin.is_finite()) {
        return Err(Fault::value_error("margin must be greater than -0.5"));
    }
    axes.axis[axis].margin.set(margin);
    Ok(())
}

fn margin(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args, axis: usize) -> PyResult<Value> {
    let [value] = args.exactly("set_margin")?;
    let margin = real(ctx, &value)?;
    set_margin(axes, axis, margin)?;
    Ok(Value::None)
}

fn autoscale(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "autoscale", &["enable", "axis", "tight"], 0)?;
    let enable = options.flag(ctx, "enable")?.unwrap_or(true);
    let which = options.text(ctx, "axis")?.unwrap_or("both".into());
    let tight = options.flag(ctx, "tight")?.unwrap_or(false);
    axes.asked.set(axes.asked.get() || enable);
    for (axis, name) in ["x", "y"].iter().enumerate() {
        if which == "both" || which == *name {
            axes.domain(axis).auto.set(enable);
            if tight {
                axes.axis[axis].margin.set(0.0);
            }
        }
    }
    Ok(Value::None)
}
