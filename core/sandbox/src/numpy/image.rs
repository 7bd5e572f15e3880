//! Between PIL's images and arrays.

use super::array::Array;
use super::dtype::DType;
use super::picture::Order;
use crate::Mode;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::pil::{PyImage, copied_image, from_pixels};
use crate::raster::{Canvas, MAX_PIXELS, Transform};

/// The pixels of an image: rows, columns and, if there are several, channels.
pub(super) fn array_of(ctx: &mut Ctx, value: &Value) -> PyResult<Array> {
    let Some(image) = value.host::<PyImage>() else {
        return Err(Fault::type_error("an image is expected"));
    };
    let (size, mode) = {
        let canvas = image.canvas();
        (canvas.size().map(|side| side as usize), canvas.mode)
    };
    let channels = mode.channels();
    let mut shape = vec![size[1], size[0]];
    if channels.len() > 1 {
        shape.push(channels.len());
    }
    let dtype = match mode {
        Mode::Bilevel => DType::Bool,
        Mode::Integer => DType::Int32,
        Mode::Float => DType::Float32,
        _ => DType::UInt8,
    };
    let array = Array::zeros(ctx, dtype, &shape)?;
    ctx.burn(array.size() as u64 / 16 + 1)?;
    let canvas = image.canvas();
    match &mut *array.buffer.data.borrow_mut() {
        super::data::Data::UInt8(items) => {
            let pixels = canvas.pixels.as_raw().chunks_exact(4);
            for (target, pixel) in items.chunks_exact_mut(channels.len()).zip(pixels) {
                for (value, channel) in target.iter_mut().zip(channels) {
                    *value = pixel[*channel];
                }
            }
        }
        super::data::Data::Bool(items) => {
            for (value, pixel) in items.iter_mut().zip(canvas.pixels.as_raw().chunks_exact(4)) {
                *value = pixel[0] != 0;
            }
        }
        super::data::Data::Int32(items) => {
            for (value, pixel) in items.iter_mut().zip(canvas.pixels.pixels()) {
                *value = mode.number(pixel.0) as i32;
            }
        }
        super::data::Data::Float32(items) => {
            for (value, pixel) in items.iter_mut().zip(canvas.pixels.pixels()) {
                *value = mode.number(pixel.0) as f32;
            }
        }
        _ => {}
    }
    drop(canvas);
    super::adopt(ctx, &array, Order::Rgb, image.id(), Transform::Copy, None);
    Ok(array)
}

/// `Image.fromarray(array, mode=None)`.
pub(crate) fn from_array(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [array, mode] = args.bind("fromarray", ["obj", "mode"], 1)?;
    let array = array.unwrap_or(Value::None);
    if array.host::<super::ndarray::NdArray>().is_none() {
        return Err(Fault::new(
            crate::eval::exception::ExcKind::AttributeError,
            format!("'{}' object has no attribute '__array_interface__'", array.type_name()),
        ));
    }
    let array = super::operand::array(ctx, &array)?;
    let mode = mode.as_ref().and_then(Value::as_str);
    to_image(ctx, &array, mode)
}

fn to_image(ctx: &mut Ctx, array: &Array, wanted: Option<&str>) -> PyResult<Value> {
    let mode = match (&array.shape[..], array.dtype) {
        ([_, _], DType::UInt8) => Mode::Luma,
        ([_, _], DType::Bool) => Mode::Bilevel,
        ([_, _, 2], DType::UInt8) => Mode::LumaAlpha,
        ([_, _, 3], DType::UInt8) => Mode::Rgb,
        ([_, _, 4], DType::UInt8) => Mode::Rgba,
        ([_, _], DType::Int32) => Mode::Integer,
        ([_, _], DType::Float32) => Mode::Float,
        ([_, _], DType::UInt16) => {
            return Err(Fault::not_provided("an image of uint16 (use astype(np.uint8))"));
        }
        (shape, dtype) => {
            // What Pillow looks up: the sides after the first two, and the type.
            let rest: Vec<String> =
                [1, 1].iter().chain(shape.get(2..).unwrap_or(&[])).map(usize::to_string).collect();
            let order = if dtype.size() == 1 { '|' } else { '<' };
            return Err(Fault::type_error(format!(
                "Cannot handle this data type: ({}), {order}{}{}",
                rest.join(", "),
                dtype.kind(),
                dtype.size()
            )));
        }
    };
    // Three bytes a pixel may be any of these.
    let mode = match (wanted, mode) {
        (Some("HSV"), Mode::Rgb) => Mode::Hsv,
        (Some("YCbCr"), Mode::Rgb) => Mode::YCbCr,
        (Some("CMYK"), Mode::Rgba) => Mode::Cmyk,
        (_, mode) => mode,
    };
    if let Some(wanted) = wanted
        && wanted != mode.name()
    {
        return Err(Fault::not_provided(format!(
            "Image.fromarray(mode='{wanted}') for an array of mode {}",
            mode.name()
        )));
    }
    let [height, width] = [array.shape[0], array.shape[1]];
    if (width as u64).saturating_mul(height as u64) > MAX_PIXELS {
        return Err(Fault::value_error(format!(
            "image size {width}x{height} is too large: at most {MAX_PIXELS} pixels"
        )));
    }
    let canvas = canvas_of(ctx, array, mode, Order::Rgb)?;
    // A picture that the record knows is a copy of that; other pixels are recorded as they are.
    match super::shown(ctx, array, Order::Rgb)? {
        Some(from) => copied_image(ctx, from, canvas),
        None => from_pixels(ctx, canvas),
    }
}

