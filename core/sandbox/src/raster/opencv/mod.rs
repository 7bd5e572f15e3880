//! OpenCV's rules of drawing.
//!
//! Coordinates are whole numbers with up to 16 bits of fraction, as in OpenCV; what is drawn depends on
//! the window that lines are cut at, so views of an array draw as OpenCV draws on them.

mod circle;
mod clip;
mod convex;
mod cost;
mod ellipse;
mod hershey;
mod line;
mod line_aa;
mod polygon;
mod stroke;
mod surface;
mod text;

pub(crate) use clip::cut;
pub(crate) use cost::cost;
pub(crate) use ellipse::arc;
pub(crate) use surface::{Rows, Surface, Window};
pub(crate) use text::{measure, units};

use crate::{CvMethod, CvPen, DrawKind, Rgba};
use ellipse::Ellipse;
use text::Text;

/// A point in pixels or in fixed point.
type P = [i64; 2];

/// Bits of fraction in fixed point.
const SHIFT: u32 = 16;
const ONE: i64 = 1 << SHIFT;
const HALF: i64 = ONE / 2;

/// The kinds of thin lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    Eight,
    Four,
    Antialiased,
}

/// The colour that a shape is drawn in.
pub(crate) fn ink(kind: &DrawKind) -> Option<Rgba> {
    match kind {
        DrawKind::Line { color, .. } | DrawKind::Arc { color, .. } | DrawKind::Text { color, .. } => {
            Some(*color)
        }
        DrawKind::Rectangle { fill, outline, .. }
        | DrawKind::Ellipse { fill, outline, .. }
        | DrawKind::Polygon { fill, outline, .. }
        | DrawKind::Pieslice { fill, outline, .. } => fill.or(*outline),
        _ => None,
    }
}

/// Draws a shape on the part of an image that the pen names.
pub(super) fn draw_on(canvas: &mut super::Canvas, kind: &DrawKind, pen: &CvPen) {
    let Some(color) = ink(kind) else { return };
    let color = canvas.mode.fit(color);
    draw(&mut Window::new(&mut canvas.pixels, pen.part, color), kind, pen);
}

/// Draws a shape on the part of a canvas that the pen names; `surface` is that part.
pub(crate) fn draw(surface: &mut dyn Surface, kind: &DrawKind, pen: &CvPen) {
    let shift = u32::from(pen.shift).min(SHIFT);
    let place = Place::new(pen, shift);
    let line = match pen.line_type {
        1 | 4 => Line::Four,
        16.. => Line::Antialiased,
        _ => Line::Eight,
    };
    let filled = |fill: &Option<Rgba>, width: f32| fill.is_none().then(|| thickness(width));
    match kind {
        DrawKind::Line { points, width, .. } => {
            let points = place.points(points);
            stroke::polyline(surface, &points, false, thickness(*width), line, shift);
        }
        DrawKind::Rectangle { bbox: [x0, y0, x1, y1], fill, width, .. } => {
            let [(x0, x1), (y0, y1)] = [(0, (*x0, *x1)), (1, (*y0, *y1))]
                .map(|(axis, (low, high))| if pen.mirrored[axis] { (high, low) } else { (low, high) });
            let corners = place.points(&[[x0, y0], [x1, y0], [x1, y1], [x0, y1]]);
            match filled(fill, *width) {
                Some(width) => stroke::polyline(surface, &corners, true, width, line, shift),
                None => convex::fill(surface, &corners, line, shift),
            }
        }
        DrawKind::Polygon { points, fill, width, .. } => {
            let points = place.points(points);
            match filled(fill, *width) {
                Some(width) => stroke::polyline(surface, &points, true, width, line, shift),
                None if pen.method == CvMethod::Convex => convex::fill(surface, &points, line, shift),
                None => polygon::fill(surface, rings(&points, &pen.rings), line, shift),
            }
        }
        DrawKind::Ellipse { bbox, fill, .. } if pen.method == CvMethod::Midpoint => {
            let Ellipse { center, axes, .. } = place.ellipse(bbox, pen, 0.0, 360.0);
            circle::circle(surface, center.map(|side| side >> SHIFT), axes[0] >> SHIFT, fill.is_some());
        }
        DrawKind::Ellipse { bbox, fill, width, .. } => {
            let ellipse = place.ellipse(bbox, pen, 0.0, 360.0);
            ellipse::draw(surface, &ellipse, filled(fill, *width), line);
        }
        DrawKind::Arc { bbox, start, end, width, .. } => {
            let ellipse = place.ellipse(bbox, pen, *start, *end);
            ellipse::draw(surface, &ellipse, Some(thickness(*width)), line);
        }
        DrawKind::Pieslice { bbox, start, end, fill, width, .. } => {
            let ellipse = place.ellipse(bbox, pen, *start, *end);
            ellipse::draw(surface, &ellipse, filled(fill, *width), line);
        }
        DrawKind::Text { position, text, size, .. } => {
            let Some(lettering) = pen.lettering else { return };
            let Some(units) = units(lettering.face) else { return };
            let origin = place.point(*position);
            let scale = f64::from(*size) / units;
            Text { text, origin, scale, lettering }.draw(surface, line);
        }
        _ => {}
    }
}

/// The box of a text's ink, for a text at `origin`.
pub(crate) fn text_bounds(text: &str, origin: P, scale: f64, lettering: crate::CvLettering) -> [f64; 4] {
    Text { text, origin, scale, lettering }.bounds()
}

/// From recorded coordinates to those of the window.
struct Place {
    corner: [f64; 2],
    scale: f64,
}

impl Place {
    fn new(pen: &CvPen, shift: u32) -> Self {
        let [x, y, ..] = pen.part.unwrap_or_default();
        Self { corner: [x, y].map(f64::from), scale: f64::from(1_u32 << shift) }
    }

    fn point(&self, [x, y]: [f32; 2]) -> P {
        let [left, top] = self.corner;
        [f64::from(x) - left, f64::from(y) - top].map(|side| ellipse::round(side * self.scale))
    }

    fn points(&self, points: &[[f32; 2]]) -> Vec<P> {
        points.iter().map(|point| self.point(*point)).collect()
    }

    fn ellipse(&self, [x0, y0, x1, y1]: &[f32; 4], pen: &CvPen, start: f32, end: f32) -> Ellipse {
        // Far beyond what an `i32` holds, nothing is drawn, and products stay in 64 bits.
        let fixed = |value: f64| (value * ONE as f64).round_ties_even().clamp(-1e15, 1e15) as i64;
        let axis = |low: f32, high: f32, corner: f64| {
            let (low, high) = (f64::from(low), f64::from(high));
            (fixed((low + high) / 2.0 - corner), fixed((high - low) / 2.0))
        };
        let (x, width) = axis(*x0, *x1, self.corner[0]);
        let (y, height) = axis(*y0, *y1, self.corner[1]);
        let [start, end] = [start, end].map(|angle| ellipse::round(f64::from(angle)));
        Ellipse { center: [x, y], axes: [width, height], angle: i64::from(pen.angle), start, end }
    }
}

/// A recorded width as a thickness.
fn thickness(width: f32) -> i64 {
    f64::from(width).clamp(1.0, 32_767.0) as i64
}

/// The points ring by ring.
fn rings<'a>(points: &'a [P], counts: &'a [u32]) -> impl Iterator<Item = &'a [P]> {
    let mut rest = points;
    let whole = counts.is_empty().then_some(points);
    let parts = counts.iter().map_while(move |count| {
        let (ring, left) = rest.split_at_checked(*count as usize)?;
        rest = left;
        Some(ring)
    });
    whole.into_iter().chain(parts)
}
