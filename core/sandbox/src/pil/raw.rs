//! Pixels as bytes in rows, and back: `tobytes`, `frombytes`, `frombuffer`.

use image::RgbaImage;

use super::arguments::given;
use super::image::{PyImage, checked_size, from_pixels, mode};
use crate::builtins::Bytes;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::numpy::NdArray;
use crate::raster::Canvas;
use crate::{Mode, Rgba};

/// The bytes of a pixel that are written, in order.
fn channels(mode: Mode) -> &'static [usize] {
    if mode.is_number() { &[0, 1, 2, 3] } else { mode.channels() }
}

/// The layout is the mode's own; others are not provided.
fn plain(coder: Option<Value>, layout: Option<Value>, mode: Mode) -> PyResult<()> {
    let coder = given(coder).and_then(|coder| coder.as_str().map(str::to_owned)).unwrap_or("raw".into());
    let layout = given(layout).and_then(|layout| layout.as_str().map(str::to_owned));
    if coder != "raw" || layout.as_ref().is_some_and(|layout| layout != mode.name()) {
        let layout: String = layout.unwrap_or_default().chars().take(20).collect();
        return Err(Fault::not_provided(format!("pixels as the bytes of '{coder}' '{layout}'")));
    }
    Ok(())
}

/// `image.tobytes(encoder_name='raw')`: black and white packs eight pixels into a byte, each row by itself.
pub(super) fn to_bytes(ctx: &mut Ctx, image: &PyImage, args: Args) -> PyResult<Value> {
    let [coder, layout] = args.bind("Image.tobytes", ["encoder_name", "args"], 0)?;
    let (mode, channels) = (image.mode(), channels(image.mode()));
    plain(coder, layout, mode)?;
    ctx.burn(image.area())?;
    let _bytes = ctx.charge((image.area() as usize).saturating_mul(channels.len()))?;
    let canvas = image.canvas();
    let bytes = if mode == Mode::Bilevel {
        let packed = |pixels: &[&image::Rgba<u8>]| {
            pixels.iter().enumerate().fold(0, |byte, (i, pixel)| byte | u8::from(pixel.0[0] != 0) << (7 - i))
        };
        let rows = canvas.pixels.rows().map(|row| row.collect::<Vec<_>>());
        rows.flat_map(|row| row.chunks(8).map(packed).collect::<Vec<_>>()).collect()
    } else {
        canvas.pixels.pixels().flat_map(|pixel| channels.iter().map(|channel| pixel.0[*channel])).collect()
    };
    drop(canvas);
    ctx.bytes(bytes)
}

/// `Image.frombytes(mode, size, data, decoder_name='raw')`.
pub(super) static FROM_BYTES: NativeFn =
    NativeFn { name: "frombytes", call: |ctx, args| from_bytes(ctx, args, "frombytes") };
/// `Image.frombuffer(mode, size, data, decoder_name='raw')`; the image is a copy, not a window on the buffer.
pub(super) static FROM_BUFFER: NativeFn =
    NativeFn { name: "frombuffer", call: |ctx, args| from_bytes(ctx, args, "frombuffer") };

fn from_bytes(ctx: &mut Ctx, args: Args, name: &str) -> PyResult<Value> {
    let params = ["mode", "size", "data", "decoder_name", "args", "stride", "orientation"];
    let [mode_name, size, data, coder, layout, stride, orientation] = args.bind(name, params, 3)?;
    let mode = mode(mode_name.as_ref())?;
    plain(coder, layout, mode)?;
    if given(stride).and_then(|v| v.as_i64()).unwrap_or(0) != 0
        || given(orientation).and_then(|v| v.as_i64()).unwrap_or(1) != 1
    {
        return Err(Fault::not_provided(format!("Image.{name} with a stride or an orientation")));
    }
    let [width, height] = checked_size(super::arguments::size(ctx, &size.unwrap_or(Value::None))?)?;
    let channels = channels(mode);
    let row = match mode {
        Mode::Bilevel => (width as usize).div_ceil(8),
        _ => width as usize * channels.len(),
    };
    let area = u64::from(width) * u64::from(height);
    ctx.burn(area)?;
    let _copy = ctx.charge((area as usize).saturating_mul(12) + 64)?;
    let data = data.unwrap_or(Value::None);
    let bytes = match data.host::<NdArray>() {
        Some(array) => {
            let array = array.array.clone();
            let _array = ctx.charge(array.size().saturating_mul(array.dtype.size()))?;
            array.copied(ctx)?.buffer.data.borrow().little_endian()
        }
        None => Bytes::expect(&data)?.to_vec(),
    };
    if bytes.len() < row * height as usize {
        return Err(Fault::value_error("not enough image data"));
    }
    let pixels = RgbaImage::from_fn(width, height, |x, y| {
        let (x, start) = (x as usize, y as usize * row);
        if mode == Mode::Bilevel {
            let bit = bytes[start + x / 8] >> (7 - x % 8) & 1;
            return image::Rgba(if bit == 0 { [0, 0, 0, 255] } else { [255; 4] });
        }
        let part = &bytes[start + x * channels.len()..][..channels.len()];
        image::Rgba(pixel(mode, part))
    });
    from_pixels(ctx, Canvas::from_pixels(pixels, mode), None)
}

/// The pixel that the bytes of a mode's channels are.
fn pixel(mode: Mode, part: &[u8]) -> Rgba {
    match *part {
        [v] if mode == Mode::Palette => [v; 4],
        [v] => [v, v, v, 255],
        [v, a] => [v, v, v, a],
        [r, g, b] => [r, g, b, 255],
        [r, g, b, a, ..] => [r, g, b, a],
        [] => [0; 4],
    }
}
