//! `add`, `subtract`, `multiply`, `addWeighted` and their like.

use super::arguments::Call;
use super::arrays::{self, DType};
use super::elementwise::{Side, depth, zip};
use super::fault::assertion;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::imgproc::round;

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "add", call: |ctx, args| masked(ctx, args, "add", |a, b| a + b) },
    NativeFn { name: "subtract", call: |ctx, args| masked(ctx, args, "subtract", |a, b| a - b) },
    NativeFn { name: "multiply", call: |ctx, args| scaled(ctx, args, "multiply") },
    NativeFn { name: "divide", call: |ctx, args| scaled(ctx, args, "divide") },
    NativeFn { name: "absdiff", call: |ctx, args| plain(ctx, args, "absdiff", |a, b| (a - b).abs()) },
    NativeFn { name: "min", call: |ctx, args| plain(ctx, args, "min", |a, b| if b < a { b } else { a }) },
    NativeFn { name: "max", call: |ctx, args| plain(ctx, args, "max", |a, b| if b > a { b } else { a }) },
    NativeFn { name: "addWeighted", call: add_weighted },
    NativeFn { name: "scaleAdd", call: scale_add },
    NativeFn { name: "compare", call: compare },
    NativeFn { name: "bitwise_and", call: |ctx, args| bits(ctx, args, "bitwise_and", |a, b| a & b) },
    NativeFn { name: "bitwise_or", call: |ctx, args| bits(ctx, args, "bitwise_or", |a, b| a | b) },
    NativeFn { name: "bitwise_xor", call: |ctx, args| bits(ctx, args, "bitwise_xor", |a, b| a ^ b) },
    NativeFn { name: "bitwise_not", call: bitwise_not },
    NativeFn { name: "convertScaleAbs", call: convert_scale_abs },
    NativeFn { name: "pow", call: power },
    NativeFn { name: "sqrt", call: |ctx, args| float(ctx, args, "sqrt", libm::sqrt) },
    NativeFn { name: "exp", call: |ctx, args| float(ctx, args, "exp", libm::exp) },
    NativeFn { name: "log", call: |ctx, args| float(ctx, args, "log", libm::log) },
    NativeFn { name: "copyTo", call: copy_to },
];

/// Both sides of a call whose first two arguments they are.
fn sides<const N: usize>(ctx: &mut Ctx, call: &Call<N>, at: [usize; 2], spread: bool) -> PyResult<[Side; 2]> {
    Ok([Side::of(ctx, call, at[0], spread)?, Side::of(ctx, call, at[1], spread)?])
}

fn masked(ctx: &mut Ctx, args: Args, function: &'static str, f: fn(f64, f64) -> f64) -> PyResult<Value> {
    let call = Call::new(function, args, ["src1", "src2", "dst", "mask", "dtype"], 2)?;
    let sides = sides(ctx, &call, [0, 1], true)?;
    let dtype = depth(function, call.int(4, -1)?)?;
    let mask = call.has(3).then(|| call.matrix(ctx, 3)).transpose()?;
    zip(ctx, function, sides, dtype, mask.as_ref(), call.get(2), &f)
}

fn plain(ctx: &mut Ctx, args: Args, function: &'static str, f: fn(f64, f64) -> f64) -> PyResult<Value> {
    let call = Call::new(function, args, ["src1", "src2", "dst"], 2)?;
    let sides = sides(ctx, &call, [0, 1], function == "absdiff")?;
    zip(ctx, function, sides, None, None, call.get(2), &f)
}

fn scaled(ctx: &mut Ctx, args: Args, function: &'static str) -> PyResult<Value> {
    let call = Call::new(function, args, ["src1", "src2", "dst", "scale", "dtype"], 2)?;
    let sides = sides(ctx, &call, [0, 1], true)?;
    let scale = call.real(3, 1.0)?;
    let dtype = depth(function, call.int(4, -1)?)?;
    let whole = sides
        .iter()
        .all(|side| matches!(side, Side::Array(a) if !a.dtype.is_float()) || matches!(side, Side::Scalar(_)))
        && dtype.is_none_or(|dtype| !dtype.is_float());
    if function == "multiply" {
        return zip(ctx, function, sides, dtype, None, call.get(2), &|a, b| a * b * scale);
    }
    zip(ctx, function, sides, dtype, None, call.get(2), &|a, b| {
        // Integers have no infinity: OpenCV gives 0.
        if b == 0.0 && whole { 0.0 } else { a * scale / b }
    })
}

fn add_weighted(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let names = ["src1", "alpha", "src2", "beta", "gamma", "dst", "dtype"];
    let call = Call::new("addWeighted", args, names, 5)?;
    let sides = sides(ctx, &call, [0, 2], false)?;
    let (alpha, beta, gamma) = (call.real(1, 1.0)?, call.real(3, 1.0)?, call.real(4, 0.0)?);
    let dtype = depth(call.function, call.int(6, -1)?)?;
    let single = sides.iter().any(|side| matches!(side, Side::Array(a) if a.dtype.size() <= 2));
    if single {
        // Small integers are weighed in single precision, each product and sum rounded once.
        let (alpha, beta, gamma) = (alpha as f32, beta as f32, gamma as f32);
        return zip(ctx, call.function, sides, dtype, None, call.get(5), &|a, b| {
            let inner = (b * f64::from(beta) + f64::from(gamma)) as f32;
            f64::from((a * f64::from(alpha) + f64::from(inner)) as f32)
        });
    }
    zip(ctx, call.function, sides, dtype, None, call.get(5), &|a, b| a * alpha + b * beta + gamma)
}

