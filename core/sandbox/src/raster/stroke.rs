//! The outline of a stroked line: sides, joins and caps, by the rules of Agg.

use super::flatten::Part;
use crate::{Cap, Join};

/// How far a sharp corner may reach, in half widths.
const MITER: f64 = 4.0;
/// The same on the inner side of a corner.
const INNER: f64 = 1.01;

type Point = [f64; 2];

/// A pen of some half width.
pub(super) struct Outline {
    pub half: f64,
    pub cap: Cap,
    pub join: Join,
}

fn distance(a: Point, b: Point) -> f64 {
    let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
    (dx * dx + dy * dy).sqrt()
}

/// Positive if `c` lies to the right of the way from `a` to `b`.
fn side(a: Point, b: Point, c: Point) -> f64 {
    (c[0] - b[0]) * (b[1] - a[1]) - (c[1] - b[1]) * (b[0] - a[0])
}

fn intersection(a: Point, b: Point, c: Point, d: Point) -> Option<Point> {
    let numerator = (a[1] - c[1]) * (d[0] - c[0]) - (a[0] - c[0]) * (d[1] - c[1]);
    let denominator = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0]);
    if denominator.abs() < 1.0e-30 {
        return None;
    }
    let u = numerator / denominator;
    Some([a[0] + u * (b[0] - a[0]), a[1] + u * (b[1] - a[1])])
}

impl Outline {
    /// The polygons that cover a stroked part.
    pub fn polygons(&self, part: &Part) -> Vec<Vec<Point>> {
        let mut points: Vec<Point> = Vec::with_capacity(part.points.len());
        for point in &part.points {
            if points.last().is_none_or(|last| distance(*last, *point) > 1.0e-9) {
                points.push(*point);
            }
        }
        let mut closed = part.closed;
        if closed {
            while points.len() > 1 && distance(points[0], points[points.len() - 1]) <= 1.0e-9 {
                points.pop();
            }
        }
        if points.len() < 3 {
            closed = false;
        }
        let count = points.len();
        if count < 2 {
            return Vec::new();
        }
        if closed {
            let mut there = Vec::with_capacity(count * 2);
            let mut back = Vec::with_capacity(count * 2);
            for index in 0..count {
                let (before, after) = (points[(index + count - 1) % count], points[(index + 1) % count]);
                self.corner(&mut there, before, points[index], after);
            }
            for index in (0..count).rev() {
                let (before, after) = (points[(index + 1) % count], points[(index + count - 1) % count]);
                self.corner(&mut back, before, points[index], after);
            }
            return vec![there, back];
        }
        let mut outline = Vec::with_capacity(count * 4);
        self.end(&mut outline, points[0], points[1]);
        for index in 1..count - 1 {
            self.corner(&mut outline, points[index - 1], points[index], points[index + 1]);
        }
        self.end(&mut outline, points[count - 1], points[count - 2]);
        for index in (1..count - 1).rev() {
            self.corner(&mut outline, points[index + 1], points[index], points[index - 1]);
        }
        vec![outline]
    }

    /// The step from a line to its side.
    fn aside(&self, a: Point, b: Point) -> Point {
        let length = distance(a, b);
        [self.half * (b[1] - a[1]) / length, self.half * (b[0] - a[0]) / length]
    }

    fn end(&self, out: &mut Vec<Point>, at: Point, next: Point) {
        let [dx, dy] = self.aside(at, next);
        match self.cap {
            Cap::Butt | Cap::Projecting => {
                let [ex, ey] = if self.cap == Cap::Projecting { [dy, dx] } else { [0.0; 2] };
                out.push([at[0] - dx - ex, at[1] + dy - ey]);
                out.push([at[0] + dx - ex, at[1] - dy - ey]);
            }
            Cap::Round => {
                let steps = self.steps(std::f64::consts::PI);
                let start = libm::atan2(dy, -dx);
                out.push([at[0] - dx, at[1] + dy]);
                for step in 1..steps {
                    let angle = start + std::f64::consts::PI * step as f64 / steps as f64;
                    out.push([at[0] + self.half * libm::cos(angle), at[1] + self.half * libm::sin(angle)]);
                }
                out.push([at[0] + dx, at[1] - dy]);
            }
        }
    }

    /// Into how many lines an arc is cut.
    fn steps(&self, angle: f64) -> usize {
        let most = libm::acos(self.half / (self.half + 0.125)) * 2.0;
        ((angle / most) as usize + 1).clamp(1, 400)
    }

    fn corner(&self, out: &mut Vec<Point>, before: Point, at: Point, after: Point) {
        let [dx1, dy1] = self.aside(before, at);
        let [dx2, dy2] = self.aside(at, after);
        let (first, second) = ([at[0] + dx1, at[1] - dy1], [at[0] + dx2, at[1] - dy2]);
        let turn = side(before, at, after);
        if turn > 0.0 {
            let limit = distance(before, at).min(distance(at, after)) / self.half;
            self.miter(out, [before, at, after], [[dx1, dy1], [dx2, dy2]], limit.max(INNER));
            return;
        }
        let middle = [(dx1 + dx2) * 0.5, (dy1 + dy2) * 0.5];
        let bevel = (middle[0] * middle[0] + middle[1] * middle[1]).sqrt();
        if self.join != Join::Miter && self.half - bevel < self.half / 1024.0 {
            let sides = ([before[0] + dx1, before[1] - dy1], first, second, [after[0] + dx2, after[1] - dy2]);
            out.push(intersection(sides.0, sides.1, sides.2, sides.3).unwrap_or(first));
            return;
        }
        match self.join {
            Join::Miter => self.miter(out, [before, at, after], [[dx1, dy1], [dx2, dy2]], MITER),
            Join::Bevel => out.extend([first, second]),
            Join::Round => {
                let start = libm::atan2(-dy1, dx1);
                let mut end = libm::atan2(-dy2, dx2);
                if start > end {
                    end += std::f64::consts::TAU;
                }
                let steps = self.steps(end - start);
                out.push(first);
                for step in 1..steps {
                    let angle = start + (end - start) * step as f64 / steps as f64;
                    out.push([at[0] + self.half * libm::cos(angle), at[1] + self.half * libm::sin(angle)]);
                }
                out.push(second);
            }
        }
    }

    fn miter(&self, out: &mut Vec<Point>, [before, at, after]: [Point; 3], steps: [Point; 2], limit: f64) {
        let [[dx1, dy1], [dx2, dy2]] = steps;
        let (first, second) = ([at[0] + dx1, at[1] - dy1], [at[0] + dx2, at[1] - dy2]);
        let (start, end) = ([before[0] + dx1, before[1] - dy1], [after[0] + dx2, after[1] - dy2]);
        match intersection(start, first, second, end) {
            Some(tip) if distance(at, tip) <= self.half * limit => out.push(tip),
            Some(_) => out.extend([first, second]),
            None if (side(before, at, first) < 0.0) == (side(at, after, first) < 0.0) => out.push(first),
            None => out.extend([first, second]),
        }
    }
}
