//! Functions of one operand, element by element.

use super::array::{Array, BLOCK};
use super::binary::finish;
use super::data::LaneNum;
use super::dtype::DType;
use super::operand::Operand;
use super::scalar::Num;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::UnaryOp;
use crate::eval::value::Value;

/// Applies a function to every element.
pub(super) fn map<T: LaneNum, U: LaneNum>(
    ctx: &mut Ctx,
    operand: &Operand,
    result: DType,
    function: impl Fn(T) -> U,
) -> PyResult<Operand> {
    let dtype = operand.dtype();
    let Operand::Array(array) = operand else {
        let num = operand.num().unwrap_or(Num::Int(0));
        return Ok(Operand::Scalar(result, result.fit(function(T::of(num, dtype)).num())));
    };
    let out = Array::zeros(ctx, result, &array.shape)?;
    let (mut source, mut target) = (array.walk(), out.walk());
    let (mut x, mut y) = ([T::default(); BLOCK], [U::default(); BLOCK]);
    while source.left() > 0 {
        let count = source.left().min(BLOCK);
        ctx.burn(count as u64 / 4 + 1)?;
        array.read(&mut source, &mut x[..count]);
        for (value, from) in y[..count].iter_mut().zip(&x) {
            *value = function(*from);
        }
        out.write(&mut target, &y[..count]);
    }
    Ok(Operand::Array(out))
}

/// A function whose result is a float.
pub(super) fn float(ctx: &mut Ctx, operand: &Operand, function: fn(f64) -> f64) -> PyResult<Operand> {
    map(ctx, operand, operand.dtype().as_float(), function)
}

/// A function that keeps the type.
pub(super) fn same(
    ctx: &mut Ctx,
    operand: &Operand,
    ints: fn(i64) -> i64,
    floats: fn(f64) -> f64,
) -> PyResult<Operand> {
    let dtype = operand.dtype();
    if dtype.is_float() { map(ctx, operand, dtype, floats) } else { map(ctx, operand, dtype, ints) }
}

/// A question about floats.
pub(super) fn test(ctx: &mut Ctx, operand: &Operand, function: fn(f64) -> bool) -> PyResult<Operand> {
    map(ctx, operand, DType::Bool, |float: f64| i64::from(function(float)))
}

/// `-a`, `+a`, `~a`, `abs(a)`.
pub(super) fn operator(ctx: &mut Ctx, this: &Value, op: UnaryOp) -> PyResult<Value> {
    let operand = Operand::need(ctx, this, "operator")?;
    let dtype = operand.dtype();
    let result = match op {
        UnaryOp::Pos if dtype != DType::Bool => same(ctx, &operand, |x| x, |x| x)?,
        UnaryOp::Neg if dtype != DType::Bool => same(ctx, &operand, i64::wrapping_neg, |x| -x)?,
        UnaryOp::Abs => absolute(ctx, &operand)?,
        UnaryOp::Invert if !dtype.is_float() => invert(ctx, &operand)?,
        UnaryOp::Neg => {
            return Err(Fault::type_error(
                "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the \
                 logical_not function instead.",
            ));
        }
        UnaryOp::Pos => return Err(unsupported("positive")),
        UnaryOp::Invert => return Err(unsupported("invert")),
    };
    finish(ctx, result)
}

/// The error of a function that does not know a type.
fn unsupported(name: &str) -> Fault {
    Fault::type_error(format!(
        "ufunc '{name}' not supported for the input types, and the inputs could not be safely coerced to any \
         supported types according to the casting rule ''safe''"
    ))
}

/// Magnitudes.
pub(super) fn absolute(ctx: &mut Ctx, operand: &Operand) -> PyResult<Operand> {
    if operand.dtype() == DType::UInt64 {
        return same(ctx, operand, |x| x, |x| x);
    }
    same(ctx, operand, i64::wrapping_abs, f64::abs)
}

/// Bits, or truth values, exchanged.
pub(super) fn invert(ctx: &mut Ctx, operand: &Operand) -> PyResult<Operand> {
    match operand.dtype() {
        DType::Bool => map(ctx, operand, DType::Bool, |x: i64| i64::from(x == 0)),
        dtype if dtype.is_float() => Err(unsupported("invert")),
        dtype => map(ctx, operand, dtype, |x: i64| !x),
    }
}

/// Rounds half to even at a decimal place, as numpy does: by scaling.
pub(super) fn round(ctx: &mut Ctx, operand: &Operand, decimals: i64) -> PyResult<Operand> {
    let dtype = operand.dtype();
    if !dtype.is_float() {
        if decimals >= 0 {
            return if dtype == DType::Bool {
                map(ctx, operand, DType::Float64, |x: f64| x)
            } else {
                same(ctx, operand, |x| x, |x| x)
            };
        }
        let unit = libm::pow(10.0, decimals.unsigned_abs().min(30) as f64);
        return map(ctx, operand, dtype, move |x: f64| libm::rint(x / unit) * unit);
    }
    if decimals == 0 {
        return map(ctx, operand, dtype, libm::rint);
    }
    let unit = libm::pow(10.0, decimals.unsigned_abs().min(400) as f64);
    let single = dtype == DType::Float32;
    let narrow = move |x: f64| if single { f64::from(x as f32) } else { x };
    if decimals < 0 {
        return map(ctx, operand, dtype, move |x: f64| libm::rint(narrow(x / unit)) * unit);
    }
    map(ctx, operand, dtype, move |x: f64| {
        let scaled = narrow(x * unit);
        if scaled.is_finite() { libm::rint(scaled) / unit } else { x }
    })
}
