//! Histograms.

use std::rc::Rc;

use super::bins::{Sample, counts, edges, samples};
use super::container::Container;
use super::{add_patch, bar, with_patch};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, choice, numbers, texts};
use crate::mpl::axes::Axes;
use crate::mpl::color::{self, Color};
use crate::mpl::objects;
use crate::mpl::props;
use crate::mpl::shapes::Shape;

/// `Axes.hist`.
pub(super) fn hist(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let params = [
        "x",
        "bins",
        "range",
        "density",
        "weights",
        "cumulative",
        "bottom",
        "histtype",
        "align",
        "orientation",
        "rwidth",
        "log",
        "color",
        "label",
        "stacked",
    ];
    let mut options = Options::named(args, "hist", &params, 1)?;
    let x = options.take("x").unwrap_or(Value::None);
    let whole = crate::numpy::is_whole(&x) || all_whole(ctx, &x);
    let rows = samples(ctx, &x)?;
    let weights = options.take("weights").map(|value| samples(ctx, &value)).transpose()?;
    let mut data = Vec::new();
    for (index, values) in rows.into_iter().enumerate() {
        let weights = weights.as_ref().map(|all| all.get(index).or(all.first()).cloned().unwrap_or_default());
        if weights.as_ref().is_some_and(|weights| weights.len() != values.len()) {
            return Err(Fault::value_error("weights should have the same shape as x"));
        }
        data.push(Sample { values, weights });
    }
    let all: Vec<f64> = data.iter().flat_map(|sample| sample.values.iter().copied()).collect();
    let (bins, range) = (options.take("bins"), options.take("range"));
    let edges = edges(ctx, &all, bins, range, whole)?;
    let kind = options.text(ctx, "histtype")?.unwrap_or_else(|| "bar".to_owned());
    let kind = choice("histtype", &kind, &["bar", "barstacked", "step", "stepfilled"])?;
    let stacked = options.flag(ctx, "stacked")?.unwrap_or(false) || kind == 1;
    let density = options.flag(ctx, "density")?.unwrap_or(false);
    let cumulative = options.take("cumulative");
    let backwards = cumulative.as_ref().and_then(Value::as_f64).is_some_and(|value| value < 0.0);
    let cumulative = cumulative.map(|value| ctx.truthy(&value)).transpose()?.unwrap_or(false);
    let widths: Vec<f64> = edges.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let mut tops = Vec::new();
    for sample in &data {
        tops.push(counts(ctx, sample, &edges)?);
    }
    if stacked {
        for index in 1..tops.len() {
            let below = tops[index - 1].clone();
            tops[index].iter_mut().zip(below).for_each(|(top, below)| *top += below);
        }
    }
    if density {
        let last: f64 = tops.last().map_or(0.0, |tops| tops.iter().sum());
        for top in &mut tops {
            let total = if stacked { last } else { top.iter().sum() };
            top.iter_mut().zip(&widths).for_each(|(top, width)| *top /= total * width);
        }
    }
    if cumulative {
        for top in &mut tops {
            if density {
                top.iter_mut().zip(&widths).for_each(|(top, width)| *top *= width);
            }
            let mut sum = 0.0;
            let mut add = |top: &mut f64| {
                sum += *top;
                *top = sum;
            };
            if backwards {
                top.iter_mut().rev().for_each(&mut add)
            } else {
                top.iter_mut().for_each(&mut add)
            }
        }
    }
    draw(ctx, axes, options, edges, tops, kind, stacked)
}

/// Whether a list holds only integers.
fn all_whole(ctx: &mut Ctx, value: &Value) -> bool {
    match value {
        Value::List(list) => {
            let items = list.0.borrow();
            let _ = ctx.burn(items.len() as u64 / 8);
            !items.is_empty() && items.iter().all(|item| matches!(item, Value::Int(_) | Value::Bool(_)))
        }
        _ => false,
    }
}

