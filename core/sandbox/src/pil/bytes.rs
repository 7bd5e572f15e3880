//! Pictures as the bytes of their file format, and back.

use super::image::{PyImage, from_pixels};
use super::state::{File, clean, record};
use crate::DrawKind;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::raster::{self, Canvas};

/// The picture in a file's bytes; `None` if they are none that is known.
fn decode(ctx: &mut Ctx, bytes: &[u8]) -> PyResult<Option<(Canvas, &'static str)>> {
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
pub(super) fn encode(ctx: &mut Ctx, canvas: &Canvas, format: &str) -> PyResult<Vec<u8>> {
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
    let path = clean(path).to_owned();
    record(ctx, image.id, DrawKind::Save { path: path.clone() })?;
    let content = image.canvas().clone();
    ctx.draw.write(File { path, canvas: image.id, content, format, charge });
    Ok(())
}
