//! Numbers on contours.

use std::rc::Rc;

use super::add_text;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::BinaryOp;
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, numbers};
use crate::mpl::artist::{Artist, Body};
use crate::mpl::axes::Axes;
use crate::mpl::color;
use crate::mpl::geometry::Point;
use crate::mpl::objects;
use crate::mpl::path::{Path, Step};
use crate::mpl::text::{Across, Down, Text};
use crate::mpl::ticks::Scalar;

/// `Axes.clabel`.
pub(super) fn clabel(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "clabel", &["CS", "levels"], 1)?;
    let set = options.take("CS").unwrap_or(Value::None);
    let Some(set) = set.host::<objects::ArtistObject>().map(|object| object.0.clone()) else {
        return Err(Fault::type_error(format!("clabel() wants a ContourSet, not '{}'", set.type_name())));
    };
    let wanted = options.take("levels").map(|levels| numbers(ctx, &levels)).transpose()?;
    let format = options.take("fmt");
    let size = match options.take("fontsize") {
        Some(value) => crate::mpl::props_text::size(ctx, &value)?,
        None => ctx.plots.rc.number("font.size"),
    };
    let inline = options.flag(ctx, "inline")?.unwrap_or(true);
    let spacing = options.number(ctx, "inline_spacing")?.unwrap_or(5.0);
    let upright = options.flag(ctx, "rightside_up")?.unwrap_or(true);
    let own = options.take("colors").map(|colors| color::colors(ctx, &colors)).transpose()?;
    let order = options.number(ctx, "zorder")?.unwrap_or(2.0 + set.zorder.get());
    options.refuse("clabel", &["manual"])?;
    options.ignore(&["use_clabeltext"]);
    options.finish("clabel")?;
    let (levels, paths, colors) = {
        let body = set.body.borrow();
        let Body::Collection(collection) = &*body else {
            return Err(Fault::type_error("clabel() wants a ContourSet"));
        };
        let levels = collection.bands.as_ref().map(|bands| bands.levels.clone()).unwrap_or_default();
        let (faces, edges) = collection.colors(set.alpha.get());
        (levels, collection.paths.clone(), if collection.strokes { edges } else { faces })
    };
    axes.settle();
    let scale = axes.page().map_or(1.0, |figure| figure.scale());
    let transform = set.transform.borrow().clone();
    let (mut made, mut taken, mut new_paths) = (Vec::new(), Vec::new(), Vec::new());
    for (index, path) in paths.iter().enumerate() {
        let level = levels.get(index).copied().unwrap_or(0.0);
        if wanted.as_ref().is_some_and(|wanted| !wanted.contains(&level)) {
            new_paths.push(path.clone());
            continue;
        }
        let words = words(ctx, format.as_ref(), &levels, level)?;
        let mut text = Text::new(ctx, &words)?;
        (text.size, text.across, text.down) = (size, Across::Center, Down::Center);
        text.color = match &own {
            Some(own) => own.get(index % own.len().max(1)).copied().unwrap_or(color::BLACK),
            None => colors.get(index % colors.len().max(1)).copied().unwrap_or(color::BLACK),
        };
        let width = text.layout(ctx, scale)?.bbox.width();
        let mut rest = Path::default();
        for (points, closed) in components(path) {
            ctx.burn(points.len() as u64 * 8)?;
            let pixels: Vec<Point> = points.iter().map(|point| transform.apply(*point)).collect();
            if !long_enough(&pixels, width) {
                rest.steps.extend(line(&points, closed).steps);
                continue;
            }
            let (at, index) = quiet_place(&pixels, width, &taken);
            let (angle, parts) = broken(&points, &pixels, closed, index, width, spacing, upright);
            taken.push(at);
            text.angle = angle;
            text.at = points[index];
            made.push(label(ctx, axes, &text, order)?);
            if inline {
                for part in parts {
                    rest.steps.extend(Path::polyline(part).steps);
                }
            } else {
                rest.steps.extend(line(&points, closed).steps);
            }
        }
        new_paths.push(rest);
    }
    if let Body::Collection(collection) = &mut *set.body.borrow_mut() {
        collection.paths = new_paths;
    }
    super::objects_of(ctx, &made)
}

fn label(ctx: &mut Ctx, axes: &Rc<Axes>, text: &Text, order: f64) -> PyResult<Rc<Artist>> {
    let artist = add_text(ctx, axes, text.clone())?;
    artist.clip.set(true);
    artist.counts.set(false);
    artist.zorder.set(order);
    Ok(artist)
}

fn words(ctx: &mut Ctx, format: Option<&Value>, levels: &[f64], level: f64) -> PyResult<String> {
    let text = match format {
        None => {
            let (low, high) = (levels.first().copied().unwrap_or(0.0), levels.last().copied().unwrap_or(1.0));
            let mut all = levels.to_vec();
            all.push(level);
            let labels = Scalar { offset: crate::mpl::ticks::OffsetRule::Never, ..Scalar::default() };
            return Ok(labels.labels(&all, low, high).ticks.pop().unwrap_or_default());
        }
        Some(pattern @ Value::Str(_)) => ctx.binary(BinaryOp::Mod, pattern, &Value::Float(level))?,
        Some(dict @ Value::Dict(_)) => ctx.get_item(dict, &Value::Float(level))?,
        Some(function) => ctx.call_with(function, vec![Value::Float(level)])?,
    };
    ctx.str_of(&text)
}

