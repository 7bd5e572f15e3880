//! Boxes of artists, for scripts that ask.

use std::rc::Rc;

use super::artist::{Artist, Body};
use super::geometry::Rect;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::value::Value;

/// `get_window_extent()`.
pub(crate) fn window(ctx: &mut Ctx, artist: &Rc<Artist>) -> PyResult<Value> {
    let Some(figure) = artist.page() else { return Ok(super::objects::bbox(Rect::UNIT)) };
    super::page::settle(ctx, &figure)?;
    let scale = figure.scale();
    let mut rect = super::axes_draw::extent(ctx, artist, scale)?;
    if rect.is_empty() {
        let transform = artist.transform.borrow().clone();
        rect = match &*artist.body.borrow() {
            Body::Line(line) => Rect::around(line.points().map(|point| transform.apply(point))),
            Body::Patch(patch) => patch.shape.path().map(|point| transform.apply(point)).extents(),
            Body::Image(image) => {
                Rect::around(image.extent_box().corners().map(|point| transform.apply(point)))
            }
            _ => Rect::UNIT,
        };
    }
    Ok(super::objects::bbox(rect))
}
