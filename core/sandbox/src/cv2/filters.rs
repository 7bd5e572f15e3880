//! Blurs, derivatives and kernels of the script's own.

use super::arguments::Call;
use super::arrays::{self, Array, DType};
use super::elementwise::{depth, fit};
use super::fault::{assertion, bad_argument};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::imgproc::filter::{self, boxes, correlate, separable};
use crate::imgproc::{Border, Mat, bilateral, gaussian, median, saturate};

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "blur", call: |ctx, args| boxed(ctx, args, "blur") },
    NativeFn { name: "boxFilter", call: |ctx, args| boxed(ctx, args, "boxFilter") },
    NativeFn { name: "GaussianBlur", call: gaussian_blur },
    NativeFn { name: "medianBlur", call: median_blur },
    NativeFn { name: "bilateralFilter", call: bilateral_filter },
    NativeFn { name: "filter2D", call: filter_2d },
    NativeFn { name: "sepFilter2D", call: sep_filter_2d },
    NativeFn { name: "getGaussianKernel", call: get_gaussian_kernel },
];

/// A border argument for filters.
pub(super) fn border<const N: usize>(call: &Call<N>, at: usize) -> PyResult<Border> {
    match Border::of(call.int(at, 4)?) {
        Some(border) if border != Border::Transparent => Ok(border),
        _ => Err(bad_argument(call.function, "Unknown/unsupported border type")),
    }
}

/// A source picture with at least one pixel.
pub(super) fn source<const N: usize>(ctx: &mut Ctx, call: &Call<N>, at: usize) -> PyResult<Array> {
    let array = call.matrix(ctx, at)?;
    arrays::sides(&array, call.function)?;
    call.assert(array.size() > 0, "!_src.empty()")?;
    Ok(array)
}

/// Pays for `per` simple operations on every element.
pub(super) fn pay(ctx: &mut Ctx, array: &Array, per: usize) -> PyResult<()> {
    ctx.burn((array.size() as u64).saturating_mul(per as u64) / 16 + 1)
}

/// Stores numbers as `dtype`, rounded and cut off.
pub(super) fn store_as(ctx: &mut Ctx, mat: &Mat<f64>, dtype: DType) -> PyResult<Array> {
    let shape = match mat.channels {
        1 => vec![mat.rows, mat.cols],
        channels => vec![mat.rows, mat.cols, channels],
    };
    let _held = ctx.charge(mat.data.len().saturating_mul(8))?;
    let fitted: Vec<f64> = mat.data.iter().map(|value| fit(dtype, *value)).collect();
    Array::from_lane(ctx, dtype, &shape, &fitted)
}

/// The size of a kernel and the pixel's place in it; sides no larger than 2^15.
fn kernel_size<const N: usize>(
    ctx: &mut Ctx,
    call: &Call<N>,
    size: usize,
    anchor: usize,
) -> PyResult<([usize; 2], [usize; 2])> {
    let [width, height] = call.pair(ctx, size)?.unwrap_or([0, 0]);
    call.assert(width > 0 && height > 0, "ksize.width > 0 && ksize.height > 0")?;
    call.assert(width <= 32768 && height <= 32768, "ksize.width <= 32768 && ksize.height <= 32768")?;
    let size = [width as usize, height as usize];
    Ok((size, anchor_in(ctx, call, anchor, size)?))
}

/// The anchor argument, the middle by default.
pub(super) fn anchor_in<const N: usize>(
    ctx: &mut Ctx,
    call: &Call<N>,
    at: usize,
    size: [usize; 2],
) -> PyResult<[usize; 2]> {
    let given = call.pair(ctx, at)?.unwrap_or([-1, -1]);
    let mut anchor = [0; 2];
    for axis in 0..2 {
        anchor[axis] = match given[axis] {
            -1 => size[axis] / 2,
            own if (0..size[axis] as i64).contains(&own) => own as usize,
            _ => {
                return Err(assertion(call.function, "anchor.inside(Rect(0, 0, ksize.width, ksize.height))"));
            }
        };
    }
    Ok(anchor)
}

