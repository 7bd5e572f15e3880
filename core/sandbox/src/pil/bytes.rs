//! Pictures as the bytes of their file format, and back.

use super::image::{PyImage, from_pixels};
use super::state::{File, clean, record};
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::heap::Charge;
use crate::eval::value::Value;
use crate::raster::{self, Canvas};
use crate::{CanvasId, DrawKind};

/// The picture in a file's bytes; `None` if they are none that is known.
pub(crate) fn decode(ctx: &mut Ctx, bytes: &[u8]) -> PyResult<Option<(Canvas, &'static str)>> {
    let Some((format, [width, height])) = raster::probe(bytes) else { return Ok(None) };
    let pixels = u64::from(width) * u64::from(height);
    if pixels > raster::MAX_PIXELS {
        return Err(Fault::value_error(format!(
            "image size {width}x{height} is too large: at most {} pixels",
            raster::MAX_PIXELS
        )));
    }
    ctx.burn(2 * pixels + bytes.len() as u64)?;
    // Decoders hold the picture a few times.
    let _charge = ctx.charge((pixels as usize).saturating_mul(12) + (64 << 10))?;
    Ok(raster::decode(bytes).ok().map(|canvas| (canvas, format)))
}

/// The bytes of a picture in a format.
pub(crate) fn encode(ctx: &mut Ctx, canvas: &Canvas, format: &str) -> PyResult<Vec<u8>> {
    let [width, height] = canvas.size();
    let pixels = u64::from(width) * u64::from(height);
    ctx.burn(2 * pixels + 64)?;
    let _charge = ctx.charge((pixels as usize).saturating_mul(12) + (64 << 10))?;
    raster::encode(canvas, format)
        .ok_or_else(|| Fault::not_provided(format!("the bytes of a picture in the format {format}")))
}

/// The bytes of the saved picture at a path, if there is one.
pub(crate) fn file_bytes(ctx: &mut Ctx, path: &str) -> PyResult<Option<Vec<u8>>> {
    let Some(file) = ctx.draw.file(path) else { return Ok(None) };
    let (content, format) = (file.content.clone(), file.format);
    encode(ctx, &content, format).map(Some)
}

/// `Image.open` of bytes.
pub(super) fn open(ctx: &mut Ctx, bytes: &[u8], name: &str) -> PyResult<Value> {
    let Some((canvas, format)) = decode(ctx, bytes)? else {
        let shown: String = name.chars().take(200).collect();
        let message = format!("cannot identify image file {shown}");
        return Err(Fault::new(ExcKind::UnidentifiedImageError, message));
    };
    from_pixels(ctx, canvas, Some(format))
}

/// Makes a saved picture of the bytes that a script wrote to a path, if they are one.
pub(crate) fn adopt(ctx: &mut Ctx, path: &str, bytes: &[u8]) -> PyResult<()> {
    if raster::format_of(path).is_none() {
        return Ok(());
    }
    let Some((canvas, format)) = decode(ctx, bytes)? else { return Ok(()) };
    let value = from_pixels(ctx, canvas, Some(format))?;
    match value.host::<PyImage>() {
        Some(image) => keep(ctx, image, path, format),
        None => Ok(()),
    }
}

/// Saves a picture under a path.
pub(super) fn keep(ctx: &mut Ctx, image: &PyImage, path: &str, format: &'static str) -> PyResult<()> {
    ctx.burn(image.area() / 16 + 1)?;
    let charge = ctx.charge(image.area() as usize * 4 + 2 * path.len() + 256)?;
    let content = image.canvas().clone();
    write(ctx, image.id, content, path, format, charge)
}

/// Saves what a canvas shows, which is `content`, under a path.
pub(crate) fn keep_canvas(
    ctx: &mut Ctx,
    id: CanvasId,
    content: Canvas,
    path: &str,
    format: &'static str,
) -> PyResult<()> {
    let [width, height] = content.size().map(|side| side as usize);
    ctx.burn((width * height) as u64 / 16 + 1)?;
    let charge = ctx.charge(width * height * 4 + 2 * path.len() + 256)?;
    write(ctx, id, content, path, format, charge)
}

fn write(
    ctx: &mut Ctx,
    canvas: CanvasId,
    content: Canvas,
    path: &str,
    format: &'static str,
    charge: Charge,
) -> PyResult<()> {
    let path = clean(path).to_owned();
    record(ctx, canvas, DrawKind::Save { path: path.clone() })?;
    ctx.draw.write(File { path, canvas, content, format, charge });
    Ok(())
}

/// The picture at a path as a new canvas; `None` if there is none.
pub(crate) fn open_canvas(ctx: &mut Ctx, path: &str) -> PyResult<Option<(CanvasId, Canvas)>> {
    let Some(file) = ctx.draw.file(path) else { return Ok(None) };
    let content = file.content.clone();
    let id = ctx.draw.opened_canvas(path);
    record(ctx, id, DrawKind::Open { path: clean(path).to_owned(), size: content.size() })?;
    Ok(Some((id, content)))
}
