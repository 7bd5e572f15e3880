//! Borders around arrays, and the joiners `np.r_` and `np.c_`.

use super::arguments::array;
use super::array::Array;
use super::fill::Source;
use super::join::{joined, part};
use crate::builtins::integer;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::{Host, NativeFn};
use crate::eval::value::Value;

pub(super) static ALL: &[NativeFn] = &[NativeFn { name: "pad", call: pad }];

/// Elements before and after, for each axis.
fn widths(ctx: &mut Ctx, value: &Value, ndim: usize) -> PyResult<Vec<[usize; 2]>> {
    let wide = |value: &Value| -> PyResult<usize> {
        let width = integer(value)?;
        if width < 0 {
            return Err(Fault::value_error("index can't contain negative values"));
        }
        super::arguments::side(width)
    };
    let is_sequence = |value: &Value| matches!(value, Value::List(_) | Value::Tuple(_) | Value::Host(_));
    if !is_sequence(value) || integer(value).is_ok() {
        let width = wide(value)?;
        return Ok(vec![[width, width]; ndim]);
    }
    let items = ctx.collect(value)?;
    let mut pairs = Vec::new();
    for item in &items {
        if is_sequence(item) && integer(item).is_err() {
            match ctx.collect(item)?.as_slice() {
                [both] => pairs.push([wide(both)?; 2]),
                [before, after] => pairs.push([wide(before)?, wide(after)?]),
                _ => return Err(Fault::value_error("pad_width must be pairs of integers")),
            }
        }
    }
    match (pairs.as_slice(), items.as_slice()) {
        ([], [both]) => Ok(vec![[wide(both)?; 2]; ndim]),
        ([], [before, after]) => Ok(vec![[wide(before)?, wide(after)?]; ndim]),
        ([pair], _) => Ok(vec![*pair; ndim]),
        (pairs, _) if pairs.len() == ndim => Ok(pairs.to_vec()),
        _ => Err(Fault::value_error(format!(
            "operands could not be broadcast together with remapped shapes [original->remapped]: ({},2) and \
             requested shape ({ndim},2)",
            pairs.len().max(items.len())
        ))),
    }
}

fn pad(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, width, mode, constant] =
        args.bind("pad", ["array", "pad_width", "mode", "constant_values"], 2)?;
    let a = array(ctx, a)?;
    let widths = widths(ctx, &width.unwrap_or(Value::None), a.ndim())?;
    let mode = mode.as_ref().and_then(Value::as_str).unwrap_or("constant").to_owned();
    if !matches!(&*mode, "constant" | "edge" | "reflect" | "symmetric" | "wrap") {
        return Err(Fault::not_provided(format!("numpy.pad(mode='{mode}')")));
    }
    if mode != "constant" && a.size() == 0 {
        return Err(Fault::value_error(
            "can't extend empty axis using modes other than 'constant' or 'empty'",
        ));
    }
    if mode == "constant" {
        let sides: Vec<usize> = a
            .shape
            .iter()
            .zip(&widths)
            .map(|(side, [before, after])| side.saturating_add(*before).saturating_add(*after))
            .collect();
        let out = Array::zeros(ctx, a.dtype, &sides)?;
        if let Some(constant) = constant {
            let source = Source::of(ctx, &constant, a.dtype)?;
            if matches!(source, Source::Array(_)) {
                return Err(Fault::not_provided("numpy.pad with several constant_values"));
            }
            out.assign(ctx, source)?;
        }
        let mut middle = out.clone();
        for (axis, [before, _]) in widths.iter().enumerate() {
            middle = part(&middle, axis, *before, before + a.shape[axis]);
        }
        middle.copy_from(ctx, &a)?;
        return out.object(ctx);
    }
    let mut out = a;
    for (axis, [before, after]) in widths.iter().enumerate() {
        let side = out.shape[axis] as i64;
        let total =
            super::arguments::side(side.saturating_add(*before as i64).saturating_add(*after as i64))?;
        let mut sides = out.shape.clone();
        sides[axis] = total;
        super::array::count(ctx, &sides)?;
        let next = Array::zeros(ctx, out.dtype, &sides)?;
        for at in 0..total {
            let from = mirrored(at as i64 - *before as i64, side, &mode);
            ctx.burn(2)?;
            part(&next, axis, at, at + 1).copy_from(ctx, &part(&out, axis, from, from + 1))?;
        }
        out = next;
    }
    out.object(ctx)
}

/// The element that stands at a place outside.
fn mirrored(at: i64, side: i64, mode: &str) -> usize {
    let from = match mode {
        "edge" => at.clamp(0, side - 1),
        "wrap" => at.rem_euclid(side),
        "symmetric" => {
            let at = at.rem_euclid(2 * side);
            if at < side { at } else { 2 * side - 1 - at }
        }
        _ if side == 1 => 0,
        _ => {
            let at = at.rem_euclid(2 * side - 2);
            if at < side { at } else { 2 * side - 2 - at }
        }
    };
    from as usize
}

/// `np.r_` and `np.c_`, for arrays and numbers.
pub(super) struct RowJoiner {
    /// Whether the arrays become columns.
    pub columns: bool,
}

impl Host for RowJoiner {
    fn type_name(&self) -> &'static str {
        if self.columns { "CClass" } else { "RClass" }
    }

    fn get_item(&self, ctx: &mut Ctx, key: &Value) -> PyResult<Value> {
        let items = match key {
            Value::Tuple(tuple) => tuple.0.to_vec(),
            single => vec![single.clone()],
        };
        let mut arrays = Vec::new();
        for item in &items {
            if matches!(item, Value::Slice(_) | Value::Str(_)) {
                return Err(Fault::not_provided("np.r_ with slices or texts"));
            }
            let mut array = super::operand::array(ctx, item)?;
            if array.shape.is_empty() {
                array.shape.push(1);
                array.strides.push(0);
            }
            if self.columns && array.ndim() == 1 {
                array.shape.push(1);
                array.strides.push(0);
            }
            arrays.push(array);
        }
        let axis = if self.columns { arrays.first().map_or(0, |a| a.ndim() - 1) } else { 0 };
        joined(ctx, &arrays, axis)?.object(ctx)
    }
}
