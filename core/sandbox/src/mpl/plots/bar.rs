//! Bars.

use std::rc::Rc;

use super::container::Container;
use super::errorbar::{self, Errors};
use super::{add_patch, dictionary, spread, with_patch};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, along, choice, numbers, texts};
use crate::mpl::artist::Artist;
use crate::mpl::axes::Axes;
use crate::mpl::color;
use crate::mpl::dates;
use crate::mpl::domain::Scale;
use crate::mpl::geometry::Rect;
use crate::mpl::objects;
use crate::mpl::props;
use crate::mpl::shapes::Shape;
use crate::mpl::tick_format::TickFormat;
use crate::mpl::ticks::Locator;

/// `Axes.bar`.
pub(super) fn bar(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let options = Options::named(args, "bar", &["x", "height", "width", "bottom"], 2)?;
    bars(ctx, axes, options, 0)
}

/// `Axes.barh`.
pub(super) fn barh(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let options = Options::named(args, "barh", &["y", "width", "height", "left"], 2)?;
    bars(ctx, axes, options, 1)
}

/// Bars whose places are on axis number `across`: 0 for upright ones.
pub(super) fn bars(ctx: &mut Ctx, axes: &Rc<Axes>, mut options: Options, across: usize) -> PyResult<Value> {
    let names =
        if across == 0 { ["x", "height", "width", "bottom"] } else { ["y", "width", "height", "left"] };
    let [places, lengths, widths, starts] = names.map(|name| options.take(name).unwrap_or(Value::None));
    let (place_domain, length_domain) = (axes.domain(across), axes.domain(1 - across));
    if options.flag(ctx, "log")? == Some(true) {
        length_domain.set_scale(ctx, Scale::Log(10.0));
    }
    let places = along(ctx, &place_domain, &places)?;
    let lengths = dates::numbers(ctx, &length_domain, &lengths)?;
    let count = if places.len() == 1 { lengths.len().max(1) } else { places.len() };
    ctx.burn(count as u64 * 40)?;
    let _charge = ctx.charge(count.saturating_mul(64))?;
    let places = spread(places, count, names[0])?;
    let lengths = spread(lengths, count, names[1])?;
    let widths = if widths.is_none() {
        vec![0.8; count]
    } else {
        spread(dates::numbers(ctx, &place_domain, &widths)?, count, names[2])?
    };
    let starts = if starts.is_none() {
        vec![0.0; count]
    } else {
        spread(dates::numbers(ctx, &length_domain, &starts)?, count, names[3])?
    };
    let align = options.text(ctx, "align")?.unwrap_or_else(|| "center".to_owned());
    let center = choice("align", &align, &["center", "edge"])? == 0;
    let looks = Looks::take(ctx, axes, &mut options, count)?;
    let labels = Labels::take(ctx, &mut options, count)?;
    let ticks = options.take("tick_label");
    let errors = [options.take("xerr"), options.take("yerr")];
    let mut error_looks = dictionary(ctx, options.take("error_kw"))?;
    for (name, long) in [("ecolor", "ecolor"), ("capsize", "capsize")] {
        if let Some(value) = options.take_any(name)
            && !error_looks.has(long)
        {
            error_looks.items.push((ctx.text(long)?, value));
        }
    }
    let mut patches = Vec::with_capacity(count);
    let mut tips = Vec::with_capacity(count);
    for index in 0..count {
        let low = if center { places[index] - widths[index] / 2.0 } else { places[index] };
        let rect = if across == 0 {
            Rect::sized(low, starts[index], widths[index], lengths[index])
        } else {
            Rect::sized(starts[index], low, lengths[index], widths[index])
        };
        let patch = add_patch(ctx, axes, Shape::rectangle(rect))?;
        patch.sticky.borrow_mut()[1 - across].push(starts[index]);
        looks.put(ctx, &patch, index)?;
        patch.label.replace(labels.of(index));
        patch.contained.set(labels.1);
        props::apply(ctx, &patch, Options { items: options.items.clone() })?;
        patches.push(patch);
        tips.push((low + widths[index] / 2.0, starts[index] + lengths[index]));
    }
    if let Some(ticks) = ticks {
        let names = match &ticks {
            Value::Str(name) => vec![(***name).to_owned(); count],
            list => texts(ctx, list)?,
        };
        place_domain.major.replace(Locator::Fixed(places.clone(), None));
        place_domain.format.replace(TickFormat::Fixed(names));
    }
    let mut container =
        Container::new("BarContainer", patches.iter().map(objects::artist).collect(), Vec::new());
    let mut errorbar = Value::None;
    if errors.iter().any(Option::is_some) {
        let (along, ends): (Vec<f64>, Vec<f64>) = tips.into_iter().unzip();
        let (x, y) = if across == 0 { (along, ends) } else { (ends, along) };
        let [xerr, yerr] = errors;
        let xerr = xerr.map(|value| Errors::read(ctx, &value, count)).transpose()?;
        let yerr = yerr.map(|value| Errors::read(ctx, &value, count)).transpose()?;
        let lengthwise = if across == 0 { &yerr } else { &xerr };
        let ends = if across == 0 { &y } else { &x };
        container.errors = lengthwise.as_ref().map(|errors| errors.ends(ends)).unwrap_or_default();
        errorbar = errorbar::bare(ctx, axes, x, y, [xerr, yerr], error_looks)?;
    }
    let patches_object = ctx.list(container.items.clone())?;
    let datavalues = crate::numpy::array_from(ctx, &[count], &lengths)?;
    let orientation = ctx.str(if across == 0 { "vertical" } else { "horizontal" })?;
    container.named = vec![
        ("patches", patches_object),
        ("errorbar", errorbar),
        ("datavalues", datavalues),
        ("orientation", orientation),
    ];
    container.patches = patches;
    container.values = lengths;
    container.horizontal = across == 1;
    Ok(container.object())
}

