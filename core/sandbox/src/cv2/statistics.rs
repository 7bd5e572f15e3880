//! Sums, means, extremes, norms, and changes of scale by them.

use super::arguments::Call;
use super::arrays::{self, Array, DType};
use super::elementwise::{Side, allowed, depth, fit, same_shape, zip};
use super::fault::{assertion, bad_argument};
use super::filters::{pay, source, store_as};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::imgproc::{Mat, color, colormap};

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "countNonZero", call: count_non_zero },
    NativeFn { name: "findNonZero", call: find_non_zero },
    NativeFn { name: "mean", call: mean },
    NativeFn { name: "meanStdDev", call: mean_std_dev },
    NativeFn { name: "sumElems", call: sum_elems },
    NativeFn { name: "minMaxLoc", call: min_max_loc },
    NativeFn { name: "norm", call: norm },
    NativeFn { name: "normalize", call: normalize },
    NativeFn { name: "reduce", call: reduce },
    NativeFn { name: "LUT", call: lut },
    NativeFn { name: "applyColorMap", call: apply_color_map },
];

/// One channel of anything.
fn plain<const N: usize>(ctx: &mut Ctx, call: &Call<N>) -> PyResult<Array> {
    let src = call.matrix(ctx, 0)?;
    let [_, _, channels] = arrays::sides(&src, call.function)?;
    call.assert(channels == 1, "cn == 1")?;
    pay(ctx, &src, 2)?;
    Ok(src)
}

fn count_non_zero(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("countNonZero", args, ["src"], 1)?;
    let src = plain(ctx, &call)?;
    let lane = src.lane::<f64>(ctx)?;
    Ok(Value::Int(lane.iter().filter(|value| **value != 0.0).count() as i64))
}

fn find_non_zero(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("findNonZero", args, ["src", "idx"], 1)?;
    let src = plain(ctx, &call)?;
    let [_, cols, _] = arrays::sides(&src, call.function)?;
    let lane = src.lane::<f64>(ctx)?;
    let _held = ctx.charge(src.size() * 8)?;
    let set = lane.iter().enumerate().filter(|(_, value)| **value != 0.0);
    let data: Vec<i32> = set.flat_map(|(at, _)| [(at % cols) as i32, (at / cols) as i32]).collect();
    if data.is_empty() {
        return Ok(Value::None);
    }
    let count = data.len() / 2;
    arrays::shaped(ctx, data, vec![count, 1, 2])?.object(ctx)
}

/// Per channel: how many elements, their sum and the sum of their squares.
fn sums<const N: usize>(
    ctx: &mut Ctx,
    call: &Call<N>,
    mask: usize,
) -> PyResult<(f64, [f64; 4], [f64; 4], usize)> {
    let src = source(ctx, call, 0)?;
    let [_, _, channels] = arrays::sides(&src, call.function)?;
    call.assert(channels <= 4, "src.channels() <= 4")?;
    pay(ctx, &src, 6)?;
    let mask = if call.has(mask) { Some(call.matrix(ctx, mask)?) } else { None };
    let set = mask.map(|mask| allowed(ctx, &mask, &src.shape, call.function)).transpose()?;
    let lane = src.lane::<f64>(ctx)?;
    let (mut count, mut sum, mut squares) = (0.0, [0.0; 4], [0.0; 4]);
    for (at, pixel) in lane.chunks_exact(channels).enumerate() {
        if set.as_ref().is_some_and(|set| set.get(at).is_none_or(|set| *set == 0)) {
            continue;
        }
        count += 1.0;
        for (channel, value) in pixel.iter().enumerate() {
            sum[channel] += value;
            squares[channel] += value * value;
        }
    }
    Ok((count, sum, squares, channels))
}

fn four(ctx: &Ctx, numbers: [f64; 4]) -> PyResult<Value> {
    ctx.tuple(numbers.map(Value::Float).to_vec())
}

fn mean(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("mean", args, ["src", "mask"], 1)?;
    let (count, sum, ..) = sums(ctx, &call, 1)?;
    let scale = if count > 0.0 { 1.0 / count } else { 0.0 };
    four(ctx, sum.map(|sum| sum * scale))
}

fn sum_elems(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("sumElems", args, ["src"], 1)?;
    let (_, sum, ..) = sums(ctx, &call, 1)?;
    four(ctx, sum)
}

