//! The shapes of patches.

use super::geometry::{Affine, Point, Rect};
use super::path::Path;

/// A shape in the coordinates of its transform.
#[derive(Debug, Clone)]
pub(crate) enum Shape {
    /// `Rectangle`: the corner, the size and the angle around a point of rotation.
    Rectangle { at: Point, width: f64, height: f64, angle: f64, pivot: Pivot },
    /// `Ellipse` and `Circle`.
    Ellipse { center: Point, width: f64, height: f64, angle: f64, circle: bool },
    /// `Polygon`.
    Polygon { points: Vec<Point>, closed: bool },
    /// `PathPatch` and whatever else is a path; with the name of its class.
    Path { path: Path, class: &'static str },
}

/// Around which point a rectangle is turned.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Pivot {
    Corner,
    Center,
    Point(Point),
}

impl Shape {
    /// An upright rectangle.
    pub fn rectangle(rect: Rect) -> Self {
        let (width, height) = (rect.width(), rect.height());
        Self::Rectangle { at: [rect.x0, rect.y0], width, height, angle: 0.0, pivot: Pivot::Corner }
    }

    /// The outline.
    pub fn path(&self) -> Path {
        match self {
            Self::Rectangle { at, width, height, angle, pivot } => {
                let [x, y] = *at;
                let path = Path::polygon([[x, y], [x + width, y], [x + width, y + height], [x, y + height]]);
                if *angle == 0.0 {
                    return path;
                }
                let pivot = match *pivot {
                    Pivot::Corner => *at,
                    Pivot::Center => [x + width / 2.0, y + height / 2.0],
                    Pivot::Point(point) => point,
                };
                path.transformed(&around(pivot, *angle))
            }
            Self::Ellipse { center, width, height, angle, .. } => {
                let affine = Affine::scaling(width / 2.0, height / 2.0)
                    .then(&Affine::rotation(*angle))
                    .then(&Affine::translation(center[0], center[1]));
                Path::circle([0.0; 2], 1.0).transformed(&affine)
            }
            Self::Polygon { points, closed: true } => Path::polygon(points.iter().copied()),
            Self::Polygon { points, closed: false } => Path::polyline(points.iter().copied()),
            Self::Path { path, .. } => path.clone(),
        }
    }

    /// Python's name of the class.
    pub fn class_name(&self) -> &'static str {
        match self {
            Self::Rectangle { .. } => "Rectangle",
            Self::Ellipse { circle: true, .. } => "Circle",
            Self::Ellipse { .. } => "Ellipse",
            Self::Polygon { .. } => "Polygon",
            Self::Path { class, .. } => class,
        }
    }
}

/// A turn around a point.
pub(crate) fn around(pivot: Point, degrees: f64) -> Affine {
    Affine::translation(-pivot[0], -pivot[1])
        .then(&Affine::rotation(degrees))
        .then(&Affine::translation(pivot[0], pivot[1]))
}
