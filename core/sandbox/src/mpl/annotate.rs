//! `annotate`: a text that notes a point.

use std::rc::Rc;

use super::annotation::{Annotation, NoteArrow};
use super::arguments::{Options, point};
use super::arrow::{Arrow, ArrowStyle, Connection};
use super::artist::{Artist, Body};
use super::axes::Axes;
use super::color;
use super::geometry::Affine;
use super::style::LineStyle;
use super::text::Text;
use super::transform::Transform;
use super::{objects, props};
use crate::builtins::real;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// `Axes.annotate`.
pub(crate) fn annotate(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let params = ["text", "xy", "xytext", "xycoords", "textcoords", "arrowprops", "annotation_clip"];
    let mut options = Options::named(args, "annotate", &params, 2)?;
    let words = options.take("text").unwrap_or(Value::None);
    let words = ctx.str_of(&words)?;
    let coords = options.take("xycoords");
    let target = place(ctx, axes, &options.take("xy").unwrap_or(Value::None), coords.as_ref())?;
    let transform = transform_of(ctx, axes, coords.as_ref(), None)?;
    let text_coords = options.take("textcoords").or(coords);
    let given = options.take("xytext");
    let at = match &given {
        Some(given) => place(ctx, axes, given, text_coords.as_ref())?,
        None => target,
    };
    let text_transform = if given.is_some() {
        transform_of(ctx, axes, text_coords.as_ref(), Some((target, &transform)))?
    } else {
        transform.clone()
    };
    let arrow = match options.take("arrowprops") {
        Some(value) => Some(note_arrow(ctx, &value)?),
        None => None,
    };
    let clip = options.flag(ctx, "annotation_clip")?;
    let mut text = Text::new(ctx, &words)?;
    text.at = at;
    text.note = Some(Box::new(Annotation { target, transform, arrow, clip }));
    let artist = Artist::new(ctx, Body::Text(text), words.len() + 512)?;
    artist.clip.set(false);
    axes.add(ctx, &artist)?;
    artist.transform.replace(text_transform);
    artist.counts.set(false);
    props::apply(ctx, &artist, options)?;
    Ok(objects::artist(&artist))
}

/// A point; names are categories where the coordinates are data.
fn place(ctx: &mut Ctx, axes: &Rc<Axes>, value: &Value, coords: Option<&Value>) -> PyResult<[f64; 2]> {
    let items = ctx.collect(value)?;
    let data = coords.is_none_or(|coords| coords.as_str() == Some("data"));
    match &items[..] {
        [x, y] if data => super::arguments::data_point(ctx, axes, x, y),
        [_, _] => point(ctx, value),
        _ => Err(Fault::value_error(format!("too many values to unpack (expected 2, got {})", items.len()))),
    }
}

/// What maps points of some coordinates to pixels. `noted` is the point that offsets count from.
fn transform_of(
    ctx: &mut Ctx,
    axes: &Rc<Axes>,
    coords: Option<&Value>,
    noted: Option<([f64; 2], &Transform)>,
) -> PyResult<Transform> {
    let Some(coords) = coords else { return Ok(axes.data_transform()) };
    if let Value::Tuple(pair) = coords
        && let [x, y] = &pair.0[..]
    {
        let x = transform_of(ctx, axes, Some(x), noted)?;
        let y = transform_of(ctx, axes, Some(y), noted)?;
        return Ok(Transform::blended(x, y));
    }
    if let Some(transform) = objects::transform_of(coords) {
        return Ok(transform);
    }
    if let Some(other) = coords.host::<objects::ArtistObject>() {
        let scale = axes.page().map_or(1.0, |figure| figure.scale());
        let rect = super::axes_draw::extent(ctx, &other.0, scale)?;
        let scale = Affine::scaling(rect.width(), rect.height());
        return Ok(Transform::Affine(scale.then(&Affine::translation(rect.x0, rect.y0))));
    }
    if coords.host::<objects::AxesObject>().is_some() {
        return Ok(axes.axes_transform());
    }
    let Some(name) = coords.as_str() else {
        return Err(Fault::type_error(format!(
            "'xycoords' must be an instance of str, tuple[str, str], Artist, Transform, or Callable, not a {}",
            coords.type_name()
        )));
    };
    let figure = axes.figure.borrow().clone();
    let unit = |unit: &str| match unit {
        "points" => Some(1.0),
        "pixels" => Some(72.0 / figure.upgrade().map_or(72.0, |figure| figure.dpi.get())),
        "fontsize" => Some(ctx.plots.rc.number("font.size")),
        _ => None,
    };
    match (name, name.split_once(' ')) {
        ("data", _) => Ok(axes.data_transform()),
        ("axes fraction", _) => Ok(axes.axes_transform()),
        ("figure fraction" | "subfigure fraction", _) => Ok(Transform::Figure(figure)),
        ("polar", _) => Err(Fault::not_provided("annotate(xycoords='polar')")),
        (_, Some(("offset", rest))) => match (unit(rest), noted) {
            (Some(unit), Some((target, base))) => Ok(Transform::beside(target, base.clone(), figure, unit)),
            _ => Err(Fault::value_error(format!("{name:?} is not a valid coordinate"))),
        },
        (_, Some(("axes", rest))) if unit(rest).is_some() => {
            let base = axes.axes_transform();
            Ok(Transform::beside([0.0; 2], base, figure.clone(), unit(rest).unwrap_or(1.0)))
        }
        (_, Some(("figure" | "subfigure", rest))) if unit(rest).is_some() => {
            let base = Transform::Figure(figure.clone());
            Ok(Transform::beside([0.0; 2], base, figure.clone(), unit(rest).unwrap_or(1.0)))
        }
        _ => Err(Fault::value_error(format!(
            "'{}' is not a valid coordinate",
            name.chars().take(60).collect::<String>()
        ))),
    }
}

