//! Lines and areas across an axes: `axhline`, `hlines`, `fill_between` and their like.

use std::rc::Rc;

use super::AxesMethod;
use crate::builtins::real;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, along, numbers, one_along};
use crate::mpl::artist::{Artist, Body, Endless, Line, Patch};
use crate::mpl::axes::Axes;
use crate::mpl::collection::{Collection, Edges};
use crate::mpl::geometry::{Point, Rect};
use crate::mpl::path::Path;
use crate::mpl::shapes::Shape;
use crate::mpl::transform::Transform;
use crate::mpl::{objects, props};

pub(super) const METHODS: &[(&str, AxesMethod)] = &[
    ("axhline", |ctx, axes, args| across(ctx, axes, args, 1)),
    ("axvline", |ctx, axes, args| across(ctx, axes, args, 0)),
    ("axhspan", |ctx, axes, args| span(ctx, axes, args, 1)),
    ("axvspan", |ctx, axes, args| span(ctx, axes, args, 0)),
    ("axline", axline),
    ("hlines", |ctx, axes, args| many(ctx, axes, args, 1)),
    ("vlines", |ctx, axes, args| many(ctx, axes, args, 0)),
    ("fill", fill),
    ("fill_between", |ctx, axes, args| between(ctx, axes, args, 0)),
    ("fill_betweenx", |ctx, axes, args| between(ctx, axes, args, 1)),
];

/// Data along one axis, fractions of the axes along the other.
fn mixed(axes: &Axes, data: usize) -> Transform {
    let (own, other) = (axes.data_transform(), axes.axes_transform());
    if data == 0 { Transform::blended(own, other) } else { Transform::blended(other, own) }
}

fn across(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args, axis: usize) -> PyResult<Value> {
    let (name, place, low, high) =
        if axis == 1 { ("axhline", "y", "xmin", "xmax") } else { ("axvline", "x", "ymin", "ymax") };
    let mut options = Options::named(args, name, &[place, low, high], 0)?;
    let value = match options.take(place) {
        Some(value) => one_along(ctx, &axes.domain(axis), &value)?,
        None => 0.0,
    };
    let from = options.number(ctx, low)?.unwrap_or(0.0);
    let to = options.number(ctx, high)?.unwrap_or(1.0);
    let (x, y) = if axis == 1 { (vec![from, to], vec![value; 2]) } else { (vec![value; 2], vec![from, to]) };
    let mut line = Line::new(ctx, x, y);
    line.color = crate::mpl::rc::color(ctx, "lines.color")?;
    let artist = Artist::new(ctx, Body::Line(line), 64)?;
    artist.transform.replace(mixed(axes, axis));
    axes.follow();
    // A line that is in view leaves the limits alone.
    let (from, to) = axes.domain(axis).sorted();
    let inside = (from..=to).contains(&value);
    artist.counts.set(!inside || axes.artists.borrow().is_empty());
    axes.add(ctx, &artist)?;
    props::apply(ctx, &artist, options)?;
    Ok(objects::artist(&artist))
}

fn span(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args, axis: usize) -> PyResult<Value> {
    let (name, params) = if axis == 1 {
        ("axhspan", ["ymin", "ymax", "xmin", "xmax"])
    } else {
        ("axvspan", ["xmin", "xmax", "ymin", "ymax"])
    };
    let mut options = Options::named(args, name, &params, 2)?;
    let mut ends = [0.0, 0.0, 0.0, 1.0];
    for (index, param) in params.iter().enumerate() {
        if let Some(value) = options.take(param) {
            ends[index] =
                if index < 2 { one_along(ctx, &axes.domain(axis), &value)? } else { real(ctx, &value)? };
        }
    }
    let [low, high, from, to] = ends;
    let rect = if axis == 1 {
        Rect { x0: from, y0: low, x1: to, y1: high }
    } else {
        Rect { x0: low, y0: from, x1: high, y1: to }
    };
    let patch = Patch::new(ctx, Shape::rectangle(rect))?;
    let artist = Artist::new(ctx, Body::Patch(patch), 128)?;
    artist.transform.replace(mixed(axes, axis));
    axes.add(ctx, &artist)?;
    props::apply(ctx, &artist, options)?;
    Ok(objects::artist(&artist))
}

