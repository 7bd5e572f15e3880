//! Antialiased paths and labels on a canvas.

use super::Canvas;
use super::coverage::Coverage;
use super::dash::dash;
use super::flatten::{Part, flatten};
use super::stroke::Outline;
use crate::font::FittedLine;
use crate::{PathCommand, Rgba, Stroke, Typeface};

/// What limits a path.
pub(super) struct Limits<'a> {
    pub clip: Option<[f32; 4]>,
    pub mask: &'a [PathCommand],
    pub antialias: bool,
}

/// Fills and strokes a path at each place.
pub(super) fn path(
    canvas: &mut Canvas,
    commands: &[PathCommand],
    fill: Option<Rgba>,
    stroke: Option<&Stroke>,
    at: &[[f32; 2]],
    limits: &Limits<'_>,
) {
    let once = [[0.0; 2]];
    let places = if at.is_empty() { &once } else { at };
    let area = clip_box(canvas, limits.clip);
    let mask = mask(canvas, limits.mask, area);
    for place in places {
        let parts = flatten(commands, place.map(f64::from));
        if let Some(color) = fill {
            let polygons: Vec<Vec<[f64; 2]>> = parts.iter().map(|part| part.points.clone()).collect();
            paint(canvas, &polygons, color, area, mask.as_deref(), limits.antialias);
        }
        if let Some(stroke) = stroke.filter(|stroke| stroke.width > 0.0 && stroke.width.is_finite()) {
            let half = f64::from(stroke.width.min(1.0e5)) / 2.0;
            let outline = Outline { half, cap: stroke.cap, join: stroke.join };
            let parts = near(parts, area, half);
            let parts =
                if stroke.dashes.is_empty() { parts } else { dash(parts, &stroke.dashes, stroke.offset) };
            let polygons: Vec<Vec<[f64; 2]>> = parts.iter().flat_map(|part| outline.polygons(part)).collect();
            paint(canvas, &polygons, stroke.color, area, mask.as_deref(), limits.antialias);
        }
    }
}

/// Draws a line of text.
pub(super) fn label(
    canvas: &mut Canvas,
    position: [f32; 2],
    (face, size, text): (Typeface, f32, &str),
    color: Rgba,
    angle: f32,
    clip: Option<[f32; 4]>,
) {
    let line = FittedLine::new(face, size, text);
    let (sin, cos) = turn(f64::from(angle));
    let [x0, y0] = position.map(f64::from);
    let parts = flatten(&line.commands, [0.0; 2]);
    let polygons: Vec<Vec<[f64; 2]>> = parts
        .iter()
        .map(|part| {
            part.points.iter().map(|[x, y]| [x0 + x * cos - y * sin, y0 - x * sin - y * cos]).collect()
        })
        .collect();
    let area = clip_box(canvas, clip);
    paint(canvas, &polygons, color, area, None, true);
}

/// Sine and cosine of degrees, exact for quarter turns.
pub(crate) fn turn(degrees: f64) -> (f64, f64) {
    let quarters = degrees / 90.0;
    if quarters == quarters.trunc() && quarters.abs() < 1.0e6 {
        return match (quarters as i64).rem_euclid(4) {
            0 => (0.0, 1.0),
            1 => (1.0, 0.0),
            2 => (0.0, -1.0),
            _ => (-1.0, 0.0),
        };
    }
    (libm::sin(degrees.to_radians()), libm::cos(degrees.to_radians()))
}

/// The whole pixels of a clip box: Agg rounds its edges.
fn clip_box(canvas: &Canvas, clip: Option<[f32; 4]>) -> [i64; 4] {
    let [width, height] = canvas.size().map(i64::from);
    let Some([x0, y0, x1, y1]) = clip else { return [0, 0, width, height] };
    let edge = |value: f32, most: i64| (f64::from(value) + 0.5).floor().clamp(0.0, most as f64) as i64;
    [edge(x0, width), edge(y0, height), edge(x1, width), edge(y1, height)]
}

/// Coverage of the mask for every pixel of the canvas.
fn mask(canvas: &Canvas, commands: &[PathCommand], area: [i64; 4]) -> Option<Vec<u8>> {
    masked(canvas.size(), commands, area)
}

/// How much of each pixel of a canvas is inside a closed path; all if the path is empty.
pub(crate) fn mask_of(size: [u32; 2], commands: &[PathCommand]) -> Option<Vec<u8>> {
    masked(size, commands, [0, 0, i64::from(size[0]), i64::from(size[1])])
}

fn masked(size: [u32; 2], commands: &[PathCommand], area: [i64; 4]) -> Option<Vec<u8>> {
    if commands.is_empty() {
        return None;
    }
    let [width, height] = size.map(|side| side as usize);
    let mut cells = vec![0; width * height];
    let mut coverage = Coverage::new(area);
    for part in flatten(commands, [0.0; 2]) {
        coverage.polygon(&part.points);
    }
    coverage.each(|x, y, share| cells[y as usize * width + x as usize] = share);
    Some(cells)
}

