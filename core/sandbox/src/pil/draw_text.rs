//! The text methods of `ImageDraw`.

use super::arguments::{given, point, real, text};
use super::draw::PyDraw;
use super::font::{self, PyFont, anchor, pay};
use super::image::draw;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::raster::{measure, narrow};
use crate::{DrawKind, TextStyle};

pub(super) fn call(ctx: &mut Ctx, this: &PyDraw, name: &str, args: Args) -> PyResult<Value> {
    match name {
        "text" | "multiline_text" => draw_text(ctx, this, args),
        "textbbox" | "multiline_textbbox" => bounding_box(ctx, this, args),
        "textlength" => length(ctx, this, args),
        "getfont" => current_font(this, None, None),
        _ => Err(Fault::no_attribute("ImageDraw", name)),
    }
}

/// The font of a call: the one given, the default at a size, or the context's.
fn current_font(this: &PyDraw, font: Option<Value>, size: Option<Value>) -> PyResult<Value> {
    if let Some(font) = given(font) {
        return Ok(font);
    }
    if let Some(size) = given(size) {
        return font::default(real(&size)?);
    }
    if let Some(font) = this.font.borrow().clone() {
        return Ok(font);
    }
    font::default(10.0)
}

fn expect_font(value: &Value) -> PyResult<&PyFont> {
    value.host::<PyFont>().ok_or_else(|| {
        let name = value.type_name();
        Fault::new(ExcKind::AttributeError, format!("'{name}' object has no attribute 'getmask'"))
    })
}

/// The arguments that drawing and measuring share.
struct Setting<'a> {
    words: &'a str,
    position: [f32; 2],
    size: f32,
    style: TextStyle,
}

#[allow(clippy::too_many_arguments)] // they are Pillow's
fn setting<'a>(
    ctx: &mut Ctx,
    font: &PyFont,
    xy: Option<Value>,
    words: &'a Value,
    at: Option<Value>,
    spacing: Option<Value>,
    align: Option<Value>,
    stroke_width: Option<Value>,
) -> PyResult<Setting<'a>> {
    let words = text(words)?;
    let position = point(ctx, &xy.unwrap_or(Value::None))?.map(narrow);
    let bounded = |value: Option<Value>, default: f64| -> PyResult<f32> {
        let value = given(value).as_ref().map_or(Ok(default), real)?;
        if value.is_finite() {
            Ok(value.clamp(-1e6, 1e6) as f32)
        } else {
            Err(Fault::value_error("spacing and stroke_width must be finite numbers"))
        }
    };
    let align = match given(align) {
        None => "left".to_owned(),
        Some(align) => match align.as_str() {
            Some(name @ ("left" | "center" | "right")) => name.to_owned(),
            Some("justify") => return Err(Fault::not_provided("align='justify'")),
            _ => {
                return Err(Fault::value_error(
                    "align must be \"left\", \"center\", \"right\" or \"justify\"",
                ));
            }
        },
    };
    let style = TextStyle {
        face: font.face,
        anchor: anchor(at, words)?,
        align,
        spacing: bounded(spacing, 4.0)?,
        stroke_width: bounded(stroke_width, 0.0)?.clamp(0.0, 64.0),
        stroke_fill: None,
    };
    pay(ctx, words, font.size)?;
    Ok(Setting { words, position, size: font.size, style })
}

fn draw_text(ctx: &mut Ctx, this: &PyDraw, args: Args) -> PyResult<Value> {
    let params = [
        "xy",
        "text",
        "fill",
        "font",
        "anchor",
        "spacing",
        "align",
        "direction",
        "features",
        "language",
        "stroke_width",
        "stroke_fill",
        "embedded_color",
        "font_size",
    ];
    let [xy, words, fill, font, at, spacing, align, _, _, _, stroke_width, stroke_fill, _, font_size] =
        args.bind("ImageDraw.text", params, 2)?;
    let font = current_font(this, font, font_size)?;
    let font = expect_font(&font)?;
    let words = words.unwrap_or(Value::None);
    let set = setting(ctx, font, xy, &words, at, spacing, align, stroke_width)?;
    let image = this.image()?;
    // Pillow draws text without the alpha of its colour, also where shapes blend.
    let mode = image.mode();
    let color = mode.fit(this.stroke(ctx, fill)?);
    let stroke_fill = match given(stroke_fill) {
        Some(fill) => Some(mode.fit(this.stroke(ctx, Some(fill))?)),
        None => None,
    };
    let Setting { words, position, size, mut style } = set;
    style.stroke_fill = stroke_fill.filter(|_| style.stroke_width > 0.0);
    let bbox = measure(position, words, size, &style).bbox;
    draw(ctx, image, DrawKind::Text { position, bbox, text: words.to_owned(), size, color, style })?;
    Ok(Value::None)
}

fn bounding_box(ctx: &mut Ctx, this: &PyDraw, args: Args) -> PyResult<Value> {
    let params = [
        "xy",
        "text",
        "font",
        "anchor",
        "spacing",
        "align",
        "direction",
        "features",
        "language",
        "stroke_width",
        "embedded_color",
        "font_size",
    ];
    let [xy, words, font, at, spacing, align, _, _, _, stroke_width, _, font_size] =
        args.bind("ImageDraw.textbbox", params, 2)?;
    let font = current_font(this, font, font_size)?;
    let font = expect_font(&font)?;
    let words = words.unwrap_or(Value::None);
    let set = setting(ctx, font, xy, &words, at, spacing, align, stroke_width)?;
    let bbox = measure(set.position, set.words, set.size, &set.style).bbox;
    let value = |side: f32| match side.fract() == 0.0 {
        true => Value::Int(side as i64),
        false => Value::Float(f64::from(side)),
    };
    ctx.tuple(bbox.map(value).to_vec())
}

fn length(ctx: &mut Ctx, this: &PyDraw, args: Args) -> PyResult<Value> {
    let params = ["text", "font", "direction", "features", "language", "embedded_color", "font_size"];
    let [words, font, _, _, _, _, font_size] = args.bind("ImageDraw.textlength", params, 1)?;
    let font = current_font(this, font, font_size)?;
    let words = words.unwrap_or(Value::None);
    let words = text(&words)?;
    if words.contains('\n') {
        return Err(Fault::value_error("can't measure length of multiline text"));
    }
    expect_font(&font)?.length(ctx, words)
}
