//! Ticks, tick labels and the grid.

use std::rc::Rc;

use super::AxesMethod;
use crate::builtins::{integer, real};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, along, choice, texts};
use crate::mpl::artist::{Artist, Body};
use crate::mpl::axes::Axes;
use crate::mpl::axis::{Axis, Direction, TickStyle};
use crate::mpl::style::LineStyle;
use crate::mpl::tick_format::TickFormat;
use crate::mpl::ticks::{Locator, MaxN, OffsetRule, Prune};
use crate::mpl::{color, objects, props};

pub(super) const METHODS: &[(&str, AxesMethod)] = &[
    ("set_xticks", |ctx, axes, args| set_ticks(ctx, axes, args, 0)),
    ("set_yticks", |ctx, axes, args| set_ticks(ctx, axes, args, 1)),
    ("get_xticks", |ctx, axes, args| get_ticks(ctx, axes, args, 0)),
    ("get_yticks", |ctx, axes, args| get_ticks(ctx, axes, args, 1)),
    ("set_xticklabels", |ctx, axes, args| set_labels(ctx, axes, args, 0)),
    ("set_yticklabels", |ctx, axes, args| set_labels(ctx, axes, args, 1)),
    ("get_xticklabels", |ctx, axes, args| get_labels(ctx, axes, args, 0)),
    ("get_yticklabels", |ctx, axes, args| get_labels(ctx, axes, args, 1)),
    ("get_xmajorticklabels", |ctx, axes, args| get_labels(ctx, axes, args, 0)),
    ("get_ymajorticklabels", |ctx, axes, args| get_labels(ctx, axes, args, 1)),
    ("tick_params", tick_params),
    ("minorticks_on", |_, axes, _| {
        axes.axis.iter().for_each(minor_on);
        Ok(Value::None)
    }),
    ("minorticks_off", |_, axes, _| {
        axes.axis.iter().for_each(|axis| drop(axis.domain().minor.replace(Locator::Null)));
        Ok(Value::None)
    }),
    ("grid", grid),
    ("locator_params", locator_params),
    ("ticklabel_format", ticklabel_format),
    ("set_axisbelow", |ctx, axes, args| {
        let [value] = args.exactly("set_axisbelow")?;
        axes.below.set(match &value {
            Value::Str(_) => None,
            value => Some(ctx.truthy(value)?),
        });
        Ok(Value::None)
    }),
];

/// Minor ticks between the major ones.
pub(crate) fn minor_on(axis: &Axis) {
    let domain = axis.domain();
    if matches!(*domain.minor.borrow(), Locator::Null) {
        domain.minor.replace(Locator::AutoMinor(None));
    }
}

/// `set_xticks(ticks, labels=None, *, minor=False, **text)`.
pub(crate) fn set_ticks(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args, axis: usize) -> PyResult<Value> {
    let mut options = Options::named(args, "set_ticks", &["ticks", "labels"], 1)?;
    let minor = options.flag(ctx, "minor")?.unwrap_or(false);
    let domain = axes.domain(axis);
    let ticks = options.take("ticks").unwrap_or(Value::None);
    let places = along(ctx, &domain, &ticks)?;
    if places.len() > crate::mpl::ticks::MOST {
        return Err(Fault::value_error(format!("{} ticks are too many", places.len())));
    }
    // Ticks out of view widen it.
    if let (Some(low), Some(high)) = (
        places.iter().copied().filter(|p| p.is_finite()).reduce(f64::min),
        places.iter().copied().filter(|p| p.is_finite()).reduce(f64::max),
    ) {
        axes.follow();
        let (from, to) = domain.sorted();
        if low < from || high > to {
            domain.bound(from.min(low), to.max(high));
            domain.auto.set(axes.solid.get().is_some() && domain.auto.get());
        }
    }
    let labels = options.take("labels");
    let own = axes.axis_at(axis);
    if minor {
        domain.minor.replace(Locator::Fixed(places, None));
        if let Some(labels) = labels {
            let labels = texts(ctx, &labels)?;
            domain.minor_format.replace(TickFormat::Fixed(labels));
        }
        return Ok(Value::None);
    }
    domain.major.replace(Locator::Fixed(places, None));
    own.labels.borrow_mut().clear();
    match labels {
        Some(labels) => {
            let labels = ctx.collect(&labels)?;
            let labels = ctx.list(labels)?;
            let mut args = Args::new(vec![labels]);
            args.keyword = options.items;
            set_labels(ctx, axes, args, axis)
        }
        None => {
            if matches!(&*domain.format.borrow(), TickFormat::Fixed(_)) {
                let plain = TickFormat::Scalar(crate::mpl::domain::scalar(ctx));
                drop(options);
                domain.format.replace(plain);
                return Ok(Value::None);
            }
            if let Some((name, _)) = options.items.first() {
                return Err(Fault::value_error(format!(
                    "Incorrect use of keyword argument '{}'. Keyword arguments other than 'minor' modify the text labels \
                     and can only be used if 'labels' are passed as well.",
                    &***name
                )));
            }
            Ok(Value::None)
        }
    }
}

