//! Along an axis: sorting, running sums, differences, percentiles.

use super::arguments::{array, axes, flag, given, one_axis, whole};
use super::array::{Array, Lane};
use super::data::LaneNum;
use super::dtype::DType;
use super::reduce::fold;
use super::shape::flat;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;

pub(super) static ALL: &[NativeFn] = &[
    NativeFn {
        name: "sort",
        call: |ctx, args| {
            let [a, axis, ..] = args.bind("sort", ["a", "axis", "kind", "order"], 1)?;
            let a = array(ctx, a)?;
            sorted(ctx, &a, axis)?.object(ctx)
        },
    },
    NativeFn { name: "argsort", call: argsort },
    NativeFn { name: "cumsum", call: |ctx, args| running(ctx, args, "cumsum") },
    NativeFn { name: "cumprod", call: |ctx, args| running(ctx, args, "cumprod") },
    NativeFn { name: "diff", call: diff },
    NativeFn { name: "ediff1d", call: diff },
    NativeFn { name: "gradient", call: gradient },
    NativeFn { name: "median", call: |ctx, args| quantile(ctx, args, "median", 1.0) },
    NativeFn { name: "nanmedian", call: |ctx, args| quantile(ctx, args, "nanmedian", 1.0) },
    NativeFn { name: "percentile", call: |ctx, args| quantile(ctx, args, "percentile", 100.0) },
    NativeFn { name: "quantile", call: |ctx, args| quantile(ctx, args, "quantile", 1.0) },
    NativeFn { name: "nanpercentile", call: |ctx, args| quantile(ctx, args, "nanpercentile", 100.0) },
];

/// Turns every row along an axis into another of `length` numbers.
pub(super) fn along<T: LaneNum, U: LaneNum>(
    ctx: &mut Ctx,
    array: &Array,
    axis: usize,
    length: usize,
    dtype: DType,
    mut function: impl FnMut(&mut Ctx, &mut [T], &mut [U]) -> PyResult<()>,
) -> PyResult<Array> {
    let mut sides = array.shape.clone();
    sides[axis] = length;
    let out = Array::zeros(ctx, dtype, &sides)?;
    let mut order: Vec<usize> = (0..array.ndim()).filter(|other| *other != axis).collect();
    order.push(axis);
    let (source, target) = (super::shape::permuted(array, &order), super::shape::permuted(&out, &order));
    let (mut reading, mut writing) = (source.walk(), target.walk());
    let mut row: Lane<T> = Lane::zeros(ctx, array.shape[axis])?;
    let mut made: Lane<U> = Lane::zeros(ctx, length)?;
    let rows: usize = order[..order.len() - 1].iter().map(|axis| array.shape[*axis]).product();
    for _ in 0..rows {
        ctx.burn((row.len() + length) as u64 / 4 + 1)?;
        source.read(&mut reading, &mut row);
        function(ctx, &mut row, &mut made)?;
        target.write(&mut writing, &made);
    }
    Ok(out)
}

/// The axis of an argument, where `None` flattens first.
fn flattened(ctx: &mut Ctx, a: &Array, axis: Option<Value>, default: i64) -> PyResult<(Array, usize)> {
    if matches!(axis, Some(Value::None)) || a.ndim() == 0 {
        return Ok((flat(ctx, a)?, 0));
    }
    let axis = one_axis(axis, default, a.ndim())?;
    Ok((a.clone(), axis))
}

/// Fuel for sorting.
fn pay(ctx: &mut Ctx, count: usize) -> PyResult<()> {
    let levels = u64::from(usize::BITS - count.leading_zeros());
    ctx.burn(count as u64 * levels / 4 + 1)
}

