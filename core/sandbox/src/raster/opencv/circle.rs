//! Circles by the midpoint rule.

use super::P;
use super::surface::Surface;

/// A disc, or a circle one pixel wide.
///
/// OpenCV walks round an eighth of the circle. In each row and column it comes to the last whole number
/// inside, which the root gives at once: so only what the window shows needs a look.
pub(super) fn circle(surface: &mut dyn Surface, [x, y]: P, radius: i64, fill: bool) {
    let reach = |distance: i64| {
        let square = i128::from(radius).pow(2) - i128::from(distance).pow(2);
        u64::try_from(square).ok().map(|square| square.isqrt() as i64)
    };
    let [width, height] = surface.size();
    // The rows and columns of the window that the circle reaches.
    let seen = |center: i64, side: i64| (center - radius).max(0)..(center + radius + 1).min(side);
    for row in seen(y, height) {
        let Some(across) = reach(row - y) else { continue };
        if fill {
            surface.span(x - across, x + across, row);
        } else {
            surface.point(x - across, row);
            surface.point(x + across, row);
        }
    }
    if fill {
        return;
    }
    for column in seen(x, width) {
        let Some(down) = reach(column - x) else { continue };
        surface.point(column, y - down);
        surface.point(column, y + down);
    }
}
