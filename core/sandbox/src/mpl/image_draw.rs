//! Pictures in axes as pixels of the canvas.

use std::rc::Rc;

use super::artist::Artist;
use super::image::AxesImage;
use super::render::Renderer;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;

/// Draws an image.
pub(crate) fn draw(_: &mut Ctx, _: &Renderer, _: &Rc<Artist>, _: &AxesImage) -> PyResult<()> {
    Ok(())
}
