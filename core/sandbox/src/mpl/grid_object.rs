//! `GridSpec` and arrays of axes as objects of scripts.

use std::rc::Rc;

use super::arguments::{Options, numbers};
use super::axes::Axes;
use super::grid::{Grid, OwnMargins, Spec};
use super::objects;
use crate::builtins::integer;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::Host;
use crate::eval::value::Value;

/// A grid.
pub(crate) struct GridObject(pub Rc<Grid>);
/// Cells of a grid.
pub(crate) struct SpecObject(pub Spec);

pub(crate) fn spec_value(spec: Spec) -> Value {
    Value::from_host(SpecObject(spec))
}

/// The cells that a value is.
pub(crate) fn spec_of(value: &Value) -> Option<Spec> {
    value.host::<SpecObject>().map(|object| object.0.clone())
}

/// Most rows or columns.
const MOST: i64 = 100;

/// A number of rows or columns.
pub(crate) fn sides(rows: i64, columns: i64) -> PyResult<(usize, usize)> {
    if rows < 1 {
        return Err(Fault::value_error(format!("Number of rows must be a positive integer, not {rows}")));
    }
    if columns < 1 {
        return Err(Fault::value_error(format!(
            "Number of columns must be a positive integer, not {columns}"
        )));
    }
    if rows > MOST || columns > MOST {
        return Err(Fault::not_provided("a grid of more than 100 rows or columns"));
    }
    Ok((rows as usize, columns as usize))
}

/// Takes the options of a grid.
pub(crate) fn configure(ctx: &mut Ctx, grid: &Grid, options: &mut Options) -> PyResult<()> {
    for (name, cell, count) in
        [("width_ratios", &grid.widths, grid.columns), ("height_ratios", &grid.heights, grid.rows)]
    {
        if let Some(value) = options.take(name) {
            let ratios = numbers(ctx, &value)?;
            if ratios.len() != count {
                return Err(Fault::value_error(format!(
                    "Expected the given number of {} ratios to match the number of {} of the grid",
                    if name == "width_ratios" { "width" } else { "height" },
                    if name == "width_ratios" { "columns" } else { "rows" }
                )));
            }
            if ratios.iter().any(|ratio| !(*ratio > 0.0 && ratio.is_finite())) {
                return Err(Fault::value_error("ratios must be positive"));
            }
            cell.replace(ratios);
        }
    }
    let mut own: OwnMargins = grid.own.get();
    for (name, place) in [
        ("left", &mut own.left),
        ("bottom", &mut own.bottom),
        ("right", &mut own.right),
        ("top", &mut own.top),
        ("wspace", &mut own.wspace),
        ("hspace", &mut own.hspace),
    ] {
        if let Some(value) = options.number(ctx, name)? {
            *place = Some(value);
        }
    }
    grid.own.set(own);
    Ok(())
}

/// `GridSpec(nrows, ncols, figure=None, left=None, ...)`.
pub(crate) fn make(ctx: &mut Ctx, args: Args, parent: Option<Spec>) -> PyResult<Value> {
    let mut options = Options::named(args, "GridSpec", &["nrows", "ncols", "figure"], 2)?;
    let rows = options.whole("nrows")?.unwrap_or(1);
    let columns = options.whole("ncols")?.unwrap_or(1);
    let parent = match options.take("subplot_spec") {
        Some(value) => spec_of(&value).or(parent),
        None => parent,
    };
    options.ignore(&["figure"]);
    let (rows, columns) = sides(rows, columns)?;
    let grid = Grid::new(rows, columns, parent);
    configure(ctx, &grid, &mut options)?;
    options.finish("GridSpec")?;
    Ok(Value::from_host(GridObject(grid)))
}

/// First and last of what a key chooses.
fn range(ctx: &mut Ctx, key: &Value, count: usize) -> PyResult<(usize, usize)> {
    let out = || Fault::new(ExcKind::IndexError, format!("index is out of bounds for axis of size {count}"));
    let place = |index: i64| if index < 0 { index + count as i64 } else { index };
    if let Value::Slice(slice) = key {
        let end = |value: &Value, or: i64| -> PyResult<i64> {
            if value.is_none() { Ok(or) } else { Ok(place(integer(value)?).clamp(0, count as i64)) }
        };
        let (start, stop) = (end(&slice.start, 0)?, end(&slice.stop, count as i64)?);
        if start >= stop {
            return Err(Fault::new(
                ExcKind::IndexError,
                "GridSpec slice would result in no space allocated for subplot",
            ));
        }
        return Ok((start as usize, stop as usize - 1));
    }
    let index = place(integer(key)?);
    let _ = ctx;
    usize::try_from(index).ok().filter(|index| *index < count).map(|index| (index, index)).ok_or_else(out)
}

