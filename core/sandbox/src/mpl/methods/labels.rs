//! Titles, labels, texts, and the looks of the whole axes.

use std::rc::Rc;

use super::AxesMethod;
use crate::builtins::real;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, data_point};
use crate::mpl::artist::{Artist, Body};
use crate::mpl::axes::Axes;
use crate::mpl::geometry::Rect;
use crate::mpl::text::{Across, Text};
use crate::mpl::{color, objects, props, props_text};

pub(super) const METHODS: &[(&str, AxesMethod)] = &[
    ("set_title", set_title),
    ("get_title", |ctx, axes, _| ctx.str(props::text_of(&axes.titles[0]))),
    ("set_xlabel", |ctx, axes, args| set_label(ctx, axes, args, 0)),
    ("set_ylabel", |ctx, axes, args| set_label(ctx, axes, args, 1)),
    ("get_xlabel", |ctx, axes, _| ctx.str(props::text_of(&axes.axis[0].label))),
    ("get_ylabel", |ctx, axes, _| ctx.str(props::text_of(&axes.axis[1].label))),
    ("text", text),
    ("set", set),
    ("set_axis_off", |_, axes, _| {
        axes.shown.set(false);
        Ok(Value::None)
    }),
    ("set_axis_on", |_, axes, _| {
        axes.shown.set(true);
        Ok(Value::None)
    }),
    ("set_facecolor", |ctx, axes, args| {
        let [value] = args.exactly("set_facecolor")?;
        axes.face.set(color::color(ctx, &value)?);
        Ok(Value::None)
    }),
    ("get_facecolor", |ctx, axes, _| color::as_value(ctx, axes.face.get())),
    ("patch_alpha", |ctx, axes, args| {
        let [value] = args.exactly("set_alpha")?;
        axes.face_alpha.set(Some(real(ctx, &value)?));
        Ok(Value::None)
    }),
    ("set_frame_on", |ctx, axes, args| {
        let [value] = args.exactly("set_frame_on")?;
        axes.framed.set(ctx.truthy(&value)?);
        Ok(Value::None)
    }),
    ("set_visible", |ctx, axes, args| {
        let [value] = args.exactly("set_visible")?;
        axes.visible.set(ctx.truthy(&value)?);
        Ok(Value::None)
    }),
    ("get_visible", |_, axes, _| Ok(Value::Bool(axes.visible.get()))),
    ("set_zorder", |ctx, axes, args| {
        let [value] = args.exactly("set_zorder")?;
        axes.zorder.set(real(ctx, &value)?);
        Ok(Value::None)
    }),
    ("get_zorder", |_, axes, _| Ok(Value::Float(axes.zorder.get()))),
    ("set_label", |ctx, axes, args| {
        let [value] = args.exactly("set_label")?;
        axes.label.replace(ctx.str_of(&value)?);
        Ok(Value::None)
    }),
    ("set_position", |ctx, axes, args| {
        let mut options = Options::named(args, "set_position", &["pos", "which"], 1)?;
        let value = options.take("pos").unwrap_or(Value::None);
        let rect = match value.host::<objects::BboxObject>() {
            Some(bbox) => bbox.0,
            None => {
                let [x, y, width, height] = crate::mpl::arguments::four(ctx, &value)?;
                Rect::sized(x, y, width, height)
            }
        };
        axes.spec.replace(None);
        axes.position.set(rect);
        axes.place();
        Ok(Value::None)
    }),
    ("get_position", |_, axes, _| {
        axes.settle();
        let Some(figure) = axes.page() else { return Ok(objects::bbox(axes.position.get())) };
        let (bbox, page) = (axes.bbox.get(), figure.bounds());
        let rect = Rect {
            x0: (bbox.x0 - page.x0) / page.width(),
            y0: (bbox.y0 - page.y0) / page.height(),
            x1: (bbox.x1 - page.x0) / page.width(),
            y1: (bbox.y1 - page.y0) / page.height(),
        };
        Ok(objects::bbox(rect))
    }),
    ("get_window_extent", |_, axes, _| {
        axes.settle();
        Ok(objects::bbox(axes.bbox.get()))
    }),
    ("get_tightbbox", |ctx, axes, _| {
        axes.settle();
        let scale = axes.page().map_or(1.0, |figure| figure.scale());
        crate::mpl::axes_draw::tight(ctx, axes, scale).map(objects::bbox)
    }),
    ("get_figure", |_, axes, _| Ok(axes.page().map_or(Value::None, |figure| objects::figure(&figure)))),
    ("set_prop_cycle", set_prop_cycle),
    ("add_patch", add_artist),
    ("add_line", add_artist),
    ("add_artist", add_artist),
    ("add_collection", add_artist),
    ("add_image", add_artist),
    ("clear", clear),
    ("cla", clear),
    ("remove", |_, axes, _| {
        if let Some(figure) = axes.page() {
            figure.axes.borrow_mut().retain(|other| !Rc::ptr_eq(other, axes));
            let last = figure.axes.borrow().last().cloned();
            figure.current.replace(last);
        }
        Ok(Value::None)
    }),
    ("get_lines", |ctx, axes, _| children(ctx, axes, |body| matches!(body, Body::Line(_)))),
    ("get_images", |ctx, axes, _| children(ctx, axes, |body| matches!(body, Body::Image(_)))),
    ("get_children", |ctx, axes, _| children(ctx, axes, |_| true)),
    ("get_xaxis", |_, axes, _| Ok(crate::mpl::axis_object::value(axes, 0))),
    ("get_yaxis", |_, axes, _| Ok(crate::mpl::axis_object::value(axes, 1))),
    ("get_xaxis_transform", |_, axes, _| {
        let blended = crate::mpl::transform::Transform::blended(axes.data_transform(), axes.axes_transform());
        Ok(objects::transform(blended))
    }),
    ("get_yaxis_transform", |_, axes, _| {
        let blended = crate::mpl::transform::Transform::blended(axes.axes_transform(), axes.data_transform());
        Ok(objects::transform(blended))
    }),
    ("label_outer", |_, axes, _| {
        (0..2).for_each(|axis| outer(axes, axis));
        Ok(Value::None)
    }),
    ("get_legend_handles_labels", |ctx, axes, _| {
        let found = crate::mpl::legend_make::handles(ctx, axes)?;
        let handles = found.iter().map(objects::artist).collect();
        let mut labels = Vec::new();
        for artist in &found {
            labels.push(ctx.str(artist.label.borrow().clone())?);
        }
        let pair = vec![ctx.list(handles)?, ctx.list(labels)?];
        ctx.tuple(pair)
    }),
    ("get_legend", |_, axes, _| Ok(axes.legend.borrow().as_ref().map_or(Value::None, objects::artist))),
    ("legend", crate::mpl::legend_make::on_axes),
    ("twinx", |ctx, axes, _| twin(ctx, axes, 0)),
    ("twiny", |ctx, axes, _| twin(ctx, axes, 1)),
    ("sharex", |_, axes, args| share(axes, args, 0)),
    ("sharey", |_, axes, args| share(axes, args, 1)),
    ("set_alpha", |_, _, _| Ok(Value::None)),
    ("has_data", |_, axes, _| Ok(Value::Bool(!axes.artists.borrow().is_empty()))),
    ("get_subplotspec", |_, axes, _| {
        Ok(axes.spec.borrow().clone().map_or(Value::None, crate::mpl::grid_object::spec_value))
    }),
    ("set_subplotspec", |_, axes, args| {
        let [value] = args.exactly("set_subplotspec")?;
        axes.spec.replace(crate::mpl::grid_object::spec_of(&value));
        axes.place();
        Ok(Value::None)
    }),
    ("format_coord", |ctx, _, _| ctx.str("")),
];

