//! Error bars.

use std::rc::Rc;

use super::container::Container;
use super::{add_collection, add_line, with_line};
use crate::builtins::real;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, pair_of_rows, shaped};
use crate::mpl::artist::Artist;
use crate::mpl::axes::Axes;
use crate::mpl::collection::{Collection, Edges};
use crate::mpl::color::{self, BLACK};
use crate::mpl::objects;
use crate::mpl::path::Path;
use crate::mpl::props;
use crate::mpl::style::{Format, LineStyle, Marker};

/// How error bars look, for the samples of legends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct ErrorLook {
    /// Whether there are bars along x and along y.
    pub along: [bool; 2],
    pub color: color::Color,
    pub width: f64,
    pub cap_size: f64,
    pub cap_width: f64,
}

/// How far bars reach down and up from their points.
pub(super) struct Errors {
    low: Vec<f64>,
    high: Vec<f64>,
}

impl Errors {
    /// Reads one number, one for each point, or two rows of them.
    pub fn read(ctx: &mut Ctx, value: &Value, count: usize) -> PyResult<Self> {
        let (shape, numbers) = shaped(ctx, value)?;
        let both = shape.len() == 2 && shape[0] == 2;
        let row = |row: &[f64]| match row {
            [one] => Ok(vec![*one; count]),
            row if row.len() == count => Ok(row.to_vec()),
            _ => Err(Fault::value_error(
                "'yerr' (shape: ...) must be a scalar or a 1D or (2, n) array-like whose shape matches 'y'",
            )),
        };
        let (low, high) = if both {
            let half = numbers.len() / 2;
            (row(&numbers[..half])?, row(&numbers[half..])?)
        } else {
            (row(&numbers)?, row(&numbers)?)
        };
        if low.iter().chain(&high).any(|error| *error < 0.0) {
            return Err(Fault::value_error("'yerr' must not contain negative values"));
        }
        Ok(Self { low, high })
    }

    /// Where bars end, by where their points are.
    pub fn ends(&self, values: &[f64]) -> Vec<[f64; 2]> {
        let ends = values.iter().zip(self.low.iter().zip(&self.high));
        ends.map(|(value, (low, high))| [value - low, value + high]).collect()
    }
}

/// Error bars at points that are not drawn, as bars have them.
pub(super) fn bare(
    ctx: &mut Ctx,
    axes: &Rc<Axes>,
    x: Vec<f64>,
    y: Vec<f64>,
    errors: [Option<Errors>; 2],
    mut options: Options,
) -> PyResult<Value> {
    let mut looks = Looks::take(ctx, &mut options)?;
    looks.color.get_or_insert(BLACK);
    options.ignore(&["label"]);
    let (caps, bars) = draw(ctx, axes, &x, &y, &errors, &looks, BLACK, true)?;
    container(ctx, None, caps, bars, errors)
}

/// `Axes.errorbar`.
pub(super) fn errorbar(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "errorbar", &["x", "y", "yerr", "xerr", "fmt"], 2)?;
    let x = options.take("x").unwrap_or(Value::None);
    let y = options.take("y").unwrap_or(Value::None);
    let (x, y) = pair_of_rows(ctx, axes, &x, &y)?;
    let count = x.len();
    ctx.burn(count as u64 * 30 + 20)?;
    let _charge = ctx.charge(count.saturating_mul(128))?;
    let xerr = options.take("xerr").map(|value| Errors::read(ctx, &value, count)).transpose()?;
    let yerr = options.take("yerr").map(|value| Errors::read(ctx, &value, count)).transpose()?;
    let looks = Looks::take(ctx, &mut options)?;
    let above = !options.flag(ctx, "barsabove")?.unwrap_or(false);
    let format = options.text(ctx, "fmt")?.unwrap_or_default();
    let label = options.text(ctx, "label")?.unwrap_or_default();
    let own_color = options.take_of(&["color", "c"]);
    let mut data = None;
    let mut base = BLACK;
    if format.eq_ignore_ascii_case("none") {
        if let Some(value) = &own_color {
            base = color::color(ctx, value)?;
        } else if looks.color.is_none() {
            base = axes.next_color(ctx, false);
        }
    } else {
        let line = add_line(ctx, axes, x.clone(), y.clone())?;
        let cycle = ctx.plots.rc.cycle.clone();
        let Some(parsed) = Format::parse(&format, &cycle) else {
            return Err(Fault::value_error(format!(
                "'{format}' is not a valid format string (unrecognized character)"
            )));
        };
        let marker = parsed.marker.as_deref().map(Marker::named).transpose()?.flatten();
        base = match (&own_color, parsed.color) {
            (Some(value), _) => color::color(ctx, value)?,
            (None, Some(color)) => color,
            (None, None) => axes.next_color(ctx, false),
        };
        with_line(&line, |line| {
            line.color = base;
            if marker.is_some() && parsed.line.is_none() {
                line.style = LineStyle::None;
            }
            line.style = parsed.line.clone().unwrap_or_else(|| line.style.clone());
            line.marker = marker.or_else(|| line.marker.clone());
        });
        line.label.replace(label);
        line.contained.set(true);
        props::apply(ctx, &line, Options { items: options.items.clone() })?;
        data = Some(line);
    }
    let alpha = options.number(ctx, "alpha")?;
    let order = options.number(ctx, "zorder")?;
    let errors = [xerr, yerr];
    if let Some(line) = &data {
        let width = looks.width.unwrap_or(ctx.plots.rc.number("lines.linewidth"));
        let cap_width = looks.cap_width.unwrap_or(ctx.plots.rc.number("lines.markeredgewidth"));
        let along = [errors[0].is_some(), errors[1].is_some()];
        let color = looks.color.unwrap_or(base);
        let look = ErrorLook { along, color, width, cap_size: looks.cap_size, cap_width };
        with_line(line, |line| line.errors = Some(look));
    }
    let (caps, bars) = draw(ctx, axes, &x, &y, &errors, &looks, base, above)?;
    for artist in caps.iter().chain(&bars) {
        artist.alpha.set(alpha);
        if let Some(order) = order {
            artist.zorder.set(order);
        }
    }
    container(ctx, data, caps, bars, errors)
}

