//! Colour bars.

mod fill;
mod object;
mod room;

use std::rc::Rc;

use super::arguments::{Options, choice};
use super::artist::{Artist, Body};
use super::axes::Axes;
use super::colormap::{Extend, Norm};
use super::figure::Figure;
use super::geometry::Point;
use super::mappable::Mappable;
use super::objects;
use super::tick_format::TickFormat;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use fill::fill;
use object::Colorbar;
use room::make_room;

/// Where a bar stands: at which side, and what it is there.
struct Side {
    /// 1 if it stands upright.
    long: usize,
    /// Whether it is right of or above the axes.
    high: bool,
    anchor: Point,
    parent_anchor: Point,
    pad: f64,
}

const SIDES: [&str; 4] = ["left", "right", "top", "bottom"];

fn side(index: usize) -> Side {
    match index {
        0 => Side { long: 1, high: false, anchor: [1.0, 0.5], parent_anchor: [0.0, 0.5], pad: 0.10 },
        2 => Side { long: 0, high: true, anchor: [0.5, 0.0], parent_anchor: [0.5, 1.0], pad: 0.05 },
        3 => Side { long: 0, high: false, anchor: [0.5, 1.0], parent_anchor: [0.5, 0.0], pad: 0.15 },
        _ => Side { long: 1, high: true, anchor: [0.0, 0.5], parent_anchor: [1.0, 0.5], pad: 0.05 },
    }
}

/// Numbers and colours of what a bar is about.
struct About {
    mappable: Mappable,
    levels: Option<Vec<f64>>,
    filled: bool,
    extend: Extend,
    alpha: Option<f64>,
    home: Option<Rc<Axes>>,
    /// Line widths of contours.
    widths: Vec<f64>,
}

fn about(value: &Value) -> PyResult<About> {
    if let Some(mappable) = value.host::<super::scalar_mappable::ScalarMappable>() {
        let mappable = mappable.mappable();
        return Ok(About {
            mappable,
            levels: None,
            filled: true,
            extend: Extend::Neither,
            alpha: None,
            home: None,
            widths: Vec::new(),
        });
    }
    let wrong = || {
        Fault::type_error(format!("a colour bar wants an image or a collection, not '{}'", value.type_name()))
    };
    let Some(object) = value.host::<objects::ArtistObject>() else { return Err(wrong()) };
    let artist: &Artist = &object.0;
    let (alpha, home) = (artist.alpha.get(), artist.home());
    match &*artist.body.borrow() {
        Body::Image(image) => Ok(About {
            mappable: image.mappable.clone(),
            levels: None,
            filled: true,
            extend: Extend::Neither,
            alpha,
            home,
            widths: Vec::new(),
        }),
        Body::Collection(collection) => {
            let Some(mappable) = collection.mappable.clone() else { return Err(wrong()) };
            let bands = collection.bands.as_ref();
            Ok(About {
                mappable,
                levels: bands.map(|bands| bands.levels.clone()),
                filled: bands.is_none_or(|bands| bands.filled),
                extend: bands.map_or(Extend::Neither, |bands| bands.extend),
                alpha,
                home,
                widths: collection.widths.clone(),
            })
        }
        _ => Err(wrong()),
    }
}