fn children(ctx: &mut Ctx, axes: &Rc<Axes>, wanted: fn(&Body) -> bool) -> PyResult<Value> {
    let artists: Vec<Rc<Artist>> = axes.artists.borrow().clone();
    let chosen = artists.iter().filter(|artist| wanted(&artist.body.borrow()));
    ctx.list(chosen.map(objects::artist).collect())
}

/// Sets the text of an artist that is there already, and records the line that did.
fn relabel(ctx: &mut Ctx, artist: &Rc<Artist>, label: &Value) -> PyResult<()> {
    props::set(ctx, artist, "text", label)?;
    artist.line.set(ctx.line());
    Ok(())
}

/// `set_title(label, fontdict=None, loc=None, pad=None, *, y=None, **text)`.
fn set_title(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "set_title", &["label", "fontdict", "loc", "pad"], 1)?;
    let loc = options.text(ctx, "loc")?.unwrap_or_else(|| ctx.plots.rc.text("axes.titlelocation"));
    let index = crate::mpl::arguments::choice("loc", &loc.to_lowercase(), &["center", "left", "right"])?;
    if let Some(pad) = options.number(ctx, "pad")? {
        axes.title_pad.set(pad);
    }
    // Without a place the title finds its own again.
    let place = options.number(ctx, "y")?;
    axes.title_at.set(place);
    let title = &axes.titles[index];
    let label = options.take("label").unwrap_or(Value::None);
    relabel(ctx, title, &label)?;
    if let Some(fonts) = options.take("fontdict") {
        props_text::dictionary(ctx, title, &fonts)?;
    }
    options.ignore(&["x"]);
    props::apply(ctx, title, options)?;
    Ok(objects::artist(title))
}

