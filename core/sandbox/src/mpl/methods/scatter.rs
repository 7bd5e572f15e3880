//! `scatter`.

use std::rc::Rc;

use super::AxesMethod;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, numbers, pair_of_rows};
use crate::mpl::artist::{Artist, Body};
use crate::mpl::axes::Axes;
use crate::mpl::cmap_object::{colormap, norm};
use crate::mpl::collection::{Collection, Edges};
use crate::mpl::color::{self, Color};
use crate::mpl::mappable::Mappable;
use crate::mpl::style::Marker;
use crate::mpl::{objects, props};

pub(super) const METHODS: &[(&str, AxesMethod)] = &[("scatter", scatter)];

/// What `c` means: colours, or numbers that become colours.
enum Colors {
    Fixed(Vec<Color>),
    Numbers(Vec<f64>),
}

/// `scatter(x, y, s=None, c=None, marker=None, cmap=None, norm=None, vmin=None, vmax=None, alpha=None, ...)`.
fn scatter(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let params =
        ["x", "y", "s", "c", "marker", "cmap", "norm", "vmin", "vmax", "alpha", "linewidths", "edgecolors"];
    let mut options = Options::named(args, "scatter", &params, 2)?;
    options.refuse("scatter", &["data", "plotnonfinite"])?;
    let (x, y) = (options.take("x").unwrap_or(Value::None), options.take("y").unwrap_or(Value::None));
    let (x, y) = pair_of_rows(ctx, axes, &x, &y).map_err(|fault| {
        if fault.is(crate::eval::exception::ExcKind::ValueError) {
            return Fault::value_error("x and y must be the same size");
        }
        fault
    })?;
    let count = x.len();
    let _charge = ctx.charge(count.saturating_mul(48))?;
    let default = {
        let size = ctx.plots.rc.number("lines.markersize");
        size * size
    };
    let sizes = match options.take("s") {
        Some(value) => numbers(ctx, &value)?,
        None => vec![default],
    };
    if sizes.len() != 1 && sizes.len() != count {
        return Err(Fault::value_error(
            "s must be a scalar, or float array-like with the same size as x and y",
        ));
    }
    let marker = match options.take("marker") {
        Some(value) => Marker::of(ctx, &value)?,
        None => Marker::named(&ctx.plots.rc.text("scatter.marker"))?,
    };
    let Some(marker) = marker else { return Err(Fault::value_error("scatter needs a marker")) };
    let faces = options.take("facecolors").or_else(|| options.take("facecolor"));
    let mut edges =
        options.take("edgecolors").or_else(|| options.take("edgecolor")).or_else(|| options.take("ec"));
    let mut given = options.take("c");
    if let Some(value) = options.take("color") {
        given = Some(value.clone());
        edges = edges.or(Some(value));
    }
    let hollow = faces.as_ref().is_some_and(|faces| faces.as_str() == Some("none"));
    let colors = match (given, &faces) {
        (Some(value), _) => read_colors(ctx, &value, count)?,
        (None, Some(faces)) => Colors::Fixed(color::colors(ctx, faces)?),
        (None, None) => Colors::Fixed(vec![axes.next_color(ctx, true)]),
    };
    let mut own = Collection::new("PathCollection", vec![marker.path.clone()]);
    own.offsets = x.iter().zip(&y).map(|(x, y)| [*x, *y]).collect();
    own.offset_transform = Some(axes.data_transform());
    own.sizes = sizes;
    own.widths = vec![if marker.filled { 1.0 } else { ctx.plots.rc.number("lines.linewidth") }];
    if marker.filled {
        own.widths = vec![1.0];
    }
    own.join = Some(marker.join);
    let mapped = matches!(colors, Colors::Numbers(_));
    let cmap = options.take("cmap").unwrap_or(Value::None);
    let cmap = colormap(ctx, &cmap)?;
    match colors {
        Colors::Fixed(colors) => own.faces = colors,
        Colors::Numbers(array) => {
            own.mappable = Some(Mappable::new(Some(Rc::new(array)), cmap));
        }
    }
    if let Some(mappable) = &mut own.mappable {
        if let Some(value) = options.take("norm") {
            norm(&value)?.give(mappable);
        }
        mappable.low = options.number(ctx, "vmin")?.or(mappable.low);
        mappable.high = options.number(ctx, "vmax")?.or(mappable.high);
    } else {
        options.ignore(&["norm", "vmin", "vmax"]);
    }
    own.edges = match edges {
        Some(value) => crate::mpl::props_collection::edges(ctx, &value)?,
        None => Edges::Face,
    };
    if hollow {
        // Hollow symbols show the colours on their edges.
        if matches!(own.edges, Edges::Face) {
            own.edges = Edges::Colors(own.faces.clone());
        }
        own.faces = vec![color::NONE];
    }
    if !marker.filled {
        own.edges = if mapped { Edges::Face } else { Edges::Colors(own.faces.clone()) };
        if !mapped {
            own.faces = vec![color::NONE];
        }
    }
    own.marker = Some(marker);
    let artist = Artist::new(ctx, Body::Collection(own), count * 48)?;
    axes.add(ctx, &artist)?;
    if mapped {
        axes.remember(&artist);
    }
    props::apply(ctx, &artist, options)?;
    Ok(objects::artist(&artist))
}

fn read_colors(ctx: &mut Ctx, value: &Value, count: usize) -> PyResult<Colors> {
    // Numbers, one a point, become colours; three or four of them may also be one colour.
    let sequence = matches!(value, Value::List(_) | Value::Tuple(_) | Value::Range(_) | Value::Host(_));
    if sequence {
        let numeric = match value {
            Value::List(_) | Value::Tuple(_) => {
                let items = ctx.collect(value)?;
                items.iter().all(|item| match item {
                    Value::Host(host) => host.number().is_some(),
                    other => other.as_f64().is_some(),
                })
            }
            Value::Host(_) => crate::numpy::dimensions(value) == Some(1),
            _ => true,
        };
        if numeric {
            let array = numbers(ctx, value)?;
            if array.len() == count {
                return Ok(Colors::Numbers(array));
            }
        }
        if crate::numpy::dimensions(value) == Some(2) {
            let (shape, flat) = crate::mpl::arguments::shaped(ctx, value)?;
            if shape[1] == 3 || shape[1] == 4 {
                let colors = flat
                    .chunks_exact(shape[1])
                    .map(|part| [part[0], part[1], part[2], part.get(3).copied().unwrap_or(1.0)]);
                return Ok(Colors::Fixed(colors.collect()));
            }
        }
    }
    let colors = color::colors(ctx, value)?;
    if colors.len() != 1 && colors.len() != count {
        return Err(Fault::value_error(format!(
            "'c' argument has {} elements, which is inconsistent with 'x' and 'y' with size {count}.",
            colors.len()
        )));
    }
    Ok(Colors::Fixed(colors))
}
