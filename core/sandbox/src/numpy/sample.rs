//! What both random generators share: sizes, populations, shuffling.

use super::arguments::{given, shape};
use super::array::{Array, Lane};
use super::data::LaneNum;
use super::dtype::DType;
use super::scalar::{self, Num};
use crate::builtins::integer;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// Many numbers in a shape, or one without a shape.
pub(super) fn make<T: LaneNum>(
    ctx: &mut Ctx,
    size: Option<Vec<usize>>,
    dtype: DType,
    mut next: impl FnMut() -> T,
) -> PyResult<Array> {
    let sides = size.unwrap_or_default();
    let count = super::array::count(ctx, &sides)?;
    let mut lane: Lane<T> = Lane::zeros(ctx, count)?;
    ctx.burn(count as u64 * 2 + 1)?;
    lane.iter_mut().for_each(|value| *value = next());
    Array::from_lane(ctx, dtype, &sides, &lane)
}

/// A single number is a Python float, as in numpy.
pub(super) fn floats(ctx: &mut Ctx, size: Option<Vec<usize>>, next: impl FnMut() -> f64) -> PyResult<Value> {
    let single = size.is_none();
    let array = make(ctx, size, DType::Float64, next)?;
    if single {
        return scalar::python(ctx, DType::Float64, array.first());
    }
    array.object(ctx)
}

/// A `size` argument.
pub(super) fn size(ctx: &mut Ctx, value: Option<Value>) -> PyResult<Option<Vec<usize>>> {
    given(value).map(|value| shape(ctx, &value)).transpose()
}

/// 0, 1, 2, ...
pub(super) fn counting(ctx: &mut Ctx, count: usize) -> PyResult<Array> {
    super::array::count(ctx, &[count])?;
    let mut next = -1;
    make(ctx, Some(vec![count]), DType::Int64, || {
        next += 1;
        next
    })
}

/// What `choice` chooses from.
pub(super) fn population(ctx: &mut Ctx, a: Option<Value>) -> PyResult<Array> {
    let a = a.unwrap_or(Value::None);
    if let Value::List(_) | Value::Tuple(_) = &a
        && ctx.collect(&a)?.iter().any(|item| matches!(item, Value::Str(_)))
    {
        return Err(Fault::not_provided("numpy.random.choice of texts (use random.choice)"));
    }
    let population = match integer(&a) {
        Ok(count) if count <= 0 => {
            return Err(Fault::value_error("a must be greater than 0 unless no samples are taken"));
        }
        Ok(count) => counting(ctx, super::arguments::side(count)?)?,
        Err(_) => super::operand::array(ctx, &a)?,
    };
    if population.ndim() != 1 {
        return Err(Fault::value_error("a must be 1-dimensional"));
    }
    if population.size() == 0 {
        return Err(Fault::value_error("'a' cannot be empty unless no samples are taken"));
    }
    Ok(population)
}

/// Running sums of probabilities.
pub(super) fn cumulated(ctx: &mut Ctx, p: &Value, count: usize) -> PyResult<Lane<f64>> {
    let mut sums: Lane<f64> = super::operand::array(ctx, p)?.lane(ctx)?;
    if sums.len() != count {
        return Err(Fault::value_error("'a' and 'p' must have same size"));
    }
    if sums.iter().any(|share| *share < 0.0) {
        return Err(Fault::value_error("probabilities are not non-negative"));
    }
    let mut sum = 0.0;
    sums.iter_mut().for_each(|share| {
        sum += *share;
        *share = sum;
    });
    if (sum - 1.0).abs() > 1.5e-8 {
        return Err(Fault::value_error("probabilities do not sum to 1"));
    }
    sums.iter_mut().for_each(|share| *share /= sum);
    Ok(sums)
}

/// Exchanges elements of a list, or rows of an array, with those that `draw` names.
pub(super) fn swap_rows(ctx: &mut Ctx, value: &Value, mut draw: impl FnMut(u64) -> u64) -> PyResult<()> {
    let count = match value {
        Value::List(list) => list.0.borrow().len(),
        value => match super::methods::object(value, "shuffle")?.array.shape.first() {
            Some(side) => *side,
            None => return Err(Fault::new(ExcKind::TypeError, "len() of unsized object")),
        },
    };
    ctx.burn(count as u64 * 2 + 1)?;
    for last in (1..count).rev() {
        let other = draw(last as u64) as usize;
        match value {
            Value::List(list) => list.0.borrow_mut().swap(last, other),
            value => {
                let array = &super::methods::object(value, "shuffle")?.array;
                let row = |at: usize| super::join::part(array, 0, at, at + 1);
                if array.ndim() == 1 {
                    let (a, b) = (row(last), row(other));
                    let (x, y): (Num, Num) = (a.first(), b.first());
                    array.touch();
                    let mut data = array.buffer.data.borrow_mut();
                    data.set(a.offset, y);
                    data.set(b.offset, x);
                } else if last != other {
                    let held = row(last).copied(ctx)?;
                    row(last).copy_from(ctx, &row(other))?;
                    row(other).copy_from(ctx, &held)?;
                }
            }
        }
    }
    Ok(())
}

/// What `permutation` is about to shuffle: the numbers below a count, or a copy of an array.
pub(super) fn permuted(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [x] = args.exactly("permutation")?;
    let array = match integer(&x) {
        Ok(count) => counting(ctx, super::arguments::side(count)?)?,
        Err(_) => super::from_value::array(ctx, &x, None)?,
    };
    array.object(ctx)
}
