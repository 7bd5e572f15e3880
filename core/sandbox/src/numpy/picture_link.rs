//! Arrays and the record: a buffer gets a canvas when it is first drawn on or saved, and pixels written since
//! are recorded before the next stroke.

use std::rc::Rc;

use super::array::{Array, Buffer};
use super::data::Data;
use super::picture::{Frame, Link, Order, Origin, Part, Picture};
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::pil;
use crate::raster::{Canvas, MAX_PIXELS, Transform};
use crate::{CanvasId, DrawKind};

/// The canvas that shows an array, and where on it the array is. The array's buffer gets one if it has none,
/// and what was written to it is recorded. `None` if the array is no picture, or lies across its buffer's.
pub(crate) fn linked(ctx: &mut Ctx, array: &Array, order: Order) -> PyResult<Option<(CanvasId, Part)>> {
    let buffer = &array.buffer;
    forget_stale(ctx, buffer);
    let frame = buffer.picture.borrow().as_ref().map(|picture| picture.frame.clone());
    let (frame, known) = match frame {
        Some(frame) => (frame, true),
        None => match Frame::around(array, order) {
            Some(frame) => (frame, false),
            None => return Ok(None),
        },
    };
    let Some(part) = frame.part(array) else { return Ok(None) };
    let [width, height] = frame.size.map(|side| side as u64);
    if width * height > MAX_PIXELS {
        return Ok(None);
    }
    let known = known && !is_lost(buffer);
    let canvas = if known { settled(ctx, buffer, &frame)? } else { created(ctx, buffer, frame)? };
    Ok(Some((canvas, part)))
}

/// An origin that has changed since is none any more.
fn forget_stale(ctx: &Ctx, buffer: &Buffer) {
    if let Some(picture) = &mut *buffer.picture.borrow_mut()
        && let Link::Origin(origin) = &picture.link
        && ctx.draw.version(origin.canvas) != origin.version
    {
        picture.link = Link::Lost;
    }
}

fn is_lost(buffer: &Buffer) -> bool {
    matches!(&*buffer.picture.borrow(), Some(Picture { link: Link::Lost, .. }))
}

/// A canvas with the pixels as they are.
fn created(ctx: &mut Ctx, buffer: &Buffer, frame: Frame) -> PyResult<CanvasId> {
    let rows = 0..frame.size[1];
    let id = ctx.draw.new_canvas();
    copied_rows(ctx, buffer, &frame, rows, |ctx, pixels| pil::record_canvas(ctx, id, pixels))?;
    buffer.changed.set(None);
    buffer.picture.replace(Some(Picture { frame, link: Link::Canvas(id) }));
    Ok(id)
}

/// The canvas of a buffer that is linked, with all changes recorded.
fn settled(ctx: &mut Ctx, buffer: &Buffer, frame: &Frame) -> PyResult<CanvasId> {
    let (own, origin) = match &*buffer.picture.borrow() {
        Some(Picture { link: Link::Canvas(id), .. }) => (Some(*id), None),
        Some(Picture { link: Link::Origin(origin), .. }) => (None, Some(origin.clone())),
        Some(Picture { link: Link::Lost, .. }) | None => (None, None),
    };
    let id = match (own, origin) {
        (Some(id), _) => id,
        (None, origin) => {
            let id = ctx.draw.new_canvas();
            if let Some(Origin { canvas, transform, region, .. }) = origin {
                let size = frame.size.map(|side| side as u32);
                let region = region.map(box_of);
                let kind = DrawKind::Derive { from: canvas, how: transform.to_string(), size, region };
                pil::record(ctx, id, kind)?;
            }
            if let Some(picture) = &mut *buffer.picture.borrow_mut() {
                picture.link = Link::Canvas(id);
            }
            id
        }
    };
    if let Some(changed) = buffer.changed.get() {
        let rows = frame.rows(changed);
        if !rows.is_empty() {
            let at = [0, rows.start as i32];
            copied_rows(ctx, buffer, frame, rows, |ctx, pixels| pil::record_bitmap(ctx, id, pixels, at))?;
        }
        buffer.changed.set(None);
    }
    Ok(id)
}

/// `[x, y, width, height]` as the box that `Derive` records.
fn box_of([x, y, width, height]: [u32; 4]) -> [f32; 4] {
    [x, y, x + width, y + height].map(|side| side as f32)
}

