//! Thin and wide lines.

use super::pen::{Pen, edge};
use super::polygon::{Edge, fill_edges};

/// Segments from point to point.
pub(super) fn polyline(pen: &mut Pen<'_>, points: &[[i64; 2]], width: f32) {
    let width = edge(width) as f32;
    if width == 0.0 {
        return;
    }
    for pair in points.windows(2) {
        if width > 1.0 {
            wide(pen, pair[0], pair[1], f64::from(width));
        } else {
            thin(pen, pair[0], pair[1]);
        }
    }
    if width <= 1.0
        && let Some(&[x, y]) = points.last()
        && points.len() > 1
    {
        pen.point(x, y);
    }
}

/// Bresenham's line without its last pixel, so that the pixels of a blended polyline are touched once. The
/// closed form of the error term lets a line that leaves the canvas start at the border.
pub(super) fn thin(pen: &mut Pen<'_>, [x0, y0]: [i64; 2], [x1, y1]: [i64; 2]) {
    let (dx, dy) = ((x1 - x0).abs(), (y1 - y0).abs());
    let (sx, sy) = ((x1 - x0).signum(), (y1 - y0).signum());
    let [width, height] = pen.size();
    let steep = dy >= dx;
    let (long, short) = if steep { (dy, dx) } else { (dx, dy) };
    let (start, step, limit) = if steep { (y0, sy, height) } else { (x0, sx, width) };
    // Steps at which the long coordinate is inside 0..limit.
    let (from, to) = if step > 0 { (-start, limit - start) } else { (start - limit + 1, start + 1) };
    for i in from.max(0)..to.min(long) {
        let rise = (2 * short * i + long) / (2 * long);
        if steep {
            pen.point(x0 + sx * rise, y0 + sy * i);
        } else {
            pen.point(x0 + sx * i, y0 + sy * rise);
        }
    }
}

/// A line of some width: the four-cornered polygon around it.
pub(super) fn wide(pen: &mut Pen<'_>, [x0, y0]: [i64; 2], [x1, y1]: [i64; 2], width: f64) {
    let (dx, dy) = ((x1 - x0) as f64, (y1 - y0) as f64);
    let length = dx.hypot(dy);
    if length == 0.0 {
        pen.point(x0, y0);
        return;
    }
    let half = (width - 1.0) / 2.0;
    // Half a pixel of an even width goes to one side.
    let (less, more) = ((half - 0.5).ceil() / length, (half + 0.5).floor() / length);
    let (left, right) = ((less * dy).round() as i64, (more * dy).round() as i64);
    let (above, below) = ((less * dx).round() as i64, (more * dx).round() as i64);
    let corners = [
        [x0 - left, y0 + below],
        [x1 - left, y1 + below],
        [x1 + right, y1 - above],
        [x0 + right, y0 - above],
    ];
    let edges: Vec<Edge> = (0..4).map(|i| Edge::new(corners[i], corners[(i + 1) % 4])).collect();
    fill_edges(pen, &edges);
}
