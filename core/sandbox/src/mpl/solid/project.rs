//! From space to the page: where the camera stands, and the matrix that it makes.

use crate::mpl::domain::Scale;

/// `[x, y, z]`.
pub(crate) type Point3 = [f64; 3];
type Matrix = [[f64; 4]; 4];

/// Distance of the camera from the middle of the box.
const DISTANCE: f64 = 10.0;
/// Length of the box's diagonal on default axes: matplotlib's two factors, which keep the looks of older versions.
const DIAGONAL: f64 = 1.829_464_072_162_043_4 * 25.0 / 24.0;
/// Left and lower end of what axes show of the page, and its width and height, by the distance of the camera.
const PAGE: [f64; 2] = [-0.95 / DISTANCE, (0.95 + 0.9) / DISTANCE];

/// Where the camera stands and how it looks at the box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Camera {
    /// Elevation, azimuth and roll in degrees.
    pub angles: Point3,
    /// The axis that stands upright.
    pub upright: usize,
    /// Infinite for parallel rays.
    pub focal: f64,
    /// Sides of the box.
    pub sides: Point3,
}

impl Default for Camera {
    fn default() -> Self {
        Self { angles: [30.0, -60.0, 0.0], upright: 2, focal: 1.0, sides: sides([4.0, 4.0, 3.0], 1.0) }
    }
}

/// The sides of a box of given proportions.
pub(crate) fn sides(aspect: Point3, zoom: f64) -> Point3 {
    let factor = DIAGONAL * zoom / length(aspect);
    aspect.map(|side| side * factor)
}

pub(super) fn length(v: Point3) -> f64 {
    dot(v, v).sqrt()
}

pub(super) fn dot(a: Point3, b: Point3) -> f64 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

