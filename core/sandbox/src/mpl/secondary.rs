//! Axes that show the numbers of another axis in another unit: `secondary_xaxis` and `secondary_yaxis`.

use std::rc::{Rc, Weak};

use super::arguments::{Options, choice, numbers};
use super::axes::Axes;
use super::domain::Scale;
use super::figure::Figure;
use super::geometry::Rect;
use super::inset::{Inside, add, apply};
use super::methods::AxesMethod;
use super::ticks::Locator;
use super::{color, objects};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

pub(crate) const METHODS: &[(&str, AxesMethod)] = &[
    ("secondary_xaxis", |ctx, axes, args| secondary(ctx, axes, args, 0)),
    ("secondary_yaxis", |ctx, axes, args| secondary(ctx, axes, args, 1)),
];

/// Thickness of a secondary axes, which is only a line.
const THIN: f64 = 1.0e-10;

/// What a secondary axis follows.
pub(crate) struct Follows {
    axes: Weak<Axes>,
    axis: usize,
    /// From the other axis' numbers to the own ones, and back.
    functions: Option<[Value; 2]>,
}

fn secondary(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args, axis: usize) -> PyResult<Value> {
    let name = ["secondary_xaxis", "secondary_yaxis"][axis];
    let sides = [["bottom", "top"], ["left", "right"]][axis];
    let mut options = Options::named(args, name, &["location", "functions"], 1)?;
    let place = match options.take("location") {
        Some(Value::Str(word)) => choice("location", &word, &sides)? as f64,
        value => crate::builtins::real(ctx, &value.unwrap_or(Value::None))?,
    };
    if !place.is_finite() {
        return Err(Fault::value_error("location must be finite"));
    }
    let functions = match options.take("functions") {
        None => None,
        Some(value) => match <[Value; 2]>::try_from(ctx.collect(&value)?) {
            Ok(pair) => Some(pair),
            Err(_) => {
                return Err(Fault::value_error(
                    "functions argument of secondary Axes must be a two-tuple of callable functions with the first \
                     function being the transform and the second being the inverse",
                ));
            }
        },
    };
    options.refuse(name, &["transform"])?;
    let rect =
        if axis == 0 { Rect::sized(0.0, place, 1.0, THIN) } else { Rect::sized(place, 0.0, THIN, 1.0) };
    let follows = Rc::new(Follows { axes: axes.this(), axis, functions });
    let inside = Inside { rect, transform: axes.axes_transform(), follows: Some(follows.clone()) };
    let made = add(ctx, axes, inside)?;
    let high = place >= 0.5;
    made.face.set(color::NONE);
    made.axis[1 - axis].visible.set(false);
    for (number, spine) in made.spines.iter().enumerate() {
        spine.visible.set(number == 2 * (1 - axis) + usize::from(high));
    }
    let own = &made.axis[axis];
    own.label_high.set(high);
    for style in [&own.major, &own.minor] {
        let mut style = style.borrow_mut();
        style.ticks = [!high, high];
        style.labels = [!high, high];
    }
    made.domain(axis).auto.set(false);
    take(ctx, &made, &follows)?;
    apply(ctx, &made, options)?;
    Ok(objects::axes(&made))
}

/// Brings all secondary axes of a figure up to date.
pub(crate) fn follow(ctx: &mut Ctx, figure: &Rc<Figure>) -> PyResult<()> {
    for axes in figure.all_axes() {
        let follows = axes.inside.borrow().as_ref().and_then(|inside| inside.follows.clone());
        if let Some(follows) = follows {
            take(ctx, &axes, &follows)?;
        }
    }
    Ok(())
}

/// What a function of a script makes of numbers.
fn through(ctx: &mut Ctx, function: &Value, values: &[f64]) -> PyResult<Vec<f64>> {
    let array = crate::numpy::array_from(ctx, &[values.len()], values)?;
    let result = ctx.call_with(function, vec![array])?;
    let mut out = numbers(ctx, &result)?;
    if out.len() == 1 {
        out.resize(values.len(), out[0]);
    }
    if out.len() != values.len() {
        return Err(Fault::value_error("the functions of a secondary axis must keep the shape of arrays"));
    }
    Ok(out)
}

/// Takes limits, scale and places of ticks from the other axis.
fn take(ctx: &mut Ctx, own: &Rc<Axes>, follows: &Follows) -> PyResult<()> {
    let Some(other) = follows.axes.upgrade() else { return Ok(()) };
    let (domain, theirs) = (own.domain(follows.axis), other.domain(follows.axis));
    let scale = match (theirs.scale.get(), &follows.functions) {
        (scale, None) => scale,
        (Scale::Log(_), _) => Scale::Log(10.0),
        _ => Scale::Linear,
    };
    if domain.scale.get() != scale {
        let kept = domain.major.borrow().clone();
        domain.set_scale(ctx, scale);
        if matches!(kept, Locator::Fixed(..)) {
            domain.major.replace(kept);
        }
    }
    let mut ends = [theirs.low.get(), theirs.high.get()];
    let Some([forward, back]) = &follows.functions else {
        domain.low.set(ends[0]);
        domain.high.set(ends[1]);
        return Ok(());
    };
    let rising = ends[0] < ends[1];
    let given = through(ctx, forward, &ends)?;
    if given.iter().any(|end| !end.is_finite()) {
        return Err(Fault::value_error("Axis limits cannot be NaN or Inf"));
    }
    ends = if (given[0] < given[1]) == rising { [given[0], given[1]] } else { [given[1], given[0]] };
    if ends[0] == ends[1] {
        let (low, high) = super::ticks::nonsingular(ends[0], ends[1], 0.05, 1.0e-15);
        ends = [low, high];
    }
    domain.low.set(ends[0]);
    domain.high.set(ends[1]);
    domain.bent.borrow_mut().clear();
    let (mut ticks, minor) = super::axis_layout::places(ctx, own, &own.axis[follows.axis])?;
    ticks.extend(minor);
    if ticks.is_empty() {
        return Ok(());
    }
    let there = through(ctx, back, &ticks)?;
    let places = ticks.into_iter().zip(there).map(|(tick, value)| (tick, theirs.fraction(value)));
    domain.bent.replace(places.filter(|(_, place)| place.is_finite()).collect());
    Ok(())
}
