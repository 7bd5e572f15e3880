//! What OpenCV's shapes cost to draw.

use crate::{CvPen, DrawKind};

/// Fuel for drawing `kind` on an image of `size`: about one step for each sixteen pixels touched and for
/// each row of each edge followed.
pub(crate) fn cost(kind: &DrawKind, pen: &CvPen, size: [u32; 2]) -> u64 {
    let size = pen.part.map_or(size, |[.., width, height]| [width, height]).map(u64::from);
    let area = size[0] * size[1];
    match kind {
        DrawKind::Line { points, width, .. } => segments(points, *width, size),
        DrawKind::Polygon { points, fill: None, width, .. } => {
            segments(points, *width, size) + segment(size.map(|side| side as f64), *width, size)
        }
        DrawKind::Polygon { points, .. } => {
            let count = points.len() as u64 + 1;
            let heights = points.windows(2).map(|pair| f64::from((pair[0][1] - pair[1][1]).abs()));
            let tallest = size[1] as f64 + 4096.0;
            let rows: f64 = heights.map(|height| height.min(tallest)).sum();
            4 * count + rows as u64 + tallest as u64 + area / 16 + segments(points, 1.0, size)
        }
        DrawKind::Rectangle { fill: None, width, .. } => {
            4 * segment(size.map(|side| side as f64), *width, size)
        }
        DrawKind::Ellipse { bbox, fill: None, width, .. } | DrawKind::Arc { bbox, width, .. } => {
            let [x0, y0, x1, y1] = bbox.map(f64::from);
            let sides = [(x1 - x0).abs(), (y1 - y0).abs()];
            // Large ellipses have a vertex for every five degrees.
            let count = if sides[0].max(sides[1]) < 30.0 { 20 } else { 74 };
            count * segment(sides.map(|side| side / 12.0), *width, size)
        }
        DrawKind::Rectangle { bbox, .. }
        | DrawKind::Ellipse { bbox, .. }
        | DrawKind::Pieslice { bbox, .. } => {
            let [x0, y0, x1, y1] = bbox.map(f64::from);
            let covered = (x1 - x0).abs().min(size[0] as f64) * (y1 - y0).abs().min(size[1] as f64);
            covered as u64 / 16 + (y1 - y0).abs().min(size[1] as f64) as u64 + 300
        }
        DrawKind::Text { text, size: height, .. } => {
            let thickness = pen.lettering.map_or(1, |lettering| lettering.thickness);
            let stroke = f64::from(*height).abs() / 4.0;
            text.len() as u64 * (20 * segment([stroke; 2], f32::from(thickness), size) + 50)
        }
        _ => area / 16 + 1,
    }
}

fn segments(points: &[[f32; 2]], width: f32, size: [u64; 2]) -> u64 {
    let lengths = points.windows(2).map(|pair| [0, 1].map(|axis| f64::from(pair[0][axis] - pair[1][axis])));
    lengths.map(|sides| segment(sides, width, size)).sum::<u64>() + segment([0.0; 2], width, size)
}

/// A line that reaches this far along the axes.
fn segment(sides: [f64; 2], width: f32, size: [u64; 2]) -> u64 {
    let reach = |axis: usize| sides[axis].abs().min(size[axis] as f64) as u64;
    let (reach, area) = (reach(0).max(reach(1)) + 1, size[0] * size[1]);
    let thick = width.clamp(1.0, 32_767.0) as u64;
    if thick == 1 {
        return 4 + reach / 2;
    }
    16 + 4 * reach + (reach * thick).min(area) / 16 + thick.min(size[1]) + (thick * thick).min(area) / 16
}
