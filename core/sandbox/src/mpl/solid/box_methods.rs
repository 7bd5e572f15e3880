//! The box around axes in space: its limits, proportions, labels and grid.

use std::rc::Rc;

use super::project::sides;
use super::{limits, of};
use crate::builtins::real;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, choice, numbers};
use crate::mpl::axes::Axes;
use crate::mpl::methods::{AxesMethod, axes_method, labels, limits as flat, ticks};
use crate::mpl::{objects, props};

pub(super) const METHODS: &[(&str, AxesMethod)] = &[
    ("set_xlim3d", |ctx, axes, args| flat::set_limits(ctx, axes, args, 0)),
    ("set_ylim3d", |ctx, axes, args| flat::set_limits(ctx, axes, args, 1)),
    ("set_zlim3d", |ctx, axes, args| flat::set_limits(ctx, axes, args, 2)),
    ("set_zlim", |ctx, axes, args| flat::set_limits(ctx, axes, args, 2)),
    ("get_xlim3d", |ctx, axes, args| flat::get_limits(ctx, axes, args, 0)),
    ("get_ylim3d", |ctx, axes, args| flat::get_limits(ctx, axes, args, 1)),
    ("get_zlim3d", |ctx, axes, args| flat::get_limits(ctx, axes, args, 2)),
    ("get_zlim", |ctx, axes, args| flat::get_limits(ctx, axes, args, 2)),
    ("set_zbound", |ctx, axes, args| flat::bound(ctx, axes, args, 2)),
    ("get_zbound", |ctx, axes, args| flat::get_bound(ctx, axes, args, 2)),
    ("invert_zaxis", |ctx, axes, args| flat::invert(ctx, axes, args, 2)),
    ("zaxis_inverted", |_, axes, _| Ok(Value::Bool(axes.domain(2).inverted()))),
    ("set_xscale", |ctx, axes, args| set_scale(ctx, axes, args, 0)),
    ("set_yscale", |ctx, axes, args| set_scale(ctx, axes, args, 1)),
    ("set_zscale", |ctx, axes, args| set_scale(ctx, axes, args, 2)),
    ("get_zscale", |ctx, axes, _| ctx.str(axes.domain(2).scale.get().name())),
    ("set_zticks", |ctx, axes, args| ticks::set_ticks(ctx, axes, args, 2)),
    ("get_zticks", |ctx, axes, args| ticks::get_ticks(ctx, axes, args, 2)),
    ("set_zticklabels", |ctx, axes, args| ticks::set_labels(ctx, axes, args, 2)),
    ("get_zticklabels", |ctx, axes, args| ticks::get_labels(ctx, axes, args, 2)),
    ("set_zlabel", |ctx, axes, args| labels::set_label(ctx, axes, args, 2)),
    ("get_zlabel", |ctx, axes, _| ctx.str(props::text_of(&axes.axis_at(2).label))),
    ("get_zaxis", |_, axes, _| Ok(crate::mpl::axis_object::value(axes, 2))),
    ("set_title", set_title),
    ("grid", grid),
    ("margins", margins),
    ("autoscale", autoscale),
    ("autoscale_view", |_, axes, _| limits::follow(axes).map(|()| Value::None)),
    ("auto_scale_xyz", auto_scale),
    ("set_box_aspect", |ctx, axes, args| {
        let mut options = Options::named(args, "set_box_aspect", &["aspect"], 1)?;
        let zoom = options.number(ctx, "zoom")?.unwrap_or(1.0);
        let aspect = options.take("aspect");
        options.finish("set_box_aspect")?;
        set_box(ctx, axes, aspect, zoom).map(|()| Value::None)
    }),
    ("set_aspect", |ctx, axes, args| {
        let mut options = Options::named(args, "set_aspect", &["aspect", "adjustable"], 1)?;
        let aspect = options.text(ctx, "aspect")?.unwrap_or_default();
        let how = options.text(ctx, "adjustable")?.unwrap_or_else(|| "box".to_owned());
        options.ignore(&["anchor", "share"]);
        options.finish("set_aspect")?;
        let limits = choice("adjustable", &how, &["box", "datalim"])? == 1;
        set_aspect(ctx, axes, &aspect, limits).map(|()| Value::None)
    }),
    ("axis", axis),
    ("add_collection3d", |ctx, axes, args| add_collection(ctx, axes, args, true)),
    ("add_collection", |ctx, axes, args| add_collection(ctx, axes, args, false)),
    ("clear", clear),
    ("cla", clear),
];

/// Calls the method that all axes have.
fn on_all(ctx: &mut Ctx, axes: &Rc<Axes>, name: &str, args: Args) -> PyResult<Value> {
    match axes_method(name) {
        Some(method) => method(ctx, axes, args),
        None => Err(Fault::no_attribute("Axes3D", name)),
    }
}

fn set_scale(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args, axis: usize) -> PyResult<Value> {
    flat::set_scale(ctx, axes, args, axis)?;
    limits::follow(axes)?;
    Ok(Value::None)
}

