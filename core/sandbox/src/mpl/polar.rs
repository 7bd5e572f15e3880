//! Polar axes: an angle and a radius.

use super::axes::Axes;
use super::geometry::Point;

/// Angle and radius to pixels.
pub(crate) fn to_pixels(axes: &Axes, [angle, radius]: Point) -> Point {
    let bbox = axes.bbox.get();
    let [x, y] = bbox.center();
    let reach = bbox.width().min(bbox.height()) / 2.0 * axes.domain(1).fraction(radius);
    [x + reach * libm::cos(angle), y + reach * libm::sin(angle)]
}

/// The outline of the circle in pixels.
pub(crate) fn outline(axes: &Axes) -> super::path::Path {
    let bbox = axes.bbox.get();
    super::path::Path::circle(bbox.center(), bbox.width().min(bbox.height()) / 2.0)
}

/// The line of the grid at an angle or a radius.
pub(crate) fn grid_line(axes: &Axes, axis: usize, value: f64) -> super::path::Path {
    if axis == 0 {
        let (low, high) = axes.domain(1).sorted();
        return super::path::Path::polyline([to_pixels(axes, [value, low]), to_pixels(axes, [value, high])]);
    }
    let center = axes.bbox.get().center();
    let edge = to_pixels(axes, [0.0, value]);
    super::path::Path::circle(center, edge[0] - center[0])
}

/// Where the label of an angle or a radius stands.
pub(crate) fn label_place(axes: &Axes, axis: usize, value: f64, _: &mut super::text::Text, _: f64) -> Point {
    let (_, high) = axes.domain(1).sorted();
    if axis == 0 { to_pixels(axes, [value, high]) } else { to_pixels(axes, [0.4, value]) }
}

/// Makes axes polar.
pub(crate) fn make(_: &mut crate::eval::ctx::Ctx, _: &std::rc::Rc<Axes>) -> crate::eval::fault::PyResult<()> {
    Err(crate::eval::fault::Fault::not_provided("polar axes"))
}
