//! Moving pixels as they are: `flip`, `rotate`, `split`, `merge`, `copyMakeBorder` and their like.

use super::arguments::Call;
use super::arrays::{self, Array, sides};
use super::fault::{assertion, bad_argument};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::imgproc::Border;
use crate::numpy::inherit;
use crate::raster::{Transform, Transpose};

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "flip", call: flip },
    NativeFn { name: "rotate", call: rotate },
    NativeFn { name: "transpose", call: transpose },
    NativeFn { name: "split", call: split },
    NativeFn { name: "merge", call: merge },
    NativeFn { name: "extractChannel", call: extract_channel },
    NativeFn { name: "hconcat", call: |ctx, args| concat(ctx, args, "hconcat", 1) },
    NativeFn { name: "vconcat", call: |ctx, args| concat(ctx, args, "vconcat", 0) },
    NativeFn { name: "repeat", call: repeat },
    NativeFn { name: "copyMakeBorder", call: copy_make_border },
];

/// A view with one axis running backwards.
fn reversed(array: &Array, axis: usize) -> Array {
    let mut view = array.clone();
    if let (Some(side), Some(stride)) = (view.shape.get(axis), view.strides.get_mut(axis)) {
        view.offset = view.offset.wrapping_add_signed(*stride * (*side as isize - 1).max(0));
        *stride = -*stride;
    }
    view
}

/// An array as at least rows and columns, without a third side of 1.
fn plane(array: &Array, function: &str) -> PyResult<Array> {
    sides(array, function)?;
    let mut view = array.clone();
    while view.shape.len() < 2 {
        view.shape.push(1);
        view.strides.push(1);
    }
    if view.shape.len() == 3 && view.shape[2] == 1 {
        view.shape.pop();
        view.strides.pop();
    }
    if view.size() == 0 {
        return Err(assertion(function, "!src.empty()"));
    }
    Ok(view)
}

fn swapped(mut array: Array) -> Array {
    array.shape.swap(0, 1);
    array.strides.swap(0, 1);
    array
}

fn flip(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("flip", args, ["src", "flipCode", "dst"], 2)?;
    let src = plane(&call.matrix(ctx, 0)?, call.function)?;
    let (view, turn) = match call.int(1, 0)? {
        0 => (reversed(&src, 0), Transpose::FlipTopBottom),
        code if code > 0 => (reversed(&src, 1), Transpose::FlipLeftRight),
        _ => (reversed(&reversed(&src, 0), 1), Transpose::Rotate180),
    };
    let result = view.copied(ctx)?;
    inherit(ctx, &src, &result, Transform::Transpose(turn), false)?;
    arrays::deliver(ctx, result, call.get(2))
}

fn rotate(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("rotate", args, ["src", "rotateCode", "dst"], 2)?;
    let src = plane(&call.matrix(ctx, 0)?, call.function)?;
    let (view, turn) = match call.int(1, 0)? {
        0 => (reversed(&swapped(src.clone()), 1), Transpose::Rotate270),
        1 => (reversed(&reversed(&src, 0), 1), Transpose::Rotate180),
        2 => (reversed(&swapped(src.clone()), 0), Transpose::Rotate90),
        _ => return Err(bad_argument(call.function, "Unknown rotation code")),
    };
    let result = view.copied(ctx)?;
    inherit(ctx, &src, &result, Transform::Transpose(turn), false)?;
    arrays::deliver(ctx, result, call.get(2))
}

fn transpose(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("transpose", args, ["src", "dst"], 1)?;
    let src = plane(&call.matrix(ctx, 0)?, call.function)?;
    let result = swapped(src).copied(ctx)?;
    arrays::deliver(ctx, result, call.get(1))
}

/// A view of one channel.
fn channel(array: &Array, at: usize) -> Array {
    match array.strides.get(2) {
        Some(stride) => array.view(
            array.offset.wrapping_add_signed(stride * at as isize),
            array.shape[..2].to_vec(),
            array.strides[..2].to_vec(),
        ),
        None => array.clone(),
    }
}

