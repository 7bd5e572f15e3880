//! Weighted means, and reductions that pass over NaN.

use super::arguments::{array, axes, given};
use super::dtype::DType;
use super::reduce::{add, common, fold, largest, moment, sum};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "average", call: weighted },
    NativeFn { name: "nansum", call: |ctx, args| without_nan(ctx, args, "nansum") },
    NativeFn { name: "nanmean", call: |ctx, args| without_nan(ctx, args, "nanmean") },
    NativeFn { name: "nanmin", call: |ctx, args| without_nan(ctx, args, "nanmin") },
    NativeFn { name: "nanmax", call: |ctx, args| without_nan(ctx, args, "nanmax") },
    NativeFn { name: "nanstd", call: |ctx, args| without_nan(ctx, args, "nanstd") },
];

/// `np.average(a, weights=w)`.
fn weighted(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, axis, weights] = args.bind("average", ["a", "axis", "weights"], 1)?;
    let a = array(ctx, a)?;
    let axes = axes(ctx, axis, a.ndim())?;
    let Some(weights) = given(weights) else {
        let result = fold(ctx, &a, axes.as_deref(), false, DType::Float64, |row: &mut [f64], pairwise| {
            Ok(moment(row, pairwise, false, "mean", 0.0))
        })?;
        return result.value(ctx);
    };
    let mut weights = super::operand::array(ctx, &weights)?;
    if let (Some([axis]), 1) = (axes.as_deref(), weights.ndim()) {
        // Weights of one axis stand along it.
        let (mut shape, mut strides) = (vec![1; a.ndim()], vec![0; a.ndim()]);
        (shape[*axis], strides[*axis]) = (weights.shape[0], weights.strides[0]);
        weights = weights.view(weights.offset, shape, strides);
    }
    let Some(weights) = weights.broadcast(&a.shape) else {
        return Err(Fault::type_error("Axis must be specified when shapes of a and weights differ."));
    };
    let (x, w) = (super::operand::Operand::from_array(a.clone()), weights.cast(ctx, DType::Float64)?);
    let scaled = super::binary::compute(
        ctx,
        super::binary::Op2::Mul,
        x,
        super::operand::Operand::from_array(w.clone()),
    )?;
    let scaled = scaled.into_array(ctx)?;
    let above = sum(ctx, &scaled, axes.clone(), false, None)?;
    let below = sum(ctx, &w, axes, false, None)?;
    if below.size() == 1 && !below.first().truth() {
        return Err(Fault::new(
            crate::eval::exception::ExcKind::ZeroDivisionError,
            "Weights sum to zero, can't be normalized",
        ));
    }
    let (above, below) =
        (super::operand::Operand::from_array(above), super::operand::Operand::from_array(below));
    super::binary::apply(ctx, super::binary::Op2::Div, above, below)
}

fn without_nan(ctx: &mut Ctx, args: Args, name: &str) -> PyResult<Value> {
    let c = common(ctx, args, name)?;
    let dtype = match name {
        "nansum" => c.array.dtype.as_sum(),
        "nanmin" | "nanmax" => c.array.dtype,
        _ => c.array.dtype.as_float(),
    };
    let result = fold(ctx, &c.array, c.axes.as_deref(), c.keep, dtype, |row: &mut [f64], pairwise| {
        let mut kept = 0;
        for index in 0..row.len() {
            if !row[index].is_nan() {
                row.swap(kept, index);
                kept += 1;
            }
        }
        let row = &mut row[..kept];
        Ok(match name {
            "nansum" => add(row, pairwise, false),
            "nanmin" | "nanmax" if row.is_empty() => f64::NAN,
            "nanmin" => row[largest(row, false)],
            "nanmax" => row[largest(row, true)],
            _ => moment(row, pairwise, false, &name[3..], c.ddof),
        })
    })?;
    result.value(ctx)
}