/// Colours, edges and hatches of bars, each used over and over.
struct Looks {
    faces: Vec<color::Color>,
    edges: Option<Vec<color::Color>>,
    widths: Vec<f64>,
    hatches: Vec<Value>,
}

impl Looks {
    fn take(ctx: &mut Ctx, axes: &Rc<Axes>, options: &mut Options, count: usize) -> PyResult<Self> {
        let plain = options.take("color");
        let face = options.take_of(&["facecolor", "fc"]).or_else(|| plain.clone());
        let faces = match face {
            Some(value) => color::colors(ctx, &value)?,
            None => vec![axes.next_color(ctx, true)],
        };
        let edges = match options.take_of(&["edgecolor", "ec"]) {
            Some(value) => Some(color::colors(ctx, &value)?),
            None => None,
        };
        let widths = match options.take_of(&["linewidth", "lw"]) {
            Some(value) => numbers(ctx, &value)?,
            None => Vec::new(),
        };
        let hatches = match options.take("hatch") {
            Some(value @ Value::Str(_)) => vec![value],
            Some(list) => ctx.collect(&list)?,
            None => Vec::new(),
        };
        if faces.is_empty() && count > 0 {
            return Err(Fault::value_error(
                "'facecolor' or 'color' argument must be a valid color or sequence of colors.",
            ));
        }
        Ok(Self { faces, edges, widths, hatches })
    }

    fn put(&self, ctx: &mut Ctx, patch: &Rc<Artist>, index: usize) -> PyResult<()> {
        let face = self.faces.get(index % self.faces.len().max(1)).copied();
        let edge = self.edges.as_ref().map(|edges| edges.get(index % edges.len().max(1)).copied());
        let width = self.widths.get(index % self.widths.len().max(1)).copied();
        with_patch(patch, |patch| {
            patch.face = face.unwrap_or(color::NONE);
            if let Some(edge) = edge {
                patch.edge = edge.unwrap_or(color::NONE);
                patch.edge_given = true;
            }
            patch.width = width.unwrap_or(patch.width);
        });
        match self.hatches.get(index % self.hatches.len().max(1)) {
            Some(hatch) => props::set(ctx, patch, "hatch", hatch),
            None => Ok(()),
        }
    }
}

/// One label for the first bar, or one for each.
struct Labels(Vec<String>, bool);

impl Labels {
    fn take(ctx: &mut Ctx, options: &mut Options, count: usize) -> PyResult<Self> {
        match options.take("label") {
            None => Ok(Self(vec![String::new()], true)),
            Some(value @ (Value::List(_) | Value::Tuple(_))) => {
                let labels = texts(ctx, &value)?;
                if labels.len() != count {
                    return Err(Fault::value_error(format!(
                        "number of labels ({}) does not match number of bars ({count}).",
                        labels.len()
                    )));
                }
                Ok(Self(labels, false))
            }
            Some(value) => Ok(Self(vec![ctx.str_of(&value)?], true)),
        }
    }

    fn of(&self, index: usize) -> String {
        match (self.1, index) {
            (true, 0) | (false, _) => self.0.get(index).cloned().unwrap_or_default(),
            (true, _) => "_nolegend_".to_owned(),
        }
    }
}

/// `Axes.broken_barh`.
pub(super) fn broken_barh(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "broken_barh", &["xranges", "yrange"], 2)?;
    let ranges = options.take("xranges").unwrap_or(Value::None);
    let [y, height] = crate::mpl::arguments::point(ctx, &options.take("yrange").unwrap_or(Value::None))?;
    let faces = match options.take_of(&["facecolors", "facecolor", "color"]) {
        Some(value) => color::colors(ctx, &value)?,
        None => vec![axes.next_color(ctx, true)],
    };
    let mut patches = Vec::new();
    for (index, range) in ctx.collect(&ranges)?.iter().enumerate() {
        let [x, width] = crate::mpl::arguments::point(ctx, range)?;
        let patch = add_patch(ctx, axes, Shape::rectangle(Rect::sized(x, y, width, height)))?;
        let face = faces.get(index % faces.len().max(1)).copied();
        with_patch(&patch, |patch| patch.face = face.unwrap_or(color::NONE));
        props::apply(ctx, &patch, Options { items: options.items.clone() })?;
        if index > 0 {
            patch.label.replace("_nolegend_".to_owned());
        }
        patches.push(patch);
    }
    super::objects_of(ctx, &patches)
}
