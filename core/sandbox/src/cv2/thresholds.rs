//! `threshold`, `adaptiveThreshold`, `inRange`.

use super::arguments::Call;
use super::arrays::{self, Array, DType};
use super::elementwise::{Side, fit, same_shape, zip};
use super::fault::{assertion, bad_argument};
use super::filters::{pay, source};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::imgproc::{Border, Mat, filter, gaussian, saturate, threshold};

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "threshold", call: fixed },
    NativeFn { name: "adaptiveThreshold", call: adaptive },
    NativeFn { name: "inRange", call: in_range },
];

fn fixed(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("threshold", args, ["src", "thresh", "maxval", "type", "dst"], 4)?;
    let src = source(ctx, &call, 0)?;
    let mut level = call.real(1, 0.0)?;
    let most = call.real(2, 0.0)?;
    let flags = call.int(3, 0)?;
    let (kind, automatic) = (flags & 7, flags & 24);
    call.assert((0..=4).contains(&kind), "Unknown threshold type")?;
    let bytes = src.dtype == DType::UInt8;
    if automatic != 0 {
        let [_, _, channels] = arrays::sides(&src, call.function)?;
        call.assert(bytes && channels == 1, "src.type() == CV_8UC1")?;
        if automatic == 24 {
            return Err(bad_argument(call.function, "THRESH_OTSU and THRESH_TRIANGLE do not go together"));
        }
        pay(ctx, &src, 4)?;
        let mat = arrays::load::<u8>(ctx, &src, call.function)?;
        let counts = threshold::histogram(mat.data.iter().copied());
        level = if automatic == 8 {
            threshold::otsu(&counts, mat.data.len())
        } else {
            threshold::triangle(&counts)
        };
    }
    let known =
        matches!(src.dtype, DType::UInt8 | DType::Int16 | DType::UInt16 | DType::Float32 | DType::Float64);
    if !known {
        return Err(super::fault::raise(
            -210,
            "Unsupported format or combination of formats",
            call.function,
            "",
        ));
    }
    // Whole numbers are compared with the threshold's floor.
    let whole = !src.dtype.is_float();
    if whole {
        level = libm::floor(level);
    }
    let most = fit(src.dtype, most);
    let held = if whole { fit(src.dtype, level) } else { level };
    let sides = [Side::Array(src), Side::Scalar([0.0; 4])];
    let result =
        zip(ctx, call.function, sides, None, None, call.get(4), &|value, _| match (kind, value > level) {
            (2, true) => held,
            _ => threshold::apply(kind, value, level, most),
        })?;
    ctx.tuple(vec![Value::Float(level), result])
}

fn adaptive(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let names = ["src", "maxValue", "adaptiveMethod", "thresholdType", "blockSize", "C", "dst"];
    let call = Call::new("adaptiveThreshold", args, names, 6)?;
    let src = source(ctx, &call, 0)?;
    let [_, _, channels] = arrays::sides(&src, call.function)?;
    call.assert(src.dtype == DType::UInt8 && channels == 1, "src.type() == CV_8UC1")?;
    let (method, kind, size) = (call.int(2, 0)?, call.int(3, 0)?, call.int(4, 3)?);
    call.assert(size % 2 == 1 && size > 1, "blockSize % 2 == 1 && blockSize > 1")?;
    call.assert(size <= 32768, "blockSize <= 32768")?;
    if !(0..=1).contains(&method) {
        return Err(super::fault::raise(
            -206,
            "Bad flag (parameter or structure field)",
            call.function,
            "Unknown/unsupported adaptive threshold method",
        ));
    }
    if !(0..=1).contains(&kind) {
        return Err(super::fault::raise(
            -206,
            "Bad flag (parameter or structure field)",
            call.function,
            "Unknown/unsupported threshold type",
        ));
    }
    let (most, constant) = (call.real(1, 255.0)?, call.real(5, 0.0)?);
    let side = size as usize;
    pay(ctx, &src, if method == 0 { 12 } else { 2 * side + 12 })?;
    let _held = ctx.charge(src.size().saturating_mul(20) + side * 64)?;
    let mat = arrays::load::<u8>(ctx, &src, call.function)?;
    let means = if method == 0 {
        filter::box_means(&mat, [side; 2], [side / 2; 2], Border::Replicate)
    } else {
        let blurred = gaussian::blur(&mat.map(f32::from), [side; 2], [0.0; 2], Border::Replicate);
        blurred.map(|value| saturate(value.into()))
    };
    let white = if most < 0.0 { 0 } else { saturate(most) };
    let delta = if kind == 0 { libm::ceil(constant) } else { libm::floor(constant) };
    let pairs = mat.data.iter().zip(&means.data);
    let data = pairs.map(|(value, mean)| {
        let above = f64::from(*value) - f64::from(*mean) > -delta;
        if above == (kind == 0) && most >= 0.0 { white } else { 0 }
    });
    let made = Mat::new(mat.rows, mat.cols, 1, data.collect());
    let result = arrays::store(ctx, made)?;
    arrays::deliver(ctx, result, call.get(6))
}

fn in_range(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("inRange", args, ["src", "lowerb", "upperb", "dst"], 3)?;
    let src = source(ctx, &call, 0)?;
    let [rows, cols, channels] = arrays::sides(&src, call.function)?;
    pay(ctx, &src, 6)?;
    let low = bound(ctx, &call, 1, &src, channels)?;
    let high = bound(ctx, &call, 2, &src, channels)?;
    let lane = src.lane::<f64>(ctx)?;
    let _held = ctx.charge(rows * cols)?;
    let inside = |at: usize| {
        let (from, to) = (at * channels, (at + 1) * channels);
        (from..to).all(|place| {
            let (low, high) = (low[place % low.len()], high[place % high.len()]);
            (low..=high).contains(&lane[place])
        })
    };
    let data: Vec<u8> = (0..rows * cols).map(|at| if inside(at) { 255 } else { 0 }).collect();
    let result = arrays::store(ctx, Mat::new(rows, cols, 1, data))?;
    arrays::deliver(ctx, result, call.get(3))
}

/// A bound: one number for each channel, or an array like the picture.
fn bound<const N: usize>(
    ctx: &mut Ctx,
    call: &Call<N>,
    at: usize,
    src: &Array,
    channels: usize,
) -> PyResult<Vec<f64>> {
    let unfit = || {
        assertion(
            "inRange",
            "The lower boundary is neither an array of the same size and same type as src, nor a scalar",
        )
    };
    if let Some(array) = call.get(at).and_then(arrays::given) {
        if same_shape(&array.shape, &src.shape) && array.dtype == src.dtype {
            let _held = ctx.charge(src.size() * 8)?;
            return Ok(array.lane::<f64>(ctx)?.to_vec());
        }
        if array.size() > 4 {
            return Err(unfit());
        }
    }
    let single = call.get(at).is_some_and(|value| super::arguments::number(value).is_some());
    let Some(found) = call.numbers(ctx, at)? else { return Err(unfit()) };
    let mut bound = match found.len() {
        1 if !single => vec![found[0]; channels],
        1 => vec![found[0], 0.0, 0.0, 0.0],
        count if count == channels || count == 4 => found,
        _ => return Err(unfit()),
    };
    if channels > 4 {
        return Err(unfit());
    }
    bound.truncate(channels);
    Ok(bound)
}