pub(super) fn cross(a: Point3, b: Point3) -> Point3 {
    [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

pub(super) fn minus(a: Point3, b: Point3) -> Point3 {
    std::array::from_fn(|axis| a[axis] - b[axis])
}

fn unit(v: Point3) -> Point3 {
    let length = length(v);
    v.map(|part| part / length)
}

/// Between -180 and 180 degrees.
fn folded(angle: f64) -> f64 {
    let angle = (angle + 360.0).rem_euclid(360.0);
    if angle > 180.0 { angle - 360.0 } else { angle }
}

fn times(a: &Matrix, b: &Matrix) -> Matrix {
    std::array::from_fn(|row| {
        std::array::from_fn(|column| (0..4).map(|k| a[row][k] * b[k][column]).sum::<f64>())
    })
}

/// A vector turned around a unit vector by radians.
fn turned(v: Point3, around: Point3, angle: f64) -> Point3 {
    let (sin, cos) = (libm::sin(angle), libm::cos(angle));
    let along = dot(v, around) * (1.0 - cos);
    let side = cross(around, v);
    std::array::from_fn(|axis| v[axis] * cos + side[axis] * sin + around[axis] * along)
}

impl Camera {
    /// Numbers of x, y and z moved so that those of z belong to the upright axis.
    fn rolled(&self, v: Point3) -> Point3 {
        std::array::from_fn(|axis| v[(axis + 5 - self.upright) % 3])
    }

    /// The matrix that maps a box between two corners to the page.
    pub fn matrix(&self, low: Point3, high: Point3) -> Matrix {
        let sides = self.rolled(self.sides);
        let mut world = [[0.0; 4]; 4];
        for (axis, row) in world.iter_mut().take(3).enumerate() {
            let size = (high[axis] - low[axis]) / sides[axis];
            row[axis] = 1.0 / size;
            row[3] = -low[axis] / size;
        }
        world[3][3] = 1.0;
        let middle = sides.map(|side| 0.5 * side);
        let [elevation, azimuth, _] = self.angles.map(f64::to_radians);
        let (flat, up) = (libm::cos(elevation), libm::sin(elevation));
        let away = self.rolled([flat * libm::cos(azimuth), flat * libm::sin(azimuth), up]);
        let eye = |factor: f64| -> Point3 {
            std::array::from_fn(|axis| middle[axis] + DISTANCE * away[axis] * factor)
        };
        let mut top = [0.0; 3];
        let upside_down = folded(self.angles[0]).abs() > 90.0;
        top[self.upright] = if upside_down { -1.0 } else { 1.0 };
        let out = unit(minus(eye(1.0), middle));
        let right = unit(cross(top, out));
        let (mut right, mut over) = (right, cross(out, right));
        let roll = folded(self.angles[2]).to_radians();
        if roll != 0.0 {
            (right, over) = (turned(right, out, -roll), turned(over, out, -roll));
        }
        let endless = self.focal == f64::INFINITY;
        let eye = eye(if endless { 1.0 } else { self.focal });
        let mut view = [[0.0; 4]; 4];
        for (row, axis) in [right, over, out].into_iter().enumerate() {
            view[row] = [axis[0], axis[1], axis[2], -dot(axis, eye)];
        }
        view[3][3] = 1.0;
        let lens = if endless {
            [
                [2.0, 0.0, 0.0, 0.0],
                [0.0, 2.0, 0.0, 0.0],
                [0.0, 0.0, -2.0, 0.0],
                [0.0, 0.0, 0.0, 2.0 * DISTANCE],
            ]
        } else {
            let e = self.focal;
            [[e, 0.0, 0.0, 0.0], [0.0, e, 0.0, 0.0], [0.0, 0.0, 0.0, -DISTANCE], [0.0, 0.0, -1.0, 0.0]]
        };
        times(&lens, &times(&view, &world))
    }
}

/// A settled camera.
pub(crate) struct View {
    pub matrix: Matrix,
    /// Whether nothing is too near or too far.
    pub endless: bool,
    pub scales: [Scale; 3],
}

impl View {
    /// The place on the page, and the depth, of a point that went through the scales.
    pub fn project(&self, [x, y, z]: Point3) -> Point3 {
        let [u, v, w, t] = self.matrix.map(|row| row[0] * x + row[1] * y + row[2] * z + row[3]);
        [u / t, v / t, w / t]
    }

    /// The same for a point of the data.
    pub fn place(&self, point: Point3) -> Point3 {
        self.project(std::array::from_fn(|axis| self.scales[axis].forward(point[axis])))
    }

    /// The same, with no place for what is behind the camera or far beside it.
    pub fn seen(&self, point: Point3) -> Point3 {
        let [x, y, z] = self.place(point);
        let near = x.abs() <= 1.0 && y.abs() <= 1.0 && z <= 0.0;
        if self.endless || near { [x, y, z] } else { [f64::NAN; 3] }
    }
}

/// The fraction of axes' box for a coordinate of the page.
pub(crate) fn fraction(value: f64) -> f64 {
    (value - PAGE[0]) / PAGE[1]
}

/// The coordinate of the page at a fraction of axes' box.
pub(crate) fn value_at(fraction: f64) -> f64 {
    PAGE[0] + fraction * PAGE[1]
}

#[cfg(test)]
mod tests {
    use super::*;
    include!("project_numbers.rs");

    #[test]
    fn matrices_are_matplotlibs() {
        for (camera, low, high, wanted) in CASES {
            let camera =
                Camera { angles: camera.0, upright: camera.1, focal: camera.2, sides: sides(camera.3, 1.0) };
            let own = camera.matrix(low, high);
            for (own, wanted) in own.iter().flatten().zip(wanted.iter().flatten()) {
                assert!(
                    (own - wanted).abs() < 1.0e-12 * (1.0 + wanted.abs()),
                    "{camera:?}: {own} for {wanted}"
                );
            }
        }
    }

    #[test]
    fn points_stand_where_matplotlib_puts_them() {
        let camera = Camera::default();
        let matrix = camera.matrix([0.0; 3], [1.0; 3]);
        let view = View { matrix, endless: false, scales: [Scale::Linear; 3] };
        for (point, wanted) in POINTS {
            let own = view.place(point);
            assert!(own.iter().zip(wanted).all(|(own, wanted)| (own - wanted).abs() < 1.0e-12), "{point:?}");
        }
    }

    #[test]
    fn what_cannot_be_seen_has_no_place() {
        let matrix = Camera::default().matrix([0.0; 3], [1.0; 3]);
        let view = View { matrix, endless: false, scales: [Scale::Linear; 3] };
        assert!(view.seen([1.0e6, -1.0e6, 1.0e6])[0].is_nan());
        assert!(view.seen([f64::NAN, 0.0, 0.0])[0].is_nan());
        // A box without sides has no finite places.
        assert!(!Camera::default().matrix([0.0; 3], [0.0; 3])[0][0].is_finite());
    }
}
