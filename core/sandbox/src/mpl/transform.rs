//! From coordinates that scripts use to pixels.

use std::rc::{Rc, Weak};

use super::axes::Axes;
use super::figure::Figure;
use super::geometry::{Affine, Point};

/// A map to pixels of the figure, y upwards.
#[derive(Clone)]
pub(crate) enum Transform {
    /// Data of an axes.
    Data(Weak<Axes>),
    /// Fractions of an axes' box.
    Axes(Weak<Axes>),
    /// Fractions of the figure.
    Figure(Weak<Figure>),
    /// Inches.
    Inches(Weak<Figure>),
    /// Pixels as they are.
    Pixels,
    /// A map of its own.
    Affine(Affine),
    /// One after the other.
    Chain(Rc<[Transform; 2]>),
    /// x by the one, y by the other.
    Blend(Rc<[Transform; 2]>),
    /// Distances from another point.
    Beside(Rc<Beside>),
}

/// Where distances are counted from, and in what.
pub(crate) struct Beside {
    pub origin: Point,
    /// What maps the origin to pixels.
    pub base: Transform,
    pub figure: Weak<Figure>,
    /// Points a unit.
    pub unit: f64,
}

impl Beside {
    fn scale(&self) -> f64 {
        self.unit * self.figure.upgrade().map_or(1.0, |figure| figure.scale())
    }
}

impl Transform {
    /// Distances of `unit` points from a point.
    pub fn beside(origin: Point, base: Self, figure: Weak<Figure>, unit: f64) -> Self {
        Self::Beside(Rc::new(Beside { origin, base, figure, unit }))
    }

    /// The pixel of a point.
    pub fn apply(&self, point: Point) -> Point {
        match self {
            Self::Data(axes) => axes.upgrade().map_or(point, |axes| axes.to_pixels(point)),
            Self::Axes(axes) => axes.upgrade().map_or(point, |axes| axes.bbox.get().at(point)),
            Self::Figure(figure) => figure.upgrade().map_or(point, |figure| figure.bounds().at(point)),
            Self::Inches(figure) => {
                let dpi = figure.upgrade().map_or(1.0, |figure| figure.dpi.get());
                point.map(|value| value * dpi)
            }
            Self::Pixels => point,
            Self::Affine(affine) => affine.apply(point),
            Self::Chain(both) => both[1].apply(both[0].apply(point)),
            Self::Blend(both) => [both[0].apply(point)[0], both[1].apply(point)[1]],
            Self::Beside(beside) => {
                let ([x, y], scale) = (beside.base.apply(beside.origin), beside.scale());
                [x + point[0] * scale, y + point[1] * scale]
            }
        }
    }

    /// The point of a pixel, if there is one.
    pub fn invert(&self, point: Point) -> Option<Point> {
        Some(match self {
            Self::Data(axes) => axes.upgrade().map_or(point, |axes| axes.to_data(point)),
            Self::Axes(axes) => {
                let bbox = axes.upgrade()?.bbox.get();
                [(point[0] - bbox.x0) / bbox.width(), (point[1] - bbox.y0) / bbox.height()]
            }
            Self::Figure(figure) => {
                let bbox = figure.upgrade()?.bounds();
                [(point[0] - bbox.x0) / bbox.width(), (point[1] - bbox.y0) / bbox.height()]
            }
            Self::Inches(figure) => {
                let dpi = figure.upgrade()?.dpi.get();
                point.map(|value| value / dpi)
            }
            Self::Pixels => point,
            Self::Affine(affine) => affine.inverse()?.apply(point),
            Self::Chain(both) => both[0].invert(both[1].invert(point)?)?,
            Self::Blend(both) => [both[0].invert(point)?[0], both[1].invert(point)?[1]],
            Self::Beside(beside) => {
                let ([x, y], scale) = (beside.base.apply(beside.origin), beside.scale());
                [(point[0] - x) / scale, (point[1] - y) / scale]
            }
        })
    }

    /// Whether x and y are data of `axes`, so that they count for its limits.
    pub fn is_data(&self, axes: &Rc<Axes>) -> [bool; 2] {
        match self {
            Self::Data(own) => [own.upgrade().is_some_and(|own| Rc::ptr_eq(&own, axes)); 2],
            Self::Chain(both) => {
                let (first, second) = (both[0].is_data(axes), both[1].is_data(axes));
                [first[0] || second[0], first[1] || second[1]]
            }
            Self::Blend(both) => [both[0].is_data(axes)[0], both[1].is_data(axes)[1]],
            _ => [false; 2],
        }
    }

    /// The part before data, for the limits of artists with a map of their own in front of the data.
    pub fn before_data(&self, point: Point) -> Point {
        match self {
            Self::Chain(both) => match &both[0] {
                Self::Affine(affine) => both[1].before_data(affine.apply(point)),
                inner @ Self::Chain(_) => both[1].before_data(inner.before_data(point)),
                _ => point,
            },
            Self::Affine(affine) => affine.apply(point),
            _ => point,
        }
    }

    /// This and then another.
    pub fn then(self, next: Self) -> Self {
        match (self, next) {
            (Self::Affine(a), Self::Affine(b)) => Self::Affine(a.then(&b)),
            (Self::Pixels, next) => next,
            (own, Self::Pixels) => own,
            (own, next) => Self::Chain(Rc::new([own, next])),
        }
    }

    /// x by this, y by another.
    pub fn blended(x: Self, y: Self) -> Self {
        Self::Blend(Rc::new([x, y]))
    }
}