pub(crate) fn get_ticks(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args, axis: usize) -> PyResult<Value> {
    let mut options = Options::named(args, "get_ticks", &[], 0)?;
    let minor = options.flag(ctx, "minor")?.unwrap_or(false);
    axes.settle();
    let (major, small) = crate::mpl::axis_layout::places(ctx, axes, axes.axis_at(axis))?;
    let chosen = if minor { small } else { major };
    crate::numpy::array_from(ctx, &[chosen.len()], &chosen)
}

/// `set_xticklabels(labels, *, minor=False, **text)`.
pub(crate) fn set_labels(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args, axis: usize) -> PyResult<Value> {
    let mut options = Options::named(args, "set_ticklabels", &["labels"], 1)?;
    let minor = options.flag(ctx, "minor")?.unwrap_or(false);
    let fonts = options.take("fontdict");
    let labels = options.take("labels").unwrap_or(Value::None);
    let labels = texts(ctx, &labels)?;
    let domain = axes.domain(axis);
    if minor {
        domain.minor_format.replace(TickFormat::Fixed(labels));
        return Ok(Value::None);
    }
    if let Locator::Fixed(places, _) = &*domain.major.borrow()
        && places.len() != labels.len()
        && !labels.is_empty()
    {
        return Err(Fault::value_error(format!(
            "The number of FixedLocator locations ({}), usually from a call to set_ticks, does not match the number of \
             labels ({}).",
            places.len(),
            labels.len()
        )));
    }
    domain.format.replace(TickFormat::Fixed(labels));
    let artists = label_artists(ctx, axes, axis)?;
    for artist in &artists {
        if let Some(fonts) = &fonts {
            crate::mpl::props_text::dictionary(ctx, artist, fonts)?;
        }
        props::apply(ctx, artist, Options { items: options.items.clone() })?;
    }
    ctx.list(artists.iter().map(objects::artist).collect())
}

/// The labels as texts that keep what scripts change on them.
pub(crate) fn label_artists(ctx: &mut Ctx, axes: &Rc<Axes>, axis: usize) -> PyResult<Vec<Rc<Artist>>> {
    axes.settle();
    let own = axes.axis_at(axis);
    let (places, _) = crate::mpl::axis_layout::places(ctx, axes, own)?;
    let domain = own.domain();
    let format = domain.format.borrow().clone();
    let labels = format.labels(ctx, &domain, &places)?;
    let style = own.major.borrow().clone();
    let high = style.labels[1] && !style.labels[0];
    let mut artists = own.labels.borrow().clone();
    artists.truncate(places.len());
    while artists.len() < places.len() {
        let text = own.tick_text(ctx, &style, high)?;
        let artist = Artist::new(ctx, Body::Text(text), 64)?;
        artist.clip.set(false);
        axes.own(&artist);
        artists.push(artist);
    }
    for ((artist, label), place) in artists.iter().zip(labels.ticks).zip(&places) {
        if let Body::Text(text) = &mut *artist.body.borrow_mut() {
            text.text = label;
            text.at = if axis == 0 { [*place, 0.0] } else { [0.0, *place] };
        }
    }
    own.labels.replace(artists.clone());
    Ok(artists)
}

pub(crate) fn get_labels(ctx: &mut Ctx, axes: &Rc<Axes>, _: Args, axis: usize) -> PyResult<Value> {
    let artists = label_artists(ctx, axes, axis)?;
    ctx.list(artists.iter().map(objects::artist).collect())
}

/// `tick_params(axis='both', which='major', ...)`.
fn tick_params(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "tick_params", &["axis"], 0)?;
    let which = options.text(ctx, "axis")?.unwrap_or("both".into());
    choice(
        "axis",
        &which,
        if axes.solid.get().is_some() { &["x", "y", "z", "both"] } else { &["x", "y", "both"] },
    )?;
    for (number, name) in axes.numbered() {
        if which == "both" || which == name {
            let options = Options { items: options.items.clone() };
            axis_params(ctx, axes.axis_at(number), options)?;
        }
    }
    Ok(Value::None)
}

