//! Polar coordinates, and the linear algebra that numpy has, too.

use super::arguments::Call;
use super::arrays::{self, Array, DType};
use super::elementwise::{Side, zip};
use super::filters::source;
use super::statistics::float_pair;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "magnitude", call: magnitude },
    NativeFn { name: "phase", call: phase },
    NativeFn { name: "cartToPolar", call: cart_to_polar },
    NativeFn { name: "polarToCart", call: polar_to_cart },
    NativeFn { name: "determinant", call: determinant },
    NativeFn { name: "invert", call: invert },
    NativeFn { name: "solve", call: solve },
    NativeFn { name: "gemm", call: gemm },
];

fn both(
    ctx: &mut Ctx,
    function: &'static str,
    [a, b]: [Array; 2],
    f: &dyn Fn(f64, f64) -> f64,
) -> PyResult<Value> {
    zip(ctx, function, [Side::Array(a), Side::Array(b)], None, None, None, f)
}

/// The angle from 0 to a full turn, by the polynomial that OpenCV has for it, in single precision.
fn angle(x: f64, y: f64, degrees: bool) -> f64 {
    const TURN: f32 = (180.0 / std::f64::consts::PI) as f32;
    const POWERS: [f32; 4] =
        [-0.044_326_555 * TURN, 0.155_578_65 * TURN, -0.325_808_4 * TURN, 0.999_787_87 * TURN];
    let (x, y) = (x as f32, y as f32);
    let (a, b) = (x.abs(), y.abs());
    let part = a.min(b) / (a.max(b) + f64::EPSILON as f32);
    let square = part * part;
    let small = POWERS.into_iter().fold(0.0, |sum, power| sum * square + power) * part;
    let turn = if a >= b { small } else { 90.0 - small };
    let turn = if x < 0.0 { 180.0 - turn } else { turn };
    let turn = if y < 0.0 { 360.0 - turn } else { turn };
    f64::from(if degrees { turn } else { (f64::from(turn) * (std::f64::consts::PI / 180.0)) as f32 })
}

fn magnitude(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("magnitude", args, ["x", "y", "magnitude"], 2)?;
    let pair = float_pair(ctx, &call)?;
    both(ctx, call.function, pair, &|x, y| libm::sqrt(x * x + y * y))
}

fn phase(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("phase", args, ["x", "y", "angle", "angleInDegrees"], 2)?;
    let degrees = call.flag(ctx, 3, false)?;
    let pair = float_pair(ctx, &call)?;
    both(ctx, call.function, pair, &|x, y| angle(x, y, degrees))
}

fn cart_to_polar(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("cartToPolar", args, ["x", "y", "magnitude", "angle", "angleInDegrees"], 2)?;
    let degrees = call.flag(ctx, 4, false)?;
    let pair = float_pair(ctx, &call)?;
    let sizes = both(ctx, call.function, pair.clone(), &|x, y| libm::sqrt(x * x + y * y))?;
    let angles = both(ctx, call.function, pair, &|x, y| angle(x, y, degrees))?;
    ctx.tuple(vec![sizes, angles])
}

fn polar_to_cart(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("polarToCart", args, ["magnitude", "angle", "x", "y", "angleInDegrees"], 2)?;
    let degrees = call.flag(ctx, 4, false)?;
    let pair = float_pair(ctx, &call)?;
    let turn = move |angle: f64| if degrees { angle.to_radians() } else { angle };
    let x = both(ctx, call.function, pair.clone(), &|size, angle| size * libm::cos(turn(angle)))?;
    let y = both(ctx, call.function, pair, &|size, angle| size * libm::sin(turn(angle)))?;
    ctx.tuple(vec![x, y])
}

/// Calls a function of `numpy.linalg`.
fn linalg(ctx: &mut Ctx, name: &str, arguments: Vec<Value>) -> PyResult<Value> {
    let module = ctx.import_module("numpy.linalg")?;
    let function = match &module {
        Value::Module(module) => module.get(name),
        _ => None,
    };
    let Some(function) = function else { return Err(Fault::not_provided(format!("numpy.linalg.{name}"))) };
    ctx.call_with(&function, arguments)
}

