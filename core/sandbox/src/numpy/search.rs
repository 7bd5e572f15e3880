//! Finding and choosing: `where`, `nonzero`, `unique`, `isin`, `select`, histograms.

use super::arguments::{array, flag, given, one_axis};
use super::array::{Array, BLOCK, Lane, broadcast_shape};
use super::data::LaneNum;
use super::dtype::DType;
use super::index_key::nonzero;
use super::operand::Operand;
use super::shape::flat;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "where", call: where_ },
    NativeFn { name: "nonzero", call: nonzero_ },
    NativeFn { name: "argwhere", call: argwhere },
    NativeFn { name: "flatnonzero", call: flatnonzero },
    NativeFn { name: "unique", call: unique },
    NativeFn { name: "isin", call: isin },
    NativeFn { name: "in1d", call: isin },
    NativeFn { name: "select", call: select },
    NativeFn { name: "take", call: take },
    NativeFn { name: "searchsorted", call: searchsorted },
    NativeFn { name: "digitize", call: digitize },
    NativeFn { name: "array_equal", call: array_equal },
    NativeFn { name: "ix_", call: ix },
    NativeFn { name: "unravel_index", call: unravel_index },
    NativeFn { name: "ravel_multi_index", call: |_, _| Err(Fault::not_provided("numpy.ravel_multi_index")) },
];

fn where_(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [condition, x, y] = args.bind("where", ["condition", "x", "y"], 1)?;
    let condition = array(ctx, condition)?;
    let (Some(x), Some(y)) = (x, y) else {
        let parts = nonzero(ctx, &condition)?;
        return tuple(ctx, parts);
    };
    let (x, y) = (Operand::need(ctx, &x, "where")?, Operand::need(ctx, &y, "where")?);
    choose(ctx, &condition, &x, &y)?.object(ctx)
}

/// `x` where the condition holds, else `y`.
fn choose(ctx: &mut Ctx, condition: &Array, x: &Operand, y: &Operand) -> PyResult<Array> {
    let dtype = x.common(y);
    for operand in [x, y] {
        operand.check(dtype)?;
    }
    if dtype.is_float() {
        choose_as::<f64>(ctx, condition, x, y, dtype)
    } else {
        choose_as::<i64>(ctx, condition, x, y, dtype)
    }
}

fn choose_as<T: LaneNum>(
    ctx: &mut Ctx,
    condition: &Array,
    x: &Operand,
    y: &Operand,
    dtype: DType,
) -> PyResult<Array> {
    let shape = broadcast_shape(ctx, &[&condition.shape, x.shape(), y.shape()])?;
    let out = Array::zeros(ctx, dtype, &shape)?;
    let condition = condition.broadcast(&shape).unwrap_or_else(|| condition.clone());
    let (mut tests, mut left, mut right) =
        (condition.walk(), x.reader(&shape, dtype)?, y.reader(&shape, dtype)?);
    let mut target = out.walk();
    let (mut test, mut a, mut b) = ([0.0_f64; BLOCK], [T::default(); BLOCK], [T::default(); BLOCK]);
    while target.left() > 0 {
        let count = target.left().min(BLOCK);
        ctx.burn(count as u64 / 4 + 1)?;
        condition.read(&mut tests, &mut test[..count]);
        left.fill(&mut a[..count]);
        right.fill(&mut b[..count]);
        for ((test, a), b) in test[..count].iter().zip(&mut a).zip(&b) {
            if *test == 0.0 {
                *a = *b;
            }
        }
        out.write(&mut target, &a[..count]);
    }
    Ok(out)
}

fn tuple(ctx: &mut Ctx, arrays: Vec<Array>) -> PyResult<Value> {
    let mut values = Vec::new();
    for array in arrays {
        values.push(array.object(ctx)?);
    }
    ctx.tuple(values)
}

fn nonzero_(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a] = args.exactly("nonzero")?;
    let a = super::operand::array(ctx, &a)?;
    if a.shape.is_empty() {
        return Err(Fault::value_error(
            "Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead.",
        ));
    }
    let parts = nonzero(ctx, &a)?;
    tuple(ctx, parts)
}

fn argwhere(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a] = args.exactly("argwhere")?;
    let a = super::operand::array(ctx, &a)?;
    let columns = nonzero(ctx, &a)?;
    if columns.is_empty() {
        return Array::zeros(ctx, DType::Int64, &[usize::from(a.first().truth()), 0])?.object(ctx);
    }
    super::join::stacked(ctx, &columns, 1)?.object(ctx)
}

fn flatnonzero(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a] = args.exactly("flatnonzero")?;
    let a = super::operand::array(ctx, &a)?;
    let a = flat(ctx, &a)?;
    let mut parts = nonzero(ctx, &a)?;
    parts.remove(0).object(ctx)
}

