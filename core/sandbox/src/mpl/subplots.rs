//! Making axes: `subplot`, `subplots`, `add_axes`, twins.

use std::rc::Rc;

use super::axes::Axes;
use super::domain::Domain;
use super::figure::Figure;
use super::geometry::Rect;
use super::grid::{Grid, Spec};
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;

/// Rows and columns of a grid, and first and last row and column of the cells.
pub(crate) type Cells = (usize, usize, (usize, usize), (usize, usize));

/// Adds axes in cells of a new grid.
pub(crate) fn add_subplot(
    ctx: &mut Ctx,
    figure: &Rc<Figure>,
    (rows, columns, row, column): Cells,
    shared: [Option<Rc<Domain>>; 2],
) -> PyResult<Rc<Axes>> {
    let grid = Grid::new(rows, columns, None);
    add_in(ctx, figure, Spec { grid, rows: row, columns: column }, shared)
}

/// Adds axes in cells of a grid.
pub(crate) fn add_in(
    ctx: &mut Ctx,
    figure: &Rc<Figure>,
    spec: Spec,
    shared: [Option<Rc<Domain>>; 2],
) -> PyResult<Rc<Axes>> {
    let position = spec.position(figure);
    let axes = Axes::new(ctx, figure, position, shared)?;
    axes.spec.replace(Some(spec));
    axes.place();
    figure.add(ctx, &axes)?;
    Ok(axes)
}

/// Adds axes in a box in fractions of the figure.
pub(crate) fn add_axes(ctx: &mut Ctx, figure: &Rc<Figure>, rect: Rect) -> PyResult<Rc<Axes>> {
    let axes = Axes::new(ctx, figure, rect, [None, None])?;
    figure.add(ctx, &axes)?;
    Ok(axes)
}
