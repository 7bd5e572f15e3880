//! Making legends.

use std::rc::Rc;

use super::arguments::{Options, numbers, texts};
use super::artist::{Artist, Body};
use super::axes::Axes;
use super::color;
use super::figure::Figure;
use super::legend::{Entry, Legend, Place};
use super::text::{Across, Text, is_bold};
use super::{objects, props_text};
use crate::builtins::integer;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// Names of places by their numbers.
const PLACES: [&str; 11] = [
    "best",
    "upper right",
    "upper left",
    "lower left",
    "lower right",
    "right",
    "center left",
    "center right",
    "lower center",
    "upper center",
    "center",
];

/// Artists of an axes that have a label, in matplotlib's order.
pub(crate) fn handles(ctx: &mut Ctx, axes: &Rc<Axes>) -> PyResult<Vec<Rc<Artist>>> {
    let artists = axes.artists.borrow().clone();
    ctx.burn(artists.len() as u64)?;
    let labelled = |artist: &&Rc<Artist>| {
        let label = artist.label.borrow();
        !label.is_empty()
            && !label.starts_with('_')
            && !matches!(&*artist.body.borrow(), Body::Image(_) | Body::Text(_))
    };
    let mut found: Vec<Rc<Artist>> = artists.iter().filter(labelled).cloned().collect();
    crate::sorting::sort_by(&mut found, |a, b| a.contained.get().cmp(&b.contained.get()));
    Ok(found)
}

/// `ax.legend(...)`.
pub(crate) fn on_axes(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let found = handles(ctx, axes)?;
    let artist = make(ctx, args, found, false)?;
    axes.own(&artist);
    axes.legend.replace(Some(artist.clone()));
    Ok(objects::artist(&artist))
}

/// `fig.legend(...)`.
pub(crate) fn on_figure(ctx: &mut Ctx, figure: &Rc<Figure>, args: Args) -> PyResult<Value> {
    let mut found = Vec::new();
    for axes in figure.axes.borrow().iter() {
        found.extend(handles(ctx, axes)?);
    }
    let artist = make(ctx, args, found, true)?;
    figure.own(&artist);
    figure.artists.borrow_mut().push(artist.clone());
    Ok(objects::artist(&artist))
}

/// The artists that an argument holds; of a container, that of its label.
fn artists_of(ctx: &mut Ctx, value: &Value) -> PyResult<Vec<Rc<Artist>>> {
    let mut out = Vec::new();
    for item in ctx.collect(value)? {
        if let Some(object) = item.host::<objects::ArtistObject>() {
            out.push(object.0.clone());
            continue;
        }
        let parts = ctx.collect(&item)?;
        match parts.iter().find_map(|part| part.host::<objects::ArtistObject>()) {
            Some(object) => out.push(object.0.clone()),
            None => return Err(Fault::not_provided(format!("a legend of '{}'", item.type_name()))),
        }
    }
    Ok(out)
}

