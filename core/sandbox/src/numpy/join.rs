//! Arrays put together and taken apart.

use super::arguments::{array, given, one_axis};
use super::array::{Array, Lane};
use super::dtype::DType;
use super::operand;
use super::shape::flat;
use crate::builtins::integer;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "concatenate", call: concatenate },
    NativeFn { name: "concat", call: concatenate },
    NativeFn { name: "stack", call: stack },
    NativeFn { name: "vstack", call: |ctx, args| pile(ctx, args, "vstack") },
    NativeFn { name: "row_stack", call: |ctx, args| pile(ctx, args, "vstack") },
    NativeFn { name: "hstack", call: |ctx, args| pile(ctx, args, "hstack") },
    NativeFn { name: "dstack", call: |ctx, args| pile(ctx, args, "dstack") },
    NativeFn { name: "column_stack", call: |ctx, args| pile(ctx, args, "column_stack") },
    NativeFn { name: "append", call: append },
    NativeFn { name: "insert", call: insert },
    NativeFn { name: "delete", call: delete },
];

/// The part of an array from `start` to `stop` on an axis.
pub(super) fn part(array: &Array, axis: usize, start: usize, stop: usize) -> Array {
    let mut view = array.clone();
    view.shape[axis] = stop - start;
    if stop > start {
        view.offset = view.offset.wrapping_add_signed(array.strides[axis].wrapping_mul(start as isize));
    }
    view
}

/// Arrays one after the other on an axis.
pub(super) fn joined(ctx: &mut Ctx, arrays: &[Array], axis: usize) -> PyResult<Array> {
    let Some(first) = arrays.first() else {
        return Err(Fault::value_error("need at least one array to concatenate"));
    };
    let mut sides = first.shape.clone();
    sides[axis] = 0;
    let mut dtype = first.dtype;
    for (index, array) in arrays.iter().enumerate() {
        dtype = dtype.promote(array.dtype);
        if array.ndim() != first.ndim() {
            return Err(Fault::value_error(format!(
                "all the input arrays must have same number of dimensions, but the array at index 0 has {} \
                 dimension(s) and the array at index {index} has {} dimension(s)",
                first.ndim(),
                array.ndim()
            )));
        }
        for (at, side) in array.shape.iter().enumerate() {
            if at != axis && *side != first.shape[at] {
                return Err(Fault::value_error(format!(
                    "all the input array dimensions except for the concatenation axis must match exactly, \
                     but along dimension {at}, the array at index 0 has size {} and the array at index \
                     {index} has size {side}",
                    first.shape[at]
                )));
            }
        }
        sides[axis] = sides[axis].saturating_add(array.shape[axis]);
    }
    let out = Array::zeros(ctx, dtype, &sides)?;
    let mut at = 0;
    for array in arrays {
        let end = at + array.shape[axis];
        part(&out, axis, at, end).copy_from(ctx, array)?;
        at = end;
    }
    Ok(out)
}

/// Arrays of one shape, one behind the other on a new axis.
pub(super) fn stacked(ctx: &mut Ctx, arrays: &[Array], axis: usize) -> PyResult<Array> {
    if arrays.is_empty() {
        return Err(Fault::value_error("need at least one array to stack"));
    }
    if arrays.iter().any(|array| array.shape != arrays[0].shape) {
        return Err(Fault::value_error("all input arrays must have the same shape"));
    }
    let raised: Vec<Array> = arrays
        .iter()
        .map(|array| {
            let mut array = array.clone();
            array.shape.insert(axis, 1);
            array.strides.insert(axis, 0);
            array
        })
        .collect();
    joined(ctx, &raised, axis)
}

/// The arrays of a sequence.
fn arrays(ctx: &mut Ctx, value: Option<Value>) -> PyResult<Vec<Array>> {
    let items = ctx.collect(&value.unwrap_or(Value::None))?;
    items.iter().map(|item| operand::array(ctx, item)).collect()
}

fn cast(ctx: &mut Ctx, array: Array, dtype: Option<Value>) -> PyResult<Value> {
    let array = match DType::given(dtype.as_ref())? {
        Some(dtype) => array.cast(ctx, dtype)?,
        None => array,
    };
    array.object(ctx)
}

fn concatenate(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [parts, axis, _, dtype] = args.bind("concatenate", ["arrays", "axis", "out", "dtype"], 1)?;
    let mut parts = arrays(ctx, parts)?;
    if matches!(axis, Some(Value::None)) {
        for array in &mut parts {
            *array = flat(ctx, array)?;
        }
    }
    if parts.iter().any(|array| array.shape.is_empty()) {
        return Err(Fault::value_error("zero-dimensional arrays cannot be concatenated"));
    }
    let ndim = parts.first().map_or(1, Array::ndim);
    let axis = one_axis(axis, 0, ndim)?;
    let joined = joined(ctx, &parts, axis)?;
    cast(ctx, joined, dtype)
}

