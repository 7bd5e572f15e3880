//! `a[key]` and `a[key] = value` for every kind of key.

use super::array::{Array, Lane, broadcast_shape, shape_text};
use super::data::LaneNum;
use super::dtype::DType;
use super::fill::{Source, stretched};
use super::index_key::{Part, advanced, bounded, parts};
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// What a key selects.
enum Selected {
    /// A window on the same elements.
    View(Array),
    /// Elements at the given places, in a shape.
    Places(Lane<i64>, Vec<usize>),
}

/// An axis that is indexed by an array.
struct Fancy {
    /// Where in the key it stood.
    part: usize,
    /// Number of plain result axes before it.
    before: usize,
    axis: usize,
    indices: Array,
}

/// `a[key]`.
pub(super) fn get(ctx: &mut Ctx, array: &Array, key: &Value) -> PyResult<Value> {
    if let Value::Int(index) = key
        && let [side] = array.shape[..]
    {
        let at = bounded(*index, side, 0)?;
        let place = array.offset.wrapping_add_signed(at as isize * array.strides[0]);
        let num = array.buffer.data.borrow().get(place);
        return super::scalar::value(ctx, array.dtype, num);
    }
    match select(ctx, array, key)? {
        (Selected::View(view), whole) if view.shape.is_empty() && whole => view.value(ctx),
        (Selected::View(view), _) => view.object(ctx),
        (Selected::Places(places, shape), _) => take(ctx, array, &places, &shape)?.value(ctx),
    }
}

/// The elements at the given places.
pub(super) fn take(ctx: &mut Ctx, array: &Array, places: &[i64], shape: &[usize]) -> PyResult<Array> {
    let out = Array::zeros(ctx, array.dtype, shape)?;
    ctx.burn(places.len() as u64 / 4)?;
    let data = array.buffer.data.borrow();
    let mut target = out.buffer.data.borrow_mut();
    fn copy<T: LaneNum>(
        from: &super::data::Data,
        to: &mut super::data::Data,
        places: &[i64],
        block: &mut [T],
    ) {
        for (index, chunk) in places.chunks(block.len()).enumerate() {
            let part = &mut block[..chunk.len()];
            T::gather(from, chunk, part);
            T::write(to, index * 256, 1, part);
        }
    }
    if array.dtype.is_float() {
        copy(&data, &mut target, places, &mut [0.0_f64; 256]);
    } else {
        copy(&data, &mut target, places, &mut [0_i64; 256]);
    }
    drop(target);
    Ok(out)
}

/// `a[key] = value`.
pub(super) fn set(ctx: &mut Ctx, array: &Array, key: &Value, value: &Value) -> PyResult<()> {
    let (selected, _) = select(ctx, array, key)?;
    let source = Source::of(ctx, value, array.dtype)?;
    let (places, shape) = match selected {
        Selected::View(view) => return view.assign(ctx, source),
        Selected::Places(places, shape) => (places, shape),
    };
    ctx.burn(places.len() as u64 / 4 + 1)?;
    let from = match source {
        Source::Number(num) => {
            array.buffer.touch_places(&places);
            let mut data = array.buffer.data.borrow_mut();
            let num = array.dtype.fit(num);
            if array.dtype.is_float() {
                let block = [f64::of(num, array.dtype); 256];
                places.chunks(256).for_each(|chunk| f64::scatter(&mut data, chunk, &block[..chunk.len()]));
            } else {
                let block = [num.int(); 256];
                places.chunks(256).for_each(|chunk| i64::scatter(&mut data, chunk, &block[..chunk.len()]));
            }
            return Ok(());
        }
        Source::Array(from) => from,
    };
    let masked = key.host::<super::ndarray::NdArray>().is_some_and(|k| k.array.dtype == DType::Bool);
    let stretched = stretched(&from, &shape).ok_or_else(|| {
        Fault::value_error(match (&from.shape[..], &shape[..]) {
            ([given], [wanted]) if masked => format!(
                "NumPy boolean array indexing assignment cannot assign {given} input values to the {wanted} \
                 output values where the mask is true"
            ),
            _ => format!(
                "shape mismatch: value array of shape {} could not be broadcast to indexing result of shape {}",
                shape_text(&from.shape),
                shape_text(&shape)
            ),
        })
    })?;
    array.buffer.touch_places(&places);
    if from.dtype.is_float() {
        let values: Lane<f64> = stretched.lane(ctx)?;
        f64::scatter(&mut array.buffer.data.borrow_mut(), &places, &values);
    } else {
        let values: Lane<i64> = stretched.lane(ctx)?;
        i64::scatter(&mut array.buffer.data.borrow_mut(), &places, &values);
    }
    Ok(())
}

