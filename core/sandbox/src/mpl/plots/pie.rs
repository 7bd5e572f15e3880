//! Pies.

use std::rc::Rc;

use super::{add_patch, add_text, dictionary, with_patch};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::BinaryOp;
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, numbers, point, texts};
use crate::mpl::artist::Artist;
use crate::mpl::axes::{Adjust, Axes};
use crate::mpl::color;
use crate::mpl::props;
use crate::mpl::shapes::{Shape, wedge};
use crate::mpl::text::{Across, Down, Text};
use crate::mpl::ticks::Locator;

/// Where the slices are.
struct Round {
    center: [f64; 2],
    radius: f64,
    /// Middle angles of the slices in degrees, and their centres.
    slices: Vec<(f64, [f64; 2])>,
}

/// `Axes.pie`.
pub(super) fn pie(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let params = [
        "x",
        "explode",
        "labels",
        "colors",
        "autopct",
        "pctdistance",
        "shadow",
        "labeldistance",
        "startangle",
        "radius",
        "counterclock",
        "wedgeprops",
        "textprops",
        "center",
        "frame",
        "rotatelabels",
    ];
    let mut options = Options::named(args, "pie", &params, 1)?;
    let x = numbers(ctx, &options.take("x").unwrap_or(Value::None))?;
    ctx.burn(x.len() as u64 * 200)?;
    if x.iter().any(|size| *size < 0.0) {
        return Err(Fault::value_error("Wedge sizes 'x' must be non negative values"));
    }
    let total: f64 = x.iter().sum();
    if !total.is_finite() {
        return Err(Fault::value_error("Wedge sizes must be finite numbers"));
    }
    let normalize = options.flag(ctx, "normalize")?.unwrap_or(true);
    if total == 0.0 {
        return Err(Fault::value_error("All wedge sizes are zero"));
    }
    if !normalize && total > 1.0 {
        return Err(Fault::value_error("Cannot plot an unnormalized pie with sum(x) > 1"));
    }
    let shares: Vec<f64> = x.iter().map(|size| if normalize { size / total } else { *size }).collect();
    let labels = match options.take("labels") {
        Some(labels) => texts(ctx, &labels)?,
        None => vec![String::new(); x.len()],
    };
    let explode = match options.take("explode") {
        Some(explode) => numbers(ctx, &explode)?,
        None => vec![0.0; x.len()],
    };
    for (name, length) in [("labels", labels.len()), ("explode", explode.len())] {
        if length != x.len() {
            return Err(Fault::value_error(format!("'{name}' must be of length 'x', not {length}")));
        }
    }
    let colors = options.take("colors").map(|colors| color::colors(ctx, &colors)).transpose()?;
    let radius = options.number(ctx, "radius")?.unwrap_or(1.0);
    if !(radius > 0.0) {
        return Err(Fault::value_error(format!("'radius' must be a positive number, not {radius}")));
    }
    let center = options.take("center").map(|center| point(ctx, &center)).transpose()?.unwrap_or([0.0; 2]);
    let start = options.number(ctx, "startangle")?.unwrap_or(0.0);
    let forward = options.flag(ctx, "counterclock")?.unwrap_or(true);
    let hatches = match options.take("hatch") {
        Some(hatch @ Value::Str(_)) => vec![hatch],
        Some(list) => ctx.collect(&list)?,
        None => Vec::new(),
    };
    let shadow = match options.take("shadow") {
        Some(shadow) => ctx.truthy(&shadow)?,
        None => false,
    };
    let looks = options.take("wedgeprops");
    let mut round = Round { center, radius, slices: Vec::new() };
    let mut wedges = Vec::new();
    let mut angle = start / 360.0;
    for (index, share) in shares.iter().enumerate() {
        let next = if forward { angle + share } else { angle - share };
        let middle = 180.0 * (angle + next);
        let (sin, cos) = crate::raster::turn(middle);
        let at = [center[0] + explode[index] * cos, center[1] + explode[index] * sin];
        let (from, to) = (360.0 * angle.min(next), 360.0 * angle.max(next));
        let mut options = dictionary(ctx, looks.clone())?;
        let width = options.number(ctx, "width")?;
        let path = wedge(at, radius, from, to, width);
        let face = match &colors {
            Some(colors) => colors.get(index % colors.len().max(1)).copied().unwrap_or(color::NONE),
            None => axes.next_color(ctx, true),
        };
        let patch = add_patch(ctx, axes, Shape::Path { path: path.clone(), class: "Wedge" })?;
        with_patch(&patch, |patch| patch.face = face);
        patch.clip.set(false);
        patch.label.replace(labels[index].clone());
        if let Some(hatch) = hatches.get(index % hatches.len().max(1)) {
            props::set(ctx, &patch, "hatch", hatch)?;
        }
        props::apply(ctx, &patch, options)?;
        if shadow {
            cast_shadow(ctx, axes, path, face, &patch)?;
        }
        round.slices.push((middle, at));
        wedges.push(patch);
        angle = next;
    }
    let text_looks = options.take("textprops");
    let mut label_texts = Vec::new();
    let distance = match options.take_any("labeldistance") {
        None => Some(1.1),
        Some(Value::None) => None,
        Some(value) => Some(crate::builtins::real(ctx, &value)?),
    };
    let turned = options.flag(ctx, "rotatelabels")?.unwrap_or(false);
    if let Some(distance) = distance {
        let size = ctx.plots.rc.font_size("xtick.labelsize");
        for (index, label) in labels.iter().enumerate() {
            let place = Place { distance, outer: true, turned, size };
            label_texts.push(label_at(ctx, axes, &round, index, label, &place, text_looks.clone())?);
        }
    }
    let mut result = vec![super::objects_of(ctx, &wedges)?, super::objects_of(ctx, &label_texts)?];
    if let Some(format) = options.take("autopct") {
        let distance = options.number(ctx, "pctdistance")?.unwrap_or(0.6);
        let size = ctx.plots.rc.number("font.size");
        let mut percents = Vec::new();
        for (index, share) in shares.iter().enumerate() {
            let value = Value::Float(100.0 * share);
            let text = match &format {
                Value::Str(_) => ctx.binary(BinaryOp::Mod, &format, &value)?,
                function => ctx.call_with(function, vec![value])?,
            };
            let text = ctx.str_of(&text)?;
            let place = Place { distance, outer: false, turned: false, size };
            percents.push(label_at(ctx, axes, &round, index, &text, &place, text_looks.clone())?);
        }
        result.push(super::objects_of(ctx, &percents)?);
    }
    options.ignore(&["pctdistance"]);
    let framed = options.flag(ctx, "frame")?.unwrap_or(false);
    options.finish("pie")?;
    axes.aspect.set(Some(1.0));
    axes.adjust.set(Adjust::Box);
    if !framed {
        axes.framed.set(false);
        for (axis, middle) in center.into_iter().enumerate() {
            let domain = axes.domain(axis);
            domain.major.replace(Locator::Null);
            domain.low.set(middle - 1.25);
            domain.high.set(middle + 1.25);
            domain.auto.set(false);
        }
    }
    ctx.tuple(result)
}

