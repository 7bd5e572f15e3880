//! `matplotlib.image`: pictures from files and to files.

use super::arguments::Options;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;

static IMREAD: NativeFn = NativeFn { name: "imread", call: imread };
static IMSAVE: NativeFn = NativeFn { name: "imsave", call: imsave };

/// The module.
pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    let names = [&IMREAD, &IMSAVE];
    ctx.new_module("matplotlib.image", names.map(|function| (function.name, Value::Native(function))))
}

/// `imread(path)`: numbers from 0 to 1 for PNG files, bytes for others.
pub(super) fn imread(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "imread", &["fname", "format"], 1)?;
    let path = options.take("fname").unwrap_or(Value::None);
    let module = ctx.import_module("PIL.Image")?;
    let open = ctx.get_attr(&module, "open")?;
    let image = ctx.call_with(&open, vec![path])?;
    let format = ctx.get_attr(&image, "format")?;
    let numpy = ctx.import_module("numpy")?;
    let array = ctx.get_attr(&numpy, "array")?;
    let pixels = ctx.call_with(&array, vec![image])?;
    if format.as_str() != Some("PNG") {
        return Ok(pixels);
    }
    let single = ctx.get_attr(&numpy, "float32")?;
    let floats = ctx.call_method(&pixels, "astype", Args::new(vec![single]))?;
    ctx.binary(crate::eval::host::BinaryOp::Div, &floats, &Value::Float(255.0))
}

/// `imsave(path, array, cmap=..., vmin=..., vmax=...)`.
pub(super) fn imsave(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let params = ["fname", "arr", "vmin", "vmax", "cmap", "format", "origin"];
    let mut options = Options::named(args, "imsave", &params, 2)?;
    let path = options.take("fname").unwrap_or(Value::None);
    let array = options.take("arr").unwrap_or(Value::None);
    let (columns, rows, pixels, numbers) = super::imshow::read(ctx, &array)?;
    let cmap = options.take("cmap").unwrap_or(Value::None);
    let mut mappable = super::mappable::Mappable::new(numbers, super::cmap_object::colormap(ctx, &cmap)?);
    mappable.low = options.number(ctx, "vmin")?;
    mappable.high = options.number(ctx, "vmax")?;
    let upper = options.text(ctx, "origin")?.as_deref() != Some("lower");
    options.ignore(&["format", "dpi", "metadata", "pil_kwargs"]);
    options.finish("imsave")?;
    let _charge = ctx.charge((columns * rows).saturating_mul(48))?;
    ctx.burn((columns * rows) as u64)?;
    let image = super::image::AxesImage {
        columns,
        rows,
        pixels,
        mappable,
        extent: [0.0, 1.0, 0.0, 1.0],
        upper,
        interpolation: super::image::Interpolation::Nearest,
    };
    let mut raw: Vec<u8> = Vec::with_capacity(columns * rows * 4);
    let bytes = image.bytes(None);
    for row in 0..rows {
        let from = if upper { row } else { rows - 1 - row };
        raw.extend(bytes.iter().skip(from * columns).take(columns).flatten());
    }
    let Some(picture) = image::RgbaImage::from_raw(columns as u32, rows as u32, raw) else {
        return Err(Fault::value_error("the image is too large"));
    };
    let value = crate::pil::from_pixels(ctx, crate::raster::Canvas::from_pixels(picture, crate::Mode::Rgba))?;
    let text = ctx.path_text(&path)?;
    let kind = crate::raster::format_of(&text).unwrap_or("PNG");
    let value = if kind == "JPEG" { crate::pil::opaque(ctx, &value)? } else { value };
    crate::pil::save_as(ctx, &value, &path, Some(&text), kind)?;
    Ok(Value::None)
}
