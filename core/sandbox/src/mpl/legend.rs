//! Legends.

/// A legend.
#[derive(Clone, Default)]
pub(crate) struct Legend {}

/// Draws a legend.
pub(crate) fn draw(
    _: &mut crate::eval::ctx::Ctx,
    _: &super::render::Renderer,
    _: &std::rc::Rc<super::artist::Artist>,
    _: &Legend,
) -> crate::eval::fault::PyResult<()> {
    Ok(())
}

/// The box of a legend in pixels.
pub(crate) fn extent(
    _: &mut crate::eval::ctx::Ctx,
    _: &std::rc::Rc<super::artist::Artist>,
    _: &Legend,
    _: f64,
) -> crate::eval::fault::PyResult<super::geometry::Rect> {
    Ok(super::geometry::Rect::EMPTY)
}