fn split(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("split", args, ["m", "mv"], 1)?;
    let src = plane(&call.matrix(ctx, 0)?, call.function)?;
    let channels = src.shape.get(2).copied().unwrap_or(1);
    let mut parts = Vec::with_capacity(channels);
    for at in 0..channels {
        let part = channel(&src, at).copied(ctx)?;
        parts.push(part.object(ctx)?);
    }
    ctx.tuple(parts)
}

fn extract_channel(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("extractChannel", args, ["src", "coi", "dst"], 2)?;
    let src = plane(&call.matrix(ctx, 0)?, call.function)?;
    let at = call.int(1, 0)?;
    let channels = src.shape.get(2).copied().unwrap_or(1) as i64;
    call.assert((0..channels).contains(&at), "0 <= coi && coi < cn")?;
    let result = channel(&src, at as usize).copied(ctx)?;
    arrays::deliver(ctx, result, call.get(2))
}

/// The arrays of a sequence, which must not be empty.
fn several<const N: usize>(ctx: &mut Ctx, call: &Call<N>, at: usize) -> PyResult<Vec<Array>> {
    let items = match call.need(at)? {
        value @ (Value::List(_) | Value::Tuple(_)) => ctx.collect(value)?,
        value if arrays::given(value).is_some() => ctx.collect(value)?,
        _ => return Err(call.wrong(at, "is required to be a sequence of arrays")),
    };
    let mut parts = Vec::with_capacity(items.len());
    for item in &items {
        let Some(array) = arrays::given(item) else {
            return Err(call.wrong(at, "is required to be a sequence of arrays"));
        };
        parts.push(plane(&array, call.function)?);
    }
    call.assert(!parts.is_empty(), "mv && n > 0")?;
    Ok(parts)
}

fn merge(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("merge", args, ["mv", "dst"], 1)?;
    let parts = several(ctx, &call, 0)?;
    let first = &parts[0];
    let same = parts.iter().all(|p| p.shape[..2] == first.shape[..2] && p.dtype == first.dtype);
    call.assert(same, "mv[i].size == mv[0].size && mv[i].depth() == depth")?;
    let total: usize = parts.iter().map(|p| p.shape.get(2).copied().unwrap_or(1)).sum();
    call.assert(total <= 512, "cn <= CV_CN_MAX")?;
    let shape = if total == 1 { first.shape.clone() } else { vec![first.shape[0], first.shape[1], total] };
    let result = Array::zeros(ctx, first.dtype, &shape)?;
    let mut at = 0;
    for part in &parts {
        for own in 0..part.shape.get(2).copied().unwrap_or(1) {
            channel(&result, at).copy_from(ctx, &channel(part, own))?;
            at += 1;
        }
    }
    arrays::deliver(ctx, result, call.get(1))
}

fn concat(ctx: &mut Ctx, args: Args, function: &'static str, axis: usize) -> PyResult<Value> {
    let call = Call::new(function, args, ["src", "dst"], 1)?;
    let parts = several(ctx, &call, 0)?;
    let first = &parts[0];
    let other = 1 - axis;
    let same = parts.iter().all(|p| {
        p.shape[other] == first.shape[other] && p.shape.get(2) == first.shape.get(2) && p.dtype == first.dtype
    });
    let condition = if axis == 1 {
        "src[i].dims <= 2 && src[i].rows == src[0].rows && src[i].type() == src[0].type()"
    } else {
        "src[i].dims <= 2 && src[i].cols == src[0].cols && src[i].type() == src[0].type()"
    };
    call.assert(same, condition)?;
    let mut shape = first.shape.clone();
    shape[axis] = parts.iter().map(|p| p.shape[axis]).sum();
    let result = Array::zeros(ctx, first.dtype, &shape)?;
    let mut at = 0;
    for part in &parts {
        let offset = result.offset.wrapping_add_signed(result.strides[axis] * at as isize);
        let place = result.view(offset, part.shape.clone(), result.strides.clone());
        place.copy_from(ctx, part)?;
        at += part.shape[axis];
    }
    arrays::deliver(ctx, result, call.get(1))
}

