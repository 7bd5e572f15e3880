//! Methods of figures.

use std::rc::Rc;

use super::FigureMethod;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::value::Value;
use crate::mpl::figure::Figure;

pub(super) const METHODS: &[(&str, FigureMethod)] =
    &[("colorbar", crate::mpl::colorbar::colorbar), ("savefig", savefig)];

/// `savefig(fname, ...)`.
pub(crate) fn savefig(ctx: &mut Ctx, figure: &Rc<Figure>, args: Args) -> PyResult<Value> {
    crate::mpl::save::savefig(ctx, figure, args)
}