/// `arrowprops`.
fn note_arrow(ctx: &mut Ctx, value: &Value) -> PyResult<NoteArrow> {
    let mut options = super::plots::dictionary(ctx, Some(value.clone()))?;
    let styled = options.has("arrowstyle");
    let from = match options.take("relpos") {
        Some(value) => point(ctx, &value)?,
        None => [0.5; 2],
    };
    if options.take("patchA").is_some() || options.take("patchB").is_some() {
        return Err(Fault::not_provided("annotate(arrowprops=dict(patchA=..., patchB=...))"));
    }
    let share =
        if styled { None } else { Some(options.number(ctx, "shrink")?.unwrap_or(0.0).clamp(0.0, 0.49)) };
    let mut simple = [4.0, 12.0, 12.0];
    if !styled {
        for (size, name) in simple.iter_mut().zip(["width", "headwidth", "headlength"]) {
            *size = options.number(ctx, name)?.unwrap_or(*size);
        }
        options.ignore(&["frac"]);
    }
    let mut arrow = self::arrow(ctx, &mut options)?;
    if !styled {
        // Measures in points, whatever the text's size.
        let [tail_width, head_width, head_length] = simple;
        arrow.style = ArrowStyle::Simple { head_length, head_width, tail_width };
        arrow.scale = Some(1.0);
    }
    options.finish("FancyArrowPatch.__init__")?;
    Ok(NoteArrow { arrow, from, share })
}

/// The arrow of keyword arguments of `FancyArrowPatch`.
pub(crate) fn arrow(ctx: &mut Ctx, options: &mut Options) -> PyResult<Arrow> {
    let style = match options.take("arrowstyle") {
        Some(value) => arrow_style(ctx, &value)?,
        None => ArrowStyle::parse("simple")?,
    };
    let connection = match options.take("connectionstyle") {
        Some(Value::Str(text)) => Connection::parse(&text)?,
        Some(other) => match other.host::<super::style_objects::ConnectionObject>() {
            Some(object) => object.0.clone(),
            None => return Err(Fault::type_error("connectionstyle must be a string or a ConnectionStyle")),
        },
        None => Connection::STRAIGHT,
    };
    let mut arrow = Arrow {
        style,
        connection,
        shrink: [2.0; 2],
        scale: options.number(ctx, "mutation_scale")?,
        face: super::rc::color(ctx, "patch.facecolor")?,
        edge: super::rc::color(ctx, "patch.edgecolor")?,
        width: ctx.plots.rc.number("patch.linewidth"),
        line: LineStyle::Solid,
        alpha: options.number(ctx, "alpha")?,
    };
    for (index, name) in ["shrinkA", "shrinkB"].into_iter().enumerate() {
        if let Some(shrink) = options.number(ctx, name)? {
            arrow.shrink[index] = if shrink.is_finite() { shrink.max(0.0) } else { 0.0 };
        }
    }
    if let Some(value) = options.take("color") {
        arrow.face = color::color(ctx, &value)?;
        arrow.edge = arrow.face;
    }
    if let Some(value) = options.take_of(&["facecolor", "fc"]) {
        arrow.face = color::color(ctx, &value)?;
    }
    if let Some(value) = options.take_of(&["edgecolor", "ec"]) {
        arrow.edge = color::color(ctx, &value)?;
    }
    if let Some(value) = options.take_of(&["linewidth", "lw"]) {
        arrow.width = real(ctx, &value)?;
    }
    if let Some(value) = options.take_of(&["linestyle", "ls"]) {
        arrow.line = LineStyle::of(ctx, &value)?;
    }
    if options.flag(ctx, "fill")? == Some(false) {
        arrow.face = color::NONE;
    }
    options.ignore(&[
        "zorder",
        "mutation_aspect",
        "joinstyle",
        "capstyle",
        "antialiased",
        "clip_on",
        "visible",
    ]);
    Ok(arrow)
}

fn arrow_style(_: &mut Ctx, value: &Value) -> PyResult<ArrowStyle> {
    match value {
        Value::Str(text) => ArrowStyle::parse(text),
        other => match other.host::<super::style_objects::ArrowStyleObject>() {
            Some(object) => Ok(object.0.clone()),
            None => Err(Fault::type_error("arrowstyle must be a string or an ArrowStyle")),
        },
    }
}