fn repeat(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("repeat", args, ["src", "ny", "nx", "dst"], 3)?;
    let src = plane(&call.matrix(ctx, 0)?, call.function)?;
    let (ny, nx) = (call.int(1, 1)?, call.int(2, 1)?);
    call.assert(ny > 0 && nx > 0, "ny > 0 && nx > 0")?;
    let (rows, cols) = (src.shape[0], src.shape[1]);
    let bottom = rows.saturating_mul(ny as usize - 1);
    let right = cols.saturating_mul(nx as usize - 1);
    let result = bordered(ctx, &src, [0, bottom, 0, right], Border::Wrap, [0.0; 4])?;
    arrays::deliver(ctx, result, call.get(3))
}

/// An array of rows and columns with margins.
fn bordered(
    ctx: &mut Ctx,
    src: &Array,
    [top, bottom, left, right]: [usize; 4],
    border: Border,
    fill: [f64; 4],
) -> PyResult<Array> {
    let channels = src.shape.get(2).copied().unwrap_or(1);
    let (height, width) = (src.shape[0], src.shape[1]);
    let mut shape = src.shape.clone();
    shape[0] = height.saturating_add(top).saturating_add(bottom);
    shape[1] = width.saturating_add(left).saturating_add(right);
    let result = Array::zeros(ctx, src.dtype, &shape)?;
    let stride = shape[1].saturating_mul(channels);
    let _held = ctx.charge((shape[1] + shape[0]).saturating_mul(16).saturating_add(stride * 8))?;
    let columns = border.places(width, left, right);
    let fill: Vec<f64> = fill
        .map(|value| super::elementwise::fit(src.dtype, value))
        .into_iter()
        .cycle()
        .take(channels)
        .collect();
    let mut own = vec![0.0; width * channels];
    let mut row = vec![0.0; stride];
    let mut write = result.walk();
    for y in 0..shape[0] {
        ctx.burn(stride as u64 / 8 + 1)?;
        let place = border.place(y as i64 - top as i64, height);
        if let Some(y) = place {
            let offset = src.offset.wrapping_add_signed(src.strides[0] * y as isize);
            let view = src.view(offset, src.shape[1..].to_vec(), src.strides[1..].to_vec());
            view.read(&mut view.walk(), &mut own);
        }
        for (pixel, column) in row.chunks_exact_mut(channels).zip(&columns) {
            match (place, column) {
                (Some(_), Some(x)) => pixel.copy_from_slice(&own[x * channels..(x + 1) * channels]),
                _ => pixel.copy_from_slice(&fill),
            }
        }
        result.write(&mut write, &row);
    }
    Ok(result)
}

fn copy_make_border(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let names = ["src", "top", "bottom", "left", "right", "borderType", "dst", "value"];
    let call = Call::new("copyMakeBorder", args, names, 6)?;
    let src = plane(&call.matrix(ctx, 0)?, call.function)?;
    let mut margins = [0; 4];
    for (at, margin) in margins.iter_mut().enumerate() {
        *margin = usize::try_from(call.int(at + 1, 0)?)
            .map_err(|_| assertion("copyMakeBorder", "top >= 0 && bottom >= 0 && left >= 0 && right >= 0"))?;
    }
    let border = match Border::of(call.int(5, 4)?) {
        Some(border) if border != Border::Transparent => border,
        _ => return Err(bad_argument(call.function, "Unknown/unsupported border type")),
    };
    let fill = call.scalar(ctx, 7)?.unwrap_or_default();
    let result = bordered(ctx, &src, margins, border, fill)?;
    arrays::deliver(ctx, result, call.get(6))
}