fn make(ctx: &mut Ctx, args: Args, found: Vec<Rc<Artist>>, figure: bool) -> PyResult<Rc<Artist>> {
    let (positional, mut options) = Options::split(args);
    options.ignore(&["draggable", "mode"]);
    options.refuse("legend", &["handler_map"])?;
    let (mut given, mut named) = (options.take("handles"), options.take("labels"));
    match &positional[..] {
        [] => {}
        [labels] => named = Some(labels.clone()),
        [handles, labels, ..] => (given, named) = (Some(handles.clone()), Some(labels.clone())),
    }
    let chosen = match given {
        Some(value) => artists_of(ctx, &value)?,
        None if named.is_some() => {
            // Labels without handles go to the artists in order.
            match found.first().and_then(|artist| artist.home()) {
                _ if found.is_empty() => Vec::new(),
                _ => found,
            }
        }
        None => found,
    };
    let labels = match named {
        Some(value) => texts(ctx, &value)?,
        None => chosen.iter().map(|artist| artist.label.borrow().clone()).collect(),
    };
    let size = match options.take("fontsize") {
        Some(value) => props_text::size(ctx, &value)?,
        None => match options.take("prop") {
            Some(value) => match font_size(ctx, &value)? {
                Some(size) => size,
                None => ctx.plots.rc.font_size("legend.fontsize"),
            },
            None => ctx.plots.rc.font_size("legend.fontsize"),
        },
    };
    let bold = false;
    let label_color = options.take("labelcolor");
    let mut entries = Vec::new();
    for (handle, label) in chosen.into_iter().zip(labels) {
        if label.starts_with('_') {
            continue;
        }
        let mut text = Text::new(ctx, &label)?;
        text.size = size;
        text.bold |= bold;
        match &label_color {
            Some(Value::Str(word)) if &***word == "linecolor" => {
                if let Body::Line(line) = &*handle.body.borrow() {
                    text.color = line.color;
                }
            }
            Some(value) if color::is_single(value) => text.color = color::color(ctx, value)?,
            _ => {}
        }
        let label = Artist::new(ctx, Body::Text(text), label.len())?;
        label.clip.set(false);
        entries.push(Entry { handle, label });
    }
    let mut legend = defaults(ctx, entries, size, figure)?;
    configure(ctx, &mut legend, &mut options)?;
    let order = options.number(ctx, "zorder")?;
    options.finish("Legend.__init__")?;
    let artist = Artist::new(ctx, Body::Legend(legend), 512)?;
    artist.clip.set(false);
    if let Some(order) = order {
        artist.zorder.set(order);
    }
    Ok(artist)
}

/// The size in `prop={'size': 8}` or a font object.
fn font_size(ctx: &mut Ctx, value: &Value) -> PyResult<Option<f64>> {
    if let Value::Dict(dict) = value {
        let items: Vec<(Value, Value)> =
            dict.0.borrow().iter().map(|(key, value)| (key.value().clone(), value.clone())).collect();
        for (key, value) in items {
            if matches!(key.as_str(), Some("size" | "fontsize")) {
                return props_text::size(ctx, &value).map(Some);
            }
        }
    }
    if let Some(font) = value.host::<super::font_object::FontObject>() {
        let items = font.items.borrow().clone();
        if let Some((_, value)) = items.iter().rev().find(|(name, _)| name == "size") {
            return props_text::size(ctx, value).map(Some);
        }
    }
    Ok(None)
}

fn defaults(ctx: &mut Ctx, entries: Vec<Entry>, size: f64, figure: bool) -> PyResult<Legend> {
    let face = match &*ctx.plots.rc.text("legend.facecolor") {
        "inherit" => super::rc::color(ctx, "axes.facecolor")?,
        _ => super::rc::color(ctx, "legend.facecolor")?,
    };
    let edge = match &*ctx.plots.rc.text("legend.edgecolor") {
        "inherit" => super::rc::color(ctx, "axes.edgecolor")?,
        _ => super::rc::color(ctx, "legend.edgecolor")?,
    };
    let place = place_named(&ctx.plots.rc.text("legend.loc")).unwrap_or(0);
    let rc = &ctx.plots.rc;
    Ok(Legend {
        entries,
        title: None,
        place: Place::Code(if figure && place == 0 { 1 } else { place }),
        anchor: None,
        columns: 1,
        size,
        frame: rc.flag("legend.frameon"),
        fancy: rc.flag("legend.fancybox"),
        shadow: rc.flag("legend.shadow"),
        face,
        edge,
        edge_width: rc.number("patch.linewidth"),
        frame_alpha: Some(rc.number("legend.framealpha")),
        border_pad: rc.number("legend.borderpad"),
        label_spacing: rc.number("legend.labelspacing"),
        handle_length: rc.number("legend.handlelength"),
        handle_height: rc.number("legend.handleheight"),
        text_pad: rc.number("legend.handletextpad"),
        axes_pad: rc.number("legend.borderaxespad"),
        column_spacing: rc.number("legend.columnspacing"),
        marker_scale: rc.number("legend.markerscale"),
        points: rc.number("legend.numpoints").clamp(1.0, 20.0) as usize,
        scatter_points: rc.number("legend.scatterpoints").clamp(1.0, 20.0) as usize,
        label_first: false,
        align: Across::Center,
    })
}

