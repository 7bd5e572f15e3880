//! The axes of a bar, and the room that it takes from its parents.

use std::rc::Rc;

use super::Side;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::mpl::axes::Axes;
use crate::mpl::figure::Figure;
use crate::mpl::geometry::{Point, Rect};
use crate::mpl::grid::{Grid, OwnMargins, Spec};
use crate::mpl::subplots;

/// Makes axes for the bar and takes their room from the parents.
pub(super) fn make_room(
    ctx: &mut Ctx,
    figure: &Rc<Figure>,
    parents: &[Rc<Axes>],
    side: &Side,
    [fraction, shrink, aspect]: [f64; 3],
    ends: [f64; 2],
    use_grid: bool,
) -> PyResult<Rc<Axes>> {
    let figure = parents.first().and_then(|parent| parent.page()).unwrap_or_else(|| figure.clone());
    let current = figure.current.borrow().clone();
    let main = 1.0 - fraction - side.pad;
    let spec = parents.first().and_then(|parent| parent.spec.borrow().clone());
    let axes = if let (Some(spec), [parent], true) = (spec, parents, use_grid) {
        let gap = 2.0 * side.pad / (1.0 - side.pad);
        let [ax, ay] = side.anchor;
        let lanes = if side.high == (side.long == 1) { [main, fraction] } else { [fraction, main] };
        let (main_lane, bar_lane) = if side.high == (side.long == 1) { (0, 1) } else { (1, 0) };
        let lanes_along = |anchor: f64, [before, after]: [f64; 2]| {
            let inner = shrink / (1.0 + before + after);
            vec![
                anchor * (1.0 - shrink) + before * inner,
                inner,
                (1.0 - anchor) * (1.0 - shrink) + after * inner,
            ]
        };
        let (main_spec, bar_spec) = if side.long == 1 {
            let grid = Grid::new(3, 2, Some(spec));
            grid.widths.replace(lanes.to_vec());
            grid.heights.replace(lanes_along(1.0 - ay, [ends[1], ends[0]]));
            grid.own.set(OwnMargins { wspace: Some(gap), hspace: Some(0.0), ..OwnMargins::default() });
            let main = Spec { grid: grid.clone(), rows: (0, 2), columns: (main_lane, main_lane) };
            (main, Spec { grid, rows: (1, 1), columns: (bar_lane, bar_lane) })
        } else {
            let grid = Grid::new(2, 3, Some(spec));
            grid.heights.replace(lanes.to_vec());
            grid.widths.replace(lanes_along(ax, ends));
            grid.own.set(OwnMargins { hspace: Some(gap), wspace: Some(0.0), ..OwnMargins::default() });
            let main = Spec { grid: grid.clone(), rows: (main_lane, main_lane), columns: (0, 2) };
            (main, Spec { grid, rows: (bar_lane, bar_lane), columns: (1, 1) })
        };
        parent.spec.replace(Some(main_spec));
        parent.place();
        subplots::add_in(ctx, &figure, bar_spec, [None, None])?
    } else {
        let whole = parents.iter().fold(Rect::EMPTY, |all, parent| all.union(&parent.position.get()));
        let (w, h) = (whole.width(), whole.height());
        let cut = |from: f64, to: f64| match side.long {
            1 => Rect { x0: whole.x0 + from * w, x1: whole.x0 + to * w, ..whole },
            _ => Rect { y0: whole.y0 + from * h, y1: whole.y0 + to * h, ..whole },
        };
        let (rest, bar) = if side.high {
            (cut(0.0, main), cut(1.0 - fraction, 1.0))
        } else {
            (cut(1.0 - main, 1.0), cut(0.0, fraction))
        };
        let size = if side.long == 1 {
            [bar.width(), bar.height() * shrink]
        } else {
            [bar.width() * shrink, bar.height()]
        };
        let mut corner = [
            bar.x0 + side.anchor[0] * (bar.width() - size[0]),
            bar.y0 + side.anchor[1] * (bar.height() - size[1]),
        ];
        let mut size = size;
        size[side.long] /= 1.0 + ends[0] + ends[1];
        corner[side.long] += ends[0] * size[side.long];
        for parent in parents {
            let own = parent.position.get();
            let place = |[x, y]: Point| rest.at([(x - whole.x0) / w, (y - whole.y0) / h]);
            let ([x0, y0], [x1, y1]) = (place([own.x0, own.y0]), place([own.x1, own.y1]));
            parent.spec.replace(None);
            parent.position.set(Rect { x0, y0, x1, y1 });
            parent.place();
        }
        subplots::add_axes(ctx, &figure, Rect::sized(corner[0], corner[1], size[0], size[1]))?
    };
    for parent in parents {
        parent.anchor.set(side.parent_anchor);
    }
    axes.anchor.set(side.anchor);
    let aspect = aspect / (1.0 + ends[0] + ends[1]);
    axes.box_aspect.set(Some(if side.long == 1 { aspect } else { 1.0 / aspect }));
    // The plot stays the current one.
    figure.current.replace(current);
    Ok(axes)
}
