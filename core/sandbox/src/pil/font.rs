//! `PIL.ImageFont`: the embedded typefaces under any name.

use super::arguments::{given, real, text};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::{Host, NativeFn, NativeType};
use crate::eval::value::Value;
use crate::font::{MAX_SIZE, Metrics};
use crate::raster::measure;
use crate::{TextStyle, Typeface};

/// `ImageFont.FreeTypeFont`.
pub(super) struct PyFont {
    pub face: Typeface,
    pub size: f32,
    /// The name it was asked for by.
    path: String,
}

/// The class.
static FONT: NativeType = NativeType {
    name: "FreeTypeFont",
    call: Some(|_ctx, args| truetype(args)),
    is_instance: |value| value.host::<PyFont>().is_some(),
    attrs: &[],
};

/// Longest text that is measured or drawn at once.
const MAX_TEXT: usize = 20_000;

/// Pays for setting a text and refuses monsters.
pub(super) fn pay(ctx: &mut Ctx, text: &str, size: f32) -> PyResult<()> {
    let count = text.chars().count();
    if count > MAX_TEXT {
        return Err(Fault::value_error("too many characters in string"));
    }
    ctx.burn(count as u64 * (40 + size as u64))
}

/// Checks a two-letter anchor, for one line or several.
pub(super) fn anchor(value: Option<Value>, text: &str) -> PyResult<String> {
    let Some(value) = given(value) else { return Ok("la".to_owned()) };
    let name = value.as_str().unwrap_or_default();
    if name.chars().count() != 2 {
        return Err(Fault::value_error("anchor must be a 2 character string"));
    }
    let mut letters = name.chars();
    let (across, down) = (letters.next().unwrap_or_default(), letters.next().unwrap_or_default());
    if !"lmr".contains(across) || !"atmsbd".contains(down) {
        return Err(Fault::value_error(format!("bad anchor specified: {name}")));
    }
    if text.contains('\n') && "tb".contains(down) {
        return Err(Fault::value_error("anchor not supported for multiline text"));
    }
    Ok(name.to_owned())
}

impl PyFont {
    fn style(&self, anchor: String, stroke_width: f32) -> TextStyle {
        TextStyle { face: self.face, anchor, stroke_width, ..TextStyle::default() }
    }
}

impl Host for PyFont {
    fn type_name(&self) -> &'static str {
        "FreeTypeFont"
    }

    fn class(&self) -> Option<&'static NativeType> {
        Some(&FONT)
    }

    fn get_attr(&self, ctx: &mut Ctx, _this: &Value, name: &str) -> PyResult<Option<Value>> {
        Ok(Some(match name {
            "size" if self.size.fract() == 0.0 => Value::Int(self.size as i64),
            "size" => Value::Float(f64::from(self.size)),
            "path" => ctx.str(self.path.clone())?,
            "index" => Value::Int(0),
            _ => return Ok(None),
        }))
    }

    fn has_method(&self, name: &str) -> bool {
        ["getbbox", "getlength", "getmetrics", "getname", "font_variant"].contains(&name)
    }

    fn call_method(&self, ctx: &mut Ctx, _this: &Value, name: &str, args: Args) -> PyResult<Value> {
        match name {
            "getbbox" => {
                let params = ["text", "mode", "direction", "features", "language", "stroke_width", "anchor"];
                let [words, _, _, _, _, stroke, at] = args.bind("FreeTypeFont.getbbox", params, 1)?;
                let words = words.unwrap_or(Value::None);
                let words = text(&words)?;
                pay(ctx, words, self.size)?;
                let stroke = given(stroke).as_ref().map_or(Ok(0.0), real)?.clamp(0.0, 100.0) as f32;
                let style = self.style(anchor(at, words)?, stroke);
                let found = measure([0.0, 0.0], words, self.size, &style);
                ctx.tuple(found.bbox.map(|side| Value::Int(side as i64)).to_vec())
            }
            "getlength" => {
                let params = ["text", "mode", "direction", "features", "language"];
                let [words, ..] = args.bind("FreeTypeFont.getlength", params, 1)?;
                let words = words.unwrap_or(Value::None);
                self.length(ctx, text(&words)?)
            }
            "getmetrics" => {
                let metrics = Metrics::new(self.face, self.size);
                ctx.tuple(vec![Value::Int(metrics.ascent as i64), Value::Int(metrics.descent as i64)])
            }
            "getname" => {
                let (family, style) = self.face.family();
                let names = vec![ctx.str(family)?, ctx.str(style)?];
                ctx.tuple(names)
            }
            "font_variant" => {
                let params = ["font", "size", "index", "encoding", "layout_engine"];
                let [font, size, ..] = args.bind("FreeTypeFont.font_variant", params, 0)?;
                let path = match given(font) {
                    Some(font) => font.as_str().unwrap_or(&self.path).to_owned(),
                    None => self.path.clone(),
                };
                let size = given(size).as_ref().map_or(Ok(f64::from(self.size)), real)?;
                load(path, size)
            }
            _ => Err(Fault::no_attribute("FreeTypeFont", name)),
        }
    }

    fn repr(&self, _ctx: &mut Ctx) -> PyResult<String> {
        Ok("<PIL.ImageFont.FreeTypeFont object>".to_owned())
    }
}

