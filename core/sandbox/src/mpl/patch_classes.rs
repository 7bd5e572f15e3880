//! `matplotlib.patches`: shapes that scripts make and add to axes.

use super::arguments::{Options, numbers, point};
use super::arrow::ArrowStyle;
use super::artist::{Artist, Body, Patch};
use super::geometry::{Affine, Point, Rect};
use super::path::{Path, Step};
use super::shapes::{ArrowShape, Pivot, Shape, wedge};
use super::text::BoxStyle;
use super::transform::Transform;
use super::{objects, props};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeType;
use crate::eval::value::Value;

/// The artist of a shape; options that are left are its properties.
fn patch(ctx: &mut Ctx, shape: Shape, options: Options) -> PyResult<Value> {
    let bytes = shape.path().steps.len().saturating_mul(64);
    let patch = Patch::new(ctx, shape)?;
    let artist = Artist::new(ctx, Body::Patch(patch), bytes)?;
    props::apply(ctx, &artist, options)?;
    Ok(objects::artist(&artist))
}

/// The same for shapes that have an edge unless it is taken away.
fn edged(ctx: &mut Ctx, shape: Shape, options: Options) -> PyResult<Value> {
    let bytes = shape.path().steps.len().saturating_mul(64);
    let mut patch = Patch::new(ctx, shape)?;
    patch.edge = super::rc::color(ctx, "patch.edgecolor")?;
    let artist = Artist::new(ctx, Body::Patch(patch), bytes)?;
    props::apply(ctx, &artist, options)?;
    Ok(objects::artist(&artist))
}

fn real(ctx: &mut Ctx, options: &mut Options, name: &str, or: f64) -> PyResult<f64> {
    Ok(options.number(ctx, name)?.unwrap_or(or))
}

/// A corner or a centre; times and names are not understood here.
fn place(ctx: &mut Ctx, options: &mut Options, name: &str) -> PyResult<Point> {
    point(ctx, &options.take(name).unwrap_or(Value::None))
}

fn rectangle(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "Rectangle.__init__", &["xy", "width", "height", "angle"], 3)?;
    let at = place(ctx, &mut options, "xy")?;
    let (width, height) = (real(ctx, &mut options, "width", 0.0)?, real(ctx, &mut options, "height", 0.0)?);
    let angle = real(ctx, &mut options, "angle", 0.0)?;
    let pivot = match options.take("rotation_point") {
        None => Pivot::Corner,
        Some(Value::Str(name)) if &**name == "xy" => Pivot::Corner,
        Some(Value::Str(name)) if &**name == "center" => Pivot::Center,
        Some(value) => Pivot::Point(point(ctx, &value)?),
    };
    patch(ctx, Shape::Rectangle { at, width, height, angle, pivot }, options)
}

fn circle(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "Circle.__init__", &["xy", "radius"], 1)?;
    let center = place(ctx, &mut options, "xy")?;
    let size = 2.0 * real(ctx, &mut options, "radius", 5.0)?;
    patch(ctx, Shape::Ellipse { center, width: size, height: size, angle: 0.0, circle: true }, options)
}

fn ellipse(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "Ellipse.__init__", &["xy", "width", "height", "angle"], 3)?;
    let center = place(ctx, &mut options, "xy")?;
    let (width, height) = (real(ctx, &mut options, "width", 0.0)?, real(ctx, &mut options, "height", 0.0)?);
    let angle = real(ctx, &mut options, "angle", 0.0)?;
    patch(ctx, Shape::Ellipse { center, width, height, angle, circle: false }, options)
}

fn arc(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let params = ["xy", "width", "height", "angle", "theta1", "theta2"];
    let mut options = Options::named(args, "Arc.__init__", &params, 3)?;
    if options.flag(ctx, "fill")? == Some(true) {
        return Err(Fault::value_error("Arc objects cannot be filled"));
    }
    let center = place(ctx, &mut options, "xy")?;
    let (width, height) = (real(ctx, &mut options, "width", 0.0)?, real(ctx, &mut options, "height", 0.0)?);
    let angle = real(ctx, &mut options, "angle", 0.0)?;
    let (from, to) = (real(ctx, &mut options, "theta1", 0.0)?, real(ctx, &mut options, "theta2", 360.0)?);
    // Angles are those that are seen, not those of the circle that becomes an ellipse.
    let stretched = |degrees: f64| {
        if width == height {
            return degrees;
        }
        let (sin, cos) = crate::raster::turn(degrees);
        let seen = libm::atan2(width / height * sin, cos).to_degrees();
        super::ticks::divmod(seen + 360.0, 360.0).1
    };
    let (mut start, mut end) = (from, to);
    if (to - from).abs() % 360.0 != 0.0 || to == from {
        (start, end) = (stretched(from), stretched(to));
    }
    if !(start.is_finite() && end.is_finite()) {
        return Err(Fault::value_error("Arc angles must be finite"));
    }
    let affine = Affine::scaling(width / 2.0, height / 2.0)
        .then(&Affine::rotation(angle))
        .then(&Affine::translation(center[0], center[1]));
    let path = Path::arc(start, end, false).transformed(&affine);
    let mut patch = Patch::new(ctx, Shape::Path { path, class: "Arc" })?;
    patch.fill = false;
    patch.edge = super::rc::color(ctx, "patch.edgecolor")?;
    let artist = Artist::new(ctx, Body::Patch(patch), 1024)?;
    props::apply(ctx, &artist, options)?;
    Ok(objects::artist(&artist))
}

