//! The shapes of patches.

use std::rc::Rc;

use super::arrow::Arrow;
use super::geometry::{Affine, Point, Rect};
use super::inset_mark::InsetMark;
use super::path::{Path, Step};
use super::transform::Transform;

/// A shape in the coordinates of its transform.
#[derive(Debug, Clone)]
pub(crate) enum Shape {
    /// `Rectangle`: the corner, the size and the angle around a point of rotation.
    Rectangle { at: Point, width: f64, height: f64, angle: f64, pivot: Pivot },
    /// `Ellipse` and `Circle`.
    Ellipse { center: Point, width: f64, height: f64, angle: f64, circle: bool },
    /// `Polygon`.
    Polygon { points: Vec<Point>, closed: bool },
    /// `FancyArrowPatch` and `ConnectionPatch`.
    Arrow(Box<ArrowShape>),
    /// The mark of what an inset shows.
    Inset(Rc<InsetMark>),
    /// `PathPatch` and whatever else is a path; with the name of its class.
    Path { path: Path, class: &'static str },
}

/// An arrow between two points; its colours and its line are the patch's.
#[derive(Clone)]
pub(crate) struct ArrowShape {
    pub ends: [Point; 2],
    /// What maps the ends to pixels, where it is not the patch's own transform.
    pub transforms: [Option<Transform>; 2],
    pub arrow: Arrow,
    pub class: &'static str,
}

impl std::fmt::Debug for ArrowShape {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{:?}", self.class, self.ends)
    }
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
            Self::Arrow(arrow) => {
                let known = arrow.ends.iter().zip(&arrow.transforms).filter(|(_, own)| own.is_none());
                Path::polyline(known.map(|(end, _)| *end))
            }
            Self::Inset(mark) => Path::rectangle(mark.bounds.get()),
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
            Self::Arrow(arrow) => arrow.class,
            Self::Inset(_) => "InsetIndicator",
            Self::Path { class, .. } => class,
        }
    }
}

/// A slice of a circle between two angles in degrees; `width` leaves a ring of that width.
pub(crate) fn wedge(center: Point, radius: f64, from: f64, to: f64, width: Option<f64>) -> Path {
    let place =
        |radius: f64| Affine::scaling(radius, radius).then(&Affine::translation(center[0], center[1]));
    let full = (to - from).abs() >= 360.0;
    let Some(width) = width else {
        let mut path = Path::arc(from, to, !full);
        if full {
            path.steps.push(Step::Close);
        }
        return path.transformed(&place(radius));
    };
    let outer = Path::arc(from, to, false).transformed(&place(radius));
    let inner = Path::arc(from, to, false).transformed(&place(radius - width)).reversed();
    let mut steps = outer.steps;
    if full {
        steps.push(Step::Close);
        steps.extend(inner.steps);
    } else {
        steps.extend(inner.steps.into_iter().map(|step| match step {
            Step::Move(point) => Step::Line(point),
            other => other,
        }));
    }
    steps.push(Step::Close);
    Path { steps }
}

/// A turn around a point.
pub(crate) fn around(pivot: Point, degrees: f64) -> Affine {
    Affine::translation(-pivot[0], -pivot[1])
        .then(&Affine::rotation(degrees))
        .then(&Affine::translation(pivot[0], pivot[1]))
}
