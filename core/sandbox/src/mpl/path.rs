//! Paths of lines and curves before they become pixels.

use super::geometry::{Affine, Point, Rect};

/// One step of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Step {
    Move(Point),
    Line(Point),
    Quad(Point, Point),
    Cubic(Point, Point, Point),
    Close,
}

/// A path.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Path {
    pub steps: Vec<Step>,
}

/// The control points' distance of a quarter circle made of one cubic curve, as eight of them draw it.
const MAGIC: f64 = 0.265_114_773_49;

impl Path {
    /// An open line through points; a point that is no number breaks it.
    pub fn polyline(points: impl IntoIterator<Item = Point>) -> Self {
        let mut steps = Vec::new();
        let mut broken = true;
        for point in points {
            if !point.iter().all(|value| value.is_finite()) {
                broken = true;
                continue;
            }
            steps.push(if broken { Step::Move(point) } else { Step::Line(point) });
            broken = false;
        }
        Self { steps }
    }

    /// A closed polygon.
    pub fn polygon(points: impl IntoIterator<Item = Point>) -> Self {
        let mut path = Self::polyline(points);
        if !path.steps.is_empty() {
            path.steps.push(Step::Close);
        }
        path
    }

    pub fn rectangle(rect: Rect) -> Self {
        Self::polygon(rect.corners())
    }

    /// A circle of eight curves, as matplotlib makes it.
    pub fn circle(center: Point, radius: f64) -> Self {
        let half = std::f64::consts::FRAC_1_SQRT_2;
        let m45 = half * MAGIC;
        let raw: [Point; 25] = [
            [0.0, -1.0],
            [MAGIC, -1.0],
            [half - m45, -half - m45],
            [half, -half],
            [half + m45, -half + m45],
            [1.0, -MAGIC],
            [1.0, 0.0],
            [1.0, MAGIC],
            [half + m45, half - m45],
            [half, half],
            [half - m45, half + m45],
            [MAGIC, 1.0],
            [0.0, 1.0],
            [-MAGIC, 1.0],
            [-half + m45, half + m45],
            [-half, half],
            [-half - m45, half - m45],
            [-1.0, MAGIC],
            [-1.0, 0.0],
            [-1.0, -MAGIC],
            [-half - m45, -half + m45],
            [-half, -half],
            [-half + m45, -half - m45],
            [-MAGIC, -1.0],
            [0.0, -1.0],
        ];
        let place = |[x, y]: Point| [center[0] + x * radius, center[1] + y * radius];
        let mut steps = vec![Step::Move(place(raw[0]))];
        for three in raw[1..].chunks_exact(3) {
            steps.push(Step::Cubic(place(three[0]), place(three[1]), place(three[2])));
        }
        steps.push(Step::Close);
        Self { steps }
    }

    /// The unit circle's arc from one angle to another in degrees; as a wedge it goes through the centre.
    pub fn arc(from: f64, to: f64, wedge: bool) -> Self {
        let full = (to - from).abs() >= 360.0 && to != from;
        let end = if full { from + 360.0 } else { to - 360.0 * ((to - from) / 360.0).floor() };
        let (start, end) = (from.to_radians(), end.to_radians());
        let count = ((end - start) / std::f64::consts::FRAC_PI_2).abs().ceil().clamp(1.0, 8.0);
        let count = libm::pow(2.0, libm::ceil(libm::log2(count.max(1.0)))).max(1.0) as usize * 2;
        let step = (end - start) / count as f64;
        let t = libm::tan(0.5 * step);
        let alpha = libm::sin(step) * ((4.0 + 3.0 * t * t).sqrt() - 1.0) / 3.0;
        let on = |angle: f64| [libm::cos(angle), libm::sin(angle)];
        let mut steps = Vec::new();
        if wedge {
            steps.push(Step::Move([0.0; 2]));
            steps.push(Step::Line(on(start)));
        } else {
            steps.push(Step::Move(on(start)));
        }
        for index in 0..count {
            let (a, b) = (start + step * index as f64, start + step * (index + 1) as f64);
            let ([xa, ya], [xb, yb]) = (on(a), on(b));
            steps.push(Step::Cubic(
                [xa - alpha * ya, ya + alpha * xa],
                [xb + alpha * yb, yb - alpha * xb],
                [xb, yb],
            ));
        }
        if wedge {
            steps.push(Step::Line([0.0; 2]));
            steps.push(Step::Close);
        }
        Self { steps }
    }

