//! Box plots.

use std::rc::Rc;

use super::{add_line, add_patch, dictionary, with_line, with_patch};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, choice, numbers, texts};
use crate::mpl::artist::Artist;
use crate::mpl::axes::Axes;
use crate::mpl::color::{self, BLACK};
use crate::mpl::path::Path;
use crate::mpl::props;
use crate::mpl::shapes::Shape;
use crate::mpl::statistics::{Whiskers, box_stats};
use crate::mpl::style::{Format, LineStyle, Marker};
use crate::mpl::tick_format::TickFormat;
use crate::mpl::ticks::Locator;

/// The parts in the order of the result.
const PARTS: [&str; 6] = ["whiskers", "caps", "boxes", "medians", "fliers", "means"];

/// The samples of `boxplot` and `violinplot`, sorted and finite.
pub(super) fn samples(ctx: &mut Ctx, value: &Value) -> PyResult<Vec<Vec<f64>>> {
    let mut all = super::bins::samples(ctx, value)?;
    for sample in &mut all {
        ctx.burn(sample.len() as u64 * 12 + 10)?;
        sample.retain(|value| value.is_finite());
        sample.sort_by(f64::total_cmp);
    }
    Ok(all)
}

/// `Axes.boxplot`.
pub(super) fn boxplot(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let params = ["x", "notch", "sym", "vert", "whis", "positions", "widths", "patch_artist"];
    let mut options = Options::named(args, "boxplot", &params, 1)?;
    let data = options.take("x").unwrap_or(Value::None);
    let data = samples(ctx, &data)?;
    let count = data.len();
    ctx.burn(count as u64 * 300)?;
    let upright = options.flag(ctx, "vert")?.unwrap_or(true);
    let turned = options.text(ctx, "orientation")?.unwrap_or_else(|| "vertical".to_owned());
    let turned = usize::from(!upright || choice("orientation", &turned, &["vertical", "horizontal"])? == 1);
    let whiskers = match options.take("whis") {
        None => Whiskers::Ranges(1.5),
        Some(value) => match numbers(ctx, &value)?[..] {
            [ranges] => Whiskers::Ranges(ranges),
            [low, high] => Whiskers::Percentiles(low, high),
            _ => return Err(Fault::value_error("whis must be a float or list of percentiles")),
        },
    };
    let positions = match options.take("positions") {
        Some(value) => numbers(ctx, &value)?,
        None => (1..=count).map(|index| index as f64).collect(),
    };
    if positions.len() != count {
        return Err(Fault::value_error(
            "List of boxplot statistics and `positions` values must have same the length",
        ));
    }
    let span = positions.iter().copied().fold(f64::NEG_INFINITY, f64::max)
        - positions.iter().copied().fold(f64::INFINITY, f64::min);
    let widths = match options.take("widths") {
        Some(value) => super::spread(numbers(ctx, &value)?, count, "widths")?,
        None => vec![(0.15 * span).clamp(0.15, 0.5); count],
    };
    let caps = match options.take("capwidths") {
        Some(value) => super::spread(numbers(ctx, &value)?, count, "capwidths")?,
        None => widths.iter().map(|width| width / 2.0).collect(),
    };
    let flag = |ctx: &mut Ctx, options: &mut Options, name: &str, or: bool| -> PyResult<bool> {
        Ok(options.flag(ctx, name)?.unwrap_or(or))
    };
    let filled = flag(ctx, &mut options, "patch_artist", false)?;
    let notch = flag(ctx, &mut options, "notch", false)?;
    let mean_line = flag(ctx, &mut options, "meanline", false)?;
    let show_means = flag(ctx, &mut options, "showmeans", false)?;
    let show_caps = flag(ctx, &mut options, "showcaps", true)?;
    let show_box = flag(ctx, &mut options, "showbox", true)?;
    let mut show_fliers = flag(ctx, &mut options, "showfliers", true)?;
    let manage = flag(ctx, &mut options, "manage_ticks", true)?;
    let order = options.number(ctx, "zorder")?.unwrap_or(2.0);
    let names = options.take_of(&["tick_labels", "labels"]).map(|names| texts(ctx, &names)).transpose()?;
    let labels = match options.take("label") {
        None => Vec::new(),
        Some(value @ (Value::List(_) | Value::Tuple(_))) => texts(ctx, &value)?,
        Some(value) => vec![ctx.str_of(&value)?],
    };
    options.refuse("boxplot", &["bootstrap", "usermedians", "conf_intervals"])?;
    options.ignore(&["autorange"]);
    let mut looks = Vec::new();
    for name in ["boxprops", "whiskerprops", "capprops", "medianprops", "meanprops", "flierprops"] {
        looks.push(options.take(name));
    }
    let symbol = options.text(ctx, "sym")?;
    options.finish("boxplot")?;
    let cycle = ctx.plots.rc.cycle.clone();
    let cycled = |index: usize| cycle.get(index % cycle.len().max(1)).copied().unwrap_or(BLACK);
    let symbol = match symbol.as_deref() {
        Some("") => {
            show_fliers = false;
            None
        }
        Some(text) => Format::parse(text, &cycle),
        None => None,
    };
    let place = |along: &[f64], across: &[f64]| -> (Vec<f64>, Vec<f64>) {
        if turned == 0 { (along.to_vec(), across.to_vec()) } else { (across.to_vec(), along.to_vec()) }
    };
    let draw = |ctx: &mut Ctx, x: &[f64], y: &[f64], color: color::Color, look: &Option<Value>, up: f64| {
        let (x, y) = place(x, y);
        let line = add_line(ctx, axes, x, y)?;
        with_line(&line, |line| (line.color, line.width) = (color, 1.0));
        line.label.replace("_nolegend_".to_owned());
        line.zorder.set(order + up);
        let look = dictionary(ctx, look.clone())?;
        PyResult::Ok((line, look))
    };
    let mut parts: [Vec<Rc<Artist>>; 6] = Default::default();
    let mut reach = (f64::INFINITY, f64::NEG_INFINITY);
    for (index, sample) in data.iter().enumerate() {
        let (at, width, cap) = (positions[index], widths[index], caps[index]);
        reach = (reach.0.min(at - 0.5), reach.1.max(at + 0.5));
        let Some(stats) = box_stats(sample, whiskers) else { continue };
        let [first, median, third] = stats.quartiles;
        let (left, right) = (at - width / 2.0, at + width / 2.0);
        let (notch_left, notch_right) = (at - width / 4.0, at + width / 4.0);
        let label = labels.get(index).cloned().unwrap_or_default();
        if show_box {
            let (x, y): (Vec<f64>, Vec<f64>) = if notch {
                let [low, high] = stats.notch;
                let x = [left, right, right, notch_right, right, right, left, left, notch_left, left, left];
                let y = [first, first, low, median, high, third, third, high, median, low, first];
                (x.to_vec(), y.to_vec())
            } else {
                (vec![left, right, right, left, left], vec![first, first, third, third, first])
            };
            if filled {
                let (x, y) = place(&x, &y);
                let points = x.into_iter().zip(y).map(|(x, y)| [x, y]);
                let path = Path::polygon(points.take(if notch { 10 } else { 4 }));
                let patch = add_patch(ctx, axes, Shape::Path { path, class: "PathPatch" })?;
                with_patch(&patch, |patch| {
                    (patch.face, patch.edge, patch.edge_given) = (cycled(0), BLACK, true);
                    patch.width = 1.0;
                });
                patch.zorder.set(order);
                patch.label.replace(label.clone());
                let mut look = dictionary(ctx, looks[0].clone())?;
                // The colour of a box of strokes is that of its edge.
                if let Some(color) = look.take_of(&["color", "c"]) {
                    look.items.push((ctx.text("edgecolor")?, color));
                }
                props::apply(ctx, &patch, look)?;
                parts[2].push(patch);
            } else {
                let (line, look) = draw(ctx, &x, &y, BLACK, &looks[0], 0.0)?;
                props::apply(ctx, &line, look)?;
                parts[2].push(line);
            }
        }
        for (from, to) in [(first, stats.whiskers[0]), (third, stats.whiskers[1])] {
            let (line, look) = draw(ctx, &[at, at], &[from, to], BLACK, &looks[1], 0.0)?;
            props::apply(ctx, &line, look)?;
            parts[0].push(line);
        }
        if show_caps {
            for end in stats.whiskers {
                let (line, look) =
                    draw(ctx, &[at - cap / 2.0, at + cap / 2.0], &[end, end], BLACK, &looks[2], 0.0)?;
                props::apply(ctx, &line, look)?;
                parts[1].push(line);
            }
        }
        let ends = if notch { [notch_left, notch_right] } else { [left, right] };
        let (line, look) = draw(ctx, &ends, &[median, median], cycled(1), &looks[3], 0.1)?;
        with_line(&line, |line| line.cap = Some(crate::Cap::Butt));
        if !filled {
            line.label.replace(label);
        }
        line.sticky.borrow_mut()[turned].extend([at - 0.5, at + 0.5]);
        props::apply(ctx, &line, look)?;
        parts[3].push(line);
        if show_means {
            let (x, y) = if mean_line {
                (vec![left, right], vec![stats.mean; 2])
            } else {
                (vec![at], vec![stats.mean])
            };
            let (line, look) = draw(ctx, &x, &y, cycled(2), &looks[4], 0.1)?;
            let marker = Marker::named("^")?;
            with_line(&line, |line| {
                if mean_line {
                    line.style = LineStyle::named("--").unwrap_or(LineStyle::Solid);
                    line.cap = Some(crate::Cap::Butt);
                } else {
                    (line.marker, line.style) = (marker, LineStyle::None);
                }
            });
            props::apply(ctx, &line, look)?;
            parts[5].push(line);
        }
        if show_fliers {
            let x = vec![at; stats.outliers.len()];
            let (line, look) = draw(ctx, &x, &stats.outliers, BLACK, &looks[5], 0.0)?;
            let named = symbol.as_ref().and_then(|symbol| symbol.marker.clone());
            let marker = Marker::named(named.as_deref().unwrap_or("o"))?;
            let own = symbol.as_ref().and_then(|symbol| symbol.color);
            with_line(&line, |line| {
                (line.marker, line.style) = (marker, LineStyle::None);
                line.face = Some(own.unwrap_or(color::NONE));
                line.color = own.unwrap_or(line.color);
            });
            props::apply(ctx, &line, look)?;
            parts[4].push(line);
        }
    }
    if manage && count > 0 {
        // Half a unit on either side of the boxes belongs to the data.
        let middle = data.iter().find_map(|sample| sample.first()).copied().unwrap_or(0.0);
        let (x, y) = place(&[reach.0, reach.1], &[middle, middle]);
        let room = add_line(ctx, axes, x, y)?;
        room.visible.set(false);
        room.label.replace("_nolegend_".to_owned());
        let domain = axes.domain(turned);
        let own = |at: &f64| crate::eval::format::float::general(*at, 12, false);
        let names = names.unwrap_or_else(|| positions.iter().map(own).collect());
        domain.major.replace(Locator::Fixed(positions, None));
        domain.format.replace(TickFormat::Fixed(names));
    }
    let mut items = Vec::new();
    for (name, artists) in PARTS.into_iter().zip(&parts) {
        items.push((name, super::objects_of(ctx, artists)?));
    }
    super::dict_of(ctx, items)
}