fn place_named(name: &str) -> Option<u8> {
    PLACES.iter().position(|place| *place == name).map(|code| code as u8)
}

/// Reads the options of a legend.
fn configure(ctx: &mut Ctx, legend: &mut Legend, options: &mut Options) -> PyResult<()> {
    if let Some(value) = options.take("loc") {
        legend.place = place(ctx, &value)?;
    }
    let transform = options.take("bbox_transform").and_then(|value| objects::transform_of(&value));
    if let Some(value) = options.take("bbox_to_anchor") {
        let given = match value.host::<objects::BboxObject>() {
            Some(bbox) => vec![bbox.0.x0, bbox.0.y0, bbox.0.width(), bbox.0.height()],
            None => numbers(ctx, &value)?,
        };
        let rect = match given[..] {
            [x, y] => [x, y, 0.0, 0.0],
            [x, y, w, h] => [x, y, w, h],
            _ => return Err(Fault::value_error("bbox_to_anchor must be a 2-tuple or 4-tuple")),
        };
        legend.anchor = Some((rect, transform));
    }
    if let Some(columns) = options.whole("ncols")?.or(options.whole("ncol")?) {
        legend.columns = columns.clamp(1, 1000) as usize;
    }
    legend.frame = options.flag(ctx, "frameon")?.unwrap_or(legend.frame);
    legend.fancy = options.flag(ctx, "fancybox")?.unwrap_or(legend.fancy);
    if let Some(value) = options.take("shadow") {
        legend.shadow = ctx.truthy(&value)?;
        if legend.shadow {
            // The shadow would show through.
            legend.frame_alpha = Some(1.0);
        }
    }
    if let Some(alpha) = options.number(ctx, "framealpha")? {
        legend.frame_alpha = Some(alpha.clamp(0.0, 1.0));
    }
    if let Some(value) = options.take("facecolor").filter(|value| value.as_str() != Some("inherit")) {
        legend.face = color::color(ctx, &value)?;
    }
    if let Some(value) = options.take("edgecolor").filter(|value| value.as_str() != Some("inherit")) {
        legend.edge = color::color(ctx, &value)?;
    }
    for (name, place) in [
        ("borderpad", &mut legend.border_pad),
        ("labelspacing", &mut legend.label_spacing),
        ("handlelength", &mut legend.handle_length),
        ("handleheight", &mut legend.handle_height),
        ("handletextpad", &mut legend.text_pad),
        ("borderaxespad", &mut legend.axes_pad),
        ("columnspacing", &mut legend.column_spacing),
        ("markerscale", &mut legend.marker_scale),
        ("linewidth", &mut legend.edge_width),
    ] {
        if let Some(number) = options.number(ctx, name)? {
            *place = number;
        }
    }
    if let Some(count) = options.whole("numpoints")? {
        legend.points = count.clamp(1, 20) as usize;
    }
    if let Some(count) = options.whole("scatterpoints")? {
        legend.scatter_points = count.clamp(1, 20) as usize;
    }
    options.ignore(&["scatteryoffsets", "scatteroffsets", "markerfirst_", "reverse_"]);
    if let Some(first) = options.flag(ctx, "markerfirst")? {
        legend.label_first = !first;
    }
    if options.flag(ctx, "reverse")?.unwrap_or(false) {
        legend.entries.reverse();
    }
    if let Some(name) = options.text(ctx, "alignment")? {
        legend.align = props_text::across(&name)?;
    }
    let title = options.text(ctx, "title")?;
    let title_size = options.take("title_fontsize");
    let title_font = options.take("title_fontproperties");
    if let Some(title) = title {
        legend.title = Some(make_title(ctx, &title, legend.size, title_size, title_font)?);
    }
    Ok(())
}