/// Looks of the bars.
struct Looks {
    color: Option<color::Color>,
    width: Option<f64>,
    cap_size: f64,
    cap_width: Option<f64>,
    every: usize,
    style: Option<LineStyle>,
}

impl Looks {
    fn take(ctx: &mut Ctx, options: &mut Options) -> PyResult<Self> {
        let color = options.take("ecolor").map(|value| color::color(ctx, &value)).transpose()?;
        let width = options.number(ctx, "elinewidth")?;
        let default = ctx.plots.rc.number("errorbar.capsize");
        let cap_size = options.number(ctx, "capsize")?.unwrap_or(default);
        let cap_width = options.take_of(&["capthick"]).map(|value| real(ctx, &value)).transpose()?;
        let every = options.whole("errorevery")?.unwrap_or(1).max(1) as usize;
        let style = options.take("elinestyle").map(|value| LineStyle::of(ctx, &value)).transpose()?;
        options.refuse("errorbar", &["lolims", "uplims", "xlolims", "xuplims"])?;
        Ok(Self { color, width, cap_size, cap_width, every, style })
    }
}

/// Caps and bars.
type Drawn = (Vec<Rc<Artist>>, Vec<Rc<Artist>>);

#[allow(clippy::too_many_arguments)]
fn draw(
    ctx: &mut Ctx,
    axes: &Rc<Axes>,
    x: &[f64],
    y: &[f64],
    errors: &[Option<Errors>; 2],
    looks: &Looks,
    base: color::Color,
    above: bool,
) -> PyResult<Drawn> {
    let (mut caps, mut bars) = (Vec::new(), Vec::new());
    let color = looks.color.unwrap_or(base);
    for (axis, errors) in errors.iter().enumerate() {
        let Some(errors) = errors else { continue };
        let (values, places) = if axis == 0 { (x, y) } else { (y, x) };
        let ends = errors.ends(values);
        ctx.burn(ends.len() as u64 * 10)?;
        let point = |along: f64, across: f64| if axis == 0 { [along, across] } else { [across, along] };
        let chosen: Vec<([f64; 2], f64)> =
            ends.into_iter().zip(places.iter().copied()).step_by(looks.every).collect();
        let paths = chosen
            .iter()
            .map(|([low, high], place)| Path::polyline([point(*low, *place), point(*high, *place)]))
            .collect();
        let mut collection = Collection::new("LineCollection", paths);
        collection.edges = Edges::Colors(vec![color]);
        collection.strokes = true;
        collection.widths = vec![looks.width.unwrap_or(ctx.plots.rc.number("lines.linewidth"))];
        if let Some(style) = &looks.style {
            collection.styles = vec![style.clone()];
        }
        let bar = add_collection(ctx, axes, collection)?;
        bar.zorder.set(if above { 2.0 } else { 1.9 });
        bars.push(bar);
        if looks.cap_size <= 0.0 {
            continue;
        }
        for side in 0..2 {
            let points = chosen.iter().map(|(ends, place)| point(ends[side], *place));
            let (cap_x, cap_y): (Vec<f64>, Vec<f64>) = points.map(|[x, y]| (x, y)).unzip();
            let line = add_line(ctx, axes, cap_x, cap_y)?;
            let marker = Marker::named(if axis == 0 { "|" } else { "_" })?;
            with_line(&line, |line| {
                line.style = LineStyle::None;
                line.marker = marker;
                line.color = color;
                line.size = 2.0 * looks.cap_size;
                line.edge_width = looks.cap_width.unwrap_or(line.edge_width);
            });
            line.label.replace("_nolegend_".to_owned());
            line.zorder.set(2.0);
            caps.push(line);
        }
    }
    Ok((caps, bars))
}

fn container(
    ctx: &mut Ctx,
    data: Option<Rc<Artist>>,
    caps: Vec<Rc<Artist>>,
    bars: Vec<Rc<Artist>>,
    errors: [Option<Errors>; 2],
) -> PyResult<Value> {
    let line = data.as_ref().map_or(Value::None, objects::artist);
    let caps = ctx.tuple(caps.iter().map(objects::artist).collect())?;
    let bars = ctx.tuple(bars.iter().map(objects::artist).collect())?;
    let items = vec![line, caps, bars];
    let lines = ctx.tuple(items.clone())?;
    let has = errors.map(|errors| Value::Bool(errors.is_some()));
    let [has_x, has_y] = has;
    let named = vec![("lines", lines), ("has_xerr", has_x), ("has_yerr", has_y)];
    Ok(Container::new("ErrorbarContainer", items, named).object())
}
