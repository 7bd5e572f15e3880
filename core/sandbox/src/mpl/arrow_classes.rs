//! Arrows of `matplotlib.patches`.

use super::arguments::Options;
use super::arrow::ArrowStyle;
use super::artist::{Artist, Body, Patch};
use super::geometry::Point;
use super::patch_classes::{edged, place, real};
use super::path::Path;
use super::shapes::{ArrowShape, Shape};
use super::transform::Transform;
use super::{objects, props};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// The arrow that is one shape in data, as `Axes.arrow` and `FancyArrow` draw it.
pub(crate) fn fancy_arrow(ctx: &mut Ctx, args: Args, name: &str) -> PyResult<Value> {
    let mut options = Options::named(args, name, &["x", "y", "dx", "dy"], 4)?;
    let (x, y) = (real(ctx, &mut options, "x", 0.0)?, real(ctx, &mut options, "y", 0.0)?);
    let (dx, dy) = (real(ctx, &mut options, "dx", 0.0)?, real(ctx, &mut options, "dy", 0.0)?);
    let width = real(ctx, &mut options, "width", 0.001)?;
    let head_width = real(ctx, &mut options, "head_width", 3.0 * width)?;
    let head_length = real(ctx, &mut options, "head_length", 1.5 * head_width)?;
    let included = options.flag(ctx, "length_includes_head")?.unwrap_or(false);
    let from_zero = options.flag(ctx, "head_starts_at_zero")?.unwrap_or(false);
    let overhang = real(ctx, &mut options, "overhang", 0.0)?;
    let half = options.text(ctx, "shape")?.unwrap_or_else(|| "full".to_owned());
    let half = super::arguments::choice("shape", &half, &["full", "left", "right"])?;
    let distance = libm::hypot(dx, dy);
    let length = if included { distance } else { distance + head_length };
    let mut corners: Vec<Point> = Vec::new();
    if length != 0.0 {
        let (hw, hl) = (head_width, head_length);
        let left: [Point; 5] = [
            [0.0, 0.0],
            [-hl, -hw / 2.0],
            [-hl * (1.0 - overhang), -width / 2.0],
            [-length, -width / 2.0],
            [-length, 0.0],
        ];
        let shift = if from_zero { hl } else { 0.0 };
        let left = left.map(|[x, y]| [x + shift, y]);
        let right = left.map(|[x, y]| [x, -y]);
        corners = match half {
            1 => left.to_vec(),
            2 => right.to_vec(),
            _ => left[..4].iter().chain(right[..4].iter().rev()).copied().collect(),
        };
    }
    // The tip is at the end of the length.
    let (cos, sin) = if distance == 0.0 { (1.0, 0.0) } else { (dx / distance, dy / distance) };
    let reach = if included { distance } else { distance + head_length };
    let (tip_x, tip_y) = (x + cos * reach, y + sin * reach);
    let place = |[u, v]: Point| [tip_x + u * cos - v * sin, tip_y + u * sin + v * cos];
    let path = Path::polygon(corners.into_iter().map(place));
    edged(ctx, Shape::Path { path, class: "FancyArrow" }, options)
}

pub(super) fn fancy_arrow_class(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    fancy_arrow(ctx, args, "FancyArrow.__init__")
}

/// An arrow shape with its looks as patch.
fn arrow_patch(ctx: &mut Ctx, shape: ArrowShape, options: Options) -> PyResult<Value> {
    let mut patch = Patch::new(ctx, Shape::Arrow(Box::new(shape)))?;
    patch.edge = super::rc::color(ctx, "patch.edgecolor")?;
    let artist = Artist::new(ctx, Body::Patch(patch), 1024)?;
    props::apply(ctx, &artist, options)?;
    Ok(objects::artist(&artist))
}

