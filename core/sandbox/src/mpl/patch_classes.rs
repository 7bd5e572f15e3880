//! `matplotlib.patches`: shapes that scripts make and add to axes.

use super::arguments::{Options, numbers, point};
use super::artist::{Artist, Body, Patch};
use super::geometry::{Affine, Point, Rect};
use super::path::{Path, Step};
use super::shapes::{Pivot, Shape, wedge};
use super::text::BoxStyle;
use super::{arrow_classes, objects, props};
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
pub(super) fn edged(ctx: &mut Ctx, shape: Shape, options: Options) -> PyResult<Value> {
    let bytes = shape.path().steps.len().saturating_mul(64);
    let mut patch = Patch::new(ctx, shape)?;
    patch.edge = super::rc::color(ctx, "patch.edgecolor")?;
    let artist = Artist::new(ctx, Body::Patch(patch), bytes)?;
    props::apply(ctx, &artist, options)?;
    Ok(objects::artist(&artist))
}

pub(super) fn real(ctx: &mut Ctx, options: &mut Options, name: &str, or: f64) -> PyResult<f64> {
    Ok(options.number(ctx, name)?.unwrap_or(or))
}

/// A corner or a centre; times and names are not understood here.
pub(super) fn place(ctx: &mut Ctx, options: &mut Options, name: &str) -> PyResult<Point> {
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
    "FancyArrow", arrow_classes::fancy_arrow_class, &["FancyArrow"];
    "FancyBboxPatch", fancy_box, &["FancyBboxPatch"];
    "FancyArrowPatch", arrow_classes::fancy_arrow_patch, &["FancyArrowPatch"];
    "ConnectionPatch", arrow_classes::connection_patch, &["ConnectionPatch"];
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
