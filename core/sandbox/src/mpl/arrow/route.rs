//! Routes of lines and bends, and where they leave shapes.

use crate::mpl::geometry::Point;
use crate::mpl::path::{Path, Step};

/// A part of a route by its control points: a line or a quadratic curve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Leg {
    Line([Point; 2]),
    Bend([Point; 3]),
}

fn mix(a: Point, b: Point, t: f64) -> Point {
    [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]
}

/// Splits a bend.
pub(super) fn split_bend([a, b, c]: [Point; 3], t: f64) -> ([Point; 3], [Point; 3]) {
    let (ab, bc) = (mix(a, b, t), mix(b, c, t));
    let middle = mix(ab, bc, t);
    ([a, ab, middle], [middle, bc, c])
}

/// Where a bend crosses the border of a shape, if one end is inside and the other is not.
pub(super) fn crossing(bend: [Point; 3], inside: &dyn Fn(Point) -> bool) -> Option<f64> {
    let at = |t: f64| split_bend(bend, t).0[2];
    let first = inside(bend[0]);
    if inside(bend[2]) == first {
        return None;
    }
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..60 {
        let ([x0, y0], [x1, y1]) = (at(low), at(high));
        if libm::hypot(x1 - x0, y1 - y0) < 0.01 {
            break;
        }
        let middle = (low + high) / 2.0;
        if inside(at(middle)) == first { low = middle } else { high = middle }
    }
    Some((low + high) / 2.0)
}

impl Leg {
    pub fn start(&self) -> Point {
        match self {
            Self::Line([a, _]) | Self::Bend([a, ..]) => *a,
        }
    }

    pub fn end(&self) -> Point {
        match self {
            Self::Line([_, b]) | Self::Bend([.., b]) => *b,
        }
    }

    fn bend(&self) -> [Point; 3] {
        match *self {
            Self::Line([a, b]) => [a, mix(a, b, 0.5), b],
            Self::Bend(bend) => bend,
        }
    }

    fn split(&self, t: f64) -> (Self, Self) {
        match *self {
            Self::Line([a, b]) => (Self::Line([a, mix(a, b, t)]), Self::Line([mix(a, b, t), b])),
            Self::Bend(bend) => {
                let (first, second) = split_bend(bend, t);
                (Self::Bend(first), Self::Bend(second))
            }
        }
    }
}

/// A way from one point to another, with at least one leg.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Route {
    pub legs: Vec<Leg>,
}

impl Route {
    pub fn start(&self) -> Point {
        self.legs.first().map_or([0.0; 2], Leg::start)
    }

    pub fn end(&self) -> Point {
        self.legs.last().map_or([0.0; 2], Leg::end)
    }

    /// The control points, if it is one bend.
    pub fn as_bend(&self) -> Option<[Point; 3]> {
        match self.legs[..] {
            [Leg::Bend(bend)] => Some(bend),
            _ => None,
        }
    }

    /// Splits where it first crosses the border of a shape.
    fn split(&self, inside: &dyn Fn(Point) -> bool) -> Option<(Self, Self)> {
        for (index, leg) in self.legs.iter().enumerate() {
            if let Some(t) = crossing(leg.bend(), inside) {
                let (before, after) = leg.split(t);
                let mut first = self.legs[..index].to_vec();
                first.push(before);
                let mut second = vec![after];
                second.extend_from_slice(&self.legs[index + 1..]);
                return Some((Self { legs: first }, Self { legs: second }));
            }
        }
        None
    }

    /// What of it lies outside the shapes that hold its start and its end.
    pub fn cut(self, start: Option<&dyn Fn(Point) -> bool>, end: Option<&dyn Fn(Point) -> bool>) -> Self {
        let mut route = self;
        if let Some(inside) = start
            && let Some((_, rest)) = route.split(inside)
        {
            route = rest;
        }
        if let Some(inside) = end
            && let Some((rest, _)) = route.split(inside)
        {
            route = rest;
        }
        route
    }

    /// The same with other ends.
    pub fn with_ends(&self, start: Point, end: Point) -> Path {
        let mut steps = vec![Step::Move(start)];
        let last = self.legs.len().saturating_sub(1);
        for (index, leg) in self.legs.iter().enumerate() {
            let to = if index == last { end } else { leg.end() };
            steps.push(match leg {
                Leg::Line(_) => Step::Line(to),
                Leg::Bend([_, control, _]) => Step::Quad(*control, to),
            });
        }
        Path { steps }
    }

    /// The point that it goes to first, and the one that it comes from last.
    pub fn neighbours(&self) -> [Point; 2] {
        let first = match self.legs.first() {
            Some(Leg::Line([_, b])) | Some(Leg::Bend([_, b, _])) => *b,
            None => [0.0; 2],
        };
        let last = match self.legs.last() {
            Some(Leg::Line([a, _])) | Some(Leg::Bend([_, a, _])) => *a,
            None => [0.0; 2],
        };
        [first, last]
    }
}
