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

/// Lays pixels over a canvas, inside a box and a closed path, and records what is there then.
pub(crate) fn lay_over(
    ctx: &mut Ctx,
    image: &PyImage,
    at: [i32; 2],
    size: [usize; 2],
    pixels: &[Rgba],
    clip: Option<[f32; 4]>,
    mask: &[crate::PathCommand],
) -> PyResult<()> {
    let [width, height] = image.size().map(i64::from);
    let edge = |value: f32, most: i64| (f64::from(value) + 0.5).floor().clamp(0.0, most as f64) as i64;
    let [mut x0, mut y0, mut x1, mut y1] = match clip {
        Some([x0, y0, x1, y1]) => [edge(x0, width), edge(y0, height), edge(x1, width), edge(y1, height)],
        None => [0, 0, width, height],
    };
    let [left, top] = at.map(i64::from);
    x0 = x0.max(left);
    y0 = y0.max(top);
    x1 = x1.min(left + size[0] as i64);
    y1 = y1.min(top + size[1] as i64);
    if x0 >= x1 || y0 >= y1 {
        return Ok(());
    }
    let area = (x1 - x0) as usize * (y1 - y0) as usize;
    ctx.burn(area as u64 / 2 + 1)?;
    let _charge = ctx.charge(area.saturating_mul(4).saturating_add((width * height) as usize))?;
    let shares = crate::raster::mask_of(image.size(), mask);
    let mut cut = image::RgbaImage::new((x1 - x0) as u32, (y1 - y0) as u32);
    {
        let canvas = image.canvas();
        for y in y0..y1 {
            for x in x0..x1 {
                let index = (y - top) as usize * size[0] + (x - left) as usize;
                let color = pixels.get(index).copied().unwrap_or([0; 4]);
                let below = canvas.get(x as i32, y as i32).unwrap_or([0; 4]);
                let share = shares.as_ref().map_or(255, |shares| shares[(y * width + x) as usize]);
                let mixed = crate::raster::over(below, color, share);
                cut.put_pixel((x - x0) as u32, (y - y0) as u32, image::Rgba(mixed));
            }
        }
    }
    let mode = image.mode();
    let cut = Canvas::from_pixels(cut, mode);
    super::record::record_bitmap(ctx, image.id, &cut, [x0 as i32, y0 as i32])?;
    let mut canvas = image.canvas.borrow_mut();
    for (x, y, pixel) in cut.pixels.enumerate_pixels() {
        canvas.put((x0 + i64::from(x)) as i32, (y0 + i64::from(y)) as i32, pixel.0);
    }
    Ok(())
}
