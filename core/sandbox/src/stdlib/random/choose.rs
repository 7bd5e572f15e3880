//! Random elements of sequences.

use super::RandomState;
use crate::builtins::{integer, real};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::BinaryOp;
use crate::eval::value::Value;
use crate::stdlib::precise;

pub(super) fn call(ctx: &mut Ctx, state: &RandomState, name: &str, args: Args) -> PyResult<Value> {
    match name {
        "choice" => {
            let [sequence] = args.bind("choice", ["seq"], 1)?;
            let items = sequence_items(ctx, &sequence.unwrap_or(Value::None))?;
            if items.is_empty() {
                return Err(Fault::new(ExcKind::IndexError, "Cannot choose from an empty sequence"));
            }
            let index = state.below(items.len());
            Ok(items[index].clone())
        }
        "choices" => choices(ctx, state, args),
        "shuffle" => {
            let [list] = args.bind("shuffle", ["x"], 1)?;
            let list = list.unwrap_or(Value::None);
            let len = crate::builtins::length(ctx, &list)?;
            ctx.burn(len as u64)?;
            if let Value::List(list) = &list {
                let mut items = list.0.borrow_mut();
                for i in (1..items.len()).rev() {
                    let j = state.below(i + 1);
                    items.swap(i, j);
                }
                return Ok(Value::None);
            }
            for i in (1..len).rev() {
                let (i, j) = (Value::Int(i as i64), Value::Int(state.below(i + 1) as i64));
                let (a, b) = (ctx.get_item(&list, &i)?, ctx.get_item(&list, &j)?);
                ctx.set_item(&list, &i, b)?;
                ctx.set_item(&list, &j, a)?;
            }
            Ok(Value::None)
        }
        _ => sample(ctx, state, args),
    }
}

fn sequence_items(ctx: &mut Ctx, sequence: &Value) -> PyResult<Vec<Value>> {
    match sequence {
        Value::Dict(_) | Value::Set(_) | Value::Iter(_) => {
            Err(Fault::type_error(format!("'{}' object is not subscriptable", sequence.type_name())))
        }
        other => ctx.collect(other),
    }
}

fn choices(ctx: &mut Ctx, state: &RandomState, args: Args) -> PyResult<Value> {
    let [population, weights, cumulative, count] =
        args.bind("choices", ["population", "weights", "cum_weights", "k"], 1)?;
    let items = sequence_items(ctx, &population.unwrap_or(Value::None))?;
    let count = crate::builtins::size(count.map_or(Ok(1), |v| integer(&v))?);
    ctx.burn(count as u64)?;
    let charge = ctx.charge(count.saturating_mul(size_of::<Value>()))?;
    let mut sums = Vec::new();
    let weights = weights.filter(|w| !w.is_none()).map(|w| (w, false));
    let cumulative = cumulative.filter(|w| !w.is_none()).map(|w| (w, true));
    if weights.is_some() && cumulative.is_some() {
        return Err(Fault::type_error("Cannot specify both weights and cumulative weights"));
    }
    if let Some((weights, cumulative)) = weights.or(cumulative) {
        let mut sum = Value::Int(0);
        for weight in ctx.collect(&weights)? {
            sum = if cumulative { weight } else { ctx.binary(BinaryOp::Add, &sum, &weight)? };
            sums.push(real(ctx, &sum)?);
        }
        if sums.len() != items.len() {
            return Err(Fault::value_error("The number of weights does not match the population"));
        }
        if sums.last().is_some_and(|total| *total <= 0.0) {
            return Err(Fault::value_error("Total of weights must be greater than zero"));
        }
        if sums.last().is_some_and(|total| !total.is_finite()) {
            return Err(Fault::value_error("Total of weights must be finite"));
        }
    }
    if items.is_empty() && count > 0 {
        return Err(Fault::new(ExcKind::IndexError, "list index out of range"));
    }
    let total = sums.last().copied().unwrap_or(0.0);
    let mut chosen = Vec::with_capacity(count);
    for _ in 0..count {
        let u = state.float();
        let index = if sums.is_empty() {
            (u * items.len() as f64) as usize
        } else {
            sums.partition_point(|sum| *sum <= u * total)
        };
        chosen.push(items[index.min(items.len() - 1)].clone());
    }
    drop(charge);
    ctx.list(chosen)
}

