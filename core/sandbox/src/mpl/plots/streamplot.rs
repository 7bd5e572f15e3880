//! `streamplot`: lines along a field of velocities, with arrows.

use std::rc::Rc;

use super::container::Container;
use super::stream_lines::{Flow, Mask, Pencil, Rules, between};
use super::{add_collection, mappable, objects_of};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, choice, shaped};
use crate::mpl::arrow::{Arrow, ArrowStyle, Connection};
use crate::mpl::artist::{Artist, Body, Patch};
use crate::mpl::axes::Axes;
use crate::mpl::collection::{Collection, Edges};
use crate::mpl::color::{self, Color};
use crate::mpl::geometry::Point;
use crate::mpl::objects;
use crate::mpl::path::Path;
use crate::mpl::shapes::{ArrowShape, Shape};
use crate::mpl::style::LineStyle;
use crate::{Cap, Join};

/// Most cells of the mask along one side.
const MOST_CELLS: f64 = 3000.0;

/// The places of columns or rows, which are even and rise.
struct Ticks {
    first: f64,
    step: f64,
    count: usize,
    span: f64,
}

/// The places along one axis, of a row or of a table whose rows (columns, for y) are the same.
fn ticks(ctx: &mut Ctx, value: &Value, axis: usize) -> PyResult<Ticks> {
    let name = ["x", "y"][axis];
    let (shape, values) = shaped(ctx, value)?;
    ctx.burn(values.len() as u64)?;
    let near = |a: f64, b: f64| (a - b).abs() <= 1.0e-8 + 1.0e-5 * b.abs();
    let places: Vec<f64> = match shape[..] {
        [_] => values,
        [rows, columns] => {
            let own =
                |row: usize, column: usize| if axis == 0 { values[column] } else { values[row * columns] };
            let same = (0..rows)
                .all(|row| (0..columns).all(|column| near(values[row * columns + column], own(row, column))));
            if !same {
                let what = ["The rows of 'x' must be equal", "The columns of 'y' must be equal"][axis];
                return Err(Fault::value_error(what));
            }
            if axis == 0 {
                values.iter().take(columns).copied().collect()
            } else {
                values.iter().step_by(columns.max(1)).copied().collect()
            }
        }
        _ => return Err(Fault::value_error(format!("'{name}' can have at maximum 2 dimensions"))),
    };
    let [first, second, ..] = places[..] else {
        return Err(Fault::value_error(format!("'{name}' must have two values at least")));
    };
    let span = places.last().map_or(0.0, |last| last - first);
    if !span.is_finite() || places.windows(2).any(|pair| !(pair[1] > pair[0])) {
        return Err(Fault::value_error(format!("'{name}' must be strictly increasing")));
    }
    let even = span / (places.len() - 1) as f64;
    if places.windows(2).any(|pair| !near(pair[1] - pair[0], even)) {
        return Err(Fault::value_error(format!("'{name}' values must be equally spaced")));
    }
    Ok(Ticks { first, step: second - first, count: places.len(), span })
}

/// One value for all, or a table over the grid.
enum Over<T> {
    All(T),
    Grid(Vec<f64>),
}

/// Tables over the grid must be arrays, as in matplotlib.
fn table(
    ctx: &mut Ctx,
    value: &Value,
    name: &str,
    rows: usize,
    columns: usize,
) -> PyResult<Option<Vec<f64>>> {
    if crate::numpy::dimensions(value).is_none_or(|count| count == 0) {
        return Ok(None);
    }
    let (shape, values) = shaped(ctx, value)?;
    if shape != [rows, columns] {
        return Err(Fault::value_error(format!(
            "If '{name}' is given, it must match the shape of the (x, y) grid"
        )));
    }
    Ok(Some(values))
}

/// The mask's cells along x and y.
fn mask(ctx: &mut Ctx, density: Option<Value>) -> PyResult<Mask> {
    let density = match density {
        Some(value) => crate::mpl::arguments::numbers(ctx, &value)?,
        None => vec![1.0],
    };
    let [x, y] = match density[..] {
        [both] => [both; 2],
        [x, y] => [x, y],
        _ => return Err(Fault::value_error("'density' must be a scalar or be of length 2")),
    }
    .map(|density| (30.0 * density).trunc());
    if !(x >= 1.0 && y >= 1.0) {
        return Err(Fault::value_error("'density' must be positive"));
    }
    if x > MOST_CELLS || y > MOST_CELLS {
        return Err(Fault::not_provided("streamplot(density=...) above 100"));
    }
    Ok(Mask::new(x as usize, y as usize))
}

