//! What an inset shows, marked in the axes it stands in: a rectangle, and lines to the inset's corners.

use std::cell::Cell;
use std::rc::Weak;

use super::axes::Axes;
use super::geometry::{Point, Rect};
use super::path::{Path, Step};
use super::transform::Transform;

/// The mark of an inset.
pub(crate) struct InsetMark {
    /// The rectangle in the coordinates of the patch.
    pub bounds: Cell<Rect>,
    /// Whether a script gave the rectangle, which are the limits of the inset otherwise.
    pub fixed: bool,
    /// The axes it is drawn in.
    pub axes: Weak<Axes>,
    pub inset: Weak<Axes>,
}

impl std::fmt::Debug for InsetMark {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "InsetMark({:?})", self.bounds.get())
    }
}

impl InsetMark {
    /// Takes the limits of the inset.
    pub fn follow(&self) {
        let Some(inset) = self.inset.upgrade().filter(|_| !self.fixed) else { return };
        let (x, y) = (inset.domain(0), inset.domain(1));
        self.bounds.set(Rect { x0: x.low.get(), y0: y.low.get(), x1: x.high.get(), y1: y.high.get() });
    }

    /// The two of the four lines between like corners that do not cross the boxes, in pixels; `own` is the rectangle there.
    pub fn lines(&self, transform: &Transform, own: Rect) -> Path {
        let mut steps = Vec::new();
        let (Some(inset), Some(axes)) = (self.inset.upgrade(), self.axes.upgrade()) else {
            return Path { steps };
        };
        let other = inset.bbox.get();
        let left = own.x0 < other.x0;
        let right = own.x1 < other.x1;
        let below = own.y0 < other.y0;
        let above = own.y1 < other.y1;
        let shown = [left != below, left == above, right == below, right != above];
        let inverted = [axes.domain(0).inverted(), axes.domain(1).inverted()];
        let bounds = self.bounds.get();
        for (corner, shown) in [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]].into_iter().zip(shown) {
            if !shown {
                continue;
            }
            let flipped: Point =
                std::array::from_fn(|axis| if inverted[axis] { 1.0 - corner[axis] } else { corner[axis] });
            let (from, to) = (other.at(corner), transform.apply(bounds.at(flipped)));
            let finite = from.iter().chain(&to).all(|value| value.is_finite() && value.abs() < 1.0e7);
            if finite {
                // A curve, as connections are: its ends stay where they are and are not moved onto pixels.
                let middle = [(from[0] + to[0]) / 2.0, (from[1] + to[1]) / 2.0];
                steps.extend([Step::Move(from), Step::Quad(middle, to)]);
            }
        }
        Path { steps }
    }
}
