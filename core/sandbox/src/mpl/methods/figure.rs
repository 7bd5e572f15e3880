//! Methods of figures.

use std::rc::Rc;

use super::FigureMethod;
use crate::builtins::{integer, real};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, four, point};
use crate::mpl::artist::{Artist, Body};
use crate::mpl::color;
use crate::mpl::figure::{Figure, LayoutEngine};
use crate::mpl::geometry::Rect;
use crate::mpl::grid::Grid;
use crate::mpl::text::{Across, Down, Text};
use crate::mpl::transform::Transform;
use crate::mpl::{grid_object, objects, page, props, props_text, subplots};

pub(super) const METHODS: &[(&str, FigureMethod)] = &[
    ("colorbar", crate::mpl::colorbar::colorbar),
    ("savefig", crate::mpl::save::savefig),
    ("add_subplot", |ctx, figure, args| subplots::subplot(ctx, figure, args, false)),
    ("subplots", make_subplots),
    ("add_axes", add_axes),
    ("add_gridspec", |ctx, _, args| {
        let mut args = args;
        while args.positional.len() < 2
            && args.keyword.iter().all(|(name, _)| !matches!(&***name, "nrows" | "ncols"))
        {
            args.positional.push(Value::Int(1));
        }
        if args.positional.is_empty() {
            for name in ["nrows", "ncols"] {
                if !args.keyword.iter().any(|(known, _)| &***known == name) {
                    args.keyword.push((ctx.text(name)?, Value::Int(1)));
                }
            }
        }
        grid_object::make(ctx, args, None)
    }),
    ("suptitle", |ctx, figure, args| heading(ctx, figure, args, Heading::Title)),
    ("supxlabel", |ctx, figure, args| heading(ctx, figure, args, Heading::Below)),
    ("supylabel", |ctx, figure, args| heading(ctx, figure, args, Heading::Left)),
    ("text", text),
    ("tight_layout", tight_layout),
    ("set_tight_layout", |ctx, figure, args| {
        let [value] = args.exactly("set_tight_layout")?;
        let on = ctx.truthy(&value)?;
        figure.layout.set(if on { LayoutEngine::Tight([1.08; 3]) } else { LayoutEngine::None });
        Ok(Value::None)
    }),
    ("set_layout_engine", |_, figure, args| {
        let name = args.positional.first().and_then(|value| value.as_str().map(str::to_owned));
        figure.layout.set(engine(name.as_deref().unwrap_or("none"))?);
        Ok(Value::None)
    }),
    ("set_constrained_layout", |ctx, figure, args| {
        let [value] = args.exactly("set_constrained_layout")?;
        let on = ctx.truthy(&value)?;
        figure.layout.set(if on { LayoutEngine::Constrained } else { LayoutEngine::None });
        Ok(Value::None)
    }),
    ("subplots_adjust", subplots_adjust),
    ("set_size_inches", |ctx, figure, args| {
        let size = match &args.positional[..] {
            [pair] => point(ctx, pair)?,
            [width, height] => [real(ctx, width)?, real(ctx, height)?],
            _ => return Err(Fault::type_error("set_size_inches() takes a width and a height")),
        };
        if size.iter().any(|side| !(*side > 0.0 && *side < 65_536.0)) {
            return Err(Fault::value_error(format!(
                "figure size must be positive finite not ({}, {})",
                size[0], size[1]
            )));
        }
        figure.size.set(size);
        Ok(Value::None)
    }),
    ("get_size_inches", |ctx, figure, _| crate::numpy::array_from(ctx, &[2], &figure.size.get())),
    ("set_figwidth", |ctx, figure, args| side(ctx, figure, args, 0)),
    ("set_figheight", |ctx, figure, args| side(ctx, figure, args, 1)),
    ("get_figwidth", |_, figure, _| Ok(Value::Float(figure.size.get()[0]))),
    ("get_figheight", |_, figure, _| Ok(Value::Float(figure.size.get()[1]))),
    ("set_dpi", |ctx, figure, args| {
        let [value] = args.exactly("set_dpi")?;
        let dpi = real(ctx, &value)?;
        if !(dpi > 0.0 && dpi < 65_536.0) {
            return Err(Fault::value_error("dpi must be positive"));
        }
        figure.dpi.set(dpi);
        Ok(Value::None)
    }),
    ("get_dpi", |_, figure, _| Ok(Value::Float(figure.dpi.get()))),
    ("set_facecolor", |ctx, figure, args| {
        let [value] = args.exactly("set_facecolor")?;
        figure.face.set(color::color(ctx, &value)?);
        Ok(Value::None)
    }),
    ("get_facecolor", |ctx, figure, _| color::as_value(ctx, figure.face.get())),
    ("set_edgecolor", |ctx, figure, args| {
        let [value] = args.exactly("set_edgecolor")?;
        figure.edge.set(color::color(ctx, &value)?);
        Ok(Value::None)
    }),
    ("set_linewidth", |ctx, figure, args| {
        let [value] = args.exactly("set_linewidth")?;
        figure.edge_width.set(real(ctx, &value)?);
        Ok(Value::None)
    }),
    ("get_axes", |ctx, figure, _| {
        let all: Vec<Value> = figure.axes.borrow().iter().map(objects::axes).collect();
        ctx.list(all)
    }),
    ("gca", |ctx, figure, _| crate::mpl::state::axes_of(ctx, figure).map(|axes| objects::axes(&axes))),
    ("sca", |_, figure, args| {
        let [value] = args.exactly("sca")?;
        if let Some(axes) = value.host::<objects::AxesObject>() {
            figure.current.replace(Some(axes.0.clone()));
        }
        Ok(value)
    }),
    ("delaxes", |ctx, figure, args| {
        let [value] = args.exactly("delaxes")?;
        let _ = figure;
        ctx.call_method(&value, "remove", Args::default())
    }),
    ("clf", clear),
    ("clear", clear),
    ("legend", crate::mpl::legend_make::on_figure),
    ("show", |ctx, _, _| {
        crate::mpl::save::show(ctx)?;
        Ok(Value::None)
    }),
    ("autofmt_xdate", |ctx, figure, args| {
        let mut options = Options::named(args, "autofmt_xdate", &["bottom", "rotation", "ha", "which"], 0)?;
        let angle = options.number(ctx, "rotation")?.unwrap_or(30.0);
        let across = options.text(ctx, "ha")?.unwrap_or("right".into());
        let bottom = options.number(ctx, "bottom")?.unwrap_or(0.2);
        let all = figure.axes.borrow().clone();
        for axes in &all {
            for label in super::ticks::label_artists(ctx, axes, 0)? {
                let across = ctx.str(across.clone())?;
                props::set(ctx, &label, "ha", &across)?;
                props::set(ctx, &label, "rotation", &Value::Float(angle))?;
            }
        }
        let mut margins = figure.margins.get();
        margins.bottom = bottom;
        figure.margins.set(margins);
        Ok(Value::None)
    }),
    ("align_xlabels", |_, figure, _| {
        figure.aligned.set([true, figure.aligned.get()[1]]);
        Ok(Value::None)
    }),
    ("align_ylabels", |_, figure, _| {
        figure.aligned.set([figure.aligned.get()[0], true]);
        Ok(Value::None)
    }),
    ("align_labels", |_, figure, _| {
        figure.aligned.set([true; 2]);
        Ok(Value::None)
    }),
    ("add_artist", |_, figure, args| {
        let [value] = args.exactly("add_artist")?;
        let Some(object) = value.host::<objects::ArtistObject>() else {
            return Err(Fault::type_error(format!("an Artist is expected, not '{}'", value.type_name())));
        };
        figure.own(&object.0);
        object.0.clip.set(false);
        let plain = matches!(*object.0.transform.borrow(), Transform::Pixels);
        if plain {
            object.0.transform.replace(Transform::Figure(figure.this()));
        }
        figure.artists.borrow_mut().push(object.0.clone());
        Ok(value)
    }),
    ("get_tightbbox", |ctx, figure, _| {
        page::settle(ctx, figure)?;
        let all = page::tight_box(ctx, figure)?;
        let dpi = figure.dpi.get();
        Ok(objects::bbox(Rect { x0: all.x0 / dpi, y0: all.y0 / dpi, x1: all.x1 / dpi, y1: all.y1 / dpi }))
    }),
    ("draw", |_, _, _| Ok(Value::None)),
    ("draw_without_rendering", |_, _, _| Ok(Value::None)),
    ("set_label", |ctx, figure, args| {
        let [value] = args.exactly("set_label")?;
        figure.label.replace(ctx.str_of(&value)?);
        Ok(Value::None)
    }),
    ("get_label", |ctx, figure, _| ctx.str(figure.label.borrow().clone())),
];

