//! Fields of arrows.

use std::rc::Rc;

use super::add_collection;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, choice, numbers, shaped};
use crate::mpl::artist::Body;
use crate::mpl::axes::Axes;
use crate::mpl::collection::{Collection, Edges};
use crate::mpl::color::{self, BLACK};
use crate::mpl::geometry::Point;
use crate::mpl::objects;
use crate::mpl::path::Path;
use crate::mpl::props;
use crate::mpl::text::{Across, Down, Text};
use crate::mpl::transform::Transform;

/// What a field of arrows is made of; its shapes depend on the size of the axes and are made when it is drawn.
#[derive(Clone)]
pub(crate) struct Field {
    pub at: Vec<Point>,
    pub arrows: Vec<Point>,
    /// Degrees, or along the arrows on the page (`uv`) or in the data (`xy`).
    pub angles: Angles,
    pub scale: Option<f64>,
    pub scale_units: Option<Units>,
    pub units: Units,
    /// Width of the shaft in units.
    pub width: Option<f64>,
    /// Head's width, length and length at the shaft, shortest shaft and shortest arrow, in shaft widths.
    pub head: [f64; 5],
    pub pivot: usize,
}

#[derive(Clone, Copy, PartialEq)]
#[allow(missing_docs)]
pub(crate) enum Units {
    X,
    Y,
    Xy,
    Width,
    Height,
    Dots,
    Inches,
}

/// How arrows are turned.
#[derive(Clone)]
pub(crate) enum Angles {
    Uv,
    Xy,
    Degrees(Vec<f64>),
}

const UNITS: [&str; 7] = ["x", "y", "xy", "width", "height", "dots", "inches"];
const KINDS: [Units; 7] =
    [Units::X, Units::Y, Units::Xy, Units::Width, Units::Height, Units::Dots, Units::Inches];

impl Units {
    /// Pixels a unit.
    fn pixels(self, axes: &Axes) -> f64 {
        let bbox = axes.bbox.get();
        let size = |axis: usize| {
            let domain = axes.domain(axis);
            (domain.high.get() - domain.low.get()).abs()
        };
        match self {
            Self::X => bbox.width() / size(0),
            Self::Y => bbox.height() / size(1),
            Self::Xy => libm::hypot(bbox.width(), bbox.height()) / libm::hypot(size(0), size(1)),
            Self::Width => bbox.width(),
            Self::Height => bbox.height(),
            Self::Dots => 1.0,
            Self::Inches => axes.page().map_or(100.0, |figure| figure.dpi.get()),
        }
    }
}

