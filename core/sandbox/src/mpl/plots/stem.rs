//! Stems.

use std::rc::Rc;

use super::container::Container;
use super::{add_collection, add_line, with_line};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, along, choice, numbers};
use crate::mpl::axes::Axes;
use crate::mpl::collection::{Collection, Edges};
use crate::mpl::objects;
use crate::mpl::path::Path;
use crate::mpl::style::{Format, LineStyle, Marker};

/// `Axes.stem`.
pub(super) fn stem(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let (positional, mut options) = Options::split(args);
    let turned = options.text(ctx, "orientation")?.unwrap_or_else(|| "vertical".to_owned());
    let turned = choice("orientation", &turned, &["vertical", "horizontal"])?;
    let (heads, rest) = match &positional[..] {
        [heads] => (heads.clone(), None),
        [locs, heads @ Value::Str(_), ..] => (locs.clone(), Some((None, vec![heads.clone()]))),
        [locs, heads, formats @ ..] => (heads.clone(), Some((Some(locs.clone()), formats.to_vec()))),
        [] => return Err(Fault::type_error("stem expected between 1 or 5 positional arguments, got 0")),
    };
    let heads = numbers(ctx, &heads)?;
    let (locs, formats) = rest.unwrap_or((None, Vec::new()));
    let locs = match locs {
        Some(locs) => along(ctx, &axes.domain(turned), &locs)?,
        None => (0..heads.len()).map(|index| index as f64).collect(),
    };
    if locs.len() != heads.len() {
        return Err(Fault::value_error("x and y must have same first dimension"));
    }
    ctx.burn(heads.len() as u64 * 20 + 10)?;
    let bottom = options.number(ctx, "bottom")?.unwrap_or(0.0);
    let label = options.text(ctx, "label")?.unwrap_or_default();
    options.ignore(&["use_line_collection"]);
    let mut format = |ctx: &mut Ctx, name: &str, index: usize, or: &str| -> PyResult<Format> {
        let text = match options.take(name).or_else(|| formats.get(index).cloned()) {
            Some(value) => ctx.str_of(&value)?,
            None => or.to_owned(),
        };
        let cycle = ctx.plots.rc.cycle.clone();
        Format::parse(&text, &cycle)
            .ok_or_else(|| Fault::value_error(format!("'{text}' is not a valid format string")))
    };
    let line = format(ctx, "linefmt", 0, "C0-")?;
    let default_marker = "C0o";
    let mut marker = format(ctx, "markerfmt", 1, default_marker)?;
    let base = format(ctx, "basefmt", 2, "C3-")?;
    options.finish("stem")?;
    let cycle = ctx.plots.rc.cycle.clone();
    let first = cycle.first().copied().unwrap_or(crate::mpl::color::BLACK);
    let color = line.color.unwrap_or(first);
    // Markers take the stems' colour unless they have their own.
    marker.color = marker.color.filter(|own| *own != first).or(Some(color));
    let place = |loc: f64, head: f64| if turned == 0 { [loc, head] } else { [head, loc] };
    let stems = locs.iter().zip(&heads);
    let paths = stems.map(|(loc, head)| Path::polyline([place(*loc, bottom), place(*loc, *head)])).collect();
    let mut collection = Collection::new("LineCollection", paths);
    collection.edges = Edges::Colors(vec![color]);
    collection.strokes = true;
    collection.widths = vec![ctx.plots.rc.number("lines.linewidth")];
    collection.styles = vec![line.line.unwrap_or(LineStyle::Solid)];
    let stems = add_collection(ctx, axes, collection)?;
    stems.label.replace("_nolegend_".to_owned());
    stems.zorder.set(2.0);
    let points: Vec<[f64; 2]> = locs.iter().zip(&heads).map(|(loc, head)| place(*loc, *head)).collect();
    let (x, y) = points.into_iter().map(|[x, y]| (x, y)).unzip();
    let markers = add_line(ctx, axes, x, y)?;
    let symbol = marker.marker.as_deref().map(Marker::named).transpose()?.flatten();
    let symbol = if symbol.is_none() { Marker::named("o")? } else { symbol };
    with_line(&markers, |line| {
        line.style = marker.line.clone().unwrap_or(LineStyle::None);
        line.marker = symbol;
        line.color = marker.color.unwrap_or(color);
    });
    markers.label.replace(label);
    markers.contained.set(true);
    let low = locs.iter().copied().fold(f64::INFINITY, f64::min);
    let high = locs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let ends = [place(low, bottom), place(high, bottom)];
    let baseline = add_line(ctx, axes, ends.map(|p| p[0]).to_vec(), ends.map(|p| p[1]).to_vec())?;
    with_line(&baseline, |line| {
        line.color = base.color.unwrap_or(color);
        line.style = base.line.clone().unwrap_or(LineStyle::Solid);
    });
    baseline.label.replace("_nolegend_".to_owned());
    let (markers, stems, baseline) =
        (objects::artist(&markers), objects::artist(&stems), objects::artist(&baseline));
    let named =
        vec![("markerline", markers.clone()), ("stemlines", stems.clone()), ("baseline", baseline.clone())];
    Ok(Container::new("StemContainer", vec![markers, stems, baseline], named).object())
}
