//! The pieces of an outline.

use ab_glyph_rasterizer::Point;

/// A piece of an outline; curves of TrueType have one control point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Curve {
    /// From a point to a point.
    Line(Point, Point),
    /// From the first point to the last, drawn towards the one between.
    Quad(Point, Point, Point),
}

impl Curve {
    /// Its points, control points included.
    pub fn points(&self) -> impl Iterator<Item = Point> + use<> {
        let (a, b, c) = match *self {
            Self::Line(a, b) => (a, b, None),
            Self::Quad(a, b, c) => (a, b, Some(c)),
        };
        [a, b].into_iter().chain(c)
    }

    /// The curve with each point moved by `place`.
    pub fn map(&self, mut place: impl FnMut(Point) -> Point) -> Self {
        match *self {
            Self::Line(a, b) => Self::Line(place(a), place(b)),
            Self::Quad(a, b, c) => Self::Quad(place(a), place(b), place(c)),
        }
    }
}

/// A point of a contour as fonts keep it.
#[derive(Clone, Copy)]
pub(super) struct Node {
    pub at: [i32; 2],
    /// Whether the outline goes through it.
    pub on: bool,
    /// Whether the contour ends with it.
    pub last: bool,
}

/// Appends the curves of a closed contour that is moved by `by`.
pub(super) fn contour(nodes: &[Node], by: [i32; 2], curves: &mut Vec<Curve>) {
    let point = |node: &Node| Point { x: (node.at[0] + by[0]) as f32, y: (node.at[1] + by[1]) as f32 };
    // Between two control points lies a point of the outline that is not written down.
    let between = |a: Point, b: Point| Point { x: a.x + 0.5 * (b.x - a.x), y: a.y + 0.5 * (b.y - a.y) };
    let [first, rest @ ..] = nodes else { return };
    let Some(second) = rest.first() else {
        // A mark for what is put on the letter: no ink, but it counts for the letter's height.
        let dot = Curve::Line(point(first), point(first));
        curves.extend(first.on.then_some([dot; 2]).into_iter().flatten());
        return;
    };
    let (start, rest, closing) = match (first.on, second.on) {
        (true, _) => (point(first), rest, None),
        (false, true) => (point(second), &rest[1..], Some(first)),
        (false, false) => (between(point(first), point(second)), rest, Some(first)),
    };
    let (mut at, mut control) = (start, None);
    for node in rest.iter().chain(closing) {
        let next = point(node);
        let end = match (control, node.on) {
            (Some(_), true) | (None, true) => next,
            (Some(control), false) => between(control, next),
            (None, false) => {
                control = Some(next);
                continue;
            }
        };
        curves.push(match control {
            Some(control) => Curve::Quad(at, control, end),
            None => Curve::Line(at, end),
        });
        at = end;
        control = (!node.on).then_some(next);
    }
    curves.push(match control {
        Some(control) => Curve::Quad(at, control, start),
        None => Curve::Line(at, start),
    });
    curves.push(Curve::Line(start, start));
}
