//! The parts of an index.

use super::array::{Array, Lane};
use super::dtype::DType;
use super::ndarray::{NdArray, index_error};
use super::scalar::Scalar;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::heap::Gc;
use crate::eval::value::{Slice, Value};

/// One part of an index such as `a[0, ::2, mask]`.
pub(super) enum Part {
    At(i64),
    Slice(Gc<Slice>),
    New,
    Ellipsis,
    /// An array of indices.
    Fancy(Array),
    /// An array of truth values.
    Mask(Array),
}

impl Part {
    /// How many of the array's axes it takes.
    pub fn axes(&self) -> usize {
        match self {
            Self::At(_) | Self::Slice(_) | Self::Fancy(_) => 1,
            Self::New | Self::Ellipsis => 0,
            Self::Mask(mask) => mask.ndim(),
        }
    }
}

/// The parts of a key.
pub(super) fn parts(ctx: &mut Ctx, key: &Value) -> PyResult<Vec<Part>> {
    let items = match key {
        Value::Tuple(tuple) => tuple.0.to_vec(),
        single => vec![single.clone()],
    };
    if items.iter().filter(|item| matches!(item, Value::Ellipsis)).count() > 1 {
        return Err(index_error("an index can only have a single ellipsis ('...')"));
    }
    if items.len() > 2 * super::array::MAX_DIMS {
        return Err(index_error("too many indices for array"));
    }
    items.iter().map(|item| part(ctx, item)).collect()
}

fn part(ctx: &mut Ctx, item: &Value) -> PyResult<Part> {
    let invalid = || {
        index_error(
            "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean \
             arrays are valid indices",
        )
    };
    Ok(match item {
        Value::Int(index) => Part::At(*index),
        Value::Slice(slice) => Part::Slice(slice.clone()),
        Value::None => Part::New,
        Value::Ellipsis => Part::Ellipsis,
        Value::Bool(_) => return Err(Fault::not_provided("indexing an array with a single bool")),
        Value::List(_) | Value::Tuple(_) | Value::Range(_) => {
            let array = super::from_value::array(ctx, item, None)?;
            if array.size() == 0 {
                return Ok(Part::Fancy(array.cast(ctx, DType::Int64)?));
            }
            by_array(array)?
        }
        Value::Host(_) => {
            if let Some(scalar) = item.host::<Scalar>() {
                match scalar.dtype {
                    DType::Bool => return Err(Fault::not_provided("indexing an array with a single bool")),
                    dtype if dtype.is_int() => Part::At(scalar.num.int()),
                    _ => return Err(invalid()),
                }
            } else if let Some(array) = item.host::<NdArray>() {
                by_array(array.array.clone())?
            } else {
                return Err(invalid());
            }
        }
        _ => return Err(invalid()),
    })
}

fn by_array(array: Array) -> PyResult<Part> {
    match array.dtype {
        DType::Bool if array.shape.is_empty() => {
            Err(Fault::not_provided("indexing an array with a single bool"))
        }
        DType::Bool => Ok(Part::Mask(array)),
        dtype if dtype.is_float() => {
            Err(index_error("arrays used as indices must be of integer (or boolean) type"))
        }
        _ if array.shape.is_empty() => Ok(Part::At(array.first().int())),
        _ => Ok(Part::Fancy(array)),
    }
}

/// The position that an index means on an axis.
pub(super) fn bounded(index: i64, side: usize, axis: usize) -> PyResult<usize> {
    let at = if index < 0 { index.saturating_add(side as i64) } else { index };
    match usize::try_from(at) {
        Ok(at) if at < side => Ok(at),
        _ => Err(index_error(format!("index {index} is out of bounds for axis {axis} with size {side}"))),
    }
}

/// The index arrays that a mask over the axes from `axis` stands for.
pub(super) fn advanced(ctx: &mut Ctx, array: &Array, axis: usize, mask: &Array) -> PyResult<Vec<Array>> {
    for (at, side) in mask.shape.iter().enumerate() {
        let own = array.shape[axis + at];
        if own != *side {
            return Err(index_error(format!(
                "boolean index did not match indexed array along axis {}; size of axis is {own} but size of \
                 corresponding boolean axis is {side}",
                axis + at
            )));
        }
    }
    nonzero(ctx, mask)
}

/// For each axis the indices of the elements that are not zero.
pub(super) fn nonzero(ctx: &mut Ctx, array: &Array) -> PyResult<Vec<Array>> {
    let tests: Lane<f64> = array.lane(ctx)?;
    let found = tests.iter().filter(|value| **value != 0.0).count();
    ctx.burn((found * array.ndim()) as u64 / 2 + 1)?;
    let mut columns = Vec::with_capacity(array.ndim());
    for _ in 0..array.ndim() {
        columns.push(Lane::<i64>::zeros(ctx, found)?);
    }
    let mut at = 0;
    for (flat, value) in tests.iter().enumerate() {
        if *value == 0.0 {
            continue;
        }
        let mut rest = flat;
        for (axis, side) in array.shape.iter().enumerate().rev() {
            columns[axis][at] = (rest % side) as i64;
            rest /= side;
        }
        at += 1;
    }
    columns.iter().map(|column| Array::from_lane(ctx, DType::Int64, &[found], column)).collect()
}