impl Field {
    /// The arrows as shapes in pixels around their points, and the scale and the shaft's width in pixels.
    pub fn shapes(&self, axes: &Axes) -> (Vec<Path>, f64, f64) {
        let unit = self.units.pixels(axes);
        let bbox = axes.bbox.get();
        // The width of the axes in units.
        let span = bbox.width() / unit;
        let width = self.width.unwrap_or_else(|| {
            let side = libm::sqrt(self.at.len() as f64).clamp(8.0, 25.0);
            0.06 * span / side
        });
        let pixel = |point: Point| axes.to_pixels(point);
        let limits = [axes.domain(0), axes.domain(1)];
        let far = limits.iter().flat_map(|domain| [domain.low.get(), domain.high.get()]);
        let far = far.fold(0.0_f64, |far, end| far.max(end.abs()));
        let by_data = matches!(self.angles, Angles::Xy);
        let lengths_by_data = self.scale_units == Some(Units::Xy);
        let step = if by_data && lengths_by_data { 1.0 } else { far * 0.001 };
        let on_page: Vec<(f64, f64)> = self
            .at
            .iter()
            .zip(&self.arrows)
            .map(|(at, [u, v])| {
                let (a, b) = (pixel(*at), pixel([at[0] + step * u, at[1] + step * v]));
                (libm::atan2(b[1] - a[1], b[0] - a[0]), libm::hypot(b[0] - a[0], b[1] - a[1]) / step)
            })
            .collect();
        let named = !matches!(self.angles, Angles::Degrees(_));
        let sizes: Vec<f64> = if named && lengths_by_data {
            on_page.iter().map(|(_, length)| *length).collect()
        } else {
            self.arrows.iter().map(|[u, v]| libm::hypot(*u, *v)).collect()
        };
        let finite: Vec<f64> = sizes.iter().copied().filter(|size| size.is_finite()).collect();
        let mean = finite.iter().sum::<f64>() / finite.len().max(1) as f64;
        let own = 1.8 * mean * libm::sqrt(self.at.len() as f64).max(10.0) / span;
        let per_length = match self.scale_units {
            None => 1.0,
            Some(Units::Xy) => 1.0 / unit,
            Some(units) => units.pixels(axes) / unit,
        };
        let scale = self.scale.unwrap_or(if self.scale_units.is_some() { own * per_length } else { own });
        let shapes = sizes.iter().enumerate().map(|(index, size)| {
            let angle = match &self.angles {
                Angles::Uv => self.arrows.get(index).map_or(0.0, |[u, v]| libm::atan2(*v, *u)),
                Angles::Xy => on_page.get(index).map_or(0.0, |(angle, _)| *angle),
                Angles::Degrees(degrees) => {
                    degrees.get(index % degrees.len().max(1)).map_or(0.0, |d| d.to_radians())
                }
            };
            let (sin, cos) = (libm::sin(angle), libm::cos(angle));
            let place =
                |[x, y]: Point| [x * cos - y * sin, x * sin + y * cos].map(|value| value * width * unit);
            let arrow = self.arrow(size * per_length / (scale * width));
            Path::polygon(arrow.map(place))
        });
        (shapes.collect(), scale, width * unit)
    }

    /// One arrow along x, in shaft widths.
    fn arrow(&self, length: f64) -> [Point; 7] {
        let [head_width, head_length, head_axis, shortest_shaft, shortest] = self.head;
        let length = if length.is_finite() { length.clamp(0.0, 65536.0) } else { 0.0 };
        let least = shortest_shaft * head_length;
        let y = [0.5, 0.5, 0.5 * head_width];
        let x = if length < least {
            let shrink = if least == 0.0 { 0.0 } else { length / least };
            return self.pivoted(
                [0.0, least - head_axis, least - head_length, least].map(|x| x * shrink),
                y.map(|y| y * shrink),
                length,
                shortest,
            );
        } else {
            [0.0, length - head_axis, length - head_length, length]
        };
        self.pivoted(x, y, length, shortest)
    }

    fn pivoted(&self, x: [f64; 4], y: [f64; 3], length: f64, shortest: f64) -> [Point; 7] {
        if length < shortest {
            // Too short for an arrow: a small hexagon.
            return std::array::from_fn(|index| {
                let angle = index as f64 * std::f64::consts::FRAC_PI_3;
                [libm::cos(angle) * shortest * 0.5, libm::sin(angle) * shortest * 0.5]
            });
        }
        let shift = [0.0, 0.5 * x[3], x[3]][self.pivot.min(2)];
        let point = |x: f64, y: f64| [x - shift, y];
        [
            point(x[0], y[0]),
            point(x[1], y[1]),
            point(x[2], y[2]),
            point(x[3], 0.0),
            point(x[2], -y[2]),
            point(x[1], -y[1]),
            point(x[0], -y[0]),
        ]
    }
}

