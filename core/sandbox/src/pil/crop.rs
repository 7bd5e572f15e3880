//! Cropping, and what is done about boxes that a model got wrong.

use super::arguments::{four, given};
use super::image::{PyImage, checked_size, derive};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::raster::Transform;

/// The shorter side that a mended crop has at least, if the picture is that large: the reference's rule, because a
/// smaller picture tells a model little.
const LEAST_SIDE: f64 = 64.0;

impl PyImage {
    /// `image.crop(box=None)`.
    pub(super) fn crop(&self, ctx: &mut Ctx, args: Args) -> PyResult<Value> {
        let [bbox] = args.bind("Image.crop", ["box"], 0)?;
        let Some(bbox) = given(bbox) else {
            return derive(ctx, self, &Transform::Copy, self.size(), None, &[]);
        };
        let asked = four(ctx, &bbox)?.map(f64::round_ties_even);
        let [x0, y0, x1, y1] = if ctx.draw.mends_crops() { self.mended(ctx, asked) } else { asked };
        if x1 < x0 {
            return Err(Fault::value_error("Coordinate 'right' is less than 'left'"));
        }
        if y1 < y0 {
            return Err(Fault::value_error("Coordinate 'lower' is less than 'upper'"));
        }
        let size = checked_size([(x1 - x0) as i64, (y1 - y0) as i64])?;
        let region = [x0, y0, x1, y1].map(|value| value as f32);
        derive(ctx, self, &Transform::Crop, size, Some(region), &[])
    }

    /// The nearest useful box, told as a repair where it differs.
    fn mended(&self, ctx: &mut Ctx, asked: [f64; 4]) -> [f64; 4] {
        let size = self.size().map(f64::from);
        let [[x0, x1], [y0, y1]] = [0, 1].map(|axis| useful([asked[axis], asked[axis + 2]], size[axis]));
        let mended = [x0, y0, x1, y1];
        if mended != asked {
            let [width, height] = size;
            let line = ctx.line();
            let what = format!("crop box {asked:?} became {mended:?} in the picture of {width} x {height}");
            ctx.draw.mend(line, what);
        }
        mended
    }
}

/// The part of a side of `length` pixels that a range means: the right way round, inside, and long enough.
fn useful(range: [f64; 2], length: f64) -> [f64; 2] {
    // NaN becomes 0.
    let [a, b] = range.map(|end| end.max(0.0).min(length));
    let (low, high) = (a.min(b), a.max(b));
    let wanted = LEAST_SIDE.min(length);
    if high - low >= wanted {
        return [low, high];
    }
    let low = ((low + high - wanted) / 2.0).floor().max(0.0).min(length - wanted);
    [low, low + wanted]
}

#[cfg(test)]
mod tests {
    use super::useful;

    #[test]
    fn boxes_become_useful() {
        assert_eq!(useful([10.0, 100.0], 300.0), [10.0, 100.0], "a good one stays");
        assert_eq!(useful([-20.0, 100.0], 300.0), [0.0, 100.0]);
        assert_eq!(useful([200.0, 900.0], 300.0), [200.0, 300.0]);
        assert_eq!(useful([100.0, 10.0], 300.0), [10.0, 100.0]);
        assert_eq!(useful([100.0, 120.0], 300.0), [78.0, 142.0]);
        assert_eq!(useful([290.0, 300.0], 300.0), [236.0, 300.0]);
        assert_eq!(useful([400.0, 500.0], 300.0), [236.0, 300.0]);
        assert_eq!(useful([5.0, 9.0], 40.0), [0.0, 40.0], "a small picture is taken whole");
        assert_eq!(useful([f64::NAN, f64::INFINITY], 100.0), [0.0, 100.0]);
    }
}
