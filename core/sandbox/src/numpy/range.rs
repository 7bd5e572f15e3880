//! Evenly spaced numbers and grids: `arange`, `linspace`, `meshgrid`, `mgrid`, `indices`.

use super::arguments::{array, flag, given, number, shape, side, whole};
use super::array::{Array, Lane};
use super::dtype::DType;
use super::operand::Operand;
use crate::builtins::Complex;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::{Host, NativeFn};
use crate::eval::value::Value;

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "arange", call: arange },
    NativeFn { name: "linspace", call: linspace },
    NativeFn { name: "logspace", call: |ctx, args| spaced(ctx, args, "logspace") },
    NativeFn { name: "geomspace", call: |ctx, args| spaced(ctx, args, "geomspace") },
    NativeFn { name: "meshgrid", call: meshgrid },
    NativeFn { name: "indices", call: indices },
];

fn arange(ctx: &mut Ctx, mut args: Args) -> PyResult<Value> {
    let dtype = DType::given(args.take_keyword("dtype").as_ref())?;
    if args.positional.is_empty() && args.keyword.is_empty() {
        return Err(Fault::type_error("arange() requires stop to be specified."));
    }
    let [first, second, step, fourth] = args.bind("arange", ["start", "stop", "step", "dtype"], 1)?;
    let dtype = match dtype {
        Some(dtype) => Some(dtype),
        None => DType::given(fourth.as_ref())?,
    };
    let first = first.unwrap_or(Value::Int(0));
    let (start, stop) = match given(second) {
        Some(stop) => (first, stop),
        None => (Value::Int(0), first),
    };
    let step = given(step).unwrap_or(Value::Int(1));
    let mut ends = Vec::with_capacity(3);
    for value in [&start, &stop, &step] {
        let operand = Operand::need(ctx, value, "arange")?;
        let Some(num) = operand.num() else {
            return Err(Fault::type_error("only 0-dimensional arrays can be converted to Python scalars"));
        };
        ends.push((operand.dtype(), num));
    }
    let own = ends.iter().fold(DType::Int64, |all, (dtype, _)| all.promote(*dtype));
    if own.is_int() {
        let [start, stop, step] = [ends[0].1.int(), ends[1].1.int(), ends[2].1.int()].map(i128::from);
        if step == 0 {
            return Err(Fault::new(crate::eval::exception::ExcKind::ZeroDivisionError, "division by zero"));
        }
        let span = stop - start;
        let count = if (span > 0) == (step > 0) { (span.abs() + step.abs() - 1) / step.abs() } else { 0 };
        let count = side(i64::try_from(count).unwrap_or(i64::MAX))?;
        super::array::count(ctx, &[count])?;
        let mut lane: Lane<i64> = Lane::zeros(ctx, count)?;
        for (index, value) in lane.iter_mut().enumerate() {
            *value = (start + step * index as i128) as i64;
        }
        return Array::from_lane(ctx, dtype.unwrap_or(own), &[count], &lane)?.object(ctx);
    }
    let [start, stop, step] = [0, 1, 2].map(|at| ends[at].1.float(ends[at].0));
    let count = libm::ceil((stop - start) / step);
    if step == 0.0 {
        return Err(Fault::new(crate::eval::exception::ExcKind::ZeroDivisionError, "float division by zero"));
    }
    if !count.is_finite() {
        return Err(Fault::value_error("arange: cannot compute length"));
    }
    let count = side(count.max(0.0) as i64)?;
    super::array::count(ctx, &[count])?;
    let mut lane: Lane<f64> = Lane::zeros(ctx, count)?;
    // numpy takes the first two numbers and goes on with their difference.
    let delta = (start + step) - start;
    for (index, value) in lane.iter_mut().enumerate() {
        *value = start + index as f64 * delta;
    }
    Array::from_lane(ctx, dtype.unwrap_or(own), &[count], &lane)?.object(ctx)
}