fn scale_add(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("scaleAdd", args, ["src1", "alpha", "src2", "dst"], 3)?;
    let sides = sides(ctx, &call, [0, 2], false)?;
    let alpha = call.real(1, 1.0)?;
    zip(ctx, call.function, sides, None, None, call.get(3), &|a, b| a * alpha + b)
}

fn compare(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("compare", args, ["src1", "src2", "cmpop", "dst"], 3)?;
    let sides = sides(ctx, &call, [0, 1], true)?;
    let test: fn(f64, f64) -> bool = match call.int(2, 0)? {
        0 => |a, b| a == b,
        1 => |a, b| a > b,
        2 => |a, b| a >= b,
        3 => |a, b| a < b,
        4 => |a, b| a <= b,
        5 => |a, b| a != b,
        _ => return Err(super::fault::bad_argument(call.function, "Unknown comparison operation")),
    };
    zip(ctx, call.function, sides, Some(DType::UInt8), None, call.get(3), &|a, b| {
        if test(a, b) { 255.0 } else { 0.0 }
    })
}

fn whole_numbers(side: &Side, function: &str) -> PyResult<()> {
    match side {
        Side::Array(array) if array.dtype.is_float() => {
            Err(Fault::not_provided(format!("cv2.{function} for arrays of {}", array.dtype.name())))
        }
        _ => Ok(()),
    }
}

fn bits(ctx: &mut Ctx, args: Args, function: &'static str, f: fn(i64, i64) -> i64) -> PyResult<Value> {
    let call = Call::new(function, args, ["src1", "src2", "dst", "mask"], 2)?;
    let sides = sides(ctx, &call, [0, 1], false)?;
    sides.iter().try_for_each(|side| whole_numbers(side, function))?;
    let mask = call.has(3).then(|| call.matrix(ctx, 3)).transpose()?;
    let f = |a: f64, b: f64| f(round(a) as i64, round(b) as i64) as f64;
    zip(ctx, function, sides, None, mask.as_ref(), call.get(2), &f)
}

fn bitwise_not(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("bitwise_not", args, ["src", "dst", "mask"], 1)?;
    let src = call.matrix(ctx, 0)?;
    let unsigned = src.dtype.is_unsigned();
    let top = src.dtype.range().1 as f64;
    let side = Side::Array(src);
    whole_numbers(&side, call.function)?;
    let mask = call.has(2).then(|| call.matrix(ctx, 2)).transpose()?;
    let sides = [side, Side::Scalar([0.0; 4])];
    zip(ctx, call.function, sides, None, mask.as_ref(), call.get(1), &|a, _| {
        if unsigned { top - a } else { -1.0 - a }
    })
}

fn convert_scale_abs(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("convertScaleAbs", args, ["src", "dst", "alpha", "beta"], 1)?;
    let src = call.matrix(ctx, 0)?;
    let (alpha, beta) = (call.real(2, 1.0)?, call.real(3, 0.0)?);
    let single = src.dtype != DType::Float64 && src.dtype != DType::Int32;
    let sides = [Side::Array(src), Side::Scalar([0.0; 4])];
    zip(ctx, call.function, sides, Some(DType::UInt8), None, call.get(1), &|a, _| {
        if single {
            f64::from(((a * f64::from(alpha as f32) + f64::from(beta as f32)) as f32).abs())
        } else {
            (a * alpha + beta).abs()
        }
    })
}

fn power(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("pow", args, ["src", "power", "dst"], 2)?;
    let src = call.matrix(ctx, 0)?;
    let power = call.real(1, 1.0)?;
    let whole = power.fract() == 0.0;
    let sides = [Side::Array(src), Side::Scalar([0.0; 4])];
    zip(ctx, call.function, sides, None, None, call.get(2), &|a, _| {
        libm::pow(if whole { a } else { a.abs() }, power)
    })
}

fn float(ctx: &mut Ctx, args: Args, function: &'static str, f: fn(f64) -> f64) -> PyResult<Value> {
    let call = Call::new(function, args, ["src", "dst"], 1)?;
    let src = call.matrix(ctx, 0)?;
    if !src.dtype.is_float() {
        return Err(assertion(function, "depth == CV_32F || depth == CV_64F"));
    }
    zip(ctx, function, [Side::Array(src), Side::Scalar([0.0; 4])], None, None, call.get(1), &|a, _| f(a))
}

fn copy_to(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("copyTo", args, ["src", "mask", "dst"], 2)?;
    let src = call.matrix(ctx, 0)?;
    let mask = match call.get(1) {
        Some(mask) => arrays::given(mask),
        None => None,
    };
    let sides = [Side::Array(src), Side::Scalar([0.0; 4])];
    zip(ctx, call.function, sides, None, mask.as_ref(), call.get(2), &|a, _| a)
}
