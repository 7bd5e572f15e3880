//! Arrays reduced along axes: sums, means, extremes, tests.

use super::arguments::{array, axes, flag, given, number};
use super::array::{Array, Lane};
use super::data::LaneNum;
use super::dtype::DType;
use super::shape::permuted;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "sum", call: |ctx, args| total(ctx, args, "sum") },
    NativeFn { name: "prod", call: |ctx, args| total(ctx, args, "prod") },
    NativeFn { name: "mean", call: |ctx, args| average(ctx, args, "mean") },
    NativeFn { name: "std", call: |ctx, args| average(ctx, args, "std") },
    NativeFn { name: "var", call: |ctx, args| average(ctx, args, "var") },
    NativeFn { name: "min", call: |ctx, args| extreme(ctx, args, "min", "minimum") },
    NativeFn { name: "amin", call: |ctx, args| extreme(ctx, args, "min", "minimum") },
    NativeFn { name: "max", call: |ctx, args| extreme(ctx, args, "max", "maximum") },
    NativeFn { name: "amax", call: |ctx, args| extreme(ctx, args, "max", "maximum") },
    NativeFn { name: "ptp", call: |ctx, args| extreme(ctx, args, "ptp", "maximum") },
    NativeFn { name: "argmin", call: |ctx, args| arg_extreme(ctx, args, "argmin") },
    NativeFn { name: "argmax", call: |ctx, args| arg_extreme(ctx, args, "argmax") },
    NativeFn { name: "any", call: |ctx, args| test(ctx, args, "any") },
    NativeFn { name: "all", call: |ctx, args| test(ctx, args, "all") },
    NativeFn { name: "count_nonzero", call: |ctx, args| test(ctx, args, "count_nonzero") },
];

/// Reduces every row that the axes span to one number; without axes all elements are one row.
pub(super) fn fold<T: LaneNum, U: LaneNum>(
    ctx: &mut Ctx,
    array: &Array,
    axes: Option<&[usize]>,
    keep: bool,
    dtype: DType,
    mut function: impl FnMut(&mut [T], bool) -> PyResult<U>,
) -> PyResult<Array> {
    let all: Vec<usize> = (0..array.ndim()).collect();
    let mut inner = axes.unwrap_or(&all).to_vec();
    crate::sorting::sort(&mut inner);
    let outer: Vec<usize> = all.iter().copied().filter(|axis| !inner.contains(axis)).collect();
    let length: usize = inner.iter().map(|axis| array.shape[*axis]).product();
    let rows: usize = outer.iter().map(|axis| array.shape[*axis]).product();
    // numpy adds in pairs along the last axis, one after the other along others.
    let pairwise = array.ndim() == 0 || inner.last() == Some(&(array.ndim() - 1));
    let order: Vec<usize> = outer.iter().chain(&inner).copied().collect();
    let view = permuted(array, &order);
    let mut walk = view.walk();
    let mut row: Lane<T> = Lane::zeros(ctx, length)?;
    let mut results: Lane<U> = Lane::zeros(ctx, rows)?;
    for result in results.iter_mut() {
        ctx.burn(length as u64 / 4 + 1)?;
        view.read(&mut walk, &mut row);
        *result = function(&mut row, pairwise)?;
    }
    let shape: Vec<usize> = all
        .iter()
        .filter(|axis| keep || outer.contains(axis))
        .map(|axis| if inner.contains(axis) { 1 } else { array.shape[*axis] })
        .collect();
    Array::from_lane(ctx, dtype, &shape, &results)
}

/// numpy's sum in pairs, which keeps rounding errors small; `round` narrows each partial sum.
fn add_pairwise(row: &[f64], round: fn(f64) -> f64) -> f64 {
    let count = row.len();
    if count < 8 {
        return row.iter().fold(-0.0, |sum, value| round(sum + value));
    }
    if count <= 128 {
        let mut parts = [0.0; 8];
        parts.copy_from_slice(&row[..8]);
        let whole = count - count % 8;
        for chunk in row[8..whole].chunks_exact(8) {
            for (part, value) in parts.iter_mut().zip(chunk) {
                *part = round(*part + value);
            }
        }
        let [a, b, c, d, e, f, g, h] = parts;
        let left = round(round(a + b) + round(c + d));
        let right = round(round(e + f) + round(g + h));
        return row[whole..].iter().fold(round(left + right), |sum, value| round(sum + value));
    }
    let half = count / 2;
    let half = half - half % 8;
    round(add_pairwise(&row[..half], round) + add_pairwise(&row[half..], round))
}