fn boxed(ctx: &mut Ctx, args: Args, function: &'static str) -> PyResult<Value> {
    let plain = function == "blur";
    let (call, places) = if plain {
        let call = Call::new(function, args, ["src", "ksize", "dst", "anchor", "borderType", "", ""], 2)?;
        (call, [1, 3, 4, 2])
    } else {
        let names = ["src", "ddepth", "ksize", "dst", "anchor", "normalize", "borderType"];
        (Call::new(function, args, names, 3)?, [2, 4, 6, 3])
    };
    let [size, anchor, edge, dst] = places;
    let src = source(ctx, &call, 0)?;
    let (size, anchor) = kernel_size(ctx, &call, size, anchor)?;
    let border = border(&call, edge)?;
    let dtype = if plain { None } else { depth(function, call.int(1, -1)?)? }.unwrap_or(src.dtype);
    let mean = plain || call.flag(ctx, 5, true)?;
    ctx.burn((src.size() / 2 + size[0] + size[1]) as u64)?;
    let _held = ctx.charge((src.size() + (size[0] + size[1]) * 8).saturating_mul(16))?;
    let result = if src.dtype == DType::UInt8 && dtype == DType::UInt8 && mean {
        let mat = arrays::load::<u8>(ctx, &src, function)?;
        arrays::store(ctx, filter::box_means(&mat, size, anchor, border))?
    } else {
        let mat = arrays::load::<f64>(ctx, &src, function)?;
        let _more = ctx.charge(src.size().saturating_mul(24))?;
        let mut sums = boxes(&mat, size, anchor, border);
        let scale = if mean { 1.0 / (size[0] * size[1]) as f64 } else { 1.0 };
        sums.data.iter_mut().for_each(|sum| *sum *= scale);
        store_as(ctx, &sums, dtype)?
    };
    arrays::deliver(ctx, result, call.get(dst))
}

fn gaussian_blur(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let names = ["src", "ksize", "sigmaX", "dst", "sigmaY", "borderType", "hint"];
    let call = Call::new("GaussianBlur", args, names, 3)?;
    let src = source(ctx, &call, 0)?;
    let [width, height] = call.pair(ctx, 1)?.unwrap_or([0, 0]);
    let sigma_x = call.real(2, 0.0)?;
    let sigma_y = call.real(4, 0.0)?;
    let sigma = [sigma_x, if sigma_y <= 0.0 { sigma_x } else { sigma_y }];
    let border = border(&call, 5)?;
    let mut size = [0; 2];
    for (axis, given) in [width, height].into_iter().enumerate() {
        let side = if given <= 0 && sigma[axis] > 0.0 {
            gaussian::size_for(sigma[axis], src.dtype == DType::UInt8) as i64
        } else {
            given
        };
        let condition =
            "ksize.width > 0 && ksize.width % 2 == 1 && ksize.height > 0 && ksize.height % 2 == 1";
        call.assert(side > 0 && side % 2 == 1 && sigma[axis].is_finite(), condition)?;
        call.assert(side <= 32768, "ksize.width <= 32768 && ksize.height <= 32768")?;
        size[axis] = side as usize;
    }
    // A picture of one row or column is not blurred across it.
    if !matches!(border, Border::Constant) {
        let [rows, cols, _] = arrays::sides(&src, call.function)?;
        if rows == 1 {
            size[1] = 1;
        }
        if cols == 1 {
            size[0] = 1;
        }
    }
    pay(ctx, &src, size[0] + size[1] + 2)?;
    let _held = ctx.charge(src.size().saturating_mul(12) + (size[0] + size[1]) * 64)?;
    let result = match src.dtype {
        DType::UInt8 => {
            let mat = arrays::load::<u8>(ctx, &src, call.function)?;
            arrays::store(ctx, gaussian::blur_bytes(&mat, size, sigma, border))?
        }
        dtype => {
            let mat = arrays::load::<f32>(ctx, &src, call.function)?;
            let made = gaussian::blur(&mat, size, sigma, border);
            if dtype == DType::Float32 {
                arrays::store(ctx, made)?
            } else {
                let _more = ctx.charge(src.size().saturating_mul(8))?;
                store_as(ctx, &made.map(f64::from), dtype)?
            }
        }
    };
    arrays::deliver(ctx, result, call.get(3))
}