/// Takes what only arrows know.
fn arrow_options(
    ctx: &mut Ctx,
    options: &mut Options,
    style: &str,
    shrink: f64,
) -> PyResult<super::arrow::Arrow> {
    let mut own = Options::default();
    let names = ["arrowstyle", "connectionstyle", "mutation_scale", "shrinkA", "shrinkB"];
    for name in names {
        if let Some(value) = options.take(name) {
            own.items.push((ctx.text(name)?, value));
        }
    }
    options.ignore(&["mutation_aspect"]);
    let styled = own.has("arrowstyle");
    let shrunk = [own.has("shrinkA"), own.has("shrinkB")];
    let mut arrow = super::annotate::arrow(ctx, &mut own)?;
    if !styled {
        arrow.style = ArrowStyle::parse(style)?;
    }
    for (index, shrunk) in shrunk.into_iter().enumerate() {
        if !shrunk {
            arrow.shrink[index] = shrink;
        }
    }
    Ok(arrow)
}

pub(super) fn fancy_arrow_patch(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "FancyArrowPatch.__init__", &["posA", "posB"], 0)?;
    if let Some(path) = options.take("path") {
        let Some(path) = objects::path_of(&path) else {
            return Err(Fault::type_error("path must be a Path"));
        };
        // Along a path of its own the arrow is a line with a head.
        let ends: Vec<Point> = path.points().collect();
        let (Some(first), Some(last)) = (ends.first(), ends.last()) else {
            return Err(Fault::value_error("the path is empty"));
        };
        if ends.len() > 2 {
            return Err(Fault::not_provided("FancyArrowPatch(path=...)"));
        }
        let arrow = arrow_options(ctx, &mut options, "simple", 2.0)?;
        let shape =
            ArrowShape { ends: [*first, *last], transforms: [None, None], arrow, class: "FancyArrowPatch" };
        return arrow_patch(ctx, shape, options);
    }
    let ends = [place(ctx, &mut options, "posA")?, place(ctx, &mut options, "posB")?];
    if options.take("patchA").is_some() || options.take("patchB").is_some() {
        return Err(Fault::not_provided("FancyArrowPatch(patchA=..., patchB=...)"));
    }
    let arrow = arrow_options(ctx, &mut options, "simple", 2.0)?;
    let shape = ArrowShape { ends, transforms: [None, None], arrow, class: "FancyArrowPatch" };
    arrow_patch(ctx, shape, options)
}

pub(super) fn connection_patch(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let params = ["xyA", "xyB", "coordsA", "coordsB"];
    let mut options = Options::named(args, "ConnectionPatch.__init__", &params, 3)?;
    let ends = [place(ctx, &mut options, "xyA")?, place(ctx, &mut options, "xyB")?];
    let first = options.take("coordsA").unwrap_or(Value::None);
    let coords = [first.clone(), options.take("coordsB").unwrap_or(first)];
    let axes = [options.take("axesA"), options.take("axesB")];
    let mut transforms = [None, None];
    for (index, (coords, axes)) in coords.iter().zip(&axes).enumerate() {
        let axes =
            axes.as_ref().and_then(|axes| axes.host::<objects::AxesObject>()).map(|object| object.0.clone());
        let own = match (coords.as_str(), &axes) {
            (Some("data"), Some(axes)) => Some(axes.data_transform()),
            (Some("data"), None) => None,
            (Some("axes fraction"), Some(axes)) => Some(axes.axes_transform()),
            (Some("figure fraction"), Some(axes)) => Some(Transform::Figure(axes.figure.borrow().clone())),
            (None, _) => objects::transform_of(coords),
            (Some(name), _) => return Err(Fault::not_provided(format!("ConnectionPatch(coordsA='{name}')"))),
        };
        transforms[index] = own;
    }
    let mut arrow = arrow_options(ctx, &mut options, "-", 0.0)?;
    if arrow.scale.is_none() {
        arrow.scale = Some(10.0);
    }
    let shape = ArrowShape { ends, transforms, arrow, class: "ConnectionPatch" };
    let made = arrow_patch(ctx, shape, options)?;
    if let Some(object) = made.host::<objects::ArtistObject>() {
        object.0.clip.set(false);
    }
    Ok(made)
}