fn narrow(float: f64) -> f64 {
    f64::from(float as f32)
}

/// The sum of a row as numpy computes it.
pub(super) fn add(row: &[f64], pairwise: bool, single: bool) -> f64 {
    let round: fn(f64) -> f64 = if single { narrow } else { |float| float };
    let sum = if pairwise { add_pairwise(row, round) } else { row.iter().fold(0.0, |sum, v| round(sum + v)) };
    // An empty sum is a positive zero.
    if sum == 0.0 { 0.0 } else { sum }
}

/// The sum along axes.
pub(super) fn sum(
    ctx: &mut Ctx,
    array: &Array,
    axes: Option<Vec<usize>>,
    keep: bool,
    dtype: Option<DType>,
) -> PyResult<Array> {
    let dtype = dtype.unwrap_or(array.dtype.as_sum());
    let axes = axes.as_deref();
    if dtype.is_float() {
        let single = dtype == DType::Float32;
        return fold(ctx, array, axes, keep, dtype, |row, pairwise| Ok(add(row, pairwise, single)));
    }
    let wrapping = |row: &mut [i64], _| Ok(row.iter().fold(0_i64, |sum, v| sum.wrapping_add(*v)));
    fold(ctx, array, axes, keep, dtype, wrapping)
}

/// Whether any element is not zero.
pub(super) fn any(ctx: &mut Ctx, array: &Array) -> PyResult<bool> {
    let found = fold(ctx, array, None, false, DType::Bool, |row: &mut [f64], _| {
        Ok(i64::from(row.iter().any(|v| *v != 0.0)))
    })?;
    Ok(found.first().truth())
}

/// What all reductions take: the array, axes, `keepdims`, `dtype`.
pub(super) struct Common {
    pub array: Array,
    pub axes: Option<Vec<usize>>,
    pub keep: bool,
    pub dtype: Option<DType>,
    pub ddof: f64,
}

/// Reads them.
pub(super) fn common(ctx: &mut Ctx, mut args: Args, name: &str) -> PyResult<Common> {
    let keep = args.take_keyword("keepdims");
    let keep = flag(ctx, keep, false)?;
    let ddof = args.take_keyword("ddof");
    let ddof = number(ctx, ddof, 0.0)?;
    for unsupported in ["where", "initial", "out"] {
        if given(args.take_keyword(unsupported)).is_some() {
            return Err(Fault::not_provided(format!("numpy.{name}({unsupported}=...)")));
        }
    }
    let [a, axis, dtype] = args.bind(name, ["a", "axis", "dtype"], 1)?;
    let array = array(ctx, a)?;
    let axes = axes(ctx, axis, array.ndim())?;
    Ok(Common { axes, keep, dtype: DType::given(dtype.as_ref())?, ddof, array })
}

fn total(ctx: &mut Ctx, args: Args, name: &str) -> PyResult<Value> {
    let c = common(ctx, args, name)?;
    if name == "sum" {
        return sum(ctx, &c.array, c.axes, c.keep, c.dtype)?.value(ctx);
    }
    let dtype = c.dtype.unwrap_or(c.array.dtype.as_sum());
    let axes = c.axes.as_deref();
    let product = if dtype.is_float() {
        fold(ctx, &c.array, axes, c.keep, dtype, |row: &mut [f64], _| Ok(row.iter().product::<f64>()))?
    } else {
        let wrapping = |row: &mut [i64], _| Ok(row.iter().fold(1_i64, |all, v| all.wrapping_mul(*v)));
        fold(ctx, &c.array, axes, c.keep, dtype, wrapping)?
    };
    product.value(ctx)
}