fn mean_std_dev(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("meanStdDev", args, ["src", "mean", "stddev", "mask"], 1)?;
    let (count, sum, squares, channels) = sums(ctx, &call, 3)?;
    let scale = if count > 0.0 { 1.0 / count } else { 0.0 };
    let means = sum.map(|sum| sum * scale);
    let mut spread = [0.0; 4];
    for (spread, (square, mean)) in spread.iter_mut().zip(squares.iter().zip(means)) {
        *spread = libm::sqrt((square * scale - mean * mean).max(0.0));
    }
    let first = arrays::shaped(ctx, means[..channels].to_vec(), vec![channels, 1])?.object(ctx)?;
    let second = arrays::shaped(ctx, spread[..channels].to_vec(), vec![channels, 1])?.object(ctx)?;
    ctx.tuple(vec![first, second])
}

fn min_max_loc(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("minMaxLoc", args, ["src", "mask"], 1)?;
    let src = plain(ctx, &call)?;
    let [_, cols, _] = arrays::sides(&src, call.function)?;
    let mask = if call.has(1) { Some(call.matrix(ctx, 1)?) } else { None };
    let set = mask.map(|mask| allowed(ctx, &mask, &src.shape, call.function)).transpose()?;
    let lane = src.lane::<f64>(ctx)?;
    let mut found: Option<[(f64, usize); 2]> = None;
    for (at, value) in lane.iter().enumerate() {
        if value.is_nan() || set.as_ref().is_some_and(|set| set.get(at).is_none_or(|set| *set == 0)) {
            continue;
        }
        let [low, high] = found.get_or_insert([(*value, at); 2]);
        if *value < low.0 {
            *low = (*value, at);
        }
        if *value > high.0 {
            *high = (*value, at);
        }
    }
    let place = |at: Option<usize>| {
        let [x, y] = at.map_or([-1, -1], |at| [(at % cols) as i64, (at / cols) as i64]);
        vec![Value::Int(x), Value::Int(y)]
    };
    let at = |which: usize| found.map(|found| found[which].1);
    let value = |which: usize| Value::Float(found.map_or(0.0, |found| found[which].0));
    let (low, high) = (ctx.tuple(place(at(0)))?, ctx.tuple(place(at(1)))?);
    ctx.tuple(vec![value(0), value(1), low, high])
}

/// The norm of differences of elements.
fn size_of(kind: i64, values: impl Iterator<Item = f64>) -> Option<f64> {
    Some(match kind {
        1 => values.fold(0.0, |most, value| f64::max(most, value.abs())),
        2 => values.map(f64::abs).sum(),
        4 => libm::sqrt(values.map(|value| value * value).sum()),
        5 => values.map(|value| value * value).sum(),
        _ => return None,
    })
}

fn norm(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let two = args.positional.get(1).is_some_and(|value| arrays::given(value).is_some())
        || args.keyword.iter().any(|(name, _)| &***name == "src2");
    let call = if two {
        Call::new("norm", args, ["src1", "src2", "normType", "mask"], 2)?
    } else {
        Call::new("norm", args, ["src1", "normType", "mask", ""], 1)?
    };
    let kind = call.int(if two { 2 } else { 1 }, 4)?;
    let (relative, kind) = (kind & 8 != 0, kind & 7);
    let a = call.matrix(ctx, 0)?;
    arrays::sides(&a, call.function)?;
    pay(ctx, &a, 4)?;
    let at = if two { 3 } else { 2 };
    let mask = if call.has(at) { Some(call.matrix(ctx, at)?) } else { None };
    let set = mask.map(|mask| allowed(ctx, &mask, &a.shape, call.function)).transpose()?;
    let channels = a.shape.get(2).copied().unwrap_or(1).max(1);
    let counts =
        |at: usize| set.as_ref().is_none_or(|set| set.get(at / channels).is_some_and(|set| *set != 0));
    let first = a.lane::<f64>(ctx)?;
    let unknown = || bad_argument("norm", "unknown norm type");
    if !two {
        let values = first.iter().enumerate().filter(|(at, _)| counts(*at)).map(|(_, value)| *value);
        return size_of(kind, values).map(Value::Float).ok_or_else(unknown);
    }
    let b = call.matrix(ctx, 1)?;
    call.assert(
        same_shape(&a.shape, &b.shape) && a.dtype == b.dtype,
        "_src1.sameSize(_src2) && _src1.type() == _src2.type()",
    )?;
    let second = b.lane::<f64>(ctx)?;
    let pairs = first.iter().zip(second.iter()).enumerate().filter(|(at, _)| counts(*at));
    let mut size = size_of(kind, pairs.map(|(_, (a, b))| a - b)).ok_or_else(unknown)?;
    if relative {
        size /= size_of(kind, second.iter().copied()).unwrap_or(1.0) + f64::EPSILON;
    }
    Ok(Value::Float(size))
}