/// Titles that a script puts somewhere stand a little lower than on other axes.
fn set_title(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let placed = args.keyword.iter().any(|(name, value)| &***name == "y" && !value.is_none());
    let made = on_all(ctx, axes, "set_title", args)?;
    if placed {
        axes.title_at.set(axes.title_at.get().map(|at| 0.92 * at));
    }
    Ok(made)
}

/// `grid(visible=True, ...)`: looks change nothing, but turn it on.
fn grid(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "grid", &["visible"], 0)?;
    let visible = options.take_any("visible");
    let visible = match visible {
        Some(value) => ctx.truthy(&value)?,
        None => true,
    };
    of(axes)?.grid.set(visible || !options.items.is_empty());
    Ok(Value::None)
}

fn margins(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let (positional, mut options) = Options::split(args);
    for (number, name) in ["x", "y", "z"].into_iter().enumerate() {
        let given = match &positional[..] {
            [all] => Some(real(ctx, all)?),
            [x, y, z] => Some(real(ctx, [x, y, z][number])?),
            _ => None,
        };
        if let Some(margin) = given.or(options.number(ctx, name)?) {
            if !(margin > -0.5 && margin.is_finite()) {
                return Err(Fault::value_error("margin must be greater than -0.5"));
            }
            axes.axis_at(number).margin.set(margin);
        }
    }
    options.ignore(&["tight"]);
    options.finish("margins")?;
    limits::follow(axes)?;
    ctx.tuple((0..3).map(|number| Value::Float(axes.axis_at(number).margin.get())).collect())
}

fn autoscale(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "autoscale", &["enable", "axis", "tight"], 0)?;
    let enable = options.flag(ctx, "enable")?.unwrap_or(true);
    let which = options.text(ctx, "axis")?.unwrap_or_else(|| "both".to_owned());
    for (number, name) in ["x", "y", "z"].into_iter().enumerate() {
        if which == "both" || which == name {
            axes.domain(number).auto.set(enable);
        }
    }
    limits::follow(axes)?;
    Ok(Value::None)
}

/// `auto_scale_xyz(X, Y, Z, had_data=None)`.
fn auto_scale(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "auto_scale_xyz", &["X", "Y", "Z", "had_data"], 3)?;
    let more = options.flag(ctx, "had_data")?.unwrap_or(false);
    let mut lists = Vec::new();
    for name in ["X", "Y", "Z"] {
        let value = options.take(name).unwrap_or(Value::None);
        lists.push(numbers(ctx, &value)?);
    }
    let count = lists.iter().map(Vec::len).max().unwrap_or(0);
    let _charge = ctx.charge(count.saturating_mul(24))?;
    // A list that is shorter counts with its last number again.
    let at = |list: &Vec<f64>, index: usize| list.get(index).or(list.last()).copied().unwrap_or(f64::NAN);
    let points: Vec<[f64; 3]> =
        (0..count).map(|index| std::array::from_fn(|axis| at(&lists[axis], index))).collect();
    limits::grow(ctx, axes, points.iter(), more)?;
    Ok(Value::None)
}

/// Sets the proportions of the box.
pub(super) fn set_box(ctx: &mut Ctx, axes: &Axes, aspect: Option<Value>, zoom: f64) -> PyResult<()> {
    if zoom.is_nan() || zoom <= 0.0 {
        return Err(Fault::value_error(format!("Argument zoom = {zoom} must be > 0")));
    }
    let aspect = match aspect {
        None => [4.0, 4.0, 3.0],
        Some(value) => <[f64; 3]>::try_from(numbers(ctx, &value)?).map_err(|list| {
            Fault::value_error(format!("'aspect' must have 3 numbers, not {}", list.len()))
        })?,
    };
    set_sides(axes, aspect, zoom)
}

fn set_sides(axes: &Axes, aspect: [f64; 3], zoom: f64) -> PyResult<()> {
    let solid = of(axes)?;
    let mut camera = solid.camera.get();
    let sides = sides(aspect, zoom);
    // The camera moves sides to the upright axis, from which they are moved back here.
    camera.sides = std::array::from_fn(|axis| sides[(axis + camera.upright + 1) % 3]);
    solid.camera.set(camera);
    Ok(())
}