/// `Axes.streamplot`.
pub(super) fn streamplot(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let params =
        ["x", "y", "u", "v", "density", "linewidth", "color", "cmap", "norm", "arrowsize", "arrowstyle"];
    let mut options = Options::named(args, "streamplot", &params, 4)?;
    options.refuse("streamplot", &["data", "transform"])?;
    let mut need = |name: &str| options.take(name).unwrap_or(Value::None);
    let [x, y, u, v] = [need("x"), need("y"), need("u"), need("v")];
    let (x, y) = (ticks(ctx, &x, 0)?, ticks(ctx, &y, 1)?);
    let (rows, columns) = (y.count, x.count);
    let ((u_shape, mut u), (v_shape, mut v)) = (shaped(ctx, &u)?, shaped(ctx, &v)?);
    if u_shape != [rows, columns] || v_shape != [rows, columns] {
        return Err(Fault::value_error("'u' and 'v' must match the shape of the (x, y) grid"));
    }
    ctx.burn(u.len() as u64 * 4)?;
    let _charge = ctx.charge(u.len().saturating_mul(32))?;
    let (across, up) = (1.0 / x.step, 1.0 / y.step);
    u.iter_mut().for_each(|u| *u *= across);
    v.iter_mut().for_each(|v| *v *= up);
    let share = |value: f64, count: usize| value / (count as f64 - 1.0);
    let speed = u.iter().zip(&v).map(|(u, v)| {
        let (u, v) = (share(*u, columns), share(*v, rows));
        libm::sqrt(u * u + v * v)
    });
    let flow = Flow { columns, rows, speed: speed.collect(), u, v };
    let density = options.take("density");
    let mask = mask(ctx, density)?;
    let cells = ctx.charge(mask.columns * mask.rows)?;
    let way = options.text(ctx, "integration_direction")?.unwrap_or("both".into());
    let way = choice("integration_direction", &way, &["both", "backward", "forward"])?;
    let most = options.number(ctx, "maxlength")?.unwrap_or(4.0);
    let rules = Rules {
        least: options.number(ctx, "minlength")?.unwrap_or(0.1),
        most: if way == 0 { most / 2.0 } else { most },
        ways: [way != 2, way != 1],
        breaks: options.flag(ctx, "broken_streamlines")?.unwrap_or(true),
        step: options.number(ctx, "integration_max_step_scale")?.unwrap_or(1.0),
        error: options.number(ctx, "integration_max_error_scale")?.unwrap_or(1.0),
    };
    if !(rules.step > 0.0 && rules.error > 0.0) {
        return Err(Fault::value_error("The value of integration_max_step_scale must be > 0"));
    }
    let arrows = options.whole("num_arrows")?.unwrap_or(1);
    if !(0..=1000).contains(&arrows) {
        return Err(Fault::value_error(format!(
            "The value of num_arrows must be >= 0, got num_arrows={arrows}"
        )));
    }
    let size = options.number(ctx, "arrowsize")?.unwrap_or(1.0);
    let style = options.text(ctx, "arrowstyle")?.unwrap_or("-|>".into());
    let style = ArrowStyle::parse(&style)?;
    let zorder = options.number(ctx, "zorder")?.unwrap_or(2.0);
    let colors = match options.take("color") {
        None => Over::All(axes.next_color(ctx, false)),
        Some(value) => match table(ctx, &value, "color", rows, columns)? {
            Some(values) => Over::Grid(values),
            None => Over::All(color::color(ctx, &value)?),
        },
    };
    let widths = match options.take("linewidth") {
        None => Over::All(ctx.plots.rc.number("lines.linewidth")),
        Some(value) => match table(ctx, &value, "linewidth", rows, columns)? {
            Some(values) => Over::Grid(values),
            None => Over::All(crate::builtins::real(ctx, &value)?),
        },
    };
    let mut pencil = Pencil { flow: &flow, mask, rules };
    let lines = match options.take("start_points") {
        None => pencil.all(ctx)?,
        Some(value) => {
            let mut lines = Vec::new();
            for [px, py] in crate::mpl::patch_classes::points(ctx, &value)? {
                let inside =
                    (x.first..=x.first + x.span).contains(&px) && (y.first..=y.first + y.span).contains(&py);
                if !inside {
                    return Err(Fault::value_error(format!(
                        "Starting point ({px}, {py}) outside of data boundaries"
                    )));
                }
                let start = [
                    ((px - x.first) * across).clamp(0.0, columns as f64 - 1.0),
                    ((py - y.first) * up).clamp(0.0, rows as f64 - 1.0),
                ];
                lines.extend(pencil.through(ctx, start)?);
            }
            lines
        }
    };
    drop(cells);
    let total: usize = lines.iter().map(Vec::len).sum();
    ctx.burn(total as u64 * 10)?;
    let _charge = ctx.charge(total.saturating_mul(160))?;
    let in_pieces = matches!(colors, Over::Grid(_)) || matches!(widths, Over::Grid(_));
    let mut own = Collection::new("LineCollection", Vec::new());
    let (mut values, mut thick, mut heads) = (Vec::new(), Vec::new(), Vec::new());
    for line in lines.iter().filter(|line| line.len() > 1) {
        let points: Vec<Point> =
            line.iter().map(|[px, py]| [px / across + x.first, py / up + y.first]).collect();
        if in_pieces {
            own.paths.extend(points.windows(2).map(|pair| Path::polyline(pair.iter().copied())));
        } else {
            own.paths.push(Path::polyline(points.iter().copied()));
        }
        let along = |grid: &[f64]| -> Vec<f64> {
            line[..line.len() - 1].iter().map(|at| between(grid, columns, rows, *at)).collect()
        };
        let first = values.len();
        if let Over::Grid(grid) = &colors {
            values.extend(along(grid));
        }
        let thinnest = thick.len();
        if let Over::Grid(grid) = &widths {
            thick.extend(along(grid));
        }
        let mut length = 0.0;
        let lengths: Vec<f64> = points
            .windows(2)
            .map(|pair| {
                length += libm::hypot(pair[1][0] - pair[0][0], pair[1][1] - pair[0][1]);
                length
            })
            .collect();
        for number in 1..=arrows {
            let wanted = length * (number as f64 / (arrows + 1) as f64);
            let index = lengths.partition_point(|length| *length < wanted).min(points.len() - 2);
            let (tail, next) = (points[index], points[index + 1]);
            let head = [(tail[0] + next[0]) / 2.0, (tail[1] + next[1]) / 2.0];
            heads.push((
                [tail, head],
                values.get(first + index).copied(),
                thick.get(thinnest + index).copied(),
            ));
        }
    }
    let plain: Color = match &colors {
        Over::All(color) => *color,
        Over::Grid(_) => color::BLACK,
    };
    let width = match &widths {
        Over::All(width) => *width,
        Over::Grid(_) => 1.0,
    };
    own.strokes = true;
    own.edges = Edges::Colors(vec![plain]);
    own.widths = if thick.is_empty() { vec![width] } else { thick };
    own.join = Some(Join::Round);
    let mut mapped = None;
    if let Over::Grid(grid) = &colors {
        let finite = grid.iter().copied().filter(|value| value.is_finite());
        let ends =
            finite.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
        let normed = options.has("norm");
        let mut made = mappable(ctx, &mut options, values)?;
        if !normed && ends.0 <= ends.1 {
            (made.low, made.high) = (Some(ends.0), Some(ends.1));
        }
        mapped = Some((made.cmap.clone(), made.norm()));
        own.mappable = Some(made);
    }
    options.ignore(&["cmap", "norm"]);
    options.finish("streamplot")?;
    let lines = add_collection(ctx, axes, own)?;
    lines.zorder.set(zorder);
    lines.sticky.replace([vec![x.first, x.first + x.span], vec![y.first, y.first + y.span]]);
    if mapped.is_some() {
        axes.remember(&lines);
    }
    let mut patches = Vec::with_capacity(heads.len());
    for (ends, value, thick) in heads {
        let color = match (&mapped, value) {
            (Some((cmap, norm)), Some(value)) => cmap.of(norm, value),
            _ => plain,
        };
        let arrow = Arrow {
            style: style.clone(),
            connection: Connection::parse("arc3")?,
            shrink: [2.0; 2],
            scale: Some(10.0 * size),
            face: color,
            edge: color,
            width: thick.unwrap_or(width),
            line: LineStyle::Solid,
            alpha: None,
        };
        let shape = ArrowShape { ends, transforms: [None, None], arrow, class: "FancyArrowPatch" };
        let mut patch = Patch::new(ctx, Shape::Arrow(Box::new(shape)))?;
        (patch.face, patch.edge, patch.width) = (color, color, thick.unwrap_or(width));
        (patch.cap, patch.join) = (Cap::Round, Join::Round);
        let artist = Artist::new(ctx, Body::Patch(patch), 1024)?;
        artist.zorder.set(zorder);
        artist.counts.set(false);
        axes.add(ctx, &artist)?;
        patches.push(artist);
    }
    let arrows = objects_of(ctx, &patches)?;
    let named = vec![("lines", objects::artist(&lines)), ("arrows", arrows)];
    Ok(Container::new("StreamplotSet", Vec::new(), named).object())
}
