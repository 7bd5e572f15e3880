//! `PIL.ImageDraw`: the drawing context and its shapes.

use std::cell::RefCell;

use super::arguments::{
    bounding_box, finite, given, integer_or, narrowed, number, ordered, points, real, sequence,
};
use super::color::{as_value, ink};
use super::draw_text;
use super::image::{PyImage, change, draw, expect, mode};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::{Host, NativeFn, NativeType};
use crate::eval::value::Value;
use crate::raster::{Transform, narrow};
use crate::{DrawKind, Mode, Rgba};

/// `ImageDraw.ImageDraw`.
pub(super) struct PyDraw {
    image: Value,
    /// The mode that colours are understood in: the image's, or RGBA to blend on RGB.
    mode: Mode,
    /// The font of texts that name none.
    pub font: RefCell<Option<Value>>,
}

/// The class, which is also the function `Draw`.
static DRAW: NativeType = NativeType {
    name: "ImageDraw",
    call: Some(new),
    is_instance: |value| value.host::<PyDraw>().is_some(),
    attrs: &[],
};

const METHODS: &[&str] = &[
    "arc",
    "bitmap",
    "chord",
    "circle",
    "ellipse",
    "getfont",
    "line",
    "multiline_text",
    "multiline_textbbox",
    "pieslice",
    "point",
    "polygon",
    "rectangle",
    "regular_polygon",
    "rounded_rectangle",
    "text",
    "textbbox",
    "textlength",
];

fn new(_ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [image, wanted] = args.bind("Draw", ["im", "mode"], 1)?;
    let image = image.unwrap_or(Value::None);
    let own = expect(&image, "im")?.mode();
    let mode = match given(wanted) {
        Some(wanted) => mode(Some(&wanted))?,
        None => own,
    };
    if mode != own && !(mode == Mode::Rgba && own == Mode::Rgb) {
        return Err(Fault::value_error("mode mismatch"));
    }
    Ok(Value::from_host(PyDraw { image, mode, font: RefCell::new(None) }))
}

/// What encloses an area.
struct Paint {
    fill: Option<Rgba>,
    outline: Option<Rgba>,
    width: f32,
}

impl PyDraw {
    pub(super) fn image(&self) -> PyResult<&PyImage> {
        expect(&self.image, "the image")
    }

    /// A colour; if none is given, white in colour and black in grey, as Pillow's ink of -1 comes out.
    pub(super) fn stroke(&self, ctx: &mut Ctx, fill: Option<Value>) -> PyResult<Rgba> {
        let own = match self.mode {
            Mode::Bilevel | Mode::Luma | Mode::Palette => 0,
            Mode::Integer | Mode::Float => 1,
            _ => return given(fill).map_or(Ok([255; 4]), |fill| ink(ctx, &fill, self.mode)),
        };
        ink(ctx, &given(fill).unwrap_or(Value::Int(own)), self.mode)
    }

    /// Colours of an area; an area without any gets an outline.
    fn paint(
        &self,
        ctx: &mut Ctx,
        fill: Option<Value>,
        outline: Option<Value>,
        width: Option<Value>,
    ) -> PyResult<Paint> {
        let fill = given(fill).map(|fill| ink(ctx, &fill, self.mode)).transpose()?;
        let outline = match given(outline) {
            None if fill.is_some() => None,
            outline => Some(self.stroke(ctx, outline)?),
        };
        let width = thickness(width.as_ref())?;
        Ok(Paint { fill, outline: outline.filter(|_| width != 0.0), width })
    }

    fn line(&self, ctx: &mut Ctx, args: Args) -> PyResult<Value> {
        let [xy, fill, width, joint] = args.bind("ImageDraw.line", ["xy", "fill", "width", "joint"], 1)?;
        let bends = points(ctx, &xy.unwrap_or(Value::None))?;
        let points = narrowed(&bends);
        let color = self.stroke(ctx, fill)?;
        let width = thickness(width.as_ref())?;
        if width == 0.0 || points.is_empty() {
            return Ok(Value::None);
        }
        draw(ctx, self.image()?, DrawKind::Line { points, color, width })?;
        if joint.as_ref().and_then(Value::as_str) == Some("curve") {
            super::joint::curves(ctx, self.image()?, &bends, color, width)?;
        }
        Ok(Value::None)
    }

