//! Python arguments as axes, shapes and numbers, with numpy's errors.

use super::array::Array;
use super::ndarray::NdArray;
use super::operand;
use crate::builtins::{integer, real};
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// A missing argument and `None` mean the same.
pub(super) fn given(value: Option<Value>) -> Option<Value> {
    value.filter(|value| !value.is_none())
}

/// An array argument.
pub(super) fn array(ctx: &mut Ctx, value: Option<Value>) -> PyResult<Array> {
    operand::array(ctx, &value.unwrap_or(Value::None))
}

/// Whether an option is on.
pub(super) fn flag(ctx: &mut Ctx, value: Option<Value>, default: bool) -> PyResult<bool> {
    value.map_or(Ok(default), |value| ctx.truthy(&value))
}

/// An optional integer.
pub(super) fn whole(value: Option<Value>, default: i64) -> PyResult<i64> {
    given(value).map_or(Ok(default), |value| integer(&value))
}

/// An optional number.
pub(super) fn number(ctx: &mut Ctx, value: Option<Value>, default: f64) -> PyResult<f64> {
    given(value).map_or(Ok(default), |value| real(ctx, &value))
}

/// An axis by its number, which may count from the end.
pub(super) fn axis(number: i64, ndim: usize) -> PyResult<usize> {
    let at = if number < 0 { number.saturating_add(ndim as i64) } else { number };
    usize::try_from(at).ok().filter(|at| *at < ndim).ok_or_else(|| {
        let message = format!("axis {number} is out of bounds for array of dimension {ndim}");
        Fault::new(ExcKind::AxisError, message)
    })
}

/// The axes that an `axis` argument means; `None` is for all of them.
pub(super) fn axes(ctx: &mut Ctx, value: Option<Value>, ndim: usize) -> PyResult<Option<Vec<usize>>> {
    let Some(value) = given(value) else { return Ok(None) };
    let numbers = match &value {
        Value::Tuple(_) | Value::List(_) => {
            ctx.collect(&value)?.iter().map(integer).collect::<PyResult<Vec<_>>>()?
        }
        single => vec![integer(single)?],
    };
    let mut axes = Vec::new();
    for number in numbers {
        let axis = axis(number, ndim)?;
        if axes.contains(&axis) {
            return Err(Fault::value_error("duplicate value in 'axis'"));
        }
        axes.push(axis);
    }
    Ok(Some(axes))
}

/// One axis from an optional argument.
pub(super) fn one_axis(value: Option<Value>, default: i64, ndim: usize) -> PyResult<usize> {
    axis(whole(value, default)?, ndim)
}

/// The sides of a shape, where -1 may stand for an unknown one.
pub(super) fn sides(ctx: &mut Ctx, value: &Value) -> PyResult<Vec<i64>> {
    match value {
        Value::Tuple(_) | Value::List(_) => ctx.collect(value)?.iter().map(integer).collect(),
        Value::Host(_) if value.host::<NdArray>().is_some_and(|a| a.array.ndim() == 1) => {
            ctx.collect(value)?.iter().map(integer).collect()
        }
        Value::None => Ok(Vec::new()),
        single => Ok(vec![integer(single)?]),
    }
}

/// A shape for a new array.
pub(super) fn shape(ctx: &mut Ctx, value: &Value) -> PyResult<Vec<usize>> {
    sides(ctx, value)?.into_iter().map(side).collect()
}

/// One side of a new array.
pub(super) fn side(side: i64) -> PyResult<usize> {
    if side < 0 {
        return Err(Fault::value_error("negative dimensions are not allowed"));
    }
    // A side that no machine could hold is refused alike everywhere.
    usize::try_from(side.min(i64::from(i32::MAX) + 1))
        .map_err(|_| Fault::value_error("Maximum allowed dimension exceeded"))
}

/// Positional arguments that may also come as one sequence, as in `a.reshape(2, 3)`.
pub(super) fn spread(ctx: &mut Ctx, positional: &[Value]) -> PyResult<Vec<i64>> {
    match positional {
        [single] => sides(ctx, single),
        several => several.iter().map(integer).collect(),
    }
}
