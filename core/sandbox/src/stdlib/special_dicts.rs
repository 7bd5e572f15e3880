//! `defaultdict`, `OrderedDict` and `Counter`.

use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::dict::Dict;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::heap::Gc;
use crate::eval::host::{BinaryOp, NativeFn, NativeType};
use crate::eval::sequence::snapshot;
use crate::eval::value::{DictKind, DictObject, Value};

pub(super) static DEFAULT_DICT: NativeType = NativeType {
    name: "collections.defaultdict",
    call: Some(default_dict),
    is_instance: |value| matches!(value, Value::Dict(dict) if dict.is_default()),
    attrs: &[],
};

pub(super) static ORDERED_DICT: NativeType = NativeType {
    name: "collections.OrderedDict",
    call: Some(|ctx, args| {
        let value = ctx.dict(Dict::default())?;
        ordered(ctx, &value, args)?;
        Ok(value)
    }),
    is_instance: |value| matches!(value, Value::Dict(dict) if dict.is_ordered()),
    attrs: &[NativeFn {
        name: "fromkeys",
        call: |ctx, args| {
            let [keys, value] = args.between("fromkeys", 1)?;
            let dict = ctx.dict(Dict::default())?;
            ordered(ctx, &dict, Args::default())?;
            if let Value::Dict(inner) = &dict {
                for key in ctx.collect(&keys.unwrap_or(Value::None))? {
                    ctx.dict_insert(inner, &key, value.clone().unwrap_or(Value::None))?;
                }
            }
            Ok(dict)
        },
    }],
};

/// Fills an `OrderedDict`.
fn ordered(ctx: &mut Ctx, value: &Value, args: Args) -> PyResult<()> {
    let Value::Dict(dict) = value else { return Ok(()) };
    dict.set_kind(DictKind::Ordered);
    if args.positional.len() > 1 {
        let given = args.positional.len();
        return Err(Fault::type_error(format!("expected at most 1 argument, got {given}")));
    }
    if let Some(source) = args.positional.first() {
        ctx.dict_merge(dict, source)?;
    }
    for (name, item) in args.keyword {
        ctx.dict_insert(dict, &Value::Str(name), item)?;
    }
    Ok(())
}

/// The class of a special dictionary.
pub(crate) fn dict_class(dict: &DictObject) -> Option<&'static NativeType> {
    match dict.kind() {
        DictKind::Plain => None,
        DictKind::Default(_) => Some(&DEFAULT_DICT),
        DictKind::Counter => Some(&COUNTER),
        DictKind::Ordered => Some(&ORDERED_DICT),
    }
}

pub(super) static COUNTER: NativeType = NativeType {
    name: "collections.Counter",
    call: Some(counter),
    is_instance: |value| matches!(value, Value::Dict(dict) if dict.is_counter()),
    attrs: &[],
};

fn default_dict(ctx: &mut Ctx, mut args: Args) -> PyResult<Value> {
    let factory = if args.positional.is_empty() { Value::None } else { args.positional.remove(0) };
    let callable = match &factory {
        Value::Instance(instance) => instance.class.find("__call__").is_some(),
        Value::Int(_) | Value::Float(_) | Value::Str(_) | Value::List(_) | Value::Dict(_) => false,
        _ => true,
    };
    if !callable {
        return Err(Fault::type_error("first argument must be callable or None"));
    }
    let value = ctx.dict(Dict::default())?;
    if let Value::Dict(dict) = &value {
        if let Some(source) = args.positional.first() {
            ctx.dict_merge(dict, source)?;
        }
        for (name, item) in args.keyword {
            ctx.dict_insert(dict, &Value::Str(name), item)?;
        }
        dict.set_default(factory);
    }
    Ok(value)
}

fn counter(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let value = ctx.dict(Dict::default())?;
    if let Value::Dict(dict) = &value {
        dict.set_kind(DictKind::Counter);
        if let Some(source) = args.positional.first() {
            ctx.count_items(dict, source, BinaryOp::Add)?;
        }
        for (name, item) in args.keyword {
            ctx.dict_insert(dict, &Value::Str(name), item)?;
        }
    }
    Ok(value)
}

/// `a OP b` of two counters, which keeps positive counts only.
pub(crate) fn counter_binary(
    ctx: &mut Ctx,
    op: BinaryOp,
    a: &Gc<DictObject>,
    b: &Gc<DictObject>,
) -> PyResult<Option<Value>> {
    if !matches!(op, BinaryOp::Add | BinaryOp::Sub | BinaryOp::And | BinaryOp::Or) {
        return Ok(None);
    }
    let result = ctx.dict(Dict::default())?;
    let Value::Dict(counts) = &result else { return Ok(None) };
    counts.set_kind(DictKind::Counter);
    let (left, right) = (snapshot(a), snapshot(b));
    for key in left.keys().chain(right.keys().filter(|key| !left.contains_key(*key))) {
        ctx.burn(2)?;
        let zero = Value::Int(0);
        let (x, y) = (left.get(key).unwrap_or(&zero), right.get(key).unwrap_or(&zero));
        let count = match op {
            BinaryOp::And => {
                if ctx.less(y, x)? {
                    y.clone()
                } else {
                    x.clone()
                }
            }
            BinaryOp::Or => {
                if ctx.less(x, y)? {
                    y.clone()
                } else {
                    x.clone()
                }
            }
            _ => ctx.binary(op, x, y)?,
        };
        if ctx.less(&zero, &count)? {
            ctx.dict_insert(counts, key.value(), count)?;
        }
    }
    Ok(Some(result))
}

impl Ctx {
    /// Adds the items of an iterable, or the counts of a mapping, to a `Counter`.
    pub(crate) fn count_items(
        &mut self,
        dict: &Gc<DictObject>,
        source: &Value,
        op: BinaryOp,
    ) -> PyResult<()> {
        let pairs: Vec<(Value, Value)> = match source {
            Value::Dict(other) => {
                other.0.borrow().iter().map(|(key, count)| (key.value().clone(), count.clone())).collect()
            }
            other => self.collect(other)?.into_iter().map(|item| (item, Value::Int(1))).collect(),
        };
        for (item, count) in pairs {
            let key = self.key(&item)?;
            let held = dict.0.borrow().get(&key).cloned().unwrap_or(Value::Int(0));
            let sum = self.binary(op, &held, &count)?;
            self.dict_insert(dict, &item, sum)?;
        }
        Ok(())
    }
}
