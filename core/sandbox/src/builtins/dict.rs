//! Methods of dictionaries.

use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::dict::Key;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::heap::Gc;
use crate::eval::host::BinaryOp;
use crate::eval::iter::{Iter, ViewKind};
use crate::eval::sequence::snapshot;
use crate::eval::value::{DictObject, Value};

/// Methods of plain dictionaries.
pub(super) const PLAIN_METHODS: &[&str] = &[
    "get",
    "keys",
    "values",
    "items",
    "pop",
    "popitem",
    "setdefault",
    "update",
    "copy",
    "clear",
    "fromkeys",
];

/// Methods of the special dictionaries, those of plain ones first.
pub(super) const METHODS: &[&str] = &[
    "get",
    "keys",
    "values",
    "items",
    "pop",
    "popitem",
    "setdefault",
    "update",
    "copy",
    "clear",
    "fromkeys",
    "most_common",
    "elements",
    "total",
    "subtract",
    "move_to_end",
];

/// Calls a method; gives the arguments back if there is none of this name.
pub(super) fn call(
    ctx: &mut Ctx,
    dict: &Gc<DictObject>,
    name: &str,
    args: Args,
) -> PyResult<Result<Value, Args>> {
    if !dict.is_counter() && !dict.is_ordered() && !PLAIN_METHODS.contains(&name) {
        return Ok(Err(args));
    }
    let value = match name {
        "get" => {
            let [key, default] = args.between("get", 1)?;
            let key = ctx.key(&key.unwrap_or(Value::None))?;
            let found = dict.0.borrow().get(&key).cloned();
            found.or(default).unwrap_or(Value::None)
        }
        "keys" => view(ctx, dict, ViewKind::Keys)?,
        "values" => view(ctx, dict, ViewKind::Values)?,
        "items" => view(ctx, dict, ViewKind::Items)?,
        "pop" => {
            let [key, default] = args.between("pop", 1)?;
            let key = key.unwrap_or(Value::None);
            ctx.burn(dict.0.borrow().len() as u64 / 8)?;
            let place = ctx.key(&key)?;
            let removed = dict.0.borrow_mut().shift_remove(&place);
            removed.or(default).ok_or_else(|| Fault::key_error(&key))?
        }
        "popitem" => match pop_item(ctx, dict, args)? {
            Some((key, value)) => ctx.tuple(vec![key.into_value(), value])?,
            None => return Err(Fault::new(ExcKind::KeyError, "popitem(): dictionary is empty")),
        },
        "setdefault" => {
            let [key, default] = args.between("setdefault", 1)?;
            let key = key.unwrap_or(Value::None);
            let place = ctx.key(&key)?;
            let found = dict.0.borrow().get(&place).cloned();
            match found {
                Some(value) => value,
                None => {
                    let default = default.unwrap_or(Value::None);
                    ctx.dict_insert(dict, &key, default.clone())?;
                    default
                }
            }
        }
        "update" => {
            if args.positional.len() > 1 {
                let given = args.positional.len();
                return Err(Fault::type_error(format!("update expected at most 1 argument, got {given}")));
            }
            for source in &args.positional {
                if dict.is_counter() {
                    ctx.count_items(dict, source, BinaryOp::Add)?;
                } else {
                    ctx.dict_merge(dict, source)?;
                }
            }
            for (name, value) in args.keyword {
                ctx.dict_insert(dict, &Value::Str(name), value)?;
            }
            Value::None
        }
        "copy" => {
            let charge = ctx.charge(dict.0.borrow().len() * 64)?;
            let copy = dict.0.borrow().clone();
            drop(charge);
            ctx.burn(copy.len() as u64)?;
            let copy = ctx.dict(copy)?;
            if let Value::Dict(copy) = &copy {
                copy.set_kind(dict.kind());
            }
            copy
        }
        "clear" => {
            let items = std::mem::take(&mut *dict.0.borrow_mut());
            drop(items);
            Value::None
        }
        "subtract" => {
            for source in &args.positional {
                ctx.count_items(dict, source, BinaryOp::Sub)?;
            }
            Value::None
        }
        "total" => {
            let mut total = Value::Int(0);
            for count in snapshot(dict).values() {
                total = ctx.binary(BinaryOp::Add, &total, count)?;
            }
            total
        }
        "move_to_end" => move_to_end(ctx, dict, args)?,
        "most_common" => most_common(ctx, dict, args)?,
        "elements" => {
            let mut items = Vec::new();
            let counts = dict.0.borrow().clone();
            for (key, count) in counts {
                for _ in 0..count.as_i64().unwrap_or(0) {
                    ctx.burn(2)?;
                    items.push(key.value().clone());
                }
            }
            ctx.list(items)?
        }
        _ => return Ok(Err(args)),
    };
    Ok(Ok(value))
}

/// Removes the last item; the first with `last=False`, as an `OrderedDict` can.
fn pop_item(ctx: &mut Ctx, dict: &Gc<DictObject>, args: Args) -> PyResult<Option<(Key, Value)>> {
    if !dict.is_ordered() {
        let [] = args.exactly("dict.popitem")?;
        return Ok(dict.0.borrow_mut().pop());
    }
    let [last] = args.bind("popitem", ["last"], 0)?;
    if last.map_or(Ok(true), |last| ctx.truthy(&last))? {
        return Ok(dict.0.borrow_mut().pop());
    }
    ctx.burn(dict.0.borrow().len() as u64 / 8)?;
    Ok(dict.0.borrow_mut().shift_remove_index(0))
}

/// `OrderedDict.move_to_end`.
fn move_to_end(ctx: &mut Ctx, dict: &Gc<DictObject>, args: Args) -> PyResult<Value> {
    let [key, last] = args.bind("move_to_end", ["key", "last"], 1)?;
    let key = key.unwrap_or(Value::None);
    let last = last.map_or(Ok(true), |last| ctx.truthy(&last))?;
    let place = ctx.key(&key)?;
    ctx.burn(dict.0.borrow().len() as u64 / 8)?;
    let mut items = dict.0.borrow_mut();
    let from = items.get_index_of(&place).ok_or_else(|| Fault::key_error(&key))?;
    let to = if last { items.len() - 1 } else { 0 };
    items.move_index(from, to);
    Ok(Value::None)
}

fn view(ctx: &Ctx, dict: &Gc<DictObject>, kind: ViewKind) -> PyResult<Value> {
    ctx.iterator(Iter::View { dict: dict.clone(), kind }, 0)
}

/// `Counter.most_common`.
fn most_common(ctx: &mut Ctx, dict: &Gc<DictObject>, args: Args) -> PyResult<Value> {
    let [count] = args.between("most_common", 0)?;
    let mut pairs: Vec<(Value, Value)> =
        dict.0.borrow().iter().map(|(key, count)| (key.value().clone(), count.clone())).collect();
    ctx.burn(pairs.len() as u64 * 8)?;
    let number = |pair: &(Value, Value)| pair.1.as_i64().unwrap_or(0);
    crate::sorting::sort_by(&mut pairs, |a, b| number(b).cmp(&number(a)));
    if let Some(count) = count.filter(|c| !c.is_none()) {
        pairs.truncate(super::integer(&count)?.max(0) as usize);
    }
    let pairs =
        pairs.into_iter().map(|(key, count)| ctx.tuple(vec![key, count])).collect::<PyResult<Vec<_>>>()?;
    ctx.list(pairs)
}