/// What the key selects, and whether a single element becomes a scalar.
fn select(ctx: &mut Ctx, array: &Array, key: &Value) -> PyResult<(Selected, bool)> {
    let parts = parts(ctx, key)?;
    let used: usize = parts.iter().map(Part::axes).sum();
    if used > array.ndim() {
        return Err(super::ndarray::index_error(format!(
            "too many indices for array: array is {}-dimensional, but {used} were indexed",
            array.ndim()
        )));
    }
    let open = array.ndim() - used;
    let by_array = parts.iter().any(|part| matches!(part, Part::Fancy(_) | Part::Mask(_)));
    let ellipsis = parts.iter().any(|part| matches!(part, Part::Ellipsis));
    let mut fancies: Vec<Fancy> = Vec::new();
    let (mut shape, mut strides) = (Vec::new(), Vec::new());
    let mut offset = array.offset;
    let mut axis = 0;
    let rest = if ellipsis { None } else { Some(Part::Ellipsis) };
    for (number, part) in parts.into_iter().chain(rest).enumerate() {
        match part {
            Part::At(index) => {
                let at = bounded(index, array.shape[axis], axis)?;
                if by_array {
                    let indices = Array::of_num(ctx, DType::Int64, super::scalar::Num::Int(at as i64))?;
                    fancies.push(Fancy { part: number, before: shape.len(), axis, indices });
                } else {
                    offset = offset.wrapping_add_signed((at as isize).wrapping_mul(array.strides[axis]));
                }
                axis += 1;
            }
            Part::Slice(slice) => {
                let chosen = slice.select(array.shape[axis])?;
                if chosen.count > 0 {
                    let start = (chosen.start as isize).wrapping_mul(array.strides[axis]);
                    offset = offset.wrapping_add_signed(start);
                }
                shape.push(chosen.count);
                strides.push(array.strides[axis].wrapping_mul(chosen.step as isize));
                axis += 1;
            }
            Part::New => {
                shape.push(1);
                strides.push(0);
            }
            Part::Ellipsis => {
                shape.extend_from_slice(&array.shape[axis..axis + open]);
                strides.extend_from_slice(&array.strides[axis..axis + open]);
                axis += open;
            }
            Part::Fancy(indices) => {
                fancies.push(Fancy { part: number, before: shape.len(), axis, indices });
                axis += 1;
            }
            Part::Mask(mask) => {
                for indices in advanced(ctx, array, axis, &mask)? {
                    fancies.push(Fancy { part: number, before: shape.len(), axis, indices });
                    axis += 1;
                }
            }
        }
    }
    super::array::count(ctx, &shape)?;
    let view = array.view(offset, shape, strides);
    if fancies.is_empty() {
        return Ok((Selected::View(view), !ellipsis));
    }
    let (places, shape) = places(ctx, array, &view, &fancies)?;
    Ok((Selected::Places(places, shape), true))
}

/// The places that index arrays select: `view` has the axes that are indexed plainly.
fn places(
    ctx: &mut Ctx,
    array: &Array,
    view: &Array,
    fancies: &[Fancy],
) -> PyResult<(Lane<i64>, Vec<usize>)> {
    let shapes: Vec<&[usize]> = fancies.iter().map(|f| &f.indices.shape[..]).collect();
    let common = broadcast_shape(ctx, &shapes).map_err(|fault| {
        if fault.is_limit() {
            return fault;
        }
        let shown: Vec<String> = shapes.iter().map(|s| shape_text(s)).collect();
        super::ndarray::index_error(format!(
            "shape mismatch: indexing arrays could not be broadcast together with shapes {} ",
            shown.join(" ")
        ))
    })?;
    let total: usize = common.iter().product();
    let mut steps: Lane<i64> = Lane::zeros(ctx, total)?;
    for fancy in fancies {
        let (side, stride) = (array.shape[fancy.axis], array.strides[fancy.axis] as i64);
        let indices = fancy.indices.broadcast(&common).unwrap_or_else(|| fancy.indices.clone());
        let lane: Lane<i64> = indices.lane(ctx)?;
        for (step, index) in steps.iter_mut().zip(lane.iter()) {
            *step += bounded(*index, side, fancy.axis)? as i64 * stride;
        }
    }
    // Index arrays side by side replace their axes; apart, their axes come first.
    let together = fancies.windows(2).all(|pair| pair[1].part - pair[0].part <= 1);
    let before = if together { fancies[0].before } else { 0 };
    let mut shape = view.shape[..before].to_vec();
    shape.extend_from_slice(&common);
    shape.extend_from_slice(&view.shape[before..]);
    let size = super::array::count(ctx, &shape)?;
    let outer = offsets(ctx, &view.shape[..before], &view.strides[..before])?;
    let inner = offsets(ctx, &view.shape[before..], &view.strides[before..])?;
    ctx.burn(size as u64 / 4 + 1)?;
    let mut places: Lane<i64> = Lane::zeros(ctx, size)?;
    let mut at = 0;
    for a in outer.iter() {
        for b in steps.iter() {
            for c in inner.iter() {
                places[at] = view.offset as i64 + a + b + c;
                at += 1;
            }
        }
    }
    Ok((places, shape))
}

/// Distances of the elements from the first.
fn offsets(ctx: &mut Ctx, shape: &[usize], strides: &[isize]) -> PyResult<Lane<i64>> {
    let size = super::array::count(ctx, shape)?;
    let mut out: Lane<i64> = Lane::zeros(ctx, size)?;
    let mut filled = 1;
    // Every axis repeats what the axes after it gave.
    for (side, stride) in shape.iter().zip(strides).rev() {
        if size == 0 {
            break;
        }
        for index in 1..*side {
            for at in 0..filled {
                out[index * filled + at] = out[at] + index as i64 * *stride as i64;
            }
        }
        filled *= side;
    }
    Ok(out)
}
