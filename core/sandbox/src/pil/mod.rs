//! Pillow for scripts: `PIL.Image`, `ImageDraw`, `ImageFont`, `ImageColor`, `ImageOps`, `ImageFilter`,
//! `ImageChops`, `ImageEnhance`, `ImageStat`.
//!
//! Images are virtual: `Image.open` finds the conversation's input image and what was saved before, and
//! `save` makes a virtual file. Whatever changes pixels is recorded as a [`DrawOp`](crate::DrawOp) with its
//! source line and drawn by [`raster`](crate::raster). Arguments are checked with Pillow's own errors, so
//! that a model learns from the same messages as in Python.

mod arguments;
mod bytes;
mod calls;
mod canvas;
mod chops;
mod color;
mod color_names;
mod crop;
mod draw;
mod draw_text;
mod enhance;
mod filter;
mod font;
mod image;
mod image_methods;
mod image_module;
mod joint;
mod ops;
mod ops_size;
mod ops_tone;
mod paste;
mod pixels;
mod raw;
mod record;
mod rest;
mod save;
mod stat;
mod state;
mod warp;

pub(crate) use bytes::{adopt, decode, encode, file_bytes, keep_canvas, open_canvas};
pub(crate) use canvas::{blank, draw_on, lay_over, named_color, opaque, save_as};
pub use image::PyImage;
pub(crate) use image::copied_image;
pub use image_module::is_image;
pub(crate) use record::{record_bitmap, record_canvas};
pub use state::DrawState;
pub(crate) use state::{record, record_with};

use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::PyResult;
use crate::eval::value::Value;
use crate::raster::Canvas;

/// The modules that `from PIL import` finds.
const PARTS: [&str; 9] = [
    "Image",
    "ImageDraw",
    "ImageFont",
    "ImageColor",
    "ImageOps",
    "ImageFilter",
    "ImageChops",
    "ImageEnhance",
    "ImageStat",
];

/// The module `name` (`PIL`, `PIL.Image`, ...), if this is where it lives; built once per sandbox.
pub fn module(ctx: &mut Ctx, name: &str) -> PyResult<Option<Value>> {
    Ok(Some(match name {
        "PIL" => {
            let unidentified = Value::ExcType(ExcKind::UnidentifiedImageError);
            let version = ctx.str("13.0.0")?;
            let mut contents = vec![("UnidentifiedImageError", unidentified), ("__version__", version)];
            for part in PARTS {
                if let Some(value) = submodule(ctx, part)? {
                    contents.push((part, value));
                }
            }
            ctx.new_module("PIL", contents)?
        }
        name => match name.strip_prefix("PIL.") {
            Some(part) => return submodule(ctx, part),
            None => return Ok(None),
        },
    }))
}

fn submodule(ctx: &mut Ctx, name: &str) -> PyResult<Option<Value>> {
    Ok(Some(match name {
        "Image" => image_module::module(ctx)?,
        "ImageDraw" => draw::module(ctx)?,
        "ImageFont" => font::module(ctx)?,
        "ImageColor" => {
            let functions = [&color::GETRGB, &color::GETCOLOR];
            ctx.new_module(
                "PIL.ImageColor",
                functions.map(|function| (function.name, Value::Native(function))),
            )?
        }
        "ImageOps" => ops::module(ctx)?,
        "ImageChops" => chops::module(ctx)?,
        "ImageEnhance" => enhance::module(ctx)?,
        "ImageStat" => stat::module(ctx)?,
        "ImageFilter" => filter::module(ctx)?,
        _ => return Ok(None),
    }))
}

/// An image whose pixels the script computed, such as an array made into a picture.
pub fn from_pixels(ctx: &mut Ctx, canvas: Canvas) -> PyResult<Value> {
    image::from_pixels(ctx, canvas, None)
}