/// The pixels of a two- or three-dimensional array whose channels are those of `mode`.
pub(crate) fn canvas_of(ctx: &mut Ctx, array: &Array, mode: Mode, order: Order) -> PyResult<Canvas> {
    let [height, width] = [array.shape[0], array.shape[1]];
    let pixels = width * height;
    ctx.burn(array.size() as u64 / 8 + 1)?;
    let _held = ctx.charge(pixels.saturating_mul(4 + 8 * 4))?;
    let mut raw = vec![255_u8; pixels * 4];
    if mode.is_number() {
        let lane = array.lane::<f64>(ctx)?;
        for (pixel, value) in raw.chunks_exact_mut(4).zip(lane.iter()) {
            let bytes = match mode {
                Mode::Integer => (*value as i32).to_le_bytes(),
                _ => (*value as f32).to_le_bytes(),
            };
            pixel.copy_from_slice(&bytes);
        }
        return finish([width, height], raw, mode);
    }
    let channels = mode.channels().len();
    // Bytes that lie one after the other need no copy as wider numbers, which is most of the time of saving.
    if mode != Mode::Bilevel
        && let super::data::Data::UInt8(items) = &*array.buffer.data.borrow()
        && array.is_contiguous()
        && let Some(items) = items.get(array.offset..array.offset + array.size())
    {
        ctx.burn(array.size() as u64 / 8)?;
        spread(&mut raw, items, channels, order, |byte| byte);
        return finish([width, height], raw, mode);
    }
    let lane = array.lane::<i64>(ctx)?;
    let white = if mode == Mode::Bilevel { 255 } else { 1 };
    spread(&mut raw, &lane, channels, order, |value: i64| (value * white) as u8);
    finish([width, height], raw, mode)
}

/// Fills pixels of four bytes from values of one to four channels each.
fn spread<T: Copy>(raw: &mut [u8], values: &[T], channels: usize, order: Order, byte: impl Fn(T) -> u8) {
    let pixels = raw.chunks_exact_mut(4);
    match channels {
        1 => pixels.zip(values).for_each(|(pixel, grey)| pixel[..3].fill(byte(*grey))),
        2 => {
            for (pixel, values) in pixels.zip(values.chunks_exact(2)) {
                pixel[..3].fill(byte(values[0]));
                pixel[3] = byte(values[1]);
            }
        }
        _ => {
            let [first, third] = if order == Order::Bgr { [2, 0] } else { [0, 2] };
            for (pixel, values) in pixels.zip(values.chunks_exact(channels)) {
                pixel[0] = byte(values[first]);
                pixel[1] = byte(values[1]);
                pixel[2] = byte(values[third]);
                if let Some(alpha) = values.get(3) {
                    pixel[3] = byte(*alpha);
                }
            }
        }
    }
}

fn finish([width, height]: [usize; 2], raw: Vec<u8>, mode: Mode) -> PyResult<Canvas> {
    let Some(picture) = image::RgbaImage::from_raw(width as u32, height as u32, raw) else {
        return Err(Fault::value_error("tile cannot extend outside image"));
    };
    Ok(Canvas::from_pixels(picture, mode))
}