    /// A box with round corners.
    pub fn rounded(rect: Rect, radius: f64) -> Self {
        let Rect { x0, y0, x1, y1 } = rect;
        let r = radius;
        let steps = vec![
            Step::Move([x0 + r, y0]),
            Step::Line([x1 - r, y0]),
            Step::Quad([x1, y0], [x1, y0 + r]),
            Step::Line([x1, y1 - r]),
            Step::Quad([x1, y1], [x1 - r, y1]),
            Step::Line([x0 + r, y1]),
            Step::Quad([x0, y1], [x0, y1 - r]),
            Step::Line([x0, y0 + r]),
            Step::Quad([x0, y0], [x0 + r, y0]),
            Step::Close,
        ];
        Self { steps }
    }

    /// Moves every point.
    pub fn map(&self, mut place: impl FnMut(Point) -> Point) -> Self {
        let steps = self.steps.iter().map(|step| match *step {
            Step::Move(a) => Step::Move(place(a)),
            Step::Line(a) => Step::Line(place(a)),
            Step::Quad(a, b) => Step::Quad(place(a), place(b)),
            Step::Cubic(a, b, c) => Step::Cubic(place(a), place(b), place(c)),
            Step::Close => Step::Close,
        });
        Self { steps: steps.collect() }
    }

    pub fn transformed(&self, by: &Affine) -> Self {
        self.map(|point| by.apply(point))
    }

    /// All points, those that steer curves included.
    pub fn points(&self) -> impl Iterator<Item = Point> + '_ {
        self.steps.iter().flat_map(|step| {
            let (points, count) = match *step {
                Step::Move(a) | Step::Line(a) => ([a; 3], 1),
                Step::Quad(a, b) => ([a, b, b], 2),
                Step::Cubic(a, b, c) => ([a, b, c], 3),
                Step::Close => ([[0.0; 2]; 3], 0),
            };
            points.into_iter().take(count)
        })
    }

    /// The box around the path itself.
    pub fn extents(&self) -> Rect {
        let mut rect = Rect::EMPTY;
        let mut at = [0.0; 2];
        for step in &self.steps {
            match *step {
                Step::Move(a) | Step::Line(a) => {
                    rect.include(a);
                    at = a;
                }
                Step::Quad(a, b) => {
                    let third = |p: Point, q: Point| {
                        [p[0] + (q[0] - p[0]) * 2.0 / 3.0, p[1] + (q[1] - p[1]) * 2.0 / 3.0]
                    };
                    curve_extents(&mut rect, [at, third(at, a), third(b, a), b]);
                    at = b;
                }
                Step::Cubic(a, b, c) => {
                    curve_extents(&mut rect, [at, a, b, c]);
                    at = c;
                }
                Step::Close => {}
            }
        }
        rect
    }

    /// Whether all lines are level or upright, which is when Agg moves them onto pixels.
    pub fn is_rectilinear(&self) -> bool {
        let (mut at, mut start) = ([0.0; 2], [0.0; 2]);
        let straight = |a: Point, b: Point| (a[0] - b[0]).abs() < 1.0e-4 || (a[1] - b[1]).abs() < 1.0e-4;
        for step in &self.steps {
            match *step {
                Step::Move(a) => (at, start) = (a, a),
                Step::Line(a) => {
                    if !straight(at, a) {
                        return false;
                    }
                    at = a;
                }
                Step::Quad(..) | Step::Cubic(..) => return false,
                Step::Close => {
                    if !straight(at, start) {
                        return false;
                    }
                    at = start;
                }
            }
        }
        true
    }
}

/// Grows a box around a curve, by its ends and turning points.
fn curve_extents(rect: &mut Rect, [p0, p1, p2, p3]: [Point; 4]) {
    rect.include(p0);
    rect.include(p3);
    let at = |t: f64| -> Point {
        let s = 1.0 - t;
        std::array::from_fn(|i| {
            s * s * s * p0[i] + 3.0 * s * s * t * p1[i] + 3.0 * s * t * t * p2[i] + t * t * t * p3[i]
        })
    };
    for axis in 0..2 {
        let (a, b, c) = (
            -p0[axis] + 3.0 * p1[axis] - 3.0 * p2[axis] + p3[axis],
            2.0 * (p0[axis] - 2.0 * p1[axis] + p2[axis]),
            p1[axis] - p0[axis],
        );
        let roots = if a.abs() < 1.0e-12 {
            [if b.abs() < 1.0e-12 { -1.0 } else { -c / b }, -1.0]
        } else {
            let root = (b * b - 4.0 * a * c).max(0.0).sqrt();
            [(-b + root) / (2.0 * a), (-b - root) / (2.0 * a)]
        };
        for t in roots.into_iter().filter(|t| (0.0..=1.0).contains(t)) {
            rect.include(at(t));
        }
    }
}