/// A sorted copy.
pub(super) fn sorted(ctx: &mut Ctx, a: &Array, axis: Option<Value>) -> PyResult<Array> {
    let (a, axis) = flattened(ctx, a, axis, -1)?;
    fn sort<T: LaneNum>(ctx: &mut Ctx, row: &mut [T], made: &mut [T]) -> PyResult<()> {
        pay(ctx, row.len())?;
        made.copy_from_slice(row);
        made.sort_unstable_by(T::order);
        Ok(())
    }
    let length = a.shape[axis];
    if a.dtype.is_float() {
        along(ctx, &a, axis, length, a.dtype, sort::<f64>)
    } else {
        along(ctx, &a, axis, length, a.dtype, sort::<i64>)
    }
}

fn argsort(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, axis, ..] = args.bind("argsort", ["a", "axis", "kind", "order"], 1)?;
    let a = array(ctx, a)?;
    let (a, axis) = flattened(ctx, &a, axis, -1)?;
    let indices = along(ctx, &a, axis, a.shape[axis], DType::Int64, |ctx, row: &mut [f64], made| {
        pay(ctx, row.len())?;
        made.iter_mut().enumerate().for_each(|(index, value)| *value = index as i64);
        made.sort_by(|x, y| row[*x as usize].order(&row[*y as usize]));
        Ok(())
    })?;
    indices.object(ctx)
}

fn running(ctx: &mut Ctx, args: Args, name: &str) -> PyResult<Value> {
    let [a, axis, dtype, _] = args.bind(name, ["a", "axis", "dtype", "out"], 1)?;
    let a = array(ctx, a)?;
    let (a, axis) = flattened(ctx, &a, Some(axis.unwrap_or(Value::None)), 0)?;
    let dtype = DType::given(dtype.as_ref())?.unwrap_or(a.dtype.as_sum());
    let length = a.shape[axis];
    let add = name == "cumsum";
    let result = if dtype.is_float() {
        along(ctx, &a, axis, length, dtype, |_, row: &mut [f64], made| {
            let mut held = if add { 0.0 } else { 1.0 };
            for (value, made) in row.iter().zip(made) {
                held = if add { held + value } else { held * value };
                if dtype == DType::Float32 {
                    held = f64::from(held as f32);
                }
                *made = held;
            }
            Ok(())
        })?
    } else {
        along(ctx, &a, axis, length, dtype, |_, row: &mut [i64], made| {
            let mut held = if add { 0_i64 } else { 1 };
            for (value, made) in row.iter().zip(made) {
                held = if add { held.wrapping_add(*value) } else { held.wrapping_mul(*value) };
                *made = held;
            }
            Ok(())
        })?
    };
    result.object(ctx)
}

fn diff(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, n, axis] = args.bind("diff", ["a", "n", "axis"], 1)?;
    let mut a = array(ctx, a)?;
    if a.ndim() == 0 {
        return Err(Fault::value_error("diff requires input that is at least one dimensional"));
    }
    let axis = one_axis(axis, -1, a.ndim())?;
    let n = whole(n, 1)?;
    if n < 0 {
        return Err(Fault::value_error(format!("order must be non-negative but got {n}")));
    }
    for _ in 0..n.min(a.shape[axis] as i64) {
        let length = a.shape[axis].saturating_sub(1);
        a = match a.dtype {
            dtype if dtype.is_float() => along(ctx, &a, axis, length, dtype, |_, row: &mut [f64], made| {
                made.iter_mut().zip(row.windows(2)).for_each(|(made, pair)| *made = pair[1] - pair[0]);
                Ok(())
            })?,
            dtype => along(ctx, &a, axis, length, dtype, |_, row: &mut [i64], made| {
                made.iter_mut()
                    .zip(row.windows(2))
                    .for_each(|(made, pair)| *made = pair[1].wrapping_sub(pair[0]));
                Ok(())
            })?,
        };
    }
    a.object(ctx)
}