    fn point(&self, ctx: &mut Ctx, args: Args) -> PyResult<Value> {
        let [xy, fill] = args.bind("ImageDraw.point", ["xy", "fill"], 1)?;
        let points = narrowed(&points(ctx, &xy.unwrap_or(Value::None))?);
        let color = self.stroke(ctx, fill)?;
        draw(ctx, self.image()?, DrawKind::Point { points, color })?;
        Ok(Value::None)
    }

    fn rectangle(&self, ctx: &mut Ctx, args: Args) -> PyResult<Value> {
        let params = ["xy", "fill", "outline", "width"];
        let [xy, fill, outline, width] = args.bind("ImageDraw.rectangle", params, 1)?;
        let bbox = bounding_box(ctx, &xy.unwrap_or(Value::None))?;
        let Paint { fill, outline, width } = self.paint(ctx, fill, outline, width)?;
        draw(
            ctx,
            self.image()?,
            DrawKind::Rectangle { bbox, fill, outline, width, radius: 0.0, corners: [true; 4] },
        )?;
        Ok(Value::None)
    }

    fn rounded_rectangle(&self, ctx: &mut Ctx, args: Args) -> PyResult<Value> {
        let params = ["xy", "radius", "fill", "outline", "width", "corners"];
        let [xy, radius, fill, outline, width, corners] =
            args.bind("ImageDraw.rounded_rectangle", params, 1)?;
        let corners = match given(corners) {
            None => [true; 4],
            Some(corners) => {
                let items = sequence(ctx, &corners)?;
                let mut round = Vec::with_capacity(4);
                for item in items.iter().take(4) {
                    round.push(ctx.truthy(item)?);
                }
                <[bool; 4]>::try_from(round).map_err(|_| Fault::value_error("corners must be four values"))?
            }
        };
        let bbox = bounding_box(ctx, &xy.unwrap_or(Value::None))?;
        let radius = given(radius).as_ref().map_or(Ok(0.0), finite)?.clamp(0.0, 1e6);
        let Paint { fill, outline, width } = self.paint(ctx, fill, outline, width)?;
        draw(ctx, self.image()?, DrawKind::Rectangle { bbox, fill, outline, width, radius, corners })?;
        Ok(Value::None)
    }

    fn ellipse(&self, ctx: &mut Ctx, args: Args) -> PyResult<Value> {
        let params = ["xy", "fill", "outline", "width"];
        let [xy, fill, outline, width] = args.bind("ImageDraw.ellipse", params, 1)?;
        let bbox = bounding_box(ctx, &xy.unwrap_or(Value::None))?;
        let Paint { fill, outline, width } = self.paint(ctx, fill, outline, width)?;
        draw(ctx, self.image()?, DrawKind::Ellipse { bbox, fill, outline, width })?;
        Ok(Value::None)
    }

    fn circle(&self, ctx: &mut Ctx, args: Args) -> PyResult<Value> {
        let params = ["xy", "radius", "fill", "outline", "width"];
        let [xy, radius, fill, outline, width] = args.bind("ImageDraw.circle", params, 2)?;
        let [x, y] = super::arguments::point(ctx, &xy.unwrap_or(Value::None))?;
        let radius = real(&radius.unwrap_or(Value::None))?;
        let bbox = ordered([x - radius, y - radius, x + radius, y + radius])?;
        let Paint { fill, outline, width } = self.paint(ctx, fill, outline, width)?;
        draw(ctx, self.image()?, DrawKind::Ellipse { bbox, fill, outline, width })?;
        Ok(Value::None)
    }

    fn polygon(&self, ctx: &mut Ctx, args: Args) -> PyResult<Value> {
        let params = ["xy", "fill", "outline", "width"];
        let [xy, fill, outline, width] = args.bind("ImageDraw.polygon", params, 1)?;
        let points = narrowed(&points(ctx, &xy.unwrap_or(Value::None))?);
        if points.len() < 2 {
            return Err(Fault::type_error("coordinate list must contain at least 2 coordinates"));
        }
        let Paint { fill, outline, width } = self.paint(ctx, fill, outline, width)?;
        draw(ctx, self.image()?, DrawKind::Polygon { points, fill, outline, width })?;
        Ok(Value::None)
    }

