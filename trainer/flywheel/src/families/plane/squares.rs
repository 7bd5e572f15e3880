//! Squared paper without numbers.

use crate::families::graphs::axes::plain;
use crate::geometry::whole;
use crate::scene::Scene;
use crate::seen::{Point, Seen};

const LEVEL: &str = "level line of the squared paper";
const UPRIGHT: &str = "upright line of the squared paper";

/// Squared paper: the corner at the top left and the side of a square.
#[derive(Debug, Clone, Copy)]
pub(super) struct Squares {
    corner: Point,
    side: f64,
    /// Squares across.
    pub(super) columns: i32,
    /// Squares down.
    pub(super) rows: i32,
}

impl Squares {
    /// Paper with about `cells` squares along the shorter side of the picture; `bottom` letters' heights stay free
    /// below it.
    pub(super) fn lay(scene: &Scene, cells: i32, bottom: f64) -> Option<Self> {
        let margin = scene.letter_size() * 3 / 2;
        let free = (f64::from(scene.letter_size()) * bottom) as i32;
        let (width, height) = (scene.width() - 2 * margin, scene.height() - 2 * margin - free);
        let side = width.min(height) / cells;
        if side < 12 || !plain(scene) {
            return None;
        }
        let (columns, rows) = ((width / side).min(cells + 6), (height / side).min(cells + 6));
        let left = (scene.width() - columns * side) / 2;
        let top = margin + (height - rows * side) / 2;
        Some(Self { corner: [f64::from(left), f64::from(top)], side: f64::from(side), columns, rows })
    }

    /// Draws the lines.
    pub(super) fn draw(&self, scene: &mut Scene) {
        let faint = scene.figure.style().background.map(|c| c - 56);
        for column in 0..=self.columns {
            let (from, to) = (self.at([column, 0]), self.at([column, self.rows]));
            scene.figure.line(whole(from), whole(to), 1, faint, UPRIGHT);
        }
        for row in 0..=self.rows {
            let (from, to) = (self.at([0, row]), self.at([self.columns, row]));
            scene.figure.line(whole(from), whole(to), 1, faint, LEVEL);
        }
    }

    /// The place of a corner of the squares, counted from the top left.
    pub(super) fn at(&self, [column, row]: [i32; 2]) -> Point {
        [self.corner[0] + f64::from(column) * self.side, self.corner[1] + f64::from(row) * self.side]
    }

    /// A random corner of the squares that is not on the border of the paper.
    pub(super) fn throw(&self, scene: &mut Scene) -> [i32; 2] {
        [scene.int(1, self.columns - 1), scene.int(1, self.rows - 1)]
    }

    /// The paper as it is read from its lines.
    pub(super) fn read(seen: &Seen) -> Option<Self> {
        let (upright, level) = (seen.lines(UPRIGHT), seen.lines(LEVEL));
        let (first, last) = (upright.first()?[0], upright.last()?[0]);
        let (columns, rows) = (upright.len() as i32 - 1, level.len() as i32 - 1);
        Some(Self { corner: first, side: (last[0] - first[0]) / f64::from(columns), columns, rows })
    }

    /// The nearest corner of the squares.
    pub(super) fn corner_of(&self, p: Point) -> [i32; 2] {
        [(p[0] - self.corner[0]) / self.side, (p[1] - self.corner[1]) / self.side].map(|v| v.round() as i32)
    }
}
