//! Prisms in oblique parallel projection: a front face to scale and the same face shifted.

use crate::figure::Place;
use crate::geometry::{minus, plus, whole};
use crate::scene::Scene;
use crate::seen::{Point, Seen};

/// What visible edges are called among the elements.
pub(super) const EDGE: &str = "visible edge";
const FRONT: &str = "corner of the front face";
const BACK: &str = "way from the front face to the back face";

/// The corners of the front face clockwise on the screen, and the way to the back face.
#[derive(Debug, Clone)]
pub(super) struct Prism {
    pub(super) front: Vec<Point>,
    pub(super) depth: Point,
}

impl Prism {
    /// The front face of a box with some sides in pixels, in the middle of the picture together with its back face.
    pub(super) fn cuboid(scene: &Scene, [width, height]: [f64; 2], depth: Point) -> Self {
        let corners = vec![[0.0, 0.0], [width, 0.0], [width, height], [0.0, height]];
        Self { front: corners, depth }.centred(scene)
    }

    /// Moved to the middle of the picture, with whole places.
    pub(super) fn centred(mut self, scene: &Scene) -> Self {
        self.depth = round(self.depth);
        let all: Vec<Point> = self.front.iter().flat_map(|p| [*p, plus(*p, self.depth)]).collect();
        let span = |i: usize, pick: fn(f64, f64) -> f64| all.iter().map(|p| p[i]).reduce(pick).unwrap_or(0.0);
        let size = [f64::from(scene.width()), f64::from(scene.height())];
        let shift = [0, 1].map(|i| (size[i] - span(i, f64::min) - span(i, f64::max)) / 2.0);
        self.front = self.front.iter().map(|p| round(plus(*p, shift))).collect();
        self
    }

    /// The back corner that belongs to a front corner.
    pub(super) fn back(&self, i: usize) -> Point {
        plus(self.front[i], self.depth)
    }

    /// Whether the face behind the front side from corner `i` to the next is turned to the viewer: the back face shows
    /// beyond that side.
    pub(super) fn faces_viewer(&self, i: usize) -> bool {
        let way = minus(self.front[(i + 1) % self.front.len()], self.front[i]);
        // Clockwise on the screen the outside is at the left of the way.
        way[1] * self.depth[0] - way[0] * self.depth[1] > 0.0
    }

    /// The hidden edges: those whose faces are all turned away.
    pub(super) fn hidden(&self) -> Vec<[Point; 2]> {
        let n = self.front.len();
        let mut edges = Vec::new();
        for i in 0..n {
            if !self.faces_viewer(i) {
                edges.push([self.back(i), self.back((i + 1) % n)]);
                if !self.faces_viewer((i + n - 1) % n) {
                    edges.push([self.front[i], self.back(i)]);
                }
            }
        }
        edges
    }

    /// The back corners that no visible edge reaches.
    pub(super) fn hidden_corners(&self) -> Vec<Point> {
        let n = self.front.len();
        let out = |i: &usize| !self.faces_viewer(*i) && !self.faces_viewer((*i + n - 1) % n);
        (0..n).filter(out).map(|i| self.back(i)).collect()
    }

    /// Draws the visible edges.
    pub(super) fn draw(&self, scene: &mut Scene, width: i32, color: [u8; 3]) {
        let n = self.front.len();
        let mut line = |a: Point, b: Point, meaning: &str| {
            scene.figure.line(whole(a), whole(b), width, color, meaning);
        };
        for i in 0..n {
            let next = (i + 1) % n;
            line(self.front[i], self.front[next], FRONT);
            let shown = self.faces_viewer(i);
            if shown {
                line(self.back(i), self.back(next), EDGE);
            }
            if shown || self.faces_viewer((i + n - 1) % n) {
                line(self.front[i], self.back(i), BACK);
            }
        }
    }

    /// The prism as it is known from its visible edges.
    pub(super) fn read(seen: &Seen) -> Option<Self> {
        let front = seen.lines(FRONT).iter().map(|side| side[0]).collect();
        let [a, b] = *seen.lines(BACK).first()?;
        Some(Self { front, depth: minus(b, a) })
    }

    /// The visible edges as they were drawn.
    pub(super) fn drawn(seen: &Seen) -> Vec<[Point; 2]> {
        [seen.lines(FRONT), seen.lines(EDGE), seen.lines(BACK)].concat()
    }

    /// Whether all corners keep a distance from the border of the picture.
    pub(super) fn fits(&self, scene: &Scene, margin: i32) -> bool {
        (0..self.front.len()).flat_map(|i| [self.front[i], self.back(i)]).map(whole).all(|(x, y): Place| {
            x >= margin && y >= margin && x < scene.width() - margin && y < scene.height() - margin
        })
    }
}

/// A way to the back in one of the directions that show two side faces.
pub(super) fn oblique(scene: &mut Scene, any: bool) -> Point {
    let length = f64::from(scene.side()) * f64::from(scene.int(20, 30)) / 100.0;
    let turn = f64::from(scene.int(25, 55)).to_radians();
    let (x, y) = (length * turn.cos(), length * turn.sin());
    let (left, down) = if any { (scene.chance(0.5), scene.chance(0.3)) } else { (false, false) };
    [if left { -x } else { x }, if down { y } else { -y }]
}

fn round(p: Point) -> Point {
    p.map(f64::round)
}
