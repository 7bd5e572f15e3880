//! Grids of axes: `GridSpec` and its cells.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::figure::Figure;
use super::geometry::Rect;

/// The margins and gaps of a figure's grid.
#[derive(Debug, Clone, Copy, PartialEq)]
#[allow(missing_docs)] // matplotlib's names
pub(crate) struct Margins {
    pub left: f64,
    pub bottom: f64,
    pub right: f64,
    pub top: f64,
    pub wspace: f64,
    pub hspace: f64,
}

/// Margins that a grid has of its own.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
#[allow(missing_docs)]
pub(crate) struct OwnMargins {
    pub left: Option<f64>,
    pub bottom: Option<f64>,
    pub right: Option<f64>,
    pub top: Option<f64>,
    pub wspace: Option<f64>,
    pub hspace: Option<f64>,
}

/// Rows and columns.
pub(crate) struct Grid {
    pub rows: usize,
    pub columns: usize,
    pub widths: RefCell<Vec<f64>>,
    pub heights: RefCell<Vec<f64>>,
    pub own: Cell<OwnMargins>,
    /// The cells that it divides, if it stands inside another grid.
    pub parent: Option<Spec>,
}

/// Cells of a grid: first and last row and column.
#[derive(Clone)]
pub(crate) struct Spec {
    pub grid: Rc<Grid>,
    pub rows: (usize, usize),
    pub columns: (usize, usize),
}

impl Grid {
    /// A grid of equal cells.
    pub fn new(rows: usize, columns: usize, parent: Option<Spec>) -> Rc<Self> {
        Rc::new(Self {
            rows,
            columns,
            widths: RefCell::new(vec![1.0; columns]),
            heights: RefCell::new(vec![1.0; rows]),
            own: Cell::default(),
            parent,
        })
    }

    /// Margins, those of the figure where there are none of its own.
    pub fn margins(&self, figure: &Figure) -> Margins {
        let (own, of) = (self.own.get(), figure.margins.get());
        let outer = match &self.parent {
            Some(spec) => spec.position(figure),
            None => Rect { x0: of.left, y0: of.bottom, x1: of.right, y1: of.top },
        };
        Margins {
            left: own.left.unwrap_or(outer.x0),
            bottom: own.bottom.unwrap_or(outer.y0),
            right: own.right.unwrap_or(outer.x1),
            top: own.top.unwrap_or(outer.y1),
            wspace: own.wspace.unwrap_or(of.wspace),
            hspace: own.hspace.unwrap_or(of.hspace),
        }
    }
}

impl Spec {
    /// The box in fractions of the figure.
    pub fn position(&self, figure: &Figure) -> Rect {
        let grid = &self.grid;
        let margins = grid.margins(figure);
        let along = |start: f64, length: f64, gap: f64, ratios: &[f64], (from, to): (usize, usize)| {
            let count = ratios.len() as f64;
            let cell = length / (count + gap * (count - 1.0));
            let gap = gap * cell;
            let unit = cell * count / ratios.iter().sum::<f64>();
            let before: f64 = ratios.iter().take(from).map(|ratio| ratio * unit + gap).sum();
            let inside: f64 = ratios.iter().take(to + 1).skip(from).map(|ratio| ratio * unit).sum();
            let low = start + before;
            (low, low + inside + gap * (to - from) as f64)
        };
        let (x0, x1) = along(
            margins.left,
            margins.right - margins.left,
            margins.wspace,
            &grid.widths.borrow(),
            self.columns,
        );
        let height = margins.top - margins.bottom;
        let (down, up) = along(0.0, height, margins.hspace, &grid.heights.borrow(), self.rows);
        Rect { x0, y0: margins.top - up, x1, y1: margins.top - down }
    }
}