/// `set_xlabel(xlabel, fontdict=None, labelpad=None, *, loc=None, **text)`.
pub(crate) fn set_label(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args, axis: usize) -> PyResult<Value> {
    let (function, name) =
        [("set_xlabel", "xlabel"), ("set_ylabel", "ylabel"), ("set_zlabel", "zlabel")][axis.min(2)];
    let mut options = Options::named(args, function, &[name, "fontdict", "labelpad"], 1)?;
    let own = axes.axis_at(axis);
    let label = options.take(name).unwrap_or(Value::None);
    if let Body::Text(text) = &mut *own.label.body.borrow_mut() {
        text.at = [0.5, 0.5];
    }
    relabel(ctx, &own.label, &label)?;
    if let Some(pad) = options.number(ctx, "labelpad")? {
        own.label_pad.set(pad);
    }
    if let Some(loc) = options.text(ctx, "loc")? {
        let (place, across) = match &*loc {
            "left" | "bottom" => (0.0, Across::Left),
            "right" | "top" => (1.0, Across::Right),
            _ => (0.5, Across::Center),
        };
        if let Body::Text(text) = &mut *own.label.body.borrow_mut() {
            text.at[axis.min(1)] = place;
            text.across = across;
        }
    }
    if let Some(fonts) = options.take("fontdict") {
        props_text::dictionary(ctx, &own.label, &fonts)?;
    }
    props::apply(ctx, &own.label, options)?;
    Ok(objects::artist(&own.label))
}

/// `text(x, y, s, fontdict=None, **text)`.
fn text(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "text", &["x", "y", "s", "fontdict"], 3)?;
    let (x, y) = (options.take("x").unwrap_or(Value::None), options.take("y").unwrap_or(Value::None));
    let words = options.take_any("s").unwrap_or(Value::None);
    let words = ctx.str_of(&words)?;
    let mut own = Text::new(ctx, &words)?;
    let placed = options.items.iter().any(|(name, _)| &***name == "transform");
    own.at = if placed { [real(ctx, &x)?, real(ctx, &y)?] } else { data_point(ctx, axes, &x, &y)? };
    let artist = Artist::new(ctx, Body::Text(own), words.len())?;
    artist.clip.set(false);
    axes.add(ctx, &artist)?;
    if let Some(fonts) = options.take("fontdict") {
        props_text::dictionary(ctx, &artist, &fonts)?;
    }
    props::apply(ctx, &artist, options)?;
    Ok(objects::artist(&artist))
}

/// `set(xlim=..., title=..., ...)`: every name is a `set_...`.
fn set(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let (_, options) = Options::split(args);
    for (name, value) in options.items {
        let method = super::method_of(axes, &format!("set_{}", &**name));
        let Some(method) = method else { return Err(crate::mpl::arguments::no_property("Axes", &name)) };
        method(ctx, axes, Args::new(vec![value]))?;
    }
    Ok(Value::None)
}

/// `set_prop_cycle(color=[...])`, or a cycler.
fn set_prop_cycle(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let (positional, mut options) = Options::split(args);
    axes.cycle.set(0);
    axes.fill_cycle.set(0);
    let colors = match (&positional[..], options.take("color")) {
        ([Value::None], _) => None,
        ([cycler], _) => Some(crate::mpl::cycler::colors(ctx, cycler)?),
        ([Value::Str(_), list], _) => Some(color::colors(ctx, list)?),
        (_, Some(list)) => Some(color::colors(ctx, &list)?),
        _ => return Err(Fault::not_provided("set_prop_cycle of anything but colors")),
    };
    axes.colors.replace(colors.filter(|colors| !colors.is_empty()).map(Rc::new));
    Ok(Value::None)
}