/// `Axes.quiver`.
pub(super) fn quiver(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let (mut given, mut options) = Options::split(args);
    for name in ["X", "Y", "U", "V", "C"] {
        given.extend(options.take(name));
    }
    let (x, y, u, v, c) = match &given[..] {
        [u, v] => (None, None, u, v, None),
        [u, v, c] => (None, None, u, v, Some(c)),
        [x, y, u, v] => (Some(x), Some(y), u, v, None),
        [x, y, u, v, c] => (Some(x), Some(y), u, v, Some(c)),
        _ => {
            return Err(Fault::type_error(format!(
                "quiver() takes from 2 to 5 positional arguments but {} were given",
                given.len()
            )));
        }
    };
    let (u_shape, u) = shaped(ctx, u)?;
    let v = numbers(ctx, v)?;
    let count = u.len().max(v.len());
    ctx.burn(count as u64 * 40 + 20)?;
    let _charge = ctx.charge(count.saturating_mul(128))?;
    let (columns, rows) = match u_shape[..] {
        [rows, columns] => (columns, rows),
        _ => (count, 1),
    };
    let at: Vec<Point> = match (x, y) {
        (Some(x), Some(y)) => {
            let (x, y) = (numbers(ctx, x)?, numbers(ctx, y)?);
            if x.len() == count && y.len() == count {
                x.into_iter().zip(y).map(|(x, y)| [x, y]).collect()
            } else if x.len() == columns && y.len() == rows {
                y.iter().flat_map(|y| x.iter().map(|x| [*x, *y])).collect()
            } else if x.len() == y.len() {
                x.into_iter().zip(y).map(|(x, y)| [x, y]).collect()
            } else {
                return Err(Fault::value_error(format!(
                    "X and Y must be the same size, but X.size is {} and Y.size is {}.",
                    x.len(),
                    y.len()
                )));
            }
        }
        _ => (0..rows * columns).map(|n| [(n % columns) as f64, (n / columns) as f64]).collect(),
    };
    let total = at.len();
    let wrong = |name: &str, size: usize| {
        Fault::value_error(format!(
            "Argument {name} has a size {size} which does not match {total}, the number of arrow positions"
        ))
    };
    if u.len() != total && u.len() != 1 {
        return Err(wrong("U", u.len()));
    }
    if v.len() != total && v.len() != 1 {
        return Err(wrong("V", v.len()));
    }
    let arrows = (0..total).map(|n| [u[n % u.len()], v[n % v.len()]]).collect();
    let angles = match options.take("angles") {
        None => Angles::Uv,
        Some(Value::Str(name)) => [Angles::Uv, Angles::Xy][choice("angles", &name, &["uv", "xy"])?].clone(),
        Some(list) => Angles::Degrees(numbers(ctx, &list)?),
    };
    let units = |ctx: &mut Ctx, options: &mut Options, name: &str| -> PyResult<Option<Units>> {
        match options.text(ctx, name)? {
            Some(text) => Ok(Some(KINDS[choice(name, &text, &UNITS)?])),
            None => Ok(None),
        }
    };
    let field_units = units(ctx, &mut options, "units")?.unwrap_or(Units::Width);
    let scale_units = units(ctx, &mut options, "scale_units")?;
    let mut head = [3.0, 5.0, 4.5, 1.0, 1.0];
    for (size, name) in
        head.iter_mut().zip(["headwidth", "headlength", "headaxislength", "minshaft", "minlength"])
    {
        *size = options.number(ctx, name)?.filter(|size| size.is_finite()).unwrap_or(*size);
    }
    let pivot = options.text(ctx, "pivot")?.unwrap_or_else(|| "tail".to_owned());
    let pivot = choice("pivot", &pivot, &["tail", "mid", "tip", "middle"])?;
    let field = Field {
        at: at.clone(),
        arrows,
        angles,
        scale: options.number(ctx, "scale")?.filter(|scale| *scale != 0.0),
        scale_units,
        units: field_units,
        width: options.number(ctx, "width")?,
        head,
        pivot: if pivot == 3 { 1 } else { pivot },
    };
    let mut collection = Collection::new("Quiver", Vec::new());
    collection.offsets = at;
    collection.offset_transform = Some(axes.data_transform());
    collection.widths = vec![0.0];
    collection.edges = Edges::Face;
    collection.faces = vec![BLACK];
    if let Some(c) = c {
        let values = numbers(ctx, c)?;
        collection.mappable = Some(super::mesh::mappable(ctx, &mut options, values)?);
    } else {
        options.ignore(&["cmap", "norm"]);
    }
    if let Some(value) = options.take_of(&["color", "facecolor", "fc"]) {
        collection.faces = color::colors(ctx, &value)?;
    }
    collection.field = Some(Rc::new(field));
    let artist = add_collection(ctx, axes, collection)?;
    artist.zorder.set(1.0);
    axes.remember(&artist);
    props::apply(ctx, &artist, options)?;
    Ok(objects::artist(&artist))
}