    fn regular_polygon(&self, ctx: &mut Ctx, args: Args) -> PyResult<Value> {
        let params = ["bounding_circle", "n_sides", "rotation", "fill", "outline", "width"];
        let [circle, sides, rotation, fill, outline, width] =
            args.bind("ImageDraw.regular_polygon", params, 2)?;
        let sides = integer_or(sides.as_ref(), 0)?;
        if sides < 3 {
            return Err(Fault::value_error("n_sides should be an int > 2"));
        }
        let [cx, cy, radius] = bounding_circle(ctx, &circle.unwrap_or(Value::None))?;
        let rotation = given(rotation).as_ref().map_or(Ok(0.0), real)?;
        ctx.burn(sides as u64)?;
        let _vertices = ctx.charge((sides as usize).saturating_mul(8))?;
        // The polygon stands on a side; vertices are rounded to hundredths.
        let step = 360.0 / sides as f64;
        let start = 270.0 - 0.5 * step + rotation;
        let hundredths = |value: f64| (value * 100.0).round_ties_even() / 100.0;
        let points: Vec<[f32; 2]> = (0..sides)
            .map(|side| {
                let angle = (360.0 - (start + step * side as f64)).to_radians();
                let place = [radius * libm::cos(angle) + cx, radius * libm::sin(angle) + cy];
                place.map(|value| narrow(hundredths(value)))
            })
            .collect();
        if points.iter().flatten().any(|value| !value.is_finite()) {
            return Err(Fault::value_error("bounding_circle and rotation must be finite"));
        }
        let Paint { fill, outline, width } = self.paint(ctx, fill, outline, width)?;
        draw(ctx, self.image()?, DrawKind::Polygon { points, fill, outline, width })?;
        Ok(Value::None)
    }

    fn arc(&self, ctx: &mut Ctx, args: Args) -> PyResult<Value> {
        let [xy, start, end, fill, width] =
            args.bind("ImageDraw.arc", ["xy", "start", "end", "fill", "width"], 3)?;
        let bbox = bounding_box(ctx, &xy.unwrap_or(Value::None))?;
        let (start, end) = (finite(&start.unwrap_or(Value::None))?, finite(&end.unwrap_or(Value::None))?);
        let color = self.stroke(ctx, fill)?;
        let width = thickness(width.as_ref())?;
        draw(ctx, self.image()?, DrawKind::Arc { bbox, start, end, color, width })?;
        Ok(Value::None)
    }

    /// Colour where a mask is.
    fn bitmap(&self, ctx: &mut Ctx, args: Args) -> PyResult<Value> {
        let [xy, bitmap, fill] = args.bind("ImageDraw.bitmap", ["xy", "bitmap", "fill"], 2)?;
        let color = self.stroke(ctx, fill)?;
        let color = as_value(ctx, color, self.mode)?;
        let (xy, bitmap) = (xy.unwrap_or(Value::None), bitmap.unwrap_or(Value::None));
        super::calls::method(ctx, self.image()?, "paste", vec![color, xy, bitmap])
    }

    fn sector(&self, ctx: &mut Ctx, args: Args, pie: bool) -> PyResult<Value> {
        let name = if pie { "ImageDraw.pieslice" } else { "ImageDraw.chord" };
        let params = ["xy", "start", "end", "fill", "outline", "width"];
        let [xy, start, end, fill, outline, width] = args.bind(name, params, 3)?;
        let bbox = bounding_box(ctx, &xy.unwrap_or(Value::None))?;
        let (start, end) = (finite(&start.unwrap_or(Value::None))?, finite(&end.unwrap_or(Value::None))?);
        let Paint { fill, outline, width } = self.paint(ctx, fill, outline, width)?;
        let kind = if pie {
            DrawKind::Pieslice { bbox, start, end, fill, outline, width }
        } else {
            DrawKind::Chord { bbox, start, end, fill, outline, width }
        };
        draw(ctx, self.image()?, kind)?;
        Ok(Value::None)
    }
}

/// Line widths are whole numbers.
fn thickness(value: Option<&Value>) -> PyResult<f32> {
    let width = match value.filter(|value| !value.is_none()) {
        None => 1,
        Some(value) => super::arguments::integer(value)?,
    };
    Ok(width.clamp(0, 1 << 20) as f32)
}

