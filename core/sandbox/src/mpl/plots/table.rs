//! Tables in axes: their cells and where these stand.

use std::cell::{Cell as Held, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use super::{with_patch, with_text};
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::mpl::artist::{Artist, Body, Patch};
use crate::mpl::axes::Axes;
use crate::mpl::color::{self, BLACK};
use crate::mpl::draw;
use crate::mpl::geometry::{Point, Rect};
use crate::mpl::render::Renderer;
use crate::mpl::shapes::Shape;
use crate::mpl::text::{Across, Down, Text};
use crate::mpl::transform::Transform;

/// The margin of a cell's text, in widths of the cell.
const PAD: f64 = 0.1;

/// One cell: a rectangle and a text.
pub(crate) struct Cell {
    pub(super) patch: Rc<Artist>,
    pub(super) text: Rc<Artist>,
    /// Fractions of the axes.
    pub(super) width: Held<f64>,
    pub(super) height: Held<f64>,
    pub(super) across: Held<Across>,
}

/// A table; its cells by row and column, row labels in column -1.
pub(crate) struct Table {
    pub(super) cells: RefCell<BTreeMap<(i64, i64), Rc<Cell>>>,
    pub(super) loc: String,
    pub(super) bbox: Option<[f64; 4]>,
    pub(super) auto_size: Held<bool>,
    pub(super) auto_columns: RefCell<Vec<i64>>,
}

impl Cell {
    pub(super) fn new(
        ctx: &mut Ctx,
        axes: &Rc<Axes>,
        words: &str,
        face: color::Color,
        shown: bool,
        [width, height]: [f64; 2],
        across: Across,
    ) -> PyResult<Self> {
        let mut patch = Patch::new(ctx, Shape::rectangle(Rect::UNIT))?;
        (patch.face, patch.edge, patch.edge_given) = (face, if shown { BLACK } else { color::NONE }, true);
        let patch = Artist::new(ctx, Body::Patch(patch), 256)?;
        let mut text = Text::new(ctx, words)?;
        (text.across, text.down) = (across, Down::Center);
        let text = Artist::new(ctx, Body::Text(text), words.len())?;
        for artist in [&patch, &text] {
            axes.own(artist);
            artist.clip.set(false);
            artist.transform.replace(Transform::Pixels);
        }
        let across = Held::new(across);
        Ok(Self { patch, text, width: Held::new(width), height: Held::new(height), across })
    }

    /// The width that its text wants, in pixels.
    fn wanted(&self, ctx: &mut Ctx, scale: f64) -> PyResult<f64> {
        let text = match &*self.text.body.borrow() {
            Body::Text(text) => text.clone(),
            _ => return Ok(0.0),
        };
        Ok(text.layout(ctx, scale)?.bbox.width() * (1.0 + 2.0 * PAD))
    }

    fn size(&self) -> f64 {
        match &*self.text.body.borrow() {
            Body::Text(text) => text.size,
            _ => 10.0,
        }
    }
}

impl Table {
    /// Brings cells to their places; gives the boxes in pixels.
    fn lay_out(&self, ctx: &mut Ctx, axes: &Axes, scale: f64) -> PyResult<Vec<(Rect, Rc<Cell>)>> {
        let cells: Vec<((i64, i64), Rc<Cell>)> =
            self.cells.borrow().iter().map(|(at, cell)| (*at, cell.clone())).collect();
        ctx.burn(cells.len() as u64 * 200 + 10)?;
        let bbox = axes.bbox.get();
        let autos = self.auto_columns.borrow().clone();
        for column in &autos {
            let mut most = 0.0_f64;
            for (_, cell) in cells.iter().filter(|((_, own), _)| own == column) {
                most = most.max(cell.wanted(ctx, scale)? / bbox.width());
            }
            cells.iter().filter(|((_, own), _)| own == column).for_each(|(_, cell)| cell.width.set(most));
        }
        if self.auto_size.get()
            && let Some((_, first)) = cells.first()
        {
            let mut size = first.size();
            for (_, cell) in cells.iter().filter(|((_, column), _)| !autos.contains(column)) {
                let wanted = cell.wanted(ctx, scale)?;
                let mut own = cell.size();
                // Widths grow with the size.
                while own > 1.0 && wanted * own / cell.size() > cell.width.get() * bbox.width() {
                    own -= 1.0;
                }
                size = size.min(own);
            }
            for (_, cell) in &cells {
                with_text(&cell.text, |text| text.size = size);
            }
        }
        let (mut widths, mut heights) = (BTreeMap::new(), BTreeMap::new());
        for ((row, column), cell) in &cells {
            let width: &mut f64 = widths.entry(*column).or_default();
            *width = width.max(cell.width.get());
            let height: &mut f64 = heights.entry(*row).or_default();
            *height = height.max(cell.height.get());
        }
        let (mut x, mut y) = (0.0, 0.0);
        let lefts: BTreeMap<i64, f64> = widths
            .iter()
            .map(|(column, width)| {
                x += width;
                (*column, x - width)
            })
            .collect();
        let bottoms: BTreeMap<i64, f64> = heights
            .iter()
            .rev()
            .map(|(row, height)| {
                y += height;
                (*row, y - height)
            })
            .collect();
        let place = |at: &(i64, i64), cell: &Cell| {
            let (left, bottom) = (lefts.get(&at.1).copied(), bottoms.get(&at.0).copied());
            Rect::sized(left.unwrap_or(0.0), bottom.unwrap_or(0.0), cell.width.get(), cell.height.get())
        };
        let inner = cells.iter().filter(|((row, column), _)| *row >= 0 && *column >= 0);
        let grid = inner.fold(Rect::EMPTY, |all, (at, cell)| all.union(&place(at, cell)));
        let (grow, shift) = self.place(grid);
        Ok(cells
            .iter()
            .map(|(at, cell)| {
                let own = place(at, cell);
                let to = |[x, y]: Point| bbox.at([x * grow[0] + shift[0], y * grow[1] + shift[1]]);
                let ([x0, y0], [x1, y1]) = (to([own.x0, own.y0]), to([own.x1, own.y1]));
                (Rect { x0, y0, x1, y1 }, cell.clone())
            })
            .collect())
    }

    /// How the grid is stretched and moved, in fractions of the axes.
    fn place(&self, grid: Rect) -> (Point, Point) {
        let (w, h) = (grid.width(), grid.height());
        if let Some([left, bottom, width, height]) = self.bbox {
            let grow = [width / w, height / h];
            return (grow, [left - grid.x0 * grow[0], bottom - grid.y0 * grow[1]]);
        }
        let loc = self.loc.as_str();
        let has = |names: &[&str]| names.contains(&loc);
        const ROOM: f64 = 0.02;
        let (mut x, mut y) = (0.5 - w / 2.0 - grid.x0, 0.5 - h / 2.0 - grid.y0);
        if has(&["upper left", "lower left", "center left"]) {
            x = ROOM - grid.x0;
        }
        if has(&["best", "upper right", "lower right", "right", "center right"]) {
            x = 1.0 - (grid.x0 + w + ROOM);
        }
        if has(&["best", "upper right", "upper left", "upper center"]) {
            y = 1.0 - (grid.y0 + h + ROOM);
        }
        if has(&["lower left", "lower right", "lower center"]) {
            y = ROOM - grid.y0;
        }
        if has(&["top left", "bottom left", "left"]) {
            x = -(grid.x0 + w);
        }
        if has(&["top right", "bottom right", "right"]) {
            x = 1.0 - grid.x0;
        }
        if has(&["top right", "top left", "top"]) {
            y = 1.0 - grid.y0;
        }
        if has(&["bottom left", "bottom right", "bottom"]) {
            y = -(grid.y0 + h);
        }
        ([1.0, 1.0], [x, y])
    }

    /// Draws the cells.
    pub fn draw(&self, ctx: &mut Ctx, to: &Renderer, axes: &Axes) -> PyResult<()> {
        for (rect, cell) in self.lay_out(ctx, axes, to.scale)? {
            with_patch(&cell.patch, |patch| patch.shape = Shape::rectangle(rect));
            let across = cell.across.get();
            let x = match across {
                Across::Left => rect.x0 + rect.width() * PAD,
                Across::Center => (rect.x0 + rect.x1) / 2.0,
                Across::Right => rect.x0 + rect.width() * (1.0 - PAD),
            };
            with_text(&cell.text, |text| {
                text.at = [x, (rect.y0 + rect.y1) / 2.0];
                text.across = across;
            });
            draw::artist(ctx, to, &cell.patch)?;
            draw::artist(ctx, to, &cell.text)?;
        }
        Ok(())
    }

    /// The box around the cells in pixels.
    pub fn extent(&self, ctx: &mut Ctx, axes: &Axes, scale: f64) -> PyResult<Rect> {
        let cells = self.lay_out(ctx, axes, scale)?;
        Ok(cells.iter().fold(Rect::EMPTY, |all, (rect, _)| all.union(rect)))
    }
}