fn copied_rows(
    ctx: &mut Ctx,
    buffer: &Buffer,
    frame: &Frame,
    rows: std::ops::Range<usize>,
    record: impl FnOnce(&mut Ctx, &Canvas) -> PyResult<()>,
) -> PyResult<()> {
    let area = rows.len() * frame.size[0];
    ctx.burn(area as u64 / 8 + 1)?;
    let _charge = ctx.charge(area * 4)?;
    let pixels = match &*buffer.data.borrow() {
        Data::UInt8(items) => frame.pixels(items, rows),
        _ => return Ok(()),
    };
    record(ctx, &pixels)
}

/// Notes that `to`, which has just been made, shows what `from` shows; `transform` says how it differs, and
/// `swapped` whether its channels are in the other order.
pub(crate) fn inherit(
    ctx: &mut Ctx,
    from: &Array,
    to: &Array,
    transform: Transform,
    swapped: bool,
) -> PyResult<()> {
    forget_stale(ctx, &from.buffer);
    let known = from.buffer.picture.borrow().as_ref().is_some_and(|p| p.frame.part(from).is_some());
    if !known
        || is_lost(&from.buffer)
        || Frame::around(to, Order::Bgr).is_none()
        || Rc::ptr_eq(&from.buffer, &to.buffer)
    {
        return Ok(());
    }
    let Some((canvas, part)) = linked(ctx, from, Order::Bgr)? else { return Ok(()) };
    // One step only: a part of a picture, or a picture changed as a whole.
    let (transform, region) = match (part.whole, transform) {
        (true, transform) => (transform, None),
        (false, Transform::Copy) => (Transform::Crop, Some(part.place)),
        (false, _) => return Ok(()),
    };
    let order = if swapped { part.order.swapped() } else { part.order };
    adopt(ctx, to, order, canvas, transform, region);
    Ok(())
}

/// A canvas that shows what an array shows, channels in the given order; `None` if no canvas is known of that
/// array's buffer, or none can show it.
pub(crate) fn shown(ctx: &mut Ctx, array: &Array, order: Order) -> PyResult<Option<CanvasId>> {
    forget_stale(ctx, &array.buffer);
    if array.buffer.picture.borrow().is_none() || is_lost(&array.buffer) {
        return Ok(None);
    }
    let Some((canvas, part)) = linked(ctx, array, order)? else { return Ok(None) };
    let [.., width, height] = part.place;
    let size = [width, height];
    let mut id = canvas;
    let mut step = |ctx: &mut Ctx, transform: Transform, region: Option<[u32; 4]>| {
        let next = ctx.draw.new_canvas();
        let kind =
            DrawKind::Derive { from: id, how: transform.to_string(), size, region: region.map(box_of) };
        id = next;
        pil::record(ctx, next, kind)
    };
    if !part.whole {
        step(ctx, Transform::Crop, Some(part.place))?;
    }
    if !part.grey && part.order != order {
        step(ctx, Transform::SwapRedBlue, None)?;
    }
    Ok(Some(id))
}

/// The order of the channels of an array, if the record knows it as a picture.
pub(crate) fn order_of(array: &Array) -> Option<Order> {
    let picture = array.buffer.picture.borrow();
    let part = picture.as_ref()?.frame.part(array)?;
    (!part.grey).then_some(part.order)
}

/// Notes that an array was made from a canvas as that is now.
pub(crate) fn adopt(
    ctx: &Ctx,
    array: &Array,
    order: Order,
    canvas: CanvasId,
    transform: Transform,
    region: Option<[u32; 4]>,
) {
    let Some(frame) = Frame::around(array, order) else { return };
    if frame.part(array).is_some_and(|part| part.whole) {
        let origin = Origin { canvas, version: ctx.draw.version(canvas), transform, region };
        array.buffer.changed.set(None);
        array.buffer.picture.replace(Some(Picture { frame, link: Link::Origin(origin) }));
    }
}

/// Notes that an array is a canvas.
pub(crate) fn assign(array: &Array, order: Order, canvas: CanvasId) {
    if let Some(frame) = Frame::around(array, order) {
        array.buffer.changed.set(None);
        array.buffer.picture.replace(Some(Picture { frame, link: Link::Canvas(canvas) }));
    }
}