/// Makes units of some axes equal, by the proportions of the box or by the limits.
fn set_aspect(ctx: &mut Ctx, axes: &Rc<Axes>, aspect: &str, by_limits: bool) -> PyResult<()> {
    let known = ["auto", "equal", "equalxy", "equalyz", "equalxz"];
    let equal: &[usize] = match choice("aspect", aspect, &known)? {
        0 if by_limits => return Ok(()),
        0 => return set_box(ctx, axes, None, 1.0),
        1 => &[0, 1, 2],
        2 => &[0, 1],
        3 => &[1, 2],
        _ => &[0, 2],
    };
    let mut sides = of(axes)?.camera.get().sides;
    let ends = [0, 1, 2].map(|axis| axes.domain(axis).sorted());
    let size = |axis: usize| ends[axis].1 - ends[axis].0;
    if by_limits {
        let scale = equal.iter().map(|axis| size(*axis) / sides[*axis]).fold(0.0, f64::max);
        for axis in equal {
            let (low, high) = ends[*axis];
            let (middle, reach) = ((low + high) / 2.0, scale * sides[*axis] / 2.0);
            if reach > 0.0 && reach.is_finite() {
                axes.domain(*axis).bound(middle - reach, middle + reach);
            }
        }
        return Ok(());
    }
    let diagonal =
        |sides: &[f64; 3]| equal.iter().map(|axis| sides[*axis] * sides[*axis]).sum::<f64>().sqrt();
    let old = diagonal(&sides);
    equal.iter().for_each(|axis| sides[*axis] = size(*axis));
    let factor = diagonal(&sides) / old;
    (0..3).filter(|axis| !equal.contains(axis)).for_each(|axis| sides[axis] *= factor);
    set_sides(axes, sides, 1.0)
}

/// `axis('off')`, `axis('equal')`, `axis([xmin, xmax, ymin, ymax, zmin, zmax])` and so on.
fn axis(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "axis", &["arg"], 0)?;
    match options.take("arg") {
        Some(Value::Str(word)) => match &**word {
            "on" => axes.shown.set(true),
            "off" => axes.shown.set(false),
            "auto" | "equal" | "scaled" | "tight" => {
                (0..3).for_each(|number| axes.domain(number).auto.set(true));
                set_aspect(ctx, axes, "auto", false)?;
                limits::follow(axes)?;
                if matches!(&**word, "equal" | "scaled") {
                    set_aspect(ctx, axes, "equal", &**word == "equal")?;
                }
            }
            other => {
                let shown: String = other.chars().take(40).collect();
                return Err(Fault::value_error(format!(
                    "Unrecognized string {shown:?} to axis; try 'on' or 'off'"
                )));
            }
        },
        Some(Value::Bool(on)) => axes.shown.set(on),
        Some(value) => {
            let ends = numbers(ctx, &value)?;
            if ends.len() != 6 {
                return Err(Fault::type_error(
                    "The first argument to axis() must be an iterable of the form [xmin, xmax, ymin, ymax, zmin, zmax]",
                ));
            }
            for (number, pair) in ends.chunks_exact(2).enumerate() {
                let pair = ctx.tuple(vec![Value::Float(pair[0]), Value::Float(pair[1])])?;
                flat::set_limits(ctx, axes, Args::new(vec![pair]), number)?;
            }
        }
        None => {}
    }
    options.finish("axis")?;
    let ends =
        [0, 1, 2].map(|number| axes.domain(number)).map(|domain| [domain.low.get(), domain.high.get()]);
    ctx.tuple(ends.into_iter().flatten().map(Value::Float).collect())
}

/// `add_collection3d(col, zs=0, zdir='z', autolim=True)`; a plain `add_collection` leaves the limits.
fn add_collection(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args, grow: bool) -> PyResult<Value> {
    let mut options = Options::named(args, "add_collection3d", &["col", "zs", "zdir", "autolim"], 1)?;
    options.refuse("add_collection3d", &["axlim_clip"])?;
    let value = options.take("col").unwrap_or(Value::None);
    let Some(object) = value.host::<objects::ArtistObject>() else {
        return Err(Fault::type_error(format!(
            "add_collection3d() wants a Collection, not '{}'",
            value.type_name()
        )));
    };
    let artist = &object.0;
    if artist.home().is_some() {
        return Err(Fault::value_error(
            "Can not reset the Axes. You are probably trying to reuse an artist in more than one Axes which is not supported",
        ));
    }
    let zs = options.take("zs").unwrap_or(Value::Int(0));
    let upright = super::plot::upright(ctx, &mut options)?;
    let grow = options.flag(ctx, "autolim")?.unwrap_or(true) && grow;
    options.finish("add_collection3d")?;
    if artist.depth.borrow().is_none() {
        super::classes::lift(ctx, artist, &zs, upright)?;
    }
    let more = limits::has_data(axes);
    axes.add(ctx, artist)?;
    if grow && let Some(super::Depth::Segments(lists)) = &*artist.depth.borrow() {
        grow_by(ctx, axes, lists, more)?;
    }
    if grow && let Some(super::Depth::Faces(faces)) = &*artist.depth.borrow() {
        grow_by(ctx, axes, &faces.corners, more)?;
    }
    axes.remember(artist);
    Ok(value)
}

fn grow_by(ctx: &mut Ctx, axes: &Axes, lists: &[Vec<[f64; 3]>], more: bool) -> PyResult<()> {
    let mut more = more;
    for list in lists {
        limits::grow(ctx, axes, list.iter(), more)?;
        more = true;
    }
    Ok(())
}

fn clear(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    on_all(ctx, axes, "clear", args)?;
    let solid = of(axes)?;
    solid.data.set(limits::START);
    solid.grid.set(true);
    solid.z.margin.set(0.0);
    axes.title_at.set(Some(1.0));
    limits::follow(axes)?;
    Ok(Value::None)
}
