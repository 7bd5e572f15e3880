//! Builtin functions that give iterators, and `sorted`.

use super::integer;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::iter::Iter;
use crate::eval::value::{IterObject, Value};

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "iter", call: iter },
    NativeFn { name: "next", call: next },
    NativeFn { name: "enumerate", call: enumerate },
    NativeFn { name: "zip", call: zip },
    NativeFn { name: "map", call: map },
    NativeFn { name: "filter", call: filter },
    NativeFn { name: "reversed", call: reversed },
    NativeFn { name: "sorted", call: sorted },
];

impl Ctx {
    /// An iterator object of the given kind, charged for the values it holds.
    pub(crate) fn iterator(&self, iter: Iter, held: usize) -> PyResult<Value> {
        let bytes = held * size_of::<Value>();
        Ok(Value::Iter(self.heap.alloc(IterObject(iter.into()), bytes)?))
    }
}

fn iter(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [object, sentinel] = args.between("iter", 1)?;
    let object = object.unwrap_or(Value::None);
    match sentinel {
        Some(sentinel) => ctx.iterator(Iter::Until { function: object, sentinel }, 0),
        None => ctx.iter(&object),
    }
}

fn next(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [iterator, default] = args.between("next", 1)?;
    let iterator = iterator.unwrap_or(Value::None);
    let item = ctx.next(&iterator)?;
    match item.or(default) {
        Some(item) => Ok(item),
        None => Err(ctx.stop_iteration(&iterator)?),
    }
}

fn enumerate(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    if args.positional.is_empty() && args.keyword.is_empty() {
        return Err(Fault::type_error("enumerate() missing required argument 'iterable'"));
    }
    let [iterable, start] = args.bind("enumerate", ["iterable", "start"], 1)?;
    let source = ctx.iter(&iterable.unwrap_or(Value::None))?;
    let index = start.map_or(Ok(0), |start| integer(&start))?;
    ctx.iterator(Iter::Enumerate { source, index }, 0)
}

fn zip(ctx: &mut Ctx, mut args: Args) -> PyResult<Value> {
    let strict = match args.take_keyword("strict") {
        Some(strict) => ctx.truthy(&strict)?,
        None => false,
    };
    args.no_keywords("zip")?;
    let sources = args.positional.iter().map(|a| ctx.iter(a)).collect::<PyResult<Vec<_>>>()?;
    let held = sources.len();
    ctx.iterator(Iter::Zip { sources, strict }, held)
}

fn map(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    args.no_keywords("map")?;
    let [function, iterables @ ..] = &args.positional[..] else {
        return Err(Fault::type_error("map() must have at least two arguments."));
    };
    if iterables.is_empty() {
        return Err(Fault::type_error("map() must have at least two arguments."));
    }
    let sources = iterables.iter().map(|a| ctx.iter(a)).collect::<PyResult<Vec<_>>>()?;
    let held = sources.len();
    ctx.iterator(Iter::Map { function: function.clone(), sources }, held)
}

fn filter(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [function, iterable] = args.exactly("filter")?;
    let source = ctx.iter(&iterable)?;
    ctx.iterator(Iter::Filter { function, source }, 0)
}

fn reversed(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [sequence] = args.exactly("reversed")?;
    match &sequence {
        Value::List(list) => {
            let left = list.0.borrow().len();
            return ctx.iterator(Iter::ListReversed { list: list.clone(), left }, 0);
        }
        Value::Range(range) => {
            let len = range.count();
            if len == 0 {
                return ctx.iterator(Iter::Empty, 0);
            }
            let reversed = crate::eval::value::Range {
                start: range.get(len - 1),
                stop: range.start.wrapping_sub(range.step),
                step: -range.step,
            };
            return ctx.iterator(Iter::Range { range: reversed, index: 0, len }, 0);
        }
        Value::Tuple(_) | Value::Str(_) | Value::Dict(_) => {}
        Value::Host(_) if super::Bytes::of(&sequence).is_some() => {}
        Value::Iter(_) => {
            if super::viewed(&sequence).is_none() {
                return Err(Fault::type_error(format!(
                    "'{}' object is not reversible",
                    sequence.type_name()
                )));
            }
        }
        Value::Instance(_) => {
            if let Some(iterator) = ctx.special(&sequence, "__reversed__")? {
                return Ok(iterator);
            }
            if let Some(base) = crate::eval::instance::base_of(&sequence) {
                return reversed(ctx, Args::new(vec![base.clone()]));
            }
            if let (Some(len), Value::Instance(instance)) = (ctx.special(&sequence, "__len__")?, &sequence)
                && instance.class.find("__getitem__").is_some()
            {
                let mut items = Vec::new();
                for index in (0..integer(&len)?).rev() {
                    ctx.burn(1)?;
                    items.push(ctx.get_item(&sequence, &Value::Int(index))?);
                }
                let items = ctx.list(items)?;
                return ctx.iter(&items);
            }
            return Err(Fault::type_error(format!("'{}' object is not reversible", sequence.type_name())));
        }
        other => {
            return Err(Fault::type_error(format!("'{}' object is not reversible", other.type_name())));
        }
    }
    let mut items = ctx.collect(&sequence)?;
    items.reverse();
    let held = items.len();
    ctx.iterator(Iter::Values { items: items.into_iter() }, held)
}

fn sorted(ctx: &mut Ctx, mut args: Args) -> PyResult<Value> {
    let key = args.take_keyword("key");
    let reverse = args.take_keyword("reverse");
    super::sort::no_other_keywords(&args)?;
    let [iterable] = args.between("sorted", 1)?;
    let items = ctx.collect(&iterable.unwrap_or(Value::None))?;
    let items = super::sort::sort(ctx, items, key, reverse)?;
    ctx.list(items)
}
