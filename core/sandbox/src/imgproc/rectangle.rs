//! The smallest rectangle around points, at any angle.

/// A point in single precision.
type Point = [f32; 2];

/// A rectangle about a centre, turned by an angle in degrees.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[allow(missing_docs)]
pub struct Turned {
    pub center: Point,
    pub size: [f32; 2],
    pub angle: f32,
}

impl Turned {
    /// The same rectangle with its angle from -90 to below 0.
    pub fn normalised(mut self) -> Self {
        while self.angle >= 0.0 {
            self.angle -= 90.0;
            self.size.reverse();
        }
        while self.angle < -90.0 {
            self.angle += 90.0;
            self.size.reverse();
        }
        self
    }

    /// The corners, from the bottom left of the rectangle that is not turned.
    pub fn corners(&self) -> [Point; 4] {
        let angle = f64::from(self.angle) * std::f64::consts::PI / 180.0;
        let (b, a) = (libm::cos(angle) as f32 * 0.5, libm::sin(angle) as f32 * 0.5);
        let ([x, y], [width, height]) = (self.center, self.size);
        let first = [x - a * height - b * width, y + b * height - a * width];
        let second = [x + a * height - b * width, y - b * height - a * width];
        let opposite = |point: Point| [2.0 * x - point[0], 2.0 * y - point[1]];
        [first, second, opposite(first), opposite(second)]
    }
}

/// Whether the first vector lies to the right of the second.
fn is_right(a: Point, b: Point) -> bool {
    a[1] * b[0] - a[0] * b[1] < 0.0
}

/// The smallest rectangle around a convex polygon, by calipers that turn around it.
pub fn smallest(hull: &[Point]) -> Turned {
    match hull {
        [] => Turned::default(),
        [one] => Turned { center: *one, ..Turned::default() },
        [a, b] => {
            let (dx, dy) = (f64::from(b[0] - a[0]), f64::from(b[1] - a[1]));
            Turned {
                center: [(a[0] + b[0]) * 0.5, (a[1] + b[1]) * 0.5],
                size: [libm::sqrt(dx * dx + dy * dy) as f32, 0.0],
                angle: libm::atan2(dy, dx).to_degrees() as f32,
            }
        }
        _ => turned(hull),
    }
}

/// Area, the points on the left and at the bottom, the direction of the sides, and their lengths.
type Best = (f32, usize, usize, [f32; 2], [f32; 2]);

fn turned(points: &[Point]) -> Turned {
    let count = points.len();
    let sides: Vec<Point> = (0..count)
        .map(|i| {
            let (a, b) = (points[i], points[(i + 1) % count]);
            [b[0] - a[0], b[1] - a[1]]
        })
        .collect();
    let lengths: Vec<f32> = sides
        .iter()
        .map(|side| {
            let (x, y) = (f64::from(side[0]), f64::from(side[1]));
            (1.0 / libm::sqrt(x * x + y * y)) as f32
        })
        .collect();
    // The points that the calipers touch: bottom, right, top, left.
    let mut touched = [0; 4];
    for (i, point) in points.iter().enumerate() {
        if point[1] < points[touched[0]][1] {
            touched[0] = i;
        }
        if point[0] > points[touched[1]][0] {
            touched[1] = i;
        }
        if point[1] > points[touched[2]][1] {
            touched[2] = i;
        }
        if point[0] < points[touched[3]][0] {
            touched[3] = i;
        }
    }
    let mut best: Option<Best> = None;
    for _ in 0..count {
        let side = |at: usize| sides[touched[at]];
        let [a, b, c, d] = [side(0), side(1), side(2), side(3)];
        let aligned = [a, [b[1], -b[0]], [-c[0], -c[1]], [-d[1], d[0]]];
        let mut leading = 0;
        for at in 1..4 {
            if is_right(aligned[at], aligned[leading]) {
                leading = at;
            }
        }
        let at = touched[leading];
        let base = aligned[leading].map(|part| part * lengths[at]);
        touched[leading] = (at + 1) % count;
        let [bottom, right, top, left] = touched.map(|at| points[at]);
        let width = (right[0] - left[0]) * base[0] + (right[1] - left[1]) * base[1];
        let height = (top[1] - bottom[1]) * base[0] - (top[0] - bottom[0]) * base[1];
        let area = width * height;
        if best.is_none_or(|(least, ..)| area <= least) {
            best = Some((area, touched[3], touched[0], base, [width, height]));
        }
    }
    let Some((_, left, bottom, [a, b], [width, height])) = best else { return Turned::default() };
    let (left, bottom) = (points[left], points[bottom]);
    let c1 = a * left[0] + left[1] * b;
    let c2 = -b * bottom[0] + bottom[1] * a;
    let scale = 1.0 / (a * a + b * b);
    let corner = [(c1 * a - c2 * b) * scale, (a * c2 + b * c1) * scale];
    let (across, down) = ([a * width, b * width], [-b * height, a * height]);
    let size = |v: Point| {
        let (x, y) = (f64::from(v[0]), f64::from(v[1]));
        libm::sqrt(x * x + y * y) as f32
    };
    Turned {
        center: [0, 1].map(|axis| corner[axis] + (across[axis] + down[axis]) * 0.5),
        size: [size(across), size(down)],
        angle: libm::atan2(f64::from(across[1]), f64::from(across[0])).to_degrees() as f32,
    }
}
