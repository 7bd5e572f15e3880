//! Builtin functions that reduce an iterable to one value.

use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::{BinaryOp, NativeFn};
use crate::eval::value::Value;

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "sum", call: sum },
    NativeFn { name: "min", call: |ctx, args| extreme(ctx, args, "min", false) },
    NativeFn { name: "max", call: |ctx, args| extreme(ctx, args, "max", true) },
    NativeFn { name: "any", call: |ctx, args| quantify(ctx, args, "any", true) },
    NativeFn { name: "all", call: |ctx, args| quantify(ctx, args, "all", false) },
];

fn sum(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    if args.positional.is_empty() {
        return Err(Fault::type_error("sum() takes at least 1 positional argument (0 given)"));
    }
    let [iterable, start] = args.bind("sum", ["iterable", "start"], 1)?;
    let mut total = start.unwrap_or(Value::Int(0));
    if matches!(total, Value::Str(_)) {
        return Err(Fault::type_error("sum() can't sum strings [use ''.join(seq) instead]"));
    }
    let iterator = ctx.iter(&iterable.unwrap_or(Value::None))?;
    // CPython adds floats with a correction (Neumaier), so that 0.1 * 10 gives 1.0.
    let mut correction = 0.0;
    let mut corrected = false;
    while let Some(item) = ctx.next(&iterator)? {
        match (&total, &item) {
            (Value::Float(sum), Value::Float(_)) => {
                let (sum, x) = (*sum, item.as_f64().unwrap_or(0.0));
                let next = sum + x;
                if sum.abs() >= x.abs() {
                    correction += (sum - next) + x;
                } else {
                    correction += (x - next) + sum;
                }
                corrected = true;
                total = Value::Float(next);
            }
            // Integers are added without one.
            _ => total = ctx.binary(BinaryOp::Add, &total, &item)?,
        }
    }
    if let (Value::Float(sum), true) = (&total, corrected)
        && (sum + correction).is_finite()
    {
        total = Value::Float(sum + correction);
    }
    Ok(total)
}

fn extreme(ctx: &mut Ctx, mut args: Args, name: &str, largest: bool) -> PyResult<Value> {
    let key = args.take_keyword("key").filter(|k| !k.is_none());
    let default = args.take_keyword("default");
    args.no_keywords(name)?;
    let items = match &args.positional[..] {
        [] => return Err(Fault::type_error(format!("{name} expected at least 1 argument, got 0"))),
        [iterable] => ctx.collect(iterable)?,
        several => several.to_vec(),
    };
    let mut best: Option<(Value, Value)> = None;
    for item in items {
        let rank = match &key {
            Some(key) => ctx.call_with(key, vec![item.clone()])?,
            None => item.clone(),
        };
        let better = match &best {
            None => true,
            Some((_, held)) if largest => ctx.less(held, &rank)?,
            Some((_, held)) => ctx.less(&rank, held)?,
        };
        if better {
            best = Some((item, rank));
        }
    }
    match (best, default) {
        (Some((item, _)), _) => Ok(item),
        (None, Some(default)) => Ok(default),
        (None, None) => Err(Fault::value_error(format!("{name}() iterable argument is empty"))),
    }
}

fn quantify(ctx: &mut Ctx, args: Args, name: &str, wanted: bool) -> PyResult<Value> {
    let [iterable] = args.exactly(name)?;
    let iterator = ctx.iter(&iterable)?;
    while let Some(item) = ctx.next(&iterator)? {
        if ctx.truthy(&item)? == wanted {
            return Ok(Value::Bool(wanted));
        }
    }
    Ok(Value::Bool(!wanted))
}
