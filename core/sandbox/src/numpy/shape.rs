//! The same elements in another shape.

use super::arguments::{array, axes, axis, given, sides};
use super::array::{Array, contiguous, shape_text};
use crate::builtins::integer;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "reshape", call: reshape },
    NativeFn { name: "ravel", call: ravel },
    NativeFn { name: "transpose", call: transpose },
    NativeFn { name: "permute_dims", call: transpose },
    NativeFn { name: "swapaxes", call: swapaxes },
    NativeFn { name: "moveaxis", call: moveaxis },
    NativeFn { name: "rollaxis", call: |_, _| Err(Fault::not_provided("numpy.rollaxis (use moveaxis)")) },
    NativeFn { name: "squeeze", call: squeeze },
    NativeFn { name: "expand_dims", call: expand_dims },
    NativeFn { name: "atleast_1d", call: |ctx, args| at_least(ctx, args, 1) },
    NativeFn { name: "atleast_2d", call: |ctx, args| at_least(ctx, args, 2) },
    NativeFn { name: "atleast_3d", call: |ctx, args| at_least(ctx, args, 3) },
    NativeFn { name: "broadcast_to", call: broadcast_to },
    NativeFn { name: "broadcast_arrays", call: broadcast_arrays },
    NativeFn {
        name: "shape",
        call: |ctx, args| {
            let [a] = args.exactly("shape")?;
            let a = super::operand::array(ctx, &a)?;
            ctx.tuple(a.shape.iter().map(|side| Value::Int(*side as i64)).collect())
        },
    },
    NativeFn {
        name: "ndim",
        call: |ctx, args| {
            let [a] = args.exactly("ndim")?;
            Ok(Value::Int(super::operand::array(ctx, &a)?.ndim() as i64))
        },
    },
    NativeFn {
        name: "size",
        call: |ctx, args| {
            let [a, axis] = args.bind("size", ["a", "axis"], 1)?;
            let a = array(ctx, a)?;
            Ok(Value::Int(match given(axis) {
                Some(axis) => a.shape[super::arguments::axis(integer(&axis)?, a.ndim())?],
                None => a.size(),
            } as i64))
        },
    },
];

/// Only C order is provided.
pub(super) fn order(order: Option<Value>) -> PyResult<()> {
    match order.as_ref().and_then(Value::as_str) {
        None | Some("C" | "A" | "K") => Ok(()),
        Some(other) => Err(Fault::not_provided(format!("numpy's order='{other}'"))),
    }
}

/// The array in another shape: a view if it is contiguous, else a copy.
pub(super) fn reshaped(ctx: &mut Ctx, array: &Array, sides: &[i64]) -> PyResult<Array> {
    let size = array.size() as i64;
    let open = sides.iter().filter(|side| **side < 0).count();
    if open > 1 {
        return Err(Fault::value_error("can only specify one unknown dimension"));
    }
    let known = sides
        .iter()
        .filter(|side| **side >= 0)
        .try_fold(1_i64, |product, side| product.checked_mul(*side))
        .unwrap_or(i64::MAX);
    let fits = if open == 1 { known != 0 && size % known == 0 } else { known == size };
    if !fits || sides.len() > super::array::MAX_DIMS {
        // numpy leaves an unknown side out where it comes first.
        let known = sides.iter().skip_while(|side| **side < 0);
        let shown: Vec<String> =
            known.map(|side| if *side < 0 { "newaxis".to_owned() } else { side.to_string() }).collect();
        let comma = if sides.len() == 1 { "," } else { "" };
        let shown = format!("({}{comma})", shown.join(","));
        return Err(Fault::value_error(format!("cannot reshape array of size {size} into shape {shown}")));
    }
    let shape = sides
        .iter()
        .map(|side| super::arguments::side(if *side < 0 { size / known } else { *side }))
        .collect::<PyResult<Vec<usize>>>()?;
    super::array::count(ctx, &shape)?;
    let from = if array.is_contiguous() { array.clone() } else { array.copied(ctx)? };
    let strides = contiguous(&shape);
    Ok(from.view(from.offset, shape, strides))
}

/// The array with one axis.
pub(super) fn flat(ctx: &mut Ctx, array: &Array) -> PyResult<Array> {
    reshaped(ctx, array, &[array.size() as i64])
}

/// The array with its axes in reverse order.
pub(super) fn reversed(array: &Array) -> Array {
    let mut view = array.clone();
    view.shape.reverse();
    view.strides.reverse();
    view
}

/// The array with its axes in the given order.
pub(super) fn permuted(array: &Array, axes: &[usize]) -> Array {
    let shape = axes.iter().map(|axis| array.shape[*axis]).collect();
    let strides = axes.iter().map(|axis| array.strides[*axis]).collect();
    array.view(array.offset, shape, strides)
}

/// `transpose` with axes as given; none reverse them.
pub(super) fn transposed(array: &Array, axes: &[i64]) -> PyResult<Array> {
    if axes.is_empty() {
        return Ok(reversed(array));
    }
    if axes.len() != array.ndim() {
        return Err(Fault::value_error("axes don't match array"));
    }
    let axes = axes.iter().map(|number| axis(*number, array.ndim())).collect::<PyResult<Vec<_>>>()?;
    if (0..array.ndim()).any(|axis| !axes.contains(&axis)) {
        return Err(Fault::value_error("repeated axis in transpose"));
    }
    Ok(permuted(array, &axes))
}

