//! Samples and the bins that they are counted in.

use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::numbers;
use crate::mpl::statistics::BinRule;

/// Most bins.
const MOST: usize = 100_000;

/// Samples of one histogram with their weights.
pub(super) struct Sample {
    pub values: Vec<f64>,
    pub weights: Option<Vec<f64>>,
}

/// Rows of numbers: one, or one for each item of a list of rows, or for each column of a table.
pub(super) fn samples(ctx: &mut Ctx, value: &Value) -> PyResult<Vec<Vec<f64>>> {
    let rows = match value {
        Value::List(_) | Value::Tuple(_) => ctx.collect(value)?,
        _ => {
            let (shape, flat) = crate::mpl::arguments::shaped(ctx, value)?;
            if let [rows, columns] = shape[..] {
                ctx.burn(flat.len() as u64)?;
                return Ok((0..columns)
                    .map(|c| (0..rows).map(|r| flat[r * columns + c]).collect())
                    .collect());
            }
            return Ok(vec![flat]);
        }
    };
    let nested = rows.iter().any(|row| match row {
        Value::List(_) | Value::Tuple(_) => true,
        Value::Host(host) => host.len().is_some(),
        _ => false,
    });
    if !nested {
        return Ok(vec![numbers(ctx, value)?]);
    }
    rows.iter().map(|row| numbers(ctx, row)).collect()
}

fn finite(values: &[f64]) -> Vec<f64> {
    let mut sorted: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
    sorted.sort_by(f64::total_cmp);
    sorted
}

/// The edges of bins.
pub(super) fn edges(
    ctx: &mut Ctx,
    values: &[f64],
    bins: Option<Value>,
    range: Option<Value>,
    whole: bool,
) -> PyResult<Vec<f64>> {
    ctx.burn(values.len() as u64 * 20 + 10)?;
    let _charge = ctx.charge(values.len().saturating_mul(8))?;
    let sorted = finite(values);
    let (mut low, mut high) = match range {
        Some(range) => <[f64; 2]>::try_from(numbers(ctx, &range)?)
            .map(|[low, high]| (low, high))
            .map_err(|_| Fault::value_error("range must be a pair of numbers"))?,
        None => match (sorted.first(), sorted.last()) {
            (Some(low), Some(high)) => (*low, *high),
            _ => (0.0, 1.0),
        },
    };
    if !(low.is_finite() && high.is_finite() && low <= high) {
        return Err(Fault::value_error("max must be larger than min in range parameter."));
    }
    let inside: Vec<f64> = sorted.into_iter().filter(|value| (low..=high).contains(value)).collect();
    if low == high {
        (low, high) = (low - 0.5, high + 0.5);
    }
    let count = match bins {
        None => ctx.plots.rc.number("hist.bins").max(1.0) as usize,
        Some(Value::Str(name)) => {
            let Some(rule) = BinRule::named(&name) else {
                return Err(Fault::value_error(format!("'{}' is not a valid estimator for `bins`", &**name)));
            };
            match rule.bins(&inside, low, high, whole) {
                Some(count) => count,
                None => return Err(Fault::not_provided("bins='stone'")),
            }
        }
        Some(value @ (Value::List(_) | Value::Tuple(_))) => return given_edges(ctx, &value),
        Some(value) => match crate::builtins::integer(&value) {
            Ok(count) if count >= 1 => count as usize,
            Ok(_) => return Err(Fault::value_error("`bins` must be positive, when an integer")),
            Err(_) => return given_edges(ctx, &value),
        },
    };
    if count > MOST {
        return Err(Fault::value_error(format!("too many bins: {count}")));
    }
    let step = (high - low) / count as f64;
    Ok((0..=count).map(|index| if index == count { high } else { low + index as f64 * step }).collect())
}

fn given_edges(ctx: &mut Ctx, value: &Value) -> PyResult<Vec<f64>> {
    let edges = numbers(ctx, value)?;
    if edges.windows(2).any(|pair| pair[0].is_nan() || pair[0] > pair[1]) || edges.len() < 2 {
        return Err(Fault::value_error("`bins` must increase monotonically, when an array"));
    }
    Ok(edges)
}

/// How much falls into each bin; the last one holds its upper edge, too.
pub(super) fn counts(ctx: &mut Ctx, sample: &Sample, edges: &[f64]) -> PyResult<Vec<f64>> {
    ctx.burn(sample.values.len() as u64 * 2 + edges.len() as u64)?;
    let bins = edges.len() - 1;
    let mut counts = vec![0.0; bins];
    for (index, value) in sample.values.iter().enumerate() {
        let after = edges.partition_point(|edge| edge <= value);
        let at = if after == edges.len() && edges.last() == Some(value) { bins } else { after };
        if (1..=bins).contains(&at) {
            counts[at - 1] += sample.weights.as_ref().map_or(1.0, |weights| weights[index]);
        }
    }
    Ok(counts)
}