impl PyFont {
    /// `getlength(text)`.
    pub(super) fn length(&self, ctx: &mut Ctx, words: &str) -> PyResult<Value> {
        pay(ctx, words, self.size)?;
        let line = crate::font::Line::new(self.face, self.size, words);
        Ok(Value::Float(f64::from(line.advance)))
    }
}

fn load(path: String, size: f64) -> PyResult<Value> {
    checked(size)?;
    let face = Typeface::from_file_name(&path);
    Ok(Value::from_host(PyFont { face, size: size as f32, path }))
}

fn checked(size: f64) -> PyResult<()> {
    if size.is_nan() || size <= 0.0 {
        return Err(Fault::value_error(format!("font size must be greater than 0, not {size}")));
    }
    if size > f64::from(MAX_SIZE) {
        return Err(Fault::value_error(format!("font size must be at most {MAX_SIZE} pixels, not {size}")));
    }
    Ok(())
}

fn truetype(args: Args) -> PyResult<Value> {
    let params = ["font", "size", "index", "encoding", "layout_engine"];
    let [font, size, ..] = args.bind("truetype", params, 0)?;
    let path = match given(font) {
        Some(font) => match font.as_str() {
            Some(path) => path.to_owned(),
            None => return Err(Fault::new(ExcKind::OSError, "cannot open resource")),
        },
        None => "DejaVuSans.ttf".to_owned(),
    };
    let size = given(size).as_ref().map_or(Ok(10.0), real)?;
    load(path, size)
}

/// `ImageFont.truetype(font, size=10)`.
static TRUETYPE: NativeFn = NativeFn { name: "truetype", call: |_ctx, args| truetype(args) };

/// The font of texts that name none.
pub(super) fn default(size: f64) -> PyResult<Value> {
    checked(size)?;
    Ok(Value::from_host(PyFont { face: Typeface::Aileron, size: size as f32, path: String::new() }))
}

/// `ImageFont.load_default(size=None)`.
static LOAD_DEFAULT: NativeFn = NativeFn {
    name: "load_default",
    call: |_ctx, args| {
        let [size] = args.bind("load_default", ["size"], 0)?;
        default(given(size).as_ref().map_or(Ok(10.0), real)?)
    },
};

/// The module.
pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    let layout =
        ctx.new_module("PIL.ImageFont.Layout", [("BASIC", Value::Int(0)), ("RAQM", Value::Int(1))])?;
    ctx.new_module(
        "PIL.ImageFont",
        [
            ("truetype", Value::Native(&TRUETYPE)),
            ("load_default", Value::Native(&LOAD_DEFAULT)),
            ("FreeTypeFont", Value::Type(&FONT)),
            ("ImageFont", Value::Type(&FONT)),
            ("Layout", layout),
        ],
    )
}
