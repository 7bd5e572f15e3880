//! Sorting: stable, by `<` alone, and safe against comparisons that raise or lie.

use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// Sorts items by a key function, in Python's order.
pub(super) fn sort(
    ctx: &mut Ctx,
    items: Vec<Value>,
    key: Option<Value>,
    reverse: Option<Value>,
) -> PyResult<Vec<Value>> {
    let reverse = match reverse {
        Some(reverse) => ctx.truthy(&reverse)?,
        None => false,
    };
    let charge = ctx.charge(items.len() * 2 * size_of::<(Value, Value)>())?;
    let key = key.filter(|k| !k.is_none());
    let mut pairs = Vec::with_capacity(items.len());
    for item in items {
        let rank = match &key {
            Some(key) => ctx.call_with(key, vec![item.clone()])?,
            None => item.clone(),
        };
        pairs.push((rank, item));
    }
    // Equal items keep their order when reversed, too: reverse, sort, reverse.
    if reverse {
        pairs.reverse();
    }
    let mut pairs = merge_sort(ctx, pairs)?;
    if reverse {
        pairs.reverse();
    }
    drop(charge);
    Ok(pairs.into_iter().map(|(_, item)| item).collect())
}

type Pair = (Value, Value);

fn merge_sort(ctx: &mut Ctx, mut items: Vec<Pair>) -> PyResult<Vec<Pair>> {
    let mut width = 1;
    while width < items.len() {
        let mut merged = Vec::with_capacity(items.len());
        let mut rest = items.into_iter();
        loop {
            let left: Vec<Pair> = rest.by_ref().take(width).collect();
            let right: Vec<Pair> = rest.by_ref().take(width).collect();
            if left.is_empty() {
                break;
            }
            merge(ctx, left, right, &mut merged)?;
        }
        items = merged;
        width *= 2;
    }
    Ok(items)
}

fn merge(ctx: &mut Ctx, left: Vec<Pair>, right: Vec<Pair>, into: &mut Vec<Pair>) -> PyResult<()> {
    let mut left = left.into_iter().peekable();
    let mut right = right.into_iter().peekable();
    ctx.burn((left.len() + right.len()) as u64)?;
    while let (Some(l), Some(r)) = (left.peek(), right.peek()) {
        let take_right = ctx.less(&r.0, &l.0)?;
        into.extend(if take_right { right.next() } else { left.next() });
    }
    into.extend(left);
    into.extend(right);
    Ok(())
}

/// Raises if there are keyword arguments besides `key` and `reverse`.
pub(super) fn no_other_keywords(args: &Args) -> PyResult<()> {
    match args.keyword.first() {
        Some((name, _)) => {
            let name = &***name;
            Err(Fault::type_error(format!("'{name}' is an invalid keyword argument for sort()")))
        }
        None => Ok(()),
    }
}