fn axline(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "axline", &["xy1", "xy2"], 1)?;
    let first = options.take("xy1").unwrap_or(Value::None);
    let point = crate::mpl::arguments::point(ctx, &first)?;
    let rest = match (options.take("xy2"), options.number(ctx, "slope")?) {
        (Some(second), None) => Endless::Through(crate::mpl::arguments::point(ctx, &second)?),
        (None, Some(slope)) => Endless::Slope(slope),
        _ => return Err(Fault::type_error("Exactly one of 'xy2' and 'slope' must be given")),
    };
    if let Endless::Through(other) = rest
        && other == point
    {
        return Err(Fault::value_error(format!(
            "Cannot draw a line through two identical points (x=({}, {}), y=({}, {}))",
            point[0], other[0], point[1], other[1]
        )));
    }
    let mut line = Line::new(ctx, Vec::new(), Vec::new());
    line.endless = Some((point, rest));
    if !options.has("color") && !options.has("c") {
        line.color = axes.next_color(ctx, false);
    }
    let artist = Artist::new(ctx, Body::Line(line), 64)?;
    axes.add(ctx, &artist)?;
    props::apply(ctx, &artist, options)?;
    Ok(objects::artist(&artist))
}

/// `hlines(y, xmin, xmax)` and `vlines(x, ymin, ymax)`.
fn many(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args, axis: usize) -> PyResult<Value> {
    let (name, params) = if axis == 1 {
        ("hlines", ["y", "xmin", "xmax", "colors", "linestyles", "label"])
    } else {
        ("vlines", ["x", "ymin", "ymax", "colors", "linestyles", "label"])
    };
    let mut options = Options::named(args, name, &params, 3)?;
    options.refuse(name, &["data"])?;
    let mut rows = Vec::new();
    for (index, param) in params[..3].iter().enumerate() {
        let value = options.take(param).unwrap_or(Value::None);
        let domain = axes.domain(if index == 0 { axis } else { 1 - axis });
        rows.push(along(ctx, &domain, &value)?);
    }
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    if rows.iter().any(|row| row.len() != count && row.len() != 1) {
        return Err(Fault::value_error("shape mismatch: objects cannot be broadcast to a single shape"));
    }
    ctx.burn(count as u64 * 10)?;
    let _charge = ctx.charge(count.saturating_mul(120))?;
    let at = |row: usize, index: usize| rows[row][index % rows[row].len()];
    let paths = (0..count)
        .map(|index| {
            let (place, from, to) = (at(0, index), at(1, index), at(2, index));
            let ends: [Point; 2] =
                if axis == 1 { [[from, place], [to, place]] } else { [[place, from], [place, to]] };
            Path::polyline(ends)
        })
        .collect();
    let mut own = Collection::new("LineCollection", paths);
    own.widths = vec![ctx.plots.rc.number("lines.linewidth")];
    own.strokes = true;
    own.edges = Edges::Colors(vec![crate::mpl::rc::color(ctx, "lines.color")?]);
    let artist = Artist::new(ctx, Body::Collection(own), count * 120)?;
    artist.zorder.set(2.0);
    axes.add(ctx, &artist)?;
    if let Some(colors) = options.take("colors") {
        props::set(ctx, &artist, "colors", &colors)?;
    }
    if let Some(styles) = options.take("linestyles") {
        props::set(ctx, &artist, "linestyle", &styles)?;
    }
    props::apply(ctx, &artist, options)?;
    Ok(objects::artist(&artist))
}

/// `fill(x, y, [color], ...)`.
fn fill(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let (positional, mut options) = Options::split(args);
    options.refuse("fill", &["data"])?;
    let mut made = Vec::new();
    let mut rest = &positional[..];
    while let [x, y, more @ ..] = rest {
        rest = more;
        let (x, y) = crate::mpl::arguments::pair_of_rows(ctx, axes, x, y)?;
        let points: Vec<Point> = x.iter().zip(&y).map(|(x, y)| [*x, *y]).collect();
        let bytes = points.len() * 64;
        let _charge = ctx.charge(bytes)?;
        let mut patch = Patch::new(ctx, Shape::Polygon { points, closed: true })?;
        patch.face = axes.next_color(ctx, true);
        if let Some(Value::Str(text)) = rest.first() {
            let cycle = ctx.plots.rc.cycle.clone();
            let format = crate::mpl::style::Format::parse(text, &cycle);
            match format.and_then(|format| format.color) {
                Some(color) => patch.face = color,
                None => return Err(Fault::value_error(format!("'{}' is not a valid color value", &***text))),
            }
            rest = &rest[1..];
        }
        let artist = Artist::new(ctx, Body::Patch(patch), bytes)?;
        axes.add(ctx, &artist)?;
        props::apply(ctx, &artist, Options { items: options.items.clone() })?;
        made.push(objects::artist(&artist));
    }
    ctx.list(made)
}