/// The order of rows, and where each distinct row begins in it.
fn distinct(ctx: &mut Ctx, rows: &Lane<f64>, width: usize) -> PyResult<(Lane<i64>, Vec<usize>)> {
    let count = rows.len().checked_div(width).unwrap_or(0);
    let row = |index: i64| &rows[index as usize * width..(index as usize + 1) * width];
    let levels = u64::from(usize::BITS - count.leading_zeros());
    ctx.burn(rows.len() as u64 * levels / 4 + 1)?;
    let mut order: Lane<i64> = Lane::zeros(ctx, count)?;
    order.iter_mut().enumerate().for_each(|(index, value)| *value = index as i64);
    let compare = |x: &i64, y: &i64| {
        let pairs = row(*x).iter().zip(row(*y));
        pairs.map(|(a, b)| a.order(b)).find(|o| o.is_ne()).unwrap_or(std::cmp::Ordering::Equal)
    };
    order.sort_by(compare);
    let _held = ctx.charge(count.saturating_mul(8))?;
    let starts: Vec<usize> =
        (0..count).filter(|at| *at == 0 || compare(&order[at - 1], &order[*at]).is_ne()).collect();
    Ok((order, starts))
}

fn unique(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let params = ["ar", "return_index", "return_inverse", "return_counts", "axis", "equal_nan"];
    let [a, index, inverse, counts, axis, _] = args.bind("unique", params, 1)?;
    let a = array(ctx, a)?;
    let (index, inverse, counts) =
        (flag(ctx, index, false)?, flag(ctx, inverse, false)?, flag(ctx, counts, false)?);
    let a = match given(axis) {
        None => flat(ctx, &a)?,
        Some(axis) => match super::arguments::one_axis(Some(axis), 0, a.ndim())? {
            0 => a,
            _ => return Err(Fault::not_provided("numpy.unique along another axis than 0")),
        },
    };
    let rows: Lane<f64> = a.lane(ctx)?;
    let width: usize = a.shape[1..].iter().product();
    let (order, starts) = distinct(ctx, &rows, width)?;
    let firsts: Vec<i64> = starts.iter().map(|at| order[*at]).collect();
    let firsts = Array::from_lane(ctx, DType::Int64, &[firsts.len()], &firsts)?;
    let key = firsts.clone().object(ctx)?;
    let values = super::index::get(ctx, &a, &key)?;
    let mut results = vec![values];
    if index {
        results.push(key);
    }
    let ends = || starts.iter().skip(1).copied().chain([order.len()]);
    if inverse {
        let mut places: Lane<i64> = Lane::zeros(ctx, order.len())?;
        for (group, (start, end)) in starts.iter().zip(ends()).enumerate() {
            for at in *start..end {
                places[order[at] as usize] = group as i64;
            }
        }
        results.push(Array::from_lane(ctx, DType::Int64, &[order.len()], &places)?.object(ctx)?);
    }
    if counts {
        let counts: Vec<i64> = starts.iter().zip(ends()).map(|(start, end)| (end - start) as i64).collect();
        results.push(Array::from_lane(ctx, DType::Int64, &[counts.len()], &counts)?.object(ctx)?);
    }
    match results.as_slice() {
        [single] => Ok(single.clone()),
        _ => ctx.tuple(results),
    }
}

fn isin(ctx: &mut Ctx, mut args: Args) -> PyResult<Value> {
    let invert = flag(ctx, args.take_keyword("invert"), false)?;
    let [element, elements] = args.bind("isin", ["element", "test_elements"], 2)?;
    let (a, b) = (array(ctx, element)?, array(ctx, elements)?);
    let mut wanted: Lane<f64> = b.lane(ctx)?;
    let levels = u64::from(usize::BITS - wanted.len().leading_zeros());
    ctx.burn((a.size() + wanted.len()) as u64 * levels / 4 + 1)?;
    wanted.sort_unstable_by(f64::order);
    let operand = Operand::from_array(a);
    let found = super::unary::map(ctx, &operand, DType::Bool, |x: f64| {
        i64::from(wanted.binary_search_by(|probe| probe.order(&x)).is_ok() != invert)
    })?;
    found.into_array(ctx)?.object(ctx)
}

fn select(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [conditions, choices, default] = args.bind("select", ["condlist", "choicelist", "default"], 2)?;
    let conditions = ctx.collect(&conditions.unwrap_or(Value::None))?;
    let choices = ctx.collect(&choices.unwrap_or(Value::None))?;
    if conditions.len() != choices.len() {
        return Err(Fault::value_error("list of cases must be same length as list of conditions"));
    }
    let mut result = Operand::need(ctx, &default.unwrap_or(Value::Int(0)), "select")?;
    for (condition, choice) in conditions.iter().zip(&choices).rev() {
        let condition = super::operand::array(ctx, condition)?;
        let choice = Operand::need(ctx, choice, "select")?;
        result = Operand::from_array(choose(ctx, &condition, &choice, &result)?);
    }
    result.into_array(ctx)?.object(ctx)
}

