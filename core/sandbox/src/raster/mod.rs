//! The one rasteriser: [`DrawKind`] in, pixels out.
//!
//! Shapes follow Pillow's un-antialiased pixel rules, or those of OpenCV where OpenCV drew them, so that
//! a script gives here the picture that it gives in Python; text is antialiased by glyph coverage. Scripts
//! and [`replay`] go through the same functions, hence replayed operations give the same pixels.

mod bitmap;
mod canvas;
mod chops;
mod codec;
mod coverage;
mod dash;
mod ellipse;
mod filter;
mod flatten;
mod flood;
mod formula;
mod line;
mod modes;
pub(crate) mod opencv;
mod packed;
mod path;
mod pen;
mod pixels;
mod polygon;
mod quantize;
mod rank;
mod rectangle;
mod replay;
mod resample;
mod rotate;
mod stroke;
mod text;
mod transform;
mod transform_text;
mod warp;

pub(crate) use bitmap::encoded as encoded_bitmap;
pub use canvas::{Canvas, MAX_PIXELS};
pub use chops::Chop;
pub use codec::{FORMATS, decode, encode, format_of, probe};
pub use filter::Filter;
pub(crate) use filter::{KERNELS, MAX_WINDOW};
pub(crate) use path::{mask_of, over, turn};
pub use pen::narrow;
pub(crate) use pixels::Original;
pub use pixels::Pixels;
pub use replay::replay;
pub use resample::{Resample, resize};
pub use text::{TextBox, measure};
pub use transform::{Transform, Transpose};

use crate::DrawKind;
use ellipse::Sector;
use pen::{Pen, edge, vertices};

/// Draws a shape or a text on `canvas`. Operations that need other canvases (`Derive`, `Paste`,
/// `Open`) and those that leave the pixels alone are not drawn here.
pub fn draw(canvas: &mut Canvas, kind: &DrawKind) {
    match kind {
        DrawKind::Line { points, color, width } => {
            line::polyline(&mut Pen::new(canvas, *color), &vertices(points), *width);
        }
        DrawKind::Point { points, color } => {
            let mut pen = Pen::new(canvas, *color);
            for [x, y] in vertices(points) {
                pen.point(x, y);
            }
        }
        DrawKind::Pixels { points, color } => {
            // A written pixel replaces the old one, whatever its alpha.
            for &[x, y] in points {
                canvas.put(x, y, *color);
            }
        }
        DrawKind::Rectangle { bbox, fill, outline, width, radius, corners } => {
            rectangle::rectangle(canvas, *bbox, *fill, *outline, *width, *radius, *corners);
        }
        DrawKind::Ellipse { bbox, fill, outline, width } => {
            let bbox = bbox.map(edge);
            paint(canvas, *fill, *outline, |pen, solid| {
                ellipse::ellipse(pen, bbox, (!solid).then_some(*width));
            });
        }
        DrawKind::Polygon { points, fill, outline, width } => {
            polygon::polygon(canvas, &vertices(points), *fill, *outline, *width);
        }
        DrawKind::Arc { bbox, start, end, color, width } => {
            ellipse::sector(&mut Pen::new(canvas, *color), bbox.map(edge), Sector::Arc(*width), *start, *end);
        }
        DrawKind::Chord { bbox, start, end, fill, outline, width } => {
            let bbox = bbox.map(edge);
            paint(canvas, *fill, *outline, |pen, solid| {
                let form = if solid { Sector::Chord } else { Sector::ChordOutline(*width) };
                ellipse::sector(pen, bbox, form, *start, *end);
            });
        }
        DrawKind::Pieslice { bbox, start, end, fill, outline, width } => {
            let bbox = bbox.map(edge);
            paint(canvas, *fill, *outline, |pen, solid| {
                let form = if solid { Sector::Pie } else { Sector::PieOutline(*width) };
                ellipse::sector(pen, bbox, form, *start, *end);
            });
        }
        DrawKind::Text { position, text, size, color, style, .. } => {
            text::draw(canvas, *position, text, *size, *color, style);
        }
        DrawKind::Path { commands, fill, stroke, clip, mask, at, antialias } => {
            let limits = path::Limits { clip: *clip, mask, antialias: *antialias };
            path::path(canvas, commands, *fill, stroke.as_ref(), at, &limits);
        }
        DrawKind::Label { position, text, size, color, angle, clip, math: true, .. } => {
            formula::formula(canvas, *position, (*size, text), *color, *angle, *clip);
        }
        DrawKind::Label { position, text, size, color, angle, face, clip, .. } => {
            path::label(canvas, *position, (*face, *size, text), *color, *angle, *clip);
        }
        DrawKind::New { .. }
        | DrawKind::Open { .. }
        | DrawKind::Derive { .. }
        | DrawKind::Paste { .. }
        | DrawKind::Save { .. } => {}
        DrawKind::Bitmap { at, size, png } => bitmap::put(canvas, *at, *size, png),
    }
}