/// `fill_between(x, y1, y2=0, where=None, interpolate=False, step=None)`; `axis` is the one that `x` is on.
fn between(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args, axis: usize) -> PyResult<Value> {
    let (name, params) = if axis == 0 {
        ("fill_between", ["x", "y1", "y2", "where", "interpolate", "step"])
    } else {
        ("fill_betweenx", ["y", "x1", "x2", "where", "step", "interpolate"])
    };
    let mut options = Options::named(args, name, &params, 2)?;
    options.refuse(name, &["data"])?;
    let ind = options.take(params[0]).unwrap_or(Value::None);
    let ind = along(ctx, &axes.domain(axis), &ind)?;
    let count = ind.len();
    let mut row = |ctx: &mut Ctx, name: &str| -> PyResult<Vec<f64>> {
        let values = match options.take(name) {
            Some(value) => numbers(ctx, &value)?,
            None => vec![0.0],
        };
        match values.len() {
            1 => {
                let _charge = ctx.charge(count.saturating_mul(8))?;
                Ok(vec![values[0]; count])
            }
            own if own == count => Ok(values),
            own => Err(Fault::value_error(format!(
                "'{}' has size {count}, but '{name}' has an unequal size of {own}",
                params[0]
            ))),
        }
    };
    let (first, second) = (row(ctx, params[1])?, row(ctx, params[2])?);
    let mut shown = vec![true; count];
    if let Some(value) = options.take("where") {
        let given = numbers(ctx, &value)?;
        if given.len() != count {
            return Err(Fault::value_error(format!(
                "where size ({}) does not match '{}' size ({count})",
                given.len(),
                params[0]
            )));
        }
        shown = given.iter().map(|value| *value != 0.0).collect();
    }
    for index in 0..count {
        shown[index] &= ind[index].is_finite() && first[index].is_finite() && second[index].is_finite();
    }
    let interpolate = options.flag(ctx, "interpolate")?.unwrap_or(false);
    let step = options.text(ctx, "step")?;
    ctx.burn(count as u64 * 20)?;
    let _charge = ctx.charge(count.saturating_mul(200))?;
    let mut paths = Vec::new();
    let mut start = 0;
    while start < count {
        if !shown[start] {
            start += 1;
            continue;
        }
        let end = (start..count).find(|index| !shown[*index]).unwrap_or(count);
        let points = region(&ind, &first, &second, (start, end), interpolate, step.as_deref())?;
        if points.len() > 2 {
            let points = points.into_iter().map(|[a, b]| if axis == 0 { [a, b] } else { [b, a] });
            paths.push(Path::polygon(points));
        }
        start = end;
    }
    let mut own = Collection::new("PolyCollection", paths);
    own.faces = vec![crate::mpl::color::NONE];
    let plain = !["color", "facecolor", "facecolors", "fc"].iter().any(|name| options.has(name));
    own.faces =
        vec![if plain { axes.next_color(ctx, true) } else { crate::mpl::rc::color(ctx, "patch.facecolor")? }];
    own.widths = vec![ctx.plots.rc.number("patch.linewidth")];
    own.edges = Edges::Colors(Vec::new());
    let artist = Artist::new(ctx, Body::Collection(own), count * 120)?;
    axes.add(ctx, &artist)?;
    props::apply(ctx, &artist, options)?;
    Ok(objects::artist(&artist))
}

/// The outline of one region: along the first row and back along the second.
fn region(
    ind: &[f64],
    first: &[f64],
    second: &[f64],
    (start, end): (usize, usize),
    interpolate: bool,
    step: Option<&str>,
) -> PyResult<Vec<Point>> {
    let row = |values: &[f64]| -> PyResult<Vec<Point>> {
        let mut points: Vec<Point> = Vec::new();
        for index in start..end {
            let point = [ind[index], values[index]];
            if let (Some(last), Some(step)) = (points.last().copied(), step) {
                match step {
                    "pre" => points.push([last[0], point[1]]),
                    "post" => points.push([point[0], last[1]]),
                    "mid" => {
                        let middle = (last[0] + point[0]) / 2.0;
                        points.extend([[middle, last[1]], [middle, point[1]]]);
                    }
                    other => {
                        return Err(Fault::value_error(format!(
                            "'{}' is not a valid value for step; supported values are 'pre', 'post', 'mid'",
                            other.chars().take(20).collect::<String>()
                        )));
                    }
                }
            }
            points.push(point);
        }
        Ok(points)
    };
    // Where the rows cross just outside the region.
    let crossing = |a: usize, b: usize| -> Option<Point> {
        let (d0, d1) = (first[a] - second[a], first[b] - second[b]);
        if !(d0 * d1 <= 0.0) || d0 == d1 {
            return None;
        }
        let t = d0 / (d0 - d1);
        let x = ind[a] + t * (ind[b] - ind[a]);
        Some([x, first[a] + t * (first[b] - first[a])])
    };
    let begin = if interpolate && start > 0 { crossing(start, start - 1) } else { None };
    let finish = if interpolate && end < ind.len() { crossing(end - 1, end) } else { None };
    let begin = begin.unwrap_or([ind[start], second[start]]);
    let finish = finish.unwrap_or([ind[end - 1], second[end - 1]]);
    let mut points = vec![begin];
    points.extend(row(first)?);
    points.push(finish);
    points.extend(row(second)?.into_iter().rev());
    Ok(points)
}