impl Host for GridObject {
    fn type_name(&self) -> &'static str {
        "GridSpec"
    }

    fn get_item(&self, ctx: &mut Ctx, key: &Value) -> PyResult<Value> {
        let grid = self.0.clone();
        let (rows, columns) = match key {
            Value::Tuple(parts) if parts.0.len() == 2 => {
                (range(ctx, &parts.0[0], grid.rows)?, range(ctx, &parts.0[1], grid.columns)?)
            }
            single => {
                // One number counts through the rows.
                let (first, last) = range(ctx, single, grid.rows * grid.columns)?;
                let ((r0, c0), (r1, c1)) = (
                    (first / grid.columns, first % grid.columns),
                    (last / grid.columns, last % grid.columns),
                );
                ((r0, r1), (c0.min(c1), c0.max(c1)))
            }
        };
        Ok(spec_value(Spec { grid, rows, columns }))
    }

    fn has_method(&self, name: &str) -> bool {
        matches!(name, "update" | "subplots" | "get_geometry" | "tight_layout")
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        match name {
            "update" => {
                let (_, mut options) = Options::split(args);
                configure(ctx, &self.0, &mut options)?;
                options.finish("GridSpec.update")?;
                Ok(Value::None)
            }
            "get_geometry" => {
                ctx.tuple(vec![Value::Int(self.0.rows as i64), Value::Int(self.0.columns as i64)])
            }
            "subplots" => {
                let figure = ctx.current_figure()?;
                let mut options = Options::named(args, "subplots", &[], 0)?;
                let shares = super::subplots::shares(ctx, &mut options)?;
                super::subplots::fill(ctx, &figure, &self.0, shares, true)
            }
            _ => Err(Fault::not_provided(format!("GridSpec.{name}"))),
        }
    }
}

impl Host for SpecObject {
    fn type_name(&self) -> &'static str {
        "SubplotSpec"
    }

    fn has_method(&self, name: &str) -> bool {
        matches!(name, "subgridspec" | "get_position")
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        match name {
            "subgridspec" => make(ctx, args, Some(self.0.clone())),
            _ => Err(Fault::not_provided(format!("SubplotSpec.{name}"))),
        }
    }
}

/// A numpy array of axes, as `subplots` gives it.
pub(crate) struct AxesArray {
    pub items: Vec<Rc<Axes>>,
    pub shape: Vec<usize>,
}

impl AxesArray {
    fn part(&self, items: Vec<Rc<Axes>>, shape: Vec<usize>) -> Value {
        match (&items[..], shape.is_empty()) {
            ([one], true) => objects::axes(one),
            _ => Value::from_host(Self { items, shape }),
        }
    }

    /// The numbers that a key chooses of `count`, and whether it is a single one.
    fn chosen(key: &Value, count: usize) -> PyResult<(Vec<usize>, bool)> {
        let place = |index: i64| if index < 0 { index + count as i64 } else { index };
        if let Value::Slice(slice) = key {
            let step = if slice.step.is_none() { 1 } else { integer(&slice.step)? };
            let end = |value: &Value, or: i64| -> PyResult<i64> {
                if value.is_none() { Ok(or) } else { Ok(place(integer(value)?)) }
            };
            let all = 0..count as i64;
            let numbers: Vec<usize> = if step > 0 {
                let (start, stop) = (end(&slice.start, 0)?.max(0), end(&slice.stop, count as i64)?);
                all.filter(|i| *i >= start && *i < stop && (i - start) % step == 0)
                    .map(|i| i as usize)
                    .collect()
            } else {
                let (start, stop) =
                    (end(&slice.start, count as i64 - 1)?.min(count as i64 - 1), end(&slice.stop, -1)?);
                let step = step.checked_neg().unwrap_or(1).max(1);
                all.rev()
                    .filter(|i| *i <= start && *i > stop && (start - i) % step == 0)
                    .map(|i| i as usize)
                    .collect()
            };
            return Ok((numbers, false));
        }
        let index = place(integer(key)?);
        match usize::try_from(index).ok().filter(|index| *index < count) {
            Some(index) => Ok((vec![index], true)),
            None => Err(Fault::new(
                ExcKind::IndexError,
                format!("index {} is out of bounds for axis 0 with size {count}", integer(key)?),
            )),
        }
    }
}