/// Changes the looks of ticks.
pub(crate) fn axis_params(ctx: &mut Ctx, axis: &Axis, mut options: Options) -> PyResult<()> {
    let which = options.text(ctx, "which")?.unwrap_or("major".into());
    choice("which", &which, &["major", "minor", "both"])?;
    let _ = options.flag(ctx, "reset")?;
    if which != "minor" {
        let mut style = axis.major.borrow().clone();
        change(ctx, &mut style, axis.number, &options)?;
        // Labels that scripts hold follow.
        for artist in axis.labels.borrow().iter() {
            if let Body::Text(text) = &mut *artist.body.borrow_mut() {
                text.size = style.label_size;
                text.color = style.label_color;
                if options.has("labelrotation") || options.has("rotation") {
                    text.angle = style.label_angle;
                }
            }
        }
        axis.major.replace(style);
    }
    if which != "major" {
        let mut style = axis.minor.borrow().clone();
        change(ctx, &mut style, axis.number, &options)?;
        axis.minor.replace(style);
    }
    Ok(())
}

fn change(ctx: &mut Ctx, style: &mut TickStyle, axis: usize, options: &Options) -> PyResult<()> {
    let sides = if axis == 0 { ["bottom", "top"] } else { ["left", "right"] };
    let labels = if axis == 0 { ["labelbottom", "labeltop"] } else { ["labelleft", "labelright"] };
    for (name, value) in &options.items {
        match &***name {
            "length" | "size" => style.length = real(ctx, value)?,
            "width" => style.width = real(ctx, value)?,
            "pad" => style.pad = real(ctx, value)?,
            "color" => style.color = color::color(ctx, value)?,
            "labelcolor" => style.label_color = color::color(ctx, value)?,
            "colors" => {
                style.color = color::color(ctx, value)?;
                style.label_color = style.color;
            }
            "labelsize" => style.label_size = crate::mpl::props_text::size(ctx, value)?,
            "labelrotation" | "rotation" => {
                let angle = real(ctx, value)?;
                style.label_angle = if angle.is_finite() { angle.rem_euclid(360.0) } else { 0.0 };
            }
            "labelrotation_mode" | "rotation_mode" => style.label_anchored = value.as_str() == Some("anchor"),
            "labelfontfamily" => style.label_mono = ctx.str_of(value)?.to_lowercase().contains("mono"),
            "direction" => {
                let name = value.as_str().unwrap_or_default();
                style.direction = Direction::named(name).ok_or_else(|| {
                    Fault::value_error(format!(
                        "'{}' is not a valid value for tick direction; supported values are 'in', 'out', 'inout'",
                        name.chars().take(20).collect::<String>()
                    ))
                })?;
            }
            "grid_color" => style.grid_color = color::color(ctx, value)?,
            "grid_alpha" => style.grid_alpha = Some(real(ctx, value)?),
            "grid_linewidth" => style.grid_width = real(ctx, value)?,
            "grid_linestyle" => style.grid_style = LineStyle::of(ctx, value)?,
            "gridOn" => style.grid = ctx.truthy(value)?,
            "zorder" => style.grid_order = Some(real(ctx, value)?),
            "bottom" | "top" | "left" | "right" => {
                if let Some(index) = sides.iter().position(|side| *side == &***name) {
                    style.ticks[index] = ctx.truthy(value)?;
                }
            }
            "labelbottom" | "labeltop" | "labelleft" | "labelright" => {
                if let Some(index) = labels.iter().position(|side| *side == &***name) {
                    style.labels[index] = ctx.truthy(value)?;
                }
            }
            other => {
                return Err(Fault::value_error(format!(
                    "keyword {other} is not recognized; valid keywords are ['size', 'width', 'color', 'pad', ...]"
                )));
            }
        }
    }
    Ok(())
}

/// `grid(visible=None, which='major', axis='both', **line)`.
fn grid(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "grid", &["visible", "which", "axis"], 0)?;
    let which = options.text(ctx, "axis")?.unwrap_or("both".into());
    choice("axis", &which, &["x", "y", "both"])?;
    for (number, name) in axes.numbered() {
        if which == "both" || which == name {
            let options = Options { items: options.items.clone() };
            axis_grid(ctx, axes.axis_at(number), options)?;
        }
    }
    Ok(Value::None)
}

