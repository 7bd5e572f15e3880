//! The rounded joints of wide lines.

use super::image::{PyImage, draw};
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::raster::narrow;
use crate::{DrawKind, Rgba};

/// Lines up to this width have no visible joints.
const THIN: f32 = 4.0;
/// Joints of lines up to this width leave no gaps.
const CLOSED: f32 = 8.0;

/// Fills the outer side of each bend of a line with a sector.
pub(super) fn curves(
    ctx: &mut Ctx,
    image: &PyImage,
    points: &[[f64; 2]],
    color: Rgba,
    width: f32,
) -> PyResult<()> {
    if width <= THIN {
        return Ok(());
    }
    for corner in points.windows(3) {
        let [before, point, after] = [corner[0], corner[1], corner[2]];
        let (from, to) = (heading(before, point), heading(point, after));
        if from == to {
            continue;
        }
        let left = (to > from && to - 180.0 > from) || (to < from && to + 180.0 > from);
        let reach = f64::from(width) / 2.0 - 1.0;
        let [x, y] = point;
        let bbox = [x - reach, y - reach, x + reach, y + reach].map(narrow);
        let (start, end) = if left { (to, from) } else { (from - 180.0, to - 180.0) };
        let (start, end) = (narrow(start), narrow(end));
        draw(
            ctx,
            image,
            DrawKind::Pieslice { bbox, start, end, fill: Some(color), outline: None, width: 1.0 },
        )?;
        if width > CLOSED {
            let side = if left { 90.0 } else { -90.0 };
            let points = [rim(point, from + side, reach), point, rim(point, to + side, reach)];
            let points = points.map(|place| place.map(narrow)).to_vec();
            draw(ctx, image, DrawKind::Line { points, color, width: 3.0 })?;
        }
    }
    Ok(())
}

/// The direction of a segment in degrees, clockwise from straight up.
fn heading(start: [f64; 2], end: [f64; 2]) -> f64 {
    libm::atan2(end[0] - start[0], start[1] - end[1]).to_degrees().rem_euclid(360.0)
}

/// The place at a distance from a point, moved towards the point to whole pixels.
fn rim([x, y]: [f64; 2], angle: f64, distance: f64) -> [f64; 2] {
    let turn = (angle - 90.0).to_radians();
    [x + (distance * libm::cos(turn)).trunc(), y + (distance * libm::sin(turn)).trunc()]
}
