//! Canvases in the record whose pixels no operation describes.

use super::state::record;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::raster::{Canvas, encoded_bitmap};
use crate::{CanvasId, DrawKind};

/// Records that a canvas came to be with these pixels: blank if they are all alike.
pub(crate) fn record_canvas(ctx: &mut Ctx, id: CanvasId, pixels: &Canvas) -> PyResult<()> {
    let (size, mode) = (pixels.size(), pixels.mode);
    let first = pixels.get(0, 0).unwrap_or_else(|| mode.fit([0, 0, 0, 255]));
    ctx.burn(u64::from(size[0]) * u64::from(size[1]) / 16 + 1)?;
    record(ctx, id, DrawKind::New { size, color: first, mode })?;
    if pixels.pixels.pixels().all(|pixel| pixel.0 == first) {
        return Ok(());
    }
    record_bitmap(ctx, id, pixels, [0, 0])
}

/// Records that these pixels replaced what was there.
pub(crate) fn record_bitmap(ctx: &mut Ctx, id: CanvasId, pixels: &Canvas, at: [i32; 2]) -> PyResult<()> {
    let size = pixels.size();
    let area = u64::from(size[0]) * u64::from(size[1]);
    if area == 0 {
        return Ok(());
    }
    ctx.burn(2 * area + 500)?;
    let _charge = ctx.charge((area as usize).saturating_mul(12) + (64 << 10))?;
    let png = encoded_bitmap(pixels).ok_or_else(|| Fault::not_provided("a bitmap of this mode"))?;
    record(ctx, id, DrawKind::Bitmap { at, size, png })
}
