//! Rotation by any angle.

use image::RgbaImage;

use super::resample::{premultiply, unpremultiply};
use super::{Canvas, Resample};
use crate::Rgba;

/// Where a rotation puts its picture: the size of the result and, for each pixel of it, the place in the
/// source as the affine map `[a, b, c, d, e, f]`, `x' = a x + b y + c`, `y' = d x + e y + f`.
pub(super) struct Placement {
    pub size: [u32; 2],
    pub map: [f64; 6],
}

/// Counter-clockwise by `degrees` about `center` (the middle if missing); `expand` makes the result large
/// enough for all corners.
pub(super) fn placement(size: [u32; 2], degrees: f64, center: Option<[f32; 2]>, expand: bool) -> Placement {
    let [width, height] = size.map(f64::from);
    let [cx, cy] = center.map_or([width / 2.0, height / 2.0], |c| c.map(f64::from));
    let angle = -degrees.to_radians();
    let tidy = |value: f64| (value * 1e15).round() / 1e15;
    let (cos, sin) = (tidy(libm::cos(angle)), tidy(libm::sin(angle)));
    let mut map = [cos, sin, 0.0, -sin, cos, 0.0];
    map[2] = cos * -cx + sin * -cy + cx;
    map[5] = -sin * -cx + cos * -cy + cy;
    if !expand {
        return Placement { size, map };
    }
    let corners = [[0.0, 0.0], [width, 0.0], [width, height], [0.0, height]];
    let xs = corners.map(|[x, y]| map[0] * x + map[1] * y + map[2]);
    let ys = corners.map(|[x, y]| map[3] * x + map[4] * y + map[5]);
    let span = |values: [f64; 4]| {
        let high = values.into_iter().fold(f64::MIN, f64::max).ceil();
        let low = values.into_iter().fold(f64::MAX, f64::min).floor();
        high - low
    };
    let (new_width, new_height) = (span(xs), span(ys));
    let (dx, dy) = (-(new_width - width) / 2.0, -(new_height - height) / 2.0);
    map[2] += map[0] * dx + map[1] * dy;
    map[5] += map[3] * dx + map[4] * dy;
    Placement { size: [new_width.max(1.0) as u32, new_height.max(1.0) as u32], map }
}

/// Draws `canvas` through the affine map; places outside the source take `fill`.
pub(super) fn affine(canvas: &Canvas, placement: &Placement, filter: Resample, fill: Rgba) -> Canvas {
    let [a, b, c, d, e, f] = placement.map;
    through(canvas, placement.size, filter, fill, |x, y| {
        let (px, py) = (f64::from(x) + 0.5, f64::from(y) + 0.5);
        (a * px + b * py + c, d * px + e * py + f)
    })
}

/// Draws `canvas` through a map from pixels of the result to places in the source.
pub(super) fn through(
    canvas: &Canvas,
    size: [u32; 2],
    filter: Resample,
    fill: Rgba,
    map: impl Fn(u32, u32) -> (f64, f64),
) -> Canvas {
    let fill = canvas.mode.fit(fill);
    let alpha = canvas.has_alpha() && filter != Resample::Nearest;
    let source = if alpha { premultiply(&canvas.pixels).into() } else { canvas.pixels.clone() };
    let (width, height) = (f64::from(source.width()), f64::from(source.height()));
    let mut pixels = RgbaImage::from_fn(size[0], size[1], |x, y| {
        let (sx, sy) = map(x, y);
        // Written so that what is not a number lies outside.
        if !(sx >= 0.0 && sy >= 0.0 && sx < width && sy < height) {
            return image::Rgba(fill);
        }
        image::Rgba(match filter {
            Resample::Nearest => source.get_pixel(sx as u32, sy as u32).0,
            Resample::Bicubic => sample(&source, sx - 0.5, sy - 0.5, 2),
            _ => sample(&source, sx - 0.5, sy - 0.5, 1),
        })
    });
    if alpha {
        unpremultiply(&mut pixels);
    }
    Canvas { mode: canvas.mode, pixels: pixels.into() }
}

/// Interpolates linearly (`reach` 1) or by cubics (`reach` 2), first along rows, repeating the border.
fn sample(source: &RgbaImage, x: f64, y: f64, reach: i64) -> Rgba {
    let (column, row) = (x.floor(), y.floor());
    let (across, down) = (x - column, y - row);
    let at = |dx: i64, dy: i64, channel: usize| {
        let px = (column as i64 + dx).clamp(0, i64::from(source.width()) - 1) as u32;
        let py = (row as i64 + dy).clamp(0, i64::from(source.height()) - 1) as u32;
        f64::from(source.get_pixel(px, py).0[channel])
    };
    std::array::from_fn(|channel| {
        let value = if reach == 1 {
            let line = |dy| linear(at(0, dy, channel), at(1, dy, channel), across);
            linear(line(0), line(1), down)
        } else {
            let line = |dy| cubic([-1, 0, 1, 2].map(|dx| at(dx, dy, channel)), across);
            cubic([-1, 0, 1, 2].map(line), down)
        };
        value.clamp(0.0, 255.0) as u8
    })
}

fn linear(a: f64, b: f64, share: f64) -> f64 {
    a + (b - a) * share
}

/// Cubic convolution with a = -1, which Pillow uses here, unlike in resizing.
fn cubic([a, b, c, d]: [f64; 4], share: f64) -> f64 {
    let (p2, p3, p4) = (c - a, 2.0 * (a - b) + c - d, b - a + d - c);
    b + share * (p2 + share * (p3 + share * p4))
}
