//! What is written in Python itself: functions of `numpy` that drawings seldom need, compiled when one of
//! them is first named.

use std::rc::Rc;

use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::host::NativeFn;
use crate::eval::value::Value;

/// A name of `numpy` or `numpy.linalg` that is not built in.
pub(crate) fn name_of(ctx: &mut Ctx, module: &str, name: &str) -> PyResult<Option<Value>> {
    let sources: &[&'static str] = match module {
        "numpy" => &["numpy_functions", "numpy_products"],
        "numpy.linalg" => &["numpy_linalg"],
        _ => return Ok(None),
    };
    // While the library itself is made it finds only what is built in.
    if name.starts_with('_')
        || name == "of_function"
        || ctx.building.is_some_and(|own| sources.contains(&own))
    {
        return Ok(None);
    }
    for source in sources {
        if let Some(value) = exported(ctx, source, name)? {
            return Ok(Some(value));
        }
    }
    Ok(None)
}

fn exported(ctx: &mut Ctx, source: &str, name: &str) -> PyResult<Option<Value>> {
    match ctx.import_module(source)? {
        Value::Module(module) => Ok(module.get(name)),
        _ => Ok(None),
    }
}

/// `np.add.at`, `np.maximum.reduce` and the like; `None` if the function has no such methods.
pub(crate) fn method_of(ctx: &mut Ctx, function: &'static NativeFn, name: &str) -> PyResult<Option<Value>> {
    if !super::ufuncs::ALL.iter().any(|own| own.name == function.name) {
        return Ok(None);
    }
    let Some(maker) = exported(ctx, "numpy_functions", "of_function")? else { return Ok(None) };
    let name = ctx.str(name)?;
    ctx.call_with(&maker, vec![Value::Native(function), name]).map(Some)
}

/// Whether two arrays look at one buffer.
pub(super) fn shares_memory(_: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, b, ..] = args.bind("shares_memory", ["a", "b", "max_work"], 2)?;
    let buffer = |value: Option<Value>| {
        value.and_then(|value| value.host::<super::NdArray>().map(|array| array.array.buffer.clone()))
    };
    Ok(Value::Bool(match (buffer(a), buffer(b)) {
        (Some(a), Some(b)) => Rc::ptr_eq(&a, &b),
        _ => false,
    }))
}

/// `numpy.lib` and its modules.
pub(super) fn lib(ctx: &mut Ctx) -> PyResult<Value> {
    let mut contents = Vec::new();
    if let Some(view) = exported(ctx, "numpy_functions", "sliding_window_view")? {
        contents.push(("sliding_window_view", view));
    }
    let tricks = ctx.new_module("numpy.lib.stride_tricks", contents)?;
    ctx.new_module("numpy.lib", [("stride_tricks", tricks)])
}
