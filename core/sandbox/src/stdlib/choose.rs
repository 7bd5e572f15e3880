//! `product`, `permutations` and `combinations` of `itertools`.

use crate::builtins::integer;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::iter::Iter;
use crate::eval::iter_choose::{Chooser, Kind};
use crate::eval::value::Value;

/// Pools that a product can have; each is a place of every item.
const MAX_POOLS: i64 = 1 << 16;

pub(super) static FUNCTIONS: &[NativeFn] = &[
    NativeFn { name: "product", call: product },
    NativeFn { name: "permutations", call: permutations },
    NativeFn { name: "combinations", call: |ctx, args| combinations(ctx, args, Kind::Combinations) },
    NativeFn {
        name: "combinations_with_replacement",
        call: |ctx, args| combinations(ctx, args, Kind::WithReplacement),
    },
];

fn iterator(ctx: &mut Ctx, kind: Kind, pools: Vec<Vec<Value>>, count: usize) -> PyResult<Value> {
    let held: usize = pools.iter().map(Vec::len).sum();
    drop(ctx.charge(held.saturating_add(count).saturating_mul(32))?);
    ctx.burn(count as u64)?;
    let chooser = Chooser::new(kind, pools, count);
    ctx.iterator(Iter::Choose(Box::new(chooser)), held + 2 * count.min(held + 1))
}

fn product(ctx: &mut Ctx, mut args: Args) -> PyResult<Value> {
    let repeat = args.take_keyword("repeat").map_or(Ok(1), |repeat| integer(&repeat))?;
    args.no_keywords("product")?;
    if repeat < 0 {
        return Err(Fault::value_error("repeat argument cannot be negative"));
    }
    let mut once = Vec::new();
    for iterable in &args.positional {
        once.push(ctx.collect(iterable)?);
    }
    if repeat.saturating_mul(once.len() as i64) > MAX_POOLS {
        return Err(Fault::new(crate::eval::exception::ExcKind::OverflowError, "repeat argument too large"));
    }
    let bytes = once.iter().map(Vec::len).sum::<usize>().saturating_mul(16 * repeat as usize);
    let charge = ctx.charge(bytes)?;
    let mut pools = Vec::new();
    for _ in 0..repeat {
        ctx.burn(once.iter().map(Vec::len).sum::<usize>() as u64)?;
        pools.extend(once.iter().cloned());
    }
    drop(charge);
    let count = pools.len();
    iterator(ctx, Kind::Product, pools, count)
}

fn length(value: &Value) -> PyResult<usize> {
    usize::try_from(integer(value)?).map_err(|_| Fault::value_error("r must be non-negative"))
}

fn permutations(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [iterable, count] = args.bind("permutations", ["iterable", "r"], 1)?;
    let pool = ctx.collect(&iterable.unwrap_or(Value::None))?;
    let count = match count.filter(|count| !count.is_none()) {
        Some(count) => length(&count)?,
        None => pool.len(),
    };
    iterator(ctx, Kind::Permutations, vec![pool], count)
}

fn combinations(ctx: &mut Ctx, args: Args, kind: Kind) -> PyResult<Value> {
    let name = if kind == Kind::Combinations { "combinations" } else { "combinations_with_replacement" };
    let [iterable, count] = args.bind(name, ["iterable", "r"], 2)?;
    let pool = ctx.collect(&iterable.unwrap_or(Value::None))?;
    let count = length(&count.unwrap_or(Value::None))?;
    if kind == Kind::WithReplacement && count as i64 > MAX_POOLS {
        return Err(Fault::new(crate::eval::exception::ExcKind::OverflowError, "r is too large"));
    }
    iterator(ctx, kind, vec![pool], count)
}
