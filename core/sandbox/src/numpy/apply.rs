//! Functions of the script applied to arrays: `vectorize`, `apply_along_axis`, `fromfunction`.

use super::array::Array;
use super::shape::permuted;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::function::Builtin;
use crate::eval::host::NativeFn;
use crate::eval::value::Value;

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "vectorize", call: vectorize },
    NativeFn { name: "apply_along_axis", call: apply_along_axis },
    NativeFn { name: "fromfunction", call: from_function },
    NativeFn { name: "fromiter", call: from_iter },
];

/// What `np.vectorize(function)` gives: closed over the function, which comes first.
static VECTORIZED: NativeFn = NativeFn {
    name: "vectorize",
    call: |ctx, mut args| {
        if args.positional.is_empty() {
            return Err(Fault::type_error("vectorize() missing its function"));
        }
        let function = args.positional.remove(0);
        // Vectorized functions of vectorized functions use native stack.
        ctx.enter()?;
        let result = vectorized(ctx, &function, args);
        ctx.leave();
        result
    },
};

fn vectorized(ctx: &mut Ctx, function: &Value, args: Args) -> PyResult<Value> {
    args.no_keywords("vectorize")?;
    let mut arrays = Vec::new();
    for value in &args.positional {
        arrays.push(super::operand::array(ctx, value)?);
    }
    let shapes: Vec<&[usize]> = arrays.iter().map(|array| &array.shape[..]).collect();
    let shape = super::array::broadcast_shape(ctx, &shapes)?;
    let count = super::array::count(ctx, &shape)?;
    if count == 0 {
        return Err(Fault::value_error("cannot call `vectorize` on size 0 inputs unless `otypes` is set"));
    }
    let mut columns = Vec::new();
    for array in &arrays {
        let stretched = array.broadcast(&shape).unwrap_or_else(|| array.clone());
        let flat = super::shape::flat(ctx, &stretched)?;
        columns.push(flat.object(ctx)?);
    }
    let held = ctx.charge(count.saturating_mul(size_of::<Value>()))?;
    let mut results = Vec::with_capacity(count);
    for index in 0..count {
        let mut arguments = Vec::with_capacity(columns.len());
        for column in &columns {
            arguments.push(ctx.get_item(column, &Value::Int(index as i64))?);
        }
        ctx.burn(1)?;
        results.push(ctx.call_with(function, arguments)?);
    }
    drop(held);
    let list = ctx.list(results)?;
    let made = super::from_value::array(ctx, &list, None)?;
    let sides: Vec<i64> = shape.iter().map(|side| *side as i64).collect();
    super::shape::reshaped(ctx, &made, &sides)?.object(ctx)
}

fn vectorize(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [function, _, _] = args.bind("vectorize", ["pyfunc", "otypes", "doc"], 1)?;
    ctx.builtin(Builtin::Closure(&VECTORIZED, function.unwrap_or(Value::None)))
}

fn apply_along_axis(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [function, axis, array] = args.bind("apply_along_axis", ["func1d", "axis", "arr"], 3)?;
    let function = function.unwrap_or(Value::None);
    let array = super::arguments::array(ctx, array)?;
    let axis = super::arguments::one_axis(axis, 0, array.ndim())?;
    let mut order: Vec<usize> = (0..array.ndim()).filter(|other| *other != axis).collect();
    let outer: Vec<i64> = order.iter().map(|axis| array.shape[*axis] as i64).collect();
    order.push(axis);
    let length = array.shape[axis] as i64;
    let rows = super::shape::reshaped(ctx, &permuted(&array, &order), &[outer.iter().product(), length])?;
    let rows = rows.object(ctx)?;
    let mut results = Vec::new();
    for row in ctx.collect(&rows)? {
        ctx.enter()?;
        let result = ctx.call_with(&function, vec![row]);
        ctx.leave();
        results.push(super::operand::array(ctx, &result?)?);
    }
    let stacked: Array = super::join::stacked(ctx, &results, 0)?;
    let inner = stacked.shape[1..].to_vec();
    let sides: Vec<i64> = outer.iter().copied().chain(inner.iter().map(|side| *side as i64)).collect();
    let made = super::shape::reshaped(ctx, &stacked, &sides)?;
    // What the function gave stands where the axis was.
    let mut back: Vec<usize> = (0..outer.len()).collect();
    for (index, from) in (outer.len()..made.ndim()).enumerate() {
        back.insert(axis + index, from);
    }
    permuted(&made, &back).object(ctx)
}

fn from_function(ctx: &mut Ctx, mut args: Args) -> PyResult<Value> {
    let dtype = super::dtype::DType::given(args.take_keyword("dtype").as_ref())?
        .unwrap_or(super::dtype::DType::Float64);
    let [function, shape] = args.bind("fromfunction", ["function", "shape"], 2)?;
    let sides = super::arguments::shape(ctx, &shape.unwrap_or(Value::None))?;
    let grids = super::range::index_grids(ctx, &sides, dtype)?;
    let mut arguments = Vec::new();
    for grid in grids {
        arguments.push(grid.object(ctx)?);
    }
    ctx.enter()?;
    let result = ctx.call_with(&function.unwrap_or(Value::None), arguments);
    ctx.leave();
    result
}

fn from_iter(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [iterable, dtype, _] = args.bind("fromiter", ["iter", "dtype", "count"], 2)?;
    let dtype = super::dtype::DType::of(&dtype.unwrap_or(Value::None))?;
    let items = ctx.collect(&iterable.unwrap_or(Value::None))?;
    let list = ctx.list(items)?;
    super::from_value::array(ctx, &list, Some(dtype))?.object(ctx)
}