fn normalize(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let names = ["src", "dst", "alpha", "beta", "norm_type", "dtype", "mask"];
    let call = Call::new("normalize", args, names, 1)?;
    let src = source(ctx, &call, 0)?;
    let (alpha, beta) = (call.real(2, 1.0)?, call.real(3, 0.0)?);
    let dtype = depth(call.function, call.int(5, -1)?)?.unwrap_or(src.dtype);
    let mask = if call.has(6) { Some(call.matrix(ctx, 6)?) } else { None };
    pay(ctx, &src, 4)?;
    let lane = src.lane::<f64>(ctx)?;
    let set = mask.as_ref().map(|mask| allowed(ctx, mask, &src.shape, call.function)).transpose()?;
    let channels = src.shape.get(2).copied().unwrap_or(1).max(1);
    let counts =
        |at: usize| set.as_ref().is_none_or(|set| set.get(at / channels).is_some_and(|set| *set != 0));
    let values = || lane.iter().enumerate().filter(|(at, _)| counts(*at)).map(|(_, value)| *value);
    let (scale, shift) = match call.int(4, 4)? {
        32 => {
            let (least, most) =
                values().fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), v| (a.min(v), b.max(v)));
            let (low, high) = (alpha.min(beta), alpha.max(beta));
            let spread = most - least;
            let scale = (high - low) * if spread > f64::EPSILON { 1.0 / spread } else { 0.0 };
            if dtype == DType::Float32 {
                let scale = f64::from(scale as f32);
                (scale, f64::from(low as f32 - (least * scale) as f32))
            } else {
                (scale, low - least * scale)
            }
        }
        kind @ (1 | 2 | 4) => {
            let size = size_of(kind, values()).unwrap_or(0.0);
            (if size > f64::EPSILON { alpha / size } else { 0.0 }, 0.0)
        }
        _ => return Err(bad_argument(call.function, "Unknown/unsupported norm type")),
    };
    drop(lane);
    let single =
        dtype.size() <= 4 && src.dtype.size() <= 4 && src.dtype != DType::Int32 && dtype != DType::Int32;
    let sides = [Side::Array(src), Side::Scalar([0.0; 4])];
    zip(ctx, call.function, sides, Some(dtype), mask.as_ref(), call.get(1), &|value, _| {
        if single {
            f64::from((value * f64::from(scale as f32) + f64::from(shift as f32)) as f32)
        } else {
            value * scale + shift
        }
    })
}

fn reduce(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("reduce", args, ["src", "dim", "rtype", "dst", "dtype"], 3)?;
    let src = source(ctx, &call, 0)?;
    let [rows, cols, channels] = arrays::sides(&src, call.function)?;
    let (dim, kind) = (call.int(1, 0)?, call.int(2, 0)?);
    call.assert((0..=1).contains(&dim), "dim == 0 || dim == 1")?;
    call.assert(
        (0..=4).contains(&kind),
        "op == REDUCE_SUM || op == REDUCE_MAX || op == REDUCE_MIN || op == REDUCE_AVG || op == REDUCE_SUM2",
    )?;
    let dtype = depth(call.function, call.int(4, -1)?)?.unwrap_or(src.dtype);
    if matches!(kind, 0 | 4) && dtype.size() < 4 {
        return Err(super::fault::raise(
            -210,
            "Unsupported format or combination of formats",
            call.function,
            "Unsupported combination of input and output array formats",
        ));
    }
    pay(ctx, &src, 4)?;
    let lane = src.lane::<f64>(ctx)?;
    let (out_rows, out_cols) = if dim == 0 { (1, cols) } else { (rows, 1) };
    let _held = ctx.charge(out_rows * out_cols * channels * 16)?;
    let mut made: Vec<Option<f64>> = vec![None; out_rows * out_cols * channels];
    for (at, value) in lane.iter().enumerate() {
        let (y, x, channel) = (at / (cols * channels), at / channels % cols, at % channels);
        let place = if dim == 0 { x * channels + channel } else { y * channels + channel };
        let own = if kind == 4 { value * value } else { *value };
        made[place] = Some(match (made[place], kind) {
            (None, _) => own,
            (Some(held), 2) => held.max(own),
            (Some(held), 3) => held.min(own),
            (Some(held), _) => held + own,
        });
    }
    let count = if dim == 0 { rows } else { cols } as f64;
    let data = made.into_iter().flatten().map(|sum| if kind == 1 { sum / count } else { sum }).collect();
    let result = store_as(ctx, &Mat::new(out_rows, out_cols, channels, data), dtype)?;
    arrays::deliver(ctx, result, call.get(3))
}