fn reshape(ctx: &mut Ctx, mut args: Args) -> PyResult<Value> {
    order(args.take_keyword("order"))?;
    args.take_keyword("copy");
    let [a, shape] = args.bind("reshape", ["a", "shape"], 2)?;
    let a = array(ctx, a)?;
    let shape = sides(ctx, &shape.unwrap_or(Value::None))?;
    reshaped(ctx, &a, &shape)?.object(ctx)
}

fn ravel(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, c_order] = args.bind("ravel", ["a", "order"], 1)?;
    order(c_order)?;
    let a = array(ctx, a)?;
    flat(ctx, &a)?.object(ctx)
}

fn transpose(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, axes] = args.bind("transpose", ["a", "axes"], 1)?;
    let a = array(ctx, a)?;
    let axes = sides(ctx, &axes.unwrap_or(Value::None))?;
    transposed(&a, &axes)?.object(ctx)
}

fn swapaxes(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, first, second] = args.exactly("swapaxes")?;
    let a = super::operand::array(ctx, &a)?;
    let mut axes: Vec<usize> = (0..a.ndim()).collect();
    axes.swap(axis(integer(&first)?, a.ndim())?, axis(integer(&second)?, a.ndim())?);
    permuted(&a, &axes).object(ctx)
}

fn moveaxis(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, source, destination] = args.bind("moveaxis", ["a", "source", "destination"], 3)?;
    let a = array(ctx, a)?;
    let source = axes(ctx, source, a.ndim())?.unwrap_or_default();
    let destination = axes(ctx, destination, a.ndim())?.unwrap_or_default();
    if source.len() != destination.len() {
        return Err(Fault::value_error(
            "`source` and `destination` arguments must have the same number of elements",
        ));
    }
    let mut order: Vec<usize> = (0..a.ndim()).filter(|axis| !source.contains(axis)).collect();
    let mut moves: Vec<(usize, usize)> = destination.into_iter().zip(source).collect();
    crate::sorting::sort(&mut moves);
    for (to, from) in moves {
        order.insert(to, from);
    }
    permuted(&a, &order).object(ctx)
}

fn squeeze(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, which] = args.bind("squeeze", ["a", "axis"], 1)?;
    let a = array(ctx, a)?;
    let which = axes(ctx, which, a.ndim())?;
    if let Some(axes) = &which
        && axes.iter().any(|axis| a.shape[*axis] != 1)
    {
        return Err(Fault::value_error(
            "cannot select an axis to squeeze out which has size not equal to one",
        ));
    }
    let kept: Vec<usize> = (0..a.ndim())
        .filter(|axis| match &which {
            Some(axes) => !axes.contains(axis),
            None => a.shape[*axis] != 1,
        })
        .collect();
    permuted(&a, &kept).object(ctx)
}

fn expand_dims(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, which] = args.bind("expand_dims", ["a", "axis"], 2)?;
    let mut a = array(ctx, a)?;
    let count = match &which {
        Some(Value::Tuple(tuple)) => tuple.0.len(),
        _ => 1,
    };
    let ndim = a.ndim() + count;
    let mut new = axes(ctx, which, ndim)?.unwrap_or_default();
    crate::sorting::sort(&mut new);
    for at in new {
        a.shape.insert(at, 1);
        a.strides.insert(at, 0);
    }
    super::array::count(ctx, &a.shape)?;
    a.object(ctx)
}

fn at_least(ctx: &mut Ctx, args: Args, ndim: usize) -> PyResult<Value> {
    let [a] = args.exactly("atleast")?;
    let mut a = super::operand::array(ctx, &a)?;
    while a.ndim() < ndim {
        // The third axis comes last.
        let at = if a.ndim() == 2 { 2 } else { 0 };
        a.shape.insert(at, 1);
        a.strides.insert(at, 0);
    }
    a.object(ctx)
}

fn broadcast_to(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, shape, _] = args.bind("broadcast_to", ["array", "shape", "subok"], 2)?;
    let a = array(ctx, a)?;
    let shape = super::arguments::shape(ctx, &shape.unwrap_or(Value::None))?;
    super::array::count(ctx, &shape)?;
    let view = a.broadcast(&shape).ok_or_else(|| {
        Fault::value_error(format!(
            "operands could not be broadcast together with remapped shapes [original->remapped]: {}  and \
             requested shape {}",
            shape_text(&a.shape),
            shape_text(&shape)
        ))
    })?;
    // Elements that stand for several must not be written through.
    let copy = view.copied(ctx)?;
    copy.object(ctx)
}

fn broadcast_arrays(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let mut arrays = Vec::new();
    for value in &args.positional {
        arrays.push(super::operand::array(ctx, value)?);
    }
    let shapes: Vec<&[usize]> = arrays.iter().map(|a| &a.shape[..]).collect();
    let shape = super::array::broadcast_shape(ctx, &shapes)?;
    let mut values = Vec::new();
    for array in &arrays {
        let copy = array.broadcast(&shape).unwrap_or_else(|| array.clone()).copied(ctx)?;
        values.push(copy.object(ctx)?);
    }
    ctx.tuple(values)
}
