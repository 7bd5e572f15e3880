//! Methods of lists and tuples.

use super::integer;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::heap::Gc;
use crate::eval::value::{List, Value};

pub(super) const METHODS: &[&str] =
    &["append", "extend", "insert", "pop", "remove", "clear", "copy", "reverse", "sort", "index", "count"];
pub(super) const TUPLE_METHODS: &[&str] = &["index", "count"];

/// Calls a method; gives the arguments back if there is none of this name.
pub(super) fn call(ctx: &mut Ctx, list: &Gc<List>, name: &str, args: Args) -> PyResult<Result<Value, Args>> {
    let value = match name {
        "append" => {
            let [item] = args.exactly("list.append")?;
            ctx.list_push(list, item)?;
            Value::None
        }
        "extend" => {
            let [iterable] = args.exactly("list.extend")?;
            ctx.list_extend(list, &iterable)?;
            Value::None
        }
        "insert" => {
            let parts: [Option<Value>; 2] = args.between("insert", 2)?;
            let [index, item] = parts.map(|part| part.unwrap_or(Value::None));
            let index = integer(&index)?;
            let len = list.0.borrow().len();
            let at = if index < 0 { (index + len as i64).max(0) as usize } else { (index as usize).min(len) };
            ctx.burn((len - at) as u64 / 8)?;
            list.charge.grow_to((len + 1) * size_of::<Value>())?;
            list.0.borrow_mut().insert(at, item);
            Value::None
        }
        "pop" => {
            let [index] = args.between("pop", 0)?;
            let len = list.0.borrow().len();
            if len == 0 {
                return Err(Fault::new(ExcKind::IndexError, "pop from empty list"));
            }
            let at = match index {
                Some(index) => ctx.index(&index, len, "pop").map_err(|fault| {
                    if fault.is(ExcKind::IndexError) {
                        Fault::new(ExcKind::IndexError, "pop index out of range")
                    } else {
                        fault
                    }
                })?,
                None => len - 1,
            };
            ctx.burn((len - at) as u64 / 8)?;
            list.0.borrow_mut().remove(at)
        }
        "remove" => {
            let [item] = args.exactly("list.remove")?;
            let items = list.0.borrow().clone();
            ctx.burn(items.len() as u64 / 8)?;
            for (index, other) in items.iter().enumerate() {
                ctx.burn(1)?;
                if ctx.same_or_equal(other, &item)? {
                    let mut items = list.0.borrow_mut();
                    let removed = (index < items.len()).then(|| items.remove(index));
                    drop(items);
                    drop(removed);
                    return Ok(Ok(Value::None));
                }
            }
            return Err(Fault::value_error("list.remove(x): x not in list"));
        }
        "clear" => {
            let items = std::mem::take(&mut *list.0.borrow_mut());
            drop(items);
            Value::None
        }
        "copy" => {
            let [] = args.exactly("copy")?;
            let charge = ctx.charge(list.0.borrow().len() * size_of::<Value>())?;
            let items = list.0.borrow().clone();
            drop(charge);
            ctx.burn(items.len() as u64)?;
            ctx.list(items)?
        }
        "reverse" => {
            ctx.burn(list.0.borrow().len() as u64)?;
            list.0.borrow_mut().reverse();
            Value::None
        }
        "sort" => {
            let mut args = args;
            let key = args.take_keyword("key");
            let reverse = args.take_keyword("reverse");
            if !args.positional.is_empty() {
                return Err(Fault::type_error("sort() takes no positional arguments"));
            }
            super::sort::no_other_keywords(&args)?;
            let items = list.0.borrow().clone();
            let sorted = super::sort::sort(ctx, items, key, reverse)?;
            let old = std::mem::replace(&mut *list.0.borrow_mut(), sorted);
            drop(old);
            Value::None
        }
        "index" | "count" => {
            let items = list.0.borrow().clone();
            search(ctx, &items, name, "list", args)?
        }
        _ => return Ok(Err(args)),
    };
    Ok(Ok(value))
}

/// `index` and `count` of any sequence.
pub(super) fn search(ctx: &mut Ctx, items: &[Value], name: &str, kind: &str, args: Args) -> PyResult<Value> {
    let [item, start, stop] = args.between(name, 1)?;
    let item = item.unwrap_or(Value::None);
    let bound = |value: Option<Value>, default: usize| -> PyResult<usize> {
        let Some(value) = value else { return Ok(default) };
        let index = integer(&value)?;
        let index = if index < 0 { index + items.len() as i64 } else { index };
        Ok((index.max(0) as usize).min(items.len()))
    };
    let (start, stop) = (bound(start, 0)?, bound(stop, items.len())?);
    let mut count = 0;
    for (index, other) in items.iter().enumerate().take(stop).skip(start) {
        ctx.burn(1)?;
        if ctx.same_or_equal(other, &item)? {
            if name == "index" {
                return Ok(Value::Int(index as i64));
            }
            count += 1;
        }
    }
    if name == "index" {
        let shown = ctx.repr(&item)?;
        return Err(Fault::value_error(match kind {
            "tuple" => "tuple.index(x): x not in tuple".to_owned(),
            _ => format!("{shown} is not in {kind}"),
        }));
    }
    Ok(Value::Int(count))
}