/// Drops what of open lines is far outside, so that dashes of endless lines end.
fn near(parts: Vec<Part>, area: [i64; 4], half: f64) -> Vec<Part> {
    let margin = half * 8.0 + 64.0;
    let low = [area[0] as f64 - margin, area[1] as f64 - margin];
    let high = [area[2] as f64 + margin, area[3] as f64 + margin];
    let inside = |p: &[f64; 2]| (0..2).all(|axis| p[axis] >= low[axis] && p[axis] <= high[axis]);
    let mut out = Vec::new();
    for part in parts {
        if part.points.iter().all(inside) {
            out.push(part);
            continue;
        }
        let mut points = part.points;
        if part.closed
            && let Some(first) = points.first().copied()
        {
            points.push(first);
        }
        let mut piece = Part::default();
        for pair in points.windows(2) {
            let Some([a, b]) = cut([pair[0], pair[1]], low, high) else {
                if piece.points.len() > 1 {
                    out.push(std::mem::take(&mut piece));
                }
                piece = Part::default();
                continue;
            };
            if piece.points.last() != Some(&a) {
                if piece.points.len() > 1 {
                    out.push(std::mem::take(&mut piece));
                }
                piece = Part { points: vec![a], closed: false };
            }
            piece.points.push(b);
        }
        if piece.points.len() > 1 {
            out.push(piece);
        }
    }
    out
}

/// The part of a segment inside a box.
fn cut([a, b]: [[f64; 2]; 2], low: [f64; 2], high: [f64; 2]) -> Option<[[f64; 2]; 2]> {
    let (mut from, mut to) = (0.0_f64, 1.0_f64);
    for axis in 0..2 {
        let run = b[axis] - a[axis];
        if run == 0.0 {
            if a[axis] < low[axis] || a[axis] > high[axis] {
                return None;
            }
            continue;
        }
        let (t0, t1) = ((low[axis] - a[axis]) / run, (high[axis] - a[axis]) / run);
        from = from.max(t0.min(t1));
        to = to.min(t0.max(t1));
    }
    if from > to {
        return None;
    }
    let at = |t: f64| [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
    Some([if from > 0.0 { at(from) } else { a }, if to < 1.0 { at(to) } else { b }])
}

fn paint(
    canvas: &mut Canvas,
    polygons: &[Vec<[f64; 2]>],
    color: Rgba,
    area: [i64; 4],
    mask: Option<&[u8]>,
    antialias: bool,
) {
    let mut bounds = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
    for [x, y] in polygons.iter().flatten() {
        bounds = [bounds[0].min(*x), bounds[1].min(*y), bounds[2].max(*x), bounds[3].max(*y)];
    }
    let low = |value: f64, edge: i64| (value.floor() as i64).max(edge);
    let high = |value: f64, edge: i64| (value.ceil() as i64).saturating_add(1).min(edge);
    let bounds = [
        low(bounds[0], area[0]),
        low(bounds[1], area[1]),
        high(bounds[2], area[2]),
        high(bounds[3], area[3]),
    ];
    if color[3] == 0 || bounds[0] >= bounds[2] || bounds[1] >= bounds[3] {
        return;
    }
    let mut coverage = Coverage::new(bounds);
    for polygon in polygons {
        coverage.polygon(polygon);
    }
    let width = canvas.pixels.width() as usize;
    let mode = canvas.mode;
    coverage.each(|x, y, share| {
        let share = match (antialias, mask) {
            (false, _) if share < 128 => return,
            (false, _) => 255,
            (true, Some(mask)) => multiply(share, mask[y as usize * width + x as usize]),
            (true, None) => share,
        };
        let pixel = &mut canvas.pixels.get_pixel_mut(x as u32, y as u32).0;
        let mixed = over(*pixel, color, share);
        *pixel = if mode == crate::Mode::Rgba { mixed } else { mode.fit(mixed) };
    });
}

/// The product of two shares of 255, rounded.
pub(super) fn multiply(a: u8, b: u8) -> u8 {
    let product = u32::from(a) * u32::from(b) + 128;
    (((product >> 8) + product) >> 8) as u8
}

/// A colour laid over a pixel where it covers `share` of it; in matplotlib's integer arithmetic.
pub(crate) fn over(below: Rgba, color: Rgba, share: u8) -> Rgba {
    let alpha = u32::from(multiply(color[3], share));
    if alpha == 0 {
        return below;
    }
    if alpha == 255 {
        return [color[0], color[1], color[2], 255];
    }
    let old = u32::from(below[3]);
    let sum = ((alpha + old) << 8) - alpha * old;
    let mix = |channel: usize| {
        let held = i64::from(below[channel]) * i64::from(old);
        let new = i64::from(color[channel]);
        ((((new << 8) - held) * i64::from(alpha) + (held << 8)) / i64::from(sum)).clamp(0, 255) as u8
    };
    [mix(0), mix(1), mix(2), (sum >> 8) as u8]
}