/// The layout engine of a name.
pub(crate) fn engine(name: &str) -> PyResult<LayoutEngine> {
    Ok(match name {
        "tight" => LayoutEngine::Tight([1.08; 3]),
        "constrained" | "compressed" => LayoutEngine::Constrained,
        "none" => LayoutEngine::None,
        other => {
            crate::mpl::arguments::choice("layout", other, &["tight", "constrained", "compressed", "none"])?;
            LayoutEngine::None
        }
    })
}

fn side(ctx: &mut Ctx, figure: &Rc<Figure>, args: Args, axis: usize) -> PyResult<Value> {
    let [value] = args.exactly("set_figwidth")?;
    let length = real(ctx, &value)?;
    if !(length > 0.0 && length < 65_536.0) {
        return Err(Fault::value_error("figure size must be positive finite"));
    }
    let mut size = figure.size.get();
    size[axis] = length;
    figure.size.set(size);
    Ok(Value::None)
}

/// `subplots(nrows=1, ncols=1, *, sharex, sharey, squeeze, width_ratios, height_ratios, gridspec_kw, ...)`.
pub(crate) fn make_subplots(ctx: &mut Ctx, figure: &Rc<Figure>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "subplots", &["nrows", "ncols"], 0)?;
    let rows = options.whole("nrows")?.unwrap_or(1);
    let columns = options.whole("ncols")?.unwrap_or(1);
    let (rows, columns) = grid_object::sides(rows, columns)?;
    let shares = subplots::shares(ctx, &mut options)?;
    let squeeze = options.flag(ctx, "squeeze")?.unwrap_or(true);
    let mut polar = false;
    if let Some(Value::Dict(dict)) = options.take("subplot_kw") {
        let items: Vec<(Value, Value)> =
            dict.0.borrow().iter().map(|(key, value)| (key.value().clone(), value.clone())).collect();
        for (key, value) in items {
            match (key.as_str(), value.as_str()) {
                (Some("projection"), Some("polar")) => polar = true,
                (Some("polar"), _) => polar = ctx.truthy(&value)?,
                (Some("projection"), Some(other)) => {
                    return Err(Fault::not_provided(format!("projection='{other}'")));
                }
                (name, _) => {
                    let name = name.unwrap_or_default().to_owned();
                    return Err(Fault::not_provided(format!("subplot_kw of '{name}'")));
                }
            }
        }
    }
    let grid = Grid::new(rows, columns, None);
    if let Some(Value::Dict(dict)) = options.take("gridspec_kw") {
        let items: Vec<(Value, Value)> =
            dict.0.borrow().iter().map(|(key, value)| (key.value().clone(), value.clone())).collect();
        let mut own = Options::default();
        for (key, value) in items {
            let name = ctx.str_of(&key)?;
            own.items.push((ctx.text(name)?, value));
        }
        grid_object::configure(ctx, &grid, &mut own)?;
        own.finish("GridSpec")?;
    }
    grid_object::configure(ctx, &grid, &mut options)?;
    options.finish("Figure.subplots")?;
    let made = subplots::fill(ctx, figure, &grid, shares, squeeze)?;
    if polar {
        let all = figure.axes.borrow().clone();
        for axes in all.iter().rev().take(rows * columns) {
            crate::mpl::polar::make(ctx, axes)?;
        }
    }
    Ok(made)
}