fn linspace(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let params = ["start", "stop", "num", "endpoint", "retstep", "dtype", "axis"];
    let [start, stop, num, endpoint, retstep, dtype, _] = args.bind("linspace", params, 2)?;
    let num = whole(num, 50)?;
    if num < 0 {
        return Err(Fault::value_error(format!("Number of samples, {num}, must be non-negative.")));
    }
    let count = side(num)?;
    let endpoint = flag(ctx, endpoint, true)?;
    let dtype = DType::given(dtype.as_ref())?.unwrap_or(DType::Float64);
    let (from, to) = (array(ctx, start)?, array(ctx, stop)?);
    let parts = super::array::broadcast_shape(ctx, &[&from.shape, &to.shape])?;
    let (from, to) = (from.broadcast(&parts).unwrap_or(from), to.broadcast(&parts).unwrap_or(to));
    let (from, to) = (from.lane::<f64>(ctx)?, to.lane::<f64>(ctx)?);
    let mut sides = vec![count];
    sides.extend_from_slice(&parts);
    let size = super::array::count(ctx, &sides)?;
    let mut lane: Lane<f64> = Lane::zeros(ctx, size)?;
    ctx.burn(size as u64 / 4)?;
    let gaps = if endpoint { num - 1 } else { num };
    let width = from.len();
    let mut step = f64::NAN;
    for (column, (start, stop)) in from.iter().copied().zip(to.iter().copied()).enumerate() {
        let delta = stop - start;
        step = delta / gaps.max(0) as f64;
        for row in 0..count {
            let value = if gaps > 0 && step == 0.0 {
                row as f64 / gaps as f64 * delta + start
            } else if gaps > 0 {
                row as f64 * step + start
            } else {
                row as f64 * delta + start
            };
            lane[row * width + column] = value;
        }
        if endpoint && count > 1 {
            lane[(count - 1) * width + column] = stop;
        }
    }
    if dtype.is_int() {
        lane.iter_mut().for_each(|value| *value = libm::floor(*value));
    }
    let samples = Array::from_lane(ctx, dtype, &sides, &lane)?.object(ctx)?;
    if flag(ctx, retstep, false)? {
        let step = if gaps > 0 { step } else { f64::NAN };
        let step = super::scalar::value(ctx, DType::Float64, super::scalar::Num::Float(step))?;
        return ctx.tuple(vec![samples, step]);
    }
    Ok(samples)
}

/// `logspace` and `geomspace`.
fn spaced(ctx: &mut Ctx, args: Args, name: &str) -> PyResult<Value> {
    let [start, stop, num, endpoint, base] =
        args.bind(name, ["start", "stop", "num", "endpoint", "base"], 2)?;
    let (start, stop) = (number(ctx, start, 0.0)?, number(ctx, stop, 0.0)?);
    let base = number(ctx, base, 10.0)?;
    let count = side(whole(num, 50)?)?;
    super::array::count(ctx, &[count])?;
    let gaps = if flag(ctx, endpoint, true)? { count.saturating_sub(1) } else { count };
    let mut lane: Lane<f64> = Lane::zeros(ctx, count)?;
    let geometric = name == "geomspace";
    if geometric && (start <= 0.0 || stop <= 0.0) {
        return Err(Fault::not_provided("numpy.geomspace of numbers that are not positive"));
    }
    let (low, high) = if geometric { (libm::log10(start), libm::log10(stop)) } else { (start, stop) };
    for (index, value) in lane.iter_mut().enumerate() {
        let share = if gaps == 0 { 0.0 } else { index as f64 * ((high - low) / gaps as f64) };
        let at = if index == gaps && gaps > 0 { high } else { low + share };
        *value = libm::pow(base, at);
    }
    if geometric && count > 0 {
        lane[0] = start;
        if gaps > 0 && gaps == count - 1 {
            lane[gaps] = stop;
        }
    }
    Array::from_lane(ctx, DType::Float64, &[count], &lane)?.object(ctx)
}

fn meshgrid(ctx: &mut Ctx, mut args: Args) -> PyResult<Value> {
    let indexing = args.take_keyword("indexing");
    let by_matrix = indexing.as_ref().and_then(Value::as_str) == Some("ij");
    let sparse = flag(ctx, args.take_keyword("sparse"), false)?;
    args.take_keyword("copy");
    args.no_keywords("meshgrid")?;
    let mut axes = Vec::new();
    for value in &args.positional {
        let axis = super::operand::array(ctx, value)?;
        axes.push(super::shape::flat(ctx, &axis)?);
    }
    if axes.len() > super::array::MAX_DIMS {
        return Err(Fault::value_error("too many arrays for meshgrid"));
    }
    let mut sides: Vec<usize> = axes.iter().map(Array::size).collect();
    let place = |axis: usize| if !by_matrix && axis < 2 && axes.len() > 1 { 1 - axis } else { axis };
    if !by_matrix && sides.len() > 1 {
        sides.swap(0, 1);
    }
    super::array::count(ctx, &sides)?;
    let mut grids = Vec::new();
    for (axis, values) in axes.iter().enumerate() {
        let (mut own, mut strides) = (vec![1; sides.len()], vec![0; sides.len()]);
        own[place(axis)] = values.size();
        strides[place(axis)] = values.strides[0];
        let column = values.view(values.offset, own, strides);
        let grid = if sparse { column } else { column.broadcast(&sides).unwrap_or(column) };
        let grid = grid.copied(ctx)?;
        grids.push(grid.object(ctx)?);
    }
    ctx.tuple(grids)
}