fn make_title(
    ctx: &mut Ctx,
    title: &str,
    size: f64,
    own: Option<Value>,
    font: Option<Value>,
) -> PyResult<Rc<Artist>> {
    let mut text = Text::new(ctx, title)?;
    text.size = match own {
        Some(value) => props_text::size(ctx, &value)?,
        // The size of the labels has no part in that of the title.
        None if ctx.plots.rc.changed.contains_key("legend.title_fontsize") => {
            ctx.plots.rc.font_size("legend.title_fontsize")
        }
        None => {
            let _ = size;
            ctx.plots.rc.number("font.size")
        }
    };
    if let Some(Value::Dict(dict)) = font {
        for (key, value) in dict.0.borrow().iter() {
            if key.value().as_str() == Some("weight") {
                text.bold = is_bold(value.as_str().unwrap_or_default());
            }
        }
    }
    let artist = Artist::new(ctx, Body::Text(text), title.len())?;
    artist.clip.set(false);
    Ok(artist)
}

fn place(ctx: &mut Ctx, value: &Value) -> PyResult<Place> {
    match value {
        Value::Str(name) => {
            if let Some(code) = place_named(name) {
                return Ok(Place::Code(code));
            }
            if name.starts_with("outside") {
                return Err(Fault::not_provided("a legend outside by loc='outside ...'"));
            }
            let shown: String = name.chars().take(40).collect();
            Err(Fault::value_error(format!(
                "'{shown}' is not a valid value for loc; supported values are 'best', 'upper right', 'upper left', \
                 'lower left', 'lower right', 'right', 'center left', 'center right', 'lower center', 'upper center', \
                 'center'"
            )))
        }
        Value::Tuple(_) | Value::List(_) => Ok(Place::At(super::arguments::point(ctx, value)?)),
        value => {
            let code = integer(value)?;
            u8::try_from(code)
                .ok()
                .filter(|code| *code <= 10)
                .map(Place::Code)
                .ok_or_else(|| Fault::value_error(format!("Unrecognized location code {code}")))
        }
    }
}

/// Sets a property of a legend.
pub(super) fn set(ctx: &mut Ctx, artist: &Rc<Artist>, name: &str, value: &Value) -> PyResult<bool> {
    let mut options = Options::default();
    let name = match name {
        "frame_on" => "frameon",
        "ncols" => "ncols",
        "title" | "loc" | "bbox_to_anchor" | "alignment" => name,
        _ => return Ok(false),
    };
    options.items.push((ctx.text(name)?, value.clone()));
    let mut legend = match &*artist.body.borrow() {
        Body::Legend(legend) => legend.clone(),
        _ => return Ok(false),
    };
    configure(ctx, &mut legend, &mut options)?;
    artist.body.replace(Body::Legend(legend));
    Ok(true)
}

/// Reads a property of a legend.
pub(super) fn get(ctx: &mut Ctx, legend: &Legend, name: &str) -> PyResult<Option<Value>> {
    Ok(Some(match name {
        "texts" => ctx.list(legend.entries.iter().map(|entry| objects::artist(&entry.label)).collect())?,
        "title" => match &legend.title {
            Some(title) => objects::artist(title),
            None => Value::None,
        },
        "lines" => {
            let lines =
                legend.entries.iter().filter(|entry| matches!(&*entry.handle.body.borrow(), Body::Line(_)));
            ctx.list(lines.map(|entry| objects::artist(&entry.handle)).collect())?
        }
        "patches" => {
            let patches =
                legend.entries.iter().filter(|entry| matches!(&*entry.handle.body.borrow(), Body::Patch(_)));
            ctx.list(patches.map(|entry| objects::artist(&entry.handle)).collect())?
        }
        "frame_on" => Value::Bool(legend.frame),
        _ => return Ok(None),
    }))
}
