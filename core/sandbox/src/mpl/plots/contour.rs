//! `contour` and `contourf`.

use std::rc::Rc;

use super::add_collection;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, numbers, shaped};
use crate::mpl::axes::Axes;
use crate::mpl::collection::{Bands, Collection, Edges};
use crate::mpl::color;
use crate::mpl::colormap::{Colormap, Extend};
use crate::mpl::contour::{Grid, Polyline, auto_levels};
use crate::mpl::geometry::{Point, Rect};
use crate::mpl::mappable::Scaling;
use crate::mpl::objects;
use crate::mpl::path::{Path, Step};
use crate::mpl::props;
use crate::mpl::style::LineStyle;

/// Most levels.
const MOST: usize = 1000;

/// `Axes.contour`.
pub(super) fn contour(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    draw(ctx, axes, args, false)
}

/// `Axes.contourf`.
pub(super) fn contourf(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    draw(ctx, axes, args, true)
}

/// Values on their points.
struct Field {
    rows: usize,
    columns: usize,
    points: Vec<Point>,
    values: Vec<f64>,
}

/// Reads `Z`, or `X, Y, Z`.
fn field(ctx: &mut Ctx, given: &[Value], options: &mut Options) -> PyResult<Field> {
    let z = match given {
        [z] | [_, _, z] => z,
        _ => {
            return Err(Fault::type_error(format!(
                "contour() takes from 1 to 4 positional arguments but {} were given",
                given.len()
            )));
        }
    };
    let (shape, values) = shaped(ctx, z)?;
    let [rows, columns] = shape[..] else {
        return Err(Fault::type_error(format!("Input z must be 2D, not {}D", shape.len())));
    };
    if rows < 2 || columns < 2 {
        return Err(Fault::type_error(format!(
            "Input z must be at least a (2, 2) shaped array, but has shape ({rows}, {columns})"
        )));
    }
    ctx.burn(values.len() as u64 * 4)?;
    let origin = options.text(ctx, "origin")?;
    let extent =
        options.take("extent").map(|extent| crate::mpl::arguments::four(ctx, &extent)).transpose()?;
    let points = if let [x, y, _] = given {
        let (x_shape, x) = shaped(ctx, x)?;
        let (y_shape, y) = shaped(ctx, y)?;
        let wrong = |name: &str, wanted: usize, got: usize| {
            Fault::type_error(format!(
                "Length of {name} ({got}) must match number of {} in z ({wanted})",
                if name == "x" { "columns" } else { "rows" }
            ))
        };
        match (x_shape.len(), y_shape.len()) {
            (2, 2) if x.len() == values.len() && y.len() == values.len() => {
                x.into_iter().zip(y).map(|(x, y)| [x, y]).collect()
            }
            (2, 2) => return Err(Fault::type_error("Shapes of x and z do not match")),
            _ if x.len() != columns => return Err(wrong("x", columns, x.len())),
            _ if y.len() != rows => return Err(wrong("y", rows, y.len())),
            _ => y.iter().flat_map(|y| x.iter().map(|x| [*x, *y])).collect(),
        }
    } else {
        let place = |index: usize, count: usize, low: f64, high: f64| {
            // With an origin the values are in the middle of cells.
            let step = if origin.is_some() {
                (high - low) / count as f64
            } else {
                (high - low) / (count - 1) as f64
            };
            low + step * (index as f64 + if origin.is_some() { 0.5 } else { 0.0 })
        };
        let [x0, x1, mut y0, mut y1] = match (extent, &origin) {
            (Some(extent), _) => extent,
            (None, Some(_)) => [0.0, columns as f64, 0.0, rows as f64],
            (None, None) => [0.0, (columns - 1) as f64, 0.0, (rows - 1) as f64],
        };
        if origin.as_deref() == Some("upper") {
            (y0, y1) = (y1, y0);
        }
        (0..rows * columns)
            .map(|at| [place(at % columns, columns, x0, x1), place(at / columns, rows, y0, y1)])
            .collect()
    };
    Ok(Field { rows, columns, points, values })
}