fn add_axes(ctx: &mut Ctx, figure: &Rc<Figure>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "add_axes", &["rect"], 1)?;
    let value = options.take("rect").unwrap_or(Value::None);
    if let Some(axes) = value.host::<objects::AxesObject>() {
        figure.add(ctx, &axes.0)?;
        return Ok(value);
    }
    let [x, y, width, height] = four(ctx, &value)?;
    if [x, y, width, height].iter().any(|value| !value.is_finite()) {
        return Err(Fault::value_error("all entries in rect must be finite not ["));
    }
    let polar = options.flag(ctx, "polar")?.unwrap_or(false);
    let polar = match options.text(ctx, "projection")?.as_deref() {
        None | Some("rectilinear") => polar,
        Some("polar") => true,
        Some(other) => return Err(Fault::not_provided(format!("projection='{other}'"))),
    };
    let axes = subplots::add_axes(ctx, figure, Rect::sized(x, y, width, height))?;
    if polar {
        crate::mpl::polar::make(ctx, &axes)?;
    }
    for (name, value) in options.items {
        match super::axes_method(&format!("set_{}", &**name)) {
            Some(method) => drop(method(ctx, &axes, Args::new(vec![value]))?),
            None if &**name == "frameon" || &**name == "frame_on" => axes.framed.set(ctx.truthy(&value)?),
            None => return Err(crate::mpl::arguments::no_property("Axes", &name)),
        }
    }
    Ok(objects::axes(&axes))
}