fn stack(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [parts, axis, _, dtype] = args.bind("stack", ["arrays", "axis", "out", "dtype"], 1)?;
    let parts = arrays(ctx, parts)?;
    let axis = one_axis(axis, 0, parts.first().map_or(1, |array| array.ndim() + 1))?;
    let stacked = stacked(ctx, &parts, axis)?;
    cast(ctx, stacked, dtype)
}

/// `vstack`, `hstack`, `dstack`, `column_stack`.
fn pile(ctx: &mut Ctx, args: Args, name: &str) -> PyResult<Value> {
    let [parts, dtype, _] = args.bind(name, ["tup", "dtype", "casting"], 1)?;
    let mut parts = arrays(ctx, parts)?;
    for array in &mut parts {
        let wanted = match name {
            "hstack" => 1,
            "dstack" => 3,
            _ => 2,
        };
        while array.ndim() < wanted {
            // Columns stand upright, and the third axis comes last.
            let at = match (name, array.ndim()) {
                ("column_stack", 1) => 1,
                (_, 2) => 2,
                _ => 0,
            };
            array.shape.insert(at, 1);
            array.strides.insert(at, 0);
        }
    }
    let axis = match name {
        "vstack" => 0,
        "dstack" => 2,
        "hstack" if parts.first().is_some_and(|array| array.ndim() == 1) => 0,
        _ => 1,
    };
    let joined = joined(ctx, &parts, axis)?;
    cast(ctx, joined, dtype)
}

fn append(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, values, axis] = args.bind("append", ["arr", "values", "axis"], 2)?;
    let (mut a, mut values) = (array(ctx, a)?, array(ctx, values)?);
    let axis = match given(axis) {
        Some(axis) => super::arguments::axis(integer(&axis)?, a.ndim())?,
        None => {
            (a, values) = (flat(ctx, &a)?, flat(ctx, &values)?);
            0
        }
    };
    joined(ctx, &[a, values], axis)?.object(ctx)
}

fn insert(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, at, values, axis] = args.bind("insert", ["arr", "obj", "values", "axis"], 3)?;
    let a = array(ctx, a)?;
    if given(axis).is_some() || a.ndim() != 1 {
        return Err(Fault::not_provided("numpy.insert of arrays that are not 1-d"));
    }
    let index = integer(&at.unwrap_or(Value::None))?;
    let values = array(ctx, values)?.cast(ctx, a.dtype)?;
    let at = if index < 0 { index.saturating_add(a.shape[0] as i64) } else { index };
    let Some(at) = usize::try_from(at).ok().filter(|at| *at <= a.shape[0]) else {
        return Err(super::ndarray::index_error(format!(
            "index {index} is out of bounds for axis 0 with size {}",
            a.shape[0]
        )));
    };
    let values = flat(ctx, &values)?;
    let parts = [part(&a, 0, 0, at), values, part(&a, 0, at, a.shape[0])];
    joined(ctx, &parts, 0)?.object(ctx)
}

fn delete(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, which, axis] = args.bind("delete", ["arr", "obj", "axis"], 2)?;
    let mut a = array(ctx, a)?;
    let axis = match given(axis) {
        Some(axis) => super::arguments::axis(integer(&axis)?, a.ndim())?,
        None => {
            a = flat(ctx, &a)?;
            0
        }
    };
    let side = a.shape[axis];
    let mut gone: Lane<i64> = Lane::zeros(ctx, side)?;
    match which.unwrap_or(Value::None) {
        Value::Slice(slice) => slice.select(side)?.indices().for_each(|index| gone[index] = 1),
        which => {
            let indices = operand::array(ctx, &which)?;
            let lane: Lane<i64> = indices.lane(ctx)?;
            if indices.dtype == DType::Bool {
                lane.iter().zip(gone.iter_mut()).for_each(|(test, gone)| *gone = *test);
            } else {
                for index in lane.iter() {
                    gone[super::index_key::bounded(*index, side, axis)?] = 1;
                }
            }
        }
    }
    // Runs of what is kept are joined.
    let mut kept = Vec::new();
    let mut start = 0;
    for (index, gone) in gone.iter().enumerate() {
        if *gone != 0 {
            if index > start {
                kept.push(part(&a, axis, start, index));
            }
            start = index + 1;
            ctx.burn(a.ndim() as u64 + 1)?;
        }
    }
    kept.push(part(&a, axis, start.min(side), side));
    joined(ctx, &kept, axis)?.object(ctx)
}