fn wedge_patch(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let params = ["center", "r", "theta1", "theta2", "width"];
    let mut options = Options::named(args, "Wedge.__init__", &params, 4)?;
    let center = place(ctx, &mut options, "center")?;
    let radius = real(ctx, &mut options, "r", 1.0)?;
    let (from, to) = (real(ctx, &mut options, "theta1", 0.0)?, real(ctx, &mut options, "theta2", 360.0)?);
    let width = options.number(ctx, "width")?;
    let full = from != to && super::ticks::divmod(to - from, 360.0).1 == 0.0;
    let to = if full { from + 360.0 } else { to };
    if !(from.is_finite() && to.is_finite()) {
        return Err(Fault::value_error("Wedge angles must be finite"));
    }
    let path = wedge(center, radius, from, to, width);
    patch(ctx, Shape::Path { path, class: "Wedge" }, options)
}

fn polygon(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "Polygon.__init__", &["xy"], 1)?;
    let corners = points(ctx, &options.take("xy").unwrap_or(Value::None))?;
    let closed = options.flag(ctx, "closed")?.unwrap_or(true);
    let mut corners = corners;
    if closed && corners.len() > 1 && corners.first() == corners.last() {
        corners.pop();
    }
    patch(ctx, Shape::Polygon { points: corners, closed }, options)
}

/// Points in rows of two numbers.
pub(crate) fn points(ctx: &mut Ctx, value: &Value) -> PyResult<Vec<Point>> {
    let numbers = numbers(ctx, value)?;
    if numbers.len() % 2 != 0 {
        return Err(Fault::value_error("'vertices' must be 2D with shape (N, 2)"));
    }
    ctx.burn(numbers.len() as u64)?;
    Ok(numbers.as_chunks::<2>().0.to_vec())
}

fn regular(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "RegularPolygon.__init__", &["xy", "numVertices"], 2)?;
    let center = place(ctx, &mut options, "xy")?;
    let count = options.whole("numVertices")?.unwrap_or(3);
    let radius = real(ctx, &mut options, "radius", 5.0)?;
    let turn = real(ctx, &mut options, "orientation", 0.0)?;
    if !(3..=10_000).contains(&count) {
        return Err(Fault::value_error("numVertices must be between 3 and 10000"));
    }
    ctx.burn(count as u64)?;
    let corner = |index: i64| {
        let angle =
            2.0 * std::f64::consts::PI * index as f64 / count as f64 + std::f64::consts::FRAC_PI_2 + turn;
        [center[0] + radius * libm::cos(angle), center[1] + radius * libm::sin(angle)]
    };
    let path = Path::polygon((0..count).map(corner));
    patch(ctx, Shape::Path { path, class: "RegularPolygon" }, options)
}

fn path_patch(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "PathPatch.__init__", &["path"], 1)?;
    let given = options.take("path").unwrap_or(Value::None);
    let Some(path) = objects::path_of(&given) else {
        return Err(Fault::type_error(format!("a Path is expected, not '{}'", given.type_name())));
    };
    ctx.burn(path.steps.len() as u64)?;
    edged(ctx, Shape::Path { path, class: "PathPatch" }, options)
}

fn plain_arrow(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "Arrow.__init__", &["x", "y", "dx", "dy", "width"], 4)?;
    let (x, y) = (real(ctx, &mut options, "x", 0.0)?, real(ctx, &mut options, "y", 0.0)?);
    let (dx, dy) = (real(ctx, &mut options, "dx", 0.0)?, real(ctx, &mut options, "dy", 0.0)?);
    let width = real(ctx, &mut options, "width", 1.0)?;
    let angle = libm::atan2(dy, dx).to_degrees();
    let affine = Affine::scaling(libm::hypot(dx, dy), width)
        .then(&Affine::rotation(angle))
        .then(&Affine::translation(x, y));
    let corners = [[0.0, 0.1], [0.0, -0.1], [0.8, -0.1], [0.8, -0.3], [1.0, 0.0], [0.8, 0.3], [0.8, 0.1]];
    let path = Path::polygon(corners).transformed(&affine);
    patch(ctx, Shape::Path { path, class: "Arrow" }, options)
}

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

