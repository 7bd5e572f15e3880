//! Counting numbers in bins.

use super::arguments::{array, flag, given};
use super::array::{Array, Lane};
use super::dtype::DType;
use crate::builtins::{integer, real};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;

pub(super) static ALL: &[NativeFn] =
    &[NativeFn { name: "histogram", call: histogram }, NativeFn { name: "bincount", call: bincount }];

fn edges(
    ctx: &mut Ctx,
    values: &Lane<f64>,
    bins: Option<Value>,
    range: Option<Value>,
) -> PyResult<Lane<f64>> {
    let bins = given(bins).unwrap_or(Value::Int(10));
    if matches!(bins, Value::Str(_)) {
        return Err(Fault::not_provided("numpy.histogram(bins='...')"));
    }
    let Ok(count) = integer(&bins) else {
        let edges: Lane<f64> = super::operand::array(ctx, &bins)?.lane(ctx)?;
        if edges.windows(2).any(|pair| pair[0] > pair[1]) {
            return Err(Fault::value_error("`bins` must increase monotonically, when an array"));
        }
        return Ok(edges);
    };
    if count < 1 {
        return Err(Fault::value_error("`bins` must be positive, when an integer"));
    }
    let (mut low, mut high) = match given(range) {
        Some(range) => match ctx.collect(&range)?.as_slice() {
            [low, high] => (real(ctx, low)?, real(ctx, high)?),
            _ => return Err(Fault::value_error("range must be a pair of numbers")),
        },
        None if values.is_empty() => (0.0, 1.0),
        None => {
            let low = values.iter().copied().fold(f64::INFINITY, f64::min);
            (low, values.iter().copied().fold(f64::NEG_INFINITY, f64::max))
        }
    };
    if !low.is_finite() || !high.is_finite() || low > high {
        return Err(Fault::value_error(format!("supplied range of [{low}, {high}] is not finite")));
    }
    if low == high {
        (low, high) = (low - 0.5, high + 0.5);
    }
    let count = super::arguments::side(count)?;
    super::array::count(ctx, &[count])?;
    let mut edges: Lane<f64> = Lane::zeros(ctx, count + 1)?;
    let step = (high - low) / count as f64;
    for (index, edge) in edges.iter_mut().enumerate() {
        *edge = if index == count { high } else { index as f64 * step + low };
    }
    Ok(edges)
}

fn histogram(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, bins, range, density, weights] =
        args.bind("histogram", ["a", "bins", "range", "density", "weights"], 1)?;
    let values: Lane<f64> = array(ctx, a)?.lane(ctx)?;
    let weights: Option<Lane<f64>> = match given(weights) {
        Some(weights) => Some(super::operand::array(ctx, &weights)?.lane(ctx)?),
        None => None,
    };
    if weights.as_ref().is_some_and(|w| w.len() != values.len()) {
        return Err(Fault::value_error("weights should have the same shape as a."));
    }
    let own = match &bins {
        Some(bins @ (Value::List(_) | Value::Tuple(_) | Value::Host(_))) if integer(bins).is_err() => {
            Some(super::operand::array(ctx, bins)?)
        }
        _ => None,
    };
    let edges = edges(ctx, &values, bins, range)?;
    let bins = edges.len().saturating_sub(1);
    ctx.burn(values.len() as u64 * 2 + 1)?;
    let mut counts: Lane<f64> = Lane::zeros(ctx, bins)?;
    for (index, value) in values.iter().enumerate() {
        let after = edges.partition_point(|edge| edge <= value);
        // The last bin holds its upper edge, too.
        let at = if after == edges.len() && edges.last() == Some(value) { bins } else { after };
        if (1..=bins).contains(&at) {
            counts[at - 1] += weights.as_ref().map_or(1.0, |w| w[index]);
        }
    }
    let mut dtype = if weights.is_some() { DType::Float64 } else { DType::Int64 };
    if flag(ctx, density, false)? {
        let total: f64 = counts.iter().sum();
        for (index, count) in counts.iter_mut().enumerate() {
            *count = *count / (edges[index + 1] - edges[index]) / total;
        }
        dtype = DType::Float64;
    }
    let counts = Array::from_lane(ctx, dtype, &[bins], &counts)?.object(ctx)?;
    let edges = match own {
        Some(edges) => edges,
        None => Array::from_lane(ctx, DType::Float64, &[edges.len()], &edges)?,
    };
    let edges = edges.object(ctx)?;
    ctx.tuple(vec![counts, edges])
}

fn bincount(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [x, weights, least] = args.bind("bincount", ["x", "weights", "minlength"], 1)?;
    let x = array(ctx, x)?;
    if x.dtype.is_float() && x.size() > 0 {
        return Err(Fault::type_error(
            "Cannot cast array data from dtype('float64') to dtype('int64') according to the rule 'safe'",
        ));
    }
    let values: Lane<i64> = x.lane(ctx)?;
    if values.iter().any(|value| *value < 0) {
        return Err(Fault::value_error("'list' argument must have no negative elements"));
    }
    let least = given(least).map_or(Ok(0), |least| integer(&least))?;
    let most = values.iter().copied().max().map_or(0, |most| most.saturating_add(1));
    let count = super::arguments::side(most.max(least))?;
    super::array::count(ctx, &[count])?;
    let weights: Option<Lane<f64>> = match given(weights) {
        Some(weights) => Some(super::operand::array(ctx, &weights)?.lane(ctx)?),
        None => None,
    };
    if weights.as_ref().is_some_and(|w| w.len() != values.len()) {
        return Err(Fault::value_error("The weights and list don't have the same length."));
    }
    let mut counts: Lane<f64> = Lane::zeros(ctx, count)?;
    for (index, value) in values.iter().enumerate() {
        counts[*value as usize] += weights.as_ref().map_or(1.0, |w| w[index]);
    }
    let dtype = if weights.is_some() { DType::Float64 } else { DType::Int64 };
    Array::from_lane(ctx, dtype, &[count], &counts)?.object(ctx)
}