/// A square matrix of floats.
fn square<const N: usize>(ctx: &mut Ctx, call: &Call<N>) -> PyResult<Array> {
    let m = source(ctx, call, 0)?;
    let shaped = matches!(m.shape[..], [rows, cols] if rows == cols);
    call.assert(shaped && m.dtype.is_float(), "mat.rows == mat.cols && (type == CV_32F || type == CV_64F)")?;
    Ok(m)
}

fn determinant(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("determinant", args, ["mtx"], 1)?;
    let m = square(ctx, &call)?.object(ctx)?;
    let found = linalg(ctx, "det", vec![m])?;
    Ok(Value::Float(super::arguments::number(&found).unwrap_or(0.0)))
}

/// A result of `numpy.linalg`, or zeros if the matrix is singular.
fn or_zeros(ctx: &mut Ctx, found: PyResult<Value>, dtype: DType, shape: &[usize]) -> PyResult<(bool, Value)> {
    match found {
        Ok(value) => match arrays::given(&value) {
            Some(array) => Ok((true, array.cast(ctx, dtype)?.object(ctx)?)),
            None => Ok((true, value)),
        },
        Err(fault) if fault.is(crate::eval::exception::ExcKind::LinAlgError) => {
            Ok((false, Array::zeros(ctx, dtype, shape)?.object(ctx)?))
        }
        Err(fault) => Err(fault),
    }
}

fn invert(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("invert", args, ["src", "dst", "flags"], 1)?;
    let m = square(ctx, &call)?;
    let (dtype, shape) = (m.dtype, m.shape.clone());
    let m = m.object(ctx)?;
    let found = linalg(ctx, "inv", vec![m]);
    let (done, value) = or_zeros(ctx, found, dtype, &shape)?;
    ctx.tuple(vec![Value::Float(f64::from(u8::from(done))), value])
}

fn solve(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("solve", args, ["src1", "src2", "dst", "flags"], 2)?;
    let (a, b) = (source(ctx, &call, 0)?, source(ctx, &call, 1)?);
    let fits = a.ndim() == 2
        && b.ndim() == 2
        && a.shape[0] == b.shape[0]
        && a.dtype == b.dtype
        && a.dtype.is_float();
    call.assert(fits, "type == _src2.type() && (type == CV_32F || type == CV_64F)")?;
    let exact = a.shape[0] == a.shape[1];
    let (dtype, shape) = (a.dtype, [a.shape[1], b.shape[1]]);
    let (a, b) = (a.object(ctx)?, b.object(ctx)?);
    let found = if exact {
        linalg(ctx, "solve", vec![a, b])
    } else {
        linalg(ctx, "lstsq", vec![a, b, Value::None]).map(|found| match found.as_sequence() {
            Some(parts) => parts.first().cloned().unwrap_or(Value::None),
            None => found,
        })
    };
    let (done, value) = or_zeros(ctx, found, dtype, &shape)?;
    ctx.tuple(vec![Value::Bool(done), value])
}

fn gemm(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("gemm", args, ["src1", "src2", "alpha", "src3", "beta", "dst", "flags"], 5)?;
    let (a, b) = (source(ctx, &call, 0)?, source(ctx, &call, 1)?);
    call.assert(a.dtype == b.dtype && a.dtype.is_float(), "_matA.type() == _matB.type()")?;
    if call.int(6, 0)? != 0 {
        return Err(Fault::not_provided("cv2.gemm with flags"));
    }
    let (alpha, beta) = (call.real(2, 1.0)?, call.real(4, 0.0)?);
    let (a, b) = (a.object(ctx)?, b.object(ctx)?);
    let product = ctx.binary(crate::eval::host::BinaryOp::MatMul, &a, &b)?;
    let Some(product) = arrays::given(&product) else { return Ok(product) };
    let other = match call.get(3) {
        Some(_) if beta != 0.0 => Side::Array(call.matrix(ctx, 3)?),
        _ => Side::Scalar([0.0; 4]),
    };
    zip(ctx, call.function, [Side::Array(product), other], None, None, None, &|p, c| p * alpha + c * beta)
}