/// Draws the counts as bars or steps; gives what `hist` gives.
fn draw(
    ctx: &mut Ctx,
    axes: &Rc<Axes>,
    mut options: Options,
    edges: Vec<f64>,
    tops: Vec<Vec<f64>>,
    kind: usize,
    stacked: bool,
) -> PyResult<Value> {
    let bins = edges.len() - 1;
    let count = tops.len();
    let bottom =
        options.take("bottom").map(|value| numbers(ctx, &value)).transpose()?.unwrap_or_else(|| vec![0.0]);
    let bottom = super::spread(bottom, bins, "bottom")?;
    let turned = options.text(ctx, "orientation")?.unwrap_or_else(|| "vertical".to_owned());
    let turned = choice("orientation", &turned, &["vertical", "horizontal"])?;
    let align = options.text(ctx, "align")?.unwrap_or_else(|| "mid".to_owned());
    let align = choice("align", &align, &["left", "mid", "right"])?;
    let rwidth = options.number(ctx, "rwidth")?;
    let log = options.flag(ctx, "log")?.unwrap_or(false);
    let colors: Vec<Color> = match options.take("color") {
        Some(value) if count == 1 => {
            vec![color::colors(ctx, &value)?.first().copied().unwrap_or(color::NONE)]
        }
        Some(value) => {
            let colors = color::colors(ctx, &value)?;
            if colors.len() != count {
                return Err(Fault::value_error(format!(
                    "The 'color' keyword argument must have one color per dataset, but {count} datasets and {} colors \
                     were provided",
                    colors.len()
                )));
            }
            colors
        }
        None => (0..count).map(|_| axes.next_color(ctx, false)).collect(),
    };
    let labels = match options.take("label") {
        None => Vec::new(),
        Some(value @ (Value::List(_) | Value::Tuple(_))) => texts(ctx, &value)?,
        Some(value) => vec![ctx.str_of(&value)?],
    };
    if log {
        axes.domain(1 - turned).set_scale(ctx, crate::mpl::domain::Scale::Log(10.0));
    }
    let mut containers = Vec::new();
    for index in (0..count).rev() {
        let base = if stacked && index > 0 { tops[index - 1].clone() } else { vec![0.0; bins] };
        let label = labels.get(index).cloned().unwrap_or_default();
        let container = if kind < 2 {
            let share =
                rwidth.map_or(if count > 1 && !stacked { 0.8 } else { 1.0 }, |width| width.clamp(0.0, 1.0));
            let parts = if stacked { 1.0 } else { count as f64 };
            let mut places = Vec::new();
            let (mut widths, mut lengths, mut starts) = (Vec::new(), Vec::new(), Vec::new());
            for bin in 0..bins {
                let total = edges[bin + 1] - edges[bin];
                let width = share * total / parts;
                let offset = if stacked { 0.0 } else { -0.5 * width * (parts - 1.0) + index as f64 * width };
                let middle = [edges[bin], (edges[bin] + edges[bin + 1]) / 2.0, edges[bin + 1]][align];
                places.push(middle + offset);
                widths.push(width);
                lengths.push(tops[index][bin] - base[bin]);
                starts.push(bottom[bin] + base[bin]);
            }
            let mut bars = Options { items: options.items.clone() };
            let names = if turned == 0 {
                ["x", "height", "width", "bottom"]
            } else {
                ["y", "width", "height", "left"]
            };
            for (name, numbers) in names.into_iter().zip([places, lengths, widths, starts]) {
                let array = crate::numpy::array_from(ctx, &[bins], &numbers)?;
                bars.items.push((ctx.text(name)?, array));
            }
            let color = color::as_value(ctx, colors[index])?;
            bars.items.push((ctx.text("color")?, color));
            let label = ctx.str(label)?;
            bars.items.push((ctx.text("label")?, label));
            bar::bars(ctx, axes, bars, turned)?
        } else {
            let shift = [-0.5, 0.0, 0.5][align] * (edges[1] - edges[0]);
            let mut points = vec![[edges[0] + shift, bottom[0] + base[0]]];
            for bin in 0..bins {
                let top = bottom[bin] + tops[index][bin];
                points.extend([[edges[bin] + shift, top], [edges[bin + 1] + shift, top]]);
            }
            points.push([edges[bins] + shift, bottom[bins - 1] + base[bins - 1]]);
            if kind == 3 || stacked {
                for bin in (0..bins).rev() {
                    let below = bottom[bin] + base[bin];
                    points.extend([[edges[bin + 1] + shift, below], [edges[bin] + shift, below]]);
                }
            }
            if turned == 1 {
                points.iter_mut().for_each(|point| point.swap(0, 1));
            }
            let patch = add_patch(ctx, axes, Shape::Polygon { points, closed: kind == 3 })?;
            with_patch(&patch, |patch| {
                if kind == 3 {
                    patch.face = colors[index];
                } else {
                    (patch.edge, patch.edge_given, patch.fill) = (colors[index], true, false);
                }
            });
            patch.sticky.borrow_mut()[1 - turned].push(0.0);
            patch.label.replace(label);
            patch.zorder.set(if kind == 3 { 1.0 } else { 2.0 });
            props::apply(ctx, &patch, Options { items: options.items.clone() })?;
            let object = objects::artist(&patch);
            ctx.list(vec![object])?
        };
        containers.push(container);
    }
    containers.reverse();
    result(ctx, edges, tops, containers, kind)
}

fn result(
    ctx: &mut Ctx,
    edges: Vec<f64>,
    tops: Vec<Vec<f64>>,
    mut containers: Vec<Value>,
    kind: usize,
) -> PyResult<Value> {
    let bins = edges.len() - 1;
    let edges = crate::numpy::array_from(ctx, &[bins + 1], &edges)?;
    if let ([top], 1) = (&tops[..], containers.len()) {
        let top = crate::numpy::array_from(ctx, &[bins], top)?;
        let container = containers.remove(0);
        return ctx.tuple(vec![top, edges, container]);
    }
    let flat: Vec<f64> = tops.iter().flatten().copied().collect();
    let counts = crate::numpy::array_from(ctx, &[tops.len(), bins], &flat)?;
    let class = if kind < 2 { "<a list of BarContainers>" } else { "<a list of lists of patches>" };
    let containers = Container::new(class, containers, Vec::new()).object();
    ctx.tuple(vec![counts, edges, containers])
}