fn median_blur(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("medianBlur", args, ["src", "ksize", "dst"], 2)?;
    let src = source(ctx, &call, 0)?;
    let size = call.int(1, 3)?;
    call.assert(size % 2 == 1 && size > 0, "(ksize % 2 == 1) && (_src0.dims() <= 2 )")?;
    call.assert(size <= 32768, "ksize <= 32768")?;
    let size = size as usize;
    let result = if src.dtype == DType::UInt8 {
        pay(ctx, &src, (size * 2).saturating_add(16))?;
        ctx.burn((src.shape[0] as u64).saturating_mul((size as u64).pow(2)) / 8)?;
        let mat = arrays::load::<u8>(ctx, &src, call.function)?;
        let _held = ctx.charge(src.size() + (src.size() + size * 64) * 2)?;
        arrays::store(ctx, median::bytes(&mat, size))?
    } else {
        call.assert(size <= 5, "src.depth() == CV_8U || ksize <= 5")?;
        pay(ctx, &src, size * size * 6)?;
        let mat = arrays::load::<f64>(ctx, &src, call.function)?;
        let _held = ctx.charge(src.size().saturating_mul(8))?;
        let made = median::floats(&mat, size);
        store_as(ctx, &made, src.dtype)?
    };
    arrays::deliver(ctx, result, call.get(2))
}

fn bilateral_filter(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let names = ["src", "d", "sigmaColor", "sigmaSpace", "dst", "borderType"];
    let call = Call::new("bilateralFilter", args, names, 4)?;
    let src = source(ctx, &call, 0)?;
    let [_, _, channels] = arrays::sides(&src, call.function)?;
    let known = matches!(src.dtype, DType::UInt8 | DType::Float32) && matches!(channels, 1 | 3);
    call.assert(known, "(src.type() == CV_8UC1 || src.type() == CV_8UC3) && src.data != dst.data")?;
    let positive = |value: f64| if value > 0.0 { value } else { 1.0 };
    let (color, space) = (positive(call.real(2, 1.0)?), positive(call.real(3, 1.0)?));
    let diameter = call.int(1, 0)?;
    let reach = if diameter > 0 { diameter as f64 / 2.0 } else { space * 1.5 };
    call.assert(reach < 2000.0, "radius is too large")?;
    let border = border(&call, 5)?;
    let side = 2 * reach as u64 + 3;
    ctx.burn(side * side / 4)?;
    let _near = ctx.charge((side * side * 24) as usize)?;
    let near = bilateral::disk(diameter, space);
    pay(ctx, &src, near.len() * 2)?;
    let [rows, cols, _] = arrays::sides(&src, call.function)?;
    let grid = (rows + side as usize) * (cols + side as usize) * channels;
    let _held = ctx.charge(grid.saturating_mul(4) + src.size() * 12)?;
    let mat = arrays::load::<f32>(ctx, &src, call.function)?;
    let made = bilateral::bilateral(&mat, &near, color, border);
    let result = if src.dtype == DType::UInt8 {
        // OpenCV rounds colours and cuts greys off.
        let whole = |value: f32| if channels == 1 { value.floor() } else { value };
        arrays::store(ctx, made.map(|value| saturate(whole(value).into())))?
    } else {
        arrays::store(ctx, made)?
    };
    arrays::deliver(ctx, result, call.get(4))
}

/// The type of a filter's result, which must not be narrower than its source.
pub(super) fn result_depth(function: &str, code: i64, src: DType) -> PyResult<DType> {
    let wanted = depth(function, code)?.unwrap_or(src);
    let rank = |dtype: DType| match dtype {
        DType::UInt8 => 0,
        DType::UInt16 | DType::Int16 => 1,
        DType::Float32 => 2,
        DType::Float64 => 3,
        _ => -1,
    };
    if wanted != src && (rank(wanted) < rank(src) || rank(wanted) < 0) {
        let message = format!(
            "Unsupported combination of source format (={}), and destination format (={})",
            src.name(),
            wanted.name()
        );
        return Err(super::fault::raise(-213, "The function/feature is not implemented", function, &message));
    }
    Ok(wanted)
}