fn lut(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("LUT", args, ["src", "lut", "dst"], 2)?;
    let src = source(ctx, &call, 0)?;
    let table = call.matrix(ctx, 1)?;
    let [_, _, channels] = arrays::sides(&src, call.function)?;
    let sides = arrays::sides(&table, call.function)?;
    if src.dtype != DType::UInt8 {
        return Err(Fault::not_provided(format!("cv2.LUT for arrays of {}", src.dtype.name())));
    }
    let fits = sides[0] * sides[1] == 256 && (sides[2] == 1 || sides[2] == channels);
    call.assert(fits, "(lutcn == cn || lutcn == 1) && _lut.total() == 256 && _lut.isContinuous() && (depth == CV_8U || depth == CV_8S)")?;
    pay(ctx, &src, 2)?;
    let values = table.lane::<f64>(ctx)?;
    let mat = arrays::load::<u8>(ctx, &src, call.function)?;
    let _held = ctx.charge(src.size() * 8)?;
    let data = mat.data.iter().enumerate().map(|(at, value)| {
        let at =
            if sides[2] == 1 { usize::from(*value) } else { usize::from(*value) * channels + at % channels };
        fit(table.dtype, values.get(at).copied().unwrap_or(0.0))
    });
    let made = Mat::new(mat.rows, mat.cols, channels, data.collect());
    let result = store_as(ctx, &made, table.dtype)?;
    arrays::deliver(ctx, result, call.get(2))
}

fn apply_color_map(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("applyColorMap", args, ["src", "colormap", "dst"], 2)?;
    let src = source(ctx, &call, 0)?;
    let [rows, cols, channels] = arrays::sides(&src, call.function)?;
    let known = src.dtype == DType::UInt8 && matches!(channels, 1 | 3);
    call.assert(known, "cv::ColorMap only supports source images of type CV_8UC1 or CV_8UC3")?;
    let table: Vec<[u8; 3]> = match call.get(1).and_then(arrays::given) {
        Some(own) => {
            let fits = own.size() == 768 && own.dtype == DType::UInt8;
            call.assert(fits, "cv::LUT only supports tables of size 256.")?;
            let lane = own.lane::<i64>(ctx)?;
            lane.chunks_exact(3).map(|color| [color[0] as u8, color[1] as u8, color[2] as u8]).collect()
        }
        None => {
            let table = usize::try_from(call.int(1, 0)?).ok().and_then(colormap::table);
            table
                .ok_or_else(|| bad_argument(call.function, "Unknown colormap id; use one of COLORMAP_*"))?
                .to_vec()
        }
    };
    pay(ctx, &src, 8)?;
    let _held = ctx.charge((rows * cols).saturating_mul(3))?;
    let mat = arrays::load::<u8>(ctx, &src, call.function)?;
    let mut data = Vec::with_capacity(rows * cols * 3);
    for pixel in mat.data.chunks_exact(channels) {
        let grey = match *pixel {
            [b, g, r] => color::grey([b, g, r]),
            _ => pixel[0],
        };
        data.extend_from_slice(&table[usize::from(grey)]);
    }
    let result = arrays::store(ctx, Mat::new(rows, cols, 3, data))?;
    arrays::deliver(ctx, result, call.get(2))
}

/// Two arrays of floats of one shape, as polar coordinates need them.
pub(super) fn float_pair<const N: usize>(ctx: &mut Ctx, call: &Call<N>) -> PyResult<[Array; 2]> {
    let (a, b) = (call.matrix(ctx, 0)?, call.matrix(ctx, 1)?);
    let fits = a.dtype == b.dtype && same_shape(&a.shape, &b.shape) && a.dtype.is_float();
    if !fits {
        return Err(assertion(
            call.function,
            "src1.size() == src2.size() && type == src2.type() && (depth == CV_32F || depth == CV_64F)",
        ));
    }
    Ok([a, b])
}
