//! `connectionstyle`: the way from one point to the other.

use super::options::Options;
use super::route::{Leg, Route};
use crate::eval::fault::PyResult;
use crate::mpl::geometry::Point;
use crate::raster::turn;

/// A connection style; lengths in pixels (as matplotlib takes them), angles in degrees.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)] // matplotlib's arguments
pub(crate) enum Connection {
    Arc3 { rad: f64 },
    Angle3 { angles: [f64; 2] },
    Angle { angles: [f64; 2], rad: f64 },
    Arc { angles: [f64; 2], arms: [Option<f64>; 2], rad: f64 },
    Bar { arms: [f64; 2], fraction: f64, angle: Option<f64> },
}

impl Connection {
    /// A straight line.
    pub const STRAIGHT: Self = Self::Arc3 { rad: 0.0 };

    /// Reads `'arc3,rad=0.2'`.
    pub fn parse(text: &str) -> PyResult<Self> {
        let (name, mut options) = Options::parse(text)?;
        let connection = match name.as_str() {
            "arc3" => {
                let [rad] = options.take([("rad", 0.0)]);
                Self::Arc3 { rad }
            }
            "angle3" => Self::Angle3 { angles: options.take([("angleA", 90.0), ("angleB", 0.0)]) },
            "angle" => {
                let angles = options.take([("angleA", 90.0), ("angleB", 0.0)]);
                let [rad] = options.take([("rad", 0.0)]);
                Self::Angle { angles, rad }
            }
            "arc" => {
                let angles = options.take([("angleA", 0.0), ("angleB", 0.0)]);
                let arms =
                    [options.find("armA"), options.find("armB")].map(|arm| arm.filter(|arm| *arm != 0.0));
                let [rad] = options.take([("rad", 0.0)]);
                Self::Arc { angles, arms, rad }
            }
            "bar" => {
                let arms = options.take([("armA", 0.0), ("armB", 0.0)]);
                let [fraction] = options.take([("fraction", 0.3)]);
                Self::Bar { arms, fraction, angle: options.find("angle") }
            }
            _ => return Err(options.unknown()),
        };
        options.finish()?;
        Ok(connection)
    }

    /// The route between two pixels.
    pub fn connect(&self, from: Point, to: Point, _scale: f64) -> Route {
        let (dx, dy) = (to[0] - from[0], to[1] - from[1]);
        match *self {
            Self::Arc3 { rad } => {
                let control = [(from[0] + to[0]) / 2.0 + rad * dy, (from[1] + to[1]) / 2.0 - rad * dx];
                Route { legs: vec![Leg::Bend([from, control, to])] }
            }
            Self::Angle3 { angles } => Route { legs: vec![Leg::Bend([from, meeting(from, to, angles), to])] },
            Self::Angle { angles, rad } => {
                let corner = meeting(from, to, angles);
                rounded(&[from, corner, to], rad)
            }
            Self::Arc { angles, arms, rad } => {
                let arm = |at: Point, degrees: f64, length: f64| {
                    let (sin, cos) = turn(degrees);
                    [at[0] + length * cos, at[1] + length * sin]
                };
                let mut points = vec![from];
                points.extend(arms[0].map(|length| arm(from, angles[0], length)));
                points.extend(arms[1].map(|length| arm(to, angles[1], length)));
                points.push(to);
                rounded(&points, rad)
            }
            Self::Bar { arms, fraction, angle } => {
                let (mut foot, mut arm_b) = (to, arms[1]);
                let distance = libm::hypot(dx, dy);
                if let Some(angle) = angle {
                    let (sin, cos) = turn(angle);
                    let along = dx * cos + dy * sin;
                    arm_b -= dy * cos - dx * sin;
                    foot = [from[0] + along * cos, from[1] + along * sin];
                }
                let (fx, fy) = (foot[0] - from[0], foot[1] - from[1]);
                let length = libm::hypot(fx, fy).max(1.0e-9);
                let reach = (fraction * distance + arms[0].max(arm_b)) / length;
                let raise = |[x, y]: Point| [x + reach * fy, y - reach * fx];
                rounded(&[from, raise(from), raise(foot), to], 0.0)
            }
        }
    }
}

/// Where the lines through two points at two angles meet; the middle if they are parallel.
fn meeting(from: Point, to: Point, angles: [f64; 2]) -> Point {
    let ((sin_a, cos_a), (sin_b, cos_b)) = (turn(angles[0]), turn(angles[1]));
    let first = sin_a * from[0] - cos_a * from[1];
    let second = sin_b * to[0] - cos_b * to[1];
    let det = -sin_a * cos_b + cos_a * sin_b;
    if det.abs() < 1.0e-12 {
        return [(from[0] + to[0]) / 2.0, (from[1] + to[1]) / 2.0];
    }
    [(-cos_b * first + cos_a * second) / det, (-sin_b * first + sin_a * second) / det]
}

/// Lines through points, with round corners.
fn rounded(points: &[Point], radius: f64) -> Route {
    let toward = |from: Point, to: Point, by: f64| {
        let length = libm::hypot(to[0] - from[0], to[1] - from[1]).max(1.0e-9);
        [from[0] + (to[0] - from[0]) * by / length, from[1] + (to[1] - from[1]) * by / length]
    };
    let mut legs = Vec::new();
    let mut at = points.first().copied().unwrap_or_default();
    for three in points.windows(3) {
        let [before, corner, after] = [three[0], three[1], three[2]];
        if radius == 0.0 {
            legs.push(Leg::Line([at, corner]));
            at = corner;
        } else {
            let (first, second) = (toward(corner, before, radius), toward(corner, after, radius));
            legs.push(Leg::Line([at, first]));
            legs.push(Leg::Bend([first, corner, second]));
            at = second;
        }
    }
    legs.push(Leg::Line([at, points.last().copied().unwrap_or(at)]));
    Route { legs }
}