/// Mean, or variance or deviation around it.
pub(super) fn moment(row: &mut [f64], pairwise: bool, single: bool, name: &str, ddof: f64) -> f64 {
    let count = row.len() as f64;
    let mean = add(row, pairwise, single) / count;
    if name == "mean" {
        return mean;
    }
    let mean = if single { narrow(mean) } else { mean };
    for value in row.iter_mut() {
        *value = (*value - mean) * (*value - mean);
    }
    let variance = add(row, pairwise, single) / (count - ddof).max(0.0);
    if name == "std" { libm::sqrt(variance) } else { variance }
}

fn average(ctx: &mut Ctx, args: Args, name: &str) -> PyResult<Value> {
    let c = common(ctx, args, name)?;
    let dtype = c.dtype.unwrap_or(c.array.dtype.as_float());
    let single = dtype == DType::Float32;
    let result = fold(ctx, &c.array, c.axes.as_deref(), c.keep, dtype, |row: &mut [f64], pairwise| {
        Ok(moment(row, pairwise, single, name, c.ddof))
    })?;
    result.value(ctx)
}

/// Where the largest, or smallest, number of a row stands.
pub(super) fn largest<T: LaneNum>(row: &[T], wanted: bool) -> usize {
    let mut best = 0;
    for (index, value) in row.iter().enumerate() {
        // The first NaN wins, as it equals nothing.
        let held = row[best];
        #[allow(clippy::eq_op)]
        let (lost, found) = (held != held, *value != *value);
        let better = if wanted { *value > held } else { *value < held };
        if !lost && (found || better) {
            best = index;
        }
    }
    best
}

fn extreme(ctx: &mut Ctx, args: Args, name: &str, ufunc: &str) -> PyResult<Value> {
    let c = common(ctx, args, name)?;
    let dtype = c.array.dtype;
    let empty = || {
        Fault::value_error(format!("zero-size array to reduction operation {ufunc} which has no identity"))
    };
    fn pick<T: LaneNum>(row: &[T], name: &str) -> Option<(T, T)> {
        let most = *row.get(largest(row, name != "min"))?;
        Some((most, if name == "ptp" { row[largest(row, false)] } else { most }))
    }
    let axes = c.axes.as_deref();
    let result = if dtype.is_float() {
        fold(ctx, &c.array, axes, c.keep, dtype, |row: &mut [f64], _| {
            let (most, least) = pick(row, name).ok_or_else(empty)?;
            Ok(if name == "ptp" { most - least } else { most })
        })?
    } else {
        fold(ctx, &c.array, axes, c.keep, dtype, |row: &mut [i64], _| {
            let (most, least) = pick(row, name).ok_or_else(empty)?;
            Ok(if name == "ptp" { most.wrapping_sub(least) } else { most })
        })?
    };
    result.value(ctx)
}

fn arg_extreme(ctx: &mut Ctx, args: Args, name: &str) -> PyResult<Value> {
    let c = common(ctx, args, name)?;
    let axes = c.axes.as_deref();
    let wanted = name == "argmax";
    let found = fold(ctx, &c.array, axes, c.keep, DType::Int64, |row: &mut [f64], _| {
        if row.is_empty() {
            return Err(Fault::value_error(format!("attempt to get {name} of an empty sequence")));
        }
        Ok(largest(row, wanted) as i64)
    })?;
    found.value(ctx)
}

fn test(ctx: &mut Ctx, args: Args, name: &str) -> PyResult<Value> {
    let c = common(ctx, args, name)?;
    let dtype = if name == "count_nonzero" { DType::Int64 } else { DType::Bool };
    let result = fold(ctx, &c.array, c.axes.as_deref(), c.keep, dtype, |row: &mut [f64], _| {
        let found = row.iter().filter(|value| **value != 0.0).count();
        Ok(match name {
            "any" => i64::from(found > 0),
            "all" => i64::from(found == row.len()),
            _ => found as i64,
        })
    })?;
    result.value(ctx)
}
