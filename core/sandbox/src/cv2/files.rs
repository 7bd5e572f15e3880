//! Pictures in files, in bytes and in windows.

use super::arguments::Call;
use super::arrays::{Array, DType, shaped};
use super::fault::{assertion, raise, unparsable};
use super::shape_arguments::keep;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::numpy::picture::Order;
use crate::numpy::{assign, canvas_of, linked, shown};
use crate::raster::{Canvas, Transform, format_of};
use crate::{CanvasId, DrawKind, Mode, pil};

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "imread", call: imread },
    NativeFn { name: "imwrite", call: imwrite },
    NativeFn { name: "imdecode", call: imdecode },
    NativeFn { name: "imencode", call: imencode },
    NativeFn { name: "imshow", call: imshow },
    NativeFn { name: "waitKey", call: |_, _| Ok(Value::Int(-1)) },
    NativeFn { name: "waitKeyEx", call: |_, _| Ok(Value::Int(-1)) },
    NativeFn { name: "pollKey", call: |_, _| Ok(Value::Int(-1)) },
    NativeFn { name: "destroyAllWindows", call: |_, _| Ok(Value::None) },
    NativeFn { name: "destroyWindow", call: |_, _| Ok(Value::None) },
    NativeFn { name: "namedWindow", call: |_, _| Ok(Value::None) },
    NativeFn { name: "resizeWindow", call: |_, _| Ok(Value::None) },
    NativeFn { name: "moveWindow", call: |_, _| Ok(Value::None) },
];

/// What the flags of `imread` make of a picture: a mode, the change that makes it, and the channels' order.
fn wanted(flags: i64, found: Mode) -> PyResult<(Mode, Option<Transform>, Order)> {
    if flags & (16 | 32 | 64) != 0 && flags > 0 {
        return Err(Fault::not_provided("cv2.imread with IMREAD_REDUCED flags"));
    }
    let order = if flags > 0 && flags & 256 != 0 { Order::Rgb } else { Order::Bgr };
    let mode = match (flags, found) {
        (..0, Mode::LumaAlpha) => Mode::Rgba,
        (..0, Mode::Bilevel) => Mode::Luma,
        (..0, found) => found,
        (flags, _) if flags & (1 | 256) != 0 => Mode::Rgb,
        (flags, Mode::Rgb | Mode::Rgba) if flags & 4 != 0 => Mode::Rgb,
        _ => Mode::Luma,
    };
    let colored = matches!(found, Mode::Rgb | Mode::Rgba);
    let transform = match mode {
        mode if mode == found => None,
        Mode::Luma if colored => Some(Transform::Grey),
        mode => Some(Transform::Convert(mode)),
    };
    Ok((mode, transform, order))
}

/// A picture as an array.
fn array_of(ctx: &mut Ctx, canvas: &Canvas, order: Order) -> PyResult<Array> {
    let [width, height] = canvas.size().map(|side| side as usize);
    let channels = match canvas.mode {
        Mode::Luma => 1,
        Mode::Rgb => 3,
        _ => 4,
    };
    let count = width * height * channels;
    let _bytes = ctx.charge(count)?;
    ctx.burn(count as u64 / 16 + 1)?;
    let mut data = Vec::with_capacity(count);
    for pixel in canvas.pixels.pixels() {
        let [r, g, b, a] = pixel.0;
        let [first, third] = if order == Order::Bgr && channels > 1 { [b, r] } else { [r, b] };
        data.extend_from_slice(&[first, g, third, a][..channels]);
    }
    let shape = if channels == 1 { vec![height, width] } else { vec![height, width, channels] };
    shaped(ctx, data, shape)
}

fn path<const N: usize>(ctx: &mut Ctx, call: &Call<N>, at: usize) -> PyResult<String> {
    let value = call.need(at)?;
    let message = format!("Expected '{}' to be a str or path-like object", call.name(at));
    ctx.path_text(value).map_err(|fault| keep(fault, || unparsable(call.function, &message)))
}

fn imread(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("imread", args, ["filename", "flags"], 1)?;
    let path = path(ctx, &call, 0)?;
    let flags = call.int(1, 1)?;
    if let Some(content) = ctx.file_content_of_data(&path) {
        let bytes = content.data.borrow().clone();
        return decoded(ctx, &bytes, flags);
    }
    let Some((id, content)) = pil::open_canvas(ctx, &path)? else { return Ok(Value::None) };
    let (array, order) = converted(ctx, &content, flags, Some(id))?;
    assign(&array, order, id);
    array.object(ctx)
}

/// A picture as the flags want it, and the order of its channels; a change is recorded on its canvas.
fn converted(ctx: &mut Ctx, content: &Canvas, flags: i64, id: Option<CanvasId>) -> PyResult<(Array, Order)> {
    let (_, transform, order) = wanted(flags, content.mode)?;
    let size = content.size();
    let area = u64::from(size[0]) * u64::from(size[1]);
    ctx.burn(area / 8 + 1)?;
    let _copy = ctx.charge(area as usize * 4)?;
    let array = match transform {
        None => array_of(ctx, content, order)?,
        Some(transform) => {
            if let Some(id) = id {
                let kind = DrawKind::Derive { from: id, how: transform.to_string(), size, region: None };
                pil::record(ctx, id, kind)?;
            }
            let changed = transform.apply(content, size, None, &[]);
            array_of(ctx, &changed, order)?
        }
    };
    Ok((array, order))
}

