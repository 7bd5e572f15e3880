//! Notes with arrows.

use super::geometry::Point;
use super::transform::Transform;

/// What an annotation points to.
#[derive(Clone)]
pub(crate) struct Annotation {
    /// The point that is noted.
    pub target: Point,
    /// What maps it to pixels.
    pub transform: Transform,
}

/// Draws the arrow.
pub(crate) fn draw(
    _: &mut crate::eval::ctx::Ctx,
    _: &super::render::Renderer,
    _: &std::rc::Rc<super::artist::Artist>,
    _: &super::text::Text,
    _: &Annotation,
) -> crate::eval::fault::PyResult<()> {
    Ok(())
}

/// The box around note and arrow.
pub(crate) fn extent(
    ctx: &mut crate::eval::ctx::Ctx,
    artist: &std::rc::Rc<super::artist::Artist>,
    text: &super::text::Text,
    _: &Annotation,
    scale: f64,
) -> crate::eval::fault::PyResult<super::geometry::Rect> {
    let at = super::draw::anchor(artist, text);
    Ok(text.layout(ctx, scale)?.bbox.shifted(at))
}
