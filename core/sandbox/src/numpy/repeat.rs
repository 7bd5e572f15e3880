//! Arrays repeated, shifted and split.

use super::arguments::{array, given, one_axis, shape};
use super::array::{Array, Lane};
use super::join::{joined, part};
use super::shape::flat;
use crate::builtins::integer;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "tile", call: tile },
    NativeFn { name: "repeat", call: repeat },
    NativeFn { name: "roll", call: roll },
    NativeFn { name: "split", call: |ctx, args| split(ctx, args, "split", None) },
    NativeFn { name: "array_split", call: |ctx, args| split(ctx, args, "array_split", None) },
    NativeFn { name: "vsplit", call: |ctx, args| split(ctx, args, "split", Some(0)) },
    NativeFn { name: "hsplit", call: |ctx, args| split(ctx, args, "split", Some(1)) },
    NativeFn { name: "dsplit", call: |ctx, args| split(ctx, args, "split", Some(2)) },
];

fn tile(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, reps] = args.bind("tile", ["A", "reps"], 2)?;
    let mut a = array(ctx, a)?;
    let mut reps = shape(ctx, &reps.unwrap_or(Value::None))?;
    while a.ndim() < reps.len() {
        a.shape.insert(0, 1);
        a.strides.insert(0, 0);
    }
    while reps.len() < a.ndim() {
        reps.insert(0, 1);
    }
    // Each axis is split in two: which copy, and where in it.
    let (mut shape, mut strides, mut sides) = (Vec::new(), Vec::new(), Vec::new());
    for (axis, count) in reps.iter().enumerate() {
        shape.extend([*count, a.shape[axis]]);
        strides.extend([0, a.strides[axis]]);
        sides.push(count.saturating_mul(a.shape[axis]));
    }
    super::array::count(ctx, &sides)?;
    let out = Array::zeros(ctx, a.dtype, &sides)?;
    let spread = a.view(a.offset, shape.clone(), strides);
    let target = out.view(0, shape.clone(), super::array::contiguous(&shape));
    target.copy_from(ctx, &spread)?;
    out.object(ctx)
}

fn repeat(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, repeats, axis] = args.bind("repeat", ["a", "repeats", "axis"], 2)?;
    let mut a = array(ctx, a)?;
    let axis = match given(axis) {
        Some(axis) => super::arguments::axis(integer(&axis)?, a.ndim())?,
        None => {
            a = flat(ctx, &a)?;
            0
        }
    };
    let repeats = array(ctx, repeats)?;
    let side = a.shape[axis];
    let counts: Lane<i64> = repeats.lane(ctx)?;
    if counts.len() != 1 && counts.len() != side {
        return Err(Fault::value_error(format!(
            "operands could not be broadcast together with shape ({side},) ({},)",
            counts.len()
        )));
    }
    if counts.iter().any(|count| *count < 0) {
        return Err(Fault::value_error("repeats may not contain negative values."));
    }
    let count = |index: usize| counts[if counts.len() == 1 { 0 } else { index }];
    let total = (0..side).map(count).fold(0_i64, i64::saturating_add);
    let mut sides = a.shape.clone();
    sides[axis] = super::arguments::side(total)?;
    let out = Array::zeros(ctx, a.dtype, &sides)?;
    let mut at = 0;
    for index in 0..side {
        let times = count(index) as usize;
        ctx.burn(2)?;
        let mut wide = part(&a, axis, index, index + 1);
        wide.shape[axis] = times;
        wide.strides[axis] = 0;
        part(&out, axis, at, at + times).copy_from(ctx, &wide)?;
        at += times;
    }
    out.object(ctx)
}

fn roll(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, shift, axis] = args.bind("roll", ["a", "shift", "axis"], 2)?;
    let a = array(ctx, a)?;
    let shifts = super::arguments::sides(ctx, &shift.unwrap_or(Value::None))?;
    let Some(axes) = super::arguments::axes(ctx, axis, a.ndim())? else {
        let row = flat(ctx, &a)?;
        let shift = shifts.iter().fold(0_i64, |all, shift| all.wrapping_add(*shift));
        let rolled = rolled(ctx, &row, 0, shift)?;
        let sides: Vec<i64> = a.shape.iter().map(|side| *side as i64).collect();
        return super::shape::reshaped(ctx, &rolled, &sides)?.object(ctx);
    };
    if axes.len() != shifts.len() && shifts.len() != 1 {
        return Err(Fault::value_error("'shift' and 'axis' should be scalars or 1D sequences"));
    }
    let mut out = a.copied(ctx)?;
    for (index, axis) in axes.iter().enumerate() {
        out = rolled(ctx, &out, *axis, shifts[if shifts.len() == 1 { 0 } else { index }])?;
    }
    out.object(ctx)
}

fn rolled(ctx: &mut Ctx, a: &Array, axis: usize, shift: i64) -> PyResult<Array> {
    let side = a.shape[axis];
    if side == 0 {
        return a.copied(ctx);
    }
    let shift = shift.rem_euclid(side as i64) as usize;
    joined(ctx, &[part(a, axis, side - shift, side), part(a, axis, 0, side - shift)], axis)
}

fn split(ctx: &mut Ctx, args: Args, name: &str, fixed: Option<i64>) -> PyResult<Value> {
    let [a, sections, axis] = args.bind(name, ["ary", "indices_or_sections", "axis"], 2)?;
    let a = array(ctx, a)?;
    let axis = match fixed {
        Some(1) if a.ndim() == 1 => 0,
        Some(axis) => super::arguments::axis(axis, a.ndim())?,
        None => one_axis(axis, 0, a.ndim())?,
    };
    let side = a.shape[axis];
    let sections = sections.unwrap_or(Value::None);
    let mut ends: Vec<usize> = Vec::new();
    if let Value::Int(count) = sections {
        if count <= 0 {
            return Err(Fault::value_error("number sections must be larger than 0."));
        }
        if name == "split" && side as i64 % count != 0 {
            return Err(Fault::value_error("array split does not result in an equal division"));
        }
        ctx.burn(count as u64)?;
        let count = count as usize;
        let _held = ctx.charge(count.saturating_mul(8))?;
        let (each, extra) = (side / count, side % count);
        ends = (1..=count).map(|index| index * each + index.min(extra)).collect();
    } else {
        for index in super::arguments::sides(ctx, &sections)? {
            let at = if index < 0 { index.saturating_add(side as i64).max(0) } else { index };
            ends.push(at.min(side as i64) as usize);
        }
        ends.push(side);
    }
    let mut parts = Vec::new();
    let mut start = 0;
    for end in ends {
        parts.push(part(&a, axis, start, end.max(start)).object(ctx)?);
        start = end;
    }
    ctx.list(parts)
}
