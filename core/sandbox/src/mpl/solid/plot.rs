//! Lines, symbols and texts in space.

use std::rc::Rc;

use super::depth::{Depth, bytes};
use super::{arrays, direction, juggled, limits, of};
use crate::builtins::real;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::Options;
use crate::mpl::artist::{Artist, Body};
use crate::mpl::axes::Axes;
use crate::mpl::methods::{AxesMethod, axes_method};
use crate::mpl::objects;

pub(super) const METHODS: &[(&str, AxesMethod)] = &[
    ("plot", plot),
    ("plot3D", plot),
    ("scatter", scatter),
    ("scatter3D", scatter),
    ("text", text),
    ("text3D", text),
    ("text2D", |ctx, axes, args| on_page(ctx, axes, "text", args)),
    // Notes stand on the page, as in matplotlib.
    ("annotate", |ctx, axes, args| on_page(ctx, axes, "annotate", args)),
];

/// Calls the method that all axes have.
fn on_page(ctx: &mut Ctx, axes: &Rc<Axes>, name: &str, args: Args) -> PyResult<Value> {
    match axes_method(name) {
        Some(method) => method(ctx, axes, args),
        None => Err(Fault::no_attribute("Axes3D", name)),
    }
}

/// Gives an artist a place in space.
pub(super) fn deepen(artist: &Artist, depth: Depth) -> PyResult<()> {
    artist.grow(bytes(depth.count()))?;
    artist.depth.replace(Some(depth));
    Ok(())
}

/// Takes an option for a direction; z if missing.
pub(super) fn upright(ctx: &mut Ctx, options: &mut Options) -> PyResult<usize> {
    options.text(ctx, "zdir")?.map_or(Ok(2), |name| direction(&name))
}

/// `plot(xs, ys, zs, [fmt], *, zdir='z', ...)`.
fn plot(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let (positional, mut options) = Options::split(args);
    let mut rest = positional.into_iter().peekable();
    let (Some(x), Some(y)) =
        (rest.next().or_else(|| options.take("xs")), rest.next().or_else(|| options.take("ys")))
    else {
        return Err(Fault::type_error(
            "Axes3D.plot() missing 2 required positional arguments: 'xs' and 'ys'",
        ));
    };
    let z = match rest.next_if(|value| !matches!(value, Value::Str(_))) {
        Some(z) => z,
        None => options.take("zs").unwrap_or(Value::Int(0)),
    };
    let upright = upright(ctx, &mut options)?;
    options.refuse("plot", &["axlim_clip"])?;
    let more = limits::has_data(axes);
    let all = arrays::common(ctx, &[x, y, z])?;
    let _charge = ctx.charge(bytes(all.count()))?;
    let points: Vec<_> = all.points(0).into_iter().map(|point| juggled(point, upright)).collect();
    let mut flat = Vec::new();
    for list in &all.lists[..2] {
        flat.push(crate::numpy::array_from(ctx, &[list.len()], list)?);
    }
    let mut args = Args::new(flat);
    args.positional.extend(rest);
    args.keyword = options.items;
    let lines = on_page(ctx, axes, "plot", args)?;
    for line in ctx.collect(&lines)? {
        if let Some(object) = line.host::<objects::ArtistObject>() {
            deepen(&object.0, Depth::Line(points.clone()))?;
        }
    }
    limits::grow(ctx, axes, points.iter(), more)?;
    Ok(lines)
}

/// `scatter(xs, ys, zs=0, zdir='z', s=20, c=None, depthshade=None, ...)`.
fn scatter(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let params = ["xs", "ys", "zs", "zdir", "s", "c", "depthshade"];
    let mut options = Options::named(args, "Axes3D.scatter", &params, 2)?;
    options.refuse("scatter", &["axlim_clip"])?;
    let upright = upright(ctx, &mut options)?;
    let shade = options.flag(ctx, "depthshade")?.unwrap_or(true);
    let least = options.number(ctx, "depthshade_minalpha")?.unwrap_or(0.3);
    let x = options.take("xs").unwrap_or(Value::None);
    let y = options.take("ys").unwrap_or(Value::None);
    let z = options.take("zs").unwrap_or(Value::Int(0));
    let more = limits::has_data(axes);
    let all = arrays::common(ctx, &[x, y, z])?;
    let _charge = ctx.charge(bytes(all.count()))?;
    let mut points = all.points(0);
    let known: Vec<bool> = points.iter().map(|point| point.iter().all(|value| value.is_finite())).collect();
    if known.contains(&false) {
        // What is no number is left out, with its size and its colour.
        points.retain(|point| point.iter().all(|value| value.is_finite()));
        for (name, value) in &mut options.items {
            let list = matches!(value, Value::List(_) | Value::Tuple(_));
            if !matches!(&***name, "s" | "c" | "color")
                || !(list || crate::numpy::dimensions(value) >= Some(1))
            {
                continue;
            }
            let items = ctx.collect(value)?;
            if items.len() == known.len() {
                let items = items.into_iter().zip(&known).filter(|(_, known)| **known);
                *value = ctx.list(items.map(|(item, _)| item).collect())?;
            }
        }
    }
    if !options.has("s") {
        options.items.push((ctx.text("s")?, Value::Int(20)));
    }
    let mut args = Args::default();
    for axis in 0..2 {
        let list: Vec<f64> = points.iter().map(|point| point[axis]).collect();
        args.positional.push(crate::numpy::array_from(ctx, &[list.len()], &list)?);
    }
    let points: Vec<_> = points.into_iter().map(|point| juggled(point, upright)).collect();
    args.keyword = options.items;
    let made = on_page(ctx, axes, "scatter", args)?;
    let solid = of(axes)?;
    if solid.z.margin.get() < 0.05 && !points.is_empty() {
        solid.z.margin.set(0.05);
    }
    limits::grow(ctx, axes, points.iter(), more)?;
    if let Some(object) = made.host::<objects::ArtistObject>() {
        deepen(&object.0, Depth::Points(points, shade.then_some(least)))?;
    }
    Ok(made)
}

/// `text(x, y, z, s, zdir=None, ...)`.
fn text(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "Axes3D.text", &["x", "y", "z", "s", "zdir"], 4)?;
    options.refuse("text", &["axlim_clip"])?;
    // matplotlib warns that these two change nothing.
    options.ignore(&["rotation", "rotation_mode"]);
    let along = match options.take("zdir") {
        None => [0.0; 3],
        Some(Value::Str(name)) => {
            let mut along = [0.0; 3];
            along[direction(&name)?] = 1.0;
            along
        }
        Some(value) => {
            let numbers = crate::mpl::arguments::numbers(ctx, &value)?;
            <[f64; 3]>::try_from(numbers)
                .map_err(|_| Fault::value_error("'x', 'y', 'z', None or vector of length 3 expected"))?
        }
    };
    let mut at = [0.0; 3];
    for (own, name) in at.iter_mut().zip(["x", "y", "z"]) {
        let value = options.take_any(name).unwrap_or(Value::None);
        *own = real(ctx, &value)?;
    }
    let mut args = Args::new(vec![
        Value::Float(at[0]),
        Value::Float(at[1]),
        options.take_any("s").unwrap_or(Value::None),
    ]);
    args.keyword = options.items;
    let made = on_page(ctx, axes, "text", args)?;
    if let Some(object) = made.host::<objects::ArtistObject>()
        && let Body::Text(_) = &*object.0.body.borrow()
    {
        deepen(&object.0, Depth::Text(at, along))?;
    }
    Ok(made)
}