fn fancy_arrow_class(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    fancy_arrow(ctx, args, "FancyArrow.__init__")
}

fn fancy_box(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let mut options =
        Options::named(args, "FancyBboxPatch.__init__", &["xy", "width", "height", "boxstyle"], 3)?;
    let [x, y] = place(ctx, &mut options, "xy")?;
    let (width, height) = (real(ctx, &mut options, "width", 0.0)?, real(ctx, &mut options, "height", 0.0)?);
    let style = match options.take("boxstyle") {
        None => BoxStyle::parse("round")?,
        Some(Value::Str(text)) => BoxStyle::parse(&text)?,
        Some(other) => match other.host::<super::style_objects::BoxStyleObject>() {
            Some(object) => object.0.clone(),
            None => return Err(Fault::type_error("boxstyle must be a string or a BoxStyle")),
        },
    };
    let scale = real(ctx, &mut options, "mutation_scale", 1.0)?;
    let aspect = real(ctx, &mut options, "mutation_aspect", 1.0)?;
    if aspect == 0.0 {
        return Err(Fault::value_error("mutation_aspect must not be zero"));
    }
    let outline = super::boxes::outline(&style, Rect::sized(x, y / aspect, width, height / aspect), scale);
    let path = outline.map(|[x, y]| [x, y * aspect]);
    let mut shape = Patch::new(ctx, Shape::Path { path, class: "FancyBboxPatch" })?;
    shape.edge = super::rc::color(ctx, "patch.edgecolor")?;
    let artist = Artist::new(ctx, Body::Patch(shape), 2048)?;
    props::apply(ctx, &artist, options)?;
    Ok(objects::artist(&artist))
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

fn fancy_arrow_patch(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
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

fn connection_patch(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
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

/// Whether a value is an artist of a class.
fn is_a(value: &Value, classes: &[&str]) -> bool {
    value.host::<objects::ArtistObject>().is_some_and(|artist| {
        let class = artist.0.class_name();
        matches!(&*artist.0.body.borrow(), Body::Patch(_)) && (classes.is_empty() || classes.contains(&class))
    })
}

macro_rules! classes {
    ($($name:literal, $make:expr, $is:expr;)*) => {
        &[$(NativeType { name: $name, call: Some($make), is_instance: |value| is_a(value, $is), attrs: &[] }),*]
    };
}

static CLASSES: &[NativeType] = classes! {
    "Rectangle", rectangle, &["Rectangle"];
    "Circle", circle, &["Circle"];
    "Ellipse", ellipse, &["Ellipse", "Circle"];
    "Arc", arc, &["Arc"];
    "Wedge", wedge_patch, &["Wedge"];
    "Polygon", polygon, &["Polygon"];
    "RegularPolygon", regular, &["RegularPolygon"];
    "PathPatch", path_patch, &["PathPatch"];
    "Arrow", plain_arrow, &["Arrow"];
    "FancyArrow", fancy_arrow_class, &["FancyArrow"];
    "FancyBboxPatch", fancy_box, &["FancyBboxPatch"];
    "FancyArrowPatch", fancy_arrow_patch, &["FancyArrowPatch"];
    "ConnectionPatch", connection_patch, &["ConnectionPatch"];
    "Patch", bare_patch, &[];
};

/// `Patch(...)`: looks without a shape, for legends.
fn bare_patch(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let options = Options::named(args, "Patch.__init__", &[], 0)?;
    patch(ctx, Shape::Path { path: Path { steps: Vec::<Step>::new() }, class: "Patch" }, options)
}

/// `matplotlib.patches`.
pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    static STYLES: [crate::eval::host::NativeFn; 3] = [
        crate::eval::host::NativeFn { name: "ArrowStyle", call: super::style_objects::arrow_style },
        crate::eval::host::NativeFn { name: "ConnectionStyle", call: super::style_objects::connection_style },
        crate::eval::host::NativeFn { name: "BoxStyle", call: super::style_objects::box_style },
    ];
    let mut contents: Vec<(&'static str, Value)> =
        CLASSES.iter().map(|class| (class.name, Value::Type(class))).collect();
    contents.extend(STYLES.iter().map(|function| (function.name, Value::Native(function))));
    ctx.new_module("matplotlib.patches", contents)
}

/// A class by its name, for `plt.Circle` and the like.
pub(crate) fn class(name: &str) -> Option<Value> {
    CLASSES.iter().find(|class| class.name == name).map(Value::Type)
}
