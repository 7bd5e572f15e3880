//! One drawing call as a mark in pixels of the picture.

use vthinker_sandbox::{DrawKind, DrawOp, Rgba};

use super::canvas_frame::Frame;
use super::mark::{Mark, Xy};

/// A filled shape up to this many pixels across is a point.
const DOT: f32 = 20.0;
/// An outlined shape up to this many pixels across is a point.
const TINY: f32 = 8.0;

/// A mark and how it was drawn.
#[derive(Debug, Clone)]
pub(super) struct Stroke {
    pub(super) mark: Mark,
    pub(super) color: Option<Rgba>,
}

/// The strokes of one operation; text, pastes and whole-image operations make none.
pub(super) fn strokes(op: &DrawOp, frame: Frame) -> Vec<Stroke> {
    let at = |p: &Xy| frame.to_picture(*p);
    let corners = |b: &[f32; 4]| (at(&[b[0], b[1]]), at(&[b[2], b[3]]));
    let one = |mark: Mark, color: Option<Rgba>| vec![Stroke { mark, color }];
    match &op.kind {
        DrawKind::Line { points, color, .. } => {
            path(points.iter().map(at).collect()).map_or(vec![], |mark| one(mark, Some(*color)))
        }
        DrawKind::Point { points, color } => dots(points.iter().map(at).collect(), *color),
        DrawKind::Pixels { points, color } => {
            dots(points.iter().map(|p| at(&[p[0] as f32, p[1] as f32])).collect(), *color)
        }
        DrawKind::Rectangle { bbox, fill, outline, .. } => {
            let (a, b) = corners(bbox);
            one(boxed(a, b, fill.is_some()), outline.or(*fill))
        }
        DrawKind::Ellipse { bbox, fill, outline, .. } => {
            let (a, b) = corners(bbox);
            one(round(a, b, fill.is_some()), outline.or(*fill))
        }
        DrawKind::Polygon { points, fill, outline, .. } => {
            let points: Vec<Xy> = points.iter().map(at).collect();
            polygon(points, fill.is_some()).map_or(vec![], |mark| one(mark, outline.or(*fill)))
        }
        DrawKind::Arc { bbox, start, end, color, .. } => {
            let (a, b) = corners(bbox);
            let mark = if end - start >= 350.0 { round(a, b, false) } else { arc(a, b, *start, *end) };
            one(mark, Some(*color))
        }
        DrawKind::Chord { bbox, start, end, fill, outline, .. }
        | DrawKind::Pieslice { bbox, start, end, fill, outline, .. } => {
            let (a, b) = corners(bbox);
            one(arc(a, b, *start, *end), outline.or(*fill))
        }
        DrawKind::New { .. }
        | DrawKind::Open { .. }
        | DrawKind::Derive { .. }
        | DrawKind::Paste { .. }
        | DrawKind::Text { .. }
        | DrawKind::Save { .. }
        | DrawKind::Bitmap { .. }
        // A figure of matplotlib's is a canvas of its own, not the picture.
        | DrawKind::Path { .. }
        | DrawKind::Label { .. } => vec![],
    }
}

/// A polyline as the simplest mark that it is.
pub(super) fn path(points: Vec<Xy>) -> Option<Mark> {
    match points[..] {
        [] => None,
        [p] => Some(Mark::Point { x: p[0], y: p[1] }),
        [a, b] if spread(&[a, b]) < 2.0 => Some(Mark::Point { x: a[0], y: a[1] }),
        [a, b] => Some(Mark::Segment { x0: a[0], y0: a[1], x1: b[0], y1: b[1] }),
        _ => Some(upright(&points).unwrap_or(Mark::Polyline { points })),
    }
}

/// Single pixels: one point if they sit together, else each for itself.
fn dots(points: Vec<Xy>, color: Rgba) -> Vec<Stroke> {
    let point = |p: Xy| Stroke { mark: Mark::Point { x: p[0], y: p[1] }, color: Some(color) };
    if points.is_empty() {
        vec![]
    } else if spread(&points) <= DOT {
        vec![point(centre(&points))]
    } else {
        points.into_iter().map(point).collect()
    }
}

fn boxed(a: Xy, b: Xy, filled: bool) -> Mark {
    let (low, high) = ([a[0].min(b[0]), a[1].min(b[1])], [a[0].max(b[0]), a[1].max(b[1])]);
    if spread(&[low, high]) <= if filled { DOT } else { TINY } {
        let [x, y] = centre(&[low, high]);
        Mark::Point { x, y }
    } else {
        Mark::Box { x0: low[0], y0: low[1], x1: high[0], y1: high[1] }
    }
}

fn round(a: Xy, b: Xy, filled: bool) -> Mark {
    let [x, y] = centre(&[a, b]);
    if spread(&[a, b]) <= if filled { DOT } else { TINY } {
        Mark::Point { x, y }
    } else {
        Mark::Circle { x, y, r: ((b[0] - a[0]).abs() + (b[1] - a[1]).abs()) / 4.0 }
    }
}

fn polygon(mut points: Vec<Xy>, filled: bool) -> Option<Mark> {
    if points.len() >= 3 && spread(&points) <= if filled { DOT } else { TINY } {
        let [x, y] = centre(&points);
        return Some(Mark::Point { x, y });
    }
    if points.len() >= 3 {
        points.push(points[0]);
    }
    path(points)
}

/// A part of an ellipse as a path; angles in degrees, clockwise from three o'clock.
fn arc(a: Xy, b: Xy, start: f32, end: f32) -> Mark {
    const STEPS: u8 = 8;
    let [x, y] = centre(&[a, b]);
    let (rx, ry) = ((b[0] - a[0]) / 2.0, (b[1] - a[1]) / 2.0);
    let points = (0..=STEPS)
        .map(|i| (start + (end - start) * f32::from(i) / f32::from(STEPS)).to_radians())
        .map(|t| [x + rx * t.cos(), y + ry * t.sin()])
        .collect();
    Mark::Polyline { points }
}

/// The box that a closed path of four upright sides is.
fn upright(points: &[Xy]) -> Option<Mark> {
    let [a, b, c, d, e] = *points else { return None };
    let level = |p: Xy, q: Xy| (p[0] - q[0]).abs() <= 1.0 || (p[1] - q[1]).abs() <= 1.0;
    let closed = spread(&[a, e]) <= 1.0 && level(a, b) && level(b, c) && level(c, d) && level(d, e);
    let diagonal = (a[0] - c[0]).abs() > 1.0 && (a[1] - c[1]).abs() > 1.0;
    (closed && diagonal).then(|| boxed(a, c, false))
}

/// The longer side of the box around the points.
fn spread(points: &[Xy]) -> f32 {
    (0..2)
        .map(|axis| {
            let values = points.iter().map(|p| p[axis]);
            values.clone().fold(f32::MIN, f32::max) - values.fold(f32::MAX, f32::min)
        })
        .fold(0.0, f32::max)
}

/// The centre of the points.
fn centre(points: &[Xy]) -> Xy {
    let n = points.len() as f32;
    [points.iter().map(|p| p[0]).sum::<f32>() / n, points.iter().map(|p| p[1]).sum::<f32>() / n]
}