/// The texts of a whole figure.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Heading {
    Title,
    Below,
    Left,
}

fn heading(ctx: &mut Ctx, figure: &Rc<Figure>, args: Args, which: Heading) -> PyResult<Value> {
    let mut options = Options::named(args, "suptitle", &["t"], 1)?;
    let words = options.take("t").unwrap_or(Value::None);
    let words = ctx.str_of(&words)?;
    let mut text = Text::new(ctx, &words)?;
    text.size = ctx.plots.rc.font_size("figure.titlesize");
    text.bold = crate::mpl::text::is_bold(&ctx.plots.rc.text("figure.titleweight"));
    (text.at, text.across, text.down) = match which {
        Heading::Title => ([0.5, 0.98], Across::Center, Down::Top),
        Heading::Below => ([0.5, 0.01], Across::Center, Down::Bottom),
        Heading::Left => ([0.02, 0.5], Across::Left, Down::Center),
    };
    if which == Heading::Left {
        text.angle = 90.0;
        text.anchored = true;
        (text.across, text.down) = (Across::Center, Down::Top);
    }
    let artist = Artist::new(ctx, Body::Text(text), words.len())?;
    artist.transform.replace(Transform::Figure(figure.this()));
    artist.clip.set(false);
    figure.own(&artist);
    if let Some(fonts) = options.take("fontdict") {
        props_text::dictionary(ctx, &artist, &fonts)?;
    }
    props::apply(ctx, &artist, options)?;
    let old = match which {
        Heading::Title => figure.title.replace(Some(artist.clone())),
        _ => figure.labels.borrow_mut()[usize::from(which == Heading::Left)].replace(artist.clone()),
    };
    let mut artists = figure.artists.borrow_mut();
    artists.retain(|artist| old.as_ref().is_none_or(|old| !Rc::ptr_eq(artist, old)));
    artists.push(artist.clone());
    Ok(objects::artist(&artist))
}

fn text(ctx: &mut Ctx, figure: &Rc<Figure>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "text", &["x", "y", "s", "fontdict"], 3)?;
    let x = options.number(ctx, "x")?.unwrap_or(0.0);
    let y = options.number(ctx, "y")?.unwrap_or(0.0);
    let words = options.take_any("s").unwrap_or(Value::None);
    let words = ctx.str_of(&words)?;
    let mut own = Text::new(ctx, &words)?;
    own.at = [x, y];
    let artist = Artist::new(ctx, Body::Text(own), words.len())?;
    artist.transform.replace(Transform::Figure(figure.this()));
    artist.clip.set(false);
    figure.own(&artist);
    if let Some(fonts) = options.take("fontdict") {
        props_text::dictionary(ctx, &artist, &fonts)?;
    }
    props::apply(ctx, &artist, options)?;
    figure.artists.borrow_mut().push(artist.clone());
    Ok(objects::artist(&artist))
}

/// `tight_layout(*, pad=1.08, h_pad=None, w_pad=None, rect=None)`.
pub(crate) fn tight_layout(ctx: &mut Ctx, figure: &Rc<Figure>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "tight_layout", &["pad"], 0)?;
    let pad = options.number(ctx, "pad")?.unwrap_or(1.08);
    let h_pad = options.number(ctx, "h_pad")?.unwrap_or(pad);
    let w_pad = options.number(ctx, "w_pad")?.unwrap_or(pad);
    let rect = options.take("rect").map(|value| four(ctx, &value)).transpose()?;
    options.finish("tight_layout")?;
    figure.axes.borrow().iter().for_each(|axes| axes.settle());
    crate::mpl::tight::layout(ctx, figure, [pad, w_pad, h_pad], rect)?;
    Ok(Value::None)
}