/// The population repeated by its counts.
fn repeated(ctx: &mut Ctx, pool: &[Value], counts: &Value) -> PyResult<Vec<Value>> {
    let counts = ctx.collect(counts)?;
    if counts.len() != pool.len() {
        return Err(Fault::value_error("The number of counts does not match the population"));
    }
    let charge = ctx.charge(0)?;
    let mut all = Vec::new();
    for (item, count) in pool.iter().zip(&counts) {
        let count = integer(count)?;
        if count < 0 {
            return Err(Fault::value_error("Counts must be non-negative"));
        }
        ctx.burn(count as u64)?;
        charge.grow_to((all.len().saturating_add(count as usize)).saturating_mul(size_of::<Value>()))?;
        all.extend(std::iter::repeat_n(item.clone(), count as usize));
    }
    Ok(all)
}

fn sample(ctx: &mut Ctx, state: &RandomState, mut args: Args) -> PyResult<Value> {
    let counts = args.take_keyword("counts").filter(|counts| !counts.is_none());
    let [population, count] = args.bind("sample", ["population", "k"], 2)?;
    let population = population.unwrap_or(Value::None);
    let count = integer(&count.unwrap_or(Value::None))?;
    if matches!(population, Value::Dict(_) | Value::Set(_) | Value::Iter(_)) {
        return Err(Fault::type_error("Population must be a sequence.  For dicts or sets, use sorted(d)."));
    }
    let size_error = || Fault::value_error("Sample larger than population or is negative");
    let mut limit: i64 = 21;
    if count > 5 {
        // CPython chooses between a pool and a set by this size.
        let power = libm::ceil(precise::log(count as f64 * 3.0) / precise::log(4.0));
        limit += libm::pow(4.0, power.min(30.0)) as i64;
    }
    let within = |n: i64| Some(count).filter(|k| (0..=n).contains(k)).ok_or_else(size_error);
    if let (Value::Range(range), None) = (&population, &counts)
        && range.count() > limit
    {
        let indices = distinct(ctx, state, range.count(), within(range.count())?)?;
        return ctx.list(indices.into_iter().map(|index| Value::Int(range.get(index))).collect());
    }
    let mut pool = ctx.collect(&population)?;
    if let Some(counts) = counts {
        pool = repeated(ctx, &pool, &counts)?;
    }
    let n = pool.len();
    let count = within(n as i64)?;
    ctx.burn(n as u64)?;
    let mut chosen = Vec::with_capacity(count as usize);
    if n as i64 <= limit {
        for i in 0..count as usize {
            let j = state.below(n - i);
            chosen.push(pool[j].clone());
            pool[j] = pool[n - i - 1].clone();
        }
    } else {
        chosen.extend(
            distinct(ctx, state, n as i64, count)?.into_iter().map(|index| pool[index as usize].clone()),
        );
    }
    ctx.list(chosen)
}

/// Different indices below `n`, of which far fewer than `n` are wanted.
fn distinct(ctx: &mut Ctx, state: &RandomState, n: i64, count: i64) -> PyResult<Vec<i64>> {
    ctx.burn((count as u64).saturating_mul(2))?;
    let count = count as usize;
    drop(ctx.charge(count.saturating_mul(64))?);
    let mut taken = std::collections::HashSet::new();
    let mut chosen = Vec::with_capacity(count);
    for _ in 0..count {
        let mut index = state.below_wide(n);
        while !taken.insert(index) {
            index = state.below_wide(n);
        }
        chosen.push(index);
    }
    Ok(chosen)
}
