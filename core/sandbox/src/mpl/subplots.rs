//! Making axes: `subplot`, `subplots`, `add_axes`, twins.

use std::rc::Rc;

use super::arguments::Options;
use super::axes::Axes;
use super::domain::Domain;
use super::figure::Figure;
use super::geometry::Rect;
use super::grid::{Grid, Spec};
use super::grid_object::AxesArray;
use super::objects;
use super::projection::Projection;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

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

/// Which axes of a grid share an axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Share {
    None,
    All,
    Row,
    Column,
}

/// Takes `sharex` and `sharey`.
pub(crate) fn shares(ctx: &mut Ctx, options: &mut Options) -> PyResult<[Share; 2]> {
    let mut out = [Share::None; 2];
    for (share, name) in out.iter_mut().zip(["sharex", "sharey"]) {
        *share = match options.take(name) {
            None => Share::None,
            Some(Value::Str(word)) => match &**word {
                "all" => Share::All,
                "row" => Share::Row,
                "col" => Share::Column,
                "none" => Share::None,
                other => {
                    crate::mpl::arguments::choice(name, other, &["all", "row", "col", "none"])?;
                    Share::None
                }
            },
            Some(value) if ctx.truthy(&value)? => Share::All,
            Some(_) => Share::None,
        };
    }
    Ok(out)
}

/// Fills a grid with axes; gives one axes or an array of them.
pub(crate) fn fill(
    ctx: &mut Ctx,
    figure: &Rc<Figure>,
    grid: &Rc<Grid>,
    shares: [Share; 2],
    squeeze: bool,
) -> PyResult<Value> {
    let (rows, columns) = (grid.rows, grid.columns);
    let mut items: Vec<Rc<Axes>> = Vec::new();
    for row in 0..rows {
        for column in 0..columns {
            let shared = [0, 1].map(|axis: usize| {
                let first = match shares[axis] {
                    Share::None => None,
                    Share::All => Some(0),
                    Share::Row => Some(row * columns),
                    Share::Column => Some(column),
                };
                first.and_then(|index| items.get(index)).map(|axes| axes.domain(axis))
            });
            let spec = Spec { grid: grid.clone(), rows: (row, row), columns: (column, column) };
            items.push(add_in(ctx, figure, spec, shared)?);
        }
    }
    // Only the outer axes of shared ones show tick labels.
    for (index, axes) in items.iter().enumerate() {
        let (row, column) = (index / columns, index % columns);
        let hide = |axis: usize| {
            for cell in [&axes.axis[axis].major, &axes.axis[axis].minor] {
                cell.borrow_mut().labels = [false, false];
            }
            axes.axis[axis].label.visible.set(true);
        };
        if matches!(shares[0], Share::All | Share::Column) && row + 1 < rows {
            hide(0);
        }
        if matches!(shares[1], Share::All | Share::Row) && column > 0 {
            hide(1);
        }
    }
    // As pyplot leaves it, the last axes are the current ones.
    let shape = match (squeeze, rows, columns) {
        (true, 1, 1) => return Ok(objects::axes(&items[0])),
        (true, 1, count) | (true, count, 1) => vec![count],
        _ => vec![rows, columns],
    };
    Ok(Value::from_host(AxesArray { items, shape }))
}

/// The cells that `subplot(...)` means: three numbers, one of three digits, or cells of a grid.
pub(crate) fn cells(ctx: &mut Ctx, positional: &[Value]) -> PyResult<Option<Spec>> {
    let whole = |value: &Value| crate::builtins::integer(value);
    let (rows, columns, index) = match positional {
        [] => (1, 1, (1, 1)),
        [single] => {
            if let Some(spec) = crate::mpl::grid_object::spec_of(single) {
                return Ok(Some(spec));
            }
            let number = whole(single)?;
            if !(100..1000).contains(&number) {
                return Err(Fault::value_error(format!(
                    "Integer subplot specification must be a three-digit number, not {number}"
                )));
            }
            (number / 100, number / 10 % 10, (number % 10, number % 10))
        }
        [rows, columns, index] => {
            let index = match index {
                Value::Tuple(_) | Value::List(_) => {
                    let pair = ctx.collect(index)?;
                    let [first, last] = &pair[..] else {
                        return Err(Fault::value_error("num must be an integer or a pair of them"));
                    };
                    (whole(first)?, whole(last)?)
                }
                index => (whole(index)?, whole(index)?),
            };
            (whole(rows)?, whole(columns)?, index)
        }
        _ => {
            return Err(Fault::type_error(format!(
                "subplot() takes 1 or 3 positional arguments but {} were given",
                positional.len()
            )));
        }
    };
    let (rows, columns) = crate::mpl::grid_object::sides(rows, columns)?;
    let count = (rows * columns) as i64;
    let (first, last) = index;
    if !(1..=count).contains(&first) || !(first..=count).contains(&last) {
        return Err(Fault::value_error(format!(
            "num must be an integer with 1 <= num <= {count}, not {first}"
        )));
    }
    let (first, last) = (first as usize - 1, last as usize - 1);
    let grid = Grid::new(rows, columns, None);
    let (a, b) = (first % columns, last % columns);
    Ok(Some(Spec { grid, rows: (first / columns, last / columns), columns: (a.min(b), a.max(b)) }))
}

/// `add_subplot(...)`: new axes, or with `reuse` those that stand in the same cells.
pub(crate) fn subplot(ctx: &mut Ctx, figure: &Rc<Figure>, args: Args, reuse: bool) -> PyResult<Value> {
    let (mut positional, mut options) = Options::split(args);
    if let Some(value) = options.take("nrows") {
        positional.push(value);
        for name in ["ncols", "index"] {
            positional.extend(options.take(name));
        }
    }
    let projection = Projection::take(ctx, &mut options)?;
    let shared = ["sharex", "sharey"].map(|name| {
        options.take(name).and_then(|value| value.host::<objects::AxesObject>().map(|axes| axes.0.clone()))
    });
    let Some(spec) = cells(ctx, &positional)? else { return Ok(Value::None) };
    if reuse {
        let same = figure
            .axes
            .borrow()
            .iter()
            .find(|axes| {
                axes.twin.borrow().upgrade().is_none()
                    && Projection::of(axes) == projection
                    && axes.spec.borrow().as_ref().is_some_and(|own| {
                        (own.grid.rows, own.grid.columns) == (spec.grid.rows, spec.grid.columns)
                            && own.rows == spec.rows
                            && own.columns == spec.columns
                            && own.grid.parent.is_none()
                    })
            })
            .cloned();
        if let Some(axes) = same {
            figure.current.replace(Some(axes.clone()));
            return Ok(objects::axes(&axes));
        }
    }
    let shared = [0, 1].map(|axis: usize| shared[axis].as_ref().map(|axes| axes.domain(axis)));
    let axes = add_in(ctx, figure, spec, shared)?;
    projection.make(ctx, &axes, &mut options)?;
    for (name, value) in options.items {
        match crate::mpl::methods::method_of(&axes, &format!("set_{}", &**name)) {
            Some(method) => drop(method(ctx, &axes, Args::new(vec![value]))?),
            None if &**name == "frameon" || &**name == "frame_on" => axes.framed.set(ctx.truthy(&value)?),
            None => return Err(crate::mpl::arguments::no_property("Axes", &name)),
        }
    }
    Ok(objects::axes(&axes))
}
