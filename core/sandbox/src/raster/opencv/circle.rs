//! Circles by the midpoint rule.

use super::P;
use super::surface::Surface;

/// Larger circles are computed row by row: walking round them would take too long.
const WALKED: i64 = 1 << 16;

/// A disc, or a circle one pixel wide.
pub(super) fn circle(surface: &mut dyn Surface, [x, y]: P, radius: i64, fill: bool) {
    if radius > WALKED {
        return huge(surface, [x, y], radius, fill);
    }
    let (mut error, mut far, mut near, mut plus, mut minus) = (0, radius, 0, 1, 2 * radius - 1);
    while far >= near {
        for (across, down) in [(far, near), (near, far)] {
            for row in [y - down, y + down] {
                if fill {
                    surface.span(x - across, x + across, row);
                } else {
                    surface.point(x - across, row);
                    surface.point(x + across, row);
                }
            }
        }
        near += 1;
        error += plus;
        plus += 2;
        if error > 0 {
            error -= minus;
            far -= 1;
            minus -= 2;
        }
    }
}

fn huge(surface: &mut dyn Surface, center: P, radius: i64, fill: bool) {
    let reach = |distance: i64| {
        let square = i128::from(radius).pow(2) - i128::from(distance).pow(2);
        (square >= 0).then(|| u128::try_from(square).unwrap_or(0).isqrt() as i64)
    };
    let [width, height] = surface.size();
    for y in 0..height {
        let Some(across) = reach(y - center[1]) else { continue };
        if fill {
            surface.span(center[0] - across, center[0] + across, y);
        } else {
            surface.point(center[0] - across, y);
            surface.point(center[0] + across, y);
        }
    }
    for x in 0..if fill { 0 } else { width } {
        let Some(down) = reach(x - center[0]) else { continue };
        surface.point(x, center[1] - down);
        surface.point(x, center[1] + down);
    }
}
