//! Boards of square fields.

use crate::figure::Place;
use crate::scene::Scene;
use crate::seen::{Point, Seen};

/// A board on the figure; fields are counted from the upper left, from 0.
#[derive(Debug, Clone, Copy)]
pub(super) struct Board {
    left: i32,
    top: i32,
    /// Pixels of a field's side, an even number.
    pub(super) cell: i32,
    pub(super) columns: i32,
    pub(super) rows: i32,
}

impl Board {
    /// The middle of a field.
    pub(super) fn centre(&self, (column, row): Place) -> Place {
        (self.left + column * self.cell + self.cell / 2, self.top + row * self.cell + self.cell / 2)
    }

    /// The upper left corner of a field.
    pub(super) fn corner(&self, (column, row): Place) -> Place {
        (self.left + column * self.cell, self.top + row * self.cell)
    }

    pub(super) fn holds(&self, (column, row): Place) -> bool {
        (0..self.columns).contains(&column) && (0..self.rows).contains(&row)
    }

    pub(super) fn fields(&self) -> Vec<Place> {
        (0..self.rows).flat_map(|row| (0..self.columns).map(move |column| (column, row))).collect()
    }
}

/// A place for a board with fields of at least some pixels and a margin around it.
pub(super) fn board(scene: &mut Scene, (columns, rows): Place, margin: i32, least: i32) -> Option<Board> {
    let (w, h) = (scene.width() - 2 * margin, scene.height() - 2 * margin);
    let cell = (w / columns).min(h / rows) / 2 * 2;
    if cell < least {
        return None;
    }
    let left = margin + scene.int(0, w - columns * cell);
    let top = margin + scene.int(0, h - rows * cell);
    Some(Board { left, top, cell, columns, rows })
}

/// Draws the lines of a board.
pub(super) fn rule(scene: &mut Scene, board: &Board, width: i32) {
    let ink = scene.figure.ink;
    for column in 0..=board.columns {
        let ends = [board.corner((column, 0)), board.corner((column, board.rows))];
        scene.figure.line(ends[0], ends[1], width, ink, "upright line of the board");
    }
    for row in 0..=board.rows {
        let ends = [board.corner((0, row)), board.corner((board.columns, row))];
        scene.figure.line(ends[0], ends[1], width, ink, "level line of the board");
    }
}

/// Tints every other field of a board, like a chess board, in a pale shade.
pub(super) fn chequer(scene: &mut Scene, board: &Board) {
    let hue = scene.hues(1)[0];
    let pale = scene.shade(hue).map(|c| (i32::from(c) / 4 + 170) as u8);
    for (column, row) in board.fields().into_iter().filter(|(column, row)| (column + row) % 2 == 1) {
        let ((x0, y0), (x1, y1)) = (board.corner((column, row)), board.corner((column + 1, row + 1)));
        scene.figure.backdrop_polygon(&[(x0, y0), (x1, y0), (x1, y1), (x0, y1)], pale);
    }
}

/// A board found again from its lines.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ruled {
    pub(super) corner: Point,
    pub(super) cell: f64,
    pub(super) columns: i32,
    pub(super) rows: i32,
}

impl Ruled {
    pub(super) fn of(seen: &Seen) -> Option<Self> {
        let upright = seen.lines("upright line of the board");
        let level = seen.lines("level line of the board");
        let cell = upright.get(1)?[0][0] - upright.first()?[0][0];
        let corner = upright.first()?[0];
        Some(Self { corner, cell, columns: upright.len() as i32 - 1, rows: level.len() as i32 - 1 })
    }

    /// The field in which a place lies.
    pub(super) fn field(&self, at: Point) -> Place {
        let index = |k: usize| ((at[k] - self.corner[k]) / self.cell).floor() as i32;
        (index(0), index(1))
    }

    /// Whether a place lies on the board.
    pub(super) fn holds(&self, at: Point) -> bool {
        let (column, row) = self.field(at);
        (0..self.columns).contains(&column) && (0..self.rows).contains(&row)
    }
}