/// `Axes.quiverkey`.
pub(super) fn quiverkey(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "quiverkey", &["Q", "X", "Y", "U", "label"], 5)?;
    let of = options.take("Q").unwrap_or(Value::None);
    let Some(of) = of.host::<objects::ArtistObject>().map(|object| object.0.clone()) else {
        return Err(Fault::type_error("quiverkey() wants what quiver() gave"));
    };
    let x = options.number(ctx, "X")?.unwrap_or(0.0);
    let y = options.number(ctx, "Y")?.unwrap_or(0.0);
    let u = options.number(ctx, "U")?.unwrap_or(0.0);
    let words = options.text(ctx, "label")?.unwrap_or_default();
    let coordinates = options.text(ctx, "coordinates")?.unwrap_or_else(|| "axes".to_owned());
    let transform = match choice("coordinates", &coordinates, &["axes", "figure", "data", "inches"])? {
        0 => axes.axes_transform(),
        1 => Transform::Figure(axes.figure.borrow().clone()),
        2 => axes.data_transform(),
        _ => Transform::Inches(axes.figure.borrow().clone()),
    };
    let side = options.text(ctx, "labelpos")?.unwrap_or_else(|| "N".to_owned());
    let side = choice("labelpos", &side, &["N", "S", "E", "W"])?;
    let gap = options.number(ctx, "labelsep")?.unwrap_or(0.1) * 72.0;
    let angle = options.number(ctx, "angle")?.unwrap_or(0.0);
    let own = options.take("color").map(|value| color::color(ctx, &value)).transpose()?;
    let label_color = options.take("labelcolor").map(|value| color::color(ctx, &value)).transpose()?;
    options.ignore(&["fontproperties", "zorder"]);
    options.finish("quiverkey")?;
    let (mut field, face) = match &*of.body.borrow() {
        Body::Collection(collection) => match &collection.field {
            Some(field) => ((**field).clone(), collection.faces.first().copied().unwrap_or(BLACK)),
            None => return Err(Fault::type_error("quiverkey() wants what quiver() gave")),
        },
        _ => return Err(Fault::type_error("quiverkey() wants what quiver() gave")),
    };
    axes.settle();
    // The key has the field's scale.
    let (_, scale, width) = field.shapes(axes);
    field.width = Some(width / field.units.pixels(axes));
    field.scale = Some(scale);
    let at = transform.apply([x, y]);
    (field.at, field.arrows) = (vec![axes.to_data(at)], vec![[u, 0.0]]);
    field.angles = Angles::Degrees(vec![angle]);
    field.pivot = [1, 1, 2, 0][side];
    let mut collection = Collection::new("QuiverKey", Vec::new());
    collection.offsets = vec![[x, y]];
    collection.offset_transform = Some(transform.clone());
    collection.widths = vec![0.0];
    collection.faces = vec![own.unwrap_or(face)];
    collection.edges = Edges::Face;
    collection.field = Some(Rc::new(field));
    let artist = add_collection(ctx, axes, collection)?;
    artist.counts.set(false);
    artist.clip.set(false);
    artist.zorder.set(of.zorder.get() + 0.1);
    let mut text = Text::new(ctx, &words)?;
    text.color = label_color.unwrap_or(text.color);
    (text.across, text.down) = [
        (Across::Center, Down::Bottom),
        (Across::Center, Down::Top),
        (Across::Left, Down::Center),
        (Across::Right, Down::Center),
    ][side];
    text.at = [[0.0, gap], [0.0, -gap], [gap, 0.0], [-gap, 0.0]][side];
    let label = super::add_text(ctx, axes, text)?;
    label.counts.set(false);
    label.transform.replace(Transform::beside([x, y], transform, axes.figure.borrow().clone(), 1.0));
    Ok(objects::artist(&artist))
}