fn decoded(ctx: &mut Ctx, bytes: &[u8], flags: i64) -> PyResult<Value> {
    match pil::decode(ctx, bytes)? {
        Some((canvas, _)) => converted(ctx, &canvas, flags, None)?.0.object(ctx),
        None => Ok(Value::None),
    }
}

fn imdecode(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("imdecode", args, ["buf", "flags"], 2)?;
    let array = call.array(0)?;
    call.assert(array.size() > 0, "!buf.empty()")?;
    call.assert(matches!(array.dtype, DType::UInt8 | DType::Int8), "buf.checkVector(1, CV_8U) > 0")?;
    let _bytes = ctx.charge(array.size())?;
    let lane = array.lane::<i64>(ctx)?;
    let bytes: Vec<u8> = lane.iter().map(|value| *value as u8).collect();
    decoded(ctx, &bytes, call.int(1, 1)?)
}

/// The array of an argument as pixels, and bytes if its elements are none; `scale` brings floats into range.
fn picture<const N: usize>(ctx: &mut Ctx, call: &Call<N>, at: usize, scale: f64) -> PyResult<(Array, Mode)> {
    let function = call.function;
    let array = match call.get(at) {
        Some(_) => call.array(at)?,
        None => return Err(assertion(function, "!_img.empty()")),
    };
    if matches!(array.dtype, DType::Bool | DType::Int64 | DType::UInt64 | DType::UInt32) {
        let message = format!("{} data type = {} is not supported", call.name(at), array.dtype.name());
        return Err(unparsable(function, &message));
    }
    call.assert(array.size() > 0, "!_img.empty()")?;
    let (array, mode) = match array.shape[..] {
        [_, _] | [_, _, 1] => (array, Mode::Luma),
        [_, _, 3] => (array, Mode::Rgb),
        [_, _, 4] => (array, Mode::Rgba),
        [rows] => (array.view(array.offset, vec![rows, 1], vec![array.strides[0], 1]), Mode::Luma),
        _ => {
            let condition = "image.channels() == 1 || image.channels() == 3 || image.channels() == 4";
            return Err(assertion(function, condition));
        }
    };
    let [height, width] = [array.shape[0], array.shape[1]];
    if width as u64 * height as u64 > crate::raster::MAX_PIXELS {
        return Err(Fault::value_error(format!("a picture of {width} x {height} pixels is too large")));
    }
    if array.dtype == DType::UInt8 {
        return Ok((array, mode));
    }
    let scale = if array.dtype.is_float() { scale } else { 1.0 };
    let lane = array.lane::<f64>(ctx)?;
    let _bytes = ctx.charge(lane.len())?;
    let bytes: Vec<u8> =
        lane.iter().map(|value| (value * scale).round_ties_even().clamp(0.0, 255.0) as u8).collect();
    Ok((shaped(ctx, bytes, array.shape.clone())?, mode))
}

/// Saves an array's picture under a path.
fn save(ctx: &mut Ctx, array: &Array, mode: Mode, path: &str, format: &'static str) -> PyResult<()> {
    let content = canvas_of(ctx, array, mode, Order::Bgr)?;
    // An array that is no picture of the record yet becomes one, unless it lies across another.
    linked(ctx, array, Order::Bgr)?;
    let id = match shown(ctx, array, Order::Bgr)? {
        Some(id) => id,
        None => {
            let id = ctx.draw.new_canvas();
            pil::record_canvas(ctx, id, &content)?;
            id
        }
    };
    pil::keep_canvas(ctx, id, content, path, format)
}

fn imwrite(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("imwrite", args, ["filename", "img", "params"], 2)?;
    let path = path(ctx, &call, 0)?;
    let (array, mode) = picture(ctx, &call, 1, 1.0)?;
    let Some(format) = format_of(&path).filter(|format| *format != "GIF") else {
        let message = "could not find a writer for the specified extension";
        return Err(raise(-2, "Unspecified error", "imwrite_", message));
    };
    save(ctx, &array, mode, &path, format)?;
    Ok(Value::Bool(true))
}

fn imencode(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("imencode", args, ["ext", "img", "params"], 2)?;
    let ext = call.need(0)?.as_str().unwrap_or_default().to_owned();
    let (array, mode) = picture(ctx, &call, 1, 1.0)?;
    let format = if ext.starts_with('.') { format_of(&format!("x{ext}")) } else { None };
    let Some(format) = format else {
        let message = "could not find encoder for the specified extension";
        return Err(raise(-2, "Unspecified error", "imencode", message));
    };
    let canvas = canvas_of(ctx, &array, mode, Order::Bgr)?;
    let opaque = if format == "JPEG" {
        canvas.convert(if mode == Mode::Rgba { Mode::Rgb } else { mode })
    } else {
        canvas
    };
    let bytes = pil::encode(ctx, &opaque, format)?;
    let count = bytes.len();
    let bytes = shaped(ctx, bytes, vec![count])?.object(ctx)?;
    ctx.tuple(vec![Value::Bool(true), bytes])
}

/// Showing a picture in a window makes it a result, under the window's name.
fn imshow(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("imshow", args, ["winname", "mat"], 2)?;
    let title = ctx.str_of(call.need(0)?)?;
    let (array, mode) = picture(ctx, &call, 1, 255.0)?;
    let letters = title.chars().take(60).map(|c| if c.is_alphanumeric() { c } else { '_' });
    let name: String = letters.collect();
    let path = format!("{}.png", if name.is_empty() { "window" } else { &name });
    save(ctx, &array, mode, &path, "PNG")?;
    Ok(Value::None)
}