/// Where a text stands at its slice.
struct Place {
    distance: f64,
    /// Away from the pie's middle, not around its point.
    outer: bool,
    turned: bool,
    size: f64,
}

fn label_at(
    ctx: &mut Ctx,
    axes: &Rc<Axes>,
    round: &Round,
    index: usize,
    words: &str,
    place: &Place,
    looks: Option<Value>,
) -> PyResult<Rc<Artist>> {
    let (middle, center) = round.slices.get(index).copied().unwrap_or((0.0, round.center));
    let (sin, cos) = crate::raster::turn(middle);
    let reach = place.distance * round.radius;
    let at = [center[0] + reach * cos, center[1] + reach * sin];
    let mut text = Text::new(ctx, words)?;
    text.at = at;
    text.size = place.size;
    text.down = Down::Center;
    text.across = match (place.outer, at[0] > 0.0) {
        (false, _) => Across::Center,
        (true, true) => Across::Left,
        (true, false) => Across::Right,
    };
    if place.turned {
        text.down = if at[1] > 0.0 { Down::Bottom } else { Down::Top };
        text.angle = middle + if at[0] > 0.0 { 0.0 } else { 180.0 };
    }
    let artist = add_text(ctx, axes, text)?;
    let options = dictionary(ctx, looks)?;
    props::apply(ctx, &artist, options)?;
    Ok(artist)
}

/// A darker copy behind a slice.
fn cast_shadow(
    ctx: &mut Ctx,
    axes: &Rc<Axes>,
    path: crate::mpl::path::Path,
    face: color::Color,
    of: &Rc<Artist>,
) -> PyResult<()> {
    let path = path.map(|[x, y]| [x - 0.02, y - 0.02]);
    let shadow = add_patch(ctx, axes, Shape::Path { path, class: "Shadow" })?;
    let dark = [face[0] * 0.3, face[1] * 0.3, face[2] * 0.3, face[3]];
    with_patch(&shadow, |patch| (patch.face, patch.edge, patch.edge_given) = (dark, dark, true));
    shadow.alpha.set(Some(0.5));
    shadow.clip.set(false);
    shadow.label.replace("_nolegend_".to_owned());
    shadow.zorder.set(of.zorder.get().next_down());
    Ok(())
}