/// `np.gradient` with a constant distance.
fn gradient(ctx: &mut Ctx, mut args: Args) -> PyResult<Value> {
    let axis = args.take_keyword("axis");
    args.no_keywords("gradient")?;
    let Some(f) = args.positional.first() else {
        return Err(Fault::type_error("gradient() missing required argument: 'f' (pos 1)"));
    };
    let a = super::operand::array(ctx, &f.clone())?;
    let step = match args.positional.get(1) {
        Some(step) => crate::builtins::real(ctx, &step.clone())?,
        None => 1.0,
    };
    let chosen = axes(ctx, axis, a.ndim())?.unwrap_or_else(|| (0..a.ndim()).collect());
    let mut results = Vec::new();
    for axis in chosen {
        let length = a.shape[axis];
        if length < 2 {
            return Err(Fault::value_error(
                "Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) \
                 elements are required.",
            ));
        }
        let slopes = along(ctx, &a, axis, length, a.dtype.as_float(), |_, row: &mut [f64], made| {
            for (index, made) in made.iter_mut().enumerate() {
                let (low, high) = (index.saturating_sub(1), (index + 1).min(length - 1));
                *made = (row[high] - row[low]) / ((high - low) as f64 * step);
            }
            Ok(())
        })?;
        results.push(slopes.object(ctx)?);
    }
    match results.as_slice() {
        [single] => Ok(single.clone()),
        _ => ctx.list(results),
    }
}

/// A quantile of sorted numbers by linear interpolation, rounded as numpy does.
fn interpolated(sorted: &[f64], share: f64) -> f64 {
    let at = share * (sorted.len() - 1) as f64;
    let low = libm::floor(at);
    let index = low as usize;
    let (a, b) = (sorted[index], sorted[(index + 1).min(sorted.len() - 1)]);
    let t = at - low;
    let gap = b - a;
    if t >= 0.5 { b - gap * (1.0 - t) } else { a + gap * t }
}

/// `median`, `percentile` and `quantile`.
fn quantile(ctx: &mut Ctx, mut args: Args, name: &str, unit: f64) -> PyResult<Value> {
    let keep = flag(ctx, args.take_keyword("keepdims"), false)?;
    for option in ["method", "interpolation"] {
        if args.take_keyword(option).is_some_and(|method| method.as_str() != Some("linear")) {
            return Err(Fault::not_provided(format!("numpy.{name}({option}=...) other than 'linear'")));
        }
    }
    let skip_nan = name.starts_with("nan");
    let is_median = name.ends_with("median");
    let (a, q, axis) = if is_median {
        let [a, axis] = args.bind(name, ["a", "axis"], 1)?;
        (a, None, axis)
    } else {
        let [a, q, axis] = args.bind(name, ["a", "q", "axis"], 2)?;
        (a, q, axis)
    };
    let a = array(ctx, a)?;
    let axes = axes(ctx, axis, a.ndim())?;
    let q = match given(q) {
        Some(q) => super::operand::array(ctx, &q)?,
        None => Array::of_num(ctx, DType::Float64, super::scalar::Num::Float(0.5))?,
    };
    let shares: Lane<f64> = q.lane(ctx)?;
    if shares.iter().any(|share| !(0.0..=unit).contains(share)) {
        let what = if unit == 1.0 {
            "Quantiles must be in the range [0, 1]"
        } else {
            "Percentiles must be in the range [0, 100]"
        };
        return Err(Fault::value_error(what));
    }
    let dtype = a.dtype.as_float();
    let mut results = Vec::new();
    for share in shares.iter() {
        let share = share / unit;
        pay(ctx, a.size())?;
        let result = fold(ctx, &a, axes.as_deref(), keep, dtype, |row: &mut [f64], _| {
            row.sort_unstable_by(f64::order);
            let known = row.iter().take_while(|value| !value.is_nan()).count();
            if known == 0 || (known < row.len() && !skip_nan) {
                return Ok(f64::NAN);
            }
            let row = &row[..known];
            if is_median {
                let half = known / 2;
                return Ok(if known % 2 == 1 { row[half] } else { (row[half - 1] + row[half]) / 2.0 });
            }
            Ok(interpolated(row, share))
        })?;
        results.push(result);
    }
    if q.shape.is_empty() {
        return match results.pop() {
            Some(result) => result.value(ctx),
            None => Ok(Value::None),
        };
    }
    super::join::stacked(ctx, &results, 0)?.object(ctx)
}