/// Fills and then outlines, as every closed shape of Pillow does; an outline of the fill's colour is not
/// drawn again.
fn paint(
    canvas: &mut Canvas,
    fill: Option<crate::Rgba>,
    outline: Option<crate::Rgba>,
    mut shape: impl FnMut(&mut Pen<'_>, bool),
) {
    if let Some(color) = fill {
        shape(&mut Pen::new(canvas, color), true);
    }
    if let Some(color) = outline.filter(|color| Some(*color) != fill) {
        shape(&mut Pen::new(canvas, color), false);
    }
}

/// Fuel for drawing `kind` on an image of `size`: about one step for each sixteen pixels touched and for
/// each row of each edge followed.
pub fn cost(kind: &DrawKind, size: [u32; 2]) -> u64 {
    let [width, height] = size.map(u64::from);
    let area = width * height;
    let inside = |bbox: &[f32; 4]| {
        let [x0, y0, x1, y1] = bbox.map(f64::from);
        let columns = (x1.min(width as f64) - x0.max(0.0)).max(0.0) + 1.0;
        let rows = (y1.min(height as f64) - y0.max(0.0)).max(0.0) + 1.0;
        // The border of an ellipse is walked whole.
        (columns * rows / 16.0 + (y1 - y0).clamp(0.0, 65_536.0) / 4.0) as u64 + 8
    };
    match kind {
        DrawKind::Line { points, width: thick, .. } => {
            let thick = thick.clamp(1.0, 65_536.0) as u64;
            let segments = points.windows(2).map(|pair| {
                let long = |axis: usize, limit: u64| {
                    (f64::from(pair[0][axis]) - f64::from(pair[1][axis])).abs().min(limit as f64) as u64
                };
                let reach = long(0, width).max(long(1, height)) + 1;
                4 + reach + (reach * thick).min(area) / 16 + thick.min(height)
            });
            segments.sum::<u64>() + 1
        }
        DrawKind::Polygon { points, width: thick, outline, .. } => {
            let edges = points.len() as u64 + 1;
            let outline = if outline.is_some() && *thick > 1.0 { area / 8 + edges * height / 2 } else { 0 };
            edges * height / 8 + area / 16 + outline + edges
        }
        DrawKind::Point { points, .. } => points.len() as u64 + 1,
        DrawKind::Pixels { points, .. } => points.len() as u64 + 1,
        DrawKind::Bitmap { size, .. } => 2 * u64::from(size[0]) * u64::from(size[1]) + 64,
        DrawKind::Rectangle { bbox, .. }
        | DrawKind::Ellipse { bbox, .. }
        | DrawKind::Arc { bbox, .. }
        | DrawKind::Chord { bbox, .. }
        | DrawKind::Pieslice { bbox, .. } => inside(bbox),
        DrawKind::Path { commands, stroke, mask, at, .. } => {
            path_cost(commands, stroke.is_some(), at, [width, height])
                + mask.len() as u64 * 8
                + if mask.is_empty() { 0 } else { area / 8 }
        }
        DrawKind::Label { text, size, .. } => {
            let glyph = f64::from(*size).clamp(1.0, 1.0e4).powi(2) as u64 / 8 + 100;
            text.chars().count() as u64 * glyph + 1
        }
        DrawKind::Text { text, size, style, .. } => {
            let glyph = (f64::from(*size).powi(2) / 8.0) as u64 + 50;
            let stroke = (style.stroke_width.clamp(0.0, 100.0) as u64 * 2 + 1).pow(2);
            text.chars().count() as u64 * glyph * stroke
        }
        _ => area / 16 + 1,
    }
}

/// Fuel for a path: its box for each place, and the rows that its edges pass.
fn path_cost(commands: &[crate::PathCommand], stroked: bool, at: &[[f32; 2]], size: [u64; 2]) -> u64 {
    use crate::PathCommand::{Close, Cubic, Line, Move, Quad};
    let (mut low, mut high, mut steps) = ([f32::MAX; 2], [f32::MIN; 2], 0_u64);
    for command in commands {
        let ends: &[[f32; 2]] = match command {
            Move(to) | Line(to) => &[*to],
            Quad(a, b) => &[*a, *b],
            Cubic(a, b, c) => &[*a, *b, *c],
            Close => &[],
        };
        steps += if ends.len() > 1 { 16 } else { 1 };
        for point in ends {
            for axis in 0..2 {
                low[axis] = low[axis].min(point[axis]);
                high[axis] = high[axis].max(point[axis]);
            }
        }
    }
    let side = |axis: usize| {
        let limit = size[axis] as f32;
        (f64::from((high[axis] - low[axis]).clamp(0.0, limit)) as u64 + 2, limit)
    };
    let (columns, rows) = (side(0).0, side(1).0);
    let times = at.len().max(1) as u64 * (1 + u64::from(stroked));
    times.saturating_mul(columns * rows / 8 + steps * (4 + rows / 8) + 8)
}
