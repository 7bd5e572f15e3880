//! Methods of sets.

use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::dict::Set;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::heap::Gc;
use crate::eval::sequence::SetOp;
use crate::eval::value::{SetObject, Value};

pub(super) const METHODS: &[&str] = &[
    "add",
    "remove",
    "discard",
    "pop",
    "clear",
    "copy",
    "update",
    "union",
    "intersection",
    "difference",
    "symmetric_difference",
    "issubset",
    "issuperset",
    "isdisjoint",
    "difference_update",
    "intersection_update",
    "symmetric_difference_update",
];

/// Calls a method; gives the arguments back if there is none of this name.
pub(super) fn call(
    ctx: &mut Ctx,
    set: &Gc<SetObject>,
    name: &str,
    args: Args,
) -> PyResult<Result<Value, Args>> {
    let changes = matches!(
        name,
        "add"
            | "remove"
            | "discard"
            | "pop"
            | "clear"
            | "update"
            | "difference_update"
            | "intersection_update"
            | "symmetric_difference_update"
    );
    if set.frozen && changes {
        return Err(Fault::no_attribute("frozenset", name));
    }
    let value = match name {
        "add" => {
            let [item] = args.exactly("add")?;
            ctx.set_add(set, &item)?;
            Value::None
        }
        "remove" | "discard" => {
            let [item] = args.exactly(name)?;
            ctx.burn(set.items.borrow().len() as u64 / 8)?;
            let key = ctx.key(&item)?;
            let removed = set.items.borrow_mut().remove(&key);
            if removed.is_none() && name == "remove" {
                return Err(Fault::key_error(&item));
            }
            Value::None
        }
        "pop" => {
            ctx.burn(set.items.borrow().len() as u64 / 8)?;
            let first = set.items.borrow_mut().pop();
            match first {
                Some(key) => key.into_value(),
                None => return Err(Fault::new(ExcKind::KeyError, "pop from an empty set")),
            }
        }
        "clear" => {
            let items = std::mem::take(&mut *set.items.borrow_mut());
            drop(items);
            Value::None
        }
        "copy" => {
            let items = set.items.borrow().clone();
            ctx.set_operation(SetOp::Union, &items, &Set::default(), set.frozen)?
        }
        "update" => {
            for iterable in &args.positional {
                if let Value::Set(other) = crate::eval::instance::plain(iterable) {
                    let other = other.items.borrow().clone();
                    ctx.set_merge(set, &other)?;
                    continue;
                }
                for item in ctx.collect(iterable)? {
                    ctx.set_add(set, &item)?;
                }
            }
            Value::None
        }
        "union" | "intersection" | "difference" | "symmetric_difference" => {
            let op = match name {
                "union" => SetOp::Union,
                "intersection" => SetOp::Intersection,
                "difference" => SetOp::Difference,
                _ => SetOp::Symmetric,
            };
            combine(ctx, set, op, &args)?
        }
        "difference_update" | "symmetric_difference_update" => {
            for other in &args.positional {
                let other = ctx.collect(other)?;
                let Value::Set(other) = ctx.set(other, false)? else { continue };
                let other = other.items.borrow().clone();
                let bytes = (set.items.borrow().len() + other.len()) * 64;
                set.charge.grow_to(bytes)?;
                match name {
                    "difference_update" => set.items.borrow_mut().subtract(&other),
                    _ => set.items.borrow_mut().toggle(&other),
                }
            }
            Value::None
        }
        "intersection_update" => {
            let op = SetOp::Intersection;
            if let Value::Set(result) = combine(ctx, set, op, &args)? {
                let items = result.items.take();
                let old = std::mem::replace(&mut *set.items.borrow_mut(), items);
                drop(old);
            }
            Value::None
        }
        "issubset" | "issuperset" | "isdisjoint" => {
            let [other] = args.exactly(name)?;
            let items = ctx.collect(&other)?;
            let Value::Set(other) = ctx.set(items, false)? else { return Ok(Ok(Value::None)) };
            let (a, b) = (set.items.borrow(), other.items.borrow());
            ctx.burn((a.len() + b.len()) as u64)?;
            Value::Bool(match name {
                "issubset" => a.iter().all(|key| b.contains(key)),
                "issuperset" => b.iter().all(|key| a.contains(key)),
                _ => !a.iter().any(|key| b.contains(key)),
            })
        }
        _ => return Ok(Err(args)),
    };
    Ok(Ok(value))
}

fn combine(ctx: &mut Ctx, set: &Gc<SetObject>, op: SetOp, args: &Args) -> PyResult<Value> {
    let items = set.items.borrow().clone();
    let mut result = ctx.set_operation(SetOp::Union, &items, &Set::default(), set.frozen)?;
    for other in &args.positional {
        let other = match crate::eval::instance::plain(other) {
            other @ Value::Set(_) => other.clone(),
            other => {
                let other = ctx.collect(other)?;
                if matches!(op, SetOp::Union)
                    && let Value::Set(result) = &result
                {
                    other.iter().try_for_each(|item| ctx.set_add(result, item))?;
                    continue;
                }
                ctx.set(other, false)?
            }
        };
        if let (Value::Set(a), Value::Set(b)) = (&result, &other) {
            let (a, b) = (a.items.borrow().clone(), b.items.borrow().clone());
            result = ctx.set_operation(op, &a, &b, set.frozen)?;
        }
    }
    Ok(result)
}
