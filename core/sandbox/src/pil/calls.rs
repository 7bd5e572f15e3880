//! Calling methods of images from Rust, as functions of Pillow's own modules do.

use super::image::PyImage;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::host::Host;
use crate::eval::value::Value;

/// Calls a method with positional arguments.
pub(super) fn method(ctx: &mut Ctx, image: &PyImage, name: &str, arguments: Vec<Value>) -> PyResult<Value> {
    image.call_method(ctx, &Value::None, name, Args::new(arguments))
}

/// A tuple of two whole numbers.
pub(super) fn pair(ctx: &Ctx, [x, y]: [i64; 2]) -> PyResult<Value> {
    ctx.tuple(vec![Value::Int(x), Value::Int(y)])
}

/// The image in another mode.
pub(super) fn converted(ctx: &mut Ctx, image: &PyImage, mode: &str) -> PyResult<Value> {
    let mode = ctx.str(mode)?;
    method(ctx, image, "convert", vec![mode])
}

/// Counts of each value, band by band.
pub(super) fn histogram(ctx: &mut Ctx, image: &PyImage, mask: Option<&PyImage>) -> PyResult<Vec<[u64; 256]>> {
    ctx.burn(image.area() / 2 + 1)?;
    let channels = image.mode().channels();
    let mut bands = vec![[0_u64; 256]; channels.len()];
    let (canvas, mask) = (image.canvas(), mask.map(PyImage::canvas));
    for (x, y, pixel) in canvas.pixels.enumerate_pixels() {
        let counts = mask
            .as_ref()
            .is_none_or(|mask| mask.pixels.get_pixel_checked(x, y).is_some_and(|pixel| pixel.0[0] != 0));
        if counts {
            for (band, channel) in bands.iter_mut().zip(channels) {
                band[usize::from(pixel.0[*channel])] += 1;
            }
        }
    }
    Ok(bands)
}