/// For each axis the index along it.
fn grids(ctx: &mut Ctx, lanes: &[Lane<f64>], dtype: DType, open: bool) -> PyResult<Vec<Array>> {
    let sides: Vec<usize> = lanes.iter().map(|lane| lane.len()).collect();
    super::array::count(ctx, &sides)?;
    let mut out = Vec::new();
    for (axis, lane) in lanes.iter().enumerate() {
        let mut own = vec![1; sides.len()];
        own[axis] = lane.len();
        let column = Array::from_lane(ctx, dtype, &own, lane)?;
        let grid = if open { column } else { column.broadcast(&sides).unwrap_or(column).copied(ctx)? };
        out.push(grid);
    }
    Ok(out)
}

fn indices(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [dimensions, dtype, sparse] = args.bind("indices", ["dimensions", "dtype", "sparse"], 1)?;
    let sides = shape(ctx, &dimensions.unwrap_or(Value::None))?;
    let dtype = DType::given(dtype.as_ref())?.unwrap_or(DType::Int64);
    let open = flag(ctx, sparse, false)?;
    let arrays = if open { open_grids(ctx, &sides, dtype)? } else { index_grids(ctx, &sides, dtype)? };
    finish(ctx, &arrays, open)
}

/// For each axis the indices along it, over the whole grid.
pub(super) fn index_grids(ctx: &mut Ctx, sides: &[usize], dtype: DType) -> PyResult<Vec<Array>> {
    let lanes = counted(ctx, sides)?;
    grids(ctx, &lanes, dtype, false)
}

/// The same with sides of 1 across.
fn open_grids(ctx: &mut Ctx, sides: &[usize], dtype: DType) -> PyResult<Vec<Array>> {
    let lanes = counted(ctx, sides)?;
    grids(ctx, &lanes, dtype, true)
}

fn counted(ctx: &mut Ctx, sides: &[usize]) -> PyResult<Vec<Lane<f64>>> {
    super::array::count(ctx, sides)?;
    let mut lanes = Vec::new();
    for side in sides {
        let mut lane: Lane<f64> = Lane::zeros(ctx, *side)?;
        lane.iter_mut().enumerate().for_each(|(index, value)| *value = index as f64);
        lanes.push(lane);
    }
    Ok(lanes)
}

fn finish(ctx: &mut Ctx, arrays: &[Array], open: bool) -> PyResult<Value> {
    if open {
        let mut values = Vec::new();
        for array in arrays {
            values.push(array.clone().object(ctx)?);
        }
        return ctx.tuple(values);
    }
    super::join::stacked(ctx, arrays, 0)?.object(ctx)
}

/// `np.mgrid` and `np.ogrid`.
pub(super) struct Grid {
    /// Whether the grids keep sides of 1.
    pub open: bool,
}

impl Host for Grid {
    fn type_name(&self) -> &'static str {
        if self.open { "OGridClass" } else { "MGridClass" }
    }

    fn get_item(&self, ctx: &mut Ctx, key: &Value) -> PyResult<Value> {
        let single = matches!(key, Value::Slice(_));
        let slices = if single { vec![key.clone()] } else { ctx.collect(key)? };
        let mut lanes = Vec::new();
        let mut dtype = DType::Int64;
        for slice in &slices {
            let Value::Slice(slice) = slice else {
                return Err(Fault::type_error("np.mgrid wants slices, such as np.mgrid[0:5, 0:3]"));
            };
            let start = number(ctx, Some(slice.start.clone()), 0.0)?;
            let stop = number(ctx, Some(slice.stop.clone()), 0.0)?;
            for part in [&slice.start, &slice.stop, &slice.step] {
                if matches!(part, Value::Float(_)) {
                    dtype = DType::Float64;
                }
            }
            let (count, step) = if let Some(Complex { re, im }) = slice.step.host() {
                // The number of points, the last of them `stop`.
                dtype = DType::Float64;
                let count = libm::trunc(libm::hypot(*re, *im));
                (count, if count == 1.0 { 1.0 } else { (stop - start) / (count - 1.0) })
            } else {
                let step = number(ctx, Some(slice.step.clone()), 1.0)?;
                (libm::ceil((stop - start) / step), step)
            };
            let count = if count.is_finite() { side(count.max(0.0) as i64)? } else { 0 };
            super::array::count(ctx, &[count])?;
            let mut lane: Lane<f64> = Lane::zeros(ctx, count)?;
            lane.iter_mut().enumerate().for_each(|(index, value)| *value = start + index as f64 * step);
            lanes.push(lane);
        }
        if single {
            return Array::from_lane(ctx, dtype, &[lanes[0].len()], &lanes[0])?.object(ctx);
        }
        let arrays = grids(ctx, &lanes, dtype, self.open)?;
        finish(ctx, &arrays, self.open)
    }
}