fn take(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, indices, axis] = args.bind("take", ["a", "indices", "axis"], 2)?;
    let a = array(ctx, a)?;
    let indices = indices.unwrap_or(Value::None);
    let Some(axis) = given(axis) else {
        let flat = flat(ctx, &a)?;
        return super::index::get(ctx, &flat, &indices);
    };
    let axis = one_axis(Some(axis), 0, a.ndim())?;
    let whole =
        Value::Slice(ctx.heap.alloc(
            crate::eval::value::Slice { start: Value::None, stop: Value::None, step: Value::None },
            0,
        )?);
    let mut key = vec![whole; axis];
    key.push(indices);
    let key = ctx.tuple(key)?;
    super::index::get(ctx, &a, &key)
}

/// Where numbers belong in a sorted row.
fn places(ctx: &mut Ctx, row: &Lane<f64>, values: &Operand, right: bool) -> PyResult<Operand> {
    super::unary::map(ctx, values, DType::Int64, |x: f64| {
        row.partition_point(|held| if right { held.order(&x).is_le() } else { held.order(&x).is_lt() }) as i64
    })
}

fn searchsorted(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, v, side] = args.bind("searchsorted", ["a", "v", "side"], 2)?;
    let row: Lane<f64> = array(ctx, a)?.lane(ctx)?;
    let values = Operand::need(ctx, &v.unwrap_or(Value::None), "searchsorted")?;
    let right = side.as_ref().and_then(Value::as_str) == Some("right");
    let places = places(ctx, &row, &values, right)?;
    super::binary::finish(ctx, places)
}

fn digitize(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [x, bins, right] = args.bind("digitize", ["x", "bins", "right"], 2)?;
    let values = Operand::need(ctx, &x.unwrap_or(Value::None), "digitize")?;
    let row: Lane<f64> = array(ctx, bins)?.lane(ctx)?;
    if row.windows(2).any(|pair| pair[0] > pair[1]) {
        return Err(Fault::value_error("bins must be monotonically increasing or decreasing"));
    }
    let right = flag(ctx, right, false)?;
    let places = places(ctx, &row, &values, !right)?;
    super::binary::finish(ctx, places)
}

/// `np.ix_(rows, columns)`: index arrays that together select a grid.
fn ix(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    args.no_keywords("ix_")?;
    let ndim = args.positional.len();
    let mut parts = Vec::new();
    for (axis, value) in args.positional.iter().enumerate() {
        let mut indices = super::operand::array(ctx, value)?;
        if indices.ndim() != 1 {
            return Err(Fault::value_error("Cross index must be 1 dimensional"));
        }
        if indices.dtype == DType::Bool {
            indices = nonzero(ctx, &indices)?.remove(0);
        }
        let (mut shape, mut strides) = (vec![1; ndim], vec![0; ndim]);
        (shape[axis], strides[axis]) = (indices.shape[0], indices.strides[0]);
        parts.push(indices.view(indices.offset, shape, strides));
    }
    tuple(ctx, parts)
}

fn array_equal(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, b, _] = args.bind("array_equal", ["a1", "a2", "equal_nan"], 2)?;
    let (a, b) = (array(ctx, a)?, array(ctx, b)?);
    if a.shape != b.shape {
        return Ok(Value::Bool(false));
    }
    let (x, y): (Lane<f64>, Lane<f64>) = (a.lane(ctx)?, b.lane(ctx)?);
    Ok(Value::Bool(**x == **y))
}

fn unravel_index(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [indices, shape] = args.bind("unravel_index", ["indices", "shape"], 2)?;
    let operand = Operand::need(ctx, &indices.unwrap_or(Value::None), "unravel_index")?;
    let sides = super::arguments::shape(ctx, &shape.unwrap_or(Value::None))?;
    let size = super::array::count(ctx, &sides)? as i64;
    let array = operand.into_array(ctx)?;
    let lane: Lane<i64> = array.lane(ctx)?;
    if let Some(bad) = lane.iter().find(|index| !(0..size).contains(*index)) {
        return Err(Fault::value_error(format!("index {bad} is out of bounds for array with size {size}")));
    }
    let mut parts = Vec::new();
    let mut step = size;
    for side in &sides {
        step /= *side as i64;
        let digits: Vec<i64> = lane.iter().map(|index| index / step % *side as i64).collect();
        parts.push(Array::from_lane(ctx, DType::Int64, &array.shape, &digits)?.value(ctx)?);
    }
    ctx.tuple(parts)
}