/// Turns the grid of an axis on or off and changes its looks.
pub(crate) fn axis_grid(ctx: &mut Ctx, axis: &Axis, mut options: Options) -> PyResult<()> {
    let which = options.text(ctx, "which")?.unwrap_or("major".into());
    choice("which", &which, &["major", "minor", "both"])?;
    let visible = options.take("visible").or_else(|| options.take("b"));
    let visible = match visible {
        Some(Value::Str(word)) => Some(&**word != "off"),
        Some(value) => Some(ctx.truthy(&value)?),
        None => None,
    };
    for (kind, cell) in [("major", &axis.major), ("minor", &axis.minor)] {
        if which != "both" && which != kind {
            continue;
        }
        let mut style = cell.borrow().clone();
        style.grid = match visible {
            // As in matplotlib, properties of lines turn the grid on.
            Some(visible) => visible || !options.items.is_empty(),
            None if options.items.is_empty() => !style.grid,
            None => true,
        };
        for (name, value) in &options.items {
            match &***name {
                "color" | "c" => style.grid_color = color::color(ctx, value)?,
                "alpha" => style.grid_alpha = Some(real(ctx, value)?),
                "linewidth" | "lw" => style.grid_width = real(ctx, value)?,
                "linestyle" | "ls" | "dashes" => style.grid_style = LineStyle::of(ctx, value)?,
                "zorder" => style.grid_order = Some(real(ctx, value)?),
                "label" | "clip_on" | "snap" | "antialiased" => {}
                other => return Err(crate::mpl::arguments::no_property("Line2D", other)),
            }
        }
        cell.replace(style);
    }
    Ok(())
}

/// `locator_params(axis='both', nbins=None, ...)`.
fn locator_params(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "locator_params", &["axis"], 0)?;
    let which = options.text(ctx, "axis")?.unwrap_or("both".into());
    options.ignore(&["tight"]);
    let bins = options.take("nbins").or_else(|| options.take("numticks"));
    let integer_only = options.flag(ctx, "integer")?;
    let prune = options.text(ctx, "prune")?;
    options.ignore(&["steps", "symmetric", "min_n_ticks"]);
    options.finish("locator_params")?;
    for (number, name) in axes.numbered() {
        if which != "both" && which != name {
            continue;
        }
        let domain = axes.domain(number);
        let mut major = domain.major.borrow_mut();
        let Locator::MaxN(own) = &mut *major else { continue };
        let own: &mut MaxN = own;
        match &bins {
            Some(Value::Str(_)) => own.bins = None,
            Some(value) => own.bins = Some(integer(value)?.clamp(1, 5000) as usize),
            None => {}
        }
        own.integer = integer_only.unwrap_or(own.integer);
        own.prune = match prune.as_deref() {
            Some("lower") => Prune::Lower,
            Some("upper") => Prune::Upper,
            Some("both") => Prune::Both,
            _ => own.prune,
        };
    }
    Ok(Value::None)
}

/// `ticklabel_format(axis='both', style=None, scilimits=None, useOffset=None, ...)`.
fn ticklabel_format(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "ticklabel_format", &[], 0)?;
    let which = options.text(ctx, "axis")?.unwrap_or("both".into());
    let style = options.text(ctx, "style")?;
    let limits =
        options.take("scilimits").map(|value| crate::mpl::arguments::point(ctx, &value)).transpose()?;
    let offset = options.take("useOffset");
    let math = options.flag(ctx, "useMathText")?;
    options.ignore(&["useLocale"]);
    options.finish("ticklabel_format")?;
    for (number, name) in axes.numbered() {
        if which != "both" && which != name {
            continue;
        }
        let domain = axes.domain(number);
        let mut format = domain.format.borrow_mut();
        let TickFormat::Scalar(own) = &mut *format else {
            return Err(Fault::new(
                crate::eval::exception::ExcKind::AttributeError,
                "This method only works with the ScalarFormatter",
            ));
        };
        match style.as_deref() {
            Some("plain") => own.scientific = false,
            Some("sci" | "scientific") => own.scientific = true,
            _ => {}
        }
        if let Some([low, high]) = limits {
            own.limits = (low.clamp(-400.0, 400.0) as i32, high.clamp(-400.0, 400.0) as i32);
        }
        match &offset {
            Some(Value::Bool(true)) => own.offset = OffsetRule::Auto,
            Some(Value::Bool(false)) => own.offset = OffsetRule::Never,
            Some(value) => own.offset = OffsetRule::These(value.as_f64().unwrap_or(0.0)),
            None => {}
        }
        own.math = math.unwrap_or(own.math);
    }
    Ok(Value::None)
}