/// The lines of a path, and whether they are closed; those repeat their first point.
fn components(path: &Path) -> Vec<(Vec<Point>, bool)> {
    let mut parts: Vec<(Vec<Point>, bool)> = Vec::new();
    for step in &path.steps {
        match (step, parts.last_mut()) {
            (Step::Move(point), _) => parts.push((vec![*point], false)),
            (Step::Line(point), Some((points, _))) => points.push(*point),
            (Step::Close, Some((points, closed))) => {
                *closed = true;
                points.extend(points.first().copied());
            }
            _ => {}
        }
    }
    parts.retain(|(points, _)| points.len() > 1);
    parts
}

fn line(points: &[Point], closed: bool) -> Path {
    if closed {
        Path::polygon(points[..points.len() - 1].iter().copied())
    } else {
        Path::polyline(points.iter().copied())
    }
}

fn long_enough(pixels: &[Point], width: f64) -> bool {
    let spread = |axis: usize| {
        let values = pixels.iter().map(|point| point[axis]);
        values.clone().fold(f64::NEG_INFINITY, f64::max) - values.fold(f64::INFINITY, f64::min)
    };
    pixels.len() as f64 > 10.0 * width || spread(0) > 1.2 * width || spread(1) > 1.2 * width
}

/// The straightest part that is not close to another label: its middle and that point's number.
fn quiet_place(pixels: &[Point], width: f64, taken: &[Point]) -> (Point, usize) {
    let count = pixels.len();
    let blocks = if width > 1.0 { (count as f64 / width).ceil() as usize } else { 1 };
    let block = if blocks == 1 { count } else { width as usize }.max(1);
    let at = |index: usize| pixels[index % count];
    let mut order: Vec<(f64, usize)> = (0..blocks)
        .map(|number| {
            let (first, last) = (at(number * block), at(number * block + block - 1));
            let length = libm::hypot(last[0] - first[0], last[1] - first[1]);
            let off = (0..block).map(|step| {
                let point = at(number * block + step);
                let area = (first[1] - point[1]) * (last[0] - first[0])
                    - (first[0] - point[0]) * (last[1] - first[1]);
                area.abs() / length
            });
            (off.sum::<f64>(), number)
        })
        .collect();
    // What cannot be measured comes last, as numpy sorts it.
    crate::sorting::sort_by(&mut order, |a, b| a.0.is_nan().cmp(&b.0.is_nan()).then(a.0.total_cmp(&b.0)));
    let middle = |number: usize| (number * block + block / 2) % count;
    let far = |point: Point| {
        let near = |other: &Point| libm::hypot(point[0] - other[0], point[1] - other[1]) < 1.2 * width;
        !taken.iter().any(near)
    };
    let chosen = order.iter().map(|(_, number)| middle(*number)).find(|index| far(pixels[*index]));
    let index = chosen.unwrap_or_else(|| order.first().map_or(0, |(_, number)| middle(*number)));
    (pixels[index], index)
}

/// The angle of a label at a point, and what is left of the line when it has room there.
fn broken(
    points: &[Point],
    pixels: &[Point],
    closed: bool,
    index: usize,
    width: f64,
    spacing: f64,
    upright: bool,
) -> (f64, Vec<Vec<Point>>) {
    let (points, pixels, index) = if closed {
        // The ring begins and ends at the label.
        let last = points.len() - 1;
        let turn = |list: &[Point]| -> Vec<Point> {
            list[index..last].iter().chain(&list[..=index]).copied().collect()
        };
        (turn(points), turn(pixels), 0)
    } else {
        (points.to_vec(), pixels.to_vec(), index)
    };
    let mut lengths = vec![0.0];
    for pair in pixels.windows(2) {
        lengths
            .push(lengths[lengths.len() - 1] + libm::hypot(pair[1][0] - pair[0][0], pair[1][1] - pair[0][1]));
    }
    let own = lengths[index];
    let total = lengths[lengths.len() - 1];
    let at = |list: &[Point], length: f64| -> Point {
        let after = lengths.partition_point(|known| *known < length).clamp(1, lengths.len() - 1);
        let (a, b) = (lengths[after - 1], lengths[after]);
        let share = if b > a { ((length - a) / (b - a)).clamp(0.0, 1.0) } else { 0.0 };
        [0, 1].map(|axis| list[after - 1][axis] + share * (list[after][axis] - list[after - 1][axis]))
    };
    let wrap = if closed { total } else { 0.0 };
    let (before, after) = (own - width / 2.0 + wrap, own + width / 2.0);
    let (from, to) = (at(&pixels, before), at(&pixels, after));
    let mut angle = libm::atan2(to[1] - from[1], to[0] - from[0]).to_degrees();
    if upright {
        angle = super::super::ticks::divmod(angle + 90.0, 180.0).1 - 90.0;
    }
    let (before, after) = (before - spacing, after + spacing);
    let kept = |low: f64, high: f64| -> Vec<Point> {
        let mut part = vec![at(&points, low)];
        let inside = lengths.iter().zip(&points).filter(|(length, _)| **length > low && **length < high);
        part.extend(inside.map(|(_, point)| *point));
        part.push(at(&points, high));
        part
    };
    let mut parts = Vec::new();
    if closed {
        if before > after {
            parts.push(kept(after, before));
        }
    } else {
        if before > 0.0 {
            parts.push(kept(0.0, before));
        }
        if after < total {
            parts.push(kept(after, total));
        }
    }
    (angle, parts)
}
