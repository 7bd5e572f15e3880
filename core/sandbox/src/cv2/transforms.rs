//! Matrices of warps, and points taken through them.

use super::arguments::Call;
use super::arrays::{self, DType};
use super::fault::assertion;
use super::filters::store_as;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::imgproc::{Mat, matrix};
use crate::numpy::Array;

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "getRotationMatrix2D", call: get_rotation_matrix },
    NativeFn { name: "getAffineTransform", call: get_affine_transform },
    NativeFn { name: "getPerspectiveTransform", call: get_perspective_transform },
    NativeFn { name: "invertAffineTransform", call: invert_affine_transform },
    NativeFn { name: "perspectiveTransform", call: |ctx, args| through(ctx, args, "perspectiveTransform") },
    NativeFn { name: "transform", call: |ctx, args| through(ctx, args, "transform") },
];

fn matrix_value(ctx: &mut Ctx, rows: usize, cols: usize, numbers: &[f64]) -> PyResult<Value> {
    Array::from_lane(ctx, DType::Float64, &[rows, cols], numbers)?.object(ctx)
}

fn get_rotation_matrix(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("getRotationMatrix2D", args, ["center", "angle", "scale"], 3)?;
    let Some(center) = call.point(ctx, 0)? else {
        return Err(call.wrong(0, "must be a sequence of 2 numbers"));
    };
    let center = center.map(|value| f64::from(value as f32));
    let m = matrix::rotation(center, call.real(1, 0.0)?, call.real(2, 1.0)?);
    matrix_value(ctx, 2, 3, &m)
}

/// `N` points of float32.
fn points<const N: usize, const M: usize>(
    ctx: &mut Ctx,
    call: &Call<M>,
    at: usize,
) -> PyResult<[[f64; 2]; N]> {
    let array = call.matrix(ctx, at)?;
    let condition = "src.checkVector(2, CV_32F) == N && dst.checkVector(2, CV_32F) == N";
    call.assert(array.dtype == DType::Float32 && array.size() == 2 * N, condition)?;
    let lane = array.lane::<f64>(ctx)?;
    let mut points = [[0.0; 2]; N];
    for (point, pair) in points.iter_mut().zip(lane.chunks_exact(2)) {
        *point = [pair[0], pair[1]];
    }
    Ok(points)
}

fn get_affine_transform(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("getAffineTransform", args, ["src", "dst"], 2)?;
    let (from, to) = (points::<3, 2>(ctx, &call, 0)?, points::<3, 2>(ctx, &call, 1)?);
    matrix_value(ctx, 2, 3, &matrix::affine(from, to))
}

fn get_perspective_transform(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("getPerspectiveTransform", args, ["src", "dst", "solveMethod"], 2)?;
    let (from, to) = (points::<4, 3>(ctx, &call, 0)?, points::<4, 3>(ctx, &call, 1)?);
    matrix_value(ctx, 3, 3, &matrix::perspective(from, to).unwrap_or_default())
}

fn invert_affine_transform(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("invertAffineTransform", args, ["M", "iM"], 1)?;
    let m = call.matrix(ctx, 0)?;
    let numbers = <[f64; 6]>::try_from(m.lane::<f64>(ctx)?.to_vec());
    let (Ok(numbers), [2, 3]) = (numbers, &m.shape[..]) else {
        return Err(assertion(call.function, "matM.rows == 2 && matM.cols == 3"));
    };
    let dtype = m.dtype;
    let made = Mat::new(2, 3, 1, matrix::invert_affine(numbers).to_vec());
    store_as(ctx, &made, dtype)?.object(ctx)
}

/// Multiplies every pixel's channels, or every point, with a matrix.
fn through(ctx: &mut Ctx, args: Args, function: &'static str) -> PyResult<Value> {
    let call = Call::new(function, args, ["src", "m", "dst"], 2)?;
    let divide = function == "perspectiveTransform";
    let src = call.matrix(ctx, 0)?;
    let m = call.matrix(ctx, 1)?;
    let [rows, cols, channels] = arrays::sides(&src, function)?;
    let (height, width) = match m.shape[..] {
        [height, width] => (height, width),
        _ => return Err(assertion(function, "scn == m.cols || scn + 1 == m.cols")),
    };
    let out = if divide { height.saturating_sub(1) } else { height };
    call.assert(
        (width == channels + 1 || (!divide && width == channels)) && (1..=4).contains(&out),
        "scn == m.cols || scn + 1 == m.cols",
    )?;
    if divide {
        call.assert(src.dtype.is_float(), "depth == CV_32F || depth == CV_64F")?;
    }
    ctx.burn((src.size() as u64).saturating_mul(height as u64) / 4 + 1)?;
    let _held = ctx.charge((rows * cols).saturating_mul(out * 8))?;
    let weights = m.lane::<f64>(ctx)?;
    let lane = src.lane::<f64>(ctx)?;
    let mut data = Vec::with_capacity(rows * cols * out);
    for pixel in lane.chunks_exact(channels) {
        let row = |row: usize| {
            let weights = &weights[row * width..(row + 1) * width];
            let sum: f64 = pixel.iter().zip(weights).map(|(value, weight)| value * weight).sum();
            sum + weights.get(channels).copied().unwrap_or(0.0)
        };
        let last = if divide { row(out) } else { 1.0 };
        let scale = if last.abs() > f64::EPSILON { 1.0 / last } else { 0.0 };
        data.extend((0..out).map(|at| row(at) * scale));
    }
    let made = store_as(ctx, &Mat::new(rows, cols, out, data), src.dtype)?;
    arrays::deliver(ctx, made, call.get(2))
}
