//! Canvases that other libraries draw on.

use super::image::{PyImage, checked_size, create, draw};
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::files::Stream;
use crate::raster::{Canvas, Transform};
use crate::{DrawKind, Mode, Rgba};

/// The colour of a CSS name.
pub(crate) fn named_color(name: &str) -> Option<Rgba> {
    super::color_names::named(name)
}

/// A new canvas of one colour.
pub(crate) fn blank(ctx: &mut Ctx, size: [i64; 2], color: Rgba) -> PyResult<Value> {
    let size = checked_size(size)?;
    let id = ctx.draw.new_canvas();
    let kind = DrawKind::New { size, color, mode: Mode::Rgba };
    let image = create(ctx, id, kind, size, || Canvas::new(size, Mode::Rgba, color))?;
    Ok(Value::from_host(image))
}

/// Draws and records.
pub(crate) fn draw_on(ctx: &mut Ctx, image: &PyImage, kind: DrawKind) -> PyResult<()> {
    draw(ctx, image, kind)
}

/// The picture without alpha.
pub(crate) fn opaque(ctx: &mut Ctx, image: &Value) -> PyResult<Value> {
    let Some(image) = image.host::<PyImage>() else { return Err(Fault::type_error("an image is expected")) };
    super::image::derive(ctx, image, &Transform::Convert(Mode::Rgb), image.size(), None, &[])
}

/// Saves a canvas under a path, or writes its bytes to an open file.
pub(crate) fn save_as(
    ctx: &mut Ctx,
    image: &Value,
    target: &Value,
    path: Option<&str>,
    format: &'static str,
) -> PyResult<()> {
    let Some(image) = image.host::<PyImage>() else { return Ok(()) };
    match (path, target.host::<Stream>()) {
        (Some(path), _) => super::bytes::keep(ctx, image, path, format),
        (None, Some(stream)) => {
            let bytes = super::bytes::encode(ctx, &image.canvas(), format)?;
            stream.write(ctx, &bytes)
        }
        (None, None) => Ok(()),
    }
}