/// Adds an artist that the script made itself.
fn add_artist(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "add_artist", &["artist", "autolim"], 1)?;
    let value = options.take("artist").unwrap_or(Value::None);
    let Some(object) = value.host::<objects::ArtistObject>() else {
        return Err(Fault::type_error(format!(
            "'artist' must be an instance of matplotlib.artist.Artist, not a {}",
            value.type_name()
        )));
    };
    if object.0.home().is_some() {
        return Err(Fault::new(
            crate::eval::exception::ExcKind::RuntimeError,
            "Can not put single artist in more than one figure",
        ));
    }
    if matches!(&*object.0.body.borrow(), Body::Legend(_)) {
        object.0.clip.set(false);
    }
    axes.add(ctx, &object.0)?;
    Ok(value)
}

fn clear(ctx: &mut Ctx, axes: &Rc<Axes>, _: Args) -> PyResult<Value> {
    axes.artists.borrow_mut().clear();
    axes.children.borrow_mut().clear();
    axes.legend.replace(None);
    axes.cycle.set(0);
    axes.fill_cycle.set(0);
    axes.aspect.set(None);
    axes.mapped.replace(None);
    for title in axes.titles.iter().chain(axes.axis.iter().map(|axis| &axis.label)) {
        let empty = ctx.str("")?;
        props::set(ctx, title, "text", &empty)?;
    }
    for axis in axes.numbered().map(|(number, _)| axes.axis_at(number)) {
        let domain = axis.domain();
        domain.auto.set(true);
        domain.low.set(0.0);
        domain.high.set(1.0);
        domain.set_scale(ctx, crate::mpl::domain::Scale::Linear);
        domain.categories.borrow_mut().clear();
        axis.labels.borrow_mut().clear();
    }
    Ok(Value::None)
}

/// Hides the tick labels and the label of an axis that inner axes of a grid do not need.
pub(crate) fn outer(axes: &Rc<Axes>, axis: usize) {
    let Some(spec) = axes.spec.borrow().clone() else { return };
    let own = &axes.axis[axis];
    // First the side that labels stand at by default.
    let inner = if axis == 0 {
        [spec.rows.1 + 1 < spec.grid.rows, spec.rows.0 > 0]
    } else {
        [spec.columns.0 > 0, spec.columns.1 + 1 < spec.grid.columns]
    };
    for (side, inner) in inner.into_iter().enumerate() {
        if inner {
            own.major.borrow_mut().labels[side] = false;
            own.minor.borrow_mut().labels[side] = false;
            if own.label_high.get() == (side == 1) {
                own.label.visible.set(false);
            }
        }
    }
}

/// Axes at the same place that share one axis.
fn twin(ctx: &mut Ctx, axes: &Rc<Axes>, axis: usize) -> PyResult<Value> {
    let Some(figure) = axes.page() else { return Err(Fault::value_error("the axes stand in no figure")) };
    let mut shared = [None, None];
    shared[axis] = Some(axes.domain(axis));
    let other = Axes::new(ctx, &figure, axes.position.get(), shared)?;
    other.spec.replace(axes.spec.borrow().clone());
    other.framed.set(true);
    other.face.set(color::NONE);
    other.twin.replace(Rc::downgrade(axes));
    other.aspect.set(axes.aspect.get());
    // The new axis stands on the other side, the shared one is not drawn twice.
    let own = 1 - axis;
    let (kept, hidden) = (&other.axis[own], &other.axis[axis]);
    hidden.visible.set(false);
    for cell in [&kept.major, &kept.minor] {
        let mut style = cell.borrow_mut();
        style.ticks = [false, true];
        style.labels = [false, true];
    }
    kept.label_high.set(true);
    for cell in [&axes.axis[own].major, &axes.axis[own].minor] {
        let mut style = cell.borrow_mut();
        style.ticks[1] = false;
        style.labels[1] = false;
    }
    other.place();
    figure.add(ctx, &other)?;
    Ok(objects::axes(&other))
}

fn share(axes: &Rc<Axes>, args: Args, axis: usize) -> PyResult<Value> {
    let [other] = args.exactly("share")?;
    let Some(other) = other.host::<objects::AxesObject>() else {
        return Err(Fault::type_error("an Axes is expected"));
    };
    axes.share(axis, other.0.domain(axis));
    Ok(Value::None)
}