fn filter_2d(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let names = ["src", "ddepth", "kernel", "dst", "anchor", "delta", "borderType"];
    let call = Call::new("filter2D", args, names, 3)?;
    let src = source(ctx, &call, 0)?;
    let kernel = source(ctx, &call, 2)?;
    let [height, width, channels] = arrays::sides(&kernel, call.function)?;
    call.assert(channels == 1, "_kernel.channels() == 1")?;
    let anchor = anchor_in(ctx, &call, 4, [width, height])?;
    let dtype = result_depth(call.function, call.int(1, -1)?, src.dtype)?;
    let delta = call.real(5, 0.0)?;
    let border = border(&call, 6)?;
    let weights = arrays::load::<f32>(ctx, &kernel, call.function)?;
    pay(ctx, &src, kernel.size() + 4)?;
    ctx.burn((width + height) as u64)?;
    let [rows, ..] = arrays::sides(&src, call.function)?;
    let _users = ctx.charge(rows.saturating_mul(height).saturating_mul(16))?;
    let _held = ctx.charge(src.size().saturating_mul(8) + (width + height) * 64)?;
    let mat = arrays::load::<f32>(ctx, &src, call.function)?;
    let made = correlate(&mat, &weights, anchor, delta as f32, border);
    let result = finish(ctx, made, dtype)?;
    arrays::deliver(ctx, result, call.get(3))
}

/// Stores single-precision results as `dtype`.
fn finish(ctx: &mut Ctx, made: Mat<f32>, dtype: DType) -> PyResult<Array> {
    match dtype {
        DType::Float32 => arrays::store(ctx, made),
        DType::UInt8 => arrays::store(ctx, made.map(|value| saturate(value.into()))),
        dtype => {
            let _held = ctx.charge(made.data.len().saturating_mul(8))?;
            store_as(ctx, &made.map(f64::from), dtype)
        }
    }
}

fn sep_filter_2d(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let names = ["src", "ddepth", "kernelX", "kernelY", "dst", "anchor", "delta", "borderType"];
    let call = Call::new("sepFilter2D", args, names, 4)?;
    let src = source(ctx, &call, 0)?;
    let (across, down) = (source(ctx, &call, 2)?, source(ctx, &call, 3)?);
    let size = [across.size(), down.size()];
    let anchor = anchor_in(ctx, &call, 5, size)?;
    let dtype = result_depth(call.function, call.int(1, -1)?, src.dtype)?;
    let delta = call.real(6, 0.0)? as f32;
    let border = border(&call, 7)?;
    pay(ctx, &src, size[0] + size[1] + 4)?;
    let _held = ctx.charge(src.size().saturating_mul(12) + (size[0] + size[1]) * 64)?;
    let across = arrays::load::<f32>(ctx, &across, call.function)?;
    let down = arrays::load::<f32>(ctx, &down, call.function)?;
    let mat = arrays::load::<f32>(ctx, &src, call.function)?;
    let mut made = separable(&mat, &across.data, &down.data, anchor, border);
    made.data.iter_mut().for_each(|value| *value += delta);
    let result = finish(ctx, made, dtype)?;
    arrays::deliver(ctx, result, call.get(4))
}

fn get_gaussian_kernel(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("getGaussianKernel", args, ["ksize", "sigma", "ktype"], 2)?;
    let size = call.int(0, 1)?;
    call.assert((1..=1 << 20).contains(&size), "n > 0")?;
    ctx.burn(size as u64)?;
    let weights = gaussian::kernel(size as usize, call.real(1, 0.0)?);
    let column = Mat::new(weights.len(), 1, 1, weights);
    let result = store_as(ctx, &column, depth(call.function, call.int(2, 6)?)?.unwrap_or(DType::Float64))?;
    result.object(ctx)
}
