//! Where artists stand in space.

use super::project::Point3;

/// The data of an artist in space; what it is drawn with on the page is made of it anew for every picture.
pub(crate) enum Depth {
    Line(Vec<Point3>),
    /// The place, and the direction that it is written along; none at zero.
    Text(Point3, Point3),
    /// Symbols, and how opaque the farthest are if they fade.
    Points(Vec<Point3>, Option<f64>),
    Segments(Vec<Vec<Point3>>),
    Faces(Faces),
}

/// Polygons.
pub(crate) struct Faces {
    pub corners: Vec<Vec<Point3>>,
    pub sort: Sort,
    pub closed: bool,
}

/// Which depth of a face's corners counts for the order that faces are drawn in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    Average,
    Least,
    Most,
}

impl Sort {
    /// Python's names.
    pub const NAMES: [&str; 3] = ["average", "min", "max"];
    /// In the order of the names.
    pub const ALL: [Self; 3] = [Self::Average, Self::Least, Self::Most];

    /// The depth of a face.
    pub fn of(self, places: &[Point3]) -> f64 {
        let depths = places.iter().map(|place| place[2]);
        match self {
            Self::Average => depths.sum::<f64>() / places.len().max(1) as f64,
            Self::Least => depths.fold(f64::INFINITY, f64::min),
            Self::Most => depths.fold(f64::NEG_INFINITY, f64::max),
        }
    }
}

impl Depth {
    /// The number of places.
    pub fn count(&self) -> usize {
        match self {
            Self::Line(points) | Self::Points(points, _) => points.len(),
            Self::Text(..) => 1,
            Self::Segments(lists) | Self::Faces(Faces { corners: lists, .. }) => places(lists),
        }
    }
}

/// The number of places in lists of them, each list being as dear as three.
pub(crate) fn places(lists: &[Vec<Point3>]) -> usize {
    lists.iter().map(|list| list.len() + 3).sum()
}

/// What places weigh with what is drawn of them.
pub(crate) fn bytes(count: usize) -> usize {
    count.saturating_mul(80)
}
