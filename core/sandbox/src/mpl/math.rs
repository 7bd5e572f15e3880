//! The measures of formulas in texts, as [`mathtext`](super::mathtext) lays them out.

use super::mathtext;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};

/// A formula that was set: its size in pixels.
pub(crate) struct Formula {
    pub width: f64,
    /// Whole height.
    pub height: f64,
    /// What of it is below the baseline.
    pub depth: f64,
}

/// Sets a line with formulas between dollars, in letters of `size` pixels.
pub(crate) fn set(ctx: &mut Ctx, line: &str, size: f64) -> PyResult<Formula> {
    ctx.burn(line.len() as u64 * 200 + 100)?;
    let _charge = ctx.charge(line.len().saturating_mul(1024))?;
    let layout = mathtext::lay_out(line, size).map_err(Fault::value_error)?;
    // matplotlib counts whole pixels.
    let depth = layout.depth.ceil();
    Ok(Formula { width: layout.width.ceil(), height: layout.height.ceil() + depth, depth })
}
