//! Paths as polylines: curves become short lines.

use crate::PathCommand;

/// Coordinates beyond this are as good as infinite.
const FAR: f64 = 1.0e6;

/// One part of a path.
#[derive(Debug, Clone, Default)]
pub(super) struct Part {
    pub points: Vec<[f64; 2]>,
    pub closed: bool,
}

fn wide([x, y]: [f32; 2]) -> [f64; 2] {
    [x, y].map(|value| if value.is_nan() { 0.0 } else { f64::from(value).clamp(-FAR, FAR) })
}

/// The parts of a path, moved by `shift`.
pub(super) fn flatten(commands: &[PathCommand], shift: [f64; 2]) -> Vec<Part> {
    let place = |point: [f32; 2]| {
        let [x, y] = wide(point);
        [x + shift[0], y + shift[1]]
    };
    let mut parts: Vec<Part> = Vec::new();
    let mut part = Part::default();
    for command in commands {
        match *command {
            PathCommand::Move(to) => {
                finish(&mut parts, &mut part);
                part.points.push(place(to));
            }
            PathCommand::Line(to) => part.points.push(place(to)),
            PathCommand::Quad(a, b) => {
                let (a, b) = (place(a), place(b));
                let start = part.points.last().copied().unwrap_or(a);
                let third = |p: [f64; 2], q: [f64; 2]| {
                    [p[0] + (q[0] - p[0]) * (2.0 / 3.0), p[1] + (q[1] - p[1]) * (2.0 / 3.0)]
                };
                cubic(&mut part.points, [start, third(start, a), third(b, a), b]);
            }
            PathCommand::Cubic(a, b, c) => {
                let (a, b, c) = (place(a), place(b), place(c));
                let start = part.points.last().copied().unwrap_or(a);
                cubic(&mut part.points, [start, a, b, c]);
            }
            PathCommand::Close => {
                let start = part.points.first().copied();
                part.closed = true;
                finish(&mut parts, &mut part);
                // A line after the end of a part goes on from its start.
                part.points.extend(start);
            }
        }
    }
    if part.points.len() > 1 || parts.is_empty() {
        finish(&mut parts, &mut part);
    }
    parts
}

fn finish(parts: &mut Vec<Part>, part: &mut Part) {
    if !part.points.is_empty() {
        parts.push(std::mem::take(part));
    }
}

/// Adds the points of a curve after its start.
fn cubic(points: &mut Vec<[f64; 2]>, [p0, p1, p2, p3]: [[f64; 2]; 4]) {
    let reach = |a: [f64; 2], b: [f64; 2], c: [f64; 2]| {
        (a[0] - 2.0 * b[0] + c[0]).abs().max((a[1] - 2.0 * b[1] + c[1]).abs())
    };
    // How far the curve leaves its chord decides the number of lines.
    let bend = reach(p0, p1, p2).max(reach(p1, p2, p3)).min(1.0e6);
    let count = ((bend * 6.0).sqrt() + 1.0).clamp(2.0, 200.0) as usize;
    for step in 1..=count {
        let t = step as f64 / count as f64;
        let s = 1.0 - t;
        let (a, b, c, d) = (s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t);
        points.push(std::array::from_fn(|axis| a * p0[axis] + b * p1[axis] + c * p2[axis] + d * p3[axis]));
    }
}