fn draw(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args, filled: bool) -> PyResult<Value> {
    let (mut given, mut options) = Options::split(args);
    let levels_given = match given.len() {
        2 | 4 => given.pop(),
        _ => None,
    }
    .or_else(|| options.take("levels"));
    let field = field(ctx, &given, &mut options)?;
    let extend = options.text(ctx, "extend")?.unwrap_or_else(|| "neither".to_owned());
    let extend = Extend::named(&extend)
        .ok_or_else(|| Fault::value_error(format!("'{extend}' is not a valid value for extend")))?;
    let finite = field.values.iter().copied().filter(|value| value.is_finite());
    let (low, high) = finite.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), v| (a.min(v), b.max(v)));
    let mut mappable = super::mesh::mappable(ctx, &mut options, Vec::new())?;
    let log = mappable.scaling == Scaling::Log;
    let mut levels = match levels_given {
        Some(value) => match crate::builtins::integer(&value) {
            Ok(count) if !matches!(value, Value::List(_) | Value::Tuple(_)) => {
                auto_levels(low, high, count.clamp(1, MOST as i64) as usize, log, extend)
            }
            _ => numbers(ctx, &value)?,
        },
        None => auto_levels(low, high, 7, log, extend),
    };
    if levels.windows(2).any(|pair| !(pair[0] < pair[1])) {
        return Err(Fault::value_error("Contour levels must be increasing"));
    }
    if levels.len() > MOST {
        return Err(Fault::value_error("too many contour levels"));
    }
    if filled && levels.len() < 2 {
        return Err(Fault::value_error("Filled contours require at least 2 levels."));
    }
    if !filled && !levels.iter().any(|level| *level > low && *level < high) {
        levels = vec![low];
    }
    let cells = (field.rows * field.columns) as u64;
    ctx.burn((levels.len() as u64 + 2).saturating_mul(cells).saturating_mul(4))?;
    let _charge = ctx.charge(field.values.len().saturating_mul(400))?;
    let grid =
        Grid { columns: field.columns, rows: field.rows, points: &field.points, values: &field.values };
    // Bands between levels, with the open ones at either end.
    let mut bounds = levels.clone();
    if filled && extend.min() {
        bounds.insert(0, -1.0e250);
    }
    if filled && extend.max() {
        bounds.push(1.0e250);
    }
    let (paths, layers): (Vec<Path>, Vec<f64>) = if filled {
        bounds
            .windows(2)
            .enumerate()
            .map(|(index, pair)| {
                // The lowest value belongs to the lowest band.
                let from =
                    if index == 0 && pair[0] == low { low - 0.01 * low.abs().max(1.0e-300) } else { pair[0] };
                (compound(&grid.area(from, pair[1]), true), (pair[0] + pair[1]) / 2.0)
            })
            .unzip()
    } else {
        levels.iter().map(|level| (compound(&grid.lines(*level), false), *level)).unzip()
    };
    let own = options.take("colors");
    let single = matches!(own, Some(Value::Str(_)));
    let mut array = layers.clone();
    if let Some(own) = own {
        let mut colors = match &own {
            // A text of single letters is a colour each.
            Value::Str(text) => match color::named(text, &[]) {
                Some(one) => vec![one],
                None => vec![color::color(ctx, &own)?],
            },
            list => color::colors(ctx, list)?,
        };
        let count = layers.len();
        if filled && colors.len() < count && !single {
            colors = (0..count).map(|index| colors[index % colors.len().max(1)]).collect();
        }
        let count = count.max(1);
        let entries = (0..count)
            .map(|index| colors.get(index % colors.len().max(1)).copied().unwrap_or(color::NONE))
            .collect();
        mappable.cmap = Colormap::listed("from_list", entries);
        mappable.scaling = Scaling::Fixed(crate::mpl::colormap::Norm::None);
        array = (0..count).map(|index| index as f64).collect();
    } else {
        mappable.low = mappable.low.or(levels.first().copied());
        mappable.high = mappable.high.or(levels.last().copied());
        if filled {
            // What lies beyond the levels takes the map's colours for that.
            if extend.min() {
                array[0] = -1.0e250;
            }
            if extend.max()
                && let Some(last) = array.last_mut()
            {
                *last = 1.0e250;
            }
        }
    }
    mappable.array = Some(Rc::new(array));
    let mut collection = Collection::new("QuadContourSet", paths);
    collection.mappable = Some(mappable);
    collection.strokes = !filled;
    collection.antialias = options.flag(ctx, "antialiased")?.unwrap_or(!filled);
    let covers = Rect::around(field.points.iter().copied());
    collection.bands = Some(Bands { levels: levels.clone(), filled, extend, covers });
    if filled {
        collection.widths = vec![0.0];
        options.ignore(&["linewidths", "linestyles"]);
        if let Some(hatches) = options.take("hatches") {
            return Err(Fault::not_provided(format!("contourf(hatches={})", hatches.type_name())));
        }
    } else {
        collection.edges = Edges::Colors(Vec::new());
        let width = ctx.plots.rc.number("lines.linewidth");
        collection.widths = match options.take_of(&["linewidths", "linewidth"]) {
            Some(widths) => numbers(ctx, &widths)?,
            None => vec![width],
        };
        collection.styles = match options.take_of(&["linestyles", "linestyle"]) {
            Some(style @ Value::Str(_)) => vec![LineStyle::of(ctx, &style)?],
            Some(Value::List(list)) => {
                let items = list.0.borrow().clone();
                items.iter().map(|item| LineStyle::of(ctx, item)).collect::<PyResult<_>>()?
            }
            Some(other) => vec![LineStyle::of(ctx, &other)?],
            // Of one colour, levels below zero are dashed.
            None if single => levels
                .iter()
                .map(|level| {
                    if *level < 0.0 {
                        LineStyle::named("--").unwrap_or(LineStyle::Solid)
                    } else {
                        LineStyle::Solid
                    }
                })
                .collect(),
            None => vec![LineStyle::Solid],
        };
        options.ignore(&["negative_linestyles"]);
    }
    options.refuse("contour", &["corner_mask", "xunits", "yunits"])?;
    options.ignore(&["locator", "nchunk", "algorithm"]);
    let artist = add_collection(ctx, axes, collection)?;
    artist.zorder.set(if filled { 1.0 } else { 2.0 });
    // Limits end at the grid.
    {
        let mut sticky = artist.sticky.borrow_mut();
        sticky[0].extend([covers.x0, covers.x1]);
        sticky[1].extend([covers.y0, covers.y1]);
    }
    axes.remember(&artist);
    props::apply(ctx, &artist, options)?;
    Ok(objects::artist(&artist))
}

/// Several lines as one path.
fn compound(lines: &[Polyline], closed: bool) -> Path {
    let mut path = Path::default();
    for line in lines {
        let ring = closed || line.len() > 2 && line.first() == line.last();
        let points = if ring { &line[..line.len() - 1] } else { &line[..] };
        path.steps.extend(Path::polyline(points.iter().copied()).steps);
        if ring {
            path.steps.push(Step::Close);
        }
    }
    path
}