fn bounding_circle(ctx: &mut Ctx, value: &Value) -> PyResult<[f64; 3]> {
    let wrong = || {
        Fault::value_error(
            "bounding_circle should contain 2D coordinates and a radius (e.g. (x, y, r) or ((x, y), r) )",
        )
    };
    let items = sequence(ctx, value)?;
    let numbers = match items.as_slice() {
        [x, y, r] => [number(x), number(y), number(r)],
        [center, r] if number(center).is_none() => {
            let center = sequence(ctx, center)?;
            let [x, y] = center.as_slice() else { return Err(wrong()) };
            [number(x), number(y), number(r)]
        }
        _ => return Err(wrong()),
    };
    let [Some(x), Some(y), Some(radius)] = numbers else {
        return Err(Fault::value_error("bounding_circle should only contain numeric data"));
    };
    if radius.is_nan() || radius <= 0.0 {
        return Err(Fault::value_error("bounding_circle radius should be > 0"));
    }
    Ok([x, y, radius])
}

impl Host for PyDraw {
    fn type_name(&self) -> &'static str {
        "ImageDraw"
    }

    fn class(&self) -> Option<&'static NativeType> {
        Some(&DRAW)
    }

    fn get_attr(&self, ctx: &mut Ctx, _this: &Value, name: &str) -> PyResult<Option<Value>> {
        Ok(match name {
            "font" => Some(self.font.borrow().clone().unwrap_or(Value::None)),
            "mode" => Some(ctx.str(self.mode.name())?),
            "_image" | "im" => Some(self.image.clone()),
            "fill" => Some(Value::Bool(false)),
            "shape" => return Err(Fault::not_provided(format!("ImageDraw.{name}"))),
            _ => None,
        })
    }

    fn set_attr(&self, _ctx: &mut Ctx, name: &str, value: Value) -> PyResult<()> {
        match name {
            "font" => {
                self.font.replace(given(Some(value)));
                Ok(())
            }
            _ => Err(Fault::not_provided(format!("setting ImageDraw.{name}"))),
        }
    }

    fn has_method(&self, name: &str) -> bool {
        METHODS.contains(&name)
    }

    fn call_method(&self, ctx: &mut Ctx, _this: &Value, name: &str, args: Args) -> PyResult<Value> {
        match name {
            "line" => self.line(ctx, args),
            "point" => self.point(ctx, args),
            "rectangle" => self.rectangle(ctx, args),
            "rounded_rectangle" => self.rounded_rectangle(ctx, args),
            "ellipse" => self.ellipse(ctx, args),
            "circle" => self.circle(ctx, args),
            "polygon" => self.polygon(ctx, args),
            "regular_polygon" => self.regular_polygon(ctx, args),
            "arc" => self.arc(ctx, args),
            "bitmap" => self.bitmap(ctx, args),
            "chord" => self.sector(ctx, args, false),
            "pieslice" => self.sector(ctx, args, true),
            _ => draw_text::call(ctx, self, name, args),
        }
    }
}

/// `ImageDraw.floodfill(image, xy, value, border=None, thresh=0)`.
static FLOODFILL: NativeFn = NativeFn {
    name: "floodfill",
    call: |ctx, args| {
        let params = ["image", "xy", "value", "border", "thresh"];
        let [image, xy, value, border, threshold] = args.bind("floodfill", params, 3)?;
        if given(border).is_some() {
            return Err(Fault::not_provided("ImageDraw.floodfill(border=...)"));
        }
        let image = image.unwrap_or(Value::None);
        let image = expect(&image, "image")?;
        let [x, y] = super::arguments::pixel(ctx, &xy.unwrap_or(Value::None))?;
        let color = super::color::color(ctx, &value.unwrap_or(Value::None), image.mode())?;
        let threshold = given(threshold).as_ref().map_or(Ok(0.0), finite)?;
        let [width, height] = image.size().map(i64::from);
        if !(0..width).contains(&x) || !(0..height).contains(&y) {
            // Pillow ignores seeds outside the image.
            return Ok(Value::None);
        }
        ctx.burn(image.area())?;
        let _marks = ctx.charge(image.area() as usize * 9)?;
        let transform = Transform::Flood([x as i32, y as i32], color, threshold);
        change(ctx, image, &transform, image.size(), None, &[])?;
        Ok(Value::None)
    },
};

/// The module.
pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    ctx.new_module(
        "PIL.ImageDraw",
        [
            ("Draw", Value::Type(&DRAW)),
            ("ImageDraw", Value::Type(&DRAW)),
            ("floodfill", Value::Native(&FLOODFILL)),
        ],
    )
}