impl Host for AxesArray {
    fn type_name(&self) -> &'static str {
        "numpy.ndarray"
    }

    fn get_attr(&self, ctx: &mut Ctx, this: &Value, name: &str) -> PyResult<Option<Value>> {
        Ok(match name {
            "flat" => Some(self.part(self.items.clone(), vec![self.items.len()])),
            "shape" => Some(ctx.tuple(self.shape.iter().map(|side| Value::Int(*side as i64)).collect())?),
            "size" => Some(Value::Int(self.items.len() as i64)),
            "ndim" => Some(Value::Int(self.shape.len() as i64)),
            "T" => match self.shape[..] {
                [rows, columns] => {
                    let items = (0..columns).flat_map(|c| (0..rows).map(move |r| r * columns + c));
                    let items = items.map(|index| self.items[index].clone()).collect();
                    Some(self.part(items, vec![columns, rows]))
                }
                _ => Some(this.clone()),
            },
            _ => None,
        })
    }

    fn has_method(&self, name: &str) -> bool {
        matches!(name, "ravel" | "flatten" | "reshape" | "tolist" | "item")
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        match name {
            "ravel" | "flatten" => Ok(self.part(self.items.clone(), vec![self.items.len()])),
            "reshape" => {
                let mut sides = Vec::new();
                for value in &args.positional {
                    match value {
                        Value::Tuple(_) | Value::List(_) => {
                            for value in ctx.collect(value)? {
                                sides.push(integer(&value)?);
                            }
                        }
                        value => sides.push(integer(value)?),
                    }
                }
                let known: i64 =
                    sides.iter().filter(|side| **side >= 0).fold(1, |all, side| all.saturating_mul(*side));
                let count = self.items.len() as i64;
                let sides: Vec<i64> =
                    sides.iter().map(|side| if *side < 0 { count / known.max(1) } else { *side }).collect();
                if sides.len() > 2 || sides.iter().fold(1_i64, |all, side| all.saturating_mul(*side)) != count
                {
                    return Err(Fault::value_error(format!("cannot reshape array of size {count}")));
                }
                Ok(self.part(self.items.clone(), sides.iter().map(|side| *side as usize).collect()))
            }
            "item" if self.items.len() == 1 => Ok(objects::axes(&self.items[0])),
            "tolist" => {
                let rows = self.iter(ctx)?;
                Ok(rows)
            }
            _ => Err(Fault::not_provided(format!("{name} of an array of axes"))),
        }
    }

    fn get_item(&self, _: &mut Ctx, key: &Value) -> PyResult<Value> {
        let keys = match key {
            Value::Tuple(parts) => parts.0.to_vec(),
            single => vec![single.clone()],
        };
        if keys.len() > self.shape.len() {
            return Err(Fault::new(
                ExcKind::IndexError,
                format!(
                    "too many indices for array: array is {}-dimensional, but {} were indexed",
                    self.shape.len(),
                    keys.len()
                ),
            ));
        }
        let (rows, columns) = match self.shape[..] {
            [count] => (count, 1),
            [rows, columns] => (rows, columns),
            _ => return Err(Fault::new(ExcKind::IndexError, "too many indices for array")),
        };
        let (chosen_rows, one_row) = Self::chosen(&keys[0], rows)?;
        let (chosen_columns, one_column) = match keys.get(1) {
            Some(key) => Self::chosen(key, columns)?,
            None => ((0..columns).collect(), false),
        };
        let items: Vec<Rc<Axes>> = chosen_rows
            .iter()
            .flat_map(|row| chosen_columns.iter().map(move |column| row * columns + column))
            .filter_map(|index| self.items.get(index).cloned())
            .collect();
        let mut shape = Vec::new();
        if !one_row {
            shape.push(chosen_rows.len());
        }
        if self.shape.len() == 2 && !one_column {
            shape.push(chosen_columns.len());
        }
        Ok(self.part(items, shape))
    }

    fn iter(&self, ctx: &mut Ctx) -> PyResult<Value> {
        let step = if self.shape.len() == 2 { self.shape[1].max(1) } else { 1 };
        let shape = if self.shape.len() == 2 { vec![step] } else { Vec::new() };
        let rows = self.items.chunks(step).map(|row| self.part(row.to_vec(), shape.clone()));
        ctx.list(rows.collect())
    }

    fn len(&self) -> Option<usize> {
        self.shape.first().copied()
    }
}