fn subplots_adjust(ctx: &mut Ctx, figure: &Rc<Figure>, args: Args) -> PyResult<Value> {
    let names = ["left", "bottom", "right", "top", "wspace", "hspace"];
    let mut options = Options::named(args, "subplots_adjust", &names, 0)?;
    let mut margins = figure.margins.get();
    for (name, place) in names.into_iter().zip([
        &mut margins.left,
        &mut margins.bottom,
        &mut margins.right,
        &mut margins.top,
        &mut margins.wspace,
        &mut margins.hspace,
    ]) {
        if let Some(value) = options.number(ctx, name)? {
            *place = value;
        }
    }
    options.finish("subplots_adjust")?;
    if margins.left >= margins.right {
        return Err(Fault::value_error("left cannot be >= right"));
    }
    if margins.bottom >= margins.top {
        return Err(Fault::value_error("bottom cannot be >= top"));
    }
    figure.margins.set(margins);
    figure.layout.set(LayoutEngine::None);
    figure.axes.borrow().iter().for_each(|axes| axes.place());
    Ok(Value::None)
}

fn clear(_: &mut Ctx, figure: &Rc<Figure>, _: Args) -> PyResult<Value> {
    figure.axes.borrow_mut().clear();
    figure.artists.borrow_mut().clear();
    figure.current.replace(None);
    figure.title.replace(None);
    figure.mapped.replace(None);
    Ok(Value::None)
}

/// `figure(num=None, figsize=None, dpi=None, *, facecolor=None, layout=None, ...)`.
pub(crate) fn open(ctx: &mut Ctx, args: Args) -> PyResult<Rc<Figure>> {
    let mut options = Options::named(args, "figure", &["num", "figsize", "dpi"], 0)?;
    let mut label = None;
    let number = match options.take("num") {
        None => None,
        Some(Value::Str(name)) => {
            let name = (**name).to_owned();
            let found = ctx.plots.figures.iter().find(|figure| *figure.label.borrow() == name);
            let number = found.map(|figure| figure.number.get());
            label = Some(name);
            number
        }
        Some(value) => match value.host::<objects::FigureObject>() {
            Some(figure) => Some(figure.0.number.get()),
            None => Some(integer(&value)?),
        },
    };
    let size = options.take("figsize").map(|value| point(ctx, &value)).transpose()?;
    let dpi = options.number(ctx, "dpi")?;
    let wanted =
        number.and_then(|number| ctx.plots.figures.iter().position(|figure| figure.number.get() == number));
    let figure = match wanted {
        Some(index) => {
            // The figure is there already and becomes the current one.
            let figure = ctx.plots.figures.remove(index);
            ctx.plots.figures.push(figure.clone());
            figure
        }
        None => ctx.new_figure(number, size, dpi)?,
    };
    if let Some(label) = label {
        figure.label.replace(label);
    }
    if let Some(value) = options.take("facecolor") {
        figure.face.set(color::color(ctx, &value)?);
    }
    if let Some(value) = options.take("edgecolor") {
        figure.edge.set(color::color(ctx, &value)?);
    }
    if let Some(width) = options.number(ctx, "linewidth")? {
        figure.edge_width.set(width);
    }
    if let Some(name) = options.text(ctx, "layout")? {
        figure.layout.set(engine(&name)?);
    }
    if options.flag(ctx, "tight_layout")?.unwrap_or(false) {
        figure.layout.set(LayoutEngine::Tight([1.08; 3]));
    }
    if options.flag(ctx, "constrained_layout")?.unwrap_or(false) {
        figure.layout.set(LayoutEngine::Constrained);
    }
    if let Some(frame) = options.flag(ctx, "frameon")?
        && !frame
    {
        figure.face.set(color::NONE);
    }
    if options.flag(ctx, "clear")?.unwrap_or(false) {
        clear(ctx, &figure, Args::default())?;
    }
    options.ignore(&["FigureClass"]);
    options.finish("Figure")?;
    Ok(figure)
}
