//! Arrays turned and mirrored, and their diagonals.

use super::arguments::{array, axes, given, one_axis, whole};
use super::array::Array;
use super::shape::permuted;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "flip", call: flip },
    NativeFn { name: "fliplr", call: |ctx, args| flipped(ctx, args, 1) },
    NativeFn { name: "flipud", call: |ctx, args| flipped(ctx, args, 0) },
    NativeFn { name: "rot90", call: rot90 },
    NativeFn { name: "diagonal", call: diagonal },
    NativeFn { name: "trace", call: trace },
];

/// The view with an axis reversed.
fn reverse_axis(array: &mut Array, axis: usize) {
    if array.shape[axis] > 0 {
        let last = array.strides[axis].wrapping_mul(array.shape[axis] as isize - 1);
        array.offset = array.offset.wrapping_add_signed(last);
    }
    array.strides[axis] = -array.strides[axis];
}

fn flip(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [m, which] = args.bind("flip", ["m", "axis"], 1)?;
    let mut m = array(ctx, m)?;
    let which = axes(ctx, which, m.ndim())?.unwrap_or_else(|| (0..m.ndim()).collect());
    which.iter().for_each(|axis| reverse_axis(&mut m, *axis));
    m.object(ctx)
}

fn flipped(ctx: &mut Ctx, args: Args, axis: usize) -> PyResult<Value> {
    let [m] = args.exactly("flip")?;
    let mut m = super::operand::array(ctx, &m)?;
    if m.ndim() <= axis {
        return Err(Fault::value_error(format!("Input must be >= {}-d.", axis + 1)));
    }
    reverse_axis(&mut m, axis);
    m.object(ctx)
}

fn rot90(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [m, k, plane] = args.bind("rot90", ["m", "k", "axes"], 1)?;
    let mut m = array(ctx, m)?;
    let plane = match given(plane) {
        Some(_) if m.ndim() < 2 => return Err(Fault::value_error("Axes=(0, 1) out of range")),
        Some(plane) => axes(ctx, Some(plane), m.ndim())?.unwrap_or_default(),
        None => vec![0, 1],
    };
    if plane.len() != 2 {
        return Err(Fault::value_error("len(axes) must be 2."));
    }
    if m.ndim() < 2 {
        return Err(Fault::value_error(format!("Axes=(0, 1) out of range for array of ndim={}.", m.ndim())));
    }
    let (first, second) = (plane[0], plane[1]);
    match whole(k, 1)?.rem_euclid(4) {
        0 => {}
        1 => {
            reverse_axis(&mut m, second);
            m.shape.swap(first, second);
            m.strides.swap(first, second);
        }
        2 => {
            reverse_axis(&mut m, first);
            reverse_axis(&mut m, second);
        }
        _ => {
            m.shape.swap(first, second);
            m.strides.swap(first, second);
            reverse_axis(&mut m, second);
        }
    }
    m.object(ctx)
}

fn plane_diagonal(ctx: &mut Ctx, args: Args, name: &str) -> PyResult<Array> {
    let [a, offset, axis1, axis2] = args.bind(name, ["a", "offset", "axis1", "axis2"], 1)?;
    let a = array(ctx, a)?;
    if a.ndim() < 2 {
        return Err(Fault::value_error("diag requires an array of at least two dimensions"));
    }
    let (first, second) = (one_axis(axis1, 0, a.ndim())?, one_axis(axis2, 1, a.ndim())?);
    if first == second {
        return Err(Fault::value_error("axis1 and axis2 cannot be the same"));
    }
    let mut order = vec![first, second];
    order.extend((0..a.ndim()).filter(|axis| *axis != first && *axis != second));
    let offset = whole(offset, 0)?.clamp(-(1 << 32), 1 << 32);
    Ok(super::create::diagonal_of(&permuted(&a, &order), offset))
}

fn diagonal(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    plane_diagonal(ctx, args, "diagonal")?.object(ctx)
}

fn trace(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let diagonal = plane_diagonal(ctx, args, "trace")?;
    super::reduce::sum(ctx, &diagonal, Some(vec![diagonal.ndim() - 1]), false, None)?.value(ctx)
}
