//! Methods of dictionaries.

use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::dict::Key;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::heap::Gc;
use crate::eval::iter::{Iter, ViewKind};
use crate::eval::value::{DictObject, Value};

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
];

/// Calls a method; gives the arguments back if there is none of this name.
pub(super) fn call(
    ctx: &mut Ctx,
    dict: &Gc<DictObject>,
    name: &str,
    args: Args,
) -> PyResult<Result<Value, Args>> {
    let value = match name {
        "get" => {
            let [key, default] = args.between("get", 1)?;
            let key = Key::new(&key.unwrap_or(Value::None))?;
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
            let removed = dict.0.borrow_mut().shift_remove(&Key::new(&key)?);
            removed.or(default).ok_or_else(|| Fault::key_error(&key))?
        }
        "popitem" => match dict.0.borrow_mut().pop() {
            Some((key, value)) => ctx.tuple(vec![key.into_value(), value])?,
            None => return Err(Fault::new(ExcKind::KeyError, "popitem(): dictionary is empty")),
        },
        "setdefault" => {
            let [key, default] = args.between("setdefault", 1)?;
            let key = key.unwrap_or(Value::None);
            let found = dict.0.borrow().get(&Key::new(&key)?).cloned();
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
            for source in &args.positional {
                if dict.is_counter() {
                    ctx.count_items(dict, source)?;
                } else {
                    ctx.dict_merge(dict, source, false)?;
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
                copy.set_factory(dict.factory());
            }
            copy
        }
        "clear" => {
            let items = std::mem::take(&mut *dict.0.borrow_mut());
            drop(items);
            Value::None
        }
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

fn view(ctx: &Ctx, dict: &Gc<DictObject>, kind: ViewKind) -> PyResult<Value> {
    ctx.iterator(Iter::View { dict: dict.clone(), kind }, 0)
}

/// `Counter.most_common`.
fn most_common(ctx: &mut Ctx, dict: &Gc<DictObject>, args: Args) -> PyResult<Value> {
    let [count] = args.between("most_common", 0)?;
    let mut pairs: Vec<(Value, Value)> =
        dict.0.borrow().iter().map(|(key, count)| (key.value().clone(), count.clone())).collect();
    ctx.burn(pairs.len() as u64 * 8)?;
    pairs.sort_by_key(|(_, count)| std::cmp::Reverse(count.as_i64().unwrap_or(0)));
    if let Some(count) = count.filter(|c| !c.is_none()) {
        pairs.truncate(super::integer(&count)?.max(0) as usize);
    }
    let pairs =
        pairs.into_iter().map(|(key, count)| ctx.tuple(vec![key, count])).collect::<PyResult<Vec<_>>>()?;
    ctx.list(pairs)
}
