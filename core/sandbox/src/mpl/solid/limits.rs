//! Limits of axes in space: they grow with every plot, and are set when it is made.

use super::of;
use super::project::Point3;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::mpl::artist::Body;
use crate::mpl::axes::Axes;

/// What axes show without data, before their margins: matplotlib's numbers.
pub(super) const START: [[f64; 2]; 3] = [
    [0.05 * 10.0 / 11.0, 1.0 - 0.05 * 10.0 / 11.0],
    [0.05 * 10.0 / 11.0, 1.0 - 0.05 * 10.0 / 11.0],
    [0.0, 1.0],
];
/// Room around limits that follow the data, in parts of them.
pub(super) const ROOM: f64 = 1.0 / 48.0;

/// Whether there are data already, which the next ones are added to.
pub(super) fn has_data(axes: &Axes) -> bool {
    axes.artists
        .borrow()
        .iter()
        .any(|artist| !matches!(&*artist.body.borrow(), Body::Text(_) | Body::Legend(_)))
}

/// Makes the limits follow points; `more` if there were data before.
pub(super) fn grow<'a>(
    ctx: &mut Ctx,
    axes: &Axes,
    points: impl ExactSizeIterator<Item = &'a Point3>,
    more: bool,
) -> PyResult<()> {
    ctx.burn(points.len() as u64 + 10)?;
    let solid = of(axes)?;
    if points.len() == 0 {
        return follow(axes);
    }
    let nothing = [f64::INFINITY, f64::NEG_INFINITY];
    let mut data = if more { solid.data.get() } else { [nothing; 3] };
    for point in points {
        let flat = point[0].is_finite() && point[1].is_finite();
        for (axis, [low, high]) in data.iter_mut().enumerate() {
            // A place that is no number on x counts neither on y.
            let counts = if axis == 2 { point[2].is_finite() } else { flat };
            if counts {
                (*low, *high) = (low.min(point[axis]), high.max(point[axis]));
            }
        }
    }
    solid.data.set(data);
    follow(axes)
}

/// Sets the limits that follow the data.
pub(super) fn follow(axes: &Axes) -> PyResult<()> {
    let data = of(axes)?.data.get();
    for (number, [low, high]) in data.into_iter().enumerate() {
        let (domain, margin) = (axes.domain(number), axes.axis_at(number).margin.get());
        if !domain.auto.get() {
            continue;
        }
        let positive = if low > 0.0 { low } else { f64::INFINITY };
        let (mut low, mut high) = domain.sensible(low, high, positive);
        let scale = domain.scale.get();
        for part in [margin, ROOM] {
            let (from, to) = (scale.forward(low), scale.forward(high));
            let delta = (to - from) * part;
            if delta.is_finite() && delta != 0.0 {
                (low, high) = (scale.inverse(from - delta), scale.inverse(to + delta));
            }
        }
        if low < high && low.is_finite() && high.is_finite() {
            domain.bound(low, high);
        }
    }
    Ok(())
}