/// `Figure.colorbar` and `plt.colorbar`.
pub(crate) fn colorbar(ctx: &mut Ctx, figure: &Rc<Figure>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "colorbar", &["mappable", "cax", "ax"], 0)?;
    let of = match options.take("mappable") {
        Some(of) => of,
        None => match &*figure.mapped.borrow() {
            Some(artist) => objects::artist(artist),
            None => {
                return Err(Fault::new(
                    crate::eval::exception::ExcKind::RuntimeError,
                    "No mappable was found to use for colorbar creation. First define a mappable such as an image (with \
                     imshow) or a contour set (with contourf).",
                ));
            }
        },
    };
    let about = about(&of)?;
    ctx.burn(3000)?;
    let location = options.text(ctx, "location")?;
    let upright = match options.text(ctx, "orientation")? {
        Some(name) => Some(choice("orientation", &name, &["vertical", "horizontal"])? == 0),
        None => None,
    };
    let index = match (&location, upright) {
        (Some(name), _) => choice("location", name, &SIDES)?,
        (None, Some(false)) => 3,
        _ => 1,
    };
    let mut side = side(index);
    let fraction = options.number(ctx, "fraction")?.unwrap_or(0.15).clamp(0.001, 0.999);
    let shrink = options.number(ctx, "shrink")?.unwrap_or(1.0).clamp(0.001, 10.0);
    let aspect = options.number(ctx, "aspect")?.unwrap_or(20.0).clamp(1.0e-3, 1.0e4);
    side.pad = options.number(ctx, "pad")?.unwrap_or(side.pad).clamp(0.0, 0.99);
    if let Some(anchor) = options.take("anchor") {
        side.anchor = super::arguments::point(ctx, &anchor)?;
    }
    let extend = match options.text(ctx, "extend")? {
        Some(name) => Extend::named(&name)
            .ok_or_else(|| Fault::value_error(format!("'{name}' is not a valid value for extend")))?,
        None => match &about.mappable.norm() {
            Norm::Boundary { extend, .. } => *extend,
            _ => about.extend,
        },
    };
    // Triangles at the ends are part of the bar's length.
    let ends = if about.filled {
        [extend.min(), extend.max()].map(|end| if end { 0.05 } else { 0.0 })
    } else {
        [0.0; 2]
    };
    let axes = match options.take("cax") {
        Some(cax) => match cax.host::<objects::AxesObject>() {
            Some(object) => object.0.clone(),
            None => return Err(Fault::type_error(format!("cax must be an Axes, not '{}'", cax.type_name()))),
        },
        None => {
            let parents = match options.take("ax") {
                Some(ax) => parents(ctx, &ax)?,
                None => match &about.home {
                    Some(home) => vec![home.clone()],
                    None => vec![super::state::axes_of(ctx, figure)?],
                },
            };
            let use_grid = options.flag(ctx, "use_gridspec")?.unwrap_or(true);
            make_room(ctx, figure, &parents, &side, [fraction, shrink, aspect], ends, use_grid)?
        }
    };
    options.ignore(&["ax", "use_gridspec"]);
    let edged = options.flag(ctx, "drawedges")?.unwrap_or(false);
    let bounds = fill(ctx, &axes, &about, &side, extend, edged)?;
    let bar = Colorbar { axes: axes.clone(), of, long: side.long, bounds };
    if let Some(label) = options.text(ctx, "label")? {
        bar.label(ctx, &label, Options::default())?;
    }
    if let Some(ticks) = options.take("ticks") {
        bar.ticks(ctx, &ticks)?;
    }
    if let Some(format) = options.take("format") {
        let format = match format {
            Value::Str(text) if text.contains('{') => TickFormat::Template((**text).to_owned()),
            Value::Str(text) => TickFormat::Pattern((**text).to_owned()),
            other => super::ticker::formatter_of(&other)?,
        };
        axes.domain(side.long).format.replace(format);
    }
    options.refuse("colorbar", &["spacing", "boundaries", "values", "extendfrac", "extendrect"])?;
    options.ignore(&["alpha"]);
    options.finish("colorbar")?;
    Ok(Value::from_host(bar))
}

fn parents(ctx: &mut Ctx, value: &Value) -> PyResult<Vec<Rc<Axes>>> {
    if let Some(object) = value.host::<objects::AxesObject>() {
        return Ok(vec![object.0.clone()]);
    }
    let mut all = Vec::new();
    for item in ctx.collect(value)? {
        match item.host::<objects::AxesObject>() {
            Some(object) => all.push(object.0.clone()),
            // Rows of axes.
            None => {
                for inner in ctx.collect(&item)? {
                    all.extend(inner.host::<objects::AxesObject>().map(|object| object.0.clone()));
                }
            }
        }
    }
    if all.is_empty() {
        return Err(Fault::type_error("ax must be an Axes or a list of Axes"));
    }
    Ok(all)
}
