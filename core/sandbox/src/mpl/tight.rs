//! Margins that leave room for labels: `tight_layout`.

use std::rc::Rc;

use super::axes::Axes;
use super::figure::{Figure, LayoutEngine};
use super::geometry::Rect;
use super::grid::{Margins, Spec};
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;

/// Applies the figure's own layout before it is drawn.
pub(crate) fn apply(ctx: &mut Ctx, figure: &Rc<Figure>) -> PyResult<()> {
    match figure.layout.get() {
        LayoutEngine::None => Ok(()),
        LayoutEngine::Tight(pads) => layout(ctx, figure, pads, None),
        // Constrained layout keeps three points around every axes, whatever the size of letters.
        LayoutEngine::Constrained => {
            let size = ctx.plots.rc.number("font.size").max(1.0e-3);
            layout(ctx, figure, [3.0, 9.0, 9.0].map(|pad| pad / size), None)
        }
    }
}

/// A group of axes in the same cells, and what they need around their boxes, in fractions of the figure.
struct Cell {
    rows: (usize, usize),
    columns: (usize, usize),
    /// Left, right, bottom, top.
    over: [f64; 4],
}

/// Cells of the figure's top grids, on a raster of `rows` and `columns`.
fn cells(ctx: &mut Ctx, figure: &Rc<Figure>) -> PyResult<Option<(usize, usize, Vec<Cell>)>> {
    let all: Vec<Rc<Axes>> = figure.axes.borrow().clone();
    let placed: Vec<(Rc<Axes>, Spec)> = all
        .iter()
        .filter_map(|axes| {
            let mut spec = axes.spec.borrow().clone()?;
            // Of nested grids the outermost cells count.
            while let Some(parent) = spec.grid.parent.clone() {
                spec = parent;
            }
            Some((axes.clone(), spec))
        })
        .collect();
    let rows = placed.iter().map(|(_, spec)| spec.grid.rows).max().unwrap_or(0);
    let columns = placed.iter().map(|(_, spec)| spec.grid.columns).max().unwrap_or(0);
    if rows == 0 || placed.iter().any(|(_, s)| rows % s.grid.rows != 0 || columns % s.grid.columns != 0) {
        return Ok(None);
    }
    let page = figure.bounds();
    let mut out: Vec<Cell> = Vec::new();
    for (axes, spec) in &placed {
        ctx.burn(100)?;
        let (down, across) = (rows / spec.grid.rows, columns / spec.grid.columns);
        let own = (
            (spec.rows.0 * down, (spec.rows.1 + 1) * down - 1),
            (spec.columns.0 * across, (spec.columns.1 + 1) * across - 1),
        );
        let tight = super::axes_draw::tight(ctx, axes, figure.scale())?;
        if tight.is_empty() {
            continue;
        }
        let tight = Rect {
            x0: (tight.x0 - page.x0) / page.width(),
            y0: (tight.y0 - page.y0) / page.height(),
            x1: (tight.x1 - page.x0) / page.width(),
            y1: (tight.y1 - page.y0) / page.height(),
        };
        let position = spec.position(figure);
        let over =
            [position.x0 - tight.x0, tight.x1 - position.x1, position.y0 - tight.y0, tight.y1 - position.y1];
        match out.iter_mut().find(|cell| (cell.rows, cell.columns) == own) {
            Some(cell) => {
                for (all, own) in cell.over.iter_mut().zip(over) {
                    *all = all.max(own);
                }
            }
            None => out.push(Cell { rows: own.0, columns: own.1, over }),
        }
    }
    Ok(Some((rows, columns, out)))
}

/// Chooses margins so that nothing overlaps; pads are those around the figure, between columns and between rows, in font
/// sizes.
pub(crate) fn layout(
    ctx: &mut Ctx,
    figure: &Rc<Figure>,
    pads: [f64; 3],
    rect: Option<[f64; 4]>,
) -> PyResult<()> {
    let Some((rows, columns, cells)) = cells(ctx, figure)? else { return Ok(()) };
    if cells.is_empty() {
        return Ok(());
    }
    let inch = ctx.plots.rc.number("font.size") / 72.0;
    let [width, height] = figure.size.get();
    let mut across = vec![vec![0.0_f64; columns + 1]; rows];
    let mut down = vec![vec![0.0_f64; columns]; rows + 1];
    #[allow(clippy::needless_range_loop)] // two rows are changed together
    for cell in &cells {
        for row in &mut across[cell.rows.0..=cell.rows.1] {
            row[cell.columns.0] += cell.over[0];
            row[cell.columns.1 + 1] += cell.over[1];
        }
        for column in cell.columns.0..=cell.columns.1 {
            down[cell.rows.0][column] += cell.over[3];
            down[cell.rows.1 + 1][column] += cell.over[2];
        }
    }
    let most = |values: &mut dyn Iterator<Item = f64>| values.fold(f64::NEG_INFINITY, f64::max);
    let (pad_x, pad_y) = (pads[0] * inch / width, pads[0] * inch / height);
    let mut left = most(&mut across.iter().map(|row| row[0])).max(0.0) + pad_x;
    let mut right = most(&mut across.iter().map(|row| row[columns])).max(0.0) + pad_x;
    let mut top = most(&mut down[0].iter().copied()).max(0.0) + pad_y;
    let mut bottom = most(&mut down[rows].iter().copied()).max(0.0) + pad_y;
    let page = figure.bounds();
    let heading = figure.title.borrow().clone();
    if let Some(title) = heading.filter(|title| title.in_layout.get()) {
        let own = super::axes_draw::extent(ctx, &title, figure.scale())?;
        top += own.height() / page.height() + pad_y;
    }
    let labels = figure.labels.borrow().clone();
    if let Some(label) = &labels[0] {
        let own = super::axes_draw::extent(ctx, label, figure.scale())?;
        bottom += own.height() / page.height() + pad_y;
    }
    if let Some(label) = &labels[1] {
        let own = super::axes_draw::extent(ctx, label, figure.scale())?;
        left += own.width() / page.width() + pad_x;
    }
    if let Some([x0, y0, x1, y1]) = rect {
        left += x0;
        bottom += y0;
        right += 1.0 - x1;
        top += 1.0 - y1;
    }
    // Without room for axes, nothing changes.
    if left + right >= 1.0 || top + bottom >= 1.0 {
        return Ok(());
    }
    let old = figure.margins.get();
    let mut margins = Margins { left, bottom, right: 1.0 - right, top: 1.0 - top, ..old };
    if columns > 1 {
        let gap =
            most(&mut across.iter().flat_map(|row| row[1..columns].iter().copied())) + pads[1] * inch / width;
        let cell = (1.0 - right - left - gap * (columns - 1) as f64) / columns as f64;
        if cell > 0.0 {
            margins.wspace = gap / cell;
        }
    }
    if rows > 1 {
        let gap =
            most(&mut down[1..rows].iter().flat_map(|row| row.iter().copied())) + pads[2] * inch / height;
        let cell = (1.0 - top - bottom - gap * (rows - 1) as f64) / rows as f64;
        if cell > 0.0 {
            margins.hspace = gap / cell;
        }
    }
    figure.margins.set(margins);
    figure.axes.borrow().iter().for_each(|axes| axes.place());
    Ok(())
}
