//! Between PIL's images and arrays.

use super::array::Array;
use super::dtype::DType;
use super::picture::Order;
use crate::Mode;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::pil::{PyImage, copied_image, from_pixels};
use crate::raster::{Canvas, MAX_PIXELS, Transform};

/// The channels of a mode's pixels.
fn channels(mode: Mode) -> &'static [usize] {
    match mode {
        Mode::Rgb => &[0, 1, 2],
        Mode::Rgba => &[0, 1, 2, 3],
        Mode::Luma | Mode::Bilevel => &[0],
        Mode::LumaAlpha => &[0, 3],
    }
}

/// The pixels of an image: rows, columns and, if there are several, channels.
pub(super) fn array_of(ctx: &mut Ctx, value: &Value) -> PyResult<Array> {
    let Some(image) = value.host::<PyImage>() else {
        return Err(Fault::type_error("an image is expected"));
    };
    let (size, mode) = {
        let canvas = image.canvas();
        (canvas.size().map(|side| side as usize), canvas.mode)
    };
    let channels = channels(mode);
    let mut shape = vec![size[1], size[0]];
    if channels.len() > 1 {
        shape.push(channels.len());
    }
    let dtype = if mode == Mode::Bilevel { DType::Bool } else { DType::UInt8 };
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
        _ => {}
    }
    drop(canvas);
    super::adopt(ctx, &array, Order::Rgb, image.id(), Transform::Copy, None);
    Ok(array)
}

/// `Image.fromarray(array, mode=None)`.
pub(crate) static FROM_ARRAY: NativeFn = NativeFn {
    name: "fromarray",
    call: |ctx: &mut Ctx, args: Args| {
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
    },
};

fn to_image(ctx: &mut Ctx, array: &Array, wanted: Option<&str>) -> PyResult<Value> {
    let mode = match (&array.shape[..], array.dtype) {
        ([_, _], DType::UInt8) => Mode::Luma,
        ([_, _], DType::Bool) => Mode::Bilevel,
        ([_, _, 2], DType::UInt8) => Mode::LumaAlpha,
        ([_, _, 3], DType::UInt8) => Mode::Rgb,
        ([_, _, 4], DType::UInt8) => Mode::Rgba,
        ([_, _], DType::Int32 | DType::Float32 | DType::Float64 | DType::UInt16) => {
            return Err(Fault::not_provided(format!(
                "an image of {} (use astype(np.uint8))",
                array.dtype.name()
            )));
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
    let lane = array.lane::<i64>(ctx)?;
    let mut raw = vec![255_u8; pixels * 4];
    let own = channels(mode);
    for (pixel, values) in raw.chunks_exact_mut(4).zip(lane.chunks_exact(own.len())) {
        match *values {
            [grey] => {
                let grey = if mode == Mode::Bilevel { grey * 255 } else { grey };
                pixel[..3].fill(grey as u8);
            }
            [grey, alpha] => {
                pixel[..3].fill(grey as u8);
                pixel[3] = alpha as u8;
            }
            _ => {
                for (target, value) in pixel.iter_mut().zip(values) {
                    *target = *value as u8;
                }
                if order == Order::Bgr {
                    pixel.swap(0, 2);
                }
            }
        }
    }
    let Some(picture) = image::RgbaImage::from_raw(width as u32, height as u32, raw) else {
        return Err(Fault::value_error("tile cannot extend outside image"));
    };
    Ok(Canvas::from_pixels(picture, mode))
}
