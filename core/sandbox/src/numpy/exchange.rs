//! Numbers between arrays and the other libraries.

use super::array::Array;
use super::dtype::DType;
use super::ndarray::NdArray;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::value::Value;

/// The shape of a value and its numbers in a row.
pub(crate) fn floats(ctx: &mut Ctx, value: &Value) -> PyResult<(Vec<usize>, Vec<f64>)> {
    let array = super::from_value::array(ctx, value, Some(DType::Float64))?;
    let lane = array.lane::<f64>(ctx)?;
    let _charge = ctx.charge(lane.len().saturating_mul(8))?;
    Ok((array.shape.clone(), lane.to_vec()))
}

/// An array of numbers.
pub(crate) fn array_from(ctx: &mut Ctx, shape: &[usize], values: &[f64]) -> PyResult<Value> {
    Array::from_lane(ctx, DType::Float64, shape, values)?.object(ctx)
}

/// The number of dimensions of an array; `None` if the value is none.
pub(crate) fn dimensions(value: &Value) -> Option<usize> {
    value.host::<NdArray>().map(|array| array.array.ndim())
}

/// Whether a value is an array of whole numbers.
pub(crate) fn is_whole(value: &Value) -> bool {
    value.host::<NdArray>().is_some_and(|array| !array.array.dtype.is_float())
}
